"""Bytes become the text that was meant, and how is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.capture.encoding import decode, find_encoding
from onrecord.errors import CaptureError

FRENCH = (
    "Le préfet a déclaré que la digue était réparée depuis l'été dernier, "
    "et que les pêcheurs s'en étaient réjouis. « Où est le problème ? » a-t-il ajouté. "
) * 3
RUSSIAN = "Министр заявил, что мост будет открыт весной, и добавил, что работы идут по плану. " * 4
POLISH = (
    "Minister powiedział, że most zostanie otwarty wiosną, a później dodał: żadnych opóźnień. " * 4
)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_dropped(codec: str) -> None:
    data = RUSSIAN.encode(codec)
    encoding = find_encoding(data, "a.txt")
    assert encoding.rule == "bom"
    assert decode(data, *encoding) == RUSSIAN


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1251">',
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>",
        '<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_a_page_may_declare_its_encoding(head: str) -> None:
    data = (head + RUSSIAN).encode("cp1251")
    encoding = find_encoding(data, "a.html", markup=True)
    assert encoding == ("cp1251", "declared")
    assert decode(data, *encoding) == head + RUSSIAN


def test_a_declaration_in_plain_text_is_only_words() -> None:
    data = b'The page said <meta charset="windows-1251"> and nothing more.'
    assert find_encoding(data, "a.txt").rule == "utf-8"


def test_a_declaration_that_utf8_bytes_give_the_lie_is_not_believed() -> None:
    data = ('<meta charset="iso-8859-1">' + FRENCH).encode()
    assert find_encoding(data, "a.html", markup=True) == ("utf-8", "utf-8")


@pytest.mark.parametrize("label", ["klingon", "rot13", "utf-7", "unicode_escape", "idna", "utf-16"])
def test_a_declaration_of_no_encoding_of_pages_is_passed_over(label: str) -> None:
    data = f'<meta charset="{label}"><p>plain &amp; ASCII \\u0041'.encode()
    assert find_encoding(data, "a.html", markup=True) == ("utf-8", "utf-8")


def test_latin1_is_read_as_browsers_read_it() -> None:
    data = '<meta charset="latin-1"> “Yes,” she said.'.encode("cp1252")
    encoding = find_encoding(data, "a.html", markup=True)
    assert "“Yes,”" in decode(data, *encoding)


@pytest.mark.parametrize(
    ("text", "codec"), [(RUSSIAN, "cp1251"), (FRENCH, "cp1252"), (POLISH, "cp1250")]
)
def test_an_undeclared_encoding_is_detected(text: str, codec: str) -> None:
    data = text.encode(codec)
    encoding = find_encoding(data, "a.txt")
    assert encoding.rule == "detected"
    assert decode(data, *encoding) == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_wide_characters_without_their_mark_are_detected(codec: str) -> None:
    text = "The harbour will open in spring, the minister said."
    encoding = find_encoding(text.encode(codec), "a.txt")
    assert encoding == (codec, "detected")


def test_a_few_bytes_of_another_encoding_are_read_as_windows_and_said() -> None:
    data = FRENCH.encode() + b" \x93Yes,\x94 she said. " + FRENCH.encode()
    encoding = find_encoding(data, "a.txt")
    assert encoding == ("utf-8", "mixed")
    assert decode(data, *encoding) == FRENCH + " “Yes,” she said. " + FRENCH


def test_garbage_is_refused() -> None:
    garbage = bytes((n * 89 + n // 7) % 224 + 32 for n in range(3000))
    with pytest.raises(CaptureError) as caught:
        find_encoding(garbage, "a.txt")
    assert caught.value.code in {"wrong encoding", "binary"}


# Control characters make a file binary, and a mark in front is no part of the text.
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_text_in_utf8_comes_back_unchanged(text: str) -> None:
    data = text.encode()
    encoding = find_encoding(data, "a.txt")
    assert decode(data, *encoding) == text.removeprefix("\ufeff")


@given(st.binary(min_size=1, max_size=400))
def test_whatever_encoding_is_found_decodes(data: bytes) -> None:
    for markup in (False, True):
        try:
            encoding = find_encoding(data, "a", markup=markup)
        except CaptureError:
            continue
        assert isinstance(decode(data, *encoding), str)
