"""The store in real processes on a real disk: killed, full, read-only, and started twice."""

from __future__ import annotations

import json
import os
import random
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.errors import AlreadyRunning, BadField, Conflict
from server.store.engine.files import FileSystem
from server.store.store import Store
from server.store.tinydb import embedded_store

pytestmark = pytest.mark.fault

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534

SAVES = """
import os, sys, threading
from pathlib import Path
from server.store.tinydb import embedded_store

store = embedded_store(Path(sys.argv[1]), least_compaction=30_000)

def save(thread):
    for number in range(100_000):
        name = f"r{sys.argv[2]}.t{thread}.n{number}"
        store.entries.save(name, {"note": name * 10})
        os.write(1, f"{name}\\n".encode())

threads = [threading.Thread(target=save, args=(n,)) for n in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
"""

APPROVES = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from server.campaigns import moves, pipeline
from server.campaigns.records import Brand, Campaign, Decision, DraftVersion, Slot
from server.campaigns.today import Work
from server.store.tinydb import embedded_store

store = embedded_store(Path(sys.argv[1]), least_compaction=30_000)
if not store.campaigns.all():
    store.campaigns.add(Work(Campaign("", "c", Brand("b"), slots=(Slot("s", creator="an.vi.o"),))))
for number in range(100_000):
    text = f"{sys.argv[2]}.{number}"
    planned = store.campaigns.change("1", lambda work: moves.with_deliverable(work, "s", {}))
    post = planned.work.deliverables[-1].id
    draft = DraftVersion(text * 20, datetime.now(UTC), "lan")
    store.campaigns.change("1", lambda work: moves.change_deliverable(work, post, lambda one: pipeline.hand_in(one, draft)))
    said = Decision("approved", datetime.now(UTC), "tu", text)
    store.campaigns.change("1", lambda work: moves.change_deliverable(work, post, lambda one: pipeline.decide(one, said)))
    os.write(1, f"{text}\\n".encode())
"""

FILL = """
import json, resource, sys
from pathlib import Path
from server.errors import DiskFull
from server.store.tinydb import embedded_store

store = embedded_store(Path(sys.argv[1]))
saved, refused = [], 0
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
for number in range(400):
    try:
        store.entries.save(f"creator{number}", {"note": "n" * 2000})
        saved.append(f"creator{number}")
    except DiskFull as error:
        refused += 1
        code = [error.code, error.http_status]
listed = sorted(entry.username for entry in store.entries.all())
files = sorted(path.name for path in Path(sys.argv[1]).parent.iterdir())
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
store.entries.save("space.is.back", {})
print(json.dumps({"saved": sorted(saved), "refused": refused, "listed": listed, "files": files, "code": code}))
"""

READ_ONLY = """
import json, os, sys
from pathlib import Path
from server.errors import StorageReadonly
from server.store.tinydb import embedded_store
if os.getuid() == 0:
    os.setgid(int(sys.argv[2])); os.setuid(int(sys.argv[2]))

store = embedded_store(Path(sys.argv[1]))
answers = [[entry.username for entry in store.entries.all()], store.stats().writable]
try:
    store.entries.save("minh", {})
except StorageReadonly as error:
    answers.append(error.code)
answers.append(len(store.entries.all()))
store.close()
print(json.dumps(answers))
"""

HOLD = """
import sys, time
from pathlib import Path
from server.store.tinydb import embedded_store
store = embedded_store(Path(sys.argv[1]), port=5765)
print("held", flush=True)
time.sleep(60)
"""

COUNT = """
import sys, threading, time
from pathlib import Path
from server.errors import AlreadyRunning, BadField, Conflict
from server.store.tinydb import embedded_store

def count_up(store):
    for _ in range(10):
        while True:
            entry = store.entries.get("counter")
            try:
                store.entries.patch("counter", {"note": str(int(entry.note) + 1)}, entry.version)
                break
            except Conflict:
                pass

