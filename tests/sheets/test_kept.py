"""Two dozen invented lists of as many shapes, with what a person reads in them (kept/truth.json).

They were written before the code was looked at, and measured before it was mended: of the second dozen all 49 people
and 92 % of the cells were right at first sight.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from server.exports import csv_import, workbook
from server.exports.columns import status_of
from server.sheet_import.choices import ImportChoice
from server.sheet_import.reading import Person, read
from server.store.contacts import EntryContacts

KEPT = Path(__file__).with_name("kept")
TRUTH: dict[str, dict[str, dict[str, Any]]] = json.loads((KEPT / "truth.json").read_text("utf-8"))


def cell_of(person: Person, kind: str, right: Any) -> Any:
    """What was read of one cell: ``right`` where it holds that, else all that there is."""
    changes, price = person.values.changes, person.values.price.price
    contacts: EntryContacts = changes.get("contacts", EntryContacts())
    own = [*changes.get("extra", {}).values(), *changes.get("dates", {}).values()]
    held: dict[str, list[Any]] = {
        "price": [price.low if price else None],
        "asked_text": [right] if price and price.low is None and str(right) in price.text else [price],
        "asked": [other.low for other in person.values.price.others],
        "phone": [*contacts.phones, *contacts.zalo],
        "email": [*contacts.emails],
        "address": [contacts.address],
        "note": [right] if str(right) in str(changes.get("note")) else [changes.get("note")],
        "group": [*changes.get("tags", ())],
        "owner": [changes.get("owner")],
        "stage": [changes.get("stage")],
        "status": [right] if _says(changes, str(right)) else [changes.get("status"), changes.get("stage")],
        "date": [right] if any(day.endswith(str(right)) for day in own) else own,
        "air": own,
        "extra": [*own, *changes.get("tags", ()), *str(changes.get("note")).splitlines()],
    }
    return right if right in held[kind] else held[kind]


def _says(changes: dict[str, Any], word: str) -> bool:
    """A word of the product is the status; any other one is kept beside the status that it means."""
    return "status" in changes and (changes.get("stage") == word or changes["status"] == status_of(word))


@pytest.mark.parametrize("name", sorted(TRUTH))
def test_a_list_is_read_as_a_person_reads_it(name: str) -> None:
    """Everybody, nobody else, and every cell where it belongs."""
    data = (KEPT / name).read_bytes()
    book = workbook.read(data) if workbook.is_workbook(data) else csv_import.read(data)
    tables = read(book, ImportChoice(), "VND")
    found = {person.username: person for table in reversed(tables) for person in reversed(table.people)}
    right = TRUTH[name]
    actual = {
        username: {kind: cell_of(person, kind, cell) for kind, cell in right.get(username, {}).items()}
        for username, person in found.items()
    }
    assert right == actual
