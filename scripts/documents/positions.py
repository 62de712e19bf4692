"""The part of docs/scoring.md on samples of followers: what the part of the list that was read does to the figure."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from server.samples.earlier import MAX_AGE, MAX_CHANGED
from server.samples.row_model import row_model

_SHOWN_SIZES = (20, 100, 300)
_SIZE = 100
_ROWS = """
## Rows of the followers list

One row is a photo, a handle and a full name. **No weight:** a year (also of the Buddhist era), a day and month, a lucky
or telephone number, one or two digits, dots, underscores, an x or z around a name, letters outside a-z, a missing name
beside a photo, and whatever was not shown. **Weight:** no photo, three or more other digits and their share of the
handle (fitted on SRF 2017, CC BY-SA 4.0, with two digits as a level of their own), letters drawn at random rather than
from names of eight naming cultures (pairs of letters, from lists of our own), runs of consonants, and what rows share:
one stem with other numbers, one pattern of odd letters and digits, a block without photo and name, far more rows without
a photo than lists have. A row shows signs from {threshold:g} log-odds on. SRF's rows held out (five folds, three seeds):
AUC {srf}.

The share of a list is Rogan and Gladen's estimate with Lang and Reiczigel's interval, at a sensitivity of {sensitivity:.0%}
± {sensitivity_spread:.0%} and a specificity of {specificity:.1%} ± {specificity_spread:.1%} between lists. A point value is
said only where the interval lies in one band (below 15, 15 to 30, above 30 %), a share above 15 % only where its lower
end is. **Bots with a photo, a name and an ordinary handle are not seen**: that is why clean rows lower no score.

Measured by `scripts/research/simulate_followers.py` on invented handles, {handles:,} each, made of names that stand in no table of
the model and with seeds that no choice has seen (`scripts/research/handles`). Rows with signs, each row by itself:

| ordinary people | with signs | | bots | with signs |
|---|---|---|---|---|
{handles_rows}

Lists of {size} rows, 10 to 40 % of the people with digits in their handle, bots of one to three kinds:

| bots | interval holds the share | within .15 of it | mean interval | low end over 5 % | "over 15 %" is said | one value is said |
|---|---|---|---|---|---|---|
{lists}
"""
_TEXT = """
## Samples of followers: coverage and position

Simulated by `scripts/research/simulate_positions.py` on invented followers (the judging half): a list of 10,000 with the newest on
top, read from the top or at random. *Coverage* is how often the stated 95 % interval holds the share where the rows were
read; *above* and *below* are how often it lies wholly above or below the share of the whole list. Over all {cells} cells
of {low} to {high} rows the lowest coverage is {worst:.1%}.

The interval speaks for the part that was read. From the top it is right about the newest followers, and can be far off
for the whole list: purchases of late are overstated, old ones understated. That is why Soi always says which part it read.

| followers | share in the list | rows | read | share there | coverage | above | below |
|---|---|---|---|---|---|---|---|
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
        f"| {cell['coverage']:.1%} | {cell['overstated']:.0%} | {cell['understated']:.0%} |"
    )


def rows_section(figures: dict[str, Any], srf: list[float]) -> str:
    """What one row and one list tell, from the figures of ``scripts/research/simulate_followers.py``."""
    model = row_model()
    pairs = zip_longest(figures["people"].items(), figures["bots"].items(), fillvalue=("", None))
    lists = [cell for cell in figures["lists"] if cell["n"] == _SIZE]
    return _ROWS.format(
        threshold=model.threshold,
        srf=" ".join(f"{auc:.3f}" for auc in srf),
        sensitivity=model.detector.sensitivity,
        sensitivity_spread=model.detector.sensitivity_spread,
        specificity=model.detector.specificity,
        specificity_spread=model.detector.specificity_spread,
        handles=figures["handles"],
        handles_rows="\n".join(f"| {a} | {_pct(x)} | | {b} | {_pct(y)} |" for (a, x), (b, y) in pairs),
        size=_SIZE,
        lists="\n".join(_list_row(cell) for cell in lists),
    )


def _list_row(cell: dict[str, Any]) -> str:
    ends = f"{cell['low']:.0%} to {cell['high']:.0%}"
    shares = (cell["low end over 5 %"], cell["over 15 % is said"], cell["value is said"])
    return (
        " | ".join(
            [
                f"| {cell['share']:.0%}",
                f"{cell['coverage']:.1%}",
                f"{cell['within .15']:.1%}",
                ends,
                *map(_pct, shares),
            ]
        )
        + " |"
    )


def _pct(share: float | None) -> str:
    return "" if share is None else f"{share:.1%}"
