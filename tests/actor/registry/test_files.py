"""Registries in TOML, CSV and FollowTheMoney: what they hold, and what they say of a bad entry."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from onrecord.actor import read_registry, starter_registry
from onrecord.errors import InputError
from onrecord.model import ActorKind, Event, Registered, RoleKind

TOML = """\
as_of = 2031-06-01

[[actor]]
name = "Oda Vell"
aliases = ["Vell", "О. Велл"]
identifiers = {wikidata = "Q1"}

[[actor.roles]]
title = "Chancellor"
country = "Pelland"
from = "2021-10"
to = 2024-07-02

[[actor.memberships]]
party = "Harvest Union"
from = 2009

[[actor]]
name = "Meridian Compact"
kind = "organization"
id = "compact"
"""
CSV = """\
name,id,kind,aliases,wikidata,roles,parties
Oda Vell,,person,Vell; О. Велл,Q1,"Chancellor, Pelland, 2021-10/2024-07-02","Harvest Union, 2009/"
Meridian Compact,compact,organisation,,,,
"""
FTM = """\
{"id": "Q1", "schema": "Person", "properties": {"name": ["Oda Vell", "Vell"],
 "alias": ["О. Велл"], "wikidataId": ["Q1"], "weakAlias": ["O"]}}
{"id": "post", "schema": "Position", "properties": {"name": ["Chancellor"], "country": ["de"]}}
{"id": "held", "schema": "Occupancy", "properties": {"holder": ["Q1"], "post": ["post"],
 "startDate": ["2021-10"], "endDate": ["2024-07-02"]}}
{"id": "compact", "schema": "PublicBody", "properties": {"name": ["Meridian Compact"]}}
{"id": "in", "schema": "Membership", "properties": {"member": ["Q1"],
 "organization": ["compact"], "startDate": ["2009"]}}
