"""JSON documents: ours and ninjs."""

import json

import pytest

from onrecord.document import read_document
from onrecord.errors import DocumentError
from tests.document.made import blocks, capture, fields, kinds

BODY = "  The harbour will open in spring, Voss said.\r\n\r\nIt is late.  "


@pytest.mark.parametrize("name", ["text", "body", "Body", "BODY_TEXT", "article-body", "content"])
def test_the_text_is_the_field_unchanged(name: str) -> None:
    document = fields(**{name: BODY})
    assert document.text == BODY
    assert kinds(document) == ["paragraph", "paragraph"]


def test_our_own_fields() -> None:
    document = fields(
        text=BODY,
        Title="A harbour  opens",
        source="UNA",
        url="https://una.example/2024/03/06/harbour",
        date="2024-03-05 20:01:30+00:00",
        author=["Ilm Tarn", {"name": "Oda Brek"}],
        language="en-GB",
    )
    assert document.title == "A harbour opens"
    assert document.outlet == "UNA"
    assert document.url == "https://una.example/2024/03/06/harbour"
    assert document.byline == "Ilm Tarn, Oda Brek"
    assert document.language == "en"
    assert document.published is not None
    assert document.published.start == "2024-03-05T20:01+00:00"
    assert document.published.rule == "field date; trusted over url"
    assert [d.start for d in document.dates] == ["2024-03-05T20:01+00:00", "2024-03-06"]


def test_a_title_that_the_text_says_again_is_its_headline() -> None:
    document = fields(title="A harbour opens", text=f"A harbour opens\n\n{BODY}")
    assert blocks(document)[0] == ("headline", "A harbour opens")


def test_ninjs_3() -> None:
    document = fields(
        uri="urn:una:1",
        standard={"name": "ninjs", "version": "3.1"},
        headlines=[
            {"role": "short", "value": "Harbour"},
            {"role": "main", "value": "Harbour opens"},
        ],
        bodies=[
            {"role": "summary", "contentType": "text/plain", "value": "Short."},
            {"role": "main", "contentType": "text/html", "value": "<p>Not this one.</p>"},
            {"role": "main", "contentType": "text/plain", "value": BODY},
        ],
        infoSources=[{"name": "UNA", "role": "source"}],
        by="Ilm Tarn",
        language="en",
        firstCreated="2024-03-05T20:01:00Z",
        versionCreated="2024-03-06T08:00:00Z",
    )
    assert document.text == BODY
    assert document.title == "Harbour opens"
    assert document.outlet == "UNA"
    assert document.byline == "Ilm Tarn"
    assert document.url is None
    assert document.published is not None
    assert document.published.start == "2024-03-06T08:00+00:00"
    assert len(document.dates) == 2


def test_markup_in_ninjs_is_rendered() -> None:
    body = "<p>She said <q>never</q> &amp; left.</p><blockquote>We&nbsp;wait.</blockquote>"
    document = fields(bodies=[{"contentType": "text/html", "value": body}])
    assert blocks(document) == [
        ("paragraph", "She said “never” & left."),
        ("quote", "We\u00a0wait."),
    ]


def test_ninjs_1() -> None:
    document = fields(
        headline="Harbour opens", body_html="<p>It opens in spring.</p>", byline="I T"
    )
    assert document.text == "It opens in spring."
    assert document.title == "Harbour opens"


def test_fields_of_other_types_are_unknown() -> None:
    document = fields(
        text=BODY, title=7, outlet=[], author={"id": 3}, date=True, url="file:///etc", language=None
    )
    assert (document.title, document.outlet, document.byline) == (None, None, None)
    assert (document.url, document.published) == (None, None)


@pytest.mark.parametrize("said", ["not a date", "03/04/2024", "5 March", -7, 1e30])
def test_a_date_that_cannot_be_read_is_kept_as_it_is_and_never_chosen(said: object) -> None:
    document = fields(text=BODY, published=said)
    assert document.published is None
    assert [(c.rule, c.text) for c in document.dates] == [
        ("unreadable: field published", str(said))
    ]
    document = fields(text=BODY, published=said, date="2024-03-05")
    assert document.published is not None
    assert document.published.start == "2024-03-05"
    assert [c.rule for c in document.dates] == ["field date", "unreadable: field published"]


@pytest.mark.parametrize("said", ["", " ", None, True, [], {}])
def test_a_date_that_is_not_given_is_no_candidate(said: object) -> None:
    assert fields(text=BODY, published=said).dates == ()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"text": "a', "broken json"),
        ("{" * 100_000, "broken json"),
        ('{"a":' * 100_000, "broken json"),
        ('"text"', "no document"),
        ("[1, 2]", "no document"),
        ("17", "no document"),
        ("{}", "no text"),
        ('{"text": ""}', "no text"),
        ('{"text": 7, "body": null}', "no text"),
        ('{"text": "* * *"}', "no text"),
        ('{"bodies": [7, {"value": 3}, {}]}', "no text"),
        (json.dumps({"text": "The harbour\0 is open."}), "NUL bytes"),
        ('{"text": "The harbour \\ud800 is open."}', "wrong encoding"),
        ('{"text": "The harbour is open.", "title": "half \\udc00"}', "wrong encoding"),
    ],
)
def test_what_is_no_document_is_refused_for_its_reason(content: str, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_document(capture(content, "application/json", "reports.jsonl:7"))
    assert caught.value.code == code
    assert caught.value.ids == ("reports.jsonl:7",)
