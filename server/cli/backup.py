"""``soi backup``: the whole store in one file."""

from __future__ import annotations

import json
from pathlib import Path

import click

from server.cli._language import language_option
from server.messages import table as messages
from server.run.command_link import link
from server.settings import load_settings


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@language_option
def command(file: Path, language: str) -> None:
    """Write everything but the connected clients to FILE, which must not exist yet."""
    with link(load_settings()) as call:
        call("POST", "/api/v1/storage/backup", json.dumps({"file": str(file.absolute())}).encode())
    click.echo(messages(language)["cli.written"].format(file=file))
