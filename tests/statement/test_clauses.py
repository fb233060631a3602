from __future__ import annotations

import pytest

from onrecord.statement import StructuralExtractor
from tests.statement.reports import Told, report, told

HARBOUR = "the harbour would open in spring"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (f"Anna Bo said {HARBOUR}.", "Anna Bo", "said", HARBOUR),
        (f"Anna Bo said that {HARBOUR}.", "Anna Bo", "said", f"that {HARBOUR}"),
        (f"Anna Bo has also said {HARBOUR}.", "Anna Bo", "has also said", HARBOUR),
        (f"Anna Bo said on Friday {HARBOUR}.", "Anna Bo", "said", HARBOUR),
        (f"Anna Bo on Friday said {HARBOUR}.", "Anna Bo", "said", HARBOUR),
        (f"Anna Bo said in a statement that {HARBOUR}.", "Anna Bo", "said", f"that {HARBOUR}"),
        (
            "The harbour would open in spring, Anna Bo said.",
            "Anna Bo",
            "said",
            "The harbour would open in spring",
        ),
        (
            "The harbour would open in spring, said Anna Bo, head of the union.",
            "Anna Bo, head of the union",
            "said",
            "The harbour would open in spring",
        ),
        (
            "The harbour would open in spring, said union leader Anna Bo.",
            "union leader Anna Bo",
            "said",
            "The harbour would open in spring",
        ),
        (
            f"Anna Bo, head of the union, said {HARBOUR}.",
            "Anna Bo, head of the union",
            "said",
            HARBOUR,
        ),
        (
            f"Anna Bo, who leads the union, said {HARBOUR}.",
            "Anna Bo, who leads the union",
            "said",
            HARBOUR,
        ),
        (f"The Harbour Union (HU) said {HARBOUR}.", "The Harbour Union (HU)", "said", HARBOUR),
        (
            f"A spokesman for the Ministry of Ports said {HARBOUR}.",
            "A spokesman for the Ministry of Ports",
            "said",
            HARBOUR,
        ),
        (f"In Geneva the minister said {HARBOUR}.", "the minister", "said", HARBOUR),
        (
            f"After the vote was lost, Anna Bo said she {HARBOUR}.",
            "Anna Bo",
            "said",
            f"she {HARBOUR}",
        ),
        (f"According to Anna Bo, {HARBOUR}.", "Anna Bo", "According to", HARBOUR),
        (
            "The harbour would open in spring, according to the port authority.",
            "the port authority",
            "according to",
            "The harbour would open in spring",
        ),
        ("Anna Bo plans to open the harbour.", "Anna Bo", "plans", "to open the harbour"),
        ("Anna Bo criticised the harbour plan.", "Anna Bo", "criticised", "the harbour plan"),
        (
            "The harbour, Anna Bo said, will open in spring.",
            "Anna Bo",
            "said",
            "The harbour | will open in spring",
        ),
    ],
)
def test_indirect_speech_in_every_order(text: str, source: str, cue: str, content: str) -> None:
    assert Told("indirect", source, cue, content) in told(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“We will open it,” Anna Bo said.", "Anna Bo", "We will open it,"),
        ("“We will open it,” said Anna Bo.", "Anna Bo", "We will open it,"),
        ("Anna Bo said: “We will open it.”", "Anna Bo", "We will open it."),
        ("Anna Bo told reporters in Oslo: “We will open it.”", "Anna Bo", "We will open it."),
        ("“Will we open it?” Anna Bo asked.", "Anna Bo", "Will we open it?"),
        ("“We will,” Anna Bo said, “open it.”", "Anna Bo", "We will, | open it."),
        ("“We will.” Anna Bo said on Friday. “Wait.”", "Anna Bo", "We will. | Wait."),
        ("She stressed that “we will open it.”", "She", "we will open it."),
        ("Anna Bo praised the crews: “They held out.”", "Anna Bo", "They held out."),
    ],
)
def test_direct_speech_in_every_order(text: str, source: str, content: str) -> None:
    assert (source, content) in [(t.source, t.content) for t in told(text) if t.kind == "direct"]


