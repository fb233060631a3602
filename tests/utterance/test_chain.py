"""Through whom a statement is known: outlet ← wire ← speaker ← inner speaker."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actor import resolve_document
from onrecord.model import BlockKind, Document, Part, TellerKind
from onrecord.statement import StructuralExtractor
from onrecord.utterance.chain import chains, second_hand
from tests.statement.reports import report


def through(document: Document) -> dict[str, list[str]]:
    """Return, by the first words of each statement, who passed it on, its own outlet left out."""
    statements = StructuralExtractor().extract(document).statements
    entities, mentions = resolve_document(document, statements)
    found = chains(document, statements, entities, mentions)
    return {
        " ".join(one.content[0].of(document.text).split()[:3]): [
            f"{teller.kind}: {teller.name or (teller.span and teller.span.of(document.text))}"
            for teller in found[one.id][1:]
        ]
        for one in statements
    }


def hands(document: Document) -> list[bool]:
    """Return whether each statement, in the order of the text, is known at second hand."""
    statements = StructuralExtractor().extract(document).statements
    entities, mentions = resolve_document(document, statements)
    found = chains(document, statements, entities, mentions)
    speakers = {m.statement_id: m.entity_id for m in reversed(mentions) if m.part is Part.SOURCE}
    return [second_hand(found[one.id], speakers.get(one.id)) for one in statements]


def test_the_outlet_that_printed_the_report_stands_first_with_no_words_for_it() -> None:
    document = report("Ada Brask said the pier was shut.", outlet="The Ferryman")
    statements = StructuralExtractor().extract(document).statements
    (only,) = chains(document, statements, *resolve_document(document, statements)).values()
    assert [(t.kind, t.name, t.span) for t in only] == [(TellerKind.OUTLET, "The Ferryman", None)]


def test_an_outlet_that_is_not_known_has_no_name() -> None:
    document = report("Ada Brask said the pier was shut.")
    statements = StructuralExtractor().extract(document).statements
    (only,) = chains(document, statements, *resolve_document(document, statements)).values()
    assert [t.name for t in only] == [""]


def test_who_reports_a_statement_is_a_link() -> None:
    document = report("Ada Brask said that Tom Reeve had promised a new pier.")
    assert through(document)["a new pier"] == ["speaker: Ada Brask"]
    assert hands(document) == [False, True]


def test_two_who_pass_words_on_stand_outermost_first() -> None:
    document = report(
        "“Tom Reeve told me that Ida Lunn had said ‘never before breakfast’,” said Ada Brask."
    )
    assert through(document)["never before breakfast"] == [
        "speaker: Ada Brask",
        "speaker: Tom Reeve",
    ]


def test_what_speakers_tell_of_themselves_is_at_first_hand() -> None:
    document = report(
        "“I told the harbour board: ‘Then we shall swim.’ It laughed,” said Ada Brask."
    )
    assert through(document)["Then we shall"] == []
    assert hands(document) == [False, False]


def test_a_source_without_a_name_is_a_link_with_its_words() -> None:
    document = report("Two officials said that Ada Brask had promised a new pier.")
    assert through(document)["a new pier"] == ["speaker: Two officials"]
    assert hands(document) == [False, True]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("“The pier is shut,” Ada Brask told the Gull Herald.", "Gull Herald"),
        ("“The pier is shut,” Ada Brask told the Bote.", "Bote"),
        ("“The pier is shut,” Ada Brask told NKA.", "NKA"),
        ("“The pier is shut,” Ada Brask told the NKA news agency.", "NKA"),
        ("“The pier is shut,” Ada Brask said in an interview with Nook Radio.", "Nook Radio"),
        ("“The pier is shut,” Ada Brask wrote in a letter seen by the Bote.", "Bote"),
        ("In comments to Reuters, Ada Brask said the pier was shut.", "Reuters"),
        ("Ada Brask said the pier was shut, the Gull Herald reported.", "Gull Herald"),
        ("Ada Brask said the pier was shut, Slate reports.", "Slate"),
        ("According to the newspaper Bote, Ada Brask said the pier was shut.", "Bote"),
    ],
)
def test_an_outlet_that_is_credited_is_a_wire(text: str, outlet: str) -> None:
    found = through(report(text, outlet="The Ferryman"))
    wires = {wire for chain in found.values() for wire in chain}
    assert wires == {f"wire: {outlet}"}


@pytest.mark.parametrize(
    "text",
    [
        "“The pier is shut,” Ada Brask told Merz.",
        "“The pier is shut,” Ada Brask told parliament.",
        "“The pier is shut,” Ada Brask told the Harbour Council.",
        "“The pier is shut,” Ada Brask told NATO.",
        "“The pier is shut,” Ada Brask told the Kremlin press service.",
        "“The pier is shut,” Ada Brask told the Ferryman.",
        "“The pier is shut,” Ada Brask told this newspaper.",
        "Ada Brask said the pier was shut, the Ferryman reports.",
    ],
)
def test_neither_hearers_nor_the_outlet_itself_are_wires(text: str) -> None:
    assert not any(through(report(text, outlet="The Ferryman")).values())


def test_who_tells_an_outlet_what_another_said_stands_behind_it() -> None:
    document = report("“Tom Reeve told me that the pier was shut,” Ada Brask told the Bote.")
    assert through(document)["that the pier"] == ["wire: Bote", "speaker: Ada Brask"]


def test_an_outlet_holds_for_what_a_speaker_goes_on_to_say() -> None:
    document = report(
        "Ada Brask said the pier was shut.\n"
        "“Nobody asked me,” she told the Bote.\n"
        "Brask added that the boats were old.\n"
        "“We shall sell them,” she told reporters at the quay.\n"
        "Tom Reeve said he would buy two."
    )
    found = through(document)
    assert found["the pier was"] == found["Nobody asked me,"] == ["wire: Bote"]
    assert found["that the boats"] == ["wire: Bote"]
    assert found["We shall sell"] == found["he would buy"] == []


def test_the_newspaper_is_the_outlet_named_before() -> None:
    document = report(
        "Tom Reeve told the Bote the pier was shut. He told the newspaper it was sad."
    )
    assert set(map(tuple, through(document).values())) == {("wire: Bote",)}


def test_an_agency_in_the_dateline_passed_on_the_whole_report() -> None:
    document = report(
        "NOOK (Gull Wire) –\nAda Brask said that Tom Reeve had promised a new pier.",
        kinds={0: BlockKind.DATELINE},
        outlet="The Ferryman",
    )
    found = through(document)
    assert found["that Tom Reeve"] == ["wire: Gull Wire"]
    assert found["a new pier"] == ["wire: Gull Wire", "speaker: Ada Brask"]


def test_a_spokesman_without_a_name_is_not_told_by_the_name_of_his_body() -> None:
    document = report(
        "A spokesman for the Harbour Union said that Tom Reeve had promised a new pier."
    )
    assert through(document)["a new pier"] == ["speaker: A spokesman for the Harbour Union"]


def test_an_outlet_that_is_referred_to_stands_behind_who_refers_to_it() -> None:
    document = report(
        "Tom Reeve said the pier was shut, NKA reports with reference to the Gull Herald.",
        outlet="The Ferryman",
    )
    assert through(document)["the pier was"] == ["wire: NKA", "wire: Gull Herald"]


LINES = st.lists(
    st.sampled_from(
        [
            "Ada Brask said that Tom Reeve had promised a new pier.",
            "“Reeve told me that Ida Lunn had said ‘never before breakfast’,” Brask told the Bote.",
            "Slate, citing two officials, reported that Brask had said no.",
            "According to Reeve, Brask told him the boats were old, the Gull Herald reported.",
            "“I told her: ‘Sell them all.’ She said: ‘No.’” said he in an interview with Nook TV.",
            "He added that it was late.",
            "Two officials said Reeve had been told by Lunn that the pier was shut.",
        ]
    ),
    min_size=1,
    max_size=5,
    unique=True,
)


@given(lines=LINES, seed=st.randoms(use_true_random=False))
def test_chains_hold_their_words_and_turn_in_no_circle(lines: list[str], seed: object) -> None:
    document = report("\n".join(lines))
    statements = StructuralExtractor().extract(document).statements
    entities, mentions = resolve_document(document, statements)
    found = chains(document, statements, entities, mentions)
    place = {one.id: one for one in statements}
    assert found.keys() == place.keys()
    for id_, chain in found.items():
        assert [t.kind for t in chain].count(TellerKind.OUTLET) == 1
        assert chain[0].kind is TellerKind.OUTLET
        assert all(t.span is None or t.span.of(document.text).strip() for t in chain)
        reporting = [t.statement_id for t in chain if t.statement_id]
        assert id_ not in reporting
        assert len(set(reporting)) == len(reporting)
        above: list[str] = []
        parent = place[id_].parent
        while parent:
            above.insert(0, parent)
            parent = place[parent].parent
        assert [one for one in above if one in reporting] == reporting

    def mixed(items: tuple[object, ...]) -> tuple[object, ...]:
        shuffled = list(items)
        seed.shuffle(shuffled)  # type: ignore[attr-defined]
        return tuple(shuffled)

    assert found == chains(document, mixed(statements), mixed(entities), mentions)  # type: ignore[arg-type]


def test_a_circle_of_parents_ends() -> None:
    document = report("Ada Brask said that Tom Reeve had promised a new pier.")
    statements = StructuralExtractor().extract(document).statements
    inner = next(one for one in statements if one.parent)
    circle = [
        replace(one, parent=inner.id) if one.id == inner.parent else one for one in statements
    ]
    found = chains(document, circle, *resolve_document(document, statements))
    assert [t.name for t in found[inner.id][1:]] == ["Ada Brask"]


@pytest.mark.parametrize(
    ("outlet", "credited"),
    [
        ("Tarn Press Agency", "Ada Brask told TPA that the pier was shut."),
        ("TPA", "Ada Brask told the Tarn Press Agency that the pier was shut."),
        ("TARN TIMES", "Ada Brask told the Tarn Times last night that the pier was shut."),
    ],
)
def test_an_outlet_may_call_itself_by_its_letters(outlet: str, credited: str) -> None:
    assert list(through(report(credited, outlet=outlet)).values()) == [[]]


def test_an_agency_in_its_own_dateline_is_no_wire() -> None:
    document = report("TARN (TPA) - Ada Brask said the pier was shut.", outlet="Tarn Press Agency")
    assert all(links == [] for links in through(document).values())


def test_a_land_that_is_told_something_is_no_outlet() -> None:
    document = report("Ada Brask told the Isles that the pier was shut.")
    assert list(through(document).values()) == [[]]


def test_an_outlet_that_cites_sources_is_a_wire() -> None:
    document = report("The Ferryman reports, citing two officials, that Brill promised “no ferry”.")
    assert through(document)["no ferry"] == ["wire: Ferryman", "speaker: two officials"]


def test_what_was_said_elsewhere_is_not_credited_with_a_later_interview() -> None:
    document = report(
        "Ada Brask said at church that she was awake. In an interview with Gull Radio the day "
        "before, she said she had slept."
    )
    links = through(document)
    assert links["that she was"] == []
    assert links["she had slept"] == ["wire: Gull Radio"]


def test_who_asks_in_an_interview_asks_for_the_outlet() -> None:
    document = report(
        "Transcript: the pier\n\n"
        "LUNN: Minister, will you go?\n\n"
        "BRASK: I shall stay as long as the pier stands.\n\n"
        "LUNN: The mayor told the council that you had left.\n\n"
        "BRASK: The mayor is asleep, and so is the council.\n\n"
        "LUNN: Would you tell him so?\n\n"
        "BRASK: I tell him so every day."
    )
    assert not any("LUNN" in link.upper() for links in through(document).values() for link in links)


def test_what_reporters_ask_about_is_known_through_whom_they_name() -> None:
    document = report("Asked whether Brill had said that the pier was shut, Ada Brask laughed.")
    assert not any("Asked" in link for links in through(document).values() for link in links)


def test_what_a_letter_tells_is_told_by_its_writer() -> None:
    document = report(
        "Tom Reeve wrote to the council in a letter that he was tired. Ada Brask sang all day. "
        "According to the letter, Ida Lunn said that the pier was shut."
    )
    assert through(document)["that the pier"] == ["speaker: Tom Reeve"]


def test_what_a_letter_of_nobody_tells_is_told_by_the_letter() -> None:
    document = report("According to the letter, Ida Lunn said that the pier was shut.")
    assert through(document)["that the pier"] == ["speaker: the letter"]


def test_a_name_beside_what_it_is_is_an_outlets() -> None:
    document = report("Ada Brask told the Marish review Al-Tarn that the pier was shut.")
    assert list(through(document).values()) == [["wire: Al-Tarn"]]
