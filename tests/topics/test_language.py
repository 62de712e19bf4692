"""The language of captions, from letters and small words."""

from __future__ import annotations

import pytest

from server.facts import Facts, Post
from server.topics.language import language_of, languages_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sáng nay trời mưa, ngồi quán quen", "vi"),
        ("sang nay minh di cho voi me", "vi"),
        ("I was not ready for this at all", "en"),
        ("aku lagi di rumah sama keluarga, yang penting sehat", "id"),
        ("วันนี้อากาศดีมาก", "th"),
        ("오늘 날씨가 좋아요", "ko"),
        ("今日はいい天気ですね", "ja"),
        ("今天天气很好", "zh"),
        ("сегодня хорошая погода", "ru"),
        ("Le même café que l'été dernier, déjà fermé", None),
        ("😍😍", None),
        ("#ootd #fyp", None),
        ("", None),
    ],
)
def test_the_language_of_a_text(text, expected):
    """None where it does not tell: French is none of those that Soi knows."""
    assert language_of(text) == expected


def test_the_shares_are_of_the_texts_that_tell():
    """A row of emoji is no language."""
    captions = ("Hôm nay mình đi chợ", "🍜", "this is for you", "tối nay ăn gì đây mọi người")
    facts = Facts(posts=tuple(Post(str(n), None, caption=text) for n, text in enumerate(captions)))
    assert languages_of(facts) == {"vi": 2 / 3, "en": 1 / 3}
