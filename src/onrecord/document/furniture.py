"""What is printed around a report: adverts, links, datelines, bylines.

Patterns of whole lines, general ones: there is no list of outlets here. A line that only
might be furniture is none, because a statement lost costs more than an advert kept.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.document.dates import A_DAY, A_MONTH, STAMP, date_line, glued_date, is_update_line
from onrecord.model import BlockKind, Interval

# Longer than this, a line is a paragraph whatever it begins with.
LONGEST = 300
_PREFIX_LENGTH = 120

_ADVERT = re.compile(
    r"""(?:
    ads?|adverts?|advertisements?|advertising
    |(?:paid|sponsored|promoted|partner)(?:\s+(?:content|post|story|by\b[^.!?\n]{,80}))?
    |(?:article|story|report)?\s*continues\s+(?:below|after)\b.*
    |(?:advertisement|ad)\s*[-–—:]?\s*(?:scroll\s+to\s+continue|story\s+continues\s+below|continue\s+reading.*)
    |scroll\s+to\s+continue.*
    |(?:reading\s+time|estimated\s+read(?:ing)?\s+time)\W*\d+.*
    |\d+\s*(?:-|\s)?min(?:ute)?s?\.?\s+(?:to\s+)?read
    |[\d.,]+\s*k?\s+(?:views?|shares?|comments?|likes?)
    |for\s+(?:the|all)\s+(?:latest|more)\b.*\b(?:follow|subscribe|visit|download|sign\s+up|join)\b.*
    |(?:follow|join|like|find)\s+(?:us|our)\b.*
    |(?:please\s+)?(?:subscribe|sign\s+up)\b(?:\W*|\s+(?:to|for|now|here|today|and)\b.*)
    |sign\s+in(?:\W*|\s+(?:to|or)\b.*)|log\s+in(?:\W*|\s+(?:to|or)\b.*)
    |get\s+(?:the|our|all\s+the)\s+(?:latest|best|top|newsletter|app|news)\b.*
    |download\s+(?:the|our)\b.*\bapp\b.*
    |(?:we|this\s+(?:web)?site|our\s+(?:web)?site)\s+uses?\s+cookies?\b.*
    |(?:accept|reject|manage)(?:\s+all)?\s+cookies?|cookie\s+(?:settings|policy|preferences)
    |(?:support|donate\s+to)\s+(?:us|our\s+(?:work|journalism|newsroom))\b.*
    |don[’']t\s+have\s+time\s+to\s+read.*
    |(?:click|tap)\s+here\b.*
    |share(?:\s+(?:this|on|via|the)\b.*)?
    |(?:copy\s+link|print|e-?mail|facebook|twitter|telegram|whatsapp|x)
    |(?:©|\(c\)|copyright\b).*
    |all\s+rights\s+reserved\W*
    )\s*[.!…>»→]*""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# What such a label stands before is an advert too, however long it is.
_ADVERT_LABEL = (
    r"(?:advertisement|advert|ad|(?:paid|sponsored|promoted|partner)(?:\s+(?:content|post|story))?"
    r"|sponsored\s+by\s[^.!?:\n]{2,60}|anzeige|werbung|реклама|reklama|publicité|publicidad)"
)
_LABELLED_ADVERT = re.compile(
    rf"(?:{_ADVERT_LABEL}(?:\s*[:|•»\n]|\s+[-–—]\s)|[\[(]{_ADVERT_LABEL}[\])])\s*\S"
    # In capitals before words that are not.
    rf"|(?-i:(?=[A-ZА-Я]{{5}})(?i:{_ADVERT_LABEL})(?<=[A-ZА-Я])\s+\W?(?:\w\s|\w*[a-zа-я]))",
    re.IGNORECASE,
)
_LINK_LABEL = (
    r"(?:(?:read|see|watch|listen|learn)\s+(?:also|more|next|this)|also\s+(?:read|see|watch)|see\s+also|read\s+on"
    r"|related(?:\s+(?:articles?|stories|story|news|topics|content|reading|posts?|links?))?"
    r"|more\s+(?:stories|news|articles|on\s+this(?:\s+(?:topic|story))?|like\s+this)"
    r"|recommended(?:\s+(?:reading|for\s+you|stories))?|most\s+(?:read|popular)|you\s+(?:may|might)\s+also\s+like"
    r"|don[’']t\s+miss|further\s+reading|trending(?:\s+now)?|editor[’']?s[’']?\s+(?:picks|choice))"
)
_LINK_HEAD = re.compile(rf"{_LINK_LABEL}(?:\s+on\s+this\s+topic)?\s*[:>»→…]*", re.IGNORECASE)
_LINK = re.compile(
    rf"(?:{_LINK_LABEL}\s*[:|>»→–—]\s*\S.*"
    r"|read\s+(?:the\s+)?(?:rest|full|whole|original|entire)\b.{0,60}"
    r"|(?:https?://|www\.)\S+)",
    re.IGNORECASE | re.DOTALL,
)

_CAPITALISED = r"[^\W\d_a-zà-ÿ][\w.'’-]*"
_PARTICLE = r"(?:(?:de|der|den|van|von|da|di|la|le|bin|al|ibn|del)\s){0,2}"
NAME = rf"{_CAPITALISED}(?:\s{_PARTICLE}{_CAPITALISED}){{0,4}}"
_BYLINE = re.compile(
    rf"(?:by|BY|By|Text\s+by|Written\s+by|Words\s+by|Story\s+by|Author:|Reporter:)\s+"
    rf"(?P<names>{NAME}(?:(?:,\s+|\s+and\s+|\s+&\s+|,\s+and\s+){NAME})*)"
    rf"(?:,\s+[\w\s’'-]{{3,60}}|\s+(?:in|for|at)\s+{NAME})?"
)
_AND = re.compile(r"\s(?:and|&)\s")
_JOB = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|analyst|columnist|staff|agenc(?:y|ies)|chief)\b",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"\(?(?:(?:additional\s+)?reporting|writing|editing|edited|translated)\s+by\s+[^.!?]{3,250}\.?\)?",
    re.IGNORECASE,
)
_NAME_LINE = re.compile(rf"(?:{NAME}|[a-z][\w-]*\.[a-z]{{2,6}})")
_PARTS = re.compile(r"\s+[•·|–—]\s+")
_EDITION = re.compile(r"(?:[\w-]+\s+){0,3}edition", re.IGNORECASE)
_DASH = re.compile(r"\s[–—]\s")
_COUNT = re.compile(
    r"[\d.,\s]+\s*k?\s*(?:views?|comments?|shares?|min(?:ute)?s?\.?(?:\s+read)?)", re.I
)

