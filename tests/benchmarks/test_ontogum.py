"""OntoGUM's format, on an invented report, and the real files where there are any."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from benchmarks import ontogum
from benchmarks.metrics import Unavailable

from onrecord.model import Form, Span
from tests.shared import SHARED, needs_shared

DAM = [
    ("The", "(1"),
    ("mayor", "_"),
    ("of", "_"),
    ("Tarn", "(2)1)"),
    (",", "_"),
    ("Ada", "(3"),
    ("Brill", "3)"),
    (",", "_"),
    ("does", "_"),
    ("n't", "_"),
    ("trust", "_"),
    ("her", "(4(3)"),
    ("own", "_"),
    ("dam", "4)"),
    (":", "_"),
    ('"', "_"),
    ("Tarn", "(2"),
    ("'s", "2)"),
    ("well", "_"),
    ("-", "_"),
    ("known", "_"),
    ("dam", "(4)"),
    ('"', "_"),
    (".", "_"),
]
MAP = """\
#FormattedTitle\tURLTitle\tWikidataID\tDateUpdated
Ada_Brill\tAda_Brill\tQ1\t2030-01-02
Tarn%2C_Old\tTarn\tQ3\t2030-01-02
Tarn\tTarn\tQ2\t2030-01-02
Dam\tDam\tNone\t2030-01-02
"""


def file(path: Path, rows: list[tuple[str, str]]) -> None:
    lines = (f"{i}\t{token}\t{chains}\n" for i, (token, chains) in enumerate(rows))
    path.write_text(f"# begin document \n{''.join(lines)}# end document\n", encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "gum" / "ontogum"
    folder.mkdir(parents=True)
    file(folder / "GUM_news_dam.conll", DAM)
    file(folder / "GUM_news_nasa.conll", [*DAM[:1], ("end", "1)")])
    file(folder / "GUM_bio_brill.conll", DAM)
    (tmp_path / "gum" / "wiki_map.tab").write_text(MAP, encoding="utf-8")
    return tmp_path


def test_tokens_stand_in_a_text_as_it_is_printed(data: Path) -> None:
    (one,) = ontogum.documents(data, "train")
    assert one.text == (
        "The mayor of Tarn, Ada Brill, doesn't trust her own dam: \"Tarn's well-known dam\"."
    )
    assert [t.of(one.text) for t in one.tokens] == [token for token, _ in DAM]


def test_mentions_of_one_entity_are_a_chain(data: Path) -> None:
    (one,) = ontogum.documents(data, "train")
    assert {c.id: [m.span.of(one.text) for m in c.mentions] for c in one.chains} == {
        "1": ["The mayor of Tarn"],
        "2": ["Tarn", "Tarn's"],
        "3": ["Ada Brill", "her"],
        "4": ["her own dam", "dam"],
    }
    assert one.mentions[0].span == Span(0, 17)
    assert [m.chain for m in one.mentions] == ["1", "2", "3", "4", "3", "2", "4"]


def test_the_form_of_a_mention_is_told_by_its_words(data: Path) -> None:
    (one,) = ontogum.documents(data, "train")
    forms = {m.span.of(one.text): m.form for m in one.mentions}
    assert forms == {
        "The mayor of Tarn": Form.DESCRIPTION,
        "Tarn": Form.NAME,
        "Tarn's": Form.NAME,
        "Ada Brill": Form.NAME,
        "her": Form.PRONOUN,
        "her own dam": Form.DESCRIPTION,
        "dam": Form.DESCRIPTION,
    }
    assert ontogum.form("Water", {"water"}) is Form.DESCRIPTION


def test_an_entity_has_the_item_of_its_own_name_or_none(data: Path) -> None:
    (one,) = ontogum.documents(data, "train")
    assert [c.wikidata for c in one.chains] == [None, "Q2", "Q1", None]
    assert ontogum.wikidata(data) == {"Ada Brill": "Q1", "Tarn, Old": "Q3", "Tarn": "Q2"}


def test_splits_and_genres_are_kept_apart(data: Path) -> None:
    assert [d.id for d in ontogum.documents(data, "train")] == ["GUM_news_dam"]
    assert [d.id for d in ontogum.documents(data, "test")] == ["GUM_news_nasa"]
    both = ontogum.documents(data, "train", genres=("bio", "news"))
    assert [(d.id, d.genre) for d in both] == [("GUM_bio_brill", "bio"), ("GUM_news_dam", "news")]


def test_what_is_not_there_is_one_line_with_a_cure(data: Path, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="news in OntoGUM dev: ask for"):
        list(ontogum.documents(data, "dev"))
    (data / "gum" / "wiki_map.tab").unlink()
    with pytest.raises(Unavailable, match="--data"):
        list(ontogum.documents(data, "train"))
    with pytest.raises(Unavailable, match="--data"):
        list(ontogum.documents(tmp_path / "none", "train"))


@pytest.mark.parametrize("rows", [[("a", "1)")], [("a", "(1"), ("b", "_")]])
def test_brackets_that_do_not_match_are_told(data: Path, rows: list[tuple[str, str]]) -> None:
    file(data / "gum" / "ontogum" / "GUM_news_dam.conll", rows)
    with pytest.raises(Unavailable, match="chain 1 do not match"):
        list(ontogum.documents(data, "train"))


@pytest.mark.shared
@needs_shared[1]
def test_the_real_files_are_read_whole() -> None:
    genres = ("bio", "interview", "news", "speech")
    read = [
        list(ontogum.documents(SHARED / "data", split, genres=genres))
        for split in ("train", "dev", "test")
    ]
    every = [document for documents in read for document in documents]
    assert [len(documents) for documents in read] == [48, 6, 7]
    assert Counter(d.genre for d in every) == {"bio": 20, "interview": 19, "speech": 15, "news": 7}
    assert sum(len(d.tokens) for d in every) == 57_428
    assert sum(len(d.chains) for d in every) == 1_734
    assert sum(len(d.mentions) for d in every) == 7_725
    for document in every:
        edges = {t.start for t in document.tokens}, {t.end for t in document.tokens}
        assert all(m.span.start in edges[0] and m.span.end in edges[1] for m in document.mentions)
        assert all(one.end <= other.start for one, other in pairwise(document.tokens))
