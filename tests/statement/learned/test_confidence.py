from hypothesis import given
from hypothesis import strategies as st

from onrecord.statement.learned.confidence import (
    FEATURES,
    UNCALIBRATED,
    Shares,
    confidence,
    features,
)

SHARES = st.floats(0, 1)
PERHAPS = st.none() | SHARES


@given(st.none() | st.builds(Shares, SHARES, PERHAPS, PERHAPS, SHARES, SHARES), PERHAPS)
def test_confidence_is_a_probability(shares: Shares | None, rule: float | None) -> None:
    found = features(shares, rule=rule)
    assert len(found) == len(FEATURES) == len(UNCALIBRATED) - 1
    assert 0 <= confidence(found, UNCALIBRATED) <= 1


@given(SHARES, SHARES)
def test_a_surer_content_is_no_less_sure(a: float, b: float) -> None:
    low, high = (
        confidence(features(Shares(x, 0.5, 0.5, 0.5, 0.5), rule=None), UNCALIBRATED)
        for x in sorted((a, b))
    )
    assert low <= high


@given(SHARES, SHARES)
def test_what_structure_alone_finds_is_as_sure_as_its_rule(a: float, b: float) -> None:
    low, high = (confidence(features(None, rule=x), UNCALIBRATED) for x in sorted((a, b)))
    assert low <= high
