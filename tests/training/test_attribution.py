"""A model trained on a few invented sentences: the whole way from labels to statements."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

torch = pytest.importorskip("torch", reason="training needs torch: training/requirements.txt")
transformers = pytest.importorskip("transformers", reason="training needs transformers")

from benchmarks.polnear import Attribution  # noqa: E402
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors  # noqa: E402
from training.attribution.augment import renamed, with_marks  # noqa: E402
from training.attribution.data import Text, label, label_all  # noqa: E402
from training.attribution.edits import edited  # noqa: E402
from training.attribution.export import export  # noqa: E402
from training.attribution.figures import measure, network, settings  # noqa: E402
from training.attribution.teacher import lesson, load_lessons, save  # noqa: E402
from training.attribution.train import Recipe, ends, load, teacher_loss, train  # noqa: E402

from onrecord.document import read_document  # noqa: E402
from onrecord.errors import WeightsError  # noqa: E402
from onrecord.model import Capture, Document, Span  # noqa: E402
from onrecord.statement.learned import LearnedExtractor  # noqa: E402
from onrecord.statement.learned.decoding import runs  # noqa: E402
from onrecord.statement.learned.weights import load_model  # noqa: E402

SOURCES = ("Ada Brill", "the engineer", "Mayor Odo Senn", "a spokesman")
CONTENTS = ("the bridge is safe", "the water will rise by May", "nobody was hurt")
CUES = ("said", "told us")


def text_of(source: str, cue: str, content: str, *, quoted: bool) -> Text:
    said = f'"{content.capitalize()},"' if quoted else content.capitalize() + ","
    words = f"It rained in Tarn. {said} {source} {cue}. The square was full."
    start, who, by = words.index(said), words.index(source), words.index(cue)
    end = start + len(said) - (not quoted)
    one = Attribution(
        (Span(start, end),), (Span(by, by + len(cue)),), (Span(who, who + len(source)),)
    )
    return Text(f"{source}-{cue}", words, (one,))


TEXTS = [
    text_of(source, cue, content, quoted=quoted)
    for source in SOURCES
    for cue in CUES
    for content in CONTENTS
    for quoted in (True, False)
]


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a tiny encoder of random weights and a tokenizer of our own words."""
    folder = tmp_path_factory.mktemp("encoder")
    words = sorted({w for t in TEXTS for w in pieces(t.text)})
    vocabulary = {p: i for i, p in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *words])}
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    made.save(str(folder / "tokenizer.json"))
    config = transformers.BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=64,
    )
    torch.manual_seed(0)
    transformers.BertModel(config).save_pretrained(folder)
    return folder


def pieces(text: str) -> list[str]:
    return [w for w, _ in pre_tokenizers.BertPreTokenizer().pre_tokenize_str(text.lower())]


