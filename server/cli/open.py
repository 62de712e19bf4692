"""``soi open``: the Soi page, whether the server runs already or not."""

from __future__ import annotations

import click

from server.cli._language import language_option
from server.messages import table
from server.run import present
from server.settings import load_settings


@click.command("open")
@click.option("--no-page", is_flag=True, help="Start Soi in the background, but open no page.")
@click.option("--demo", is_flag=True, help="Open the demo: invented creators, without Instagram.")
@language_option
def command(no_page: bool, demo: bool, language: str) -> None:
    """Open the Soi page. Soi is started in the background where it does not run yet."""
    settings, words = load_settings(), table(language)
    if demo and settings.is_for_team:
        raise click.UsageError(words["cli.open.no_demo"])
    note = present.find(settings)
    if note is None:
        click.echo(words["cli.open.starts"], err=True)
        note = present.start(settings)
    page = "demo" if demo else ""
    address = present.page_address(note) if no_page else present.open_page(settings, note, page)
    click.echo(words["cli.open.runs"].format(url=address, pid=note.pid))
