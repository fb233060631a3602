"""A tree to runs of text: every word, mark and space that a reader of the page sees.

A run is what stands between two block boundaries. White space collapses as in a browser,
non-breaking spaces stay; ``<br>`` is a line break, ``<q>`` becomes quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from onrecord.document.quoted import signs_quote
from onrecord.model import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu"
    " nav ol p pre search section summary table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset(
    "applet audio button canvas datalist embed head iframe input map math nav noscript object"
    " option progress script select style svg template textarea title video".split()
)
_CLUTTER = frozenset("footer aside header".split())
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
_OPENING = "\"'“„«‘‹"
_DASHES = ("-", "–", "—", "―")
_Q_MARKS = (("“", "”"), ("‘", "’"))

# What a class or a microdata property says of a short element.
_HINTS = {
    BlockKind.BYLINE: {"byline", "author", "authors"},
    BlockKind.DATELINE: {"dateline", "timestamp", "pubdate", "published", "datepublished"},
    BlockKind.STANDFIRST: {"standfirst", "subtitle", "subheadline", "dek", "deck", "lede"},
    BlockKind.LINK: {"related", "readmore", "recommended"},
}
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
# What a class or an id says of an element and of everything in it.
_ADVERT = frozenset("ad ads advert adverts advertisement advertising sponsored promo".split())
_NO_ADVERT = frozenset("no free without has with not".split())
_PART_OF_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_WHOLE_PAGE = frozenset("html body main article form h1".split())
_ADVERT_LENGTH = 1000
_ADVERT_ELEMENTS = 200
_HINTED_LENGTH = 300
_LINK_SHARE = 0.9
_ENDS_SENTENCE = re.compile(r"""[.!?…]["”’'»)\]]*$""")
_HEADING_LENGTH = 150


class Run(NamedTuple):
    """The words between two block boundaries; `is_clutter` if in ``<aside>`` or its like.

    `quote` is the number of the ``<blockquote>`` that they stand in, 0 for none, or that they
    are said to be from: then it `signs`, as ``<footer>`` and ``<cite>`` do.
    """

    text: str
    kind: BlockKind | None
    level: int
    is_clutter: bool
    link_share: float
    quote: int = 0
    signs: bool = False


class _Open(NamedTuple):
    """An element that is open, and what its words are because of it."""

    tag: str
    kind: BlockKind | None
    level: int
    is_clutter: bool
    hint: BlockKind | None
    closing: str
    is_advert: bool = False
    quote: int = 0
    signs: bool = False


_TOP = _Open("", None, 0, False, None, "")


def runs_of(root: HtmlElement) -> Iterator[Run]:
    """Yield the runs below `root` in order; nothing that is not shown is in them."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    run = _Collector()
    stack = [_TOP]
    quotes = 0
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if not isinstance(tag, str) or _is_unseen(tag, element):
                # Its "end" comes all the same, without those of its children.
                walk.skip_subtree()
                stack.append(stack[-1]._replace(tag="", closing=""))
                continue
            quotes += tag == "blockquote"
            signs = signs_quote(tag, element, in_quote=stack[-1].quote > 0) and not run.leads_on
            if tag in _BLOCKS or (signs and not run.is_dash):
                yield from run.flush(stack[-1])
            frame = _open(tag, element, stack, signs=signs)
            in_quote = frame.quote or tag == "blockquote" or signs
            stack.append(frame._replace(quote=quotes if in_quote else 0))
            run.opened(element, stack[-1])
        else:
            frame = stack.pop()
            run.closed(frame)
            if frame.tag in _BLOCKS or (frame.signs and not stack[-1].signs):
                yield from run.flush(frame)
            run.words(element.tail, stack[-1])
    yield from run.flush(_TOP)


class _Collector:
    """The pieces of the run that is being read."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._links = 0
        self._letters = 0
        self._in_link = 0
        self._in_pre = 0

    def opened(self, element: HtmlElement, frame: _Open) -> None:
        self._in_link += frame.tag == "a"
        self._in_pre += frame.tag == "pre"
        if frame.tag == "br":
            self._pieces.append("\n")
        if frame.closing:
            self._pieces.append(_Q_MARKS[frame.closing == _Q_MARKS[1][1]][0])
        self.words(element.text, frame)

    def closed(self, frame: _Open) -> None:
        self._in_link -= frame.tag == "a"
        self._in_pre -= frame.tag == "pre"
        if frame.closing:
            self._pieces.append(frame.closing)

    def words(self, words: str | None, frame: _Open) -> None:
        if not words:
            return
        self._pieces.append(words if self._in_pre else _SPACES.sub(" ", words))
        self._letters += len(words)
        self._links += len(words) if self._in_link or frame.tag == "a" else 0

    @property
    def is_dash(self) -> bool:
        """Whether nothing but a dash was read: "— <cite>Ada Voss</cite>"."""
        return "".join(self._pieces).strip() in _DASHES

    @property
    def leads_on(self) -> bool:
        """Whether words and a dash behind them were read, so that a name goes on in their line."""
        return "".join(self._pieces[-3:]).rstrip().endswith(_DASHES) and not self.is_dash

    def flush(self, frame: _Open) -> Iterator[Run]:
        """Yield what was read, parted where two line breaks stand together."""
        joined = "".join(self._pieces)
        share = self._links / self._letters if self._letters else 0.0
        self._pieces, self._links, self._letters = [], 0, 0
        if not joined.strip():
            return
        if frame.tag != "pre":
            joined = _AROUND_BREAK.sub("\n", re.sub(" {2,}", " ", joined))
        for part in _PARAGRAPH_BREAK.split(joined):
            if any(map(str.isalnum, part)):
                text = part.strip()
                kind = _kind(text, frame, share)
                level, clutter = frame.level, frame.is_clutter
                yield Run(text, kind, level, clutter, share, frame.quote, frame.signs)


