"""A folder of saved pages for what checks many files."""

from __future__ import annotations

from pathlib import Path

PAGES = Path(__file__).resolve().parent / "fixtures" / "pages"
PROFILE = PAGES / "profile_vi_div.html"


def written_pages(folder: Path, n: int) -> Path:
    """``n`` pages of one profile in a folder below, of which the third is none."""
    pages = folder / "pages"
    pages.mkdir()
    for number in range(n):
        pages.joinpath(f"{number:02}.html").write_bytes(b"none" if number == 2 else PROFILE.read_bytes())
    return pages
