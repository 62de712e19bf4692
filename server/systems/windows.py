"""Windows: a command file in the person's Startup folder."""

from __future__ import annotations

import ctypes
import locale
import socket
from collections.abc import Callable, Mapping
from pathlib import Path, PureWindowsPath
from typing import Any

from server.systems.interface import AutostartFile, Start

_NEW_GROUP, _NO_WINDOW = 0x0000_0200, 0x0800_0000  # processthreadsapi.h
_SO_EXCLUSIVEADDRUSE = -5  # ~SO_REUSEADDR, winsock2.h


def _ask_windows() -> str | None:
    """The language of Windows' own texts, such as "vi_VN"."""
    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 - the name exists on Windows alone
    return locale.windows_locale.get(kernel.GetUserDefaultUILanguage())


class Windows:
    """Environment variables of a Vietnamese Windows do not say so; the system does."""

    def __init__(
        self, home: Path, environ: Mapping[str, str], ask: Callable[[], str | None] = _ask_windows
    ) -> None:
        self._home, self._environ, self._ask = home, environ, ask

    def autostart_entry(self, start: Start) -> AutostartFile:
        roaming = Path(self._environ.get("APPDATA") or self._home / "AppData" / "Roaming")
        folder = roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "Startup"
        settings = [f'@set "{name}={_escaped(value)}"' for name, value in sorted(start.environment.items())]
        command = " ".join(f'"{_escaped(word)}"' for word in start.command)
        lines = [
            "@chcp 65001 >nul",
            *settings,
            f'@start "" {command}',
        ]  # the file is UTF-8: folders have any name
        return AutostartFile(folder / "Soi.cmd", ("\r\n".join(lines) + "\r\n").encode())

    def windowless(self, executable: str) -> str:
        """``pythonw.exe`` beside ``python.exe``; a built program has no console of its own to begin with."""
        path = PureWindowsPath(executable)
        return str(path.with_name("pythonw.exe")) if path.name.lower() == "python.exe" else executable

    def apart(self) -> dict[str, Any]:
        return {"creationflags": _NEW_GROUP | _NO_WINDOW}

    def language(self) -> str | None:
        named = next((self._environ[n] for n in ("LC_ALL", "LANG") if self._environ.get(n)), None)
        if named is not None:
            return named
        try:
            return self._ask()
        except (AttributeError, OSError):
            return None

    def claim_port(self, bound: socket.socket) -> None:
        """Without this, any program of the machine may listen on the same port beside Soi and take its requests."""
        bound.setsockopt(socket.SOL_SOCKET, _SO_EXCLUSIVEADDRUSE, 1)


def _escaped(word: str) -> str:
    """A percent sign would name a variable in a command file."""
    return word.replace("%", "%%")