def _is_unseen(tag: str, element: HtmlElement) -> bool:
    if tag in _UNSEEN or "hidden" in element.attrib:
        return True
    return bool(_HIDDEN_STYLE.search(element.get("style", "")))


def _open(tag: str, element: HtmlElement, stack: list[_Open], *, signs: bool) -> _Open:
    above = stack[-1]
    if signs:
        return above._replace(tag=tag, kind=BlockKind.QUOTE, closing="", signs=True)
    closing = ""
    if tag == "q":
        nested = sum(frame.tag == "q" for frame in stack) % 2
        # Some pages write the marks as well.
        opens = (element.text or "").lstrip()[:1]
        closing = "" if opens and opens in _OPENING else _Q_MARKS[nested][1]
    if tag not in _BLOCKS:
        hint = above.hint or (BlockKind.DATELINE if tag == "time" else _hint(element))
        return above._replace(tag=tag, closing=closing, hint=hint)
    level = int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else 0
    kind = above.kind
    if tag == "blockquote":
        kind = BlockKind.QUOTE
    elif tag in ("li", "dd") and kind is None:
        kind = BlockKind.LIST
    is_clutter = above.is_clutter or tag in _CLUTTER
    # A hint is of an element and of the blocks right in it, not of a whole page.
    hint = _hint(element) or (above.hint if above.tag in ("div", "span", "ul") else None)
    is_advert = above.is_advert or _is_advert(tag, element)
    return _Open(tag, kind, level, is_clutter, hint, closing, is_advert, above.quote, above.signs)


def _is_advert(tag: str, element: HtmlElement) -> bool:
    """Whether an element is called an advert, and is not so large that it holds the report."""
    names = f"{element.get('class', '')} {element.get('id', '')}".split()
    if tag in _WHOLE_PAGE or not any(map(_is_advert_name, names)):
        return False
    inside = list(islice(element.iter(), _ADVERT_ELEMENTS + 1))
    shown = [e for e in inside if e.tag not in _UNSEEN]
    letters = sum(len((e.text or "").strip()) + len((e.tail or "").strip()) for e in shown)
    letters -= len((element.tail or "").strip())
    return len(inside) <= _ADVERT_ELEMENTS and letters <= _ADVERT_LENGTH


def _is_advert_name(name: str) -> bool:
    words = {word.lower() for word in _PART_OF_NAME.findall(name)}
    return bool(words & _ADVERT) and not words & _NO_ADVERT


def _hint(element: HtmlElement) -> BlockKind | None:
    said = " ".join(filter(None, map(element.get, ("class", "itemprop", "rel"))))
    if not said:
        return None
    words = {word.lower() for word in _WORD.findall(said)}
    return next((kind for kind, names in _HINTS.items() if names & words), None)


def _kind(text: str, frame: _Open, link_share: float) -> BlockKind | None:
    if frame.is_advert:
        return BlockKind.ADVERT
    if frame.signs:
        return BlockKind.QUOTE
    ends = _ENDS_SENTENCE.search(text) is not None
    if frame.level and len(text) <= _HEADING_LENGTH and not ends:
        return BlockKind.HEADING
    if link_share >= _LINK_SHARE and not ends:
        return BlockKind.LINK
    if frame.hint is not None and len(text) <= _HINTED_LENGTH and frame.kind is None:
        # A sentence by an author is not the author's name.
        return None if ends and frame.hint is not BlockKind.STANDFIRST else frame.hint
    return frame.kind
