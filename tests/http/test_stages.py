"""Own stages and saved views, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from server.store.records import STATUSES
from tests.http.conftest import Client

STAGES, VIEWS = "/api/v1/stages", "/api/v1/views"


def own(client: Client) -> list[dict[str, Any]]:
    rows = client.call("GET", STAGES).json["stages"]
    return [{"name": row["name"], "status": row["status"]} for row in rows]


def entry(client: Client, name: str) -> dict[str, Any]:
    found: dict[str, Any] = client.call("GET", f"/api/v1/shortlist/{name}").json
    return {part: found[part] for part in ("stage", "status")}


def test_the_trades_stages_are_there_as_shipped(client: Client) -> None:
    """In the trade's order, with words in both languages; each status has one at least."""
    shipped = client.call("GET", STAGES).json
    assert (shipped["own"], shipped["stages"][0]["names"]) == (False, {"en": "found", "vi": "tìm"})
    assert {row["status"] for row in shipped["stages"]} == set(STATUSES)


def test_a_stage_says_its_status(client: Client) -> None:
    """Written in any case of letters; a word that is no stage leaves the status alone, and a given status counts."""
    client.call("PUT", "/api/v1/shortlist/lan.anh", {"stage": "Báo Giá"})
    assert entry(client, "lan.anh") == {"stage": "Báo Giá", "status": "answered"}
    client.call("PUT", "/api/v1/shortlist/lan.anh", {"stage": "chờ sếp"})
    assert entry(client, "lan.anh") == {"stage": "chờ sếp", "status": "answered"}
    body = {"entries": [{"username": "lan.anh"}], "set": {"stage": "air"}}
    client.call("POST", "/api/v1/shortlist/changes", body)
    assert entry(client, "lan.anh") == {"stage": "air", "status": "posted"}
    client.call("PUT", "/api/v1/shortlist/lan.anh", {"stage": "air", "status": "paid"})
    assert entry(client, "lan.anh") == {"stage": "air", "status": "paid"}


def test_entries_follow_a_stage_that_is_renamed_or_means_something_else(client: Client) -> None:
    """All at once, and it can be undone; others stay as they are."""
    for name, stage in (("lan.anh", "chốt"), ("minh", "duyệt"), ("hoa", "air")):
        client.call("PUT", f"/api/v1/shortlist/{name}", {"stage": stage})
    stages: list[dict[str, Any]] = own(client)
    stages[[row["name"] for row in stages].index("chốt")] |= {"name": "đã chốt giá", "was": "chốt"}
    stages[[row["name"] for row in stages].index("duyệt")]["status"] = "answered"
    stages.append({"name": "tái ký", "status": "agreed"})
    saved = client.call("PUT", STAGES, {"stages": stages})
    assert (saved.json["own"], saved.json["stages"][-1]["name"]) == (True, "tái ký")
    assert [entry(client, name) for name in ("lan.anh", "minh", "hoa")] == [
        {"stage": "đã chốt giá", "status": "agreed"},
        {"stage": "duyệt", "status": "answered"},
        {"stage": "air", "status": "posted"},
    ]
    row = client.call("GET", "/api/v1/activity?limit=1").json["activity"][0]
    assert sorted(client.call("POST", f"/api/v1/activity/{row['id']}/undo").json["undone"]) == [
        "lan.anh",
        "minh",
    ]
    assert entry(client, "lan.anh") == {"stage": "chốt", "status": "agreed"}
    assert client.call("DELETE", STAGES).json["own"] is False


