"""An invented panel of creators, honest and manipulated, as full captures of Instagram pages.

Written from how such audiences look in the world (published shares of handles with digits, of accounts without photo,
of generic comments; how bought followers, likes, pods and comment farms are sold), and not from what the model
measures. Seeds below ``JUDGING`` are for choosing weights, those from it on for judging them; both are in the repository.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from random import Random

JUDGING = 1_000
"""Seeds from here on are never looked at while a weight is chosen."""
TUNING_SEEDS = (1, 2, 3, 4, 5)
JUDGING_SEEDS = (1_001, 1_002, 1_003, 1_004, 1_005)


@cache
def words() -> dict[str, list[str]]:
    """Names and sentences by kind; ``{place}`` and the like stand for a word of that kind."""
    found: dict[str, list[str]] = json.loads(Path(__file__).with_name("words.json").read_text("utf-8"))
    return found


def one(random: Random, kind: str) -> str:
    """A word or sentence of a kind, with its places filled; what is about the post is put together of three parts."""
    if kind == "genuine":
        return " ".join(filter(None, (one(random, part) for part in ("open", "core", "tail"))))
    text = random.choice(words()[kind])
    places = {name: random.choice(words()[name]) for name in ("thing", "place", "food", "part", "size")}
    return text.format(**places, name="vidu") if "{" in text else text
