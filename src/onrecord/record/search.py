"""Search words in statements and documents, with a query language that cannot go wrong.

    expression := both (OR both)*
    both       := without (AND? without)*
    without    := term (NOT term)*
    term       := word | word* | "a phrase" | ( expression )

A parenthesis left open is closed at the end, one closed too often is passed over. A quotation
mark left open is an error: nobody knows where the phrase was to end.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from onrecord.errors import LookupFailed
from onrecord.model import Span
from onrecord.record.words import storable

DEEPEST = 20
"""How many parentheses may stand inside one another; SQLite's own limit is not far above."""

LONGEST = 2000
"""How many characters a query may have."""

_TOKEN = re.compile(r'"(?P<phrase>[^"]*)"(?P<begin>\*?)|(?P<mark>[()])|(?P<word>[^\s"()]+)')
_ON, _OFF = "\x02onrecord\x02", "\x03onrecord\x03"


def match(query: str) -> str:
    """Return `query` as an expression of FTS5, every word of it quoted.

    Raises:
        LookupFailed: if there is no word in it, an operator stands where none can, or a
            quotation mark is left open.
    """
    if len(query) > LONGEST:
        raise LookupFailed(f"a query of more than {LONGEST} characters")
    if query.count('"') % 2:
        rest = query[query.rindex('"') :]
        raise LookupFailed(f'a quotation mark is left open, close it: {rest.rstrip()}"', query)
    tokens = list(_tokens(storable(query)))
    if not any(token.startswith('"') for token in tokens):
        raise LookupFailed('nothing to search for: give a word or a "phrase"', query)
    return _Query(query, tokens).parsed()


def marked(highlighted: str) -> tuple[str, tuple[Span, ...]]:
    """Return a text without the marks FTS5 put around its matches, and the matches."""
    text, spans = "", []
    for part in highlighted.split(_ON)[:1]:
        text = part
    for part in highlighted.split(_ON)[1:]:
        found, _, after = part.partition(_OFF)
        if found:
            spans.append(Span(len(text), len(text) + len(found)))
        text += found + after
    return text, tuple(spans)


class Found(NamedTuple):
    """What matched: the key of its row, and its two columns with FTS5's marks in them."""

    key: int
    first: str
    second: str


def found_statements(connection: sqlite3.Connection, query: str) -> Iterator[Found]:
    """Yield the statements that match, best first, by their quote and source."""
    return _found(connection, "statements", "statement_search", match(query))


def found_documents(connection: sqlite3.Connection, query: str) -> Iterator[Found]:
    """Yield the documents that match, best first, by their title and text."""
    return _found(connection, "documents", "document_search", match(query))


def _found(
    connection: sqlite3.Connection, table: str, index: str, expression: str
) -> Iterator[Found]:
    ranked = f"""
        SELECT rank, rowid, coalesce(highlight({index}, 0, :on, :off), ''),
               coalesce(highlight({index}, 1, :on, :off), '')
        FROM {index} WHERE {index} MATCH :expression ORDER BY rank
    """
    rows = connection.execute(ranked, {"on": _ON, "off": _OFF, "expression": expression})

    def id(row: tuple[float, int, str, str]) -> str:
        query = f"SELECT id FROM {table} WHERE key = ?"
        return str(connection.execute(query, (row[1],)).fetchone()[0])

    # Ids decide between equals, not the order in which they were added.
    for _, equals in groupby(rows, key=itemgetter(0)):
        for _, key, first, second in sorted(equals, key=id):
            yield Found(key, first, second)


def _tokens(query: str) -> Iterator[str]:
    """Yield parentheses, operators and quoted terms; what holds no letter or digit is dropped."""
    for token in _TOKEN.finditer(query):
        word = token["word"] or ""
        if token["mark"]:
            yield token["mark"]
        elif word in ("AND", "OR", "NOT"):
            yield word
        else:
            begins = token["begin"] or word.endswith("*")
            term = token["phrase"] or word.rstrip("*")
            if any(c.isalnum() for c in term):
                yield f'"{term}"{" *" if begins else ""}'


class _Query:
    """Reads tokens from left to right, one method a line of the grammar."""

    def __init__(self, query: str, tokens: list[str]) -> None:
        self._query = query
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def parsed(self) -> str:
        parts = [self._either()]
        while self._next() is not None:
            if self._next() == ")":
                self._at += 1
            else:
                parts.append(self._either())
        return _all(parts, "AND")

    def _next(self) -> str | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _takes(self, token: str) -> bool:
        taken = self._next() == token
        self._at += taken
        return taken

    def _either(self) -> str:
        parts = [self._both()]
        while self._takes("OR"):
            parts.append(self._both())
        return _all(parts, "OR")

    def _both(self) -> str:
        parts = [self._without()]
        while self._takes("AND") or self._next() not in (None, ")", "OR"):
            parts.append(self._without())
        return _all(parts, "AND")

    def _without(self) -> str:
        wanted, unwanted = self._term(), []
        while self._takes("NOT"):
            unwanted.append(self._term())
        return f"({wanted} NOT {_all(unwanted, 'OR')})" if unwanted else wanted

    def _term(self) -> str:
        token = self._next()
        if token is None or token in ("AND", "OR", "NOT", ")"):
            raise LookupFailed(
                'AND, OR and NOT stand between two words; search for them as "and"', self._query
            )
        self._at += 1
        if token != "(":
            return token
        self._depth += 1
        if self._depth > DEEPEST:
            raise LookupFailed(f"more than {DEEPEST} parentheses inside one another", self._query)
        inside = self._either()
        self._takes(")")
        self._depth -= 1
        return inside


def _all(parts: list[str], operator: str) -> str:
    return parts[0] if len(parts) == 1 else f"({f' {operator} '.join(parts)})"
