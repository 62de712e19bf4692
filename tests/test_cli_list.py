"""What the command line does to the list: checks that are saved, creators that are added, sheets that are taken."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from server.cli import soi
from server.money import read as read_price
from server.settings import load_settings
from server.store import open_store
from server.store.store import Store

PAGES = Path(__file__).resolve().parent / "fixtures" / "pages"
PROFILE = PAGES / "profile_vi_div.html"
NAME = "linhdan.vidu"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOI_HOME", str(tmp_path / "home"))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(soi, [str(a) for a in arguments])


@contextmanager
def opened() -> Iterator[Store]:
    store = open_store(load_settings().database_url)
    yield store
    store.close()


def listed() -> dict[str, Any]:
    lines = run("shortlist", "list", "--json").stdout.splitlines()
    return {entry["username"]: entry for entry in map(json.loads, lines)}


def test_a_check_that_is_saved_is_on_the_list_and_in_the_history(tmp_path: Path) -> None:
    """With the date that the page carries, not today's; the second time it is there already."""
    page = tmp_path / "page.html"
    served = datetime(2025, 2, 3, 12, tzinfo=UTC)
    script = f'<script type="application/json">{{"__spin_t":{int(served.timestamp())}}}</script></head>'
    page.write_text(PROFILE.read_text("utf-8").replace("</head>", script), "utf-8")
    first, again = run("check", page, "--save", "--json"), run("check", page, "--save", "--json")
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert ["1 new, 0 already" in first.stderr, "0 new, 1 already" in again.stderr] == [True, True]
    with opened() as store:
        state = store.creators.find(NAME)
    assert (list(listed()), state and [visit.at for visit in state.visits]) == ([NAME], [served])


@pytest.mark.long
def test_what_was_saved_before_a_kill_stays(tmp_path: Path) -> None:
    """Page by page: whoever was printed is on the list, though the process ended in the middle of sixty."""
    text = (PAGES / "profile_en_list.html").read_text("utf-8")
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(60):
        page = text.replace("gymlab.vidu", f"gymlab{number}.vidu").replace(
            "71050022816", f"7105002{number:04}"
        )
        (pages / f"{number}.html").write_text(page, "utf-8")
    order = [sys.executable, "-m", "server.cli", "check", str(pages), "--save", "--json"]
    with subprocess.Popen(order, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        printed = {json.loads(process.stdout.readline())["facts"]["username"] for _ in range(5)}
        process.kill()
    kept = set(listed())
    assert (printed <= kept, len(kept) < 60) == (True, True)


def test_what_is_no_profile_is_not_saved() -> None:
    """Status 3 as without --save, and nobody on the list."""
    result = run("check", PAGES / "post_vi.html", "--save", "--json")
    assert (result.exit_code, listed()) == (3, {})


def test_a_named_search_is_held_against_the_asked_price() -> None:
    """Of the list, where the search has a limit: what the creator asks counts, not what is usual."""
    limit = {"amount": 1_000_000, "currency": "VND"}
    with opened() as store:
        store.settings.save(
            {"searches": {"searches": [{"id": "a", "name": "Rẻ", "price_limit": limit}], "active": "a"}}
        )
        store.entries.save(NAME, {"price_asked": read_price("9tr", "VND").price})
    [line] = map(json.loads, run("check", PROFILE, "--search", "Rẻ", "--json").stdout.splitlines())
    [price] = [check for check in line["fit"]["checks"] if check["id"] == "price"]
    assert (price["ok"], "9" in price["text"]["vi"]) == (False, True)


def test_two_pages_of_one_creator_are_told_apart(tmp_path: Path) -> None:
    """The table names their files, which a name alone would not."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "p.html").write_bytes(PROFILE.read_bytes())
    text = "".join(run("check", tmp_path / "a", tmp_path / "b").output.split())
    assert [f"{folder}/p.html" in text for folder in ("a", "b")] == [True, True]


def test_creators_are_added_by_name_link_and_platform() -> None:
    """Status 3 where one of them is nobody; the others are on the list."""
    added = run(
        "shortlist", "add", "Lan.vidu", "https://www.instagram.com/mai.vidu/", "tiktok:thu.vidu", "hai chữ"
    )
    assert (added.exit_code, added.stdout.split(), sorted(listed())) == (
        3,
        ["lan.vidu", "mai.vidu", "tiktok:thu.vidu"],
        ["lan.vidu", "mai.vidu", "tiktok:thu.vidu"],
    )


@pytest.mark.parametrize(("row", "code"), [("", 0), ("hai chữ,x\n", 3)])
def test_a_sheet_is_taken_and_says_what_was_left_out(tmp_path: Path, row: str, code: int) -> None:
    """One JSON object with the reasons in both languages; status 3 where rows were left out."""
    file = tmp_path / "list.csv"
    file.write_text(f"Username,Ghi chú\nlan.vidu,a\nmai.vidu,b\n{row}", "utf-8")
    taken = run("shortlist", "import", file, "--json")
    answer = json.loads(taken.stdout)
    assert (taken.exit_code, answer["taken"], answer["new"], answer["merged"]) == (code, 2, 2, 0)
    assert [(out["row"], sorted(out["reason"])) for out in answer["left_out"]] == [(4, ["en", "vi"])] * bool(
        row
    )


def test_chosen_columns_are_exported(tmp_path: Path) -> None:
    """In the chosen order, and a wrong one is said with all that there are."""
    run("shortlist", "add", "lan.vidu")
    file = tmp_path / "out.csv"
    written = run("shortlist", "export", file, "--columns", "note,status", "--lang", "en")
    wrong = run("shortlist", "export", tmp_path / "b.csv", "--columns", "nothing")
    assert (written.exit_code, file.read_text("utf-8-sig").splitlines()[0]) == (
        0,
        '"Username","Note","Status"',
    )
    assert (wrong.exit_code != 0, "price_asked" in str(wrong.exception or wrong.output)) == (True, True)


def test_another_computers_backup_is_merged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is here stays, what is there is added, and what differs is said."""
    run("shortlist", "add", "lan.vidu", "kia.vidu")
    with opened() as store:
        store.entries.save("lan.vidu", {"status": "agreed"})
    run("backup", tmp_path / "other.json")
    monkeypatch.setenv("SOI_HOME", str(tmp_path / "second"))
    with opened() as store:
        store.entries.save("lan.vidu", {"status": "contacted"})
    merged = run("restore", tmp_path / "other.json", "--merge", "--lang", "en")
    assert (merged.exit_code, {name: entry["status"] for name, entry in listed().items()}) == (
        0,
        {"lan.vidu": "contacted", "kia.vidu": "found"},
    )
    assert "Status stays “contacted”, not “agreed”" in merged.output


def test_a_sheet_without_known_columns_is_taken_by_the_column_that_is_named(tmp_path: Path) -> None:
    """Without it the columns are shown with samples, and the way to say it; the choice is remembered."""
    file = tmp_path / "list.csv"
    file.write_text("Lá,lavidu\nKỳ Anh,kyvidu\n", "utf-8")
    before = run("shortlist", "import", file, "--yes", "--lang", "vi")
    assert (before.exit_code, "lavidu | kyvidu" in before.stderr, "--column" in before.stderr) == (
        2,
        True,
        True,
    )
    taken = run("shortlist", "import", file, "--yes", "--column", "b")
    again = run("shortlist", "import", file, "--yes")
    assert (taken.exit_code, again.exit_code, sorted(listed())) == (0, 0, ["kyvidu", "lavidu"])
