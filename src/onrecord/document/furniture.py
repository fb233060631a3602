"""What is printed around a report: adverts, links, datelines, bylines.

Patterns of whole lines, general ones: there is no list of outlets here. A line that only
might be furniture is none, because a statement lost costs more than an advert kept.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.document.dates import STAMP, date_line, glued_date, is_update_line
from onrecord.model import BlockKind, Interval

# Longer than this, a line is a paragraph whatever it begins with.
LONGEST = 300

_ADVERT = re.compile(
    r"""(?:
    ads?|adverts?|advertisements?|advertising|(?:paid|sponsored|promoted|partner)(?:\s+(?:content|post|story|by\b.*))?
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
_NAME = rf"{_CAPITALISED}(?:\s{_PARTICLE}{_CAPITALISED}){{0,4}}"
_BYLINE = re.compile(
    rf"(?:by|BY|By|Text\s+by|Written\s+by|Words\s+by|Story\s+by|Author:|Reporter:)\s+"
    rf"(?P<names>{_NAME}(?:(?:,\s+|\s+and\s+|\s+&\s+|,\s+and\s+){_NAME})*)"
    rf"(?:,\s+[\w\s’'-]{{3,60}}|\s+(?:in|for|at)\s+{_NAME})?"
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
_NAME_LINE = re.compile(rf"(?:{_NAME}|[a-z][\w-]*\.[a-z]{{2,6}})")
_PARTS = re.compile(r"\s+[•·|–—]\s+")
_EDITION = re.compile(r"(?:[\w-]+\s+){0,3}edition", re.IGNORECASE)
_DASH = re.compile(r"\s[–—]\s")
_COUNT = re.compile(
    r"[\d.,\s]+\s*k?\s*(?:views?|comments?|shares?|min(?:ute)?s?\.?(?:\s+read)?)", re.I
)

_AGENCY = re.compile(
    rf"(?:(?P<place>(?:{_NAME})(?:[/,.]\s*(?:{_NAME}))?)(?P<date>\s*[,.]\s*[^()\n]{{0,40}}?)?\s*)?"
    rf"\((?P<agency>{_NAME}(?:/{_NAME})?)\)\s*(?:--|[-–—:])\s*(?=\S)"
)
# "PORT ANSEL. ", as papers in Central Europe write it.
_CAPITALS = re.compile(r"(?=[^.]{5})[A-Z]{3,}(?:[ /-][A-Z]{3,})*\.\s+(?=[“\"‘«„A-Z])")
_CITY = re.compile(
    r"(?P<place>[A-Z]{3}[A-Z .’'-]*(?:,\s*[A-Z][\w. ]{1,20})?)(?P<date>,\s+[^()\n]{3,30}?)?"
    r"\s+(?:--|[–—-])\s+(?=[“\"‘«„A-Z\d])"
)


class Dateline(NamedTuple):
    """What stands at the head of a report about when, where and by whom it was made."""

    end: int
    outlet: str | None = None
    date: Interval | None = None


def kind_of_line(line: str) -> BlockKind | None:
    """Return what a whole line is, wherever it stands; None for the words of the report."""
    if len(line) > LONGEST:
        return None
    if _ADVERT.fullmatch(line):
        return BlockKind.ADVERT
    if _LINK.fullmatch(line) or _LINK_HEAD.fullmatch(line):
        return BlockKind.LINK
    if _CREDITS.fullmatch(line) or byline(line) is not None:
        return BlockKind.BYLINE
    if is_update_line(line) or (line[-1].isalnum() and date_line(line) is not None):
        return BlockKind.DATELINE
    return None


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
    part other lines as well, so a line with one must have a date or an edition.
    """
    parts = _PARTS.split(line) if len(line) <= 120 else []
    dates = [found for part in parts if (found := date_line(part))]
    editions = [part for part in parts if _EDITION.fullmatch(part)]
    counts = [part for part in parts if _COUNT.fullmatch(part)]
    names = [part for part in parts if _NAME_LINE.fullmatch(part) and not STAMP.fullmatch(part)]
    known = len(names) + len(dates) + len(counts) + len(editions)
    if len(parts) < 2 or known < len(parts) or len(names) > 3:
        return None
    if not (dates or editions) and _DASH.search(line):
        return None
    outlet = names[-1] if len(names) > 1 or (names and editions) else None
    return Dateline(len(line), outlet, dates[0] if dates else None)


def prefix(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline that stands before the first sentence of a paragraph.

    Such as "PORT ANSEL, June 2, 2023 (Agency) - " or "date 2023-06-02 ".
    """
    glued = glued_date(text, start, end)
    if glued is not None:
        return Dateline(glued[1], date=glued[0])
    head = min(end, start + 120)
    match = next(
        (m for p in (_AGENCY, _CITY, _CAPITALS) if (m := p.match(text, start, head))), None
    )
    if match is None:
        return None
    found = match.groupdict()
    date = date_line((found.get("date") or "").strip(" ,."))
    return Dateline(match.end(), found.get("agency"), date)
