"""Statements of one report or of many that tell the same act of speech are one utterance."""

from onrecord.utterance.grouping.differences import differences
from onrecord.utterance.grouping.grouping import Sameness, group, group_again
from onrecord.utterance.grouping.version import version

__all__ = ["Sameness", "differences", "group", "group_again", "version"]
