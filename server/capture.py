"""A capture: what the extension or a saved page hands over. ``Capture.from_json`` is the trust boundary of the body.

One parser serves both: a saved page is a capture whose ``html`` is the whole document.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from typing import Any, Literal, cast
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from server import strict_json
from server.errors import BadField, BadText, BadUrl, BadUsername, TooLarge, TooLong, TooMany, UnknownField
from server.facts import CommentRow, FollowerRow
from server.instagram import NOT_USERNAMES
from server.saved_page import page_of

SCHEMA = 1
MAX_BODY_BYTES = 8 * 1024 * 1024
MAX_RESPONSES = 60
MAX_SAMPLE_ROWS = 5_000
MAX_ROW_TEXT = 4_000
USERNAME = re.compile(r"[a-z0-9._]{1,30}", re.ASCII)
_HOSTS = frozenset({"www.instagram.com", "instagram.com", "m.instagram.com"})
_NAVIGATION = ("load", "spa")
POSITIONS = ("top", "middle")
"""Which part of the list the rows of followers come from."""


class Response(Struct, frozen=True):
    """One answer that the page itself had asked for."""

    path: str
    name: str
    """The operation, e.g. "PolarisProfilePageContentQuery", or "" where there is none."""
    received_at: datetime | None
    body: dict[str, Any]


class Capture(Struct, frozen=True):
    """What a check is made of."""

    html: str | bytes
    """Text from a capture, the bytes themselves from a saved page."""
    url: str | None = None
    """The address in the browser; None for a saved page, whose address is read from the page."""
    captured_at: datetime | None = None
    navigation: Literal["load", "spa"] = "load"
    responses: tuple[Response, ...] = ()
    follower_rows: tuple[FollowerRow, ...] = ()
    followers_position: str | None = None
    comment_rows: tuple[CommentRow, ...] = ()

    @classmethod
    def from_json(cls, body: bytes | str | dict[str, Any]) -> Capture:
        """Read a capture of schema 1. Raises a SoiError that names the field; never lets another error out."""
        if isinstance(body, (bytes, str)):
            if len(body) > MAX_BODY_BYTES:
                raise TooLarge(f"A capture has at most {MAX_BODY_BYTES // 2**20} MB.")
            halves = isinstance(body, str) or strict_json.may_hold_halves(body)
            body = strict_json.loads_object(body)
            if halves and isinstance(body.get("responses"), list):
                strict_json.mend(body["responses"])
        return _read_capture(body)

    @classmethod
    def from_page(cls, page: bytes, captured_at: datetime | None = None) -> Capture:
        """A saved page. Bytes that are no UTF-8 become replacement characters where they are read, not an error."""
        if len(page) > MAX_BODY_BYTES:
            raise TooLarge(f"A page has at most {MAX_BODY_BYTES // 2**20} MB.")
        return cls(html=page_of(page), captured_at=captured_at)

    def digest(self) -> str:
        """SHA-256 over what was read; equal captures give equal digests whatever their time."""
        page = self.html if isinstance(self.html, bytes) else self.html.encode("utf-8", "surrogatepass")
        hasher = hashlib.sha256(page)
        rest: list[Any] = [self.url, self.navigation, [(r.path, r.name, r.body) for r in self.responses]]
        rest += [self.follower_rows, self.followers_position, self.comment_rows]
        for part in rest:
            hasher.update(b"\0" + repr(part).encode("utf-8", "surrogatepass"))
        return hasher.hexdigest()


def clean_username(text: str) -> str:
    """``Name``, ``@name`` or a profile's address as the user name in lower case; raises BadUsername.

    >>> clean_username("https://www.instagram.com/Abc/?hl=en")
    'abc'
    >>> clean_username("instagram.com/Abc")
    'abc'
    """
    if "/" in text:
        found = username_of_url(text if "://" in text else f"https://{text}")
        if found is None:
            raise BadUsername
        return found
    name = text.removeprefix("@")
    name = name.lower() if name.isascii() else name
    if not is_username(name):
        raise BadUsername
    return name


def is_username(name: str) -> bool:
    """Whether a profile may be called so: one rule for pages, addresses, fields and sheets. Dots alone name nobody."""
    return bool(USERNAME.fullmatch(name)) and name.strip(".") != "" and name not in NOT_USERNAMES


def username_of_url(url: str) -> str | None:
    """The profile that an Instagram address belongs to, or None (``/p/CODE/`` names nobody)."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("https", "http") or host not in _HOSTS:
        return None
    segments = [unquote(s) for s in parts.path.split("/") if s]
    if segments and segments[0] == "stories":
        segments = segments[1:]
    if not segments:
        return None
    name = segments[0].lower()
    return name if is_username(name) else None


