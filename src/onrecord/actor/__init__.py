"""From the words that name a speaker to the entity of a report, and to the actor of a record."""

from onrecord.actor.actors import resolve_actors
from onrecord.actor.resolve import resolve_document

__all__ = ["resolve_actors", "resolve_document"]
