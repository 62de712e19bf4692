"""The local server under load, against an empty handler and against Flask's own server with html.parser."""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from scripts.benchmarks import ROOT, Row, at_least, at_most, interleaved, percentile, timings

TITLE = "Local server"

LEVELS = (1, 8, 32)
ENTRIES = 10_000
_PAGE = 1_500_000
_START_SECONDS = 30.0
_JSON = "application/json"

# What the ratios are taken against: each a complete server in a process of its own.
EMPTY = """
import sys
from flask import Flask, request
from waitress import serve
app = Flask("empty", static_folder=None)
@app.post("/api/v1/checks")
def checks():
    request.get_data()
    return {}
@app.get("/api/v1/hello")
def hello():
    return {}
serve(app, listen=f"127.0.0.1:{sys.argv[1]}", threads=8, recv_bytes=1 << 20, inbuf_overflow=1 << 26)
"""
PLAIN = """
import sys
from bs4 import BeautifulSoup
from flask import Flask, request
app = Flask("plain", static_folder=None)
@app.get("/api/v1/hello")
def hello():
    return {}
@app.post("/api/v1/checks")
def checks():
    soup = BeautifulSoup(request.get_json()["html"], "html.parser")
    return {"title": soup.title.string if soup.title else None, "posts": len(soup.select("a[href]"))}
app.run("127.0.0.1", int(sys.argv[1]), threaded=True, debug=False)
"""


