"""Acts of speech: so far only when one took place."""

from onrecord.utterance.when import said_when

__all__ = ["said_when"]
