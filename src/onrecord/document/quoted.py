"""Whose words a ``<blockquote>`` holds, by the elements that pages name them in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SIGNING = frozenset({"cite", "figcaption", "footer"})


def signs_quote(tag: str, element: HtmlElement, *, in_quote: bool) -> bool:
    """Whether an element names whose words a block quote holds.

    ``<footer>`` and ``<figcaption>`` do in the quote and in its ``<figure>``, ``<cite>`` where it
    ends the quote, for in a sentence it is the name of a book, or stands right behind it.
    """
    if tag not in _SIGNING:
        return False
    if tag == "cite":
        return _ends_quote(element) if in_quote else _follows_quote(element)
    return in_quote or _is_of_figure(element)


def _ends_quote(element: HtmlElement) -> bool:
    """Whether nothing stands between an element and the end of its block quote."""
    at = element
    while at.tag != "blockquote":
        above = at.getparent()
        if (at.tail or "").strip() or at.getnext() is not None or above is None:
            return False
        at = above
    return True


def _follows_quote(element: HtmlElement) -> bool:
    """Whether an element, alone in its paragraph or not, comes right after a block quote."""
    above = element.getparent()
    alone = above is not None and above.tag == "p" and len(above) == 1
    at = above if alone and not (above.text or "").strip() else element
    before = at.getprevious()
    return (
        before is not None
        and before.tag == "blockquote"
        and not (before.tail or "").strip()
        and not (element.tail or "").strip()
    )


def _is_of_figure(element: HtmlElement) -> bool:
    """Whether an element comes after the block quote of a figure that holds one."""
    figure = next(element.iterancestors("figure"), None)
    return figure is not None and any(
        sibling.tag == "blockquote" or any(True for _ in sibling.iter("blockquote"))
        for sibling in element.itersiblings(preceding=True)
    )
