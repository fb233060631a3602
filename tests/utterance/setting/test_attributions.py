"""The occasion, the place and the medium that the words beside a statement tell."""

from __future__ import annotations

import pytest

from onrecord.model import Aspect, MediumKind, OccasionKind
from tests.told import Say
from tests.utterance.setting.asking import asked, told

RAIN = "it would rain"
On, By = OccasionKind, MediumKind


def occasion(text: str, cue: str = "said", addressee: str = "") -> tuple[str, str] | None:
    found = told(text, Say("Drev", cue, RAIN, addressee))
    return next(((c.kind, c.words) for c in found if c.aspect is Aspect.OCCASION), None)


def medium(text: str, cue: str = "said", addressee: str = "") -> tuple[str, str] | None:
    found = told(text, Say("Drev", cue, RAIN, addressee))
    return next(((c.kind, c.words) for c in found if c.aspect is Aspect.MEDIUM), None)


def place(text: str, cue: str = "said", addressee: str = "") -> str | None:
    found = told(text, Say("Drev", cue, RAIN, addressee))
    return next((c.words for c in found if c.aspect is Aspect.PLACE), None)


@pytest.mark.parametrize(
    ("words", "kind", "named"),
    [
        ("at a press conference", On.PRESS_CONFERENCE, "a press conference"),
        ("at a joint news conference with Ada Roe", On.PRESS_CONFERENCE,
         "a joint news conference with Ada Roe"),
        ("at a press conference together with Ada Roe", On.PRESS_CONFERENCE,
         "a press conference together with Ada Roe"),
        ("at the opening of a ferry", On.EVENT, "the opening of a ferry"),
        ("at the opening of the harbour summit", On.SUMMIT, "the harbour summit"),
        ("during Monday's briefing", On.BRIEFING, "briefing"),
        ("in an interview with the Ferryman", On.INTERVIEW, "an interview with the Ferryman"),
        ("in a telephone interview on Monday", On.INTERVIEW, "a telephone interview"),
        ("at a meeting of harbour masters", On.MEETING, "a meeting of harbour masters"),
        ("during talks with Ada Roe", On.MEETING, "talks with Ada Roe"),
        ("over dinner", On.MEETING, "dinner"),
        ("after talks with Ada Roe in Nook", On.MEETING, "talks with Ada Roe"),
        ("following a meeting with the mayor", On.MEETING, "a meeting with the mayor"),
        ("by telephone", On.CALL, "by telephone"),
        ("in a phone call with Ada Roe", On.CALL, "a phone call with Ada Roe"),
        ("in a speech to parliament", On.SPEECH, "a speech to parliament"),
        ("in his opening address", On.SPEECH, "his opening address"),
        ("in a toast", On.SPEECH, "a toast"),
        ("at a council meeting", On.SESSION, "a council meeting"),
        ("during a committee hearing", On.SESSION, "a committee hearing"),
        ("in a parliamentary debate", On.SESSION, "a parliamentary debate"),
        ("during question time", On.SESSION, "question time"),
        ("at this week's summit in Nook", On.SUMMIT, "summit"),
        ("on the sidelines of the Nook summit", On.SUMMIT, "the Nook summit"),
        ("at the Nook Forum", On.CONFERENCE, "the Nook Forum"),
        ("at his party's congress", On.CONFERENCE, "his party's congress"),
        ("at the Harbour Security Conference", On.CONFERENCE, "the Harbour Security Conference"),
        ("at a rally in Nook", On.EVENT, "a rally"),
        ("during a visit to the docks", On.EVENT, "a visit to the docks"),
        ("at the opening of a congress", On.CONFERENCE, "a congress"),
        ("at a wreath-laying ceremony", On.EVENT, "a wreath-laying ceremony"),
    ],
)  # fmt: skip
def test_an_occasion_has_its_kind_and_its_words(words: str, kind: str, named: str) -> None:
    for text in (f"Drev said {words} that {RAIN}.", f"{words.capitalize()}, Drev said {RAIN}."):
        found = occasion(text)
        assert found is not None
        assert (found[0], found[1].lower()) == (kind, named.lower())


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        (f"Drev told a summit in Lorne that {RAIN}.", "told", On.SUMMIT),
        (f"Drev told the closing session that {RAIN}.", "told", On.SESSION),
        (f"Speaking to reporters at a rally, Drev said {RAIN}.", "said", On.EVENT),
        (f"Addressing the summit on Monday, Drev said {RAIN}.", "said", On.SUMMIT),
        (f"Asked at a briefing whether boats sank, Drev said {RAIN}.", "said", On.BRIEFING),
        (f"Drev, at a rally on Sunday, said {RAIN}.", "said", On.EVENT),
        (f"“{RAIN},” Drev said during a briefing along Ada Roe.", "said", On.BRIEFING),
        (f"{RAIN} - said Drev at the summit.", "said", On.SUMMIT),
        (f"Drev said at a press conference after the summit that {RAIN}.", "said",
         On.PRESS_CONFERENCE),
        (f"Drev told journalists this following a meeting with Ada Roe. {RAIN}", "told",
         On.MEETING),
    ],
)  # fmt: skip
def test_an_occasion_stands_in_many_ways(text: str, cue: str, kind: str) -> None:
    found = occasion(text, cue)
    assert found is not None
    assert found[0] == kind