""".replace(",\n ", ", ")


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refusals(folder: Path, name: str, text: str) -> list[str]:
    """Return why entries of a file are left out; a good one is put before them."""
    read = read_registry(written(folder, name, text))
    assert {problem.code for problem in read.problems} <= {"registry entry"}
    return [str(problem).removeprefix(f"{folder}/") for problem in read.problems]


def plain(actor: Registered) -> tuple[object, ...]:
    roles = sorted((r.kind, r.title, r.body or r.country, r.start, r.end) for r in actor.roles)
    return actor.id, actor.name, actor.kind, actor.aliases, actor.identifiers, roles


@pytest.mark.parametrize(("name", "text"), [("a.toml", TOML), ("a.csv", CSV)])
def test_a_table_and_toml_say_the_same(tmp_path: Path, name: str, text: str) -> None:
    registry, problems = read_registry(written(tmp_path, name, text))
    assert problems == ()
    assert registry.name == name
    vell, compact = registry.actors
    assert plain(vell) == (
        "Q1",
        "Oda Vell",
        ActorKind.PERSON,
        ("Vell", "О. Велл"),
        (("wikidata", "Q1"),),
        [
            (RoleKind.OFFICE, "Chancellor", "Pelland", "2021-10", "2024-07-02"),
            (RoleKind.PARTY, "", "Harvest Union", "2009", None),
        ],
    )
    assert plain(compact) == ("compact", "Meridian Compact", ActorKind.ORGANISATION, (), (), [])


def test_the_day_a_list_is_known_up_to_goes_with_every_role(tmp_path: Path) -> None:
    registry, _ = read_registry(written(tmp_path, "a.toml", TOML))
    assert registry.as_of == "2031-06-01"
    assert {role.as_of for actor in registry.actors for role in actor.roles} == {"2031-06-01"}


def test_entities_of_follow_the_money_are_put_together(tmp_path: Path) -> None:
    registry, problems = read_registry(written(tmp_path, "a.jsonl", FTM))
    assert problems == ()
    vell, compact = registry.actors
    assert (vell.id, vell.name, vell.aliases) == ("Q1", "Oda Vell", ("Vell", "О. Велл"))
    assert [(r.title, r.country or r.body, r.start, r.end) for r in vell.roles] == [
        ("Chancellor", "Germany", "2021-10", "2024-07-02"),
        ("", "Meridian Compact", "2009", None),
    ]
    assert compact.kind is ActorKind.ORGANISATION


GOOD = '[[actor]]\nname = "Oda Vell"\n'


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ("", "no name; every actor needs one"),
        ('name = "Tam Roke"\nalias = "Roke"', "“Tam Roke”: an actor has no “alias”; it has name"),
        ('name = "Tam Roke"\naliases = "Roke"', "aliases are a list of words"),
        ('name = "Tam Roke"\nkind = "robot"', "kind 'robot' is none; write country, group"),
        ('name = "Tam Roke"\nid = "a b"', "holds white space"),
        ('name = "Tam Roke"\nidentifiers = {wikidata = "42"}', "write Q and digits"),
        ('name = "Tam Roke"\nroles = ["Mayor"]', "write [[actor.roles]] before each"),
        ('name = "Tam Roke"\nroles = [{country = "Pelland"}]', "a role without a title"),
        ('name = "Tam Roke"\nroles = [{title = "Mayor", since = 2020}]', "a role has no “since”"),
        (
            'name = "Tam Roke"\nroles = [{title = "Mayor", from = "2020-13"}]',
            "from '2020-13' is no date; write 2024, 2024-10 or 2024-10-22",
        ),
        (
            'name = "Tam Roke"\nroles = [{title = "Mayor", from = 2021, to = 2020-05-01}]',
            "ends before it begins",
        ),
        ('name = "Tam Roke"\nmemberships = [{from = 2020}]', "name one"),
        ('name = "Oda Vell"', "stands in line 1 already; make them one, or give each an id"),
    ],
)
def test_a_bad_entry_is_left_out_with_its_line_and_a_cure(
    tmp_path: Path, entry: str, why: str
) -> None:
    (said,) = refusals(tmp_path, "a.toml", f"{GOOD}\n[[actor]]\n{entry}\n")
    assert said.startswith("a.toml, line 4: ")
    assert why in said
    assert "\n" not in said


EVENT = '[[event]]\nname = "Tarn summit"\nstart = 2023-06-01\n'


def test_a_registry_lists_events_too(tmp_path: Path) -> None:
    text = EVENT + 'end = "2023-06-03"\naliases = ["Tarn meeting", "Tarn summit"]\n'
    text += '[[event]]\nname = "siege"\nstart = "2022-03"\n'
    listed = read_registry(written(tmp_path, "a.toml", GOOD + text)).registry
    assert listed.events == (
        Event("Tarn summit", ("Tarn meeting",), "2023-06-01", "2023-06-03"),
        Event("siege", (), "2022-03", "2022-03"),
    )
    assert [actor.name for actor in listed.actors] == ["Oda Vell"]
    without = read_registry(written(tmp_path, "a.toml", GOOD)).registry
    assert without.id != listed.id
    assert read_registry(written(tmp_path, "a.toml", EVENT)).registry.actors == ()


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ("start = 2023", "no name; every event needs one"),
        ('name = "siege"', "“siege”: an event without a start; say when it began"),
        ('name = "siege"\nstart = "2023-02-30"', "start '2023-02-30' is no date"),
        ('name = "siege"\nstart = 2023\nend = "2022-05"', "ends before it begins; swap them"),
        ('name = "siege"\nfrom = 2023', "an event has no “from”; it has name, aliases, start, end"),
    ],
)
def test_a_bad_event_is_left_out_with_its_line_and_a_cure(
    tmp_path: Path, entry: str, why: str
) -> None:
    (said,) = refusals(tmp_path, "a.toml", f"{GOOD}\n[[event]]\n{entry}\n")
    assert said.startswith("a.toml, line 4: ")
    assert why in said


def test_a_bad_line_of_a_table_is_left_out(tmp_path: Path) -> None:
    text = "name,kind,roles\nOda Vell,,\nTam Roke,robot,\nIri Brand,,,,\nBel Kess,,Mayor\n"
    said = refusals(tmp_path, "a.csv", text)
    assert [line.split(": ")[0] for line in said] == ["a.csv, line 3", "a.csv, line 4"]


def test_a_bad_line_of_entities_is_left_out(tmp_path: Path) -> None:
    said = refusals(tmp_path, "a.jsonl", FTM + "nonsense\n{}\n")
    assert [line.split(": ")[0] for line in said] == ["a.jsonl, line 6", "a.jsonl, line 7"]


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.txt", "", "is no registry by its name; write one as TOML"),
        ("a.toml", "name = ", "is no TOML: Invalid value (at end of document)"),
        ("a.toml", "[[actors]]\nname = 'Oda Vell'", "has no “actors”; write as_of, [[actor]]"),
        ("a.toml", "actor = 3", "has actors that are no tables"),
        ("a.toml", "event = 3", "has events that are no tables; write [[event]] before each"),
        ("a.toml", "as_of = true\n" + GOOD, "as_of 'True' is no date"),
        ("a.toml", "", "names no actor"),
        ("a.toml", "[[actor]]\nkind = 'person'", "names no actor that can be used; "),
        ("a.csv", "who,kind\nOda Vell,person\n", "line 1: a column “who” is not known"),
        ("a.csv", "kind\nperson\n", "line 1: no column is called name; the first line names"),
        ("a.csv", 'name\n"Oda', "line 2: is no CSV: "),
        ("a.jsonl", "[]", "holds no entity of FollowTheMoney; write one JSON object a line"),
    ],
)
def test_a_file_that_is_no_registry_says_why(
    tmp_path: Path, name: str, text: str, why: str
) -> None:
    with pytest.raises(InputError) as raised:
        read_registry(written(tmp_path, name, text))
    assert why in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: No such file"):
        read_registry(tmp_path / "none.toml")


def test_a_file_in_another_encoding_says_where(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("name\nOda Vell\nNuno Thål\n".encode("latin-1"))
    with pytest.raises(InputError, match="line 3: is not in UTF-8"):
        read_registry(path)


def test_the_id_of_a_registry_stands_for_what_it_says(tmp_path: Path) -> None:
    one, two = TOML.split('\n[[actor]]\nname = "Meridian')
    head, vell = one.split("\n\n", 1)
    turned = f'{head}\n\n[[actor]]\nname = "Meridian{two}\n{vell}'
    first = read_registry(written(tmp_path, "a.toml", TOML)).registry.id
    assert read_registry(written(tmp_path, "a.toml", turned)).registry.id == first
    changed = TOML.replace("2024-07-02", "2024-07-03")
    assert read_registry(written(tmp_path, "a.toml", changed)).registry.id != first


def test_the_starter_is_whole() -> None:
    registry = starter_registry()
    assert registry.as_of is not None
    assert len({actor.id for actor in registry.actors}) == len(registry.actors) >= 40
    for actor in registry.actors:
        for role in actor.roles:
            assert role.start or role.kind is not RoleKind.OFFICE, actor.name
            assert (role.start or "") <= registry.as_of >= (role.end or ""), actor.name


def test_in_the_starter_only_the_day_of_handing_over_is_in_two_terms_of_one_office() -> None:
    """Of the terms of an office each ends before the next begins, or on that very day."""
    terms = defaultdict(list)
    for actor in starter_registry().actors:
        for role in actor.roles:
            if role.kind is RoleKind.OFFICE:
                office = (role.title, role.body, role.country)
                terms[office].append((role.start or "", role.end or "not over", actor.name))
    assert any(len(held) > 1 for held in terms.values())
    for office, held in terms.items():
        for (_, end, one), (start, _, next_one) in pairwise(sorted(held)):
            # Of a term known to the month the days are in doubt, so its month is compared.
            assert end[: len(start)] <= start[: len(end)], (office, one, next_one)


def test_in_the_starter_a_person_has_a_name_of_several_words_that_nobody_else_has() -> None:
    actors = starter_registry().actors
    names = [name for actor in actors for name in (actor.name, *actor.aliases)]
    assert [name for name, times in Counter(names).items() if times > 1] == []
    people = [actor for actor in actors if actor.kind is ActorKind.PERSON]
    for actor in people:
        assert all(" " in name for name in (actor.name, *actor.aliases)), actor.name
