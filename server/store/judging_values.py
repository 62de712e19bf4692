"""Whether one value is one that this Soi writes. Every function raises, mostly a ValueError, for any other."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import cache
from typing import Any

from server.capture import POSITIONS
from server.handles import clean_handle
from server.metrics.tiers import TIERS
from server.scoring.verdict_codes import CODES
from server.store.documents import time_of

_MOST_LISTED = 100
_MOST = 10**15
"""No number that is kept is larger."""
_YEARS = range(1900, 9000)
"""Times outside of these cannot be reckoned with in every time zone."""
_WORD = re.compile(r"[a-z_]{1,40}")
_SAMPLE_PARTS = frozenset(
    {"n_with_signs", "n_no_photo", "n_photo_known", "n_digit_names", "n_no_full_name", "n_full_name_known"}
    | {"n_made_names", "n_bare"}
    | {"n_generic", "n_emoji_only", "n_mention_only", "n_duplicate", "n_duplicate_across_posts", "n_spam"}
    | {"n_people", "n_posts", "n_regulars"}
)
"""Counts of a sample that are of its ``n`` rows."""


def need(holds: bool, what: str) -> None:
    if not holds:
        raise ValueError(what)


def number(value: Any) -> None:
    need(type(value) in (int, float) and math.isfinite(value) and abs(value) <= _MOST, "a number")


def count(value: Any) -> None:
    need(type(value) is int and 0 <= value <= _MOST, "a count")


def an_id(value: Any) -> None:
    need(type(value) is int and value > 0, "an id")


def flag(value: Any) -> None:
    need(type(value) is bool, "true or false")


def text(value: Any) -> None:
    need(type(value) is str and len(value) <= 10_000, "a text")


def word(value: Any) -> None:
    need(type(value) is str and _WORD.fullmatch(value) is not None, "a word")


def time(value: Any) -> None:
    need(time_of(value).year in _YEARS, "a time")


def username(value: Any) -> None:
    need(clean_handle(value) == value, "a user name")


def figure(value: Any) -> None:
    """Value, low and high."""
    need(type(value) is list and len(value) == 3, "a figure")
    for part in value:
        number(part)


def choice(*words: str) -> Callable[[Any], None]:
    return lambda value: need(value in words, "one of some words")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(CODES if kind == "verdict" else TIERS)


def verdict(value: Any) -> None:
    need(value in _words("verdict"), "a verdict")


def tier(value: Any) -> None:
    need(value in _words("tier"), "a tier")


def sample(value: Any) -> None:
    """Counts of one sample, none larger than the whole."""
    n = value["n"]
    for name, kept in value.items():
        if name == "position":
            choice(*POSITIONS)(kept)
        elif name == "model":
            text(kept)
        elif name == "n" or name.startswith("n_"):
            count(kept)
            need(name not in _SAMPLE_PARTS or kept <= n, "a part of the sample")
        else:
            number(kept)


def word_list(value: Any) -> None:
    need(type(value) is list and len(value) <= _MOST_LISTED, "a short list")
    for one in value:
        word(one)


def contacts(value: Any) -> None:
    """Lists of texts by kind."""
    need(set(value) <= {"emails", "phones", "zalo", "links"}, "kinds of contacts")
    for found in value.values():
        need(type(found) is list and len(found) <= _MOST_LISTED, "a short list")
        for one in found:
            text(one)
