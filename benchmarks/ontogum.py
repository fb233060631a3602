"""OntoGUM: coreference in texts of several genres, by OntoNotes' guidelines (CC BY).

A file ``gum/ontogum/GUM_GENRE_NAME.conll`` has one token a line (number, token, chains) between
``# begin document`` and ``# end document``; ``(4`` opens a mention of chain 4, ``4)`` closes
the one opened last, ``(4)`` is one token. It knows no blanks, sentences, paragraphs, types of
entities or forms of mentions, so that

- the text is its tokens put together by rule: signs stand where print has them, straight
  marks open and close in turn, all else is a blank apart;
- the form of a mention is told from its words, by rule: a pronoun; a name, if the last word
  before any comma, bracket or preposition has a capital and is nowhere small; else a description;
- what an entity is in Wikidata is told by ``gum/wiki_map.tab``, which gives items to titles and
  not to mentions: the item of the one title that is the name of a mention, or None.

The splits are those of GUM itself; its files here have no news in dev and one report in test.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from benchmarks.metrics import Unavailable
from onrecord.model import Form, Span, Spans

SPLITS = {
    "dev": frozenset(
        "bio_byron bio_emperor interview_cyclone interview_gaming news_homeopathic news_iodine "
        "speech_impeachment speech_inauguration".split()
    ),
    "test": frozenset(
        "bio_dvorak bio_jespersen interview_hill interview_libertarian news_nasa news_sensitive "
        "speech_austria speech_newzealand".split()
    ),
}
"""GUM's documents outside train, in the genres that are here."""

PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his "
    "himself she her hers herself it its itself they them their theirs themselves this that these "
    "those who whom whose which one oneself each other another".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text that stands for the entity of a chain."""

    span: Span
    chain: str
    form: Form


@dataclass(frozen=True, slots=True)
class Chain:
    """All mentions of one entity in a document, and the entity's item in Wikidata, if told."""

    id: str
    mentions: tuple[Mention, ...]
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Coreferent:
    """A document: `tokens` are where they stand in `text`; the chain that opens first is first."""

    id: str
    genre: str
    text: str
    tokens: Spans
    chains: tuple[Chain, ...]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions as the text has them, an outer one before those inside it."""
        every = (m for chain in self.chains for m in chain.mentions)
        return tuple(sorted(every, key=lambda m: (m.span.start, -m.span.end)))


def documents(
    data: Path, split: str, *, genres: Sequence[str] = ("news",), none: bool = False
) -> Iterator[Coreferent]:
    """Yield the documents of a split (``train``, ``dev``, ``test``), in the order of their names.

    `genres` are ``news``, ``interview``, ``speech`` and ``bio``. With `none` there may be none.

    Raises:
        Unavailable: if the data is not there, or no document of these genres is in the split.
    """
    folder = data / "gum" / "ontogum"
    if not folder.is_dir():
        raise Unavailable(f"no OntoGUM at {folder}: name its folder with --data")
    paths = [
        path
        for path in sorted(folder.glob("GUM_*.conll"))
        if _split(path) == split and _genre(path) in genres
    ]
    if not paths and not none:
        raise Unavailable(
            f"no {' or '.join(genres)} in OntoGUM {split}: ask for another split or genre"
        )
    items = wikidata(data)
    for path in paths:
        yield read(path, items)


def _split(path: Path) -> str:
    name = path.stem.removeprefix("GUM_")
    return next((split for split, names in SPLITS.items() if name in names), "train")


def _genre(path: Path) -> str:
    return path.stem.split("_")[1]


def wikidata(data: Path) -> dict[str, str]:
    """Return the items of Wikidata by the titles that GUM links to, blanks as blanks."""
    path = data / "gum" / "wiki_map.tab"
    if not path.exists():
        raise Unavailable(f"no Wikidata map at {path}: name its folder with --data")
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {
        unquote(row[0]).replace("_", " "): row[2]
        for row in rows
        if len(row) > 2 and re.fullmatch(r"Q\d+", row[2])
    }


def read(path: Path, items: Mapping[str, str]) -> Coreferent:
    """Read a file; `items` are those of `wikidata`.

    Raises:
        Unavailable: if its brackets do not close.
    """
    rows = [
        fields
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(fields := line.split("\t")) == 3
    ]
    text, tokens = put_together(row[1] for row in rows)
    small = set(re.findall(r"\b[a-z]\w*", text))
    chains = tuple(
        Chain(id_, mentions, _item([m.span.of(text) for m in mentions], items))
        for id_, spans in _chains(path, [row[2] for row in rows], tokens).items()
        for mentions in [tuple(Mention(s, id_, form(s.of(text), small)) for s in spans)]
    )
    return Coreferent(path.stem, _genre(path), text, tokens, chains)


def _chains(path: Path, columns: Sequence[str], tokens: Spans) -> dict[str, list[Span]]:
    chains: dict[str, list[Span]] = {}
    opened: dict[str, list[Span]] = defaultdict(list)
    for column, token in zip(columns, tokens, strict=True):
        for opens, id_, closes in re.findall(r"(\(?)(\d+)(\)?)", column):
            spans = chains.setdefault(id_, [])
            if opens:
                opened[id_].append(token)
            if closes:
                if not opened[id_]:
                    raise _damaged(path, id_)
                spans.append(Span(opened[id_].pop().start, token.end))
    if left := [id_ for id_, spans in opened.items() if spans]:
        raise _damaged(path, left[0])
    return {id_: sorted(spans, key=lambda s: (s.start, -s.end)) for id_, spans in chains.items()}


def _damaged(path: Path, id_: str) -> Unavailable:
    return Unavailable(f"{path}: the brackets of chain {id_} do not match: fetch the file again")


def _item(names: Iterable[str], items: Mapping[str, str]) -> str | None:
    bare = (re.sub(r"^[Tt]he |['’]s$", "", name) for name in names)
    found = {items[name] for name in bare if name in items}
    return found.pop() if len(found) == 1 else None


def form(words: str, small: frozenset[str] | set[str]) -> Form:
    """Return how a mention refers; `small` are the words that its text has in small letters."""
    if words.lower() in PRONOUNS:
        return Form.PRONOUN
    before = re.split(r",| \(| (?:of|in|at|for|from|with|on|to|who|which|that)\b", words)[0]
    last = re.sub(r"['’]s?$", "", before).split()[-1:]
    capital = bool(last) and last[0][0].isupper() and last[0].lower() not in small
    return Form.NAME if capital else Form.DESCRIPTION


# The text -----------------------------------------------------------------------------

_CLOSING = re.compile(r"[,.;:!?)\]”%…]|\.\.\.|n['’]t|['’](?:s|re|ve|ll|d|m)", re.IGNORECASE)
"""What stands close to the word before it."""
_OPENING = re.compile(r"[(\[“‘$]")
"""What stands close to the word after it."""
_BINDING = re.compile(r"[-/]")
"""What binds two words."""


def put_together(tokens: Iterable[str]) -> tuple[str, Spans]:
    """Return a text of these tokens and where each stands in it."""
    text = ""
    spans = []
    close, inside = True, False
    for token in tokens:
        mark = token == '"'
        closes = bool(_CLOSING.fullmatch(token) or _BINDING.fullmatch(token)) or (mark and inside)
        if not (close or closes):
            text += " "
        spans.append(Span(len(text), len(text) + len(token)))
        text += token
        inside ^= mark
        close = bool(_OPENING.fullmatch(token) or _BINDING.fullmatch(token)) or (mark and inside)
    return text, tuple(spans)
