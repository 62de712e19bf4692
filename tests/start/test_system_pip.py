"""A Debian with nothing but its Python: pip comes out of the system's own packages, without rights and without a trace."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path

import pytest

from scripts import dev_environment, dev_pip
from scripts.dev_environment import Environment, SetupError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")

APT_GET = """#!/bin/sh
# A download succeeds once the lists are there: those of the system, or those that an update brought.
echo "apt-get $*" >> "$FAKE_LOG"
case "$*" in
  *update) touch "$FAKE_LISTS" ;;
  *download*) [ -e "$FAKE_LISTS" ] && touch python3-pip-whl_25_all.deb ;;
esac
"""
DPKG_DEB = """#!/bin/sh
mkdir -p "$3/usr/share/python-wheels" && touch "$3/usr/share/python-wheels/pip-25-py3-none-any.whl"
"""
PYTHON = """#!/bin/sh
echo "python ${1##*/usr/} ${2}" >> "$FAKE_LOG"
case "$*" in *--without-pip*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;; esac
"""


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that is the whole path, and a log of what was started."""
    found = tmp_path / "bin"
    found.mkdir()
    for name, text in (("apt-get", APT_GET), ("dpkg-deb", DPKG_DEB), ("python", PYTHON)):
        (found / name).write_text(text, "utf-8")
        (found / name).chmod(0o755)
    for tool in ("sh", "touch", "mkdir", "cp"):
        (found / tool).symlink_to(shutil.which(tool) or tool)
    monkeypatch.setenv("PATH", str(found))
    monkeypatch.setenv("FAKE_LOG", str(tmp_path / "log"))
    monkeypatch.setenv("FAKE_LISTS", str(tmp_path / "lists"))
    return tmp_path


def started(machine: Path) -> list[str]:
    """The last words of each."""
    return [" ".join(line.split()[-2:]) for line in (machine / "log").read_text("utf-8").splitlines()]


INSTALL = "share/python-wheels/pip-25-py3-none-any.whl/pip install"
DOWNLOAD = "download python3-pip-whl"


def test_it_comes_by_the_lists_that_the_system_has(machine: Path) -> None:
    """One download, and pip installs itself from the wheel in it."""
    (machine / "lists").touch()
    brought = dev_pip.bring(machine / "bin" / "python")
    assert (brought, started(machine)) == (True, [DOWNLOAD, INSTALL])


def test_a_container_without_lists_gets_lists_of_its_own(machine: Path) -> None:
    """They lie in the folder that goes away; those of the system are not touched."""
    brought = dev_pip.bring(machine / "bin" / "python")
    assert (brought, started(machine)) == (True, [DOWNLOAD, "--quiet update", DOWNLOAD, INSTALL])
    update = next(line for line in (machine / "log").read_text().splitlines() if "update" in line)
    assert update.count("-o Dir::") == 2


def test_without_a_network_nothing_is_brought(machine: Path) -> None:
    """The caller says what to install by hand."""
    (machine / "bin" / "apt-get").write_text("#!/bin/sh\nexit 100\n")
    assert not dev_pip.bring(machine / "bin" / "python")


@pytest.mark.parametrize("comes", [True, False])
def test_the_environment_is_made_without_ensurepip(
    machine: Path, monkeypatch: pytest.MonkeyPatch, comes: bool
) -> None:
    """Where pip does not come, the sentence with the package does, and the environment that was there is back."""
    root = machine / "soi"
    (root / ".venv" / "bin").mkdir(parents=True)
    (root / ".venv" / "mine").touch()
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, _=None: None if name == "ensurepip" else name
    )
    monkeypatch.setattr(dev_environment, "base_python", lambda: str(machine / "bin" / "python"))
    monkeypatch.setattr(dev_pip, "bring", lambda _: comes)
    environment = Environment(root / ".venv")
    monkeypatch.setattr(Environment, "_pip", lambda *_: None)
    try:
        environment.ensure("run")
        said = ""
    except SetupError as error:
        said = str(error)
    assert (comes, "venv" in said, (root / ".venv" / "mine").exists()) == (comes, not comes, not comes)
    assert started(machine)[0] == "-m venv"
