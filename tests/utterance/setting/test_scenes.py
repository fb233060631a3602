"""An occasion holds for all that its speaker says there, until another is named."""

from __future__ import annotations

from tests.told import Say
from tests.utterance.setting.asking import asked, told

PRESS = ("occasion", "press conference", "attribution")
SCENE = ("occasion", "press conference", "scene")


def test_an_occasion_holds_for_what_its_speaker_says_before_and_after() -> None:
    text = (
        "Mayor Drev said the dam would hold.\n"
        "“The wall is new,” Drev told them at a press conference.\n"
        "He added that boats would sail.\nAda Roe said nobody slept."
    )
    found = asked(
        text,
        Say("Mayor Drev", "said", "the dam would hold"),
        Say("Drev", "told", "The wall is new"),
        Say("He", "added", "that boats would sail"),
        Say("Ada Roe", "said", "nobody slept"),
    )
    assert found == [[SCENE], [PRESS], [SCENE], []]


def test_a_sentence_that_only_says_where_somebody_spoke_sets_the_scene() -> None:
    text = (
        "Mayor Drev said the dam would hold.\nDrev was speaking at a press conference in Nook."
        "\nAda Roe said nobody slept."
    )
    found = asked(
        text,
        Say("Mayor Drev", "said", "the dam would hold"),
        Say("Ada Roe", "said", "nobody slept"),
    )
    assert found == [[SCENE, ("place", "Nook", "scene")], []]


def test_what_is_said_of_somebodys_remarks_sets_the_scene() -> None:
    text = "Mayor Drev said the dam would hold.\nThe remarks came at a press conference."
    assert asked(text, Say("Mayor Drev", "said", "the dam would hold")) == [[SCENE]]


def test_another_occasion_ends_the_one_before() -> None:
    text = (
        "Drev said at a press conference the dam would hold.\nHe told a rally in Nook that"
        " boats would sail.\nHe added that nobody slept."
    )
    found = asked(
        text,
        Say("Drev", "said", "the dam would hold"),
        Say("He", "told", "boats would sail", addressee="a rally"),
        Say("He", "added", "nobody slept"),
    )
    rally = [("occasion", "event"), ("place", "Nook")]
    assert found == [
        [PRESS],
        [(*c, "attribution") for c in rally],
        [(*c, "scene") for c in rally],
    ]


def test_another_time_ends_an_occasion() -> None:
    text = (
        "Drev said on Monday at a press conference the dam would hold.\n"
        "On Thursday, Drev said boats would sail."
    )
    found = asked(
        text, Say("Drev", "said", "the dam would hold"), Say("Drev", "said", "boats would sail")
    )
    assert found == [[PRESS], []]


def test_another_hearer_ends_an_occasion() -> None:
    text = "Drev told reporters in Nook the dam would hold.\nDrev told parliament boats would sail."
    found = asked(
        text,
        Say("Drev", "told", "the dam would hold", addressee="reporters"),
        Say("Drev", "told", "boats would sail", addressee="parliament"),
    )
    assert found == [[("place", "Nook", "attribution")], []]


def test_what_was_said_before_is_not_of_the_occasion() -> None:
    text = (
        "Drev said at a press conference the dam would hold.\nDrev had said boats would sail."
        "\nHe added that nobody slept."
    )
    found = asked(
        text,
        Say("Drev", "said", "the dam would hold"),
        Say("Drev", "had said", "boats would sail"),
        Say("He", "added", "nobody slept"),
    )
    assert found == [[PRESS], [], [SCENE]]


def test_a_press_conference_is_also_his_with_whom_it_is_held() -> None:
    text = (
        "Olaf Drev stated at a joint press conference with Ada Roe that the dam would hold.\n"
        "Roe said nobody slept."
    )
    found = asked(
        text, Say("Olaf Drev", "stated", "the dam would hold"), Say("Roe", "said", "nobody slept")
    )
    assert found == [[PRESS], [SCENE]]


def test_what_is_nested_takes_no_part_in_the_scene() -> None:
    text = (
        "Drev said at a press conference that Ada Roe told him boats would sail.\n"
        "Ada Roe said nobody slept."
    )
    found = asked(
        text,
        Say("Drev", "said", "that Ada Roe told him boats would sail"),
        Say("Ada Roe", "told", "boats would sail", addressee="him", parent=0),
        Say("Ada Roe", "said", "nobody slept"),
    )
    assert found == [[PRESS], [], []]


