"""waitress, tuned and made strict: errors of HTTP itself are JSON, slow requests are cut off, a refusal is readable.

Measured reasons for the numbers stand beside them. The task and channel classes are waitress's own points of
extension.
"""

from __future__ import annotations

import contextlib
import select
import socket
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask, ThreadedTaskDispatcher

from server.capture import MAX_BODY_BYTES
from server.errors import (
    BadRequest,
    Busy,
    RequestTimeout,
    SoiError,
    TooLarge,
    Unauthorized,
    UnsupportedEncoding,
)
from server.security.heads import Head, Judge
from server.security.hosts import WsgiApp, error_answer
from server.settings import LOOPBACK_HOSTS, Settings
from server.systems import present_system

BODY_MARGIN = 64 * 1024
"""A body a little over the limit is read to its end, so that the application can refuse it in order."""
MAX_CONNECTIONS = 300
"""Beyond, an idle connection makes room for a new one; a browser keeps six."""
MAX_BODIES = 96 * 2**20
"""Bytes of all bodies that are arriving or waiting at one time."""
MAX_WAITING = 16
"""Requests that one connection may send ahead of their answers; browsers and command lines send none."""
IDLE_SECONDS = 120
OUTPUT_SECONDS = 20
"""A reader that takes not one byte for so long is gone, whatever its system says."""
UNREAD_BYTES = 64 * 1024
"""A connection with more unread answers than this has its next request wait; no thread waits with it."""
_ROOM = 50
"""Descriptors that waitress counts beside the connections, and connections that are being closed."""
LINGER_SECONDS = 3.0
LINGER_BYTES = 64 * 2**20


class Refused:
    """Stands where waitress keeps the error of a request; never written by itself."""

    def __init__(self, error: SoiError) -> None:
        self.soi_error = error
        self.code, self.reason = error.http_status, HTTPStatus(error.http_status).phrase


class Parser(HTTPRequestParser):
    """A request as it arrives, judged as soon as its head is there: of one that is refused no body is kept."""

    headers: dict[str, str]
    error: Any

    def __init__(self, adj: Adjustments, judge: Judge, kept: Callable[[], int]) -> None:
        """``kept`` tells how many bytes of bodies are held already."""
        super().__init__(adj)
        self._judge, self._kept = judge, kept
        self.kept_bytes = 0

    def received(self, data: bytes) -> int:
        in_head = not self.headers_finished
        consumed: int = super().received(data)
        if in_head and self.headers_finished and self.error is None and not self.empty:
            self._object(self._objection())
        return consumed

    def refuse_all(self, data: bytes) -> int:
        """Take what follows too many requests on one connection, and keep nothing of it."""
        self.parse_header(b"GET / HTTP/1.0\r\n")
        self._object(BadRequest())
        return len(data)

    def _objection(self) -> SoiError | None:
        if not self.chunked and self.content_length == 0:
            return None
        if "TRANSFER_ENCODING" in self.headers or (self.chunked and "CONTENT_LENGTH" in self.headers):
            return BadRequest()  # two lengths: whoever believes the other one reads another request
        length = None if self.chunked else self.content_length
        objection = self._judge(Head(self.command, self.path, self.headers, length))
        if objection is None:
            self.kept_bytes = MAX_BODY_BYTES if length is None else length
            objection = Busy() if self._kept() + self.kept_bytes > MAX_BODIES else None
        return objection

    def _object(self, error: SoiError | None) -> None:
        if error is not None:
            self.error, self.completed, self.expect_continue, self.kept_bytes = Refused(error), True, False, 0


def soi_error(request: Any) -> SoiError:
    """What the HTTP layer objected to, in the codes of this project."""
    if isinstance(request.error, Refused):
        return request.error.soi_error
    if request.headers.get("CONTENT_ENCODING", "identity").lower() != "identity":
        return UnsupportedEncoding()
    return TooLarge() if request.error.code in (413, 431) else BadRequest()


