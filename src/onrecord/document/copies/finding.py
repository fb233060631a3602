"""Find copies by the signatures of reports.

Candidates come from bands of the sketches, and each is checked by the shingles themselves: no
report is a copy by a guess. Near copies of near copies are one group, since an agency's report
lives on through several hands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.document.copies.candidates import bands_of, meetings
from onrecord.document.copies.groups import Groups
from onrecord.document.copies.pages import page_of
from onrecord.document.copies.texts import Texts
from onrecord.model import Copy, CopyKind, Signed

SAME = 0.8
"""Jaccard's coefficient from which texts are near copies, and how much of a part stands there."""

_Known = Mapping[tuple[str, CopyKind], Copy]


def find_copies(
    reports: Iterable[Signed],
    *,
    new: Collection[str] | None = None,
    known: Iterable[Copy] = (),
) -> tuple[Copy, ...]:
    """Return all copies among reports, those of a document together, in the order of ids.

    A document is an ``exact`` or a ``near`` copy of the first of its group: all reports that
    near copies, each of Jaccard 0.8 or more, lead from one to another. Where they lead over a
    third one, its similarity to the first may be less. The first of a group is a ``part`` of the
    earliest report that has four fifths of its shingles. A document is a ``version`` of the
    earliest capture of its page if its text differs; it may be a copy of another as well. So
    a document and a kind name a copy, and `of` always leads to an earlier report.

    Earlier is what was published earlier, on the same day what says its hour; at the same time or
    without one what is longer; then what has the lesser id. Undated reports come after all
    others. Of one page the capture of the earlier day is the earlier version; of one day what
    was published earlier, then what is shorter, because pages grow: reports read in one run
    have no other times of capture.

    Args:
        reports: every report, old and new, each once.
        new: the ids of reports that were not compared yet, all by default.
        known: what this function returned for the others. It then returns what it would for
            all at once, and what it leaves out of `known` holds no longer.

    Raises:
        ValueError: for a signature of another version.
    """
    ordered = sorted(reports, key=_order)
    before = {(copy.document_id, copy.kind): copy for copy in known}
    fresh = {r.document_id for r in ordered} if new is None else frozenset(new)
    texts = Texts(ordered)
    groups, parts = _compared(texts, fresh, before.values())
    found = (
        *_repeats(ordered, texts, groups, before),
        *_parts(texts, groups, parts),
        *_versions(ordered, texts, before),
    )
    return tuple(sorted(found, key=lambda copy: (copy.document_id, copy.kind)))


_Time = tuple[bool, str, str]


def _time(report: Signed) -> _Time:
    """Return what orders reports by their publication: a day alone comes after its hours."""
    day, hour = report.published[:10], report.published[10:]
    return not day, day, hour or "~"


def _order(report: Signed) -> tuple[_Time, int, str]:
    return _time(report), -len(report.signature), report.document_id


def _version_order(report: Signed) -> tuple[str, _Time, int, str]:
    size = len(report.signature)
    return report.captured[:10], _time(report), size, report.document_id


def _compared(
    texts: Texts, new: Collection[str], known: Iterable[Copy]
) -> tuple[Groups, dict[int, tuple[int, float]]]:
    """Return the groups of near copies, and of each text the earliest that it is a part of."""
    fresh = np.zeros(len(texts), np.bool_)
    for name in new:
        if name in texts.of:
            fresh[texts.of[name]] = True
    groups, parts = Groups(len(texts)), dict[int, tuple[int, float]]()
    for copy in known:
        one, other = texts.of.get(copy.document_id), texts.of.get(copy.of)
        if one is None or other is None or copy.kind == CopyKind.VERSION:
            continue
        if copy.kind != CopyKind.PART:
            groups.join(one, other)
        elif not fresh[one]:
            parts[one] = other, copy.similarity
    for earlier, later, most in _candidates(texts, fresh, groups):
        if groups.together(earlier, later):
            continue
        found = parts.get(later)
        is_known_part = found is not None and found[0] <= earlier
        if is_known_part and texts.jaccard(earlier, later, most) < SAME:
            continue
        shared = texts.shared(earlier, later)
        if texts.jaccard(earlier, later, shared) >= SAME:
            groups.join(earlier, later)
        elif not is_known_part and (held := texts.held(later, shared)) >= SAME:
            parts[later] = earlier, held
    return groups, parts


def _candidates(
    texts: Texts, fresh: NDArray[np.bool_], groups: Groups
) -> Iterator[tuple[int, int, int]]:
    """Yield pairs that are in no group together and may be copies, the earlier text first."""
    for one, other in meetings(bands_of(texts.sketches), fresh):
        apart = groups.label[one] != groups.label[other]
        earlier = np.minimum(one, other)[apart]
        later = np.maximum(one, other)[apart]
        yield from texts.holding(earlier, later, SAME)


def _repeats(
    ordered: Sequence[Signed], texts: Texts, groups: Groups, known: _Known
) -> Iterator[Copy]:
    for name in (r.document_id for r in ordered if r.document_id in texts.of):
        text = texts.of[name]
        first = groups.first(text)
        of = texts.first[first]
        if name == of:
            continue
        if text == first:
            yield Copy(name, of, CopyKind.EXACT, 1.0)
        else:
            yield _measured(name, of, CopyKind.NEAR, texts, known)


def _parts(texts: Texts, groups: Groups, parts: Mapping[int, tuple[int, float]]) -> Iterator[Copy]:
    for text, (whole, share) in parts.items():
        if groups.first(text) == text:
            yield Copy(texts.first[text], texts.first[whole], CopyKind.PART, share)


def _versions(ordered: Sequence[Signed], texts: Texts, known: _Known) -> Iterator[Copy]:
    pages: dict[str, list[Signed]] = defaultdict(list)
    for report in ordered:
        page = page_of(report.url)
        if page is not None and report.document_id in texts.of:
            pages[page].append(report)
    for captures in pages.values():
        first, *later = sorted(captures, key=_version_order)
        for report in later:
            if texts.of[report.document_id] != texts.of[first.document_id]:
                yield _measured(
                    report.document_id, first.document_id, CopyKind.VERSION, texts, known
                )


def _measured(name: str, of: str, kind: CopyKind, texts: Texts, known: _Known) -> Copy:
    """Return a copy with its Jaccard coefficient, which is not measured twice."""
    before = known.get((name, kind))
    if before is not None and before.of == of:
        return before
    one, other = texts.of[name], texts.of[of]
    return Copy(name, of, kind, texts.jaccard(one, other, texts.shared(one, other)))
