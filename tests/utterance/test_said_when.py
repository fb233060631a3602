"""When a statement was made: only what its attribution tells."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Act, Aspect, Block, BlockKind, Circumstance, Factuality, Kind, Said, Span
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
        ("2024-03-15", "weekday: today")
    ]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Drev had said on Friday it would rain.", "had said"),
        ("Drev had said on Friday it would rain.", "said"),
    ],
)
def test_in_the_past_perfect_it_is_a_week_ago(text: str, cue: str) -> None:
    assert when(text, Say("Drev", cue, RAIN)) == [("2024-03-08", "weekday: a week ago")]


def test_so_it_is_with_last() -> None:
    assert when("Drev said last Friday it would rain.", Say("Drev", "said", RAIN)) == [
        ("2024-03-08", "weekday")
    ]


def test_what_is_told_in_a_quotation_has_its_own_day() -> None:
    text = "“Holm told me yesterday that it would rain,” Drev said on Tuesday."
    outer = Say("Drev", "said", "“Holm told me yesterday that it would rain,”", kind=Kind.DIRECT)
    inner = Say("Holm", "told", RAIN, addressee="me", parent=0)
    assert when(text, outer, inner) == [
        ("2024-03-12", "weekday"),
        ("2024-03-11", "yesterday, from the day of speaking"),
    ]


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
    text = LEAD + "The talks began on Monday.\n“We have boats,” Drev said."
    say = Say("Drev", "Drev said", "“We have boats,”", kind=Kind.DIRECT)
    assert when(text, FIRST, say)[1] is None


def test_but_not_for_words_that_go_on() -> None:
    text = LEAD + "The talks began on Monday.\n“We have boats,” Drev added."
    say = Say("Drev", "added", "“We have boats,”", kind=Kind.DIRECT)
    assert when(text, FIRST, say)[1] == ("2024-03-14", "scene")


def test_what_had_been_said_is_not_of_the_scene() -> None:
    text = LEAD + "Drev had once said snow was rare."
    assert when(text, FIRST, Say("Drev", "said", "snow was rare"))[1] is None


def test_a_day_that_comes_late_carries_on_and_not_back() -> None:
    text = "Drev wanted oars. " + "It rained. " * 6 + LEAD + "Drev added a boat."
    found = when(text, Say("Drev", "wanted", "oars"), FIRST, Say("Drev", "added", "a boat"))
    assert found == [None, ("2024-03-14", "weekday"), ("2024-03-14", "scene")]


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


@pytest.mark.parametrize(
    "text",
    [
        "Drev, asked about the vote on Thursday, said it would rain.",
        "Drev said after the vote on Thursday that it would rain.",
        "Drev told supporters of Thursday's vote that it would rain.",
        "Despite the Thursday attack Drev said it would rain.",
        "Drev, asked about his March 3 letter, said it would rain.",
        "Drev said every Thursday that it would rain.",
        "Drev is to say on Thursday that it would rain.",
        "Drev said on March 30, 2031 that it would rain.",
        "Drev told the March 3 movement that it would rain.",
        "Drev had been mayor until Thursday and said it would rain.",
    ],
)
def test_what_dates_something_else_dates_no_words(text: str) -> None:
    cue = next(c for c in ("told", "is to say", "said") if c in text)
    assert when(text, Say("Drev", cue, RAIN)) == [None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Drev told reporters after talks on Thursday that it would rain.", "2024-03-14"),
        ("At Thursday's briefing Drev said it would rain.", "2024-03-14"),
        ("In his March 3 letter Drev said it would rain.", "2024-03-03"),
        ("Speaking on Thursday at a rally, Drev said it would rain.", "2024-03-14"),
        ("Drev said late on Thursday that it would rain.", "2024-03-14"),
        ("Drev said at 14:30 GMT on Thursday it would rain.", "2024-03-14T14:30+00:00"),
        ("Drev said in an interview published on March 3 that it would rain.", "2024-03-03"),
    ],
)
def test_what_dates_the_speaking_dates_the_words(text: str, day: str) -> None:
    found = when(text, Say("Drev", "told" if "told" in text else "said", RAIN))
    assert found[0]
    assert found[0][0] == day


def test_a_time_behind_short_words_is_that_of_their_cue() -> None:
    text = "Drev rejected the offer on Thursday.\nHolm called it “a farce” on Monday."
    farce = Say("Holm", "called", "“a farce”", kind=Kind.DIRECT)
    found = when(text, Say("Drev", "rejected", "the offer"), farce)
    assert found == [("2024-03-14", "weekday"), ("2024-03-11", "weekday")]


@pytest.mark.parametrize("act", [Act.THOUGHT, Act.INTENTION])
def test_thoughts_and_plans_have_no_day(act: Act) -> None:
    report = document("Drev said on Thursday it would rain.", published=FRIDAY)
    (one,) = statements(report, [Say("Drev", "said", RAIN)])
    assert said_when(report, [one])
    assert not said_when(report, [replace(one, act=act)])


@pytest.mark.parametrize("factuality", set(Factuality) - {Factuality.MADE})
def test_what_was_not_said_has_no_day(factuality: Factuality) -> None:
    report = document("Drev said on Thursday it would rain.", published=FRIDAY)
    (one,) = statements(report, [Say("Drev", "said", RAIN)])
    assert not said_when(report, [replace(one, factuality=factuality)])


def words(text: str, *says: Say, published: str | None = None) -> list[Said | None]:
    report = document(text, published=published)
    made = statements(report, list(says))
    found = said_when(report, made)
    return [found.get(s.id) for s in made]


@pytest.mark.parametrize(
    "time",
    ["on Thursday", "yesterday", "in February", "last year", "before the full-scale war"],
)
def test_words_that_cannot_be_counted_are_kept_in_their_place(time: str) -> None:
    text = f"Drev said {time} that it would rain.\n“We have boats,” Drev added."
    first, second = words(
        text,
        Say("Drev", "said", "that it would rain"),
        Say("Drev", "added", "“We have boats,”", kind=Kind.DIRECT),
    )
    assert first
    assert first.interval is None
    assert first.span
    assert first.span.of(text) == first.text == time
    if "war" not in time:
        assert second == replace(first, rule="scene")


def test_a_day_that_never_was_is_kept_as_words() -> None:
    (found,) = words("Drev said on February 30 it would rain.", Say("Drev", "said", RAIN))
    assert found
    assert (found.text, found.interval) == ("on February 30", None)


def test_a_day_is_dated_if_the_text_names_its_year_elsewhere() -> None:
    text = "The talks of 27 March 2023 failed.\nDrev said on March 27 it would rain."
    (found,) = words(text, Say("Drev", "said", RAIN))
    assert found
    assert found.interval
    assert found.interval.start == "2023-03-27"
    assert found.rule == "month and day, in the year named elsewhere"


def test_another_full_date_does_not_tell_the_year_of_the_report() -> None:
    text = "Boats were cheaper on 3 May 2025.\nDrev said on March 27 it would rain."
    (found,) = words(text, Say("Drev", "said", RAIN))
    assert found
    assert found.interval is None


def test_a_dateline_is_what_a_report_counts_from() -> None:
    text = "ORLUND, March 12 (KPA) –\nDrev said on Monday it would rain."
    report = document(text, published=FRIDAY)
    report = replace(report, blocks=(Block(BlockKind.DATELINE, Span(0, 24)), *report.blocks[1:]))
    (one,) = statements(report, [Say("Drev", "said", RAIN)])
    found = said_when(report, [one])[one.id]
    assert found.interval
    assert (found.interval.start, found.rule) == ("2024-03-11", "weekday, from the dateline")


@pytest.mark.parametrize(
    ("text", "day", "rule"),
    [
        (
            "Holm resigned on Wednesday. The day before, Drev said it would rain.",
            "2024-03-12",
            "the day before",
        ),
        (
            "The vote was held on March 5. Two days after the vote Drev said it would rain.",
            "2024-03-07",
            "days after, from the vote",
        ),
        (
            "The vote in June 2021 failed. In July that year Drev said it would rain.",
            "2021-07-01",
            "month",
        ),
        (
            "Boats left on Thursday, a day after Drev said it would rain.",
            "2024-03-13",
            "counted back from the day named",
        ),
    ],
)
def test_some_words_count_from_a_day_that_the_text_names(text: str, day: str, rule: str) -> None:
    assert when(text, Say("Drev", "said", RAIN)) == [(day, rule)]


def test_they_are_only_words_where_it_names_none_or_two() -> None:
    text = (
        "The vote of May 3 and the vote of May 9 failed. "
        "Two days after the vote Drev said it would rain."
    )
    assert when(text, Say("Drev", "said", RAIN)) == [None]
    assert when("The day before, Drev said it would rain.", Say("Drev", "said", RAIN)) == [None]


def test_what_only_an_outlet_is_credited_with_counts_from_the_report() -> None:
    text = "Drev said on Thursday it would rain, KPA reports."
    outer = Say("KPA", "reports", "Drev said on Thursday it would rain")
    assert when(text, outer, Say("Drev", "said", RAIN, parent=0)) == [
        None,
        ("2024-03-14", "weekday"),
    ]


def test_a_sentence_that_sets_the_scene_dates_what_follows() -> None:
    text = (
        "Mayor Peter Drev spoke to farmers in Lorne on Thursday.\n"
        "“We have boats,” Drev said. “We have oars,” Ann Holm said."
    )
    told = tell(
        text,
        Say("Drev", "Drev said", "“We have boats,”", kind=Kind.DIRECT),
        Say("Ann Holm", "Holm said", "“We have oars,”", kind=Kind.DIRECT),
        published=FRIDAY,
    )
    found = said_when(told.report, told.statements, mentions=told.mentions)
    rules = [found[s.id].rule if s.id in found else None for s in told.statements]
    assert rules == ["scene", None]


def test_a_joint_occasion_has_one_day_for_both() -> None:
    text = (
        "Peter Drev told reporters on Thursday at a joint briefing with Ann Holm that it would "
        "rain.\n“We have oars,” Holm said."
    )
    told = tell(
        text,
        Say("Peter Drev", "told", "that it would rain"),
        Say("Holm", "Holm said", "“We have oars,”", kind=Kind.DIRECT),
        published=FRIDAY,
    )
    found = said_when(told.report, told.statements, mentions=told.mentions)
    assert [found[s.id].rule for s in told.statements] == ["weekday", "scene"]


def test_what_is_told_of_one_occasion_has_its_time() -> None:
    text = (
        "Drev told a rally in Lorne on Thursday that it would rain.\n"
        "Boats will do, Holm told the rally.\nOars will do, Roke told a hearing."
    )
    report = document(text, published=FRIDAY)
    made = statements(
        report,
        [
            Say("Drev", "told", "that it would rain"),
            Say("Holm", "Holm told", "Boats will do"),
            Say("Roke", "Roke told", "Oars will do"),
        ],
    )
    rally = Span(text.index("a rally"), text.index("a rally") + 7)
    on = [Circumstance(s.id, Aspect.OCCASION, "event", rally, "scene") for s in made[:2]]
    found = said_when(report, made, circumstances=on)
    assert [s.id in found for s in made] == [True, True, False]
    assert found[made[1].id].rule == "scene"
    assert not said_when(report, made[1:], circumstances=on[1:])


def test_the_time_of_one_occasion_is_not_that_of_another() -> None:
    text = (
        "Drev told a rally on Thursday that it would rain.\n“We have boats,” Drev told a hearing."
    )
    report = document(text, published=FRIDAY)
    made = statements(
        report,
        [
            Say("Drev", "told", "that it would rain"),
            Say("Drev", "Drev told", "“We have boats,”", kind=Kind.DIRECT),
        ],
    )
    places = [text.index("a rally"), text.index("a hearing")]
    rally, hearing = (
        Circumstance(s.id, Aspect.OCCASION, kind, Span(at, at + 7), "attribution")
        for s, kind, at in zip(made, ("event", "session"), places, strict=True)
    )
    assert len(said_when(report, made)) == 2
    assert len(said_when(report, made, circumstances=[rally, hearing])) == 1


def test_an_older_day_dates_only_what_goes_on_from_it() -> None:
    text = (
        "Drev said on Thursday that it would rain.\n"
        "In June 2022 he had promised snow, adding hail.\n"
        "“We have boats,” Drev said."
    )
    found = when(
        text,
        Say("Drev", "said", "that it would rain"),
        Say("he", "had promised", "snow"),
        Say("he", "adding", "hail"),
        Say("Drev", "Drev said", "“We have boats,”", kind=Kind.DIRECT),
    )
    assert found == [
        ("2024-03-14", "weekday"),
        ("2022-06-01", "month"),
        ("2022-06-01", "month"),
        ("2024-03-14", "scene"),
    ]


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
