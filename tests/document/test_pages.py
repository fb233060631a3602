"""Pages: what is the report, and its words as a reader sees them."""

import logging

import pytest

from onrecord.capture import read_captures
from onrecord.document import read_document
from onrecord.document.markup import parse
from onrecord.document.render import runs_of
from onrecord.errors import DocumentError
from onrecord.model import BlockKind, Capture, Document
from tests.document.made import blocks, capture, fields, kinds, page

LEAD = (
    "The harbour of Port Ansel will open in spring, Minister Ada Voss said on Tuesday after a "
    "meeting of the government that lasted nine hours."
)
NEXT = (
    "Parliament votes on the plan in April, and the opposition has said that it will vote against "
    "it unless the costs are made public."
)
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Voss: Harbour opens in spring - Ansel Courier</title>
<meta property="og:site_name" content="Ansel Courier">
<link rel="canonical" href="https://courier.example/2024/03/05/harbour">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "WebSite", "name": "Courier"}},
 {{"@type": ["NewsArticle"], "headline": "Voss: Harbour opens in spring",
  "datePublished": "2024-03-05T10:15:30+02:00",
  "author": [{{"@type": "Person", "name": "Ilm Tarn"}}]}}
]}}</script><style>p {{ color: red }}</style></head>
<body><header><a href="/">Ansel Courier</a>
<nav><ul><li><a href="/p">Politics</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
<div class="cookies">We use cookies to improve your visit. <button>Accept</button></div>
<main><article><h1>Voss: Harbour opens in spring</h1>
<p class="standfirst">The minister told reporters what the government has planned for it.</p>
<p class="byline">By Ilm Tarn</p>
<p>{LEAD}</p>
<p>She said <q>never again will we <q>wait and see</q> for winter</q> to those who had waited.</p>
<script>document.write("<p>not this</p>")</script><style>.x {{}}</style>
<div class="ad">Advertisement</div>
<blockquote><p>We have waited long enough for this harbour. It will be open.</p></blockquote>
<ul><li>The mole, which the storm of last year broke in two places, is repaired first.</li>
<li>The cranes are bought from abroad &amp; paid over ten years, the ministry said.</li></ul>
<p><a href="/x">Read also: Fishermen ask for more money</a></p>
<h2>What comes next</h2>
<p>{NEXT}</p></article>
<aside><h3>Most read</h3><ul><li><a href="/1">Ansel wins the cup of the bay</a></li></ul></aside>
</main><footer><p>© 2024 Ansel Courier. All rights reserved.</p></footer></body></html>"""


@pytest.fixture(scope="module")
def read() -> Document:
    return page(PAGE)


def test_blocks_of_a_page(read: Document) -> None:
    assert kinds(read) == [
        *("headline", "standfirst", "byline", "paragraph", "paragraph", "advert", "quote"),
        *("list", "list", "link", "heading", "paragraph"),
    ]


def test_blocks_are_joined_by_a_blank_line(read: Document) -> None:
    assert read.text == "\n\n".join(words for _, words in blocks(read))


@pytest.mark.parametrize(
    "opening",
    [
        '<div class="ad">',
        '<div class="box ads-right"><section>',
        '<aside id="ad-3"><div>',
        '<div id="promo">',
        '<section class="sponsored"><ul><li>',
        '<div class="mainAdvert"><blockquote>',
    ],
)
def test_everything_in_an_element_called_an_advert_is_one(opening: str) -> None:
    advert = "“Best pumps in the whole of the land,” says Bill Holt of Pumpco. “Buy one today.”"
    markup = f"<article><p>{LEAD}</p>{opening}<p>{advert}</p>"
    runs = list(runs_of(parse(markup)))
    assert [run.kind for run in runs] == [None, BlockKind.ADVERT]


@pytest.mark.parametrize(
    "opening",
    [
        '<body class="has-ads ads">',
        '<article class="ad">',
        '<div class="ad-free">',
        '<div class="no-ads">',
        '<div class="reads add headline">',
        f'<div class="ads"><p>{LEAD * 10}</p>',
    ],
)
def test_an_element_that_holds_the_report_is_no_advert(opening: str) -> None:
    assert BlockKind.ADVERT not in [run.kind for run in runs_of(parse(f"{opening}<p>{LEAD}</p>"))]


def test_q_becomes_quotation_marks(read: Document) -> None:
    said = "She said “never again will we ‘wait and see’ for winter” to those who had waited."
    assert ("paragraph", said) in blocks(read)


def test_scripts_styles_navigation_and_footers_are_not_read(read: Document) -> None:
    for words in ("not this", "color", "Politics", "cookies", "Accept", "wins the cup", "©"):
        assert words not in read.text


def test_metadata_of_a_page(read: Document) -> None:
    assert read.title == "Voss: Harbour opens in spring"
    assert read.outlet == "Ansel Courier"
    assert read.byline == "Ilm Tarn"
    assert read.url == "https://courier.example/2024/03/05/harbour"
    assert read.language == "en"


def test_the_date_of_a_page_has_its_candidates_and_its_reason(read: Document) -> None:
    assert read.published is not None
    assert read.published.start == "2024-03-05T10:15+02:00"
    assert read.published.text == "2024-03-05T10:15:30+02:00"
    assert read.published.rule.startswith("json-ld datePublished; agrees with url")
    assert read.dates[0] == read.published


def article(body: str, head: str = "") -> Document:
    return page(f"<html><head>{head}</head><body><article>{body}<p>{LEAD}</p><p>{NEXT}</p>")


@pytest.mark.parametrize(
    ("head", "start"),
    [
        (
            '<meta property="article:published_time" content="2024-03-05T20:01:00Z">',
            "2024-03-05T20",
        ),
        ('<meta name="date" content="5 March 2024">', "2024-03-05"),
        ('<meta itemprop="datePublished" content="2024-03-05">', "2024-03-05"),
        ('<meta property="og:url" content="https://a.example/2024/03/05/x">', "2024-03-05"),
        ('<meta property="article:modified_time" content="2024-03-05">', None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", broken</script>', None),
        (f'<script type="application/ld+json">{"[" * 99_999}</script>', None),
    ],
)
def test_dates_that_a_page_declares(head: str, start: str | None) -> None:
    document = article("", head)
    assert (document.published and document.published.start[: len(start or "")]) == start


def test_a_declared_date_that_cannot_be_read_is_kept_as_it_is() -> None:
    document = article("", '<meta name="date" content="last Tuesday">')
    assert document.published is None
    assert [(c.rule, c.text) for c in document.dates] == [("unreadable: meta date", "last Tuesday")]


def test_a_declared_date_is_trusted_over_a_stray_time_element() -> None:
    head = '<meta property="article:published_time" content="2024-03-05">'
    document = article('<time datetime="2019-08-01">August 2019</time>', head)
    assert document.published is not None
    assert document.published.start == "2024-03-05"
    assert "2019-08-01" in [candidate.start for candidate in document.dates]


def test_a_time_element_of_a_comment_or_outside_the_article_is_not_the_articles() -> None:
    stamp = '<time datetime="2019-08-01">1 August</time>'
    comments = f'<div class="comments"><p>{stamp}: Good.</p></div>'
    document = page(f"<body><div>{stamp}</div><article><p>{LEAD}</p>{comments}</article></body>")
    assert [candidate.rule for candidate in document.dates if candidate.rule == "time"] == []


def test_lines_under_the_headline_are_read_by_the_line() -> None:
    line = "<div><span>By Ilm Tarn in Port Ansel</span><br>Tuesday 5 March 2024 · 2 min read</div>"
    document = article(f"<h1>Harbour opens in spring</h1>{line}")
    assert kinds(document) == ["headline", "byline", "dateline", "paragraph", "paragraph"]
    assert document.byline == "Ilm Tarn"
    assert [c.start for c in document.dates if c.rule.startswith("dateline")] == ["2024-03-05"]


def test_the_byline_that_is_printed_is_trusted_over_the_declared_one() -> None:
    head = '<meta name="author" content="News Desk">'
    assert article("<h1>Harbour opens in spring</h1><p>By Ilm Tarn</p>", head).byline == "Ilm Tarn"
    assert article("", head).byline == "News Desk"


def test_a_date_in_running_text_is_not_the_pages() -> None:
    sentence = "On 2019-08-01 the harbour was closed, and on 27.03.2020 the union went to court."
    document = article(f"<p>{sentence} {sentence}</p>")
    assert document.published is None


def test_entities_breaks_and_non_breaking_spaces_stay() -> None:
    words = "Voss&nbsp;&amp; Brek said: &ldquo;We<br>will&hellip;\n  open&rdquo; it in the bay."
    document = article(f"<p>{words}</p>")
    assert blocks(document)[0][1] == ("Voss\u00a0& Brek said: “We\nwill… open” it in the bay.")


def test_two_breaks_part_paragraphs() -> None:
    document = page(f"<body><div>{LEAD}<br><br>{NEXT}<br> <br>{LEAD} Again.</div></body>")
    assert [words for _, words in blocks(document)] == [LEAD, NEXT, f"{LEAD} Again."]


def test_marks_that_a_page_writes_itself_are_not_doubled() -> None:
    runs = list(runs_of(parse("<p>She said <q>“never”</q> and <q>no</q>.</p>")))
    assert [run.text for run in runs] == ["She said “never” and “no”."]


def test_inline_markup_parts_no_words() -> None:
    markup = (
        "<p>The <b>har</b>bour<sup>1</sup> <a href='/'>of</a>\n<nobr>Port <i>Ansel</i></nobr></p>"
    )
    assert [run.text for run in runs_of(parse(markup))] == ["The harbour1 of Port Ansel"]


def test_preformatted_text_keeps_its_lines() -> None:
    assert [run.text for run in runs_of(parse("<pre>one\n  two</pre>"))] == ["one\n  two"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p hidden>x</p>",
        '<p style="color:red; display: none">x</p>',
        "<template><p>x</p></template>",
        "<noscript>x</noscript>",
        "<!-- <p>x</p> -->",
        "<svg><text>x</text></svg>",
        "<select><option>x</select>",
    ],
)
def test_what_is_not_shown_is_not_read(markup: str) -> None:
    assert [run.text for run in runs_of(parse(f"<p>a</p>{markup}<p>b</p>"))] == ["a", "b"]


def test_a_page_of_adverts_and_links_around_short_words_is_still_read() -> None:
    document = page("<nav><a href='/'>Home</a></nav><p>Voss said yes.</p><footer>Imprint</footer>")
    assert blocks(document) == [("paragraph", "Voss said yes.")]


@pytest.mark.parametrize(
    "content",
    [
        "<html></html>",
        "<p> &nbsp; </p>",
        "<script>var a = 1</script>",
        "<p>* * *</p>",
        "<!doctype html>",
    ],
)
def test_a_page_without_words_is_refused(content: str) -> None:
    with pytest.raises(DocumentError) as caught:
        page(content)
    assert caught.value.code == "no text"


def test_a_hundred_thousand_levels_of_nesting() -> None:
    depth = 100_000
    document = page(f"<body>{'<div>' * depth}<p>{LEAD}</p>{'</div>' * depth}<p>{NEXT}</p></body>")
    assert blocks(document) == [("paragraph", LEAD), ("paragraph", NEXT)]


@pytest.mark.parametrize("tag", ["b", "blockquote", "ul><li", "table><tr><td", "q", "section"])
def test_nesting_that_is_never_closed(tag: str) -> None:
    assert "Voss said yes" in page(f"<{tag}>" * 5_000 + "Voss said yes").text


@pytest.mark.parametrize(
    "junk", ["<!--", "<script>", "<", "<p", '<a href="', "&", "</div>", "<![CDATA["]
)
def test_broken_markup_takes_no_long_time(junk: str) -> None:
    document = page(f"<p>{LEAD}</p>" + junk * 20_000)
    assert LEAD in document.text


def test_an_xml_declaration_and_another_encoding() -> None:
    content = f'<?xml version="1.0" encoding="windows-1251"?><html><p>{LEAD}</p><p>Порт открыт.</p>'
    assert "Порт открыт." in page(content.encode("cp1251")).text


def test_a_library_never_prints(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        # As where nobody has set up logging.
        patch.setattr(logging.getLogger(), "handlers", [])
        page("<p>x</p>")
    assert capfd.readouterr() == ("", "")


def test_markup_in_a_plain_text_field_is_only_words() -> None:
    assert fields(text="<p>The harbour is open.</p>").text == "<p>The harbour is open.</p>"


def test_one_page_twice_is_one_document() -> None:
    one, two = page(PAGE), read_document(capture(PAGE, "text/html", "elsewhere"))
    assert one.id == two.id
    assert one.blocks == two.blocks


def test_pages_from_files(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("pages") / "harbour.html"
    file.write_text(PAGE)
    [found] = read_captures([str(file)])
    assert isinstance(found, Capture)
    assert read_document(found).outlet == "Ansel Courier"
