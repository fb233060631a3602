"""The words of several stretches of a text, told in one line."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.record.words import joined


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We wait, he said, for spring", "We wait … for spring"),
        ("We wait\n> for spring", "We wait for spring"),
        ("We wait \r\n >> for spring", "We wait for spring"),
        ("We wait > so > for spring", "We wait … for spring"),
        ("We wait for spring", "We wait … for spring"),
    ],
)
def test_only_the_sign_of_a_quoted_line_is_left_out_without_a_word(text: str, words: str) -> None:
    last = text.index("for")
    assert joined(text, (Span(0, 7), Span(last, len(text)))) == words
