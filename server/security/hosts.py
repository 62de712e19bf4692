"""Only a request that names this server is answered: the one defence against DNS rebinding.

It stands before the application, so static files, unknown addresses and errors are behind it too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from server import own_json
from server.errors import BadHost, SoiError
from server.security.headers import ALWAYS, NO_STORE

Environ = dict[str, Any]
WsgiApp = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


def allowed_hosts(port: int, own: str) -> frozenset[str]:
    """The exact values of ``Host``, ``own`` is the install's own name; browsers leave port 80 out."""
    names = ("127.0.0.1", "localhost", own)
    return frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == 80 else frozenset())


class HostGuard:
    """WSGI middleware. ``X-Forwarded-Host`` is not read: nothing stands in front of this server."""

    def __init__(self, app: WsgiApp, hosts: frozenset[str]) -> None:
        self._app = app
        self._allowed = hosts

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ.get("HTTP_HOST") in self._allowed:
            return self._app(environ, start_response)
        status, headers, body = error_answer(BadHost(), "421 Misdirected Request")
        start_response(status, headers)
        return [body]


def error_answer(error: SoiError, status: str) -> tuple[str, list[tuple[str, str]], bytes]:
    """Status line, headers and body of an error that is answered outside of Flask."""
    body = own_json.dumps({"error": error.answer()})
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body))), NO_STORE, *ALWAYS]
    return status, headers, body
