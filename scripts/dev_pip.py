"""A pip for an environment whose Python was packed without one, as Debian and Ubuntu do. Standard library only."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

PACKAGE = "python3-pip-whl"
"""Debian's pip as a wheel: the very file that ensurepip would install there."""


def can_bring() -> bool:
    """Whether this system has such a package, and the tools to look into it."""
    return bool(shutil.which("apt-get") and shutil.which("dpkg-deb"))


def bring(python: Path) -> bool:
    """Put pip into the environment of ``python``, through the system's own signed packages; False where that fails.

    Nothing of the system is changed and no rights are needed: the package is unpacked in a folder that goes away.
    """
    with TemporaryDirectory(prefix="soi-pip-") as name:
        folder = Path(name)
        wheel = _wheel(folder)
        return wheel is not None and _runs(
            [str(python), f"{wheel}/pip", "install", "--quiet", "--no-index", str(wheel)], folder
        )


def _wheel(folder: Path) -> Path | None:
    """By the lists of packages that the system has, or by lists of our own: a fresh container has none."""
    own = ["-o", f"Dir::State::Lists={folder}/lists", "-o", f"Dir::Cache={folder}/cache"]
    if not _runs(["apt-get", "--quiet", "download", PACKAGE], folder):
        _runs(["apt-get", *own, "--quiet", "update"], folder)
        _runs(["apt-get", *own, "--quiet", "download", PACKAGE], folder)
    for package in folder.glob("*.deb"):
        _runs(["dpkg-deb", "--extract", str(package), str(folder)], folder)
    return next(folder.glob("usr/share/python-wheels/pip-*.whl"), None)


def _runs(command: list[str], folder: Path) -> bool:
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
