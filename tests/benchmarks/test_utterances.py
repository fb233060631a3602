"""One remark in many reports: what is counted, and that more statements take no other shape."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks import grouping, utterances
from benchmarks.metrics import Score
from benchmarks.options import Options

REPORT = """Brill buries the toll

NOOK, Sept 20. “The harbour toll is dead, and I buried it myself,” said Ada Brill, the mayor.
"""
RETOLD = """Nook without a toll

Ada Brill said on Wednesday that the harbour toll was “dead”. “I like ships,” she added.
"""


def _statement(number: int, words: str, speaker: str | None, label: str) -> dict[str, object]:
    return {
        "id": f"s{number}", "kind": "direct", "act": "speech", "content": [{"text": words}],
        "cue": [], "source": [], "addressee": [], "speaker": speaker, "addressees": [],
        "said": None, "parent": None, "utterance": label, "second_hand": False,
    }  # fmt: skip


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """Write two reports that tell one remark, and the gold of both."""
    texts = {"a.txt": REPORT, "b.txt": RETOLD}
    said = {
        "a.txt": [("The harbour toll is dead, and I buried it myself,", "dead")],
        "b.txt": [("that the harbour toll was “dead”", "dead"), ("I like ships,", "ships")],
    }
    for folder in ("corpus", "gold"):
        (tmp_path / folder).mkdir()
    for path, text in texts.items():
        (tmp_path / "corpus" / path).write_text(text, "utf-8")
        rows = [_statement(n, w, "Ada Brill", label) for n, (w, label) in enumerate(said[path])]
        gold = {"path": path, "published": None, "statements": rows}
        (tmp_path / "gold" / f"{path}.json").write_text(json.dumps(gold), "utf-8")
    return tmp_path


def test_statements_are_counted_with_those_they_are_put_with(examples: Path) -> None:
    options = Options(data=Path(), split="dev", limit=None)
    (report,) = utterances.measure(options, ["onrecord"], examples)
    rows = dict(report.rows)
    given, alone = rows["gold statements"], rows["gold statements, none grouped"]
    assert isinstance(given, Score)
    assert isinstance(alone, Score)
    assert (given.precision, given.recall) == (100.0, 100.0)
    assert alone.precision == 100.0
    assert alone.recall == pytest.approx(100 * (0.5 + 0.5 + 1) / 3)
    assert (report.documents, report.gold) == (2, 2)


def test_what_only_one_side_has_counts_against_that_side() -> None:
    items = [("r", "one", "a"), ("r", "one", "a")]
    spurious, missed = [("r", "none x", "a")], [("r", "one", "none y"), ("r", "two", "none z")]
    (tally,) = utterances._with_the_rest(items, spurious, missed)
    assert tuple(tally) == pytest.approx((4 / 3, 4, 4 / 3, 3))


def test_generated_statements_are_the_same_each_time_and_grouped_alike() -> None:
    some = list(grouping.tellings(300, 6))
    assert some == list(grouping.tellings(300, 6))
    assert len({one.statement_id for one in some}) == 300
    rows = dict(grouping.measure(Options(data=Path(), split="dev", limit=300)).rows)
    assert rows["those anew as all at once"] == "yes"
    told = rows["told more than once"]
    assert isinstance(told, float)
    assert told > 20
