"""What the model and structure come to together, on invented sentences."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Act, Kind, Span, Statement, statement_id
from onrecord.statement.learned.second_opinion import Opinion, together


def statement(
    text: str,
    content: str,
    cue: str = "",
    source: str = "",
    *,
    addressee: str = "",
    rule: str = "learned",
    kind: Kind = Kind.INDIRECT,
    parent: str | None = None,
) -> Statement:
    def spans(words: str) -> tuple[Span, ...]:
        start = text.index(words) if words else 0
        return (Span(start, start + len(words)),) if words else ()

    said, by, who = spans(content), spans(cue), spans(source)
    return Statement(
        id=statement_id("d", rule, said, by, who),
        document_id="d",
        kind=kind,
        act=Act.SPEECH,
        content=said,
        cue=by,
        source=who,
        addressee=spans(addressee),
        parent=parent,
        confidence=0.5,
        rule=rule,
        extractor="x/1",
    )


def words(text: str, opinions: list[Opinion]) -> list[tuple[str, str]]:
    """Return the source and the content of each, in order of text."""
    ordered = sorted((o.statement for o in opinions), key=lambda s: s.content)
    return [
        (" ".join(p.of(text) for p in s.source), " ".join(p.of(text) for p in s.content))
        for s in ordered
    ]


def test_of_one_attribution_the_model_s_spans_stand() -> None:
    text = "Ada Brill told the council that the bridge was safe on Monday."
    learned = statement(text, "that the bridge was safe", "told the council", "Ada Brill")
    rule = statement(
        text, "that the bridge was safe on Monday", "told", "Brill",
        addressee="the council", rule="object",
    )  # fmt: skip
    (one,) = together(text, [learned], [rule])
    assert one.statement.content == learned.content
    assert one.statement.source == learned.source
    assert one.statement.addressee == rule.addressee
    assert one.same_source


def test_a_source_that_the_model_misses_is_that_of_structure() -> None:
    text = "The bridge was safe, Ada Brill said."
    learned = statement(text, "The bridge was safe", "said")
    rule = statement(text, "The bridge was safe", "said", "Ada Brill", rule="subject")
    (one,) = together(text, [learned], [rule])
    assert one.statement.source == rule.source
    assert not one.same_source


def test_a_source_from_afar_gives_way_to_the_subject_of_the_cue() -> None:
    text = "Odo Senn went home. The bridge was safe, Ada Brill said. “So,” said the keeper."
    learned = statement(text, "The bridge was safe", "said", "Odo Senn")
    rule = statement(text, "The bridge was safe", "said", "Ada Brill", rule="subject")
    (one,) = together(text, [learned], [rule])
    assert one.statement.source == rule.source
    (other,) = together(text, [learned], [replace(rule, rule="floating")])
    assert other.statement.source == learned.source


def test_a_block_quote_is_one_statement_and_what_it_reports_stands_in_it() -> None:
    text = "Odo Senn said: I asked the keeper. The keeper wrote that it leaks. I fear nothing."
    quote = text[len("Odo Senn said: ") :]
    layout = statement(text, quote, "", "Odo Senn", rule="signature", kind=Kind.DIRECT)
    reported = statement(text, "that it leaks", "wrote", "The keeper")
    own = statement(text, "nothing", "fear", "I")
    found = together(text, [reported, own], [layout])
    assert words(text, found) == [("Odo Senn", quote), ("The keeper", "that it leaks")]


def test_a_paragraph_in_the_first_person_where_others_have_their_say_is_the_author_s() -> None:
    text = "Odo Senn went home. I asked. The keeper wrote that it leaks all day and night."
    paragraph = text[len("Odo Senn went home. ") :]
    layout = statement(text, paragraph, "", "Odo Senn", rule="first person", kind=Kind.DIRECT)
    told = statement(text, "that it leaks all day and night", "wrote", "The keeper")
    assert words(text, together(text, [told], [layout])) == [
        ("The keeper", "that it leaks all day and night")
    ]


def test_a_passage_that_the_model_reads_alike_keeps_its_cue_and_is_verbatim() -> None:
    text = "Odo Senn said: I asked the keeper, and he went."
    quote = "I asked the keeper, and he went."
    layout = statement(text, quote, "", "Odo Senn", rule="first person", kind=Kind.DIRECT)
    learned = statement(text, quote[:-1], "said", "Odo Senn")
    (one,) = together(text, [learned], [layout])
    assert one.statement.cue == learned.cue
    assert one.statement.kind is Kind.DIRECT
    (other,) = together(text, [learned], [replace(layout, rule="signature")])
    assert other.statement.content == layout.content
    (third,) = together(text, [replace(learned, cue=())], [layout])
    assert third.statement is layout


def test_a_quotation_only_structure_finds_is_kept_and_a_paraphrase_is_not() -> None:
    text = "“It leaks,” said Ada Brill. The mayor hopes for rain."
    quoted = statement(text, "It leaks", "said", "Ada Brill", rule="inverted", kind=Kind.DIRECT)
    told = statement(text, "for rain", "hopes", "The mayor", rule="subject")
    (one,) = together(text, [], [quoted, told])
    assert one.statement is quoted
    assert one.learned is None


def test_a_quotation_stays_when_the_paraphrase_around_it_goes() -> None:
    text = "The mayor hinted that the keeper had said “it leaks” to all."
    outer = statement(text, "that the keeper had said “it leaks”", "hinted", "The mayor", rule="x")
    inner = statement(
        text, "it leaks", "said", "the keeper", rule="subject", kind=Kind.DIRECT, parent=outer.id
    )
    assert words(text, together(text, [], [outer, inner])) == [("the keeper", "it leaks")]


def test_who_is_cited_for_a_statement_holds_it() -> None:
    text = "According to the Gazette, Ada Brill said the bridge was safe."
    learned = statement(text, "the bridge was safe", "said", "Ada Brill")
    cited = statement(
        text, "Ada Brill said the bridge was safe", "According to", "the Gazette",
        rule="according to",
    )  # fmt: skip
    assert len(together(text, [learned], [cited])) == 2


def test_what_is_reported_inside_a_statement_is_kept_once() -> None:
    text = "“The keeper told me it leaks,” Ada Brill said."
    learned = statement(text, "The keeper told me it leaks", "said", "Ada Brill", kind=Kind.DIRECT)
    inner = statement(text, "it leaks", "told", "The keeper", rule="object", parent="p")
    outside = statement(text, "Ada Brill", "said", rule="object", parent="p")
    found = together(text, [learned], [inner, outside])
    assert words(text, found)[1:] == [("The keeper", "it leaks")]


def test_a_report_that_is_most_of_the_statement_around_it_is_kept() -> None:
    text = "The keeper knows why it leaks, Ada Brill said."
    learned = statement(text, "The keeper knows why it leaks", "said", "Ada Brill")
    inner = statement(text, "why it leaks", "knows", "The keeper", rule="object", parent="p")
    found = together(text, [learned], [inner])
    assert [source for source, _ in words(text, found)] == ["Ada Brill", "The keeper"]


TEXT = "a" * 4_000
PLACE = st.integers(0, 3_900)
SPANS = st.lists(PLACE.map(lambda at: Span(at, at + 90)), min_size=1, max_size=1).map(tuple)
RULES = st.sampled_from(["learned", "subject", "first person", "according to"])


@st.composite
def statements(draw: st.DrawFn, rules: st.SearchStrategy[str]) -> Statement:
    content, cue, source = draw(SPANS), draw(st.just(()) | SPANS), draw(st.just(()) | SPANS)
    rule, kind = draw(rules), draw(st.sampled_from(Kind))
    id_ = statement_id("d", rule, content, cue, source)
    parent = draw(st.sampled_from([None, "p"])) if rule != "learned" else None
    return Statement(id_, "d", kind, Act.SPEECH, content, cue, source, (), parent, 0.5, rule, "x/1")


@given(
    st.lists(statements(st.just("learned")), max_size=6, unique_by=lambda s: s.id),
    st.lists(
        statements(RULES.filter(lambda rule: rule != "learned")),
        max_size=6,
        unique_by=lambda s: s.id,
    ),
)
def test_nothing_is_kept_that_nobody_found_and_nothing_twice(
    learned: list[Statement], structural: list[Statement]
) -> None:
    found = together(TEXT, learned, structural)
    known = {s.id for s in (*learned, *structural)}
    assert {o.statement.id for o in found} <= known
    assert all(o.learned is not None or o.structural is not None for o in found)
    seconds = [o.structural.id for o in found if o.structural is not None]
    assert len(seconds) == len(set(seconds))


def test_neighbours_are_found_among_thousands() -> None:
    one = statement("a" * 50 + "b" * 10, "a" * 50, "b" * 10)
    spread = [
        replace(
            one,
            id=str(i),
            content=(Span(100 * i, 100 * i + 50),),
            cue=(Span(100 * i + 60, 100 * i + 70),),
        )
        for i in range(3_000)
    ]
    found = together("a" * 300_001, spread, [replace(s, rule="subject") for s in spread])
    assert [o.structural.id for o in found if o.structural] == [s.id for s in spread]


def test_a_genre_before_a_colon_is_nobody_s_name() -> None:
    text = "Interview: “We will open it”\n\nAnalysis: Why the harbour will not open"
    direct = statement(text, "We will open it", ":", "Interview", kind=Kind.DIRECT)
    indirect = statement(text, "Why the harbour will not open", "", "Analysis")
    assert words(text, together(text, [direct, indirect], [])) == [("", "We will open it")]


def test_what_is_told_inside_ends_with_the_statement_around_it() -> None:
    text = "Bo said Kay had claimed the tax was dead, an account that Lund denied."
    outer = statement(text, "Bo said Kay had claimed the tax was dead"[8:], "said", "Bo")
    wider = statement(text, text[8:-1], "said", "Bo", rule="subject")
    inner = statement(
        text,
        "the tax was dead, an account that Lund denied",
        "had claimed",
        "Kay",
        rule="subject",
        parent=wider.id,
    )
    assert words(text, together(text, [outer], [wider, inner])) == [
        ("Bo", "Kay had claimed the tax was dead"),
        ("Kay", "the tax was dead"),
    ]


def test_a_report_that_cites_is_known_by_its_telling_and_holds_whom_it_cites() -> None:
    text = "The Bote reported, citing two aides, that the tax was dead."
    muddled = statement(text, "two aides, that the tax was dead", "citing", "The Bote")
    telling = statement(text, "that the tax was dead", "reported", "The Bote", rule="subject")
    citing = statement(
        text, "that the tax was dead", "citing", "two aides", rule="citing", parent=telling.id
    )
    assert words(text, together(text, [muddled], [telling, citing])) == [
        ("The Bote", "that the tax was dead"),
        ("two aides", "that the tax was dead"),
    ]


def test_what_structure_has_for_itself_may_stand_inside_what_the_model_finds() -> None:
    text = "As Kay tells it, Bo once complained that nobody asked."
    outer = statement(text, "Bo once complained that nobody asked", "tells", "Kay")
    alone = statement(text, "that nobody asked", "complained", "Bo", rule="subject")
    assert words(text, together(text, [outer], [alone])) == [
        ("Kay", "Bo once complained that nobody asked"),
        ("Bo", "that nobody asked"),
    ]
