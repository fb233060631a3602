"""Pronouns between the sources keep in mind whom they go on about."""

import pytest

from tests.told import Say, tell


def test_whoever_pronouns_go_on_about_is_who_speaks_next() -> None:
    told = tell(
        "Peter Holm came home. He slept. He woke. He met Paul Berg. He ate. He said it rained.",
        Say("He", "said", "it rained"),
    )
    assert told.speakers == ["Peter Holm"]


def test_what_a_speaker_calls_others_does_not_count() -> None:
    told = tell(
        "Peter Holm met Paul Berg. Holm said: “Berg slept. He ate. He left.” He said it rained.",
        Say("Holm", "said", "“Berg slept. He ate. He left.”"),
        Say("He", "said", "it rained"),
    )
    assert told.speakers == ["Peter Holm"] * 2


@pytest.mark.parametrize("who", ["The US and Norland", "Norland and the US"])
def test_the_us_is_a_country_and_no_pronoun(who: str) -> None:
    told = tell(f"{who} said it rained.", Say(who, "said", "it rained"))
    assert {e.name for e in told.entities if e.named} == {"US", "Norland"}
