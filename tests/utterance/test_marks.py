"""Every text that holds the words for a time holds their marks."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.utterance.times.dates import DATES, MONTHS
from onrecord.utterance.times.marks import Marked, marks_of
from onrecord.utterance.times.relative import DAYS, LONGER, WEEKDAYS

ROWS = (*DATES, *MONTHS, *WEEKDAYS, *DAYS, *LONGER)
WORDS = (
    "the on in at of to a an two 27 27th 19th 1994 1990s 2011-03-08 8.3.2011 27-28 last this that "
    "same next following previous past Monday Friday March May Sept. morning Night day days hour "
    "week weeks month years ago before after earlier later afterwards yesterday today tonight "
    "overnight eve minutes moments weekend decades spring winter century within end start mid "
    "early late during about several long New Year’s Eve war vote, in."
).split()
PHRASES = (
    "2011-03-08",
    "March 27 to 28, 2011",
    "on the 27th",
    "last night",
    "Last September",
    "at the end of September",
    "within minutes",
    "an hour later",
    "ten days afterwards",
    "the morning after the vote",
    "in the 1990s",
    "in the 19th century",
    "New Year’s Eve",
    "even before the war",
    "several weeks earlier",
    "Today",
    "the following evening",
    "on the twenty-first",
    "on the third of March",
    "on the last day of March",
    "the leap day of 1968",
    "the week before last",
    "Two years ago today",
    "on Christmas Eve",
    "in the spring",
    "in the autumn of that year",
)


def holds_its_marks(text: str) -> bool:
    marks = {row.shape: marks_of(row.shape) for row in ROWS}
    held = Marked(one for every in marks.values() for one in every).held(text)
    return all(marks[row.shape] <= held for row in ROWS if row.pattern.search(text))


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_no_time_is_missed_for_its_marks(text: str) -> None:
    assert holds_its_marks(text)


def test_phrases_for_a_time_hold_their_marks() -> None:
    for phrase in PHRASES:
        assert any(row.pattern.search(phrase) for row in ROWS), phrase
        assert holds_its_marks(phrase), phrase


def test_most_texts_hold_few_marks() -> None:
    marks = Marked(one for row in ROWS for one in marks_of(row.shape))
    assert marks.held("No harbour is free, said the mayor") == frozenset()
    assert all(("",) not in marks_of(row.shape) for row in ROWS)
