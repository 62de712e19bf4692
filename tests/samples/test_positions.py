"""The simulation of positions: its lists are what they claim, and its figures keep the promise of the interval."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from scripts.research.simulate_positions import ORDERS, SHARES, SIZES, _chances, simulate

ROOT = Path(__file__).resolve().parents[2]
CELLS: list[dict[str, Any]] = json.loads((ROOT / "docs" / "figures" / "positions.json").read_text("utf-8"))


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("share", SHARES)
def test_a_list_has_the_share_it_is_made_for(order: str, share: float) -> None:
    """On average over all places, in every order; bought lately falls from the top, long ago rises."""
    chances = _chances(ORDERS[order], share)
    assert chances.mean() == pytest.approx(share, abs=0.001)
    slope = {"spread evenly": 0, "bought lately": -1, "bought long ago": 1}[order]
    assert np.sign(round(float(chances[-1] - chances[0]), 6)) == slope


def test_the_recorded_coverage_is_at_least_93_percent() -> None:
    """For 20 to 300 rows, from the top and at random, in every order and share."""
    seen = {(c["order"], c["position"], c["n"], c["share"]) for c in CELLS}
    wanted = {(o, p, n, s) for o in ORDERS for p in ("top", "random") for n in SIZES for s in SHARES}
    assert seen == wanted
    assert [] == [cell for cell in CELLS if cell["coverage"] < 0.93]


def test_only_the_position_misleads_about_the_whole_list() -> None:
    """Random rows and evenly spread lists seldom miss the share of the whole list; the top of a bought list often."""
    missed = {True: [], False: []}  # type: dict[bool, list[float]]
    for cell in CELLS:
        from_a_bought_top = cell["position"] == "top" and cell["order"] != "spread evenly"
        missed[from_a_bought_top].append(cell["overstated"] + cell["understated"])
    assert (max(missed[False]) < 0.07, max(missed[True]) > 0.5) == (True, True)


def test_a_run_gives_every_cell() -> None:
    """Each order, place, size and share once, with rates between 0 and 1."""
    cells = list(simulate(rounds=1))
    assert len(cells) == len(ORDERS) * 2 * len(SIZES) * len(SHARES)
    assert all(
        0 <= rate <= 1 for cell in cells for rate in (cell.coverage, cell.overstated, cell.understated)
    )
