"""The report in Chromium: quiet, self-contained, fit for a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from onrecord.record import open_record
from onrecord.report import page
from tests.readings import Said, day, harbour, reading, resolved

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
sync_api = pytest.importorskip("playwright.sync_api")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"needs Chromium at {CHROMIUM}"),
]


class Tab(NamedTuple):
    """An open page, what its console said and which addresses it asked for."""

    page: Page
    said: list[str]
    asked: list[str]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    endless, arabic = "harbour" * 5000, "الميناء يبقى مفتوحا"
    with open_record(folder / "a.record") as record:
        for one in harbour():
            record.add(one)
        record.add(
            reading(
                f"reports/{endless[:200]}.txt",
                f"{endless}\n\n“{endless},” Ola Lund said. “{arabic},” Ola Lund said.",
                (
                    Said(f"“{endless},”", "Ola Lund", "said", "Ola Lund"),
                    Said(f"“{arabic},”", "Ola Lund", "said", "Ola Lund"),
                ),
                people={"Ola Lund": ()},
                title=endless,
                outlet=endless[:300],
            )
        )
        record.resolve(resolved)
        path = folder / "page.html"
        path.write_text(page(record), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()


@pytest.fixture(params=[(390, 844), (1280, 900)], ids=["phone", "desk"])
def tab(
    request: pytest.FixtureRequest,
    browser: Browser,
    report: Path,
) -> Iterator[Tab]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height})
    tab = Tab(context.new_page(), [], [])
    tab.page.on("console", lambda message: tab.said.append(message.text))
    tab.page.on("pageerror", lambda error: tab.said.append(str(error)))
    tab.page.on("request", lambda request: tab.asked.append(request.url))
    tab.page.goto(report.as_uri())
    yield tab
    context.close()


def test_it_asks_for_nothing_and_complains_of_nothing(tab: Tab, report: Path) -> None:
    assert tab.asked == [report.as_uri()]
    assert tab.said == []
    # The style was let in by its digest.
    assert tab.page.evaluate("getComputedStyle(document.querySelector('.card')).display") == "grid"


def test_nothing_sticks_out_sideways(tab: Tab) -> None:
    tab.page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    widths = "[document.documentElement.scrollWidth, window.innerWidth]"
    needed, there = tab.page.evaluate(widths)
    assert needed == there


def test_a_mark_leads_to_its_card_even_in_a_fold(tab: Tab) -> None:
    tab.page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = false")
    mark = tab.page.locator("figure a").last
    target = mark.get_attribute("href") or "no link"
    mark.click()
    sync_api.expect(tab.page.locator(target)).to_be_in_viewport()
    assert tab.page.url.endswith(target)


def test_marks_can_be_reached_and_read_without_a_mouse(tab: Tab) -> None:
    marks = tab.page.locator("figure a")
    names = [mark.get_attribute("aria-label") for mark in marks.all()]
    assert len(names) == len(set(names)) == 10
    assert any("Oda Vell, direct: “The harbour stays open" in (name or "") for name in names)
    marks.first.focus()
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url("**#s-*")


def test_no_date_of_the_axis_is_cut_off(tab: Tab, tmp_path: Path) -> None:
    with open_record(tmp_path / "a.record") as record:
        for month in ("01", "04"):
            first = day(f"2031-{month}-01", "", "given")
            words = Said(f"open in {month},", "Ola Lund", "said", "Ola Lund")
            text = f"Harbour\n\n“{words.content}” Ola Lund said."
            record.add(
                reading(f"{month}.txt", text, (words,), people={"Ola Lund": ()}, published=first)
            )
        record.resolve(resolved)
        (tmp_path / "page.html").write_text(page(record), encoding="utf-8")
    tab.page.goto((tmp_path / "page.html").as_uri())
    places = tab.page.evaluate(
        """() => {
            const frame = document.querySelector('figure svg').getBoundingClientRect();
            return [...document.querySelectorAll('text.tick')]
                .map(tick => tick.getBoundingClientRect())
                .filter(place => place.width)
                .map(place => [place.left - frame.left, frame.right - place.right]);
        }"""
    )
    assert len(places) >= 2
    assert min(min(sides) for sides in places) >= 0
