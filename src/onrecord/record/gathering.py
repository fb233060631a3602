"""Gather what may tell one act of speech into circles, and see which of them changed.

A circle is all statements that share a `Telling.key`, or the statements of two versions of one
page. What is compared in it hangs on nothing outside of it; so its digest, over the rows that
never change and whose they are, says whether there is anything to compare anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from typing import Any, NamedTuple

from onrecord.model import Act, BlockKind, Factuality, Kind, Telling
from onrecord.model.telling import telling_key
from onrecord.record.retold import DATED, SAID
from onrecord.record.statements import interval

_STATEMENTS = """
SELECT s.key, s.id, s.parent, d.id, coalesce(o.origin, d.id),
       coalesce(y.start || ' ' || y.stop, '') FROM statements s
JOIN readings r ON r.key = s.reading AND r.shown = 1 JOIN documents d ON d.key = r.document
LEFT JOIN origins o ON o.document = d.id LEFT JOIN dated y ON y.statement = s.key ORDER BY s.id
"""
# Who has no name answers for nothing elsewhere, unless a judgement says who it is.
_ACTORS = """
SELECT m.statement, a.id, m.rule = 'speaks for' FROM mentions m
JOIN readings r ON r.key = m.reading AND r.shown = 1
JOIN links l ON l.entity = m.entity JOIN actors a ON a.key = l.actor
WHERE m.part = 'source' AND m.statement IS NOT NULL
"""
_TELLINGS = f"""
SELECT s.key, s.quote, s.kind, s.act, s.factuality,
       {SAID},
       d.published_start, d.published_stop, d.published_granularity, d.published_text,
       d.published_rule, s.start,
       (SELECT json_array(b.position, b.kind) FROM blocks b
        WHERE b.document = d.key AND b.start <= s.start AND s.start < b.stop
        ORDER BY b.position DESC LIMIT 1),
       p.quote
FROM json_each(?) c JOIN statements s ON s.key = c.value
JOIN readings r ON r.key = s.reading JOIN documents d ON d.key = r.document
LEFT JOIN statements p ON p.key = s.parent {DATED} ORDER BY s.id
"""
# Of each page the versions after the first, which they all name.
_PAGES = """
SELECT c.of, d.id FROM copies c JOIN documents d ON d.id = c.document
JOIN readings r ON r.document = d.key AND r.shown = 1 WHERE c.kind = 'version'
ORDER BY c.of, (SELECT substr(captured_at, 1, 10) FROM places p WHERE p.digest = d.digest
                ORDER BY path LIMIT 1), d.published_start IS NULL, d.published_start,
         d.characters, d.id
"""
_PAGE = "page"
_HEADLINE = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST})
_BY_ANOTHER = 1
"""The sign of one whom somebody speaks for."""


class Known(NamedTuple):
    """What is known of a statement before its words are read."""

    key: int
    id: str
    parent: int | None
    document: str
    origin: str
    dated: str


@dataclass(frozen=True)
class Statements:
    """The statements that are shown, by key, and who answers for each."""

    known: Mapping[int, Known]
    actors: Mapping[int, frozenset[str]]

    def circle(self, one: Known) -> str:
        """Return the name of the circle of a statement: the `Telling.key` that it has."""
        return telling_key(self._of(one.key), self._of(one.parent), one.origin)

    def line(self, one: Known) -> str:
        """Return all of a statement that may change from one time to another."""
        who = (" ".join(sorted(self._of(key))) for key in (one.key, one.parent))
        return "|".join((one.id, one.origin, one.dated, *who))

    def within(self, one: Known) -> tuple[str, ...]:
        """Return the ids of the statements that one is told in, the innermost first."""
        ids: list[str] = []
        at = self.known.get(one.parent or 0)
        while at is not None and at.id not in ids:
            ids.append(at.id)
            at = self.known.get(at.parent or 0)
        return tuple(ids)

    def told_by(self, one: Known) -> frozenset[str]:
        return self._of(one.parent)

    def _of(self, key: int | None) -> frozenset[str]:
        return self.actors.get(key or 0, frozenset())


def read_statements(connection: sqlite3.Connection) -> Statements:
    """Read the statements that are shown, without their words."""
    known = {row[0]: Known(*row) for row in connection.execute(_STATEMENTS)}
    own: dict[int, set[str]] = defaultdict(set)
    behind: dict[int, set[str]] = defaultdict(set)
    for key, actor, by_another in connection.execute(_ACTORS):
        (behind if by_another == _BY_ANOTHER else own)[key].add(actor)
    # Somebody is quoted as a spokesman here and by the name alone there.
    actors = {key: frozenset(own.get(key) or who) for key, who in (behind | own).items()}
    return Statements(known, actors)


def circles(statements: Statements) -> dict[str, list[Known]]:
    """Return the statements of every circle, in the order of ids."""
    found: dict[str, list[Known]] = defaultdict(list)
    for one in statements.known.values():
        found[statements.circle(one)].append(one)
    return dict(found)


class Page(NamedTuple):
    """Two versions of a page that follow one another, and the statements of each."""

    earlier: tuple[Known, ...]
    later: tuple[Known, ...]


def pages(connection: sqlite3.Connection, statements: Statements) -> dict[str, Page]:
    """Return every pair of versions of a page that follow one another, by its name."""
    versions: dict[str, list[str]] = {}
    for first, document in connection.execute(_PAGES):
        versions.setdefault(first, [first]).append(document)
    wanted = {document for each in versions.values() for document in each}
    held: dict[str, list[Known]] = defaultdict(list)
    for one in statements.known.values():
        if one.document in wanted:
            held[one.document].append(one)
    return {
        page_name(one, other): Page(tuple(held[one]), tuple(held[other]))
        for each in versions.values()
        for one, other in pairwise(each)
    }


def page_name(earlier: str, later: str) -> str:
    """Return the name of the circle of two versions of a page, of the ids of their documents."""
    return f"{_PAGE} {earlier} {later}"


def page_documents(name: str) -> tuple[str, str]:
    """Return the ids of the earlier and the later document of a circle of this `page_name`."""
    _, earlier, later = name.split(" ")
    return earlier, later


def digest(statements: Statements, members: Iterable[Known], version: str) -> str:
    """Return what changes when a circle is to be compared anew."""
    told = "\n".join([version, *(statements.line(one) for one in members)])
    return blake2b(told.encode(), digest_size=16).hexdigest()


def tellings(
    connection: sqlite3.Connection, statements: Statements, wanted: Iterable[Known]
) -> Iterator[Telling]:
    """Yield statements as they are compared, in the order of their ids."""
    keys = json.dumps(sorted(one.key for one in wanted))
    for row in connection.execute(_TELLINGS, (keys,)):
        yield _telling(row, statements)


def _telling(row: tuple[Any, ...], statements: Statements) -> Telling:
    one = statements.known[row[0]]
    block, kind = json.loads(row[16]) if row[16] else (-1, "")
    return Telling(
        statement_id=one.id,
        document_id=one.document,
        copy_of=one.origin,
        actors=statements.actors.get(one.key, frozenset()),
        words=row[1],
        kind=Kind(row[2]),
        act=Act(row[3]),
        factuality=Factuality(row[4]),
        said=interval(row[5:10]),
        published=interval(row[10:15]),
        place=row[15],
        block=block,
        headline=kind in _HEADLINE,
        within=statements.within(one),
        told_by=statements.told_by(one),
        told_in=row[17] or "",
    )
