"""When a statement was made: only what its attribution tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Kind
from onrecord.utterance import said_when
from tests.told import Say, document, statements, tell

FRIDAY = "2024-03-15"


def when(text: str, *says: Say, published: str | None = FRIDAY) -> list[tuple[str, str] | None]:
    return [(s[0], s[2]) if s else None for s in tell(text, *says, published=published).said]


RAIN = "it would rain"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Drev said on Thursday that it would rain.", "2024-03-14"),
        ("Drev on Thursday said it would rain.", "2024-03-14"),
        ("On Thursday, Drev said it would rain.", "2024-03-14"),
        ("On Thursday Drev said it would rain.", "2024-03-14"),
        ("Drev told a summit in Lorne on Thursday it would rain.", "2024-03-14"),
        ("Yesterday Drev said it would rain.", "2024-03-14"),
        ("Drev said this morning that it would rain.", "2024-03-15"),
        ("In Thursday's speech Drev said it would rain.", "2024-03-14"),
        ("On June 2, 2023, Drev said it would rain.", "2023-06-02"),
        ("Drev, the leader who won last year, said on Thursday it would rain.", "2024-03-14"),
    ],
)
def test_the_day_beside_the_cue_is_the_day(text: str, day: str) -> None:
    found = when(text, Say("Drev", "told" if "told" in text else "said", RAIN))
    assert found[0] is not None
    assert found[0][0] == day


@pytest.mark.parametrize(
    "text",
    [
        "Drev said it would rain on Thursday.",
        "Drev, who fell ill last year, said it would rain.",
        "Drev, the mayor since Monday, said it would rain.",
        "Drev said before Monday that it would rain.",
        "After talks that were held on Monday, there was soup; Drev said it would rain.",
        "Drev will say on Monday that it would rain.",
        "Drev said it would rain. The talks began on Monday.",
        "Boats left on Monday. Drev said it would rain.",
        "Drev said next Monday it would rain.",
    ],
)
def test_days_of_other_things_are_not_the_day_of_speaking(text: str) -> None:
    content = "it would rain on Thursday" if "rain on Thursday" in text else RAIN
    cue = "say" if " say " in text else "said"
    assert when(text, Say("Drev", cue, content)) == [None]


def test_a_day_inside_a_quotation_is_not_the_day_of_speaking() -> None:
    say = Say("Drev", "said", "“We met on Monday, last year we did not,”", kind=Kind.DIRECT)
    assert when("“We met on Monday, last year we did not,” Drev said.", say) == [None]


def test_relative_words_without_a_day_of_publication_tell_nothing() -> None:
    say = Say("Drev", "said", RAIN)
    assert when("Drev said on Thursday it would rain.", say, published=None) == [None]
    assert when("Drev said on June 2, 2023 it would rain.", say, published=None) == [
        ("2023-06-02", "date")
    ]


def test_a_weekday_named_on_that_day_is_today() -> None:
    assert when("Drev said on Friday it would rain.", Say("Drev", "said", RAIN)) == [
        ("2024-03-15", "weekday")
    ]


def test_what_is_told_in_a_quotation_has_its_own_day() -> None:
    text = "“Holm told me yesterday that it would rain,” Drev said on Tuesday."
    outer = Say("Drev", "said", "“Holm told me yesterday that it would rain,”", kind=Kind.DIRECT)
    inner = Say("Holm", "told", RAIN, addressee="me", parent=0)
    assert when(text, outer, inner) == [("2024-03-12", "weekday"), ("2024-03-11", "yesterday")]


def test_what_is_told_on_an_unknown_day_has_no_day_of_its_own() -> None:
    text = "“Holm told me yesterday that it would rain,” Drev said."
    outer = Say("Drev", "said", "“Holm told me yesterday that it would rain,”", kind=Kind.DIRECT)
    assert when(text, outer, Say("Holm", "told", RAIN, parent=0)) == [None, None]


LEAD = "Drev said on Thursday that it would rain.\n"
FIRST = Say("Drev", "said", "that it would rain")


def test_the_day_of_the_lead_carries_to_its_speaker() -> None:
    text = LEAD + "“We have boats,” Drev added.\n“We have oars,” he said."
    found = when(
        text,
        FIRST,
        Say("Drev", "added", "“We have boats,”", kind=Kind.DIRECT),
        Say("he", "he said", "“We have oars,”", kind=Kind.DIRECT),
    )
    assert found == [("2024-03-14", "weekday")] + [("2024-03-14", "scene")] * 2


def test_the_scene_does_not_carry_to_another_speaker() -> None:
    text = LEAD + "“We have boats,” Holm added.\n“We have oars,” he said."
    found = when(
        text,
        FIRST,
        Say("Holm", "added", "“We have boats,”", kind=Kind.DIRECT),
        Say("he", "he said", "“We have oars,”", kind=Kind.DIRECT),
    )
    assert found[1:] == [None, None]


def test_another_day_ends_the_scene() -> None:
    text = LEAD + "The talks began on Monday.\n“We have boats,” Drev added."
    say = Say("Drev", "added", "“We have boats,”", kind=Kind.DIRECT)
    assert when(text, FIRST, say)[1] is None


def test_what_had_been_said_is_not_of_the_scene() -> None:
    text = LEAD + "Drev had once said snow was rare."
    assert when(text, FIRST, Say("Drev", "said", "snow was rare"))[1] is None


def test_a_day_that_comes_late_carries_nowhere() -> None:
    text = "It rained. " * 6 + "Drev said on Thursday that it would rain.\nDrev added a boat."
    assert when(text, FIRST, Say("Drev", "added", "a boat"))[1] is None


def test_the_same_speaker_is_who_speaks_not_whom_they_speak_for() -> None:
    text = (
        "Tide Ministry spokesman Bo Lindh said on Thursday that it would rain.\n"
        "“We have boats,” Tide Ministry spokesman Ann Holm said."
    )
    told = tell(
        text,
        Say("Tide Ministry spokesman Bo Lindh", "said", "that it would rain"),
        Say("Tide Ministry spokesman Ann Holm", "Holm said", "“We have boats,”", kind=Kind.DIRECT),
        published=FRIDAY,
    )
    assert len(told.mentions) > len(told.statements)  # both speak for the ministry
    with_mentions = said_when(told.report, told.statements, mentions=told.mentions)
    assert [s.id in with_mentions for s in told.statements] == [True, False]


def test_mentions_tell_who_the_same_speaker_is() -> None:
    text = (
        "Mayor Peter Drev said on Thursday that it would rain.\n"
        "“We have boats,” the mayor said. “We have oars,” Ann Holm said."
    )
    told = tell(
        text,
        Say("Mayor Peter Drev", "said", "that it would rain"),
        Say("the mayor", "said", "“We have boats,”", kind=Kind.DIRECT),
        Say("Ann Holm", "Holm said", "“We have oars,”", kind=Kind.DIRECT),
        published=FRIDAY,
    )
    with_mentions = said_when(told.report, told.statements, mentions=told.mentions)
    assert [s.id in with_mentions for s in told.statements] == [True, True, False]
    assert with_mentions[told.statements[1].id].rule == "scene"


@given(
    st.text(
        alphabet=st.sampled_from(" .,“”\nDrev said on Friday last year 2024-02-30 March 31"),
        min_size=3,
        max_size=120,
    ),
    st.data(),
)
def test_no_text_breaks_it(text: str, data: st.DataObject) -> None:
    report = document(text, published=FRIDAY)
    pieces = st.integers(0, len(text) - 1).flatmap(
        lambda a: st.integers(a + 1, len(text)).map(lambda b: text[a:b])
    )
    says = [Say(data.draw(pieces), data.draw(pieces), data.draw(pieces)) for _ in range(2)]
    made = statements(report, says)
    found = said_when(report, made)
    assert found == said_when(report, made[::-1])
    assert set(found) <= {s.id for s in made}
