"""Which source is believed first."""

from __future__ import annotations

from collections.abc import Iterable

from server.facts import SOURCES, Count, CountSource, Unread


def ranked(readings: Iterable[Count | Unread]) -> tuple[Count, ...]:
    """Counts, best source first; the first reading of each source."""
    by_source: dict[CountSource, Count] = {}
    for reading in readings:
        if isinstance(reading, Count) and reading.source is not None:
            by_source.setdefault(reading.source, reading)
    if len(by_source) < 2:  # as for nearly every count
        return tuple(by_source.values())
    return tuple(by_source[source] for source in SOURCES if source in by_source)
