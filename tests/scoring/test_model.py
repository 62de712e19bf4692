"""The model file is checked when it is loaded: a weight that contradicts its signal does not start."""

from __future__ import annotations

import copy
import json
from importlib import resources
from typing import Any

import pytest

from server.scoring.model import NO_WEIGHT, Model, load_model, read_model
from server.signals import signals


@pytest.fixture
def body() -> dict[str, Any]:
    text = resources.files("server.scoring").joinpath("model.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return copy.deepcopy(loaded)


def test_every_weight_says_where_it_comes_from(body: dict[str, Any]) -> None:
    """Measured with set and n, or judged with why."""
    needed = {"measured": {"kind", "set", "n"}, "judged": {"kind", "why"}}
    assert {
        name: entry["source"]
        for name, entry in body["signals"].items()
        if not needed[entry["source"]["kind"]] <= entry["source"].keys()
    } == {}


def test_the_prior_names_its_source(body: dict[str, Any]) -> None:
    """A probability means something only with a stated prior."""
    assert len(body["prior"]["source"]) > 20


def test_a_signal_without_a_weight_is_computed_and_weighs_nothing(body: dict[str, Any]) -> None:
    """A new signal shows itself before anybody has decided what it weighs."""
    del body["signals"]["rate_high"]
    model = read_model(body)
    assert model.weight("rate_high") == NO_WEIGHT
    assert "rate_high" in {signal.id for signal in model.signals}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda b: b["signals"]["rate_high"].update(points=[[0, 1], [1, 0]]), "direction"),
        (lambda b: b["signals"]["rate_high"].update(points=[[1, 0], [0, 1]]), "must rise"),
        (lambda b: b["signals"]["rate_high"].update(missing=[0, 0.1]), "every contribution"),
        (lambda b: b["signals"]["rate_high"]["evidence"].update(full=0), "above 0"),
        (lambda b: b["signals"].update(no_such=b["signals"]["rate_high"]), "no such signal"),
        (lambda b: b["prior"].update(value=1.0), "probability"),
        (lambda b: b["groups"].update(likes=[0.5, 1.0]), "holds 0"),
    ],
)
def test_a_contradictory_model_is_refused(body: dict[str, Any], change: Any, complaint: str) -> None:
    """Loading names what is wrong."""
    change(body)
    with pytest.raises(ValueError, match=complaint):
        read_model(body)


def test_the_shipped_model_is_loaded_once() -> None:
    """Every check shares one model."""
    assert load_model() is load_model()


def test_the_layout_gives_the_lines_of_the_file() -> None:
    """The arrays for numpy say the same as the points they were made from."""
    model: Model = load_model()
    layout = model.layout
    for row, signal in enumerate(signals()):
        points = model.weight(signal.id).points
        ends = layout.start[row, 0] + float((layout.slopes * layout.widths)[:, row, 0].sum())
        assert (pytest.approx(points[0][1]), pytest.approx(points[-1][1])) == (layout.start[row, 0], ends)
