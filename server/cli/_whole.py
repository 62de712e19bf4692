"""What `soi doctor` says of the store: whether it is whole, what was set aside, and the last whole backup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from server.cli._finding import Finding, Says
from server.cli._language import words_of
from server.errors import DbSetAside, SoiError
from server.settings import Settings
from server.store import layout_of, open_store
from server.store.reports import Notice
from server.store.store import Store


def findings(settings: Settings, says: Says) -> Iterator[Finding]:
    """Reads beside a running server."""
    try:
        if not layout_of(settings.database_url, settings.home).folder.is_dir():
            return
        store = open_store(settings.database_url, settings.home, read_only=True)
    except SoiError as error:
        yield says.given("miss", "store", words_of(error, says.language))
        return
    try:
        yield from _findings(store, says, layout_of(settings.database_url, settings.home).snapshot)
    finally:
        store.close()


def _findings(store: Store, says: Says, file: Path) -> Iterator[Finding]:
    """``file`` is the store's own, as it lies there."""
    notice, loose, stats = store.notice(), store.loose(), store.stats()
    has_backup = notice is not None and notice.backup
    fix = f'soi restore "{notice.backup}"' if notice and has_backup else says("fix.no_backup")
    if notice is not None and notice.files:
        yield says.given("miss", "store", _set_aside(notice, says), fix)
    elif (
        notice is not None and notice.code == DbSetAside.code
    ):  # a reader has met it first, and moves nothing
        yield says.given("miss", "store", says("store_unreadable", file=file, kept=notice.recovered), fix)
    if loose:
        rows = ", ".join(f"{table}: {n}" for table, n in sorted(loose.items()))
        yield says.given("miss", "store", says("store_loose", rows=rows), fix)
    elif notice is None:
        yield says.finding("ok", "store", "store_whole", creators=stats.creators, entries=stats.entries)


def _set_aside(notice: Notice, says: Says) -> str:
    lost = notice.missing + notice.loose
    return says(
        "store_aside_lost" if lost else "store_aside",
        files=", ".join(notice.files),
        lost=lost,
        kept=notice.recovered,
    )
