"""What `soi doctor` says of the store: whether it is whole, what was set aside, and the last whole backup."""

from __future__ import annotations

from collections.abc import Iterator

from server.errors import SoiError
from server.settings import Settings
from server.store import open_store, store_file
from server.store.reports import Notice
from server.store.store import Store


def store_findings(settings: Settings) -> Iterator[tuple[bool, str, str]]:
    """Whether it is well, what was found, and the line that mends it. Reads beside a running server."""
    try:
        if not store_file(settings.database_url).parent.is_dir():
            return
        store = open_store(settings.database_url, read_only=True)
    except SoiError as error:
        yield False, error.detail, ""
        return
    try:
        yield from _findings(store)
    finally:
        store.close()


def _findings(store: Store) -> Iterator[tuple[bool, str, str]]:
    notice, loose, stats = store.notice(), store.loose(), store.stats()
    fix = (
        f'soi restore "{notice.backup}"'
        if notice and notice.backup
        else "there is no whole backup to restore"
    )
    if notice is not None and notice.files:
        yield False, _set_aside(notice), fix
    if loose:
        rows = ", ".join(f"{n} of {table}" for table, n in sorted(loose.items()))
        yield False, f"rows that cannot be read or lead nowhere: {rows}", fix
    elif notice is None:
        yield True, f"whole: {stats.creators} creators, {stats.entries} on the list", ""


def _set_aside(notice: Notice) -> str:
    lost = notice.missing + notice.loose
    left_out = f", {lost} rows could not be read or led nowhere and were left out" if lost else ""
    return (
        f"set aside unchanged: {', '.join(notice.files)}{left_out}; {notice.recovered} on the list were kept"
    )
