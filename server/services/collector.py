"""Having Python not look for garbage where there is none."""

from __future__ import annotations

import contextlib
import gc
import threading
from collections.abc import Iterator

_YOUNG = 10_000
"""Records that are made between two searches: more than a check makes."""
_pausing = threading.Lock()
_pauses = 0
"""Blocks that run now with the collector paused; the last one to end starts it again."""


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


@contextlib.contextmanager
def loading() -> Iterator[None]:
    """The same while modules are loaded, a tenth of the time of which is such searches; they are never searched again."""
    with collector_paused():
        yield
    gc.freeze()


def settle() -> None:
    """What is there by now stays: no later search goes through modules, model and the store's documents again.

    Each of them took a tenth of the time of all checks. What is dropped is freed as ever, unless it is a cycle; for
    those it is looked once a check and no longer ten times, while all of its records are still needed.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])