for _ in range(3):
    while True:
        try:
            store = embedded_store(Path(sys.argv[1]), least_compaction=2_000)
            break
        except AlreadyRunning:
            time.sleep(0.01)
    threads = [threading.Thread(target=count_up, args=(store,)) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    store.close()
    time.sleep(0.02)
"""


def child(script: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def answer(script: str, *arguments: object) -> object:
    process = child(script, *arguments)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return json.loads(output) if output else None


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "soi.json"


@pytest.mark.parametrize("times", [25, pytest.param(200, marks=pytest.mark.long)])
def test_a_kill_under_concurrent_saves_loses_no_acknowledged_write(file: Path, times: int) -> None:
    """Four threads save, compactions run, the process is killed at a random moment, again and again in one folder."""
    chance = random.Random(20261123)  # noqa: S311 - moments, not secrets
    acknowledged: set[str] = set()
    for number in range(times):
        process = child(SAVES, file, number)
        assert process.stdout is not None
        for _ in range(chance.randrange(10, 40)):
            acknowledged.add(process.stdout.readline().strip())
        time.sleep(chance.uniform(0, 0.005))
        process.kill()
        rest = process.stdout.read()  # not communicate(), which would miss what readline has buffered
        process.communicate()
        acknowledged.update(rest.split("\n")[:-1])
        store = embedded_store(file)
        kept = {entry.username for entry in store.entries.all()}
        notice = store.notice()
        store.close()
        assert acknowledged - kept == set()
        assert notice is None
    assert len(acknowledged) >= 10 * times


@pytest.mark.parametrize("times", [5, pytest.param(50, marks=pytest.mark.long)])
def test_a_kill_loses_no_approval(file: Path, times: int) -> None:
    """What was said to be approved is approved after any kill, each with its own text."""
    chance = random.Random(20261130)  # noqa: S311 - moments, not secrets
    acknowledged: set[str] = set()
    for number in range(times):
        process = child(APPROVES, file, number)
        assert process.stdout is not None
        for _ in range(chance.randrange(3, 9)):
            acknowledged.add(process.stdout.readline().strip())
        time.sleep(chance.uniform(0, 0.01))
        process.kill()
        acknowledged.update(process.stdout.read().split("\n")[:-1])
        process.communicate()  # closes the pipe
        store = embedded_store(file)
        versions = [v for post in store.campaigns.get("1").work.deliverables for v in post.versions]
        approved = {v.decision.note for v in versions if v.decision and v.text == v.decision.note * 20}
        store.close()
        assert acknowledged - approved == set()
    assert len(acknowledged) >= 3 * times


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of a file's size")
def test_a_full_disk_refuses_writes_reads_on_and_recovers(file: Path) -> None:
    """507; all acknowledged entries are readable, no half file stays, and saving works when there is space again."""
    result = answer(FILL, file)
    assert isinstance(result, dict)
    assert result["refused"] > 0
    assert result["code"] == ["disk_full", 507]
    assert result["listed"] == result["saved"]
    assert not [name for name in result["files"] if name.endswith(".tmp")]
    store = embedded_store(file)
    assert sorted(entry.username for entry in store.entries.all()) == sorted(
        [*result["saved"], "space.is.back"]
    )
    assert store.notice() is None
    store.close()


@pytest.fixture
def read_only_file() -> Iterator[Path]:
    """A store in a folder that its owner may only read; owned by nobody if this is root, whom no mode stops."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "soi.json"
        store = embedded_store(file)
        store.entries.save("lan.anh", {})
        store.close()
        paths = [Path(folder), *Path(folder).rglob("*")]
        for path in paths:
            if os.getuid() == 0:
                os.chown(path, NOBODY, NOBODY)
            path.chmod(0o500 if path.is_dir() else 0o400)
        yield file
        for path in paths:
            path.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="folders of Windows have no such mode")
def test_a_read_only_folder_opens_for_reading(read_only_file: Path) -> None:
    """The list is shown; a save says storage_readonly and changes nothing."""
    before = read_only_file.read_bytes()
    assert answer(READ_ONLY, read_only_file, NOBODY) == [["lan.anh"], False, "storage_readonly", 1]
    assert read_only_file.read_bytes() == before


