"""What a start makes of the files it finds: whole, damaged, foreign, newer, older, or none."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.errors import BadSetting, DbNewer, StorageReadonly
from server.store import layout_of, open_store
from server.store.backups import KEPT
from server.store.engine.files import FileSystem
from server.store.migrations import SCHEMA
from server.store.store import Store
from server.store.tinydb import embedded_store
from tests.store.conftest import Clock

BEFORE = ["one", "two", "three"]
AFTER = ["four", "five", "six"]
Damage = Callable[[bytes], bytes]
DAMAGES: dict[str, Damage] = {
    "zeros": lambda _: b"\0" * 4096,
    "half": lambda good: good[: len(good) // 2],
    "empty": lambda _: b"",
    "trailing bytes": lambda good: good + b"more",
    "a whole foreign line": lambda good: good + b'{"json": true}\n',
    "one byte changed": lambda good: good[:-30] + bytes([good[-30] ^ 1]) + good[-29:],
    "last line missing": lambda good: good[: good[:-1].rindex(b"\n") + 1],
    "another program's file": lambda _: b'{"_default": {"1": {"username": "lan.anh"}}}',
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store with three entries in the snapshot, a backup of them, and three in the journal."""
    file = tmp_path / "data" / "soi.json"
    store = embedded_store(file)
    for name in BEFORE:
        store.entries.save(name, {"note": name * 20})
    store.compact()
    store.database.keep_backup()
    for name in AFTER:
        store.entries.save(name, {"note": name * 20})
    store.close()
    return file


def names(store: Store) -> set[str]:
    return {entry.username for entry in store.entries.all()}


@pytest.mark.parametrize("which", ["soi.json", "soi.json.journal"])
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_file_is_set_aside_unchanged_and_the_user_is_told(
    file: Path, which: str, damage: Damage
) -> None:
    """Renamed byte for byte; what verifies is kept; the newest good backup is offered until the user has decided."""
    damaged = file.with_name(which)
    data = damage(damaged.read_bytes())
    damaged.write_bytes(data)
    store = embedded_store(file)
    notice = store.notice()
    assert notice is not None
    assert notice.code == "db_set_aside"
    (aside,) = notice.files
    assert aside.startswith(f"{which}.corrupt-")
    assert file.with_name(aside).read_bytes() == data
    assert names(store) <= {*BEFORE, *AFTER}
    assert notice.recovered == len(store.entries.all())
    if which == "soi.json.journal":
        assert names(store) >= set(BEFORE)
    else:
        assert names(store) >= set(AFTER)
    assert (notice.backup_entries, notice.backup) == (3, store.stats().backups[0])
    store.entries.save("seven", {})
    kept = names(store)
    store.close()
    again = embedded_store(file)
    assert (names(again), again.notice()) == (kept, notice)
    again.restore(Path(notice.backup or ""))
    assert (names(again), again.notice()) == (set(BEFORE), None)
    again.close()


@pytest.mark.parametrize("which", ["soi.json", "soi.json.journal"])
def test_a_folder_in_place_of_a_file_is_set_aside(file: Path, which: str) -> None:
    """With what is in it."""
    file.with_name(which).unlink()
    file.with_name(which).mkdir()
    (file.with_name(which) / "mine.txt").write_text("keep")
    store = embedded_store(file)
    notice = store.notice()
    assert notice is not None
    assert (file.with_name(notice.files[0]) / "mine.txt").read_text() == "keep"
    store.dismiss_notice()
    assert store.notice() is None
    store.close()


@pytest.mark.parametrize("which", ["soi.json", "soi.json.journal"])
def test_a_missing_half_of_the_store_is_told(file: Path, which: str) -> None:
    """Snapshot or journal deleted by hand: nothing to set aside, but no silent loss."""
    file.with_name(which).unlink()
    store = embedded_store(file)
    notice = store.notice()
    assert notice is not None
    assert names(store) == set(BEFORE if which.endswith("journal") else AFTER)
    store.close()


