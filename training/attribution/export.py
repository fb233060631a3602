"""From a checkpoint to the files of the run time: an ONNX graph, in int8 unless asked otherwise."""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.statement.learned.confidence import UNCALIBRATED
from onrecord.statement.learned.reading import Settings
from onrecord.statement.learned.weights import GRAPH, TOKENIZER, as_json
from training.attribution.model import Tagger

OPSET = 17


def export(
    model: Tagger,
    tokenizer: Path,
    settings: Settings,
    folder: Path,
    *,
    confidence: Sequence[float] = UNCALIBRATED,
    facts: Mapping[str, Any] | None = None,
    int8: bool = True,
) -> None:
    """Write the graph and a copy of the tokenizer's file into `folder`.

    int8 is dynamic: the weights of every product, one scale a column, and the embeddings;
    activations get their scale when they are computed. The version is a digest of the
    weights.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        plain, made = Path(temporary) / "plain.onnx", Path(temporary) / "made.onnx"
        _write_graph(model, plain)
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
    version = hashlib.sha256(graph.graph.SerializeToString(deterministic=True)).hexdigest()[:8]
    told = as_json(settings, version=version, confidence=confidence, facts=facts or {})
    onnx.helper.set_model_props(graph, {"onrecord": told})
    onnx.save(graph, folder / GRAPH)
    shutil.copyfile(tokenizer, folder / TOKENIZER)


def set_confidence(folder: Path, confidence: Sequence[float]) -> None:
    """Replace the calibration in a graph that is already written."""
    graph = onnx.load(folder / GRAPH)
    told = json.loads(next(p.value for p in graph.metadata_props if p.key == "onrecord"))
    told["confidence"] = list(confidence)
    onnx.helper.set_model_props(graph, {"onrecord": json.dumps(told)})
    onnx.save(graph, folder / GRAPH)


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
