"""Names in scripts that leave out the vowels: the consonants that every spelling shares."""

from __future__ import annotations

import re

from onrecord.actor.name.languages import substituted
from onrecord.actor.name.person_name import PersonName

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_HEBREW = re.compile(r"[\u0590-\u05ff]")
_INDIC = re.compile(r"[\u0900-\u0dff]")


def _skeleton_arabic(word: str) -> str:
    return substituted(
        word, ("sh", "s"), ("[kg]h|ck|[qgc]", "k"), ("ph", "f"), ("[dt]h", "d"), ("z", "s"),
        ("t", "d"), ("[aeiouywh]", ""), (r"(.)\1+", r"\1"),
    )  # fmt: skip


def _skeleton_hebrew(word: str) -> str:
    return substituted(
        word, ("t[sz]|sh|z", "s"), ("kh|ch", ""), ("ck|[qgc]", "k"), ("ph|f", "p"),
        ("th", "t"), ("[aeiouywhvbj]", ""), (r"(.)\1+", r"\1"),
    )  # fmt: skip


SKELETONS = {"Arabic": _skeleton_arabic, "Hebrew": _skeleton_hebrew}
GIVEN_IN_SCRIPT = {
    native: latin
    for pair in (
        "محمد mohammed|محمود mahmoud|أحمد ahmed|احمد ahmed|حسن hassan|حسين hussein|حسین hussein|"
        "علي ali|علی ali|عمر omar|خالد khaled|مصطفى mustafa|يوسف yousef|إبراهيم ibrahim|"
        "ابراهیم ibrahim|بشار bashar|صدام saddam|ياسر yasser|سعد saad|سعيد saeed|"
        "בנימין benjamin|בני benny|יצחק isaac|יאיר yair|שמעון shimon|אהוד ehud|דוד david|"
        "יוסף yosef|משה moshe|אריאל ariel|גדעון gideon|אביגדור avigdor|יואב yoav|נפתלי naftali|"
        "גולדה golda|ציפי tzipi|מנחם menachem|אביב aviv|דניאל daniel|מיכאל michael|שרה sarah"
    ).split("|")
    for native, latin in (pair.split(" "),)
}


def unvowelled(name: PersonName) -> str:
    """Return the script whose letters leave out the vowels, "" of one that writes them."""
    written = name.given[0] + name.surname
    if _HEBREW.search(written):
        return "Hebrew"
    return "Arabic" if _ARABIC.search(written) or _INDIC.search(written) else ""


def sound_of_arabic(word: str) -> str:
    """Return the consonants of an Arabic surname in Latin letters, and what its vowels are like.

    They are open, front or back, and no more is told of them.
    """
    return substituted(
        word, ("sh", "S"), ("[kg]h|ck|[qgc]", "k"), ("ph", "f"), ("[dt]h", "d"),
        ("z", "s"), ("h", ""), ("ee|[eiy]+", "i"), ("[ouw]+", "u"), (r"(.)\1+", r"\1"),
    )  # fmt: skip
