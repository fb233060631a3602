"""What holds for every report: spans, order, names of rules, speed; and no text breaks it."""

import random
import re
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actor import resolve_document
from onrecord.actor.mention.confidence import UNSURE
from onrecord.model import Act, Document, Granularity, Interval, Kind, Span, Statement
from tests.told import Say, document, statements, tell

_WORDS = st.sampled_from(
    "Mr Mrs President Ilan Drev Holm Clara Quist the a said told he She it they me I who of and "
    "minister Norland Norlandic Harbour Ministry NTU (NTU) , . : “ ” ’s ' \n sources group "
    "spokesman Monday May van der al-Hadi J. Jr U.S. état Łódź 王 𝒜 \u00a0 -".split(" ")
)
_TEXTS = st.lists(_WORDS, min_size=2, max_size=40).map(" ".join).filter(str.strip)


@st.composite
def reports(draw: st.DrawFn) -> tuple[Document, list[Statement]]:
    """Any text with any statements: a span need make no sense."""
    report = document(draw(st.one_of(_TEXTS, st.text(min_size=2, max_size=80))))
    last = len(report.text)
    words = st.integers(0, last - 1).flatmap(
        lambda a: st.integers(a + 1, last).map(lambda b: report.text[a:b])
    )
    says = [
        Say(
            draw(st.one_of(st.just(""), words)),
            draw(st.one_of(st.just(""), words)),
            draw(words),
            addressee=draw(st.one_of(st.just(""), words)),
            parent=number - 1 if number and draw(st.booleans()) else None,
            kind=draw(st.sampled_from(Kind)),
        )
        for number in range(draw(st.integers(0, 3)))
    ]
    return report, statements(report, says)


@given(reports())
def test_spans_and_entities_hold(made: tuple[Document, list[Statement]]) -> None:
    report, told = made
    entities, mentions = resolve_document(report, told)
    ids = [e.id for e in entities]
    assert len(set(ids)) == len(ids)
    for mention in mentions:
        assert mention.span.end <= len(report.text)
        assert mention.entity_id is None or mention.entity_id in ids
        assert 0 <= mention.confidence <= 1
        assert (mention.confidence == 0) == (mention.entity_id is None)
        assert mention.rule
    for entity in entities:
        assert entity.name in entity.names
        assert entity.document_id == report.id


@given(reports(), st.randoms(use_true_random=False))
def test_the_order_of_statements_does_not_matter(
    made: tuple[Document, list[Statement]], shuffler: random.Random
) -> None:
    report, told = made
    told = list({s.id: s for s in told}.values())
    shuffled = list(told)
    shuffler.shuffle(shuffled)
    assert resolve_document(report, shuffled) == resolve_document(report, told)


def test_every_source_and_addressee_is_mentioned_once() -> None:
    told = tell(
        "Ilan Drev told reporters it rained. He told them it snowed.",
        Say("Ilan Drev", "told", "it rained", addressee="reporters"),
        Say("He", "told", "it snowed", addressee="them"),
    )
    parts = [(m.statement_id, m.part) for m in told.mentions if m.statement_id]
    assert len(parts) == len(set(parts)) == 4
    assert told.addressee(1) == "reporters"


def test_a_name_that_is_a_source_is_not_mentioned_twice() -> None:
    told = tell("Ilan Drev said it rained.", Say("Ilan Drev", "said", "it rained"))
    assert len(told.mentions) == 1


def test_a_report_without_statements_or_without_words_is_fine() -> None:
    assert resolve_document(document("…"), []) == ((), ())
    assert resolve_document(document(""), []) == ((), ())


@pytest.mark.parametrize("rule", ["full name", "surname", "he", "role", "unnamed", "first person"])
def test_rules_have_short_stable_names(rule: str) -> None:
    told = tell(
        "“I asked him,” said President Peter Drev. Drev said it rained. He said it snowed. "
        "The president said it hailed. Sources said it thawed. “We said that it froze,” Drev said.",
        Say("President Peter Drev", "said", "“I asked him,”", kind=Kind.DIRECT),
        Say("Drev", "said", "it rained"),
        Say("He", "said", "it snowed"),
        Say("The president", "said", "it hailed"),
        Say("Sources", "said", "it thawed"),
        Say("Drev", "Drev said", "“We said that it froze,”", kind=Kind.DIRECT),
        Say("We", "said", "that it froze", parent=5),
    )
    assert rule in {m.rule for m in told.mentions}