class JsonErrorTask(ErrorTask):
    """Answers what never reaches the application in the shape of every other error."""

    def execute(self) -> None:
        error = soi_error(self.request)
        status = f"{error.http_status} {self.request.error.reason}"
        self.status, headers, body = error_answer(error, status)
        self.response_headers.extend(headers)
        if isinstance(error, Unauthorized):
            self.response_headers.append(("WWW-Authenticate", "Bearer"))
        self.set_close_on_finish()
        self.content_length = len(body)
        self.channel.lingers = True
        self.write(body)


class Channel(HTTPChannel):
    """One connection. Knows since when the present request is arriving, and closes politely after a refusal."""

    error_task_class = JsonErrorTask
    request: Any
    close_when_flushed: bool
    began: float | None = None
    """When the first byte of an unfinished request came (monotonic seconds)."""
    lingers = False
    held = False
    """The next request waits until the client has read what it was answered."""
    _linger_until: float | None = None
    _linger_bytes = 0

    def parser_class(self, adj: Adjustments) -> Parser:
        """Called by waitress for each request."""
        parser = Parser(adj, self.server.judge, self.server.kept_bytes)
        if len(self.requests) >= MAX_WAITING:
            parser.received = parser.refuse_all  # type: ignore[method-assign] # this one only: it ends the connection
        return parser

    def kept_bytes(self) -> int:
        """Bytes of bodies that are held for this connection."""
        return sum(getattr(request, "kept_bytes", 0) for request in (self.request, *self.requests))

    def received(self, data: bytes) -> Any:
        before = self.request
        result = super().received(data)
        if self.request is None:
            self.began = None
        elif self.request is not before:
            self.began = time.monotonic()
        return result

    def time_out(self) -> None:
        """Answer 408 to a request that does not come to its end. Called from the main loop only."""
        with self.requests_lock:
            if self.request is None or self.requests:
                return  # an earlier request of this connection is being answered; look again after it
            request, self.request, self.began = self.request, None, None
            if not request.headers_finished:
                request.parse_header(b"GET / HTTP/1.0\r\n")
            request.error, request.completed = Refused(RequestTimeout()), True
            self.requests.append(request)
        self.server.add_task(self)

    # A socket closed with unread input is reset, and the client may never see why it was refused. So the sending
    # half is closed first, and the rest of the input is read and dropped for a moment.

    def handle_write(self) -> None:
        if self.lingers and self.close_when_flushed and not self.total_outbufs_len:
            self.lingers, self.close_when_flushed = False, False
            self._linger_until = time.monotonic() + LINGER_SECONDS
            with contextlib.suppress(OSError):
                self.socket.shutdown(socket.SHUT_WR)
        else:
            super().handle_write()
        if self.held and self.total_outbufs_len <= UNREAD_BYTES and self.connected:
            self.held = False
            self.server.add_task(self)

    def writable(self) -> bool:
        return self.held or bool(super().writable())

    def hold_back(self) -> bool:
        """Whether the next request has to wait; ``handle_write`` lets it go on."""
        self.held = self.connected and self.total_outbufs_len > UNREAD_BYTES
        return self.held

    def is_answering(self) -> bool:
        """Whether a thread is at work for this connection."""
        return bool(self.requests) and not self.held

    def readable(self) -> bool:
        return self._linger_until is not None or bool(super().readable())

    def handle_read(self) -> None:
        if self._linger_until is None:
            super().handle_read()
            return
        try:
            dropped = len(self.recv(self.adj.recv_bytes))
        except OSError:
            dropped = 0
        self._linger_bytes += dropped
        if not dropped or self._linger_bytes > LINGER_BYTES:
            self.handle_close()

    def tend(self, now: float, request_seconds: float) -> None:
        """Cut off what takes too long; called about once a second."""
        if self._linger_until is not None and now > self._linger_until:
            self.will_close = True
        elif self.total_outbufs_len and time.time() - self.last_activity > OUTPUT_SECONDS:
            self.handle_close()
        elif self.began is not None and now - self.began > request_seconds:
            self.time_out()


