"""When a statement was made that others on the same occasion, or in the same report, date."""

import pytest

from onrecord.model import Kind, Said
from onrecord.utterance import said_when
from tests.told import Say, tell

FRIDAY = "2024-03-15"
THURSDAY, WEDNESDAY = "2024-03-14", "2024-03-13"


def days(text: str, *says: Say, published: str | None = FRIDAY) -> list[str | None]:
    told = tell(text, *says, published=published)
    found = said_when(told.report, told.statements, mentions=told.mentions)
    said: list[Said | None] = [found.get(s.id) for s in told.statements]
    return [one.interval.start if one and one.interval else None for one in said]


def quote(source: str, cue: str, content: str, parent: int | None = None) -> Say:
    return Say(source, cue, content, kind=Kind.DIRECT, parent=parent)


def test_who_testifies_at_a_trial_testifies_on_its_day() -> None:
    text = (
        "Ann Holm took the stand on Thursday.\n“We had boats,” she told the lawyer.\n"
        "“There were none,” Bo Lindh testified.\nIn a statement the port denied it.\n"
        "“We shall see,” Paul Drev said."
    )
    found = days(
        text,
        quote("she", "she told", "“We had boats,”"),
        quote("Bo Lindh", "testified", "“There were none,”"),
        quote("Paul Drev", "Drev said", "“We shall see,”"),
    )
    assert found == [THURSDAY, THURSDAY, None]


def test_whoever_tells_the_rally_tells_it_on_the_day_of_the_rally() -> None:
    text = (
        "Ann Holm told a rally in Lorne on Thursday that boats were dear.\n"
        "Oars were too, Bo Lindh told the rally.\nSails were not, Paul Drev told a reporter."
    )
    found = days(
        text,
        Say("Ann Holm", "told", "that boats were dear"),
        Say("Bo Lindh", "Lindh told", "Oars were too"),
        Say("Paul Drev", "Drev told", "Sails were not"),
    )
    assert found == [THURSDAY, THURSDAY, None]


def test_two_rallies_on_two_days_date_nothing_by_their_name() -> None:
    text = (
        "Ann Holm told a rally on Thursday that boats were dear.\n"
        "Eva Stone told a rally on Tuesday that boats were cheap.\n"
        "Oars were too, Bo Lindh told the rally."
    )
    found = days(
        text,
        Say("Ann Holm", "Holm told", "that boats were dear"),
        Say("Eva Stone", "Stone told", "that boats were cheap"),
        Say("Bo Lindh", "Lindh told", "Oars were too"),
    )
    assert found == [THURSDAY, "2024-03-12", None]


def test_a_letter_that_is_dated_dates_what_stands_in_the_letter() -> None:
    text = (
        "Ann Holm wrote to the port in a letter of 3 March 2024 that boats were dear.\n"
        "The oars were hers, according to the letter."
    )
    found = days(
        text,
        Say("Ann Holm", "wrote", "that boats were dear"),
        Say("the letter", "according to", "The oars were hers"),
    )
    assert found == ["2024-03-03", "2024-03-03"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In a letter of 3 March, now in the museum, Holm said boats were dear.", "2024-03-03"),
        ("Holm said in a note to the port dated March 3: boats were dear.", "2024-03-03"),
        ("Holm said in a report from 3 March that boats were dear.", "2024-03-03"),
        ("Holm amazed us on Thursday when she said that boats were dear.", THURSDAY),
        ("Holm said in a sitting on the last day of February that boats were dear.", "2024-02-29"),
        ("Holm said in the first days of February that boats were dear.", "2024-02-01"),
        ("Holm said on the third of March that boats were dear.", "2024-03-03"),
        ("Two years ago today Holm said boats were dear.", "2022-03-15"),
        ("Holm, the mayor, said on her page, a network, on Thursday boats were dear.", THURSDAY),
    ],
)
def test_what_stands_with_the_telling_dates_it(text: str, day: str) -> None:
    assert days(text, Say("Holm", "said", "boats were dear")) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Holm said the law of 3 March was why boats were dear.",
        "At a fair on Thursday Lindh met Holm, who said boats were dear.",
        "Holm said, and Lindh remembered it on Thursday, boats were dear.",
        "Holm is expected to say on Thursday boats were dear.",
    ],
)
def test_what_stands_with_something_else_does_not(text: str) -> None:
    cue = "is expected to say" if "expected" in text else "said"
    source = "who" if ", who" in text else "Holm"
    assert days(text, Say(source, cue, "boats were dear")) == [None]


INTERVIEW = "Ann Holm builds boats. She received us in her garden {time}.\n"
TURNS = "Question: Do you sail?\nHolm: I row.\nQuestion: Far?\nHolm: To the pier."


