"""Evidence over HTTP: samples kept as counts, what changed since last time, rulings, nobody named on the disk."""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from pathlib import Path
from typing import Any

import pytest

from server.audit import replay
from server.store.store import Store
from tests.http.conftest import Client
from tests.http.looks import NAME, TEXTS, capture, comments, fans, followers, look

CREATOR = f"/api/v1/creators/{NAME}"


def creator(client: Client) -> Any:
    return client.call("GET", CREATOR).json


# --- samples --------------------------------------------------------------------------------------------------


def test_a_visit_keeps_its_samples_as_counts(client: Client) -> None:
    """The answer says what the samples tell; the history keeps whole numbers only."""
    body = look(client, followers=12_000) and look(client, followers=12_000, comments=comments(fans(0, 30)))
    assert body["samples"]["comments"]["shares"]["emoji_only"]["value"] == pytest.approx(1 / 3)
    (visit,) = creator(client)["visits"]
    assert (visit["comment_sample"]["n"], visit["comment_sample"]["n_people"]) == (30, 30)
    assert visit["follower_sample"] is None


def test_a_later_look_of_the_same_visit_takes_no_sample_away(client: Client) -> None:
    """The page is opened again and shows only counts: the sample of ten minutes ago is still known."""
    look(client, comments=comments(fans(0, 30)))
    look(client, day=0.005, followers=12_010)
    (visit,) = creator(client)["visits"]
    assert (visit["followers"]["value"], visit["comment_sample"]["n"]) == (12_010, 30)


def test_examples_point_at_rows_of_the_capture(client: Client) -> None:
    """At most three of a kind; each row is of the kind that it is given for."""
    sent = comments(fans(0, 30))
    examples = look(client, comments=sent)["examples"]
    text_of = {"emoji": TEXTS[0], "generic": TEXTS[1], "intent": TEXTS[2]}
    assert [e["kind"] for e in examples] == ["intent"] * 3 + ["generic"] * 3 + ["emoji"] * 3
    assert all(sent[e["row"]]["text"] == text_of[e["kind"]] for e in examples)
    assert all(sent[e["row"]]["post"] == e["post"] for e in examples)


def test_storage_grows_by_less_than_two_kilobytes_a_visit(client: Client, tmp_path: Path) -> None:
    """On the disk, after the journal is folded: of audits, the last three of a creator stay, so they do not add up."""
    store = client.services.store
    assert isinstance(store, Store)
    sizes = []
    for day in range(30):
        samples = {"comments": comments(fans(day, 60)), "followers": followers(60 + day)}
        answer = client.call("POST", "/api/v1/checks", capture(NAME, 12_000 + day, "42", day, samples))
        assert answer.json["samples"]["followers"]["n"] == 60 + day
        if day in (9, 29):
            store.compact()
            sizes.append(store.stats().bytes_on_disk)
    assert creator(client)["visits"][-1]["follower_sample"]["n"] == 89
    assert 0 < (sizes[1] - sizes[0]) / 20 < 2_000


# --- since the last visit ---------------------------------------------------------------------------------------


def test_the_first_visit_has_nothing_to_compare_with(client: Client) -> None:
    """No summary, no step; and a repeated look of the same visit is still the first."""
    history = [look(client)["history"], look(client, followers=12_001)["history"]]
    assert [(h["previous"], h["summary"], h["growth"]["steps"]) for h in history] == [(None, None, [])] * 2


def test_it_says_when_it_last_saw_the_creator_and_what_changed(client: Client) -> None:
    """Followers gained, and a new handle known by the numeric id."""
    look(client)
    history = look(client, day=12, name="mai.moi.hcm", followers=12_340)["history"]
    assert (history["previous"]["days"], history["previous"]["verdict"]) == (12.0, "not_enough_data")
    assert [(c["field"], c["to"]) for c in history["changes"] if c["field"] == "username"] == [
        ("username", "mai.moi.hcm")
    ]
    assert history["summary"] == {
        "en": "Last seen 12 days ago: followers +340, then named @mai.an.gi.hcm.",
        "vi": "Lần xem trước cách đây 12 ngày: người theo dõi +340, khi đó tên là @mai.an.gi.hcm.",
    }


def test_rates_gaps_and_jumps(client: Client) -> None:
    """From the fourth visit on each step has its robust z; a jump and a long gap are marked."""
    for day, count in ((0, 12_000), (3, 12_030), (6, 12_062), (9, 12_090), (39, 12_400)):
        look(client, day=day, followers=count)
    growth = look(client, day=42, followers=15_000)["history"]["growth"]
    steps = growth["steps"]
    assert [step["is_gap"] for step in steps] == [False, False, False, True, False]
    assert [step["is_jump"] for step in steps] == [False, False, False, False, True]
    assert (steps[0]["per_day"], steps[-1]["gained"]["value"]) == ({"low": 10.0, "high": 10.0}, 2_600)


