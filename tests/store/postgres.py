"""A real PostgreSQL for the tests: Debian's package, started in a folder of its own, as a user who may do nothing."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest

DATABASE = "postgres"
_SETTINGS = (
    "fsync=off",
    "listen_addresses=",
    "max_connections=60",
    "autovacuum=off",
)
"""For the speed of the tests: a process that is killed loses nothing by them, a machine might."""
_numbers = count(1)


@dataclass(frozen=True)
class PostgreSQL:
    """A server that listens on a socket in its own folder, and on no network."""

    programs: Path
    folder: Path
    settings: tuple[str, ...] = _SETTINGS

    def url(self, schema: str) -> str:
        """Tables of their own for whoever asks under another name."""
        return f"postgresql+psycopg://soi@/{DATABASE}?host={self.folder}&options=-csearch_path%3D{schema}"

    def new_schema(self) -> str:
        name = f"s{next(_numbers)}"
        self.sql(f"CREATE SCHEMA {name}")
        return name

    def sql(self, statement: str) -> str:
        """What psql answers."""
        done = self._run("psql", "-h", str(self.folder), "-U", "soi", "-d", DATABASE, "-At", "-c", statement)
        return done.stdout.strip()

    def make(self) -> None:
        self._run(
            "initdb", "-D", str(self.folder / "data"), "-U", "soi", "-A", "trust", "-N", "--locale=C.UTF-8"
        )

    def start(self) -> None:
        options = " ".join(
            f"-c {setting}" for setting in (*self.settings, f"unix_socket_directories={self.folder}")
        )
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-l", log, "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", "immediate", "stop")

    def _run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [str(self.programs / program), *arguments]
        environment = os.environ | {"LC_ALL": "C.UTF-8"}
        # pg_ctl leaves a server behind that would hold a pipe open: what it says goes into a file
        with tempfile.TemporaryFile("w+") as said:
            done = subprocess.run(
                command,
                stdout=said,
                stderr=subprocess.STDOUT,
                env=environment,
                cwd="/",
                check=False,
                **_unprivileged(),
            )
            said.seek(0)
            text = said.read()
        if done.returncode:
            raise RuntimeError(f"{program}: {text}")
        return subprocess.CompletedProcess(command, 0, text)


def needed_programs() -> Path:
    """The same for a test that needs them: skipped where they are missing, failed where SOI_REQUIRE_POSTGRESQL is set."""
    found = programs()
    is_missing = found is None or importlib.util.find_spec("psycopg") is None
    if is_missing and not os.environ.get("SOI_REQUIRE_POSTGRESQL"):
        pytest.skip("needs PostgreSQL (apt install postgresql) and soi[postgres]")
    assert found is not None
    return found


def programs() -> Path | None:
    """Where initdb is: in the path, or where Debian puts each version."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def _unprivileged() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: Debian's package brings a user for it."""
    if os.name == "nt" or os.geteuid() != 0:
        return {}
    return {"user": "postgres", "group": "postgres", "extra_groups": []}


@contextmanager
def running(programs: Path, settings: tuple[str, ...] = _SETTINGS) -> Iterator[PostgreSQL]:
    """Started, and stopped and removed at the end."""
    folder = Path(
        tempfile.mkdtemp(prefix="soi-pg-")
    )  # a socket's path may have a hundred bytes: not pytest's folder
    if os.geteuid() == 0:
        import pwd  # noqa: PLC0415 - Windows has none, and reads this module too

        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)
    server = PostgreSQL(programs, folder, settings)
    try:
        server.make()
        server.start()
        yield server
    finally:
        with suppress(RuntimeError):
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)
