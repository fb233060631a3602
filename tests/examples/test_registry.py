"""The registries that the documentation shows are read as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.actor import read_registry
from onrecord.model import Registered
from tests.examples.annotations import EXAMPLES

PAGE = EXAMPLES.parent / "docs" / "registry.md"


def shown(form: str, folder: Path) -> Registered:
    """Return the actor of the example in a format."""
    block = re.search(rf"```{form}\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert block is not None
    path = folder / f"shown.{form}"
    path.write_text(block[1], encoding="utf-8")
    registry, problems = read_registry(path)
    assert problems == ()
    (actor,) = registry.actors
    return actor


def test_the_list_of_the_demo_corpus_is_whole() -> None:
    registry, problems = read_registry(EXAMPLES / "registry.toml")
    assert problems == ()
    assert len(registry.actors) == 9
    assert f"{len(registry.actors)} actors" in PAGE.read_text("utf-8")


@pytest.mark.parametrize("form", ["toml", "csv"])
def test_the_examples_are_read(form: str, tmp_path: Path) -> None:
    actor = shown(form, tmp_path)
    assert (actor.id, actor.name, len(actor.aliases)) == ("rutte", "Mark Rutte", 2)
    assert actor.identifiers == (("wikidata", "Q57792"),)
    terms = {(role.country or role.body, role.start, role.end) for role in actor.roles}
    assert ("Netherlands", "2010-10-14", "2024-07-02") in terms
