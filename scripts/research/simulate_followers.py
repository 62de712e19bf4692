"""How well the row model does on invented followers that no choice has seen; writes docs/figures/rows.json.

python scripts/research/simulate_followers.py [--half tuning|judging] [--out FILE]

Single handles of eight naming cultures and of each kind of bot, then whole lists with a known share of bots: how often
the stated interval holds that share. Names of the judging half are in no table, and its seeds were not used before.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scripts.research.handles.bots import KINDS, bot, like_people  # noqa: E402 - the repository's root has to be importable first
from scripts.research.handles.crowds import crowd  # noqa: E402 - as above
from scripts.research.handles.names import CULTURES, Half  # noqa: E402 - as above
from scripts.research.handles.people import person  # noqa: E402 - as above
from server.facts import FollowerRow  # noqa: E402 - as above
from server.samples.followers import FollowerTally, tally  # noqa: E402 - as above
from server.samples.row_scores import score_rows  # noqa: E402 - as above

SIZES = (20, 50, 100, 200)
SHARES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.6)
HANDLES, ROUNDS = 1_000, 200
SEEDS: dict[Half, int] = {"tuning": 3, "judging": 1_003}


def measure(half: Half, rounds: int = ROUNDS, handles: int = HANDLES) -> dict[str, Any]:
    """Shares of rows with signs by culture and kind, each row by itself, and a cell for each size and share."""
    random = Random(SEEDS[half])  # noqa: S311 - a simulation
    people = {c: [person(random, c, half) for _ in range(handles)] for c in CULTURES}
    made = {kind: [bot(random, kind, half) for _ in range(handles)] for kind in KINDS}
    hidden = [like_people(random, half) for _ in range(handles)]
    return {
        "half": half,
        "handles": handles,
        "people": {culture: _alone(rows) for culture, rows in people.items()},
        "people without names": _alone(
            [FollowerRow(r.username, "", True) for rows in people.values() for r in rows]
        ),
        "bots": {kind: _alone(rows) for kind, rows in made.items()} | {"like people": _alone(hidden)},
        "lists": [_cell(random, half, n, share, rounds) for n in SIZES for share in SHARES],
    }


def _alone(rows: list[FollowerRow]) -> float:
    """Share with signs where no other row of the list helps."""
    return round(float(np.mean([score_rows([row])[0].has_signs for row in rows])), 4)


def _cell(random: Random, half: Half, n: int, share: float, rounds: int) -> dict[str, Any]:
    found = [_drawn(random, half, n, share) for _ in range(rounds)]
    ends = [(truth, t.suspicious.low, t.suspicious.high) for truth, t in found if t.suspicious is not None]
    said = [
        t.suspicious.value for _, t in found if t.suspicious is not None and t.suspicious.value is not None
    ]
    return {
        "n": n,
        "share": share,
        "coverage": _mean([low <= truth <= high for truth, low, high in ends]),
        "within .15": _mean([low - 0.15 <= truth <= high + 0.15 for truth, low, high in ends]),
        "low": _mean([low for _, low, _ in ends]),
        "high": _mean([high for _, _, high in ends]),
        "low end over 5 %": _mean([low > 0.05 for _, low, _ in ends]),
        "over 15 % is said": _mean([low >= 0.15 for _, low, _ in ends]),
        "value is said": round(len(said) / rounds, 3),
    }


def _drawn(random: Random, half: Half, n: int, share: float) -> tuple[float, FollowerTally]:
    """The true share of one list, and its tally."""
    bad = [place < round(n * share) for place in range(n)]
    return sum(bad) / n, tally(crowd(random, bad, half), "top")


def _mean(values: list[Any]) -> float:
    return round(float(np.mean(values)), 3)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=tuple(SEEDS), default="judging")
    parser.add_argument("--out", type=Path, help="write the figures here")
    chosen = parser.parse_args()
    figures = measure(chosen.half)
    text = json.dumps(figures, indent=1) + "\n"
    print(text)
    if chosen.out is not None:
        chosen.out.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
