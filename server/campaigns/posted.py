"""The public post held against the version that was approved: the caption, Instagram's label, the mentions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from server.campaigns.brief import Brief
from server.facts import Post

PostedState = Literal["same", "changed", "label_missing", "gone", "not_read"]
MAX_TEXT = 2_200
MAX_DIFFERENCES = 50
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_MENTION = re.compile(r"(?<![\w@.])@([A-Za-z0-9._]{1,30})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that differ at one place; ``approved`` is empty where words were added, ``live`` where some are gone."""

    approved: str
    live: str


@dataclass(frozen=True, slots=True)
class PostedCheck:
    """What came out, worst first, with the evidence for all of it."""

    state: PostedState
    differences: tuple[Difference, ...] = ()
    has_label: bool | None = None
    """Whether the post carries Instagram's label of a paid partnership; None where the page did not tell."""
    missing_mentions: tuple[str, ...] = ()


def posted_check(approved: str, live: Post | None, brief: Brief) -> PostedCheck:
    """``live`` is the post as its page showed it; None where the page said that there is no such post."""
    if live is None:
        return PostedCheck("gone")
    if live.caption is None:
        return PostedCheck("not_read", has_label=live.is_sponsored)
    differences = tuple(_differences(_words(approved), _words(live.caption)))
    lacks_label = brief.paid and live.is_sponsored is False
    return PostedCheck(
        "changed" if differences else "label_missing" if lacks_label else "same",
        differences[:MAX_DIFFERENCES],
        live.is_sponsored,
        _missing(brief.mentions, live.caption),
    )


def _words(text: str) -> list[str]:
    """The words as they are seen: white space, line ends and what is invisible make no difference, marks and case do."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text[:MAX_TEXT])).split()


def _differences(approved: Sequence[str], live: Sequence[str]) -> Iterator[Difference]:
    for kind, a, b, c, d in SequenceMatcher(None, approved, live, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Difference(" ".join(approved[a:b]), " ".join(live[c:d]))


def _missing(mentions: Sequence[str], caption: str) -> tuple[str, ...]:
    there = {name.rstrip(".").lower() for name in _MENTION.findall(caption)}
    return tuple(name for name in mentions if name.lstrip("@").lower() not in there)
