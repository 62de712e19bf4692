"""Run the benchmarks in scripts/benchmarks and print one readable table.

python scripts/bench.py [--quick] [--only NAME]... [--json FILE] [--strict]
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import Protocol, cast

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.benchmarks import Row  # noqa: E402 - the repository's root has to be importable first


class Benchmark(Protocol):
    TITLE: str

    def rows(self, quick: bool) -> Iterator[Row]: ...


def names() -> list[str]:
    """The benchmarks there are: the modules of the folder."""
    return sorted(module.name for module in pkgutil.iter_modules([str(ROOT / "scripts" / "benchmarks")]))


def load(name: str) -> Benchmark:
    return cast("Benchmark", importlib.import_module(f"scripts.benchmarks.{name}"))


def show(console: Console, benchmark: Benchmark, rows: list[Row], seconds: float) -> None:
    table = Table(
        title=benchmark.TITLE, title_justify="left", caption=f"{seconds:.0f} s", caption_justify="left"
    )
    table.add_column("what", overflow="fold")
    table.add_column("value", justify="right", no_wrap=True)
    table.add_column("target", no_wrap=True)
    table.add_column("")
    table.add_column("detail", overflow="fold")
    for row in rows:
        target = "" if row.target is None else str(row.target)
        table.add_row(row.what, f"{figure(row.value)} {row.unit}", target, mark(row.ok), row.detail)
    console.print(table)


def figure(value: float) -> str:
    """Three significant digits, without an exponent."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def mark(ok: bool | None) -> str:
    return {None: "", True: "[green]ok[/]", False: "[bold red]missed[/]"}[ok]


def arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.py", description="Ratios measured in one run.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: for a look, not for a record")
    parser.add_argument(
        "--only", action="append", choices=names(), metavar="NAME", help="one of: " + ", ".join(names())
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every row to FILE as well")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when a target was missed")
    return parser.parse_args(argv)


def run(console: Console, selected: list[str], quick: bool) -> dict[str, list[Row]]:
    """Every selected benchmark's rows, printed as each one ends."""
    result: dict[str, list[Row]] = {}
    for name in selected:
        benchmark = load(name)
        start = perf_counter()
        with console.status(benchmark.TITLE):
            result[name] = list(benchmark.rows(quick))
        show(console, benchmark, result[name], perf_counter() - start)
    return result


def main(argv: list[str] | None = None) -> int:
    options = arguments(argv)
    measured = run(console := Console(), options.only or names(), options.quick)
    if options.json:
        report = {
            "python": platform.python_version(),
            "platform": platform.platform(),
            "quick": options.quick,
            "benchmarks": {name: [asdict(row) for row in rows] for name, rows in measured.items()},
        }
        options.json.write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", "utf-8")
    missed = [row for rows in measured.values() for row in rows if row.ok is False]
    if missed:
        console.print(f"{len(missed)} missed: " + "; ".join(row.what for row in missed))
    return 1 if missed and options.strict else 0


if __name__ == "__main__":
    sys.exit(main())
