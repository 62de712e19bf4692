"""The storage rows of the shared list of bad inputs: each has its own test here or beside; this holds the codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server import errors

pytestmark = pytest.mark.corpus

TESTED_IN = {
    "db_set_aside": "test_opening.py: damaged files, folders in their place, missing halves",
    "already_running": "faults/test_processes.py: a second server",
    "disk_full": "faults/test_processes.py and test_power_cut.py: a limit of size, and every operation",
    "port_in_use": "the tests of the server's start",
    "": "faults: kills, power cuts, private files",
}


def test_every_storage_row_has_its_error(corpus: Path) -> None:
    """Code and status are the ones that the list expects, and no row is of a kind that nobody tests."""
    lines = (corpus / "bad_inputs.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row.get("area") == "storage"]
    assert rows
    by_code = {
        error.code: error
        for error in vars(errors).values()
        if isinstance(error, type) and hasattr(error, "code")
    }
    for row in rows:
        expected = row["expect"]
        assert expected["error_code"] in TESTED_IN, row["id"]
        if expected["error_code"] and 0 not in expected["status_in"]:
            assert by_code[expected["error_code"]].http_status in expected["status_in"], row["id"]