def check_instagram_url(url: str) -> str:
    """``url`` itself if it is an https page of Instagram; raises BadUrl."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadUrl from error
    if parts.scheme != "https" or parts.hostname not in _HOSTS or port not in (None, 443) or parts.username:
        raise BadUrl
    return url


# --- reading the body ----------------------------------------------------------------------------------------


def _read_capture(body: dict[str, Any]) -> Capture:
    known = {"schema", "url", "captured_at", "navigation", "html", "responses", "samples"}
    _refuse_unknown(body, known)
    if body.get("schema", SCHEMA) != SCHEMA or isinstance(body.get("schema"), bool):
        raise BadField("schema: this Soi reads captures of schema 1.")
    samples = _take(body, "samples", dict, {})
    _refuse_unknown(samples, {"followers", "comments"})
    followers = _take(samples, "followers", dict, {})
    _refuse_unknown(followers, {"position", "rows"})
    follower_rows = _rows(followers, "rows", "samples.followers.rows")
    comment_rows = _rows(samples, "comments", "samples.comments")
    return Capture(
        html=_page(_text(body, "html", MAX_BODY_BYTES)),
        url=_url(body),
        captured_at=_time(body, "captured_at"),
        navigation=_navigation(body),
        responses=_responses(body),
        follower_rows=tuple(_follower_row(row) for row in follower_rows),
        followers_position=_position(followers),
        comment_rows=tuple(_comment_row(row) for row in comment_rows),
    )


def _page(text: str) -> str | bytes:
    """Markup as it is; of a web archive in one file, as the Soi page takes it too, the page that it holds."""
    return text if text[:200].lstrip()[:1] in ("", "<") else page_of(text.encode("utf-8", "replace"))


def _refuse_unknown(body: dict[str, Any], known: set[str]) -> None:
    if body.keys() - known:
        raise UnknownField


def _take(body: dict[str, Any], name: str, kind: type, default: Any) -> Any:
    value = body.get(name, default)
    if value is None:
        return default
    if not isinstance(value, kind):
        raise BadField(f"{name}: wrong type.")
    return value


def _text(body: dict[str, Any], name: str, limit: int) -> str:
    value = body.get(name)
    if not isinstance(value, str):
        raise BadField(f"{name}: a text is needed.")
    if len(value) > limit:
        raise TooLong(f"{name}: at most {limit} characters.")
    try:
        value.encode()  # six times as quick as a search by pattern, which counts for a whole page
    except UnicodeEncodeError as error:
        raise BadText(f"{name}: half a character (a lone surrogate).") from error
    return value


def _optional_text(body: dict[str, Any], name: str, limit: int) -> str | None:
    return None if body.get(name) is None else _text(body, name, limit)


def _url(body: dict[str, Any]) -> str | None:
    url = _optional_text(body, "url", 2_048)
    return None if url is None else check_instagram_url(url)


def _time(body: dict[str, Any], name: str) -> datetime | None:
    text = _optional_text(body, name, 40)
    if text is None:
        return None
    try:
        time = datetime.fromisoformat(text)
        return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise BadField(f"{name}: a time in ISO 8601 is needed.") from error


def _navigation(body: dict[str, Any]) -> Literal["load", "spa"]:
    value = body.get("navigation", "load")
    if value not in _NAVIGATION:
        raise BadField("navigation: load or spa.")
    return cast("Literal['load', 'spa']", value)


def _position(followers: dict[str, Any]) -> str | None:
    value = _optional_text(followers, "position", 40)
    if value not in (None, *POSITIONS):
        raise BadField(f"samples.followers.position: {' or '.join(POSITIONS)}.")
    return value


def _responses(body: dict[str, Any]) -> tuple[Response, ...]:
    rows = _take(body, "responses", list, [])
    if len(rows) > MAX_RESPONSES:
        raise TooMany(f"responses: at most {MAX_RESPONSES}.")
    return tuple(_response(row) for row in rows)


def _response(row: Any) -> Response:
    if not isinstance(row, dict):
        raise BadField("responses: a list of objects is needed.")
    _refuse_unknown(row, {"path", "name", "received_at", "body"})
    return Response(
        path=_text(row, "path", 2_048),
        name=_optional_text(row, "name", 200) or "",
        received_at=_time(row, "received_at"),
        body=_take(row, "body", dict, {}),
    )


def _rows(body: dict[str, Any], name: str, label: str) -> list[dict[str, Any]]:
    rows = _take(body, name, list, [])
    if len(rows) > MAX_SAMPLE_ROWS:
        raise TooMany(f"{label}: at most {MAX_SAMPLE_ROWS} rows.")
    if not all(isinstance(row, dict) for row in rows):
        raise BadField(f"{label}: a list of objects is needed.")
    return cast("list[dict[str, Any]]", rows)


def _optional_bool(row: dict[str, Any], name: str) -> bool | None:
    return cast("bool | None", _take(row, name, bool, None))


def _follower_row(row: dict[str, Any]) -> FollowerRow:
    _refuse_unknown(row, {"username", "full_name", "has_photo", "is_verified", "is_private"})
    return FollowerRow(
        username=_text(row, "username", 100),
        full_name=_optional_text(row, "full_name", 400),
        has_photo=_optional_bool(row, "has_photo"),
        is_verified=_optional_bool(row, "is_verified"),
        is_private=_optional_bool(row, "is_private"),
    )


def _comment_row(row: dict[str, Any]) -> CommentRow:
    _refuse_unknown(row, {"post", "username", "text", "is_reply", "by_owner", "created_at"})
    return CommentRow(
        post=_text(row, "post", 100),
        username=_text(row, "username", 100),
        text=_text(row, "text", MAX_ROW_TEXT),
        is_reply=_optional_bool(row, "is_reply") or False,
        by_owner=_optional_bool(row, "by_owner") or False,
        created_at=_time(row, "created_at"),
    )
