"""Signs that shift the odds. One file each; a new file in this folder is a new signal, nothing else changes.

A signal says what it reads, measures it for a whole batch, and explains itself in both languages. How much it
weighs stands in the model file, not here.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Literal

from msgspec import Struct

from server.messages import Text
from server.metrics.arrays import FloatArray

Group = Literal["profile", "followers", "likes", "comments", "automation", "growth"]
GROUPS: tuple[Group, ...] = ("profile", "followers", "likes", "comments", "automation", "growth")
Direction = Literal["rising", "falling"]
EvidenceKind = Literal[
    "followers",
    "following",
    "post_count",
    "biography",
    "external_url",
    "likes",
    "comments",
    "plays",
    "dates",
    "follower_rows",
    "comment_rows",
    "history",
]


class Signal(Struct, frozen=True):
    id: str
    """The name of its file."""
    group: Group
    reads: tuple[str, ...]
    """Columns handed to ``measure``, in this order (server.metrics.columns)."""
    measure: Callable[..., FloatArray]
    """Columns -> (n,); NaN where the evidence is missing."""
    direction: Direction
    """"rising": a higher value is never less suspicious; "falling": a lower one."""
    evidence: tuple[EvidenceKind, ...]
    """What on the page the value was read from."""
    reason: Text
    """What is unusual, said where the sign raises the score. Placeholders: ``value`` and any column of one value a
    creator that it reads, with a format of server.signals.wording."""
    innocent: Text
    """What else may explain the sign."""
    usual: Text | None = None
    """What is usual instead, as a sentence of its own with the same placeholders."""
    usual_own: Text | None = None
    """In place of ``usual`` from five own lists on: places ``own_lists`` and ``own_figure``."""
    own_figure: str | None = None
    """The figure of ``server.samples.own_lists.OwnLists.numbers`` that ``usual_own`` tells."""
    is_yes_no: bool = False
    """Whether the value is 1 or 0, so that it says by itself which sentence is true."""
    no_difference: Text | None = None
    """In place of ``reason`` where the sign does not raise the score: nothing differs from what is usual."""


def as_is(column: FloatArray) -> FloatArray:
    """The measure of a signal whose value is a column."""
    return column


def first(column: FloatArray, *_only_told: FloatArray) -> FloatArray:
    """The measure of a signal whose value is its first column; the others only stand in its reason."""
    return column


@cache
def signals() -> tuple[Signal, ...]:
    """Every signal of this folder, by group and name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    modules = [import_module(f"{__name__}.{name}") for name in names]
    loaded: list[Signal] = [module.SIGNAL for module in modules if hasattr(module, "SIGNAL")]
    return tuple(sorted(loaded, key=lambda signal: (GROUPS.index(signal.group), signal.id)))


@cache
def signal(signal_id: str) -> Signal:
    """The signal with this id; KeyError for an unknown one."""
    return {found.id: found for found in signals()}[signal_id]
