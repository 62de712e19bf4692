"""The named thresholds of the verdict table, which a marketer may set otherwise. It imports no numpy: a start reads it.

``verdict.json`` is the one place of the rules: its rows name these thresholds, and its section ``thresholds`` gives each
its published value and its limits. Own values change what a row asks for, never which rows there are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal

from msgspec import Struct

from server.errors import BadSetting
from server.messages.refusals import inconsistent

Level = Literal["low", "medium", "high"]
Unit = Literal["points", "share", "posts"]
"""Points of suspicion, 0 to 100; a share, 0 to 1; a number of posts."""


class Threshold(Struct, frozen=True):
    """One number of the table that has a name."""

    name: str
    value: float
    """As published."""
    least: float
    most: float
    unit: Unit


class Thresholds(Struct, frozen=True):
    """What the rows of the table ask for: the published values, and those that the user has set otherwise."""

    own: tuple[tuple[str, float], ...] = ()
    """(name, value) of the values that differ from the published ones, by name."""

    @property
    def values(self) -> dict[str, float]:
        return {name: known.value for name, known in published().items()} | dict(self.own)

    @property
    def suffix(self) -> str:
        """What a model's version carries under own values, e.g. "+own.1a2b3c4d"; "" under the published ones."""
        if not self.own:
            return ""
        digest = hashlib.sha256(json.dumps(self.own).encode()).hexdigest()
        return f"+own.{digest[:8]}"

    def to_json(self) -> dict[str, float]:
        """The own values alone."""
        return dict(self.own)


PUBLISHED = Thresholds()


def level(score: float, thresholds: Thresholds) -> Level:
    """The word for a score, by the same limits as the verdict: the one function for list, badge, page and table."""
    values = thresholds.values
    if score >= values["risky_from"]:
        return "high"
    return "medium" if score >= values["look_closer_from"] else "low"


def own_thresholds(values: Mapping[str, float]) -> Thresholds:
    """Thresholds with ``values`` in place of the published ones; equal values are no own ones.

    Names of ``retired`` thresholds, which older settings and audits hold, are passed over. Raises BadSetting for an
    unknown name or a value outside its limits, Inconsistent where two contradict each other.
    """
    known = published()
    values = {name: value for name, value in values.items() if name not in table_file()["retired"]}
    for name, value in values.items():
        if name not in known:
            raise BadSetting("The verdict table has no threshold of this name.")
        _check(known[name], value)
    own = {name: float(value) for name, value in values.items() if value != known[name].value}
    found = Thresholds(tuple(sorted(own.items())))
    given = found.values
    for lower, higher in table_file()["rising"]:
        if given[lower] > given[higher]:
            raise inconsistent("thresholds")
    return found


def _check(threshold: Threshold, value: object) -> None:
    whole = threshold.unit == "posts"
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise BadSetting(f"{threshold.name}: a number is needed.")
    if not threshold.least <= value <= threshold.most or (whole and value != int(value)):
        kind = "a whole number" if whole else "a number"
        raise BadSetting(
            f"{threshold.name}: {kind} from {threshold.least:g} to {threshold.most:g} is needed."
        )


@cache
def published() -> dict[str, Threshold]:
    """All of them by name, with their published values."""
    return {name: Threshold(name, **entry) for name, entry in table_file()["thresholds"].items()}


@cache
def table_file() -> dict[str, Any]:
    """``verdict.json`` as it is."""
    body: dict[str, Any] = json.loads(
        resources.files(__package__).joinpath("verdict.json").read_text("utf-8")
    )
    return body


def table_version() -> str:
    return str(table_file()["version"])
