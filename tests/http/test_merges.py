"""Another Soi's backup and this list: put together, told before, undone after, nothing that is here is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from server.store import open_store
from tests.http.conftest import Client
from tests.http.persons import sign_in

MERGES, OCTETS = "/api/v1/storage/merges", "application/octet-stream"


@pytest.fixture(autouse=True)
def tab(client: Client) -> None:
    sign_in(client)
    client.call(
        "PUT", "/api/v1/shortlist/chung.vidu", {"note": "ở đây", "tags": ["a"], "status": "contacted"}
    )
    client.call("PUT", "/api/v1/shortlist/giong.vidu", {"note": "giống"})


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A backup of another computer."""
    store = open_store(f"tinydb:///{tmp_path / 'other' / 'store'}")
    store.entries.save("kia.vidu", {"note": "ở kia", "extra": {"Size": "M"}})
    store.entries.save("chung.vidu", {"note": "ở kia", "tags": ("b",), "status": "agreed", "owner": "Vy"})
    store.entries.save("giong.vidu", {"note": "giống"})
    file = tmp_path / "other.json"
    store.backup(file)
    store.close()
    return file


def merge(client: Client, file: Path, *, dry_run: bool) -> Any:
    query = "" if dry_run else "?dry_run=false"
    return client.call("POST", f"{MERGES}{query}", file.read_bytes(), Content_Type=OCTETS).json


def listed(client: Client) -> dict[str, Any]:
    entries = client.call("GET", "/api/v1/shortlist").json["entries"]
    kept = ("note", "tags", "status", "owner", "extra")
    return {entry["username"]: {name: entry[name] for name in kept} for entry in entries}


def test_a_merge_is_told_before_and_changes_nothing_then(client: Client, other: Path) -> None:
    """Who is new, who gets something, who is the same, and what stays as it is here."""
    before = listed(client)
    found = merge(client, other, dry_run=True)
    assert [found[name] for name in ("new", "merged", "same", "saved")] == [
        ["kia.vidu"],
        ["chung.vidu"],
        1,
        [],
    ]
    assert found["differing"] == [
        {"username": "chung.vidu", "field": "status", "kept": "contacted", "other": "agreed"}
    ]
    assert listed(client) == before


def test_what_is_here_stays_and_what_is_there_is_added(client: Client, other: Path) -> None:
    """Then all of it can be taken back at once."""
    before = listed(client)
    done = merge(client, other, dry_run=False)
    after = listed(client)
    assert (after["chung.vidu"], after["kia.vidu"]["extra"], after["giong.vidu"]) == (
        {"note": "ở đây\nở kia", "tags": ["a", "b"], "status": "contacted", "owner": "Vy", "extra": {}},
        {"Size": "M"},
        before["giong.vidu"],
    )
    client.call("POST", "/api/v1/shortlist/undo", {"entries": done["saved"]})
    assert listed(client) == before


def test_merging_twice_is_merging_once(client: Client, other: Path) -> None:
    """Nothing is added a second time."""
    merge(client, other, dry_run=False)
    once = listed(client)
    again = merge(client, other, dry_run=False)
    assert (again["new"], again["merged"], listed(client)) == ([], [], once)


@pytest.mark.parametrize("data", [b"", b"{}", b"\x1f\x8bxx", b"[]", b"username\nlan.vidu\n"])
def test_what_is_no_backup_is_refused(client: Client, data: bytes) -> None:
    """And the list stays as it is."""
    before = listed(client)
    answer = client.call("POST", f"{MERGES}?dry_run=false", data, Content_Type=OCTETS)
    assert (answer.status_code in (400, 413, 422), listed(client)) == (True, before)