@pytest.mark.parametrize(
    "text",
    [
        f"Drev said {RAIN}.",
        f"Drev told reporters that {RAIN}.",
        f"Drev told parliament that {RAIN}.",
        f"Drev met Ada Roe and said {RAIN}.",
        f"Drev said before the summit that {RAIN}.",
        f"Drev said ahead of Monday's meeting that {RAIN}.",
        f"Drev, who was at the summit, said {RAIN}.",
        f"Drev said of the meeting that {RAIN}.",
        f"Two days after the talks, Drev said {RAIN}.",
        f"After talks collapsed, Drev said {RAIN}.",
        f"The summit ended, and Drev said {RAIN}.",
        f"Asked about progress at the summit, Drev said {RAIN}.",
        f"Officials at the talks, not Drev, slept. Drev said {RAIN}.",
        f"Drev said in the call centre that {RAIN}.",
        f"Drev said in March that {RAIN}.",
        f"Drev said in a video message to the convention that {RAIN}.",
        f"Drev said after his speech that {RAIN}.",
        f"Boats met at the summit. Drev said {RAIN}.",
    ],
)
def test_other_words_are_no_occasion(text: str) -> None:
    assert occasion(text, "told" if " told " in text else "said") is None


def test_what_is_said_sets_no_scene() -> None:
    text = "Drev said: “I met him at the summit.” Drev left."
    assert told(text, Say("Drev", "said", "I met him at the summit.")) == []


@pytest.mark.parametrize(
    ("words", "kind", "named"),
    [
        ("on Telegram", By.SOCIAL_MEDIA, "Telegram"),
        ("in a post on X", By.SOCIAL_MEDIA, "a post"),
        ("on social media", By.SOCIAL_MEDIA, "social media"),
        ("on his page", By.SOCIAL_MEDIA, "his page"),
        ("on state television", By.TELEVISION, "state television"),
        ("in a televised address", By.TELEVISION, "a televised address"),
        ("in a radio interview", By.RADIO, "a radio interview"),
        ("on Nook Radio", By.RADIO, "Nook Radio"),
        ("in the daily Ferryman", By.NEWSPAPER, "the daily Ferryman"),
        ("in an interview with the newspaper Ferryman", By.NEWSPAPER, None),
        ("on the ministry's website", By.WEBSITE, "the ministry's website"),
        ("in a statement", By.LETTER, "a statement"),
        ("in a written statement", By.LETTER, "a written statement"),
        ("in a letter to the council", By.LETTER, "a letter to the council"),
        ("in a press release", By.LETTER, "a press release"),
        ("in a telegram", By.MESSAGE, "a telegram"),
        ("by e-mail", By.MESSAGE, "e-mail"),
        ("in a text message", By.MESSAGE, "a text message"),
    ],
)
def test_a_medium_has_its_kind_and_its_words(words: str, kind: str, named: str | None) -> None:
    found = medium(f"Drev said {words} that {RAIN}.")
    assert found is not None
    assert found[0] == kind
    assert named is None or found[1] == named


