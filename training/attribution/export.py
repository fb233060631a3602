"""From a checkpoint to the files of the run time: an ONNX graph, in int8 unless asked otherwise.

No file is larger than a repository likes: the weights of a large graph go into files beside
it, each tensor whole in one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import onnx
from onnx.external_data_helper import set_external_data

from onrecord.statement.learned.confidence import UNCALIBRATED
from onrecord.statement.learned.reading import Settings
from onrecord.statement.learned.weights import (
    GRAPH,
    MODEL,
    TOKENIZER,
    describe,
    file_digest,
    write_description,
)
from training.attribution.graph import graph
from training.attribution.model import Tagger
from training.attribution.slim import slim

LARGEST = 40_000_000
"""Bytes that a file may have."""
_WEIGHTS = "weights-{}.bin"
_SMALL = 4_096  # bytes; smaller tensors stay in the graph
_LINE = 64  # tensors begin where a processor likes to read


def export(
    model: Tagger,
    tokenizer: Path,
    settings: Settings,
    folder: Path,
    *,
    confidence: Sequence[float] = UNCALIBRATED,
    facts: Mapping[str, Any] | None = None,
    int8: bool = True,
    largest: int = LARGEST,
) -> None:
    """Write the graph, its weights, the tokenizer and ``model.json`` into `folder`.

    int8 is what `training.attribution.graph` says. The version is a digest of all that is
    written, but for `facts`. No file has more than `largest` bytes, unless one tensor has.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network, pieces, settings = slim(model, tokenizer.read_text("utf-8"), settings)
    names = [*_save(graph(network, size=settings.size, int8=int8), folder, largest), TOKENIZER]
    (folder / TOKENIZER).write_text(pieces, "utf-8")
    described = describe(
        settings,
        confidence=confidence,
        files={name: file_digest(folder / name) for name in names},
        facts=facts or {},
    )
    write_description(folder, described)


def set_confidence(folder: Path, confidence: Sequence[float]) -> None:
    """Replace the calibration of a model that is already written, and so its version."""
    described = json.loads((folder / MODEL).read_text("utf-8"))
    write_description(folder, {**described, "confidence": list(confidence)})


def _save(made: onnx.ModelProto, folder: Path, largest: int) -> list[str]:
    """Write a graph, its weights beside it where it is too large; return the files' names."""
    for old in folder.glob(_WEIGHTS.format("*")):
        old.unlink()
    names = [GRAPH]
    if made.ByteSize() > largest:
        names += _move_out(made, folder, largest)
    (folder / GRAPH).write_bytes(made.SerializeToString(deterministic=True))
    return names


def _move_out(made: onnx.ModelProto, folder: Path, largest: int) -> list[str]:
    """Move the weights of a graph into files of at most `largest` bytes; return their names."""
    files = [bytearray()]
    for tensor in made.graph.initializer:
        data = tensor.raw_data
        if len(data) < _SMALL:
            continue
        start = -len(files[-1]) % _LINE + len(files[-1])
        if start and start + len(data) > largest:
            files.append(bytearray())
            start = 0
        files[-1].extend(bytes(start - len(files[-1])))
        files[-1].extend(data)
        set_external_data(tensor, _WEIGHTS.format(len(files)), offset=start, length=len(data))
        tensor.ClearField("raw_data")
    for number, content in enumerate(files, 1):
        (folder / _WEIGHTS.format(number)).write_bytes(content)
    return [_WEIGHTS.format(number) for number in range(1, len(files) + 1)]
