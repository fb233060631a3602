"""The attributions of a German sentence, by its order and its verbs of speech.

``X sagte, dass …``, ``Am Montag sagte X, …``, ``…, sagte X``, ``Laut X …``, ``X zufolge``,
``…, wie X mitteilte``, ``…, so X``. German gives a noun a capital, so a noun phrase ends behind its
last capital. What goes on in the subjunctive without naming a speaker, and verbs at the end of
their clause, are not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Act
from onrecord.statement.clauses import Clause
from onrecord.statement.phrases import is_punctuation
from onrecord.statement.sources import Range
from onrecord.statement.tokens import Sentence, Token

_SAID = frozenset(
    "sagte sagten sagt sagen erklärte erklärten erklärt erklären teilte teilten teilt "
    "berichtete berichteten berichtet berichten schrieb schrieben schreibt schreiben "
    "bestätigte bestätigten bestätigt betonte betonten betont meinte meinten meint behauptete "
    "behaupteten behauptet versicherte versicherten entgegnete forderte forderten fordert "
    "warnte warnten warnt meldete meldeten meldet melden äußerte äußerten verkündete "
    "verkündeten kommentierte rief riefen fragte fragten antwortete antworteten ergänzte "
    "fügte räumte gab gaben gibt kündigte kündigten kündigt führte führt wies wiesen weist "
    "verlangte verlangten befürchtet befürchten glaubt glauben hofft hoffen vermutet vermuten "
    "schätzt schätzen kritisierte kritisierten kritisiert bekräftigte argumentierte "
    "argumentiert begründete unterstrich hob stellte schlug schlägt drohte drohten erwiderte "
    "präzisierte urteilte resümierte erzählte erinnerte prognostizierte".split()
)
"""Finite forms of verbs that govern what was said."""
_PARTS = {
    form: frozenset(parts.split())
    for forms, parts in (
        ("teilte teilten teilt", "mit"),
        ("gab gaben gibt", "an bekannt zu"),
        ("kündigte kündigten kündigt", "an"),
        ("führte führt", "aus"),
        ("wies wiesen weist", "hin zurück"),
        ("räumte fügte", "ein hinzu"),
        ("hob stellte stellt schlug schlägt", "hervor fest klar vor"),
    )
    for form in forms.split()
}
"""Verbs that tell of speech only with the part that stands behind."""
_HELPERS = frozenset("hat haben hatte hatten habe hätte hätten".split())
_PARTICIPLES = frozenset(
    "gesagt erklärt mitgeteilt berichtet geschrieben bestätigt betont behauptet versichert "
    "gefordert gewarnt gemeldet verkündet angekündigt eingeräumt angegeben hingewiesen "
    "kritisiert".split()
)
_FINAL = frozenset(
    "mitteilte mitteilten erklärte erklärten sagte berichtete berichteten berichtet meldete "
    "meldeten meldet schreibt schrieb angab angaben bestätigte bekanntgab betonte behauptete "
    "mitteilt feststellte".split()
)
_LEADING = frozenset(
    "am im in nach vor bei zuvor gestern heute auf für mit aus zum zur dabei dazu außerdem "
    "weiter zudem später bereits darüber daraufhin seit während bis unter über an auch ferner "
    "anschließend inzwischen unterdessen hierzu damit nun dann dort so als wie weiterhin "
    "zugleich gleichzeitig gegenüber laut wegen trotz um von durch ebenso wörtlich".split()
)
"""Words that open a sentence whose subject stands behind its verb."""
_OF = frozenset("der des von für und & - vom zu".split())
"""Words that carry a noun phrase on behind a noun."""
_ACCORDING = frozenset("laut gemäß".split())
_SAYINGS = frozenset(
    "angaben aussage aussagen ansicht meinung einschätzung auffassung informationen worten "
    "berichten bericht darstellung überzeugung schätzungen".split()
)
_DATIVE = frozenset("dem der den einem einer".split())
_OPENERS = frozenset("dass daß weil da wenn obwohl während wonach".split())
_MONTHS = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember".split()
)


def german_clauses(sentence: Sentence) -> list[Clause]:
    """Return the attributions of a German sentence, in order of their cues."""
    found = [*_verbs(sentence), *_phrases(sentence)]
    return sorted(found, key=lambda clause: clause.cue)


def joined_dates(parts: list[Sentence]) -> list[Sentence]:
    """Put together what the stop of ``am 14. Juli`` parted."""
    out: list[Sentence] = []
    for one in parts:
        before = out[-1] if out else []
        ordinal = len(before) > 1 and before[-1].text == "." and before[-2].text.isdigit()
        if ordinal and (one[0].low in _MONTHS or one[0].text.islower()):
            out[-1] = [*before, *one]
        else:
            out.append(one)
    return out


def _verbs(sentence: Sentence) -> Iterator[Clause]:
    for k, token in enumerate(sentence):
        if token.quote is not None or not token.text.islower():
            continue
        participle = _participle_of(sentence, k)
        if token.low in _SAID and not _wants_part(sentence, k):
            clause = _inverted(sentence, k) or _fronted(sentence, k, k + 1)
        elif token.low in _HELPERS and participle is not None:
            clause = _fronted(sentence, k, participle + 1)
        else:
            clause = None
        if clause is not None:
            yield clause


def _wants_part(sentence: Sentence, verb: int) -> bool:
    parts = _PARTS.get(sentence[verb].low)
    return parts is not None and not any(t.low in parts for t in sentence[verb + 1 :])


def _participle_of(sentence: Sentence, helper: int) -> int | None:
    """Return where the participle of ``hat … gesagt`` stands, before any comma."""
    for k in range(helper + 1, len(sentence)):
        if is_punctuation(sentence[k]) or sentence[k].quote is not None:
            return None
        if sentence[k].low in _PARTICIPLES:
            return k
    return None


def _inverted(sentence: Sentence, verb: int) -> Clause | None:
    """Read ``…, sagte X`` and ``„…“, sagte X``."""
    if verb < 2:
        return None
    before = sentence[verb - 1]
    if before.text != "," and before.quote is None:
        return None
    source = _noun_phrase(sentence, verb + 1)
    if source is None:
        return None
    end = verb - 1 if before.text == "," else verb
    content = [(_clause_start(sentence, end), end)]
    behind = source[1]
    if sentence[behind : behind + 1] and sentence[behind].text in ",:":
        rest = sentence[behind + 1 : behind + 2]
        if rest and rest[0].quote is not None:
            content.append((behind + 1, behind + 2))
    hearer = _facing(sentence, behind, len(sentence)) or _hearer(sentence, behind)
    return Clause("german", Act.SPEECH, (verb, verb + 1), source, content, hearer)


def _clause_start(sentence: Sentence, end: int) -> int:
    start = next((k + 1 for k in range(end - 1, -1, -1) if sentence[k].text in ":;"), 0)
    return min(start, end - 1)


def _fronted(sentence: Sentence, verb: int, after: int) -> Clause | None:
    """Read ``X sagte am Montag, …`` and ``Am Montag sagte X: „…“``."""
    start = _beginning(sentence, verb)
    stop = next((k for k in range(after, len(sentence)) if sentence[k].text in ",:"), len(sentence))
    if start >= verb or stop + 1 >= len(sentence) or sentence[start].quote is not None:
        return None
    handed_over = sentence[stop].text == ":" and sentence[stop + 1].quote is not None
    if handed_over:
        content = (stop + 1, stop + 2)
    elif stop + 2 < len(sentence):
        content = (stop + 1, _end(sentence))
    else:
        return None
    if sentence[start].low in _LEADING:
        source = _noun_phrase(sentence, verb + 1)
        behind = verb + 1 if source is None else source[1]
    else:
        end = verb - 1 if sentence[verb - 1].text == "," else verb
        names = any(map(_is_noun, sentence[start:end])) or end - start == 1
        source, behind = ((start, end) if names else None), verb + 1
    if source is None:
        return None
    hearer = _facing(sentence, verb + 1, stop) or _hearer(sentence, behind)
    return Clause("german", Act.SPEECH, (verb, after), source, [content], hearer)


def _hearer(sentence: Sentence, at: int) -> Range | None:
    """Read whom something is told: ``dem Sender``, ``der „Neuen Presse“``."""
    if at >= len(sentence) or sentence[at].low not in _DATIVE:
        return None
    if at + 1 < len(sentence) and sentence[at + 1].quote is not None:
        return at, at + 2
    return _noun_phrase(sentence, at)


def _beginning(sentence: Sentence, verb: int) -> int:
    """Return where the clause of a verb begins: behind „dass“ or the start of the sentence."""
    for k in range(verb - 1, -1, -1):
        if sentence[k].text in ";:" or sentence[k].low in ("dass", "daß"):
            return k + 1
    return 0


def _facing(sentence: Sentence, start: int, end: int) -> Range | None:
    """Read ``gegenüber der Presse``."""
    for k in range(start, end):
        if sentence[k].low == "gegenüber":
            return _noun_phrase(sentence, k + 1)
    return None


def _phrases(sentence: Sentence) -> Iterator[Clause]:
    """Yield ``Laut X …``, ``Nach Angaben von X …``, ``…, so X``, ``…, wie X mitteilte``."""
    for k, token in enumerate(sentence):
        following = sentence[k + 1].low if k + 1 < len(sentence) else ""
        behind_comma = k > 1 and (sentence[k - 1].text == "," or sentence[k - 1].quote is not None)
        if token.low in _ACCORDING or (token.low == "nach" and following in _SAYINGS):
            yield from _according(sentence, k, k + 1 if token.low in _ACCORDING else k + 2)
        elif token.low == "so" and behind_comma:
            source = _noun_phrase(sentence, k + 1)
            if source is not None and _closes(sentence, source[1]):
                end = k - 1 if sentence[k - 1].text == "," else k
                content = [(_clause_start(sentence, end), end)]
                yield Clause("german", Act.SPEECH, (k, k + 1), source, content)
        elif token.low == "wie" and behind_comma:
            yield from _as_told(sentence, k)
        elif token.low == "zufolge" and k > 0:
            yield from _behind_source(sentence, k)


def _according(sentence: Sentence, cue: int, after: int) -> Iterator[Clause]:
    by = after < len(sentence) and sentence[after].low == "von"
    source = _noun_phrase(sentence, after + by)
    if source is None:
        return
    behind = source[1]
    while behind < len(sentence) and sentence[behind].text == ",":
        behind += 1
    if cue == 0:
        content = [(behind, _end(sentence))]
    else:
        opens = (k + 1 for k in range(cue - 1, -1, -1) if _opens_clause(sentence[k]))
        stops = (k for k in range(behind, len(sentence)) if sentence[k].text == ",")
        ends = next(stops, _end(sentence))
        content = [r for r in ((next(opens, 0), cue), (behind, ends)) if r[1] > r[0]]
    if sum(end - start for start, end in content) > 2:
        yield Clause("german", Act.SPEECH, (cue, after), source, content)


def _opens_clause(token: Token) -> bool:
    return token.text in ",;:" or token.low in _OPENERS


def _behind_source(sentence: Sentence, cue: int) -> Iterator[Clause]:
    """Read ``Angaben der Polizei zufolge …`` where it opens its sentence or stands in commas."""
    start = next((k + 1 for k in range(cue - 1, -1, -1) if is_punctuation(sentence[k])), 0)
    content = (cue + 1, _end(sentence)) if start == 0 else (0, start - 1)
    if content[1] - content[0] > 2 and any(map(_is_noun, sentence[start:cue])):
        yield Clause("german", Act.SPEECH, (cue, cue + 1), (start, cue), [content])


def _as_told(sentence: Sentence, k: int) -> Iterator[Clause]:
    stops = (v for v in range(k + 2, len(sentence)) if is_punctuation(sentence[v]))
    verb = next(stops, len(sentence)) - 1
    if verb > k + 1 and sentence[verb].low in _FINAL:
        source = _noun_phrase(sentence, k + 1) or (k + 1, verb)
        yield Clause("german", Act.SPEECH, (verb, verb + 1), source, [(0, k - 1)])


def _closes(sentence: Sentence, at: int) -> bool:
    return at >= len(sentence) or is_punctuation(sentence[at]) or not sentence[at].text[0].isupper()


def _noun_phrase(sentence: Sentence, start: int) -> Range | None:
    """Return a noun phrase that begins at `start`: to its last noun, or a pronoun alone."""
    at, last = start, None
    while at < len(sentence) and sentence[at].quote is None and not is_punctuation(sentence[at]):
        if _is_noun(sentence[at]):
            last = at
        elif last is not None and sentence[at].low not in _OF:
            break
        at += 1
    if last is None:
        is_pronoun = start < len(sentence) and sentence[start].low in ("er", "sie", "es", "man")
        return (start, start + 1) if is_pronoun else None
    first = sentence[start].low
    if first in ("er", "sie"):
        return start, start + 1
    return None if first in _LEADING - {"der"} else (start, last + 1)


def _is_noun(token: Token) -> bool:
    return token.quote is None and token.text[0].isupper()


def _end(sentence: Sentence) -> int:
    end = len(sentence)
    while end > 0 and sentence[end - 1].quote is None and sentence[end - 1].text in ".!?;":
        end -= 1
    return end
