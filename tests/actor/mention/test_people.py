"""Full names, surnames, titles and given names of one report meet in one entity."""

import pytest

from onrecord.model import ActorKind, Form
from tests.told import Say, tell


def test_full_name_title_and_surname_are_one_person() -> None:
    told = tell(
        "Norland President Ilan Drev said the port is closed. Mr Drev said it will open. "
        "President Drev said so twice.",
        Say("Norland President Ilan Drev", "said", "the port is closed"),
        Say("Mr Drev", "said", "it will open"),
        Say("President Drev", "said", "so twice"),
    )
    assert told.speakers == ["Ilan Drev"] * 3
    assert told.entity("Ilan Drev").names == ("Ilan Drev", "Drev")
    assert told.mention(1).form is Form.NAME


def test_a_headline_surname_before_the_full_name_is_the_same_person() -> None:
    told = tell(
        "# Drev: the port is closed\nPresident Ilan Drev said it was late.",
        Say("Drev", "", "the port is closed"),
        Say("President Ilan Drev", "said", "it was late"),
    )
    assert told.speakers == ["Ilan Drev", "Ilan Drev"]


def test_a_title_outside_the_text_lends_its_full_name() -> None:
    told = tell(
        "Drev said the port is closed.",
        Say("Drev", "said", "the port is closed"),
        title="PM Ilan Drev closes a port",
    )
    assert told.speakers == ["Ilan Drev"]
    assert told.entity("Ilan Drev").roles == ("PM",)


def test_two_people_with_one_surname_stay_apart() -> None:
    told = tell(
        "Clara Holm said the sea is calm. Peter Holm said the sea is rough. "
        "Mrs Holm said it was blue. Mr Holm said it was grey.",
        Say("Clara Holm", "said", "the sea is calm"),
        Say("Peter Holm", "said", "the sea is rough"),
        Say("Mrs Holm", "said", "it was blue"),
        Say("Mr Holm", "said", "it was grey"),
    )
    assert told.speakers == ["Clara Holm", "Peter Holm", "Clara Holm", "Peter Holm"]


def test_a_title_tells_namesakes_apart() -> None:
    told = tell(
        "President Peter Holm met his brother Paul Holm, a farmer. President Holm said it rained.",
        Say("President Holm", "said", "it rained"),
    )
    assert told.speakers == ["Peter Holm"]


def test_an_ambiguous_surname_goes_to_the_latest_full_name_and_is_unsure() -> None:
    told = tell(
        "Peter Holm and Paul Holm met. Holm said it rained.",
        Say("Holm", "said", "it rained"),
    )
    assert told.speakers == ["Paul Holm"]
    assert told.mention(0).confidence < 0.5


def test_a_given_name_alone_is_the_one_person_who_has_it() -> None:
    told = tell(
        "Zorin Pike walked home. “I am tired,” Zorin said.",
        Say("Zorin", "said", "“I am tired,”"),
    )
    assert told.speakers == ["Zorin Pike"]
    assert told.mention(0).rule == "given name"


def test_two_spellings_in_one_report_are_one_person() -> None:
    told = tell(
        "Vasyl Horetskyy said it rained. Horetsky said it snowed.",
        Say("Vasyl Horetskyy", "said", "it rained"),
        Say("Horetsky", "said", "it snowed"),
    )
    assert told.speakers == ["Vasyl Horetskyy"] * 2


def test_people_who_do_not_speak_are_entities_and_things_are_not() -> None:
    told = tell(
        "Clara Quist met Peter Drev at the Lorne Hotel on Monday under the Harbour Act.",
    )
    assert told.names == {"Clara Quist", "Peter Drev"}
    assert all(m.statement_id is None and m.part is None for m in told.mentions)


def test_an_acronym_that_the_report_explains_is_its_body() -> None:
    told = tell(
        "The North Tide Union (NTU) said boats are safe. Later the NTU said they were old.",
        Say("The North Tide Union (NTU)", "said", "boats are safe"),
        Say("the NTU", "said", "they were old"),
    )
    assert told.speakers == ["North Tide Union"] * 2
    assert told.entity("North Tide Union").kind is ActorKind.ORGANISATION


def test_a_capital_speaks_for_the_government_of_its_country() -> None:
    told = tell(
        "Latvia said it would pay. Riga said it had paid.",
        Say("Latvia", "said", "it would pay"),
        Say("Riga", "said", "it had paid"),
    )
    assert told.speakers == ["Latvia", "Latvia"]
    assert told.mention(1).rule == "its government"
    assert {e.kind for e in told.entities} == {ActorKind.COUNTRY}


def test_a_paper_that_reports_is_an_organisation() -> None:
    told = tell(
        "Tidewire, citing sources, reported that the port is closed.",
        Say("Tidewire, citing sources", "reported", "that the port is closed"),
    )
    assert told.speakers == ["Tidewire"]
    assert told.entities[0].kind is ActorKind.ORGANISATION


def test_a_group_word_after_a_name_belongs_to_it() -> None:
    told = tell(
        "The Tidewatch charity said boats sink.",
        Say("The Tidewatch charity", "said", "boats sink"),
    )
    assert told.speakers == ["Tidewatch"]


