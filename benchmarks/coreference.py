"""Coreference on OntoGUM: chains of mentions, and whom the subjects of speech verbs mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import coreference_scores as scores
from benchmarks import ontogum
from benchmarks.coreference_resolvers import Resolver, resolvers, write_texts
from benchmarks.metrics import Score, Share, Tally, score, share
from benchmarks.ontogum import Chain, Coreferent
from benchmarks.options import Options
from benchmarks.polnear_relations import head
from benchmarks.report import Report
from benchmarks.systems import Article
from benchmarks.systems.onrecord_path import capture
from onrecord.document import read_document
from onrecord.model import (
    Act,
    Document,
    Entity,
    Form,
    Kind,
    Mention,
    Part,
    Span,
    Statement,
    statement_id,
)
from onrecord.statement import StructuralExtractor

OTHERS = ("bio", "interview", "speech")
PARTS = ("whole", "named", "people")
RULE = (
    "mentions are the same if their head words are; entities of one mention are left out; whole: "
    "all chains; named: of chains with a name, the names and the subjects of speech verbs; "
    "people: of these, chains with I, he, she or who, and no mention outside them"
)
PERSONAL = frozenset("i me my he him his she her hers who".split())
VERBS = frozenset(
    "said says told tells asked asks added adds wrote writes announced announces explained "
    "explains claimed claims argued argues stated states noted notes replied replies reported "
    "reports warned warns suggested suggests believes believed thinks thought concluded "
    "confirmed confirms insisted insists".split()
)


def measure(
    options: Options, *, chains: Path | None = None, peer_texts: Path | None = None
) -> Iterator[Report]:
    """Yield a report on news, where a split has any, and one on the other genres, by resolver.

    `chains` are those of a peer; `peer_texts` is where the texts that it is to read are written.

    Raises:
        Unavailable: if `peer_texts` is in the checkout, or the data or SciPy is not there.
    """
    groups = {
        "news": list(ontogum.documents(options.data, options.split, genres=("news",), none=True)),
        "other genres": list(ontogum.documents(options.data, options.split, genres=OTHERS)),
    }
    if peer_texts is not None:
        write_texts(peer_texts, (d.text for some in groups.values() for d in some))
    for genres, gold in groups.items():
        for name, resolver in resolvers(chains).items():
            if gold:
                yield _report(options, genres, gold[: options.limit], name, resolver)


def _report(
    options: Options, genres: str, gold: Sequence[Coreferent], name: str, resolver: Resolver
) -> Report:
    read = [_Read(document, resolver) for document in gold]
    rows: list[tuple[str, Score | Share | float | str]] = []
    for part in PARTS:
        tallies = [one.tallies(part) for one in read]
        rows.append((f"{part}: CoNLL", scores.conll(tallies)))
        rows += [(f"{part}: {m}", score([t[m] for t in tallies])) for m in scores.MEASURES]
    told = [one.subjects() for one in read]
    rows.append(("subjects of speech verbs", _share(told, lambda _: True)))
    for form in (Form.NAME, Form.PRONOUN, Form.DESCRIPTION):
        rows.append((f"subjects, {form}", _of_form(told, form)))
    rows.append(("subjects, no name", _share(told, lambda s: s.form is not Form.NAME)))
    return Report(
        protocol="coreference",
        system=name,
        data=f"OntoGUM {options.split}, {genres}",
        documents=len(gold),
        gold=sum(len(d.mentions) for d in gold),
        rule=RULE,
        rows=rows,
    )


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject of a speech verb: how it refers, and whether it was resolved rightly."""

    form: Form
    right: bool


def _share(told: Sequence[Sequence[Subject]], which: Callable[[Subject], bool]) -> Share:
    counted = [[s for s in some if which(s)] for some in told]
    return share([(sum(s.right for s in some), len(some)) for some in counted])


def _of_form(told: Sequence[Sequence[Subject]], form: Form) -> Share:
    return _share(told, lambda s: s.form is form)


