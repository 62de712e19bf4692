"""Many inputs judged by every processor core: worker processes that stay warm, in the order of the inputs.

The workers are started anew ("spawn"), so they behave alike on Linux, macOS and Windows. At any time only some chunks
are under way: the memory does not grow with the number of files.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from server.cli._inputs import Input
from server.cli._judging import CheckedInput, Judging, refused
from server.errors import WorkerLost
from server.services.collector import settle

CHUNK = 32
"""Inputs that are judged at once and travel together, which shares the cost; a lost chunk is soon done again."""
LEAST = 8
"""The last chunks become smaller, down to this: the workers end together."""
AHEAD = 3
"""Chunks under way for each worker: one that is judged, one that waits, one that waits to be printed."""
MOST = 61 if sys.platform == "win32" else 256
"""Windows waits for no more processes than that at a time."""
WORKERS_FROM = 48
"""Inputs from which workers are worth their start: a third of a second each, to load numpy and lxml."""

_judging: Judging | None = None
"""Of a worker process: set once at its start, so that no chunk has to carry it."""


def cores() -> int:
    """The processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def jobs_for(inputs: Sequence[Input], asked: int | None) -> int:
    """How many workers judge ``inputs``; 1: none, this process does. Standard input can be read by nobody else."""
    if any(item.path is None for item in inputs):
        return 1
    if asked is None:
        asked = cores() if len(inputs) >= WORKERS_FROM else 1
    return max(1, min(asked, len(inputs), MOST))


def judged(inputs: Sequence[Input], judging: Judging, jobs: int) -> Iterator[CheckedInput]:
    """The outcome of every input, in order. One whose process dies twice, the second time alone, is refused as lost."""
    if jobs == 1:
        for chunk in _chunks(inputs, 1):
            yield from judging.outcomes(chunk)
        return
    workers = Workers(judging, jobs)
    try:
        yield from workers.outcomes(inputs)
    finally:
        workers.close()


class Workers:
    """Worker processes, and the chunks that they have."""

    def __init__(self, judging: Judging, jobs: int) -> None:
        self._judging, self._jobs = judging, jobs
        self._pool = self._started(jobs)
        self._under_way: deque[tuple[Sequence[Input], Future[list[CheckedInput]]]] = deque()

    def outcomes(self, inputs: Sequence[Input]) -> Iterator[CheckedInput]:
        """In the order of ``inputs``."""
        for chunk in _chunks(inputs, self._jobs):
            self._give(chunk)
            if len(self._under_way) >= AHEAD * self._jobs:
                yield from self._oldest()
        while self._under_way:
            yield from self._oldest()

    def close(self) -> None:
        """Drop what nobody waits for any more."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _started(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (self._judging,))

    def _give(self, chunk: Sequence[Input]) -> None:
        try:
            future = self._pool.submit(_chunk_outcomes, chunk)
        except BrokenProcessPool as error:  # a worker died since the last look
            future = Future()
            future.set_exception(error)
        self._under_way.append((chunk, future))

    def _oldest(self) -> Iterator[CheckedInput]:
        """Waits for the oldest chunk."""
        _, future = self._under_way[0]
        try:
            outcomes = future.result()
        except BrokenProcessPool:
            yield from self._again()
            return
        self._under_way.popleft()
        yield from outcomes

    def _again(self) -> Iterator[CheckedInput]:
        """A worker died, and with it the pool: which input it was shows when each of the lost ones is judged alone."""
        lost = [chunk for chunk, future in self._under_way]
        done = [future for _, future in self._under_way]
        self._under_way.clear()
        self._pool.shutdown(wait=True)
        self._pool = self._started(self._jobs)
        for chunk, future in zip(lost, done, strict=True):
            if future.exception() is None:
                yield from future.result()
            else:
                yield from self._alone(chunk)

    def _alone(self, chunk: Sequence[Input]) -> Iterator[CheckedInput]:
        pool = self._started(1)
        try:
            for item in chunk:
                try:
                    outcomes = pool.submit(_chunk_outcomes, [item]).result()
                except BrokenProcessPool:
                    pool.shutdown(wait=True)
                    pool = self._started(1)
                    outcomes = [refused(item.name, WorkerLost())]
                yield from outcomes
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def chunk_size(left: int, jobs: int, most: int = CHUNK) -> int:
    """How many of the inputs that are left the next of ``jobs`` workers gets."""
    return min(most, max(LEAST, left // (2 * jobs)))


def _chunks(inputs: Sequence[Input], jobs: int) -> Iterator[Sequence[Input]]:
    done = 0
    while chunk := inputs[done : done + chunk_size(len(inputs) - done, jobs)]:
        yield chunk
        done += len(chunk)


def _begin(judging: Judging) -> None:
    """The start of a worker. An interrupt is for the parent, which ends its workers."""
    global _judging  # noqa: PLW0603 - what a worker process is given once, at its start
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from server.analysis import judge  # noqa: F401, PLC0415 - loaded before the first chunk, not while it is timed

    settle()
    _judging = judging


def _chunk_outcomes(chunk: Sequence[Input]) -> list[CheckedInput]:
    if _judging is None:
        raise RuntimeError("a worker without its start")
    return _judging.outcomes(chunk)
