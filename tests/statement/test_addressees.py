"""To whom something was said, read beside the cue."""

from __future__ import annotations

import pytest

from onrecord.model import Act, Kind, Span, Statement
from onrecord.statement.addressees import with_addressees
from tests.statement.reports import report

WET = "the cellar was wet"


def hearer(text: str, cue: str, content: str = WET, *, act: Act = Act.SPEECH) -> str | None:
    def spans(words: str) -> tuple[Span, ...]:
        start = text.index(words)
        return (Span(start, start + len(words)),)

    one = Statement(
        id="s", document_id="d", kind=Kind.INDIRECT, act=act, content=spans(content),
        cue=spans(cue), source=spans("Ada Finch") if "Ada Finch" in text else (), addressee=(),
        parent=None, confidence=0.9, rule="test", extractor="test",
    )  # fmt: skip
    (done,) = with_addressees(report(text), [one])
    assert done.id == one.id
    return done.addressee[0].of(text) if done.addressee else None


@pytest.mark.parametrize(
    ("text", "cue", "who"),
    [
        (f"Ada Finch told reporters that {WET}.", "told", "reporters"),
        (f"“{WET},” Ada Finch told the closing session.", "told", "the closing session"),
        (f"Ada Finch assured him {WET}.", "assured", "him"),
        (f"Ada Finch had warned deputies that {WET}.", "had warned", "deputies"),
        (f"Ada Finch confided to me that {WET}.", "confided", "me"),
        (f"Ada Finch swore to the council that {WET}.", "swore", "the council"),
        (f"Ada Finch wrote to Olaf Drev that {WET}.", "wrote", "Olaf Drev"),
        (f"Ada Finch has said to Drev that {WET}.", "has said to", "Drev"),
        (f"Speaking to students, Ada Finch said {WET}.", "said", "students"),
        (f"Addressing the council, Ada Finch said {WET}.", "said", "the council"),
        (f"Ada Finch promised the miners on Monday that {WET}.", "promised", "the miners"),
        (f"In a letter to the mayor, Ada Finch wrote that {WET}.", "wrote", "the mayor"),
        (f"Ada Finch said in a phone call with Olaf Drev that {WET}.", "said", "Olaf Drev"),
    ],
)
def test_the_words_beside_a_cue_tell_to_whom(text: str, cue: str, who: str) -> None:
    assert hearer(text, cue) == who


@pytest.mark.parametrize(
    ("cue", "content", "who"),
    [
        ("promised", "Olaf Drev all the boats", "Olaf Drev"),
        ("promised", "him in May that nobody would drown", "him"),
        ("warned", "the mayor in a note that the dam leaked", "the mayor"),
        ("promised", "an end to the talks", None),
        ("promised", "nothing", None),
    ],
)
def test_a_content_may_begin_with_its_hearer(cue: str, content: str, who: str | None) -> None:
    assert hearer(f"Ada Finch {cue} {content}.", cue, content) == who


def test_a_hearer_ends_before_the_time() -> None:
    text = f"Ada Finch warned the mayor last month: “{WET}.”"
    assert hearer(text, "warned") == "the mayor"


@pytest.mark.parametrize("who", ["members", "the members", "her", "both"])
def test_who_is_urged_to_do_something_is_spoken_to(who: str) -> None:
    text = f"Ada Finch urged {who} to dry the cellar."
    assert hearer(text, "urged", f"{who} to dry the cellar") == who


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (f"Ada Finch said {WET}.", "said"),
        (f"Ada Finch said in an interview with the Ferryman that {WET}.", "said"),
        (f"Ada Finch said on Monday that {WET}.", "said"),
        (f"Ada Finch went on to say that {WET}.", "went on"),
        (f"“{WET},” said Ada Finch to applause.", "said"),
        (f"Ada Finch answers every day that {WET}.", "answers"),
        (f"Addressing the issue, Ada Finch said {WET}.", "said"),
        (f"Of her call with Drev, Ada Finch said {WET}.", "said"),
        (f"Drev spoke to boys. Ada Finch said {WET}.", "said"),
        (f"Speaking to boys, Drev sang; Ada Finch said {WET}.", "said"),
        (f"Ada Finch said {WET}, speaking to nobody that mattered.", "said"),
    ],
)
def test_other_words_name_nobody_spoken_to(text: str, cue: str) -> None:
    assert hearer(text, cue) is None


def test_thoughts_are_told_to_nobody() -> None:
    assert hearer(f"Ada Finch wrote to Drev that {WET}.", "wrote", act=Act.THOUGHT) is None


def test_an_outlet_that_speaks_of_itself_is_spoken_to() -> None:
    text = f"Ada Finch told this newspaper that {WET}."
    assert hearer(text, "told") == "this newspaper"
    assert hearer(f"Ada Finch told this to Drev: {WET}.", "told") is None


def test_anyone_may_be_told() -> None:
    assert hearer(f"Ada Finch never told anyone that {WET}.", "never told") == "anyone"


def test_a_known_hearer_ends_before_place_and_time() -> None:
    text = f"Ada Finch told the Ferryman at the pier last night that {WET}."
    start = text.index("the Ferryman")
    one = Statement(
        id="s", document_id="d", kind=Kind.INDIRECT, act=Act.SPEECH,
        content=(Span(text.index(WET), text.index(WET) + len(WET)),),
        cue=(Span(10, 14),), source=(Span(0, 9),),
        addressee=(Span(start, text.index(" that")),),
        parent=None, confidence=0.9, rule="test", extractor="test",
    )  # fmt: skip
    (done,) = with_addressees(report(text), [one])
    assert [a.of(text) for a in done.addressee] == ["the Ferryman"]
