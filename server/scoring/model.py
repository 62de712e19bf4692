"""The scorecard's weights: one versioned data file, checked when it is loaded, laid out for numpy once."""

from __future__ import annotations

import json
from functools import cache, cached_property
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct

from server.metrics.arrays import FloatArray, IntArray
from server.signals import GROUPS, Group, Signal, signals

Points = tuple[tuple[float, float], ...]


class Weight(Struct, frozen=True):
    """What one signal's value does to the log-odds."""

    points: Points
    """(value, log-odds), straight lines between, flat outside: the ends are the cap."""
    missing: tuple[float, float]
    """Range of log-odds while the signal has not been seen; holds every contribution it can make."""
    evidence: str | None
    """Column that says how much evidence there is."""
    full: float
    """Amount of it from which the signal weighs fully; with half of that, half."""
    source: dict[str, Any]
    """Where the weight comes from: {"kind": "measured", "set", "n"} or {"kind": "judged", "why"}."""

    @property
    def source_line(self) -> str:
        if self.source["kind"] == "measured":
            return f"measured: {self.source['set']}, n = {self.source['n']}"
        return f"judged: {self.source['why']}"


NO_WEIGHT = Weight(((0.0, 0.0),), (0.0, 0.0), None, 1.0, {"kind": "judged", "why": "shown only, not weighed"})
"""A signal that the file does not name is computed and shown."""


class Model(Struct, frozen=True, dict=True):
    """Weights of every signal, in the order of ``signals``."""

    version: str
    prior: float
    prior_source: str
    groups: dict[Group, tuple[float, float]]
    """Least and greatest log-odds that one group may add."""
    weights: dict[str, Weight]
    signals: tuple[Signal, ...]

    def weight(self, signal_id: str) -> Weight:
        return self.weights.get(signal_id, NO_WEIGHT)

    @cached_property
    def layout(self) -> CurveArrays:
        return _lay_out(self)


class CurveArrays(Struct, frozen=True):
    """The same as arrays; s signals in groups, at most k points."""

    start: FloatArray
    """Log-odds at the first point, (s, 1)."""
    knots: FloatArray
    """Value at which each straight piece begins, (k - 1, s, 1)."""
    widths: FloatArray
    """Length of each piece, (k - 1, s, 1); 0 for padding."""
    slopes: FloatArray
    """Log-odds per unit of value, (k - 1, s, 1)."""
    shares: FloatArray
    """Share of each signal in all evidence, (s, 1); they add up to 1. A group has the share of its cap's width, a
    signal within its group that of the range it leaves open while missing."""
    missing: FloatArray
    """Least and greatest log-odds while a signal is not seen, (2, s, 1)."""
    full: FloatArray
    """(s, 1)."""
    amounts: tuple[str, ...]
    """Columns of evidence, each once."""
    amount_of: IntArray
    """Which of ``amounts`` each signal weighs by, (s,); the place after the last one for none."""
    first_of_group: IntArray
    """Row at which each group that has signals begins."""
    caps: FloatArray
    """(2, groups, 1)."""


def _lay_out(model: Model) -> CurveArrays:
    weights = [model.weight(signal.id) for signal in model.signals]
    pieces = max(len(weight.points) for weight in weights) - 1
    padded = [weight.points + weight.points[-1:] * (pieces + 1 - len(weight.points)) for weight in weights]
    x, y = np.moveaxis(np.array(padded, dtype=np.float64), -1, 0)
    widths = np.diff(x, axis=1)
    slopes = np.divide(np.diff(y, axis=1), widths, out=np.zeros_like(widths), where=widths > 0)
    amounts = tuple(sorted({weight.evidence for weight in weights if weight.evidence is not None}))
    places = [len(amounts) if w.evidence is None else amounts.index(w.evidence) for w in weights]
    groups = [signal.group for signal in model.signals]
    present = [group for group in GROUPS if group in groups]
    return CurveArrays(
        start=y[:, :1],
        knots=x[:, :-1].T[:, :, None],
        widths=widths.T[:, :, None],
        slopes=slopes.T[:, :, None],
        shares=_shares(model, weights),
        missing=np.array([weight.missing for weight in weights]).T[:, :, None],
        full=np.array([[weight.full] for weight in weights]),
        amounts=amounts,
        amount_of=np.array(places, dtype=np.intp),
        first_of_group=np.array([groups.index(group) for group in present], dtype=np.intp),
        caps=np.array([model.groups[group] for group in present]).T[:, :, None],
    )


def _shares(model: Model, weights: list[Weight]) -> FloatArray:
    spans = np.array([weight.missing[1] - weight.missing[0] for weight in weights])
    shares = np.zeros(len(spans))
    for group, (low, high) in model.groups.items():
        members = np.array([signal.group == group for signal in model.signals])
        if spans[members].sum() > 0:
            shares[members] = (high - low) * spans[members] / spans[members].sum()
    column: FloatArray = (shares / shares.sum())[:, None]
    return column


@cache
def load_model(path: Path | None = None) -> Model:
    """The model that ships with Soi, or the one at ``path``. Raises ValueError for a file that breaks its rules."""
    source = resources.files(__package__).joinpath("model.json") if path is None else path
    return read_model(json.loads(source.read_text("utf-8")))


def read_model(body: dict[str, Any]) -> Model:
    """A model from its JSON; raises ValueError where a weight contradicts its signal."""
    weights = {name: _weight(entry) for name, entry in body["signals"].items()}
    model = Model(
        version=body["version"],
        prior=body["prior"]["value"],
        prior_source=body["prior"]["source"],
        groups={group: tuple(body["groups"][group]) for group in GROUPS},
        weights=weights,
        signals=signals(),
    )
    _check(model)
    return model


def _weight(entry: dict[str, Any]) -> Weight:
    evidence = entry.get("evidence", {})
    return Weight(
        points=tuple((float(x), float(y)) for x, y in entry["points"]),
        missing=(entry["missing"][0], entry["missing"][1]),
        evidence=evidence.get("column"),
        full=float(evidence.get("full", 1.0)),
        source=entry["source"],
    )


def _check(model: Model) -> None:
    if not 0.0 < model.prior < 1.0:
        raise ValueError("the prior is a probability")
    if any(not low <= 0.0 <= high for low, high in model.groups.values()):
        raise ValueError("a group's range holds 0, for a group without evidence")
    directions = {signal.id: signal.direction for signal in model.signals}
    for name, weight in model.weights.items():
        if name not in directions:
            raise ValueError(f"{name}: no such signal")
        _check_weight(name, weight, 1 if directions[name] == "rising" else -1)


def _check_weight(name: str, weight: Weight, sign: int) -> None:
    xs, ys = zip(*weight.points, strict=True)
    if any(b <= a for a, b in pairwise(xs)):
        raise ValueError(f"{name}: values of the points must rise")
    if any(sign * (b - a) < 0 for a, b in pairwise(ys)):
        raise ValueError(f"{name}: the log-odds run against the signal's direction")
    if not weight.missing[0] <= min(0.0, *ys) or not weight.missing[1] >= max(0.0, *ys):
        raise ValueError(f"{name}: the range while missing must hold 0 and every contribution")
    if weight.full <= 0:
        raise ValueError(f"{name}: full evidence is above 0")
