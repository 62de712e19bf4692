"""`soi migrate`: a whole store from any kind of database into any other, also after a stop on the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from server.errors import AlreadyRunning, BadSetting, HalfMoved, NotEmpty, NotWhole
from server.store import open_store
from server.store.documents import VISITS
from server.store.moving import move
from tests.store.postgres import PostgreSQL
from tests.store.stores import fill

filling = pytest.importorskip("server.store.sql_engine.filling", reason="needs soi[postgres]")
KINDS = ("tinydb", "sqlite", "postgresql")
AddressOf = Callable[[str], str]


@pytest.fixture
def address_of(request: pytest.FixtureRequest, tmp_path: Path) -> AddressOf:
    """A new database of a kind."""

    def address_of(kind: str) -> str:
        if kind == "postgresql":
            server: PostgreSQL = request.getfixturevalue("postgresql")
            return server.url(server.new_schema())
        return f"{kind}://{tmp_path}/{kind}"

    return address_of


def held(url: str, home: Path) -> tuple[Any, Any]:
    """All documents and the last ids."""
    with closing(open_store(url, home)) as store:
        content = store.database.content()
        return content.tables, dict(content.last_ids)


def filled(url: str, home: Path, n: int = 8) -> str:
    with closing(open_store(url, home)) as store:
        fill(store, n)
    return url


class Stopped(Exception):
    pass


def stop(_done: int, _total: int) -> None:
    raise Stopped


@pytest.mark.parametrize(("kind", "other"), list(permutations(KINDS, 2)))
def test_a_store_moved_is_equal_and_what_was_stays(
    address_of: AddressOf, tmp_path: Path, kind: str, other: str
):
    old, new = filled(address_of(kind), tmp_path), address_of(other)
    before, told = held(old, tmp_path), []
    moved = move(old, new, tmp_path, lambda done, total: told.append((done, total)))
    assert (before, before, (moved.documents, moved.documents)) == (
        held(old, tmp_path),
        held(new, tmp_path),
        told[-1],
    )


@pytest.mark.parametrize("other", ["sqlite", "postgresql"])
def test_a_move_that_was_stopped_is_closed_to_servers_and_goes_on(
    address_of: AddressOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: str
):
    """Also where the old store was changed between the two calls."""
    monkeypatch.setattr(filling, "_A_PART", 5)
    old, new = filled(address_of("tinydb"), tmp_path), address_of(other)
    with pytest.raises(Stopped):
        move(old, new, tmp_path, stop)
    with pytest.raises(HalfMoved):
        open_store(new, tmp_path)
    with closing(open_store(old, tmp_path)) as store:
        store.erase("tao.1")
        store.entries.save("them.sau", {})
    move(old, new, tmp_path)
    assert held(old, tmp_path) == held(new, tmp_path)


@pytest.mark.fault
def test_a_move_that_was_killed_goes_on_by_the_same_command(address_of: AddressOf, tmp_path: Path):
    home = tmp_path / "home"
    old, new = filled(address_of("tinydb"), home, 150), address_of("postgresql")
    code = (
        "import os, signal, sys; from pathlib import Path; from server.store import moving; "
        "from server.store.sql_engine import filling; filling._A_PART = 20; "
        "moving.move(sys.argv[1], sys.argv[2], Path(sys.argv[3]), "
        "lambda done, total: os.kill(os.getpid(), signal.SIGKILL) if done > total / 2 else None)"
    )
    killed = subprocess.run([sys.executable, "-c", code, old, new, str(home)], check=False, timeout=60)
    command = [sys.executable, "-m", "server.cli", "migrate", old, new, "--lang", "en"]
    environment = os.environ | {"SOI_HOME": str(home)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert (-signal.SIGKILL, 0, "", held(old, home)) == (
        killed.returncode,
        done.returncode,
        done.stderr,
        held(new, home),
    )


@pytest.mark.parametrize("other", KINDS)
def test_a_database_with_something_in_it_is_left_alone(address_of: AddressOf, tmp_path: Path, other: str):
    old = filled(f"tinydb://{tmp_path}/old", tmp_path)
    new = filled(address_of(other), tmp_path, 2)
    before = held(new, tmp_path)
    with pytest.raises(NotEmpty):
        move(old, new, tmp_path)
    assert before == held(new, tmp_path)


def test_a_store_that_is_served_is_not_moved(address_of: AddressOf, tmp_path: Path):
    old = filled(address_of("tinydb"), tmp_path)
    with closing(open_store(old, tmp_path)), pytest.raises(AlreadyRunning):
        move(old, address_of("sqlite"), tmp_path)


def test_a_server_beside_waits_until_the_move_is_over(address_of: AddressOf, tmp_path: Path):
    """Another server on the same PostgreSQL: what it wants to write meanwhile is not lost between the two."""
    url = filled(address_of("postgresql"), tmp_path)
    with closing(open_store(url, tmp_path)) as source, closing(open_store(url, tmp_path / "b")) as beside:
        writer = threading.Thread(target=beside.entries.save, args=("sau.do", {}))
        with source.database.still():
            writer.start()
            writer.join(0.3)
            waited = writer.is_alive()
        writer.join(30)
        assert (True, "sau.do") == (waited, source.entries.get("sau.do").username)


def test_a_store_that_is_not_whole_is_not_moved(address_of: AddressOf, tmp_path: Path):
    old = filled(address_of("sqlite"), tmp_path)
    with closing(open_store(old, tmp_path)) as store:
        store.database.run(lambda work: work.put(VISITS, 999, {"creator": 12_345}))
    with pytest.raises(NotWhole):
        move(old, address_of("tinydb"), tmp_path)


def test_an_address_with_no_store_makes_none(address_of: AddressOf, tmp_path: Path):
    for kind in KINDS:
        with pytest.raises(BadSetting):
            move(address_of(kind), f"tinydb://{tmp_path}/new", tmp_path)
    assert [] == sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".lock")


def test_the_command_says_what_it_moved_and_shows_no_password(tmp_path: Path):
    old = filled(f"tinydb://{tmp_path}/old", tmp_path)
    wrong = "postgresql+psycopg://soi:geheim@127.0.0.1:1/soi"
    environment = os.environ | {"SOI_HOME": str(tmp_path / "home")}
    said = []
    for url in (f"sqlite://{tmp_path}/new.sqlite", wrong, "mysql://x"):
        command = [sys.executable, "-m", "server.cli", "migrate", old, url, "--lang", "en"]
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=60
        )
        said.append((done.returncode, done.stdout + done.stderr))
    n = sum(map(len, held(old, tmp_path)[0].values()))
    first = f"Moved and compared, equal. Documents: {n}; on the list: 6"
    assert ([0, 1, 2], first, False) == (
        [status for status, _ in said],
        said[0][1].splitlines()[0],
        "geheim" in json.dumps(said),
    )
