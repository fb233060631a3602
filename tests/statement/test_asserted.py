"""What a report asks, supposes or denies is not sure to have been said."""

from __future__ import annotations

import pytest

from onrecord.model import Act, ExtractorName
from onrecord.pipeline import named_extractor
from onrecord.statement.asserted import NOT_ASSERTED
from tests.statement.reports import report


def surest(text: str) -> float:
    found = named_extractor(ExtractorName.FAST).extract(report(text)).statements
    assert any(one.act is Act.SPEECH for one in found)
    return max(one.confidence for one in found)


@pytest.mark.parametrize(
    "text",
    [
        'Ada Finch did not say: "I took the money."',
        'Ada Finch never said "I took the money" in court.',
        "If Ada Finch says that taxes will rise, the markets will fall.",
        'Ada Finch would say: "I am a thief."',
        "No minister said that the dam was safe.",
        "Did Ada Finch say that the dam was safe?",
    ],
)
def test_what_is_not_told_as_said_is_not_sure(text: str) -> None:
    assert surest(text) <= NOT_ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "Ada Finch said that the dam was safe.",
        "Ada Finch did not say whether the dam was safe.",
        "Ada Finch said that if it rained the dam would hold.",
        "Ada Finch denied that she took the money.",
    ],
)
def test_what_is_told_as_said_is_as_sure_as_before(text: str) -> None:
    assert surest(text) > NOT_ASSERTED
