"""A capture without the people in it, to be sent along with a report of a page that is read wrongly.

What stays is what a reader rests on: the structure of the page, its counts, the times and kinds of posts, and the words of
Instagram's own screens. What goes: names (each becomes ``creator`` or ``person7``), biographies, captions, comments,
addresses, identifiers and pictures. Letters become x, so that lengths and scripts still show.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from server.capture import Capture
from server.parsing import read_capture
from server.redaction.pages import Page
from server.redaction.pseudonyms import Pseudonyms
from server.redaction.values import RedactedJson


def redacted(capture: Capture) -> dict[str, Any]:
    """``capture`` as a JSON document of the same schema, which reads to the same counts under an invented name."""
    names = Pseudonyms()
    owner = read_capture(capture).facts.username
    if owner is not None:
        names.meet_owner(owner)
    page = Page(
        capture.html if isinstance(capture.html, str) else capture.html.decode("utf-8", "replace"), names
    )
    values = RedactedJson(names)
    for response in capture.responses:
        values.meet(response.body)
    for name in [r.username for r in capture.follower_rows] + [r.username for r in capture.comment_rows]:
        names.handle(name)
    found: dict[str, Any] = {"schema": 1, "html": page.redacted(values), "navigation": capture.navigation}
    if capture.url is not None:
        found["url"] = names.address(capture.url)
    if capture.captured_at is not None:
        found["captured_at"] = _written(capture.captured_at)
    found["responses"] = [
        {
            "path": names.path(response.path.split("?")[0]),
            "name": response.name,
            "received_at": _written(response.received_at),
            "body": values.redacted(response.body),
        }
        for response in capture.responses
    ]
    return found | {"samples": _samples(capture, names)}


def _samples(capture: Capture, names: Pseudonyms) -> dict[str, Any]:
    people = [
        {
            "username": names.handle(row.username),
            "full_name": names.masked(row.full_name) if row.full_name else row.full_name,
            "has_photo": row.has_photo,
            "is_verified": row.is_verified,
            "is_private": row.is_private,
        }
        for row in capture.follower_rows
    ]
    remarks = [
        {
            "post": names.code(row.post),
            "username": names.handle(row.username),
            "text": names.masked(row.text),
            "is_reply": row.is_reply,
            "by_owner": row.by_owner,
            "created_at": _written(row.created_at),
        }
        for row in capture.comment_rows
    ]
    return {"followers": {"position": capture.followers_position, "rows": people}, "comments": remarks}


def _written(time: datetime | None) -> str | None:
    return time.isoformat() if time else None
