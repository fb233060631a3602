"""Names whose family name comes first: which they are, and where they part.

Chinese, Japanese and Korean names in their own script have no spaces; written in Latin they
keep their order or turn it round. A name is known for one by its family name together with
the syllables of the rest: Kim Jong-un is one, Kim Wilde is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.actor.name.given import is_given

_FAMILIES = frozenset(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang
    xie song tang deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei
    su lu ding ren shen yao lue zhong tan qin fan fang shi qian bai mao jia xia hou zou xiong meng
    qiu yan duan lei tao long wan gu hao gong shao qi xi bo wen luo hua kong xiang chang
    tsai chiang lee wong chan cheung leung lam ng chow tsang hsieh hsu soong lai yeung kwok tse chu
    kim park pak choi choe jung jeong chung cho jo kang yoon yun jang lim im rhee ri yi shin seo suh
    kwon hwang ahn ryu yoo oh noh roh paik baek ban moon mun nam bae hong koo ko son sohn
    min ha joo na pyo
    """.split()
)
_KOREAN = frozenset(
    """
    kim park pak lee yi rhee ri choi choe jung jeong chung cho jo kang yoon yun jang chang lim im
    shin seo suh kwon hwang ahn an ryu yoo yu oh noh roh paik baek ban moon mun nam bae hong koo ko
    son sohn min ha joo na pyo song han
    """.split()
)
_TWO_CHARACTERS = frozenset(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 夏侯 皇甫 남궁 제갈 선우 황보".split()
)

_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|hs|ts|tz|[bpmfdtnlgkhjqxrzcsyw])"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ung|iao|ian|ien|uai|uan|uei|ai|ei|ao|ou|an|en|in|un|ia|ie"
    r"|iu|ua|uo|ui|ue|er|oong|a|o|e|i|u)|ang|ai|an|ao|ou|en|er|a|e|o)+"
)
_HANGUL_IN_LATIN = re.compile(
    r"(?:(?:kk|tt|pp|ss|jj|ch|sh|[gkndtrlmbpsjhyw])?"
    r"(?:yae|yeo|yeu|wae|you|ae|ai|eo|eu|ee|oo|ou|oe|ui|uh|ya|ye|yo|yu|wa|wi|wo|we|a|e|i|o|u)"
    r"(?:ng|ck|[kgnlmpbt])?)+"
)
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_DOTS = re.compile(r"[·・‧•]")


def part_unspaced(name: str) -> tuple[tuple[str, ...], str] | None:
    """Return given name and family name of one in Han or Hangul, None where it is in neither.

    A dot parts the words of a foreign name, which keep their order.
    """
    words = _DOTS.sub(" ", name).split()
    if not words or not all(_HAN.fullmatch(w) or _HANGUL.fullmatch(w) for w in words):
        return None
    if len(words) > 1:
        dotted = bool(_DOTS.search(name))
        return (tuple(words[:-1]), words[-1]) if dotted else (tuple(words[1:]), words[0])
    word = words[0]
    if len(word) < 2:
        return None
    japanese = len(word) == 4 and _HAN.fullmatch(word) is not None
    cut = 2 if word[:2] in _TWO_CHARACTERS or japanese else 1
    return ((word[cut:],), word[:cut]) if len(word) > cut else None


def part_latin(words: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
    """Return given name and family name where the family name of an East Asian name stands first.

    The syllables of the given name come as one word. A name that puts its family name last
    has its syllables joined as well.
    """
    if not 2 <= len(words) <= 3:
        return None
    first, last = words[0].lower(), words[-1].lower()
    if first in _FAMILIES and _is_given_name(words[1:], after=first):
        if len(words) == 2 and last in _FAMILIES and _is_given_name(words[:1], after=last):
            return ((words[1],), words[0]) if not is_given(first) else None
        return ("-".join(words[1:]),), words[0]
    if last in _FAMILIES and _is_given_name(words[:-1], after=last):
        return ("-".join(words[:-1]),), words[-1]
    return None


def is_korean_family(word: str) -> bool:
    return word.lower() in _KOREAN or bool(_HANGUL.fullmatch(word))


def _is_given_name(words: Sequence[str], *, after: str) -> bool:
    """Whether `words` are the syllables of a given name, beside the family name `after`."""
    syllables = [s.lower() for word in words for s in word.split("-")]
    if not all(_PINYIN.fullmatch(s) or _HANGUL_IN_LATIN.fullmatch(s) for s in syllables):
        return False
    if len(syllables) > 1:
        return True
    # One word of a few letters after Kim or Lee may be any surname.
    return len(syllables[0]) > 4 if is_given(after) else not is_given(syllables[0])


# Spellings in Latin letters ---------------------------------------------------------------

_KOREAN_SOUNDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"[eo]o|eu|ou|uh|[ou]", "o"),
        (r"ae|ai|e", "e"),
        (r"ee|yi", "i"),
        (r"ck|[gkq]", "k"),
        (r"[dt]", "t"),
        (r"[bp]", "p"),
        (r"ch|j", "c"),
        (r"sh", "s"),
        (r"[rl]", "l"),
        (r"(.)\1+", r"\1"),
    )
)
_CHINESE_SOUNDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"ts|tz|c(?!h)", "z"),
        (r"zh|ch|j|q", "c"),
        (r"hs", "x"),
        (r"b", "p"),
        (r"d", "t"),
        (r"(?<!n)g", "k"),
        (r"ung", "ong"),
        (r"ien", "ian"),
        (r"ieh", "ie"),
        (r"yi|ih", "i"),
    )
)


def _changed(word: str, sounds: Sequence[tuple[re.Pattern[str], str]]) -> str:
    for pattern, to in sounds:
        word = pattern.sub(to, word)
    return word


_KOREAN_FAMILIES = {
    form: line.split()[0]
    for line in (
        "lee yi rhee ri i li|park pak bak bag|choi choe|jung jeong chung joung|roh noh no|"
        "yoo yu ryu|yoon yun|moon mun|seo suh|lim im rim|paik baek baeg|kim gim|cho jo|kang gang|"
        "koo gu ku|ko go|kwon gwon|jang chang|ahn an|oh o|shin sin|sohn son|joo ju|bae pae"
    ).split("|")
    for form in line.split()
}
"""From a spelling of a family name to its usual one."""


def korean_key(family: str, given: str) -> tuple[str, str]:
    """Return the key of a Korean name in Latin letters, whatever the romanisation."""
    return _KOREAN_FAMILIES.get(family, family), _changed(given, _KOREAN_SOUNDS)


def chinese_key(family: str, given: str) -> tuple[str, str]:
    """Return the key of a Chinese name in which pinyin and Wade-Giles meet."""
    return _changed(family, _CHINESE_SOUNDS), _changed(given, _CHINESE_SOUNDS)
