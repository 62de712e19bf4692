"""Whom a name may have meant that nobody here has: minh.an for minh_an."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from server.errors import NotFound
from server.store.store import Store

MOST = 5
LOOKED_AT = 2_000
"""Names that are compared: those on the list, and of the latest checks as many again."""
_ALIKE = 0.8


def nobody(username: str, store: Store, more: Mapping[str, Any] | None = None) -> NotFound:
    """The refusal, with near names in its details."""
    names = [entry.username for entry in store.entries.all(LOOKED_AT)]
    names += [check.username for check in store.checks.recent(LOOKED_AT)]
    return NotFound(
        "Soi knows no creator of this name.",
        {"near": near(username, dict.fromkeys(names))} | dict(more or {}),
    )


def near(username: str, names: Iterable[str]) -> list[str]:
    """The names like this one, those first that differ by dots and underscores alone."""
    wanted = username.removeprefix("@").lower()[:60]
    known = list(names)
    same = [name for name in known if _bare(name) == _bare(wanted) and name != wanted]
    alike = get_close_matches(wanted, known, MOST, _ALIKE)
    return list(dict.fromkeys([*same, *(name for name in alike if name != wanted)]))[:MOST]


def _bare(name: str) -> str:
    return name.replace(".", "").replace("_", "")
