"""Commenters compared across creators: off unless wanted, forgotten when switched off, rotated with the retention."""

from __future__ import annotations

import stat
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from server.app import create_app
from server.audit import replay
from server.facts import CommentRow
from server.services.shared_commenters import SharedCommenters
from server.services.sketch_key import KEY_FILE, SketchKey
from server.settings import Settings
from server.store import open_store
from server.store.records import Check, Sketch, Visit
from server.store.store import Store
from tests.http.conftest import Client
from tests.http.looks import comments, fans, look


def switch(client: Client, *, on: bool) -> None:
    assert client.call("PUT", "/api/v1/settings", {"pods": on}).status_code == 200


def look_at(client: Client, number: int, names: list[str]) -> Any:
    return look(client, name=f"mai.{number}", profile_id=str(100 + number), comments=comments(names))


def test_it_is_off_unless_switched_on(client: Client, tmp_path: Path) -> None:
    """No key, no sketch, no comparison."""
    for number in range(2):
        body = look_at(client, number, fans(0, 40))
        assert (body["samples"]["pods"], body["overlaps"]) == (None, [])
    assert not (tmp_path / KEY_FILE).exists()


def test_the_same_commenters_at_two_creators_are_a_sign(client: Client) -> None:
    """Named in the answer, weighed by the sign, replayed from the audit, which does not name the other creator."""
    switch(client, on=True)
    look_at(client, 0, fans(0, 60))
    for number in range(1, 7):
        look_at(client, number, fans(1_000 * number, 60))
    body = look_at(client, 9, fans(0, 55) + fans(9_000, 5))
    assert [overlap["username"] for overlap in body["overlaps"]] == ["mai.0"]
    (overlap,) = body["overlaps"]
    assert overlap["chance"] < overlap["low"] < 55 / 60 < overlap["high"]
    sign = next(s for s in body["suspicion"]["signals"] if s["id"] == "same_commenters")
    assert (sign["contribution"] > 0, sign["value"]) == (True, pytest.approx(55 / 60, abs=0.12))
    audit = client.call("GET", f"/api/v1/audits/{body['audit_id']}").json
    assert (replay(audit).same, "mai.0" in str(audit)) == (True, False)


def test_strangers_are_no_sign_and_a_creator_is_not_compared_with_itself(client: Client) -> None:
    """Also not under the handle it had before."""
    switch(client, on=True)
    look_at(client, 0, fans(0, 60))
    body = look(client, day=3, name="mai.renamed", profile_id="100", comments=comments(fans(0, 60)))
    assert (body["samples"]["pods"]["compared"], body["overlaps"]) == (0, [])
    assert look_at(client, 1, fans(500, 60))["overlaps"] == []


def test_switching_it_off_removes_key_and_sketches(client: Client, tmp_path: Path) -> None:
    """Nothing is left to compare with, and a new start has a new key."""
    switch(client, on=True)
    look_at(client, 0, fans(0, 60))
    key = (tmp_path / KEY_FILE).read_bytes()
    switch(client, on=False)
    assert not (tmp_path / KEY_FILE).exists()
    switch(client, on=True)
    assert look_at(client, 1, fans(0, 60))["samples"]["pods"]["compared"] == 0
    assert (tmp_path / KEY_FILE).read_bytes() != key


def test_the_key_is_private_and_in_no_backup(client: Client, tmp_path: Path) -> None:
    """0600, and its bytes stand in that one file only."""
    switch(client, on=True)
    look_at(client, 0, fans(0, 60))
    key = tmp_path / KEY_FILE
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    client.call("POST", "/api/v1/storage/backup", {"file": str(tmp_path / "b.soi")})
    secret = key.read_text().split('"key": "')[1].split('"')[0].encode()
    holding = [file.name for file in tmp_path.rglob("*") if file.is_file() and secret in file.read_bytes()]
    assert holding == [KEY_FILE]


# --- the key's age ----------------------------------------------------------------------------------------------


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(Settings(home=tmp_path).database_url)
    yield opened
    opened.close()


