"""The invented panel: the same for the same seed, as captures that the real pipeline reads, and judged by it."""

from __future__ import annotations

import re

import pytest

from scripts.research.panel import JUDGING, JUDGING_SEEDS, TUNING_SEEDS
from scripts.research.panel.captures import NOW, capture
from scripts.research.panel.drawing import panel
from scripts.research.panel.judging import CALLED_OUT, FAVOURABLE, look
from scripts.research.panel.kinds import HONEST, MANIPULATED, ROWS, Made
from server.analysis import Analysis, analyze
from server.capture import Capture


@pytest.fixture(scope="module")
def made() -> list[Made]:
    """A panel of its own seed: neither tuned on nor printed."""
    return panel(77)


@pytest.fixture(scope="module")
def looked(made: list[Made]) -> list[tuple[Made, Analysis]]:
    """Every third creator with all evidence."""
    return [(one, look(one, samples=True)) for one in made[::3]]


def test_a_panel_is_the_same_for_the_same_seed(made: list[Made]) -> None:
    """Nothing but the seed decides, so every figure can be made again."""
    assert (made, True) == (panel(77), made != panel(78))


def test_seeds_for_choosing_never_judge() -> None:
    """The two lists lie on two sides of one number."""
    assert (True, True) == (max(TUNING_SEEDS) < JUDGING, min(JUDGING_SEEDS) >= JUDGING)


def test_a_panel_has_every_kind_and_over_two_hundred_creators(made: list[Made]) -> None:
    """As many manipulated ones as honest ones."""
    kinds = {name: n for table in (HONEST, MANIPULATED) for name, (n, _) in table.items()}
    assert kinds == {kind: sum(one.kind == kind for one in made) for kind in kinds}
    assert (len(made) >= 200, len(made) // 2) == (True, sum(one.manipulated for one in made))


def test_a_third_of_the_people_have_digits_in_their_handle(made: list[Made]) -> None:
    """As in a Vietnamese list of 2025, the few bought ones of honest audiences included."""
    rows = [row.username for one in made if not one.manipulated for row in one.rows]
    share = sum(bool(re.search("[0-9]", name)) for name in rows) / len(rows)
    assert 0.27 <= share <= 0.4


def test_a_capture_is_read_as_it_was_made(made: list[Made]) -> None:
    """Counts, posts, rows and comments come out of the parser as they were invented."""
    for one in made[::24]:
        found = analyze(Capture.from_json(capture(one, samples=True)), now=NOW)
        facts, tallies = found.facts, found.inputs.tallies
        assert facts.followers is not None
        assert tallies.followers is not None
        assert (one.followers, len(one.posts), ROWS) == (
            facts.followers.value,
            len(facts.posts),
            tallies.followers.n,
        )
        shown = [None if one.hides_likes else post.likes for post in one.posts]
        assert shown == [post.likes and post.likes.value for post in facts.posts]


def test_nobody_is_contacted_before_followers_or_comments_were_read(made: list[Made]) -> None:
    """Header and posts alone give at most a promising creator."""
    codes = {look(one, samples=False).verdict.code for one in made[::6]}
    assert "contact" not in codes


def test_honest_creators_are_welcome_and_cheats_called_out(looked: list[tuple[Made, Analysis]]) -> None:
    """Favourable >= 65 % of honest ones, called out >= 55 % of manipulated ones and at least twice the honest share."""
    codes = {side: [a.verdict.code for one, a in looked if one.manipulated is side] for side in (False, True)}
    called = {side: sum(code in CALLED_OUT for code in codes[side]) / len(codes[side]) for side in codes}
    favourable = sum(code in FAVOURABLE for code in codes[False]) / len(codes[False])
    assert favourable >= 0.65
    assert called[True] >= max(0.55, 2 * called[False])
