"""Who had it from whom: whom a report cites, what somebody heard, was told, threatened."""

from __future__ import annotations

import pytest

from onrecord.model import Act, Span, Statement
from onrecord.statement.findings import Finding
from onrecord.statement.marks import Marks
from onrecord.statement.nesting import with_parents
from tests.statement.reports import report, told

Nested = tuple[str, str, str, str | None]


def found(text: str) -> list[Nested]:
    """Return source, cue, content and the source of the parent of every statement."""
    return [(one.source, one.cue, one.content, one.parent) for one in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The Gull Wire, citing two officials, reported that the pier was shut.",
        "The Gull Wire reported on Friday, citing two officials, that the pier was shut.",
        "The Gull Wire reported that the pier was shut, citing two officials.",
        "The Gull Wire reported that the pier was shut citing two officials.",
    ],
)
def test_whom_a_report_cites_said_what_it_reports(text: str) -> None:
    assert sorted(found(text), key=lambda one: one[0]) == [
        ("The Gull Wire", "reported", "that the pier was shut", None),
        ("two officials", "citing", "that the pier was shut", "The Gull Wire"),
    ]


def test_what_cited_sources_tell_of_another_stands_inside_theirs() -> None:
    text = "According to the Bote, citing two officials, Brill said the pier was shut."
    parents = {one[0]: one[3] for one in found(text)}
    assert parents == {"the Bote": None, "two officials": "the Bote", "Brill": "two officials"}


def test_who_informs_somebody_may_be_named_behind_the_office() -> None:
    text = "Brandt said he was informed by the interior minister, Eda Sohl, that Orr had gone."
    source = "the interior minister, Eda Sohl"
    assert (source, "was informed", "that Orr had gone", "Brandt") in found(text)


def test_what_somebody_is_asked_to_do_is_what_was_asked() -> None:
    text = "Emmer said Holm asked him to call and that she was tired."
    assert ("Holm", "asked", "to call and that she was tired", "Emmer") in found(text)


def test_a_cost_that_is_cited_says_nothing() -> None:
    assert ("high costs", "citing") not in {
        one[:2] for one in found("Brill said the pier would be shut, citing high costs.")
    }


@pytest.mark.parametrize(
    ("told_by_nobody", "content"),
    [
        ("I was told it was the wrong year", "it was the wrong year"),
        ("I am told that the pier was shut", "that the pier was shut"),
        ("we were informed that nobody would come", "that nobody would come"),
    ],
)
def test_who_is_told_something_is_told_it_by_somebody_unknown(
    told_by_nobody: str, content: str
) -> None:
    assert ("", content, "Brill") in {
        (one[0], one[2], one[3]) for one in found(f"“{told_by_nobody.capitalize()},” Brill said.")
    }


def test_what_somebody_is_asked_by_nobody_is_no_statement() -> None:
    assert len(found("“I am asked every week whether the pier will open,” Brill said.")) == 1


def test_from_whom_somebody_heard_it_said_it() -> None:
    text = "Brill said that Reeve had heard from Ida Lunn that the pier was shut."
    assert ("Ida Lunn", "had heard", "that the pier was shut", "Brill") in found(text)


@pytest.mark.parametrize(
    ("text", "cue", "parent"),
    [
        ("Gull Radio quoted Brill as saying that the pier was shut.", "saying", "Gull Radio"),
        ("Brill was quoted as saying that the pier was shut.", "was quoted as saying", None),
        ("Brill was quoted by Gull Radio as saying that the pier was shut.", "was quoted", None),
    ],
)
def test_who_is_quoted_as_saying_something_said_it(text: str, cue: str, parent: str | None) -> None:
    assert ("Brill", cue, "that the pier was shut", parent) in found(text)


@pytest.mark.parametrize(
    ("told_of", "source", "cue", "content"),
    [
        ("a threat by Ida Lunn to leave the room", "Ida Lunn", "threat", "to leave the room"),
        ("a threat by Ida Lunn to “leave the room”", "Ida Lunn", "threat", "to “leave the room”"),
        ("Lunn’s promise that the pier would stay", "Lunn", "promise", "that the pier would stay"),
        ("a warning from the crews that it leaked", "the crews", "warning", "that it leaked"),
    ],
)
def test_a_noun_tells_whose_words_they_were(
    told_of: str, source: str, cue: str, content: str
) -> None:
    assert (source, cue, content, "Brill") in found(f"Brill recalled {told_of}.")


