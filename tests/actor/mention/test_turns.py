"""Interviews and hearings: who takes a turn, and whom that turn speaks of."""

from __future__ import annotations

import pytest

from onrecord.model import Kind
from tests.told import Say, Told, tell


def transcript(*turns: str, telling: tuple[int, str, str, str] | None = None) -> Told:
    """Read turns of a transcript, "LABEL: words", each a direct statement of its label.

    `telling` is a statement told in the turn with that number: its source, cue and content.
    """
    says = [Say(*_cut(turn), kind=Kind.DIRECT) for turn in turns]
    if telling is not None:
        number, source, cue, content = telling
        says.append(Say(source, cue, content, parent=number))
    return tell("\n".join(turns), *says)


def _cut(turn: str) -> tuple[str, str, str]:
    label, words = turn.split(":", 1)
    return label, "", words.strip(" *")


@pytest.mark.parametrize("label", ["REPORTER", "Q", "THE CHAIR", "MINISTER"])
def test_a_repeated_label_is_one_speaker(label: str) -> None:
    told = transcript(
        f"{label}: Will the quay open?", "VOSS: In May.", f"{label}: Who pays?", "VOSS: We do."
    )
    assert told.speakers == [label, "VOSS", label, "VOSS"]
    entity = told.mention(0).entity_id
    assert told.mention(2).entity_id == entity
    assert sum(e.id == entity for e in told.entities) == 1
    assert told.entity(label).kind == "person"
    assert not told.entity(label).named


def test_two_labels_are_two_speakers() -> None:
    told = transcript("Q: Will the quay open?", "A: In May.", "Q: Who pays?", "A: We do.")
    assert told.speakers == ["Q", "A", "Q", "A"]


def test_a_label_that_is_the_title_of_somebody_named_is_that_one_in_every_turn() -> None:
    told = tell(
        "Mayor Ada Voss met Reeder Holm.\nHOLM: Will it open?\nTHE MAYOR: In May.\n"
        "HOLM: Who pays?\nTHE MAYOR: We do.",
        Say("HOLM", "", "Will it open?", kind=Kind.DIRECT),
        Say("THE MAYOR", "", "In May.", kind=Kind.DIRECT),
        Say("HOLM", "", "Who pays?", kind=Kind.DIRECT),
        Say("THE MAYOR", "", "We do.", kind=Kind.DIRECT),
    )
    assert [told.speakers[1], told.speakers[3]] == ["Ada Voss", "Ada Voss"]


def test_she_is_never_whose_turn_it_is() -> None:
    told = transcript(
        "Ilm Tarn: Who says so, Ms Voss?",
        "Ada Voss: She said that the quay was safe.",
        telling=(1, "She", "said", "that the quay was safe"),
    )
    assert told.speakers[2] != "Ada Voss"


def test_she_is_whoever_the_question_named_and_hardly_who_asked_it() -> None:
    asked = transcript(
        "ANNA REED: Did Clara Quist agree?",
        "ADA VOSS: She said that the quay was safe.",
        telling=(1, "She", "said", "that the quay was safe"),
    )
    assert asked.speakers[2] == "Clara Quist"
    nobody = transcript(
        "ANNA REED: Is it safe?",
        "ADA VOSS: Well, Anna Reed, she said that the quay was safe.",
        telling=(1, "she", "said", "that the quay was safe"),
    )
    assert nobody.mention(2).confidence < 0.5 < asked.mention(2).confidence


def test_he_may_be_one_of_a_hearing_who_is_told_of() -> None:
    told = transcript(
        "MR STONE: We will not pay.",
        "THE CHAIR: Ms Holt.",
        "MS HOLT: Mr Stone has the money. He said that it was there.",
        telling=(2, "He", "said", "that it was there"),
    )
    assert told.speakers[3] == "Stone"
    assert told.mention(3).confidence > 0.5


_TURNS = ("Q: Will the quay open?", "A: In May.", "Q: Who pays?", "A: We do.")


@pytest.mark.parametrize(
    "opening",
    [
        "Ada Voss, minister of Lorne, talks to Bo Berg about quays.",
        "In an interview with harbour minister Ada Voss, we ask of quays.",
        "Bo Berg spoke to Ada Voss, minister of Lorne, about quays.",
    ],
)
def test_who_answers_an_interview_is_whom_the_report_questions(opening: str) -> None:
    told = _opened(opening)
    assert told.speakers == ["Q", "Ada Voss", "Q", "Ada Voss"]
    assert told.mention(1).confidence <= 0.7


@pytest.mark.parametrize(
    "opening", ["Ada Voss talks to Bo Berg.", "Ada Voss and Bo Berg met.", "A talk of quays."]
)
def test_who_answers_is_unnamed_where_either_may(opening: str) -> None:
    assert _opened(opening).speakers == ["Q", "A", "Q", "A"]


def _opened(opening: str) -> Told:
    says = [Say(*_cut(turn), kind=Kind.DIRECT) for turn in _TURNS]
    return tell("\n".join((opening, *_TURNS)), *says)
