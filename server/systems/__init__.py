"""What differs from one operating system to the next: one file a system, behind the one interface.

Each is plain logic over a home folder and an environment, so that all three are tested on any machine.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from server.systems.interface import AutostartFile, Start, System

__all__ = ["AutostartFile", "Start", "System", "present_system"]


def present_system() -> System:
    """The system that this process runs on."""
    home, environ = Path.home(), dict(os.environ)
    if sys.platform == "win32":
        from server.systems.windows import Windows  # noqa: PLC0415 - only one of the three is ever needed

        return Windows(home, environ)
    if sys.platform == "darwin":
        from server.systems.macos import MacOS  # noqa: PLC0415 - as above

        return MacOS(home, environ)
    from server.systems.linux import Linux  # noqa: PLC0415 - as above

    return Linux(home, environ)
