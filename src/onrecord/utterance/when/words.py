"""The closed lists of words that tell whose time a time is."""

from __future__ import annotations

import re

BLANK = "\x00"
"""What stands for each letter of what is not read: the contents of other statements."""
APART = "\x01"
"""What stands for each letter of an aside: "the mayor, who left on Friday, said"."""

_OCCASIONS = (
    r"(?:briefing|speech|address|interview|statement|conference|remarks?|comments?|letter|talks|"
    r"meeting|summit|session|sitting|debate|hearing|rally|call|post|message|congress|forum|dinner|"
    r"lunch|breakfast|ceremony|broadcast|programme|show|podcast|appearance|testimony|visit|event|"
    r"gathering|question time|conversation|exchange|vigil|communiqu[ée]|tweet|article|column|"
    r"report|telegram|note|declaration|announcement)s?"
)
IS_OCCASION = re.compile(rf"\b{_OCCASIONS}\b", re.IGNORECASE)

# "Friday's briefing" and "her May 3 letter" date what is said there; "Friday's vote" does not.
POSSESSIVE = re.compile(r"['’]s?\s")
ADJECTIVE = re.compile(
    r"\b(?:the|his|her|its|their|a|an|this|that|[^\W_]+['’]s?)\s+$", re.IGNORECASE
)
# "A letter of March 3", "a note dated March 3": what is written has its own date.
WRITTEN_ON = re.compile(
    r"\b(?:letter|message|note|memo|memorandum|telegram|cable|e-?mail|report|statement|circular|"
    r"communiqu[ée]|post|tweet|article|column|editorial|text)s?\b"
    r"(?:\s+(?:to|from|in)\s+(?:[\w'’-]+\s+){1,4}|\s+)(?:of|from|dated)\s+"
    r"(?:on\s+|the\s+|early\s+|late\s+)*$",
    re.IGNORECASE,
)
OWN_NOUN = re.compile(rf"['’]?s?\s+(?:[\w-]+\s+){{0,3}}?{_OCCASIONS}\b", re.IGNORECASE)
NOUN = re.compile(
    r"\s+(?!(?:that|and|in|at|to|by|he|she|it|they|as|with|after|during|for|from)\b)[a-z]"
)

# Before a time, these make it the time of something else or only one end of a span.
OF_OTHER = re.compile(
    r"\b(?:since|until|till|by|before|after|from|next|coming|between|following|ahead of|due|"
    r"scheduled(?: for)?|planned for|starting|beginning|effective|later|for|than|of|every|each|"
    r"as of|marking|dated)\s+(?:on\s+|in\s+|the\s+|early\s+|late\s+|last\s+)*$",
    re.IGNORECASE,
)
ABOUT_OTHER = re.compile(
    r"\b(?:about|over|against|regarding|concerning|amid|despite|since|marking|ahead of|before|"
    r"after|following|until)\s+(?P<what>(?:[\w'’-]+\s+){1,6})$",
    re.IGNORECASE,
)
AFTERWARDS = re.compile(r"^\s*(?:,\s*)?(?:next|this coming|to come|onwards?)\b", re.IGNORECASE)

