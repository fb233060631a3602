"""What the occasions of statements tell of their times: one occasion has one time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.model import Aspect, Circumstance, Said, Span

_SCENE = "scene"
_SPOKEN_AT = (Aspect.OCCASION, Aspect.MEDIUM)


class Occasions:
    """On which occasions the statements of a report were made."""

    def __init__(self, circumstances: Iterable[Circumstance]) -> None:
        self._spans: dict[str, Span] = {}
        self._kinds: dict[tuple[str, Aspect], str] = {}
        self._own: set[tuple[str, Aspect]] = set()
        for one in circumstances:
            key = (one.statement_id, one.aspect)
            self._kinds[key] = one.kind
            if one.rule != _SCENE:
                self._own.add(key)
            if one.aspect is Aspect.OCCASION:
                self._spans[one.statement_id] = one.span

    def is_another(self, statement: str, than: str) -> bool:
        """Whether a statement's own words tell of another occasion or medium than another's."""
        return any(
            (statement, aspect) in self._own
            and (than, aspect) in self._kinds
            and self._kinds[statement, aspect] != self._kinds[than, aspect]
            for aspect in _SPOKEN_AT
        )

    def dated(self, told: Mapping[str, Said], undated: Iterable[str]) -> dict[str, Said]:
        """Return the times of statements on whose occasion another was made whose time is told."""
        at: dict[Span, list[Said]] = {}
        for id, span in self._spans.items():
            if id in told and told[id].interval is not None:
                at.setdefault(span, []).append(told[id])
        found: dict[str, Said] = {}
        for id in undated:
            times = at.get(self._spans[id], []) if id in self._spans else []
            if len({(t.interval.start, t.interval.end) for t in times if t.interval}) == 1:
                found[id] = min(times, key=lambda t: (t.rule == _SCENE, t.text, t.rule))
        return found