def test_a_report_of_six_hundred_words_takes_milliseconds() -> None:
    paragraph = (
        "Norland President Peter Drev told reporters in Lorne on Monday that the port would "
        "stay closed. “We have no boats,” he said after talks with Prime Minister Clara Quist. "
    )
    text = "\n".join(paragraph for _ in range(20))
    report = document(text)
    makers = statements(report, [Say("he", "he said", "“We have no boats,”", kind=Kind.DIRECT)])
    assert len(re.findall(r"\w+", text)) > 500

    def seconds() -> float:
        start = time.process_time()
        resolve_document(report, makers)
        return time.process_time() - start

    # The bound is loose for slow machines; a square in the length would miss it by far.
    assert min(seconds() for _ in range(5)) < 0.1


def test_time_grows_with_the_length_of_a_report() -> None:
    def seconds(paragraphs: int) -> float:
        text = "\n".join(
            f"President Drev{'abcdefgh'[n % 8]} met Clara Quist. She told him it rained on day {n}."
            for n in range(paragraphs)
        )
        report = document(text)
        made = [
            Statement(
                id=str(match.start()), document_id=report.id, kind=Kind.INDIRECT, act=Act.SPEECH,
                content=(Span(match.end() + 5, match.end() + 14),),
                cue=(Span(match.end() - 4, match.end()),),
                source=(Span(match.start(), match.start() + 3),), addressee=(), parent=None,
                confidence=1.0, rule="test", extractor="test",
            )
            for match in re.finditer("She told", text)
        ]  # fmt: skip
        start = time.process_time()
        resolve_document(report, made)
        return time.process_time() - start

    seconds(50)
    # Ten times the length may take twenty-five times as long, not the hundred of a square.
    assert seconds(2000) < 25 * max(seconds(200), 0.02)


def test_who_is_meant_is_never_sure_in_another_language_than_english() -> None:
    report = document("Kanzlerin Clara Quist sagte: „Wir gehen.“")
    said = statements(report, [Say("Kanzlerin Clara Quist", "sagte", "Wir gehen.")])
    german = replace(report, language="de")
    assert max(m.confidence for m in resolve_document(report, said)[1]) > 0.6
    assert max(m.confidence for m in resolve_document(german, said)[1]) < 0.6


def test_a_title_tells_the_gender_and_a_given_name_alone_does_not() -> None:
    told = tell(
        "Mrs Drev met Ada Fenn on Monday. Quist said she was late.",
        Say("Quist", "said", "she was late"),
    )
    assert {e.name: e.gender for e in told.entities} == {"Drev": "f", "Ada Fenn": "", "Quist": ""}


@pytest.mark.parametrize(
    ("start", "end", "granularity", "day"),
    [
        ("2024-02-01T20:01", "2024-02-01T20:01", Granularity.MINUTE, "2024-02-01"),
        ("2024-02-01", "2024-02-29", Granularity.MONTH, "2024-02"),
        ("2024-01-01", "2024-12-31", Granularity.YEAR, "2024"),
    ],
)
def test_an_entity_bears_the_day_of_its_report_as_far_as_it_is_known(
    start: str, end: str, granularity: Granularity, day: str
) -> None:
    published = Interval(start, end, granularity, start, "field")
    report = replace(document("We met Ada Fenn there."), published=published)
    entities, _ = resolve_document(report, [])
    assert [e.published for e in entities] == [day]


def test_a_title_and_a_surname_mean_who_has_the_title_not_the_wife_of_who_has() -> None:
    told = tell(
        "President Olaf Stein rose. The wife of President Olaf Stein, Greta Stein, stayed. "
        "President Stein said it rained.",
        Say("President Stein", "said", "it rained"),
    )
    assert told.speakers == ["Olaf Stein"]


def test_a_deputy_is_not_who_has_the_office_or_not_surely() -> None:
    told = tell(
        "Vice President Ruth Amsel rose. President Amsel said it rained.",
        Say("President Amsel", "said", "it rained"),
    )
    assert told.mention(0).confidence <= UNSURE
    assert told.entity("Ruth Amsel").roles == ("Vice President",)


def test_who_is_told_is_not_who_tells() -> None:
    told = tell(
        "Mayor Ada Fenn rose. Fenn told the mayor that it rained. Fenn told her it snowed.",
        Say("Fenn", "told", "that it rained", "the mayor"),
        Say("Fenn", "told", "it snowed", "her"),
    )
    for number in (0, 1):
        assert told.addressee(number) != told.speakers[number] == "Ada Fenn"