def test_words_partly_in_marks_are_mixed() -> None:
    (statement,) = told("Anna Bo said the plan was “dead on arrival” and useless.")
    assert statement.kind == "mixed"
    assert statement.content == "the plan was “dead on arrival” and useless"


def test_coordinate_verbs_share_their_source() -> None:
    first, second = told("Anna Bo said the harbour was ready and warned that the ice would come.")
    assert first.content == "the harbour was ready"
    assert (second.source, second.content) == ("Anna Bo", "that the ice would come")


def test_a_participle_hangs_on_the_clause_before() -> None:
    first, second = told("Anna Bo said the harbour was ready, adding that the ice would come.")
    assert first.content == "the harbour was ready"
    assert (second.source, second.cue) == ("Anna Bo", "adding")


def test_a_remark_that_points_back_takes_the_sentence_before() -> None:
    statements = told("The union will strike in May. Anna Bo told reporters this after a meeting.")
    assert Told("indirect", "Anna Bo", "told", "The union will strike in May") in statements


@pytest.mark.parametrize(
    "text",
    [
        "Anna Bo would say that the harbour is open.",
        "Asked whether the union claims that the harbour is open, Bo left.",
        "The report on the harbour was long.",
        "Her call to the ministers went unanswered.",
        "It is said that the harbour is open.",
    ],
)
def test_what_was_not_said_is_no_statement(text: str) -> None:
    assert [
        t for t in told(text) if "harbour is open" in t.content or "harbour was" in t.content
    ] == []


def test_a_source_in_brackets_or_with_a_title_is_taken_whole() -> None:
    (statement,) = told("Deputy Prime Minister Anna Bo-Lund of Norra said the talks had failed.")
    assert statement.source == "Deputy Prime Minister Anna Bo-Lund of Norra"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Mary Healy told reporters that the quay was shut.", "Mary Healy"),
        ("“We knew,” Mr Kelly said.", "Mr Kelly"),
        ("I have always said that the quay is ours.", "I"),
        ("Last month I met a ferryman who said the quay was shut.", "a ferryman"),
        ("The vote failed, opening a rift a day after Norra announced its bid for it.", "Norra"),
    ],
)
def test_the_source_is_a_noun_phrase_and_no_more(text: str, source: str) -> None:
    assert source in [t.source for t in told(text)]


def test_a_noun_behind_a_verb_is_no_cue() -> None:
    (statement,) = told("Bo says her ministry no longer answers questions about the quay.")
    assert statement.cue == "says"


def test_an_answer_of_one_word_is_a_content() -> None:
    statements = told("“We agree,” said Lund. Bo said Lind told him no.")
    assert Told("indirect", "Lind", "told", "no", "Bo") in statements


def test_two_speakers_in_a_row_keep_their_own_passages() -> None:
    text = "“I do not believe him,” the clerk said. “I do not believe her either,” she added."
    assert [(t.source, t.content) for t in told(text)] == [
        ("the clerk", "I do not believe him,"),
        ("she", "I do not believe her either,"),
    ]


def test_the_hearer_of_a_promise_is_no_part_of_it() -> None:
    (statement,) = told("Bo promised deputies that the road would be long.")
    assert statement.content == "that the road would be long"


def test_a_sentence_of_its_own_parts_two_quotations() -> None:
    text = "Bo said: “A long road lies ahead.” Lund left the room. “We will go back,” she said."
    assert [(t.source, t.content) for t in told(text) if t.kind == "direct"] == [
        ("Bo", "A long road lies ahead."),
        ("she", "We will go back,"),
    ]


