"""A reverse proxy that ends TLS before Soi, as docs/team.md has one: what it forwards says that TLS was there."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterable
from typing import Any

from tests.browser.standin.tls import TlsServer

_OF_A_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "date", "server"}


class TlsProxy:
    """For one name, on a free ``port`` of this machine until closed; ``to`` is the port that it forwards to."""

    def __init__(self, name: str) -> None:
        self.to = 0
        self._server = TlsServer(self._forward, (name,))
        self.port = self._server.port
        self.url = f"https://{name}:{self.port}"

    def close(self) -> None:
        self._server.close()

    def _forward(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        headers = {
            name[5:].replace("_", "-"): value for name, value in environ.items() if name.startswith("HTTP_")
        }
        headers |= {"X-Forwarded-Proto": "https", "X-Forwarded-For": environ["REMOTE_ADDR"]}
        if environ.get("CONTENT_TYPE"):
            headers["Content-Type"] = environ["CONTENT_TYPE"]
        sent = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)) or None
        path = environ["PATH_INFO"] + (f"?{environ['QUERY_STRING']}" if environ["QUERY_STRING"] else "")
        connection = http.client.HTTPConnection("127.0.0.1", self.to, timeout=20)
        try:
            connection.request(environ["REQUEST_METHOD"], path, sent, headers)
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in _OF_A_HOP]
        start(f"{answer.status} {answer.reason}", [*kept, ("Content-Length", str(len(body)))])
        return [body]
