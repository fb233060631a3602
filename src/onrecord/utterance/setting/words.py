"""The closed lists of nouns that name an occasion, a medium or a venue, and what leads to them.

Lower case, and singular where the plural is made with "s". A word belongs here only where it
is what it says in reports about anything.
"""

from __future__ import annotations

from typing import TypeVar

from onrecord.model import MediumKind, OccasionKind

_Kind = TypeVar("_Kind")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _by_noun(lists: dict[_Kind, str]) -> dict[str, _Kind]:
    return {noun: kind for kind, nouns in lists.items() for noun in nouns.split()}


OCCASIONS = _by_noun(
    {
        OccasionKind.PRESS_CONFERENCE: "presser",
        OccasionKind.BRIEFING: "briefing",
        OccasionKind.INTERVIEW: "interview",
        OccasionKind.MEETING: (
            "meeting talks dinner lunch breakfast supper tea negotiations consultations "
            "conversation roundtable encounter"
        ),
        OccasionKind.CALL: "call teleconference videoconference telephone phone",
        OccasionKind.SPEECH: (
            "speech address toast lecture sermon keynote homily eulogy oration broadcast"
        ),
        OccasionKind.SESSION: "session sitting hearing debate plenary inquest council assembly",
        OccasionKind.SUMMIT: "summit",
        OccasionKind.CONFERENCE: (
            "conference forum congress convention symposium seminar panel colloquium workshop"
        ),
        OccasionKind.EVENT: (
            "rally ceremony visit trip tour march demonstration protest parade festival funeral "
            "commemoration vigil gathering celebration celebrations unveiling reception wedding "
            "anniversary inauguration event launch fair picnic hustings stopover opening "
            "christening"
        ),
    }
)
"""Nouns of occasions by their last word; see `OCCASIONS_OF_TWO`, `BODIES` and `BARE`."""

OCCASIONS_OF_TWO = {
    **{(w, "conference"): OccasionKind.PRESS_CONFERENCE for w in ("press", "news", "media")},
    **{(w, "conference"): OccasionKind.CALL for w in ("telephone", "phone", "video")},
    **{(w, "conversation"): OccasionKind.CALL for w in ("telephone", "phone", "video")},
    **{(w, "talks"): OccasionKind.CALL for w in ("telephone", "phone", "video")},
    **{
        (w, "meeting"): OccasionKind.SESSION
        for w in ("council", "cabinet", "committee", "board", "plenary", "parliamentary")
    },
    **{(w, "meeting"): OccasionKind.EVENT for w in ("election", "public", "campaign")},
    ("hall", "meeting"): OccasionKind.EVENT,
    ("question", "time"): OccasionKind.SESSION,
    ("town", "hall"): OccasionKind.EVENT,
}
"""Nouns whose kind follows from the word before."""

BODIES = _set("council congress assembly")
"""Nouns of bodies too: an occasion only behind "at" or "during"."""
BARE = _set(
    "talks telephone phone breakfast lunch dinner supper tea negotiations consultations "
    "celebrations time"
)
"""Nouns that need no article: "over dinner", "during talks"."""
BY_ONLY = _set("telephone phone")
"""Nouns that are an occasion only behind "by" and its like: "by telephone"."""
AUDIENCE = _set("parliament house deputies chamber lawmakers senate nation mps council")
"""To whom a statement is spoken rather than handed out."""

MEDIA = _by_noun(
    {
        MediumKind.SOCIAL_MEDIA: (
            "tweet post blog vlog thread livestream page account profile feed network"
        ),
        MediumKind.TELEVISION: "television tv telly broadcaster",
        MediumKind.RADIO: "radio station",
        MediumKind.NEWSPAPER: (
            "newspaper daily weekly tabloid broadsheet magazine column op-ed pages review"
        ),
        MediumKind.AGENCY: "agency newswire",
        MediumKind.WEBSITE: "website site webpage homepage portal",
        MediumKind.LETTER: (
            "letter statement communiqué communique note memo memorandum declaration bulletin "
            "circular leaflet pamphlet"
        ),
        MediumKind.MESSAGE: "message telegram e-mail email sms fax text cable",
    }
)
"""Nouns of media by their last word."""

MEDIA_OF_TWO = {
    ("social", "media"): MediumKind.SOCIAL_MEDIA,
    ("social", "network"): MediumKind.SOCIAL_MEDIA,
    ("messaging", "app"): MediumKind.SOCIAL_MEDIA,
    ("television", "channel"): MediumKind.TELEVISION,
    ("tv", "channel"): MediumKind.TELEVISION,
    ("state", "channel"): MediumKind.TELEVISION,
    ("news", "channel"): MediumKind.TELEVISION,
    ("radio", "station"): MediumKind.RADIO,
    ("television", "station"): MediumKind.TELEVISION,
    ("tv", "station"): MediumKind.TELEVISION,
    ("press", "release"): MediumKind.LETTER,
    ("video", "message"): MediumKind.SOCIAL_MEDIA,
}
"""Media whose kind follows from the word before."""

NETWORKS = _set(
    "X Facebook Telegram Twitter Instagram TikTok YouTube LinkedIn Bluesky Mastodon Threads Weibo "
    "VKontakte WhatsApp Reddit Viber Snapchat"
)
"""Names of networks that everybody posts on, as they are written."""