@pytest.mark.parametrize(
    ("hearer", "kind"),
    [
        ("this newspaper", By.NEWSPAPER),
        ("the agency", By.AGENCY),
        ("the news agency KPA", By.AGENCY),
        ("state radio", By.RADIO),
        ("Nook Radio", By.RADIO),
        ("the state channel Nook One", By.TELEVISION),
        ("the daily Ferryman", By.NEWSPAPER),
    ],
)
def test_a_medium_may_be_what_it_was_told(hearer: str, kind: str) -> None:
    text = f"Drev told {hearer} that {RAIN}."
    assert medium(text, "told", addressee=hearer) == (kind, hearer)


@pytest.mark.parametrize(
    "text",
    [
        f"Drev said {RAIN}.",
        f"Drev told the Ferryman that {RAIN}.",
        f"Drev posted a letter and said {RAIN}.",
        f"Drev said of the statement that {RAIN}.",
        f"Drev, who owns a newspaper, said {RAIN}.",
    ],
)
def test_a_bare_name_or_another_thing_is_no_medium(text: str) -> None:
    assert medium(text, "told" if " told " in text else "said") is None


def test_a_letter_may_speak_itself() -> None:
    text = f"A letter from the mayor said that {RAIN}."
    found = told(text, Say("A letter from the mayor", "said", RAIN))
    assert [(c.aspect, c.kind) for c in found] == [(Aspect.MEDIUM, By.LETTER)]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (f"Drev said in Nook that {RAIN}.", "Nook"),
        (f"Drev told reporters in Nook on Monday that {RAIN}.", "Nook"),
        (f"Drev said on Monday in Nook that {RAIN}.", "Nook"),
        (f"In Nook, Drev said {RAIN}.", "Nook"),
        (f"Drev told a summit in Nook that {RAIN}.", "Nook"),
        (f"Drev told reporters outside the Granite House that {RAIN}.", "the Granite House"),
        (f"Drev said on the steps of the town hall that {RAIN}.", "the steps of the town hall"),
        (f"Drev told reporters at Nook airport that {RAIN}.", "Nook airport"),
        (f"Speaking in Nook, Drev said {RAIN}.", "Nook"),
        (f"“{RAIN},” said Drev by telephone from Nook.", "Nook"),
        (f"Drev told her in the corridor: “{RAIN}”.", "the corridor"),
        (f"Drev said in parliament that {RAIN}.", "parliament"),
    ],
)
def test_a_place_hangs_on_the_speaking(text: str, where: str) -> None:
    hearer = next((w for w in ("reporters", "her", "a summit") if w in text), "")
    cue = "told" if " told " in text else "said"
    assert place(text, cue, addressee=hearer if cue == "told" else "") == where


@pytest.mark.parametrize(
    "text",
    [
        f"Drev said {RAIN} in Nook.",
        f"Drev, the ambassador in Nook, said {RAIN}.",
        f"Drev said in English that {RAIN}.",
        f"Drev had promises from Roe and said {RAIN}.",
        f"Drev wrote in The Ferryman, and he said {RAIN}.",
        f"Drev said in May that {RAIN}.",
        f"The war in Nook went on. Drev said {RAIN}.",
        f"After a war in Nook, Drev said {RAIN}.",
        f"Answering a question about boats from Nook, Drev said {RAIN}.",
        f"Drev said on Monday that {RAIN}.",
    ],
)
def test_places_of_other_things_are_not_that_of_speaking(text: str) -> None:
    assert place(text) is None


def test_a_nested_statement_has_its_own_circumstances_alone() -> None:
    text = "Drev said at a press conference: “Ada told me at the dinner that it would rain.”"
    found = asked(
        text,
        Say("Drev", "said", "Ada told me at the dinner that it would rain."),
        Say("Ada", "told", RAIN, addressee="me", parent=0),
        Say("Ada", "told", "it would", addressee="me", parent=0),
    )
    assert found[0] == [("occasion", "press conference", "attribution")]
    assert found[1] == [("occasion", "meeting", "attribution")]


def test_a_cue_that_takes_in_its_hearer_still_tells_of_the_medium() -> None:
    text = f"Drev did not say to this newspaper that {RAIN}."
    assert medium(text, "did not say to this newspaper") == (By.NEWSPAPER, "this newspaper")


def test_a_name_that_ends_in_the_word_for_a_medium_is_none() -> None:
    found = told(f"The Harbour Post said {RAIN}.", Say("The Harbour Post", "said", RAIN))
    assert found == []
