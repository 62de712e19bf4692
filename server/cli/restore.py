"""``soi restore``: a backup back into the store."""

from __future__ import annotations

import json
from pathlib import Path

import click

from server.cli._language import language_option
from server.cli._progress import checking
from server.messages import table as messages
from server.regular_files import open_regular
from server.run.command_link import link
from server.settings import load_settings


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@language_option
def command(file: Path, language: str) -> None:
    """Replace the store's content by the backup FILE; what is there now is backed up first."""
    open_regular(file).close()  # the server shall not be asked for what is no file
    with link(load_settings(), checking(language)) as call:
        body = json.dumps({"file": str(file.absolute())}).encode()
        restored = call("POST", "/api/v1/storage/restore", body).json()
    click.echo(messages(language)["cli.restored"].format(n=restored["entries"]))
