"""What stands over a report says what it is printed in, and when."""

from __future__ import annotations

import pytest

from onrecord.document.masthead import masthead, outlet_over
from tests.document.made import text

BODY = "\n\nThe ferries will run again, the harbour master said. He was asked twice.\n"


@pytest.mark.parametrize(
    ("head", "outlet", "published"),
    [
        ("Ansel Radio, news at six, 1 January 2024.", "Ansel Radio", "2024-01-01"),
        ("The Lamp — weekly of the lakes — Saturday, 5 March 2016", "The Lamp", "2016-03-05"),
        ("Compass & Quay, issue 14, February 2025", "Compass & Quay", "2025-02-01"),
        ("ANSEL HERALD | 1.3.2016, 22:15 (UTC-5)", "ANSEL HERALD", "2016-03-01T22:15-05:00"),
        ("ANSEL, Dec. 30, 2022 (Quay Press) – Rain fell.", "Quay Press", "2022-12-30"),
        ("ANSEL, 2 March 1968 (QTA). - Rain fell.", "QTA", "1968-03-02"),
        ("1 April 2021 06:05 CEST", None, "2021-04-01T06:05+02:00"),
        ("QTA\n2 January 2024 - 18:00 UTC+3\n\nBrill: No toll", "QTA", "2024-01-02T18:00+03:00"),
    ],
)
def test_a_head_says_where_and_when(head: str, outlet: str | None, published: str) -> None:
    document = text(head + BODY)
    assert document.outlet == outlet
    assert document.published is not None
    assert document.published.start == published


def test_a_name_over_a_date_and_a_headline_is_no_headline() -> None:
    document = text("THE ANSEL HERALD\n\nMonday, March 4, 2024\n\nBrill rules out a toll" + BODY)
    assert (document.outlet, document.title) == ("THE ANSEL HERALD", "Brill rules out a toll")


def test_a_headline_over_a_date_stays_one() -> None:
    document = text("Brill Rules Out Toll\n\nMonday, March 4, 2024" + BODY)
    assert (document.outlet, document.title) == (None, "Brill Rules Out Toll")


@pytest.mark.parametrize(
    "line",
    [
        "Brill said on Tuesday, March 4, 2024",
        "No toll before 4 March 2024",
        "Brill, the mayor, spoke of a toll",
        "31 February 2024",
    ],
)
def test_a_date_in_a_sentence_is_none_of_the_report(line: str) -> None:
    assert masthead(line) is None


def test_a_month_that_never_was_dates_nothing() -> None:
    assert masthead("Compass, issue 14, Smarch 2025") is None


def test_a_name_without_more_below_is_no_outlet() -> None:
    assert outlet_over(["ANSEL HERALD", "4 March 2024"]) is None
    assert outlet_over([]) is None
