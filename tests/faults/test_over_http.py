"""Kills of the whole server while clients save over HTTP: what was answered is there, and what was erased is not."""

from __future__ import annotations

import http.client
import json
import random
import signal
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.http.conftest import Server

pytestmark = pytest.mark.fault

CLIENTS = 6
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


class Saver(threading.Thread):
    """One client on one connection: saves under its own names until the server is gone."""

    def __init__(self, server: Server, mark: str) -> None:
        super().__init__()
        self._server, self._mark = server, mark
        self.answered: list[str] = []

    def run(self) -> None:
        headers = {
            "Host": f"127.0.0.1:{self._server.port}",
            "Authorization": f"Bearer {self._server.token}",
            "Content-Type": "application/json",
        }
        try:
            with closing(
                http.client.HTTPConnection("127.0.0.1", self._server.port, timeout=10)
            ) as connection:
                for number in range(100_000):
                    name = f"{self._mark}.{number}"
                    body = json.dumps({"note": name * 3})
                    connection.request("PUT", f"/api/v1/shortlist/{name}", body, headers)
                    response = connection.getresponse()
                    response.read()
                    if response.status == 201:
                        self.answered.append(name)
        except (OSError, http.client.HTTPException):
            return


def started(home: Path, token: str = "") -> Server:
    server = Server(home).start()
    server.token = token or server.run("token", "create", "x")[1].strip()
    return server


def listed(server: Server) -> set[str]:
    entries = server.call("GET", "/api/v1/shortlist").json()["entries"]
    assert all(entry["note"] == entry["username"] * 3 for entry in entries)
    return {entry["username"] for entry in entries}


@pytest.mark.parametrize("times", [20, pytest.param(200, marks=pytest.mark.long)])
def test_kills_under_six_clients_lose_no_answered_save(tmp_path: Path, times: int) -> None:
    """Every 201 is in the list after each of the kills, whole, and the start afterwards meets no damage."""
    dice = random.Random(20261129)  # noqa: S311 - the moments of the kills
    server = started(tmp_path)
    answered: set[str] = set()
    for number in range(times):
        savers = [Saver(server, f"k{number}.c{client}") for client in range(CLIENTS)]
        for saver in savers:
            saver.start()
        time.sleep(dice.uniform(0.02, 0.3))
        server.stop(KILL)
        for saver in savers:
            saver.join()
            answered |= set(saver.answered)
        server = started(tmp_path, server.token)
        assert answered - listed(server) == set(), f"kill {number}"
        assert list(tmp_path.glob("*.corrupt-*")) == []
    server.stop()
    assert len(answered) > times


def erasing(server: Server, name: str) -> Callable[[], None]:
    def erase() -> None:
        try:
            server.call("DELETE", f"/api/v1/creators/{name}")
        except (OSError, http.client.HTTPException):
            return

    return erase


@pytest.mark.parametrize("times", [6, pytest.param(60, marks=pytest.mark.long)])
def test_kills_during_an_erase_leave_no_half_of_it(tmp_path: Path, times: int) -> None:
    """Killed on the way the creator is still there to be erased, and after that erase nowhere, backups included."""
    dice = random.Random(7)  # noqa: S311 - the moments of the kills
    server = started(tmp_path)
    for number in range(times):
        name = f"bi.xoa.{number}"
        assert server.call("PUT", f"/api/v1/shortlist/{name}", {"note": name * 3}).status == 201
        token = json.loads((tmp_path / "running.json").read_text())["token"]
        assert server.call("POST", "/api/v1/storage/backups", token=token).status == 201
        eraser = threading.Thread(target=erasing(server, name))
        eraser.start()
        time.sleep(dice.uniform(0, 0.03))
        server.stop(KILL)
        eraser.join()
        server = started(tmp_path, server.token)
        server.call("DELETE", f"/api/v1/creators/{name}")
        traces = [
            file.name for file in tmp_path.rglob("*") if file.is_file() and name.encode() in file.read_bytes()
        ]
        assert traces == [], f"kill {number}"
    server.stop()