@pytest.mark.parametrize(("time", "day"), [("last week", "2024-03-04"), ("", None)])
def test_the_head_of_an_interview_dates_its_answers(time: str, day: str | None) -> None:
    found = days(
        INTERVIEW.format(time=time) + TURNS,
        quote("Holm", ":", "I row."),
        quote("Holm", ":", "To the pier."),
    )
    assert found == [day, day]


def test_what_is_asked_has_no_day() -> None:
    found = days(
        INTERVIEW.format(time="on Thursday") + TURNS,
        quote("Question", ":", "Do you sail?"),
        quote("Holm", ":", "I row."),
        quote("Holm", ":", "To the pier."),
    )
    assert found == [None, THURSDAY, THURSDAY]


def test_a_retold_conversation_goes_on_on_its_day() -> None:
    words = (
        "“On Monday he said it leaked. I replied that it floats. He sells them. He told me lies.”"
    )
    text = f"{words} Ann Holm said on Wednesday."
    found = days(
        text,
        quote("Ann Holm", "Holm said", words),
        Say("he", "said", "it leaked", parent=0),
        Say("I", "replied", "that it floats", parent=0),
        Say("He", "told", "lies", parent=0),
    )
    assert found == [WEDNESDAY, "2024-03-11", "2024-03-11", None]


def test_words_retold_without_marks_count_from_the_report() -> None:
    text = "Ann Holm said that Bo Lindh told her yesterday that it leaked."
    content = "that Bo Lindh told her yesterday that it leaked"
    found = days(
        text, Say("Ann Holm", "said", content), Say("Bo Lindh", "told", "that it leaked", parent=0)
    )
    assert found == [None, THURSDAY]


def test_when_the_two_met_is_told_before_the_quotation() -> None:
    text = "On Thursday he rang Ann Holm. “He said to me: it leaks,” Holm recalled."
    words = "“He said to me: it leaks,”"
    found = days(text, quote("Holm", "recalled", words), Say("He", "said", "it leaks", parent=0))
    assert found[1] == THURSDAY


def test_a_day_counted_from_an_event_is_one_in_a_quotation_too() -> None:
    text = (
        "The vote of 4 March failed.\n“Two days after the vote he said it leaked,” Ann Holm said."
    )
    words = "“Two days after the vote he said it leaked,”"
    found = days(
        text, quote("Ann Holm", "Holm said", words), Say("he", "said", "it leaked", parent=0)
    )
    assert found == [None, "2024-03-06"]


def test_a_headline_has_the_day_of_the_same_words_below() -> None:
    text = "# ‘Boats are dear,’ says mayor\n“Boats are dear,” Ann Holm told the port on Thursday."
    found = days(
        text,
        quote("mayor", "says", "‘Boats are dear,’"),
        quote("Ann Holm", "told", "“Boats are dear,”"),
    )
    assert found == [THURSDAY, THURSDAY]


def test_other_words_in_a_headline_have_no_day() -> None:
    text = "# ‘Oars are very cheap’\n“Boats are dear,” Ann Holm told the port on Thursday."
    found = days(
        text, quote("", "", "‘Oars are very cheap’"), quote("Ann Holm", "told", "“Boats are dear,”")
    )
    assert found == [None, THURSDAY]


def test_the_minister_right_below_is_who_has_just_spoken() -> None:
    text = (
        "Ann Holm told the port on Thursday that boats were dear.\n"
        "“Oars are not,” the minister said."
    )
    found = days(
        text,
        Say("Ann Holm", "told", "that boats were dear"),
        quote("the minister", "minister said", "“Oars are not,”"),
    )
    assert found == [THURSDAY, THURSDAY]


def test_a_reply_that_is_retold_is_not_of_the_scene() -> None:
    text = (
        "Ann Holm told the port on Thursday that boats were dear.\n"
        "To this, years before, Holm replied that oars were not."
    )
    found = days(
        text,
        Say("Ann Holm", "told", "that boats were dear"),
        Say("Holm", "replied", "that oars were not"),
    )
    assert found == [THURSDAY, None]


def test_who_was_told_did_not_say_it() -> None:
    text = "Ann Holm told the port on Thursday that boats were dear.\nHolm was told “oars are not”."
    found = days(
        text,
        Say("Ann Holm", "told", "that boats were dear"),
        quote("Holm", "was told", "“oars are not”"),
    )
    assert found == [THURSDAY, None]


def test_what_is_said_now_is_not_what_was_said_then() -> None:
    text = "Ann Holm told the port on Thursday that boats were dear.\nHolm denies that oars were."
    found = days(
        text,
        Say("Ann Holm", "told", "that boats were dear"),
        Say("Holm", "denies", "that oars were"),
    )
    assert found == [THURSDAY, None]
