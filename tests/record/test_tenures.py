"""Attested tenures: from the first to the last report that gives a title, and no further."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Status, Tenure
from onrecord.record.tenures import LONGEST_GAP, Attestation, attested, days_between

PRESIDENT = "president|pelland"


def told(
    at: str, title: str = "President of Pelland", status: str = "held", office: str = PRESIDENT
) -> Attestation:
    return Attestation(title, Status(status), office, at, at, hash(at) % 1000)


def spans(*attestations: Attestation) -> list[tuple[str, Status, str | None, str | None]]:
    return [(t.title, t.status, t.start, t.end) for t in attested(attestations)]


def test_a_title_is_attested_from_the_first_to_the_last_report() -> None:
    (tenure,) = attested([told("2024-03-01"), told("2023-06-02"), told("2023-11-05")])
    title = "President of Pelland"
    assert tenure == Tenure(
        title, Status.HELD, "2023-06-02", "2024-03-01", reports=3, office=PRESIDENT
    )


def test_one_report_attests_its_day_alone() -> None:
    assert spans(told("2024-03-01"))[0][2:] == ("2024-03-01", "2024-03-01")


def test_then_attests_the_time_it_speaks_of() -> None:
    later = Attestation("President", Status.THEN, PRESIDENT, "2021-01-01", "2021-12-31", 7)
    assert spans(later, told("2020-12-01")) == [
        ("President of Pelland", Status.HELD, "2020-12-01", "2021-12-31")
    ]


def test_nothing_is_said_of_the_time_between_reports_far_apart() -> None:
    assert len(spans(told("2019-01-01"), told("2025-01-01"))) == 2


def test_a_former_president_may_become_one_again() -> None:
    found = spans(told("2020-12-01"), told("2021-03-01", "President", "former"), told("2021-06-01"))
    assert [(status, start) for _, status, start, _ in found] == [
        (Status.HELD, "2020-12-01"),
        (Status.FORMER, "2021-03-01"),
        (Status.HELD, "2021-06-01"),
    ]


def test_a_bare_title_is_one_of_courtesy_from_former_on() -> None:
    former = told("2021-03-01", status="former")
    bare = [told(day, "President", office="president|") for day in ("2021-02-01", "2021-06-01")]
    held = [t for t in spans(former, *bare) if t[1] is Status.HELD]
    assert held == [("President", Status.HELD, "2021-02-01", "2021-02-01")]


def test_between_two_reports_of_a_former_president_the_title_is_one_of_courtesy() -> None:
    former = [told(day, "President", "former") for day in ("2021-03-01", "2021-09-01")]
    assert [t[1] for t in spans(*former, told("2021-06-01"))] == [Status.FORMER]


@pytest.mark.parametrize("status", ["candidate", "elect", "former", "acting"])
def test_who_is_no_president_is_not_attested_as_one(status: str) -> None:
    ((_, found, _, _),) = spans(told("2024-01-01", status=status))
    assert found == status


def test_a_bare_title_is_that_of_the_only_place_that_is_told_of() -> None:
    bare = told("2024-02-01", "President", office="president|")
    assert [t[0] for t in spans(told("2024-01-01"), bare)] == ["President of Pelland"]
    elsewhere = told("2024-03-01", "President of Soleste", office="president|soleste")
    assert len(spans(told("2024-01-01"), bare, elsewhere)) == 3


def test_a_place_that_is_told_of_once_among_many_is_none_to_go_by() -> None:
    bare = [told(f"2024-01-{n:02}", "President", office="president|") for n in range(1, 9)]
    odd = told("2024-02-01", "Enter President", office="president|enter")
    assert {t[0] for t in spans(*bare, odd)} == {"President", "Enter President"}


days = st.dates().map(str).filter(lambda day: day > "1900")
attestations = st.lists(
    st.builds(
        lambda day, status, office, report: Attestation(
            f"{status} {office}", status, office, day, day, report
        ),
        days,
        st.sampled_from(Status),
        st.sampled_from(["president|", PRESIDENT, "mayor|tarn"]),
        st.integers(1, 9),
    ),
    max_size=12,
)


@given(attestations, st.randoms(use_true_random=False))
def test_no_start_and_no_end_is_invented(told: list[Attestation], chance: random.Random) -> None:
    found = attested(told)
    said = {a.at for a in told}
    assert {t.start for t in found} | {t.end for t in found} <= said
    assert {t.status for t in found} <= {a.status for a in told} | {Status.HELD}
    for tenure in found:
        assert tenure.start is not None
        assert tenure.end is not None
        inside = sorted({a.at for a in told if tenure.start <= a.at <= tenure.end})
        gaps = [days_between(*pair) for pair in pairwise(inside)]
        assert max(gaps, default=0) <= LONGEST_GAP
    assert attested(chance.sample(told, len(told))) == found
