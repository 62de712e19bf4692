"""The files of the shell, read once. Only what stands in the folder has a name here, so no path can lead out of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from msgspec import Struct

from server import own_json
from server.messages import LANGUAGES, table
from server.topics.niches import niches

TYPES = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml",
    "json": "application/json",
}
SERVICE_WORKER = "service_worker.js"
_DRAWS_PAGES = "vendor/preact.js"
FIRST_PAGE = "index.html"
"""It answers for "/"."""
_DEMO = "demo/"
_OWN_VERSION = b"{shell}"
"""Its place in the first page: an open tab knows by it which files it came from, and asks for those under its address."""
_IN_ADDRESS = re.compile("[0-9a-f]{16}/")
AREAS = (
    "web.",
    "category.",
    "decide.",
    "deliverable.",
    "deliverable_state.",
    "dossier.",
    "draft.",
    "ruled.",
    "posted.",
    "error.",
    "verdict.",
    "status.",
    "column.",
    "signal.",
    "tier.",
    "band.",
    "fit.band.",
    "trust.",
    "absent.short.",
    "page.",
    "money.",
    "language.",
)
"""Message keys that the shell may need."""


class Asset(Struct, frozen=True):
    """One file."""

    body: bytes
    content_type: str
    etag: str


@cache
def load() -> dict[str, Asset]:
    """All files by their name under /static/, the messages of both languages included."""
    files = dict(_sources())
    files[FIRST_PAGE] = files[FIRST_PAGE].replace(_OWN_VERSION, version().encode())
    files[SERVICE_WORKER] = _shell_line(list(files)) + files[SERVICE_WORKER]
    return {name: asset(name, body) for name, body in files.items()}


def source_of(name: str) -> bytes:
    """One file of the folder as it stands there."""
    return _sources()[name]


@cache
def version() -> str:
    """The version of the shell, which follows every byte of its files, whatever the version of Soi."""
    digest = hashlib.sha256()
    for name, body in sorted(_sources().items()):
        digest.update(hashlib.sha256(name.encode()).digest() + hashlib.sha256(body).digest())
    return digest.hexdigest()[:16]


def address(name: str) -> str:
    """Where a file of this version stands; what is read from there never changes."""
    return f"/static/{version()}/{name}"


def split(path: str) -> tuple[str | None, str]:
    """The version that an address under /static/ names, if any, and the name of the file."""
    named = _IN_ADDRESS.match(path)
    return (path[: named.end() - 1], path[named.end() :]) if named else (None, path)


@cache
def _sources() -> dict[str, bytes]:
    files = dict(_walk(resources.files(__package__), ""))
    for language in LANGUAGES:
        words = {key: text for key, text in table(language).items() if key.startswith(AREAS)}
        words |= {f"niche.{niche.id}": getattr(niche.name, language) for niche in niches()}
        files[f"messages/{language}.json"] = own_json.dumps(dict(sorted(words.items())))
    return files


def _shell_line(names: list[str]) -> bytes:
    """The first line of the service worker: the version of the shell, and what it keeps.

    Plots and the demo have nothing to show without the API, so they are left out; what draws the pages is not.
    """
    kept = [name for name in sorted(names) if not name.startswith((SERVICE_WORKER, FIRST_PAGE, _DEMO))]
    paths = [
        "/",
        *(address(name) for name in kept if name == _DRAWS_PAGES or not name.startswith("vendor/")),
    ]
    return b"self.shell = %b;\n" % own_json.dumps({"version": version(), "files": paths})


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir() and not item.name.startswith(("_", ".")):
            yield from _walk(item, f"{prefix}{item.name}/")
        elif item.name.rpartition(".")[2] in TYPES:
            yield f"{prefix}{item.name}", item.read_bytes()


def asset(name: str, body: bytes) -> Asset:
    """A file with its type, by the ending of its name, which is one of the shell's."""
    return Asset(body, TYPES[name.rpartition(".")[2]], hashlib.sha256(body).hexdigest()[:32])
