"""The data sets' formats, on tiny invented files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks import ced, polnear
from benchmarks.metrics import Unavailable

from onrecord.model import Kind, Span

TEXT = "“The dam holds,” Ada Brill said. “For now.”"
FIRST = """\
T1\tSource 17 26\tAda Brill
T2\tCue 27 31\tsaid
T3\tContent 0 16;33 43\t“The dam holds,” “For now.”
T4\tAttribution 27 31\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
"""
SECOND = "T1\tContent 0 16\t“The dam holds,”\nT2\tCue 27 31\tsaid\nE1\tContent:T1 Cue:T2\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "polnear" / "dev"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    (folder / "text" / "post_2030-01-02_the-dam.txt").write_text(TEXT, encoding="utf-8")
    for annotator, lines in (("aaaa", FIRST), ("bbbb", SECOND)):
        path = folder / "attributions" / f"post_2030-01-02_the-dam_{annotator}.ann"
        path.write_text(lines, encoding="utf-8")
    (tmp_path / "polnear" / "metadata.tsv").write_text(
        "filename\tpublisher\tpublication_date\ttitle\n"
        'post_2030-01-02_the-dam\tpost\t2030-01-02\tThe "dam\n',
        encoding="utf-8",
    )
    return tmp_path


def test_an_article_has_the_first_annotators_relations(data: Path) -> None:
    (annotated,) = polnear.articles(data, "dev")
    assert annotated.article.text == TEXT
    assert annotated.article.title == 'The "dam'
    assert annotated.article.date == "2030-01-02"
    (attribution,) = annotated.attributions
    assert attribution.content == (Span(0, 16), Span(33, 43))
    assert [s.of(TEXT) for s in attribution.source] == ["Ada Brill"]
    assert [s.of(TEXT) for s in attribution.cue] == ["said"]


def test_a_relation_may_have_no_source() -> None:
    (attribution,) = polnear.standoff(SECOND.splitlines())
    assert attribution.source == ()


def test_a_role_given_twice_is_one_role_of_more_pieces() -> None:
    (attribution,) = polnear.standoff(
        [
            "T1\tContent 10 20\tx",
            "T2\tContent 0 5\tx",
            "E1\tContent:T1 Content2:T2",
        ]
    )
    assert attribution.content == (Span(0, 5), Span(10, 20))


def test_missing_data_is_one_line(tmp_path: Path) -> None:
    for load in (polnear.articles, polnear.segmented, ced.articles):
        with pytest.raises(Unavailable, match="--data"):
            list(load(tmp_path, "dev"))


def test_segments_are_joined_and_every_token_knows_its_place(tmp_path: Path) -> None:
    rows = [
        {"id": "dam_aaaa", "tokens": ["``", "Yes", ",", "''", "-LRB-"], "labels": ["O"] * 5},
        {"id": "dam_aaaa", "tokens": ["she", "said"], "labels": ["B-source", "B-cue"]},
        {"id": "dam_bbbb", "tokens": ["she"], "labels": ["O"]},
    ]
    (tmp_path / "polnear").mkdir()
    path = tmp_path / "polnear" / "cofenet_dev.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    first, second = polnear.segmented(tmp_path, "dev")
    text = first.article.text
    assert text == "“ Yes , ” (\n\nshe said\n\n"
    assert [[t.of(text) for t in s.tokens] for s in first.segments] == [
        ["“", "Yes", ",", "”", "("],
        ["she", "said"],
    ]
    assert first.segments[1].labels == ("B-source", "B-cue")
    assert first.name == second.name == "dam"


def test_claims_have_an_agent_a_kind_and_the_words(tmp_path: Path) -> None:
    row = {
        "article_id": "12_dam_safety",
        "title": "The dam",
        "url": "",
        "outlet": "The Post",
        "domain": "",
        "date": "2030-01-02",
        "body": "Ada Brill called it “safe”.",
        "claims": [
            {
                "agent": "Ada Brill",
                "agent_type": "person",
                "type": "partially direct",
                "utterance": "It is “safe”.",
                "source_text": "Ada Brill called it “safe”.",
            }
        ],
    }
    (tmp_path / "ced1k").mkdir()
    (tmp_path / "ced1k" / "dev.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (claimed,) = ced.articles(tmp_path, "dev")
    assert claimed.topic == "dam_safety"
    assert claimed.article.title == "The dam"
    assert claimed.claims[0].kind is Kind.MIXED
    assert claimed.claims[0].agent == "Ada Brill"