@pytest.fixture(scope="module")
def trained(encoder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a model that knows our sentences by heart."""
    folder = tmp_path_factory.mktemp("model")
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    torch.set_num_threads(1)  # the steps are too small to share
    recipe = Recipe(
        epochs=12, size=48, margin=8, count=8, rate=4e-3, head_rate=4e-3, augment=False,
        freeze=False,
    )  # fmt: skip
    labelled = label_all(tokenizer, TEXTS)
    train(encoder, tokenizer, TEXTS, labelled[:8], recipe, folder / "run")
    model, kept = load(encoder, folder / "run" / "epoch12.pt")
    with_ = settings(model, size=kept.size, margin=kept.margin, ends=ends(tokenizer))
    assert measure(labelled, network(model), with_)["relation"] > 95
    for name, int8 in (("int8", True), ("plain", False)):
        export(model, encoder / "tokenizer.json", with_, folder / name, int8=int8)
    return folder


def test_a_small_model_learns_what_a_larger_one_says_of_news_without_labels(
    encoder: Path, trained: Path, tmp_path: Path
) -> None:
    teacher = load_model(trained / "plain")
    bare = [Text(t.name + str(i), t.text, ()) for i, t in enumerate(TEXTS)]
    lessons = [lesson(teacher, text, annotate=True) for text in bare]
    save(lessons, tmp_path / "lessons.npz")
    kept = load_lessons(tmp_path / "lessons.npz")
    assert [one.text for one in kept] == [one.text for one in lessons]
    assert [len(one.text.attributions) for one in kept] == [1] * len(TEXTS)
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    recipe = Recipe(
        epochs=12, size=48, margin=8, count=8, rate=4e-3, head_rate=4e-3, augment=False,
        freeze=False,
    )  # fmt: skip
    texts = [one.text for one in kept]
    labelled = label_all(tokenizer, TEXTS)
    model = train(encoder, tokenizer, texts, labelled[:8], recipe, tmp_path, lessons=kept)
    with_ = settings(model, size=recipe.size, margin=recipe.margin, ends=ends(tokenizer))
    assert measure(labelled, network(model), with_)["relation"] > 95


def test_training_that_was_interrupted_gives_the_same_weights(
    encoder: Path, tmp_path: Path
) -> None:
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    recipe = Recipe(epochs=2, size=48, margin=8, count=8, rate=4e-3)
    dev = label_all(tokenizer, TEXTS[:2])
    whole = train(encoder, tokenizer, TEXTS, dev, recipe, tmp_path / "whole")
    first = tmp_path / "whole" / "epoch1.pt"
    resumed = train(encoder, tokenizer, TEXTS, dev, recipe, tmp_path / "rest", resume=first)
    for name, weights in whole.state_dict().items():
        assert torch.equal(weights, resumed.state_dict()[name]), name


def test_a_teacher_is_matched_where_the_shares_are_the_same() -> None:
    scores = torch.tensor([[2.0, 0.0, -1.0], [0.0, 3.0, 1.0]])
    assert float(teacher_loss(scores, scores + 5)) == pytest.approx(0, abs=1e-6)
    assert float(teacher_loss(scores, scores.flip(1))) > 1


def document(text: str) -> Document:
    data = text.encode()
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    return read_document(
        Capture("0" * 64, data, "text/plain", "utf-8", "utf-8", "a.txt", None, moment)
    )


@pytest.mark.parametrize("name", ["plain", "int8"])
def test_what_was_learned_is_found(trained: Path, name: str) -> None:
    page = document(TEXTS[0].text)
    (first,) = LearnedExtractor(trained / name).extract(page).statements
    assert first.source[0].of(page.text) == "Ada Brill"
    assert first.cue[0].of(page.text) == "said"
    assert first.content[0].of(page.text) == "The bridge is safe,"
    assert first.kind == "direct"
    assert 0.5 < first.confidence <= 1


def test_threads_change_nothing(trained: Path) -> None:
    page = document("\n\n".join(t.text for t in TEXTS))
    one, two = (LearnedExtractor(trained / "int8", threads=n) for n in (1, 2))
    assert one.extract(page) == two.extract(page)


def test_a_window_reads_the_same_whatever_is_read_before(trained: Path) -> None:
    pages = [document(t.text) for t in TEXTS[:8]]
    extractor = LearnedExtractor(trained / "int8")
    forward = [extractor.extract(p) for p in pages]
    backward = [extractor.extract(p) for p in reversed(pages)]
    assert forward == backward[::-1]


@pytest.mark.parametrize("text", ["", "…", "Она сказала: «Мост цел».", "橋は安全だ", "a" * 3_000])
def test_other_scripts_and_nothing_come_through(trained: Path, text: str) -> None:
    page = document("Tarn. " + text)
    for statement in LearnedExtractor(trained / "int8").extract(page).statements:
        assert all(s.of(page.text) for s in statement.content)


def test_missing_and_damaged_weights_name_the_cure(trained: Path, tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="reinstall"):
        LearnedExtractor(tmp_path)
    for path in (trained / "int8").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(WeightsError, match=r"damaged weights.*reinstall"):
        LearnedExtractor(tmp_path)


def test_labels_are_the_annotations(encoder: Path) -> None:
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    for text in TEXTS:
        made = label(tokenizer, text)
        assert runs(made.tags, made.words.passages) == made.runs
        (one,) = text.attributions
        spans = {r.role: made.words.span(r.start, r.end) for r in made.runs}
        assert spans == {"content": one.content[0], "cue": one.cue[0], "source": one.source[0]}
        assert len(made.links) == 2


def test_other_marks_move_the_annotations_with_them() -> None:
    (quoted,) = (t for t in TEXTS[:1])
    for opening, closing in (("«", "»"), ("''", "''"), ("", "")):
        changed = with_marks(quoted, opening, closing)
        (one,) = changed.attributions
        assert one.content[0].of(changed.text) == f"{opening}The bridge is safe,{closing}"
        assert one.source[0].of(changed.text) == "Ada Brill"


def test_a_name_is_replaced_throughout() -> None:
    changed = renamed(TEXTS[0], ["Ada", "Brill"], Random(3))
    (one,) = changed.attributions
    assert set(one.source[0].of(changed.text).split()) <= {"Ada", "Brill"}


def test_edits_at_both_ends_of_a_span_stay_in_it() -> None:
    text = Text("a", "x abc y", (Attribution((Span(2, 5),), (), ()),))
    changed = edited(text, [(2, 3, "AA"), (4, 5, "CC"), (0, 1, "")])
    assert changed.attributions[0].content[0].of(changed.text) == "AAbCC"
