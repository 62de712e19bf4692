"""A whole store moved from one kind of database into another: everything, this machine's clients included.

The store that was is left as it is. Nobody else may write to it meanwhile, and the new one takes no server before it
was found equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from server.errors import BadSetting, NotWhole
from server.store import is_there, layout_of, open_store
from server.store.documents import LISTED
from server.store.store import Store
from server.store.work import Progress


class Moved(Struct, frozen=True):
    """What was moved."""

    documents: int
    entries: int


def move(from_url: str, to_url: str, home: Path | None = None, progress: Progress | None = None) -> Moved:
    """Put everything in the store at ``from_url`` into the empty one at ``to_url``, and compare the two.

    Stopped on the way, the same call goes on. Raises BadSetting, AlreadyRunning, NotEmpty, NotWhole, MovedWrong, and
    what an opening raises.
    """
    if layout_of(from_url, home) == layout_of(to_url, home):
        raise BadSetting("database: both addresses name the same store.")
    if not is_there(from_url, home):
        raise BadSetting("database: there is no store of Soi at the first address.")
    open_store(from_url, home, read_only=True).close()  # which makes nothing where there is nothing
    with _opened(from_url, home) as source, source.database.still():
        content = source.database.content()
        if not content.is_whole:
            raise NotWhole
        with _opened(to_url, home, filling=True) as target:
            target.database.fill(content, progress)
    return Moved(sum(map(len, content.tables.values())), len(content.tables.get(LISTED, {})))


@contextmanager
def _opened(url: str, home: Path | None, *, filling: bool = False) -> Iterator[Store]:
    store = open_store(url, home, filling=filling)
    try:
        yield store
    finally:
        store.close()
