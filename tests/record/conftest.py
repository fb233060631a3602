from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.record import Record, open_record

Fresh = Callable[[], Record]


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty record to copy: making one loads the migrations and takes its time."""
    path = tmp_path_factory.mktemp("empty") / "empty.onrecord"
    open_record(path).close()
    return path


@pytest.fixture
def fresh(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fresh]:
    """A function that opens one more empty record: properties need one an example."""
    folder = tmp_path_factory.mktemp("fresh")
    made: list[Record] = []
    numbers = itertools.count()

    def open_fresh() -> Record:
        if len(made) > 8:
            made.pop(0).close()
        path = folder / f"{next(numbers)}.onrecord"
        shutil.copy(empty, path)
        made.append(open_record(path))
        return made[-1]

    yield open_fresh
    for record in made:
        record.close()


@pytest.fixture
def record(fresh: Fresh) -> Record:
    return fresh()
