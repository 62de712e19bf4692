"""Keyed sketches: the overlap comes out, nobody can be told, and chance is not taken for a pod."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.samples.shared_commenters import PLACES, compare, linked_groups, links, sketch

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
names = st.sets(st.text("abcdefghijklmnop._", min_size=3, max_size=12), min_size=1, max_size=30)


def people(start: int, n: int) -> list[str]:
    return [f"person.{i}" for i in range(start, start + n)]


@given(people=names)
def test_a_sketch_does_not_depend_on_order_repetition_or_case(people: set[str]) -> None:
    """The same people give the same bytes."""
    listed = sorted(people)
    assert sketch(listed, KEY) == sketch([name.upper() for name in reversed(listed)] + listed, KEY)


def test_another_key_gives_an_unrelated_sketch() -> None:
    """Without the key nothing can be tried out on a sketch: equal places are as rare as between strangers."""
    a, b = (np.frombuffer(sketch(people(0, 50), key), dtype=np.uint8) for key in (KEY, OTHER_KEY))
    assert len(a) == PLACES
    assert (a == b).sum() <= 6


@pytest.mark.parametrize("shared", [0, 20, 50, 80])
def test_the_interval_holds_the_true_overlap(shared: int) -> None:
    """Of 100 commenters each: in nearly all of 40 pairs the share lies in the stated interval."""
    inside = 0
    for seed in range(40):
        key = hashlib.sha256(bytes([seed])).digest()
        own = (sketch(people(0, 100), key), 100)
        other = (sketch(people(100 - shared, 100), key), 100)
        (found,), _ = compare(own, [other])
        inside += found.low <= shared / 100 <= found.high
    assert inside >= 35


def test_strangers_are_hardly_ever_above_chance() -> None:
    """Over 200 unrelated creators at once, at most one in twenty such looks reports anybody."""
    alarms = 0
    for seed in range(20):
        key = hashlib.sha256(bytes([seed])).digest()
        others = [(sketch(people(1_000 * k, 60), key), 60) for k in range(1, 201)]
        found, chance = compare((sketch(people(0, 60), key), 60), others)
        alarms += any(overlap.low > chance for overlap in found)
    assert alarms <= 2


def test_a_pod_stands_out_from_the_usual_overlap() -> None:
    """Fans whom all creators of a niche share are the chance level; the pair that shares most of theirs is above it."""
    fans = people(0, 20)
    own = (sketch(fans + people(100, 60), KEY), 80)
    niche = [(sketch(fans + people(1_000 * k, 60), KEY), 80) for k in range(1, 9)]
    pod = (sketch(fans + people(100, 45) + people(9_000, 15), KEY), 80)
    found, chance = compare(own, [*niche, pod])
    assert [overlap.low > chance for overlap in found] == [False] * 8 + [True]
    assert 0.1 < chance < 0.4


def test_nobody_to_compare_with_is_no_overlap() -> None:
    """The first creator of a store."""
    assert compare((sketch(people(0, 20), KEY), 20), []) == ([], 0.0)


def test_strangers_hardly_ever_form_a_group() -> None:
    """Among 60 unrelated creators, 1,770 pairs, at most one in twenty looks finds a link."""
    alarms = 0
    for seed in range(20):
        key = hashlib.sha256(bytes([seed])).digest()
        alarms += bool(links([(sketch(people(1_000 * k, 60), key), 60) for k in range(60)]))
    assert alarms <= 2


def test_linked_creators_form_one_group_over_others() -> None:
    """0-1 and 1-2 share half of their people, 3-4 too, 5 nobody's: two groups, by place."""
    crowds = [
        people(0, 60),
        people(30, 60),
        people(60, 60),
        people(5_000, 60),
        people(5_030, 60),
        people(9_000, 60),
    ]
    found = links([(sketch(crowd, KEY), len(crowd)) for crowd in crowds])
    assert [(link.first, link.second) for link in found] == [(0, 1), (1, 2), (3, 4)]
    assert all(link.overlap.low < 0.5 < link.overlap.high for link in found)
    assert sorted(map(sorted, linked_groups(found))) == [[0, 1, 2], [3, 4]]


@pytest.mark.parametrize("n", [0, 1])
def test_nobody_is_linked_alone(n: int) -> None:
    """No pair, no chance level."""
    assert links([(sketch(people(0, 20), KEY), 20)] * n) == []
