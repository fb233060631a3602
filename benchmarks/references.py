"""Whom a pronoun or a description means: PolNeAR's gold sources, resolved and judged by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path

from benchmarks import references_gold
from benchmarks.coreference_resolvers import Resolver, resolvers, write_texts
from benchmarks.metrics import Score, Share, Unavailable, kind_of, quoted, share
from benchmarks.options import Options
from benchmarks.polnear import Annotated, articles
from benchmarks.reading_file import in_context, one_line, outside
from benchmarks.references_gold import Answer, Form, Reference
from benchmarks.report import Grid, Report
from benchmarks.systems.onrecord_path import capture
from onrecord.actor import resolve_document
from onrecord.document import read_document
from onrecord.model import Act, Document, Entity, Mention, Part, Statement, statement_id
from onrecord.model import Form as MentionForm

VERDICTS = Path(__file__).with_name("verdicts")
SURE = 0.6
AROUND = 700
RULE = (
    "gold source, cue and content of all attributions are given; right: the entity holds the "
    "name that the answer holds, or is nobody named where the answer is nobody"
)


class Outcome(StrEnum):
    """What became of a reference; the first two are right."""

    THEM = "the one meant"
    NONE = "nobody, rightly"
    ANOTHER = "somebody else"
    MISSED = "nobody, though named"
    INVENTED = "somebody, though nobody is named"


RIGHT = frozenset({Outcome.THEM, Outcome.NONE})


@dataclass(frozen=True, slots=True)
class Judged:
    """A reference, what became of it, and by which mention of which entity."""

    reference: Reference
    outcome: Outcome
    mention: Mention
    entity: Entity | None

    @property
    def right(self) -> bool:
        return self.outcome in RIGHT

    @property
    def answered(self) -> bool:
        return self.entity is not None and self.entity.named


def answers_of(split: str) -> Path:
    """Return the list of a part of PolNeAR."""
    return VERDICTS / f"polnear-references{'' if split == 'dev' else f'-{split}'}.csv"


def measure(
    options: Options,
    *,
    answers: Path | None = None,
    texts: Path | None = None,
    chains: Path | None = None,
    peer_texts: Path | None = None,
) -> Iterator[Report]:
    """Yield, for each resolver, how many references of a list are resolved to whom they mean.

    What is wrong of our own is written, with the words around it, where `texts` says. `chains`
    are those of a peer; `peer_texts` is where the texts that it is to read are written.

    Raises:
        Unavailable: if a file would lie in the checkout, or the list is of other articles.
    """
    answers = answers or answers_of(options.split)
    of: dict[str, list[Reference]] = defaultdict(list)
    for reference in references_gold.read(answers):
        of[reference.article].append(reference)
    gold = {a.article.id: a for a in articles(options.data, options.split)}
    if missing := of.keys() - gold.keys():
        raise Unavailable(f"{min(missing)} of {answers} is not in PolNeAR {options.split}")
    ids = sorted(of)[: options.limit]
    if peer_texts is not None:
        write_texts(peer_texts, (gold[id_].article.text for id_ in ids))
    unclear = sum(r.answer is Answer.UNCLEAR for id_ in ids for r in of[id_])
    for name, resolver in resolvers(chains).items():
        judged = [judge(gold[id_], of[id_], resolver) for id_ in ids]
        own = resolver is resolve_document
        if texts is not None and own:
            told = (_told(gold[id_], some) for id_, some in zip(ids, judged, strict=True))
            outside(texts).write_text("\n".join(chain.from_iterable(told)), encoding="utf-8")
        yield Report(
            protocol="pronouns and descriptions of PolNeAR",
            system=name,
            data=f"PolNeAR {options.split}, {answers.name}",
            documents=len(ids),
            gold=sum(map(len, judged)),
            rule=RULE,
            rows=list(_figures(judged, sure=own)),
            notes=[f"{unclear} more are unclear and left out"],
            grids=[_outcomes(judged), _rules(judged)] if own else [],
        )


def drawn(options: Options, *, size: int, seed: int, texts: Path) -> Report:
    """Draw a list to be answered by hand: the articles to read, and a file for the answers.

    The answers belong beside `texts`, in a file that ends in .answers.csv.

    Raises:
        Unavailable: if `texts` is in the checkout, or there are answers already.
    """
    outside(texts)
    gold = {a.article.id: a for a in articles(options.data, options.split)}
    references = references_gold.draw(gold.values(), size, seed)
    references_gold.write(texts.with_name(f"{texts.stem}.answers.csv"), references)
    of: dict[str, list[Reference]] = defaultdict(list)
    for reference in references:
        of[reference.article].append(reference)
    read = (
        f"## {id_}\n{in_context(text, tuple(r.span for r in some), len(text))}\n"
        for id_, some in of.items()
        for text in (gold[id_].article.text,)
    )
    texts.write_text("\n".join(read), encoding="utf-8")
    counts = Counter(r.form for r in references)
    return Report(
        protocol="pronouns and descriptions of PolNeAR, drawn",
        system="gold",
        data=f"PolNeAR {options.split}, seed {seed}",
        documents=len(of),
        gold=len(references),
        rule=f"at random, at most {references_gold.PER_ARTICLE} of an article",
        rows=[(form, str(counts[form])) for form in Form],
    )


def judge(
    annotated: Annotated, references: Sequence[Reference], resolver: Resolver
) -> list[Judged]:
    """Resolve the gold sources of an article and judge those that have a clear answer."""
    document = read_document(capture(annotated.article))
    if document.text != annotated.article.text:
        raise Unavailable(f"the text of {annotated.article.id} came back changed")
    statements = statements_of(annotated, document)
    entities, mentions = resolver(document, statements)
    by_id = {entity.id: entity for entity in entities}
    source = {m.statement_id: m for m in mentions if m.part is Part.SOURCE}
    first = {s.source[0]: s.id for s in reversed(statements) if s.source}
    judged = []
    for reference in references:
        if reference.answer not in (Answer.NAMED, Answer.NOBODY):
            continue
        mention = source[first[reference.span]]
        entity = by_id.get(mention.entity_id or "")
        outcome = _outcome(reference, entity, mentions)
        judged.append(Judged(reference, outcome, mention, entity))
    return judged


def statements_of(annotated: Annotated, document: Document) -> list[Statement]:
    """Return the gold attributions as an extractor would give them, kinds told by their marks."""
    text = document.text
    inside = quoted(text)
    return [
        Statement(
            id=statement_id(document.id, "gold", a.content, a.cue, a.source),
            document_id=document.id,
            kind=kind_of(text, inside, a.content),
            act=Act.SPEECH,
            content=a.content,
            cue=a.cue,
            source=a.source,
            addressee=(),
            parent=None,
            confidence=1.0,
            rule="gold",
            extractor="gold",
        )
        for a in annotated.attributions
    ]


def _outcome(reference: Reference, entity: Entity | None, mentions: Sequence[Mention]) -> Outcome:
    if entity is not None and _is(entity, reference, mentions):
        return Outcome.THEM
    named = entity is not None and entity.named
    if reference.answer is Answer.NOBODY:
        return Outcome.INVENTED if named else Outcome.NONE
    return Outcome.ANOTHER if named else Outcome.MISSED


def _is(entity: Entity, reference: Reference, mentions: Sequence[Mention]) -> bool:
    """Whether an entity has a name of the answer, or the very mention that the answer gives.

    Only its full name counts of an entity that has no name of its own, as "Democrats".
    """
    if {n.casefold() for n in entity.names} & {n.casefold() for n in reference.names}:
        return True
    return entity.named and any(
        m.entity_id == entity.id
        and m.form is MentionForm.NAME
        and reference.mention is not None
        and m.span.overlaps(reference.mention)
        for m in mentions
    )


# What is said -------------------------------------------------------------------------


def _figures(
    judged: Sequence[Sequence[Judged]], *, sure: bool
) -> Iterator[tuple[str, Score | Share | float | str]]:
    """Yield the shares that are right, of all and of parts; `sure` splits by confidence too."""

    def right(which: Callable[[Judged], bool] = lambda _: True) -> Share:
        counted = [[j for j in some if which(j)] for some in judged]
        return share([(sum(j.right for j in some), len(some)) for some in counted])

    def among(kind: Callable[[Judged], object], value: object) -> Share:
        return right(lambda j: kind(j) is value)

    yield "right", right()
    for answer in (Answer.NAMED, Answer.NOBODY):
        yield f"right, {answer}", among(lambda j: j.reference.answer, answer)
    forms = {j.reference.form for some in judged for j in some}
    for form in (form for form in Form if form in forms):
        yield f"right, {form}", among(lambda j: j.reference.form, form)
    given = [(sum(j.answered for j in some), len(some)) for some in judged]
    yield "somebody named is given", share(given)
    yield "right, where somebody is given", right(lambda j: j.answered)
    yield "right, where nobody is", right(lambda j: not j.answered)
    if sure:
        name = f"right, given at {SURE} or more"
        yield name, right(lambda j: j.answered and j.mention.confidence >= SURE)
        name = f"right, given below {SURE}"
        yield name, right(lambda j: j.answered and j.mention.confidence < SURE)


def _outcomes(judged: Sequence[Sequence[Judged]]) -> Grid:
    counts = Counter((j.outcome, j.reference.form) for some in judged for j in some)
    forms = [form for form in Form if any(f is form for _, f in counts)]
    return Grid(
        "what became of them",
        ("outcome", *forms, "all"),
        [
            (outcome, *(row := [counts[outcome, form] for form in forms]), sum(row))
            for outcome in Outcome
        ],
    )


def _rules(judged: Sequence[Sequence[Judged]]) -> Grid:
    of = Counter(j.mention.rule for some in judged for j in some)
    right = Counter(j.mention.rule for some in judged for j in some if j.right)
    rows = [(rule, right[rule], n - right[rule]) for rule, n in of.most_common()]
    return Grid("by rule", ("rule", "right", "wrong"), rows)


def _told(annotated: Annotated, judged: Sequence[Judged]) -> Iterator[str]:
    for j in judged:
        if not j.right:
            reference = j.reference
            yield f"## {reference.article}:{reference.span.start}-{reference.span.end}"
            yield in_context(annotated.article.text, (reference.span,), AROUND)
            yield f"- {reference.form}; answer: {' / '.join(reference.names) or reference.reason}"
            given = one_line(j.entity.name) if j.entity else "–"
            yield f"- {j.outcome}: {given} (rule {j.mention.rule}, {j.mention.confidence:.2f})\n"
