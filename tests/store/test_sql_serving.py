"""`soi serve --database URL` from the first line to the stop, on both relational databases."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.postgres import PostgreSQL

pytest.importorskip("server.store.sql", reason="needs soi[postgres]")
Soi = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(params=["sqlite", "postgresql"])
def soi(request: pytest.FixtureRequest, tmp_path: Path) -> Soi:
    """Runs a command with a data folder and a database of its own; the address, with its password, is in no argument."""
    if request.param == "sqlite":
        url = f"sqlite://{tmp_path}/team.sqlite"
    else:
        server: PostgreSQL = request.getfixturevalue("postgresql")
        url = server.url(server.new_schema())
    environment = os.environ | {"SOI_HOME": str(tmp_path / "home"), "SOI_DATABASE": url}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "server.cli", *arguments]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=60
        )

    run.environment = environment  # type: ignore[attr-defined]  # for the server, which goes on
    return run


@pytest.fixture
def served(soi: Soi, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "server.cli", "serve", "--no-open", "--port", str(port)]
    process = subprocess.Popen(
        command, env=soi.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    try:
        assert str(port) in process.stdout.readline()
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=30)


def names(soi: Soi) -> list[str]:
    return [json.loads(line)["username"] for line in soi("shortlist", "list", "--json").stdout.splitlines()]


def test_what_a_running_server_was_told_is_there_after_its_stop(
    soi: Soi, served: subprocess.Popen[str]
) -> None:
    added = soi("shortlist", "add", "lan.anh")
    during = names(soi)
    served.terminate()
    assert (0, 0, ["lan.anh"], ["lan.anh"]) == (added.returncode, served.wait(30), during, names(soi))


@pytest.mark.parametrize("soi", ["sqlite"], indirect=True)
def test_a_backup_of_one_database_is_restored_into_another_kind(soi: Soi, tmp_path: Path) -> None:
    """The way from one store to another until `soi migrate` is there: the file is the same."""
    soi("shortlist", "add", "lan.anh", "minh")
    file = str(tmp_path / "mine.json")
    assert 0 == soi("backup", file).returncode
    environment = {name: value for name, value in soi.environment.items() if name != "SOI_DATABASE"}
    environment["SOI_HOME"] = str(tmp_path / "other")

    def elsewhere(*arguments: str) -> str:
        command = [sys.executable, "-m", "server.cli", *arguments]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=60
        ).stdout

    elsewhere("restore", file)
    lines = elsewhere("shortlist", "list", "--json").splitlines()
    assert sorted(names(soi)) == sorted(json.loads(line)["username"] for line in lines) == ["lan.anh", "minh"]
