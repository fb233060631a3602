"""What holds for the circumstances of any report."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Act, Aspect, Factuality, MediumKind, OccasionKind
from onrecord.statement import StructuralExtractor
from onrecord.utterance.setting import circumstances
from tests.told import Say, document, tell

STRUCTURE = StructuralExtractor()
PIECES = st.sampled_from(
    [
        "Drev said at a press conference in Nook that the dam would hold. ",
        "“We wait,” Ada Roe told reporters on the steps of the hall. ",
        "In a letter to the council on Monday, she wrote that nobody slept. ",
        "He added that “it rained”. ",
        "Drev told a summit in Lorn: “Ada told me at the dinner, ‘no’.” ",
        "The remarks came in an interview with state radio. ",
        "Drev was speaking at a rally (in Nook, who knows). ",
        "Roe thinks at the summit that boats sank. ",
        "If Drev says on television that it rained, sell. ",
        "\n",
        "at the the of a press, in “ a on X ",
        "\x00 … é‑ ’s’s in Nook’s ",
    ]
)
REPORTS = st.lists(PIECES, max_size=12).map("".join)


@given(REPORTS)
def test_every_circumstance_is_words_of_the_report_and_of_a_known_statement(text: str) -> None:
    report = document(text)
    statements = STRUCTURE.extract(report).statements
    by_id = {s.id: s for s in statements}
    found = circumstances(report, statements)
    assert len({(c.statement_id, c.aspect) for c in found}) == len(found)
    for one in found:
        assert one.span.of(text).strip() == one.span.of(text) != ""
        assert by_id[one.statement_id].act in (Act.SPEECH, Act.WRITING) or (
            by_id[one.statement_id].factuality is not Factuality.MADE
        )
        kinds: dict[Aspect, set[str]] = {
            Aspect.OCCASION: {*OccasionKind},
            Aspect.MEDIUM: {*MediumKind},
        }
        assert one.kind in kinds.get(one.aspect, {""})


@given(REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_statements_and_mentions_does_not_matter(text: str, random: object) -> None:
    report = document(text)
    statements = list(STRUCTURE.extract(report).statements)
    first = circumstances(report, statements)
    random.shuffle(statements)  # type: ignore[attr-defined]
    assert circumstances(report, statements) == first


def test_without_statements_there_is_nothing_to_tell() -> None:
    assert circumstances(document("Drev was speaking at a rally."), []) == ()
    assert circumstances(document(""), []) == ()


def test_thoughts_and_plans_have_no_occasion_but_announcements_have_their_own() -> None:
    text = "Drev said at a rally that it rained.\nHe plans to tell a summit that boats sank."
    report = tell(
        text,
        Say("Drev", "said", "it rained"),
        Say("He", "plans to tell", "that boats sank"),
    )
    said, plan = report.statements
    for factuality, told in ((Factuality.MADE, 0), (Factuality.ANNOUNCED, 1)):
        changed = replace(plan, act=Act.INTENTION, factuality=factuality)
        found = circumstances(report.report, [said, changed], report.mentions)
        assert sum(c.statement_id == plan.id for c in found) == told


def test_a_line_of_marks_is_read_in_time() -> None:
    text = "(, who said the mayor " * 4_000 + "Drev was speaking at a rally in Nook."
    assert circumstances(document(text), []) == ()
