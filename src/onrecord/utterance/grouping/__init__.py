"""Statements of one report or of many that tell the same act of speech are one utterance."""

from onrecord.utterance.grouping.grouping import Sameness, group
from onrecord.utterance.grouping.version import version

__all__ = ["Sameness", "group", "version"]
