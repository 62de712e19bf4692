"""A brand's own words in a creator's texts."""

from __future__ import annotations

from server.facts import Facts, Post
from server.topics.persona import persona_match

CAPTIONS = ("Mẹ bỉm đi chợ sớm", "Nau an cho con", "Hôm nay mưa")
FACTS = Facts(
    biography="Mẹ bỉm ở Huế", posts=tuple(Post(str(n), None, caption=c) for n, c in enumerate(CAPTIONS))
)


def test_the_words_that_were_said_are_told_with_how_often():
    """Of four texts two say "mẹ bỉm" and one, without marks, "nấu ăn"."""
    found = persona_match(FACTS, ["nấu ăn", "mẹ bỉm", "du lịch"])
    told = (found.found, found.not_found, found.speaking, found.texts, found.share)
    assert told == (("mẹ bỉm", "nấu ăn"), ("du lịch",), 3, 4, 0.75)


def test_it_is_unclear_from_too_few_texts_and_nothing_without_words():
    """A share of one caption would say 0 or 100 %."""
    few = persona_match(Facts(biography="Mẹ bỉm"), ["mẹ bỉm"])
    assert (few.share, few.found, persona_match(FACTS, ["", " "])) == (None, ("mẹ bỉm",), None)
