"""Many saved pages dropped on the web page: the rate at which the server checks and keeps them, durably."""

from __future__ import annotations

import json
import tempfile
import threading
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts.benchmarks import Row, at_least
from scripts.benchmarks.http import Served, soi_server
from scripts.benchmarks.parsing import page_of

TITLE = "Saved pages on the web page"
PAGE = 1_000_000
A_REQUEST = 6
"""Pages of a request, as the web page sends them: six megabytes."""
AT_ONCE = 2
_NAME, _ID = b"linhdan.vidu", b"51840200311"


def rows(quick: bool) -> Iterator[Row]:
    count = 60 if quick else 300
    page = page_of(PAGE)
    bodies = [
        body_of([_of_somebody(page, n) for n in range(at, at + A_REQUEST)])
        for at in range(0, count, A_REQUEST)
    ]
    with tempfile.TemporaryDirectory() as folder, soi_server(Path(folder) / "home") as soi:
        soi.timed("POST", "/api/v1/checks/pages", body_of([page]), "application/octet-stream")
        took = _sent(soi, bodies)
    yield at_least(
        "saved pages of 1 MB checked and kept",
        count / took,
        "pages/s",
        60,
        f"{took / count * 1e3:.1f} ms a page",
    )


def body_of(pages: Sequence[bytes]) -> bytes:
    """The body of a request: a line that says how long each file is, and the files."""
    index = {"pages": [{"name": f"{n}.html", "bytes": len(page)} for n, page in enumerate(pages)]}
    return json.dumps(index).encode() + b"\n" + b"".join(pages)


def _of_somebody(page: bytes, number: int) -> bytes:
    name = b"nguoi%d.vidu" % number
    return page.replace(_NAME, name).replace(_ID, b"%d" % (7_000_000_000 + zlib.crc32(name)))


def _sent(soi: Served, bodies: Sequence[bytes]) -> float:
    """Seconds until all are answered, some at a time."""
    waiting, lock = iter(bodies), threading.Lock()

    def client() -> None:
        while True:
            with lock:
                body = next(waiting, None)
            if body is None:
                return
            soi.timed("POST", "/api/v1/checks/pages", body, "application/octet-stream")

    threads = [threading.Thread(target=client) for _ in range(AT_ONCE)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - begun
