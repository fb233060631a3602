"""From the words that name a speaker to the entity of a report, and to the actor of a record.

words → name, role → mention     one report: `resolve_document`
                   → link        all reports: `resolve_actors`, then `registry`
"""

from onrecord.actor.link.actors import resolve_actors
from onrecord.actor.link.suggesting import suggestions
from onrecord.actor.mention.resolve import resolve_document
from onrecord.actor.registry.files import EmptyRegistry, read_registry, starter_registry
from onrecord.actor.registry.known import listed_tenures
from onrecord.actor.registry.recognition import registry_suggestions, with_registry
from onrecord.actor.role.called import titles_given

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
