"""Starting Soi when its person logs in: one file of the system, written, found and removed again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from server.systems import AutostartFile, Start, System, present_system


def background_start() -> Start:
    """How this very installation is started without terminal and browser; SOI_HOME goes along where it is set."""
    is_built = bool(getattr(sys, "frozen", False))  # set by PyInstaller: the program is soi itself
    program = sys.executable if is_built else present_system().windowless(sys.executable)
    command = (
        (program, "serve", "--no-open") if is_built else (program, "-m", "server.cli", "serve", "--no-open")
    )
    chosen = os.environ.get("SOI_HOME")
    return Start(command, {"SOI_HOME": str(Path(chosen).expanduser().absolute())} if chosen else {})


def turn_on(system: System, start: Start) -> Path:
    """Write the entry, over an older one. Raises OSError."""
    entry = system.autostart_entry(start)
    entry.path.parent.mkdir(parents=True, exist_ok=True)
    staged = entry.path.with_name(f".{entry.path.name}.new")
    staged.write_bytes(entry.content)
    staged.replace(entry.path)
    return entry.path


def turn_off(system: System) -> Path | None:
    """Remove the entry; None where there was none. Raises OSError."""
    path = _entry(system).path
    try:
        path.unlink()
    except FileNotFoundError:
        return None
    return path


def find(system: System) -> Path | None:
    """The entry, where there is one."""
    path = _entry(system).path
    return path if path.exists() else None


def _entry(system: System) -> AutostartFile:
    return system.autostart_entry(Start(()))
