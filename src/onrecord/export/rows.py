"""The flat row of a statement: what every table format carries, column by column."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord.export.knowing import links
from onrecord.export.wording import role, role_known
from onrecord.model import Aspect, Interval
from onrecord.record import Record
from onrecord.record.views import DocumentView, StatementView

Value = str | int | float | None
Column = Callable[[StatementView, DocumentView], Value]

MANY = " | "
"""What stands between several names in one cell."""


def rows(record: Record) -> Iterator[dict[str, Value]]:
    """Yield one row a statement, document by document, in the order of the text.

    All rows have the columns of `COLUMNS` in its order; what is not known is None.
    """
    documents = {document.id: document for document in record.documents()}
    for statement in record.statements():
        document = documents[statement.document_id]
        yield {name: column(statement, document) for name, column in COLUMNS.items()}


def _times(what: str, get: Callable[[StatementView], Interval | None]) -> dict[str, Column]:
    def part(name: str) -> Column:
        # None stays None; an enumeration's member is a string already.
        return lambda statement, _: getattr(get(statement), name, None)

    return {
        f"{what}_{name}": part(name) for name in ("start", "end", "granularity", "text", "rule")
    }


def _told(statement: StatementView, aspect: Aspect) -> str | None:
    """Return the report's words for a circumstance."""
    told = (each.words.text for each in statement.circumstances if each.aspect is aspect)
    return MANY.join(told) or None


def _circumstances(aspect: Aspect) -> dict[str, Column]:
    """Return the columns of a circumstance that has kinds: its words, and what it is."""

    def kind(statement: StatementView, _: DocumentView) -> str | None:
        told = (each.kind for each in statement.circumstances if each.aspect is aspect)
        return MANY.join(told) or None

    return {aspect: lambda s, _: _told(s, aspect), f"{aspect}_kind": kind}


COLUMNS: dict[str, Column] = {
    "id": lambda s, _: s.id,
    "kind": lambda s, _: s.kind,
    "act": lambda s, _: s.act,
    "speaker": lambda s, _: s.speaker.name if s.speaker else None,
    "speaker_id": lambda s, _: s.speaker.id if s.speaker else None,
    "speaker_confidence": lambda s, _: s.speaker_confidence,
    "speaker_as_named": lambda s, _: s.source or None,
    "cue": lambda s, _: s.cue or None,
    "quote": lambda s, _: s.quote,
    "addressees": lambda s, _: MANY.join(who.name for who in s.addressees) or None,
    **_times("said", lambda s: s.said),
    **_times("published", lambda s: s.published),
    "parent": lambda s, _: s.parent,
    "via": lambda s, _: s.via,
    "confidence": lambda s, _: s.confidence,
    "rule": lambda s, _: s.rule,
    "extractor": lambda s, _: s.extractor,
    "reviewed": lambda s, _: s.reviewed,
    "title": lambda _, d: d.title,
    "outlet": lambda _, d: d.outlet,
    "byline": lambda _, d: d.byline,
    "language": lambda _, d: d.language,
    "url": lambda _, d: d.url,
    "path": lambda _, d: d.path,
    "document_id": lambda _, d: d.id,
    "start": lambda s, _: s.start,
    "sha256": lambda _, d: d.digest,
    "speaker_role": lambda s, _: role(s.role) if s.role else None,
    "speaker_role_known": lambda s, _: role_known(s.role) if s.role else None,
    "speakers": lambda s, _: MANY.join(who.name for who in s.speakers) or None,
    "speaker_ids": lambda s, _: MANY.join(who.id for who in s.speakers if who.id) or None,
    "through": lambda s, _: s.through,
    "factuality": lambda s, _: s.factuality,
    "said_words": lambda s, _: s.said_words.text or None if s.said_words else None,
    **_circumstances(Aspect.OCCASION),
    "place": lambda s, _: _told(s, Aspect.PLACE),
    **_circumstances(Aspect.MEDIUM),
    "known_through": lambda s, _: links(s),
    "second_hand": lambda s, _: "yes" if s.second_hand else "no",
    "utterance": lambda s, _: s.utterance.id if s.utterance else None,
    "tellings": lambda s, _: s.utterance.statements if s.utterance else None,
    "copies": lambda s, _: s.utterance.copies if s.utterance else None,
    "outlets": lambda s, _: (MANY.join(s.utterance.outlets) or None) if s.utterance else None,
    "first_telling": lambda s, _: s.utterance.first if s.utterance else None,
    "copy_of": lambda s, _: s.copy_of,
    "addressee_confidence": lambda s, _: (
        MANY.join("" if w.confidence is None else f"{w.confidence:.2f}" for w in s.addressees)
        or None
    ),
}
