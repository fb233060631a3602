"""The command line: `python -m training.attribution VERB …`, from an encoder to weights."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path

import torch
from benchmarks.report import show, write
from tokenizers import Tokenizer

from onrecord.statement.learned import LearnedExtractor
from onrecord.statement.learned.weights import load_model
from training.attribution.calibrate import calibrate
from training.attribution.data import Text, label_all, polnear
from training.attribution.encoders import minilm, mpnet
from training.attribution.evaluate import reports
from training.attribution.export import export, set_confidence
from training.attribution.figures import settings
from training.attribution.teacher import fnc1, lesson, load_lessons, save
from training.attribution.train import Recipe, ends, load, train

SHARED_DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


def load_tokenizer(encoder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m training.attribution", description=__doc__)
    verbs = made.add_subparsers(dest="verb", required=True)
    fetch = verbs.add_parser("encoder", help="fetch the larger encoder, all-mpnet-base-v2")
    fetch.add_argument("folder", type=Path)
    learn = verbs.add_parser("train", help="train on PolNeAR's train part, measure on dev")
    learn.add_argument("folder", type=Path, help="where the checkpoints go")
    learn.add_argument("--data", type=Path, default=SHARED_DATA)
    learn.add_argument("--encoder", type=Path, help="its folder; all-MiniLM-L6-v2 if not named")
    learn.add_argument("--limit", type=int, help="only so many articles")
    learn.add_argument("--resume", type=Path, help="a checkpoint to go on from")
    learn.add_argument("--lessons", type=Path, help="what `teach` wrote")
    learn.add_argument("--threads", type=int, default=2)
    for field in fields(Recipe):
        name = "--" + field.name.replace("_", "-")
        if isinstance(field.default, bool):
            learn.add_argument(name, action=argparse.BooleanOptionalAction, default=field.default)
        else:
            learn.add_argument(name, type=type(field.default), default=field.default)
    tell = verbs.add_parser(
        "teach", help="what exported weights say of PolNeAR's train part and of FNC-1's articles"
    )
    tell.add_argument("teacher", type=Path, help="a folder that `export` wrote")
    tell.add_argument("lessons", type=Path, help="the file to write")
    tell.add_argument("--data", type=Path, default=SHARED_DATA)
    tell.add_argument("--limit", type=int, help="only so many articles of each")
    tell.add_argument("--threads", type=int, default=2)
    write = verbs.add_parser("export", help="a checkpoint as the files of the run time")
    write.add_argument("checkpoint", type=Path)
    write.add_argument("folder", type=Path, help="where the files of the run time go")
    write.add_argument("--encoder", type=Path)
    write.add_argument("--int8", action=argparse.BooleanOptionalAction, default=True)
    write.add_argument("--teacher", help="who gave the lessons, to be told with the weights")
    fit = verbs.add_parser("calibrate", help="fit the confidence of exported weights on dev")
    fit.add_argument("folder", type=Path)
    fit.add_argument("--data", type=Path, default=SHARED_DATA)
    fit.add_argument("--limit", type=int, help="only so many articles")
    judge = verbs.add_parser("evaluate", help="exported weights under protocols A to D, on dev")
    judge.add_argument("folder", type=Path)
    judge.add_argument("--data", type=Path, default=SHARED_DATA)
    judge.add_argument("--limit", type=int, help="only so many articles")
    judge.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    asked = parser().parse_args(arguments)
    {
        "encoder": lambda asked: print(mpnet(asked.folder)),
        "train": _train,
        "teach": _teach,
        "export": _export,
        "calibrate": _calibrate,
        "evaluate": _evaluate,
    }[asked.verb](asked)
    return 0


def _train(asked: argparse.Namespace) -> None:
    encoder = asked.encoder or minilm()
    tokenizer = load_tokenizer(encoder)
    torch.set_num_threads(asked.threads)
    lessons = load_lessons(asked.lessons) if asked.lessons else []
    annotated = list(polnear(asked.data, "train"))[: asked.limit]
    known = {text.name for text in annotated}
    train(
        encoder,
        tokenizer,
        [*annotated, *(one.text for one in lessons if one.text.name not in known)],
        label_all(tokenizer, list(polnear(asked.data, "dev"))[: asked.limit]),
        Recipe(**{f.name: getattr(asked, f.name) for f in fields(Recipe)}),
        asked.folder,
        lessons=lessons,
        resume=asked.resume,
        tell=lambda line: print(line, flush=True),
    )


def _teach(asked: argparse.Namespace) -> None:
    teacher = load_model(asked.teacher, threads=asked.threads)
    annotated = list(polnear(asked.data, "train"))[: asked.limit]
    others = list(fnc1(asked.data))[: asked.limit]
    lessons = [lesson(teacher, text) for text in annotated]
    lessons += [lesson(teacher, Text(*one, ()), annotate=True) for one in others]
    save(lessons, asked.lessons)
    print(f"{len(lessons)} lessons: {len(annotated)} annotated, {len(others)} by the teacher alone")


def _export(asked: argparse.Namespace) -> None:
    encoder = asked.encoder or minilm()
    tokenizer = load_tokenizer(encoder)
    model, recipe = load(encoder, asked.checkpoint)
    export(
        model,
        encoder / "tokenizer.json",
        settings(model, size=recipe.size, margin=recipe.margin, ends=ends(tokenizer)),
        asked.folder,
        facts={
            "encoder": encoder.parent.name if encoder.name == "model" else encoder.name,
            "data": "PolNeAR train, FNC-1" if asked.teacher else "PolNeAR train",
            **({"teacher": asked.teacher} if asked.teacher else {}),
            **asdict(recipe),
        },
        int8=asked.int8,
    )


def _calibrate(asked: argparse.Namespace) -> None:
    weights, found = calibrate(LearnedExtractor(asked.folder), asked.data, limit=asked.limit)
    set_confidence(asked.folder, weights)
    print(f"expected calibration error {found.error.value:.1f} % on articles held out")
    for one in found.bins:
        share = one.right.value
        print(f"{one.right.of:5} statements at {100 * one.confidence:.1f} %: {share:.1f} % right")


def _evaluate(asked: argparse.Namespace) -> None:
    done = []
    for report in reports(LearnedExtractor(asked.folder), asked.data, limit=asked.limit):
        show(report)
        done.append(report)
    if asked.json:
        write(asked.json, done)


if __name__ == "__main__":
    sys.exit(main())