CARRYING = {
    "television": MediumKind.TELEVISION,
    "tv": MediumKind.TELEVISION,
    "televised": MediumKind.TELEVISION,
    "radio": MediumKind.RADIO,
    "newspaper": MediumKind.NEWSPAPER,
    "magazine": MediumKind.NEWSPAPER,
    "daily": MediumKind.NEWSPAPER,
    "weekly": MediumKind.NEWSPAPER,
    "broadcaster": MediumKind.TELEVISION,
    "agency": MediumKind.AGENCY,
}
"""Words that anywhere in a phrase say what carries it: "a radio interview", "Nook Radio"."""

SENT = {
    **dict.fromkeys(("tweeted", "tweets", "retweeted"), MediumKind.SOCIAL_MEDIA),
    **dict.fromkeys(("texted", "emailed", "e-mailed", "telegraphed"), MediumKind.MESSAGE),
}
"""Verbs that say what carried the words."""

SPOKEN_TO = _set(
    "television tv radio newspaper daily weekly magazine tabloid agency broadcaster station "
    "channel newswire broadsheet paper review"
)
"""Media that are spoken to: "told the agency", "in an interview with the daily Ferryman"."""

VENUES = _set(
    """
    airport palace square hall hotel office corridor lobby chamber university school college
    church cathedral mosque synagogue temple stadium arena station port harbour harbor pier quay
    quayside dock dockside ship ferry deck step balcony garden kitchen café cafe pub bar
    restaurant museum hospital clinic barracks base courthouse bridge street headquarters embassy
    consulate residence theatre theater library ministry parliament market farm factory plant
    mill mine yard shipyard border frontline village town city capital island gate stairs
    staircase doorstep porch chancellery building campus tower lighthouse castle fort monument
    memorial cemetery grave graveside park beach shore waterfront studio prison jail courtroom
    boardroom ballroom auditorium gallery workshop warehouse wharf jetty slipway roof rooftop
    terrace podium rostrum pulpit stage camp checkpoint villa mansion plaza boat vessel aircraft
    train tarmac depot hangar court home room tent barn cell scene
    """
)
"""Nouns of places where people speak."""

HEADS = frozenset(
    {*OCCASIONS, *MEDIA, *VENUES, *(noun for _, noun in (*OCCASIONS_OF_TWO, *MEDIA_OF_TWO))}
)
"""Every noun of these lists: of the words without a capital none else heads a phrase."""

AT = _set("at during in on over via through by from throughout aboard outside inside near within")
"""Prepositions that put speaking at, in or on what follows."""
AFTER = _set("after following")
"""Prepositions that put speaking right behind what follows."""
TALKED_AFTER = frozenset(
    {OccasionKind.MEETING, OccasionKind.SUMMIT, OccasionKind.CONFERENCE, OccasionKind.SESSION}
)
"""Occasions on which people speak to the press right afterwards: told so, they are its own."""
PART = _set(
    "sidelines margins fringes opening close end start beginning course conclusion day framework "
    "outset middle occasion"
)
"""Nouns that "of" leads from to the occasion that they are part of."""
OPENS = _set(
    "speaking talking addressing answering appearing asked opening closing hosting writing "
    "attending chairing"
)
"""Participles that tell of the speaking beside the cue."""
SPEAKS = _set(
    "spoke speaking speaks addressed addresses appeared delivered gave gives held holds hosted "
    "chaired opened closed posted published wrote issued made said told stated says announced "
    "declared explained justified ruled defended rejected criticised criticized condemned "
    "dismissed welcomed disputed promised pledged vowed urged demanded emphasized emphasised "
    "stressed noted recounted recalled confirmed"
)
"""Verbs of a sentence that sets the scene without telling what was said."""
TOLD = _set(
    "told tells telling tell addressed addressing addresses opened opening closed closing attended "
    "attending chaired chairing hosted hosting gave giving held holding delivered delivering made "
    "making issued posted published"
)
"""Verbs whose object may be the occasion or the medium itself: "told a summit"."""
FROM = _set(
    "said says spoke speaks speaking added wrote telephone phone link live reporting call video"
)
"""Words behind which "from" leads to a place rather than to whom something is from."""
OWN_WORDS = _set("comments comment remarks words interview speech answer answers statement account")
"""What a sentence may name instead of who spoke: "The remarks came at a summit"."""

LANGUAGES = _set(
    "english french german russian ukrainian arabic italian dutch greek latin welsh czech hindi "
    "hebrew norwegian swedish danish"
)
UNITS = _set("day days week weeks month months year years decade decades")
"""What makes "after" a time of its own: "two days after the talks"."""
TIMES = _set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow "
    "morning afternoon evening night week month year weekend last next early late earlier later"
)
"""Words of time that stand in the way between a preposition and its noun."""
BEHIND = _set("together jointly late held given live alone there here too today with")
"""Words that may follow a noun without being what it tells of: "a briefing held in Nook"."""
DETERMINERS = _set(
    "a an the this that these those his her its their our my your another one each some any no"
)
PREPOSITIONS = _set(
    "in on at by of for from with about as to into after before during since until under over "
    "between among against through without within following amid alongside despite via near "
    "around outside inside toward towards upon like unlike besides beyond aboard per ahead along "
    "throughout than below above behind beneath across off opposite"
)
CONJUNCTIONS = _set("and or but nor that which who whom whose when while where if whether because")
BARRIERS = CONJUNCTIONS - {"and", "or"} | _set(
    "before since until ahead held due scheduled expected planned amid despite as about regarding "
    "was were is are has had have will would"
)
"""Words behind which a clause or a matter begins that is not the speaking."""
