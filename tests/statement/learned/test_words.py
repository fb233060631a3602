"""Words, windows and what is kept of each, with a tokenizer made for the test."""

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from onrecord.model import Span
from onrecord.statement.learned.windows import inputs, windows
from onrecord.statement.learned.words import read_words


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


@given(
    st.lists(st.text("abcé ", min_size=1, max_size=30), max_size=12),
    st.integers(4, 40),
    st.integers(0, 12),
)
def test_windows_keep_every_word_once_and_are_no_longer_than_said(
    lines: list[str], size: int, margin: int
) -> None:
    text = "\n".join(lines)
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    words = read_words(letters(), text, spans)
    cut = windows(words, size=size, margin=min(margin, size // 3))
    assert [i for w in cut for i in range(w.kept, w.kept_end)] == list(range(len(words)))
    for window in cut:
        assert window.start <= window.kept < window.kept_end <= window.end
        pieces, shapes, firsts = inputs(words, window, begin=1, close=2)
        assert len(pieces) == len(shapes)
        assert len(firsts) == window.end - window.start
        assert len(pieces) <= size + 2 or window.end - window.start == 1
        assert (pieces[firsts] == words.pieces[words.firsts[window.start : window.end]]).all()
