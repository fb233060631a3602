"""See which reports are to be compared with all others, and store which are copies."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from onrecord.model import Copy, CopyKind, Document, Signed
from onrecord.record.documents import read_blocks, read_text
from onrecord.record.statements import interval

Signer = Callable[[Document], bytes]

_SHOWN = """
SELECT d.key, d.id, g.signature, coalesce(d.published_start, ''),
       coalesce(d.url, p.url), p.captured_at
FROM readings r JOIN documents d ON d.key = r.document
JOIN places p ON p.digest = d.digest
     AND p.path = (SELECT min(path) FROM places WHERE digest = d.digest)
LEFT JOIN signatures g ON g.document = d.key WHERE r.shown = 1
"""
_DOCUMENT = """
SELECT id, digest, url, title, outlet, byline, language,
       published_start, published_stop, published_granularity, published_text, published_rule
FROM documents WHERE key = ?
"""


class Reports(NamedTuple):
    """All reports as copies are looked for, what is new of them, and the copies known before.

    `new` are the ids of the reports that were not compared yet, None for all of them; the others
    may be of another URL and time of capture than before, where their bytes were met again.
    `signatures` are those that are not stored yet, by the key of their document.
    """

    all: tuple[Signed, ...]
    new: frozenset[str] | None
    known: tuple[Copy, ...]
    signatures: Mapping[int, bytes]


def pending(connection: sqlite3.Connection, sign: Signer, version: int) -> Reports:
    """Return all reports; those of which no signature of this `version` is stored are signed."""
    made: dict[int, bytes] = {}
    signed, new = [], set()
    rows = connection.execute(_SHOWN).fetchall()
    for key, id, signature, published, url, captured in rows:
        # What says too little to be compared has an empty one, of every version.
        if signature is None or (signature and signature[0] != version):
            signature = made[key] = sign(_document(connection, key))
            new.add(id)
        signed.append(Signed(id, signature, published, captured, url))
    known = tuple(_known(connection))
    # A report that is read anew, into another text, may be no copy any more, nor have any.
    told = {id for copy in known for id in (copy.document_id, copy.of)}
    if new & told or told - {each.document_id for each in signed}:
        return Reports(tuple(signed), None, (), made)
    return Reports(tuple(signed), frozenset(new), known, made)


def store(connection: sqlite3.Connection, reports: Reports, copies: Iterable[Copy]) -> None:
    """Put the copies that were found in the place of those that there were."""
    found = list(copies)
    connection.executemany(
        "INSERT OR REPLACE INTO signatures VALUES (?, ?)", reports.signatures.items()
    )
    connection.execute("DELETE FROM copies")
    connection.executemany(
        "INSERT INTO copies VALUES (?, ?, ?, ?)",
        ((each.document_id, each.kind, each.of, float(each.similarity)) for each in found),
    )
    connection.execute("DELETE FROM origins")
    connection.executemany("INSERT INTO origins VALUES (?, ?)", sorted(origins(found).items()))


def origins(copies: Iterable[Copy]) -> dict[str, str]:
    """Return, for each report that is a copy, the one that it goes back to over all others.

    What a report is word for word counts before what it is a part of, and that before an
    earlier version of its page.
    """
    order = list(CopyKind)
    above: dict[str, str] = {}
    for copy in sorted(copies, key=lambda copy: (copy.document_id, order.index(copy.kind))):
        above.setdefault(copy.document_id, copy.of)

    def origin(document: str) -> str:
        seen = [document]
        while (at := above.get(seen[-1])) is not None and at not in seen:
            seen.append(at)
        # Two that go back to one another, each by another kind of copy, are one family still.
        return seen[-1] if at is None else min(seen[seen.index(at) :])

    found = {document: origin(document) for document in above}
    return {document: of for document, of in found.items() if of != document}


def _known(connection: sqlite3.Connection) -> Iterator[Copy]:
    query = "SELECT document, of, kind, similarity FROM copies ORDER BY document, kind"
    for document, of, kind, similarity in connection.execute(query):
        yield Copy(document, of, CopyKind(kind), similarity)


def _document(connection: sqlite3.Connection, key: int) -> Document:
    row = connection.execute(_DOCUMENT, (key,)).fetchone()
    return Document(
        id=row[0],
        digest=row[1],
        path="",
        url=row[2],
        text=read_text(connection, key),
        blocks=read_blocks(connection, key),
        title=row[3],
        outlet=row[4],
        byline=row[5],
        language=row[6],
        published=interval(row[7:12]),
        dates=(),
    )
