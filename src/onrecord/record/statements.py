"""Read statements, in plain SQL over the standard library: a reader waits for nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model import Act, Factuality, Granularity, Interval, Kind, Verdict
from onrecord.record.retold import (
    CIRCUMSTANCES,
    DATED,
    OUTLET_ALONE,
    SAID,
    SAID_AT,
    SAID_GRANULARITY,
    SAID_START,
    SAID_STOP,
    SECOND_HAND,
    TELLERS,
    Utterances,
    chain,
    circumstances,
    said_words,
)
from onrecord.record.roles import Roles
from onrecord.record.search import match
from onrecord.record.speakers import answering, everybody, in_place_of, least_sure, somebody
from onrecord.record.views import StatementView

Row = Sequence[Any]

# How sure a statement's speaker is: of the report, and of all reports.
_SURE = """
(SELECT max(confidence) FROM mentions
 WHERE statement = {0}.key AND part = 'source' AND entity = {0}.speaker)
"""
# The place of a document is the first of its paths. A verdict holds on to spans and words,
# so it is found again under whatever extractor the statement has now.
_VIEW = f"""
SELECT s.id, d.id, s.kind, s.act, s.quote, s.start, s.cue, s.source,
       a.id, a.name, e.name,
       (SELECT json_group_array(
            json_array(ta.id, coalesce(ta.name, te.name, t.quote), coalesce(te.named, 0),
                       min(t.confidence, coalesce(tl.score, 1))))
        FROM mentions t LEFT JOIN entities te ON te.key = t.entity
        LEFT JOIN links tl ON tl.entity = t.entity LEFT JOIN actors ta ON ta.key = tl.actor
        WHERE t.statement = s.key AND t.part = 'addressee'),
       {SAID},
       d.published_start, d.published_stop, d.published_granularity, d.published_text,
       d.published_rule,
       d.title, d.outlet, p.path, coalesce(d.url, p.url), q.id,
       coalesce(qa.name, qe.name, nullif(q.source, '')),
       s.confidence, s.rule, x.name,
       (SELECT verdict FROM judgements j LEFT JOIN fates f ON f.judgement = j.id
        WHERE j.anchor = s.anchor AND f.standing IS NOT 'undone'
        ORDER BY j.at DESC, j.id DESC LIMIT 1),
       {_SURE.format("s")}, l.score, {_SURE.format("q")}, ql.score, e.named, s.speaker,
       (SELECT json_group_array(json_array(m.start, m.stop, m.key, ma.id,
                                           coalesce(ma.name, me.name), me.named,
                                           min(m.confidence, coalesce(ml.score, 1))))
        FROM mentions m JOIN entities me ON me.key = m.entity
        LEFT JOIN links ml ON ml.entity = m.entity LEFT JOIN actors ma ON ma.key = ml.actor
        WHERE m.statement = s.key AND m.part = 'source'),
       (SELECT min(start) FROM spans WHERE statement = s.key AND role = 'cue'),
       s.parent, q.speaker = s.speaker OR qa.key = a.key,
       s.factuality, s.said_words, s.said_found, {SAID_AT}, {CIRCUMSTANCES},
       CASE WHEN {OUTLET_ALONE} IS NULL THEN {TELLERS} END,
       {SECOND_HAND}, u.key, u.id, (SELECT max(position) FROM tellings WHERE utterance = u.key),
       o.origin, coalesce(t.copy, 0),
       (SELECT min(quote) FROM mentions
        WHERE statement = s.key AND part = 'source' AND entity = s.speaker
        AND rule = 'its government'),
       {OUTLET_ALONE}
"""
_FROM = f"""
FROM statements s {DATED}
JOIN readings r ON r.key = s.reading
JOIN extractors x ON x.key = r.extractor
JOIN documents d ON d.key = r.document
JOIN places p ON p.digest = d.digest
     AND p.path = (SELECT min(path) FROM places WHERE digest = d.digest)
LEFT JOIN entities e ON e.key = s.speaker
LEFT JOIN links l ON l.entity = s.speaker
LEFT JOIN actors a ON a.key = l.actor
LEFT JOIN statements q ON q.key = s.parent
LEFT JOIN entities qe ON qe.key = q.speaker
LEFT JOIN links ql ON ql.entity = q.speaker
LEFT JOIN actors qa ON qa.key = ql.actor
LEFT JOIN tellings t ON t.statement = s.key
LEFT JOIN utterances u ON u.key = t.utterance
LEFT JOIN origins o ON o.document = d.id
"""
# An actor may share a statement with others, so the mentions say whose it is.
_OF_ACTOR = """
s.key IN (
    SELECT m.statement FROM actors JOIN links ON links.actor = actors.key
    JOIN mentions m ON m.entity = links.entity AND m.part = 'source'
    WHERE actors.id = :actor)
"""
_OWN = """
SELECT s.id, max(min(m.confidence, coalesce(l.score, 1)))
FROM actors a JOIN links l ON l.actor = a.key
JOIN mentions m ON m.entity = l.entity AND m.part = 'source'
JOIN statements s ON s.key = m.statement
WHERE a.id = ? GROUP BY s.id
"""
_IN_TIME = f"""
ORDER BY coalesce({SAID_START}, d.published_start) IS NULL,
         coalesce({SAID_START}, d.published_start), coalesce({SAID_STOP}, d.published_stop),
         p.path, d.id, s.start, s.id
"""
BEGINS = f"""
substr(coalesce({SAID_START}, d.published_start), 1,
       CASE coalesce({SAID_GRANULARITY}, d.published_granularity)
       WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 99 END)
