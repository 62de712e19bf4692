"""The whole store is judged, not its parts: after a salvage, before backups give way, and at every restore."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from server.store.backups import KEPT
from server.store.documents import CREATORS, LISTED, SETTINGS, VISITS
from server.store.engine import frames, snapshot
from server.store.judging import VISIT
from server.store.records import Visit
from server.store.rules import collections
from server.store.tinydb import embedded_store
from server.store.whole import judge, kept_tables
from tests.store.conftest import Clock
from tests.store.stores import fill, names_on, opened, walk

PRICE = {"low": 5, "high": 6, "currency": "VND", "text": "5-6", "net": None}
HALF_GONE = (CREATORS, LISTED, VISITS)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed store, folded into its snapshot, with one whole backup."""
    file = tmp_path / "data" / "soi.json"
    store = opened(file)
    fill(store)
    store.keep_backup()
    store.compact()
    store.close()
    return file


def damage(file: Path, table: str) -> None:
    """One flipped bit in a frame that holds rows of ``table``; each row has a frame of its own here."""
    content = snapshot.read(file.read_bytes())
    assert content is not None
    pieces = [piece for piece in split(content) if piece]
    place = next(i for i, piece in enumerate(pieces) if b'[["%s"' % table.encode() in piece)
    broken = bytearray(pieces[place])
    broken[len(broken) // 2] ^= 1
    file.write_bytes(b"".join([*pieces[:place], bytes(broken), *pieces[place + 1 :]]))


def split(content: snapshot.Snapshot) -> list[bytes]:
    whole = list(snapshot.write(content))
    rows = [[name, int(i), doc] for name, docs in content.tables.items() for i, doc in docs.items()]
    return [whole[0], *(frames.encode([row]) for row in rows), whole[-1]]


@pytest.mark.parametrize("table", HALF_GONE)
def test_after_a_flipped_bit_nothing_points_to_nothing(file: Path, table: str) -> None:
    """Whatever row is lost, every page can be answered, the check of the whole is content, and the user is told."""
    damage(file, table)
    store = opened(file)
    walk(store)
    notice = store.notice()
    assert notice is not None
    assert (notice.missing, dict(store.loose())) == (1, {})
    assert notice.loose > 0 or table == VISITS
    assert notice.backup_id == store.backups()[0].id
    store.close()


def test_a_lost_place_of_the_list_is_made_again(file: Path) -> None:
    """The creator's own document says that it is listed: the entry does not vanish with its place."""
    store = opened(file)
    before = names_on(store)
    store.close()
    damage(file, LISTED)
    assert names_on(opened(file)) == before


def test_a_new_creator_inherits_nothing_after_damage(file: Path) -> None:
    """The highest id is remembered beside the rows: the row that was lost with the highest id has no heir."""
    content = snapshot.read(file.read_bytes())
    assert content is not None
    last = max(map(int, content.tables[CREATORS]))
    content.tables[CREATORS].pop(str(last))
    file.write_bytes(b"".join(snapshot.write(content)))  # right checksums: only the whole tells
    store = opened(file)
    store.entries.save("ai.do", {})
    state = store.creators.find("ai.do")
    assert state is not None
    (given,) = store.database.storage.memory.find(CREATORS, "username", "ai.do")
    assert (state.visits, given > last) == ((), True)
    store.close()


def test_ids_are_never_given_twice(file: Path) -> None:
    """Not after an erase, a restart, a wipe or a restore."""
    store = opened(file)
    given: list[int] = []
    backup = store.backups()[0].id
    steps: list[Callable[[], object]] = [
        lambda: store.erase("moi"),
        lambda: store.wipe(keep_devices=True),
        lambda: None,
    ]
    for step in steps:
        store.entries.save("moi", {})
        given += store.database.storage.memory.find(CREATORS, "username", "moi")
        step()
        store.erase("moi")
        store.close()
        store = opened(file)
    store.keep_backup()
    assert len(set(given)) == len(given)
    assert backup not in {kept.id for kept in store.backups()}
    store.close()


def test_rows_that_led_nowhere_before_this_version_are_found_at_the_start(file: Path) -> None:
    """A store that an older Soi had salvaged opens with every page whole, its files kept, and says so."""
    content = snapshot.read(file.read_bytes())
    assert content is not None
    content.tables[CREATORS].pop("1")
    file.write_bytes(data := b"".join(snapshot.write(content)))
    store = opened(file)
    walk(store)
    notice = store.notice()
    assert notice is not None
    assert notice.loose > 0
    assert data in [file.with_name(name).read_bytes() for name in notice.files]
    store.close()
    assert opened(file).notice() == notice


def test_a_store_that_is_not_whole_pushes_no_whole_backup_out(file: Path, clock: Clock) -> None:
    """A fortnight of daily backups of a broken store: every whole one is still there, and few broken ones."""
    store = embedded_store(file, now=clock)
    for day in range(KEPT):
        clock.forward(days=1)
        store.entries.save(f"day{day}", {})
        store.keep_backup()
    whole = {backup.id for backup in store.backups()}
    store.database.storage.run(
        lambda batch: batch.insert(VISITS, {"creator": 999, "at": "2026-11-23T09:00:00+00:00"})
    )
    for day in range(14):
        clock.forward(days=1)
        store.entries.save(f"broken{day}", {})
        store.keep_backup()
    kept = {backup.id for backup in store.backups()}
    assert (whole - kept, len(kept - whole)) == (set(), 2)
    assert dict(store.loose()) == {VISITS: 1}
    good = store.database.backups.newest_good()
    assert good is not None
    store.restore(good[0])
    assert dict(store.loose()) == {}
    store.close()


# --- judging one document -------------------------------------------------------------------------------------

WRONG: dict[str, Callable[[dict[str, Any]], Any]] = {
    "a name nobody can have": lambda t: t[CREATORS]["1"].update(handle="A b"),
    "a name of somebody else": lambda t: t[CREATORS]["1"].update(handle=t[CREATORS]["2"]["handle"]),
    "a number of somebody else": lambda t: t[CREATORS]["1"].update(profile_id=t[CREATORS]["2"]["profile_id"]),
    "an unknown status": lambda t: t[CREATORS]["1"]["entry"].update(status="maybe"),
    "a tag that is a number": lambda t: t[CREATORS]["1"]["entry"].update(tags=[5]),
    "a price below nothing": lambda t: t[CREATORS]["1"]["entry"].update(price=PRICE | {"low": -5}),
    "a price that ends before it begins": lambda t: t[CREATORS]["1"]["entry"].update(
        price=PRICE | {"low": 9}
    ),
    "a currency of no country": lambda t: t[CREATORS]["1"]["entry"].update(price=PRICE | {"currency": "XXX"}),
    "an amount without a currency": lambda t: t[CREATORS]["1"]["entry"].update(
        price=PRICE | {"currency": None}
    ),
    "sales below nothing": lambda t: t[CREATORS]["2"]["outcome"].update(sales=[-5, "VND"]),
    "a note that is a list": lambda t: t[CREATORS]["1"]["entry"].update(note=[]),
    "a note with half a character": lambda t: t[CREATORS]["1"]["entry"].update(note="\x00"),
    "a time beyond reckoning": lambda t: t[CREATORS]["1"].update(last_seen="9999-12-31T23:59:59+00:00"),
    "an unknown ruling": lambda t: t[CREATORS]["2"]["rulings"]["rate_high"].__setitem__(0, "guilty"),
    "a quality of six": lambda t: t[CREATORS]["2"]["outcome"].update(quality=6),
    "an unknown verdict": lambda t: t[VISITS]["1"].update(verdict="great"),
    "an unknown tier": lambda t: t[VISITS]["1"].update(tier="giant"),
    "a figure of texts": lambda t: t[VISITS]["1"].update(followers=["1", "2", "3"]),
    "more signs than rows": lambda t: t[VISITS]["1"]["follower_sample"].update(n_with_signs=41),
    "a sample without a size": lambda t: t[VISITS]["1"]["comment_sample"].pop("n"),
    "an unknown place in a list": lambda t: t[VISITS]["1"]["follower_sample"].update(position="end"),
    "a version that is a text": lambda t: t[SETTINGS]["1"].update(version="2"),
}


@pytest.fixture
def tables(tmp_path: Path) -> dict[str, Any]:
    store = embedded_store(tmp_path / "data" / "soi.json", now=Clock())
    fill(store)
    content = snapshot.read(b"".join(snapshot.write(store.database._present())))
    store.close()
    assert content is not None
    return {
        name: {str(i): doc for i, doc in enumerate(rows.values(), 1)} if name == VISITS else rows
        for name, rows in content.tables.items()
    }


@pytest.mark.parametrize("what", WRONG)
def test_a_value_that_the_api_would_not_take_is_no_part_of_a_whole(tables: dict[str, Any], what: str) -> None:
    """The fields of the API judge what lies on the disk."""
    assert dict(judge(tables).loose) == {}
    WRONG[what](tables)
    judged = judge(tables)
    assert dict(judged.loose) != {}
    assert dict(judge(judged.tables).loose) == {}


def test_every_field_and_every_table_is_judged() -> None:
    """A new field of a visit or a new table is judged from its first day."""
    assert set(VISIT) == set(Visit.__struct_fields__)
    assert set(collections()) == set(kept_tables()) | {"devices", "members", "notices"}


def test_judging_tells_how_far_it_is(tables: dict[str, Any]) -> None:
    """A large store shows progress instead of standing still."""
    told: list[tuple[int, int]] = []
    judge(tables, lambda done, total: told.append((done, total)))
    total = sum(len(rows) for rows in tables.values())
    assert told[-1] == (total, total)


def test_a_restore_tells_how_far_it_is(file: Path) -> None:
    """From the first row of the backup to the last."""
    told: list[tuple[int, int]] = []
    store = embedded_store(file, progress=lambda done, total: told.append((done, total)))
    store.restore(store.backups()[0].id)
    store.close()
    assert len(told) > 0
    assert all(done <= total for done, total in told)
    assert told[-1][0] == told[-1][1]
