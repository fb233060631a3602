"""From the words that name a speaker to the entity of a report, and to the actor of a record."""

from onrecord.actor.actors import resolve_actors
from onrecord.actor.called import titles_given
from onrecord.actor.registry.files import EmptyRegistry, read_registry, starter_registry
from onrecord.actor.registry.known import listed_tenures
from onrecord.actor.registry.recognition import registry_suggestions, with_registry
from onrecord.actor.resolve import resolve_document
from onrecord.actor.suggesting import suggestions

__all__ = [
    "EmptyRegistry",
    "listed_tenures",
    "read_registry",
    "registry_suggestions",
    "resolve_actors",
    "resolve_document",
    "starter_registry",
    "suggestions",
    "titles_given",
    "with_registry",
]
