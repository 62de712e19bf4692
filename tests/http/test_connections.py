"""Connections that mean no good: they never read, send what nobody asked for, or only stand there."""

from __future__ import annotations

import contextlib
import select
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from server.run import listener as listening
from server.run.listener import MAX_BODIES, MAX_CONNECTIONS, MAX_WAITING, OUTPUT_SECONDS, Listener
from server.security.heads import SMALL_BODY
from server.settings import Settings
from server.web import assets
from tests.http.conftest import Server, free_port, read_answer

HOSTILE = 50


@pytest.fixture
def own(start_server: Callable[..., Server]) -> Server:
    """A server that no other test shares."""
    return start_server()


@contextlib.contextmanager
def connections(server: Server, count: int) -> Iterator[list[socket.socket]]:
    opened = [socket.create_connection(("127.0.0.1", server.port), timeout=10) for _ in range(count)]
    try:
        yield opened
    finally:
        for connection in opened:
            connection.close()


def head(server: Server, method: str, path: str, *lines: str) -> bytes:
    first = (f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{server.port}")
    return "\r\n".join((*first, *lines, "", "")).encode()


def hello_seconds(server: Server) -> float:
    begun = time.monotonic()
    assert server.call("GET", "/api/v1/hello", token=None, timeout=20).status == 200
    return time.monotonic() - begun


def pour(connection: socket.socket, data: bytes) -> None:
    """Send as much as is taken, for as long as somebody takes it."""
    connection.settimeout(5)
    with contextlib.suppress(OSError):
        connection.sendall(data)


def test_hello_is_answered_while_50_connections_pipeline_and_never_read(own: Server) -> None:
    """From the first second on, for as long as they stand: no thread waits for a reader."""
    largest = max(assets.load(), key=lambda name: len(assets.load()[name].body))
    asked = head(own, "GET", f"/static/{largest}") * 400
    with connections(own, HOSTILE) as hostile:
        for connection in hostile:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
            connection.sendall(asked)
        slowest = 0.0
        until = time.monotonic() + 4
        while time.monotonic() < until:
            slowest = max(slowest, hello_seconds(own))
    assert slowest < OUTPUT_SECONDS / 2


def test_bodies_without_a_token_are_not_kept(own: Server) -> None:
    """80 of 7 MB each: refused by the head alone, and hello goes on."""
    body = bytes(7 * 2**20)
    lines = (f"Content-Length: {len(body)}", "Content-Type: application/json")
    before = own.resident_bytes()
    with connections(own, 80) as opened:
        senders = [
            threading.Thread(target=pour, args=(c, head(own, "POST", "/api/v1/checks", *lines) + body))
            for c in opened
        ]
        for sender in senders:
            sender.start()
        highest, slowest = before, 0.0
        until = time.monotonic() + 3
        while time.monotonic() < until:
            slowest = max(slowest, hello_seconds(own))
            highest = max(highest, own.resident_bytes())
        for sender in senders:
            sender.join()
    assert highest - before < 60 * 2**20
    assert slowest < OUTPUT_SECONDS / 2


REFUSALS: dict[str, tuple[tuple[str, ...], int]] = {
    "another host": (("Host: evil.example", "Content-Length: 70000"), 421),
    "no token": (("Content-Length: 70000",), 401),
    "a wrong token": (("Content-Length: 70000", "Authorization: Bearer nobody"), 401),
    "a foreign type": (
        ("Content-Length: 70000", "Authorization: Bearer {token}", "Content-Type: text/html"),
        415,
    ),
    "a packed body": (
        (
            "Content-Length: 70000",
            "Authorization: Bearer {token}",
            "Content-Type: application/json",
            "Content-Encoding: gzip",
        ),
        415,
    ),
    "no length and no token": (("Transfer-Encoding: chunked",), 401),
    "both framings": (("Content-Length: 5", "Transfer-Encoding: chunked"), 400),
    "a length beyond all": (("Content-Length: 99999999999",), 413),
}


@pytest.mark.parametrize("what", REFUSALS)
def test_the_head_alone_is_refused_at_once(server: Server, what: str) -> None:
    """Not one byte of the body is waited for."""
    lines, status = REFUSALS[what]
    filled = [line.format(token=server.token) for line in lines]
    own_host = [] if any(line.startswith("Host:") for line in filled) else [f"Host: 127.0.0.1:{server.port}"]
    sent = "\r\n".join(["POST /api/v1/checks HTTP/1.1", *own_host, *filled, "", ""]).encode()
    with contextlib.closing(socket.create_connection(("127.0.0.1", server.port), timeout=60)) as connection:
        connection.sendall(sent)
        answer = read_answer(connection)
    assert answer is not None
    assert answer.status == status


def test_a_public_route_takes_small_bodies_only(server: Server) -> None:
    """A stranger's pairing is a few words, not megabytes."""
    lines = (f"Content-Length: {SMALL_BODY + 1}", "Content-Type: application/json")
    with contextlib.closing(socket.create_connection(("127.0.0.1", server.port), timeout=5)) as connection:
        connection.sendall(head(server, "POST", "/api/v1/pairings", *lines))
        answer = read_answer(connection)
    assert answer is not None
    assert (answer.status, answer.error_code) == (413, "too_large")


def test_bodies_of_known_clients_are_bounded_together(own: Server) -> None:
    """More than fit are told to come back, before they are kept."""
    length = 8 * 2**20
    lines = (
        f"Content-Length: {length}",
        "Content-Type: application/json",
        f"Authorization: Bearer {own.token}",
    )
    sent = head(own, "POST", "/api/v1/checks", *lines) + b"{"
    fitting = MAX_BODIES // length
    with connections(own, fitting + 1) as opened:
        for connection in opened[:-1]:
            connection.sendall(sent)
        time.sleep(0.3)
        opened[-1].sendall(sent)
        answer = read_answer(opened[-1])
    assert answer is not None
    assert (answer.status, answer.error_code) == (503, "busy")


def test_idle_connections_make_room(own: Server) -> None:
    """More of them than there are places keep nobody out."""
    with connections(own, MAX_CONNECTIONS + 100):
        assert max(hello_seconds(own) for _ in range(3)) < 2


def test_requests_sent_ahead_are_bounded(server: Server) -> None:
    """Thousands on one connection become a few answers and an end, not thousands of objects."""
    with contextlib.closing(socket.create_connection(("127.0.0.1", server.port), timeout=5)) as connection:
        connection.sendall(head(server, "GET", "/api/v1/hello") * 5_000)
        answers = 0
        while (answer := read_answer(connection)) is not None and answer.status == 200:
            answers += 1
    assert answers <= MAX_WAITING


def test_who_takes_nothing_for_a_while_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A deadline on output: the connection, its answer and its place are free again."""
    monkeypatch.setattr(listening, "OUTPUT_SECONDS", 0.3)
    body = bytes(8 * 2**20)

    def app(_environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        start_response("200 OK", [("Content-Length", str(len(body)))])
        return [body]

    bound = Listener(app, Settings(home=tmp_path, port=free_port()), lambda _head: None)
    try:
        with contextlib.closing(socket.create_connection(("127.0.0.1", bound.effective_port))) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            seen = []
            until = time.monotonic() + 5
            while time.monotonic() < until and (not seen or bound.active_channels):
                bound.asyncore.loop(timeout=0.1, map=bound._map, use_poll=hasattr(select, "poll"), count=1)
                seen += list(bound.active_channels)
        assert (len(seen) > 0, dict(bound.active_channels)) == (True, {})
    finally:
        bound.task_dispatcher.shutdown()
        bound.close()
