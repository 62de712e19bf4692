"""``soi backup``: the whole store in one file."""

from __future__ import annotations

import json
from pathlib import Path

import click

from server.command_link import link
from server.settings import load_settings


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Write everything but the connected clients to FILE, which must not exist yet."""
    with link(load_settings()) as call:
        call("POST", "/api/v1/storage/backup", json.dumps({"file": str(file.absolute())}).encode())
    click.echo(f"Written: {file}")
