"""What a sample from the top of the followers list says about the whole list, against one drawn at random.

python scripts/simulate_positions.py --srf followers_srf.csv [--out docs/figures/positions.json]

Instagram shows the newest followers first. Lists of a known share of suspicious followers are made in three orders:
spread evenly, bought lately (mostly near the top), bought long ago (mostly far down). As in simulate_followers.py the
model comes from one half of the labelled rows and the list from the other half.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.fitting import followers  # noqa: E402 - the repository's root has to be importable first
from scripts.fitting.logistic import Floats  # noqa: E402 - as above
from scripts.simulate_followers import detector_of  # noqa: E402 - as above
from server.samples.intervals import Detector, true_share  # noqa: E402 - as above

LIST_LENGTH = 10_000
SIZES = (20, 50, 100, 200, 300)
SHARES = (0.05, 0.2, 0.5)
ROUNDS, DRAWS, SEED = 400, 5, 5
_DEPTH = 0.25
"""Share of the list over which a purchase thins out to 1/e."""

ORDERS: dict[str, Callable[[Floats], Floats]] = {
    "spread evenly": np.ones_like,
    "bought lately": lambda depth: np.exp(-depth / _DEPTH),
    "bought long ago": lambda depth: np.exp((depth - 1.0) / _DEPTH),
}
"""How likely a suspicious follower stands at a depth of the list, 0 at the top to 1 at the end."""


@dataclass(frozen=True, slots=True)
class Cell:
    order: str
    position: str
    """"top" or "random": which rows were read."""
    n: int
    share: float
    """Of the whole list."""
    share_read: float
    """Expected where the rows were read from."""
    coverage: float
    """How often the interval holds ``share_read``."""
    bias: float
    """Mean of the stated share minus ``share``."""


def simulate(x: Floats, y: NDArray[np.int64], rounds: int = ROUNDS, draws: int = DRAWS) -> Iterator[Cell]:
    """One cell for each order, position, size and share."""
    random = np.random.default_rng(SEED)
    halves = [_half(x, y, seed) for seed in range(rounds)]
    for order, density in ORDERS.items():
        for share in SHARES:
            chances = _chances(density, share)
            for n in SIZES:
                for position, read in (("top", chances[:n]), ("random", None)):
                    cells = [_drawn(half, read, share, n, random) for half in halves for _ in range(draws)]
                    inside, values = zip(*cells, strict=True)
                    there = share if read is None else float(read.mean())
                    bias = float(np.mean(values)) - share
                    yield Cell(
                        order,
                        position,
                        n,
                        share,
                        round(there, 3),
                        round(float(np.mean(inside)), 3),
                        round(bias, 3),
                    )


def _chances(density: Callable[[Floats], Floats], share: float) -> Floats:
    """Chance of a suspicious follower at each place, ``share`` on average and never above 95 %; (LIST_LENGTH,)."""
    weights = density(np.linspace(0.0, 1.0, LIST_LENGTH))
    low, high = 0.0, 1e6
    for _ in range(60):
        middle = (low + high) / 2
        enough = np.minimum(0.95, middle * weights).mean() > share
        low, high = (low, middle) if enough else (middle, high)
    found: Floats = np.minimum(0.95, low * weights)
    return found


_Half = tuple[Detector, NDArray[np.bool_], NDArray[np.bool_]]


def _half(x: Floats, y: NDArray[np.int64], seed: int) -> _Half:
    """A detector from one half; which suspicious and which ordinary rows of the other half show signs."""
    own = followers.stratified_folds(y, seed, 2) == 0
    detector, signs = detector_of(x[own], y[own], x[~own])
    return detector, signs[y[~own] == 1], signs[y[~own] == 0]


def _drawn(
    half: _Half, read: Floats | None, share: float, n: int, random: np.random.Generator
) -> tuple[bool, float]:
    """Whether the interval holds the share of where the rows were read, and the stated share."""
    detector, hits, alarms = half
    bad = int(random.binomial(n, share) if read is None else (random.random(n) < read).sum())
    k = int(random.choice(hits, bad).sum() + random.choice(alarms, n - bad).sum())
    stated = true_share(k, n, detector)
    assert stated is not None  # noqa: S101 - n is above 0
    there = share if read is None else float(read.mean())
    return stated.low <= there <= stated.high, stated.value


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--srf", type=Path, required=True, help="labelled followers")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "figures" / "positions.json")
    chosen = parser.parse_args()
    cells = list(simulate(*followers.read(chosen.srf)))
    worst = min(cell.coverage for cell in cells)
    print(
        f"{len(cells)} cells, lowest coverage {worst:.3f}, largest bias {max(abs(c.bias) for c in cells):.3f}"
    )
    chosen.out.write_text(json.dumps([asdict(cell) for cell in cells], indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
