"""``soi check --cluster``: the same lines from a Dask cluster, also where a worker dies on the way."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from server.cli import _cluster, soi
from server.cli._inputs import Input, inputs, read_text
from server.cli._judging import CheckedInput, Judging, Read
from server.errors import BadSetting
from server.scoring.own import UserTables
from tests.many_pages import PROFILE, written_pages

dask = pytest.importorskip("dask", reason="needs soi[bulk]")
distributed = pytest.importorskip("distributed", reason="needs soi[bulk]")
N_PAGES = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Pages of which the third is none."""
    return written_pages(tmp_path, N_PAGES)


@contextmanager
def cluster(n: int, *, processes: bool) -> Iterator[Any]:
    made = distributed.LocalCluster(
        n_workers=n,
        threads_per_worker=1,
        processes=processes,
        dashboard_address="127.0.0.1:0",
        host="127.0.0.1",
        protocol="tcp",
    )
    try:
        yield made
    finally:
        made.close(timeout=20)


class Deadly(Judging, frozen=True):
    """Ends its own process at one input: the first time that anybody looks at it, or always."""

    at: str = ""
    once: Path | None = None

    def outcomes(self, items: Sequence[Input], read: Read = read_text) -> list[CheckedInput]:  # noqa: ARG002 - as what it stands for
        if any(item.name == self.at for item in items) and (self.once is None or not self.once.exists()):
            if self.once is not None:
                self.once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return [CheckedInput(item.name, True, b"{}") for item in items]


def test_a_cluster_gives_the_lines_that_one_process_gives_in_the_same_order(folder: Path) -> None:
    with cluster(2, processes=False) as made:
        arguments = ["check", str(folder), "--json"]
        together = CliRunner().invoke(soi, [*arguments, "--cluster", made.scheduler_address])
    alone = CliRunner().invoke(soi, [*arguments, "--jobs", "1"])
    assert (3, N_PAGES, alone.stdout) == (
        together.exit_code,
        len(together.stdout.splitlines()),
        together.stdout,
    )


def test_a_file_that_a_worker_does_not_see_is_sent_along(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first chunk finds it out, from the second on nothing is asked twice."""
    items = inputs([str(folder)])
    here = [one.line for one in Judging(UserTables()).outcomes(items)]
    monkeypatch.setattr(_cluster, "AHEAD", 1)
    tried = []

    class Elsewhere:
        """A cluster of one, on whose disk no file is."""

        def submit(self, work: Callable[..., Any], judging: Judging, ready: list[Any], **_: Any) -> _Done:
            tried.append(len(ready))
            gone = [one if one.text else replace(one, stamp=(0, 0)) for one in ready]
            return _Done(work(judging, gone))

    found = [one.line for one in _cluster.Cluster(Elsewhere(), Judging(UserTables()), 1).outcomes(items)]
    assert (here, [20, *[1] * 20, 8, 8, 4]) == (found, tried)


@dataclass(frozen=True)
class _Done:
    found: list[Any]
    lost: Exception | None = None

    def result(self) -> list[Any]:
        if self.lost is not None:
            raise self.lost
        return self.found


@pytest.mark.parametrize(
    "lost", [distributed.client.FutureCancelledError("a", "b"), distributed.comm.CommClosedError()]
)
def test_a_scheduler_that_dies_on_the_way_is_said_with_what_to_do(folder: Path, lost: Exception) -> None:
    """What came before it is there already; a file of --out is gone on with."""

    class Dying:
        """A cluster whose second task is never answered."""

        n = 0

        def submit(self, work: Callable[..., Any], *given: Any, **_: Any) -> _Done:
            self.n += 1
            return _Done(work(*given), lost if self.n > 1 else None)

    outcomes = _cluster.Cluster(Dying(), Judging(UserTables()), 1).outcomes(inputs([str(folder)]))
    before = [next(outcomes).ok for _ in range(20)]
    with pytest.raises(BadSetting, match=r"scheduler has gone.*--out") as said:
        next(outcomes)
    assert (20, "bad_setting") == (len(before), said.value.code)


def test_a_scheduler_that_dies_is_said_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """distributed's own pages about it are not printed beside."""

    class Client(nullcontext[Any]):
        """As distributed has it, on a scheduler that dies at once."""

        def nthreads(self) -> dict[str, int]:
            return {"tcp://127.0.0.1:2": 1}

        def submit(self, *_: Any, **__: Any) -> _Done:
            logger.error("", exc_info=ConnectionRefusedError())
            return _Done([], distributed.client.FutureCancelledError("a", "b"))

    logger = logging.getLogger("distributed.client")
    logger.setLevel(logging.WARNING)
    monkeypatch.setattr(logger, "handlers", [caplog.handler])
    monkeypatch.setattr(distributed, "Client", lambda *_, **__: Client())
    done = CliRunner().invoke(soi, ["check", str(folder), "--cluster", "tcp://127.0.0.1:1"])
    assert ("bad_setting", []) == (getattr(done.exception, "code", None), caplog.records)


def test_a_scheduler_that_is_not_there_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_cluster, "_CONNECT_SECONDS", 0.2)
    done = CliRunner().invoke(soi, ["check", str(PROFILE), "--cluster", "tcp://127.0.0.1:1"])
    assert "bad_setting" == getattr(done.exception, "code", None)


@pytest.mark.long
@pytest.mark.parametrize("dies", ["once", "always"])
def test_a_worker_that_is_killed_loses_no_page(folder: Path, tmp_path: Path, dies: str) -> None:
    """Dask gives its chunk to another one; a file that kills each worker costs only itself."""
    once = tmp_path / "died" if dies == "once" else None
    items = inputs([str(folder)])
    judging = Deadly(UserTables(), at=items[11].name, once=once)
    with dask.config.set({"distributed.scheduler.allowed-failures": 1}), cluster(2, processes=True) as made:
        found = list(_cluster.judged_by_cluster(items, judging, made.scheduler_address))
    lost = [] if dies == "once" else [items[11].name]
    assert ([item.name for item in items], lost) == (
        [one.name for one in found],
        [one.name for one in found if one.error],
    )


def test_a_chunk_that_is_lost_is_judged_one_input_after_the_other(folder: Path) -> None:
    """Beside the one that kills its worker another would be lost with it again."""
    told: list[str] = []

    class Watched(_Done):
        def result(self) -> list[Any]:
            told.append("asked")
            return super().result()

    class Killing:
        """Loses what holds more than one input."""

        def submit(self, work: Callable[..., Any], judging: Judging, sent: Sequence[Any], **_: Any) -> _Done:
            told.append("given")
            lost = distributed.KilledWorker("task", None, 1) if len(sent) > 1 else None
            return Watched(work(judging, sent), lost)

    chunk = inputs([str(folder)])[:8]
    found = list(_cluster.Cluster(Killing(), Judging(UserTables()), 1).outcomes(chunk))
    assert (8, ["given", "asked"] * 9) == (len(found), told)
