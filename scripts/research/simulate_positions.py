"""What a sample from the top of the followers list says about the whole list, against one drawn at random.

python scripts/research/simulate_positions.py [--out docs/figures/positions.json]

Instagram shows the newest followers first. Lists of a known share of suspicious followers are made in three orders:
spread evenly, bought lately (mostly near the top), bought long ago (mostly far down), of invented people and bots
whose names no choice has seen (the judging half of scripts/research/handles).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scripts.research.fitting.logistic import Floats  # noqa: E402 - the repository's root has to be importable first
from scripts.research.handles.crowds import crowd  # noqa: E402 - as above
from server.samples.followers import tally  # noqa: E402 - as above

LIST_LENGTH = 10_000
SIZES = (20, 50, 100, 200, 300)
SHARES = (0.05, 0.2, 0.5)
ROUNDS, SEED = 200, 1_005
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
    overstated: float
    """How often the interval lies above ``share``."""
    understated: float
    """How often it lies below."""


def simulate(rounds: int = ROUNDS) -> Iterator[Cell]:
    """One cell for each order, position, size and share."""
    random = Random(SEED)  # noqa: S311 - a simulation
    for order, density in ORDERS.items():
        for share in SHARES:
            chances = _chances(density, share)
            for n in SIZES:
                for position, read in (("top", chances[:n].tolist()), ("random", [share] * n)):
                    found = [_drawn(random, read) for _ in range(rounds)]
                    there = float(np.mean(read))
                    yield Cell(
                        order,
                        position,
                        n,
                        share,
                        round(there, 3),
                        round(float(np.mean([low <= there <= high for low, high in found])), 3),
                        round(float(np.mean([low > share for low, _ in found])), 3),
                        round(float(np.mean([high < share for _, high in found])), 3),
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


def _drawn(random: Random, chances: list[float]) -> tuple[float, float]:
    """Ends of the interval of one sample whose rows are bots with these chances."""
    rows = crowd(random, [random.random() < chance for chance in chances], "judging")
    found = tally(rows).suspicious
    assert found is not None  # noqa: S101 - there are rows, and this version counted them
    return found.low, found.high


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "figures" / "positions.json")
    chosen = parser.parse_args()
    cells = list(simulate())
    worst = min(cell.coverage for cell in cells)
    print(f"{len(cells)} cells, lowest coverage {worst:.3f}")
    chosen.out.write_text(json.dumps([asdict(cell) for cell in cells], indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
