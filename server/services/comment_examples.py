"""Which of the comments that were just read are of a kind, as places in the capture: shown on the page, kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from server.facts import CommentRow
from server.samples.classify import classify

KINDS = ("intent", "generic", "emoji", "mention", "spam")
MOST_OF_A_KIND = 3
MOST_LOOKED_AT = 500
"""Comments among which examples are sought: nobody scrolls back further to look at one."""


def comment_examples(rows: Sequence[CommentRow], sent: int) -> list[dict[str, Any]]:
    """``[{"kind", "post", "row"}]``: ``row`` is the place in the capture's ``samples.comments``.

    Only the first ``sent`` rows came from there; the others were read from the page's own answers and have no place.
    """
    places = [i for i, row in enumerate(rows[:sent]) if not row.by_owner][:MOST_LOOKED_AT]
    labels = classify([rows[i].text for i in places])
    found: list[dict[str, Any]] = []
    for kind in KINDS:
        of_kind = [i for i, label in zip(places, labels, strict=True) if label == kind]
        found += [{"kind": kind, "post": rows[i].post, "row": i} for i in of_kind[:MOST_OF_A_KIND]]
    return found
