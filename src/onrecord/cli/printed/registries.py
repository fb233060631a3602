"""The registries in use."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.cli.printed.pairs import Pairs
from onrecord.cli.terminal import clean
from onrecord.export.wording import count, crop
from onrecord.record.views import RegistrySuggested, RegistryView

LONGEST_NAME = 60


def registry_list(used: Sequence[RegistryView]) -> RenderableType:
    """Return a line a registry: its name, how many it lists, and how many reports name."""
    if not used:
        return Text("No registry is in use: onrecord registry add FILE", "dim")
    return Pairs((Text(clean(crop(each.name, LONGEST_NAME)), "bold"), _told(each)) for each in used)


def registry_suggestion_list(found: Sequence[RegistrySuggested], *, limit: int) -> RenderableType:
    """Return at most `limit` actors who may be on a list: how likely, whom, and why."""
    if not found:
        return Text("Nobody looks like one who is listed and is not taken for them.", "dim")
    rows = Pairs((Text(f"{each.score:.2f}", "cyan"), _suggested(each)) for each in found[:limit])
    if len(found) <= limit:
        return rows
    more = f"{len(found) - limit:,} more: --limit {len(found)} shows all."
    return Group(rows, Text(more, style="dim"))


def _suggested(each: RegistrySuggested) -> Text:
    actor, registered = (crop(who.name, LONGEST_NAME) for who in (each.actor, each.registered))
    text = Text(clean(actor), "bold").append(clean(f"  perhaps {registered}"), "not bold")
    return text.append(clean(f"\n{'; '.join(each.reasons)} · {each.registered.id}"), "not bold dim")


def _told(each: RegistryView) -> Text:
    told = f"{count(each.actors, 'actor')}, {each.recognised:,} in the reports"
    text = Text(clean(f"{told}{_missing(each)}"))
    known = f" · known up to {each.as_of}" if each.as_of else ""
    by = f" by {each.author}" if each.author else ""
    return text.append(clean(f"{known} · added {each.at:%Y-%m-%d}{by}"), "dim")


def _missing(each: RegistryView) -> str:
    """Return whom no report names, the first few by name."""
    names = [crop(name, LONGEST_NAME) for name in each.missing]
    if more := each.actors - each.recognised - len(names):
        names.append(f"{more:,} more")
    return f", not {', '.join(names)}" if each.missing else ""
