"""Reports that tell the same acts of speech, and what finds that, for the record's tests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.model import (
    Copy,
    CopyKind,
    Document,
    Fate,
    Reading,
    Revision,
    Signed,
    Telling,
    Utterance,
    utterance_id,
)
from onrecord.record import Record
from tests.record.invented import by_name, day, report, with_chain

VERSION = 1


def place(telling: Telling) -> tuple[object, ...]:
    date = telling.published.start if telling.published else "9"
    own = telling.copy_of == telling.document_id
    return date, not own, telling.document_id, telling.place, telling.statement_id


def by_words(tellings: Sequence[Telling]) -> tuple[Utterance, ...]:
    """Group what has the same key and the same first word."""
    groups: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[telling.key, telling.words.split()[0]].append(telling)
    found = []
    for group in groups.values():
        ids = tuple(each.statement_id for each in sorted(group, key=place))
        others = len(ids) - 1
        found.append(Utterance(utterance_id(ids), ids, (0.9,) * others, ("first word",) * others))
    return tuple(found)


def by_place(earlier: Sequence[Telling], later: Sequence[Telling]) -> tuple[Revision, ...]:
    """Take the statements of two versions of a page for the same by their number in the text."""
    old, new = (sorted(side, key=lambda t: t.place) for side in (earlier, later))
    pairs = [
        Revision(
            Fate.CARRIED if one.words == other.words else Fate.CHANGED,
            one.statement_id,
            other.statement_id,
            1.0,
        )
        for one, other in zip(old, new, strict=False)
    ]
    gone = [Revision(Fate.GONE, each.statement_id, None, 0.0) for each in old[len(new) :]]
    added = [Revision(Fate.ADDED, None, each.statement_id, 0.0) for each in new[len(old) :]]
    return (*pairs, *gone, *added)


def sign(document: Document) -> bytes:
    """Return the last paragraph of a report: reports that end alike are copies."""
    return bytes([VERSION]) + document.text.split("\n\n")[-2].encode()


def ending_alike(reports: Iterable[Signed], **_: object) -> tuple[Copy, ...]:
    """Call reports copies of the first that ends alike, and versions where they share a page."""
    ordered = sorted(reports, key=lambda r: (r.published or "9", r.document_id))
    first: dict[bytes, str] = {}
    page: dict[str, str] = {}
    found = []
    for each in ordered:
        of = first.setdefault(each.signature, each.document_id)
        if of != each.document_id:
            found.append(Copy(each.document_id, of, CopyKind.NEAR, 0.95))
        if each.url:
            of = page.setdefault(each.url, each.document_id)
            if of != each.document_id:
                found.append(Copy(each.document_id, of, CopyKind.VERSION, 0.5))
    return tuple(sorted(found, key=lambda copy: (copy.document_id, copy.kind)))


def work_out(record: Record) -> None:
    """Work out actors, copies and utterances by the simple ways above."""
    record.resolve(by_name)
    group(record)


def group(record: Record) -> None:
    record.find_copies(sign, ending_alike, version=VERSION)
    record.group(by_words, by_place)


def told(
    name: str,
    *paragraphs: tuple[str, str],
    date: str = "2031-05-06",
    outlet: str = "The Quay",
    end: str = "",
) -> Reading:
    """Return a report of a day by an outlet; `end` is what it ends with."""
    made = report(
        [*paragraphs, end or f"The end of {name}."],
        name=name,
        published=day(date),
        outlet=outlet,
    )
    return with_chain(made)