def test_a_write_that_was_cut_off_before_it_was_acknowledged_is_no_damage(file: Path) -> None:
    """The end of a crash: half a frame beyond the last acknowledged write is dropped without a word."""
    journal = file.with_name("soi.json.journal")
    whole = journal.read_bytes()
    last = whole[whole[:-1].rindex(b"\n") + 1 :].replace(b"[6,", b"[7,")
    journal.write_bytes(whole + last[: len(last) // 2])
    store = embedded_store(file)
    assert (names(store), store.notice()) == ({*BEFORE, *AFTER}, None)
    store.close()
    assert journal.read_bytes() == whole


def test_damage_does_not_push_the_good_backups_out(file: Path, clock: Clock) -> None:
    """No automatic backup is taken of what was left, until the user has dismissed the notice."""
    file.write_bytes(b"")
    backups = sorted((file.parent / "backups").iterdir())
    for _ in range(3):
        clock.forward(days=2)
        store = embedded_store(file, now=clock)
        store.entries.save("new", {"note": str(clock.time)})
        store.close()
    assert sorted((file.parent / "backups").iterdir()) == backups


def test_a_newer_store_is_refused_and_not_touched(file: Path) -> None:
    """Byte for byte as it was, also when the newer store is damaged."""
    embedded_store(file, schema=SCHEMA + 1, steps={SCHEMA: dict}).close()
    for data in (file.read_bytes(), file.read_bytes()[:-10]):
        file.write_bytes(data)
        before = {path: path.read_bytes() for path in file.parent.glob("soi.json*") if path.suffix != ".lock"}
        with pytest.raises(DbNewer):
            embedded_store(file)
        after = {path: path.read_bytes() for path in file.parent.glob("soi.json*") if path.suffix != ".lock"}
        assert after == before


def test_an_older_store_is_copied_then_brought_up_to_date(file: Path) -> None:
    """Numbered steps run in order on the tables; a backup of the older schema is restored through them as well."""
    order = []

    def step(number: int) -> Callable[[dict[str, object]], dict[str, object]]:
        return lambda tables: order.append(number) or tables  # type: ignore[func-returns-value]  # notes and passes on

    backup = min((file.parent / "backups").iterdir())
    steps = {SCHEMA: step(1), SCHEMA + 1: step(2)}
    store = embedded_store(file, schema=SCHEMA + 2, steps=steps)  # type: ignore[arg-type]  # plain tables
    assert (names(store), order) == ({*BEFORE, *AFTER}, [1, 2])
    assert len(store.stats().backups) == 2
    store.restore(backup)
    assert (names(store), order) == (set(BEFORE), [1, 2, 1, 2])
    store.close()


def test_erase_names_the_damaged_files_that_may_still_hold_the_creator(file: Path) -> None:
    """They are the user's to keep or delete; those without the creator are not named."""
    journal = file.with_name("soi.json.journal")
    journal.write_bytes(journal.read_bytes()[:-30] + b"?" * 30)
    store = embedded_store(file)
    notice = store.notice()
    assert notice is not None
    assert store.erase("four").still_in == notice.files
    assert store.erase("one").still_in == ()
    store.close()


def test_left_over_temporary_files_are_swept(file: Path) -> None:
    """A process killed between writing and renaming leaves them."""
    for path in (file.with_name("soi.json.tmp"), file.parent / "backups" / "soi.json.1.tmp"):
        path.write_text("half")
    embedded_store(file).close()
    assert not list(file.parent.rglob("*.tmp"))


def test_windows_waits_for_a_virus_scanner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Replacing a file that somebody reads fails there for a moment; other errors are passed on at once."""
    for name in ("new", "old"):
        (tmp_path / name).write_text(name)
    replace, tries = os.replace, []

    def busy(source: Path, target: Path) -> None:
        tries.append(source)
        if len(tries) < 4:
            error = PermissionError("busy")
            error.winerror = (5, 32, 33)[len(tries) - 1]  # type: ignore[attr-defined]  # only Windows has it
            raise error
        replace(source, target)

    monkeypatch.setattr("server.store.engine.files.os.replace", busy)
    monkeypatch.setattr("server.store.engine.files.time.sleep", lambda _: None)
    FileSystem().replace(tmp_path / "new", tmp_path / "old")
    assert ((tmp_path / "old").read_text(), len(tries)) == ("new", 4)
    with pytest.raises(FileNotFoundError):
        FileSystem().replace(tmp_path / "new", tmp_path / "old")
    assert len(tries) == 5


# --- automatic backups ---------------------------------------------------------------------------------------


def test_backups_are_taken_daily_and_rotated(tmp_path: Path, clock: Clock) -> None:
    """One a day if something changed, the newest KEPT stay; a clock set back neither stops nor reorders them."""
    file = tmp_path / "soi.json"
    for number in range(KEPT + 4):
        store = embedded_store(file, now=clock)
        store.entries.save(f"creator{number}", {})
        store.close()
        clock.forward(days=1 if number < 5 else -40)
    store = embedded_store(file, now=clock)
    backups = [Path(path).name for path in store.stats().backups]
    assert len(backups) == KEPT
    newest = max(int(name.split(".")[2]) for name in backups)
    assert int(backups[0].split(".")[2]) == newest == store.stats().sequence
    store.close()
    again = embedded_store(file, now=clock)
    assert [Path(path).name for path in again.stats().backups] == backups
    again.close()


# --- addresses -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("tinydb:///home/a/soi", "/home/a/soi/soi.json"),
        ("tinydb:////home/a/soi", "/home/a/soi/soi.json"),
        ("tinydb:///home/a/list.json", "/home/a/list.json"),
        ("tinydb:///home/a b#c%20d?e/soi", "/home/a b#c%20d?e/soi/soi.json"),
        ("sqlite:///home/a/soi", "/home/a/soi/soi.sqlite"),
        ("sqlite:///home/a/team.db", "/home/a/team.db"),
    ],
)
def test_a_url_names_a_folder_or_a_file(url: str, file: str) -> None:
    """Three slashes and an absolute path, with any character in it."""
    assert layout_of(url).snapshot == Path(file)


@pytest.mark.parametrize(
    "url", ["", "tinydb://", "tinydb:///", "tinydb://host/path", "mysql:///x", "/home/a"]
)
def test_an_unknown_store_says_what_to_write(url: str) -> None:
    """The message holds the fix."""
    with pytest.raises(BadSetting, match="tinydb:///PATH"):
        open_store(url)


# --- reading beside a server ---------------------------------------------------------------------------------


def test_read_only_reads_beside_the_owner_and_writes_nothing(file: Path) -> None:
    """For `soi shortlist list` while the server runs."""
    owner = embedded_store(file)
    before = {path: path.read_bytes() for path in file.parent.rglob("*") if path.is_file()}
    reader = embedded_store(file, read_only=True)
    assert reader.entries.all() == owner.entries.all()
    assert not reader.stats().writable
    with pytest.raises(StorageReadonly):
        reader.entries.save("x", {})
    with pytest.raises(StorageReadonly):
        reader.erase("one")
    reader.close()
    assert {path: path.read_bytes() for path in file.parent.rglob("*") if path.is_file()} == before
    owner.close()


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
def test_a_folder_that_may_only_be_read_opens_for_reading(
    file: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A read-only mount or somebody else's folder; but a folder that cannot even be made is an error."""

    def refuse(*_: object) -> None:
        raise OSError(number, "injected")

    monkeypatch.setattr("server.store.engine.locking.FileLock.acquire", refuse)
    store = embedded_store(file)
    assert (names(store), store.stats().writable) == ({*BEFORE, *AFTER}, False)
    store.close()
    monkeypatch.setattr(FileSystem, "make_folder", refuse)
    with pytest.raises(StorageReadonly):
        embedded_store(file.parent / "new" / "soi.json")


def test_read_only_waits_out_a_compaction(file: Path) -> None:
    """Snapshot and journal of different generations are read again, not taken for damage."""
    owner = embedded_store(file)
    old_journal = file.with_name("soi.json.journal").read_bytes()

    class CompactedBetween(FileSystem):
        reads = 0

        def read(self, path: Path) -> bytes:
            self.reads += 1
            data = super().read(path)
            if self.reads == 1:  # the snapshot is read: now the owner compacts and goes on
                owner.compact()
                owner.entries.save("seven", {})
            return data

    reader = embedded_store(file, read_only=True, files=CompactedBetween())
    assert old_journal != file.with_name("soi.json.journal").read_bytes()
    assert (names(reader), reader.notice()) == ({*BEFORE, *AFTER, "seven"}, None)
    owner.close()


# --- growth --------------------------------------------------------------------------------------------------


def test_a_visit_costs_less_than_two_kilobytes(tmp_path: Path, clock: Clock) -> None:
    """A full audit of 12 posts with each visit, all history kept: what stays on the disk after compaction."""
    from server.store.records import Check, Figure, Visit  # noqa: PLC0415 - this test alone needs them

    count = {"value": 1234, "low": 1200, "high": 1249, "exact": False, "source": "response", "raw": "1,2K"}
    store = embedded_store(tmp_path / "soi.json", now=clock)
    for day in range(60):
        figure = Figure(12_345 + day, 12_300 + day, 12_399 + day)
        visit = Visit(
            datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day),
            verdict="look_closer",
            tier="micro",
            followers=figure,
            following=figure,
            post_count=figure,
            engagement_rate=Figure(3.14159, 2.9, 3.5),
            engagement_score=61.5,
            n_posts=12,
            suspicion=Figure(33.3, 20.0, 50.0),
            model_version="2026.1",
            capture_digest=f"{day:064x}",
            audit_id=f"{day:032x}",
        )
        posts = [
            {"shortcode": f"C{day}{n}", "likes": count | {"value": n * day}, "comments": count}
            for n in range(12)
        ]
        store.checks.add(Check("lan.anh", visit, profile_id="7", audit={"facts": {"posts": posts}}))
    store.compact()
    assert (tmp_path / "soi.json").stat().st_size / 60 < 2_000
    store.close()
