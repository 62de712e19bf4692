"""The benchmark tools measure what they say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from scripts import bench
from scripts.benchmarks import Row, at_least, at_most, growth, interleaved, peak_memory, percentile, timings


def test_functions_are_measured_in_turn() -> None:
    """A busy moment must hit both sides of a ratio: a round is a-b, the next one b-a, after one warm-up each."""
    order: list[str] = []
    interleaved({"a": lambda: order.append("a"), "b": lambda: order.append("b")}, rounds=2)
    assert "".join(order) == "ab" + "ab" + "ba"


def test_median_ignores_one_slow_round(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seconds of one call, whatever else the machine did in one of the rounds."""
    clock = iter([0, 0, 0, 3, 10, 99, 100, 103])  # the first pair is the warm-up
    monkeypatch.setattr("scripts.benchmarks.perf_counter", lambda: next(clock))
    assert interleaved({"a": lambda: None}, rounds=3, calls=3) == {"a": 1.0}


def test_timings_keep_every_sample() -> None:
    """Percentiles need the samples themselves."""
    assert len(timings({"a": lambda: None}, rounds=7)["a"]) == 7


@pytest.mark.parametrize(("percent", "expected"), [(50, 2.0), (99, 4.0), (100, 4.0), (0, 1.0), (25, 1.0)])
def test_percentile_is_a_measured_value(percent: float, expected: float) -> None:
    """Nearest rank: nothing is interpolated between two measurements."""
    assert percentile([4.0, 1.0, 3.0, 2.0], percent) == expected


@pytest.mark.parametrize("exponent", [0.0, 1.0, 2.0])
def test_growth_is_the_exponent(exponent: float) -> None:
    """seconds = a * size**b gives b back."""
    assert growth({n: 3e-6 * n**exponent for n in (200, 600, 1500, 3000)}) == pytest.approx(exponent)


def test_peak_memory_sees_what_the_code_held() -> None:
    """Fifty megabytes that were freed again still count."""
    held = "import sys; x = bytearray(int(sys.argv[1])); del x"
    difference = peak_memory(held, 50_000_000) - peak_memory(held, 0)
    assert difference == pytest.approx(50_000_000, rel=0.1)


def test_peak_memory_of_failing_code_is_an_error() -> None:
    """A benchmark that did not run has no figure."""
    with pytest.raises(RuntimeError, match="no such thing"):
        peak_memory("raise ValueError('no such thing')")


@pytest.mark.parametrize(
    ("row", "target", "ok"),
    [
        (at_most("a", 4.0, "x", 4), "<= 4", True),
        (at_most("a", 4.1, "x", 4), "<= 4", False),
        (at_least("a", 6.0, "x", 6), ">= 6", True),
        (at_least("a", 5.9, "x", 6), ">= 6", False),
    ],
)
def test_a_target_is_met_or_missed(row: Row, target: str, ok: bool) -> None:
    """The limit itself still passes."""
    assert (row.target, row.ok) == (target, ok)


@pytest.fixture
def one_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One benchmark with a figure that is only reported and one that misses its target."""

    def rows(quick: bool) -> Iterator[Row]:
        yield Row("reported", 1.5, "ms", detail=f"quick={quick}")
        yield at_most("ratio", 5.0, "x", 4)

    monkeypatch.setattr(bench, "names", lambda: ["own"])
    monkeypatch.setattr(bench, "load", lambda _: SimpleNamespace(TITLE="Own", rows=rows))


@pytest.mark.usefixtures("one_missed")
@pytest.mark.parametrize(("arguments", "status"), [([], 0), (["--strict"], 1), (["--only", "own"], 0)])
def test_only_strict_fails_on_a_missed_target(arguments: list[str], status: int) -> None:
    """A look at the figures is not a gate."""
    assert bench.main(arguments) == status


@pytest.mark.usefixtures("one_missed")
def test_report_holds_every_row(tmp_path: Path) -> None:
    """The record keeps what was asked for and each row as it was measured."""
    bench.main(["--quick", "--json", str(tmp_path / "report.json")])
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert report["quick"] is True
    assert report["benchmarks"]["own"] == [
        {"what": "reported", "value": 1.5, "unit": "ms", "target": None, "ok": None, "detail": "quick=True"},
        {"what": "ratio", "value": 5.0, "unit": "x", "target": "<= 4", "ok": False, "detail": ""},
    ]


@pytest.mark.parametrize("name", bench.names())
def test_every_module_of_the_folder_is_a_benchmark(name: str) -> None:
    """Found by listing the folder: a title and rows are all it needs."""
    module = bench.load(name)
    assert isinstance(module.TITLE, str)
    assert callable(module.rows)
