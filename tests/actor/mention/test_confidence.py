"""Confidence falls as candidates come near each other; every rule that is used has one."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord.actor
from onrecord.actor.mention.confidence import RIGHT, UNSURE, sure
from tests.told import Say, tell


@given(st.sampled_from(sorted(RIGHT)), st.floats(0, 1), st.floats(0, 1))
def test_a_greater_lead_is_never_less_sure(rule: str, one: float, other: float) -> None:
    assert 0 < sure(rule, min(one, other)) <= sure(rule, max(one, other)) <= RIGHT[rule]


@pytest.mark.parametrize("rule", sorted(RIGHT))
def test_of_two_that_are_equal_either_may_be_meant(rule: str) -> None:
    assert sure(rule, 0.0) < 0.6
    assert UNSURE < 0.6


def test_every_confidence_is_of_a_rule_that_is_used() -> None:
    source = Path(onrecord.actor.__file__).parent
    used = {
        node.value
        for path in source.rglob("*.py")
        if path.name != "confidence.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    assert used >= set(RIGHT)


def test_he_between_two_men_is_unsure_and_alone_is_sure() -> None:
    two = tell(
        "Peter Holm and Paul Berg left. He said it rained.",
        Say("He", "said", "it rained"),
    )
    one = tell("Peter Holm left. He said it rained.", Say("He", "said", "it rained"))
    assert two.mention(0).confidence < 0.6 < one.mention(0).confidence