"""
"""When a statement was made, or its report published: the beginning, as exact as it is known."""
_SINCE = f"coalesce({SAID_STOP}, d.published_stop, :since) >= :since"
_UNTIL = f"substr(coalesce({SAID_START}, d.published_start, :until), 1, length(:until)) <= :until"
_ABOUT = (
    "s.key IN (SELECT rowid FROM statement_search WHERE statement_search MATCH '{quote} : ' ||"
    " :about)"
)


def select_statements(
    connection: sqlite3.Connection,
    condition: str,
    values: Mapping[str, object],
    order: str = "",
    roles: Roles | None = None,
) -> Iterator[StatementView]:
    """Yield the shown statements for which `condition`, over the tables of `_FROM`, is true.

    `roles` remembers what it looked up, for whoever selects more than once.
    """
    query = f"{_VIEW}{_FROM}WHERE r.shown = 1 AND {condition} {order}"
    known, told = roles or Roles(connection), Utterances(connection)
    for row in connection.execute(query, values):
        view = _statement(row, known, told)
        # Own words told of in own words are known through whoever tells of both, if anybody.
        yield replace(view, **_above(connection, row[40], known)) if row[41] else view


def _above(connection: sqlite3.Connection, parent: int, roles: Roles) -> dict[str, Any]:
    """Return through whom the statement `parent` is known, as fields of a view."""
    values = {"key": parent}
    above = next(select_statements(connection, "s.key = :key", values, roles=roles), None)
    fields = ("through", "via", "via_confidence")
    return {field: getattr(above, field, None) for field in fields}


def timeline(
    connection: sqlite3.Connection,
    actor_id: str,
    *,
    about: str | None,
    since: str | None,
    until: str | None,
) -> list[StatementView]:
    """Return what an actor answers for, in order of time, also where another speaks.

    Of words that another speaks for the actor it is as unsure who speaks as it is whether they
    are the actor's.
    """
    conditions = [_OF_ACTOR]
    if about is not None:
        conditions.append(_ABOUT)
    if since is not None:
        conditions.append(_SINCE)
    if until is not None:
        conditions.append(_UNTIL)
    values = {
        "actor": actor_id,
        "about": None if about is None else f"({match(about)})",
        "since": since,
        "until": until,
    }
    condition, roles = " AND ".join(conditions), Roles(connection).load(actor_id)
    told = list(select_statements(connection, condition, values, _IN_TIME, roles))
    if all(view.speaker and view.speaker.id == actor_id for view in told):
        return told
    own = dict(connection.execute(_OWN, (actor_id,)).fetchall())
    return [
        replace(view, speaker_confidence=least_sure(view.speaker_confidence, own.get(view.id)))
        for view in told
    ]


def statements_by_key(
    connection: sqlite3.Connection, keys: Iterable[int]
) -> dict[int, StatementView]:
    """Return the shown statements that are stored under `keys`."""
    roles = Roles(connection)
    found = (
        (key, view)
        for key in keys
        for view in select_statements(connection, "s.key = :key", {"key": key}, roles=roles)
    )
    return dict(found)


def all_statements(connection: sqlite3.Connection) -> Iterator[StatementView]:
    """Yield the statements document by document: never more than one document's in memory."""
    roles, in_order = Roles(connection).load(), "ORDER BY s.start, s.id"
    for reading in shown_readings(connection):
        values = {"reading": reading}
        yield from select_statements(connection, "s.reading = :reading", values, in_order, roles)


def shown_readings(connection: sqlite3.Connection) -> list[int]:
    """Return the keys of the readings that are shown, in the order of their documents' paths."""
    query = """
        SELECT r.key FROM readings r JOIN documents d ON d.key = r.document WHERE r.shown = 1
        ORDER BY (SELECT min(path) FROM places WHERE digest = d.digest), d.id
    """
    return [key for (key,) in connection.execute(query)]


def interval(fields: Row) -> Interval | None:
    """Return the interval of five columns: start, stop, granularity, text, rule."""
    start, stop, granularity, text, rule = fields
    return None if start is None else Interval(start, stop, Granularity(granularity), text, rule)


def _statement(row: Row, roles: Roles, told: Utterances) -> StatementView:
    said, published = interval(row[12:17]), interval(row[17:22])
    speaker = somebody(row[8], row[9] or row[10], row[36])
    speakers = answering(speaker, row[38])
    return StatementView(
        id=row[0],
        document_id=row[1],
        kind=Kind(row[2]),
        act=Act(row[3]),
        quote=row[4],
        start=row[5],
        cue=row[6],
        source=row[7],
        speaker=speaker,
        speaker_confidence=least_sure(row[32], row[33], in_place_of(speaker, speakers, row[38])),
        addressees=everybody(row[11]),
        said=said,
        published=published,
        title=row[22],
        outlet=row[23],
        path=row[24],
        url=row[25],
        parent=row[26],
        via=row[27],
        via_confidence=least_sure(row[34], row[35]),
        confidence=row[28],
        rule=row[29],
        extractor=row[30],
        reviewed=Verdict(row[31]) if row[31] else None,
        role=roles.then(row[8], row[37], said, published),
        speakers=speakers,
        through=row[26],
        cue_start=row[39],
        factuality=Factuality(row[42]),
        said_words=said_words(said, row[43], row[44], row[45]),
        circumstances=circumstances(row[46]),
        chain=chain(row[55], row[47]),
        second_hand=bool(row[48]),
        utterance=told.told_by(row[0], row[49], row[50], row[51], row[23]),
        copy_of=row[52],
        copied=bool(row[53]),
        named_as=row[54] or "",
    )
