"""The live stand-in: https://www.instagram.com as a browser sees it."""

from __future__ import annotations

from datetime import datetime

from tests.browser.standin.app import HOSTILE, MESSAGE, make_app
from tests.browser.standin.state import Entry, State
from tests.browser.standin.tls import TlsServer

__all__ = ["HOME", "HOSTILE", "MESSAGE", "Entry", "StandIn"]

HOME = "https://www.instagram.com"


class StandIn(State):
    """The site, listening on ``port`` of this machine until closed."""

    def __init__(self, now: datetime | None = None) -> None:
        super().__init__(now)
        self._server = TlsServer(make_app(self))
        self.port = self._server.port

    def close(self) -> None:
        self.reset()
        self._server.close()
