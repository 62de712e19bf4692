"""JSON that stands inside the page: posts of a post page, and ``_sharedData`` of the pages of 2018 to 2021.

Only blocks that hold a needed key are decoded: decoding all of them costs twenty times as much.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from server.parsing.document import Document, Script
from server.parsing.markup import text_of
from server.parsing.nodes import dict_of, list_of, string_of
from server.strict_json import may_hold_halves, mend

_KEYS = (
    b'"like_count"',
    b'"follower_count"',
    b'"play_count"',
    b"comments__connection",
    b'"xig_polaris_media"',
)
_PREFETCHED = b"RelayPrefetchedStreamCache"
"""Stands at the beginning of every block that brings answers along with the page."""
_BEGINNING = 4_096
_LEGACY = (b"window._sharedData", b"window.__additionalDataLoaded", b"__additionalData")
MAX_BLOCKS = 64
MAX_BLOCK = 4 * 1024 * 1024
_PROFILE_ID = re.compile(rb'"profile_id"\s*:\s*"([0-9]{1,20})"')
_ROUTE = re.compile(rb'"canonicalRouteName"\s*:\s*"([A-Za-z0-9_.]{1,120})"')
_SERVED = b'"__spin_t":'
_SECONDS = re.compile(rb"\s*([0-9]{9,10})(?![0-9])")
_PAGE_ID = re.compile(rb'"pageID"\s*:\s*"([A-Za-z0-9_]{1,60})"')
_PRELOADED_NAME = re.compile(rb'"username"\s*:\s*"([A-Za-z0-9._]{1,30})"')


class Route(Struct, frozen=True):
    """What the page says it is. After pushState this is still the first page's."""

    page_id: str | None
    username: str | None
    profile_id: str | None


def read_route(document: Document) -> Route:
    """Page id, and the profile that the page was made for (never the viewer)."""
    profile_id = username = None
    for script in document.configured:
        profile_id = _found(_PROFILE_ID, script, b'"profile_id"')
        if profile_id is not None:
            # The preloaded requests of the same script name the profile they are for.
            username = _found(_PRELOADED_NAME, script, b'"polaris_preload"', 8_192)
            break
    page_id = _first_found(_PAGE_ID, document.configured, b'"polarisRouteConfig"')
    return Route(page_id, username.lower() if username else None, profile_id)


def route_name(document: Document) -> str | None:
    """What the page calls its route; asked for where the page id tells too little, since many pages name none."""
    return _first_found(_ROUTE, document.configured, b'"canonicalRouteName"')


def served_at(page: str | bytes) -> datetime | None:
    """When Instagram served the page: the second that it writes into its own configuration."""
    body = page.encode("utf-8", "replace") if isinstance(page, str) else page
    start = body.find(_SERVED)
    match = _SECONDS.match(body, start + len(_SERVED)) if start >= 0 else None
    return datetime.fromtimestamp(int(match.group(1)), UTC) if match else None


def _found(pattern: re.Pattern[bytes], script: Script, mark: bytes, window: int = 512) -> str | None:
    start = script.find(mark)
    match = pattern.search(script.page, start, min(start + window, script.end)) if start >= 0 else None
    return match.group(1).decode() if match else None


def _first_found(pattern: re.Pattern[bytes], scripts: Sequence[Script], mark: bytes) -> str | None:
    return next((value for script in scripts if (value := _found(pattern, script, mark)) is not None), None)


def embedded_bodies(document: Document) -> Iterator[Any]:
    """The JSON blocks that hold counts or comments."""
    found = 0
    for script in document.scripts:
        beginning = min(script.start + _BEGINNING, script.end)
        if (
            not script.is_json
            or len(script) > MAX_BLOCK
            or script.page.find(_PREFETCHED, script.start, beginning) < 0
        ):
            continue
        if all(script.find(key) < 0 for key in _KEYS):
            continue
        value = _decoded(script.body)
        if value is not None:
            found += 1
            yield value
        if found == MAX_BLOCKS:
            return


def legacy_bodies(document: Document) -> Iterator[dict[str, Any]]:
    """The objects behind ``window._sharedData =`` and ``window.__additionalDataLoaded(``."""
    for script in document.scripts:
        beginning = script.page[script.start : min(script.start + 400, script.end)]
        if len(script) > MAX_BLOCK or not beginning.lstrip().startswith(_LEGACY):
            continue
        brace = beginning.find(b"{")
        value = _decoded(script.body[brace:]) if brace >= 0 else None
        if isinstance(value, dict):
            yield value


def legacy_pages(bodies: list[dict[str, Any]]) -> dict[str, Any]:
    """``entry_data`` of ``_sharedData``: kind of page by name."""
    for body in bodies:
        pages = dict_of(body.get("entry_data"))
        if pages:
            return pages
    return {}


def legacy_post(bodies: list[dict[str, Any]], pages: dict[str, Any]) -> dict[str, Any]:
    """The post of an old post page."""
    candidates: list[Any] = [*bodies, *list_of(pages.get("PostPage"))]
    for candidate in map(dict_of, candidates):
        graph = dict_of(candidate.get("graphql"))
        media = dict_of(graph.get("shortcode_media")) or dict_of(candidate.get("shortcode_media"))
        if string_of(media.get("shortcode")):
            return media
    return {}


def _decoded(body: bytes) -> Any:
    try:
        value, _ = json.JSONDecoder().raw_decode(text_of(body).lstrip())
    except (ValueError, RecursionError):
        return None
    if isinstance(value, (dict, list)) and may_hold_halves(body):
        mend(value)
    return value
