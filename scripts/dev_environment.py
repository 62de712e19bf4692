"""The project's own Python environment in .venv: made once from a hash-pinned lock, repaired when half made.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts import dev_pip
from scripts.dev_progress import megabytes

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment] # the module does not exist there

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "scripts" / "locks"
OLDEST = (3, 11)
NEWER_NAMES = ("python3.14", "python3.13", "python3.12", "python3.11")


DISK_FULL = "The disk is full. Soi needs 400 MB; free some space, then run the same line again."


class SetupError(Exception):
    """Something a person has to do first; its text is the line to type."""


def require_python(command: str) -> None:
    """Refuse an old Python, naming a newer one where the machine has it."""
    if sys.version_info[:2] >= OLDEST:
        return
    found = next((name for name in NEWER_NAMES if _runs(name)), None)
    advice = f"Run: {found} scripts/dev.py {command}" if found else "Install it from https://www.python.org"
    has = ".".join(map(str, sys.version_info[:3]))
    raise SetupError(f"Soi needs Python 3.11 or newer; {sys.executable} is {has}. {advice}")


def _runs(name: str) -> bool:
    """Whether ``name`` starts and is new enough: a shim or a store alias may be on the path and do neither."""
    path = shutil.which(name)
    if path is None:
        return False
    probe = [path, "-c", "import sys; sys.exit(sys.version_info[:2] < (3, 11))"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def base_python() -> str:
    """The interpreter to build on: not the one inside an environment that may have to be rebuilt."""
    return getattr(sys, "_base_executable", None) or sys.executable


def require_venv_module() -> None:
    """Debian and Ubuntu leave ensurepip out of python3 until python3-venv is installed; their pip does instead of it."""
    if importlib.util.find_spec("venv") and (has_ensurepip() or dev_pip.can_bring()):
        return
    raise venv_missing()


def has_ensurepip() -> bool:
    return importlib.util.find_spec("ensurepip") is not None


def venv_missing() -> SetupError:
    """A container has no sudo, and whoever is root there needs none."""
    distribution_own = os.path.realpath("/usr/bin/python3") == os.path.realpath(base_python())
    package = "python3-venv" if distribution_own else "python{}.{}-venv".format(*sys.version_info[:2])
    install = "apt" if getattr(os, "geteuid", lambda: 1)() == 0 else "sudo apt"
    return SetupError(f"Python's venv module is missing. Run: {install} install {package}")


class Environment:
    """A virtual environment and what is installed in it."""

    def __init__(self, folder: Path = ROOT / ".venv") -> None:
        """From here on nothing leads elsewhere: neither this set-up nor the Soi that is started by it."""
        for name in LEAD_ASTRAY:
            os.environ.pop(name, None)
        self.folder = folder
        self.scripts = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.scripts / ("python.exe" if os.name == "nt" else "python")
        self._stamp = folder / "soi-installed.json"
        self._unfinished = folder / "soi-setup-unfinished"
        self._old = folder.with_name(f"{folder.name}.old")

    def ensure(self, lock: str) -> None:
        """Have everything of ``lock`` ("run" or "dev") installed; at once where it already is."""
        if self._is_current(lock):
            return
        require_venv_module()
        with exclusive():
            if not self._is_current(lock):
                self._replace(lock)

    def ensure_node(self) -> None:
        """Put Node and npm into the environment: for a machine that has none."""
        say("installing Node into .venv (60 MB, once)")
        self._pip("--require-hashes", "--no-deps", "-r", str(LOCKS / "node.txt"))

    def _is_current(self, lock: str) -> bool:
        if self._unfinished.exists() or not self.python.exists():
            return False
        return self._installed().get(lock) == fingerprint(lock)

    def _installed(self) -> dict[str, str]:
        try:
            stamp: dict[str, str] = json.loads(self._stamp.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp

    def _replace(self, lock: str) -> None:
        """What was there goes only when its successor stands; after a failure it is back."""
        try:
            self._install(lock)
        except SetupError:
            if self._old.exists():
                shutil.rmtree(self.folder, ignore_errors=True)
                self._old.rename(self.folder)
            raise
        shutil.rmtree(self._old, ignore_errors=True)

    def _install(self, lock: str) -> None:
        """The marker stands from the first file to the last: whoever finds it starts from nothing."""
        if self._unfinished.exists() or not self._works():
            self._create()
        self._unfinished.touch()
        say(f"installing {package_count(lock)} packages into .venv (once)")
        self._pip("--require-hashes", "--no-deps", "-r", str(LOCKS / f"{lock}.txt"))
        self._pip("--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT))
        self._point_back()
        covered = ("run", "dev") if lock == "dev" else ("run",)
        stamp = {"root": str(ROOT), **{name: fingerprint(name) for name in covered}}
        self._stamp.write_text(json.dumps(stamp) + "\n", "utf-8")
        self._unfinished.unlink()

    def _point_back(self) -> None:
        """Find the project by a relative path instead of the absolute one that the build backend wrote.

        Python before 3.13 reads .pth files in the locale's encoding: a folder named in Vietnamese would be lost.
        """
        for pointer in self.folder.glob("[Ll]ib/**/site-packages/_editable_impl_soi.pth"):
            pointer.write_text(os.path.relpath(ROOT, pointer.parent), "ascii")

    def _works(self) -> bool:
        """An environment made by hand is kept, if its Python starts, is new enough and has pip.

        One that was moved is not: its scripts name the old folder.
        """
        if not self.python.exists() or self._installed().get("root", str(ROOT)) != str(ROOT):
            return False
        probe = [str(self.python), "-c", "import pip, sys; sys.exit(sys.version_info[:2] < (3, 11))"]
        return subprocess.run(probe, capture_output=True, check=False).returncode == 0

    def _create(self) -> None:
        if self.folder.exists():
            say("rebuilding .venv: its set-up was interrupted, or it was moved, or its Python is gone")
            if self._old.exists():  # of an interrupted rebuild: what stands now is its half
                shutil.rmtree(self.folder)
            else:
                self.folder.rename(self._old)
        self.folder.mkdir()
        self._unfinished.touch()
        has_pip = has_ensurepip()
        made = _quiet(
            [base_python(), "-m", "venv", *([] if has_pip else ["--without-pip"]), str(self.folder)]
        )
        if made.returncode:
            raise SetupError(f"Could not make .venv:\n{_tail(made)}")
        if not has_pip and not dev_pip.bring(self.python):
            raise venv_missing()

    def _pip(self, *arguments: str) -> None:
        options = ("--quiet", "--disable-pip-version-check", "--no-input")
        with megabytes(self.folder):
            done = _quiet([str(self.python), "-m", "pip", "install", *options, *arguments])
        if done.returncode:
            if "No space left" in done.stderr + done.stdout:
                raise SetupError(DISK_FULL)
            raise SetupError(
                f"pip could not install the packages:\n{_tail(done)}\n"
                "Check the network connection, then run the same line again."
            )


def fingerprint(lock: str) -> str:
    """Changes when the lock or the project's metadata does, or the folder was moved: then the set-up runs again."""
    parts = [(LOCKS / f"{lock}.txt").read_bytes(), (ROOT / "pyproject.toml").read_bytes(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def package_count(lock: str) -> int:
    lines = (LOCKS / f"{lock}.txt").read_text("utf-8").splitlines()
    return sum("==" in line for line in lines)


@contextlib.contextmanager
def exclusive() -> Iterator[None]:
    """Two first starts at once wait for each other instead of rebuilding under each other's feet."""
    if os.name == "nt":
        yield
        return
    with (LOCKS / "run.txt").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield  # closing the file gives the lock up


def say(line: str) -> None:
    print(f"soi: {line}", file=sys.stderr, flush=True)


LEAD_ASTRAY = (
    "PYTHONHOME",
    "PYTHONPATH",
    "PIP_USER",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_ROOT",
    "PIP_REQUIRE_VIRTUALENV",
)
"""Variables of the caller that would have Python or pip work in another installation."""


def _quiet(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run without a word."""
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)


def cause_of(error: OSError) -> str:
    """What the system refused, as a sentence with its fix."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return DISK_FULL
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return f"This folder may not be written: {ROOT}. Copy Soi to a folder of your own, then run the same line there."
    return f"{error.filename}: {error.strerror}" if error.filename else str(error)


def _tail(done: subprocess.CompletedProcess[str]) -> str:
    return "\n".join((done.stderr or done.stdout).strip().splitlines()[-6:])