def test_entries_of_a_stage_that_goes_away_move_to_another_or_keep_its_word(client: Client) -> None:
    """With the status of the other one; Undo brings them back, and a stage that stays gives nobody away."""
    for name, stage in (("lan.anh", "báo giá"), ("minh", "nghiệm thu")):
        client.call("PUT", f"/api/v1/shortlist/{name}", {"stage": stage})
    kept = [row for row in own(client) if row["name"] not in {"báo giá", "nghiệm thu"}]
    wrong = client.call("PUT", STAGES, {"stages": kept, "moved": [{"from": "air", "to": "chốt"}]})
    client.call("PUT", STAGES, {"stages": kept, "moved": [{"from": "báo giá", "to": "chốt"}]})
    moved = [entry(client, name) for name in ("lan.anh", "minh")]
    row = client.call("GET", "/api/v1/activity?limit=1").json["activity"][0]
    client.call("POST", f"/api/v1/activity/{row['id']}/undo")
    assert (wrong.json["error"]["code"], moved, entry(client, "lan.anh")) == (
        "inconsistent",
        [{"stage": "chốt", "status": "agreed"}, {"stage": "nghiệm thu", "status": "paid"}],
        {"stage": "báo giá", "status": "answered"},
    )


@pytest.mark.parametrize(
    ("stages", "code"),
    [
        ([], "bad_field"),
        ([{"name": "a", "status": "xong"}], "bad_field"),
        ([{"name": "a", "status": "paid"}, {"name": " A ", "status": "found"}], "inconsistent"),
        ([{"name": n, "status": "paid", "was": "air"} for n in "ab"], "inconsistent"),
    ],
)
def test_stages_that_cannot_be_told_apart_are_refused(
    client: Client, stages: list[dict[str, Any]], code: str
) -> None:
    """Nothing is changed."""
    refused = client.call("PUT", STAGES, {"stages": stages})
    assert (refused.status_code, refused.json["error"]["code"]) == (422, code)
    assert client.call("GET", STAGES).json["own"] is False


def test_an_old_version_of_stages_or_views_is_refused(client: Client) -> None:
    """A second tab does not overwrite the first one's."""
    for path, body in ((STAGES, {"stages": own(client)}), (VIEWS, {"views": []})):
        old = client.call("GET", path).headers["ETag"]
        assert client.call("PUT", path, body, If_Match=old).status_code == 200
        assert client.call("PUT", path, body, If_Match=old).status_code == 412


def test_views_come_back_as_they_were_saved_also_from_a_backup(client: Client) -> None:
    """With filters of the page's own making, order and columns."""
    assert client.call("GET", VIEWS).json["own"] is False
    view = {
        "name": "Micro chưa nhắn",
        "filters": {"followers": [5_000, None], "tags": {"all": ["skincare"], "not": ["rồi"]}},
        "sort": {"by": "added_at", "descending": True},
        "columns": ["username", "price_asked"],
    }
    other = {"name": "Khác", "filters": {}, "is_default": True}
    saved = client.call("PUT", VIEWS, {"views": [view, other]}).json["views"]
    assert saved[0] == view | {"id": saved[0]["id"], "is_default": False}
    assert saved[1] == {
        "id": saved[1]["id"],
        "name": "Khác",
        "filters": {},
        "sort": None,
        "columns": None,
        "is_default": True,
    }
    backup = client.call("POST", "/api/v1/storage/backups").json["id"]
    client.call("PUT", VIEWS, {"views": []})
    client.call("POST", f"/api/v1/storage/backups/{backup}/restore")
    assert client.call("GET", VIEWS).json["views"] == saved


@pytest.mark.parametrize(
    ("views", "code"),
    [
        ([{"name": "a", "filters": {}}, {"name": "A", "filters": {}}], "inconsistent"),
        ([{"name": n, "filters": {}, "is_default": True} for n in "ab"], "inconsistent"),
        ([{"name": "a", "filters": []}], "bad_field"),
        ([{"name": "a", "filters": {"x": "y" * 5_000}}], "too_long"),
        ([{"name": "", "filters": {}}], "bad_field"),
    ],
)
def test_views_are_bounded_and_told_apart(client: Client, views: list[dict[str, Any]], code: str) -> None:
    """A page that goes wrong cannot fill the store."""
    refused = client.call("PUT", VIEWS, {"views": views})
    assert (refused.json["error"]["code"], client.call("GET", VIEWS).json["views"]) == (code, [])
