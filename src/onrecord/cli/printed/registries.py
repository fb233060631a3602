"""The registries in use."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from onrecord.cli.printed.pairs import Pairs
from onrecord.cli.terminal import clean
from onrecord.export.wording import count, crop
from onrecord.record.views import RegistryView

LONGEST_NAME = 60


def registry_list(used: Sequence[RegistryView]) -> RenderableType:
    """Return a line a registry: its name, how many it lists, and how many reports name."""
    if not used:
        return Text("No registry is in use: onrecord registry add FILE", "dim")
    return Pairs((Text(clean(crop(each.name, LONGEST_NAME)), "bold"), _told(each)) for each in used)


def _told(each: RegistryView) -> Text:
    text = Text(f"{count(each.actors, 'actor')}, {each.recognised:,} in the reports")
    known = f" · known up to {each.as_of}" if each.as_of else ""
    by = f" by {each.author}" if each.author else ""
    return text.append(clean(f"{known} · added {each.at:%Y-%m-%d}{by}"), "dim")