_TOWN = r"[A-Z]{3}[A-Z.’'/-]*(?:\s[A-Z.’'/-]+){0,3}(?:,\s*[A-Z](?:[^\W\d]|[. ]){1,20}?)?"
_PLACE = rf"{NAME}(?:[/,.]\s*(?!{A_MONTH}[\s.]){NAME})?"
# Some agencies write themselves small; "(R-Texas)" is none.
_IN_BRACKETS = rf"\((?P<agency>(?![A-Z]-){NAME}(?:/{NAME})?|[a-z]{{2,5}})\)\.?"
_DASH_AFTER = r"\s*(?:--|[-–—])"
_BEGINS = r"[“\"‘«„A-Z\d]"
_AGENCY = re.compile(
    rf"(?:(?P<place>{_PLACE})(?P<date>\s*[,.]\s*[^()\n]{{0,40}}?)?\s*|(?=\([^a-z])){_IN_BRACKETS}"
    rf"{_DASH_AFTER}(?:\s*(?P<day>{A_DAY})(?:[.:]|{_DASH_AFTER})(?=\s+{_BEGINS}))?\s*(?=\S)"
)
# With a line to itself: "ANSEL (Agency)", "ANSEL (Agency) - June 2.", "Port Ansel, June 2
# (Agency) -", "ANSEL, June 2".
_ALONE = (
    re.compile(rf"{_TOWN}\s*{_IN_BRACKETS}(?:{_DASH_AFTER}(?:\s*(?P<date>{A_DAY})\.?)?)?"),
    re.compile(rf"{_PLACE}[,.]\s+(?P<date>{A_DAY})\.?\s*{_IN_BRACKETS}(?:{_DASH_AFTER})?"),
    re.compile(rf"{_TOWN},\s+(?P<date>{A_DAY})(?:{_DASH_AFTER})?"),
)
# "PORT ANSEL. ", as papers in Central Europe write it.
_CAPITALS = re.compile(r"(?=[^.]{5})[A-Z]{3,}(?:[ /-][A-Z]{3,})*\.\s+(?=[“\"‘«„A-Z])")
_CITY = (
    re.compile(
        rf"(?P<place>{_TOWN}),\s+(?P<date>{A_DAY})(?:(?:,\s+|\s+[/(])(?P<agency>{NAME})[/)]?)?"
        rf"(?::|{_DASH_AFTER})\s+(?={_BEGINS})"
    ),
    re.compile(
        rf"(?P<place>{_TOWN})(?P<date>,\s+(?=\D{{0,20}}\d)[^()\n]{{3,30}}?)?"
        rf"\s+(?:--|[–—-])\s+(?={_BEGINS})"
    ),
)


