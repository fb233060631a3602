"""What is printed around a report, and what only looks like it."""

import pytest

from onrecord.document.furniture import byline, kind_of_line, place_line
from onrecord.model import BlockKind


@pytest.mark.parametrize(
    "line",
    [
        "AD",
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Story continues below",
        "2 min read",
        "5-minute read",
        "Reading time: 3 minutes",
        "1,204 views",
        "For the latest headlines, follow our Wavenews channel online or via the app.",
        "Follow us on Wavegram!",
        "Subscribe to our newsletter",
        "Sign up for our morning letter and never miss a story.",
        "We use cookies to improve your experience.",
        "Accept all cookies",
        "Share this article",
        "Download our app for more news",
        "© 2024 Ansel Courier",
        "All rights reserved.",
        "ADVERTISEMENT: “Best pumps,” says Bill of Pumpco.",
        "Advertisement: Best pumps in town",
        "ADVERTISEMENT Best pumps in town",
        "Advertisement\nBest pumps in town",
        "Sponsored | Best pumps in town",
        "Sponsored by Pumpco: Ten things about pumps",
        "Paid content: Ten things about pumps. " * 20,
        "Promoted – Best pumps in town",
        "Anzeige: Die besten Pumpen",
        "Реклама: насоси",
        "РЕКЛАМА Насоси для дому",
        "[AD] Best pumps in town",
    ],
)
def test_adverts(line: str) -> None:
    assert kind_of_line(line) is BlockKind.ADVERT


@pytest.mark.parametrize(
    "line",
    [
        "Read also: Voss names three conditions",
        "READ MORE:",
        "See also | The cranes of Port Ansel",
        "Related articles",
        "Read the full story here.",
        "https://courier.example/harbour",
    ],
)
def test_links(line: str) -> None:
    assert kind_of_line(line) is BlockKind.LINK


@pytest.mark.parametrize(
    "line",
    [
        "Adverts for the harbour were everywhere, Voss said.",
        "Sign the treaty, Voss told the parliament.",
        "Follow the money, he said.",
        "Share prices rose after the vote.",
        "Related to this, the minister said nothing.",
        "Read the treaty before you sign it, she told them.",
        "By Friday the harbour will be open, she said.",
        "By then, nobody believed him.",
        "We use cranes from abroad, she said.",
        "Print is dead, the editor said.",
        "Published reports say that the harbour will open on 5 March 2024.",
        "On 5 March 2024 the harbour was opened.",
        "Subscribers of the service complained, Voss said.",
        "Advertisement is banned there, Voss said.",
        "Sponsored by the ministry, the bill passed. Voss said: “Good.”",
        "Promoted to captain, Tarn said: “I am glad.”",
        "Paid holidays: Voss names three conditions",
        "SPONSORED BILL PASSES",
        "Ads: a word that Voss cannot hear",
        "AD 79 was the year, she said.",
    ],
)
def test_words_of_a_report_are_left_alone(line: str) -> None:
    assert kind_of_line(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ilm Tarn", "Ilm Tarn"),
        ("By ILM TARN", "ILM TARN"),
        ("By Ilm Tarn, Political Editor", "Ilm Tarn"),
        ("By Ilm Tarn and Oda van der Brek in Port Ansel", "Ilm Tarn and Oda van der Brek"),
        ("By Ilm Tarn, Port Ansel", "Ilm Tarn"),
        ("By Ilm Tarn, Oda Brek and Una Holt", "Ilm Tarn, Oda Brek and Una Holt"),
        ("By Friday the harbour opens", None),
        ("By sea", None),
    ],
)
def test_bylines(line: str, names: str | None) -> None:
    assert byline(line) == names


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Port Ansel • UNA", "UNA"),
        ("Port Ansel | Courier", "Courier"),
        ("Port Ansel · UNA · 1204 views", "UNA"),
        ("22 October 2024 | Courier", None),
        ("Ansel Courier – Weekend edition – 22 October 2024", "Ansel Courier"),
        ("Tuesday 5 March 2024 · 2 min read", None),
    ],
)
def test_place_lines(line: str, outlet: str | None) -> None:
    found = place_line(line)
    assert found is not None
    assert found.outlet == outlet


@pytest.mark.parametrize(
    "line", ["Port Ansel", "He said yes | she said no", "UNA • all the news", "Voss – Brek"]
)
def test_lines_that_are_no_place_lines(line: str) -> None:
    assert place_line(line) is None


@pytest.mark.parametrize(
    "line", ["20:01 22.10.2024", "Updated: 5 March 2024", "Tuesday, 5 March 2024"]
)
def test_date_lines(line: str) -> None:
    assert kind_of_line(line) is BlockKind.DATELINE
