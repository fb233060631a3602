"""Arrows point one way: what each part of the package may import, read from its source."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import onrecord

ROOT = Path(onrecord.__file__).parent
NOUNS = {"model", "errors"}
STAGES = ("capture", "document", "statement", "actor", "utterance")
FACES = {"export", "report", "cli"}

# A part, and the other parts that it may import.
MAY_IMPORT: dict[str, set[str]] = {
    "": {"record"},
    "errors": set(),
    "model": {"errors"},
    **{stage: NOUNS | set(STAGES[:place]) for place, stage in enumerate(STAGES)},
    "record": NOUNS | {""},
    "processes": set(),
    "pipeline": NOUNS | {"processes", *STAGES},
    "export": NOUNS | {"", "record"},
    "report": NOUNS | {"", "record", "export"},
    "cli": NOUNS | {"", "record", "export", "report", "pipeline", "actor"},
}
# The folders of `actor`, and the others of them that each may import.
INSIDE_ACTOR: dict[str, set[str]] = {
    "words": set(),
    "name": {"words"},
    "role": {"words", "name"},
    "mention": {"words", "name", "role"},
    "link": {"words", "name", "role"},
    "registry": {"words", "name", "role", "link"},
}
# Of these parts others know the face alone: what stands in its `__init__.py`.
CLOSED = {*STAGES, "report", "cli"}
# A report is cut into sentences and words once, and both who and when are read from them. Copies
# and groups have faces of their own: whoever reads one report needs no numpy.
SHARED = {
    ("utterance", "onrecord.actor.mention.page"),
    ("utterance", "onrecord.actor.words"),
    ("pipeline", "onrecord.document.copies"),
    ("pipeline", "onrecord.utterance.grouping"),
}
# Of the record a face knows how to open it, its values, and nothing of tables.
RECORD_FACE = {"onrecord.record", "onrecord.record.views"}

HEAVY = ("sqlalchemy", "alembic", "lxml", "trafilatura", "htmldate", "jinja2", "pydantic", "numpy")

# What only a learned extractor loads, and only when it reads.
LEARNED = ("onnxruntime", "tokenizers")


def modules() -> Iterator[tuple[str, Path]]:
    """Yield every module of the package by its dotted name."""
    for path in sorted(ROOT.rglob("*.py")):
        parts = ("onrecord", *path.relative_to(ROOT).with_suffix("").parts)
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


MODULES = dict(modules())


def imports(path: Path) -> Iterator[str]:
    """Yield the modules of the package that a module imports, wherever it does so."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert not node.level, f"{path} imports relatively"
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                inside = whole in MODULES and name.name not in _shown_by(node.module)
                yield whole if inside else node.module


@cache
def _shown_by(module: str) -> frozenset[str]:
    """Return the names that the `__init__.py` of a folder passes on; one may be a module's too."""
    tree = ast.parse(MODULES[module].read_text("utf-8"))
    shown = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return frozenset(name.name for node in shown for name in node.names)


def part(module: str) -> str:
    """Return the folder or module right below the package, "" for the package itself."""
    return module.removeprefix("onrecord").removeprefix(".").partition(".")[0]


ARROWS = sorted(
    {
        (module, target)
        for module, path in MODULES.items()
        for target in imports(path)
        if target.partition(".")[0] == "onrecord" and part(target) != part(module)
    }
)


def test_every_part_has_its_rule() -> None:
    assert {part(module) for module in MODULES} == set(MAY_IMPORT)


def test_a_part_imports_nothing_that_comes_after_it() -> None:
    assert [a for a in ARROWS if part(a[1]) not in MAY_IMPORT[part(a[0])]] == []


def test_the_insides_of_a_part_are_its_own() -> None:
    seen = [
        (module, target)
        for module, target in ARROWS
        if part(target) in CLOSED and target != f"onrecord.{part(target)}"
    ]
    assert [(m, t) for m, t in seen if (part(m), t) not in SHARED] == []
    # A leave that nobody takes any more is taken back.
    assert {(part(m), t) for m, t in seen} == SHARED


def test_a_folder_of_actors_imports_nothing_that_comes_after_it() -> None:
    inside = "onrecord.actor."
    seen = {
        (module.removeprefix(inside).split(".")[0], target.removeprefix(inside).split(".")[0])
        for module, path in MODULES.items()
        if module.startswith(inside)
        for target in imports(path)
        if target.startswith(inside)
    }
    across = {(folder, target) for folder, target in seen if folder != target}
    assert {folder for folder, _ in across} == {f for f, may in INSIDE_ACTOR.items() if may}
    assert [(f, t) for f, t in sorted(across) if t not in INSIDE_ACTOR[f]] == []


def test_faces_know_of_the_record_what_it_shows() -> None:
    known = {t for m, t in ARROWS if part(m) in FACES and part(t) == "record"}
    assert known == RECORD_FACE


def test_no_two_modules_import_each_other() -> None:
    ordered: list[str] = []
    waiting = {
        module: {t for t in imports(path) if t in MODULES and t != module}
        for module, path in MODULES.items()
        # A face of a folder gathers what stands in it; only what is in it can go in circles.
        if path.name != "__init__.py"
    }
    while ready := [m for m, targets in waiting.items() if not targets & waiting.keys()]:
        ordered += ready
        for module in ready:
            del waiting[module]
    assert waiting == {}
    assert ordered


def test_modules_stay_small() -> None:
    # A migration is never touched again once it is out, so it may be long.
    lengths = {
        module: len(path.read_text("utf-8").splitlines())
        for module, path in MODULES.items()
        if ".versions." not in module
    }
    assert {module: n for module, n in lengths.items() if n > LONGEST.get(module, 300)} == {}


# The nouns stand together, and so do the rows that they become and the values that faces read;
# the record has a method a command.
LONGEST = {
    "onrecord.record.rows": 400,
    "onrecord.record.tables": 470,
    "onrecord.record.record": 500,
}


@pytest.mark.parametrize(
    "program",
    [
        "import onrecord",
        "import onrecord.model, onrecord.errors",
        "import onrecord.record.views",
        "from onrecord import open_record",
        "import onrecord.cli",
    ],
)
def test_what_everybody_imports_costs_little(program: str) -> None:
    loaded = f"{program}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()).isdisjoint({*HEAVY, *LEARNED})


def test_reading_without_the_learned_extractor_loads_nothing_of_it() -> None:
    program = (
        "import sys\n"
        "from onrecord.model import ExtractorName\n"
        "from onrecord.pipeline import named_extractor\n"
        "named_extractor(ExtractorName.STRUCTURAL)\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()).isdisjoint({*LEARNED, "onrecord.statement.learned"})


def test_the_names_of_the_months_stand_in_one_place() -> None:
    listing = {m for m, path in MODULES.items() if "october november" in path.read_text("utf-8")}
    assert listing == {"onrecord.document.dates"}
