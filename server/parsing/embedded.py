"""JSON that stands inside the page: posts of a post page, and ``_sharedData`` of the pages of 2018 to 2021.

Only blocks that hold a needed key are decoded: decoding all of them costs twenty times as much.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from server.parsing.document import Document
from server.parsing.nodes import dict_of, list_of, text_of

_KEYS = ('"like_count"', '"follower_count"', '"play_count"', "comments__connection")
_LEGACY = ("window._sharedData", "window.__additionalDataLoaded", "__additionalData")
MAX_BLOCKS = 64
MAX_BLOCK = 4 * 1024 * 1024
_PROFILE_ID = re.compile(r'"profile_id"\s*:\s*"([0-9]{1,20})"', re.ASCII)
_ROUTE = re.compile(r'"canonicalRouteName"\s*:\s*"([A-Za-z0-9_.]{1,120})"', re.ASCII)
_SERVED = '"__spin_t":'
_SECONDS = re.compile(r"\s*([0-9]{9,10})(?![0-9])", re.ASCII)
_PAGE_ID = re.compile(r'"pageID"\s*:\s*"([A-Za-z0-9_]{1,60})"', re.ASCII)
_PRELOADED_NAME = re.compile(r'"username"\s*:\s*"([A-Za-z0-9._]{1,30})"', re.ASCII)


@dataclass(frozen=True, slots=True)
class Route:
    """What the page says it is. After pushState this is still the first page's."""

    name: str | None
    page_id: str | None
    username: str | None
    profile_id: str | None


def read_route(document: Document) -> Route:
    """Route name, page id, and the profile that the page was made for (never the viewer)."""
    name = page_id = username = profile_id = None
    for script in document.scripts:
        body = script.body
        start = body.find('"polaris_preload"')
        if profile_id is None and '"profile_id"' in body:
            match = _PROFILE_ID.search(body)
            profile_id = match.group(1) if match else None
            named = _PRELOADED_NAME.search(body, start, start + 8_192) if start > 0 else None
            username = named.group(1).lower() if named else None
        name = name or _found(_ROUTE, body, '"canonicalRouteName"')
        page_id = page_id or _found(_PAGE_ID, body, '"polarisRouteConfig"')
    return Route(name, page_id, username, profile_id)


def served_at(page: str) -> datetime | None:
    """When Instagram served the page: the second that it writes into its own configuration."""
    start = page.find(_SERVED)
    match = _SECONDS.match(page, start + len(_SERVED)) if start >= 0 else None
    return datetime.fromtimestamp(int(match.group(1)), UTC) if match else None


def _found(pattern: re.Pattern[str], body: str, mark: str) -> str | None:
    start = body.find(mark)
    match = pattern.search(body, start, start + 512) if start >= 0 else None
    return match.group(1) if match else None


def embedded_bodies(document: Document) -> Iterator[Any]:
    """The JSON blocks that hold counts or comments."""
    found = 0
    for script in document.scripts:
        body = script.body
        if not script.is_json or len(body) > MAX_BLOCK or not any(key in body for key in _KEYS):
            continue
        value = _decoded(body, 0)
        if value is not None:
            found += 1
            yield value
        if found == MAX_BLOCKS:
            return


def legacy_bodies(document: Document) -> Iterator[dict[str, Any]]:
    """The objects behind ``window._sharedData =`` and ``window.__additionalDataLoaded(``."""
    for script in document.scripts:
        if len(script.body) > MAX_BLOCK or not any(script.body.lstrip().startswith(mark) for mark in _LEGACY):
            continue
        brace = script.body.find("{", 0, 400)
        value = _decoded(script.body, brace) if brace >= 0 else None
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
        if text_of(media.get("shortcode")):
            return media
    return {}


def _decoded(text: str, start: int) -> Any:
    try:
        value, _ = json.JSONDecoder().raw_decode(text if start else text.lstrip(), start)
    except (ValueError, RecursionError):
        return None
    return value
