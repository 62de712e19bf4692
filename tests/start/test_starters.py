"""The files for a double click: which Python they take, and what they say where there is none."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

STARTERS = Path(__file__).resolve().parents[2] / "scripts" / "start"
posix = pytest.mark.skipif(os.name != "posix", reason="these starters are shell scripts")
PYTHON = """#!/bin/sh
case "$*" in "-c import sys"*) exit {is_old} ;; esac
echo "{name} $*"
"""
UV = """#!/bin/sh
case "$*" in
  "python install --quiet 3.13") ;;
  "python find --no-project 3.13") echo "$UV_BRINGS" ;;
  *) exit 9 ;;
esac
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A copy of the starters in a folder with spaces and Vietnamese letters, and an empty folder of programs."""
    copied = tmp_path / "Thư mục của Đan" / "scripts" / "start"
    shutil.copytree(STARTERS, copied)
    (tmp_path / "bin").mkdir()
    for tool in ("sh", "dirname", "uname"):
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool) or tool)
    return copied


def program(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    file.chmod(0o755)
    return file


def start(place: Path, *command: str) -> tuple[int, str, str]:
    """With nothing on the path but the folder of programs."""
    found = place.parents[2] / "bin"
    environment = {"PATH": str(found), "HOME": str(found.parent), "UV_BRINGS": str(found / "brought")}
    done = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout.strip(), done.stderr


@posix
@pytest.mark.parametrize("starter", ["soi.sh", "Soi.command"])
@pytest.mark.parametrize("wish", [[], ["stop"]])
def test_it_takes_the_first_python_that_is_new_enough(place: Path, starter: str, wish: list[str]) -> None:
    """An old python3 is passed over; without a wish it opens the page."""
    found = place.parents[2] / "bin"
    program(found, "python3.13", PYTHON.format(is_old=1, name="old"))
    program(found, "python3.12", PYTHON.format(is_old=0, name="new"))
    expected = f"new {place.parents[1]}/scripts/dev.py {(wish or ['open'])[0]}"
    assert (0, expected) == start(place, "sh", str(place / starter), *wish)[:2]


@posix
def test_the_projects_own_environment_comes_first(place: Path) -> None:
    """What was set up once is used again, whatever else the machine has by now."""
    program(place.parents[2] / "bin", "python3.13", PYTHON.format(is_old=0, name="other"))
    program(place.parents[1] / ".venv" / "bin", "python", PYTHON.format(is_old=0, name="own"))
    assert start(place, "sh", str(place / "soi.sh"))[1].startswith("own ")


@posix
def test_uv_brings_a_python_where_there_is_none(place: Path) -> None:
    """Only a uv that is here already; nothing is fetched by this script."""
    found = place.parents[2] / "bin"
    program(found, "python3.11", PYTHON.format(is_old=1, name="old"))
    program(found, "uv", UV)
    program(found, "brought", PYTHON.format(is_old=0, name="brought"))
    assert start(place, "sh", str(place / "soi.sh"))[1].startswith("brought ")


@posix
def test_without_a_python_it_says_what_to_do_in_both_languages(place: Path) -> None:
    """Where this machine's own Pythons are out of reach: the line to type, and exit status 1."""
    script = (
        (place / "soi.sh")
        .read_text("utf-8")
        .replace("/usr/local/bin/python3", "/none")
        .replace("/opt/", "/none/")
    )
    (place / "soi.sh").write_text(script, "utf-8")
    status, _, said = start(place, "sh", str(place / "soi.sh"))
    wanted = ("Soi cần Python 3.11", "Soi needs Python 3.11", "mở lại tệp này")
    assert (status, [words for words in wanted if words not in said]) == (1, [])


@posix
@pytest.mark.parametrize("prefix", ["", "file://"])
def test_the_desktop_entry_starts_the_script_beside_it(place: Path, prefix: str) -> None:
    """%k is a path or an address, as the desktop likes it."""
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(place / "soi.desktop", "utf-8")
    words = shlex.split(entry["Desktop Entry"]["Exec"])
    program(place.parents[2] / "bin", "python3", PYTHON.format(is_old=0, name="python"))
    command = [f"{prefix}{place / 'soi.desktop'}" if word == "%k" else word for word in words]
    assert start(place, *command)[1].endswith("/scripts/dev.py open")


def test_the_batch_file_is_one_that_windows_reads() -> None:
    """Lines end in CR LF, it says that it is UTF-8 before its first such letter, every label that it jumps to is there."""
    raw = (STARTERS / "Soi.bat").read_bytes()
    text = raw.decode("utf-8")
    before = text[: text.index("chcp 65001")]
    jumps, labels = set(re.findall(r"goto (\w+)", text)), set(re.findall(r"(?m)^:(\w+)", text))
    assert (raw.count(b"\n"), before.isascii(), jumps) == (raw.count(b"\r\n"), True, labels)


@posix
@pytest.mark.parametrize("name", ["soi.sh", "Soi.command", "soi.desktop"])
def test_a_double_click_may_run_it(name: str) -> None:
    """The mode is part of the repository."""
    assert os.access(STARTERS / name, os.X_OK)
