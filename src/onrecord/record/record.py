"""The record: one file that holds the text, what machines read in it and what humans decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType

from onrecord.errors import InputError
from onrecord.model import Actor, Capture, Entity, Judgement, Link, Reading
from onrecord.record.views import (
    ActorRow,
    Card,
    DocumentView,
    Hit,
    JudgementView,
    Problem,
    StatementView,
    Summary,
)

Resolver = Callable[[Iterable[Entity]], tuple[tuple[Actor, ...], tuple[Link, ...]]]


def open_record(path: str | Path, *, create: bool = True, timeout: float = 30.0) -> Record:
    """Open the record at `path`; make an empty one where there is none and `create` is true.

    `timeout` is how many seconds a writer waits for another to finish.

    Raises:
        RecordMissing, RecordNewer, RecordReadOnly, RecordFull, RecordBusy, RecordDamaged.
    """
    raise NotImplementedError


class Record:
    """A record that is open. Use it in a ``with`` statement, or `close` it.

    Reading needs the standard library only; the first write loads SQLAlchemy.
    """

    path: Path

    def close(self) -> None: ...

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # What writes

    def add(self, reading: Reading) -> bool:
        """Store one reading in one transaction; False when its bytes were already read so.

        "So" means by the same version of the extractor. A new place (path) of known bytes
        is noted all the same.
        """
        raise NotImplementedError

    def place(self, capture: Capture) -> None:
        """Note one more place where bytes that the record knows were met."""
        raise NotImplementedError

    def skip(self, error: InputError) -> None:
        """Count an input that could not be read; its first id is its path."""
        raise NotImplementedError

    def resolve(self, resolver: Resolver) -> None:
        """Work out the actors over all documents anew with `resolver` and store them."""
        raise NotImplementedError

    def judge(self, judgement: Judgement) -> None:
        """Append a human's judgement."""
        raise NotImplementedError

    # What reads

    @property
    def resolved(self) -> bool:
        """Whether the actors stand for all that was added; a killed run leaves it false."""
        raise NotImplementedError

    def knows(self, digest: str, extractor: str) -> bool:
        """Whether bytes of this digest were read by this version of an extractor."""
        raise NotImplementedError

    def summary(self) -> Summary:
        raise NotImplementedError

    def actors(self, query: str | None = None) -> list[ActorRow]:
        """Return the actors, most statements first; `query` is a part of a name or alias."""
        raise NotImplementedError

    def actor(self, name_or_id: str) -> Actor:
        """Return the one actor that is meant, by id, start of an id, name, alias or last name.

        Raises:
            NotInRecord: naming the nearest names.
            Ambiguous: listing the candidates.
        """
        raise NotImplementedError

    def timeline(
        self,
        actor_id: str,
        *,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> list[StatementView]:
        """Return what an actor said: the dated in order of time, then the undated.

        `about` is a query as in `find`, over the quotes. `since` and `until` are ISO 8601
        dates, both inclusive and as coarse as you like (``2024``, ``2024-10``); undated
        statements pass, since nobody knows that they fall outside.
        """
        raise NotImplementedError

    def find(self, query: str, *, limit: int = 50) -> list[Hit]:
        """Search statements, then documents of which no statement was found.

        Words are all required; ``"a phrase"``, ``begin*``, AND, OR, NOT and parentheses.

        Raises:
            LookupFailed: if the query holds no word.
        """
        raise NotImplementedError

    def card(self, statement_id: str) -> Card:
        """Return all the evidence of a statement, by its id or the start of its id.

        Raises:
            NotInRecord, Ambiguous.
        """
        raise NotImplementedError

    def statements(self) -> Iterator[StatementView]:
        """Yield every statement, document by document, in the order of the text."""
        raise NotImplementedError

    def documents(self) -> Iterator[DocumentView]:
        """Yield every document in the order of paths."""
        raise NotImplementedError

    def text(self, document_id: str) -> str:
        """Return the text that every offset of a document counts in."""
        raise NotImplementedError

    def check(self) -> Iterator[Problem]:
        """Verify every digest, span, parent, link and index of the record."""
        raise NotImplementedError

    def judgements(self, subject_id: str | None = None) -> list[JudgementView]:
        """Return judgements, oldest first: all, or those on one subject."""
        raise NotImplementedError
