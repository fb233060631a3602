"""Acts of speech: when and where one took place, and through whom it is known.

Which statements tell one is in `onrecord.utterance.grouping`, a face of its own.
"""

from onrecord.utterance.chain import chains, second_hand
from onrecord.utterance.revisions import revisions
from onrecord.utterance.setting import circumstances
from onrecord.utterance.when import at_event, dated_by_events, said_when

__all__ = [
    "at_event",
    "chains",
    "circumstances",
    "dated_by_events",
    "revisions",
    "said_when",
    "second_hand",
]
