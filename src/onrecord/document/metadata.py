"""What a page says of itself: JSON-LD, meta elements, microdata, ``<time>``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.document.dates import stamp, unreadable
from onrecord.document.markup import is_ordinary
from onrecord.model import Granularity, Interval

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_DATES = (
    *("article:published_time", "og:published_time", "datepublished", "parsely-pub-date"),
    *("sailthru.date", "publishdate", "publish-date", "pubdate", "publication_date", "date"),
    *("dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "dc.date.created"),
)
_ARTICLES = ("article", "blogposting", "report", "webpage")
_MOST_TIMES = 10
# Otherwise htmldate asks the clock, and a page read again would have another date.
_LAST_DAY = datetime(9998, 12, 31)
# Longer than this, words are a report's own, and a date in them is not the page's.
_RUNNING_TEXT = 60


class Metadata(NamedTuple):
    """What is known of a page besides its words."""

    title: str | None
    outlet: str | None
    byline: str | None
    language: str | None
    url: str | None
    dates: tuple[Interval, ...]


def page_metadata(root: HtmlElement) -> Metadata:
    """Return what a page declares."""
    meta = _meta(root)
    article = _article(root)
    url = _url(root, meta)
    return Metadata(
        title=_words(article.get("headline")) or _from(meta, _TITLES) or _title(root),
        outlet=_words(article.get("publisher")) or _from(meta, _OUTLETS),
        byline=_words(article.get("author")) or _from(meta, _AUTHORS),
        language=None,
        url=url,
        dates=tuple(_dates(root, meta, article)),
    )


def _meta(root: HtmlElement) -> dict[str, str]:
    """Return the meta elements, the first of each name."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _from(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((w for name in names if (w := _words(meta.get(name)))), None)


def _title(root: HtmlElement) -> str | None:
    element = root.find(".//title")
    return None if element is None else _words(element.text)


def _url(root: HtmlElement, meta: dict[str, str]) -> str | None:
    links = (e.get("href", "") for e in root.iter("link") if e.get("rel") == "canonical")
    urls = (url.strip() for url in (*links, meta.get("og:url", "")))
    return next((url for url in urls if url.startswith(("http://", "https://"))), None)


def _article(root: HtmlElement) -> dict[str, Any]:
    """Return the page's own article in its JSON-LD; the surest kind of type wins."""
    nodes = [node for node in _json_ld(root) if _rank(node) is not None]
    return min(nodes, key=lambda node: _rank(node) or 0, default={})


def _rank(node: dict[str, Any]) -> int | None:
    kinds = node.get("@type")
    names = [
        k.lower() for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)
    ]
    ranks = [n for n, suffix in enumerate(_ARTICLES) if any(k.endswith(suffix) for k in names)]
    return min(ranks, default=None)


def _json_ld(root: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", "").lower() or not script.text:
            continue
        try:
            value = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [value]
        while waiting:
            node = waiting.pop()
            if isinstance(node, list):
                waiting += reversed(node)
            elif isinstance(node, dict):
                yield node
                waiting += [node[name] for name in ("mainEntity", "@graph") if name in node]


def _words(value: object) -> str | None:
    """Return the words of a value, of an object with a name, or of a list of these."""
    items = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in items]
    words = [" ".join(n.split()) for n in names if isinstance(n, str) and n.strip()]
    said = ", ".join(w for w in dict.fromkeys(words) if not w.startswith(("http://", "https://")))
    return said or None


def _dates(root: HtmlElement, meta: dict[str, str], article: dict[str, Any]) -> Iterator[Interval]:
    published: list[tuple[str, object]] = [("json-ld datePublished", article.get("datePublished"))]
    published += [(f"meta {name}", meta.get(name)) for name in _DATES]
    for rule, words in published:
        if isinstance(words, str) and words.strip():
            yield stamp(words, rule) or unreadable(words.strip(), rule)
    for element in list(_times(root))[:_MOST_TIMES]:
        said = element.get("datetime") or "".join(element.itertext())
        is_published = element.get("itemprop") == "datePublished" or "pubdate" in element.attrib
        if found := stamp(said, "meta time" if is_published else "time"):
            yield found
    if found := _htmldate(root):
        yield found


def _times(root: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the ``<time>`` elements of the article, of the whole page if it marks none."""
    has_article = any(True for _ in root.iter("article", "main"))
    for element in root.iter("time"):
        above = list(element.iterancestors())
        is_aside = any(e.tag in ("aside", "nav", "footer", "li") or _is_comment(e) for e in above)
        is_inside = not has_article or any(e.tag in ("article", "main") for e in above)
        if is_inside and not is_aside:
            yield element


def _is_comment(element: HtmlElement) -> bool:
    return "comment" in element.get("class", "").lower()


def _htmldate(root: HtmlElement) -> Interval | None:
    """Return what htmldate finds, which cannot tell dates of other things from the page's."""
    if not is_ordinary(root):
        return None
    from htmldate import find_date

    furniture = deepcopy(root)
    for element in list(furniture.iter("p", "blockquote", "li", "td", "script", "meta")):
        if _is_of_other_things(element):
            element.clear(keep_tail=True)
    try:
        found = find_date(furniture, extensive_search=False, original_date=True, max_date=_LAST_DAY)
    except Exception:
        # Whatever a page does to somebody else's code must not stop a run.
        return None
    return Interval(found, found, Granularity.DAY, found, "htmldate") if found else None


def _is_of_other_things(element: HtmlElement) -> bool:
    """Whether a date in an element is of an event, a change, or one that we read ourselves."""
    if element.tag == "meta":
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        return any(word in name.lower() for word in ("modif", "updat", "revis", "expir"))
    return element.tag == "script" or len("".join(element.itertext())) > _RUNNING_TEXT
