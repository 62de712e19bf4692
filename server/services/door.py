"""The door behind which the services stand that load numpy, lxml and the model: opened once, after the port is bound."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from server.services.resources import Resources


class Door:
    """Opened by the first request that needs what is behind it, or soon after the start. Safe to call from any thread."""

    def __init__(self, load: Callable[[], Resources]) -> None:
        self._load = load
        self._lock = threading.Lock()
        self._resources: Resources | None = None

    def open(self) -> Resources:
        """What is behind it; the first call waits until that is loaded, and so do those that come meanwhile."""
        with self._lock:
            if self._resources is None:
                self._resources = self._load()
            return self._resources

    def forget(self) -> None:
        """Drop what the services remember between requests; those that were not loaded yet remember nothing."""
        with self._lock:
            if self._resources is not None:
                self._resources.forget()
