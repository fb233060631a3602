"""What people decided about who is who, laid over what the machine worked out. Pure.

Judgements hold in the order of time, whatever the order in which reports came. Each finds its
actors anew by the places it is anchored in (see `decisions`), as the judgements before it left
them; so the later of two that contradict one another wins. An undone one is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.model import Actor, Entity, Judgement, Link, Standing, Verdict
from onrecord.record.decisions import OF_ACTORS, Decision, decoded
from onrecord.record.following import Done, People, split_id


class Fate(NamedTuple):
    """What became of a judgement: its standing, and the judgement that is the reason for it.

    `means` maps each id of an actor that the judgement ended or named to the actor it is now.
    """

    judgement_id: str
    standing: Standing
    by: str | None
    means: dict[str, str]


class Judged(NamedTuple):
    """Actors and links with all judgements laid over them, and what became of each."""

    actors: tuple[Actor, ...]
    links: tuple[Link, ...]
    fates: tuple[Fate, ...]


def with_judgements(
    actors: Iterable[Actor],
    links: Iterable[Link],
    entities: Iterable[Entity],
    judgements: Iterable[Judgement],
) -> Judged:
    """Return `actors` and `links` as `judgements` have them, and the fate of each judgement.

    The result depends on the sets that are given and not on their order, and what no judgement
    means is returned as it is. Of two actors that are merged the one that is kept lends its
    id, its name and, where it is known, its kind. A link that a judgement made has its author,
    date and reason for a rule; its score is 1 where the judgement's anchor holds the entity,
    whose part in it a person saw, and otherwise what it was.
    """
    ordered = sorted(judgements, key=lambda each: (each.at, each.id))
    undone = taken_back(ordered)
    people = People(actors, links, entities)
    done: list[Done] = []
    for judgement in ordered:
        decision = decoded(judgement.verdict, judgement.value)
        if decision and judgement.id not in undone:
            done.append(people.follow(judgement, decision))
    fates = _fates(ordered, undone, done, people)
    return Judged(
        actors=tuple(people.actors[id] for id in sorted(people.actors)),
        links=tuple(people.links[id] for id in sorted(people.links)),
        fates=tuple(fates),
    )


def taken_back(ordered: Sequence[Judgement]) -> dict[str, str]:
    """Return the judgements that are undone and by which; what undoes may be undone too."""
    undone: dict[str, str] = {}
    for judgement in reversed(ordered):
        if judgement.verdict is Verdict.UNDO and judgement.id not in undone:
            undone.setdefault(judgement.subject_id, judgement.id)
    return undone


# What became of each


def _fates(
    ordered: Sequence[Judgement],
    undone: dict[str, str],
    done: Sequence[Done],
    people: People,
) -> Iterator[Fate]:
    by_id = {each.judgement.id: (number, each) for number, each in enumerate(done)}
    for judgement in ordered:
        decision = decoded(judgement.verdict, judgement.value)
        means = _means(judgement, decision, people)
        standing, by = Standing.STANDS, undone.get(judgement.id)
        if by is not None:
            standing = Standing.UNDONE
        elif judgement.id in by_id:
            number, each = by_id[judgement.id]
            means |= {id: now for id in each.ended if (now := people.owner(each.moved))}
            if each.actor_id is None:
                standing = Standing.ORPHANED
            elif not _holds(each, people):
                standing, by = Standing.OVERRIDDEN, _overrider(each, done[number + 1 :], people)
        elif judgement.subject == "actor" and judgement.verdict in OF_ACTORS:
            standing = Standing.ORPHANED
        yield Fate(judgement.id, standing, by, means)


def _means(judgement: Judgement, decision: Decision | None, people: People) -> dict[str, str]:
    meant = decision.meant if decision else ()
    means = {each.id: now for each in meant if (now := people.find(each))}
    if decision and decision.verdict is Verdict.SPLIT:
        apart = split_id(judgement.id)
        now = apart if apart in people.actors else people.find(decision.actor)
        means |= {apart: now} if now else {}
    return means


def _holds(done: Done, people: People) -> bool:
    """Whether what a judgement says is still so after all that came later."""
    if done.decision.verdict is Verdict.RENAME:
        now = people.find(done.decision.actor)
        return now is not None and people.actors[now].name == done.decision.name
    one, other = people.owner(done.moved), people.owner(done.beside)
    apart = one is not None and other is not None and one != other
    return apart is (done.decision.verdict is Verdict.SPLIT)


def _overrider(done: Done, later: Sequence[Done], people: People) -> str | None:
    """Return the last of the `later` judgements that dealt with the same actor or entities."""
    own = done.moved | done.beside
    now = people.find(done.decision.actor)
    renames = done.decision.verdict is Verdict.RENAME
    for other in reversed(later):
        same = now in {other.actor_id, people.find(other.decision.actor)}
        renamed = other.decision.verdict is Verdict.RENAME
        if own & other.moved or (renames and same and (renamed or other.moved)):
            return other.judgement.id
    return None
