"""A server killed while everybody is judged anew: all of it stands or nothing, and the next one goes through."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from server.store import open_store
from server.store.engine.layout import Layout
from server.store.records import Check, Visit
from server.store.store import Store
from tests.store.postgres import PostgreSQL
from tests.store.stores import T0

sql = pytest.importorskip("server.store.sql", reason="needs soi[postgres]")
pytestmark = pytest.mark.fault
ROOT = Path(__file__).resolve().parents[2]
CREATORS = 400
JUDGES = """
import sys
from pathlib import Path
from tests.faults.test_rescore_killed import judged_anew, opened

store = opened(sys.argv[1], Path(sys.argv[2]))
for number in range(10_000):
    print(number, flush=True)
    judged_anew(store, f"later.{sys.argv[3]}.{number}")
"""


def opened(url: str, folder: Path) -> Store:
    if url.startswith("tinydb"):
        return open_store(url)
    store: Store = sql.postgresql_store(url, Layout(folder / "soi.json"))
    store.follow()
    return store


def judged_anew(store: Store, version: str) -> int:
    """Everybody under a later model; gives how many."""
    from server.store.reports import Rescored  # noqa: PLC0415 - the process that is killed reads this module too

    rows = [
        Rescored(
            creator=one.creator,
            visit_id=one.visit_id,
            audit_id=one.visit.audit_id,
            suspicion=(1.0, 0.0, 2.0),
            verdict="contact",
            trust_word="low",
            model_version=version,
            verdict_inputs={"model": version, "values": {}},
        )
        for one in store.rescores.rescorable()
    ]
    return store.rescores.keep(rows)


def versions(store: Store) -> set[str | None]:
    return {one.visit.model_version for one in store.rescores.rescorable()}


@pytest.mark.parametrize("kind", ["tinydb", "postgresql"])
@pytest.mark.parametrize("kills", [4, pytest.param(40, marks=pytest.mark.long)])
def test_of_a_rescore_that_is_killed_all_stands_or_nothing(
    kind: str, kills: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if kind == "tinydb":
        url = f"tinydb://{tmp_path}"
    else:
        database: PostgreSQL = request.getfixturevalue("database")
        url = database.url(database.new_schema())
    with closing(opened(url, tmp_path)) as store:
        checks = [
            Check(
                f"tao.{n}",
                Visit(T0, audit_id=f"a{n}", model_version="first"),
                audit={"n": n},
                verdict_inputs={"values": {}},
            )
            for n in range(CREATORS)
        ]
        store.checks.add_listed(checks)
    when, mixed, rest = random.Random(kills), [], []  # noqa: S311 - the same moments each time, no secret
    for number in range(kills):
        command = [sys.executable, "-c", JUDGES, url, str(tmp_path), str(number)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(when.uniform(0.0, 0.3))
            process.send_signal(signal.SIGKILL)
        with closing(opened(url, tmp_path)) as store:
            mixed.append(len(versions(store)))
            rest.append((judged_anew(store, f"after.{number}"), versions(store)))
    assert ([1] * kills, [(CREATORS, {f"after.{n}"}) for n in range(kills)]) == (mixed, rest)
