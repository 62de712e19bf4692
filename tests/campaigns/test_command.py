"""``soi draft check`` as a person or a script meets it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from server.cli import soi


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(soi, [str(a) for a in arguments], input=stdin)


def folder(tmp_path: Path) -> Path:
    (tmp_path / "brief.json").write_text('{"category": "cosmetics"}', "utf-8")
    (tmp_path / "clean.txt").write_text("Quảng cáo: kem dưỡng ẩm mình dùng", "utf-8")
    (tmp_path / "claim.txt").write_text("Quảng cáo: kem trị mụn", "utf-8")
    (tmp_path / "binary.jpg").write_bytes(bytes([255, 216, 255]))
    return tmp_path


def test_a_clean_draft_is_one_line_and_status_0(tmp_path: Path) -> None:
    """The contract's keys are there."""
    place = folder(tmp_path)
    result = run("draft", "check", "--brief", place / "brief.json", place / "clean.txt", "--json")
    line = json.loads(result.stdout)
    assert (0, True, []) == (result.exit_code, line["ok"], line["findings"])


def test_a_file_that_cannot_be_read_is_a_line_and_status_3(tmp_path: Path) -> None:
    """Missing and binary files stand between the others."""
    place = folder(tmp_path)
    files = [place / name for name in ("clean.txt", "claim.txt", "binary.jpg", "none.txt")]
    result = run("draft", "check", "--brief", place / "brief.json", *files, "--json")
    shown = [(line["ok"], len(line["findings"])) for line in map(json.loads, result.stdout.splitlines())]
    assert (3, [(True, 0), (False, 1), (False, 0), (False, 0)]) == (result.exit_code, shown)


def test_the_list_for_people_quotes_the_words(tmp_path: Path) -> None:
    """Words, rule and the line that it is no legal advice."""
    place = folder(tmp_path)
    result = run("draft", "check", "--brief", place / "brief.json", place / "claim.txt", "--lang", "vi")
    told = ["“trị mụn”" in result.stdout, "không phải tư vấn pháp lý" in result.stdout]
    assert (3, [True, True]) == (result.exit_code, told)


def test_a_bad_brief_is_a_wrong_usage(tmp_path: Path) -> None:
    """Status 2, and the key is named."""
    place = folder(tmp_path)
    (place / "brief.json").write_text('{"paid": 1}', "utf-8")
    result = run("draft", "check", "--brief", place / "brief.json", place / "clean.txt")
    assert (2, True) == (result.exit_code, "paid is true or false" in result.output)
