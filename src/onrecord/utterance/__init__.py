"""Acts of speech: when one took place, through whom it is known, and which statements tell it."""

from onrecord.utterance.chain import chains, second_hand
from onrecord.utterance.grouping import Sameness, differences, group, group_again
from onrecord.utterance.revisions import revisions
from onrecord.utterance.setting import circumstances
from onrecord.utterance.when import at_event, dated_by_events, said_when

__all__ = [
    "Sameness",
    "at_event",
    "chains",
    "circumstances",
    "dated_by_events",
    "differences",
    "group",
    "group_again",
    "revisions",
    "said_when",
    "second_hand",
]
