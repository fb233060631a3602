"""JSON documents: our own, with a text and what is known of it, and IPTC ninjs 1 to 3.

Names of fields are compared without case, hyphens and underscores, as everybody writes
them differently. Source of ninjs: IPTC, News in JSON 3.1.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from onrecord.document.dates import epoch, stamp, unreadable
from onrecord.document.draft import Draft
from onrecord.document.plain import read_plain
from onrecord.errors import DocumentError
from onrecord.model import Capture, Interval

_TEXT = ("text", "body", "bodytext", "content", "articlebody", "article", "maintext", "fulltext")
_MARKUP = ("bodyhtml", "bodyxhtml", "contenthtml", "html")
_TITLE = ("title", "headline")
_OUTLET = ("outlet", "source", "publisher", "sitename", "publication", "provider", "infosources")
_BYLINE = ("byline", "author", "authors", "by", "creator")
_LANGUAGE = ("language", "lang", "inlanguage")
_URL = ("url", "link", "canonicalurl", "sourceurl", "uri")
_DATE = (
    *("published", "date", "datepublished", "publishedat", "publicationdate", "publisheddate"),
    *("publishdate", "pubdate", "versioncreated", "firstcreated", "contentcreated"),
)
# The body a reader gets, before abstracts and captions.
_MAIN_ROLES = ("main", "body", "article", "")


class _Body(NamedTuple):
    words: str
    is_markup: bool


def read_fields(text: str, capture: Capture) -> Draft:
    """Return the report in a JSON object; its text field is taken as it is.

    Raises:
        DocumentError: ``broken json``, ``no document`` if it is no object, or ``no text``.
    """
    fields = _fields(text, capture.path)
    body = _body(fields)
    if body is None:
        problem = 'has no text: a document has a field "text" or "body"'
        raise DocumentError(problem, capture.path, code="no text")
    return described(_read_body(body), fields)


def described(draft: Draft, fields: Mapping[str, Any]) -> Draft:
    """Return a draft with what the fields say of it; their names are those of `plain_name`."""
    return draft._replace(
        title=_first(_headlines(fields), fields, _TITLE),
        outlet=_first([], fields, _OUTLET),
        byline=_first([], fields, _BYLINE),
        language=_language(_first([], fields, _LANGUAGE)),
        url=_url(fields),
        dates=tuple(_dates(fields)),
    )


def _fields(text: str, path: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DocumentError("is broken JSON", path, code="broken json") from error
    if not isinstance(value, dict):
        raise DocumentError("is JSON, but no document", path, code="no document")
    # The first of two fields that differ in case only.
    return {plain_name(name): value[name] for name in reversed(value)}


def says_anything(fields: Mapping[str, Any]) -> bool:
    """Whether one of the fields is of those that describe a report."""
    return any(name in fields for name in (*_TITLE, *_OUTLET, *_BYLINE, *_URL, *_DATE))


def plain_name(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")


def _body(fields: Mapping[str, Any]) -> _Body | None:
    bodies = fields.get("bodies")
    if isinstance(bodies, list):
        found = sorted(filter(None, map(_ninjs_body, bodies)), key=lambda pair: pair[0])
        if found:
            return found[0][1]
    for names, is_markup in ((_TEXT, False), (_MARKUP, True)):
        for name in names:
            words = fields.get(name)
            if isinstance(words, str) and words.strip():
                return _Body(words, is_markup)
    return None


def _ninjs_body(value: object) -> tuple[tuple[int, bool], _Body] | None:
    """Return a body with its rank: by role, plain text before markup."""
    if not isinstance(value, dict):
        return None
    fields = {plain_name(name): value[name] for name in value}
    words = fields.get("value")
    if not isinstance(words, str) or not words.strip():
        return None
    role, kind = str(fields.get("role") or "").lower(), str(fields.get("contenttype") or "").lower()
    rank = _MAIN_ROLES.index(role) if role in _MAIN_ROLES else len(_MAIN_ROLES)
    is_markup = "html" in kind or "xml" in kind
    return (rank, is_markup), _Body(words, is_markup)


def _read_body(body: _Body) -> Draft:
    if body.is_markup:
        from onrecord.document.page import read_fragment

        return read_fragment(body.words)
    return read_plain(body.words)


def _headlines(fields: Mapping[str, Any]) -> list[str]:
    headlines = fields.get("headlines")
    if not isinstance(headlines, list):
        return []
    entries = [h for h in headlines if isinstance(h, dict)]
    main = [h for h in entries if str(h.get("role") or "main").lower() in ("main", "headline")]
    return [name for entry in (main or entries) for name in _names(entry.get("value"))]


def _first(before: Iterable[str], fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """Return the words of the first field that has any; of a list, those of all its items."""
    for words in before:
        return words
    for name in names:
        if found := list(_names(fields.get(name))):
            return ", ".join(dict.fromkeys(found))
    return None


def _names(value: object) -> Iterator[str]:
    """Yield the words of a string, of an object with a name, or of a list of such."""
    for item in value if isinstance(value, list) else [value]:
        words = item.get("name") if isinstance(item, dict) else item
        if isinstance(words, str) and words.strip():
            yield " ".join(words.split())


def _language(tag: str | None) -> str | None:
    return tag.replace("_", "-").split("-")[0].lower() if tag else None


def _url(fields: Mapping[str, Any]) -> str | None:
    words = (words for name in _URL for words in _names(fields.get(name)))
    return next((w for w in words if w.startswith(("http://", "https://"))), None)


def _dates(fields: Mapping[str, Any]) -> Iterator[Interval]:
    for name in _DATE:
        value, rule = fields.get(name), f"field {name}"
        if isinstance(value, str) and value.strip():
            yield stamp(value, rule) or unreadable(value.strip(), rule)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield epoch(value, rule) or unreadable(str(value), rule)
