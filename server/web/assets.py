"""The files of the shell, read once. Only what stands in the folder has a name here, so no path can lead out of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import orjson

from server.messages import LANGUAGES, table

_TYPES = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml",
    "json": "application/json",
}
AREAS = ("web.", "error.", "verdict.", "status.", "column.", "signal.", "tier.", "band.", "page.")
"""Message keys that the shell may need."""


@dataclass(frozen=True, slots=True)
class Asset:
    """One file."""

    body: bytes
    content_type: str
    etag: str


@cache
def load() -> dict[str, Asset]:
    """All files by their name under /static/, the messages of both languages included."""
    files = dict(_walk(resources.files(__package__), ""))
    for language in LANGUAGES:
        words = {key: text for key, text in table(language).items() if key.startswith(AREAS)}
        files[f"messages/{language}.json"] = orjson.dumps(words, option=orjson.OPT_SORT_KEYS)
    return {name: _asset(name, body) for name, body in files.items()}


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir() and not item.name.startswith(("_", ".")):
            yield from _walk(item, f"{prefix}{item.name}/")
        elif item.name.rpartition(".")[2] in _TYPES:
            yield f"{prefix}{item.name}", item.read_bytes()


def _asset(name: str, body: bytes) -> Asset:
    return Asset(body, _TYPES[name.rpartition(".")[2]], hashlib.sha256(body).hexdigest()[:32])
