"""Signatures of block quotes: "- Voss said at a briefing." and "— Ada Voss" on a line of their own.

A signature belongs to the words above it, so it joins their passage. An item of a list begins
with a dash too; so what signs must be a name or who said it and nothing else, under words that
end there and have no attribution of their own.
"""

from __future__ import annotations

import re

from onrecord.document.draft import Passage
from onrecord.document.furniture import NAME
from onrecord.model import BlockKind

_DASH = re.compile(r"(?:[-–—―‒]\s+|[–—―])(?=\S)")
_MOST_WORDS = 12
_LONGEST = 120
_ENDS = re.compile(r"""[.!?…]["“”’'»)\]]*$|["“”»]$""")
_QUOTED = re.compile(r"""["“„«].*?["“”»][.,]?""", re.DOTALL)
_CUES = frozenset(
    """
    say says said state states stated add adds added tell tells told note notes noted write writes
    wrote explain explains explained stress stresses stressed emphasize emphasized emphasised insist
    insists insisted claim claims claimed declare declared announce announced remark remarked
    recall recalled continue continued conclude concluded reply replies replied answer answered
    admit admits admitted warn warns warned argue argues argued confirm confirmed comment commented
    assure assured promise promised report reported respond responded observe observed reiterate
    reiterated underline underlined ask asks asked
    """.split()
)
_WHO = frozenset("he she they the a an one".split())
_NOT_WHO = frozenset("yes no i we you it this that there but and so".split())
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|me)\b")
_MARKS = re.compile(r"""["“”„«»:?!;]""")
_NAME_AND_ROLE = re.compile(rf"(?P<name>{NAME})(?:,\s+[\w\s’'.-]{{3,80}})?")
_ROLE_AND_NAME = re.compile(rf"(?:The\s+)?[A-Z][\w\s’',&.-]{{2,100}},\s+(?P<name>{NAME})")


def join_signatures(text: str, passages: list[Passage]) -> list[Passage]:
    """Return the passages, each signature in one with the words that it signs."""
    joined: list[Passage] = []
    for n, passage in enumerate(passages):
        below = passages[n + 1] if n + 1 < len(passages) else None
        if joined and _signs(text, joined, passage, below):
            above = joined.pop()
            kind = above.kind or BlockKind.PARAGRAPH
            signed = above._replace(end=passage.end, kind=kind)
        else:
            signed = passage
        if signed.kind is BlockKind.QUOTE and _is_signed(text, signed):
            # All paragraphs of a quotation are his who signs it.
            while joined and _goes_on(text, joined[-1], signed):
                signed = signed._replace(start=joined.pop().start)
        joined.append(signed)
    return joined


def _goes_on(text: str, above: Passage, passage: Passage) -> bool:
    """Whether a quotation marked by ``>`` goes on in the next paragraph of it."""
    between = text[above.end : passage.start]
    marked = all(line.startswith(">") for line in between.split("\n")[1:])
    return above.kind is BlockKind.QUOTE and ">" in between and marked


def _is_signed(text: str, passage: Passage) -> bool:
    """Whether the last line of a quotation says whose it is."""
    above, _, last = text[passage.start : passage.end].rpartition("\n")
    line = last.lstrip("> \t")
    dash = _DASH.match(line)
    if dash is None or not above or len(line) > _LONGEST:
        return False
    words = line[dash.end() :].rstrip(".")
    named = _NAME_AND_ROLE.fullmatch(words) or _ROLE_AND_NAME.fullmatch(words)
    return named is not None or _tells_who_said(words)


def _signs(text: str, before: list[Passage], passage: Passage, below: Passage | None) -> bool:
    dash = _dash(text, passage)
    above = before[-1]
    if dash is None or passage.end - passage.start > _LONGEST:
        return False
    if passage.kind not in (None, BlockKind.QUOTE, BlockKind.BYLINE):
        return False
    if above.kind not in (None, BlockKind.QUOTE):
        return False
    signed = text[above.start : above.end]
    said_by = text[dash.end() : passage.end]
    if not _ENDS.search(signed[-4:]) or _has_cue(signed[-40:].split()[-3:]):
        return False
    in_list = _dash(text, above) is not None
    goes_on = below is not None and _dash(text, below) is not None
    if _tells_who_said(said_by):
        only_two = not goes_on and (len(before) == 1 or _dash(text, before[-2]) is None)
        twice = below is not None and goes_on and _tells_who_said(_after_dash(text, below))
        return only_two if in_list else not twice
    return not in_list and not goes_on and _names(said_by, signed, above, is_last=below is None)


def _dash(text: str, passage: Passage) -> re.Match[str] | None:
    return _DASH.match(text, passage.start, passage.end)


def _after_dash(text: str, passage: Passage) -> str:
    return _DASH.sub("", text[passage.start : min(passage.end, passage.start + _LONGEST)], count=1)


def _has_cue(words: list[str]) -> bool:
    return any(word.strip(".,!?…”\"'’»)") in _CUES for word in words)


def _tells_who_said(words: str) -> bool:
    """Whether words are a source and a cue, in either order, and no content: "Voss said today"."""
    tokens = words.split()
    cue = next((n for n, token in enumerate(tokens) if token.strip(".,") in _CUES), None)
    if cue is None or len(tokens) > _MOST_WORDS or _MARKS.search(words) or "that" in tokens:
        return False
    who = tokens[:cue] or tokens[cue + 1 :]
    if not who or who[0].lower().strip(",.") in _NOT_WHO:
        return False
    # "Voss, the minister, said" has two commas before its cue; "The mole, said Voss" has words.
    commas = " ".join(tokens[:cue]).count(",")
    return commas in (0, 2) and (who[0][0].isupper() or who[0].lower() in _WHO)


def _names(words: str, signed: str, above: Passage, *, is_last: bool) -> bool:
    """Whether words are a name under a quotation: a reporter's name ends a report as well."""
    if len(words.split()) > _MOST_WORDS:
        return False
    match = _NAME_AND_ROLE.fullmatch(words.rstrip("."))
    if above.kind is BlockKind.QUOTE or _QUOTED.fullmatch(signed):
        return match is not None or _ROLE_AND_NAME.fullmatch(words.rstrip(".")) is not None
    if match is None:
        return False
    if len(match["name"].split()) < 2:
        return False
    unquoted = _QUOTED.sub("", signed)
    if _FIRST_PERSON.search(unquoted):
        return True
    return not is_last and unquoted == signed and not _has_cue(signed.split())
