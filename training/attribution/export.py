"""From a checkpoint to the files of the run time: an ONNX graph, in int8 unless asked otherwise.

No file is larger than a repository likes: the weights of a large graph go into files beside
it, each tensor whole in one.
"""

from __future__ import annotations

import hashlib
import json
import logging
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnx.external_data_helper import set_external_data
from onnxruntime.quantization import QuantType, quantize_dynamic

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
from training.attribution.model import Tagger
from training.attribution.slim import slim

OPSET = 17
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

    int8 is dynamic: the weights of every product, one scale a column, and the embeddings;
    activations get their scale when they are computed. The version is a digest of the
    weights. No file has more than `largest` bytes, unless one tensor has.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network, pieces, settings = slim(model, tokenizer.read_text("utf-8"), settings)
    with tempfile.TemporaryDirectory() as temporary:
        plain, made = Path(temporary) / "plain.onnx", Path(temporary) / "made.onnx"
        _write_graph(network, plain)
        if int8:
            logging.getLogger().setLevel(logging.ERROR)
            quantize_dynamic(
                plain,
                made,
                weight_type=QuantType.QInt8,
                per_channel=True,
                op_types_to_quantize=["MatMul", "Gather"],
                extra_options={"MatMulConstBOnly": True},
            )
        graph = onnx.load(made if int8 else plain)
    graph.producer_name, graph.doc_string = "onrecord", ""
    del graph.graph.value_info[:]
    for node in graph.graph.node:
        node.name = ""
    version = hashlib.sha256(graph.graph.SerializeToString(deterministic=True)).hexdigest()[:8]
    names = [*_save(graph, folder, largest), TOKENIZER]
    (folder / TOKENIZER).write_text(pieces, "utf-8")
    described = describe(
        settings,
        version=version,
        confidence=confidence,
        files={name: file_digest(folder / name) for name in names},
        facts=facts or {},
    )
    write_description(folder, described)


def set_confidence(folder: Path, confidence: Sequence[float]) -> None:
    """Replace the calibration of a model that is already written."""
    described = json.loads((folder / MODEL).read_text("utf-8"))
    write_description(folder, {**described, "confidence": list(confidence)})


def _save(graph: onnx.ModelProto, folder: Path, largest: int) -> list[str]:
    """Write a graph, its weights beside it where it is too large; return the files' names."""
    for old in folder.glob(_WEIGHTS.format("*")):
        old.unlink()
    names = [GRAPH]
    if graph.ByteSize() > largest:
        names += _move_out(graph, folder, largest)
    (folder / GRAPH).write_bytes(graph.SerializeToString(deterministic=True))
    return names


def _move_out(graph: onnx.ModelProto, folder: Path, largest: int) -> list[str]:
    """Move the weights of a graph into files of at most `largest` bytes; return their names."""
    files = [bytearray()]
    for tensor in graph.graph.initializer:
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


def _write_graph(model: Tagger, path: Path) -> None:
    """Trace the network for one window at a time, of any length."""
    model.eval()
    pieces = torch.ones(1, 48, dtype=torch.long)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer's talk about constants, checked by tests
        torch.onnx.export(
            model,
            (pieces, torch.zeros_like(pieces)),
            str(path),
            input_names=["pieces", "shapes"],
            output_names=["tags", "vectors"],
            dynamic_axes={name: {1: "length"} for name in ("pieces", "shapes", "tags", "vectors")},
            opset_version=OPSET,
            dynamo=False,
        )
