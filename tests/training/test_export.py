"""From a network to files: the same scores, nothing idle, and no file too large."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs torch: training/requirements.txt")
transformers = pytest.importorskip("transformers", reason="training needs transformers")

from tokenizers import Tokenizer, models, pre_tokenizers  # noqa: E402
from training.attribution.export import export, set_confidence  # noqa: E402
from training.attribution.figures import network, settings  # noqa: E402
from training.attribution.model import Tagger  # noqa: E402
from training.attribution.slim import slim  # noqa: E402

from onrecord.errors import WeightsError  # noqa: E402
from onrecord.statement.learned.confidence import UNCALIBRATED  # noqa: E402
from onrecord.statement.learned.weights import load_model, version_of  # noqa: E402

WORDS = ["<s>", "[unused0]", "</s>", "[UNK]", "[unused1]", "the", "bridge", "is", "safe", "said"]
LENGTHS = (5, 48, 254)


def pieces(length: int) -> np.ndarray:
    """Return a window of that length, of pieces that a text can have."""
    there = [n for n, word in enumerate(WORDS) if "unused" not in word]
    return np.random.default_rng(length).choice(there, length)


def encoder(kind: str) -> Any:
    config = {
        "vocab_size": len(WORDS),
        "hidden_size": 32,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "intermediate_size": 64,
        "max_position_embeddings": 300,
    }
    if kind == "mpnet":
        made = transformers.MPNetModel(transformers.MPNetConfig(**config))
    else:
        made = transformers.BertModel(transformers.BertConfig(**config))
    made.pooler = None
    for parameter in made.parameters():  # what is all zeros at the start would hide a mistake
        torch.nn.init.normal_(parameter, std=0.2)
    return made


@pytest.fixture(scope="module", params=["mpnet", "bert"])
def tagger(request: pytest.FixtureRequest) -> Tagger:
    torch.manual_seed(0)
    made = Tagger(encoder(request.param)).eval()
    torch.nn.init.normal_(made.shapes.weight)
    return made


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    vocabulary = {word: number for number, word in enumerate(WORDS)}
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    made.add_special_tokens(["<s>", "</s>"])
    path = tmp_path_factory.mktemp("tokenizer") / "tokenizer.json"
    made.save(str(path))
    return path


def write(tagger: Tagger, tokenizer: Path, folder: Path, **how: Any) -> Path:
    with_ = settings(tagger, size=256, margin=32, ends=(0, 2))
    export(tagger, tokenizer, with_, folder, **how)
    return folder


def renumbered(folder: Path, old: np.ndarray) -> np.ndarray:
    """Return the same pieces by the numbers of the exported tokenizer."""
    new = Tokenizer.from_file(str(folder / "tokenizer.json"))
    return np.asarray([new.token_to_id(WORDS[number]) for number in old])


@pytest.mark.parametrize("length", LENGTHS)
def test_the_graph_scores_as_the_network_does_whatever_the_length(
    tagger: Tagger, tokenizer: Path, tmp_path: Path, length: int
) -> None:
    folder = write(tagger, tokenizer, tmp_path, int8=False)
    window, shapes = pieces(length), np.arange(length) % 12
    loaded = load_model(folder)
    expected = network(tagger)(window, shapes)
    for found, told in zip(
        loaded.network(renumbered(folder, window), shapes), expected, strict=True
    ):
        assert np.abs(found - told).max() < 1e-5


def test_int8_scores_nearly_the_same(tagger: Tagger, tokenizer: Path, tmp_path: Path) -> None:
    folder = write(tagger, tokenizer, tmp_path)
    window, shapes = pieces(254), np.arange(254) % 12
    found, _ = load_model(folder).network(renumbered(folder, window), shapes)
    told, _ = network(tagger)(window, shapes)
    assert np.abs(found - told).mean() < 0.02 * told.std()


def test_pieces_that_no_text_has_are_gone_and_the_network_as_it_was(
    tagger: Tagger, tokenizer: Path
) -> None:
    with_ = settings(tagger, size=256, margin=32, ends=(0, 2))
    made, text, told = slim(tagger, tokenizer.read_text("utf-8"), with_)
    assert json.loads(text)["model"]["vocab"] == {
        word: number for number, word in enumerate(w for w in WORDS if "unused" not in w)
    }
    assert (told.begin, told.close) == (0, 1)
    assert made.encoder.get_input_embeddings().num_embeddings == len(WORDS) - 2
    assert tagger.encoder.get_input_embeddings().num_embeddings == len(WORDS)
    words = Tokenizer.from_str(text).encode(
        "the bridge unused0 [unused0]", add_special_tokens=False
    )
    assert words.tokens[:2] == ["the", "bridge"]
    assert set(words.tokens[2:]) == {"[UNK]"}


def test_weights_of_a_large_graph_go_into_files_of_the_size_that_is_asked(
    tagger: Tagger, tokenizer: Path, tmp_path: Path
) -> None:
    whole = write(tagger, tokenizer, tmp_path / "whole")
    parts = write(tagger, tokenizer, tmp_path / "parts", largest=8_192)
    assert not list(whole.glob("*.bin"))
    sizes = [path.stat().st_size for path in parts.glob("weights-*.bin")]
    assert len(sizes) > 1
    assert max(sizes) <= 16_384, "the largest tensor"
    window, shapes = pieces(48), np.arange(48) % 12
    one, many = load_model(whole), load_model(parts)
    for a, b in zip(one.network(window % 8, shapes), many.network(window % 8, shapes), strict=True):
        assert np.array_equal(a, b)


def test_each_file_of_weights_is_missed(tagger: Tagger, tokenizer: Path, tmp_path: Path) -> None:
    write(tagger, tokenizer, tmp_path, largest=8_192)
    for path in sorted(tmp_path.glob("weights-*.bin")):
        kept = path.read_bytes()
        path.unlink()
        with pytest.raises(WeightsError, match=f"{path.name}: no weights"):
            load_model(tmp_path)
        path.write_bytes(kept[:-1])
        with pytest.raises(WeightsError, match=f"{path.name}: damaged weights"):
            load_model(tmp_path)
        path.write_bytes(kept)
    assert load_model(tmp_path)


def test_files_of_another_export_do_not_stay(
    tagger: Tagger, tokenizer: Path, tmp_path: Path
) -> None:
    write(tagger, tokenizer, tmp_path, largest=8_192)
    write(tagger, tokenizer, tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == {"tagger.onnx", "tokenizer.json", "model.json"}


def test_the_version_is_that_of_the_weights(
    tagger: Tagger, tokenizer: Path, tmp_path: Path
) -> None:
    before = load_model(write(tagger, tokenizer, tmp_path)).version
    assert load_model(write(tagger, tokenizer, tmp_path, facts={"data": "other"})).version == before
    other = deepcopy(tagger)
    with torch.no_grad():
        other.tags.weight[0, 0] += 1
    assert load_model(write(other, tokenizer, tmp_path)).version != before


@pytest.mark.parametrize(
    "learned", ["steps", "starts", "distance", "nobody", "size", "margin", "close", "confidence"]
)
def test_the_version_tells_all_that_was_learned_beside_the_graph(
    tagger: Tagger, tokenizer: Path, tmp_path: Path, learned: str
) -> None:
    described = json.loads((write(tagger, tokenizer, tmp_path) / "model.json").read_bytes())
    before = described["version"]
    assert version_of(described) == before
    value = np.asarray(described[learned])
    value.flat[0] += 1
    assert version_of({**described, learned: value.tolist()}) != before


def test_another_calibration_leaves_all_else(
    tagger: Tagger, tokenizer: Path, tmp_path: Path
) -> None:
    write(tagger, tokenizer, tmp_path, largest=8_192)
    before = load_model(tmp_path)
    other = tuple(weight + 1 for weight in UNCALIBRATED)
    set_confidence(tmp_path, other)
    after = load_model(tmp_path)
    assert after.confidence == other
    assert after.version != before.version
    assert np.array_equal(after.settings.steps, before.settings.steps)
