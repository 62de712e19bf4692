"""The part of docs/scoring.md on samples of followers: what the part of the list that was read does to the figure."""

from __future__ import annotations

from typing import Any

from server.samples.earlier import MAX_AGE, MAX_CHANGED

_SHOWN_SIZES = (20, 100, 300)
_TEXT = """
## Samples of followers: coverage and position

Simulated by `scripts/simulate_positions.py` on labelled rows of SRF 2017, the model from one half, the list from the
other: a list of 10,000 with the newest on top, read from the top or at random. *Coverage* is how often the stated 95 %
interval holds the share where the rows were read; *bias* is the mean stated share minus that of the whole list, in
points. Over all {cells} cells of {low} to {high} rows the lowest coverage is {worst:.1%}.

The interval speaks for the part that was read. From the top it is right about the newest followers, and can be far off
for the whole list: purchases of late are overstated, old ones understated. That is why Soi always says which part it read.
The stated share itself leans towards the middle: never beyond the middle of its interval, it understates a share of half
by 8 to 14 points, also from random rows, and by more beyond that: the sign's weight follows it and accuses late. The
verdict's own rule looks at the lower end.

| followers | share in the list | rows | read | share there | coverage | bias |
|---|---|---|---|---|---|---|
"""
_EARLIER = """
## Samples of an earlier visit

A check that reads no sample, or a smaller one, is judged by that of an earlier visit for up to {days} days: the newest
full one, else the largest. It is used whole, since only counts are left of it and nobody could tell who is in both. Of
a list that has grown by a share *c* since, the interval from *low* to *high* becomes *low (1 - c)* to *high (1 - c) + c*;
of one that has shrunk, *(low - c) / (1 - c)* to *high / (1 - c)*: those who came or went may be all or none of the
suspicious ones (bounds without an assumption, Manski 1990). *c* is what the two counts of followers prove beyond their
rounding; whoever came in place of others who left is not in it. Beyond {part:.0%} the sample is not used. Nothing else of
it decays, and its date is said with the verdict.
"""


def section(cells: list[dict[str, Any]]) -> str:
    """The section as Markdown, from the simulation's cells."""
    sizes = [cell["n"] for cell in cells]
    head = _TEXT.format(
        cells=len(cells), low=min(sizes), high=max(sizes), worst=min(cell["coverage"] for cell in cells)
    )
    rows = [_row(cell) for cell in cells if cell["n"] in _SHOWN_SIZES]
    earlier = _EARLIER.format(days=MAX_AGE.days, part=MAX_CHANGED)
    return head + "\n".join(rows) + "\n" + earlier


def _row(cell: dict[str, Any]) -> str:
    return (
        f"| {cell['order']} | {cell['share']:.0%} | {cell['n']} | {cell['position']} | {cell['share_read']:.0%} "
        f"| {cell['coverage']:.1%} | {100 * cell['bias']:+.0f} |"
    )
