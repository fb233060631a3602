"""The record: one file that holds the text, what machines read in it and what humans decided."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from onrecord.errors import InputError
from onrecord.model import (
    Actor,
    Called,
    Capture,
    Copy,
    Entity,
    Judgement,
    Link,
    Reading,
    Revision,
    Signed,
    Suggestion,
    Telling,
    Tenure,
    Utterance,
)
from onrecord.record import (
    circling,
    copying,
    deciding,
    deciding_utterances,
    documents,
    evidence,
    hits,
    listed,
    numbers,
    people,
    reviews,
    statements,
    suggested,
)
from onrecord.record.copying import Signer
from onrecord.record.dating import When
from onrecord.record.deciding import Ask
from onrecord.record.failures import explained
from onrecord.record.opening import opened
from onrecord.record.registries import Registries
from onrecord.record.views import (
    ActorOrder,
    ActorRow,
    Card,
    Change,
    DocumentView,
    Hit,
    JudgementView,
    Problem,
    StatementView,
    Suggested,
    Summary,
)

if TYPE_CHECKING:
    from onrecord.record.writing import Writer

Resolver = Callable[[Iterable[Entity]], tuple[tuple[Actor, ...], tuple[Link, ...]]]
Suggester = Callable[[Iterable[Entity], Iterable[Actor], Iterable[Link]], Iterable[Suggestion]]
Grouper = Callable[[Sequence[Telling]], tuple[Utterance, ...]]
Reviser = Callable[[Sequence[Telling], Sequence[Telling]], tuple[Revision, ...]]
Titles = Callable[[Iterable[Entity]], Iterable[Called]]


class Finder(Protocol):
    """What finds copies, as `onrecord.document.find_copies` does."""

    def __call__(
        self, reports: Iterable[Signed], *, new: Collection[str] | None, known: Iterable[Copy]
    ) -> tuple[Copy, ...]: ...


def open_record(path: str | Path, *, create: bool = True, timeout: float = 30.0) -> Record:
    """Open the record at `path`; make an empty one where there is none and `create` is true.

    `timeout` is how many seconds a writer waits for another to finish.

    Raises:
        RecordMissing, RecordNewer, RecordReadOnly, RecordFull, RecordBusy, RecordDamaged.
    """
    where = Path(path)
    return Record(where, opened(where, create=create, timeout=timeout), timeout)


class Record:
    """A record that is open. Use it in a ``with`` statement, or `close` it.

    Reading needs the standard library only; the first write loads SQLAlchemy.
    """

    def __init__(self, path: Path, reads: sqlite3.Connection, timeout: float) -> None:
        self.path = path
        self._reads = reads
        self._timeout = timeout
        self._writer: Writer | None = None

    def close(self) -> None:
        """Close the file. What was added is stored already."""
        if self._writer is not None:
            self._writer.close()
        self._reads.close()

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
        with explained(self.path):
            return self._writes().add(reading)

    def place(self, capture: Capture) -> None:
        """Note one more place where bytes that the record knows were met."""
        with explained(self.path):
            self._writes().place(capture)

    def skip(self, error: InputError) -> None:
        """Count an input that could not be read; its first id is its path."""
        with explained(self.path):
            self._writes().skip(error)

    def resolve(
        self,
        resolver: Resolver,
        *,
        titles: Titles | None = None,
        tenures: Mapping[str, Sequence[Tenure]] | None = None,
    ) -> None:
        """Work out the actors over all documents anew with `resolver` and store them.

        `titles` finds what reports call entities; `tenures` maps ids of actors to the terms of
        office that registries give them. `onrecord.pipeline.work_out_actors` puts all together.
        """
        with explained(self.path):
            latest, entities = self._to_resolve()
            actors, links = resolver(entities)
            called = titles(entities) if titles else ()
            self._writes().replace_actors(actors, links, called, tenures or {}, latest=latest)

    def date_by_events(self, when: When) -> None:
        """Date statements whose words for when, or for the occasion, name an event of a registry.

        `when` says for words, events and the day of a report when that was, as
        `onrecord.utterance.at_event` does; see `onrecord.pipeline.work_out_utterances`.
        """
        with explained(self.path):
            self._writes().date_by_events(when)

    def find_copies(self, signer: Signer, finder: Finder, *, version: int) -> None:
        """See which reports copy others, comparing those that are new with all.

        `signer` makes what is kept of a report for that, in this `version`, and `finder` compares
        by it. `onrecord.pipeline.work_out_copies` puts all together.
        """
        with explained(self.path):
            done = False
            while not done:  # Another process may have added more.
                state, reports = self._to_compare(signer, version)
                found = finder(reports.all, new=reports.new, known=reports.known)
                done = self._writes().replace_copies(reports, found, state=state, version=version)

    def group(self, grouper: Grouper, reviser: Reviser, *, version: str = "") -> None:
        """See which statements tell one act of speech, and what became of those of a page.

        Only what changed since the last time is compared: what `Telling.key` parts from it has
        nothing to do with it. With another `version` all of it is.
        `onrecord.pipeline.work_out_utterances` puts all together.
        """
        with explained(self.path):
            done = False
            while not done:  # Another process may have added more.
                state, work = self._to_group(version)
                revisions = {name: reviser(*sides) for name, sides in work.pages.items()}
                found = circling.Found(grouper(work.told), revisions)
                done = self._writes().replace_utterances(work, found, state=state, version=version)

    def judge(self, judgement: Judgement) -> None:
        """Append a human's judgement as it is, such as one of another record."""
        with explained(self.path):
            self._writes().judge(judgement)

    def merge(
        self, actor: str, other: str, *, author: str, reason: str = "", dry_run: bool = False
    ) -> Change:
        """Judge that `other` is `actor`, whose id and name are kept.

        Either is named as in `actor`; a source without a name by the id of a statement that it
        makes. Like every judgement it is a row that `undo` takes back; with `dry_run`
        the change is told and not made.

        Raises:
            NotInRecord, Ambiguous.
        """
        ask = partial(deciding.merge, actor=actor, other=other)
        return self._decide(ask, author, reason, dry_run=dry_run)

    def split(
        self,
        actor: str,
        *,
        reports: Iterable[str] = (),
        spellings: Iterable[str] = (),
        name: str | None = None,
        author: str,
        reason: str = "",
        dry_run: bool = False,
    ) -> Change:
        """Judge that what `reports` tell of an actor, or what goes by `spellings`, is another.

        Given both, only what fits both. A report is named by its path, the end of it, its URL,
        its id or that of a statement in it. Of new reports, too, what fits is split off.

        Raises:
            NotInRecord: also if nothing would be split off, or all.
            Ambiguous
        """
        ask = partial(deciding.split, actor=actor, reports=reports, spellings=spellings, name=name)
        return self._decide(ask, author, reason, dry_run=dry_run)

    def rename(
        self, actor: str, name: str, *, author: str, reason: str = "", dry_run: bool = False
    ) -> Change:
        """Judge what an actor is called; the names it had still find it."""
        ask = partial(deciding.rename, actor=actor, name=name)
        return self._decide(ask, author, reason, dry_run=dry_run)

    def alias(
        self, actor: str, spelling: str, *, author: str, reason: str = "", dry_run: bool = False
    ) -> Change:
        """Judge that whoever reports call so, now or later, is this actor."""
        ask = partial(deciding.alias, actor=actor, spelling=spelling)
        return self._decide(ask, author, reason, dry_run=dry_run)

    def same(
        self, statement: str, other: str, *, author: str, reason: str = "", dry_run: bool = False
    ) -> Change:
        """Judge that two statements, named by their ids, tell one act of speech.

        All else that tells the one or the other comes with them.

        Raises:
            NotInRecord, Ambiguous, OnrecordError.
        """
        ask = partial(deciding_utterances.same, statement=statement, other=other)
        return self._decide(ask, author, reason, dry_run=dry_run)

    def apart(
        self, statement: str, other: str, *, author: str, reason: str = "", dry_run: bool = False
    ) -> Change:
        """Judge that a statement tells another act of speech than the `other` does.

        It leaves with what repeats it in copies of its report, and nothing else.

        Raises:
            NotInRecord, Ambiguous, OnrecordError.
        """
        ask = partial(deciding_utterances.apart, statement=statement, other=other)
        return self._decide(ask, author, reason, dry_run=dry_run)

    def undo(
        self,
        judgement: str | None = None,
        *,
        author: str,
        reason: str = "",
        dry_run: bool = False,
    ) -> Change:
        """Take a judgement back, by default the author's own last one that stands.

        That is a judgement too, and can be undone.
        """
        ask = partial(deciding.undo, judgement=judgement, author=author)
        return self._decide(ask, author, reason, dry_run=dry_run)

    @property
    def registries(self) -> Registries:
        """The lists of actors that are in use; `add` and `remove` them there."""
        return Registries(self.path, self._reads, lambda: self._writes().plainly())

    # What reads

    @property
    def resolved(self) -> bool:
        """Whether the actors stand for all that was added; a killed run leaves it false."""
        with explained(self.path):
            return numbers.is_resolved(self._reads)

    @property
    def grouped(self) -> bool:
        """Whether copies and utterances stand for all that was added, and for the actors as now.

        A killed run leaves it false, and so does a judgement that moves statements to others.
        """
        with explained(self.path):
            return numbers.is_grouped(self._reads)

    def grouped_by(self, *, copies: int, utterances: str) -> bool:
        """Whether the record is `grouped`, and by these versions of what finds both.

        They are those that `find_copies` and `group` were given.
        """
        with explained(self.path):
            return numbers.is_grouped(self._reads, copies=copies, utterances=utterances)

    def knows(self, digest: str, extractor: str) -> bool:
        """Whether bytes of this digest were read by this version of an extractor."""
        query = """
            SELECT 1 FROM readings r JOIN extractors x ON x.key = r.extractor
            WHERE r.digest = ? AND x.name = ?
        """
        with explained(self.path):
            return self._reads.execute(query, (digest, extractor)).fetchone() is not None

    def summary(self) -> Summary:
        with self._seen():
            return numbers.summarise(self._reads)

    def actors(
        self, query: str | None = None, *, order: ActorOrder = ActorOrder.STATEMENTS
    ) -> list[ActorRow]:
        """Return the actors, most statements first; `query` is a part of a name or alias."""
        with self._seen():
            return listed.actor_rows(self._reads, query, order)

    def suggestions(self, suggester: Suggester, query: str | None = None) -> list[Suggested]:
        """Return pairs of actors that may be one, the likeliest first; `query` as in `actors`.

        `suggester` compares them, as `onrecord.actor.suggestions` does. Those that a judgement
        keeps apart are left out.
        """
        with self._seen():
            rows = listed.actor_rows(self._reads, None)
            entities, actors, links = suggested.who_is_who(self._reads)
            apart = suggested.kept_apart(self._reads)
        pairs = suggester(entities, actors, links)
        return suggested.of_rows(rows, pairs, apart, query)

    def actor(self, name_or_id: str) -> Actor:
        """Return the one actor that is meant, by id, start of an id, name, alias or last name.

        A name may have a title before it that reports give to its bearer ("President Vell"),
        and may begin with the last ("Vell, Oda").

        Raises:
            NotInRecord: naming the nearest names.
            Ambiguous: listing the candidates.
        """
        with self._seen():
            return people.find_actor(self._reads, name_or_id)

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
        with self._seen():
            return statements.timeline(self._reads, actor_id, about=about, since=since, until=until)

    def find(self, query: str, *, limit: int = 50) -> list[Hit]:
        """Search statements, then documents of which no statement was found.

        Words are all required; ``"a phrase"``, ``begin*``, AND, OR, NOT and parentheses.

        Raises:
            LookupFailed: if the query holds no word, or a quotation mark is left open.
        """
        with self._seen():
            return hits.search(self._reads, query, limit)

    def card(self, statement_id: str) -> Card:
        """Return all the evidence of a statement, by its id or the start of its id.

        Raises:
            NotInRecord, Ambiguous.
        """
        with self._seen():
            return evidence.read_card(self._reads, statement_id)

    def statements(self) -> Iterator[StatementView]:
        """Yield every statement, document by document, in the order of the text."""
        with explained(self.path):
            yield from statements.all_statements(self._reads)

    def documents(self) -> Iterator[DocumentView]:
        """Yield every document in the order of paths."""
        with explained(self.path):
            yield from documents.all_documents(self._reads)

    def text(self, document_id: str) -> str:
        """Return the text that every offset of a document counts in."""
        with self._seen():
            document, _ = documents.shown_reading(self._reads, document_id)
            return documents.read_text(self._reads, document)

    def check(self) -> Iterator[Problem]:
        """Verify every digest, span, parent, link and index of the record."""
        from onrecord.record import checking

        with explained(self.path):
            yield from checking.problems(self._reads, self.path)

    def judgements(self, subject_id: str | None = None) -> list[JudgementView]:
        """Return judgements, oldest first: all, or those on one subject."""
        with self._seen():
            if subject_id is None:
                return list(reviews.all_judgements(self._reads))
            anchor = reviews.anchor_of(self._reads, subject_id)
            return list(reviews.judgements_of(self._reads, subject_id, anchor))

    def history(self, actor: str | None = None) -> list[JudgementView]:
        """Return judgements with what became of them, oldest first: all, or those on an actor."""
        with self._seen():
            if actor is None:
                return list(reviews.all_judgements(self._reads))
            meant = people.find_actor(self._reads, actor)
            return list(reviews.judgements_of_actor(self._reads, meant.id))

    def _decide(self, ask: Ask, author: str, reason: str, *, dry_run: bool) -> Change:
        with explained(self.path):
            return self._writes().decide(ask, author=author, reason=reason, dry_run=dry_run)

    def _writes(self) -> Writer:
        if self._writer is None:
            from onrecord.record.writing import Writer

            self._writer = Writer(self.path, self._timeout)
        return self._writer

    def _to_resolve(self) -> tuple[int, list[Entity]]:
        """Return the last reading and the entities of all up to it."""
        with self._seen():
            latest = numbers.latest_reading(self._reads)
            return latest, list(people.shown_entities(self._reads))

    def _to_compare(self, signer: Signer, version: int) -> tuple[numbers.State, copying.Reports]:
        with self._seen():
            return numbers.state(self._reads), copying.pending(self._reads, signer, version)

    def _to_group(self, version: str) -> tuple[numbers.State, circling.Work]:
        with self._seen():
            return numbers.state(self._reads), circling.pending(self._reads, version)

    @contextmanager
    def _seen(self) -> Iterator[None]:
        """Read the record as it is at one moment, whatever others write meanwhile."""
        with explained(self.path):
            self._reads.execute("BEGIN")
            try:
                yield
            finally:
                if self._reads.in_transaction:  # A damaged record has ended it already.
                    self._reads.execute("COMMIT")
