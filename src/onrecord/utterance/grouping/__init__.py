"""Statements of one report or of many that tell the same act of speech are one utterance."""

from onrecord.utterance.grouping.differences import differences
from onrecord.utterance.grouping.grouping import Sameness, group, group_again

__all__ = ["Sameness", "differences", "group", "group_again"]
