"""macOS: a LaunchAgent of the person."""

from __future__ import annotations

import plistlib
import socket
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from server.systems.interface import AutostartFile, Start

LABEL = "local.soi"
_SECONDS = 2


def _ask_defaults() -> str:
    """``defaults read -g AppleLanguages``: the languages in the person's order, as an old property list."""
    command = ["/usr/bin/defaults", "read", "-g", "AppleLanguages"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)  # noqa: S603 - fixed words
    return done.stdout


class MacOS:
    """The agent is read at the next login; no process is told of it now."""

    def __init__(
        self, home: Path, environ: Mapping[str, str], ask: Callable[[], str] = _ask_defaults
    ) -> None:
        self._home, self._environ, self._ask = home, environ, ask

    def autostart_entry(self, start: Start) -> AutostartFile:
        agent: dict[str, Any] = {
            "Label": LABEL,
            "ProgramArguments": list(start.command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        if start.environment:
            agent["EnvironmentVariables"] = dict(start.environment)
        return AutostartFile(
            self._home / "Library" / "LaunchAgents" / f"{LABEL}.plist", plistlib.dumps(agent)
        )

    def windowless(self, executable: str) -> str:
        return executable

    def apart(self) -> dict[str, Any]:
        return {"start_new_session": True}

    def language(self) -> str | None:
        """A terminal's LANG first; a double click has none, and there the system's own list decides."""
        named = next(
            (self._environ[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if self._environ.get(n)), None
        )
        if named is not None:
            return named
        try:
            listed = self._ask()
        except (OSError, subprocess.SubprocessError):
            return None
        words = [line.strip().strip('",') for line in listed.splitlines()]
        return next((word for word in words if word[:1].isalpha()), None)

    def claim_port(self, bound: socket.socket) -> None:
        """The system refuses a second listener by itself; a restart need not wait for the connections of the last run."""
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
