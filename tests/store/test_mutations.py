"""Seeded mutations of snapshot and journal: the store opens, loses nothing silently, and nothing points to nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from server.errors import DbNewer
from server.store.documents import AUDITS, CREATORS, LISTED, VISITS
from server.store.engine import frames, journal, snapshot
from server.store.store import Store
from tests.forging import change_one_value
from tests.store.stores import fill, opened, walk

KEPT_TABLES = (CREATORS, LISTED, VISITS, AUDITS)
Mutation = Callable[[random.Random, bytes], bytes]


def flip(dice: random.Random, data: bytes) -> bytes:
    """One to four bits."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def cut(dice: random.Random, data: bytes) -> bytes:
    return data[: dice.randrange(len(data))]


def hole(dice: random.Random, data: bytes) -> bytes:
    start = dice.randrange(len(data))
    end = min(len(data), start + dice.randint(1, 4_096))
    return data[:start] + bytes(end - start) + data[end:]


def without_a_line(dice: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    del lines[dice.randrange(len(lines))]
    return b"".join(lines)


def twice_a_line(dice: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    place = dice.randrange(len(lines))
    return b"".join([*lines[:place], lines[place], *lines[place:]])


def swapped(dice: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    dice.shuffle(lines)
    return b"".join(lines)


def one_value(dice: random.Random, data: bytes) -> bytes:
    """A frame with another value and a right checksum."""
    lines = data.splitlines(keepends=True)
    place = dice.randrange(len(lines))
    values = frames.scan(lines[place]).values
    if values:
        lines[place] = frames.encode(change_one_value(dice, values[0]))
    return b"".join(lines)


MUTATIONS: tuple[Mutation, ...] = (flip, cut, hole, without_a_line, twice_a_line, swapped, one_value)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Snapshot and journal of one store, both with something of everything; rows of the snapshot in many frames."""
    file = tmp_path_factory.mktemp("whole") / "soi.json"
    store = opened(file)
    fill(store, 6)
    store.compact()
    fill_again(store)
    store.close()
    content = snapshot.read(file.read_bytes())
    assert content is not None
    whole = list(snapshot.write(content))
    rows = [[name, int(i), doc] for name, docs in content.tables.items() for i, doc in docs.items()]
    chunks = [frames.encode(rows[i : i + 4]) for i in range(0, len(rows), 4)]
    named = {path.name: path.read_bytes() for path in file.parent.iterdir() if path.is_file()}
    return named | {"soi.json": b"".join([whole[0], *chunks, whole[-1]])}


def fill_again(store: Store) -> None:
    for number in range(6):
        store.entries.save(f"moi.{number}", {"note": "mới", "tags": ("b",)})
    store.erase("moi.5")
    store.entries.save("moi.4", {"status": "contacted"})
    store.entries.delete("moi.3")
    store.entries.save("cuoi", {})


def state(store: Store) -> dict[tuple[str, str], object]:
    """Every document that is the user's."""
    tables = store.database.storage.memory.tables
    return {(table, i): doc for table in KEPT_TABLES for i, doc in tables.get(table, {}).items()}


def run(files: dict[str, bytes], folder: Path, rounds: int, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - the same mutations every time
    whole = look(files, folder / "whole")
    highest = max(int(i) for table, i in whole if table == CREATORS)
    for number in range(rounds):
        mutation, name = dice.choice(MUTATIONS), dice.choice(("soi.json", "soi.json.journal"))
        mutated = files | {name: mutation(dice, files[name])}
        what = f"seed {seed}, round {number}: {mutation.__name__} of {name}"
        home = folder / str(number)
        put(mutated, home)
        try:
            store = opened(home / "soi.json")
        except DbNewer:
            assert mutation is one_value, what  # the schema itself: refused, and nothing was touched
            continue
        try:
            if mutation is not one_value:  # a value with a right checksum is judged with the next backup
                walk(store)
                assert dict(store.loose()) == {}, what
            lost = [key for key in whole if key not in state(store)]
            if mutation is one_value and len(state(store)) == len(whole):
                lost = []  # a row under another id is there
            assert not lost or store.notice() is not None, f"{what}: silently lost {lost}"
            store.entries.save("moi.moi", {})
            (given,) = store.database.storage.memory.find(CREATORS, "username", "moi.moi")
            known = store.creators.find("moi.moi")
            assert known is not None
            assert known.visits == (), what
            assert given not in {int(i) for table, i in whole if table == CREATORS}, (
                f"{what}: {given} of {highest}"
            )
        finally:
            store.close()


def put(files: dict[str, bytes], home: Path) -> None:
    home.mkdir()
    for name, data in files.items():
        (home / name).write_bytes(data)


def look(files: dict[str, bytes], home: Path) -> dict[tuple[str, str], object]:
    put(files, home)
    store = opened(home / "soi.json")
    found = state(store)
    store.close()
    return found


def test_mutated_files_open_whole_and_lose_nothing_silently(files: dict[str, bytes], tmp_path: Path) -> None:
    """500 mutations, the same every time: bytes, lines, and values with right checksums."""
    run(files, tmp_path, 500, seed=1)


@pytest.mark.long
def test_many_mutated_files_open_whole_and_lose_nothing_silently(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    """Ten times as many, with other dice."""
    for seed in range(2, 12):
        (tmp_path / str(seed)).mkdir()
        run(files, tmp_path / str(seed), 500, seed)


def test_a_frame_is_found_in_linear_time() -> None:
    """Lines that each claim to reach to the end of the file are read once, not once each."""
    line = b"%08x %08x \n" % (0, 0)
    data = b"no frame\n" + line * 200_000
    assert frames.scan(data).all_values == ()
    assert journal.read(data) is None