def test_before_the_fourth_visit_there_is_no_z(client: Client) -> None:
    """Two steps have no usual one."""
    steps = [
        look(client, day=3 * i, followers=12_000 + 30 * i)["history"]["growth"]["steps"] for i in range(4)
    ]
    assert [{step["z"] is None for step in found} for found in steps] == [set(), {True}, {True}, {False}]


# --- rulings ------------------------------------------------------------------------------------------------------


def test_a_ruling_stays_across_a_rename_is_shown_with_the_sign_and_can_be_taken_back(client: Client) -> None:
    """By the numeric id; in score, answer and audit, with its note and time."""
    sign = look(client)["suspicion"]["signals"][0]["id"]
    ruled = client.call("PUT", f"{CREATOR}/rulings/{sign}", {"ruling": "confirmed", "note": "đã hỏi"}).json
    body = look(client, day=5, name="mai.moi.hcm")
    shown = next(s for s in body["suspicion"]["signals"] if s["id"] == sign)["ruling"]
    assert (shown["verdict"], shown["note"], shown["at"][:16]) == ("confirmed", "đã hỏi", ruled["at"][:16])
    audit = client.call("GET", f"/api/v1/audits/{body['audit_id']}").json
    assert ([r["signal"] for r in audit["rulings"]], replay(audit).same) == ([sign], True)
    assert client.call("DELETE", f"/api/v1/creators/mai.moi.hcm/rulings/{sign}").status_code == 204
    assert look(client, day=6, name="mai.moi.hcm")["rulings"] == []


# --- nobody on the disk -----------------------------------------------------------------------------------------


def spellings(name: str) -> list[bytes]:
    """A name as somebody would look for it: plain, in base64, and by its common hashes."""
    found: list[bytes] = []
    for plain in {name.encode(), name.lower().encode()}:
        hashes = [hashlib.new(kind, plain).digest() for kind in ("md5", "sha1", "sha256")]
        hashes.append(zlib.crc32(plain).to_bytes(4, "big"))
        found += [plain, base64.b64encode(plain).rstrip(b"=")]
        for digest in hashes:
            found += [digest.hex().encode(), base64.b64encode(digest).rstrip(b"="), base64.b85encode(digest)]
            found += [digest] if len(digest) > 4 else [str(zlib.crc32(plain)).encode()]
    return found


def everything_in(folder: Path) -> bytes:
    """Every byte of every file, and the packed audits unpacked."""
    raw = b"\0".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())
    packed = re.findall(rb'"packed":"([^"]+)"', raw)
    assert packed or b"audit_id" not in raw
    return b"\0".join([raw, *(zlib.decompress(base64.b64decode(one)) for one in packed)])


def test_the_search_finds_what_it_looks_for(tmp_path: Path) -> None:
    """A test that cannot fail is none: each spelling, written to a file, is found."""
    for number, spelling in enumerate(spellings("Fan.cua.ai.1")):
        (tmp_path / "file").write_bytes(b"x" * number + spelling + b"y")
        assert spelling in everything_in(tmp_path)


@pytest.mark.parametrize("pods", [False, True])
def test_nothing_on_the_disk_names_a_follower_or_commenter(
    client: Client, tmp_path: Path, pods: bool
) -> None:
    """Neither a name nor a common hash of it, raw or lower-cased, in any file of the data folder."""
    client.call("PUT", "/api/v1/settings", {"pods": pods})
    sample = followers(60)
    for number in range(2):
        names = fans(0, 40)
        body = look(
            client, day=number, name=f"mai.{number}", profile_id=str(50 + number), comments=comments(names)
        )
        assert body["samples"]["comments"]["n_people"] == 40
    listed = client.call("POST", "/api/v1/checks", capture("mai.2", 12_000, "52", 1, {"followers": sample}))
    assert listed.json["samples"]["followers"]["n"] == 60
    client.call("POST", "/api/v1/storage/backup", {"file": str(tmp_path / "b.soi")})
    data = everything_in(tmp_path)
    assert b"mai.0" in data
    assert b"comment_sample" in data
    named = [*fans(0, 40), *(row["username"] for row in sample["rows"])]
    assert [] == [name for name in named for spelling in spellings(name) if spelling in data]
