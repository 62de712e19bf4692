"""Having the C library give large memory back at once, or keep it while it is needed again and again.

glibc raises its own limits with every large block that is freed, and then keeps such blocks for the thread that had
them. With many threads and bodies of 8 MB that adds up to hundreds of megabytes which nobody uses.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
from collections.abc import Iterator

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # malloc.h
_USUAL_MMAP = 128 * 1024
"""What glibc gives back at once as long as it does not raise that itself."""
_LARGE = 512 * 1024
_KEPT = 4 * 2**20
"""Larger than nearly all pages; as much again stays free beside it."""
_ARENAS = 2


def keep_little() -> None:
    """Large blocks go back to the system when freed; nothing happens where the library is not glibc."""
    _set({_M_MMAP_THRESHOLD: _LARGE, _M_ARENA_MAX: _ARENAS})


@contextlib.contextmanager
def pages_kept() -> Iterator[None]:
    """The memory of one page serves for the next while a block reads many; afterwards the process is as it was.

    By itself glibc does that. Dask's workers tell it not to (MALLOC_TRIM_THRESHOLD_): every page of 1 MB is then made of 250
    fresh pieces of memory, which costs a tenth of a check. A process that is told nothing, or more, is left alone.
    """
    told = _told()
    if told is None:
        yield
        return
    _set({_M_MMAP_THRESHOLD: _KEPT, _M_TRIM_THRESHOLD: 2 * _KEPT})
    try:
        yield
    finally:
        _set({_M_MMAP_THRESHOLD: _USUAL_MMAP, _M_TRIM_THRESHOLD: told})


def _told() -> int | None:
    """The bytes above which this process was told to give free memory back, where that is less than a few pages."""
    told = os.environ.get("MALLOC_TRIM_THRESHOLD_", "")
    is_little = told.isdecimal() and len(told) <= len(str(_KEPT)) and int(told) < 2 * _KEPT
    return int(told) if is_little and "MALLOC_MMAP_THRESHOLD_" not in os.environ else None


def _set(options: dict[int, int]) -> None:
    with contextlib.suppress(AttributeError, OSError, TypeError):  # macOS, Windows, musl
        mallopt = ctypes.CDLL(None).mallopt
        for option, value in options.items():
            mallopt(option, value)
