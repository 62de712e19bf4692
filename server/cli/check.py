"""``soi check``: saved pages and captures in, verdicts out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from server import own_json
from server.cli._inputs import Input, inputs, read_input
from server.cli._language import language_option
from server.errors import SoiError
from server.settings import load_settings

if TYPE_CHECKING:
    from server.analysis import Analysis
    from server.scoring.own import UserTables

NOT_ALL_PROFILES = 3
PROGRESS_FROM = 6
"""Files from which a terminal gets a progress bar."""


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of a table.")
@click.option(
    "--audit",
    "audit_folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Also write an audit file for each profile into this folder.",
)
@click.option(
    "--search",
    "search_name",
    metavar="NAME",
    help="Judge against this saved search instead of the active one; without a store no search is active.",
)
@language_option
def command(
    paths: tuple[str, ...], as_json: bool, audit_folder: Path | None, search_name: str | None, language: str
) -> None:
    """Check saved profile pages (HTML, MHTML), captures (JSON), folders of them, or "-" for standard input.

    Exit status: 0 every input was a profile, 3 some input was not, 2 usage.
    """
    found = inputs(paths)
    own = own_tables(search_name)
    outcomes = (outcome(item, own, audit_folder) for item in _with_progress(found))
    ok = _print_json(outcomes) if as_json else _print_table(outcomes, language)
    sys.exit(0 if ok else NOT_ALL_PROFILES)


def outcome(
    item: Input, own: UserTables, audit_folder: Path | None = None
) -> Analysis | tuple[str, SoiError]:
    """The analysis of an input, or its name and what is wrong with it."""
    from server.analysis import analyze  # noqa: PLC0415 - numpy and bs4 load when the first file is checked

    try:
        capture = read_input(item)
        analysis = analyze(
            capture, name=item.name, prices=own.prices, thresholds=own.thresholds, search=own.search
        )
        if audit_folder is not None and analysis.ok:
            from server.audit import write_audit  # noqa: PLC0415 - only where audits are asked for

            write_audit(audit_folder, analysis)
    except SoiError as error:
        return item.name, error
    return analysis


def own_tables(search_name: str | None = None) -> UserTables:
    """The thresholds, prices and active search that the user has set; the published ones, and no search, without a store.

    ``search_name``: judge by this search instead. Raises click.BadParameter where there is none of that name.

    A store that cannot be read is said on standard error, and costs no check.
    """
    from server.scoring.own import UserTables, own_of  # noqa: PLC0415 - loads with the first file
    from server.scoring.searches import SEARCHES, searches_of  # noqa: PLC0415 - as above

    saved = _saved()
    own = UserTables() if saved is None else own_of(saved)
    if search_name is None:
        return own
    searches = searches_of((saved or {}).get(SEARCHES))
    found = searches.named(search_name)
    if found is None:
        names = ", ".join(search.name for search in searches.searches)
        raise click.BadParameter(
            f"no search is called {search_name!r}; there is: {names}.", param_hint="--search"
        )
    return replace(own, search=found)


def _saved() -> dict[str, Any] | None:
    """The settings of the user's store; None without one."""
    from server.store import open_store, store_file  # noqa: PLC0415 - loads with the first file

    try:
        url = load_settings().database_url
        if not store_file(url).exists():
            return None
        with closing(open_store(url, read_only=True)) as store:
            return store.settings.get().value
    except (SoiError, OSError) as error:
        click.echo(f"soi: own thresholds, prices and searches were not read: {error}", err=True)
        return None


def error_line(name: str, error: SoiError) -> dict[str, object]:
    """The contract's line for an input that cannot be read."""
    empty = dict.fromkeys(
        ("facts", "tier", "engagement", "fit", "trust", "suspicion", "verdict", "model_version", "audit_id")
    )
    return {
        "input": name,
        "ok": False,
        "error": own_json.plain(error.answer()),
        "page": "other",
        **empty,
        "disagreements": [],
    }


def _print_json(outcomes: Iterable[Analysis | tuple[str, SoiError]]) -> bool:
    all_ok = True
    for found in outcomes:
        line = error_line(*found) if isinstance(found, tuple) else found.to_json()
        all_ok = all_ok and line["ok"] is True
        sys.stdout.buffer.write(own_json.dumps(line) + b"\n")
        sys.stdout.buffer.flush()
    return all_ok


def _print_table(outcomes: Iterable[Analysis | tuple[str, SoiError]], language: str) -> bool:
    from server.cli._table import print_outcomes  # noqa: PLC0415 - rich loads for people only

    return print_outcomes(outcomes, language)


def _with_progress(items: list[Input]) -> Iterator[Input]:
    """The items, with a progress bar on a terminal where there are many; nothing on a pipe."""
    if len(items) < PROGRESS_FROM or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415 - rich loads for people only
    from rich.progress import track  # noqa: PLC0415 - as above

    yield from track(items, description="soi check", console=Console(stderr=True), transient=True)
