"""Statements to group, with everything but what a test is about made up."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Act, Factuality, Granularity, Interval, Kind, Telling


def day(start: str, end: str = "") -> Interval:
    return Interval(start, end or start, Granularity.DAY, start, "test")


def telling(
    name: str,
    words: str,
    *,
    report: str = "",
    actors: Sequence[str] = ("brill",),
    kind: Kind = Kind.DIRECT,
    factuality: Factuality = Factuality.MADE,
    said: str | Interval | None = None,
    published: str | None = "2023-09-21",
    place: int = 0,
    within: tuple[str, ...] = (),
    told_by: Sequence[str] = (),
    told_in: str = "",
    copy_of: str = "",
) -> Telling:
    """Return a statement; its report has its name unless another is given."""
    report = report or f"report of {name}"
    return Telling(
        statement_id=name,
        document_id=report,
        copy_of=copy_of or report,
        actors=frozenset(actors),
        words=words,
        kind=kind,
        act=Act.SPEECH,
        factuality=factuality,
        said=day(said) if isinstance(said, str) else said,
        published=day(published) if published else None,
        place=place,
        block=place // 100,
        headline=False,
        within=within,
        told_by=frozenset(told_by),
        told_in=told_in,
    )