def test_the_head_of_a_source_is_its_person_and_not_the_place_of_the_office() -> None:
    told = tell(
        "City of Lorne Mayor Peter Holm said it rained. "
        "The harbour minister, Clara Quist, said it snowed.",
        Say("City of Lorne Mayor Peter Holm", "said", "it rained"),
        Say("The harbour minister, Clara Quist,", "said", "it snowed"),
    )
    assert told.speakers == ["Peter Holm", "Clara Quist"]


def test_joint_speakers_are_a_group_of_their_own() -> None:
    told = tell(
        "Clara Quist and Ilan Drev said it rained.",
        Say("Clara Quist and Ilan Drev", "said", "it rained"),
    )
    assert told.mention(0).rule == "joint"
    assert told.speakers == ["Clara Quist and Ilan Drev"]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Ulla von der Quist", "von der Quist"),
        ("Ulla von der Quist", "Quist"),
        ("Ulla von der Quist", "Von der Quist"),
        ("Marta Le Pike", "Le Pike"),
        ("Marta Le Pike", "Pike"),
        ("Marta Le Pen", "Pen"),
        ("Tarek bin Hadad", "Bin Hadad"),
        ("Tarek bin Hadad", "bin Hadad"),
        ("Ben Drev", "Drev"),
        ("Al Drev", "Drev"),
        ("Dov Ben Aroz", "Aroz"),
    ],
)
def test_a_surname_is_found_with_and_without_its_particles(full: str, short: str) -> None:
    told = tell(
        f"{full} said the port is closed. At noon {short} said it will open. {short} said more.",
        Say(full, "said", "the port is closed"),
        Say(short, "said", "it will open"),
        Say(short, "said", "more"),
    )
    assert told.speakers == [full] * 3
    assert told.names == {full}


def test_ben_before_a_surname_is_a_given_name() -> None:
    told = tell(
        "Ben Drev met Anna Drev. Ben Drev said it rained.",
        Say("Ben Drev", "said", "it rained"),
    )
    assert told.names == {"Ben Drev", "Anna Drev"}


def test_capitals_fold_and_titles_come_off_in_a_transcript() -> None:
    told = tell(
        "SEN. MARIA LOPEZ: Who saw it?\nMR. KELLER: I did.\nLOPEZ: What was it?\n"
        "JOHN KELLER: A boat.\nKELLER: It was blue.\nMaria Lopez: Thank you.",
        Say("SEN. MARIA LOPEZ", "", "Who saw it?"),
        Say("MR. KELLER", "", "I did."),
        Say("LOPEZ", "", "What was it?"),
        Say("JOHN KELLER", "", "A boat."),
        Say("KELLER", "", "It was blue."),
        Say("Maria Lopez", "", "Thank you."),
    )
    maria, john = "Maria Lopez", "JOHN KELLER"
    assert told.speakers == [maria, john, maria, john, john, maria]
    assert told.names == {maria, john}


def test_an_acronym_is_nobody_s_surname() -> None:
    told = tell(
        "Anna Eng left the Eastern Naval Guild (ENG). ENG said it rained.",
        Say("ENG", "said", "it rained"),
    )
    assert told.speakers == ["Eastern Naval Guild"]


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("Kern's rival, Bo Lindh", "Bo Lindh"),
        ("Her brother, the banker Simon Baker", "Simon Baker"),
        ("The fisherman, Bo Lindh", "Bo Lindh"),
        ("A man named Bo Lindh", "Bo Lindh"),
        ("The charity, Tide Relief", "Tide Relief"),
    ],
)
def test_the_name_behind_an_apposition_is_the_speaker(source: str, who: str) -> None:
    told = tell(
        f"Ada Kern left early. {source}, said it rained.",
        Say(source, "said", "it rained"),
    )
    assert told.speakers == [who]
    assert told.mention(0).form is Form.NAME


def test_a_name_that_may_be_either_s_is_unsure() -> None:
    told = tell(
        "An aide to the mayor, Bo Lindh, said it rained.",
        Say("An aide to the mayor, Bo Lindh", "said", "it rained"),
    )
    assert told.speakers == ["Bo Lindh"]
    assert told.mention(0).confidence < 0.6


@pytest.mark.parametrize("title", ["Mrs Baker", "Baker"])
def test_one_of_several_bearers_without_evidence_is_unsure(title: str) -> None:
    told = tell(
        f"Robin Baker met Alex Baker and Sam Baker. {title} said it rained.",
        Say(title, "said", "it rained"),
    )
    assert told.mention(0).confidence < 0.6
    assert all(e.roles == () for e in told.entities)


def test_of_several_bearers_the_known_woman_is_mrs() -> None:
    told = tell(
        "Robin Baker met Clara Baker and Sam Baker. Mrs Baker said it rained.",
        Say("Mrs Baker", "said", "it rained"),
    )
    assert told.speakers == ["Clara Baker"]
    assert told.mention(0).confidence >= 0.6
