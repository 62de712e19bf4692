"""``soi shortlist``: the saved creators from the command line, whether the server runs or not."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from server.cli._import_column import column_of, import_path
from server.cli._language import language_option
from server.errors import BadField, Duplicate
from server.exports import export_endings
from server.messages import table as messages
from server.money import Price, write
from server.regular_files import read_regular
from server.run.command_link import CommandFailed, link
from server.settings import load_settings
from server.sheet_import import handles

_BAD_SHOWN = 20
NOBODY = 3
"""Exit status where nobody of the name is known."""
LEFT_OUT = 3
"""Exit status where rows of a file were left out."""


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
@click.option(
    "--columns", metavar="KEY,KEY...", help="Only these columns, in this order; a wrong one lists them all."
)
@language_option
def export(file: Path, columns: str | None, language: str) -> None:
    """Write the list to FILE, a .csv, .xlsx or .tsv that does not exist yet."""
    endings = [f".{ending}" for ending in export_endings()]
    if file.suffix.lower() not in endings:
        raise BadField(f"The file's name ends in {', '.join(endings)}.")
    with link(load_settings()) as call:
        query = urlencode({"lang": language} | ({"columns": columns} if columns is not None else {}))
        body = call("GET", f"/api/v1/shortlist{file.suffix.lower()}?{query}").body
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
@click.option(
    "--sheet", "sheets", multiple=True, help="Read only this sheet, also a hidden one; may be repeated."
)
@click.option(
    "--column",
    "named_by",
    multiple=True,
    metavar="LETTER",
    help='The column with user names or links, where none is recognised: C, or "Sheet!C" for one sheet; remembered.',
)
@click.option("--tag", default="", help="Put this tag on every creator of the import.")
@click.option(
    "--json", "as_json", is_flag=True, help="Import without asking, and answer with one JSON object."
)
@language_option
def import_(
    file: Path,
    *,
    yes: bool,
    unclear: str | None,
    sheets: tuple[str, ...],
    named_by: tuple[str, ...],
    tag: str,
    as_json: bool,
    language: str,
) -> None:
    """Import a CSV file or workbook: first a dry run that says what would happen, then, after a yes on a terminal, the import.

    Exit status 3: some rows were left out.
    """
    say, body = messages(language), read_regular(file)
    given = {"language": language}
    given |= ({"sheets": json.dumps(sheets)} if sheets else {}) | ({"tag": tag} if tag else {})
    path, media = import_path(given, named_by), "application/octet-stream"
    with link(load_settings()) as call:
        if not as_json:
            found = call("POST", f"{path}&dry_run=true", body, media).json()
            if not any(sheet["read"] for sheet in found["sheets"]):
                path = import_path(given, (column_of(found, say),))
                found = call("POST", f"{path}&dry_run=true", body, media).json()
            _tell(found, say, language)
            _tell_prices(found, say, language)
            unclear = unclear or _meant(found, yes, say)
            _ask(say["cli.import.ask"], yes)
        done = call("POST", f"{path}&dry_run=false&unclear={unclear or 'text'}", body, media).json()
    merged = len(done["duplicates"]) + len(done["repeated"])
    if as_json:
        click.echo(json.dumps(_summary(done), ensure_ascii=False))
    else:
        click.echo(say["cli.import.done"].format(new=len(done["new"]), merged=merged))
    if done["left_out"]:
        sys.exit(LEFT_OUT)


def _summary(done: dict[str, Any]) -> dict[str, Any]:
    """What was taken in numbers, and all that a person may want to look at."""
    said = ("left_out", "kept_as_text", "asked", "differing", "passed_over", "sheets", "mapping")
    new, merged = len(done["new"]), len(done["duplicates"])
    return {"taken": new + merged, "new": new, "merged": merged} | {name: done[name] for name in said}


@command.command("add")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@language_option
def add(names: tuple[str, ...], language: str) -> None:
    """Put creators on the list: user names, links, or "tiktok:NAME" for another platform.

    Exit status 3: some name is none.
    """
    say, new, wrong = messages(language), 0, 0
    with link(load_settings()) as call:
        for name in names:
            found = handles.read(name)
            username = found.handles[0].address() if len(found.handles) == 1 else None
            try:
                answer = call("PUT", "/api/v1/shortlist", json.dumps({"username": username or name}).encode())
            except CommandFailed as error:
                if error.status != 422:
                    raise
                wrong += 1
                click.echo(f"{name}: {say['import.reason.bad_name'].format(value=name)}", err=True)
                continue
            new += answer.status == 201
            click.echo(answer.json()["username"])
    click.echo(say["cli.add.done"].format(new=new, known=len(names) - new - wrong), err=True)
    if wrong:
        sys.exit(NOBODY)


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
        if "reason" in kept:
            where, message = _where(kept, say), kept["reason"][language]
            click.echo(say["cli.import.kept"].format(where=where, name=kept["username"], message=message))
        else:
            click.echo(
                say["cli.import.kept_price"].format(row=kept["row"], name=kept["username"], text=kept["text"])
            )
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


def _where(remark: dict[str, Any], say: dict[str, str]) -> str:
    """ "sheet “Làm đẹp”, row 7, column C"."""
    kind = "cell" if remark["column"] else "row"
    where = say[f"cli.import.where_{kind}"].format(row=remark["row"], column=remark["column"])
    sheet = remark["sheet"]
    return say["cli.import.where_sheet"].format(sheet=sheet, where=where) if sheet else where


def _tell_sheets(found: dict[str, Any], say: dict[str, str]) -> None:
    """Sheets that are not read."""
    for name, is_hidden in (("hidden", True), ("others", False)):
        sheets = [
            s["name"] for s in found["sheets"] if not s["read"] and s["hidden"] is is_hidden and s["name"]
        ]
        if sheets:
            click.echo(say[f"cli.import.{name}"].format(names=", ".join(sheets)))


def _tell(found: dict[str, Any], say: dict[str, str], language: str) -> None:
    click.echo(
        say["cli.import.rows"].format(
            rows=found["rows"],
            encoding=found["encoding"],
            new=len(found["new"]),
            known=len(found["duplicates"]),
            repeated=len(found["repeated"]),
            bad=len(found["left_out"]),
        )
    )
    _tell_sheets(found, say)
    for out in found["left_out"][:_BAD_SHOWN]:
        click.echo(say["cli.import.bad"].format(where=_where(out, say), message=out["reason"][language]))
    if len(found["left_out"]) > _BAD_SHOWN:
        click.echo(say["cli.import.more"].format(n=len(found["left_out"]) - _BAD_SHOWN))
    for each in found["differing"][:_BAD_SHOWN]:
        field = say.get(f"column.{each['field']}", each["field"])
        line = {"row": each["row"], "name": each["username"], "kept": each["kept"], "other": each["other"]}
        click.echo(say["cli.import.differs"].format(field=field, **line))
    for lost in found["dropped"][:_BAD_SHOWN]:
        click.echo(say[f"cli.import.dropped_{lost['field']}"].format(row=lost["row"], name=lost["username"]))
