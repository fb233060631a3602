"""Words, windows and what is kept of each, with a tokenizer made for the test."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from onrecord.model import Span
from onrecord.statement.learned.windows import Window, inputs, windows
from onrecord.statement.learned.words import Words, read_words


def letters() -> Tokenizer:
    """A tokenizer whose pieces are single letters."""
    signs = "abcdefghijklmnopqrstuvwxyz“”\".,'é"
    vocabulary = {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2}
    for sign in signs:
        for piece in (sign, f"##{sign}"):
            vocabulary[piece] = len(vocabulary)
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


def test_words_stand_where_they_stand_in_the_text() -> None:
    text = "Ada Brill said:\n\n“The bridge is safe.”"
    words = read_words(letters(), text, [Span(0, 15), Span(17, len(text))])
    assert [text[s:e] for s, e in zip(words.starts, words.ends, strict=True)] == [
        "Ada", "Brill", "said", ":", "“", "The", "bridge", "is", "safe", ".", "”",
    ]  # fmt: skip
    assert words.passages.tolist() == [0] * 4 + [1] * 7


def test_shapes_tell_capitals_openings_and_marks() -> None:
    text = "Ada BRILL said “Yes”"
    assert read_words(letters(), text, [Span(0, len(text))]).shapes.tolist() == [
        3 + 1, 2, 0, 6, 6 + 1, 6,
    ]  # fmt: skip


def test_offsets_count_code_points() -> None:
    text = "𝔸 😀 “Éa” b"
    words = read_words(letters(), text, [Span(0, len(text))])
    assert text[words.starts[-1] : words.ends[-1]] == "b"


def test_an_empty_text_has_no_words() -> None:
    assert len(read_words(letters(), "", [])) == 0
    assert windows(read_words(letters(), "", []), size=10, margin=2) == []


def lines_of_letters(lines: list[str]) -> Words:
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return read_words(letters(), "\n".join(lines), spans)


@given(
    st.lists(st.text("abcé ", min_size=1, max_size=30), max_size=12),
    st.integers(4, 40),
    st.integers(0, 12),
)
def test_windows_keep_every_word_once_and_are_no_longer_than_said(
    lines: list[str], size: int, margin: int
) -> None:
    words = lines_of_letters(lines)
    cut = windows(words, size=size, margin=min(margin, size // 3))
    assert [i for w in cut for i in range(w.kept, w.kept_end)] == list(range(len(words)))
    for window in cut:
        assert window.start <= window.kept < window.kept_end <= window.end
        pieces, shapes, firsts = inputs(words, window, begin=1, close=2)
        assert len(pieces) == len(shapes)
        assert len(firsts) == window.end - window.start
        assert len(pieces) <= size + 2 or window.end - window.start == 1
        assert (pieces[firsts] == words.pieces[words.firsts[window.start : window.end]]).all()


@given(st.lists(st.text("ab ", min_size=1, max_size=30), max_size=12), st.integers(4, 40))
def test_a_passage_that_fits_is_read_in_one_window_and_once(lines: list[str], size: int) -> None:
    words = lines_of_letters(lines)
    cut = windows(words, size=size, margin=size // 4)
    for number in set(words.passages.tolist()):
        (inside,) = np.nonzero(words.passages == number)
        start, end = int(inside[0]), int(inside[-1]) + 1
        if words.firsts[end] - words.firsts[start] <= size:
            (window,) = [w for w in cut if w.start < end and start < w.end]
            assert window.kept <= start
            assert end <= window.kept_end


def test_passages_are_read_together_up_to_the_size() -> None:
    words = lines_of_letters(["abc", "abcd", "ab", "abcdef abc", "a"])
    cut = windows(words, size=7, margin=1)
    assert [(w.kept, w.kept_end) for w in cut][:2] == [(0, 2), (2, 3)]


def test_a_passage_longer_than_a_window_is_read_with_what_stands_around() -> None:
    words = lines_of_letters(["a b c d e f g h i j", "k"])
    assert windows(words, size=6, margin=1) == [
        Window(0, 6, 0, 5), Window(4, 10, 5, 10), Window(10, 11, 10, 11),
    ]  # fmt: skip