def test_a_second_server_names_the_first_and_touches_nothing(file: Path) -> None:
    """With pid and port; when the first one is killed the store is free at once."""
    process = child(HOLD, file)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    before = {path.name: path.read_bytes() for path in file.parent.iterdir() if path.is_file()}
    with pytest.raises(AlreadyRunning, match=rf"process {process.pid}, port 5765"):
        embedded_store(file)
    assert {path.name: path.read_bytes() for path in file.parent.iterdir() if path.is_file()} == before
    reader = embedded_store(file, read_only=True)
    assert reader.entries.all() == ()
    reader.close()
    process.kill()
    process.communicate()
    embedded_store(file).close()


def test_four_threads_and_two_processes_lose_no_update(file: Path) -> None:
    """Each of 2 processes x 3 openings x 4 threads counts up 10 times; a stale version is refused and repeated."""
    store = embedded_store(file)
    store.entries.save("counter", {"note": "0"})
    store.close()
    processes = [child(COUNT, file), child(COUNT, file)]
    for process in processes:
        process.communicate(timeout=60)
        assert process.returncode == 0
    store = embedded_store(file)
    assert store.entries.get("counter").note == str(2 * 3 * 4 * 10)
    store.close()


def test_threads_that_save_together_all_find_their_entry(file: Path) -> None:
    """Shared syncs answer every writer with its own result, and a refused one alone with its error."""
    store = embedded_store(file, least_compaction=5_000)
    store.entries.save("shared", {})
    results: list[tuple[str, str]] = []

    def save(thread: int) -> None:
        for number in range(25):
            name = f"t{thread}.{number}"
            results.append((name, store.entries.save(name, {}).entry.username))
            with pytest.raises(Conflict):
                store.entries.patch("shared", {"note": name}, 99)

    run_together(store, [threading.Thread(target=save, args=(n,)) for n in range(8)])
    assert len(results) == 200
    assert all(asked == got for asked, got in results)
    assert len(store.entries.all()) == 201
    store.close()


def test_a_write_that_cannot_be_stored_fails_alone(file: Path) -> None:
    """Its neighbours, which wait for the same sync, are saved."""
    store = embedded_store(file)
    results: dict[str, bool] = {}

    def save(name: str, note: str) -> None:
        try:
            store.entries.save(name, {"note": note})
            results[name] = True
        except BadField:
            results[name] = False

    with store.database.storage._commits.lock:  # all of them have to wait, and go together
        threads = [
            threading.Thread(target=save, args=(f"c{n}", "\ud800" if n == 1 else "fine")) for n in range(4)
        ]
        for thread in threads:
            thread.start()
        while len(store.database.storage._commits._queue) < 4:
            time.sleep(0.001)
    for thread in threads:
        thread.join()
    assert results == {"c0": True, "c1": False, "c2": True, "c3": True}
    assert len(store.entries.all()) == 3
    assert store.stats().sequence == 1, "one sync for all of them"
    store.close()


def run_together(store: Store, threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        store.entries.all()  # readers beside the writers
        time.sleep(0.001)
    for thread in threads:
        thread.join()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@pytest.mark.parametrize("umask", [0o000, 0o022], ids=oct)
def test_folders_and_files_are_private(tmp_path: Path, umask: int) -> None:
    """0700 and 0600 whatever the umask, from the first byte: snapshot, journal, lock, owner, backups, the user's too."""

    class Watching(FileSystem):
        def write(self, handle: int, data: bytes) -> None:
            assert stat.S_IMODE(os.fstat(handle).st_mode) == 0o600
            super().write(handle, data)

    old = os.umask(umask)
    try:
        file = tmp_path / "home" / "data" / "soi.json"
        store = embedded_store(file, files=Watching())
        store.entries.save("lan.anh", {})
        store.backup(tmp_path / "home" / "mine.json")
        store.restore(tmp_path / "home" / "mine.json")
        modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "home").rglob("*")}
        store.close()
    finally:
        os.umask(old)
    assert {path.name: oct(mode) for path, mode in modes.items()} == {
        path.name: oct(0o700 if path.is_dir() else 0o600) for path in modes
    }
    assert len(modes) >= 8
