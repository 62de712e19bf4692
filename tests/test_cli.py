"""``soi check``, ``soi replay`` and ``soi doctor`` as a person or a script meets them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.cli import soi
from server.store.records import Check, Visit
from server.store.tinydb import embedded_store

PAGES = Path(__file__).resolve().parent / "fixtures" / "pages"
PROFILE = PAGES / "profile_vi_div.html"


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(soi, [str(a) for a in arguments], input=stdin)


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_profile_is_one_json_line_and_status_0():
    result = run("check", PROFILE, "--json")
    (line,) = lines(result)
    assert (0, True, str(PROFILE), "profile") == (result.exit_code, line["ok"], line["input"], line["page"])


def test_every_input_gets_its_line_and_one_that_is_no_profile_gives_status_3(tmp_path):
    """Missing, binary, foreign and too large files are lines, never a traceback."""
    binary = tmp_path / "binary.html"
    binary.write_bytes(bytes(range(256)) * 40)
    capture = tmp_path / "capture.json"
    capture.write_text('{"html": 1}', "utf-8")
    large = tmp_path / "large.html"
    large.write_bytes(b"x" * (8 * 2**20 + 1))
    result = run(
        "check", PROFILE, tmp_path / "none.html", binary, capture, large, PAGES / "post_vi.html", "--json"
    )
    codes = [(line["ok"], (line["error"] or {}).get("code")) for line in lines(result)]
    expected = [
        (True, None),
        (False, "not_found"),
        (False, "not_a_profile"),
        (False, "bad_field"),
        (False, "too_large"),
    ]
    assert [*expected, (False, "not_a_profile")] == codes
    assert result.exit_code == 3
    assert "Traceback" not in result.output


def test_a_folder_stands_for_the_pages_in_it():
    result = run("check", PAGES, "--json")
    assert sorted(str(path) for path in PAGES.glob("*.html")) == sorted(
        str(line["input"]) for line in lines(result) if str(line["input"]).endswith(".html")
    )


@pytest.mark.parametrize("options", [["--json"], []])
def test_a_folder_with_nothing_to_check_is_an_error(tmp_path, options):
    """A wrong folder is not answered with silence and success."""
    (tmp_path / "notes.txt").write_text("no page")
    result = run("check", tmp_path, *options)
    assert result.exit_code == 3
    assert "no capture" in result.output
    if options:
        [line] = lines(result)
        assert (line["input"], line["ok"], line["error"]["code"]) == (str(tmp_path), False, "not_found")


def test_standard_input_is_a_page_or_a_capture():
    page = run("check", "-", "--json", stdin=PROFILE.read_bytes())
    capture = json.dumps({"schema": 1, "html": PROFILE.read_text("utf-8")}).encode()
    both = lines(page) + lines(run("check", "-", "--json", stdin=capture))
    assert [(line["input"], line["facts"]["username"]) for line in both] == [("-", "linhdan.vidu")] * 2


@pytest.mark.parametrize(("language", "verdict"), [("en", "Not enough data"), ("vi", "Chưa đủ dữ liệu")])
def test_the_table_speaks_the_chosen_language(language, verdict):
    """With the reasons and what to open next for a single creator."""
    result = run("check", PAGES / "profile_en_unrendered.html", "--lang", language)
    assert result.exit_code == 0
    assert verdict in " ".join(result.output.split())
    assert "→" in result.output


def test_no_sign_is_shown_whose_sentence_says_that_there_is_none():
    """Its weight is below what raises suspicion: a "+" before "not unusually high" would say two things."""
    said = " ".join(run("check", PROFILE, "--lang", "en").output.split())
    assert ("@linhdan.vidu" in said, "not unusually" in said, " % " in said) == (True, False, False)


def test_markup_in_a_page_is_text_in_the_table():
    """rich's own markup included: nothing from a page is interpreted."""
    result = run("check", PAGES / "profile_en_markup_in_bio.html")
    assert (result.exit_code, "\x1b]8" in result.output) == (0, False)


def test_usage_is_status_2():
    done = subprocess.run(
        [sys.executable, "-m", "server.cli", "check"],
        capture_output=True,
        text=True,
        cwd=PAGES.parents[2],
        check=False,
    )
    assert done.returncode == 2
    assert "PATH" in done.stderr


def test_an_audit_file_replays_to_the_same_verdict_byte_for_byte(tmp_path):
    checked = run("check", PROFILE, "--json", "--audit", tmp_path)
    (audit,) = tmp_path.iterdir()
    replayed = run("replay", audit, "--json")
    assert (checked.exit_code, replayed.exit_code) == (0, 0)
    assert lines(checked) == lines(replayed)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are Unicode there")
def test_a_name_that_is_no_utf8_is_shown_with_replacement_characters(tmp_path):
    """Files from old archives have such names."""
    odd = os.fsencode(tmp_path) + b"/a\xff.html"
    Path(os.fsdecode(odd)).write_bytes(PROFILE.read_bytes())
    result = run("check", tmp_path, "--json")
    (line,) = lines(result)
    assert (result.exit_code, line["ok"], line["input"]) == (0, True, f"{tmp_path}/a\ufffd.html")


