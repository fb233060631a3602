"""Several registries as one: whoever stands in two of them is one actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.actor.role.called import read_title
from onrecord.model import Registered, RoleKind, Status, Tenure, content_id


def united(listed: Iterable[Registered]) -> tuple[Registered, ...]:
    """Return the actors of all lists, those of one id or of one identifier made one.

    An entry without either is the same as the only other one of its name. What several lists
    say of an actor is put together; where they say different things, as its name, the entry
    of the first id counts. The order of the lists changes nothing.
    """
    groups = _Groups(sorted(set(listed), key=repr))
    for at, entry in enumerate(groups.entries):
        for sign in (("", entry.id), *entry.identifiers):
            groups.sign(at, sign)
    by_name: dict[tuple[str, str], set[int]] = defaultdict(set)
    for at, entry in enumerate(groups.entries):
        by_name[entry.kind, entry.name].add(groups.head(at))
    for namesakes in by_name.values():
        if len(namesakes) == 2 and any(map(groups.is_plain, namesakes)):
            groups.join(*sorted(namesakes))
    same: dict[int, list[Registered]] = defaultdict(list)
    for at, entry in enumerate(groups.entries):
        same[groups.head(at)].append(entry)
    return tuple(sorted(map(_one, same.values()), key=lambda actor: actor.id))


class _Groups:
    """Entries that are one actor, each group known by its first entry."""

    def __init__(self, entries: Sequence[Registered]) -> None:
        self.entries = entries
        self.heads = list(range(len(entries)))
        self.first: dict[tuple[str, str], int] = {}

    def head(self, at: int) -> int:
        while self.heads[at] != at:
            at = self.heads[at]
        return at

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.head(one), self.head(other)))
        self.heads[high] = low

    def sign(self, at: int, sign: tuple[str, str]) -> None:
        self.join(at, self.first.setdefault(sign, at))

    def is_plain(self, at: int) -> bool:
        """Whether an entry has an id from its name alone."""
        entry = self.entries[at]
        return entry.id == content_id("registered", entry.kind, entry.name)


def listed_tenures(listed: Iterable[Registered]) -> dict[str, tuple[Tenure, ...]]:
    """Return the terms of office that lists give, by the id of the actor; undated ones are left.

    One that only ends is told too: it covers no day, and none after its end.

    The ids are those that `with_registry` gives.
    """
    terms = {actor.id: tuple(_terms(actor)) for actor in united(listed)}
    return {id: found for id, found in terms.items() if found}


def _terms(actor: Registered) -> Iterator[Tenure]:
    for role in actor.roles:
        if role.kind is RoleKind.OFFICE and (role.start or role.end):
            of = role.body or role.country
            whole = of.lower() in role.title.lower()
            title = role.title if whole else f"{role.title}, {of}"
            # As a report would say it, so that both are read as one office.
            said = read_title(role.title if whole else f"{role.title} of {of}")
            term = Tenure(title, Status.HELD, role.start, role.end, office=said[2] if said else "")
            yield replace(term, registry=role.registry, as_of=role.as_of)


def _one(entries: Sequence[Registered]) -> Registered:
    main = min(entries, key=lambda entry: entry.id)
    names = [name for entry in entries for name in (entry.name, *entry.aliases)]
    return Registered(
        id=main.id,
        name=main.name,
        kind=main.kind,
        aliases=tuple(sorted({name for name in names if name != main.name})),
        identifiers=tuple(sorted({pair for entry in entries for pair in entry.identifiers})),
        roles=tuple(sorted({role for entry in entries for role in entry.roles}, key=repr)),
    )
