"""``soi restore``: a backup back into the store."""

from __future__ import annotations

import json
from pathlib import Path

import click

from server.command_link import link
from server.settings import load_settings


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Replace the store's content by the backup FILE; what is there now is backed up first."""
    with link(load_settings()) as call:
        body = json.dumps({"file": str(file.absolute())}).encode()
        restored = call("POST", "/api/v1/storage/restore", body).json()
    click.echo(f"Restored: {restored['entries']} entries")
