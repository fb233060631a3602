"""What holds of every document, whatever the input is."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import CaptureError, DocumentError
from onrecord.model import BlockKind, Document, content_id
from tests.document.made import capture, markdown, page, text

LINES = st.sampled_from(
    [
        "",
        "AD",
        "Addition",
        "Read more:",
        "Read also: Voss names conditions",
        "By Ilm Tarn",
        "20:01 22.10.2024",
        "Port Ansel • UNA",
        "date 2023-06-02 The harbour is open.",
        "PORT ANSEL (UNA) — The harbour is open.",
        "> We wait.",
        "- the mole",
        "# Harbour opens in spring",
        "Voss: The harbour will open in spring",
        "The harbour of Port Ansel will open in spring, Minister Ada Voss said.",
        "“We have waited long enough for it,” she added in the end.",
        "\u00a0\u2003",
        "\ufeff",
    ]
)
REPORTS = st.lists(LINES | st.text(max_size=30), max_size=25).map("\n".join)
TAGS = st.sampled_from("p div blockquote q br li ul h1 h2 a b table td time script nav pre".split())
MARKUP = st.recursive(
    st.text(max_size=20) | LINES,
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"
    ),
    max_leaves=15,
)


def check(document: Document) -> None:
    assert document.blocks
    for block in document.blocks:
        words = block.span.of(document.text)
        assert words == words.strip()
        assert len(words) == block.span.end - block.span.start
        assert (block.repeats is not None) == (block.kind is BlockKind.REPEAT)
    for number, block in enumerate(document.blocks):
        assert block.repeats is None or block.repeats < number
    for above, below in pairwise(document.blocks):
        assert above.span.end <= below.span.start
    assert document.id == content_id(document.digest, document.text)
    assert document.published is None or document.dates[0] == document.published
    document.text.encode()


@settings(max_examples=300, deadline=None)
@given(REPORTS)
def test_blocks_of_any_report_are_in_order_apart_and_trimmed(report: str) -> None:
    for read in (text, markdown):
        try:
            document = read(report)
        except (CaptureError, DocumentError):
            continue
        assert document.text == report.removeprefix("\ufeff")
        check(document)


@settings(max_examples=200, deadline=None)
@given(REPORTS)
def test_every_letter_of_a_report_is_in_a_block(report: str) -> None:
    try:
        document = text(report)
    except (CaptureError, DocumentError):
        return
    between = [0, *(n for b in document.blocks for n in (b.span.start, b.span.end))]
    gaps = zip(between[::2], [*between[1::2], len(document.text)], strict=True)
    # Bullets, marks of quotes and lines of mere punctuation stand outside.
    assert not [c for s, e in gaps for c in document.text[s:e] if c.isalpha()]


@settings(max_examples=60, deadline=None)
@given(MARKUP)
def test_blocks_of_any_page_are_in_order_apart_and_trimmed(markup: str) -> None:
    try:
        document = page(markup)
    except (CaptureError, DocumentError):
        return
    check(document)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=200),
    st.sampled_from(["text/plain", "text/markdown", "text/html", "application/json"]),
)
def test_no_bytes_raise_anything_but_an_error_of_the_input(data: bytes, media_type: str) -> None:
    from onrecord.document import read_document

    try:
        document = read_document(capture(data, media_type))
    except (CaptureError, DocumentError):
        return
    check(document)


def test_plain_text_imports_no_library_for_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The harbour of the bay will open, and that is all of it.")
    code = (
        "import sys; from onrecord.capture import read_captures\n"
        "from onrecord.document import read_document\n"
        "[document] = map(read_document, read_captures([sys.argv[1]])); assert document.text\n"
        "print({'lxml', 'trafilatura', 'htmldate', 'numpy'} & sys.modules.keys())"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
