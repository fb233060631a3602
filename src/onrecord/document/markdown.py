"""Markdown: plain text with marked headings, under what a file says of itself.

Such front matter stands between two lines of ``---``. Only what it commonly holds is read:
``name: value``, lists in brackets or a line an item, values in quotation marks. Anything else
makes it no front matter, but text.
"""

from __future__ import annotations

import re

from onrecord.document.draft import Draft, Passage, trimmed
from onrecord.document.fields import described, plain_name, says_anything
from onrecord.document.plain import read_plain
from onrecord.model import BlockKind

_FENCE = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t\r]*$", re.MULTILINE)
_LONGEST = 10_000
_FIELD = re.compile(r"(?P<name>[\w-]+)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")
_BRACKETS = re.compile(r"\[(.*)\]")
_IN_MARKS = re.compile(r"""(["'])(.*)\1(?:[ \t]+#.*)?""")
_COMMENT = re.compile(r"(?:^|[ \t]+)#.*$")


def read_markdown(text: str) -> Draft:
    """Return the report in a Markdown file; the text is not touched.

    Front matter is a passage of its own that is not read, and its fields are those of the report.
    """
    fence = _FENCE.match(text)
    closing = _CLOSING.search(text, fence.end(), fence.end() + _LONGEST) if fence else None
    if fence is None or closing is None:
        return read_plain(text, markdown=True)
    fields = _fields(text[fence.end() : closing.start()])
    if not says_anything(fields):
        return read_plain(text, markdown=True)
    front = Passage(*trimmed(text, fence.end(), closing.start()), BlockKind.DATELINE)
    draft = read_plain(text, markdown=True, start=closing.end())
    return described(draft._replace(passages=[front, *draft.passages]), fields)


def _fields(source: str) -> dict[str, object]:
    """Return the fields by name; empty if a line is neither a field nor part of one."""
    fields: dict[str, object] = {}
    name = ""
    for line in source.splitlines():
        field = _FIELD.fullmatch(line.rstrip())
        item = _ITEM.fullmatch(line.rstrip())
        if field is not None:
            name = plain_name(field["name"])
            fields[name] = _value(field["value"] or "")
        elif item is not None and name:
            listed = fields[name]
            fields[name] = [*(listed if isinstance(listed, list) else []), _plain(item["value"])]
        elif line.strip() and not line.startswith((" ", "\t", "#")):
            return {}
    return fields


def _value(words: str) -> object:
    said = _plain(words)
    brackets = _BRACKETS.fullmatch(said)
    return [_plain(item) for item in brackets[1].split(",")] if brackets else said


def _plain(words: str) -> str:
    """Return a value without its quotation marks, or without the comment after it."""
    said = words.strip()
    in_marks = _IN_MARKS.fullmatch(said)
    return in_marks[2] if in_marks else _COMMENT.sub("", said).strip()
