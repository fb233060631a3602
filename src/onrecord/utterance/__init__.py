"""Acts of speech: so far only when one took place."""

from onrecord.utterance.revisions import revisions
from onrecord.utterance.when import said_when

__all__ = ["revisions", "said_when"]
