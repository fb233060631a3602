"""A statement as one that may tell the same act of speech as others do."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.statement import Act, Factuality, Kind
from onrecord.model.text import Interval


@dataclass(frozen=True, slots=True)
class Telling:
    """What decides whether a statement tells the same act of speech as another does.

    Attributes:
        statement_id: its id.
        document_id: the report that has it.
        copy_of: the id of the earliest report that its report copies, or of its report.
        actors: the ids of all who answer for the words together; none where no one is named.
        words: the content, verbatim, its pieces joined by a space, a "…" and a space.
        said: when it was said, as far as the report tells.
        published: when the report was.
        place: where the content begins, in code points of the report's text.
        block: the number of the block of the report that it begins in.
        headline: whether that is its headline or standfirst.
        within: the ids of the statements that it is told in, the innermost first.
        told_by: the ids of all who answer for the innermost of these.
        told_in: the words of that one, as `words` has them; "" where there is none.
    """

    statement_id: str
    document_id: str
    copy_of: str
    actors: frozenset[str]
    words: str
    kind: Kind
    act: Act
    factuality: Factuality
    said: Interval | None
    published: Interval | None
    place: int
    block: int
    headline: bool
    within: tuple[str, ...] = ()
    told_by: frozenset[str] = frozenset()
    told_in: str = ""

    @property
    def key(self) -> str:
        """What all tellings of one act of speech share; adding one touches no other key.

        It is who answers for the words. Where no one is named, it is who tells of it, and where
        no one does, the report, or the one that it copies: elsewhere "a diplomat" is another.
        """
        return telling_key(self.actors, self.told_by, self.copy_of)


def telling_key(actors: frozenset[str], told_by: frozenset[str], copy_of: str) -> str:
    """Return `Telling.key` of what is known of a statement before its words are read."""
    if actors:
        return "by " + " ".join(sorted(actors))
    if told_by:
        return "told by " + " ".join(sorted(told_by))
    return "in " + copy_of
