"""A file of frames: one line each, with its checksum and length, so that a damaged one is never taken for a good one.

A line is ``crc32 length payload``: 8 hex digits, 8 hex digits, and JSON without a line break. Snapshot, journal and
backup are all such files, and all can be read by eye.
"""

from __future__ import annotations

import re
import zlib
from typing import Any

from msgspec import Struct

from server import own_json
from server.errors import BadField

_HEAD = re.compile(rb"([0-9a-f]{8}) ([0-9a-f]{8}) ")
_HEAD_SIZE = 18
_AS_NUMBERS = bytes(
    ord("0") if chr(byte).isdecimal() and byte < 128 else byte if byte == ord(".") else ord(" ")
    for byte in range(256)
)
"""Every digit as 0, points as they are, and all else as a space."""
_LONG_NUMBER = b"0" * 20
"""Digits that may be a number of more than 64 bits; mostly they are part of a text, or of a small fraction."""
_LONG_WHOLE = re.compile(rb"(?<![0.])" + _LONG_NUMBER)
_BEGUN_HEAD = re.compile(rb"[0-9a-f]{0,8}|[0-9a-f]{8} [0-9a-f]{0,8}|[0-9a-f]{8} [0-9a-f]{8} .*", re.DOTALL)


def encode(value: Any) -> bytes:
    """``value`` as one frame. Raises BadField like ``storable``."""
    payload = storable(value)
    return b"%08x %08x %s\n" % (zlib.crc32(payload), len(payload), payload)


def storable(value: Any) -> bytes:
    """``value`` as JSON. Raises BadField for what JSON cannot hold everywhere (half a character, more than 64 bits)."""
    try:
        written = own_json.dumps(value)
    except ValueError as error:
        raise BadField("A value cannot be stored.") from error
    numbers = written.translate(_AS_NUMBERS)
    is_long = _LONG_NUMBER in numbers and _LONG_WHOLE.search(
        numbers
    )  # "in" is 20 times as fast as an expression
    if is_long and _has_long_number(own_json.loads(written)):
        raise BadField("A number has too many digits to be stored.")
    return written


def _has_long_number(value: Any) -> bool:
    if isinstance(value, (dict, list)):
        return any(map(_has_long_number, value.values() if isinstance(value, dict) else value))
    return isinstance(value, int) and value.bit_length() > 64


class Scan(Struct, frozen=True):
    """What a file of frames holds."""

    values: tuple[Any, ...]
    """The frames before the first damage."""
    good_size: int
    """Bytes up to there; the file's size if nothing is damaged."""
    later: tuple[Any, ...] = ()
    """Frames behind the damage that are good in themselves."""
    begun: bool = False
    """What follows ``good_size`` looks like one frame that was being written: its start, or blocks never filled."""

    @property
    def all_values(self) -> tuple[Any, ...]:
        return self.values + self.later


def scan(data: bytes) -> Scan:
    """Read all frames; linear in the size of ``data`` whatever it holds."""
    values: list[Any] = []
    place = _read_on(data, 0, values)
    if place == len(data):
        return Scan(tuple(values), place)
    later = _frames_behind(data, place)
    return Scan(tuple(values), place, later, begun=not later and _is_begun(data[place:]))


def _read_on(data: bytes, place: int, values: list[Any]) -> int:
    """Add the good frames from ``place`` on to ``values``; gives where the first other byte stands."""
    while (end := _end_of_frame(data, place)) is not None:
        try:
            values.append(own_json.loads(memoryview(data)[place + _HEAD_SIZE : end - 1]))
        except ValueError:  # a right checksum says nothing about who wrote the frame
            return place
        place = end
    return place


def _end_of_frame(data: bytes, place: int) -> int | None:
    head = _HEAD.match(data, place)
    if head is None:
        return None
    start = place + _HEAD_SIZE
    end = start + int(head[2], 16)
    if data.find(b"\n", start, end + 1) != end or zlib.crc32(memoryview(data)[start:end]) != int(head[1], 16):
        return None
    return end + 1


def _frames_behind(data: bytes, place: int) -> tuple[Any, ...]:
    values: list[Any] = []
    while (line := data.find(b"\n", place)) >= 0:
        place = _read_on(data, line + 1, values)
    return tuple(values)


def _is_begun(tail: bytes) -> bool:
    written = tail.rstrip(b"\0")
    return tail[:1] == b"\0" or _BEGUN_HEAD.fullmatch(written) is not None
