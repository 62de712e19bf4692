"""Backups, restoring and erasing everything from the Soi page."""

from __future__ import annotations

import gzip
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from server import logs
from server.capture import MAX_BODY_BYTES
from server.services.uploads import MOST_SENT
from server.store.engine.packing import MOST_UNPACKED
from tests.http.conftest import COMMAND_TOKEN, Client, Server
from tests.http.looks import NAME, capture, comments, fans, followers, look
from tests.http.persons import connect, sign_in

BACKUPS, SENT, ERASURE = "/api/v1/storage/backups", "/api/v1/storage/restores", "/api/v1/storage/erasure"
ERASE = {"confirm": "erase everything", "keep_browsers": True}
OCTETS = "application/octet-stream"


@pytest.fixture(autouse=True)
def tab(client: Client) -> None:
    """Every test goes on as the tab of `soi serve`."""
    sign_in(client)


def names(client: Client) -> list[str]:
    return [entry["username"] for entry in client.call("GET", "/api/v1/shortlist").json["entries"]]


def save(client: Client, *usernames: str) -> None:
    for username in usernames:
        assert client.call("PUT", f"/api/v1/shortlist/{username}", {"note": "ghi chú kín"}).status_code == 201


def make(client: Client) -> Any:
    return client.call("POST", BACKUPS).json


def send(client: Client, data: bytes) -> Any:
    return client.call("POST", SENT, data, Content_Type=OCTETS)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", BACKUPS, None),
        ("POST", BACKUPS, None),
        ("GET", f"{BACKUPS}/000000000001-20261123T090000Z", None),
        ("POST", f"{BACKUPS}/000000000001-20261123T090000Z/restore", None),
        ("POST", SENT, b"x"),
        ("POST", ERASURE, ERASE),
    ],
)
def test_only_a_person_reaches_backups_and_erasure(client: Client, method: str, path: str, body: Any) -> None:
    """Neither a paired browser nor a script; the tab that a browser opened is a person's."""
    media = {"Content_Type": OCTETS} if isinstance(body, bytes) else {}
    tokens = [connect(client, "browser"), connect(client, "script", "a-script"), "soi_wrong"]
    save(client, "lan.vidu")
    for token in tokens:
        client.token = token
        assert client.call(method, path, body, **media).status_code == 401
    sign_in(client, "a-device")
    assert client.call(method, path, body, **media).status_code != 401


def test_the_page_may_not_use_the_routes_of_the_command_line(client: Client, tmp_path: Path) -> None:
    """Those take a path of this machine."""
    for path in ("backup", "restore"):
        answer = client.call("POST", f"/api/v1/storage/{path}", {"file": str(tmp_path / "b.json")})
        assert answer.status_code == 401
    assert not (tmp_path / "b.json").exists()


# --- backups --------------------------------------------------------------------------------------------------


def test_a_backup_is_made_listed_and_downloaded(client: Client, tmp_path: Path) -> None:
    """With date, size and entries, newest first; no path is shown; the file is one that `soi restore` takes."""
    save(client, "lan.vidu")
    client.call("GET", BACKUPS)
    made = client.call("POST", BACKUPS)
    save(client, "minh.vidu", "hoa.vidu")
    second = make(client)
    listed = client.call("GET", BACKUPS).json
    assert [backup["entries"] for backup in listed["backups"]][:2] == [3, 1]
    assert listed["backups"][0] == second
    assert listed["limits"] == {
        "bytes": MAX_BODY_BYTES,
        "unpacked_bytes": MOST_UNPACKED,
        "sent_bytes": MOST_SENT,
    }
    assert str(tmp_path) not in json.dumps(listed)
    assert made.status_code in (200, 201)
    file = client.call("GET", f"{BACKUPS}/{second['id']}")
    assert file.headers["Content-Disposition"] == f'attachment; filename="soi-backup-{second["id"]}.json.gz"'
    (tmp_path / "mine.json.gz").write_bytes(file.data)
    client.services.store.entries.delete("lan.vidu")
    client.token = COMMAND_TOKEN
    restored = client.call("POST", "/api/v1/storage/restore", {"file": str(tmp_path / "mine.json.gz")})
    assert (restored.status_code, restored.json["entries"]) == (200, 3)


def test_a_second_backup_of_the_same_is_not_made(client: Client) -> None:
    """Pressing the button twice pushes no older backup out."""
    save(client, "lan.vidu")
    first = make(client)
    again = client.call("POST", BACKUPS)
    assert (again.status_code, again.json) == (200, first)


