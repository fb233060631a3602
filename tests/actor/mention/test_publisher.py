"""A report that speaks of its own outlet means it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.actor import resolve_document
from onrecord.model import Part
from tests.told import Say, document, statements


def told_to(text: str, hearer: str, outlet: str | None) -> str | None:
    report = replace(document(text), outlet=outlet)
    made = statements(report, [Say("Drev", "told", "it would rain", addressee=hearer)])
    entities, mentions = resolve_document(report, made)
    names = {e.id: e.name for e in entities if e.named}
    return next((names.get(m.entity_id or "") for m in mentions if m.part is Part.ADDRESSEE), None)


@pytest.mark.parametrize("hearer", ["this newspaper", "this paper", "our magazine"])
def test_this_newspaper_is_the_outlet(hearer: str) -> None:
    assert told_to(f"Olaf Drev told {hearer} it would rain.", hearer, "The Quay") == "The Quay"


def test_a_short_form_behind_the_is_the_outlet() -> None:
    text = "Olaf Drev told the Quay it would rain."
    assert told_to(text, "the Quay", "Northern Quay") == "Northern Quay"
    assert told_to(text, "the Quay", "Northern Ferry") != "Northern Ferry"


def test_without_an_outlet_this_newspaper_has_no_name() -> None:
    assert told_to("Olaf Drev told this newspaper it would rain.", "this newspaper", None) is None


def test_a_person_is_never_the_outlet() -> None:
    text = "Quay slept. Mr Quay sang. Olaf Drev told Mr Quay it would rain."
    assert told_to(text, "Mr Quay", "Northern Quay") == "Quay"
