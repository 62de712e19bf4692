"""Write docs/topics.md from server/topics/niches and the labelled creators, or print the figure of other ones.

python scripts/make_topics_docs.py              write the page
python scripts/make_topics_docs.py FILE.jsonl   print the figure of the creators in FILE; it writes nothing
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.research.evaluation.topics import SETS, figure, measure, of_another_hand, read_rows  # noqa: E402 - needs the root above
from server.topics.niche import Niche  # noqa: E402 - as above
from server.topics.niches import niches  # noqa: E402 - as above

PAGE = ROOT / "docs" / "topics.md"
HEAD = """# Topics: what a creator talks about

Read from captions, hashtags, biography and category, with the words that made them; empty means unclear. Nothing is
read from names or pictures, and nothing is said of age, sex or place. Every caption has one vote, which its words divide
among the niches; a biography has two, a category three. A word that other niches say too, and an emoji, count two fifths.
Words are found in any case, NFC or NFD, stretched, without marks, and inside hashtags. Where a word carries marks they
are compared ("mẹo" is no "mèo"); a single word without its marks counts two fifths.

One file a niche in `server/topics/niches/`; this page is made from them by `python scripts/make_topics_docs.py`.
"""
HOW = """
The creators are invented (`tests/topics/`). Tuning and judging were written before the first word of the lists, but by the
hand that then wrote the lists: their figures say that the reading works, and are too good for the words. The blind ones
were written afterwards by somebody who had not seen the lists: six for each niche, and 16 whose texts speak of none. Of
those 12 were left unclear when they were first measured; four weak words that misled were then told to who mended the
lists, so that part is no longer unseen. "Of
another hand" are creators put together of five captions of one category from the judging half of the draft check's
captions, which nobody read for this: three niches only. `python scripts/make_topics_docs.py FILE.jsonl` gives the figure
of any other creators.
"""

KINDS = {
    "tuning": "tuning",
    "judging": "judging",
    "blind": "written blind by somebody who had not seen the words",
}


def markdown() -> str:
    """The whole page."""
    table = [
        "| id | niche | words | weak words | categories |",
        "|---|---|---|---|---|",
        *map(_row, niches()),
    ]
    figures = [f"- {KINDS[name]}: {measure(name)}." for name in SETS]
    return "\n".join(
        [
            HEAD,
            *table,
            "",
            "## How often it is right",
            "",
            *figures,
            f"- of another hand: {of_another_hand()}.",
            HOW,
        ]
    )


def _row(niche: Niche) -> str:
    words = len(niche.words) + len(niche.only_marked)
    sizes = f"{words} | {len(niche.weak) + len(niche.emoji)} | {len(niche.categories)}"
    return f"| `{niche.id}` | {niche.name.en} / {niche.name.vi} | {sizes} |"


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(figure(read_rows(Path(sys.argv[1]))))
    else:
        PAGE.write_text(markdown(), "utf-8", newline="\n")
