"""What a collection declares is what happens to its documents: erasing, joining two records, the check of the whole."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from server.store import rules
from server.store.engine.packing import unpack
from server.store.records import Check, Visit
from server.store.rules import collections
from server.store.store import Store
from server.store.whole import judge
from tests.store.stores import T0, opened

TEAMS = """
from server.handles import name_on_platform
from server.store.collection import Collection

def judge(document):
    if not document["members"]:
        raise ValueError("members")

def left(document, index, ids):
    rest = [member for member in document["members"] if member not in ids]
    return document | {"members": rest} if rest else None

def of_another(document, old, new):
    return document | {"members": [new if member == old else member for member in document["members"]]}

def forget(document, who):
    return document | {"log": [line for line in document["log"] if line not in who.usernames]}

COLLECTIONS = (
    Collection(
        "teams", judge, {"members": lambda document: document["members"]}, {"members": "creators"},
        left=left, of_another=of_another, forget=forget,
    ),
)
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store whose rules have one file more."""
    (tmp_path / "scratch_teams.py").write_text(TEAMS)
    monkeypatch.setattr(rules, "__path__", [*rules.__path__, str(tmp_path)])
    collections.cache_clear()
    store = opened(tmp_path / "data" / "soi.json")
    yield store
    store.close()
    monkeypatch.undo()
    collections.cache_clear()
    del sys.modules["server.store.rules.scratch_teams"]


def put(store: Store, number: int, members: list[int], log: list[str]) -> None:
    store.database.run(lambda work: work.put("teams", number, {"members": members, "log": log}))


def teams(store: Store) -> dict[int, dict[str, Any]]:
    with store.database.reading() as view:
        return view.get_many("teams", view.ids("teams"))


def three(store: Store) -> None:
    for name in ("lan", "minh", "hoa"):
        store.entries.save(name, {})


def test_erasing_leaves_what_the_collection_says_also_in_backups(store: Store) -> None:
    """A document of several stays without the one; one of nobody else goes; a name in a log goes wherever it stands."""
    three(store)
    put(store, 1, [1, 2], ["lan", "minh"])
    put(store, 2, [1], ["lan"])
    put(store, 3, [3], ["lan", "hoa"])
    kept = store.keep_backup()[0].id
    store.erase("lan")
    wanted = {1: {"members": [2], "log": ["minh"]}, 3: {"members": [3], "log": ["hoa"]}}
    assert wanted == teams(store)
    assert b'"lan"' not in unpack(store.backup_file(kept))
    store.restore(kept)
    assert wanted == teams(store)


def test_two_records_of_one_person_are_one_everywhere(store: Store) -> None:
    """Saved by handle, checked under another one, and then seen to be the same: what led to either leads to the one."""
    store.entries.save("moi", {})
    store.checks.add(Check("cu", Visit(T0), profile_id="7"))
    put(store, 1, [1], [])
    put(store, 2, [2], [])
    store.checks.add(Check("moi", Visit(T0), profile_id="7"))
    assert {1: [2], 2: [2]} == {number: team["members"] for number, team in teams(store).items()}
    assert {} == dict(store.loose())


def test_a_reference_to_nobody_is_left_out_of_the_whole(store: Store) -> None:
    """And counted, as is a document of which nothing stays."""
    three(store)
    put(store, 1, [1, 9], [])
    put(store, 2, [9], [])
    with store.database.reading() as view:
        tables = {name: {str(i): view.get(name, i) for i in view.ids(name)} for name in collections()}
    judged = judge(tables)  # type: ignore[arg-type] # every id was just listed
    assert {"1": {"members": [1], "log": []}} == judged.tables["teams"]
    assert {"teams": 2} == dict(judged.loose) == dict(store.loose())


def test_two_files_cannot_keep_the_same_collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which of the two would judge it?"""
    (tmp_path / "scratch_twin.py").write_text(TEAMS.replace('"teams"', '"visits"'))
    monkeypatch.setattr(rules, "__path__", [*rules.__path__, str(tmp_path)])
    collections.cache_clear()
    with pytest.raises(ValueError, match="two files keep visits"):
        collections()
    monkeypatch.undo()
    collections.cache_clear()
