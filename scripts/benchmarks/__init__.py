"""What every benchmark uses: a row of the table, interleaved timing, peak memory and growth.

A benchmark is one module in this folder with ``TITLE: str`` and ``rows(quick: bool) -> Iterator[Row]``;
``scripts/bench.py`` finds it by listing the folder. Milliseconds depend on the machine, so a target is a ratio of
two things measured in the same run, in turn.
"""

from __future__ import annotations

import contextlib
import gc
import math
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    value: float
    unit: str
    """"ms", "x" for a ratio, "MB", "1/s" and so on."""
    target: float | str | None = None
    """The limit as it is printed, e.g. "<= 4"."""
    ok: bool | None = None
    """None where there is no target: the figure is only reported."""
    detail: str = ""


def at_most(what: str, value: float, unit: str, limit: float, detail: str = "") -> Row:
    """A figure that has to stay at or below ``limit``."""
    return Row(what, value, unit, f"<= {limit:g}", value <= limit, detail)


def at_least(what: str, value: float, unit: str, limit: float, detail: str = "") -> Row:
    """A figure that has to reach ``limit``."""
    return Row(what, value, unit, f">= {limit:g}", value >= limit, detail)


def interleaved(
    functions: Mapping[str, Callable[[], object]], rounds: int, *, warmup: int = 1, calls: int = 1
) -> dict[str, float]:
    """Median seconds of one call of each function, all measured in turn, so that a busy moment hits them alike.

    The order is reversed in every second round. ``calls`` runs a function several times a sample: use it where one
    call takes less than about a tenth of a millisecond.
    """
    samples = timings(functions, rounds, warmup=warmup, calls=calls)
    return {name: statistics.median(seconds) for name, seconds in samples.items()}


def timings(
    functions: Mapping[str, Callable[[], object]], rounds: int, *, warmup: int = 1, calls: int = 1
) -> dict[str, list[float]]:
    """Like ``interleaved``, with every sample: for percentiles."""
    if rounds < 1 or calls < 1:
        raise ValueError("rounds and calls are at least 1")
    for function in functions.values():
        _seconds(function, warmup)
    samples: dict[str, list[float]] = {name: [] for name in functions}
    forward = list(functions.items())
    for number in range(rounds):
        for name, function in forward if number % 2 == 0 else reversed(forward):
            samples[name].append(_seconds(function, calls) / calls)
    return samples


def _seconds(function: Callable[[], object], calls: int) -> float:
    """The time of ``calls`` calls without a collection of somebody else's garbage in between."""
    gc.collect()
    gc.disable()
    try:
        start = perf_counter()
        for _ in range(calls):
            function()
        return perf_counter() - start
    finally:
        gc.enable()


def percentile(samples: Iterable[float], percent: float) -> float:
    """The nearest-rank percentile: always a sample that was really measured."""
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(percent / 100 * len(ordered)) - 1)]


_PEAK = """
import sys
def _soi_peak():
    try:
        with open("/proc/self/status", encoding="ascii") as lines:
            return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
    except OSError:
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print("soi-peak", _soi_peak())
"""


def peak_memory(code: str, *arguments: Any) -> int:
    """Bytes of resident memory at the peak of a fresh interpreter that ran ``code`` with ``sys.argv[1:]``.

    Subtract the peak of the imports alone to see what the work itself needs. On Linux the kernel's own high-water
    mark is read: ``ru_maxrss`` would count the parent's memory from before the exec.
    """
    command = [sys.executable, "-c", code + _PEAK, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.strip() or f"exit status {done.returncode}")
    return int(done.stdout.rpartition("soi-peak ")[2])


def processor_of_all() -> float:
    """Processor seconds so far of this process and of all that it has started, those that still run included.

    NaN where there is no /proc: only there the time of a running child can be read.
    """
    taken: dict[int, float] = {}
    children: dict[int, list[int]] = {}
    try:
        tick = os.sysconf("SC_CLK_TCK")
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):  # a process that ended meanwhile
                fields = stat.read_text().rpartition(")")[2].split()
                number = int(stat.parent.name)
                children.setdefault(int(fields[1]), []).append(number)
                taken[number] = sum(map(int, fields[11:15])) / tick  # proc(5): own and of children that ended
    except (OSError, ValueError, AttributeError):
        return math.nan
    total, waiting = 0.0, [os.getpid()]
    while waiting:
        number = waiting.pop()
        total += taken.get(number, 0.0)
        waiting += children.get(number, [])
    return total if taken else math.nan


def growth(seconds_by_size: Mapping[int, float]) -> float:
    """The exponent b of seconds = a * size**b by least squares on logarithms: 1 is linear, 2 quadratic."""
    sizes = [math.log(size) for size in seconds_by_size]
    seconds = [math.log(value) for value in seconds_by_size.values()]
    return statistics.linear_regression(sizes, seconds).slope
