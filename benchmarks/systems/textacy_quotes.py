"""textacy's direct quotations, paragraph by paragraph, as its documentation advises."""

from __future__ import annotations

from typing import Any

from benchmarks.metrics import Unavailable
from benchmarks.systems import Article, Output, Predicted
from benchmarks.systems.spacy_model import load, paragraphs
from onrecord.model import Kind, Span, Spans


class Textacy:
    """`textacy.extract.direct_quotations`; a paragraph it raises on is counted as a failure."""

    def __init__(self) -> None:
        try:
            import textacy
            from textacy.extract import direct_quotations
        except ImportError as error:
            raise Unavailable(
                "textacy is not installed: install onrecord with the extra [bench]"
            ) from error
        self._nlp = load()
        self._quotations: Any = direct_quotations
        self.name = f"textacy {textacy.__version__}"

    def read(self, article: Article) -> Output:
        found: list[Predicted] = []
        failures = 0
        for at, paragraph in paragraphs(article.text):
            doc = self._nlp(paragraph)
            try:
                quotes = list(self._quotations(doc))
            except ValueError:  # an odd number of marks
                failures += 1
                continue
            found += [
                Predicted(
                    content=_span(at, quote.content),
                    cue=_span(at, quote.cue),
                    source=_span(at, quote.speaker),
                    kind=Kind.DIRECT,
                    speaker=" ".join(token.text for token in quote.speaker) or None,
                )
                for quote in quotes
            ]
        return Output(article.text, tuple(found), failures)


def _span(at: int, tokens: Any) -> Spans:
    listed = list(tokens)
    if not listed:
        return ()
    last = listed[-1]
    return (Span(at + listed[0].idx, at + last.idx + len(last.text)),)
