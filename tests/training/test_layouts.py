"""Changed copies of annotated texts: other layouts, and annotations that stay true to them."""

from __future__ import annotations

import re
from random import Random

import pytest
from benchmarks.polnear import Attribution
from hypothesis import given
from hypothesis import strategies as st
from training.attribution import augment, layouts
from training.attribution.augment import varied, with_marks
from training.attribution.data import Text, polnear
from training.attribution.edits import rearranged
from training.attribution.layouts import headed, long_quotation, set_apart

from onrecord.model import Span
from tests.shared import SHARED, needs_shared

ROLES = ("content", "cue", "source")


def marked(marked_up: str) -> Text:
    """Read `[c words]`, `[v words]` and `[s words]` as content, cue and source of a number.

    ``[c0 “It holds.”] [v0 said] [s0 Ada]`` is one attribution, its number 0.
    """
    text, at = "", 0
    spans: dict[tuple[str, str], list[Span]] = {}
    for match in re.finditer(r"\[([cvs])(\d) ([^\]]*)\]", marked_up):
        text += marked_up[at : match.start()]
        start = len(text)
        text += match[3]
        spans.setdefault((match[1], match[2]), []).append(Span(start, len(text)))
        at = match.end()
    text += marked_up[at:]
    numbers = sorted({number for _, number in spans})
    attributions = (
        Attribution(*(tuple(spans.get((role, number), ())) for role in "cvs")) for number in numbers
    )
    return Text("a", text, tuple(attributions))


def told(text: Text, one: Attribution) -> list[str]:
    """Return the letters of content, cue and source; a word may be in two spans."""
    return [
        re.sub(r"\W", "", "".join(s.of(text.text) for s in getattr(one, role))).lower()
        for role in ROLES
    ]


def every_layout(text: Text, number: int = 0) -> dict[str, Text]:
    """Return what becomes of a quotation by the draws there are, by its text."""
    changed = (set_apart(text, number, Random(seed)) for seed in range(60))
    return {one.text: one for one in changed}


AFTER = (
    "[c0 “The dam holds. It held before,”] [s0 Ada Brill] [v0 said] on Monday. Nobody left town."
)
SPLIT = (
    "[c0 “The dam holds,”] [v0 said] [s0 Ada Brill], who built it. [c0 “It held before.”] A pause."
)
BEFORE = "It rained. On Monday [s0 she] [v0 said], [c0 “The dam holds. It held before.”]"


def test_a_quotation_closed_by_its_clause_stands_apart_in_both_layouts() -> None:
    found = every_layout(marked(AFTER))
    assert (
        "The dam holds. It held before. - Ada Brill said on Monday.\n\nNobody left town." in found
    )
    assert (
        "Ada Brill said on Monday:\n\nThe dam holds. It held before.\n\nNobody left town." in found
    )
    for text, one in found.items():
        (attribution,) = one.attributions
        assert [s.of(text) for s in attribution.content] == ["The dam holds. It held before."]
        assert [s.of(text) for s in attribution.source] == ["Ada Brill"]
        assert [s.of(text) for s in attribution.cue] == ["said"]


def test_a_clause_between_two_pieces_leaves_one_block() -> None:
    found = every_layout(marked(SPLIT))
    words = "The dam holds. It held before."
    assert f"{words} — said Ada Brill, who built it.\n\nA pause." in found
    assert all(not text.startswith("Said") for text in found)
    for text, one in found.items():
        assert [s.of(text) for s in one.attributions[0].content] == [words]


def test_what_leads_to_a_quotation_stays_before_it() -> None:
    found = every_layout(marked(BEFORE))
    assert "It rained. On Monday she said:\n\nThe dam holds. It held before." in found
    assert "It rained.\n\nThe dam holds. It held before. - On Monday she said." in found


@pytest.mark.parametrize(
    "text",
    [
        "[c0 “The dam holds. It held before,”] and so on.",  # no clause
        "[c0 “The dam holds. It held before”] is what [s0 Ada] [v0 said].",  # part of a sentence
        "Asked, [c0 “The dam holds. It held before,”] [s0 Ada] [v0 said].",
        "[s0 Ada] [v0 said]\n\n[c0 “The dam holds. It held before.”]",  # another paragraph
        "[s0 Ada] [v0 said], [c0 “The dam holds. It held before”] in Tarn.",
    ],
)
def test_a_quotation_in_the_middle_of_something_stays(text: str) -> None:
    before = marked(text)
    assert list(every_layout(before)) == [before.text]


def test_only_whole_and_long_quotations_are_set_apart() -> None:
    text = marked(
        "[c0 “It holds. It held before.”] [c1 “It holds,”] [c2 it “holds. It held before.”] "
        "[c3 “It holds.” It held. “It will hold.”]"
    )
    long = [long_quotation(text.text, one) for one in text.attributions]
    assert long == [True, False, False, False]


def test_a_headline_is_an_attribution_whose_cue_is_the_colon() -> None:
    text = marked("[s0 Ada Brill] [v0 said] [c0 that the dam holds for now]. Nobody left.")
    changed = headed(text, Random(1))
    assert changed.text == f"Ada Brill: The dam holds for now\n\n{text.text}"
    own, first = changed.attributions
    assert [getattr(own, role)[0].of(changed.text) for role in ROLES] == [
        "The dam holds for now",
        ":",
        "Ada Brill",
    ]
    assert told(changed, first) == told(text, text.attributions[0])


