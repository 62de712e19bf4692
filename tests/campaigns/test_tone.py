"""A rule's second ear: what a text sounds like is weighed piece by piece, only asks, and may let words go."""

from __future__ import annotations

from itertools import pairwise

import pytest

from scripts.research.fit_tones import fitted, listening, read
from server import own_json
from server.campaigns.brief import Brief
from server.campaigns.draft import Draft, draft_of
from server.campaigns.hearing import Ear, with_tone
from server.campaigns.rule import AdvertisingRule
from server.campaigns.tone import SPAN, ToneModel, strongest_words, tone_model
from server.campaigns.words import Spot

GENERAL = Brief(category="general", paid=False)
CLEAN = "Mình đi chợ mua rau rồi về nấu cơm cho cả nhà ăn chung. "
MODEL = ToneModel(
    intercept=-1.0, weights={"rashes": 2.0, "packed": 2.0, "rashes packed": 2.0, "never": -9.0}, fitted_on=2
)
EAR = Ear(heard_from=0.5, short_heard_from=0.5, denied_under=-3.0)


def heard(text: str, said: tuple[Spot, ...] = (), ear: Ear = EAR) -> list[tuple[str | None, str]]:
    """Level and words of what is left of ``said``, or heard."""
    return [
        (spot.level, text[spot.start : spot.end])
        for spot in with_tone(draft_of(text, GENERAL), said, ear, MODEL)
    ]


def test_the_pieces_of_a_long_text_leave_no_word_out() -> None:
    """Each is half over the one before, and the last ends with the text."""
    draft = draft_of(CLEAN * 40, GENERAL)
    overlaps = all(later.first == sooner.first + SPAN // 2 for sooner, later in pairwise(draft.pieces))
    assert (0, len(draft.folded.places), True) == (draft.pieces[0].first, draft.pieces[-1].end, overlaps)


def test_what_is_only_heard_is_asked_about_with_the_words_that_speak_for_it() -> None:
    """Of one clause, without those around that say nothing."""
    assert [("ask", "rashes packed")] == heard("Well, my rashes packed their bags")


def test_words_that_are_said_stand_and_nothing_is_heard_beside_them() -> None:
    """A must stays a must."""
    assert [(None, "rashes")] == heard("My rashes packed", (Spot(3, 9),))


def test_words_go_where_the_text_around_speaks_against_them() -> None:
    """ "Never" weighs more than what is said."""
    assert [] == heard("Never my rashes", (Spot(9, 15),))


def test_a_deaf_ear_hears_nothing() -> None:
    """Where another rule speaks, or a proof is named."""

    def always(_: Draft) -> bool:
        return True

    assert [] == heard("My rashes packed", ear=Ear(0.5, 0.5, -3.0, is_deaf=always))


def test_a_text_without_words_is_heard_as_nothing() -> None:
    """Signs alone."""
    assert [] == heard("🤍 ✨")


def test_the_strongest_words_end_with_their_clause() -> None:
    """What stands behind a comma is another thought."""
    draft = draft_of("rashes, packed", GENERAL)
    assert (0, 1) == strongest_words(draft.folded, draft.pieces[0], MODEL.weights)


@pytest.mark.parametrize("rule", listening(), ids=lambda rule: rule.id)
def test_the_weights_are_fitted_on_the_captions_that_stand_there(rule: AdvertisingRule) -> None:
    """``python scripts/research/fit_tones.py`` after a caption was added or taken away."""
    assert len(read(rule)) == tone_model(rule.id).fitted_on


def test_a_fit_gives_the_same_bytes_as_the_file_that_is_shipped() -> None:
    """Of the rule with the fewest captions."""
    rule = min(listening(), key=lambda rule: tone_model(rule.id).fitted_on)
    assert own_json.dumps(tone_model(rule.id)) == own_json.dumps(fitted(read(rule)))
