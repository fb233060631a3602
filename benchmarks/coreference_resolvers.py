"""What else decides whom a mention means: two baselines on our names, and chains of a peer.

Each takes what `onrecord.actor.resolve_document` takes and gives what it gives.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.metrics import Unavailable
from benchmarks.ontogum import form
from benchmarks.polnear_relations import head
from benchmarks.reading_file import outside
from onrecord.actor import resolve_document
from onrecord.model import (
    ActorKind,
    Document,
    Entity,
    Form,
    Mention,
    Part,
    Span,
    Statement,
    content_id,
)

Resolved = tuple[tuple[Entity, ...], tuple[Mention, ...]]
Resolver = Callable[[Document, Sequence[Statement]], Resolved]

PEER = "NeuralCoref 4.0"
_BODIES = frozenset("it its they them their".split())


def nearest(document: Document, statements: Sequence[Statement]) -> Resolved:
    """Take whatever is no name for the last name before it: of a body for "it" and "they"."""

    def last(at: Span, names: Sequence[Mention]) -> str | None:
        before = [m for m in names if m.span.end <= at.start]
        return before[-1].entity_id if before else None

    return _instead(document, statements, last)


def frequent(document: Document, statements: Sequence[Statement]) -> Resolved:
    """Take whatever is no name for the one named most often, the first of equals."""

    def most(_: Span, names: Sequence[Mention]) -> str | None:
        counts = Counter(m.entity_id for m in names)
        return counts.most_common(1)[0][0] if counts else None

    return _instead(document, statements, most)


def _instead(
    document: Document,
    statements: Sequence[Statement],
    choose: Callable[[Span, Sequence[Mention]], str | None],
) -> Resolved:
    """Return our own names, and a choice among the fitting ones for all that is no name."""
    entities, mentions = resolve_document(document, statements)
    people = {e.id: e.kind in (ActorKind.PERSON, ActorKind.UNKNOWN) for e in entities if e.named}
    names = [m for m in mentions if m.form is Form.NAME and m.entity_id in people]
    names.sort(key=lambda m: m.span)

    def chosen(mention: Mention) -> Mention:
        if mention.form is Form.NAME:
            return mention
        body = mention.span.of(document.text).lower() in _BODIES
        fitting = [m for m in names if people[m.entity_id or ""] is not body]
        return replace(mention, entity_id=choose(mention.span, fitting), rule="baseline")

    return entities, tuple(chosen(m) for m in mentions)


def resolvers(chains: Path | None) -> dict[str, Resolver]:
    """Return what is compared, by name; with `chains` the peer that made them too.

    Raises:
        Unavailable: if there is no such file.
    """
    own: dict[str, Resolver] = {
        "onrecord": resolve_document,
        "nearest fitting name": nearest,
        "most frequent name": frequent,
    }
    return own if chains is None else {**own, PEER: peer(chains)}


# A peer -------------------------------------------------------------------------------


def write_texts(path: Path, texts: Iterable[str]) -> None:
    """Write the texts that a peer is to read.

    Raises:
        Unavailable: if the file would lie in the checkout.
    """
    outside(path).write_text(json.dumps(list(texts)), encoding="utf-8")


def key(text: str) -> str:
    """Return what a file of chains knows a text by."""
    return hashlib.sha256(text.encode()).hexdigest()


def peer(path: Path) -> Resolver:
    """Return a resolver that looks chains up: key of a text → chains of (start, end).

    A source means the chain that has a mention with its head word. The names of an entity are
    those mentions that are names by form.

    Raises:
        Unavailable: if there is no such file, or a text is not in it.
    """
    if not path.exists():
        raise Unavailable(f"no chains at {path}: make them with benchmarks/coreference_peer.py")
    chains_of = json.loads(path.read_text(encoding="utf-8"))

    def resolver(document: Document, statements: Sequence[Statement]) -> Resolved:
        if key(document.text) not in chains_of:
            raise Unavailable(f"{path} has no chains of {document.path}: make them again")
        chains = [[Span(*pair) for pair in chain] for chain in chains_of[key(document.text)]]
        return _from_chains(document, statements, chains)

    return resolver


def _from_chains(
    document: Document, statements: Sequence[Statement], chains: Sequence[Sequence[Span]]
) -> Resolved:
    text = document.text
    small = set(re.findall(r"\b[a-z]\w*", text))
    entities, mentions = [], []
    of_head: dict[Span, str] = {}
    for chain in chains:
        spans = {span: form(span.of(text), small) for span in chain}
        names = tuple(dict.fromkeys(s.of(text) for s, f in spans.items() if f is Form.NAME))
        entity = Entity(
            id=content_id(document.id, "peer", str(chain[0].start), str(chain[0].end)),
            document_id=document.id,
            name=max(names, key=len, default=chain[0].of(text)),
            names=names,
            roles=(),
            kind=ActorKind.UNKNOWN,
            named=bool(names),
        )
        entities.append(entity)
        for span, how in spans.items():
            of_head.setdefault(head(text, (span,)), entity.id)
            mentions.append(Mention(document.id, span, how, entity.id, None, None, "chain", 1.0))
    for statement in statements:
        for span in statement.source[:1]:
            how = form(span.of(text), small)
            entity_id = of_head.get(head(text, (span,)))
            rule = "chain" if entity_id else "in no chain"
            mentions.append(
                Mention(document.id, span, how, entity_id, statement.id, Part.SOURCE, rule, 1.0)
            )
    return tuple(entities), tuple(mentions)
