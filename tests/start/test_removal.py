"""`dev.py remove`: nothing is left but the data, and those go only by a typed word."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import pytest

from scripts import dev, dev_removal
from scripts.dev_environment import Environment

posix = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is set up, with data and a copied extension beside it."""
    root, data, extension = tmp_path / "Soi đây", tmp_path / "dữ liệu", tmp_path / "Soi" / "extension"
    for folder in (root / ".venv" / "bin", root / "node_modules" / "x", data / "backups", extension):
        folder.mkdir(parents=True)
    (root / "README.md").touch()
    (data / "soi.json").touch()
    (extension / "manifest.json").touch()
    (extension.parent / "soi-extension.html").touch()
    places = f"#!/bin/sh\nprintf '%s\\n' {shlex.quote(str(data))} {shlex.quote(str(extension))}\n"
    log = shlex.quote(str(tmp_path / "log"))
    for name, text in (
        ("python", places),
        ("soi", f'#!/bin/sh\necho "$*" >> {log}\nexit ${{SOI_FAILS:-0}}\n'),
    ):
        (root / ".venv" / "bin" / name).write_text(text, "utf-8")
        (root / ".venv" / "bin" / name).chmod(0o755)
    monkeypatch.setattr(dev_removal, "ROOT", root)
    monkeypatch.setattr(dev_removal, "Environment", lambda: Environment(root / ".venv"))
    return root


def left(root: Path) -> list[str]:
    files = [path for path in root.parent.rglob("*") if path.is_file() and path.name != "log"]
    return sorted(path.name for path in files)


@posix
@pytest.mark.parametrize(
    ("arguments", "typed", "expected"),
    [
        ([], "", ["README.md", "soi.json"]),
        (["--data"], "yes", ["README.md", "soi.json"]),
        (["--data"], None, ["README.md", "soi.json"]),
        (["--data"], "DELETE", ["README.md"]),
    ],
)
def test_what_is_left(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    typed: str | None,
    expected: list[str],
) -> None:
    """Stopped first, its autostart ended, everything made here gone; the checkout itself is the person's. None: no terminal."""
    monkeypatch.setattr(sys.stdin, "isatty", lambda: typed is not None, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: typed)
    status = dev.main(["remove", *arguments])
    assert (status, left(root), (root.parent / "log").read_text()) == (0, expected, "stop\nautostart off\n")


@posix
@pytest.mark.parametrize(
    ("arguments", "expected"), [(["--help"], 0), (["-h"], 0), (["--dta"], 2), (["--data", "x"], 2)]
)
def test_a_question_or_a_slip_removes_nothing(root: Path, arguments: list[str], expected: int) -> None:
    """`remove --help` tells; a word that is not understood is no yes."""
    before = left(root)
    status = dev.main(["remove", *arguments])
    assert (status, left(root), (root.parent / "log").exists()) == (expected, before, False)


@posix
def test_a_soi_that_does_not_stop_keeps_everything(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A running server would write into what is being deleted."""
    monkeypatch.setenv("SOI_FAILS", "1")
    before = left(root)
    assert (dev.main(["remove"]), left(root)) == (1, before)