def test_an_interview_that_says_so_over_its_questions_is_that_of_all_answers() -> None:
    text = (
        "# “The dam holds”\nAn interview with Olaf Drev.\nRoe: Will it hold?\n"
        "Drev: It will hold.\nRoe: And the boats?\nDrev: Boats sail."
    )
    found = asked(
        text,
        Say("Roe", ":", "Will it hold?"),
        Say("Drev", ":", "It will hold."),
        Say("Roe", ":", "And the boats?"),
        Say("Drev", ":", "Boats sail."),
    )
    interview = [("occasion", "interview", "scene")]
    assert found == [[], interview, [], interview]


def test_a_joint_press_conference_is_also_that_of_who_speaks_next() -> None:
    text = (
        "Olaf Drev told a joint press conference the dam would hold.\n"
        "“We sail,” Ada Roe said.\nTom Beck said nobody slept."
    )
    found = asked(
        text,
        Say("Olaf Drev", "told", "the dam would hold"),
        Say("Ada Roe", "said", "We sail"),
        Say("Tom Beck", "said", "nobody slept"),
    )
    assert found == [[PRESS], [SCENE], []]


def test_what_is_written_or_broadcast_is_not_of_a_rally() -> None:
    text = (
        "Mayor Drev told a rally that the dam would hold.\n"
        "In the evening Drev repeated on Nook Radio that boats would sail."
    )
    found = asked(
        text,
        Say("Mayor Drev", "told", "the dam would hold", addressee="a rally"),
        Say("Drev", "repeated", "boats would sail"),
    )
    assert found == [
        [("occasion", "event", "attribution")],
        [("medium", "radio", "attribution")],
    ]


def test_what_somebody_did_with_words_sets_the_scene() -> None:
    text = (
        "Ada Roe, in an interview with the Ferryman, ruled out a toll.\n“None is owed,” Roe said."
    )
    assert asked(text, Say("Roe", "said", "None is owed")) == [[("occasion", "interview", "scene")]]


def test_a_description_takes_up_who_spoke_just_before() -> None:
    text = (
        "Ada Roe told Nook in a televised address that the dam would hold.\n"
        "“Boats will sail,” the Prime Minister said.\n"
        "The children sang.\nThe band played.\n“Nobody slept,” the organist said."
    )
    address = [("medium", "television"), ("occasion", "speech")]
    found = asked(
        text,
        Say("Ada Roe", "told", "the dam would hold", addressee="Nook"),
        Say("the Prime Minister", "said", "Boats will sail"),
        Say("the organist", "said", "Nobody slept"),
    )
    assert found == [
        [(*c, "attribution") for c in address],
        [(*c, "scene") for c in address],
        [],
    ]


def test_a_letter_named_again_has_the_words_that_named_it_first_a_rally_its_place() -> None:
    text = (
        "Mayor Drev wrote in a letter to the council that the dam would hold.\n"
        "On Friday Drev told a rally in Nook that boats would sail.\n"
        "In the letter Drev repeats that the sea was calm.\n"
        "Ada Roe told the rally nobody slept."
    )
    says = (
        Say("Mayor Drev", "wrote", "the dam would hold"),
        Say("Drev", "told", "boats would sail", addressee="a rally"),
        Say("Drev", "repeats", "the sea was calm"),
        Say("Ada Roe", "told", "nobody slept", addressee="the rally"),
    )
    assert [h.words for h in told(text, *says, number=2)] == ["a letter to the council"]
    assert [h.words for h in told(text, *says, number=3)] == ["the rally", "Nook"]


def test_a_letter_named_again_is_not_that_of_what_was_said_between() -> None:
    text = (
        "Mayor Drev wrote in a letter to the council that the dam would hold.\n"
        "In late October Drev said that boats would sail.\n"
        "In the letter Drev repeats that the sea was calm."
    )
    found = asked(
        text,
        Say("Mayor Drev", "wrote", "the dam would hold"),
        Say("Drev", "said", "boats would sail"),
        Say("Drev", "repeats", "the sea was calm"),
    )
    letter = [("medium", "letter", "attribution")]
    assert found == [letter, [], letter]
