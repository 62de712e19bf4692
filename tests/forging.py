"""One value of a JSON document changed to another, as somebody would who edits a file by hand."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

OTHERS: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1,
    10**18,
    1.5,
    -2.5e300,
    "",
    "x",
    "\x00",
    "2026-01-01",
    "9999-12-31T23:59:59+00:00",
)
OTHERS += ("a" * 20_000, [], {}, [[]], [1, 2, 3], {"a": 1}, {"": None})


def change_one_value(dice: random.Random, value: Any) -> Any:
    """A copy of ``value`` in which one part below it is another one, missing, or there under another name."""
    changed = copy.deepcopy(value)
    places = list(_places(changed))
    if not places:
        return dice.choice(OTHERS)
    holder, key = dice.choice(places)
    kind = dice.randrange(8)
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, dict):
        holder[dice.choice(("x", "", "1", "username"))] = holder.pop(key)
    elif kind == 2 and type(holder[key]) is int:
        holder[key] += dice.choice((-1, 1, 2**40))
    else:
        holder[key] = copy.deepcopy(dice.choice(OTHERS))
    return changed


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in below:
        yield value, key
        yield from _places(child)
