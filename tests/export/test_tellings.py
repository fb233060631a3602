"""One telling of a remark among others, in words."""

from __future__ import annotations

import pytest

from onrecord.export.tellings import told_where
from onrecord.model import Factuality
from tests.export.views import view


@pytest.mark.parametrize(
    ("factuality", "words"),
    [(Factuality.DENIED, "told as not said"), (Factuality.ANNOUNCED, "not yet said")],
)
def test_a_telling_that_denies_or_announces_says_so(factuality: Factuality, words: str) -> None:
    assert words in told_where(view("s", factuality=factuality))
    assert words not in told_where(view("s"))