class Listener(TcpWSGIServer):
    """The bound server; ``run`` blocks until the process is told to stop."""

    channel_class = Channel

    def __init__(self, app: WsgiApp, settings: Settings, judge: Judge) -> None:
        """Binds the port. ``judge`` says of a request's head whether its body may come. Raises OSError."""
        self.judge = judge
        self._request_seconds = settings.request_seconds
        adjustments = adjust(settings)
        dispatcher = ThreadedTaskDispatcher()
        dispatcher.set_thread_count(adjustments.threads)
        super().__init__(app, dispatcher=dispatcher, adj=adjustments)

    def set_reuse_addr(self) -> None:
        """waitress's hook before the bind: its own option would share the port on Windows."""
        present_system().claim_port(self.socket)

    def add_task(self, task: Channel) -> None:
        if not task.hold_back():
            super().add_task(task)

    def kept_bytes(self) -> int:
        """Bytes of all bodies that are arriving or waiting."""
        return sum(channel.kept_bytes() for channel in list(self.active_channels.values()))

    def handle_accept(self) -> None:
        if len(self.active_channels) >= MAX_CONNECTIONS:
            self._make_room()
        super().handle_accept()

    def _make_room(self) -> None:
        """Close who has been doing nothing for the longest: first of those that ask nothing, then of half requests."""
        waiting = [c for c in self.active_channels.values() if not c.is_answering()]
        if waiting:
            min(waiting, key=lambda c: (c.request is not None, c.last_activity)).handle_close()

    def maintenance(self, now: float) -> None:
        super().maintenance(now)
        moment = time.monotonic()
        for channel in list(self.active_channels.values()):
            channel.tend(moment, self._request_seconds)

    def run(self) -> None:
        """Serve until SystemExit or KeyboardInterrupt is raised in this thread (by a signal handler)."""
        try:
            self.asyncore.loop(timeout=1, map=self._map, use_poll=self.adj.asyncore_use_poll)
        except (SystemExit, KeyboardInterrupt):
            self.task_dispatcher.shutdown(cancel_pending=True, timeout=5)
        finally:
            self.close()


def adjust(settings: Settings) -> Adjustments:
    """waitress's own settings.

    ``recv_bytes`` and ``inbuf_overflow``: with the defaults a body of 1.5 MB is read in pieces of 8 KB and goes
    through a temporary file, which took most of the time of a check.
    """
    # "localhost" is 127.0.0.1 too: the system may read it as ::1, where nobody looks
    host = "127.0.0.1" if settings.host in LOOPBACK_HOSTS else settings.host
    return Adjustments(
        listen=f"[{host}]:{settings.port}" if ":" in host else f"{host}:{settings.port}",
        threads=settings.threads,
        recv_bytes=1 << 20,
        inbuf_overflow=1 << 26,
        outbuf_high_watermark=1 << 30,  # no thread waits for a reader: see UNREAD_BYTES
        max_request_body_size=MAX_BODY_BYTES + BODY_MARGIN,
        max_request_header_size=32 * 1024,
        connection_limit=MAX_CONNECTIONS + _ROOM,
        backlog=512,
        channel_timeout=IDLE_SECONDS,
        cleanup_interval=1,
        asyncore_use_poll=hasattr(select, "poll"),  # select() takes no descriptor over 1023
        ident=None,
        expose_tracebacks=False,
        clear_untrusted_proxy_headers=True,
        **_of_proxy(settings),
    )


def _of_proxy(settings: Settings) -> dict[str, Any]:
    """What the proxy of a team is believed: that TLS was there, and for whom it asks."""
    if not settings.trusted_proxy:
        return {}
    headers = {"x-forwarded-for", "x-forwarded-proto"}
    return {
        "trusted_proxy": settings.trusted_proxy,
        "trusted_proxy_count": 1,
        "trusted_proxy_headers": headers,
    }
