"""The file of a model: one ONNX graph with all that was learned beside it as its properties.

The tokenizer stands beside it as ``tokenizer.json``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from onrecord.errors import WeightsError
from onrecord.statement.learned.linking import LinkWeights
from onrecord.statement.learned.reading import Floats, Network, Settings
from onrecord.statement.learned.words import Ints

GRAPH = "tagger.onnx"
TOKENIZER = "tokenizer.json"
CURE = "reinstall onrecord, or rebuild the weights with `python -m training.attribution`"


@dataclass(frozen=True, slots=True)
class Model:
    """A model ready to read. `version` is that of its weights, `confidence` its calibration."""

    version: str
    tokenizer: Tokenizer
    network: Network
    settings: Settings
    confidence: tuple[float, ...]


def load_model(folder: Path, *, threads: int = 1) -> Model:
    """Load the model of a folder; `threads` are those one window is computed with.

    Raises:
        WeightsError: if a file is missing or damaged; says what to do.
    """
    for name in (GRAPH, TOKENIZER):
        if not (folder / name).is_file():
            raise WeightsError(f"no weights: {CURE}", str(folder / name), code="weights missing")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # What is damaged shows only when it is read, and each library has errors of its own.
    try:
        session = onnxruntime.InferenceSession(
            str(folder / GRAPH), options, providers=["CPUExecutionProvider"]
        )
        learned = json.loads(session.get_modelmeta().custom_metadata_map["onrecord"])
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        settings = _settings(learned)
    except Exception as error:
        raise WeightsError(
            f"damaged weights: {CURE}", str(folder), code="weights damaged"
        ) from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Model(
        version=learned["version"],
        tokenizer=tokenizer,
        network=_network(session),
        settings=settings,
        confidence=tuple(learned["confidence"]),
    )


def as_json(
    settings: Settings, *, version: str, confidence: Sequence[float], facts: Mapping[str, Any]
) -> str:
    """Return the properties that `load_model` reads; `facts` tell where the weights are from."""
    return json.dumps(
        {
            "version": version,
            "size": settings.size,
            "margin": settings.margin,
            "begin": settings.begin,
            "close": settings.close,
            "steps": settings.steps.tolist(),
            "starts": settings.starts.tolist(),
            "distance": settings.links.distance.tolist(),
            "nobody": settings.links.nobody.tolist(),
            "confidence": list(confidence),
            "facts": dict(facts),
        }
    )


def _settings(learned: Mapping[str, Any]) -> Settings:
    def array(name: str) -> Floats:
        return np.asarray(learned[name], dtype=np.float32)

    return Settings(
        size=learned["size"],
        margin=learned["margin"],
        begin=learned["begin"],
        close=learned["close"],
        steps=array("steps"),
        starts=array("starts"),
        links=LinkWeights(array("distance"), array("nobody")),
    )


def _network(session: onnxruntime.InferenceSession) -> Network:
    def run(pieces: Ints, shapes: Ints) -> tuple[Floats, Floats]:
        tags, vectors = session.run(
            ["tags", "vectors"], {"pieces": pieces[None], "shapes": shapes[None]}
        )
        return tags[0], vectors[0]

    return run
