"""Another program on Soi's port: it answers hello as told and remembers what it was sent."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


class Stranger:
    """Listens on a free port of this machine until closed."""

    def __init__(self, hello: dict[str, Any]) -> None:
        self.heard: list[tuple[str, str, str]] = []
        """(method, path, Authorization)"""
        stranger = self

        class Handler(BaseHTTPRequestHandler):
            def _answer(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                stranger.heard.append((self.command, self.path, self.headers.get("Authorization", "")))
                body = json.dumps(hello).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_PUT = _answer  # noqa: N815  (the base class looks for these names)

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  (named by the base class)
                """Nothing is printed."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port: int = self._server.server_address[1]
        Thread(target=self._server.serve_forever, name="stranger", daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
