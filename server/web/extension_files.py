"""The browser extension's files: where they lie, and as the demo page loads them.

The demo runs the badge's own code in a page of this server. Two things differ from a browser that has the extension: the
content scripts come as one script in which ``location`` is that of the invented profile, and the door to the network
(``background/server.js``) is the demo's own, which asks this server with the tab's session.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import server
from server.errors import NoExtension
from server.web.assets import TYPES, Asset, asset, source_of

MANIFEST = "manifest.json"
CONTENT = "content.js"
"""The content scripts in the manifest's order."""
_PROGRAM = Path(server.__file__).parent
_RUNS_HERE = ("_locales", "background", "content", "shared")
"""Folders of what the badge is made of; the extension's own pages are not shown here."""
_EXCHANGED = {"background/server.js": "demo/door.js"}
_OTHER_WORLD = "content/page_responses.js"
"""It hears a page's own requests; the demo's page makes none."""


def source() -> Path:
    """The extension of this program: inside the package where it was installed, beside it in a checkout. Raises NoExtension."""
    for folder in (_PROGRAM / "extension", _PROGRAM.parent / "extension"):
        if (folder / MANIFEST).is_file():
            return folder
    raise NoExtension


@cache
def load() -> dict[str, Asset]:
    """By their name under /extension/. Only what stands in the folders has a name here. Raises NoExtension."""
    folder = source()
    files = {name: (folder / name).read_bytes() for name in _names(folder)}
    exchanged = {name: source_of(own) for name, own in _EXCHANGED.items()}
    return {
        name: asset(name, body) for name, body in (files | exchanged | {CONTENT: _content(folder)}).items()
    }


def _names(folder: Path) -> Iterator[str]:
    for part in _RUNS_HERE:
        found = (path for path in (folder / part).rglob("*") if path.suffix[1:] in TYPES)
        yield from (path.relative_to(folder).as_posix() for path in found)


def _content(folder: Path) -> bytes:
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    names = [name for group in manifest["content_scripts"] for name in group["js"] if name != _OTHER_WORLD]
    scripts = b"\n".join((folder / name).read_bytes() for name in names)
    return b"((location) => {\n%b\n})(soiDemo.location);\n" % scripts
