"""Linux and other systems with XDG folders: an entry of ~/.config/autostart."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from server.systems.interface import AutostartFile, Start

_LANGUAGE_NAMES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


class Linux:
    """Every desktop that keeps to the Desktop Application Autostart Specification."""

    def __init__(self, home: Path, environ: Mapping[str, str]) -> None:
        self._home, self._environ = home, environ

    def autostart_entry(self, start: Start) -> AutostartFile:
        chosen = Path(self._environ.get("XDG_CONFIG_HOME", ""))
        folder = (
            chosen if chosen.is_absolute() else self._home / ".config"
        )  # the specification ignores others
        assignments = [f"{name}={value}" for name, value in sorted(start.environment.items())]
        words = (["/usr/bin/env", *assignments] if assignments else []) + list(start.command)
        lines = [
            "[Desktop Entry]",
            "Type=Application",
            "Name=Soi",
            f"Exec={' '.join(map(_quoted, words))}",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
        ]
        return AutostartFile(folder / "autostart" / "soi.desktop", ("\n".join(lines) + "\n").encode())

    def windowless(self, executable: str) -> str:
        return executable

    def apart(self) -> dict[str, Any]:
        return {"start_new_session": True}

    def language(self) -> str | None:
        return next((self._environ[name] for name in _LANGUAGE_NAMES if self._environ.get(name)), None)

    def claim_port(self, bound: socket.socket) -> None:
        """The system refuses a second listener by itself; a restart need not wait for the connections of the last run."""
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)


def _quoted(word: str) -> str:
    r"""An argument of an Exec line: quoted for the line, then escaped as a string of the file; %% is a percent sign."""
    for mark in '\\"`$':
        word = word.replace(mark, f"\\{mark}")
    return f'"{word}"'.replace("\\", "\\\\").replace("%", "%%")
