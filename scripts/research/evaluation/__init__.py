"""Tasks of ``scripts/research/evaluate.py``: every module of this folder that has ``TASKS`` adds its tasks by name."""

from __future__ import annotations

import csv
import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
MAX_CELL = 10_000_000
SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file as text; cells that a short line lacks are empty."""

    path: Path
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]

    def numbers(self, name: str) -> Floats:
        """Shape (n,): the column as numbers; NaN for an empty or unreadable cell, and where there is no column."""
        return np.array([number(row.get(name, "")) for row in self.rows], np.float64)


@dataclass(frozen=True, slots=True)
class Predictions:
    """One entry a row, in the order of the table."""

    score: Floats
    """Higher is more suspicious; finite."""
    decided: NDArray[np.bool_]
    """Rows called positive: what F1 and accuracy are computed on."""
    probability: Floats | None = None
    """Between 0 and 1, holding at ``prior``; None where the score is no probability."""
    prior: float = 0.5
    verdict: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a task without 0/1 labels writes and says."""

    columns: Mapping[str, Sequence[object]]
    """The columns of the output by name, one entry a row."""
    said: str
    """What is printed."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the shipped model has to do with a table."""

    fitted: NDArray[np.bool_]
    """One entry a row: it was part of the fit."""
    held_out: str
    """The measures on rows that were not, by cross-validation."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to evaluate."""

    about: str
    label: str
    """Column with the truth (0 or 1), optional in the file; "" where there is no such truth."""
    predict: Callable[[Table], Predictions] | None
    """None for a task that answers otherwise."""
    columns: tuple[str, ...]
    """Columns it can score from; a file with none of them is not for this task."""
    group: str | None = None
    """Column of rows that belong together, resampled as one."""
    provenance: Callable[[Table], Provenance] | None = None
    """Which rows the shipped model was fitted on; None where one row cannot be told from another."""
    answer: Callable[[Table], Answer] | None = None
    """In place of ``predict``: columns of its own."""

    def predictions(self, table: Table) -> Predictions:
        """The scores of a task that has them."""
        if self.predict is None:
            raise TypeError("this task gives no scores")
        return self.predict(table)


def tasks() -> dict[str, Task]:
    """All tasks by name."""
    found: dict[str, Task] = {}
    for module in pkgutil.iter_modules(__path__):
        found |= getattr(importlib.import_module(f"{__name__}.{module.name}"), "TASKS", {})
    return dict(sorted(found.items()))


def read_table(path: Path) -> Table:
    """Read ``path``: UTF-8 with or without BOM, undecodable bytes replaced, empty lines left out.

    Cells are separated by whichever of comma, semicolon and tab is the most frequent in the header.
    """
    csv.field_size_limit(MAX_CELL)
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as handle:
        lines = (line.replace("\0", "") for line in handle)
        header = next(lines, "")
        reader = csv.DictReader(chain([header], lines), restkey="", restval="", delimiter=separator(header))
        columns = tuple((name or "").strip() for name in reader.fieldnames or ())
        reader.fieldnames = list(columns)
        rows = tuple({name: row[name] or "" for name in columns} for row in reader)
    return Table(path, columns, rows)


def separator(header: str) -> str:
    """The mark that parts the names of ``header``; a comma where there is only one name."""
    return max(SEPARATORS, key=header.count)


def number(text: str) -> float:
    """``text`` as a finite number, else NaN."""
    try:
        value = float(text)
    except ValueError:
        return float("nan")
    return value if np.isfinite(value) else float("nan")