@pytest.mark.parametrize(
    "backup_id", ["none", "..%2Fsoi", "000000000001-20261123T090000Z", "%2Fetc%2Fpasswd", "soi.json", "%00"]
)
def test_an_unknown_backup_is_not_found(client: Client, backup_id: str) -> None:
    """A name is looked up among the backups; it never becomes a path."""
    save(client, "lan.vidu")
    assert client.call("GET", f"{BACKUPS}/{backup_id}").status_code == 404
    assert client.call("POST", f"{BACKUPS}/{backup_id}/restore").status_code == 404
    assert names(client) == ["lan.vidu"]


def test_backups_are_private(client: Client, tmp_path: Path) -> None:
    """Only their owner reads them."""
    save(client, "lan.vidu")
    make(client)
    files = list((tmp_path / "backups").iterdir())
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


# --- restoring ------------------------------------------------------------------------------------------------


def test_a_restore_can_be_taken_back(client: Client) -> None:
    """What was there is backed up first, and restoring that backup gives it back."""
    save(client, "lan.vidu")
    kept = make(client)
    save(client, "minh.vidu")
    client.call("DELETE", "/api/v1/shortlist/lan.vidu")
    look(client)
    before = client.call("GET", "/api/v1/shortlist").json
    since = client.call("GET", "/api/v1/changes").json["sequence"]
    restored = client.call("POST", f"{BACKUPS}/{kept['id']}/restore").json
    assert (restored["state"], restored["entries"], names(client)) == ("restored", 1, ["lan.vidu"])
    assert client.call("GET", f"/api/v1/changes?since={since}").json["reset"] is True
    assert client.call("GET", f"/api/v1/creators/{NAME}").status_code == 404
    undone = client.call("POST", f"{BACKUPS}/{restored['before']}/restore").json
    assert client.call("GET", "/api/v1/shortlist").json == before
    assert undone["before"] is not None
    assert client.call("GET", f"/api/v1/creators/{NAME}").status_code == 200


def test_a_sent_file_is_restored_plain_and_packed(client: Client) -> None:
    """Devices stay; the settings are those of the file."""
    save(client, "lan.vidu")
    client.call("PUT", "/api/v1/settings", {"currency": "USD"})
    packed = client.call("GET", f"{BACKUPS}/{make(client)['id']}").data
    client.call("PUT", "/api/v1/settings", {"currency": "VND"})
    connect(client, "browser")
    for data in (packed, gzip.decompress(packed)):
        client.call("DELETE", "/api/v1/creators/lan.vidu")
        assert names(client) == []
        answer = send(client, data)
        assert (answer.status_code, answer.json["entries"]) == (200, 1)
        assert names(client) == ["lan.vidu"]
    assert client.call("GET", "/api/v1/settings").json["settings"]["currency"] == "USD"
    assert len(client.services.store.devices.all()) == 1


def bomb() -> bytes:
    """A small file that unpacks to more than is taken."""
    return gzip.compress(b"0" * (MOST_UNPACKED + 1), 9)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (lambda _: b"", "bad_file"),
        (lambda _: b"{}", "bad_file"),
        (lambda good: good[:-1], "bad_file"),
        (lambda good: good + b"x", "bad_file"),
        (lambda good: gzip.decompress(good)[:-9], "bad_file"),
        (lambda good: gzip.decompress(good).replace(b"lan.vidu", b"lan.vidx"), "bad_file"),
        (lambda good: good[:40] + b"\x00" + good[41:], "bad_file"),
        (lambda _: bomb(), "too_large"),
    ],
    ids=["empty", "json", "cut", "longer", "unpacked and cut", "changed", "damaged", "bomb"],
)
def test_a_file_that_is_no_whole_backup_changes_nothing(
    client: Client, data: Callable[[bytes], bytes], code: str
) -> None:
    """No write, no further backup."""
    save(client, "lan.vidu")
    good = client.call("GET", f"{BACKUPS}/{make(client)['id']}").data
    before = (client.call("GET", BACKUPS).json, client.services.store.stats().sequence)
    refused = send(client, data(good))
    assert (refused.json["error"]["code"], refused.status_code) == (code, 413 if code == "too_large" else 422)
    assert (client.call("GET", BACKUPS).json, client.services.store.stats().sequence) == before


def test_the_way_of_a_file_is_octets(client: Client) -> None:
    """JSON or a form from elsewhere restores nothing."""
    assert client.call("POST", SENT, {"file": "/etc/passwd"}).status_code == 415


# --- erasing everything ---------------------------------------------------------------------------------------


def traces(home: Path, words: list[str]) -> list[str]:
    """Which of the words stand in which files of the data folder."""
    files = [file for file in home.rglob("*") if file.is_file()]
    return [
        f"{word} in {file.name}" for file in files for word in words if word.encode() in file.read_bytes()
    ]


