"""The shipped models are what scripts/research/fit.py writes, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from scripts.research.fitting import accounts
from scripts.research.fitting.comments import best_threshold

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "accounts"
SHIPPED = ROOT / "server" / "samples"


@pytest.mark.corpus
def test_fitting_again_gives_the_same_bytes(tmp_path: Path) -> None:
    """Nobody edits a weight by hand, and nobody has to trust that they did not."""
    if not CORPUS.is_dir():
        pytest.skip("the shared corpus is not here")
    before = accounts.MODEL.read_bytes()
    subprocess.run(
        [
            sys.executable,
            "scripts/research/fit.py",
            "--scamspot",
            CORPUS / "comments_scamspot_dev.csv",
            "--srf",
            CORPUS / "followers_srf_dev.csv",
            "--out",
            tmp_path,
        ],
        cwd=ROOT,
        check=True,
    )
    for name in ("comment_model.npz", "follower_model.json", "accounts.json"):
        shipped = before if name == "accounts.json" else (SHIPPED / name).read_bytes()
        assert (tmp_path / name).read_bytes() == shipped, name


def test_the_threshold_is_the_one_with_the_highest_f1() -> None:
    """Rows at .45 are spam here and those at .35 are not, so one half would miss and a third would accuse."""
    scores = np.array([0.1, 0.35, 0.35, 0.45, 0.45, 0.9])
    assert best_threshold(np.array([0, 0, 0, 1, 1, 1]), scores) == 0.36
