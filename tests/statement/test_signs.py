"""Block quotes whose every line opens with a sign."""

from __future__ import annotations

from itertools import pairwise

import pytest

from onrecord.actor import resolve_document
from onrecord.model import Document
from onrecord.statement import StructuralExtractor
from tests.document.made import markdown, text
from tests.statement.reports import told


@pytest.mark.parametrize("read", [text, markdown])
@pytest.mark.parametrize("sign", ["> ", ">", ">> ", "  > "])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_sign_of_a_line_is_no_word_of_the_statement(
    read: object, sign: str, newline: str
) -> None:
    assert callable(read)
    said = "Minister Ada Voss said so.\n\n> We wait for our harbour, and we,\n> I say,\n> go on.\n"
    said += "> — Ada Voss"
    document: Document = read(said.replace("> ", sign).replace("\n", newline))
    assert ("Ada Voss", "We wait for our harbour, and we, | I say, | go on.") in [
        (t.source, t.content) for t in told(document)
    ]


def test_a_name_and_a_report_may_go_over_the_end_of_a_quoted_line() -> None:
    document = markdown(
        "The union met.\n\n> I am sure of it. Minister Ada\n> Voss said that the quay was\n"
        "> “shut for\n> good”. The engineer agreed.\n"
    )
    (statement,) = told(document)
    assert (statement.source, statement.content) == (
        "Minister Ada | Voss",
        "that the quay was | “shut for | good”",
    )
    entities, _ = resolve_document(document, StructuralExtractor().extract(document).statements)
    assert [entity.name for entity in entities] == ["Ada Voss"]


def test_whoever_is_not_named_has_no_sign_in_the_name() -> None:
    document = markdown(
        "The union met.\n\n> It is true. A harbour\n> engineer said the quay held.\n"
    )
    entities, _ = resolve_document(document, StructuralExtractor().extract(document).statements)
    assert [entity.name for entity in entities] == ["A harbour engineer"]


def test_what_is_told_in_quoted_lines_keeps_the_statement_that_tells_it() -> None:
    document = markdown(
        "Minister Ada Voss said so.\n\n> We were promised a harbour. “President Ilan Drev told\n"
        "> us that the quay was\n> ours,” the mayor said.\n"
    )
    statements = StructuralExtractor().extract(document).statements
    inner = [s for s in statements if s.parent is not None]
    assert [s.cue[0].of(document.text) for s in inner] == ["told"]
    assert inner[0].parent in {s.id for s in statements}
    for statement in statements:
        assert all(one.end < two.start for one, two in pairwise(statement.content))


def test_a_sign_that_opens_no_quoted_line_is_a_word_like_any_other() -> None:
    document = markdown("Ada Voss said that 5 > 3 was all that it showed.\n")
    (statement,) = told(document)
    assert statement.content == "that 5 > 3 was all that it showed"
