"""Backups with right checksums and one value changed: each is refused, or everything can still be answered."""

from __future__ import annotations

import base64
import random
import zlib
from collections.abc import Iterator
from typing import Any

import pytest

from server import own_json
from server.store.engine import frames
from server.store.engine.packing import unpack
from tests.forging import change_one_value
from tests.http.conftest import Client
from tests.http.looks import capture, comments, fans, followers, look
from tests.http.persons import sign_in

SENT = "/api/v1/storage/restores"
NAMES = ("mai.an.gi.hcm", "lan.anh", "ten.moi")
ASKED = (
    *("/status", "/settings", "/settings/prices", "/settings/thresholds", "/shortlist", "/shortlist.csv"),
    *(
        "/shortlist.xlsx",
        "/checks",
        "/outcomes",
        "/outcomes/summary",
        "/overlaps",
        "/changes?since=0",
        "/devices",
    ),
)
OF_ONE = ("", "/analysis", "/outcome", "/overlaps")


@pytest.fixture
def backup(client: Client) -> bytes:
    """The backup of a store with checks, samples, entries, rulings, outcomes, a rename, and own settings."""
    sign_in(client)
    for day in (0, 9, 20):
        samples = {"followers": followers(40), "comments": comments(fans(0, 60))}
        seen = capture(NAMES[0], 12_000 + day, "42", day, samples)
        assert client.call("POST", "/api/v1/checks", seen).status_code == 200
        look(client, day=day, name="lan.anh", profile_id="77", comments=comments(fans(30, 60)))
    look(client, day=30, name="ten.moi", profile_id="77")
    calls: list[tuple[str, str, Any]] = [
        ("PUT", f"/shortlist/{NAMES[0]}", {"note": "ghi chú", "tags": ["a"], "price_asked": 3_000_000}),
        ("PUT", "/shortlist/ten.moi", {"status": "rejected", "reject_reason": "giá"}),
        ("PUT", "/shortlist/chi.co.ten", {"owner": "Linh"}),
        ("PUT", f"/creators/{NAMES[0]}/rulings/rate_high", {"ruling": "innocent", "note": "viral"}),
        (
            "PUT",
            f"/creators/{NAMES[0]}/outcome",
            {"worth_it": True, "clicks": 5, "quality": 4, "note": "tốt"},
        ),
        ("PUT", "/settings", {"currency": "USD", "pods": True}),
        ("DELETE", "/shortlist/chi.co.ten", None),
    ]
    for method, path, body in calls:
        assert client.call(method, f"/api/v1{path}", body).status_code < 300, path
    kept = client.call("POST", "/api/v1/storage/backups").json
    return unpack(client.services.store.backup_file(kept["id"]))


def forged(dice: random.Random, backup: bytes) -> bytes:
    """One value of a row, or inside of a packed audit, or of the header, is another one."""
    lines = backup.splitlines(keepends=True)
    header, rows = frames.scan(lines[0]).values[0], frames.scan(lines[1]).values[0]
    if dice.random() < 0.1:
        header = change_one_value(dice, header)
    else:
        place = dice.randrange(len(rows))
        table, doc_id, document = rows[place]
        if table == "audits" and dice.random() < 0.5:
            audit = own_json.loads(zlib.decompress(base64.b64decode(document["packed"])))
            packed = zlib.compress(own_json.dumps(change_one_value(dice, audit)))
            document = document | {"packed": base64.b64encode(packed).decode()}
        else:
            document = change_one_value(dice, document)
        rows[place] = [table, doc_id, document]
    return b"".join([frames.encode(header), frames.encode(rows), *lines[2:]])


def failures(client: Client) -> Iterator[str]:
    """What cannot be answered."""
    for path in ASKED:
        if (status := client.call("GET", f"/api/v1{path}").status_code) >= 500:
            yield f"{path}: {status}"
    for name in NAMES:
        for part in OF_ONE:
            if (status := client.call("GET", f"/api/v1/creators/{name}{part}").status_code) >= 500:
                yield f"{name}{part}: {status}"
    preview = client.call("POST", "/api/v1/settings/thresholds/preview", {})
    if preview.status_code >= 500:
        yield f"preview: {preview.status_code}"
    seen = client.call("PUT", f"/api/v1/shortlist/{NAMES[0]}", {"note": "nữa"}).status_code
    if seen >= 500:
        yield f"saving: {seen}"


def restore_forged(client: Client, backup: bytes, rounds: int, seed: int) -> list[str]:
    dice = random.Random(seed)  # noqa: S311 - the same forgeries every time
    found = []
    for number in range(rounds):
        sent = client.call("POST", SENT, forged(dice, backup), Content_Type="application/octet-stream")
        if sent.status_code >= 500:
            found.append(f"seed {seed}, round {number}: the restore itself {sent.status_code}")
        elif sent.status_code == 200:
            found += [f"seed {seed}, round {number}: {what}" for what in failures(client)]
    return found


def test_a_forged_backup_is_refused_or_harmless(client: Client, backup: bytes) -> None:
    """400 one-value changes, the same every time: no answer is a failure of the program afterwards."""
    assert restore_forged(client, backup, 400, seed=1) == []


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 8))
def test_many_forged_backups_are_refused_or_harmless(client: Client, backup: bytes, seed: int) -> None:
    """Other dice."""
    assert restore_forged(client, backup, 400, seed) == []
