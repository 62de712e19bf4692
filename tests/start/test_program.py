"""The built program: what is cheap to see of it in every run, and, with `--long`, the program itself."""

from __future__ import annotations

import importlib.util
import os
import runpy
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from server.cli import soi
from tests.project.files import ROOT

OWN = ROOT / "scripts" / "program"


@pytest.mark.skipif(sys.platform == "win32", reason="a desktop file is for Linux")
def test_the_desktop_line_starts_the_program_beside_it(tmp_path: Path) -> None:
    """From a folder with Vietnamese letters and spaces, given as a path or as an address."""
    folder = tmp_path / "Chương trình của Đan"
    folder.mkdir()
    (folder / "soi").write_text('#!/bin/sh\necho "$0 $1"\n', "utf-8")
    (folder / "soi").chmod(0o700)
    text = (OWN / "soi.desktop").read_text("utf-8")
    words = shlex.split(
        next(line for line in text.splitlines() if line.startswith("Exec=")).partition("=")[2]
    )
    said = [
        subprocess.check_output([name if word == "%k" else word for word in words], encoding="utf-8").strip()
        for name in (f"{folder}/soi.desktop", f"file://{folder}/soi.desktop")
    ]
    assert said == [f"{folder}/soi open"] * 2


@pytest.mark.parametrize(("given", "expected"), [([], ["open"]), (["check", "x"], ["check", "x"])])
def test_a_double_click_opens_the_page(
    given: list[str], expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names no command; a terminal does."""
    monkeypatch.setattr(sys, "argv", ["soi", *given])
    monkeypatch.setattr("server.cli.main", lambda: None)
    runpy.run_path(str(OWN / "entry.py"), run_name="__main__")
    assert sys.argv[1:] == expected


@pytest.mark.skipif(sys.platform != "linux", reason="only there the loader sets a variable")
@pytest.mark.parametrize("before", [None, "/my/libraries"])
def test_a_browser_gets_the_systems_own_libraries(
    before: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those beside the program are older or newer than what a browser was built with."""
    monkeypatch.setattr(sys, "argv", ["soi", "open"])
    monkeypatch.setattr("server.cli.main", lambda: None)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/program/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if before:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    runpy.run_path(str(OWN / "entry.py"), run_name="__main__")
    assert os.environ.get("LD_LIBRARY_PATH") == before


def test_the_doctor_asks_the_built_program_for_no_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no list of installed packages, and says where it is."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "soi" / "soi"))
    monkeypatch.setattr("importlib.metadata.requires", lambda _: pytest.fail("asked for packages"))
    monkeypatch.setenv("SOI_HOME", str(tmp_path / "home"))
    said = CliRunner().invoke(soi, ["doctor", "--lang", "en"]).output
    assert f"ok    installation: {tmp_path / 'soi'}" in said


def test_the_spec_takes_all_that_is_found_at_run_time_along() -> None:
    """Every file of the server's folders, what is no Python among them, and the extension where it is looked for."""
    asked: dict[str, object] = {}
    text = (OWN / "soi.spec").read_text("utf-8").replace("from PyInstaller.utils.hooks import", "# ")
    names = {
        "SPECPATH": str(OWN),
        "collect_submodules": lambda name: [f"all of {name}"],
        "collect_data_files": lambda name: [(f"data of {name}", name)],
        "Analysis": lambda scripts, **given: asked.update(given, scripts=scripts) or _Analysis(),
        **dict.fromkeys(("PYZ", "EXE", "COLLECT"), lambda *_, **__: None),
    }
    exec(compile(text, "soi.spec", "exec"), names)  # noqa: S102 - PyInstaller runs a spec in the same way
    assert (asked["hiddenimports"], asked["datas"]) == (
        ["all of server"],
        [
            ("data of server", "server"),
            (str(ROOT / "extension"), "server/extension"),
            (str(ROOT / "LICENSE"), "."),
        ],
    )
    assert asked["scripts"] == [str(OWN / "entry.py")]


class _Analysis:
    pure = scripts = binaries = datas = None


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="the person who is played sits at a Linux desktop")
def test_a_person_without_python(tmp_path: Path) -> None:
    """Built, put into a folder of Vietnamese letters, started, used, stopped, started again, removed; starts as fast as a venv."""
    if importlib.util.find_spec("PyInstaller") is None:
        pytest.skip("PyInstaller is not here: pip install -r scripts/locks/program.txt")
    for script in (
        ["build_program.py", "--out", str(tmp_path)],
        ["play_program.py", str(tmp_path / "soi"), "--against", sys.executable],
    ):
        name, *arguments = script
        done = subprocess.run(
            [sys.executable, str(ROOT / "scripts" / name), *arguments],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
