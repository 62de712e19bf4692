"""The open dialog of a saved page: rows of a people list, or the comments of an opened post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from bs4 import BeautifulSoup, Tag
from msgspec.structs import replace

from server.capture import MAX_ROW_TEXT
from server.facts import CommentRow, FollowerRow
from server.instagram import NOT_USERNAMES, is_default_picture
from server.parsing.document import Document
from server.parsing.markup import text_of

MAX_DIALOG = 1024 * 1024
MAX_ROWS = 2_000
_CLIMB = 8
_PROFILE_LINK = re.compile(r"(?:https://www\.instagram\.com)?/([A-Za-z0-9._]{1,30})/?", re.ASCII)
_COMMENT_LINK = re.compile(r"/(?:p|reel|tv)/([A-Za-z0-9_-]{5,60})/c/", re.ASCII)


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


def _has_photo(photo: Tag) -> bool | None:
    """By the picture's address; None where the page was saved before it was there, as in the browser."""
    address = str(photo.get("src", ""))
    return not is_default_picture(address) if address else None


# --- comments -----------------------------------------------------------------------------------------------


def _comments(soup: BeautifulSoup, creator: str | None) -> Iterator[CommentRow]:
    """In one pass: a comment's author, then its time (a link to the comment), then its text."""
    author: str | None = None
    pending: CommentRow | None = None
    for tag in soup.find_all(["a", "span"]):
        name = _name_of(tag) if tag.name == "a" else None
        match = _COMMENT_LINK.search(str(tag.get("href", ""))) if tag.name == "a" else None
        if name is not None:
            author = name
        elif match is not None and author is not None:
            is_reply = any(parent.name == "ul" for parent in islice(tag.parents, _CLIMB))
            pending = CommentRow(match.group(1), author, "", is_reply, author == creator, _time(tag))
        elif pending is not None and tag.get("dir") == "auto" and (text := _own_text(tag)):
            yield replace(pending, text=text)
            pending = None


def _own_text(tag: Tag) -> str:
    """The text of a comment's block; "" for a link, a button or a box of boxes."""
    around = islice(tag.parents, 3)
    is_control = any(up.name in ("a", "button") or up.get("role") == "button" for up in around)
    return (
        ""
        if is_control or tag.find(["time", "span"]) is not None
        else tag.get_text(" ", strip=True)[:MAX_ROW_TEXT]
    )


def _time(link: Tag) -> datetime | None:
    stamp = link.find("time")
    try:
        return datetime.fromisoformat(str(stamp.get("datetime", ""))) if isinstance(stamp, Tag) else None
    except ValueError:
        return None
