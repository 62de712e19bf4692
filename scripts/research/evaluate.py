"""Score every row of a file and, where the file has labels, say how good the scores are.

python scripts/research/evaluate.py TASK --in FILE.csv --out PREDICTIONS.csv [--prior SHARE] [--json FILE]

PREDICTIONS has one row for each row of FILE, in the same order: score (higher is more suspicious) and, for
creators, the verdict; rows and texts have columns of their own. Extra columns are ignored, missing ones and empty cells count as unknown; a file with none of
the task's columns is refused with exit status 2. Cells are separated by commas, semicolons or tabs.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scripts.research.evaluation import Predictions, Provenance, Table, Task, read_table, tasks  # noqa: E402 - needs the root above
from scripts.research.evaluation.measures import Measured, Truth, at_prior, measure  # noqa: E402 - needs the root above


def write_predictions(path: Path, found: Predictions) -> None:
    """Scores in the shortest form that reads back to the same number, and the verdict where there is one."""
    columns: dict[str, Sequence[object]] = {"score": found.score.tolist()}
    write_columns(path, columns if found.verdict is None else columns | {"verdict": found.verdict})


def write_columns(path: Path, columns: Mapping[str, Sequence[object]]) -> None:
    """One line a row."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))


def labelled(
    table: Table, task: Task, found: Predictions, prior: float
) -> tuple[Truth, list[str] | None] | None:
    """The rows whose label is 0 or 1, restated at ``prior``, with their groups; None where there are none."""
    label = table.numbers(task.label)
    rows = np.flatnonzero((label == 0) | (label == 1))
    if not len(rows):
        return None
    probability = None if found.probability is None else at_prior(found.probability, found.prior, prior)
    truth = Truth(label == 1, found.score, found.decided, probability, prior).take(rows)
    if task.group is None or task.group not in table.columns:
        return truth, None
    return truth, [table.rows[row][task.group] or f"row {row}" for row in rows]


def report(truth: Truth, found: dict[str, Measured]) -> str:
    """The measures as lines."""
    lines = [f"{len(truth.y)} labelled rows, {int(truth.y.sum())} positive; 95 % bootstrap intervals"]
    if truth.probability is not None:
        lines.append(f"Brier and ECE at a stated prior of {truth.prior:.3f} (rows reweighted to it)")
    lines += [f"{name:12} {m.value:7.4f}  [{m.low:.4f}, {m.high:.4f}]" for name, m in found.items()]
    return "\n".join(lines)


def read_for(task: Task, path: Path) -> Table:
    """The file; exits with status 2 where it has none of the columns that ``task`` reads."""
    table = read_table(path)
    if not set(task.columns) & set(table.columns):
        wanted, there = ", ".join(task.columns), ", ".join(table.columns) or "none"
        print(f"error: {path} has none of the columns {wanted}; its columns: {there}", file=sys.stderr)
        raise SystemExit(2)
    return table


def seen_before(origin: Provenance | None) -> str:
    """A warning where rows were part of the fit; "" where none was."""
    if origin is None or not origin.fitted.any():
        return ""
    return (
        f"{int(origin.fitted.sum())} of {len(origin.fitted)} rows have a text that the model was fitted on:"
        f" figures on them flatter it.\nGrouped cross-validation on the fit's own rows gave {origin.held_out}."
    )


def arguments(names: dict[str, Task]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "task", choices=names, help="; ".join(f"{name}: {task.about}" for name, task in names.items())
    )
    parser.add_argument("--in", dest="source", type=Path, required=True, metavar="FILE.csv")
    parser.add_argument("--out", type=Path, required=True, metavar="PREDICTIONS.csv")
    parser.add_argument("--prior", type=float, help="share of positives at which Brier and ECE are stated")
    parser.add_argument("--json", type=Path, help="also write the measures here")
    chosen = parser.parse_args()
    if chosen.prior is not None and not 0 < chosen.prior < 1:
        parser.error("--prior is a share between 0 and 1")
    if not chosen.source.is_file():
        parser.error(f"{chosen.source} is not a file")
    return chosen


def main() -> None:
    names = tasks()
    chosen = arguments(names)
    task = names[chosen.task]
    table = read_for(task, chosen.source)
    if task.answer is not None:
        given = task.answer(table)
        write_columns(chosen.out, given.columns)
        print(given.said)
        return
    found = task.predictions(table)
    write_predictions(chosen.out, found)
    origin = None if task.provenance is None else task.provenance(table)
    if warning := seen_before(origin):
        print(warning)
    known = labelled(table, task, found, chosen.prior or found.prior)
    if known is None:
        print(f"{len(table.rows)} rows scored; the file has no column {task.label} with 0 and 1 in it.")
        return
    truth, groups = known
    measures = measure(truth, groups)
    print(report(truth, measures))
    if chosen.json is not None:
        figures = {"n": len(truth.y), "positive": int(truth.y.sum()), "prior": truth.prior}
        if origin is not None:
            figures["rows_of_the_fit"] = int(origin.fitted.sum())
        content = figures | {name: asdict(m) for name, m in measures.items()}
        chosen.json.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
