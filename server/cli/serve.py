"""``soi serve``: the local server that the extension and the web app talk to."""

from __future__ import annotations

import os
import sys

import click

from server.cli._language import language_option
from server.errors import AlreadyRunning
from server.messages import table
from server.run import present
from server.services.collector import loading
from server.settings import RULES, Settings, load_settings


@click.command("serve")
@click.option("--port", type=click.IntRange(1, 65_535), help=f"{RULES['port'].help} [default: 5765]")
@click.option("--host", help=RULES["host"].help)
@click.option("--trusted-proxy", metavar="IP", help=RULES["trusted_proxy"].help)
@click.option("--public-url", metavar="URL", help=RULES["public_url"].help)
@click.option("--database", metavar="URL", help=RULES["database"].help)
@click.option("--no-open", is_flag=True, help="Do not open the browser.")
@language_option
def command(no_open: bool, language: str, **flags: int | str | None) -> None:
    """Run the server until Ctrl+C. Everything stays on this machine, or with the team's own database."""
    with loading():
        from server.run.serve import serve  # noqa: PLC0415 - the help needs no web framework

    settings = load_settings(flags | {"open_browser": False if no_open else None})
    try:
        serve(settings, echo=_tell, language=language)
    except AlreadyRunning:
        if not _shows_the_first(settings, language):
            raise


def _tell(line: str) -> None:
    """A terminal that is gone is told nothing any more: what it did not take would end Python with status 120."""
    try:
        click.echo(line)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _shows_the_first(settings: Settings, language: str) -> bool:
    """A second start opens the page of the server that runs; False where it is no server that holds the data."""
    note = present.find(settings)
    if note is None:
        return False
    address = present.open_page(settings, note) if settings.open_browser else present.page_address(note)
    click.echo(table(language)["cli.open.runs"].format(url=address, pid=note.pid))
    return True
