"""Which names are those of outlets: papers, agencies, channels that pass words on.

No list of outlets is kept but that of a few known everywhere. A report shows an outlet by the
words of its name ("the Tarn Wire"), by the noun beside it ("the newspaper Bote"), and by what
is done with it: it "reports", words are "obtained by" it, an interview is given "to the Bote".
A bare surname-like name that is only told something ("told Merz") is taken for a person, and
an agency or paper known by such a name alone is missed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from onrecord.actor.words import GROUPS, ORGANISATION
from onrecord.model import ActorKind, Document, Entity, Mention, Part, Span

NAME = r"\b[A-ZÀ-ÖØ-Þ](?:[\w&.-]{0,40}\w)?(?:[ \xa0](?:of[ \xa0])?[A-ZÀ-ÖØ-Þ][\w&-]{0,40}){0,3}"
"""A pattern of a capitalised name of at most four words."""

_KNOWN = frozenset(
    "afp ap reuters bloomberg bbc cnn dpa efe ansa tass interfax xinhua kyodo yonhap politico "
    "axios npr pbs abc cbs nbc msnbc cnbc itv ard zdf rtl rte cbc nhk upi apa rfe/rl".split()
)
"""Agencies and channels that reports name everywhere without a word for what they are."""
_PRESS = frozenset(
    "news times herald wire newswire tv television radio gazette tribune newspaper chronicle "
    "broadcasting magazine telegraph courier press daily weekly journal post media broadcaster "
    "tabloid observer examiner ledger bulletin dispatch inquirer advertiser digest".split()
)
"""Words that the name of an outlet holds."""
_NO_PRESS = frozenset(
    "office service secretary council conference ministry party minister freedom union club "
    "department committee association authority regulator".split()
)
"""Words of bodies that deal with the press and are none: the Press Council, the press office."""
_BODIES = (ORGANISATION | GROUPS) - _PRESS - frozenset({"agency", "channel", "network", "mail"})
_LANDS = frozenset("isles islands states emirates lands highlands lowlands provinces".split())
"""Words that end names of lands with an article: "told the Isles"."""
_ACRONYMS_OF_BODIES = frozenset(
    "nato eu un us usa uk uae osce who imf fbi cia nsa fda epa fed g7 g20 mp mps mep meps nhs "
    "iaea wto oecd unesco unicef unhcr cdc nasa doj dod gop opec asean ecb cdu csu spd afd snp "
    "dup tuc rspca".split()
)
_NOUN = (
    r"(?:(?:news|wire)[ -](?:agency|service|site|website|channel|outlet)|press agency|newspaper|"
    r"magazine|broadcaster|daily|weekly|tabloid|newswire|website|"
    r"(?:television|TV|radio)(?:[ ](?:station|channel|network))?|(?:state|private)[ ]channel)"
)
_BESIDE = (
    re.compile(rf"\b{_NOUN},?[ ](?P<name>{NAME})"),
    re.compile(rf"(?P<name>{NAME})(?:,? (?:an?|the)(?: [\w-]+){{0,2}})? {_NOUN}\b"),
    re.compile(rf"[Tt]he (?P<name>{NAME}) agency\b"),
    re.compile(
        r"\b[Tt]he (?:[A-Z]\w{1,30} )?(?:agency|review|monthly|quarterly|journal|paper)"
        rf" (?P<name>{NAME})"
    ),
)
"""A name beside the noun for what it is."""
_SOURCES = r"(?:unnamed |anonymous )?(?:\w{1,30} )?(?:sources|officials|people)"
_DOING = (
    re.compile(rf",[\"”]? (?:the )?(?P<name>{NAME}) (?:reports|reported|writes)\b"),
    re.compile(
        rf"\b(?:reports|writes|reported) (?:the )?(?P<name>{NAME})(?=[.,;]| with reference)"
    ),
    re.compile(rf"\b[Aa]s (?:the )?(?P<name>{NAME}) (?:reports|reported)\b"),
    re.compile(
        r"\b(?:seen|obtained|reviewed|published|printed|carried|broadcast|aired|reported)"
        rf" (?:by|in|on) (?:the )?(?P<name>{NAME})"
    ),
    re.compile(rf"(?P<name>{NAME}) reported (?:on |that |last |earlier |citing )"),
    re.compile(rf"(?P<name>{NAME}),? (?:citing|quoting) {_SOURCES}"),
    re.compile(
        rf"(?P<name>{NAME}) (?:reports|reported|writes|wrote)(?: on [A-Z][a-z]+day| [a-z]+day)?,"
        r" (?:citing|quoting|referring to|with reference to)\b"
    ),
    re.compile(
        rf"\binterview (?:with|to|for|in|on|published by|published in) the (?P<name>{NAME})"
    ),
    re.compile(rf"^[^\n(]{{0,40}}\((?P<name>{NAME})\) ?[-–—]", re.MULTILINE),
)
"""A name that does what outlets do."""
_SIGNAL = re.compile(
    r"\b(?:reports|reported|writes|wrote|citing|quoting|interview|seen|obtained|reviewed|published|printed|"
    r"carried|broadcast|aired|agency|newspaper|magazine|broadcaster|daily|weekly|tabloid|newswire|"
    r"website|television|TV|radio|channel|service|site|outlet|review|monthly|quarterly|journal|"
    r"paper)\b|\(",
    re.IGNORECASE,
)
_REACH = 120
_OWN = re.compile(
    r"(?:this|our) (?:news)?(?:paper|agency|magazine|station|channel|site|website|correspondent)|"
    r"(?:these|our) (?:pages|columns)",
    re.IGNORECASE,
)
_NO_OUTLETS = frozenset({ActorKind.PERSON, ActorKind.COUNTRY, ActorKind.GROUP})
_NOUN_AROUND = re.compile(rf"^(?:[a-z-]+ ){{0,2}}{_NOUN},? | (?:{_NOUN}|agency|channel)$")
_THE_OUTLET = re.compile(
    r"the (?:(?:news)?paper|(?:news )?agency|magazine|broadcaster|channel|station|website|"
    r"news site|daily|weekly|tabloid|outlet)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W_]+")
_FILLING = frozenset({"the", "a", "news", "agency", "newspaper", "online", "com"})


class Outlets:
    """The outlets of one report, its own among them."""

    def __init__(
        self, document: Document, entities: Sequence[Entity], mentions: Sequence[Mention]
    ) -> None:
        text = document.text
        self._people = {
            key(name)
            for entity in entities
            if entity.kind is ActorKind.PERSON
            for name in (*entity.names, *(n.split()[-1] for n in entity.names if n.split()))
        }
        places = list(_near_signals(text))
        self._beside = set(_names(text, places, _BESIDE))
        self._doing = set(_names(text, places, _DOING))
        self._own = tuple(filter(None, _names_of_own(document)))
        by_id = {entity.id: entity for entity in entities if entity.named}
        self._doing |= {
            key(by_id[m.entity_id].name)
            for m in mentions
            if m.part is Part.ADDRESSEE
            and m.entity_id in by_id
            and self.is_outlet(words_at(document, m.span), by_id[m.entity_id], told=True)
        }
        shown = {e.id: e for e in entities if self.is_outlet(e.name, e)}
        self._named = sorted(
            ((m.span.start, shown[m.entity_id]) for m in mentions if m.entity_id in shown),
            key=lambda pair: (pair[0], pair[1].id),
        )

    def before(self, offset: int) -> Entity | None:
        """Return the outlet that the report names last before an offset: "the newspaper"."""
        at = bisect_left(self._named, offset, key=lambda pair: pair[0])
        return self._named[at - 1][1] if at else None

    def is_own(self, words: str, entity: Entity | None = None) -> bool:
        """Whether words mean the outlet that printed the report."""
        if _OWN.match(words):
            return True
        names = (words,) if entity is None else (words, *entity.names)
        return any(
            _is_short_for(name, own) or _is_acronym(name, own) or _is_acronym(own, name)
            for name in names
            for own in self._own
        )

    def is_outlet(
        self, words: str, entity: Entity | None = None, *, told: bool = False, given: bool = False
    ) -> bool:
        """Whether words, and the entity that they stand for, mean an outlet.

        Args:
            words: as the report has them.
            entity: whom they stand for, where that is known.
            told: whether somebody tells them something, as one tells papers and bodies.
            given: whether an interview was given to them.
        """
        if entity is not None and entity.kind in _NO_OUTLETS:
            return False
        if entity is None or not entity.named:
            names: tuple[str, ...] = (words, core(words))
            if not core(words)[:1].isupper():
                return False
        else:
            names = (words, *entity.names)
        if any(self._is_name(name) for name in names):
            return True
        return (told or given) and self._is_no_other(names) and (given or _is_of_things(words))

    def _is_name(self, name: str) -> bool:
        low = _low_words(name)
        one = key(name)
        if not low or one in self._people:
            return False
        if one in _KNOWN or one in self._beside or one.startswith("channel "):
            return True
        if _PRESS & low and not _NO_PRESS & low:
            return True
        return one in self._doing and not _BODIES & low and one not in _ACRONYMS_OF_BODIES

    def _is_no_other(self, names: Sequence[str]) -> bool:
        """Whether names are those of no person and of no body."""
        if any((_BODIES | _LANDS) & _low_words(name) for name in names):
            return False
        return not any(key(name) in self._people | _ACRONYMS_OF_BODIES for name in names)


def _is_of_things(words: str) -> bool:
    """Whether a name is written as no person's is: "the Bote", "KPA"."""
    bare = _bare(words)
    if not bare[:1].isupper():
        return False
    return bare != words or (bare.isupper() and bare.isalpha() and len(bare) > 1)


