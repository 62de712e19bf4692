"""``soi stop``: ends the server of this data folder, wherever it was started from."""

from __future__ import annotations

import click

from server.cli._language import language_option
from server.messages import table
from server.run import present
from server.settings import load_settings


@click.command("stop")
@language_option
def command(language: str) -> None:
    """Stop Soi, once what it is writing is written. Where it does not run, that is said and is no failure."""
    settings, words = load_settings(), table(language)
    note = present.find(settings)
    if note is None:
        click.echo(words["cli.stop.not_running"])
        return
    present.stop(settings, note)
    click.echo(words["cli.stop.done"].format(pid=note.pid))
