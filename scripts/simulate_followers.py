"""How often the stated interval holds the true share of suspicious followers. Samples have a known share.

python scripts/simulate_followers.py --srf followers_srf.csv [--json FILE]

Each round splits the labelled rows: the model, its threshold and its error rates come from one half, the sample is
drawn from the other, so that the figure includes what fitting on few labelled rows costs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.fitting import followers  # noqa: E402 - the repository's root has to be importable first
from scripts.fitting.logistic import Floats  # noqa: E402 - as above
from server.samples.intervals import Detector, true_share  # noqa: E402 - as above

SIZES = (20, 50, 100, 200, 300)
SHARES = (0.0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8)
ROUNDS, DRAWS, SEED = 100, 20, 3


@dataclass(frozen=True, slots=True)
class Cell:
    n: int
    share: float
    coverage: float
    mean_width: float


def simulate(x: Floats, y: NDArray[np.int64], rounds: int = ROUNDS) -> Iterator[Cell]:
    """One cell for each size and share."""
    random = np.random.default_rng(SEED)
    found: dict[tuple[int, float], list[tuple[bool, float]]] = {(n, p): [] for n in SIZES for p in SHARES}
    for seed in range(rounds):
        own = followers.stratified_folds(y, seed, 2) == 0
        detector, signs = detector_of(x[own], y[own], x[~own])
        hits, alarms = signs[y[~own] == 1], signs[y[~own] == 0]
        for (n, share), results in found.items():
            for _ in range(DRAWS):
                bad = random.binomial(n, share)
                k = int(random.choice(hits, bad).sum() + random.choice(alarms, n - bad).sum())
                stated = true_share(k, n, detector)
                if stated is not None:
                    results.append((stated.low <= share <= stated.high, stated.high - stated.low))
    for (n, share), results in found.items():
        inside, widths = zip(*results, strict=True)
        yield Cell(n, share, round(float(np.mean(inside)), 3), round(float(np.mean(widths)), 3))


def detector_of(x: Floats, y: NDArray[np.int64], other: Floats) -> tuple[Detector, NDArray[np.bool_]]:
    """A row model fitted on (x, y) as a detector with its held-out rates, and which ``other`` rows show signs."""
    weights, _ = followers.fit(x, y)
    cut = followers.best_threshold(x @ weights, y)
    sensitivity, specificity = followers.held_out_rates(x, y, repeats=2)
    detector = Detector(sensitivity, int(y.sum()), specificity, int((y == 0).sum()))
    return detector, other @ weights >= cut


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--srf", type=Path, required=True, help="labelled followers")
    parser.add_argument("--json", type=Path, help="also write the cells here")
    chosen = parser.parse_args()
    cells = list(simulate(*followers.read(chosen.srf)))
    print("rows  share  coverage  mean width")
    for cell in cells:
        print(f"{cell.n:4}  {cell.share:5.2f}  {cell.coverage:8.3f}  {cell.mean_width:10.3f}")
    print(f"lowest {min(c.coverage for c in cells):.3f}, mean {np.mean([c.coverage for c in cells]):.3f}")
    if chosen.json is not None:
        chosen.json.write_text(
            json.dumps([asdict(cell) for cell in cells], indent=1) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
