"""What ``soi check`` is given: files, folders, standard input; each a saved page or a capture."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from server import own_json
from server.capture import MAX_BODY_BYTES, Capture
from server.errors import NotFound, TooLarge
from server.parsing import served_at
from server.regular_files import read_regular
from server.saved_page import utf8_of

STANDARD_INPUT = "-"
ENDINGS = (".html", ".htm", ".mhtml", ".mht", ".json")


class Input(Struct, frozen=True):
    """One thing to check, and how it is named in the answer."""

    name: str
    path: Path | None
    """None for standard input."""


def inputs(paths: Sequence[str]) -> list[Input]:
    """The files of ``paths`` in order; a folder stands for the pages and captures in it, at any depth."""
    return [item for path in paths for item in _expand(path)]


def _expand(path: str) -> Iterator[Input]:
    if path == STANDARD_INPUT:
        yield Input(STANDARD_INPUT, None)
        return
    place = Path(path)
    if not place.is_dir():
        yield Input(_shown(place), place)
        return
    found = sorted(p for p in place.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file())
    yield from (Input(_shown(p), p) for p in found)
    if not found:
        yield Input(_shown(place), place)  # read_input says that nothing is in it


def _shown(place: Path) -> str:
    """A path as text; bytes of a name that are no UTF-8 become replacement characters."""
    return str(place).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def capture_of(text: bytes) -> Capture:
    """The capture in what ``read_text`` gave; raises a SoiError that says what is wrong with it.

    A page that does not say when it was served has no date: its file may have been copied, or unpacked today.
    """
    if _is_capture(text):
        return Capture.from_json(text)
    capture = Capture.from_page(text)
    return replace(capture, captured_at=served_at(capture.html))


def body_of(text: bytes) -> bytes:
    """The body by which the API checks the same."""
    if _is_capture(text):
        return text
    return own_json.dumps({"schema": 1, "html": text.decode("utf-8", "replace")})


def _is_capture(text: bytes) -> bool:
    return text.lstrip()[:1] == b"{"


def read_text(item: Input) -> bytes:
    """The page or capture of an input as UTF-8. Raises a SoiError."""
    return utf8_of(_bytes_of(item))


def _bytes_of(item: Input) -> bytes:
    if item.path is not None and item.path.is_dir():
        raise NotFound("This folder holds no saved page (.html, .mhtml) and no capture (.json).")
    if item.path is None:
        return _limited(sys.stdin.buffer.read(MAX_BODY_BYTES + 1))
    return _limited(read_regular(item.path, MAX_BODY_BYTES + 1))


def _limited(body: bytes) -> bytes:
    if len(body) > MAX_BODY_BYTES:
        raise TooLarge(f"The file is over the limit of {MAX_BODY_BYTES // 2**20} MB.")
    return body
