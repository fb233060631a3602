"""Markup to a tree: of any depth, without recursion.

libxml2 drops what is nested more than some 2,000 levels deep, and functions that copy or
serialise a tree recurse over it. So tags that only nest, beyond a depth that no honest page
has, are taken out of the source before it is parsed; the words stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DEEPEST = 200
# All ancestors of all elements, twice: 5,000 elements 20 deep make 200,000.
_MOST_ANCESTORS = 4_000_000
_TAG = re.compile(
    r"<!--(?:.*?-->|.*)"
    r"|<(?P<raw>script|style|textarea|title)\b(?:.*?</(?P=raw)\s*>|.*)"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
# They have no end, or their parser finds it: counting them would count wrong.
_NOT_NESTING = frozenset(
    "area base br col embed hr img input link meta param source track wbr"
    " p li dt dd option tr td th thead tbody tfoot html head body".split()
)
# A reader never sees them, and lxml takes no text with them.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")


def parse(source: str) -> HtmlElement | None:
    """Return the root of a page or a fragment; None if there is nothing in it."""
    from lxml import etree, html

    shown = _CONTROLS.sub("", _DECLARATION.sub("", source, count=1))
    shallow = _without_depth(shown)
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(shallow.encode("utf-8", "replace") or b" ", parser)
    return root if root is not None and len(root) else None


def is_ordinary(root: HtmlElement) -> bool:
    """Whether a tree is one that algorithms quadratic in its depth can be let loose on."""
    from lxml import etree

    depth = total = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        total += depth
    return total <= _MOST_ANCESTORS


def _without_depth(source: str) -> str:
    depth = deepest = 0
    for match in _TAG.finditer(source):
        depth += _step(match)
        deepest = max(deepest, depth)
    if deepest <= _DEEPEST:
        return source
    kept, at, depth = [], 0, 0
    for match in _TAG.finditer(source):
        step = _step(match)
        inside = max(depth, depth + step)
        depth = max(0, depth + step)
        if step and inside > _DEEPEST:
            kept.append(source[at : match.start()])
            at = match.end()
    return "".join([*kept, source[at:]])


def _step(match: re.Match[str]) -> int:
    name = match["name"]
    if name is None or name.lower() in _NOT_NESTING or match[0].endswith("/>"):
        return 0
    return -1 if match["close"] else 1
