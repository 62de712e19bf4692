"""Having the C library give large memory back at once.

glibc raises its own limits with every large block that is freed, and then keeps such blocks for the thread that had
them. With many threads and bodies of 8 MB that adds up to hundreds of megabytes which nobody uses.
"""

from __future__ import annotations

import contextlib
import ctypes

_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8  # malloc.h
_LARGE = 512 * 1024
_ARENAS = 2


def keep_little() -> None:
    """Large blocks go back to the system when freed; nothing happens where the library is not glibc."""
    with contextlib.suppress(AttributeError, OSError, TypeError):  # macOS, Windows, musl
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_M_MMAP_THRESHOLD, _LARGE)
        mallopt(_M_ARENA_MAX, _ARENAS)
