"""``soi shortlist``: the saved creators from the command line, whether the server runs or not."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from server.cli._language import language_option
from server.command_link import CommandFailed, link
from server.errors import BadField, Duplicate
from server.exports import export_endings
from server.messages import table as messages
from server.money import Price, write
from server.regular_files import read_regular
from server.settings import load_settings

_BAD_SHOWN = 20
NOBODY = 3
"""Exit status where nobody of the name is known."""


@click.group("shortlist")
def command() -> None:
    """The saved creators."""


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of a table.")
@language_option
def list_(as_json: bool, language: str) -> None:
    """Show the list, newest first."""
    with link(load_settings()) as call:
        entries = call("GET", "/api/v1/shortlist").json()["entries"]
    if as_json:
        for entry in entries:
            click.echo(json.dumps(entry, ensure_ascii=False))
        return
    say = messages(language)
    table = Table(
        *(say[f"column.{name}"] for name in ("username", "status", "price_asked", "tags", "note", "added_at"))
    )
    for entry in entries:
        note = entry["note"].splitlines()[0] if entry["note"] else ""
        price = write(Price(**entry["price_asked"]), language) if entry["price_asked"] else ""
        cells = (entry["username"], say[f"status.{entry['status']}"], price, "; ".join(entry["tags"]), note)
        table.add_row(*(Text(cell) for cell in cells), entry["added_at"][:10])
    Console().print(table)


@command.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@language_option
def export(file: Path, language: str) -> None:
    """Write the list to FILE, a .csv or .xlsx that does not exist yet."""
    endings = [f".{ending}" for ending in export_endings()]
    if file.suffix.lower() not in endings:
        raise BadField(f"The file's name ends in {' or '.join(endings)}.")
    with link(load_settings()) as call:
        body = call("GET", f"/api/v1/shortlist{file.suffix.lower()}?lang={language}").body
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError as error:
        raise Duplicate("There is a file of this name already.") from error
    with os.fdopen(descriptor, "wb") as target:
        target.write(body)
    click.echo(messages(language)["cli.written"].format(file=file))


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask after the dry run.")
@click.option(
    "--unclear",
    type=click.Choice(["text", "likely", "written"]),
    help="Prices that may mean something else: keep their words [default], the likely price, or the number as written.",
)
@language_option
def import_(file: Path, yes: bool, unclear: str | None, language: str) -> None:
    """Import a CSV file or workbook: first a dry run that says what would happen, then, after a yes on a terminal, the import."""
    say, body = messages(language), read_regular(file)
    path, media = "/api/v1/shortlist/imports", "application/octet-stream"
    with link(load_settings()) as call:
        found = call("POST", f"{path}?dry_run=true", body, media).json()
        _tell(found, say)
        _tell_prices(found, say, language)
        unclear = unclear or _meant(found, yes, say)
        _ask(say["cli.import.ask"], yes)
        done = call("POST", f"{path}?dry_run=false&unclear={unclear}", body, media).json()
    merged = len(done["duplicates"]) + len(done["repeated"])
    click.echo(say["cli.import.done"].format(new=len(done["new"]), merged=merged))


@command.command("erase")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@language_option
def erase(name: str, yes: bool, language: str) -> None:
    """Remove a creator everywhere: list, history, audits, automatic backups. Cannot be undone.

    Exit status 3: nobody of that name. 2: not confirmed.
    """
    say, path = messages(language), f"/api/v1/creators/{quote(name, safe='')}"
    with link(load_settings()) as call:
        try:
            if not yes:
                known = call("GET", path).json()["creator"]["username"]
                _agree(say["cli.erase.ask"].format(name=known), say["cli.erase.not_agreed"])
            erased = call("DELETE", path).json()
        except CommandFailed as error:
            if error.status not in (404, 422):
                raise
            _say_nobody(name, error.details or {}, say)
            sys.exit(NOBODY)
    found = erased["erased"]
    names = ", ".join(found["usernames"]) or "-"
    click.echo(say["cli.erase.done"].format(names=names, visits=found["visits"], audits=found["audits"]))
    click.echo(erased["note"][language])


def _agree(question: str, refusal: str) -> None:
    """A person at a terminal is asked; without one the command has to say ``--yes``."""
    if not sys.stdin.isatty():
        raise click.UsageError(refusal)
    click.confirm(question, abort=True)


def _say_nobody(name: str, details: Mapping[str, Any], say: dict[str, str]) -> None:
    """Nothing was removed, and whom the name may have meant."""
    click.echo(say["cli.erase.nobody"].format(name=name), err=True)
    if near := details.get("near"):
        click.echo(say["cli.erase.near"].format(names=", ".join(near)), err=True)
    if left := details.get("still_in"):
        click.echo(say["cli.erase.still_in"].format(names=", ".join(left)), err=True)


def _ask(question: str, yes: bool) -> None:
    """A person at a terminal is asked; a script that calls the command has decided already."""
    if not yes and sys.stdin.isatty():
        click.confirm(question, abort=True)


def _tell_prices(found: dict[str, Any], say: dict[str, str], language: str) -> None:
    """Prices of which only words are kept, and those that may mean something else."""
    for kept in found["kept_as_text"][:_BAD_SHOWN]:
        click.echo(say["cli.import.kept"].format(row=kept["row"], name=kept["username"], text=kept["text"]))
    for asked in found["asked"][:_BAD_SHOWN]:
        others = " / ".join(other["shown"][language] for other in asked["others"])
        click.echo(
            say["web.import_asked_row"].format(
                row=asked["row"], name=asked["username"], text=asked["text"], price=others
            )
        )


def _meant(found: dict[str, Any], yes: bool, say: dict[str, str]) -> str:
    """What to keep of doubtful prices: a person at a terminal is asked; else their words alone are kept."""
    if not found["asked"] or yes or not sys.stdin.isatty():
        return "text"
    return "likely" if click.confirm(say["cli.import.ask_prices"], default=False) else "text"


def _tell(found: dict[str, Any], say: dict[str, str]) -> None:
    click.echo(
        say["cli.import.rows"].format(
            rows=found["rows"],
            encoding=found["encoding"],
            new=len(found["new"]),
            known=len(found["duplicates"]),
            repeated=len(found["repeated"]),
            bad=len(found["bad"]),
        )
    )
    for bad in found["bad"][:_BAD_SHOWN]:
        click.echo(say["cli.import.bad"].format(row=bad["row"], message=bad["message"]))
    if len(found["bad"]) > _BAD_SHOWN:
        click.echo(say["cli.import.more"].format(n=len(found["bad"]) - _BAD_SHOWN))
    for lost in found["dropped"][:_BAD_SHOWN]:
        click.echo(say[f"cli.import.dropped_{lost['field']}"].format(row=lost["row"], name=lost["username"]))
