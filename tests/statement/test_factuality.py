"""Whether a report tells what it attributes as said, as to come, as supposed or as denied."""

from __future__ import annotations

import pytest

from onrecord.model import Act, Factuality, Kind, Span, Statement
from onrecord.statement.factuality import with_factuality
from tests.statement.reports import report


def statement(
    text: str, cue: str, content: str, *, act: Act = Act.SPEECH, source: str = "Ada Finch",
    kind: Kind | None = None, parent: str | None = None,
) -> Statement:  # fmt: skip
    def spans(words: str) -> tuple[Span, ...]:
        start = text.find(words)
        return (Span(start, start + len(words)),) if words and start >= 0 else ()

    direct = content and text[text.find(content) - 1] in '"“'
    return Statement(
        id=cue, document_id="d", kind=kind or (Kind.DIRECT if direct else Kind.INDIRECT), act=act,
        content=spans(content), cue=spans(cue), source=spans(source), addressee=(),
        parent=parent, confidence=0.9, rule="test", extractor="test",
    )  # fmt: skip


def told(
    text: str, cue: str, content: str, *, act: Act = Act.SPEECH, source: str = "Ada Finch"
) -> Factuality:
    one = statement(text, cue, content, act=act, source=source)
    (done,) = with_factuality(report(text), [one])
    assert done.confidence == one.confidence
    assert done.id == one.id
    return done.factuality


SAFE = "that the dam was safe"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ada Finch said that the dam was safe.", "said"),
        ("Ada Finch had said that the dam was safe.", "had said"),
        ("Ada Finch denied that the dam was safe.", "denied"),
        ("Ada Finch did not rule out that the dam was safe.", "did not rule out"),
        ("Ada Finch would not say that the dam was safe.", "would not say"),
        ("Ada Finch could not confirm that the dam was safe.", "could not confirm"),
        ("Ada Finch is said to have told them that the dam was safe.", "is said to have told"),
        ("Once more Ada Finch was able to say that the dam was safe.", "was able to say"),
        ("Ada Finch, who is due to leave, said that the dam was safe.", "said"),
        ("Though Ada Finch said that the dam was safe, nobody slept.", "said"),
    ],
)
def test_what_was_said_or_refused_is_made(text: str, cue: str) -> None:
    assert told(text, cue, SAFE) is Factuality.MADE


def test_a_refusal_to_say_whether_is_made() -> None:
    text = "Ada Finch did not say whether the dam was safe."
    assert told(text, "did not say", "whether the dam was safe") is Factuality.MADE


@pytest.mark.parametrize("source", ["I", "We"])
def test_a_modal_of_ones_own_only_softens(source: str) -> None:
    text = f"{source} must say that the dam was safe."
    assert told(text, "must say", SAFE, source=source) is Factuality.MADE


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ada Finch will tell the council that the dam was safe.", "will tell"),
        ("Ada Finch is expected to say that the dam was safe.", "is expected to say"),
        ("Ada Finch is expected to say that the dam was safe.", "say"),
        ("Ada Finch is due to say that the dam was safe.", "is due to say"),
        ("Ada Finch is to announce that the dam was safe.", "is to announce"),
        ("Ada Finch to announce that the dam was safe", "to announce"),
        ("Ada Finch plans to argue that the dam was safe.", "plans to argue"),
        ("Ada Finch is due to speak and say that the dam was safe.", "say"),
    ],
)
def test_what_is_still_to_be_said_is_announced(text: str, cue: str) -> None:
    assert told(text, cue, SAFE) is Factuality.ANNOUNCED


@pytest.mark.parametrize(
    "plan",
    [
        "to call Mayor Roe and ask for boats",
        "to call the mayor",
        "to call on the council to act",
        "to tell the council about it",
        "to raise the issue of the dam",
        "to address parliament next week",
        "to warn them",
        "to write to the minister",
    ],
)
def test_a_plan_to_speak_is_an_announcement(plan: str) -> None:
    text = f"Ada Finch plans {plan}."
    assert told(text, "plans", plan, act=Act.INTENTION) is Factuality.ANNOUNCED
    rest = plan.removeprefix("to ")
    assert told(text, "plans to", rest, act=Act.INTENTION) is Factuality.ANNOUNCED


