"""A quotation that goes on over paragraphs keeps its speaker, whoever it was given to."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.actor.mention.confidence import UNSURE
from onrecord.actor.mention.paragraphs import is_carried_on, is_left_open, opening_mark
from onrecord.model import Kind
from tests.told import Say, tell

DIRECT = Kind.DIRECT

_STORY = (
    "Ilan Drev said: “The port is closed.\n"
    "“It will open in spring.\n"
    "“Nobody need fear.”\n"
    "The harbour was quiet.\n"
    "Clara Quist said she doubted it."
)


def test_a_quotation_carried_on_is_its_first_speakers() -> None:
    told = tell(
        _STORY,
        Say("Ilan Drev", "said", "“The port is closed.", kind=DIRECT),
        Say("Clara Quist", "", "“It will open in spring.", kind=DIRECT),
        Say("Clara Quist", "", "“Nobody need fear.”", kind=DIRECT),
        Say("Clara Quist", "said", "she doubted it"),
    )
    assert told.speakers == ["Ilan Drev", "Ilan Drev", "Ilan Drev", "Clara Quist"]
    assert told.mention(2).rule == "carried on"


def test_it_is_carried_on_over_a_paragraph_that_nobody_read() -> None:
    told = tell(
        _STORY,
        Say("Ilan Drev", "said", "“The port is closed.", kind=DIRECT),
        Say("Clara Quist", "", "“Nobody need fear.”", kind=DIRECT),
        Say("Clara Quist", "said", "she doubted it"),
    )
    assert told.speakers[1] == "Ilan Drev"


def test_a_quotation_is_not_of_who_is_named_paragraphs_later() -> None:
    told = tell(
        "Ilan Drev said the port was closed.\n“It will open.”\nThe harbour was quiet.\n"
        "Clara Quist said she doubted it.",
        Say("Ilan Drev", "said", "the port was closed"),
        Say("Clara Quist", "", "“It will open.”", kind=DIRECT),
        Say("Clara Quist", "said", "she doubted it"),
    )
    assert told.speakers == ["Ilan Drev", "Ilan Drev", "Clara Quist"]


def test_a_paragraph_that_says_i_is_of_who_signs_it() -> None:
    told = tell(
        "The harbour was quiet.\nI think the port will open Harbour minister Clara Quist",
        Say("I", "think", "the port will open Harbour minister Clara Quist"),
    )
    assert told.speakers == ["Clara Quist"]


def test_a_closed_quotation_may_be_of_who_is_named_next() -> None:
    told = tell(
        "Ilan Drev said the port was closed.\n“It will open.”\n— Clara Quist, a pilot",
        Say("Ilan Drev", "said", "the port was closed"),
        Say("Clara Quist", "", "“It will open.”", kind=DIRECT),
    )
    assert told.speakers == ["Ilan Drev", "Clara Quist"]


def test_single_marks_open_paragraphs_too() -> None:
    assert is_carried_on("Drev said: 'The workers' union is closed.", "'It will open.'")
    assert not is_carried_on("Drev said: 'The union is closed.'", "'It will open.'")
    assert not is_carried_on("Drev said it's closed.", "'It will open.'")


@given(st.text("ab ,.'’", max_size=20), st.sampled_from(["“”", "«»", '""']))
def test_what_is_closed_is_not_left_open(words: str, marks: str) -> None:
    opening, closing = marks[0], marks[1]
    assert not is_left_open(f"{opening}{words}{closing}", opening)
    assert is_left_open(f"{opening}{words}", opening)
    assert opening_mark(f"{opening}{words}") == opening


def test_a_quotation_carried_to_a_woman_is_not_surely_his() -> None:
    told = tell(
        "Ann Berg said: “The port is closed.\n“It will open in spring.\n“We pay,” he added.",
        Say("Ann Berg", "said", "“The port is closed.", kind=DIRECT),
        Say("he", "added", "“It will open in spring.", kind=DIRECT),
    )
    assert told.speakers == ["Ann Berg", "Ann Berg"]
    assert told.mention(0).confidence > UNSURE
    assert told.mention(1).rule == "carried on"
    assert told.mention(1).confidence <= UNSURE
