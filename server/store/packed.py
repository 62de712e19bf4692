"""Text that stands in a document compressed: an audit, and what is known of a page."""

from __future__ import annotations

from base64 import b64decode, b64encode
from zlib import compress, decompress


def pack(written: bytes) -> str:
    """Tens of kilobytes of repeated names become some thousand bytes. Level 1 takes half the time of level 3, for a
    twentieth more."""
    return b64encode(compress(written, 1)).decode("ascii")


def unpack(packed: str) -> bytes:
    """Raises ValueError or zlib.error for what is damaged."""
    return decompress(b64decode(packed))
