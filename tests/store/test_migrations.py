"""Schema changes: one numbered file each, a copy first, and a newer or impossible schema refused."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from server.analysis import judge
from server.audit import audit_of
from server.errors import BadFile, DbNewer
from server.scoring.kept import known_of
from server.store import migrations
from server.store.engine import snapshot
from server.store.engine.snapshot import Snapshot
from server.store.migrations import FIRST_SCHEMA, SCHEMA, STEPS, steps_of
from server.store.records import Check, Visit
from server.store.tinydb import embedded_store
from tests.creators import NOW, posts, reading

SCRATCH = """
from __future__ import annotations
import os

def migrate(tables):
    if os.environ.get("DIE_ON_THE_WAY"):
        os._exit(9)
    rows = {key: row | {"value": row["value"] | {"moved": True}} for key, row in tables["settings"].items()}
    return tables | {"settings": rows}
"""
RUN = """
import sys
from pathlib import Path
from server.store.migrations import SCHEMA, STEPS, steps_of
from server.store.tinydb import embedded_store
steps = STEPS | {SCHEMA: steps_of([sys.argv[2]])[1]}
store = embedded_store(Path(sys.argv[1]), schema=SCHEMA + 1, steps=steps)
print(store.settings.get().value, bool(store.backups()), store.notice())
store.close()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store of the present schema with settings in it."""
    file = tmp_path / "data" / "soi.json"
    store = embedded_store(file)
    store.settings.save({"currency": "VND"})
    store.close()
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one scratch migration."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    (folder / "0002_scratch.py").write_text(SCRATCH)
    return folder


def run(file: Path, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", RUN, str(file), str(folder)]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)


def test_the_folder_is_the_list() -> None:
    """Every file of the folder is one step, without a gap, and the last one leads to the present schema."""
    files = sorted(path.stem for path in Path(migrations.__file__).parent.glob("[!_]*.py"))
    assert [int(name.split("_")[0]) for name in files] == list(range(FIRST_SCHEMA + 1, SCHEMA + 1))
    assert list(STEPS) == list(range(FIRST_SCHEMA, SCHEMA))


@pytest.mark.parametrize("name", ["0003_gap", "0002_twin", "helper", "2_short"])
def test_a_file_that_is_not_the_next_step_is_refused(folder: Path, name: str) -> None:
    """A gap, a number used twice, or a name without one would leave it open what runs."""
    (folder / "0002_twin.py").write_text(SCRATCH)
    (folder / f"{name}.py").write_text(SCRATCH)
    with pytest.raises(ValueError, match="the next one is"):
        steps_of([str(folder)])


def test_a_process_killed_on_the_way_opens_again(file: Path, folder: Path) -> None:
    """The copy is there first, the old state stays until the new one is whole, and the next start finishes."""
    before = file.read_bytes()
    killed = run(file, folder, DIE_ON_THE_WAY="1")
    copies = list((file.parent / "backups").iterdir())
    assert (killed.returncode, file.read_bytes(), len(copies)) == (9, before, 1)
    again = run(file, folder)
    assert (again.stderr, again.stdout) == ("", "{'currency': 'VND', 'moved': True} True None\n")


def test_a_newer_schema_is_refused_with_the_one_fix(file: Path, folder: Path) -> None:
    """The message says what to do: update, or take another folder."""
    run(file, folder)
    with pytest.raises(DbNewer, match="Update Soi, or choose another data folder"):
        embedded_store(file)


@pytest.mark.parametrize("schema", [0, -1, True, 1.5, "1", None, []])
def test_a_schema_that_was_never_one_is_no_backup(file: Path, schema: object) -> None:
    """Right checksums say nothing about who wrote a file; no step leads from there."""
    store = embedded_store(file)
    tables = store.database.storage.read()
    forged = b"".join(snapshot.write(Snapshot(schema, 0, 5, tables)))  # type: ignore[arg-type]  # that is the point
    with pytest.raises(BadFile):
        store.restore(forged)
    assert store.settings.get().value == {"currency": "VND"}
    store.close()


# --- 0003: evidence out of the audits that were kept ----------------------------------------------------------


def old_store(tmp_path: Path) -> Path:
    """A store of schema 1 with two visits of a creator whose audits are kept, and an audit that cannot be read."""
    file = tmp_path / "old" / "soi.json"
    store = embedded_store(file, schema=1, steps={})
    for day, likes in enumerate((500, 900)):
        at = NOW + timedelta(days=day)
        found = judge(reading(posts=posts([likes] * 12)), now=at)
        visit = Visit(at, verdict="contact", audit_id=found.audit_id, model_version="2026.11.2")
        store.checks.add(Check("an.vi.o", visit, "17", audit=audit_of(found)))
    store.checks.add(Check("khac", Visit(NOW, audit_id="x"), audit={"now": 3, "facts": []}))
    store.close()
    return file


def test_the_last_kept_audit_becomes_the_creators_evidence(tmp_path: Path) -> None:
    """An update forgets nothing, visits stay as they were, and what cannot be read gives nothing."""
    store = embedded_store(old_store(tmp_path))
    state, other = store.creators.find("an.vi.o"), store.creators.find("khac")
    assert state is not None
    assert other is not None
    known = known_of(state.evidence)
    readings = {(post.likes.value, post.read_at) for post in known.posts.values() if post.likes}
    assert ({(900, NOW + timedelta(days=1))}, 24_000) == (readings, known.header["followers"][0].value)
    assert (["2026.11.2"] * 2, (None, None)) == (
        [visit.model_version for visit in state.visits],
        state.columns,
    )
    assert other.evidence is None
    assert 1 == len(store.backups())
    store.close()


def test_a_migrated_store_is_refused_by_the_version_before(tmp_path: Path) -> None:
    file = old_store(tmp_path)
    embedded_store(file).close()
    with pytest.raises(DbNewer):
        embedded_store(file, schema=1, steps={})
