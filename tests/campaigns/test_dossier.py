"""A campaign's dossier is verified on the command line, without store or network; whatever is changed in it is named."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from server.campaigns.dossier import digest
from server.cli.replay import command
from tests.http.conftest import PAGES, Client
from tests.http.conftest import client as _client
from tests.http.test_campaigns import AT, CLEAN, NEW, versioned

client = _client


@pytest.fixture
def dossier(client: Client, tmp_path: Path) -> Path:
    """Of a campaign with one checked creator, a draft that was sent back and one that was approved."""
    html = (PAGES / "profile_vi_div.html").read_text("utf-8")
    at = datetime.now(UTC).isoformat()
    name = client.call("POST", "/api/v1/checks", {"html": html, "captured_at": at}).json["facts"]["username"]
    campaign = client.call("POST", AT, NEW | {"name": "<b>Tết</b>"}).json["campaign"]["id"]
    slot = client.call("POST", f"{AT}/{campaign}/slots", {"creator": name}).json["campaign"]["slots"][0]
    planned = {"slot": slot["id"], "kind": "reel", "price": "9tr net", "due_post": "2027-01-10"}
    made = client.call("POST", f"{AT}/{campaign}/deliverables", planned).json
    post = f"{AT}/{campaign}/deliverables/{made['deliverables'][0]['id']}"
    for text, ruled in (("Trị mụn tốt nhất!", "changes"), (CLEAN, "approved")):
        seen = client.call("POST", f"{post}/versions", {"text": text, "by": "Lan"})
        client.call("POST", f"{post}/decisions", {"ruled": ruled, "by": "Tú"}, **versioned(seen))
    packed = client.call("GET", f"{AT}/{campaign}/dossier.zip?language=vi")
    assert packed.status_code == 200
    path = tmp_path / "dossier.zip"
    path.write_bytes(packed.data)
    return path


def verified(path: Path) -> tuple[int, dict[str, Any]]:
    done = CliRunner().invoke(command, [str(path), "--json"])
    return done.exit_code, json.loads(done.stdout) if done.stdout else {}


def changed(path: Path, name: str, body: bytes | None, more: dict[str, bytes] | None = None) -> Path:
    """The dossier with one part of other content, or without it."""
    with zipfile.ZipFile(path) as archive:
        parts = {member: archive.read(member) for member in archive.namelist()}
    parts = {member: kept for member, kept in parts.items() if member != name} | (more or {})
    if body is not None:
        parts[name] = body
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for member, kept in parts.items():
            archive.writestr(member, kept)
    path.write_bytes(packed.getvalue())
    return path


def part(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


def test_an_untouched_dossier_verifies_and_its_verdicts_come_out_again(dossier: Path) -> None:
    """Every part, the log's chain, the sums, and the creator's audit judged anew."""
    code, told = verified(dossier)
    assert (0, True, {"same"}, ["same"]) == (
        code,
        told["ok"],
        set(told["parts"].values()),
        list(told["audits"].values()),
    )


def test_the_log_has_every_draft_and_decision_in_its_order(dossier: Path) -> None:
    lines = [json.loads(line) for line in part(dossier, "log.jsonl").splitlines()]
    assert [
        ("draft", 1, None),
        ("decision", 1, "changes"),
        ("draft", 2, None),
        ("decision", 2, "approved"),
    ] == [(line["what"], line["version"], line.get("ruled")) for line in lines]


def test_the_page_of_the_dossier_says_what_was_decided_and_escapes_what_people_wrote(dossier: Path) -> None:
    page = part(dossier, "dossier.html").decode()
    said = ["&lt;b&gt;Tết&lt;/b&gt;" in page, CLEAN in page, "10,000,000 VND" in page, "<b>Tết" in page]
    assert [True, True, True, False] == said


@pytest.mark.parametrize(
    ("name", "body", "state"),
    [
        ("deliverables.json", b"[]", "changed"),
        ("dossier.html", b"<p>all good</p>", "changed"),
        ("log.jsonl", None, "missing"),
        ("note.txt", b"by somebody else", "added"),
    ],
)
def test_what_was_changed_is_named(dossier: Path, name: str, body: bytes | None, state: str) -> None:
    code, told = verified(changed(dossier, name, body))
    assert (3, False, {name: state}) == (
        code,
        told["ok"],
        {one: how for one, how in told["parts"].items() if how != "same"},
    )


def test_a_log_that_was_cut_is_found_even_where_its_hash_was_put_right(dossier: Path) -> None:
    """Without the line that asked for changes: the next one does not follow, and the end is another one."""
    lines = part(dossier, "log.jsonl").splitlines(keepends=True)
    listed = json.loads(part(dossier, "dossier.json"))
    cut = b"".join(lines[:1] + lines[2:])
    listed["sha256"]["log.jsonl"] = digest(cut)
    changed(dossier, "log.jsonl", cut, {"dossier.json": json.dumps(listed).encode()})
    code, told = verified(dossier)
    assert (3, [2]) == (code, told["log_breaks"])


def test_a_budget_that_was_made_up_is_found(dossier: Path) -> None:
    listed = json.loads(part(dossier, "dossier.json"))
    body = part(dossier, "budget.json").replace(b"20000000", b"25000000")
    listed["sha256"]["budget.json"] = digest(body)
    changed(dossier, "budget.json", body, {"dossier.json": json.dumps(listed).encode()})
    code, told = verified(dossier)
    assert (3, False) == (code, told["are_sums_right"])


def test_words_for_people_name_the_file(dossier: Path) -> None:
    changed(dossier, "deliverables.json", b"[]")
    done = CliRunner().invoke(command, [str(dossier), "--lang", "vi"])
    assert "deliverables.json đã bị sửa" in done.stdout


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + bytes(2_000)])
def test_a_broken_zip_is_no_dossier(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    done = CliRunner().invoke(command, [str(path)])
    assert "damaged" in str(done.exception)
