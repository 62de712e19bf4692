"""The open dialog of a saved page: rows of a people list, or the comments of an opened post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from bs4 import BeautifulSoup, Tag

from server.capture import NOT_USERNAMES
from server.facts import CommentRow, FollowerRow
from server.parsing.document import Document, text_of

MAX_DIALOG = 1024 * 1024
MAX_ROWS = 2_000
_CLIMB = 8
_PROFILE_LINK = re.compile(r"(?:https://www\.instagram\.com)?/([A-Za-z0-9._]{1,30})/?", re.ASCII)
_COMMENT_LINK = re.compile(r"/(?:p|reel|tv)/([A-Za-z0-9_-]{5,60})/c/", re.ASCII)
# The picture that Instagram shows for an account without one: its file, and its name in base64.
_NO_PHOTO = ("44884218_345707102882519_2446069589734326272", "YW5vbnltb3VzX3Byb2ZpbGVfcGlj")


def read_dialog(document: Document, creator: str | None) -> tuple[list[FollowerRow], list[CommentRow]]:
    """People and comments of the topmost dialog; a page without one gives neither."""
    start = document.markup.rfind(b'role="dialog"')
    if start < 0:
        return [], []
    opening = document.markup.rfind(b"<", 0, start)
    soup = BeautifulSoup(text_of(document.markup[opening : opening + MAX_DIALOG]), "lxml")
    comments = list(islice(_comments(soup, creator), MAX_ROWS))
    return ([] if comments else list(islice(_people(soup, creator), MAX_ROWS))), comments


# --- people -------------------------------------------------------------------------------------------------


def _people(soup: BeautifulSoup, creator: str | None) -> Iterator[FollowerRow]:
    seen: set[str] = {creator or ""}
    for link in soup.find_all("a", href=_PROFILE_LINK, limit=4 * MAX_ROWS):
        name = _name_of(link)
        if name is None or name in seen or link.get_text(strip=True).lower() != name:
            continue
        row = _row_of(link, name)
        if row is None:
            continue
        seen.add(name)
        photo = row.find("img")
        yield FollowerRow(
            username=name,
            full_name=_full_name(row, name),
            has_photo=_has_photo(photo) if isinstance(photo, Tag) else None,
        )


def _name_of(link: Tag) -> str | None:
    match = _PROFILE_LINK.fullmatch(str(link.get("href", "")))
    name = match.group(1).lower() if match else None
    return None if name in NOT_USERNAMES else name


def _row_of(link: Tag, name: str) -> Tag | None:
    """The widest element around a link that speaks of nobody else."""
    best = None
    for parent in islice(link.parents, _CLIMB):
        names = {_name_of(other) for other in parent.find_all("a", href=_PROFILE_LINK, limit=4)} - {None}
        if names - {name}:
            break
        best = parent
    return best


def _full_name(row: Tag, name: str) -> str:
    for tag in row.find_all("span", dir="auto", limit=8):
        text = tag.get_text(" ", strip=True)
        if text and text.lower() != name and tag.find_parent(["button", "a"]) is None:
            return text
    return ""


def _has_photo(photo: Tag) -> bool:
    address = str(photo.get("src", ""))
    return not any(mark in address for mark in _NO_PHOTO)


# --- comments -----------------------------------------------------------------------------------------------


def _comments(soup: BeautifulSoup, creator: str | None) -> Iterator[CommentRow]:
    for link in soup.find_all("a", href=_COMMENT_LINK, limit=MAX_ROWS):
        match = _COMMENT_LINK.search(str(link.get("href", "")))
        author, text = _author_and_text(link)
        if match is None or author is None or text is None:
            continue
        yield CommentRow(
            post=match.group(1),
            username=author,
            text=text,
            is_reply=link.find_parent("ul") is not None,
            by_owner=author == creator,
            created_at=_time(link),
        )


def _author_and_text(link: Tag) -> tuple[str | None, str | None]:
    """Climbs from a comment's time to the smallest element that also holds its author and its text."""
    author: str | None = None
    for parent in islice(link.parents, _CLIMB):
        if author is None:
            names = (_name_of(other) for other in parent.find_all("a", href=_PROFILE_LINK, limit=3))
            author = next((name for name in names if name), None)
        texts = [tag for tag in parent.find_all("span", dir="auto", limit=12) if _is_text(tag, author)]
        if author is not None and texts:
            return author, texts[0].get_text(" ", strip=True)
    return author, None


def _is_text(tag: Tag, author: str | None) -> bool:
    """True for the block of the comment itself, not its author, time or counts."""
    shown = tag.get_text(" ", strip=True)
    inside = tag.find(["time", "span"]) is not None or tag.find_parent(["button", "a"]) is not None
    is_control = any(parent.get("role") == "button" for parent in islice(tag.parents, 3))
    return bool(shown) and shown.lower() != author and not inside and not is_control


def _time(link: Tag) -> datetime | None:
    stamp = link.find("time")
    try:
        return datetime.fromisoformat(str(stamp.get("datetime", ""))) if isinstance(stamp, Tag) else None
    except ValueError:
        return None
