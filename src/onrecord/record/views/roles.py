"""What somebody was at a time, and the registries that say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from onrecord.model import Status
from onrecord.record.views.words import Named


class RoleBasis(StrEnum):
    """Through what a role is known."""

    REGISTRY = "registry"
    REPORT = "report"
    ATTESTED = "attested"


@dataclass(frozen=True, slots=True)
class RoleView:
    """What a speaker was at the time of speaking, as far as anybody says.

    `basis` says who: a registry, whose term from `start` to `end` covers the time and is known
    up to `as_of`; the report itself; or so many `reports` that call the speaker so from
    `start` to `end`, which is around that time.
    """

    title: str
    status: Status
    basis: RoleBasis
    start: str | None = None
    end: str | None = None
    registry: str | None = None
    as_of: str | None = None
    reports: int = 0


@dataclass(frozen=True, slots=True)
class RegistryView:
    """A registry in use: how many actors it lists and how many of them the reports name.

    `missing` are the names of the first few whom no report names.
    """

    id: str
    name: str
    as_of: str | None
    actors: int
    recognised: int
    author: str
    at: datetime
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegistrySuggested:
    """An actor of the reports who may be one of a registry: how likely from 0 to 1, and why."""

    actor: Named
    registered: Named
    score: float
    reasons: tuple[str, ...]
