"""What the record shows: frozen values that faces read and never change.

Every offset counts code points of the document's text and every range is half-open.
What is not known is None, an empty string or an empty tuple; nothing is filled in.
"""

from onrecord.record.views.actors import ActorOrder, ActorRow, Suggested
from onrecord.record.views.card import Card, Resolution, Variant, Version
from onrecord.record.views.judgements import Change, Compared, Decided, JudgementView
from onrecord.record.views.reports import DocumentView, Hit
from onrecord.record.views.roles import RegistrySuggested, RegistryView, RoleBasis, RoleView
from onrecord.record.views.statement import (
    CircumstanceView,
    StatementView,
    TellerView,
    UtteranceView,
)
from onrecord.record.views.summary import Problem, Summary
from onrecord.record.views.words import UNSURE, Named, Quote

__all__ = [
    "UNSURE",
    "ActorOrder",
    "ActorRow",
    "Card",
    "Change",
    "CircumstanceView",
    "Compared",
    "Decided",
    "DocumentView",
    "Hit",
    "JudgementView",
    "Named",
    "Problem",
    "Quote",
    "RegistrySuggested",
    "RegistryView",
    "Resolution",
    "RoleBasis",
    "RoleView",
    "StatementView",
    "Suggested",
    "Summary",
    "TellerView",
    "UtteranceView",
    "Variant",
    "Version",
]