# Between a cue and a time, these start a clause that has a time of its own.
BARRIER = re.compile(
    r"\b(?:that|before|since|until|ahead|when|while|because|which|who|held|"
    r"due|scheduled|expected|planned|amid|despite|as|whose|if|about|regarding|over|"
    r"was|were|is|are|has|had|have|will|would)\b|[;:]"
    rf"|\b(?:after|following)\b(?!\s+(?:[\w'’-]+\s+){{0,4}}?{_OCCASIONS}\b)",
    re.IGNORECASE,
)
FUTURE = re.compile(
    r"\b(?:will|would|is to|are to|was to|due to|expected to|set to|going to|plans? to|"
    r"intends? to|wants? to|hopes? to|about to|to)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:is|are|was|were)\s+(?:due|expected|set|going|about)(?:\s+to\b|$)", re.IGNORECASE
)
PERFECT = re.compile(r"\b(?:had|having)\b(?:\s+\w+){0,2}$", re.IGNORECASE)
EARLIER = re.compile(
    r"\b(?:had|has|have|having|once|earlier|previously|will|long|often|repeatedly|always|separately)"
    r"\b(?:\s+\w+){0,2}$|\bwould\b(?!\s+(?:not|neither))(?:\s+\w+){0,2}$",
    re.IGNORECASE,
)
HAS = re.compile(r"\b(?:has|have)\b(?:\s+\w+){0,2}$", re.IGNORECASE)
GOES_ON = re.compile(
    r"\b(?:add(?:s|ed|ing)|continu(?:es|ed|ing)|went on|goes on|also|conclud(?:es|ed|ing)|too|"
    r"reiterat\w+|further|stressing|noting|saying|calling|insisting|warning)\b",
    re.IGNORECASE,
)
WRITTEN = re.compile(
    r"\b(?:wr(?:ote|ites|itten)|post(?:ed|s)?|tweet\w*|letter|page|social media|statement|"
    r"communiqu[ée])\b",
    re.IGNORECASE,
)
CREDIT = re.compile(r"(?:reports?|reported|writes)", re.IGNORECASE)
"""Cues by which a report credits an outlet: what stands inside is still its own telling."""

_VERBS = (
    r"(?:said|told|stated|announced|declared|warned|insisted|disclosed|recounted|explained|vowed|"
    r"promised|offered|pledged|repeated|confirmed|denied|rejected|dismissed|accused|stressed|noted|"
    r"acknowledged|urged|proposed|wrote|stood by|defended|replied|responded|answered|admitted|"
    r"claimed|argued|called|criticised|criticized|condemned|welcomed|praised|demanded|appealed|"
    r"spoke|speaking|addressed|addressing|briefed|testified|was asked|took questions|appeared on|"
    r"appeared before|met reporters|met with reporters|took the (?:witness )?stand|gave evidence|"
    r"set forth|set out|contradicted|disputed|justified|spelled out|laid out|was interviewed|"
    r"talked (?:to|with))"
)
ANOTHER_CLAUSE = re.compile(r"\band (?:I|he|she|they|we|it|[A-Z][\w'’-]+ \w+ed)\b")
""" "She said to me, and I wrote it down on Monday"."""
RELATIVE = re.compile(r"who|which|that", re.IGNORECASE)
HAD = re.compile(r"\bhad\b", re.IGNORECASE)
HEARD = re.compile(
    r"\b(?:been|was|were|being)\s+(?:told|informed|assured|advised|warned)\b", re.IGNORECASE
)
""" "He was told": whoever said it, it was not he."""
REPLIED = re.compile(r"\b(?:answered|replied|retorted|responded|countered)\b", re.IGNORECASE)
TO_THIS = re.compile(r"\W*To (?:this|that|which)\b", re.IGNORECASE)
PRESENT = re.compile(
    r"\b(?:says|tells|insists|denies|claims|maintains|writes|repeats|argues|recalls|explains|asks|"
    r"calls|warns|admits|accuses|remembers)$",
    re.IGNORECASE,
)
WHEN = re.compile(r",? (?:when|as)\s+(?:[\w'’-]+\s+){1,5}$", re.IGNORECASE)
""" "Drev caused a stir on Monday when he said": the time of either is that of both."""
SPOKE = re.compile(
    rf"\b(?:{_VERBS}|(?:gave|held|delivered|made|issued|published|posted|released|sent|opened|closed|"
    rf"recorded)\s+(?:[\w'’-]+\s+){{0,4}}?{_OCCASIONS})\b",
    re.IGNORECASE,
)
TOGETHER = re.compile(
    r"\b(?:joint\s+(?:[\w-]+\s+){1,3}with|(?:together|along) with|alongside|side by side with|"
    r"flanked by|in the presence of)\s+",
    re.IGNORECASE,
)
DAYS_FROM_THIS = re.compile(
    r"(?P<count>a|one|two|three|four|five|six|\d)\s+days?\s+(?P<way>after|before)\s+$",
    re.IGNORECASE,
)
