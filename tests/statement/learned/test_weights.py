"""The files of a model are read only when each is there and whole."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.errors import WeightsError
from onrecord.statement.learned.weights import (
    GRAPH,
    MODEL,
    MODELS,
    TOKENIZER,
    file_digest,
    load_model,
    version_of,
)

PROFILES = sorted(path for path in MODELS.iterdir() if path.is_dir())
FAST = MODELS / "fast"
FILES = (GRAPH, MODEL, TOKENIZER, "weights-1.bin")

MB = 1_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files of a model, with one of weights that its graph happens not to ask for."""
    for name in (GRAPH, MODEL, TOKENIZER):
        shutil.copyfile(FAST / name, tmp_path / name)
    (tmp_path / "weights-1.bin").write_bytes(bytes(64))
    described = json.loads((tmp_path / MODEL).read_bytes())
    described["files"]["weights-1.bin"] = file_digest(tmp_path / "weights-1.bin")
    for name in described["files"].keys() - set(FILES):
        shutil.copyfile(FAST / name, tmp_path / name)
    (tmp_path / MODEL).write_text(json.dumps(described), "utf-8")
    return tmp_path


def test_whole_files_are_read(folder: Path) -> None:
    assert load_model(folder).settings.size == load_model(FAST).settings.size


def test_the_version_is_that_of_all_the_description_tells_but_the_facts(folder: Path) -> None:
    before = load_model(folder).version
    described = json.loads((folder / MODEL).read_bytes())
    described["version"], described["facts"] = "another", {}
    (folder / MODEL).write_text(json.dumps(described), "utf-8")
    assert load_model(folder).version == before
    described["confidence"][0] += 0.1
    (folder / MODEL).write_text(json.dumps(described), "utf-8")
    assert load_model(folder).version != before


@pytest.mark.parametrize("folder", PROFILES, ids=lambda folder: folder.name)
def test_the_description_and_the_card_in_the_package_name_the_version(folder: Path) -> None:
    described = json.loads((folder / MODEL).read_bytes())
    assert described["version"] == version_of(described)
    assert described["version"] in (folder / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named_with_the_cure(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(WeightsError, match=rf"/{re.escape(name)}: no weights: reinstall") as raised:
        load_model(folder)
    assert raised.value.code == "weights missing"


def flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


@pytest.mark.parametrize("name", [name for name in FILES if name != MODEL])
@pytest.mark.parametrize(
    "damage", [lambda d: d[: len(d) // 2], lambda d: d + b"\0", flipped, lambda _: b""]
)
def test_a_damaged_file_is_named_with_the_cure(
    folder: Path, name: str, damage: Callable[[bytes], bytes]
) -> None:
    (folder / name).write_bytes(damage((folder / name).read_bytes()))
    with pytest.raises(WeightsError, match=rf"/{re.escape(name)}: damaged weights: reinstall"):
        load_model(folder)


@pytest.mark.parametrize("told", ["", "[]", "{", "{}", '{"files": []}', '{"files": {}}'])
def test_a_damaged_description_names_the_cure(folder: Path, told: str) -> None:
    (folder / MODEL).write_text(told, "utf-8")
    with pytest.raises(WeightsError, match="damaged weights: reinstall"):
        load_model(folder)


@pytest.mark.parametrize("name", [GRAPH, TOKENIZER])
def test_whole_files_of_something_else_name_the_cure(folder: Path, name: str) -> None:
    (folder / name).write_text("{}", "utf-8")
    described = json.loads((folder / MODEL).read_bytes())
    described["files"][name] = file_digest(folder / name)
    (folder / MODEL).write_text(json.dumps(described), "utf-8")
    with pytest.raises(WeightsError, match="damaged weights: reinstall"):
        load_model(folder)


def test_a_calibration_of_another_version_names_the_cure(folder: Path) -> None:
    described = json.loads((folder / MODEL).read_bytes())
    described["confidence"].append(0.0)
    (folder / MODEL).write_text(json.dumps(described), "utf-8")
    with pytest.raises(WeightsError, match="damaged weights: reinstall"):
        load_model(folder)


def test_the_weights_in_the_package_are_of_sizes_a_repository_likes() -> None:
    sizes = [path.stat().st_size for folder in PROFILES for path in folder.iterdir()]
    assert max(sizes) <= 40 * MB
    assert sum(sizes) <= 120 * MB


@pytest.mark.parametrize("folder", PROFILES, ids=lambda folder: folder.name)
def test_every_file_of_weights_in_the_package_is_described(folder: Path) -> None:
    described = json.loads((folder / MODEL).read_bytes())["files"]
    there = {path.name for path in folder.iterdir()}
    assert there == {*described, MODEL, "LICENSE", "README.md"}
