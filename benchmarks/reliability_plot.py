"""A reliability plot as an SVG: what was said, what came true, and how often it was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from benchmarks.calibration import Bin, Reliability

WIDTH, HEIGHT = 440, 548
LEFT, TOP, SIDE = 60, 102, 352
"""The square of the plot; the strip of counts stands below it."""
STRIP, DEEP = 24, 34
COLUMNS = 25

STYLE = """
    svg { --paper: #fbfaf6; --ink: #1d1c1a; --quiet: #66625a; --line: #dfdbd0; --accent: #0c5c7d; }
    @media (prefers-color-scheme: dark) {
      svg { --paper: #16181a; --ink: #e9e6df; --quiet: #a19c92; --line: #34373a;
            --accent: #7cc4e0; }
    }
    text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
           fill: var(--quiet); stroke: var(--paper); stroke-width: 4; paint-order: stroke; }
    .title { font-size: 17px; font-weight: 600; fill: var(--ink); }
    .paper { fill: var(--paper); }
    .grid { stroke: var(--line); }
    .even { stroke: var(--quiet); stroke-dasharray: 2 4; stroke-linecap: round; }
    .range { stroke: var(--accent); stroke-width: 6; stroke-linecap: round; opacity: .3; }
    .bin { fill: var(--accent); stroke: var(--paper); stroke-width: 1.5; }
    .count { fill: var(--accent); opacity: .3; }
    .middle { text-anchor: middle; } .end { text-anchor: end; }
"""


def plot(found: Reliability, confidences: Sequence[float], *, system: str, data: str) -> str:
    """Return the SVG of a system's reliability; `confidences` (0 to 1) are of all statements."""
    error = found.error
    figure = f"{error.value / 100:.3f} ({error.low / 100:.3f}–{error.high / 100:.3f})"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}"'
        f' height="{HEIGHT}" role="img" aria-labelledby="title desc">',
        f'<title id="title">How sure {escape(system)} is, and how often it is right</title>',
        f'<desc id="desc">{escape(_in_words(found, figure, data))}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}" rx="8"/>',
        '<text class="title" x="24" y="34">How sure, and how often right</text>',
        f'<text x="24" y="55">{escape(system)}</text>',
        f'<text x="24" y="72">{escape(data)} · {error.of:,} statements</text>',
        f'<text x="24" y="89">expected calibration error {figure}</text>',
        *_axes(),
        *(mark for b in found.bins for mark in _range(b)),
        *(_point(b) for b in found.bins),
        *_counts(confidences),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _in_words(found: Reliability, figure: str, data: str) -> str:
    bins = "; ".join(
        f"{b.right.of} statements at {100 * b.confidence:.0f} %, {b.right.value:.0f} % right"
        for b in found.bins
    )
    return (
        f"Confidence against the share of statements that is right, on {data}. Expected "
        f"calibration error {figure}. {bins}."
    )


def _x(share: float) -> float:
    return LEFT + 10 + (SIDE - 20) * share


def _y(share: float) -> float:
    return TOP + SIDE - 10 - (SIDE - 20) * share


def _axes() -> Iterator[str]:
    bottom, right = TOP + SIDE, LEFT + SIDE
    for percent in range(0, 101, 20):
        x, y = _x(percent / 100), _y(percent / 100)
        yield f'<path class="grid" d="M{x:.1f} {TOP}V{bottom}M{LEFT} {y:.1f}H{right}"/>'
        yield f'<text class="middle" x="{x:.1f}" y="{bottom + 17}">{percent}</text>'
        yield f'<text class="end" x="{LEFT - 8}" y="{y + 4:.1f}">{percent}</text>'
    yield f'<path class="even" d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}"/>'
    yield f'<text x="{_x(0.02):.1f}" y="{_y(0.955):.1f}">more often right than said</text>'
    yield f'<text class="end" x="{_x(0.98):.1f}" y="{_y(0.025):.1f}">less often than said</text>'
    middle = TOP + SIDE / 2
    yield (f'<text class="middle" transform="translate(24 {middle}) rotate(-90)">right, %</text>')


def _range(one: Bin) -> Iterator[str]:
    """Draw the 95 % interval of a bin, where it has any length."""
    if one.right.low < one.right.high:
        low, high = _y(one.right.low / 100), _y(one.right.high / 100)
        yield f'<path class="range" d="M{_x(one.confidence):.1f} {low:.1f}V{high:.1f}"/>'


def _point(one: Bin) -> str:
    x, y = _x(one.confidence), _y(one.right.value / 100)
    return f'<circle class="bin" cx="{x:.1f}" cy="{y:.1f}" r="5"/>'


def _counts(confidences: Sequence[float]) -> Iterator[str]:
    """Draw how often each confidence is given, as a strip under the plot."""
    counts = [0] * COLUMNS
    for confidence in confidences:
        counts[min(int(confidence * COLUMNS), COLUMNS - 1)] += 1
    floor, top = TOP + SIDE + STRIP + DEEP, max([1, *counts])
    for number, count in enumerate(counts):
        if count:
            left, tall = _x(number / COLUMNS), DEEP * count / top
            wide = _x((number + 1) / COLUMNS) - left - 1.5
            yield (
                f'<rect class="count" x="{left:.1f}" y="{floor - tall:.1f}" width="{wide:.1f}"'
                f' height="{tall:.1f}" rx="1"/>'
            )
    yield f'<path class="grid" d="M{LEFT} {floor}H{LEFT + SIDE}"/>'
    middle = f'class="middle" x="{LEFT + SIDE / 2}" y="{floor + 18}"'
    yield f"<text {middle}>confidence, %, and how often it is given</text>"
