from hypothesis import given
from hypothesis import strategies as st

from onrecord.statement.learned.confidence import UNCALIBRATED, confidence, features

SHARES = st.floats(0, 1)


@given(st.tuples(SHARES, SHARES, st.none() | SHARES, SHARES, SHARES))
def test_confidence_is_a_probability(
    shares: tuple[float, float, float | None, float, float],
) -> None:
    assert 0 <= confidence(features(*shares), UNCALIBRATED) <= 1


@given(SHARES, SHARES)
def test_a_surer_content_is_no_less_sure(a: float, b: float) -> None:
    low, high = (confidence(features(x, 0.5, 0.5, 0.5, 0.5), UNCALIBRATED) for x in sorted((a, b)))
    assert low <= high
