"""Four people at two servers on one PostgreSQL, of which each dies once: every edit that was answered is there, once."""

from __future__ import annotations

import http.client
import json
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.http.conftest import Answer, Server
from tests.store.postgres import PostgreSQL

pytest.importorskip("server.store.sql", reason="needs soi[postgres]")
CREATORS = 20
"""That all four change all the time."""
PATIENCE = 60
"""Seconds after which a server that does not answer is a failure."""


class Editor(threading.Thread):
    """Edits one thing after the other, and knows what has to be there in the end."""

    def __init__(self, who: str, servers: list[Server], edits: int) -> None:
        super().__init__(name=who, daemon=True)
        self._who, self._servers, self._edits = who, servers, edits
        self._random = random.Random(who)  # noqa: S311 - the same edits each time, no secret
        self.done = 0
        self.counted: Counter[str] = Counter()
        self.listed: set[str] = set()
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            for number in range(self._edits):
                if number % 5 == 0:
                    self._servers.reverse()
                roll = self._random.random()
                if roll < 0.7:
                    self._count(f"tao.{self._random.randrange(CREATORS)}")
                elif roll < 0.85 or not self.listed:
                    self._add(f"{self._who}.{number}")
                else:
                    self._remove(self._random.choice(sorted(self.listed)))
                self.done += 1
        except BaseException as error:
            self.failure = error
            raise

    def _count(self, name: str) -> None:
        """One more of ours in a note that everybody counts in; whoever was slower reads again."""
        wanted = self.counted[name] + 1
        while True:
            entry = self._asked("GET", f"/shortlist/{name}")[0].json()
            counts = json.loads(entry["note"] or "{}")
            if counts.get(self._who, 0) == wanted:
                break  # done by a request whose answer was lost
            note = json.dumps(counts | {self._who: wanted})
            answer, _ = self._asked("PATCH", f"/shortlist/{name}", {"note": note}, entry["version"])
            if answer.status == 200:
                break
            assert answer.status == 412, answer.body
        self.counted[name] = wanted

    def _add(self, name: str) -> None:
        answer, in_doubt = self._asked("PUT", f"/shortlist/{name}", {})
        assert answer.status == 201 or (in_doubt and answer.status == 200), answer.body
        self.listed.add(name)

    def _remove(self, name: str) -> None:
        answer, in_doubt = self._asked("DELETE", f"/shortlist/{name}")
        assert answer.status == 204 or (in_doubt and answer.status == 404), answer.body
        self.listed.remove(name)

    def _asked(
        self, method: str, path: str, body: object = None, version: int | None = None
    ) -> tuple[Answer, bool]:
        """The answer of whichever server gives one; and whether an earlier try may have been done unanswered."""
        until, in_doubt = time.monotonic() + PATIENCE, False
        headers = {} if version is None else {"If-Match": f'"{version}"'}
        while time.monotonic() < until:
            with suppress(OSError, http.client.HTTPException):
                answer = self._servers[0].call(method, f"/api/v1{path}", body, headers)
                if answer.status != 503:
                    return answer, in_doubt
            in_doubt = True
            self._servers.reverse()
            time.sleep(0.05)
        raise TimeoutError(f"{method} {path}")


@pytest.fixture
def servers(database: PostgreSQL, tmp_path: Path) -> Iterator[list[Server]]:
    url = database.url(database.new_schema())
    servers = [Server(tmp_path / name, environment={"SOI_DATABASE": url}).start() for name in ("a", "b")]
    token = servers[0].run("token", "create", "test")[1].strip()
    for server in servers:
        server.token = token
    yield servers
    for server in servers:
        server.stop()


def restarted(server: Server) -> None:
    server.stop(signal.SIGKILL)
    server.start()


@pytest.mark.fault
@pytest.mark.parametrize("edits", [120, pytest.param(10_000, marks=pytest.mark.long)])
def test_no_edit_is_lost_or_done_twice_whoever_dies(
    database: PostgreSQL, servers: list[Server], edits: int
) -> None:
    """Each server is killed once, and PostgreSQL between the two."""
    for number in range(CREATORS):
        servers[0].call("PUT", f"/api/v1/shortlist/tao.{number}", {})
    editors = [Editor(who, servers[:: 1 if who < "c" else -1], edits // 4) for who in "abcd"]
    for editor in editors:
        editor.start()
    for share, failing in enumerate(
        (lambda: restarted(servers[0]), lambda: again(database), lambda: restarted(servers[1])), 1
    ):
        while sum(editor.done for editor in editors) < edits * share / 4:
            assert all(editor.failure is None for editor in editors)
            time.sleep(0.01)
        failing()
    for editor in editors:
        editor.join()
    wanted = Counter({(name, editor.name): n for editor in editors for name, n in editor.counted.items()})
    listed = set[str]().union(*(editor.listed for editor in editors))
    log = database.folder.joinpath("log").read_text("utf-8", "replace")
    assert ([None] * 4, edits, False) == (
        [editor.failure for editor in editors],
        sum(editor.done for editor in editors),
        "deadlock" in log,
    )
    assert [(wanted, listed)] * 2 == [found_at(server, wanted, listed) for server in servers]


def found_at(
    server: Server, wanted: Counter[tuple[str, str]], listed: set[str]
) -> tuple[Counter[tuple[str, str]], set[str]]:
    """Who has edited what how often, and who was added; what the other server wrote last may take two seconds."""
    until = time.monotonic() + 2
    while True:
        there = {entry["username"]: entry["note"] for entry in everybody(server)}
        counted = Counter(
            {(name, who): n for name, note in there.items() for who, n in json.loads(note or "{}").items()}
        )
        others = {name for name in there if not name.startswith("tao.")}
        if (counted, others) == (wanted, listed) or time.monotonic() > until:
            return counted, others


def again(database: PostgreSQL) -> None:
    """Ended at once, as by a crash, and started."""
    database.stop()
    database.start()


def everybody(server: Server) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    while True:
        part = server.call("GET", f"/api/v1/shortlist?limit=1000&offset={len(found)}").json()
        found += part["entries"]
        if len(found) >= part["total"] or not part["entries"]:
            return found
