"""One remark that several reports tell: a card of the page, the others folded under it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from onrecord.record import open_record
from onrecord.report import page
from tests.cli.test_tellings import quay, version
from tests.record.telling import work_out

__all__ = ["quay"]


@pytest.fixture
def tree(quay: Path) -> html.HtmlElement:
    with open_record(quay) as record:
        return html.fromstring(page(record))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_page_counts_remarks_and_says_what_is_at_second_hand(tree: html.HtmlElement) -> None:
    assert tree.findtext(".//h1") == "2 remarks by 2 speakers"
    assert words(tree.find_class("lead")[0]) == (
        "Told 4 times, 1 of them at second hand, in 4 reports of 4 outlets, 2031-05-06 to"
        " 2031-05-10. 1 report is a copy of another. 1 statement of what is only announced,"
        " supposed or denied stands apart."
    )
    (vell,) = (g for g in tree.find_class("actor") if "Oda Vell" in words(g.find("summary")))
    assert words(vell.find("summary")) == (
        "Oda Vell 1 remark (3 tellings, 1 at second hand, 1 copied); not said: 1 announced,"
        " 2031-05-06"
    )


def test_a_card_folds_the_other_tellings_with_their_evidence(tree: html.HtmlElement) -> None:
    card = next(c for c in tree.find_class("card") if "must go" in words(c.find(".//blockquote")))
    told, copied = card.find_class("tellings")
    shown = [words(each.find_class("words")[0]) for each in told.iter("li")]
    assert shown == ["“tolls must go tonight”", "“tolls will go”", "told tolls must go at once"]
    marked = [[mark.text for mark in each.find_class("words")[0].iter("mark")] for each in told]
    assert marked == [["tonight"], ["will"], ["at once"]]
    assert [bool(each.findall(".//dl")) for each in told.iter("li")] == [False, True, True]
    assert len(list(copied.iter("li"))) == 1


def test_every_statement_is_on_the_page_once(quay: Path, tree: html.HtmlElement) -> None:
    with open_record(quay) as record:
        statements = {f"s-{statement.id}" for statement in record.statements()}
    anchors = [id for id in tree.xpath("//@id") if id.startswith("s-")]
    assert sorted(anchors) == sorted(statements)


def test_second_hand_says_through_whom(tree: html.HtmlElement) -> None:
    (place,) = (each for each in tree.iter("li") if "at once" in words(each) and each.get("id"))
    assert "The Bay · as told by Tam Roke, via Mast" in words(place)


def test_what_is_announced_stands_apart_and_has_no_mark(tree: html.HtmlElement) -> None:
    (apart,) = tree.find_class("unsaid")
    assert "Announced, not yet said" in words(apart)
    assert apart.get("id") not in {link.get("href")[1:] for link in tree.xpath("//figure//a")}
    assert len(tree.xpath("//figure//a")) == 2


@pytest.mark.parametrize("limit", range(1, 7))
def test_whatever_is_left_out_links_have_targets(quay: Path, limit: int) -> None:
    with open_record(quay) as record:
        tree = html.fromstring(page(record, limit=limit))
    assert {link.removeprefix("#") for link in tree.xpath("//a/@href")} <= set(tree.xpath("//@id"))


def test_a_card_says_what_became_of_it_in_other_versions_of_its_page(tmp_path: Path) -> None:
    with open_record(tmp_path / "a.record") as record:
        for reading in (version("tolls must go", 7), version("tolls may go", 9)):
            record.add(reading)
        work_out(record)
        tree = html.fromstring(page(record))
    assert {words(each) for each in tree.find_class("version")} == {
        "Later version, read 2031-05-06 09:08 UTC, published 2031-05-09: changed: “tolls may go”",
        "Earlier version, read 2031-05-06 07:08 UTC, published 2031-05-07:"
        " changed: “tolls must go”",
    }
