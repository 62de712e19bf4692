"""Sentences that ask whether something is so, and so claim nothing."""

from __future__ import annotations

from itertools import pairwise

from server.campaigns.draft import Draft
from server.campaigns.phrases import keys_of

_ASKS_LAST = frozenset(key.marked for key in keys_of("không hông chưa hả nhỉ ta hem"))
_ASKS_FIRST = frozenset(key.bare for key in keys_of("does is are can will do did has should would"))


def asking(draft: Draft) -> set[int]:
    """The sentences that end with a question mark and ask whether, by their first token."""
    folded = draft.folded
    if "?" not in folded.text:
        return set()
    return {
        first
        for first, end in pairwise((*folded.sentences, len(folded.places)))
        if end > first and "?" in _behind(draft, end) and _asks_whether(draft, first, end)
    }


def _behind(draft: Draft, end: int) -> str:
    """What stands between a sentence's last word and the next one's first."""
    places = draft.folded.places
    return draft.text[places[end - 1][1] : places[end][0] if end < len(places) else None]


def _asks_whether(draft: Draft, first: int, end: int) -> bool:
    readings = draft.folded.readings
    return readings[end - 1][0].key.marked in _ASKS_LAST or readings[first][0].key.bare in _ASKS_FIRST
