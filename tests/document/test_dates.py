"""Dates are read where a year is named, and the choice among them says why."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onrecord.document import read_document
from onrecord.document.dates import choose, date_in_url, date_line, epoch, stamp
from onrecord.model import Document, Granularity, Interval
from tests.document.made import blocks, capture, fields, kinds, markdown, text

Read = Callable[[str], Document]

BODY = "The harbour of Port Ansel will open in spring, Minister Ada Voss said."


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T20:01", "2024-03-05T20:01"),
        ("2024-03-05T20:01:59Z", "2024-03-05T20:01+00:00"),
        ("2024-03-05T20:01:59.123+02:00", "2024-03-05T20:01+02:00"),
        ("2024-03-05 20:01:59+0200", "2024-03-05T20:01+02:00"),
        ("20:01 22.10.2024", "2024-10-22T20:01"),
        ("05.03.2024, 7:05", "2024-03-05T07:05"),
        ("5 March 2024", "2024-03-05"),
        ("5th of March, 2024", "2024-03-05"),
        ("March 5, 2024", "2024-03-05"),
        ("Mar. 5, 2024 at 8:01 p.m.", "2024-03-05T20:01"),
        ("Sept 5, 2024 12:30 AM", "2024-09-05T00:30"),
        ("Tuesday, March 5th, 2024 | 20:01 GMT", "2024-03-05T20:01+00:00"),
        ("Tue, 05 Mar 2024 20:01:00 +0200", "2024-03-05T20:01+02:00"),
        ("25/03/2024", "2024-03-25"),
        ("03/25/2024", "2024-03-25"),
        ("03/03/2024", "2024-03-03"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_forms_of_dates(words: str, start: str) -> None:
    found = stamp(words, "field date")
    assert found is not None
    assert (found.start, found.end) == (start, start)
    assert found.granularity is (Granularity.MINUTE if "T" in start else Granularity.DAY)
    assert found.text == words


@pytest.mark.parametrize(
    "words",
    [
        "03/04/2024",
        "29 February 2023",
        "31.04.2024",
        "2024-13-01",
        "5 March",
        "March 2024",
        "on Friday",
        "yesterday",
        "Marching 5, 2024",
        "",
        "0000-01-01",
    ],
)
def test_what_would_have_to_be_guessed_is_no_date(words: str) -> None:
    assert stamp(words, "field date") is None


@pytest.mark.parametrize(
    "line",
    [
        "Published: 5 March 2024",
        "First published on 5 March 2024",
        "Date: 2024-03-05",
        "Port Ansel, 5 March 2024",
        "Published 5 March 2024, updated 7 April 2024",
        "Published 5 March 2024 · Last updated 20:00",
    ],
)
def test_lines_that_say_when_a_report_was_published(line: str) -> None:
    found = date_line(line)
    assert found is not None
    assert found.start == "2024-03-05"


@pytest.mark.parametrize(
    "line",
    ["Updated: 5 March 2024", "on 5 March 2024 a meeting was held", "5 March 2024 was a Tuesday"],
)
def test_lines_that_do_not(line: str) -> None:
    assert date_line(line) is None


@pytest.mark.parametrize(
    ("url", "start", "end"),
    [
        ("https://a.example/2024/03/05/harbour", "2024-03-05", "2024-03-05"),
        ("https://a.example/news/2024-03-05-harbour", "2024-03-05", "2024-03-05"),
        ("https://a.example/20240305/harbour", "2024-03-05", "2024-03-05"),
        ("https://a.example/2024/02/harbour", "2024-02-01", "2024-02-29"),
    ],
)
def test_dates_in_addresses(url: str, start: str, end: str) -> None:
    found = date_in_url(url)
    assert found is not None
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/harbour-202403",
        "https://2024.example/03/05/",
        "https://a.example/article/120240305",
        "https://a.example/2024/13/05/",
    ],
)
def test_addresses_without_a_date(url: str) -> None:
    assert date_in_url(url) is None


def test_unix_times() -> None:
    for count in (1709668860, 1709668860000):
        found = epoch(count, "field date")
        assert found is not None
        assert found.start == "2024-03-05T20:01+00:00"
    assert epoch(-1, "field date") is None
    assert epoch(1e30, "field date") is None


def day(start: str, rule: str) -> Interval:
    return Interval(start, start, Granularity.DAY, start, rule)


def test_the_surest_source_decides_and_its_rule_says_over_whom() -> None:
    found = choose(
        [day("2024-01-01", "time"), day("2024-03-05", "meta date"), day("2024-03-05", "url")]
    )
    assert [c.start for c in found] == ["2024-03-05", "2024-01-01", "2024-03-05"]
    assert found[0].rule == "meta date; agrees with url; trusted over time"


@pytest.mark.parametrize("year", [1999, 2099])
def test_no_clock_says_which_date_is_one(year: int) -> None:
    """A report from tomorrow (a clock, an embargo) has the date that it gives itself."""
    document = fields(text=BODY, date=f"{year}-01-01", url="https://a.example/2024/03/05/x")
    assert document.published is not None
    assert document.published.start == f"{year}-01-01"
    assert document.published.rule == "field date; trusted over url"


def test_a_page_read_at_another_time_has_the_same_dates() -> None:
    source = f"<article><p>{BODY}</p></article><footer>2031-05-06</footer>"
    early, late = (
        read_document(
            replace(capture(source, "text/html"), captured_at=datetime(y, 1, 1, tzinfo=UTC))
        )
        for y in (2000, 2090)
    )
    assert early == late


@pytest.mark.parametrize(
    "line",
    [
        "*2021-04-11, Quay News*",
        "_11 April 2021, The Quay_",
        "**Published:** 2021-04-11",
        "Veröffentlicht: 11.04.2021",
        "Veröffentlicht am 11. April 2021",
        "**Veröffentlicht:** 11.04.2021",
        "Datum: 11.04.2021",
        "Publié le 11.04.2021",
        "Publicado el 11.04.2021",
        "Pubblicato il 11.04.2021",
        "Gepubliceerd op 11.04.2021",
        "Опубліковано: 11.04.2021",
        "Дата публикации: 11.04.2021",
    ],
)
@pytest.mark.parametrize("read", [text, markdown])
def test_a_label_line_dates_a_report_in_any_language(read: Read, line: str) -> None:
    document = read(f"# The harbour opens\n\n{line}\n\n{BODY}")
    assert document.published is not None
    assert (document.published.start, document.published.rule) == ("2021-04-11", "dateline")
    assert ("dateline", line) in blocks(document)


def test_a_time_of_day_in_german() -> None:
    document = text(f"Veröffentlicht: 11.04.2021, 10:30 Uhr\n\n{BODY}")
    assert document.published is not None
    assert document.published.start == "2021-04-11T10:30"


@pytest.mark.parametrize("order", [1, -1])
def test_as_of_when_it_stands_is_trusted_less_than_when_it_was_published(order: int) -> None:
    lines = ["Veröffentlicht: 11.04.2021", "Stand: 12.04.2021 08:15 Uhr"][::order]
    document = text("\n".join(lines) + f"\n\n{BODY}")
    assert [(c.start, c.rule) for c in document.dates] == [
        ("2021-04-11", "dateline; trusted over as-of"),
        ("2021-04-12T08:15", "as-of"),
    ]


def test_as_of_when_it_stands_dates_a_report_that_gives_no_other_date() -> None:
    document = text(f"Stand: 12.04.2021\n\n{BODY}")
    assert document.published is not None
    assert document.published.rule == "as-of"


@pytest.mark.parametrize(
    "content",
    [
        BODY,
        f"{BODY}\n\nAs reported, on March 27, a meeting was held in Port Ansel.",
        f"{BODY}\n\nOn 5 March 2024 the harbour was opened.",
        f"{BODY}\n\n5 March 2024\n\n{BODY} Again.",
        f"PORT ANSEL, March 5 (UNA) - {BODY}",
        f"Updated: 5 March 2024\n\n{BODY}",
    ],
)
def test_no_date_is_ever_guessed(content: str) -> None:
    document = text(content)
    assert document.published is None
    assert document.dates == ()


@pytest.mark.parametrize(
    ("content", "start", "said"),
    [
        (f"20:01 22.10.2024\n\n{BODY}", "2024-10-22T20:01", "20:01 22.10.2024"),
        (f" date 2023-06-02 {BODY}", "2023-06-02", "date 2023-06-02"),
        (f"Published: June 2, 2023 | {BODY}", "2023-06-02", "Published: June 2, 2023"),
        (f"{BODY}\n\nPublished: 2 June 2023", "2023-06-02", "Published: 2 June 2023"),
        (f"PORT ANSEL, June 2, 2023 (UNA) - {BODY}", "2023-06-02", "June 2, 2023"),
        (f"PORT ANSEL, June 2, 2023 (UNA): {BODY}", "2023-06-02", "June 2, 2023"),
        (f"PORT ANSEL, June 2, 2023 - {BODY}", "2023-06-02", "June 2, 2023"),
        (f"ANSEL, 2 June 2023 -- {BODY}", "2023-06-02", "2 June 2023"),
        (f"ANSEL, Corvane, June 2, 2023: {BODY}", "2023-06-02", "June 2, 2023"),
        (f"ANSEL, June 2, 2023, UNA – {BODY}", "2023-06-02", "June 2, 2023"),
        (f"ANSEL (UNA) — June 2, 2023. {BODY}", "2023-06-02", "June 2, 2023"),
        (f"ANSEL (UNA) — June 2, 2023.\n\n{BODY}", "2023-06-02", "June 2, 2023"),
        (f"Ansel (UNA) - Friday, 2 June 2023 - {BODY}", "2023-06-02", "Friday, 2 June 2023"),
    ],
)
def test_datelines_of_plain_text(content: str, start: str, said: str) -> None:
    document = text(content)
    assert document.published is not None
    assert document.published.start == start
    assert document.published.text == said
    assert document.dates[0] == document.published
    assert [b.span.of(document.text) for b in document.blocks if b.kind == "paragraph"] == [BODY]


@pytest.mark.parametrize("date", ["3 May 2024", "May 3, 2024", "2024-05-03", "03.05.2024"])
@pytest.mark.parametrize("headline", ["Rates", "Harbour to open", "Will the harbour open in May?"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("words", ["It rains.", "short paragraph", BODY])
def test_a_date_under_the_headline_is_that_of_the_report(
    headline: str, date: str, gap: str, words: str
) -> None:
    document = text(f"{headline}{gap}{date}\n\n{words}")
    assert document.title == headline
    assert kinds(document) == ["headline", "dateline", "paragraph"]
    assert document.published is not None
    assert document.published.start == "2024-05-03"


@pytest.mark.parametrize(
    "line",
    [
        "ANSEL, May 3, 2024 (Unanews)",
        "Ansel, 3 May 2024 (Unanews)",
        "PORT ANSEL, Corvane, May 3, 2024 (Unanews) -",
        "PORT ANSEL, May 3, 2024",
    ],
)
@pytest.mark.parametrize("words", ["", f"\n{BODY}", f"\n\n{BODY}"])
def test_a_dateline_with_a_line_to_itself(line: str, words: str) -> None:
    document = text(f"By Ilm Tarn\n{line}{words}")
    assert kinds(document) == ["byline", "dateline", "paragraph"][: 2 + bool(words)]
    assert document.byline == "Ilm Tarn"
    assert document.outlet == ("Unanews" if "Unanews" in line else None)
    assert document.published is not None
    assert document.published.start == "2024-05-03"


def test_a_dateline_further_down_dates_the_report_only_where_nothing_above_does() -> None:
    below = f"PORT ANSEL, June 2, 2023 (UNA) - {BODY}"
    document = text(f"{BODY} Yes.\n\n{below}")
    assert [c.start for c in document.dates] == ["2023-06-02"]
    assert document.outlet == "UNA"
    document = text(f"Harbour opens\n5 March 2024\n\n{BODY} Yes.\n\n{below}")
    assert [c.start for c in document.dates] == ["2024-03-05"]
