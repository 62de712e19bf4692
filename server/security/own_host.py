"""The one host name of this install, under which its pages live: ``soi-xxxxxxxx.localhost``.

An origin is a name and a port. A stranger that once answered on 127.0.0.1 of this port can have left a service worker
there which owns every later page; under a name that it never knew it has none. Browsers resolve ``*.localhost`` to
this machine by themselves.
"""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

FILE_NAME = "page-host"
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
_NAME = re.compile(r"soi-[a-z0-9]{8}\.localhost", re.ASCII)


def own_host(home: Path) -> str:
    """The name kept in the data folder (0600), made at the first start; for one run where nothing can be written."""
    file = home / FILE_NAME
    return _read(file) or _write(file, f"soi-{''.join(secrets.choice(_LETTERS) for _ in range(8))}.localhost")


def _read(file: Path) -> str | None:
    with suppress(OSError, UnicodeDecodeError):
        name = file.read_text("ascii").strip()
        return name if _NAME.fullmatch(name) else None
    return None


def _write(file: Path, name: str) -> str:
    with suppress(OSError):
        file.unlink(missing_ok=True)  # damaged, or absent
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(name)
    return name
