"""The part of docs/scoring.md on samples of followers: what the part of the list that was read does to the figure."""

from __future__ import annotations

from typing import Any

_SHOWN_SIZES = (20, 100, 300)
_TEXT = """
## Samples of followers: coverage and position

Simulated by `scripts/simulate_positions.py` on labelled rows of SRF 2017, the model from one half, the list from the
other: a list of 10,000 with the newest on top, read from the top or at random. *Coverage* is how often the stated 95 %
interval holds the share where the rows were read; *bias* is the mean stated share minus that of the whole list, in
points. Over all {cells} cells of {low} to {high} rows the lowest coverage is {worst:.1%}.

The interval speaks for the part that was read. From the top it is right about the newest followers, and can be far off
for the whole list: purchases of late are overstated, old ones understated. That is why Soi always says which part it read.

| followers | share in the list | rows | read | share there | coverage | bias |
|---|---|---|---|---|---|---|
"""


def section(cells: list[dict[str, Any]]) -> str:
    """The section as Markdown, from the simulation's cells."""
    sizes = [cell["n"] for cell in cells]
    head = _TEXT.format(
        cells=len(cells), low=min(sizes), high=max(sizes), worst=min(cell["coverage"] for cell in cells)
    )
    rows = [_row(cell) for cell in cells if cell["n"] in _SHOWN_SIZES]
    return head + "\n".join(rows) + "\n"


def _row(cell: dict[str, Any]) -> str:
    return (
        f"| {cell['order']} | {cell['share']:.0%} | {cell['n']} | {cell['position']} | {cell['share_read']:.0%} "
        f"| {cell['coverage']:.1%} | {100 * cell['bias']:+.0f} |"
    )