def core(words: str) -> str:
    """Return the name in words for an outlet: "NKA" of "the NKA news agency"."""
    return _NOUN_AROUND.sub("", _bare(words))


def is_outlet_noun(words: str) -> bool:
    """Whether words mean an outlet named before: "the newspaper"."""
    return _THE_OUTLET.fullmatch(words) is not None


def alike(one: str, other: str) -> bool:
    """Whether two names of outlets may be one's: "the Gull Herald" and "the Herald"."""
    return _is_short_for(one, other) or _is_short_for(other, one)


def _is_short_for(name: str, whole: str) -> bool:
    """Whether a name is the last words of another, or the same but for spaces."""
    last, words = _words_of(name), _words_of(whole)
    return bool(last) and (words[-len(last) :] == last or "".join(last) == "".join(words))


def _is_acronym(short: str, whole: str) -> bool:
    """Whether a name is the first letters of another: "TPA" of "Tarn Press Agency"."""
    letters = _bare(short)
    capitals = (word[0] for word in _LETTERS.findall(_bare(whole)) if word[0].isupper())
    return len(letters) > 1 and letters.isupper() and letters == "".join(capitals)


def key(name: str) -> str:
    """Return a name as it is compared: without its article, in lower case."""
    return _bare(" ".join(name.split())).casefold().rstrip(".")


