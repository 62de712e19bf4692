"""From a capture to facts. ``read_capture`` is the one way in; the row readers read JSON bodies by themselves."""

from __future__ import annotations

from server.capture import Capture
from server.errors import BadUrl
from server.facts import Reading
from server.parsing.embedded import served_at
from server.parsing.merge import merge
from server.parsing.page import page_kind
from server.parsing.responses import comments, followers, following, likers, timelines
from server.parsing.rows import sample_rows
from server.parsing.view import CaptureView

__all__ = ["comments", "followers", "following", "likers", "read_capture", "served_at", "timelines"]


def read_capture(capture: Capture) -> Reading:
    """What a capture shows. Raises BadUrl where a live page belongs to another profile than its address says."""
    view = CaptureView.of(capture)
    _refuse_other_profile(view)
    merged = merge(view)
    people, remarks = sample_rows(view, merged.facts)
    sources = {count.source for ranked in merged.alternatives.values() for count in ranked if count.source}
    rules = {count.rule for ranked in merged.alternatives.values() for count in ranked}
    return Reading(
        page=page_kind(view, merged.has_counts, merged.facts.is_private),
        facts=merged.facts,
        alternatives=merged.alternatives,
        disagreements=merged.disagreements,
        unread=merged.unread,
        follower_rows=people,
        followers_position=capture.followers_position or ("top" if people else None),
        comment_rows=remarks,
        sources=tuple(sorted(sources)),
        discarded=merged.discarded,
        rules=tuple(sorted(rules - {""})),
    )


def _refuse_other_profile(view: CaptureView) -> None:
    """A number of one creator must never stand under another's name."""
    if view.capture.url is None:
        return
    shown = view.header.username if view.header and view.header.counts else None
    wanted = view.username
    if shown is not None:
        if wanted != shown:
            raise BadUrl
        return
    others = {view.meta.username, view.route.username} - {None}
    answered = any(True for response in view.capture.responses)
    if others and wanted not in others and not answered:
        raise BadUrl
