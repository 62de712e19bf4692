"""Walks and reads JSON from a page without trusting its shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from server.facts import MAX_COUNT

MAX_NODES = 400_000
MAX_TEXT = 4_000
"""Characters; a caption has at most 2,200, a biography 150."""


class Node(Struct, frozen=True):
    """One object of a JSON body."""

    value: dict[str, Any]
    key: str
    """The nearest key above it; objects in a list have the list's key."""
    path: str


def walk(body: Any) -> Iterator[Node]:
    """Every object of a body in the order it is written, without recursion, at most MAX_NODES."""
    stack: list[tuple[Any, str, str]] = [(body, "", "$")]
    for _ in range(MAX_NODES):
        if not stack:
            return
        value, key, path = stack.pop()
        if isinstance(value, dict):
            yield Node(value, key, path)
            children = [(v, k, f"{path}.{k}") for k, v in value.items() if isinstance(v, (dict, list))]
            stack.extend(reversed(children))
        elif isinstance(value, list):
            items = [(v, key, f"{path}[{i}]") for i, v in enumerate(value) if isinstance(v, (dict, list))]
            stack.extend(reversed(items))


def string_of(value: Any) -> str | None:
    """A text that is not empty, cut at ``MAX_TEXT``."""
    return value[:MAX_TEXT] if isinstance(value, str) and value else None


def id_of(value: Any) -> str | None:
    """A numeric id as text; Instagram writes it both ways."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value.isascii() and value.isdigit() else None


def bool_of(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def number_of(value: Any) -> int | None:
    """A count; -1 and other impossible numbers are not data."""
    is_count = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MAX_COUNT
    return value if is_count else None


def dict_of(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def list_of(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def count_in(value: Any) -> int | None:
    """``12`` or ``{"count": 12}``."""
    return number_of(value["count"]) if isinstance(value, dict) and "count" in value else number_of(value)