def _bare(name: str) -> str:
    return name[4:] if name[:4].lower() == "the " else name


def _low_words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _LETTERS.findall(name))


def _words_of(name: str) -> list[str]:
    """Return the words of a name without those that any outlet may add to it."""
    words = [word.lower() for word in _LETTERS.findall(name)]
    return [word for word in words if word not in _FILLING] or words


def _near_signals(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which names are looked for: around each word that may show one."""
    start = end = 0
    for signal in _SIGNAL.finditer(text):
        if signal.start() - _REACH > end:
            if end:
                yield start, end
            start = max(signal.start() - _REACH, 0)
        end = signal.end() + _REACH
    if end:
        yield start, end


def _names(
    text: str, places: Sequence[tuple[int, int]], patterns: Sequence[re.Pattern[str]]
) -> Iterator[str]:
    for pattern in patterns:
        for start, end in places:
            yield from (key(m["name"]) for m in pattern.finditer(text, start, end))


def _names_of_own(document: Document) -> tuple[str, ...]:
    host = urlsplit(document.url).hostname if document.url else None
    labels = (host or "").removeprefix("www.").split(".")
    return (document.outlet or "", labels[0] if len(labels) > 1 else "")


def words_at(document: Document, span: Span) -> str:
    """Return the words at a span on one line."""
    return " ".join(span.of(document.text).split())
