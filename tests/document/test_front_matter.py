"""What a Markdown file says of itself above its text."""

import pytest

from tests.document.made import blocks, kinds, markdown, text

BODY = "The harbour of Port Ansel will open in spring, Minister Ada Voss said."
FRONT = """---
title: "Voss: Harbour opens"   # as printed
date: 2024-05-03 20:01
author:
  - Ilm Tarn
  - 'Oda Brek'
source: Ansel Courier
url: https://courier.example/harbour
tags: [harbour, "bay"]
---
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("heading", ["", "# Voss: Harbour opens\n\n"])
def test_front_matter_is_what_is_known_of_the_report_and_no_words_of_it(
    newline: str, heading: str
) -> None:
    content = f"{FRONT}\n{heading}{BODY}\n".replace("\n", newline)
    document = markdown(content)
    assert document.text == content
    assert document.title == "Voss: Harbour opens"
    assert document.byline == "Ilm Tarn, Oda Brek"
    assert document.outlet == "Ansel Courier"
    assert document.url == "https://courier.example/harbour"
    assert document.published is not None
    assert document.published.start == "2024-05-03T20:01"
    assert document.published.rule == "field date"
    assert kinds(document) == ["dateline", *["headline"][: bool(heading)], "paragraph"]
    assert blocks(document)[-1] == ("paragraph", BODY)


def test_lists_in_brackets_and_names_in_any_case() -> None:
    document = markdown(f"---\nAuthor: [Ilm Tarn, 'Oda Brek']\nDate: soon\n...\n{BODY}")
    assert document.byline == "Ilm Tarn, Oda Brek"
    assert document.published is None
    assert [c.rule for c in document.dates] == ["unreadable: field date"]


@pytest.mark.parametrize(
    "content",
    [
        f"---\n{BODY}\n---\n{BODY} Yes.",
        f"---\nVoss: We will open it.\n---\n{BODY}",
        f"---\ntitle: Harbour\n\n{BODY}",
        f"{BODY} Yes.\n---\ntitle: Harbour opens\n---\n{BODY}",
    ],
)
def test_what_only_looks_like_it_is_text(content: str) -> None:
    assert blocks(markdown(content)) == blocks(text(content))


def test_a_file_of_front_matter_alone_has_no_statements_to_read() -> None:
    assert kinds(markdown(FRONT)) == ["dateline"]
