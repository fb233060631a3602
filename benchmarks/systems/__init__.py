"""What is measured: anything that reads an article and says who said what.

onrecord itself, with each of its extractors, and two peers, which need the extra [bench].
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from rich.console import Console
from rich.progress import track

from benchmarks.metrics import Unavailable
from onrecord.errors import WeightsError
from onrecord.model import (
    Act,
    Aspect,
    ExtractorName,
    Factuality,
    Kind,
    Span,
    Spans,
    TellerKind,
)
from onrecord.statement import Extractor


@dataclass(frozen=True, slots=True)
class Article:
    """What a system is given. `date` is as the data set writes it."""

    id: str
    text: str
    title: str | None = None
    date: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class PredictedTeller:
    """Somebody between outlet and speaker, by all names; `named` is false for a description."""

    kind: TellerKind
    names: tuple[str, ...]
    named: bool


@dataclass(frozen=True, slots=True)
class Predicted:
    """One statement found; offsets are of `Output.text`.

    `speaker` is the resolved name and `aliases` the other names the system has for that
    speaker; `named` is false where that is a description ("a senior official"). `others` has
    all names of each who answers for the words beside the speaker: the body that a spokesman
    speaks for, the two who speak together. `said` is the first and last day of the interval
    the words were said in. `addressees` has all names of each. `parent` is the number of the
    reporting statement in `Output.statements`. `act` and `confidence` (0 to 1) are None where
    the system tells none. `circumstances` are an aspect, a kind and the words for it; `through`
    is everybody between outlet and speaker, outermost first.
    """

    content: Spans
    cue: Spans
    source: Spans
    kind: Kind
    speaker: str | None = None
    aliases: tuple[str, ...] = ()
    named: bool = True
    others: tuple[tuple[str, ...], ...] = ()
    addressees: tuple[tuple[str, ...], ...] = ()
    said: tuple[str, str] | None = None
    parent: int | None = None
    act: Act | None = None
    confidence: float | None = None
    addressee: Spans = ()
    factuality: Factuality = Factuality.MADE
    circumstances: tuple[tuple[Aspect, str, Span], ...] = ()
    through: tuple[PredictedTeller, ...] = ()

    def having(self, aspect: Aspect) -> list[tuple[Aspect, str, Span]]:
        return [one for one in self.circumstances if one[0] is aspect]


@dataclass(frozen=True, slots=True)
class Output:
    """What a system found in one article, and the passages it failed on."""

    text: str
    statements: tuple[Predicted, ...]
    failures: int = 0

    @property
    def outer(self) -> list[Predicted]:
        """The statements that no other reports: PolNeAR annotates no others."""
        return [s for s in self.statements if s.parent is None]


class System(Protocol):
    @property
    def name(self) -> str:
        """The name and version that a report prints."""

    def read(self, article: Article) -> Output: ...


OURS = {
    "onrecord": ExtractorName.STRUCTURAL,
    "onrecord-fast": ExtractorName.FAST,
    "onrecord-accurate": ExtractorName.ACCURATE,
}
"""The extractor of each of our own systems."""
NAMES = (*OURS, "textacy", "spacy-dep")

WARM_UP = Article(
    id="warm-up",
    text='The bridge is safe, engineer Ada Brill said on Monday.\n\n"Come and see," she added.',
)


def system(name: str) -> System:
    """Return a system, loaded and warm.

    Raises:
        Unavailable: when its packages are not installed.
    """
    built = _ours(name) if name in OURS else _peers()[name]()
    built.read(WARM_UP)
    return built


def fitted_on(name: str) -> str | None:
    """Return the part of PolNeAR that a system's confidence was fitted on, if it gives one."""
    if name not in OURS:
        return None
    return "train" if OURS[name] is ExtractorName.STRUCTURAL else "dev"


def our_extractor(name: str) -> Extractor:
    """Return the extractor of one of our own systems.

    Raises:
        Unavailable: when its packages or weights are not there.
    """
    from onrecord.pipeline import named_extractor

    try:
        return named_extractor(OURS[name])
    except WeightsError as error:
        raise Unavailable(str(error)) from error


def _ours(name: str) -> System:
    from benchmarks.systems.onrecord_path import Onrecord

    return Onrecord(our_extractor(name))


def _peers() -> dict[str, Callable[[], System]]:
    def textacy() -> System:
        from benchmarks.systems.textacy_quotes import Textacy

        return Textacy()

    def spacy_dep() -> System:
        from benchmarks.systems.spacy_dep import SpacyDep

        return SpacyDep()

    return {"textacy": textacy, "spacy-dep": spacy_dep}


@dataclass(frozen=True, slots=True)
class Run:
    """The outputs of a system in the order of the articles, and how long it took."""

    outputs: tuple[Output, ...]
    words: int
    seconds: float

    @property
    def speed(self) -> float:
        """Seconds per 1,000 words."""
        return 1_000 * self.seconds / self.words if self.words else 0.0

    @property
    def failures(self) -> int:
        return sum(output.failures for output in self.outputs)


def run(measured: System, articles: Sequence[Article]) -> Run:
    """Read every article once, one after the other; articles with the same text are read once."""
    known: dict[str, Output] = {}
    seconds = 0.0
    words = 0
    for article in track(
        articles,
        description=measured.name,
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    ):
        if article.text in known:
            continue
        start = time.perf_counter()
        known[article.text] = measured.read(article)
        seconds += time.perf_counter() - start
        words += len(article.text.split())
    return Run(tuple(known[a.text] for a in articles), words, seconds)


def same_text(article: Article, output: Output) -> Output:
    """Return the output, sure that its offsets are of the article's own text.

    Raises:
        Unavailable: when they are not: then nothing can be scored against a gold standard.
    """
    if output.text != article.text:
        raise Unavailable(f"the text of {article.id} came back changed: nothing to score")
    return output
