"""``soi restore``: a backup back into the store."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from server.cli._language import language_option
from server.cli._progress import checking
from server.messages import table as messages
from server.regular_files import open_regular
from server.run.command_link import link
from server.settings import load_settings

_SHOWN = 20
"""Differences that are printed."""


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--merge",
    is_flag=True,
    help="Add the list in FILE to the one that is there: nothing is replaced, and what differs is told.",
)
@click.option("--yes", is_flag=True, help="With --merge: do not ask after the dry run.")
@language_option
def command(file: Path, *, merge: bool, yes: bool, language: str) -> None:
    """Replace the store's content by the backup FILE; what is there now is backed up first."""
    open_regular(file).close()  # the server shall not be asked for what is no file
    if merge:
        _merge(file, messages(language), yes=yes)
        return
    with link(load_settings(), checking(language)) as call:
        body = json.dumps({"file": str(file.absolute())}).encode()
        restored = call("POST", "/api/v1/storage/restore", body).json()
    click.echo(messages(language)["cli.restored"].format(n=restored["entries"]))


def _merge(file: Path, say: dict[str, str], *, yes: bool) -> None:
    """A dry run that is told, then, after a yes on a terminal, the merge itself."""
    with link(load_settings()) as call:

        def told(*, dry_run: bool) -> dict[str, Any]:
            body = json.dumps({"file": str(file.absolute()), "dry_run": dry_run}).encode()
            found: dict[str, Any] = call("POST", "/api/v1/storage/merge", body).json()
            return found

        found = told(dry_run=True)
        counts = {"new": len(found["new"]), "merged": len(found["merged"]), "same": found["same"]}
        click.echo(say["cli.merge.found"].format(**counts))
        for each in found["differing"][:_SHOWN]:
            field = say.get(f"column.{each['field']}", each["field"])
            line = {"name": each["username"], "kept": each["kept"], "other": each["other"]}
            click.echo(say["cli.merge.differs"].format(field=field, **line))
        if len(found["differing"]) > _SHOWN:
            click.echo(say["cli.import.more"].format(n=len(found["differing"]) - _SHOWN))
        if not yes and sys.stdin.isatty():
            click.confirm(say["cli.merge.ask"], abort=True)
        done = told(dry_run=False)
    click.echo(say["cli.import.done"].format(new=len(done["new"]), merged=len(done["merged"])))
