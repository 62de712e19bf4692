"""Many inputs judged by a Dask cluster: ``soi check --cluster tcp://…``. Scheduler and workers are Dask's own, as they are.

A worker reads a file itself where it sees the same one (a shared folder); else the file is sent along. Which worker a
chunk goes to, and that it is done again when its worker is lost, is Dask's business.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from server.cli._inputs import Input, read_text
from server.cli._judging import CheckedInput, Judging, refused
from server.cli._workers import AHEAD, CHUNK, chunk_size
from server.errors import BadSetting, SoiError, WorkerLost
from server.run.memory import pages_kept

_CONNECT_SECONDS = 10
_GONE = "cluster: its scheduler has gone. Start it and run the same again: a file of --out is gone on with."
IN_PLACE = 2 * CHUNK
"""Most inputs of a task that its worker reads itself: a task costs the scheduler some 20 ms, and only names are sent."""
SENT = CHUNK // 4
"""Most inputs of a task whose texts are sent along: as much memory as they have, on both sides."""


class Sent(Struct, frozen=True):
    """An input on its way to a worker."""

    item: Input
    stamp: tuple[int, int] | None = None
    """Size and time of the file here: a worker that sees the same reads it itself."""
    text: bytes | SoiError | None = None
    """What is in it, or what is wrong with it, where it is sent along."""


def judged_by_cluster(inputs: Sequence[Input], judging: Judging, address: str) -> Iterator[CheckedInput]:
    """The outcome of every input, in order; one whose worker is lost again and again is refused. Raises BadSetting."""
    try:
        from distributed import Client  # noqa: PLC0415 - an extra: most machines have no Dask
    except ModuleNotFoundError as error:
        raise BadSetting("cluster: this needs more packages: pip install 'soi[bulk]'.") from error
    try:
        connect: Any = Client  # distributed has no types
        client = connect(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        words = "cluster: nothing answers there. Write tcp://HOST:PORT of a running Dask scheduler."
        raise BadSetting(words) from error
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # a scheduler's end is said here
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise BadSetting("cluster: no worker is connected to this scheduler yet.")
        yield from Cluster(client, judging, threads).outcomes(inputs)


class Cluster:
    """A connected cluster, and the chunks that it has."""

    def __init__(self, client: Any, judging: Judging, threads: int) -> None:
        """``threads``: how many inputs the cluster judges side by side."""
        self._client, self._judging, self._threads = client, judging, threads
        self._sees_files = True
        self._under_way: deque[tuple[Sequence[Input], Any]] = deque()

    def outcomes(self, inputs: Sequence[Input]) -> Iterator[CheckedInput]:
        """In the order of ``inputs``."""
        done = 0
        while chunk := inputs[done : done + self._size(len(inputs) - done)]:
            done += len(chunk)
            self._under_way.append((chunk, self._given(chunk, sent_along=not self._sees_files)))
            if len(self._under_way) >= AHEAD * self._threads:
                yield from self._oldest()
        while self._under_way:
            yield from self._oldest()

    def _size(self, left: int) -> int:
        return chunk_size(left, self._threads, IN_PLACE if self._sees_files else SENT)

    def _given(self, chunk: Sequence[Input], *, sent_along: bool) -> Any:
        ready = [_with_text(item) if sent_along else _with_stamp(item) for item in chunk]
        return self._client.submit(outcomes_of, self._judging, ready, pure=False)

    def _oldest(self) -> Iterator[CheckedInput]:
        chunk, future = self._under_way.popleft()
        for item, outcome in zip(chunk, self._result(chunk, future), strict=True):
            if outcome is None:
                self._sees_files = False
                yield from self._result([item], self._given([item], sent_along=True))
            else:
                yield outcome

    def _result(self, chunk: Sequence[Input], future: Any) -> list[Any]:
        """What a chunk became; where it costs one worker after the other, each input alone."""
        from distributed import KilledWorker  # noqa: PLC0415 - as above
        from distributed.comm.core import CommClosedError  # noqa: PLC0415 - as above

        try:
            found: list[Any] = future.result()
        except KilledWorker:
            if len(chunk) == 1:
                return [refused(chunk[0].name, WorkerLost())]
            # One after the other: beside the one that kills its worker, another would be lost with it again.
            alone = ((item, self._given([item], sent_along=True)) for item in chunk)
            return [outcome for item, one in alone for outcome in self._result([item], one)]
        except ModuleNotFoundError as error:
            raise BadSetting("cluster: its workers have no Soi. Install the same version there.") from error
        except (CancelledError, CommClosedError) as error:  # as distributed says it of all that was under way
            raise BadSetting(_GONE) from error
        return found


def outcomes_of(judging: Judging, sent: Sequence[Sent]) -> list[CheckedInput | None]:
    """Runs on a worker, which is as before when it ends: it is the user's. None: a file that is not seen from there."""
    seen = {one.item: one for one in sent if one.text is not None or one.stamp == _stamp(one.item)}
    with pages_kept():
        found = dict(zip(seen, judging.outcomes(list(seen), lambda item: _text(seen[item])), strict=True))
    return [found.get(one.item) for one in sent]


def _text(sent: Sent) -> bytes:
    """What is in it: read here, or sent along. Raises a SoiError."""
    if isinstance(sent.text, SoiError):
        raise sent.text
    return read_text(sent.item) if sent.text is None else sent.text


def _with_text(item: Input) -> Sent:
    try:
        return Sent(item, text=read_text(item))
    except SoiError as error:
        return Sent(item, text=error)


def _with_stamp(item: Input) -> Sent:
    stamp = _stamp(item)
    if stamp is None or item.path is None:
        return _with_text(item)
    return Sent(replace(item, path=item.path.absolute()), stamp)  # a worker stands in another folder


def _stamp(item: Input) -> tuple[int, int] | None:
    """None where there is no such file."""
    if item.path is None or not item.path.is_file():
        return None
    found = item.path.stat()
    return found.st_size, found.st_mtime_ns