def fill(client: Client) -> None:
    """Something of every kind that is kept."""
    client.call("PUT", "/api/v1/settings", {"pods": True, "currency": "USD"})
    for day in range(3):
        samples = {"followers": followers(40), "comments": comments(fans(0, 60))}
        body = capture(NAME, 12_000, "42", 9.0 * day, samples)
        assert client.call("POST", "/api/v1/checks", body).status_code == 200
    save(client, NAME, "lan.vidu")
    client.call(
        "PUT", f"/api/v1/creators/{NAME}/rulings/rate_high", {"ruling": "innocent", "note": "hỏi rồi"}
    )
    client.call("PUT", f"/api/v1/creators/{NAME}/outcome", {"worth_it": True, "note": "đúng hẹn"})
    client.call("PUT", "/api/v1/settings/thresholds", {"risky_from": 71})
    make(client)
    client.call("DELETE", "/api/v1/shortlist/lan.vidu")


def test_erasing_everything_leaves_no_trace(client: Client, tmp_path: Path) -> None:
    """No handle, id, note, sketch key, setting or backup in any byte of any file, also after the store opens anew."""
    fill(client)
    (tmp_path / "soi.json.corrupt-20261101T000000Z").write_bytes(b"damaged, with " + NAME.encode())
    (tmp_path / "logs").mkdir(exist_ok=True)
    (tmp_path / "logs" / f"{logs.FILE_NAME}.1").write_text("an old log")
    key = json.loads((tmp_path / "pods.key").read_text())["key"]
    words = [NAME, "lan.vidu", "ghi chú kín", "hỏi rồi", "đúng hẹn", '"42"', "risky_from", "audit_id", key]
    assert len({found.split(" in ")[0] for found in traces(tmp_path, words)}) == len(words)
    since = client.call("GET", "/api/v1/changes").json["sequence"]
    erased = client.call("POST", ERASURE, ERASE).json["erased"]
    assert (erased["entries"], erased["creators"], erased["devices"], erased["still_in"]) == (1, 2, 0, [])
    assert erased["backups"] >= 1
    assert traces(tmp_path, [*words, "an old log"]) == []
    assert names(client) == []
    assert client.call("GET", f"/api/v1/creators/{NAME}").status_code == 404
    assert (
        client.call("GET", "/api/v1/settings").json["settings"] | {"pods": False, "currency": "VND"}
        == (client.call("GET", "/api/v1/settings").json["settings"])
    )
    assert client.call("GET", f"/api/v1/changes?since={since}").json["reset"] is True
    assert client.call("GET", BACKUPS).json["backups"] == []
    assert not (tmp_path / "pods.key").exists()


@pytest.mark.parametrize("keep", [True, False])
def test_connected_browsers_stay_only_if_they_are_to(client: Client, keep: bool) -> None:
    """A kept browser goes on; one that is not kept is a stranger, and so is the tab that it opened."""
    browser = connect(client, "browser")
    save(client, "lan.vidu")
    sign_in(client, "a-device")
    client.call("POST", ERASURE, ERASE | {"keep_browsers": keep})
    expected = 200 if keep else 401
    assert client.call("GET", "/api/v1/shortlist").status_code == expected
    client.token = browser
    assert client.call("GET", "/api/v1/shortlist").status_code == expected


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "bad_field"),
        ({"confirm": "erase everything"}, "bad_field"),
        ({"confirm": "ERASE", "keep_browsers": True}, "bad_field"),
        (ERASE | {"keep_browsers": "no"}, "bad_field"),
        (ERASE | {"folder": "/"}, "unknown_field"),
    ],
)
def test_without_the_exact_words_nothing_is_erased(client: Client, body: Any, code: str) -> None:
    """A stray request does no harm."""
    save(client, "lan.vidu")
    refused = client.call("POST", ERASURE, body)
    assert (refused.status_code, refused.json["error"]["code"]) == (422, code)
    assert names(client) == ["lan.vidu"]


def test_after_erasing_soi_goes_on_from_nothing(client: Client) -> None:
    """A check, a save and a backup work at once."""
    fill(client)
    client.call("POST", ERASURE, ERASE)
    assert look(client)["history"]["visits"] == 1
    save(client, NAME)
    assert make(client)["entries"] == 1


def test_the_log_goes_on_after_it_was_erased(start_server: Callable[..., Server]) -> None:
    """A running server writes its next lines into a new file; what was logged before is gone."""
    server = start_server()
    note = json.loads((server.home / "running.json").read_text())
    server.call("GET", "/api/v1/checks")
    assert "/api/v1/checks" in server.log()
    body = {"confirm": "erase everything", "keep_browsers": True}
    assert server.call("POST", ERASURE, body, token=note["token"]).status == 200
    server.call("GET", "/api/v1/changes")
    assert "/api/v1/checks" not in server.log()
    assert "/api/v1/changes" in server.log()
    assert server.call("GET", "/api/v1/shortlist").json()["total"] == 0
