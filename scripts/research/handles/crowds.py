"""Follower lists with a known share of bots of several kinds, and what the row model says of them."""

from __future__ import annotations

from random import Random

from scripts.research.handles.bots import KINDS, bot
from scripts.research.handles.names import CULTURES, Half
from scripts.research.handles.people import person
from server.facts import FollowerRow

DIGITS = (0.1, 0.4)
"""Share of ordinary followers with digits in their handle, from list to list: 31 % in a list of 2025."""


def crowd(random: Random, bad: list[bool], half: Half) -> list[FollowerRow]:
    """One list: a bot of up to three kinds where ``bad`` says so, else a person of one culture or of all."""
    culture = random.choice((*CULTURES, None, None))
    digits = random.uniform(*DIGITS)
    kinds = random.sample(sorted(KINDS), random.choice((1, 1, 2, 3)))
    found: dict[str, FollowerRow] = {}
    while len(found) < len(bad):
        row = (
            bot(random, random.choice(kinds), half)
            if bad[len(found)]
            else person(random, culture or random.choice(CULTURES), half, digits=digits)
        )
        found.setdefault(row.username, row)
    return list(found.values())
