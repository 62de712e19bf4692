"""Many saved pages: `soi check` with two workers against BeautifulSoup(lxml) of the same pages on one core."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import cycle
from time import perf_counter, process_time
from typing import Any

from bs4 import BeautifulSoup

from scripts.benchmarks import ROOT, Row, at_least, at_most, peak_memory, processor_of_all
from scripts.benchmarks.parsing import page_of
from server.cli._cluster import Cluster, Sent, outcomes_of
from server.cli._inputs import Input, inputs, read_text
from server.cli._judging import Judging
from server.cli._workers import CHUNK, Workers, judged
from server.scoring.own import UserTables

TITLE = "Many pages"
PAGE = 1_000_000
JOBS = 2
MANY = 10_000
_CHECK = """
import resource, sys
from pathlib import Path
from server.cli._inputs import inputs
from server.cli._judging import Judging
from server.cli._workers import judged
from server.scoring.own import UserTables
folder, jobs, told = sys.argv[1:]
for outcome in judged(inputs([folder]), Judging(UserTables()), int(jobs)):
    pass
Path(told).write_text(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""
"""Checks a folder, and writes the kilobytes of its largest worker at its peak."""


def rows(quick: bool) -> Iterator[Row]:
    folder = ROOT / "build" / "pages"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    page = page_of(PAGE)
    for number in range(160 if quick else 480):
        folder.joinpath(f"{number:04}.html").write_bytes(page)
    try:
        files = inputs([str(folder)])
        yield from _rates(files, page)
        yield _one_core(files[:40], page)
        yield _memory(files, 2_000 if quick else MANY)
    finally:
        shutil.rmtree(folder)


def _rates(files: list[Input], page: bytes) -> Iterator[Row]:
    """The pages a second of workers that are warm: of ten thousand files their start is a hundredth."""
    workers = Workers(Judging(UserTables()), JOBS)
    try:
        for _ in workers.outcomes(files[: CHUNK * JOBS * 2]):
            pass
        ours = _rate(workers.outcomes(files))
    finally:
        workers.close()
    soup = _rate(BeautifulSoup(page, "lxml") for _ in range(len(files) // 8))
    yield at_least(
        f"{JOBS} workers / BeautifulSoup(lxml) on one core, 1 MB pages",
        ours.pages / soup.pages,
        "x",
        8,
        f"{ours.pages:.0f} against {soup.pages:.0f} pages/s",
    )
    yield _by_processor(f"the same by processor time, {JOBS} cores", ours, soup, JOBS)
    if find_spec("distributed"):
        dask = _dask_rate(files)
        detail = f"{dask.pages:.0f} against {ours.pages:.0f} pages/s"
        what = f"Dask cluster of {JOBS} local workers / --jobs {JOBS}"
        yield at_least(what, dask.pages / ours.pages, "x", 0.75, detail)
        yield _by_processor(f"{what}, by processor time", dask, ours, 1)


@dataclass(frozen=True, slots=True)
class _Rate:
    """What a run over pages took."""

    pages: float
    """A second."""
    processor: float
    """Seconds a page of all processes together; NaN where the system does not tell."""


def _rate(outcomes: Iterable[object]) -> _Rate:
    begun, start = processor_of_all(), perf_counter()
    done = sum(1 for _ in outcomes)
    return _Rate(done / (perf_counter() - start), (processor_of_all() - begun) / done)


def _by_processor(what: str, ours: _Rate, other: _Rate, cores: int) -> Row:
    """On a machine that others use too, the clock tells more about them."""
    detail = f"{ours.processor * 1e3:.1f} against {other.processor * 1e3:.1f} ms a page"
    return Row(what, cores * other.processor / ours.processor, "x", detail=detail)


def _dask_rate(files: list[Input]) -> _Rate:
    """The same of a cluster, its start aside."""
    from distributed import Client, LocalCluster  # noqa: PLC0415 - an extra

    make: Any = LocalCluster  # distributed has no types
    connect: Any = Client
    with (
        make(n_workers=JOBS, threads_per_worker=1, dashboard_address="127.0.0.1:0") as made,
        connect(made) as client,
    ):
        judging = Judging(UserTables())
        client.run(outcomes_of, judging, [Sent(files[0], text=read_text(files[0]))])  # on every worker
        cluster = Cluster(client, judging, JOBS)
        for _ in cluster.outcomes(files[: CHUNK * JOBS * 2]):
            pass
        return _rate(cluster.outcomes(files))


def _one_core(files: list[Input], page: bytes) -> Row:
    """In processor time, which a busy machine changes less."""
    judging = Judging(UserTables())
    judging.outcomes(files[:4])  # the model and the words load once, however many files there are
    start = process_time()
    for _ in judged(files, judging, 1):
        pass
    ours = process_time() - start
    start = process_time()
    for _ in files:
        BeautifulSoup(page, "lxml")
    soup = process_time() - start
    detail = f"{ours / len(files) * 1e3:.1f} against {soup / len(files) * 1e3:.1f} ms"
    return Row(
        "processor time of BeautifulSoup(lxml) / of a whole check, one core", soup / ours, "x", detail=detail
    )


def _memory(files: list[Input], n: int) -> Row:
    """Of ``n`` pages, as so many names of the same files; what the processes share is counted for each of them."""
    many = ROOT / "build" / "many-pages"
    shutil.rmtree(many, ignore_errors=True)
    many.mkdir()
    try:
        for number, file in zip(range(n), cycle(item.path for item in files if item.path), strict=False):
            many.joinpath(f"{number:05}.html").hardlink_to(file)
        told = many / "peak"
        parent = peak_memory(_CHECK, many, JOBS, told) / 1e6
        worker = 1024 * int(told.read_text()) / 1e6
    finally:
        shutil.rmtree(many)
    what = f"peak memory of {JOBS} workers and their parent, {n:,} pages"
    return at_most(what, parent + JOBS * worker, "MB", 400, f"{parent:.0f} + {JOBS} x {worker:.0f} MB")