@pytest.mark.parametrize(
    "arguments",
    [("check", PROFILE, "--json", "--audit", "{file}/audits"), ("shortlist", "export", "{file}/list.csv")],
)
def test_a_place_that_cannot_be_written_is_one_line(tmp_path, arguments):
    """Named with the reason, status 1, no traceback."""
    file = tmp_path / "file"
    file.write_text("x", "utf-8")
    filled = [str(argument).format(file=file) for argument in arguments]
    environment = os.environ | {"SOI_HOME": str(tmp_path / "home")}
    result = subprocess.run(
        [sys.executable, "-m", "server.cli", *filled],
        capture_output=True,
        text=True,
        env=environment,
        cwd=PAGES.parents[2],
        check=False,
    )
    assert (result.returncode, len(result.stderr.splitlines())) == (1, 1)
    assert result.stderr.startswith(f"soi: {file}")


def test_a_changed_audit_file_says_what_differs(tmp_path):
    run("check", PROFILE, "--json", "--audit", tmp_path)
    (audit,) = tmp_path.iterdir()
    body = json.loads(audit.read_text("utf-8"))
    body["facts"]["followers"].update(value=99_000, low=99_000, high=99_000)
    audit.write_text(json.dumps(body), "utf-8")
    result = run("replay", audit, "--lang", "en")
    assert result.exit_code == 3
    assert "facts.followers.value: 33604 -> 99000" in result.output


def test_an_audit_file_names_no_follower_and_no_commenter(tmp_path):
    """Only tallies are kept."""
    run(
        "check",
        PAGES / "followers_dialog_vi.html",
        PAGES / "post_dialog_vi.html",
        "--json",
        "--audit",
        tmp_path,
    )
    kept = "".join(path.read_text("utf-8") for path in tmp_path.iterdir())
    assert "giang_bui" in (PAGES / "followers_dialog_vi.html").read_text("utf-8")
    assert "giang_bui" not in kept
    assert "huonghoang" not in kept


def test_doctor_names_each_part():
    result = run("doctor")
    for part in ("Python", "data folder"):
        assert part in result.output


def test_doctor_says_what_was_set_aside_and_the_command_that_brings_it_back(tmp_path: Path) -> None:
    """A store with a flipped bit: exit 1, the kept file, the rows left out, and the last whole backup."""
    file = tmp_path / "soi.json"
    store = embedded_store(file)
    for name in ("mai.an", "lan.anh"):
        store.checks.add(Check(name, Visit(datetime.now(UTC))))
        store.entries.save(name, {"note": "x" * 40})
    kept, _ = store.keep_backup()
    store.compact()
    store.close()
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([lines[0], lines[1].replace(b"lan.anh", b"lan.ann"), *lines[2:]]))
    embedded_store(file).close()
    result = CliRunner().invoke(soi, ["doctor"], env={"SOI_HOME": str(tmp_path)})
    (said,) = [line for line in result.output.splitlines() if line.startswith("MISS  store")]
    assert "soi.json.corrupt-" in said
    assert f'fix: soi restore "{tmp_path / "backups"}' in result.output
    assert (result.exit_code, kept.id.split("-")[0] in result.output) == (1, True)


@pytest.mark.parametrize(
    ("looks", "says", "is_well"),
    [
        ([["header_title"], ["header_title", "response"]], "Instagram's answers 2026-11-02 08:00 UTC", True),
        ([["header_text", "overlay"]], "posts under the pointer 2026-11-02 08:00 UTC", True),
        ([["header_title"]] * 5, "Instagram may have changed", False),
        ([["response"]] + [["header_title"]] * 4, "Instagram's answers 2026-11-06 08:00 UTC", True),
    ],
)
def test_doctor_says_which_source_was_last_read_and_when_answers_have_stopped(
    tmp_path: Path, looks: list[list[str]], says: str, is_well: bool
) -> None:
    """The newest look is the last to be kept; five with a header and no answer are a change of Instagram's."""
    store = embedded_store(tmp_path / "soi.json")
    for day, sources in enumerate(reversed(looks), 2):
        counts = {f"count {n}": {"value": 1, "source": source} for n, source in enumerate(sources)}
        visit = Visit(datetime(2026, 11, day, 8, tzinfo=UTC), audit_id=f"a{day}", capture_digest=f"d{day}")
        store.checks.add(Check(f"nguoi.{day}", visit, audit={"facts": counts | {"posts": []}}))
    store.close()
    result = CliRunner().invoke(soi, ["doctor"], env={"SOI_HOME": str(tmp_path)})
    (line,) = [line for line in result.output.splitlines() if "pages: last read" in line]
    assert (says in line, line.startswith("ok")) == (True, is_well)