def rows(quick: bool) -> Iterator[Row]:
    """Checks at each concurrency, a whole page, list and export, cold start, memory."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        soi = stack.enter_context(soi_server(folder / "home"))
        empty = stack.enter_context(python_server(EMPTY))
        yield from _checks(soi, empty, 60 if quick else 400)
        plain = stack.enter_context(python_server(PLAIN))
        yield from _whole_page(soi, plain, 6 if quick else 40)
        yield from _list(soi, 1_000 if quick else ENTRIES)
        yield Row("resident memory after all this", soi.resident_megabytes(), "MB")
    yield from _cold_start(3 if quick else 9)


# --- measures -------------------------------------------------------------------------------------------------


def _checks(soi: Served, empty: Served, count: int) -> Iterator[Row]:
    """A reduced capture, each one different, so that nothing is answered from memory."""
    bodies = [capture(reduced_page(number)) for number in range(count)]
    soi.post(capture(reduced_page(-1)))
    yield Row("size of the reduced capture", len(bodies[0]) / 1000, "kB")
    for level in LEVELS:
        own, errors = soi.load([retold(body, level) for body in bodies], level)
        floor, _ = empty.load(bodies, level)
        for percent in (50, 99):
            mine, least = percentile(own, percent) * 1000, percentile(floor, percent) * 1000
            detail = f"{mine:.1f} ms, empty handler {least:.1f} ms, {errors} errors"
            yield Row(
                f"check p{percent}, {level} at once, to an empty handler",
                mine / least,
                "x",
                None,
                None,
                detail,
            )


def _whole_page(soi: Served, plain: Served, count: int) -> Iterator[Row]:
    """A page of 1.5 MB posted and answered, one at a time and 32 at once."""
    bodies = [capture(whole_page(number)) for number in range(count + 1)]
    own, theirs = iter(bodies), iter(bodies)
    pages = {"soi": lambda: soi.post(next(own)), "plain": lambda: plain.post(next(theirs))}
    medians = interleaved(pages, count)
    mine, reference = medians["soi"] * 1000, medians["plain"] * 1000
    detail = f"{mine:.1f} ms against {reference:.1f} ms"
    yield at_least("whole page, to Flask's server with html.parser", reference / mine, "x", 10, detail)
    crowd = [retold(body, number) for number in (1, 2) for body in bodies]
    times, errors = soi.load(crowd, 32)
    yield at_most(
        "errors of whole pages, 32 at once", errors, "", 0, f"p99 {percentile(times, 99) * 1000:.0f} ms"
    )


def _list(soi: Served, count: int) -> Iterator[Row]:
    """The list and its files with many entries."""
    table = "username,note,tags\n" + "".join(f"nguoi{n}.vidu,ghi chú số {n},da liễu\n" for n in range(count))
    took = soi.timed("POST", "/api/v1/shortlist/imports?dry_run=false", table.encode(), "text/csv")
    yield Row(f"import of {count:,} rows", took * 1000, "ms")
    for what, path in (
        ("list", "/api/v1/shortlist"),
        ("CSV", "/api/v1/shortlist.csv"),
        ("XLSX", "/api/v1/shortlist.xlsx"),
    ):
        took = min(soi.timed("GET", path) for _ in range(5))
        yield Row(f"{what} of {count:,} entries", took * 1000, "ms")
        if what == "list":
            yield _to_dumps(json.loads(soi.ask("GET", path)), took)


def _to_dumps(plain: object, took: float) -> Row:
    """The list from the store to the client, against writing the same as plain dicts with the standard library."""
    least = min(timings({"dumps": lambda: json.dumps(plain)}, 5)["dumps"])
    detail = f"{least * 1000:.0f} ms"
    return at_most("list to json.dumps of the same as dicts", took / least, "x", 2.5, detail)


def _cold_start(rounds: int) -> Iterator[Row]:
    """From the start of the process to the first answer, in turn with an empty Flask application on waitress."""
    own, floor = [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            with soi_server(Path(folder) / str(number)) as soi:
                own.append(soi.started_in)
            with python_server(EMPTY) as empty:
                floor.append(empty.started_in)
    mine, least = statistics.median(own) * 1000, statistics.median(floor) * 1000
    yield at_most(
        "cold start to an empty Flask app on waitress",
        mine / least,
        "x",
        2.5,
        f"{mine:.0f} ms, {least:.0f} ms",
    )


# --- pages ----------------------------------------------------------------------------------------------------


def reduced_page(number: int) -> str:
    """An invented profile as the extension reduces it: header, metas, a grid of twelve posts with overlays."""
    name = f"nguoi{number % 1000}.vidu"
    tiles = "".join(
        f'<a href="/{name}/p/C{number}x{post}abc/"><ul><li><span><span class="html-span">{900 + post * 7}</span></span></li>'
        f'<li><span><span class="html-span">{30 + post}</span></span></li></ul></a>'
        for post in range(12)
    )
    return (
        f'<html lang="vi"><head><title>Người (@{name})</title>'
        f'<meta property="og:url" content="https://www.instagram.com/{name}/">'
        f'<meta property="og:description" content="12K Followers, 300 Following, 120 Posts"></head><body><main>'
        f"<header><section><h2>{name}</h2><div>"
        f'<span dir="auto"><span class="html-span">120</span> bài viết</span>'
        f'<a href="/{name}/followers/"><span title="12.{number % 900 + 100}"><span class="html-span">12,1K</span></span> người theo dõi</a>'
        f'<a href="/{name}/following/"><span class="html-span">300</span> đang theo dõi</a></div>'
        f"<div><span>Bếp nhỏ, món nhà</span></div></section></header><div>{tiles}</div></main></body></html>"
    )


def whole_page(number: int) -> str:
    """The same profile with the scripts and styles that make a real page 1.5 MB."""
    page = reduced_page(number)
    script = (
        '<script type="application/json" data-sjs>{"require":[["m",null,{"a":'
        + json.dumps("x" * 900)
        + "}]]}</script>"
    )
    tags = '<div class="x1 x2 x3"><span class="y1">một hai ba</span><svg><path d="M0 0"/></svg></div>'
    bulk = (script + tags * 6) * ((_PAGE - len(page)) // (len(script) + 6 * len(tags)))
    return page.replace("</body>", bulk + "</body>")


def capture(html: str) -> bytes:
    return json.dumps({"schema": 1, "html": html, "captured_at": "2025-03-01T03:00:00Z"}).encode()


def retold(body: bytes, number: int) -> bytes:
    """The same capture with something else in it: another digest, the same work."""
    return body.replace(b"<title>", b"<title>%d " % number, 1)


# --- servers --------------------------------------------------------------------------------------------------


class Served:
    """A server in a process of its own, and its clients."""

    def __init__(self, process: subprocess.Popen[str], port: int, started_in: float, token: str = "") -> None:
        self.process = process
        self.port = port
        self.started_in = started_in
        """Seconds from the start of the process to its first answer."""
        self.token = token

    def post(self, body: bytes) -> int:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            return self._post(connection, body)

    def load(self, bodies: Sequence[bytes], level: int) -> tuple[list[float], int]:
        """Seconds of each check with ``level`` clients that keep their connections, and the number of errors."""
        waiting = iter(bodies)
        lock, times, errors = threading.Lock(), list[float](), list[int]()

        def client() -> None:
            with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)) as connection:
                while True:
                    with lock:
                        body = next(waiting, None)
                    if body is None:
                        return
                    begun = time.perf_counter()
                    status = self._post(connection, body)
                    times.append(time.perf_counter() - begun)
                    if status != 200:
                        errors.append(status)

        threads = [threading.Thread(target=client) for _ in range(level)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return times, len(errors)

    def timed(self, method: str, path: str, body: bytes | None = None, media: str = _JSON) -> float:
        begun = time.perf_counter()
        self.ask(method, path, body, media)
        return time.perf_counter() - begun

    def ask(self, method: str, path: str, body: bytes | None = None, media: str = _JSON) -> bytes:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)) as connection:
            connection.request(method, path, body, self._headers(media))
            response = connection.getresponse()
            answered = response.read()
        if response.status != 200:
            raise RuntimeError(f"{path} answered {response.status}")
        return answered

    def resident_megabytes(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status")
        found = re.search(r"VmRSS:\s+(\d+)", status.read_text()) if status.exists() else None
        return int(found[1]) / 1024 if found else float("nan")

    def _post(self, connection: http.client.HTTPConnection, body: bytes) -> int:
        connection.request("POST", "/api/v1/checks", body, self._headers(_JSON))
        response = connection.getresponse()
        response.read()
        return response.status

    def _headers(self, media: str) -> dict[str, str]:
        return {"Content-Type": media, "Authorization": f"Bearer {self.token}"}


@contextmanager
def soi_server(home: Path, database: str | None = None) -> Iterator[Served]:
    """``soi serve`` on a data folder of its own, and on the store in it where no ``database`` is named."""
    port = _free_port()
    environment = os.environ | {"SOI_HOME": str(home), "SOI_PORT": str(port)}
    environment |= {"SOI_DATABASE": database} if database else {}
    command = [sys.executable, "-m", "server.cli", "serve", "--no-open"]
    with _running(command, port, environment) as served:
        served.token = json.loads((home / "running.json").read_text())["token"]
        yield served


@contextmanager
def python_server(code: str) -> Iterator[Served]:
    port = _free_port()
    with _running([sys.executable, "-c", code, str(port)], port, dict(os.environ)) as served:
        yield served


@contextmanager
def _running(command: list[str], port: int, environment: dict[str, str]) -> Iterator[Served]:
    begun = time.perf_counter()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet, text=True)
    try:
        _wait_for(lambda: _answers(port))
        yield Served(process, port, time.perf_counter() - begun)
    finally:
        process.terminate()
        process.wait(20)


def _answers(port: int) -> bool:
    try:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
            connection.request("GET", "/api/v1/hello")
            return connection.getresponse().status == 200
    except OSError:
        return False


def _wait_for(condition: Callable[[], bool]) -> None:
    limit = time.perf_counter() + _START_SECONDS
    while not condition():
        if time.perf_counter() > limit:
            raise TimeoutError("the server did not start")
        time.sleep(0.002)


def _free_port() -> int:

    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        return int(probe.getsockname()[1])
