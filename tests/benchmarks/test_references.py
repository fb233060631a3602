"""Pronouns and descriptions: drawn from the gold, kept in a file, resolved and judged."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks import references, references_gold
from benchmarks.__main__ import main
from benchmarks.coreference_resolvers import key
from benchmarks.metrics import Share, Unavailable
from benchmarks.options import Options
from benchmarks.polnear import articles
from benchmarks.reading_file import CHECKOUT
from benchmarks.references_gold import Answer, Form, Reference, form_of
from benchmarks.report import Report

from onrecord.model import Span
from tests.shared import SHARED, needs_shared

TEXT = """\
Mayor Ada Brill spoke in Tarn.

She said the dam holds.

Some experts say that it leaks in some places.

Bo Holm, who wants a new one, said the mayor was wrong. The poll shows that voters agree.
"""
SHE, EXPERTS, WHO, MAYOR, POLL = (
    Span(TEXT.index(words), TEXT.index(words) + len(words))
    for words in ("She", "Some experts", "who", "the mayor", "The poll")
)
BRILL = Span(TEXT.index("Ada"), TEXT.index("Ada") + 9)
LIST = [
    Reference("dam", SHE, Form.HE, Answer.NAMED, BRILL, ("Ada Brill",)),
    Reference("dam", EXPERTS, Form.DESCRIPTION, Answer.NOBODY, reason="crowd"),
    Reference("dam", MAYOR, Form.DESCRIPTION, Answer.NAMED, BRILL, ("Ada Brill",)),
    Reference("dam", POLL, Form.DESCRIPTION, Answer.UNCLEAR, reason="whose?"),
]


def annotated(name: str, text: str, folder: Path, said: dict[str, str]) -> None:
    """Write an article and an attribution for each source."""
    lines = []
    for number, (source, content) in enumerate(said.items()):
        at = text.index(source), text.index(content)
        lines += [
            f"T{number}1\tSource {at[0]} {at[0] + len(source)}\t{source}",
            f"T{number}2\tContent {at[1]} {at[1] + len(content)}\t{content}",
            f"E{number}\tAttribution:T{number}2 Source:T{number}1 Content:T{number}2",
        ]
    (folder / "text" / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "attributions" / f"{name}_one.ann").write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture
def options(tmp_path: Path) -> Options:
    folder = tmp_path / "data" / "polnear" / "dev"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    annotated(
        "dam",
        TEXT,
        folder,
        {
            "She": "the dam holds",
            "Some experts": "it leaks",
            "who": "wants a new one",
            "the mayor": "was wrong",
            "The poll": "voters agree",
            "Bo Holm": "said the mayor",
        },
    )
    many = "\n\n".join(f"She said that {word} fell." for word in "snow hail rain sleet ash".split())
    said = {"She": "snow", "he said that hail": "hail"}
    annotated("snow", many, folder, said)
    return Options(tmp_path / "data")


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    references_gold.write(tmp_path / "answers.csv", LIST)
    return tmp_path / "answers.csv"


def ours(options: Options, answers: Path) -> Report:
    return next(references.measure(options, answers=answers))


# The list -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "source", "form"),
    [
        ("She left.", "She", Form.HE),
        ("They left.", "They", Form.THEY),
        ("Critics and critics left.", "Critics", Form.DESCRIPTION),
        ("Holm left.", "Holm", None),
        ("The Republican nominee left the hall.", "The Republican nominee", Form.DESCRIPTION),
        ("Then the Tarn council left.", "the Tarn council", None),
        ("Then Holm's lawyer left.", "Holm's lawyer", None),
        ("Then the North's lawyer left.", "the North's lawyer", Form.DESCRIPTION),
        ("Then a spokesman for Holm left.", "a spokesman for Holm", Form.DESCRIPTION),
        ("Then his rival, Bo Holm, left.", "his rival, Bo Holm,", None),
    ],
)
def test_a_reference_is_a_pronoun_or_has_no_name(text: str, source: str, form: Form | None) -> None:
    at = text.index(source)
    assert form_of(text, Span(at, at + len(source))) is form


def test_the_draw_is_of_gold_sources_and_the_same_in_any_order(options: Options) -> None:
    gold = list(articles(options.data, "dev"))
    drawn = references_gold.draw(gold, 3, seed=5)
    assert drawn == references_gold.draw(gold[::-1], 3, seed=5)
    assert drawn == sorted(drawn, key=lambda r: (r.article, r.span))
    every = references_gold.draw(gold, 100, seed=1)
    assert [(r.span, r.form) for r in every if r.article == "dam"] == [
        (SHE, Form.HE),
        (EXPERTS, Form.DESCRIPTION),
        (WHO, Form.WHO),
        (MAYOR, Form.DESCRIPTION),
        (POLL, Form.DESCRIPTION),
    ]
    assert all(r.answer is None for r in every)


def test_no_article_has_more_than_its_share(
    options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(references_gold, "PER_ARTICLE", 2)
    drawn = references_gold.draw(articles(options.data, "dev"), 100, seed=1)
    assert sum(r.article == "dam" for r in drawn) == 2


def test_what_is_written_is_read(answers: Path) -> None:
    assert references_gold.read(answers) == LIST
    two = replace(LIST[0], names=("Ada Brill", "Ms. Brill"))
    other = answers.with_name("other.csv")
    references_gold.write(other, [two, replace(LIST[1], answer=None)])
    assert references_gold.read(other) == [two, replace(LIST[1], answer=None)]


def test_answers_are_not_overwritten(answers: Path) -> None:
    with pytest.raises(Unavailable, match="holds answers"):
        references_gold.write(answers, LIST)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("dam,0-3,it,maybe,,,", "'maybe'"),
        ("dam,zero,it,nobody,,,", "pair of offsets"),
        ("dam,0-3,it,named,,,", "has a mention and a name"),
        ("dam,0-3,it,nobody,4-9,Tarn,", "has a mention and a name"),
        ("dam,0-3,she,nobody,,,", "'she'"),
    ],
)
def test_a_list_that_cannot_be_read_says_where(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"{','.join(references_gold.HEADINGS)}\n{line}\n", encoding="utf-8")
    with pytest.raises(Unavailable, match=f"line 2: .*{says}"):
        references_gold.read(path)


# What is measured ---------------------------------------------------------------------


def test_references_are_right_that_mean_whom_the_answer_means(
    options: Options, answers: Path
) -> None:
    report = ours(options, answers)
    figures = dict(report.rows)
    whole = figures["right"]
    assert isinstance(whole, Share)
    assert (whole.of, round(whole.value)) == (3, 100)
    named = figures["somebody named is given"]
    assert isinstance(named, Share)
    assert (named.of, round(named.value)) == (3, 67)
    assert report.notes == ["1 more are unclear and left out"]


def test_whoever_else_is_meant_is_wrong(options: Options, tmp_path: Path) -> None:
    holm = Span(TEXT.index("Bo"), TEXT.index("Bo") + 7)
    wrong = [
        replace(LIST[0], mention=holm, names=("Bo Holm",)),
        replace(LIST[1], answer=Answer.NAMED, mention=holm, names=("Bo Holm",)),
        Reference("dam", MAYOR, Form.DESCRIPTION, Answer.NOBODY),
    ]
    references_gold.write(tmp_path / "wrong.csv", wrong)
    told = tmp_path / "told.md"
    report = next(references.measure(options, answers=tmp_path / "wrong.csv", texts=told))
    whole = dict(report.rows)["right"]
    assert isinstance(whole, Share)
    assert whole.value == 0
    outcomes = {str(row[0]): row[-1] for row in report.grids[0].rows}
    assert outcomes == {
        "the one meant": 0,
        "nobody, rightly": 0,
        "somebody else": 1,
        "nobody, though named": 1,
        "somebody, though nobody is named": 1,
    }
    assert "⟦She⟧ said" in told.read_text("utf-8")
    assert "somebody else: Ada Brill" in told.read_text("utf-8")


def test_baselines_stand_beside_us(options: Options, answers: Path) -> None:
    by_name = {r.system: dict(r.rows) for r in references.measure(options, answers=answers)}
    assert list(by_name) == ["onrecord", "nearest fitting name", "most frequent name"]
    nearest = by_name["nearest fitting name"]["right"]
    assert isinstance(nearest, Share)
    assert round(nearest.value) == 33  # "the mayor" is no Bo Holm, and experts are nobody


def test_chains_of_a_peer_are_judged_alike(options: Options, answers: Path) -> None:
    chains = answers.with_name("chains.json")
    spans = [[s.start, s.end] for s in (BRILL, SHE)]
    chains.write_text(json.dumps({key(TEXT): [spans]}), encoding="utf-8")
    *_, peer = references.measure(options, answers=answers, chains=chains)
    figures = dict(peer.rows)
    assert peer.system == "NeuralCoref 4.0"
    whole, he = figures["right"], figures["right, he, she"]
    assert isinstance(whole, Share)
    assert isinstance(he, Share)
    assert (round(whole.value), he.value) == (67, 100)
    with pytest.raises(Unavailable, match="no chains at"):
        list(references.measure(options, answers=answers, chains=chains.with_name("none.json")))
    chains.write_text("{}", encoding="utf-8")
    with pytest.raises(Unavailable, match="has no chains of dam"):
        list(references.measure(options, answers=answers, chains=chains))


def test_a_list_of_other_articles_is_told(options: Options, tmp_path: Path) -> None:
    references_gold.write(tmp_path / "other.csv", [replace(LIST[0], article="ship")])
    with pytest.raises(Unavailable, match=r"ship of .* is not in PolNeAR dev"):
        ours(options, tmp_path / "other.csv")


# The command --------------------------------------------------------------------------


def test_a_list_is_drawn_to_be_read(options: Options, tmp_path: Path) -> None:
    read = tmp_path / "read.md"
    data = ["--data", str(options.data), "--sample", "9"]
    assert main(["references", *data, "--texts", str(read)]) == 0
    assert "⟦The poll⟧ shows" in read.read_text("utf-8")
    drawn = references_gold.read(tmp_path / "read.answers.csv")
    assert len(drawn) == 7
    assert not any(word in (tmp_path / "read.answers.csv").read_text() for word in ("poll", "She"))
    assert main(["references", *data, "--texts", str(CHECKOUT / "read.md")]) == 2
    assert not (CHECKOUT / "read.md").exists()


def test_the_texts_for_a_peer_are_written_outside(
    options: Options, answers: Path, tmp_path: Path
) -> None:
    path = tmp_path / "texts.json"
    list(references.measure(options, answers=answers, peer_texts=path))
    assert json.loads(path.read_text("utf-8")) == [TEXT]
    with pytest.raises(Unavailable, match="elsewhere"):
        list(references.measure(options, answers=answers, peer_texts=CHECKOUT / "texts.json"))


@pytest.mark.parametrize(("split", "size", "seed"), [("dev", 200, 1), ("train", 200, 7)])
@pytest.mark.shared
@needs_shared[1]
def test_our_lists_are_what_is_drawn_and_every_answer_has_its_name(
    split: str, size: int, seed: int
) -> None:
    ours_ = references_gold.read(references.answers_of(split))
    gold = list(articles(SHARED / "data", split))
    drawn = references_gold.draw(gold, size, seed)
    assert [(r.article, r.span, r.form) for r in ours_] == [
        (r.article, r.span, r.form) for r in drawn
    ]
    text = {a.article.id: a.article.text for a in gold}
    for reference in ours_:
        assert reference.answer
        if reference.mention:
            assert reference.mention.of(text[reference.article]) == reference.names[0]
