"""The second ear of a rule: what its words alone do not meet, or meet where the text around speaks against it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from msgspec import Struct

from server.campaigns.draft import Draft
from server.campaigns.tone import Piece, ToneModel, score_of, strongest_words
from server.campaigns.words import Spot

NEVER = -math.inf
"""Log odds that no text has: words that are said always stand."""
_SHORT = 16
"""Words under which a text tells less."""


class Ear(Struct, frozen=True):
    """How sure the tone of a text has to be, in log odds. All are chosen on captions whose fold was not fitted on."""

    heard_from: float
    """From which a text claims it without the rule's words."""
    short_heard_from: float
    """The same for a text of few words."""
    denied_under: float
    """Under which the rule's words are spoken of, not said."""
    is_deaf: Callable[[Draft], bool] = lambda _: False
    """Where nothing is to be heard: another rule's matter, or what the rule lets pass."""


def with_tone(draft: Draft, said: Sequence[Spot], ear: Ear, model: ToneModel) -> list[Spot]:
    """What was said, where the text around it does not speak against it; else what is only heard, for a person to look at."""
    if not draft.folded.places:
        return list(said)
    tones = [(score_of(piece.words, model), piece) for piece in draft.pieces]
    kept = [spot for spot in said if _tone_at(draft, tones, spot) > ear.denied_under]
    score, heard = max(tones, key=lambda tone: tone[0])
    is_short = heard.end - heard.first < _SHORT
    if kept or score <= (ear.short_heard_from if is_short else ear.heard_from) or ear.is_deaf(draft):
        return kept
    first, end = strongest_words(draft.folded, heard, model.weights)
    return [Spot(draft.folded.places[first][0], draft.folded.places[end - 1][1], level="ask")]


def _tone_at(draft: Draft, tones: Sequence[tuple[float, Piece]], spot: Spot) -> float:
    """The tone of the piece that speaks for the claim most of those that hold it."""
    places = draft.folded.places
    around = [
        score
        for score, piece in tones
        if places[piece.first][0] <= (spot.start or 0) < places[piece.end - 1][1]
    ]
    return max(around or [score for score, _ in tones])
