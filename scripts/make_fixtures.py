"""Write the saved pages and answers under tests/fixtures, with the truth about each beside them.

``python scripts/make_fixtures.py`` writes them; ``--check`` fails when a file on disk differs from what would be
written. The pages come from the stand-in's invented creators, so they show what the live site shows.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the stand-in is part of the tests, which are not installed

from tests.browser.standin import answers, saved  # noqa: E402  (the path is set just above)
from tests.browser.standin.cast import cast  # noqa: E402  (as above)
from tests.browser.standin.creators import Creator  # noqa: E402  (as above)

FOLDER = ROOT / "tests" / "fixtures"
NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
"""The day the fixtures were "saved": they must not change from one day to the next."""


def files() -> dict[str, str]:
    """Every fixture by its path below tests/fixtures."""
    creators = cast(NOW)
    pages = list(saved.pages(creators))
    bodies = dict(_answers(creators))
    written = {f"pages/{page.file}": page.html for page in pages}
    written["pages/truth.json"] = _dump(
        {"saved_at": NOW.isoformat(), "files": [page.truth for page in pages]}
    )
    written |= {f"answers/{name}": _dump(body) for name, body in bodies.items()}
    return written


def _answers(creators: dict[str, Creator]) -> Iterator[tuple[str, Any]]:
    linh, gym, kim = creators["linhdan.vidu"], creators["gymlab.vidu"], creators["kimglow.vidu"]
    yield "profile_content_linhdan.json", answers.profile_content(linh)
    yield "timeline_linhdan.json", answers.timeline(linh)
    yield "timeline_kimglow_hidden_likes.json", answers.timeline(kim)
    yield "clips_linhdan.json", answers.clips(linh)
    yield "followers_gymlab.json", answers.followers(gym)
    yield "followers_gymlab_last.json", answers.followers(gym, 84)
    yield "comments_gymlab.json", answers.comments(gym, gym.posts[0])
    yield "suggested_others.json", answers.suggested(3)


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def stale() -> list[str]:
    """Fixtures on disk that differ from, or are missing beside, what would be written."""
    wanted = files()
    here = {
        str(path.relative_to(FOLDER)) for name in ("pages", "answers") for path in (FOLDER / name).glob("*")
    }
    changed = {
        name for name, text in wanted.items() if name in here and (FOLDER / name).read_text("utf-8") != text
    }
    return sorted(changed | (wanted.keys() ^ here))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file differs")
    if parser.parse_args().check:
        differing = stale()
        print("\n".join(differing) or "Fixtures are as written.")
        return bool(differing)
    for name, text in files().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    print(f"Wrote {len(files())} files.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
