"""What is read in windows, put together: runs and how sure they are."""

import numpy as np
from tokenizers import Tokenizer, models, pre_tokenizers

from onrecord.model import Span
from onrecord.statement.learned.decoding import TAGS, begin_tag
from onrecord.statement.learned.linking import BUCKETS, LinkWeights
from onrecord.statement.learned.reading import Floats, Network, Settings, read
from onrecord.statement.learned.words import Ints, read_words

BEGIN, CLOSE, UNKNOWN, SAID, OTHER = range(5)


def settings() -> Settings:
    tags = len(TAGS)
    return Settings(
        size=32,
        margin=4,
        begin=BEGIN,
        close=CLOSE,
        steps=np.zeros((tags, tags), dtype=np.float32),
        starts=np.zeros(tags, dtype=np.float32),
        links=LinkWeights(np.zeros((2, BUCKETS), np.float32), np.zeros(2, np.float32)),
    )


def network(other: float) -> Network:
    """A network that takes "said" for a cue, and any other word for none as surely as told."""

    def run(pieces: Ints, _: Ints) -> tuple[Floats, Floats]:
        scores = np.zeros((len(pieces), len(TAGS)), dtype=np.float32)
        scores[pieces == SAID, begin_tag("cue")] = 5
        scores[pieces == OTHER, 0] = other
        return scores, np.zeros((len(pieces), 8), dtype=np.float32)

    return run


def sure(text: str, other: float) -> list[float]:
    tokenizer = Tokenizer(
        models.WordLevel({"?": UNKNOWN, "said": SAID, "other": OTHER}, unk_token="?")
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return read(read_words(tokenizer, text, spans), network(other), settings()).sure


def test_a_run_is_as_sure_as_the_word_after_it() -> None:
    assert sure("said other", 0.5) < sure("said other", 9.0)


def test_what_stands_in_the_next_passage_makes_nothing_surer() -> None:
    assert sure("said\nother", 0.5) == sure("said\nother", 9.0) == sure("said", 0.0)
