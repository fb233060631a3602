"""The files of a model: an ONNX graph, its weights, the tokenizer, and what binds them.

``model.json`` holds all that was learned beside the graph, and the digest of every other file:
a statement names the version of the weights that found it, and that must be true. The
weights of a large graph stand beside it, in files that the graph names.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from onrecord.errors import WeightsError
from onrecord.statement.learned.confidence import UNCALIBRATED
from onrecord.statement.learned.linking import LinkWeights
from onrecord.statement.learned.reading import Floats, Network, Settings
from onrecord.statement.learned.words import Ints

MODELS = Path(__file__).parent / "models"
"""The folder of the weights that come with the package, a folder a profile."""
MODEL = "model.json"
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
    learned = _checked(folder)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Whole files may still be another version's, and each library has errors of its own.
    try:
        session = onnxruntime.InferenceSession(
            str(folder / GRAPH), options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        if len(learned["confidence"]) != len(UNCALIBRATED):
            raise ValueError("the confidence was calibrated for another version")
        return Model(
            version=version_of(learned),
            tokenizer=tokenizer,
            network=_network(session),
            settings=_settings(learned),
            confidence=tuple(learned["confidence"]),
        )
    except Exception as error:
        raise _damaged(folder) from error


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file: a tenth of a second for all of a large model."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def describe(
    settings: Settings,
    *,
    confidence: Sequence[float],
    files: Mapping[str, str],
    facts: Mapping[str, Any],
) -> dict[str, Any]:
    """Return what `load_model` reads beside the graph, as JSON has it.

    `files` has the digest of every file by its name, `facts` tell where the weights are from.
    """
    return {
        "size": settings.size,
        "margin": settings.margin,
        "begin": settings.begin,
        "close": settings.close,
        "steps": settings.steps.tolist(),
        "starts": settings.starts.tolist(),
        "distance": settings.links.distance.tolist(),
        "nobody": settings.links.nobody.tolist(),
        "confidence": list(confidence),
        "files": dict(files),
        "facts": dict(facts),
    }


def version_of(described: Mapping[str, Any]) -> str:
    """Return the version of weights: a digest of all that decides what they find.

    The digests of the files stand for the files; only `facts` decide nothing.
    """
    told = {name: described[name] for name in described if name not in ("version", "facts")}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:8]


def write_description(folder: Path, described: Mapping[str, Any]) -> None:
    """Write ``model.json``, a line for each thing told, first the version of all that."""
    told = {"version": ""} | dict(described) | {"version": version_of(described)}
    lines = (f"{json.dumps(name)}: {json.dumps(value)}" for name, value in told.items())
    (folder / MODEL).write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def _checked(folder: Path) -> dict[str, Any]:
    """Return what ``model.json`` tells, sure that every file is there and whole."""
    try:
        learned: dict[str, Any] = json.loads((folder / MODEL).read_bytes())
        for name, digest in learned["files"].items():
            if file_digest(folder / name) != digest:
                raise _damaged(folder / name)
    except FileNotFoundError as missing:
        raise WeightsError(
            f"no weights: {CURE}", str(missing.filename), code="weights missing"
        ) from None
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise _damaged(folder) from error
    return learned


def _damaged(path: Path) -> WeightsError:
    return WeightsError(f"damaged weights: {CURE}", str(path), code="weights damaged")


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
