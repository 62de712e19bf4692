"""A creator is (platform, handle, number): older stores, where the platform stood in the name, are brought to that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from server.store.engine import snapshot
from server.store.engine.snapshot import Snapshot
from server.store.migrations import STEPS
from server.store.tinydb import embedded_store
from tests.store.stores import opened

AT = "2026-11-23T00:00:00+00:00"


def entry(order: int) -> dict[str, Any]:
    return {"status": "found", "status_at": AT, "added_at": AT, "order": order, "version": 1}


def of_schema_3(file: Path) -> Path:
    """A store as the version before wrote it: one creator of each of two platforms, and one with an earlier name."""
    creators = {
        "1": {"username": "lan.vidu", "entry": entry(1), "entry_version": 1},
        "2": {"username": "tiktok:lan.vidu", "entry": entry(2), "entry_version": 1},
        "3": {"username": "moi.vidu", "profile_id": "7", "former": [["cu.vidu", AT]], "visits": 1},
    }
    places = {str(place): {"creator": place} for place in (1, 2)}
    file.parent.mkdir()
    tables = {"creators": creators, "listed": places, "visits": {"1": {"creator": 3, "at": AT}}}
    file.write_bytes(b"".join(snapshot.write(Snapshot(3, 1, 9, tables))))
    return file


def test_a_store_of_the_version_before_opens_with_platform_and_handle(tmp_path: Path) -> None:
    """Everybody is found by the name of before, and the record says where the creator is."""
    store = opened(of_schema_3(tmp_path / "data" / "soi.json"))
    assert [("tiktok:lan.vidu", "tiktok"), ("lan.vidu", "instagram")] == [
        (entry.username, entry.platform) for entry in store.entries.all()
    ]
    renamed = store.creators.find("cu.vidu")
    assert renamed is not None
    assert ("moi.vidu", "instagram", ["cu.vidu"]) == (
        renamed.creator.username,
        renamed.creator.platform,
        [former.username for former in renamed.creator.former],
    )
    assert ({}, None) == (dict(store.loose()), store.notice())
    store.close()


def test_a_backup_of_the_version_before_is_restored_with_platforms(tmp_path: Path) -> None:
    """The migration runs on a backup as well."""
    store = opened(tmp_path / "new" / "soi.json")
    store.restore(of_schema_3(tmp_path / "data" / "soi.json"))
    assert ["tiktok", "instagram"] == [entry.platform for entry in store.entries.all()]
    store.close()


def test_the_step_takes_what_is_no_creator_as_it_is() -> None:
    """The check of the whole finds it afterwards; the step itself never fails and changes nothing in place."""
    odd: dict[str, Any] = {
        "1": {"username": 3},
        "2": {},
        "3": {"username": "x:y:z", "former": [3, ["x:b", AT]]},
    }
    moved = STEPS[3]({"creators": odd})["creators"]
    assert [{"username": 3}, {}] == [moved["1"], moved["2"]]
    assert {"platform": "x:y", "handle": "z", "former": [3, ["b", AT]]} == moved["3"]
    assert [3, ["x:b", AT]] == odd["3"]["former"]


def test_the_same_name_and_number_elsewhere_is_somebody_else(tmp_path: Path) -> None:
    """Erasing the one leaves the other, and a number is one of its platform."""
    store = embedded_store(tmp_path / "soi.json")
    store.entries.save("tiktok:lan.vidu", {"note": "ở TikTok"}, profile_id="7")
    store.entries.save("lan.vidu", {"note": "ở đây"}, profile_id="7")
    store.entries.save("youtube:lan.vidu", {"note": "ở YouTube"}, profile_id="7")
    store.erase("lan.vidu")
    assert [("youtube:lan.vidu", "ở YouTube"), ("tiktok:lan.vidu", "ở TikTok")] == [
        (e.username, e.note) for e in store.entries.all()
    ]
    store.close()
