"""The whole story on one page: from a pile of inputs to one `Reading` a report.

    capture → document → statement → actor → utterance

What is told in many reports is worked out over a record that holds them: `work_out_actors`, then
`work_out_copies` and `work_out_utterances`.

Each stage is a function of the nouns before it; here they are composed. Readings come in
the order of the inputs whatever the number of processes, and an input that cannot be read
gives its error in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Protocol

from onrecord.actor import (
    listed_tenures,
    resolve_actors,
    resolve_document,
    titles_given,
    with_registry,
)
from onrecord.capture import read_captures
from onrecord.document import read_document
from onrecord.errors import DocumentError, InputError
from onrecord.model import (
    DEFAULT_EXTRACTOR,
    Actor,
    Called,
    Capture,
    Copy,
    Document,
    Entity,
    Event,
    ExtractorName,
    Interval,
    Link,
    Reading,
    Registered,
    Revision,
    Signed,
    Telling,
    Tenure,
    Utterance,
)
from onrecord.processes import processors, spread
from onrecord.statement import Extractor, StructuralExtractor, learned_extractor
from onrecord.utterance import at_event, chains, circumstances, revisions, said_when

Outcome = Reading | Capture | InputError
"""A reading; a capture that was known and not read again; or why an input cannot be read."""


def default_extractor() -> Extractor:
    """Return the extractor that reads where none is named.

    Raises:
        WeightsError: as `named_extractor` does.
    """
    return named_extractor(DEFAULT_EXTRACTOR)


@cache
def named_extractor(name: ExtractorName) -> Extractor:
    """Return an extractor that comes with the package, ready to read; it is loaded once.

    Raises:
        WeightsError: if it is a learned one that cannot run here; says what to do.
    """
    return StructuralExtractor() if name == ExtractorName.STRUCTURAL else learned_extractor(name)


def extractor_tag(extractor: Extractor) -> str:
    """Return what keys an extractor's rows: its name and version."""
    return f"{extractor.name}/{extractor.version}"


def read(
    paths: Sequence[str],
    *,
    extractor: Extractor | None = None,
    jobs: int | None = None,
    known: Callable[[str, str], bool] | None = None,
) -> Iterator[Outcome]:
    """Read files, folders and standard input (``-``); yield readings in order of input.

    Args:
        paths: what `onrecord.capture.read_captures` takes.
        extractor: what finds the statements, by default `default_extractor`; it must be able
            to travel between processes.
        jobs: number of processes; by default one a processor, and none for a few reports.
        known: asked with the digest of each capture and the extractor's name and version;
            when true the capture comes back as it is, unread.
    """
    extractor = extractor or default_extractor()
    tag = extractor_tag(extractor)
    tasks = (
        (one, isinstance(one, InputError) or (known is not None and known(one.digest, tag)))
        for one in read_captures(paths)
    )
    return spread(
        partial(_read_task, extractor=extractor), tasks, jobs=jobs or processors(), weigh=_weight
    )


def read_capture(capture: Capture, extractor: Extractor | None = None) -> Reading | InputError:
    """Take one capture through all stages; return its error where it cannot be read."""
    try:
        return _through_all_stages(capture, extractor or default_extractor())
    except InputError as error:
        return error
    except Exception as bug:  # one report may meet a bug; the run must not
        failure = DocumentError("cannot be read, by a mistake of ours", capture.path, code="bug")
        failure.__cause__ = bug
        return failure


def _through_all_stages(capture: Capture, extractor: Extractor) -> Reading:
    document = read_document(capture)
    statements, drops = extractor.extract(document)
    entities, mentions = resolve_document(document, statements)
    told_on = circumstances(document, statements, mentions)
    return Reading(
        capture=capture,
        document=document,
        statements=statements,
        drops=drops,
        entities=entities,
        mentions=mentions,
        said=said_when(document, statements, mentions=mentions, circumstances=told_on),
        extractor=extractor_tag(extractor),
        circumstances=told_on,
        chains=chains(document, statements, entities, mentions),
    )


class Listing(Protocol):
    """The registries that a record uses; see `onrecord.record.Record.registries`."""

    @property
    def revision(self) -> int: ...

    def actors(self) -> tuple[Registered, ...]: ...


class Resolvable(Protocol):
    """What actors are worked out over: a record."""

    @property
    def registries(self) -> Listing: ...

    def resolve(
        self,
        resolver: Callable[[Iterable[Entity]], tuple[tuple[Actor, ...], tuple[Link, ...]]],
        *,
        titles: Callable[[Iterable[Entity]], Iterable[Called]] | None = None,
        tenures: Mapping[str, Sequence[Tenure]] | None = None,
    ) -> None: ...


def work_out_actors(record: Resolvable) -> None:
    """Work out anew who is who over all reports of a record, with the registries in use.

    The record lays the judgements that it holds over the result.
    """
    revision = None
    while revision != record.registries.revision:  # Another process may have changed them.
        revision, listed = record.registries.revision, record.registries.actors()
        record.resolve(
            partial(_resolve, listed=listed), titles=titles_given, tenures=listed_tenures(listed)
        )


class Comparable(Protocol):
    """What copies and utterances are worked out over: a record."""

    def date_by_events(
        self, when: Callable[[str, Sequence[Event], str | None], Interval | None]
    ) -> None: ...

    def find_copies(
        self, signer: Callable[[Document], bytes], finder: Finder, *, version: int
    ) -> None: ...

    def group(
        self,
        grouper: Callable[[Sequence[Telling]], tuple[Utterance, ...]],
        reviser: Callable[[Sequence[Telling], Sequence[Telling]], tuple[Revision, ...]],
        *,
        version: str = "",
    ) -> None: ...

    def grouped_by(self, *, copies: int, utterances: str) -> bool: ...


class Finder(Protocol):
    """What finds the copies among reports of which some are new."""

    def __call__(
        self, reports: Iterable[Signed], *, new: Collection[str] | None, known: Iterable[Copy]
    ) -> tuple[Copy, ...]: ...


def is_grouped(record: Comparable) -> bool:
    """Return whether copies and utterances are worked out, and by what finds them today."""
    from onrecord.document.copies import SIGNATURE_VERSION
    from onrecord.utterance.grouping import version

    return record.grouped_by(copies=SIGNATURE_VERSION, utterances=version())


def work_out_copies(record: Comparable) -> None:
    """See which reports of a record copy others, or are later versions of their pages."""
    from onrecord.document.copies import SIGNATURE_VERSION, find_copies, signature

    record.find_copies(signature, find_copies, version=SIGNATURE_VERSION)


def work_out_utterances(record: Comparable) -> None:
    """See which statements of a record tell one act of speech: after its actors and copies.

    Before that, what was said at an event of a registry in use gets its date. Only what changed
    is compared anew; all of it where the rules or the weights did. The record lays the judgements
    that it holds over the result.
    """
    record.date_by_events(at_event)
    from onrecord.utterance.grouping import group, version

    record.group(group, revisions, version=version())


def _resolve(
    entities: Iterable[Entity], listed: Sequence[Registered]
) -> tuple[tuple[Actor, ...], tuple[Link, ...]]:
    known = tuple(entities)
    found = resolve_actors(known)
    return with_registry(*found, known, listed) if listed else found


_Task = tuple[Capture | InputError, bool]
"""An input, and whether there is nothing to do for it."""


def _read_task(task: _Task, extractor: Extractor) -> Outcome:
    one, done = task
    return one if done or isinstance(one, InputError) else read_capture(one, extractor)


def _weight(task: _Task) -> int:
    one, _ = task
    return len(one.data) if isinstance(one, Capture) else 0