def test_speakers_who_defend_their_own_refusal_tell_nothing_of_another() -> None:
    assert len(found("Brill defended his refusal to go.")) == 1


def test_according_to_may_stand_among_the_words() -> None:
    text = "Brill said that, according to the builders, the pier was shut."
    assert ("the builders", "according to", "the pier was shut", "Brill") in found(text)


def test_according_to_may_part_a_subject_from_its_verb() -> None:
    text = "Moss, according to the Bote, called Brill “a woman of wood”."
    parents = {one[0]: (one[2], one[3]) for one in found(text)}
    assert parents["the Bote"] == ("Moss | called Brill “a woman of wood”", None)
    assert parents["Moss"] == ("Brill “a woman of wood”", "the Bote")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Brill said Lunn told him ‘no’ over soup.", "no"),
        ("Brill said a waiter had muttered “never” to the bread.", "never"),
        ("The wire reported that Lunn had said “not yet” rather than “no” at noon.", "not yet"),
        ("Brill recounted how Lunn had answered his request with the words “no, not here”.", None),
    ],
)
def test_a_passage_is_all_that_was_said_where_only_an_adjunct_follows(
    text: str, content: str | None
) -> None:
    assert found(text)[-1][2] == (content or "no, not here")


def test_two_short_passages_in_one_sentence_are_two_statements() -> None:
    text = "“Some allies tell me ‘oil slowly,’ others tell me ‘oil at night,’ and I oil,” he joked."
    inner = {one[::2] for one in found(text) if one[3]}
    assert inner == {("Some allies", "oil slowly,"), ("others", "oil at night,")}


def test_a_threat_and_a_promise_to_do_something_are_spoken() -> None:
    text = "Brill said Lunn had claimed that the crews threatened to walk out."
    assert found(text)[-1] == ("the crews", "threatened", "to walk out", "Lunn")


def test_who_is_described_before_the_verb_told_the_hearer_and_not_the_reverse() -> None:
    text = "Dole, who says he was paid, told Gull Radio on Sunday that the pier was shut."
    assert ("Dole, who says he was paid", "told", "that the pier was shut", None) in found(text)


def test_asking_for_no_name_is_no_statement() -> None:
    text = "An official, who asked not to be named, told the Bote that the pier was shut."
    assert [one[1] for one in found(text)] == ["told"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The Gull Wire, quoting two officials, reported that the pier was shut.", "quoting"),
        (
            "The Gull Wire reports, with reference to two officials, that the pier was shut.",
            "with reference to",
        ),
        (
            "The Gull Wire wrote on Friday, referring to two officials, that the pier was shut.",
            "referring to",
        ),
    ],
)
def test_a_report_may_refer_to_whom_it_cites(text: str, cue: str) -> None:
    told_by = ("two officials", cue, "that the pier was shut", "The Gull Wire")
    assert told_by in found(text)


def test_what_is_told_behind_an_aside_was_told() -> None:
    text = "Reeve said that Brill had told him, getting up, that there would be “no ferry”."
    assert ("Brill", "had told", "that there would be “no ferry”", "Reeve") in found(text)


@pytest.mark.parametrize("aside", ["Reeve told us", "he said"])
def test_who_tells_something_may_stand_between_another_and_the_verb(aside: str) -> None:
    text = f"Tom Reeve came late. The mayor, {aside}, had told him: “You are late.”"
    assert ("The mayor", "had told", "You are late.") in {one[:3] for one in found(text)}


def test_what_describes_somebody_tells_nothing() -> None:
    text = "The mayor, who said nothing all day, told Reeve that he was late."
    assert not any(one[0] == "The mayor" and one[1] == "who said" for one in found(text))
    assert any(
        one[0].startswith("The mayor") and one[2] == "that he was late" for one in found(text)
    )


def test_quotations_in_quotations_are_read_as_deep_as_they_are_printed() -> None:
    text = "“Brill told me: ‘The crew says: “The pier is shut.”’ I laughed,” Reeve said."
    links = {(one[0], one[3]) for one in found(text)}
    assert {("Reeve", None), ("Brill", "Reeve"), ("The crew", "Brill")} <= links


