"""The attributions of one sentence: each cue with its source, content and addressee.

The orders are those of news prose: "X said (that) …", "…, X said", "…, said X",
"…," X said, "…", "X told Y …", "according to X, …", "X, who leads Y, said …",
"…, adding that …", "X criticised …", "X plans to …", "Y was told by X that …".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import Act
from onrecord.statement.contents import find_contents
from onrecord.statement.cues import CUES, Cue, Frame, Inflection
from onrecord.statement.ends import ADJUNCT_OPENERS, closes, content_end
from onrecord.statement.objects import object_of
from onrecord.statement.passives import is_by, told_by, told_by_nobody
from onrecord.statement.phrases import (
    AUXILIARIES,
    BE,
    BREAKS,
    DETERMINERS,
    MODALS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PRESENT_VERBS,
    SUBJECT_PRONOUNS,
    is_capital,
    is_finite_verb,
    is_infinitive,
    is_punctuation,
    phrase_ending_at,
    phrase_starting_at,
    verb_group_start,
)
from onrecord.statement.second_hand import Reported, Telling, cited, told_otherwise
from onrecord.statement.sources import Range, find_source, sentence_subject
from onrecord.statement.to_come import to_come
from onrecord.statement.tokens import Sentence

_VAGUE_VERBS = frozenset("show find learn write answer".split())
"""Verbs that attribute only where "that" or a passage follows, or a clause stands before."""
_BARE_VERBS = frozenset("say add tell write note conclude ask continue".split())
"""Verbs that may stand without a content in their sentence: ``"…" X said.``"""
_REFUSABLE = frozenset("say confirm".split())
"""Verbs whose refusal is a statement of its own: ``would not say who paid``."""
_TELLING = frozenset({"warn", "caution"})
"""Verbs that in the passive name whom they were told to, as those with a hearer do."""
_TELLS_NOBODY = frozenset("tell inform assure warn".split())
"""Verbs that in the passive attribute without a source: ``I was told it was late``."""
_OF_MANY = frozenset("some many both all most several few".split())
_HAVE = frozenset("has have had 've ’ve 'd ’d hadn't hadn’t hasn't hasn’t haven't haven’t".split())
_MAY_NAME_HEARER = frozenset("warn promise caution write pledge answer".split())


_REPORTING = frozenset({"subject", "appositive", "inverted", "coordinate", "according to"})
"""Rules whose clauses may cite whom they have their words from."""


class Clause(NamedTuple):
    """One attribution of a sentence, as ranges of its tokens.

    Without `content` the words are those of the sentence before; `anaphoric` says that
    the cue points there ("told reporters this").
    """

    rule: str
    act: Act
    cue: Range
    source: Range
    content: list[Range]
    addressee: Range | None = None
    anaphoric: bool = False


def clauses(sentence: Sentence) -> list[Clause]:
    """Return the attributions whose cue stands in `sentence`, in order of their cues."""
    found: list[Clause] = []
    for i, token in enumerate(sentence):
        heard = any(c.addressee and c.addressee[0] <= i < c.addressee[1] for c in found)
        if token.low in CUES and not heard and not _is_noun(sentence, i):
            readings = (_attribution(sentence, i, cue, found) for cue in CUES[token.low])
            clause = next((reading for reading in readings if reading is not None), None)
        else:
            clause = None
        if clause is None and (otherwise := told_otherwise(sentence, i)) is not None:
            clause = _clause(otherwise)
        if clause is not None:
            found.append(clause)
    found = _with_cited(sentence, found)
    introduced = _introduced(sentence, found)
    return found if introduced is None else [*found, introduced]


def _with_cited(sentence: Sentence, found: Sequence[Clause]) -> list[Clause]:
    """Add whom the others cite, instead of their citing."""
    reported = [Reported(c.cue, c.source, c.content) for c in found if c.rule in _REPORTING]
    citing = list(map(_clause, cited(sentence, reported)))
    cues = {c.cue for c in citing}
    return [*(c for c in found if c.cue not in cues), *citing]


def _clause(told: Telling) -> Clause:
    return Clause(told.rule, Act.SPEECH, told.cue, told.source, told.content, told.hearer)


def _introduced(sentence: Sentence, found: Sequence[Clause]) -> Clause | None:
    """Read ``Bo stressed how much was lost: "…"``: a colon hands the passage to the subject."""
    colon = next((k for k in range(2, len(sentence) - 1) if sentence[k].text == ":"), len(sentence))
    if colon + 1 >= len(sentence) or sentence[colon + 1].quote is None:
        return None
    if any(start <= colon + 1 < end for c in found for start, end in c.content):
        return None
    source = found[-1].source if found else sentence_subject(sentence, colon)
    if source is None or colon - source[1] < 1:
        return None
    return Clause("colon", Act.SPEECH, (colon, colon + 1), source, [(colon + 1, colon + 2)])


def _is_noun(sentence: Sentence, i: int) -> bool:
    """Whether the word at `i` is the noun that looks like the verb ("the report", "his call")."""
    if i == 0:
        return False
    before = sentence[i - 1]
    if before.low in ("’s", "'s"):
        return True
    if before.low in _OF_MANY and _is_plural(sentence, i):
        return True  # "many claims"
    if before.low in DETERMINERS:
        return before.low not in ("this", "that", "some", "many", "both", "all", "most")
    if before.low in PREPOSITIONS and before.low not in ("by", "after", "before", "to"):
        return True
    if any(c.inflection in (Inflection.PRESENT, Inflection.PAST) for c in CUES.get(before.low, ())):
        return before.text.islower()  # "answers questions"
    if _is_plural(sentence, i) and [t.low for t in sentence[i + 1 : i + 2]] == ["that"]:
        return any(is_finite_verb(t) for t in sentence[i + 2 : i + 3])  # "rules that would hold"
    return is_capital(sentence[i]) and not is_punctuation(before)


def _is_plural(sentence: Sentence, i: int) -> bool:
    """Whether the word at `i` may be the plural of a noun: ``rules``, but not ``says``."""
    shapes = {c.inflection for c in CUES[sentence[i].low]}
    return Inflection.PRESENT in shapes and sentence[i].low not in PRESENT_VERBS


def _attribution(sentence: Sentence, i: int, cue: Cue, found: Sequence[Clause]) -> Clause | None:
    group = verb_group_start(sentence, i)
    helpers = {t.low for t in sentence[group:i]}
    refused = cue.lemma in _REFUSABLE and helpers & {"not", "never"}
    if (helpers & MODALS and not refused) or (i > 0 and sentence[i - 1].low == "to"):
        coming = to_come(sentence, i, cue, [c.source for c in found])
        return coming and _complete(sentence, i, coming[1], cue, coming[0], "to come")
    if cue.inflection is Inflection.PERFECT and not helpers & _HAVE:
        return None
    passive = bool(helpers & BE)
    tells = cue.frame is Frame.HEARER or cue.lemma in _TELLING
    if tells and cue.inflection is Inflection.PAST and is_by(sentence, i):
        told = told_by(sentence, i, group, passive=passive)
        return told and Clause("passive", cue.act, (group, i + 1), *told)
    if passive and cue.inflection is Inflection.PAST and cue.lemma in _TELLS_NOBODY:
        told = told_by_nobody(sentence, i, group)
        return told and Clause("told", cue.act, (group, i + 1), *told)
    if passive and cue.inflection is not Inflection.PARTICIPLE:
        return None
    earlier = [c.source for c in found if c.cue[1] <= group]
    if cue.inflection is Inflection.PARTICIPLE and not passive:
        source = _participle_source(sentence, group, cue, earlier)
        return source and _complete(sentence, i, group, cue, source, "participle")
    if cue.inflection is Inflection.BASE and not _has_plural_subject(sentence, group, helpers):
        return None
    owner = find_source(sentence, i, group, earlier)
    return owner and _complete(sentence, i, group, cue, *owner)


def _has_plural_subject(sentence: Sentence, group: int, helpers: set[str]) -> bool:
    if helpers & AUXILIARIES - BE:
        return True
    if group == 0:
        return False
    before = sentence[group - 1].low
    if before in ("i", "we", "they", "you", "who", "many", "some", "both", "people"):
        return True
    return before.endswith("s") and before not in ("'s", "’s") and not before.endswith("ss")


def _participle_source(
    sentence: Sentence, group: int, cue: Cue, earlier: Sequence[Range]
) -> Range | None:
    """Read ``…, adding that …``: the source is that of the clause it hangs on."""
    if cue.frame is Frame.ACTION or group == 0:
        return None
    before = sentence[group - 1]
    if before.quote is None and before.text in (",", "—", "–"):
        return earlier[-1] if earlier else sentence_subject(sentence, group - 1)
    if is_capital(before) and cue.lemma in ("say", "tell"):
        start = phrase_ending_at(sentence, group)
        return None if start is None else (start, group)
    return None


def _complete(
    sentence: Sentence, i: int, group: int, cue: Cue, source: Range, rule: str
) -> Clause | None:
    """Find the content and the addressee of a cue whose source is known."""
    cue_range = (group, i + 1)
    inverted = rule == "inverted"
    after = source[1] if inverted else i + 1
    if cue.frame is Frame.ACTION:
        if cue.lemma == "want" and not is_infinitive(sentence, after):
            return _wanted(sentence, after, cue_range, source)
        if not is_infinitive(sentence, after):
            return None
        if sentence[after + 1].low == "comment":
            return None
        content = [(after, content_end(sentence, after))]
        return Clause("intention", cue.act, cue_range, source, content)
    if cue.frame is Frame.OBJECT:
        said_of = None if inverted else object_of(sentence, after, cue)
        if said_of is None:
            return None
        words, cue_end, hearer = said_of
        return Clause("object", cue.act, (group, cue_end), source, [words], hearer)
    addressee = None if inverted else _addressee(sentence, after, cue)
    after = after if addressee is None else addressee[1]
    if after < len(sentence) and sentence[after].low in ("this", "so"):
        following = sentence[after + 1] if after + 1 < len(sentence) else None
        if following is None or is_punctuation(following) or following.low in ADJUNCT_OPENERS:
            return Clause("this", cue.act, cue_range, source, [], addressee, anaphoric=True)
    if cue.frame is Frame.HEARER and addressee is not None and is_infinitive(sentence, after):
        asked = [(after, content_end(sentence, after))]  # "asked him to call"
        return Clause(rule, cue.act, cue_range, source, asked, addressee)
    content = find_contents(
        sentence,
        left_end=group if inverted else min(source[0], group),
        right_start=after,
        rightward=rule == "participle",
    )
    if rule == "relative":
        content = [_within_relative(sentence, words) for words in content]
    if cue.lemma in _VAGUE_VERBS and not _is_opened(sentence, content, group):
        return None
    if not content and not (cue.lemma in _BARE_VERBS and closes(sentence, after)):
        return None
    return Clause(rule, cue.act, cue_range, source, content, addressee)


def _wanted(sentence: Sentence, after: int, cue: Range, source: Range) -> Clause | None:
    """Read ``Brask wants a new pier``: a thing, not what somebody is to do."""
    end = phrase_starting_at(sentence, after)
    if end == after or sentence[source[0]].low in SUBJECT_PRONOUNS | OBJECT_PRONOUNS:
        return None
    if end < len(sentence) and not is_punctuation(sentence[end]):
        return None
    return Clause("intention", Act.INTENTION, cue, source, [(after, end)])


def _within_relative(sentence: Sentence, words: Range) -> Range:
    """Return a content up to the verb of the clause around: ``who claimed to be ill | was not``."""
    start, end = words
    if not is_infinitive(sentence, start):
        return words
    ends = (k for k in range(start + 3, end) if sentence[k].low in BE | MODALS)
    verb = next(ends, end)
    opened = any(sentence[k].low in BREAKS | SUBJECT_PRONOUNS for k in range(start, verb))
    return words if opened else (start, verb)


def _is_opened(sentence: Sentence, content: Sequence[Range], cue: int) -> bool:
    return any(
        end <= cue or sentence[start].quote is not None or sentence[start].low in ("that", "how")
        for start, end in content
    )


def _addressee(sentence: Sentence, after: int, cue: Cue) -> Range | None:
    """Read whom it was said to: ``told the council that``, ``said to reporters``."""
    if cue.frame is Frame.HEARER:
        end = phrase_starting_at(sentence, after)
        if end < len(sentence) and sentence[end].low in CUES and _is_plural(sentence, end):
            end += 1  # "told a summit of the lake | states"
        is_question = cue.lemma == "ask" and sentence[end - 1].low in ("question", "questions")
        return (after, end) if end > after and not is_question else None
    if cue.lemma in _MAY_NAME_HEARER:
        end = phrase_starting_at(sentence, after)
        if after < end < len(sentence) and sentence[end].low == "that":
            return after, end
    if cue.act is Act.THOUGHT or after + 1 >= len(sentence) or sentence[after].low != "to":
        return None
    first = sentence[after + 1]
    if not (
        is_capital(first)
        or first.low in DETERMINERS | OBJECT_PRONOUNS
        or (first.low.endswith("s") and first.quote is None)
    ):
        return None
    end = phrase_starting_at(sentence, after + 1)
    return (after + 1, end) if end > after + 1 else None
