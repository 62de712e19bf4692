"""Only a request that names this server is answered: the one defence against DNS rebinding.

It stands before the application, so static files, unknown addresses and errors are behind it too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from server import own_json
from server.errors import BadHost, SoiError
from server.security.headers import ALWAYS, NO_STORE
from server.security.network import is_local

Environ = dict[str, Any]
WsgiApp = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


def allowed_hosts(port: int, own: str) -> frozenset[str]:
    """The exact values of ``Host``, ``own`` is the install's own name; browsers leave port 80 out."""
    names = ("127.0.0.1", "localhost", own)
    return frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == 80 else frozenset())


class HostGuard:
    """WSGI middleware. ``X-Forwarded-Host`` is not read: a proxy hands ``Host`` on as it is."""

    def __init__(self, app: WsgiApp, hosts: frozenset[str], public: str | None = None) -> None:
        """``hosts``: names of this machine; ``public``: the team's, which only the trusted proxy may bring."""
        self._app, self._hosts, self._public = app, hosts, public

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        if self._is_allowed(environ):
            return self._app(environ, start_response)
        status, headers, body = error_answer(BadHost(), "421 Misdirected Request")
        start_response(status, headers)
        return [body]

    def _is_allowed(self, environ: Environ) -> bool:
        """The listener believes the proxy's word that TLS was there, and nobody else's."""
        host = environ.get("HTTP_HOST")
        if self._public is not None and host == self._public:
            return environ.get("wsgi.url_scheme") == "https"
        return host in self._hosts and (self._public is None or is_local((environ.get("REMOTE_ADDR"), 0)))


def error_answer(error: SoiError, status: str) -> tuple[str, list[tuple[str, str]], bytes]:
    """Status line, headers and body of an error that is answered outside of Flask."""
    body = own_json.dumps({"error": error.answer()})
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body))), NO_STORE, *ALWAYS]
    return status, headers, body
