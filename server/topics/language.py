"""In which languages a creator writes: each caption by its letters and by the small words that every sentence has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from server.facts import Facts
from server.samples.word_keys import WORD, spelled_key
from server.topics.niche import phrases

LANGUAGES = ("vi", "en", "th", "ko", "ja", "zh", "id", "ru")
MAX_CAPTIONS, MAX_TEXT = 30, 500
_SCRIPTS = {
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
}
"""In this order: Japanese has Chinese letters too."""
_SMALL = {
    "vi": frozenset(
        phrases(
            """
            la, cua, va, cho, khong, nhung, mot, nay, duoc, voi, minh, nha, di, thi, co, con, moi, hom, cac,
            nhe, trong, roi, lam, ngay, nao, gi, ai, nguoi, an, ban, o, em, anh, chi, qua, ma, hay, sau
            """
        )
    ),
    "en": frozenset(
        phrases(
            """
            the, and, is, of, to, for, this, with, in, you, my, it, on, that, are, was, we, your, have, not,
            be, from, at, a, i, so, all, how
            """
        )
    ),
    "id": frozenset(
        phrases(
            """
            yang, dan, di, untuk, ini, itu, aku, kamu, nggak, banget, dengan, sama, aja, udah, lagi, bisa,
            juga, ada, dari, kalau
            """
        )
    ),
}
_LEAST_SMALL = 2
_MARKED = 0.2
"""Share of words with marks from which a Latin text is Vietnamese."""


def languages_of(facts: Facts) -> Mapping[str, float]:
    """Share of the texts that are in each language, 0 to 1, of those that tell; empty where none does."""
    texts = [facts.biography or "", *(post.caption or "" for post in facts.posts[:MAX_CAPTIONS])]
    found = Counter(language for text in texts if text and (language := language_of(text)) is not None)
    total = sum(found.values())
    return {language: n / total for language, n in found.items()}


def language_of(text: str) -> str | None:
    """The language of one text; None for emoji, tags or too few words.

    >>> language_of("Hôm nay ăn gì"), language_of("hom nay minh di cho"), language_of("this is my day"), language_of("wow")
    ('vi', 'vi', 'en', None)
    """
    text = text[:MAX_TEXT]
    for language, letters in _SCRIPTS.items():
        if len(letters.findall(text)) >= _LEAST_SMALL:
            return language
    keys = [spelled_key(word) for word in WORD.findall(text)]
    marked = sum(key.has_marks for key in keys)
    if marked >= max(_LEAST_SMALL, _MARKED * len(keys)) and any(_is_vietnamese(key.marked) for key in keys):
        return "vi"
    bare = [key.bare for key in keys]
    counts = {language: sum(word in small for word in bare) for language, small in _SMALL.items()}
    best, second = sorted(counts, key=lambda language: -counts[language])[:2]
    return best if counts[best] >= _LEAST_SMALL and counts[best] > counts[second] else None


def _is_vietnamese(marked: str) -> bool:
    """Letters or tones that French, Spanish and their like have not."""
    return any(letter in "ăơưđ\u0323\u0309" for letter in marked) or any(
        quality in marked and marked[-1] in "\u0300\u0301\u0303\u0309\u0323" for quality in "âêô"
    )