class _Read:
    """A document of gold chains, and what a resolver makes of it."""

    def __init__(self, gold: Coreferent, resolver: Resolver) -> None:
        self.gold = gold
        self.document = read_document(capture(Article(gold.id, gold.text)))
        self.resolver = resolver
        self.spoken = list(subjects(gold))

    # Chains ---------------------------------------------------------------------------

    def tallies(self, part: str) -> Mapping[str, Tally]:
        """Return the counts of the measures, by a part of `PARTS`."""
        text = self.gold.text
        statements = StructuralExtractor().extract(self.document).statements
        entities, mentions = self.resolver(self.document, statements)
        whole = part == "whole"
        subjects_ = {s.span for s, _ in self.spoken}
        gold = [
            [m.span for m in c.mentions if whole or m.form is Form.NAME or m.span in subjects_]
            for c in self.gold.chains
            if whole or (_has_name(c) and (part == "named" or _is_person(text, c)))
        ]
        found = [
            [
                m.span
                for m in mentions
                if m.entity_id == e.id and (whole or m.form is Form.NAME or m.part)
            ]
            for e in entities
            if whole or e.named
        ]
        theirs, ours = _by_heads(text, gold), _by_heads(text, found)
        if part == "people":
            asked = frozenset().union(*theirs)
            ours = [some for entity in ours if len(some := entity & asked) > 1]
        return {name: count(theirs, ours) for name, count in scores.MEASURES.items()}

    # Subjects -------------------------------------------------------------------------

    def subjects(self) -> list[Subject]:
        """Give every subject of a speech verb as a source, and judge whom it was taken for."""
        statements = {m.span: _statement(self.document, m.span, v) for m, v in self.spoken}
        entities, mentions = self.resolver(self.document, list(statements.values()))
        by_id = {e.id: e for e in entities}
        chain_of = {m.span: c for c in self.gold.chains for m in c.mentions}
        source = {m.statement_id: m for m in mentions if m.part is Part.SOURCE}
        return [
            Subject(
                m.form,
                self._right(
                    by_id.get(source[statements[m.span].id].entity_id or ""),
                    chain_of[m.span],
                    mentions,
                ),
            )
            for m, _ in self.spoken
        ]

    def _right(self, entity: Entity | None, chain: Chain, mentions: Sequence[Mention]) -> bool:
        """Whether an entity has a name of the chain, or is nobody named if the chain has none."""
        if not _has_name(chain):
            return entity is None or not entity.named
        if entity is None:
            return False
        text = self.gold.text
        names = {m.span.of(text) for m in chain.mentions if m.form is Form.NAME}
        heads = {head(text, (m.span,)) for m in chain.mentions if m.form is Form.NAME}
        return bool(set(entity.names) & names) or any(
            m.entity_id == entity.id and m.form is Form.NAME and head(text, (m.span,)) in heads
            for m in mentions
        )


def _has_name(chain: Chain) -> bool:
    return any(m.form is Form.NAME for m in chain.mentions)


def _by_heads(text: str, entities: Sequence[Sequence[Span]]) -> list[frozenset[Span]]:
    """Return entities as sets of head words; of mentions with one head the shortest has it."""
    owner: dict[Span, tuple[int, int]] = {}
    for number, spans in enumerate(entities):
        for span in spans:
            word = head(text, (span,))
            owner[word] = min(owner.get(word, (len(text), 0)), (span.end - span.start, number))
    found: dict[int, set[Span]] = {}
    for word, (_, number) in owner.items():
        found.setdefault(number, set()).add(word)
    return [frozenset(words) for words in found.values() if len(words) > 1]


def _is_person(text: str, chain: Chain) -> bool:
    return any(m.span.of(text).lower() in PERSONAL for m in chain.mentions)


_NEXT = re.compile(r"\s+(?:(?:also|then|later|\w+ly)\s+)?(?P<verb>\w+)\b")
_BEFORE = re.compile(r"[,\"”?!]\s*(?P<verb>\w+)\s+$")


def subjects(gold: Coreferent) -> Iterator[tuple[ontogum.Mention, Span]]:
    """Yield mentions before a verb of speech, or after one that ends a quotation, with the verb.

    Of mentions inside one another the outermost.
    """
    end = 0
    for mention in gold.mentions:
        if mention.span.start < end:
            continue
        after = _NEXT.match(gold.text, mention.span.end)
        before = _BEFORE.search(gold.text, 0, mention.span.start)
        for found in (after, before):
            if found and found["verb"] in VERBS:
                end = mention.span.end
                yield mention, Span(*found.span("verb"))
                break


def _statement(document: Document, source: Span, cue: Span) -> Statement:
    """Return a statement of a subject, its content the rest of the sentence, else what it began."""
    stop = re.compile(r"[.!?](?:\s|[\"”]|$)|$")
    ends = stop.search(document.text, max(source.end, cue.end))
    rest = Span(max(source.end, cue.end), max(ends.end() if ends else 0, cue.end + 1))
    if len(rest.of(document.text).split()) < 2:
        began = max(
            document.text.rfind(sign, 0, min(source.start, cue.start) - 2) for sign in ".!?"
        )
        rest = Span(began + 1, min(source.start, cue.start))
    return Statement(
        id=statement_id(document.id, "gold", (rest,), (cue,), (source,)),
        document_id=document.id,
        kind=Kind.INDIRECT,
        act=Act.SPEECH,
        content=(rest,),
        cue=(cue,),
        source=(source,),
        addressee=(),
        parent=None,
        confidence=1.0,
        rule="gold",
        extractor="gold",
    )
