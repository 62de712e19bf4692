"""The collector of cycles is paused while a list is imported, and only then."""

from __future__ import annotations

import gc

from server.services.collector import collector_paused


def test_the_last_pause_to_end_starts_the_collector_again() -> None:
    """Two imports at once: the first one to end does not start it under the other."""
    states = [gc.isenabled()]
    with collector_paused():
        with collector_paused():
            states.append(gc.isenabled())
        states.append(gc.isenabled())
    states.append(gc.isenabled())
    assert states == [True, False, False, True]
