"""Who stands behind a spokesman, a report, a capital, a couple."""

import pytest

from onrecord.actor.mention.confidence import UNSURE
from onrecord.model import ActorKind, Mention, Part
from tests.told import Say, Told, tell


def sources(told: Told, number: int) -> list[tuple[str, str]]:
    """Return who answers for a statement, and by which rule."""
    names = {e.id: e.name for e in told.entities}
    wanted = told.statements[number].id
    mentions: list[Mention] = [
        m for m in told.mentions if m.statement_id == wanted and m.part is Part.SOURCE
    ]
    return [(names[m.entity_id or ""], m.rule) for m in mentions]


@pytest.mark.parametrize(
    "who",
    [
        "A spokesman for the Tide Ministry",
        "A Tide Ministry spokeswoman",
        "The Tide Ministry’s chief spokesman",
    ],
)
def test_a_spokesman_speaks_for_his_body_and_is_a_source_of_his_own(who: str) -> None:
    told = tell(f"{who} said it rained.", Say(who, "said", "it rained"))
    assert sources(told, 0) == [(who, "unnamed"), ("Tide Ministry", "speaks for")]
    assert not told.entity(who).named
    assert told.entity("Tide Ministry").named


def test_a_spokesman_by_name_speaks_for_his_body_wherever_he_speaks() -> None:
    told = tell(
        "Tide Ministry spokesman Bo Lindh said it rained. Lindh said it snowed.",
        Say("Tide Ministry spokesman Bo Lindh", "said", "it rained"),
        Say("Lindh", "said", "it snowed"),
    )
    for number in (0, 1):
        assert [name for name, _ in sources(told, number)] == ["Bo Lindh", "Tide Ministry"]


def test_a_mere_spokesman_is_that_of_the_body_just_named_and_less_sure() -> None:
    told = tell(
        "The Tide Ministry confirmed the storm. A spokesman said it rained.",
        Say("A spokesman", "said", "it rained"),
    )
    assert sources(told, 0)[1:] == [("Tide Ministry", "speaks for")]
    assert told.mentions[-1].confidence <= 0.5


def test_what_a_persons_spokesman_says_is_not_the_persons() -> None:
    told = tell(
        "Ilan Drev’s spokesman said it rained.",
        Say("Ilan Drev’s spokesman", "said", "it rained"),
    )
    assert [name for name, _ in sources(told, 0)] == ["Ilan Drev’s spokesman"]


def test_two_who_speak_together_both_answer() -> None:
    told = tell(
        "Ilan Drev and Clara Quist said it rained.",
        Say("Ilan Drev and Clara Quist", "said", "it rained"),
    )
    assert sources(told, 0) == [
        ("Ilan Drev and Clara Quist", "joint"),
        ("Ilan Drev", "joint"),
        ("Clara Quist", "joint"),
    ]


@pytest.mark.parametrize(
    "work",
    [
        "the Tide Society’s report",
        "a study published last week by the Tide Society",
        "figures from the Tide Society",
        "the Tide Society survey",
    ],
)
def test_a_work_is_told_by_its_author(work: str) -> None:
    told = tell(f"It rained, according to {work}.", Say(work, "according to", "It rained"))
    assert sources(told, 0) == [("Tide Society", "work of")]


def test_its_figures_are_those_of_the_body_before() -> None:
    told = tell(
        "The Tide Society counted gulls. Its figures suggest it rained.",
        Say("Its figures", "suggest", "it rained"),
    )
    assert sources(told, 0) == [("Tide Society", "work of")]


def test_a_study_of_nobody_known_is_unnamed() -> None:
    told = tell("A study of Latvia said it rained.", Say("A study of Latvia", "said", "it rained"))
    assert not told.entities[0].named


def test_a_couple_is_a_group_and_they_mean_it() -> None:
    told = tell(
        "Ilan Drev met Clara Quist. The couple said it rained. They said it snowed.",
        Say("The couple", "said", "it rained"),
        Say("They", "said", "it snowed"),
    )
    assert told.speakers == ["The couple"] * 2
    assert told.entity("The couple").kind is ActorKind.GROUP


@pytest.mark.parametrize("crowd", ["many Democrats", "Some Norlanders", "two Democrats"])
def test_a_quantifier_makes_a_crowd_of_a_name(crowd: str) -> None:
    told = tell(f"Yesterday {crowd} said it rained.", Say(crowd, "said", "it rained"))
    assert [e.named for e in told.entities if e.name == crowd] == [False]


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Ilan Drev", "Ilan Drev"),
        ("Ilan Drev, a pilot in Lorne", "Ilan Drev"),
        ("Clara Quist met Ilan Drev", "Ilan Drev"),
        ("Ilan Drev met pilots from the Tide Society", None),
        ("Ilan Drev met one of three pilots", None),
        ("Ilan Drev is a liar, sailor and pilot", "Ilan Drev"),
        ("Clara Quist met Ilan Drev (Lorne), an early friend", "Ilan Drev"),
    ],
)
def test_who_goes_on_about_the_noun_before_it(before: str, who: str | None) -> None:
    told = tell(f"{before}, who said it rained.", Say("who", "said", "it rained"))
    assert told.speakers == [who]


def test_who_have_spoken_are_several_and_not_the_name_before() -> None:
    told = tell(
        "There were those for Ilan Drev, who have said it rained.",
        Say("who", "have said", "it rained"),
    )
    assert told.speakers == [None]


def test_the_minister_of_several_things_is_who_is_named_behind() -> None:
    who = "the Minister of Trade, Harbour Works and Labour, Ilan Drev,"
    told = tell(f"Today {who} said it rained.", Say(who, "said", "it rained"))
    assert told.speakers == ["Ilan Drev"]


def test_the_nominee_of_a_party_is_its_candidate() -> None:
    told = tell(
        "Republican Peter Holm met Democrat Clara Quist. The Republican nominee said it rained.",
        Say("The Republican nominee", "said", "it rained"),
    )
    assert told.speakers == ["Peter Holm"]


def test_a_body_may_be_named_for_what_many_do() -> None:
    told = tell(
        "The Centre for Tide Studies said it rained. The CTS said it snowed.",
        Say("The Centre for Tide Studies", "said", "it rained"),
        Say("The CTS", "said", "it snowed"),
    )
    assert told.speakers == ["Centre for Tide Studies"] * 2


def test_what_the_spokesman_of_an_office_says_is_not_said_by_who_holds_it() -> None:
    told = tell(
        "A spokesman for Prime Minister Ada Fenn said it rained.",
        Say("A spokesman for Prime Minister Ada Fenn", "said", "it rained"),
    )
    assert [name for name, _ in sources(told, 0)] == ["A spokesman for Prime Minister Ada Fenn"]
    assert told.entity("Ada Fenn").roles == ("Prime Minister",)


@pytest.mark.parametrize(
    ("scene", "sure"),
    [
        ("Ships were sent.", True),
        ("The mayor of Paris stayed.", False),
        ("The Paris city council met.", False),
        ("A storm stood near Paris.", False),
        ("Schools closed in Paris.", False),
    ],
)
def test_a_capital_that_may_be_the_town_is_not_surely_its_government(
    scene: str, sure: bool
) -> None:
    told = tell(f"France waited. {scene} Paris said it rained.", Say("Paris", "said", "it rained"))
    assert sources(told, 0) == [("France", "its government")]
    assert (told.mention(0).confidence > UNSURE) is sure
