"""Having the C library give large memory back at once, and Python not look for garbage where there is none.

glibc raises its own limits with every large block that is freed, and then keeps such blocks for the thread that had
them. With many threads and bodies of 8 MB that adds up to hundreds of megabytes which nobody uses.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import threading
from collections.abc import Iterator

_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8  # malloc.h
_LARGE = 512 * 1024
_ARENAS = 2
_pausing = threading.Lock()
_pauses = 0
"""Blocks that run now with the collector paused; the last one to end starts it again."""


def keep_little() -> None:
    """Large blocks go back to the system when freed; nothing happens where the library is not glibc."""
    with contextlib.suppress(AttributeError, OSError, TypeError):  # macOS, Windows, musl
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_M_MMAP_THRESHOLD, _LARGE)
        mallopt(_M_ARENA_MAX, _ARENAS)


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """No search for cycles while a block makes hundreds of thousands of records that have none.

    The search would go through all of them again and again, for a quarter of the time. What is no cycle is freed as ever.
    """
    global _pauses  # noqa: PLW0603 - the collector is one for the whole process
    with _pausing:
        _pauses += 1
        gc.disable()
    try:
        yield
    finally:
        with _pausing:
            _pauses -= 1
            if not _pauses:
                gc.enable()
