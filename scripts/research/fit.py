"""Fit the models that Soi ships, from the only sets whose licences allow it. The same bytes on every run.

python scripts/research/fit.py --scamspot comments_scamspot.csv --srf followers_srf.csv [--out FOLDER]

ScamSpot is MIT. SRF Data 2017 is CC BY-SA 4.0: the fitted file names it. Neither is part of this repository.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scripts.research.fitting import accounts, comments, followers  # noqa: E402 - the repository's root has to be importable first

SHIPPED = ROOT / "server" / "samples"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--scamspot", type=Path, help="comments with the columns text, scam, group")
    parser.add_argument(
        "--srf", type=Path, help="followers with has_pic, the shape of the user name, and fake"
    )
    parser.add_argument(
        "--out", type=Path, default=ROOT / "server" / "samples", help="folder of the model files"
    )
    chosen = parser.parse_args()
    if chosen.scamspot is None and chosen.srf is None:
        parser.error("name at least one of --scamspot and --srf")
    if chosen.scamspot is not None:
        comments.write(chosen.scamspot, chosen.out or SHIPPED)
    if chosen.srf is not None:
        followers.write(chosen.srf, chosen.out or SHIPPED)
        accounts.write(chosen.srf, chosen.out or accounts.MODEL.parent)


if __name__ == "__main__":
    main()
