"""The command line: `python -m training.similarity`, from an encoder to what grouping needs."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from benchmarks import own, own_gold
from benchmarks.metrics import Unavailable
from benchmarks.utterances import Labelled, of_report
from tokenizers import Tokenizer

from onrecord.statement import StructuralExtractor
from onrecord.utterance.grouping.features import FEATURES
from onrecord.utterance.grouping.likeness import WEIGHTS
from onrecord.utterance.grouping.meaning import MODEL, TABLE, VOCABULARY, load_meaning
from training.attribution.encoders import minilm
from training.similarity import figures
from training.similarity.learn import YEARS, from_gold, from_headlines, headlines, learn, missed

SHARED_DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
HALF = "a/"
"""Where the reports of `examples/retold` begin that are learned from; the others are held out."""
SPECIAL = range(106)
"""Pieces of the vocabulary that stand for no words."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m training.similarity", description=__doc__)
    parser.add_argument("verb", choices=("both", "table", "weights"), nargs="?", default="both")
    parser.add_argument("--data", type=Path, default=SHARED_DATA)
    parser.add_argument("--examples", type=Path, default=own.EXAMPLES)
    parser.add_argument("--folder", type=Path, default=MODEL, help="where the files go")
    parser.add_argument("--threads", type=int, default=2)
    asked = parser.parse_args(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    if asked.verb in ("both", "table"):
        _table(asked)
    if asked.verb in ("both", "weights"):
        _weights(asked)
    return 0


def _table(asked: argparse.Namespace) -> None:
    import torch

    from training.similarity.distil import count, distil, encoded, news

    torch.set_num_threads(asked.threads)
    encoder = minilm()
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    # Between the marks that open and close a text.
    begin, end = tokenizer.encode("").ids
    size = tokenizer.get_vocab_size()
    vectors = encoded(encoder, [[begin, piece, end] for piece in range(size)])
    table = distil(vectors, count(tokenizer, news(asked.data)), SPECIAL)
    np.savez(asked.folder / TABLE, **table._asdict())
    pieces = "".join(f"{tokenizer.id_to_token(piece)}\n" for piece in range(size))
    (asked.folder / VOCABULARY).write_text(pieces, "utf-8")


def _weights(asked: argparse.Namespace) -> None:
    meaning = load_meaning(asked.folder)
    labelled = [*_labelled(asked.examples), *_labelled(asked.examples / "retold", HALF)]
    pairs = [pair for year in YEARS for pair in headlines(asked.data, year)]
    texts, gold = from_headlines(pairs, meaning), from_gold(labelled, meaning)
    alike = np.asarray([pair[0] for pair in pairs])
    column = FEATURES.index("vectors alike")
    learned, scores = learn(gold, texts), figures.held_out(gold, texts)
    level, f1 = figures.best_level(
        lambda level: figures.b_cubed_f1(labelled, scores, meaning, level)
    )
    print(f"{len(texts.one)} pairs of headlines, {int(texts.one.sum())} equivalent")
    for name, found in (("vectors", texts.rows[:, column]), ("all", learned.scores(texts.rows))):
        correlation, best = figures.on_headlines(found, alike)
        print(f"  {name:8} Spearman {correlation:.3f}, best F1 {100 * best:.1f}")
    print(f"{len(gold.one)} pairs of statements, {int(gold.one.sum())} one; "
          f"{missed(labelled, gold)} that are one not looked at")  # fmt: skip
    print(f"  average precision, actor held out: {figures.average_precision(scores, gold.one):.3f}")
    print(f"  B-cubed F1, actor held out: {f1:.1f} at {level}")
    print(figures.told(learned, FEATURES))
    described = {
        "weights": dict(zip(FEATURES, learned.weights.round(4).tolist(), strict=True)),
        "bias": round(learned.bias, 4),
        "at_least": level,
    }
    (asked.folder / WEIGHTS).write_text(json.dumps(described, indent=1) + "\n", "utf-8")


def _labelled(examples: Path, half: str = "") -> list[Labelled]:
    gold = own.annotated(examples / "gold")
    readings = own_gold.corpus(examples / "corpus" / half, StructuralExtractor())
    read = {half + path: reading for path, reading in readings.items()}
    paths = [path for path in gold if path.startswith(half)]
    if missing := [path for path in paths if path not in read]:
        raise Unavailable(f"not read: {missing[0]}; `onrecord add` says why")
    return [one for path in paths for one in of_report(gold[path], read[path])]


if __name__ == "__main__":
    sys.exit(main())
