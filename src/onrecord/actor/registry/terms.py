"""What a registry tells of offices, held against what reports call somebody, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from onrecord.actor.name.countries import is_national, same_country
from onrecord.actor.role.offices import described
from onrecord.actor.role.roles import Description, describe, is_elsewhere
from onrecord.actor.words import BYGONE, RANKING
from onrecord.model import Registered, Role, RoleKind

_OTHER_TIME = 400
"""Days by which a title must miss every term that is listed to be another bearer's."""

_DEPARTMENTS = frozenset(
    "foreign home interior defence finance treasury justice health education energy trade "
    "commerce business culture transport environment climate immigration housing labour economy "
    "security agriculture science development".split()
)
_SPELLINGS = {"defense": "defence", "labor": "labour"}


class Listed:
    """The offices and countries of a registered actor."""

    def __init__(self, actor: Registered) -> None:
        self.offices = [
            (role, office)
            for role in actor.roles
            if role.kind is RoleKind.OFFICE and (office := _office(role)) is not None
        ]
        self.countries = {role.country for role in actor.roles if role.country}

    def answers(self, roles: Iterable[str], published: str) -> bool:
        """Whether one of `roles` is an office that is listed, of a term that covers the time.

        A title outlives its term in the words "former president"; an office without dates, or
        a report without one, is taken for its time.
        """
        return any(
            _same(said, office)
            and (bool(said.modifiers & BYGONE) or not published or may_cover(role, published))
            for said in described(roles)
            for role, office in self.offices
        )

    def contradicts(self, roles: Iterable[str], published: str) -> bool:
        """Whether `roles` are somebody else's: of another country, or of another time."""
        said = list(described(roles))
        national = [d for d in said if any(map(is_national, d.proper))]
        if self.countries and national and not any(map(self._of_a_country, national)):
            return True
        return any(self._of_another_time(d, published) for d in said)

    def _of_a_country(self, said: Description) -> bool:
        return any(same_country(word, c) for word in said.proper for c in self.countries)

    def _of_another_time(self, said: Description, published: str) -> bool:
        if not published or said.modifiers & BYGONE:
            return False
        # Out of office one is often still called by a bare title, not by "US President".
        terms = [
            role
            for role, office in self.offices
            if _same(said, office) and any(_names(word, role) for word in said.proper)
        ]
        return bool(terms) and all(
            (role.start or role.end) and not may_cover(role, published, slack=_OTHER_TIME)
            for role in terms
        )


def _names(word: str, role: Role) -> bool:
    """Whether a word of a title is the country of a role, or of the name of its body."""
    return any(same_country(word, of) for of in (role.country, *role.body.split()) if of)


def may_cover(role: Role, when: str, *, slack: int = 0) -> bool:
    """Whether `role` may have been held at a date, ISO 8601 as coarse as known.

    So many days of `slack` are let be.
    """
    first, last = (_moved(when, -slack), _moved(when, slack)) if slack else (when, when)
    before = role.end is not None and role.end[: len(first)] < first[: len(role.end)]
    after = role.start is not None and role.start[: len(last)] > last[: len(role.start)]
    return not before and not after


def _moved(day: str, days: int) -> str:
    whole = day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day
    return (date.fromisoformat(whole) + timedelta(days)).isoformat()


def _office(role: Role) -> Description | None:
    """Return an office as a report would describe it, its country or body among its words."""
    office = describe(role.title)
    of = tuple(of for of in (role.country, *role.body.split()) if of[:1].isupper())
    return office and replace(office, proper=(*office.proper, *of))


def _same(said: Description, office: Description) -> bool:
    """Whether two descriptions are of one office, as far as they go."""
    if said.head != office.head or said.modifiers & RANKING != office.modifiers & RANKING:
        return False
    one, other = _departments(said), _departments(office)
    if one and other and not one & other:
        return False
    return not is_elsewhere(said, office)


def _departments(office: Description) -> frozenset[str]:
    """Return what an office is for: a health secretary is no foreign secretary."""
    return frozenset(_SPELLINGS.get(word, word) for word in office.modifiers) & _DEPARTMENTS
