"""Several who speak together are each found, and so are those whom nobody could say it of."""

from __future__ import annotations

import pytest

from onrecord.actor.mention.confidence import UNSURE
from onrecord.model import Part
from tests.told import Say, Told, tell

_BEFORE = "Mayor Peter Holm came."


def _said_by(told: Told, number: int = 0) -> list[str]:
    """Return who makes a statement besides the crowd that they are."""
    names = {e.id: e.name for e in told.entities}
    wanted = told.statements[number].id
    mentions = [m for m in told.mentions if m.statement_id == wanted and m.part is Part.SOURCE]
    return [names[m.entity_id] for m in mentions[1:] if m.entity_id]


def _told(source: str) -> Told:
    return tell(f"{_BEFORE} {source} said it rained.", Say(source, "said", "it rained"))


@pytest.mark.parametrize(
    ("source", "speakers"),
    [
        ("Ilan Drev and Clara Quist", ["Ilan Drev", "Clara Quist"]),
        ("Ilan Drev, Clara Quist and Bo Berg", ["Ilan Drev", "Clara Quist", "Bo Berg"]),
        ("Ilan Drev, the envoy, and Clara Quist", ["Ilan Drev", "Clara Quist"]),
        ("Ilan Drev of Norland and Clara Quist of Sudland", ["Ilan Drev", "Clara Quist"]),
        ("Minister Ilan Drev and her Kestrian counterpart, Bo Berg,", ["Ilan Drev", "Bo Berg"]),
        ("The mayor and Ms Quist", ["Peter Holm", "Quist"]),
        ("The mayor of Lorne and Ilan Drev", ["Peter Holm", "Ilan Drev"]),
        ("He and Clara Quist", ["Peter Holm", "Clara Quist"]),
        ("Clara Quist and her husband", ["Clara Quist", "her husband"]),
    ],
)
def test_each_of_those_whom_a_source_joins_speaks(source: str, speakers: list[str]) -> None:
    told = _told(source)
    assert _said_by(told) == speakers
    assert told.mention(0).rule == "joint"


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("The minister of Trade and Labour, Clara Quist,", "Clara Quist"),
        ("The minister of Trade and Labour Clara Quist", "Clara Quist"),
        ("Clara Quist, head of Trade and Labour,", "Clara Quist"),
        ("The Ministry of Trade and Industry", "Ministry of Trade and Industry"),
    ],
)
def test_an_and_inside_an_office_or_a_name_joins_nobody(source: str, speaker: str) -> None:
    told = _told(source)
    assert told.speakers == [speaker]
    assert _said_by(told) == []


def test_an_adjective_of_a_country_is_nobody_who_speaks() -> None:
    told = _told("Minister Ilan Drev and her Kestrian counterpart, Bo Berg,")
    assert "Kestrian" not in told.names


def test_they_after_a_joint_statement_are_the_same() -> None:
    told = tell(
        "Ilan Drev and Clara Quist said it rained. They added that it snowed.",
        Say("Ilan Drev and Clara Quist", "said", "it rained"),
        Say("They", "added", "that it snowed"),
    )
    assert _said_by(told, 1) == ["Ilan Drev", "Clara Quist"]


_THE_TWO = (
    "Finance minister Ilan Drev said it rained. Finance minister Clara Quist said it snowed. "
    "The two ministers said it thawed."
)


def test_the_two_ministers_are_the_two_who_were_named() -> None:
    told = tell(_THE_TWO, Say("The two ministers", "said", "it thawed"))
    assert _said_by(told) == ["Ilan Drev", "Clara Quist"]


def test_the_two_ministers_of_three_are_only_a_crowd() -> None:
    told = tell(
        f"Finance minister Bo Berg left. {_THE_TWO}", Say("The two ministers", "said", "it thawed")
    )
    assert _said_by(told) == []
    assert told.speakers == ["The two ministers"]


def test_the_pair_are_the_last_two_who_spoke_together() -> None:
    told = tell(
        "Ilan Drev and Clara Quist said it rained. The pair said it snowed.",
        Say("Ilan Drev and Clara Quist", "said", "it rained"),
        Say("The pair", "said", "it snowed"),
    )
    assert _said_by(told, 1) == ["Ilan Drev", "Clara Quist"]


@pytest.mark.parametrize("source", ["nobody", "No one in the cabinet", "none of them", "what"])
def test_nobody_is_no_speaker(source: str) -> None:
    told = _told(source)
    assert told.speakers == [None]
    assert told.mention(0).confidence == 0.0


def test_a_name_behind_the_spokesman_of_a_body_is_his() -> None:
    told = _told("A spokesman for the Kestrian Trade Ministry, Bo Berg,")
    assert told.speakers == ["Bo Berg"]
    assert told.mention(0).confidence > 0.9


def test_a_name_behind_the_spokesman_of_a_person_may_be_either() -> None:
    assert _told("A spokesman for the mayor, Bo Berg,").mention(0).confidence <= 0.5


def test_a_credit_of_capitals_is_read_as_name_and_body() -> None:
    told = tell(
        "“It rained for ten days.”\nBo Berg, Tavarian Farmers' Union",
        Say("Bo Berg, Tavarian Farmers' Union", "", "“It rained for ten days.”"),
    )
    assert told.speakers == ["Bo Berg"]


@pytest.mark.parametrize(
    "source",
    ["Ilan Drev or Clara Quist", "Either the mayor or Ms Quist", "Drev, or perhaps Clara Quist,"],
)
def test_of_two_of_whom_one_speaks_neither_is_sure(source: str) -> None:
    told = tell(
        f"{_BEFORE} Ilan Drev went. {source} said it rained.", Say(source, "said", "it rained")
    )
    sources = [m for m in told.mentions if m.part is Part.SOURCE]
    assert sources
    assert max(m.confidence for m in sources) <= UNSURE


@pytest.mark.parametrize(
    "source", ["Clara Quist, who had two or three boats,", "Clara Quist, head of a port or two,"]
)
def test_an_or_that_parts_no_speakers_leaves_the_speaker_sure(source: str) -> None:
    told = tell(f"{source} said it rained.", Say(source, "said", "it rained"))
    assert told.mention(0).confidence > UNSURE


@pytest.mark.parametrize("source", ["Ilan Drev and ", " and Clara Quist"])
def test_an_and_with_nothing_beside_it_joins_nobody(source: str) -> None:
    told = _told(source)
    assert _said_by(told) == []
