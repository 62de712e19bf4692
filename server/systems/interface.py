"""What Soi asks of an operating system."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct, field


class Start(Struct, frozen=True):
    """How Soi is started without a terminal."""

    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    """What has to be set besides: SOI_HOME where the person chose a folder."""


class AutostartFile(Struct, frozen=True):
    """A file that makes the system start Soi when its person logs in."""

    path: Path
    content: bytes


class System(Protocol):
    """One operating system. None of it needs an administrator."""

    def autostart_entry(self, start: Start) -> AutostartFile:
        """The file that starts ``start`` at login, and where it belongs."""

    def windowless(self, executable: str) -> str:
        """The Python beside ``executable`` that opens no console window."""

    def apart(self) -> dict[str, Any]:
        """Arguments of ``subprocess.Popen`` for a process that outlives the terminal it was started from."""

    def language(self) -> str | None:
        """What the person has chosen for the whole system, such as "vi-VN"; None where it says nothing."""

    def claim_port(self, bound: socket.socket) -> None:
        """Options of a socket before it is bound: nobody else may listen on its port beside it."""
