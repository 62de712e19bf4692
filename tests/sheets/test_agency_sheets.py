"""Two dozen kinds of agency sheets: everybody is found, nearly every cell, and nobody is called after a label."""

from __future__ import annotations

from typing import Any

import pytest

import tests.sheets.tracker_sheets
import tests.sheets.working_sheets  # noqa: F401 - both add their kinds
from server.exports import any_file
from server.sheet_import.choices import ImportChoice
from server.sheet_import.handles import LABELS
from server.sheet_import.reading import Person, read
from server.sheet_import.turning import turned
from tests.sheets.agency_sheets import KINDS
from tests.sheets.test_kept import cell_of


def found_in(data: bytes) -> dict[str, list[Person]]:
    people: dict[str, list[Person]] = {}
    for table in read(turned(any_file.read(data)), ImportChoice(), "VND"):
        for person in table.people:
            people.setdefault(person.username, []).append(person)
    return people


def cells_of(rows: list[Person], right: dict[str, Any]) -> dict[str, Any]:
    """What the rows of one creator hold together."""
    held: dict[str, Any] = {}
    for kind, value in right.items():
        read_ = [_named(row) if kind == "name" else cell_of(row, kind, value) for row in rows]
        held[kind] = value if value in read_ else read_
    return held


def _named(person: Person) -> Any:
    return person.values.changes.get("full_name")


@pytest.mark.parametrize("name", KINDS)
def test_a_sheet_is_read_as_its_owner_reads_it(name: str) -> None:
    """Everybody and nobody else, and every cell where it belongs."""
    make, right = KINDS[name]
    people = found_in(make())
    assert right == {username: cells_of(rows, right.get(username, {})) for username, rows in people.items()}


@pytest.mark.parametrize("name", KINDS)
def test_nobody_is_called_after_a_label(name: str) -> None:
    """A creator called "link" is worse than none."""
    assert not LABELS & {username.rpartition(":")[2] for username in found_in(KINDS[name][0]())}
