"""Who had it from whom: whom a report cites, what somebody heard, was told, threatened."""

from __future__ import annotations

import pytest

from tests.statement.reports import told

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
