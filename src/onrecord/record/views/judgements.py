"""What humans decided, and what that changed."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Judgement, Standing
from onrecord.record.views.words import Named


@dataclass(frozen=True, slots=True)
class Decided:
    """What a judgement of actors says, in the names of its time.

    ``merge``: `other` is `actor`. ``split``: what `reports` tell of `actor`, and what goes by
    one of `spellings`, is another, called `name` if that is given. ``rename``:
    `actor` is called `name`. ``alias``: whoever goes by `name` is `actor`.
    """

    actor: str
    other: str | None
    name: str | None
    reports: tuple[str, ...]
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two statements that a judgement brings to one act of speech or keeps apart.

    `one` and `other` are their words at that time, `one_id` and `other_id` the statements that
    they are now, None where the newest reading has none of them.
    """

    one: str
    other: str
    one_id: str | None
    other_id: str | None


@dataclass(frozen=True, slots=True)
class JudgementView:
    """A human's judgement, what became of it and the row it is shown on now.

    `statement_id` is the statement of the newest extractor with the spans that were judged;
    None where the judgement is about something else, or `orphaned`: what it was about is no
    longer shown. `standing` says whether it still holds; `by` is the id of the judgement that
    undid or overrode it. `decided` is what one of actors says, and `actors` are those it means
    now. `compared` is what one of utterances says: ``merge`` that two statements tell one,
    ``split`` that they do not.
    """

    judgement: Judgement
    statement_id: str | None
    orphaned: bool
    standing: Standing = Standing.STANDS
    by: str | None = None
    decided: Decided | None = None
    actors: tuple[Named, ...] = ()
    compared: Compared | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a judgement of actors or utterances changed, or, with `done` false, would change.

    `judgement` is None where all was so already and nothing was written. `actor` is who it is
    about, as they are called now, with `total` statements; `other` who was merged into them or
    split off, None where there is none. `statements` counts those, in `reports` reports, that
    have another speaker than before. `undone` is the judgement that was undone. `notes` are
    sentences for one who may not have meant all of it. `compared` are the two statements that a
    judgement of utterances is about, and `tellings` how many statements tell what the first does.
    """

    judgement: JudgementView | None
    actor: Named | None
    other: Named | None
    statements: int
    reports: int
    total: int
    done: bool
    undone: JudgementView | None = None
    notes: tuple[str, ...] = ()
    compared: Compared | None = None
    tellings: int = 0
