"""Write docs/scoring.md and its diagram from the model file and the figures of the last evaluation.

python scripts/make_scoring_docs.py                     write the documents again
python scripts/research/simulate_creators.py                    judge the invented panel again
python scripts/make_scoring_docs.py --measure FOLDER    first measure again on the labelled files in FOLDER
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.documents import comments, diagram, panel, positions, scoring  # noqa: E402 - needs the root above

FIGURES = ROOT / "docs" / "figures" / "scoring.json"
ROWS = ROOT / "docs" / "figures" / "rows.json"
SAMPLES = ROOT / "docs" / "figures" / "samples.json"
PANEL = ROOT / "docs" / "figures" / "panel.json"
POSITIONS = ROOT / "docs" / "figures" / "positions.json"


def documents() -> dict[Path, str]:
    """Every generated file and its text."""
    figures: dict[str, Any] = json.loads(FIGURES.read_text("utf-8"))
    simulated: list[dict[str, Any]] = json.loads(POSITIONS.read_text("utf-8"))
    rows: dict[str, Any] = json.loads(ROWS.read_text("utf-8"))
    invented: dict[str, Any] = json.loads(PANEL.read_text("utf-8"))
    measured: dict[str, Any] = json.loads(SAMPLES.read_text("utf-8"))
    srf = measured["followers, SRF"]["AUC by seed of the folds"]
    samples = positions.rows_section(rows, srf) + comments.section(measured) + positions.section(simulated)
    return {
        ROOT / "docs" / "scoring.md": scoring.model_card(figures) + panel.section(invented) + samples,
        ROOT / "docs" / "figures" / "reliability.svg": diagram.reliability_diagram(figures["reliability"]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--measure", type=Path, metavar="FOLDER")
    folder = parser.parse_args().measure
    if folder is not None:
        from scripts.research.evaluation.figures import measure_all  # noqa: PLC0415 - only where it is asked for

        FIGURES.parent.mkdir(exist_ok=True)
        FIGURES.write_text(json.dumps(measure_all(folder), indent=1) + "\n", "utf-8")
    for path, text in documents().items():
        path.write_text(text, "utf-8")
        print(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
