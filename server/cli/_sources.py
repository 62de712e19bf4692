"""What `soi doctor` says of the pages: which kind of source was last read, and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from server.cli._finding import Finding, Says
from server.errors import NotFound, SoiError
from server.settings import Settings
from server.store import layout_of, open_store
from server.store.store import Store

KINDS = {
    "answers": ("response", "post_page", "legacy_json"),
    "header": ("header_title", "header_text"),
    "overlay": ("overlay",),
    "metas": ("meta",),
}
"""Kind of source (``cli.doctor.source.KIND``), and the sources that belong to it (server.facts.Source)."""
_LOOKS = 40
"""The newest checks that are looked at."""
_SILENT = 5
"""So many checks in a row that read a header and no answer are no accident."""


def findings(settings: Settings, says: Says) -> Iterator[Finding]:
    """One line, none where there was no check. Reads beside a running server."""
    try:
        if not layout_of(settings.database_url, settings.home).folder.is_dir():
            return
        store = open_store(settings.database_url, settings.home, read_only=True)
    except SoiError:
        return  # said of the store itself
    try:
        looks = list(_looks(store))
    finally:
        store.close()
    if looks:
        yield _said(looks, says)


def _looks(store: Store) -> Iterator[tuple[datetime, set[str]]]:
    """Time and kinds of the newest checks whose audit is kept, newest first."""
    for recent in store.checks.recent(_LOOKS):
        try:
            audit = store.audits.get(recent.visit.audit_id) if recent.visit.audit_id else {}
        except NotFound:
            continue
        found = set(_sources(audit.get("facts")))
        kinds = {kind for kind, names in KINDS.items() if found.intersection(names)}
        if kinds:
            yield recent.visit.at, kinds


def _sources(facts: Any) -> Iterator[str]:
    """The source of every count in the facts of an audit."""
    rows = [facts, *facts.get("posts", ())] if isinstance(facts, dict) else []
    for row in rows:
        for value in row.values() if isinstance(row, dict) else ():
            if isinstance(value, dict) and isinstance(value.get("source"), str):
                yield value["source"]


def _said(looks: list[tuple[datetime, set[str]]], says: Says) -> Finding:
    newest = {kind: max((at for at, kinds in looks if kind in kinds), default=None) for kind in KINDS}
    times = {kind: f"{at:%Y-%m-%d %H:%M} UTC" if at else says("never") for kind, at in newest.items()}
    read = ", ".join(f"{says(f'source.{kind}')} {time}" for kind, time in times.items())
    last = [kinds for _, kinds in looks[:_SILENT]]
    is_silent = len(last) == _SILENT and all("header" in kinds and "answers" not in kinds for kinds in last)
    if is_silent:
        return says.finding("miss", "pages", "pages_silent", "fix.pages", read=read)
    return says.finding("ok", "pages", "pages_read", read=read)