@pytest.mark.parametrize(
    "text",
    [
        "[s0 She] [v0 said] [c0 that the dam holds for now]. Nobody asked what she meant.",
        "[s0 the mayor] [v0 said] [c0 that the dam holds for now].",
        "[s0 Ada] [v0 wants] [c0 to build a dam in Tarn].",
        "[s0 Ada] [v0 said] [c0 that it holds].",
        "[s0 Ada] [v0 said] [c0 that " + "the dam and " * 6 + "the road hold].",
    ],
)
def test_no_headline_without_a_name_or_a_short_sentence(text: str) -> None:
    assert headed(marked(text), Random(1)) == marked(text)


def test_a_span_that_begins_inside_a_mark_keeps_its_words() -> None:
    text = Text("a", "''Yes'' no", (Attribution((Span(1, 6),), (Span(6, 10),), ()),))
    for opening, closing in (("", ""), ("“", "”")):
        changed = with_marks(text, opening, closing)
        assert told(changed, changed.attributions[0]) == ["yes", "no", ""]


def test_stretches_that_meet_again_are_one_span() -> None:
    text = marked("[c0 one] two [c0 three] four")
    changed = rearranged(text, [(8, 13), " ", (0, 3), "\n", (13, 18)])
    assert changed.text == "three one\n four"
    assert changed.attributions[0].content == (Span(0, 9),)


# Whatever is drawn -------------------------------------------------------------------

NAMES = st.sampled_from(["Ada Brill", "Senn", "she", "the mayor of Tarn", "a spokesman"])
SENTENCES = st.sampled_from(
    ["The dam holds", "It held before", "we wait", "Is it safe", "So be it"]
)
MARKS = st.sampled_from([("“", "”"), ('"', '"'), ("''", "''")])
SIGNS = st.sampled_from([",", ".", "?", ""])
OTHERS = st.sampled_from(
    ["", " It rained.", " [s9 Odo] [v9 said] [c9 that it rained in Tarn].", " so"]
)


@st.composite
def paragraph(draw: st.DrawFn, number: int) -> str:
    n = number
    opening, closing = draw(MARKS)

    def quoted() -> str:
        words = ". ".join(draw(st.lists(SENTENCES, min_size=1, max_size=3)))
        return f"[c{n} {opening}{words}{draw(SIGNS)}{closing}]"

    source, cue = f"[s{n} {draw(NAMES)}]", f"[v{n} said]"
    clause = draw(st.sampled_from([f"{source} {cue}", f"{cue} {source}", f"{source}, 4, {cue}"]))
    other = draw(OTHERS).format(number + 5)
    shape = draw(st.integers(0, 4))
    if shape == 0:
        return f"{quoted()} {clause}.{other}"
    if shape == 1:
        return f"{clause}, {quoted()}{other}"
    if shape == 2:
        return f"{quoted()} {clause}. {quoted()}{other}"
    if shape == 3:
        return f"{quoted()} {clause}, {quoted()}{other}"
    return f"{clause} [c{n} that {draw(SENTENCES)} for now].{other}"


@st.composite
def texts(draw: st.DrawFn) -> Text:
    count = draw(st.integers(1, 4))
    between = draw(st.sampled_from(["\n", "\n\n"]))
    return marked(between.join(draw(paragraph(number)) for number in range(count)))


def check(before: Text, after: Text) -> None:
    own = len(after.attributions) - len(before.attributions)
    assert own in (0, 1)
    for old, new in zip(before.attributions, after.attributions[own:], strict=True):
        assert told(after, new) == told(before, old)
    for one in after.attributions[:own]:
        name, colon, words = (
            getattr(one, r)[0].of(after.text) for r in ("source", "cue", "content")
        )
        assert after.text.partition("\n")[0] == f"{name}{colon} {words}"


@given(texts(), st.integers(0, 10_000))
def test_annotations_keep_their_words_and_stay_in_their_paragraphs(text: Text, seed: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for module, share in ((augment, "HEADED"), (augment, "APART"), (layouts, "APART_EACH")):
            patch.setattr(module, share, 0.9)
        changed = varied(text, [], Random(seed))
        assert varied(text, [], Random(seed)) == changed
    check(text, changed)
    for one in changed.attributions:
        for span in (*one.content, *one.cue, *one.source):
            assert "\n" not in span.of(changed.text)
            assert span.of(changed.text) == span.of(changed.text).strip()


def test_no_word_is_lost_or_made_up() -> None:
    text = marked(SPLIT)
    for changed in every_layout(text):
        assert sorted(re.findall(r"\w+", changed)) == sorted(re.findall(r"\w+", text.text))


@pytest.mark.shared
@needs_shared[1]
def test_real_annotations_keep_their_words() -> None:
    random, changed = Random(1), 0
    with pytest.MonkeyPatch.context() as patch:
        for module, share in ((augment, "HEADED"), (augment, "APART"), (layouts, "APART_EACH")):
            patch.setattr(module, share, 1.0)
        for text in polnear(SHARED / "data", "dev"):
            after = varied(text, [], random)
            check(text, after)
            changed += text.text.lower() != after.text.lower()
    assert changed > 60  # of 84
