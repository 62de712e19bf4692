"""Backup files, packed for the way: gzip, and back again without trusting what a file says of its size."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from server.errors import BadFile, TooLarge

GZIP = b"\x1f\x8b"
MOST_UNPACKED = 32 * 2**20
"""Bytes that an uploaded backup may unpack to."""
MOST_PARTS = 1_500_000
"""Commas and brackets of an uploaded backup, counted before it is parsed: each may become an object."""
MOST_OF_A_FILE, MOST_PARTS_OF_A_FILE = 512 * 2**20, 24_000_000
"""The same of a backup that was sent in pieces."""
_PIECE = 1 << 20
_GZIP_FORMAT = 31
"""zlib's window size of 15 and its mark for a gzip header."""


def check_parts(data: bytes) -> bytes:
    """``data``, if what is in it can become few enough objects. Raises TooLarge."""
    if sum(data.count(sign) for sign in (b",", b"[", b"{")) > MOST_PARTS:
        raise TooLarge("The backup holds more than can be sent; restore it with soi restore FILE.")
    return data


def check_file(file: Path) -> None:
    """Read through a file and keep nothing of it, before it is read for good. Raises TooLarge, BadFile, OSError."""
    size = parts = 0
    for piece in _pieces(file):
        size += len(piece)
        parts += sum(piece.count(sign) for sign in (b",", b"[", b"{"))
        if size > MOST_OF_A_FILE or parts > MOST_PARTS_OF_A_FILE:
            raise TooLarge("The backup holds more than can be sent; restore it with soi restore FILE.")


def _pieces(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        data = opened.read(_PIECE)
        if not data.startswith(GZIP):
            while data:
                yield data
                data = opened.read(_PIECE)
            return
        unpacker = zlib.decompressobj(_GZIP_FORMAT)
        try:
            while data and not unpacker.eof:
                yield unpacker.decompress(data, _PIECE)
                data = unpacker.unconsumed_tail or opened.read(_PIECE)
        except zlib.error as error:
            raise BadFile("The packed file is damaged.") from error
    _need_end(unpacker, data)


def _need_end(unpacker: zlib._Decompress, rest: bytes = b"") -> None:
    """Raises BadFile."""
    if not unpacker.eof or unpacker.unused_data or rest:
        raise BadFile("The packed file is cut off, or more follows it.")


def pack(data: bytes) -> bytes:
    """``data`` as gzip; the same bytes at any time."""
    return gzip.compress(data, compresslevel=6, mtime=0)


def unpack(data: bytes, most: int = MOST_UNPACKED) -> bytes:
    """What a gzip file holds; ``data`` itself where it is none. Raises TooLarge past ``most`` bytes, BadFile."""
    if not data.startswith(GZIP):
        return data
    unpacker = zlib.decompressobj(_GZIP_FORMAT)
    whole, rest = bytearray(), data
    try:
        while rest and not unpacker.eof:
            whole += unpacker.decompress(rest, _PIECE)
            rest = unpacker.unconsumed_tail
            if len(whole) > most:
                raise TooLarge(f"The file unpacks to more than {most // 2**20} MB.")
    except zlib.error as error:
        raise BadFile("The packed file is damaged.") from error
    _need_end(unpacker)
    return bytes(whole)