def test_a_name_may_end_in_a_number_word() -> None:
    (statement,) = told("Bo told the channel Norra One on Monday the quay would be shut.")
    assert statement.content == "the quay would be shut"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (f"Lind was told by Anna Bo that {HARBOUR}.", "Anna Bo", "was told", f"that {HARBOUR}"),
        ("Lind was told by Anna Bo she would not go.", "Anna Bo", "was told", "she would not go"),
        ("Lind was asked by Anna Bo to leave.", "Anna Bo", "was asked", "to leave"),
        ("Lind was warned by Anna Bo not to go.", "Anna Bo", "was warned", "not to go"),
        (
            "The council, told by Anna Bo that the ice had come, voted for it.",
            "Anna Bo",
            "told",
            "that the ice had come",
        ),
        (
            "Asked by Lind whether the ice had come, Anna Bo nodded.",
            "Lind",
            "Asked",
            "whether the ice had come",
        ),
    ],
)
def test_who_told_it_may_stand_behind_a_passive(
    text: str, source: str, cue: str, content: str
) -> None:
    assert Told("indirect", source, cue, content) in told(text)


def test_whom_a_passive_tells_is_the_addressee() -> None:
    document = report("President Lind was told by Anna Bo that the ice had come.")
    (statement,) = StructuralExtractor().extract(document).statements
    assert [span.of(document.text) for span in statement.addressee] == ["President Lind"]


@pytest.mark.parametrize(
    "text",
    [
        "The story told by Anna Bo was another one.",
        "Lind was told by letter that the door was shut.",
        "Lind was told by Anna Bo in spring.",
    ],
)
def test_a_passive_without_a_teller_or_words_tells_nothing(text: str) -> None:
    assert told(text) == []


def test_what_a_speaker_is_asked_is_not_what_the_speaker_says() -> None:
    (statement,) = told("Asked whether the ice had come, Anna Bo said it was late.")
    assert statement.content == "it was late"


@pytest.mark.parametrize(
    "text",
    [
        "Lind called him only once.",
        "Lind called her back on Friday.",
        "Lind called the office twice.",
        "Lind called me.",
    ],
)
def test_a_call_by_telephone_is_no_name(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("words", ["him a liar", "it “a mistake”", "them late", "the plan dead"])
def test_what_somebody_is_called_is_said(words: str) -> None:
    (statement,) = told(f"Lind called {words}.")
    assert statement.content == words


@pytest.mark.parametrize(
    "text",
    [
        "The council gave up other rules that would have held the ice.",
        "They want the people on boats back to their homes.",
        "The work goes on thanks to the crews.",
    ],
)
def test_a_noun_that_looks_like_a_cue_says_nothing(text: str) -> None:
    assert [t for t in told(text) if t.cue in ("rules", "back", "thanks")] == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The officials found a man who said the ice had come.", "a man"),
        ("The crews have so far said that the ice had come.", "The crews"),
        ("Most of them said that the ice had come.", "Most of them"),
        ("A crew leaving the harbour said that the ice had come.", "A crew leaving the harbour"),
        ("In spring the Board of Harbours ruled that the ice had come.", "the Board of Harbours"),
    ],
)
def test_a_source_is_a_phrase_and_no_half_clause(text: str, source: str) -> None:
    assert source in [t.source for t in told(text)]


def test_a_pronoun_of_the_object_never_speaks() -> None:
    assert told("The pictures help them understand what the gulls are eating.") == []


def test_a_participle_before_the_verb_of_its_clause_says_nothing() -> None:
    assert told("The figures quoted publicly are not to be had.") == []


def test_what_a_relative_clause_tells_ends_where_the_clause_around_goes_on() -> None:
    (statement,) = told("Crews found a man who claimed to be a child was in fact 41.")
    assert (statement.source, statement.content) == ("a man", "to be a child")


def test_an_aside_behind_a_name_is_no_reason_to_turn_the_order_round() -> None:
    (statement,) = told("Anna Bo, the mayor, said the Lind family deserved better.")
    assert statement.content == "the Lind family deserved better"
