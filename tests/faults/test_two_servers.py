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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.http.conftest import Answer, Server
from tests.store.postgres import PostgreSQL

pytest.importorskip("server.store.sql", reason="needs soi[postgres]")
CREATORS = 20
"""That all four change all the time."""
PATIENCE = 60
"""Seconds after which a server that does not answer is a failure."""


@dataclass(frozen=True)
class Handed:
    """A draft that was handed in, and between which two moments (monotonic seconds)."""

    post: str
    text: str
    began: float
    ended: float


class Editor(threading.Thread):
    """Edits one thing after the other, and knows what has to be there in the end."""

    def __init__(self, who: str, servers: list[Server], edits: int, posts: list[str]) -> None:
        """``posts``: addresses of deliverables, for which all four hand drafts in."""
        super().__init__(name=who, daemon=True)
        self._who, self._servers, self._edits, self._posts = who, servers, edits, posts
        self._random = random.Random(who)  # noqa: S311 - the same edits each time, no secret
        self.done = 0
        self.counted: Counter[str] = Counter()
        self.listed: set[str] = set()
        self.tags: dict[str, set[str]] = {}
        self.handed: list[Handed] = []
        self.doubted: set[str] = set()
        """Texts of which a try was not answered: they may be there twice."""
        self.approved: dict[tuple[str, str], str] = {}
        """The note of each approval, by post and text."""
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            for number in range(self._edits):
                if number % 5 == 0:
                    self._servers.reverse()
                roll = self._random.random()
                if roll < 0.5:
                    self._count(f"tao.{self._random.randrange(CREATORS)}")
                elif roll < 0.65 or not self.listed:
                    self._add(f"{self._who}.{number}")
                elif roll < 0.8:
                    self._draft(self._random.choice(self._posts), f"{self._who} {number}")
                else:
                    self._own(self._random.choice(sorted(self.listed)), number)
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

    def _own(self, name: str, number: int) -> None:
        """Something with an entry that nobody else changes: off the list, off and back, or a tag for several."""
        what = number % 3
        if what == 0:
            self._tag(sorted(self.listed)[-3:], f"t{number}")
            return
        self._remove(name)
        if what == 1:
            answer, in_doubt = self._asked("POST", f"/shortlist/{name}/undo")
            assert answer.status == 200 or (in_doubt and answer.status == 410), answer.body
            self.listed.add(name)

    def _tag(self, names: list[str], tag: str) -> None:
        change = {"entries": [{"username": name} for name in names], "add_tags": [tag]}
        answer, _ = self._asked("POST", "/shortlist/changes", change)
        assert answer.status == 200, answer.body
        for name in names:
            self.tags.setdefault(name, set()).add(tag)

    def _draft(self, post: str, text: str) -> None:
        """Hand a text in, once, and approve whatever is the latest then, if nobody was quicker."""
        began = time.monotonic()
        while (
            answer := self._once("POST", f"{post}/versions", {"text": text})
        ) is None or answer.status != 201:
            assert answer is None or answer.status == 422, (
                answer.body
            )  # another server's text bears a later time
            if answer is None:
                self.doubted.add(text)
            if text in [version["text"] for version in self._seen(post)["deliverable"]["versions"]]:
                break
        self.handed.append(Handed(post, text, began, time.monotonic()))
        seen = self._seen(post)
        latest, note = seen["deliverable"]["versions"][-1], f"by {text}"
        ruled = {"ruled": "approved", "note": note}
        answer = self._once("POST", f"{post}/decisions", ruled, seen["version"])
        if answer is not None and answer.status == 201:
            self.approved[post, latest["text"]] = note
        assert answer is None or answer.status in (201, 412, 422), answer.body

    def _seen(self, post: str) -> Any:
        return self._asked("GET", post)[0].json()

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
        while time.monotonic() < until:
            answer = self._once(method, path, body, version)
            if answer is not None:
                return answer, in_doubt
            in_doubt = True
        raise TimeoutError(f"{method} {path}")

    def _once(self, method: str, path: str, body: object = None, version: int | None = None) -> Answer | None:
        """One try; None where no answer came, or the server could not say: the next try goes to the other one."""
        headers = {} if version is None else {"If-Match": f'"{version}"'}
        with suppress(OSError, http.client.HTTPException):
            answer = self._servers[0].call(method, f"/api/v1{path}", body, headers)
            if answer.status != 503:
                return answer
        self._servers.reverse()
        time.sleep(0.05)
        return None


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
    posts = planned(servers[0], 4 + edits // 100)
    editors = [Editor(who, servers[:: 1 if who < "c" else -1], edits // 4, posts) for who in "abcd"]
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
    tags = {name: of_one for editor in editors for name, of_one in editor.tags.items() if name in listed}
    tagged = {entry["username"]: set(entry["tags"]) for entry in everybody(servers[1]) if entry["tags"]}
    assert tags == tagged
    assert all(any(getattr(editor, kind) for editor in editors) for kind in ("handed", "approved", "tags"))
    assert [([], [], [])] * 2 == [what_is_wrong(server, posts, editors) for server in servers]


def planned(server: Server, n: int) -> list[str]:
    """The addresses of ``n`` posts of a campaign."""
    made = server.call("POST", "/api/v1/campaigns", {"name": "Tết", "brand": {"name": "Mây"}}).json()
    at = f"/campaigns/{made['campaign']['id']}"
    slot = server.call("POST", f"/api/v1{at}/slots", {"creator": "tao.0"}).json()["campaign"]["slots"][0]
    for _ in range(n):
        made = server.call("POST", f"/api/v1{at}/deliverables", {"slot": slot["id"]}).json()
    return [f"{at}/deliverables/{post['id']}" for post in made["deliverables"]]


def what_is_wrong(
    server: Server, posts: list[str], editors: list[Editor]
) -> tuple[list[object], list[object], list[object]]:
    """Texts that are not there once; those that stand before one that was there earlier; approvals that are gone."""
    handed = {one.text: one for editor in editors for one in editor.handed}
    doubted = set[str]().union(*(editor.doubted for editor in editors))
    approved = {key: note for editor in editors for key, note in editor.approved.items()}
    found, order, notes = Counter[tuple[str, str]](), [], {}
    for post in posts:
        versions = server.call("GET", f"/api/v1{post}").json()["deliverable"]["versions"]
        latest = 0.0
        for version in versions:
            text = version["text"]
            if found[post, text] and text in doubted:
                continue
            found[post, text] += 1
            if handed[text].ended < latest:
                order.append(text)
            latest = max(latest, handed[text].began)
            if version["decision"]:
                notes[post, text] = version["decision"]["note"]
    wanted = Counter({(one.post, one.text): 1 for one in handed.values()})
    lost = [key for key, note in approved.items() if notes.get(key) != note]
    return [*(wanted - found), *(found - wanted)], [*order], [*lost]


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