def test_a_quotation_in_what_is_told_in_other_words_is_read_too() -> None:
    text = "Reeve said that Brill had spoken first: “The crew said: ‘Shut the pier.’”"
    assert ("The crew", "said", "Shut the pier.", "Reeve") in found(text)


def test_they_and_you_tell_something_where_somebody_hears_it() -> None:
    told_me = "“They told me that the pier was shut,” Brill said."
    assert ("They", "told", "that the pier was shut", "Brill") in found(told_me)
    assert len(found("“They say that the pier is shut,” Brill said.")) == 1


@pytest.mark.parametrize(
    ("to_come", "cue"),
    [
        ("the council will say whether it is shut", "will say"),
        ("the council is expected to tell Reeve that it is shut", "is expected to tell"),
        ("the council is to announce that it is shut", "is to announce"),
    ],
)
def test_speech_to_come_that_somebody_announces_is_theirs(to_come: str, cue: str) -> None:
    (only,) = [one for one in told(f"Brill said that {to_come}.") if one.source == "the council"]
    assert (only.cue, only.parent) == (cue, "Brill")


@pytest.mark.parametrize("text", ["The council will wait.", "Brill wants the council to say so."])
def test_what_nobody_is_to_say_is_no_statement(text: str) -> None:
    assert "the council" not in {one[0].lower() for one in found(text)}


def test_who_is_quoted_is_named_without_the_time() -> None:
    text = "The Bote quoted her last year as saying that the pier was shut."
    assert ("her", "saying", "that the pier was shut", "The Bote") in found(text)


def test_a_word_and_a_story_tell_whose_they_are_from_when() -> None:
    text = "Reeve recalled Brill’s promise from May that the pier would stay."
    assert ("Brill", "promise", "that the pier would stay", "Reeve") in found(text)


def test_who_has_written_something_wrote_it() -> None:
    text = "Reeve said that Brill had written to the council: “The pier is shut.”"
    assert ("Brill", "had written", "The pier is shut.", "Reeve") in found(text)
    assert "written" not in {one[1] for one in found("A letter written to Brill said it was shut.")}


def test_who_says_one_thing_and_will_say_another_does_both() -> None:
    text = "The council denied the debt and will announce which ferries stay."
    assert {one[:3] for one in found(text)} == {
        ("The council", "denied", "the debt"),
        ("The council", "will announce", "which ferries stay"),
    }


def test_a_statement_may_stand_in_two_pieces_of_another() -> None:
    text = "Brill had told him, Reeve said, that the pier would stay."
    inner = made(text, "Brill", "had told", "that the pier would stay")
    outer = made(text, "Reeve", "said", "Brill had told him", "that the pier would stay")
    found = with_parents(text, [inner, outer])
    assert [one.parent for one in found] == [outer.id, None]


def test_of_two_statements_no_more_than_one_stands_in_the_other() -> None:
    text = "Brill said the pier was shut Reeve said"
    one = made(text, "Brill", "Reeve said", "Brill said", "the pier was shut")
    other = made(text, "Reeve", "Brill said", "the pier was shut", "Reeve said")
    assert sum(s.parent is not None for s in with_parents(text, [one, other])) <= 1


def made(text: str, source: str, cue: str, *content: str) -> Statement:
    """Return a statement whose parts are the first such words of a text."""
    document = report(text)
    said, by, *parts = (
        Span(text.index(w), text.index(w) + len(w)) for w in (cue, source, *content)
    )
    finding = Finding("subject", Act.SPEECH, parts, [said], [by], 0)
    return finding.statement(document, "test/1", 0.5, Marks(text, document.blocks))


@pytest.mark.parametrize("plural", ["states", "claims"])
def test_the_last_word_of_a_hearer_is_no_verb(plural: str) -> None:
    text = f"Brill told a summit of the lake {plural} that the pier was shut."
    assert found(text) == [("Brill", "told", "that the pier was shut", None)]


def test_a_question_without_marks_is_not_the_sentence_before() -> None:
    text = "“Brill told me: ‘The pier is shut.’ I asked her, shut for whom?” Reeve said."
    assert ("Brill", "told", "The pier is shut.", "Reeve") in found(text)
    assert not any(one[1] == "asked" and "Brill told" in one[2] for one in found(text))
