"""Judge the invented panel by the real pipeline, capture to Analysis; prints its table and writes docs/figures/panel.json.

python scripts/research/simulate_creators.py              the judging seeds: what docs/scoring.md prints
python scripts/research/simulate_creators.py --tuning     the tuning seeds: for choosing weights; nothing is written
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scripts.documents.panel import tables  # noqa: E402 - needs the root above
from scripts.research.panel import JUDGING_SEEDS, TUNING_SEEDS  # noqa: E402 - needs the root above
from scripts.research.panel.judging import measure  # noqa: E402 - needs the root above

FIGURES = ROOT / "docs" / "figures" / "panel.json"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tuning", action="store_true")
    tuning = parser.parse_args().tuning
    figures = measure(TUNING_SEEDS if tuning else JUDGING_SEEDS)
    if not tuning:
        FIGURES.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    print(tables(figures))


if __name__ == "__main__":
    main()
