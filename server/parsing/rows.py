"""Follower and comment rows of a capture: the extension's samples, the page's own answers, the open dialog."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from server.capture import MAX_SAMPLE_ROWS
from server.facts import CommentRow, Facts, FollowerRow
from server.parsing.media import shortcode_of
from server.parsing.responses import comments, followers
from server.parsing.view import CaptureView

_FOLLOWERS = re.compile(r"/friendships/([0-9]{1,20})/followers", re.ASCII)
_COMMENTS = re.compile(r"/media/([0-9]{1,25})(?:_[0-9]+)?/comments", re.ASCII)


def sample_rows(view: CaptureView, facts: Facts) -> tuple[tuple[FollowerRow, ...], tuple[CommentRow, ...]]:
    """People and comments about this creator; a person is listed once, whoever reported the row first."""
    people = {row.username: row for row in view.capture.follower_rows}
    for row in _answered_followers(view, facts):
        people.setdefault(row.username, row)
    written = list(view.capture.comment_rows)
    known = {(row.username, row.text) for row in written}
    written += [row for row in _answered_comments(view, facts) if (row.username, row.text) not in known]
    if not people and not written and b'role="dialog"' in view.document.markup:
        from server.parsing.dialogs import read_dialog  # noqa: PLC0415 - bs4 takes 0.1 s to load and few pages need it

        listed, written = read_dialog(view.document, facts.username)
        people = {row.username: row for row in listed}
    return tuple(people.values())[:MAX_SAMPLE_ROWS], tuple(written[:MAX_SAMPLE_ROWS])


def _answered_followers(view: CaptureView, facts: Facts) -> Iterator[FollowerRow]:
    """Rows of the followers lists that the page asked for by the creator's numeric id."""
    for response in view.capture.responses:
        match = _FOLLOWERS.search(response.path)
        if match and match.group(1) == facts.profile_id:
            yield from followers(response.body)


def _answered_comments(view: CaptureView, facts: Facts) -> Iterator[CommentRow]:
    """Comments of the creator's posts: asked for by the post's id, or embedded in the post's own page."""
    codes = {post.shortcode for post in facts.posts}
    for response in view.capture.responses:
        match = _COMMENTS.search(response.path)
        code = shortcode_of(int(match.group(1))) if match else None
        if code in codes:
            yield from _of_post(response.body, code, facts)
    if view.meta.shortcode in codes:
        for body in (*view.embedded, view.legacy_post):
            yield from _of_post(body, view.meta.shortcode, facts)


def _of_post(body: object, code: str | None, facts: Facts) -> Iterator[CommentRow]:
    for row in islice(comments(body), MAX_SAMPLE_ROWS):
        yield replace(row, post=code or "", by_owner=row.username.lower() == facts.username)
