"""A threaded HTTPS server with a certificate made for this run; nothing of it is kept."""

from __future__ import annotations

import ssl
from threading import Thread
from typing import Any

import trustme
from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

HOSTS = ("www.instagram.com", "static.cdninstagram.com", "scontent.cdninstagram.com")


class _Handler(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"  # browsers keep connections open, as they do with Instagram

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002  (the base class names it so)
        """Nothing is printed: the site keeps its own log."""


class _Server(ThreadedWSGIServer):
    daemon_threads = True

    def __init__(self, app: Any, context: ssl.SSLContext) -> None:
        super().__init__("127.0.0.1", 0, app, _Handler)
        self._tls = context

    def get_request(self) -> tuple[Any, Any]:
        """Shake hands in the connection's own thread: an idle connection must not hold up the others."""
        connection, address = super().get_request()
        return self._tls.wrap_socket(connection, server_side=True, do_handshake_on_connect=False), address

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle of an answer is no failure."""


class TlsServer:
    """Serves ``app`` on 127.0.0.1 at a free ``port`` until closed."""

    def __init__(self, app: Any, hosts: tuple[str, ...] = HOSTS) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trustme.CA(key_type=trustme.KeyType.ECDSA).issue_cert(*hosts).configure_cert(context)
        self._server = _Server(app, context)
        self.port: int = self._server.port
        self._thread = Thread(target=self._server.serve_forever, name="stand-in", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)
