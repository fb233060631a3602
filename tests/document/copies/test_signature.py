"""What is kept of a report is the same wherever its words are printed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.document.copies import SIGNATURE_VERSION, signature
from onrecord.document.copies.signature import (
    FEWEST_WORDS,
    SHINGLE,
    shingles_of,
    sign,
    unpack,
)
from onrecord.document.copies.words import body_words
from tests.document import made

BODY = (
    "The port of Ansel will be open to all ships from the first of May, the minister said.\n\n"
    '"We have waited for 12 years, and we won\'t wait any longer," Voss told reporters.'
)
WORDS = st.lists(st.sampled_from("alfa beta gamma delta 1 2 épée ship".split()), min_size=SHINGLE)


def test_a_report_has_a_signature_of_this_version() -> None:
    assert signature(made.text(BODY))[:1] == bytes([SIGNATURE_VERSION])


@pytest.mark.parametrize(
    "reprinted",
    [
        "Port to open, minister says\n\nBy Ada Voss\n\n" + BODY,
        "PORT ANSEL, June 2 (UNA) - " + BODY,
        BODY.replace("\n\n", "\n\nAdvertisement\n\n") + "\n\nRead also: A storm is coming",
        BODY.replace('"', "”").replace("'", "’").replace(" ", "\u00a0", 3),
        BODY.replace("minister", "MINISTER").replace("ships", "sh\u00adips"),
        BODY.replace("Ansel", "Ánsel"),
        BODY + "\n\n" + BODY.partition("\n\n")[0],
    ],
    ids=["headline", "dateline", "advert", "marks", "case", "accents", "repeat"],
)
def test_what_an_outlet_puts_around_the_words_changes_no_signature(reprinted: str) -> None:
    assert signature(made.text(reprinted)) == signature(made.text(BODY))


@pytest.mark.parametrize("other", [("12", "21"), ("will be", "will not be")])
def test_a_figure_or_a_word_makes_another_text(other: tuple[str, str]) -> None:
    assert signature(made.text(BODY.replace(*other)))[:17] != signature(made.text(BODY))[:17]


def test_the_order_of_words_counts() -> None:
    words = [f"w{n}" for n in range(30)]
    assert len(np.intersect1d(shingles_of(words), shingles_of(words[::-1]))) == 0


def test_a_report_that_says_too_little_has_no_signature() -> None:
    few = " ".join(["word"] * (FEWEST_WORDS - 1))
    assert signature(made.text(few + ".")) == b""
    assert signature(made.text(few + " more.")) != b""


def test_characters_stand_for_words_where_no_space_parts_them() -> None:
    assert body_words(made.text("大臣は昨日、港を開くと述べた。")) == [
        *"大臣は昨日港を開くと述へた"
    ]


@given(WORDS)
def test_a_signature_holds_every_shingle_once_and_in_order(words: list[str]) -> None:
    kept = unpack(sign(words)).shingles
    runs = {tuple(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)}
    assert len(kept) == len(runs)
    assert (np.diff(kept.astype(np.int64)) > 0).all()


def test_a_signature_of_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="another version"):
        unpack(b"\x00" + sign(["a", "b", "c"])[1:])


def test_signatures_are_the_same_on_every_machine() -> None:
    # If this changes, with rensa or with us, `SIGNATURE_VERSION` must.
    kept = unpack(sign("the port will be open to all ships".split()))
    assert SIGNATURE_VERSION == 1
    assert kept.digest.hex() == "c9e48e796f59986c8f3d6783b458e736"
    assert kept.shingles.tolist() == [
        760146270,
        1315752726,
        1700394255,
        3375819355,
        3624570867,
        4000266133,
    ]
    assert kept.sketch[:4].tolist() == [3319280305, 3341783084, 3452549456, 3698606097]