@pytest.mark.parametrize(
    "plan",
    [
        "to mend the dam",
        "to call an election",
        "to call early elections",
        "to raise taxes",
        "to address poverty",
        "to walk to the talks",
    ],
)
def test_any_other_plan_is_held_already(plan: str) -> None:
    text = f"Ada Finch plans {plan}."
    assert told(text, "plans", plan, act=Act.INTENTION) is Factuality.MADE


def test_a_colon_is_read_with_what_leads_to_it() -> None:
    text = "Ada Finch will say: “The dam is safe.”"
    assert told(text, ":", "The dam is safe.") is Factuality.ANNOUNCED


def test_a_refusal_to_speak_is_no_announcement() -> None:
    text = "Ada Finch refused to say who paid."
    assert told(text, "refused", "to say who paid", act=Act.INTENTION) is Factuality.MADE


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ada Finch might say that the dam was safe.", "might say"),
        ("Ada Finch would tell them that the dam was safe.", "would tell"),
        ("If Ada Finch says that the dam was safe, they sleep.", "says"),
        ("Did Ada Finch say that the dam was safe?", "say"),
        ("They act as though Ada Finch said that the dam was safe.", "said"),
    ],
)
def test_what_is_asked_possible_or_conditional_is_supposed(text: str, cue: str) -> None:
    assert told(text, cue, SAFE) is Factuality.SUPPOSED


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ada Finch never said that the dam was safe.", "never said"),
        ("Ada Finch has not promised that the dam was safe.", "has not promised"),
        ("Ada Finch didn’t say that the dam was safe.", "didn’t say"),
        ("Ada Finch denies saying that the dam was safe.", "denies saying"),
        ("Ada Finch denied ever having said that the dam was safe.", "denied ever having said"),
        ("Neither the mayor nor Ada Finch said that the dam was safe.", "said"),
    ],
)
def test_what_was_not_said_is_denied(text: str, cue: str) -> None:
    assert told(text, cue, SAFE) is Factuality.DENIED


def test_what_nobody_said_is_denied() -> None:
    text = "No minister said that the dam was safe."
    assert told(text, "said", SAFE, source="No minister") is Factuality.DENIED


def test_words_in_marks_that_were_not_said_are_denied() -> None:
    text = 'Ada Finch did not say: "I took the money."'
    assert told(text, "did not say", "I took the money.") is Factuality.DENIED


def test_what_stands_inside_a_denial_is_denied_and_the_denial_made() -> None:
    text = "Ada Finch denied having told Roe that the dam was safe."
    outer = statement(text, "denied", "having told Roe that the dam was safe")
    inner = statement(text, "having told", SAFE, source="", parent="denied")
    made = with_factuality(report(text), [outer, inner])
    assert [one.factuality for one in made] == [Factuality.MADE, Factuality.DENIED]


def test_what_follows_a_denial_in_other_sentences_is_said() -> None:
    text = "Ada Finch denies it. “That is a tale. Roe told me that the dam was safe.”"
    outer = statement(text, "denies", "it. “That is a tale. Roe told me that the dam was safe.")
    inner = statement(text, "told", SAFE, source="Roe", parent="denies")
    made = with_factuality(report(text), [outer, inner])
    assert [one.factuality for one in made] == [Factuality.MADE, Factuality.MADE]


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Only then did Ada Finch say that the dam was safe.", Factuality.MADE),
        ("Not until May did Ada Finch say that the dam was safe.", Factuality.MADE),
        ("At no time did Ada Finch say that the dam was safe.", Factuality.DENIED),
        ("Never would Ada Finch say that the dam was safe.", Factuality.DENIED),
        ("When did Ada Finch say that the dam was safe?", Factuality.SUPPOSED),
    ],
)
def test_a_verb_before_its_subject_asks_only_where_nothing_puts_it_there(
    text: str, factuality: Factuality
) -> None:
    assert told(text, "say", SAFE) is factuality


def test_a_noun_for_what_was_said_is_not_asked() -> None:
    assert told("Roe has Ada Finch's word that the dam was safe.", "word", SAFE) is Factuality.MADE


def test_thoughts_are_thought_in_a_modal_too() -> None:
    text = "Ada Finch would like to see that the dam was safe."
    assert told(text, "would like", SAFE, act=Act.THOUGHT) is Factuality.MADE
