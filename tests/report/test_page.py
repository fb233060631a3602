"""The report: one page that says the main thing first and lets nothing in."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from onrecord.actor import titles_given
from onrecord.errors import DocumentError
from onrecord.model import Kind, Reading
from onrecord.pipeline import read
from onrecord.record import Record, open_record
from onrecord.report import page
from onrecord.statement import StructuralExtractor
from tests.readings import (
    Said,
    day,
    harbour,
    reading,
    resolved,
    resolved_if_named,
    together,
)

HOSTILE = "</mark></style><script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture
def record(tmp_path: Path) -> Record:
    opened = open_record(tmp_path / "a.record")
    for one in harbour():
        opened.add(one)
    opened.add(
        reading(
            f"reports/{HOSTILE.replace('/', '')}.txt",
            f"{HOSTILE}\n\n“{HOSTILE},” {HOSTILE} said.",
            (Said(f"{HOSTILE},", cue="said"), Said("“", kind=Kind.INDIRECT)),
            title=HOSTILE,
            outlet=HOSTILE,
            published=day("2031-01-01", HOSTILE, HOSTILE),
        )
    )
    opened.resolve(resolved)
    return opened


def test_the_page_says_the_main_thing_first(record: Record) -> None:
    tree = html.fromstring(page(record))
    assert tree.findtext(".//h1") == "10 remarks by 4 speakers"
    lead = tree.find_class("lead")[0].text_content()
    assert (
        lead == "Told 10 times, 1 of them at second hand, in 4 reports of 3 outlets,"
        " 2031-01-01 to 2032-04-11. 1 statement is undated."
    )
    assert tree.find_class("speakers")[0].text_content().split() == (
        "Oda Vell 3 Tam Roke 2 a senior official 1 Consul Brandt 1".split()
    )
    assert "no person has checked it" in tree.find_class("caution")[0].text_content()


def test_a_heading_can_be_given(record: Record) -> None:
    tree = html.fromstring(page(record, title="Who would <join>?"))
    assert tree.findtext(".//h1") == tree.findtext(".//title") == "Who would <join>?"


def test_every_statement_has_a_card(record: Record) -> None:
    tree = html.fromstring(page(record))
    cards = {card.get("id") for card in tree.find_class("card")}
    assert cards == {f"s-{statement.id}" for statement in record.statements()}


@pytest.mark.parametrize("limit", range(1, 11))
def test_every_link_has_a_target_whatever_is_left_out(record: Record, limit: int) -> None:
    tree = html.fromstring(page(record, limit=limit))
    targets = set(tree.xpath("//@id"))
    links = tree.xpath("//a/@href")
    assert links
    assert {link.removeprefix("#") for link in links} <= targets


def test_a_card_tells_how_each_fact_is_known(record: Record) -> None:
    tree = html.fromstring(page(record))
    (nested,) = (s for s in record.statements() if s.via)
    card = tree.get_element_by_id(f"s-{nested.id}")
    facts = dict(
        zip(
            (dt.text_content() for dt in card.iter("dt")),
            (dd.text_content() for dd in card.iter("dd")),
            strict=True,
        )
    )
    assert "Consul Brandt" in facts["Speaker"]
    assert "the surname of a full name" in facts["Speaker"]
    assert "Oda Vell" in facts["Known through"]
    assert facts["Said"] == "unknown"
    assert "3 May 2031" in facts["Published"]
    assert harbour()[0].document.digest in facts["SHA-256"]
    assert "words 217–240" in facts["Place in it"]
    assert "0.90" in facts["Found by"]
    assert [mark.text for mark in card.iter("mark")] == ["You will not be let in,"]


def test_text_of_reports_stays_text(record: Record) -> None:
    written = page(record)
    tree = html.fromstring(written)
    assert not tree.xpath("//script|//img|//link|//iframe|//object|//form")
    assert not tree.xpath("//@*[starts-with(name(), 'on') or name() = 'style']")
    assert not tree.xpath("//@src")
    assert len(tree.xpath("//style")) == 1
    assert HOSTILE in tree.text_content()


def test_only_the_page_s_own_style_is_allowed(record: Record) -> None:
    written = page(record)
    policy = html.fromstring(written).xpath("//meta[@http-equiv]/@content")[0]
    assert policy.startswith("default-src 'none'; ")
    style = re.search("<style>(.*?)</style>", written, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert "url(http" not in style[1]
    assert "@import" not in style[1]


def test_what_is_left_out_is_said(record: Record) -> None:
    tree = html.fromstring(page(record, limit=2))
    assert len(tree.find_class("card")) == 2
    notes = " ".join(note.text_content() for note in tree.find_class("note"))
    assert "This page holds 2 of 10 statements" in notes
    assert "2 of 3 statements on this page" in notes


def test_an_empty_record_makes_a_page(tmp_path: Path) -> None:
    with open_record(tmp_path / "empty.record") as empty:
        assert "Nothing is on record yet" in page(empty)


def test_the_page_is_the_same_every_time(record: Record) -> None:
    assert page(record) == page(record)


def test_the_page_is_never_read_as_a_report(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page(record), encoding="utf-8")
    (outcome,) = read([str(path)], extractor=StructuralExtractor())
    assert isinstance(outcome, DocumentError)
    assert outcome.code == "own page"


def speakers(count: int, statements: int) -> tuple[Reading, ...]:
    """Return a report a speaker, the speaker of the first with twice as many statements."""
    return tuple(
        reading(
            f"reports/{number:03}.txt",
            "\n\n".join(
                ["All say", *(f"“{n} said {number},” Speaker {number} said." for n in range(said))]
            ),
            tuple(
                Said(
                    f"{n} said {number},",
                    f"Speaker {number}",
                    "said",
                    f"Speaker {number}",
                    confidence=0.5 if n % 3 else 0.9,
                )
                for n in range(said)
            ),
            people={f"Speaker {number}": ()},
            published=day("2031-01-01", "2031-01-01", "given"),
        )
        for number in range(count)
        for said in [statements * 2 if number == 0 else statements]
    )


def shown(record: Record, limit: int) -> tuple[list[list[str]], str]:
    """Return the statements on the page, by speaker, and what the page says of the rest."""
    tree = html.fromstring(page(record, limit=limit))
    groups = [
        [quote.text_content() for quote in group.iter("blockquote")]
        for group in tree.find_class("actor")
    ]
    return groups, tree.find_class("note")[0].text_content()


def test_the_page_is_shared_among_the_speakers(tmp_path: Path) -> None:
    with open_record(tmp_path / "many.record") as record:
        for one in speakers(6, 15):
            record.add(one)
        record.resolve(resolved)
        groups, note = shown(record, 40)
        assert [len(group) for group in groups] == [10, 10, 5, 5, 5, 5]
        assert note.startswith("This page holds 40 of 105 statements: a few of each of 6 speakers,")
        groups, note = shown(record, 12)
        assert [len(group) for group in groups] == [5, 5, 2]
        assert "a few of each of the 3 most quoted speakers, the surest first" in note


def test_the_surest_are_shown_in_the_order_of_the_report(tmp_path: Path) -> None:
    with open_record(tmp_path / "many.record") as record:
        for one in speakers(2, 15):
            record.add(one)
        record.resolve(resolved)
        (_, second), _ = shown(record, 10)
        assert second == [f"“{n} said 1,”" for n in (0, 3, 6, 9, 12)]


def test_a_day_is_in_the_order_of_the_report_as_show_has_it(tmp_path: Path) -> None:
    with open_record(tmp_path / "many.record") as record:
        for one in speakers(1, 6):
            record.add(one)
        record.resolve(resolved)
        tree = html.fromstring(page(record))
        cards = [card.get("id").removeprefix("s-") for card in tree.find_class("card")]
        (actor,) = record.actors()
        assert cards == [statement.id for statement in record.timeline(actor.id)]


def test_the_role_of_a_speaker_is_told_with_how_it_is_known(tmp_path: Path) -> None:
    with open_record(tmp_path / "a.record") as opened:
        one, *_ = harbour()
        titled = tuple(replace(e, roles=("former mayor of <b>Tarn</b>",)) for e in one.entities)
        opened.add(replace(one, entities=titled))
        opened.resolve(resolved, titles=titles_given)
        tree = html.fromstring(page(opened))
    card = tree.find_class("card")[0]
    line = card.find("div/p")
    assert line is not None
    assert line.text_content().strip().startswith("As former mayor of <b>Tarn</b> · ")
    facts = dict(zip(card.findall(".//dt"), card.findall(".//dd"), strict=True))
    known = {dt.text: dd.text_content() for dt, dd in facts.items()}
    assert known["Speaking as"] == "former mayor of <b>Tarn</b> as this report calls the speaker"


@pytest.fixture
def joint(tmp_path: Path) -> Record:
    opened = open_record(tmp_path / "joint.record")
    opened.add(together())
    opened.resolve(resolved_if_named)
    return opened


def test_each_of_two_who_speak_together_has_it(joint: Record) -> None:
    tree = html.fromstring(page(joint))
    groups = {
        group.findtext(".//h3/bdi"): [q.text_content() for q in group.iter("blockquote")]
        for group in tree.find_class("actor")
    }
    for row in joint.actors():
        timeline = joint.timeline(row.id)
        assert groups[row.name] == [statement.told for statement in timeline]
        assert len(timeline) == row.statements
    assert groups["Fox"] == ["“We are done,”"]
    assert "Reed and Fox (unnamed)" not in groups
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    (card,) = tree.get_element_by_id("g-2").find_class("card")
    line = card.xpath("string(div/p)").strip()
    assert line.startswith("Said by Reed and Fox · Unsure who · ")
    assert len(tree.xpath("//tbody/tr")) == len(list(joint.statements())) + 1


@pytest.mark.parametrize("limit", range(1, 9))
def test_a_limit_counts_what_two_say_together_once(joint: Record, limit: int) -> None:
    tree = html.fromstring(page(joint, limit=limit))
    assert len(tree.xpath("//article/@id")) == limit
    assert {link.removeprefix("#") for link in tree.xpath("//a/@href")} <= set(tree.xpath("//@id"))


def test_sources_without_a_name_come_after_those_with_one(joint: Record) -> None:
    tree = html.fromstring(page(joint))
    assert tree.find_class("speakers")[0].text_content().split() == (
        "Reed 4 Fox 1 an aide (unnamed) 4".split()
    )


def test_words_told_by_their_own_speaker_are_not_known_through_another(joint: Record) -> None:
    tree = html.fromstring(page(joint))
    (inner,) = (s for s in joint.statements() if s.parent)
    card = tree.get_element_by_id(f"s-{inner.id}")
    assert "nown through" not in card.text_content()
    assert "Part of" in [dt.text for dt in card.iter("dt")]


def test_only_judgements_that_hold_are_counted(joint: Record) -> None:
    def caution() -> str:
        return str(html.fromstring(page(joint)).find_class("caution")[0].text_content())

    joint.rename("Reed", "Tom Reed", author="a")
    assert "1 judgement of a person holds, shown where it applies" in caution()
    joint.undo(author="a")
    assert "no person has checked it" in caution()
