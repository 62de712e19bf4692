"""How much the set-up has brought so far, in megabytes, for whoever looks at a terminal. Standard library only."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

PAUSE = 0.5
_PLACES = ("TMPDIR", "TEMP", "TMP")
"""Where pip puts what it downloads, by the names of every system."""


@contextlib.contextmanager
def megabytes(folder: Path) -> Iterator[None]:
    """Have what is downloaded meanwhile land in ``folder`` too, and say how large that is; nothing on a pipe."""
    waiting = folder / "soi-tmp"
    waiting.mkdir(exist_ok=True)
    before = {name: os.environ.get(name) for name in _PLACES}
    os.environ.update(dict.fromkeys(_PLACES, str(waiting)))
    over = threading.Event()
    teller = threading.Thread(target=_tell, args=(folder, size_of(folder), over), daemon=True)
    teller.start()
    try:
        yield
    finally:
        over.set()
        teller.join()
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value
        shutil.rmtree(str(waiting), ignore_errors=True)


def size_of(folder: Path) -> int:
    """Bytes of all files; one that goes away meanwhile counts as nothing."""
    total = 0
    for place, _, names in os.walk(str(folder)):
        for name in names:
            with contextlib.suppress(OSError):
                total += os.lstat(os.path.join(place, name)).st_size  # noqa: PTH118 - thousands of files, twice a second
    return total


def _tell(folder: Path, begun: int, over: threading.Event) -> None:
    if not sys.stderr.isatty():
        return
    while not over.wait(PAUSE):
        sys.stderr.write(f"\rsoi: {(size_of(folder) - begun) / 1e6:.0f} MB ")
        sys.stderr.flush()
    sys.stderr.write("\r" + " " * 20 + "\r")
