"""Reports as other outlets reprint them: with another head, other names, words and marks.

Every variant is made of a plain text by an edit of its own kind, more or less of it, always the
same for the same number.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from benchmarks.generated import CODAS, ONSETS, VOWELS, names_of

Edit = Callable[[list[str], float, random.Random], list[str]]


def _other_head(paragraphs: list[str], strength: float, chance: random.Random) -> list[str]:
    """Another headline, a byline and a dateline, and up to the whole lead in other words."""
    _, lead, *rest = paragraphs
    words = lead.split()
    kept = words[round(len(words) * strength) :]
    told = " ".join([*invented(len(words) - len(kept), chance), *kept])
    headline = " ".join(invented(6, chance)).capitalize()
    return [headline, "By Ada Voss", f"ANSEL (UNA) - {told}", *rest]


def _other_names(paragraphs: list[str], strength: float, chance: random.Random) -> list[str]:
    """Up to a third of the names spelled another way throughout, as a house style has it."""
    names = names_of(["\n".join(paragraphs)] * 3)
    respelled = {name: f"{name}y" for name in names if chance.random() < strength / 3}
    return [" ".join(respelled.get(w, w) for w in p.split(" ")) for p in paragraphs]


def _other_words(paragraphs: list[str], strength: float, chance: random.Random) -> list[str]:
    """Up to one word in twelve replaced, wherever it stands."""
    return [
        " ".join(
            invented(1, chance)[0] if chance.random() < strength / 12 else word
            for word in paragraph.split(" ")
        )
        for paragraph in paragraphs
    ]


def _cut(paragraphs: list[str], strength: float, _: random.Random) -> list[str]:
    """Up to two thirds cut off at the end."""
    return paragraphs[: max(2, round(len(paragraphs) * (1 - strength * 2 / 3)))]


def _without(paragraphs: list[str], strength: float, chance: random.Random) -> list[str]:
    """Up to a third of the paragraphs left out, and two others changed about."""
    head, lead, *rest = paragraphs
    kept = [p for p in rest if chance.random() >= strength / 3]
    if len(kept) > 1:
        place = chance.randrange(len(kept) - 1)
        kept[place : place + 2] = kept[place : place + 2][::-1]
    return [head, lead, *kept]


def _longer(paragraphs: list[str], strength: float, chance: random.Random) -> list[str]:
    """Up to half as much again added, in paragraphs of twenty words."""
    more = round(sum(len(p.split()) for p in paragraphs) * strength / 40)
    return [*paragraphs, *(f"{' '.join(invented(20, chance)).capitalize()}." for _ in range(more))]


def _around(paragraphs: list[str], _: float, chance: random.Random) -> list[str]:
    """The same words with adverts, links, a repeat and other quotation marks."""
    head, *body = (p.replace("“", '"').replace("”", '"').replace("’", "'") for p in paragraphs)
    place = chance.randrange(1, len(body) + 1)
    below = ["Read also: A storm is near", body[0]]
    return [head, *body[:place], "Advertisement", *body[place:], *below]


EDITS: dict[str, Edit] = {
    "another head": _other_head,
    "other names": _other_names,
    "other words": _other_words,
    "cut short": _cut,
    "paragraphs left out": _without,
    "made longer": _longer,
    "other things around": _around,
}


def variants(text: str, count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield `count` variants of a plain text, each with the name of its edit."""
    paragraphs = [p for p in text.split("\n\n") if p.strip()]
    chance = random.Random(seed)
    for number in range(count):
        name = list(EDITS)[number % len(EDITS)]
        strength = 0.0 if len(paragraphs) < 3 else chance.random()
        yield name, "\n\n".join(EDITS[name](list(paragraphs), strength, chance)) + "\n"


def invented(count: int, chance: random.Random) -> list[str]:
    """Return words that are in no dictionary."""
    sounds = (ONSETS, VOWELS, CODAS, VOWELS, CODAS)
    return ["".join(chance.choice(s) for s in sounds).lower() for _ in range(count)]
