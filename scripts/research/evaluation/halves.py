"""Two halves of a labelled set: one that choices may be made on, one that only judges them.

By a hash of each row's id, so that an account and everything made from it under one id stays on one side. The
semi-synthetic set does not say which influencer a row was made from; its rows are told apart by their own id.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from scripts.research.evaluation import Table


def is_judging(identity: str) -> bool:
    """Whether the row of this id is never looked at while a weight is chosen."""
    return sha256(identity.encode("utf-8")).digest()[0] % 2 == 1


def half(table: Table, column: str, *, judging: bool) -> Table:
    """The rows of one half, in their order."""
    kept = tuple(row for row in table.rows if is_judging(row.get(column, "")) is judging)
    return replace(table, rows=kept)
