"""Which offices and trades one person may have at a time."""

from __future__ import annotations

from onrecord.actor.mention.drafts import Draft
from onrecord.actor.role.roles import Description, describe
from onrecord.actor.words import OFFICES

_ANY_TRADE = frozenset("official veteran expert specialist member resident".split())
"""Offices that one may have beside any other."""

_KINDRED = (
    frozenset(
        "politician minister mp msp mep senator congressman congresswoman leader secretary "
        "lawmaker representative councillor mayor backbencher frontbencher president chancellor "
        "governor candidate nominee speaker deputy peer premier whip".split()
    ),
    frozenset("judge justice lawyer solicitor barrister attorney prosecutor".split()),
    frozenset(
        "researcher scientist professor lecturer economist analyst strategist historian author "
        "writer climatologist meteorologist biologist physicist psychologist ecologist".split()
    ),
    frozenset("executive ceo founder chairman chairwoman chair director head boss owner".split()),
    frozenset("general commander officer colonel admiral captain major marshal".split()),
)
"""Offices and trades of which one person may have several at a time."""


def of_other_trade(wanted: Description, draft: Draft) -> bool:
    """Whether a trade is wanted that is not the one the report gives: a mayor is no diplomat."""
    if wanted.head not in OFFICES or wanted.head in _ANY_TRADE:
        return False
    held = {d.head for d in map(describe, draft.roles) if d is not None} & OFFICES
    kin = next((trades for trades in _KINDRED if wanted.head in trades), frozenset())
    return bool(held) and not held & kin
