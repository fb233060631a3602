"""Statements are grouped anew when what was learned changes."""

from pathlib import Path

import pytest

from onrecord.errors import WeightsError
from onrecord.utterance.grouping import version


def test_other_weights_are_another_version(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "same", "other")]
    for folder in folders:
        folder.mkdir()
        for name in ("model.json", "pieces.npz", "pieces.txt"):
            (folder / name).write_bytes(b"learned")
    (folders[-1] / "model.json").write_bytes(b"learned otherwise")
    one, same, other = map(version, folders)
    assert one == same != other


def test_the_version_without_weights_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="no weights: reinstall onrecord"):
        version(tmp_path)
