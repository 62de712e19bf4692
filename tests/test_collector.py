"""The collector of cycles is paused while a list is imported, and only then."""

from __future__ import annotations

import gc

from server.services.collector import collector_paused, settle


def test_the_last_pause_to_end_starts_the_collector_again() -> None:
    """Two imports at once: the first one to end does not start it under the other."""
    states = [gc.isenabled()]
    with collector_paused():
        with collector_paused():
            states.append(gc.isenabled())
        states.append(gc.isenabled())
    states.append(gc.isenabled())
    assert states == [True, False, False, True]


def test_what_is_there_when_a_server_settles_is_not_searched_again() -> None:
    """The model and the store's documents are left out of later searches; what comes after them is not."""
    kept = [[number] for number in range(1_000)]
    try:
        settle()
        later = [len(kept)]
        watched = {id(each) for each in gc.get_objects()}
        seen = [id(kept) in watched, id(later) in watched]
    finally:
        gc.unfreeze()
    assert seen == [False, True]
