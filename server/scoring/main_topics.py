"""What a creator mainly posts about, in what a check leaves for later judging.

Apart from ``server.scoring.fit``, which judges by it: the list reads it, and a start loads nothing that judges.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from server.topics.niches import niches

TOPIC = "topic:"
"""Begins the name of a topic's share in what is known of a creator (``Known`` of ``server.scoring.fit``)."""


def main_topics(known: Mapping[str, float | None]) -> tuple[str, ...] | None:
    """The main topics that a check saw, strongest first; () where they are unclear, None where no check looked for any."""
    found = known.get("topics")
    if not found:
        return None if found is None else ()
    shares = {niche: known[key] or 0.0 for key, niche in _names() if key in known}
    return tuple(sorted(shares, key=lambda topic: (-shares[topic], topic)))


@cache
def _names() -> tuple[tuple[str, str], ...]:
    """Name in ``Known`` and id of every niche: asked for by name, a list of 10,000 is no slower to make."""
    return tuple((TOPIC + niche.id, niche.id) for niche in niches())