def rows(n: int) -> list[CommentRow]:
    return [CommentRow("Cabc", name, "hay") for name in fans(0, n)]


@pytest.mark.parametrize(
    ("keep_days", "age", "same"), [(30, 29, True), (30, 31, False), (0, 179, True), (0, 181, False)]
)
def test_a_key_lives_as_long_as_visits_are_kept(
    store: Store, tmp_path: Path, keep_days: int, age: int, same: bool
) -> None:
    """Half a year where they are kept for ever; with the key go the sketches that it made."""
    now = [datetime(2026, 11, 1, tzinfo=UTC)]
    settings = replace(Settings(home=tmp_path), pods=True, keep_days=keep_days)
    key = SketchKey(store, tmp_path, lambda: settings, lambda: now[0])
    shared = SharedCommenters(store, key)
    first = shared.compare(rows(40), [])
    assert first is not None
    store.checks.add(Check("mai.0", Visit(now[0]), sketch=first.sketch))
    now[0] += timedelta(days=age)
    key.tidy()
    again = shared.compare(rows(40), [])
    assert again is not None
    assert (again.sketch.key_id == first.sketch.key_id, again.tally.compared) == (same, int(same))


def kept_places(home: Path, sketch: Sketch) -> list[str]:
    """The files of the data folder that hold this sketch."""
    wanted = b64encode(sketch.places)
    return [file.name for file in home.rglob("*") if file.is_file() and wanted in file.read_bytes()]


@pytest.mark.parametrize(
    ("on", "key", "stays"), [(False, "other", False), (True, "other", False), (True, "own", True)]
)
def test_sketches_of_a_restored_store_stay_only_with_their_key(
    store: Store, tmp_path: Path, on: bool, key: str, stays: bool
) -> None:
    """No key file is needed to find them; switched off, or with a key that is gone, they leave the disk."""
    settings = replace(Settings(home=tmp_path), pods=on)
    sketch_key = SketchKey(store, tmp_path, lambda: settings)
    made = SharedCommenters(store, sketch_key).compare(rows(40), [])
    sketch = Sketch(made.sketch.key_id if made and key == "own" else "gone", 40, bytes(range(256)))
    store.checks.add(Check("mai.0", Visit(datetime(2026, 11, 1, tzinfo=UTC)), sketch=sketch))
    assert kept_places(tmp_path, sketch) != []
    sketch_key.tidy()
    assert bool(kept_places(tmp_path, sketch)) == stays
    assert store.creators.find("mai.0") is not None


def test_a_start_with_the_comparison_off_leaves_no_sketch(store: Store, tmp_path: Path) -> None:
    """Switched off in soi.toml or the environment, no request tells the server so."""
    sketch = Sketch("gone", 40, bytes(range(256)))
    store.checks.add(Check("mai.0", Visit(datetime(2026, 11, 1, tzinfo=UTC)), sketch=sketch))
    create_app(Settings(home=tmp_path), store)
    assert kept_places(tmp_path, sketch) == []


@pytest.mark.parametrize("left", [b"", b"{", b'{"id": 3}', b"\xff\x00"])
def test_a_damaged_key_is_a_new_start(store: Store, tmp_path: Path, left: bytes) -> None:
    """The check goes on, and what the lost key made is removed."""
    (tmp_path / KEY_FILE).write_bytes(left)
    store.checks.add(
        Check("mai.0", Visit(datetime(2026, 11, 1, tzinfo=UTC)), sketch=Sketch("lost", 40, b"\0" * 256))
    )
    key = SketchKey(store, tmp_path, lambda: replace(Settings(home=tmp_path), pods=True))
    found = SharedCommenters(store, key).compare(rows(40), [])
    assert found is not None
    assert (found.tally.compared, store.sketches.under("lost")) == (0, ())


def test_few_commenters_are_not_compared(store: Store, tmp_path: Path) -> None:
    """A handful of friends is half of ten people."""
    key = SketchKey(store, tmp_path, lambda: replace(Settings(home=tmp_path), pods=True))
    assert SharedCommenters(store, key).compare(rows(14), []) is None
