"""The public post held against the version that was approved: the caption, Instagram's label, the mentions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from server.campaigns.brief import Brief
from server.campaigns.records import PostedState
from server.facts import Post

MAX_TEXT = 2_200
MAX_DIFFERENCES = 50
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_PIECE = re.compile(r"\S+\s*")
_MENTION = re.compile(r"(?<![\w@.])@([A-Za-z0-9._]{1,30})", re.ASCII)


class Difference(Struct, frozen=True):
    """Words that differ at one place; ``approved`` is empty where words were added, ``live`` where some are gone."""

    approved: str
    live: str


class ComparedPart(Struct, frozen=True):
    """A stretch of both texts, with their line ends: equal in what is seen, or each as it stands."""

    approved: str
    live: str
    is_same: bool


class PostedCheck(Struct, frozen=True):
    """What came out, worst first, with the evidence for all of it."""

    state: PostedState
    differences: tuple[Difference, ...] = ()
    has_label: bool | None = None
    """Whether the post carries Instagram's label of a paid partnership; None where the page did not tell."""
    missing_mentions: tuple[str, ...] = ()


def posted_check(approved: str, live: Post | None, brief: Brief) -> PostedCheck:
    """``live`` is the post as its page showed it; None where the page said that there is no such post. Where a picture
    alone was approved, there is no text to hold a caption against."""
    if live is None:
        return PostedCheck("gone")
    if not approved.strip() or live.caption is None or _is_cut(approved, live.caption):
        return PostedCheck("not_read", has_label=live.is_sponsored)
    found = differences(approved, live.caption)
    lacks_label = brief.paid and live.is_sponsored is False
    return PostedCheck(
        "changed" if found else "label_missing" if lacks_label else "same",
        found,
        live.is_sponsored,
        _missing(brief.mentions, live.caption),
    )


def differences(approved: str, live: str) -> tuple[Difference, ...]:
    """Where the words differ, in their order, at most MAX_DIFFERENCES."""
    return tuple(_differences(_words(approved), _words(live)))[:MAX_DIFFERENCES]


def _is_cut(approved: str, live: str) -> bool:
    """Whether the page shows only the beginning of what was approved: where it ends in dots, nothing is said of the rest."""
    begun = _shown(live).rstrip()
    shown = " ".join(begun.rstrip(".… ").split())
    whole = " ".join(_words(approved))
    return begun.endswith(("…", "...")) and len(shown) < len(whole) - 1 and whole.startswith(shown)


def compared(approved: str, live: str) -> tuple[ComparedPart, ...]:
    """Both texts side by side from their beginning to their end."""
    first, second = _pieces(approved), _pieces(live)
    matcher = _matcher([piece.strip() for piece in first], [piece.strip() for piece in second])
    return tuple(
        ComparedPart("".join(first[a:b]), "".join(second[c:d]), kind == "equal")
        for kind, a, b, c, d in matcher.get_opcodes()
    )


def resemblance(approved: str, live: str) -> float:
    """Share of the words that both texts have in the same order: 0 nothing, 1 the same."""
    return _matcher(_words(approved), _words(live)).ratio()


def _shown(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text[:MAX_TEXT]))


def _words(text: str) -> list[str]:
    """The words as they are seen: white space, line ends and what is invisible make no difference, marks and case do."""
    return _shown(text).split()


def _pieces(text: str) -> list[str]:
    """The words with the white space behind each; put together they are the text without what stands before it."""
    return _PIECE.findall(_shown(text).lstrip())


def _matcher(approved: Sequence[str], live: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, approved, live, autojunk=False)


def _differences(approved: Sequence[str], live: Sequence[str]) -> Iterator[Difference]:
    for kind, a, b, c, d in _matcher(approved, live).get_opcodes():
        if kind != "equal":
            yield Difference(" ".join(approved[a:b]), " ".join(live[c:d]))


def _missing(mentions: Sequence[str], caption: str) -> tuple[str, ...]:
    there = {name.rstrip(".").lower() for name in _MENTION.findall(caption)}
    return tuple(name for name in mentions if name.lstrip("@").lower() not in there)
