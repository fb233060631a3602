"""What a search found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.printed.timeline import SHORT_ID
from onrecord.cli.terminal import clean
from onrecord.export.knowing import UNSAID, also_told, known_through
from onrecord.export.wording import DOUBTFUL, count, crop, place, speaker, when
from onrecord.model import Span
from onrecord.record.views import Hit

AROUND = 160


def hit_list(query: str, hits: Sequence[Hit], *, limit: int) -> RenderableType:
    """Return at most `limit` of `hits`, the words found marked, and whether there are more."""
    if not hits:
        return Text(clean(f"Nothing on record for {query!r}."), style="dim")
    shown = hits[:limit]
    statements = sum(hit.statement is not None for hit in shown)
    found = [count(statements, "statement")] if statements else []
    if statements < len(shown):
        found.append(count(len(shown) - statements, "passage of a report", "passages of reports"))
    more = f", and more: --limit {limit * 4} shows more" if len(hits) > limit else ""
    heading = Text(clean(f"{' and '.join(found)} for {query!r}{more}"), style="bold")
    return Group(heading, *(part for hit in shown for part in _hit(hit)))


def _hit(hit: Hit) -> Iterator[RenderableType]:
    head, shown = Text("\n"), (0, 0, 0, 2)
    if hit.statement:
        said = hit.statement.said
        date = when(said) if said else f"reported: {when(hit.published)}"
        head.append(clean(speaker(hit.statement)), "bold")
        facts = [
            known_through(hit.statement),
            "" if hit.statement.made else UNSAID[hit.statement.factuality],
            DOUBTFUL if hit.statement.doubtful else "",
            " ".join(filter(None, (place(hit), also_told(hit.statement)))),
            hit.statement.kind.value,
        ]
        told = " · ".join(filter(None, (date, *facts)))
        head.append(clean(f"  {told} · "), "dim")
        yield head.append(hit.statement.id[:SHORT_ID], "dim bold")
        if hit.source_highlights:
            named = _marked(hit.statement.source, hit.source_highlights)
            where = Text().append("found in the speaker’s name: ", "dim")
            yield Padding(where.append_text(named), shown)
    else:
        if hit.title_highlights:
            head.append_text(_marked(hit.title or "", hit.title_highlights, "bold"))
        else:
            head.append(clean(crop(hit.title or hit.path, 80)), "bold")
        yield head.append(clean(f"  published: {when(hit.published)} · {place(hit)}"), "dim")
    before, after = hit.statement.around if hit.statement else ("", "")
    words = Text(clean(before)).append_text(_marked(hit.text, hit.highlights)).append(after)
    yield Padding(words, shown)


def _marked(text: str, highlights: Sequence[Span], style: str = "") -> Text:
    """Return the words around the first place found, every place marked."""
    first = highlights[0].start if highlights else 0
    start = 0 if first <= AROUND else text.rfind(" ", 0, first - AROUND // 2) + 1
    if first - start > AROUND * 2:
        start = first - AROUND
    end = min(len(text), first + AROUND * 2)
    marked, at = Text("…" if start else ""), start
    for found in highlights:
        if found.end > end:
            break
        marked.append(_line(text[at : found.start]), style)
        marked.append(_line(found.of(text)), "bold underline")
        at = found.end
    marked.append(_line(text[at:end]), style)
    return marked.append("…" if end < len(text) else "")


def _line(text: str) -> str:
    return clean(text.replace("\n", " "))
