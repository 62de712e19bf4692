"""waitress, tuned and made strict: errors of HTTP itself are JSON, slow requests are cut off, a refusal is readable.

Measured reasons for the numbers stand beside them. The task and channel classes are waitress's own points of
extension.
"""

from __future__ import annotations

import contextlib
import select
import socket
import time
from typing import Any

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask, ThreadedTaskDispatcher

from server.capture import MAX_BODY_BYTES
from server.errors import BadRequest, RequestTimeout, SoiError, TooLarge, UnsupportedEncoding
from server.security.hosts import WsgiApp, error_answer
from server.settings import Settings

BODY_MARGIN = 64 * 1024
"""A body a little over the limit is read to its end, so that the application can refuse it in order."""
MAX_CONNECTIONS = 900
IDLE_SECONDS = 120
LINGER_SECONDS = 3.0
LINGER_BYTES = 64 * 2**20


class TimedOut:
    """Stands where waitress keeps the error of a request; never written by itself."""

    code, reason = 408, "Request Timeout"


def soi_error(request: Any) -> SoiError:
    """What the HTTP layer objected to, in the codes of this project."""
    if request.error.code == 408:
        return RequestTimeout()
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
    _linger_until: float | None = None
    _linger_bytes = 0

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
            request.error, request.completed = TimedOut(), True
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
        elif self.began is not None and now - self.began > request_seconds:
            self.time_out()


class Listener(TcpWSGIServer):
    """The bound server; ``run`` blocks until the process is told to stop."""

    channel_class = Channel

    def __init__(self, app: WsgiApp, settings: Settings) -> None:
        """Binds the port. Raises OSError."""
        self._request_seconds = settings.request_seconds
        adjustments = adjust(settings)
        dispatcher = ThreadedTaskDispatcher()
        dispatcher.set_thread_count(adjustments.threads)
        super().__init__(app, dispatcher=dispatcher, adj=adjustments)

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
    return Adjustments(
        listen=f"127.0.0.1:{settings.port}",  # "localhost" too: the system may read it as ::1, where nobody looks
        threads=settings.threads,
        recv_bytes=1 << 20,
        inbuf_overflow=1 << 26,
        max_request_body_size=MAX_BODY_BYTES + BODY_MARGIN,
        max_request_header_size=32 * 1024,
        connection_limit=MAX_CONNECTIONS,
        backlog=512,
        channel_timeout=IDLE_SECONDS,
        cleanup_interval=1,
        asyncore_use_poll=hasattr(select, "poll"),  # select() takes no descriptor over 1023
        ident=None,
        expose_tracebacks=False,
        clear_untrusted_proxy_headers=True,
    )
