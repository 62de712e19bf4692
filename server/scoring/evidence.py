"""Where a signal's value was read: entries that lead back to an element of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from server.facts import Count
from server.samples.earlier import Origin
from server.scoring.creator import Evidence, spaced_visits
from server.signals import EvidenceKind
from server.times import iso


class EvidenceEntry(Struct, frozen=True, kw_only=True):
    """One place of the page."""

    raw: str
    source: str
    locator: str


class Finder:
    """Finds the entries of one creator, each kind once however many signals ask for it."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._found: dict[EvidenceKind, list[EvidenceEntry]] = {}

    def entries(self, kinds: Iterable[EvidenceKind]) -> list[EvidenceEntry]:
        """Entries for each kind, in order; a kind of which nothing was seen gives none."""
        return [entry for kind in kinds for entry in self._of(kind)]

    def _of(self, kind: EvidenceKind) -> list[EvidenceEntry]:
        if kind not in self._found:
            self._found[kind] = _FINDERS[kind](self._evidence)
        return self._found[kind]


def _entry(raw: str, source: str, locator: str) -> EvidenceEntry:
    return EvidenceEntry(raw=raw, source=source, locator=locator)


def _count(count: Count | None) -> list[EvidenceEntry]:
    return [] if count is None else [_entry(count.raw, count.source or "history", count.locator)]


def _per_post(field: str) -> Callable[[Evidence], list[EvidenceEntry]]:
    return lambda evidence: [entry for post in evidence.posts for entry in _count(getattr(post, field))]


def _text(field: str) -> Callable[[Evidence], list[EvidenceEntry]]:
    def find(evidence: Evidence) -> list[EvidenceEntry]:
        value = getattr(evidence.facts, field)
        return [] if value is None else [_entry(value, "header_text", "header")]

    return find


def _dates(evidence: Evidence) -> list[EvidenceEntry]:
    return [
        _entry(iso(post.taken_at), post.taken_at_source or "", f'a[href*="/{post.shortcode}/"]')
        for post in evidence.posts
        if post.taken_at is not None
    ]


def _follower_rows(evidence: Evidence) -> list[EvidenceEntry]:
    tally = evidence.followers
    if tally is None:
        return []
    raw = f"{tally.n_with_signs} / {tally.n}{_read_on(evidence.followers_from)}"
    return [_entry(raw, f"sample:{tally.position or 'unknown'}", "[role=dialog]")]


def _comment_rows(evidence: Evidence) -> list[EvidenceEntry]:
    tally = evidence.comments
    if tally is None:
        return []
    return [_entry(f"{tally.n}{_read_on(evidence.comments_from)}", "sample:comments", "article")]


def _read_on(origin: Origin | None) -> str:
    """The day of a sample that this check did not read itself."""
    return "" if origin is None else f" ({origin.at:%Y-%m-%d})"


def _history(evidence: Evidence) -> list[EvidenceEntry]:
    visits = [visit for visit in spaced_visits(evidence) if visit.followers is not None]
    return [_entry(str(v.followers.value), "history", iso(v.at)) for v in visits if v.followers is not None]


_FINDERS: dict[EvidenceKind, Callable[[Evidence], list[EvidenceEntry]]] = {
    "followers": lambda evidence: _count(evidence.facts.followers),
    "following": lambda evidence: _count(evidence.facts.following),
    "post_count": lambda evidence: _count(evidence.facts.post_count),
    "biography": _text("biography"),
    "external_url": _text("external_url"),
    "likes": _per_post("likes"),
    "comments": _per_post("comments"),
    "plays": _per_post("plays"),
    "dates": _dates,
    "follower_rows": _follower_rows,
    "comment_rows": _comment_rows,
    "history": _history,
}
