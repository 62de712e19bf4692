"""``soi check``: saved pages and captures in, verdicts out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from server import own_json
from server.cli._inputs import Input, body_of, capture_of, inputs, read_text
from server.cli._language import language_option
from server.cli._saving import Saver, saver
from server.errors import SoiError
from server.settings import load_settings

if TYPE_CHECKING:
    from server.analysis import Analysis
    from server.money import Price
    from server.scoring.own import UserTables
    from server.scoring.searches import Search

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
@click.option(
    "--save",
    is_flag=True,
    help="Also put each profile on the list and into its history, with the page's own date.",
)
@language_option
def command(
    paths: tuple[str, ...],
    *,
    as_json: bool,
    audit_folder: Path | None,
    search_name: str | None,
    save: bool,
    language: str,
) -> None:
    """Check saved profile pages (HTML, MHTML), captures (JSON), folders of them, or "-" for standard input.

    Exit status: 0 every input was a profile, 3 some input was not, 2 usage.
    """
    found = inputs(paths)
    own, asked = _own(search_name)
    with saver(language) if save else nullcontext() as saving:
        outcomes = (outcome(item, own, asked, audit_folder, saving) for item in _with_progress(found))
        ok = _print_json(outcomes) if as_json else _print_table(outcomes, language)
    sys.exit(0 if ok else NOT_ALL_PROFILES)


def outcome(
    item: Input,
    own: UserTables,
    asked: Mapping[str, Price],
    audit_folder: Path | None = None,
    saving: Saver | None = None,
) -> Analysis | tuple[str, SoiError]:
    """The analysis of an input, or its name and what is wrong with it; ``asked``: prices of the list by user name."""
    from server.analysis import judge  # noqa: PLC0415 - numpy and bs4 load when the first file is checked
    from server.parsing import read_capture  # noqa: PLC0415 - as above

    try:
        text = read_text(item)
        capture = capture_of(text)
        reading = read_capture(capture)
        analysis = judge(
            reading,
            now=capture.captured_at,
            name=item.name,
            capture_hash=capture.digest(),
            prices=own.prices,
            thresholds=own.thresholds,
            search=own.search,
            price_asked=asked.get(reading.facts.username or ""),
        )
        if saving is not None and analysis.ok:
            saving.save(item.name, body_of(text))
        if audit_folder is not None and analysis.ok:
            from server.audit import write_audit  # noqa: PLC0415 - only where audits are asked for

            write_audit(audit_folder, analysis)
    except SoiError as error:
        return item.name, error
    return analysis


def _own(search_name: str | None = None) -> tuple[UserTables, Mapping[str, Price]]:
    """The thresholds, prices and active search that the user has set; the published ones, and no search, without a store.
    And what the creators of the list ask, where the search has a limit for it.

    ``search_name``: judge by this search instead. Raises click.BadParameter where there is none of that name.

    A store that cannot be read is said on standard error, and costs no check.
    """
    from server.scoring.own import UserTables, own_of  # noqa: PLC0415 - loads with the first file

    saved, asked = _saved()
    own = UserTables() if saved is None else own_of(saved)
    if search_name is not None:
        own = replace(own, search=_named(search_name, saved))
    has_limit = own.search is not None and own.search.price_limit is not None
    return own, asked if has_limit else {}


def _named(search_name: str, saved: Mapping[str, Any] | None) -> Search:
    from server.scoring.searches import SEARCHES, searches_of  # noqa: PLC0415 - loads with the first file

    searches = searches_of((saved or {}).get(SEARCHES))
    found = searches.named(search_name)
    if found is None:
        names = ", ".join(search.name for search in searches.searches)
        raise click.BadParameter(
            f"no search is called {search_name!r}; there is: {names}.", param_hint="--search"
        )
    return found


def _saved() -> tuple[dict[str, Any] | None, dict[str, Price]]:
    """The settings of the user's store, None without one, and the prices of its list by user name."""
    from server.store import open_store, store_file  # noqa: PLC0415 - loads with the first file

    try:
        url = load_settings().database_url
        if not store_file(url).exists():
            return None, {}
        with closing(open_store(url, read_only=True)) as store:
            entries = store.entries.all()
            prices = ((e.username, e.price_asked and e.price_asked.bare()) for e in entries)
            asked = {username: price for username, price in prices if price}
            return store.settings.get().value, asked
    except (SoiError, OSError) as error:
        click.echo(f"soi: own thresholds, prices and searches were not read: {error}", err=True)
        return None, {}


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
