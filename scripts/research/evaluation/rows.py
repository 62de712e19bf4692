"""Rows of one followers list, judged together: a score and signs each, and the share that the whole file points to."""

from __future__ import annotations

import json
from typing import Any

from scripts.research.evaluation import Answer, Table, Task
from server.facts import FollowerRow
from server.samples.followers import scored_rows, tally

READS = ("username", "full_name", "has_photo", "is_verified")
FLAGS = {"1": True, "0": False, "true": True, "false": False, "1.0": True, "0.0": False}


def answer(table: Table) -> Answer:
    """``score`` (higher is more like a bought account) and ``signs`` (0/1); says one JSON line about the file."""
    rows = [_row(row) for row in table.rows]
    found = scored_rows(rows)
    columns: dict[str, list[object]] = {
        "score": [one.points for one in found],
        "signs": [int(one.has_signs) for one in found],
    }
    return Answer(columns, json.dumps(_whole(rows)))


def _row(row: Any) -> FollowerRow:
    """Cells that are missing or unreadable are not known; an empty full name is one."""
    has_photo, is_verified = (FLAGS.get(row.get(name, "").strip().lower()) for name in READS[2:])
    name = row.get("username", "").strip().lstrip("@").lower()
    return FollowerRow(name, row.get("full_name"), has_photo, is_verified)


def _whole(rows: list[FollowerRow]) -> dict[str, Any]:
    """The file as one sample; the share is null where there are no rows."""
    whole = tally(rows)
    share = whole.suspicious
    shown = None if share is None else {"low": share.low, "high": share.high, "value": share.value}
    return {"rows": whole.n, "signs": whole.n_with_signs, "share": shown}


TASKS = {"rows": Task("rows of a followers list, and the list as a whole", "", None, READS, answer=answer)}