class Dateline(NamedTuple):
    """What stands at the head of a report about when, where and by whom it was made.

    `town` is set where nothing but a name in capitals says that it is one.
    """

    end: int
    outlet: str | None = None
    date: Interval | None = None
    town: str | None = None


def kind_of_line(line: str) -> BlockKind | None:
    """Return what a whole line is, wherever it stands; None for the words of the report."""
    if _LABELLED_ADVERT.match(line):
        return BlockKind.ADVERT
    if len(line) > LONGEST:
        return None
    if _ADVERT.fullmatch(line):
        return BlockKind.ADVERT
    if _LINK.fullmatch(line) or _LINK_HEAD.fullmatch(line):
        return BlockKind.LINK
    if _CREDITS.fullmatch(line) or byline(line) is not None:
        return BlockKind.BYLINE
    if is_update_line(line) or (line.rstrip("*_")[-1:].isalnum() and date_line(line) is not None):
        return BlockKind.DATELINE
    return None


def is_furniture(line: str) -> bool:
    """Whether a whole line at the head of a report is no words of it."""
    return kind_of_line(line) is not None or place_line(line) is not None


def opens_links(line: str) -> bool:
    """Whether a line is a mere label, such as "Read more:", and the links stand below it."""
    return len(line) < 60 and _LINK_HEAD.fullmatch(line) is not None


def byline(line: str) -> str | None:
    """Return the names in a line such as "By Ada Voss and Ilm Tarn, Political Editor"."""
    match = _BYLINE.fullmatch(line) if len(line) <= 160 else None
    if match is None:
        return None
    names = match["names"]
    # After a comma and before no "and" stands a place or a job.
    if not _AND.search(names):
        return names.partition(", ")[0]
    return ", ".join(name for name in names.split(", ") if not _JOB.search(name))


def place_line(line: str) -> Dateline | None:
    """Return what a line such as "Port Ansel • UNA • 22 October 2024, 20:01" says.

    It has several parts, each a name, a date, a count or an edition. Of two names the last
    is the outlet, after the place; the one name beside an edition is an outlet too. Dashes
    part other lines as well, so a line with one must have a date or an edition. The dateline
    of an agency may have a line to itself: "PORT ANSEL, June 2 (UNA)".
    """
    alone = (
        next((m for p in _ALONE if (m := p.fullmatch(line))), None) if len(line) <= 120 else None
    )
    if alone is not None:
        return _dateline(alone)
    parts = _PARTS.split(line) if len(line) <= 120 else []
    dates = [found for part in parts if (found := date_line(part))]
    editions = [part for part in parts if _EDITION.fullmatch(part)]
    counts = [part for part in parts if _COUNT.fullmatch(part)]
    others = [part for part in parts if part not in editions and not STAMP.fullmatch(part)]
    names = [part for part in others if _NAME_LINE.fullmatch(part)]
    known = len(names) + len(dates) + len(counts) + len(editions)
    if len(parts) < 2 or known < len(parts) or len(names) > 3:
        return None
    if not (dates or editions) and _DASH.search(line):
        return None
    outlet = names[-1] if len(names) > 1 or (names and editions) else None
    return Dateline(len(line), outlet, dates[0] if dates else None)


def head_prefix(text: str, start: int, end: int) -> Dateline | None:
    """Return what stands before the first sentence of a report.

    A `prefix`, a labelled date such as "date 2023-06-02 ", or "PORT ANSEL. ".
    """
    glued = glued_date(text, start, end)
    if glued is not None:
        return Dateline(glued[1], date=glued[0])
    capitals = _CAPITALS.match(text, start, min(end, start + _PREFIX_LENGTH))
    return prefix(text, start, end) or (Dateline(capitals.end()) if capitals else None)


def prefix(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline before the first sentence of a paragraph, wherever that stands.

    Such as "PORT ANSEL, June 2, 2023 (Agency) - ", "(Agency) - ", "PORT ANSEL — " or
    "PORT ANSEL (Agency) — June 2, 2023. ".
    """
    head = min(end, start + _PREFIX_LENGTH)
    match = _AGENCY.match(text, start, head) if text.find("(", start, head) >= 0 else None
    for city in _CITY:
        match = match or city.match(text, start, head)
    return None if match is None else _dateline(match)


def _dateline(match: re.Match[str]) -> Dateline:
    found = match.groupdict()
    agency, day = found.get("agency"), found.get("date") or found.get("day")
    town = None if agency or day else found.get("place")
    return Dateline(match.end(), agency, date_line((day or "").strip(" ,.")), town)
