"""Changes of many entries, the bin and the activity, over HTTP."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from server.store.records import ImportRow
from tests.http.conftest import Client

CHANGES = "/api/v1/shortlist/changes"


def fill(client: Client, n: int = 3) -> list[dict[str, Any]]:
    for number in range(n):
        client.call("PUT", f"/api/v1/shortlist/tao.{number}", {"tags": ["riêng", f"t{number}"], "note": "a"})
    return listed(client)


def listed(client: Client) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = client.call("GET", "/api/v1/shortlist").json["entries"]
    return entries


def named(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"username": entry["username"], "version": entry["version"]} for entry in entries]


def test_many_are_set_at_once_and_put_back_at_once(client: Client) -> None:
    """Status, stage, owner, a price as text, tags; one address undoes it."""
    before = fill(client)
    wanted = {"status": "agreed", "stage": "chốt", "owner": "Vy", "price_asked": "2tr5"}
    body = {"entries": named(before), "set": wanted, "add_tags": ["đợt 1"], "remove_tags": ["riêng"]}
    changed = client.call("POST", CHANGES, body).json
    assert (changed["changed"], changed["same"], len(changed["saved"])) == (3, 0, 3)
    entry = client.call("GET", "/api/v1/shortlist/tao.1").json
    assert {name: entry[name] for name in ("status", "stage", "owner", "tags")} == {
        "status": "agreed",
        "stage": "chốt",
        "owner": "Vy",
        "tags": ["t1", "đợt 1"],
    }
    assert entry["price_asked"]["low"] == 2_500_000
    undone = client.call("POST", f"/api/v1/activity/{changed['activity']}/undo")
    assert sorted(undone.json["undone"]) == ["tao.0", "tao.1", "tao.2"]
    assert [entry | {"version": 0} for entry in listed(client)] == [
        entry | {"version": 0} for entry in before
    ]
    again = client.call("POST", f"/api/v1/activity/{changed['activity']}/undo")
    assert (again.status_code, again.json["error"]["code"]) == (410, "gone")


def test_an_old_version_refuses_the_whole_and_names_who(client: Client) -> None:
    """The page loads these again and repeats the change."""
    seen = fill(client)
    client.call("PUT", "/api/v1/shortlist/tao.1", {"note": "khác"})
    client.call("DELETE", "/api/v1/shortlist/tao.2")
    refused = client.call("POST", CHANGES, {"entries": named(seen), "add_tags": ["x"]})
    assert (refused.status_code, refused.json["error"]["code"]) == (412, "conflict")
    assert {row["username"]: row["version"] for row in refused.json["conflicts"]} == {
        "tao.1": 2,
        "tao.2": None,
    }
    assert [entry["tags"] for entry in listed(client)] == [["riêng", "t1"], ["riêng", "t0"]]
    unversioned = [{"username": "tao.1"}, {"username": "@tao.0", "version": None}]
    assert client.call("POST", CHANGES, {"entries": unversioned, "add_tags": ["x"]}).json["changed"] == 2


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "bad_field"),
        ({"remove": True, "add_tags": ["x"]}, "bad_field"),
        ({"set": {"reject_reason": "giá"}}, "bad_field"),
        ({"set": {"note": "x"}}, "unknown_field"),
        ({"set": {"price_asked": "1.500"}}, "unclear_price"),
        ({"set": {"status": "xong"}}, "bad_field"),
        ({"set": [], "remove": True}, "bad_field"),
        ({"entries": [], "remove": True}, "bad_field"),
    ],
)
def test_what_cannot_be_meant_is_refused(client: Client, body: dict[str, Any], code: str) -> None:
    """Nothing is changed."""
    before = fill(client, 1)
    refused = client.call("POST", CHANGES, {"entries": named(before)} | body)
    assert (refused.status_code, refused.json["error"]["code"]) == (422, code)
    assert listed(client) == before


def test_what_was_removed_is_found_in_the_bin(client: Client) -> None:
    """With its day; it comes back, or is given up one by one or all."""
    before = fill(client)
    client.call("POST", CHANGES, {"entries": named(before), "remove": True})
    kept = client.call("GET", "/api/v1/bin?limit=2").json
    assert (len(kept["removed"]), kept["total"], kept["removed"][0]["entry"]["note"]) == (2, 3, "a")
    restored = client.call("POST", "/api/v1/bin/restores", {"usernames": ["tao.1", "ai.do"]}).json
    assert (restored["missing"], [row["username"] for row in restored["saved"]]) == (["ai.do"], ["tao.1"])
    assert client.call("DELETE", "/api/v1/bin/tao.0").status_code == 204
    assert client.call("DELETE", "/api/v1/bin/tao.0").status_code == 404
    assert client.call("DELETE", "/api/v1/bin").json == {"emptied": 1}
    assert [entry["username"] for entry in listed(client)] == ["tao.1"]


def test_the_activity_names_the_sender(client: Client) -> None:
    """What a script does bears its name; notes are not told."""
    client.token = client.call("POST", "/api/v1/tokens", {"name": "báo cáo"}).json["token"]
    client.call("PUT", "/api/v1/shortlist/lan.anh", {"note": "riêng tư", "owner": "Mai"})
    (row,) = client.call("GET", "/api/v1/activity").json["activity"]
    assert row["by"] == {"kind": "script", "name": "báo cáo", "is_member": False}
    assert (row["what"], row["usernames"], row["fields"]) == (
        "saved",
        ["lan.anh"],
        ["note", "owner", "status"],
    )
    assert row["values"] == {"owner": ["Mai"], "status": ["found"]}
    assert client.call("POST", f"/api/v1/activity/{row['id']}/undo").json["undone"] == ["lan.anh"]
    assert listed(client) == []


def test_the_activity_names_who_erased(client: Client) -> None:
    """Of the creator it keeps nothing; of the sender the name, as of any other change."""
    client.call("PUT", "/api/v1/shortlist/lan.anh", {})
    client.token = client.call("POST", "/api/v1/tokens", {"name": "dọn dẹp"}).json["token"]
    client.call("DELETE", "/api/v1/creators/lan.anh")
    row = client.call("GET", "/api/v1/activity").json["activity"][0]
    assert (row["what"], row["by"]["name"], row["usernames"]) == ("erased", "dọn dẹp", [])


@pytest.mark.parametrize(
    ("size", "rounds"), [(120, 4), pytest.param(10_000, 20, marks=pytest.mark.long)], ids=["few", "many"]
)
def test_nothing_is_left_behind_beside_a_live_refresh(client: Client, size: int, rounds: int) -> None:
    """Tagged and taken back round after round, while another page reads the list: each look sees all of it or nothing."""
    own = [ImportRow(f"tao.{n}", {"tags": ("riêng", f"t{n}")}) for n in range(size)]
    store = client.services.store
    store.entries.import_rows(own)
    before = {entry.username: entry.tags for entry in store.entries.all()}
    halves: list[int] = []
    over = threading.Event()

    def refresh() -> None:
        while not over.wait(0.05):
            tagged = sum("x" in entry.tags for entry in store.entries.all())
            if tagged not in (0, size):
                halves.append(tagged)

    watcher = threading.Thread(target=refresh)
    watcher.start()
    try:
        for _ in range(rounds):
            seen = [{"username": entry.username, "version": entry.version} for entry in store.entries.all()]
            body = {"entries": seen, "add_tags": ["x"], "remove_tags": ["riêng"]}
            changed = client.call("POST", CHANGES, body).json
            undone = client.call("POST", f"/api/v1/activity/{changed['activity']}/undo").json
            assert (changed["changed"], len(undone["undone"]), undone["kept"]) == (size, size, [])
    finally:
        over.set()
        watcher.join()
    assert ({entry.username: entry.tags for entry in store.entries.all()}, halves) == (before, [])


def test_an_import_is_undone_by_its_activity(client: Client) -> None:
    """One way for everything that is done to many."""
    sheet = b"username,note\nlan.anh,a\nminh,b\n"
    taken = client.call(
        "POST", "/api/v1/shortlist/imports?dry_run=false", sheet, Content_Type="text/csv"
    ).json
    tried = client.call("POST", "/api/v1/shortlist/imports", sheet, Content_Type="text/csv").json
    assert tried["activity"] is None
    undone = client.call("POST", f"/api/v1/activity/{taken['activity']}/undo").json
    assert (sorted(undone["undone"]), listed(client)) == (["lan.anh", "minh"], [])
    assert client.call("POST", "/api/v1/activity/999/undo").status_code == 404
