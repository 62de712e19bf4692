"""``soi migrate``: a whole store from one kind of database into another."""

from __future__ import annotations

import click

from server.cli._language import language_option
from server.cli._progress import moving
from server.messages import table as messages
from server.settings import DATABASE_FORMS, default_home


@click.command("migrate")
@click.argument("from_url", metavar="FROM")
@click.argument("to_url", metavar="TO")
@language_option
def command(from_url: str, to_url: str, language: str) -> None:
    """Copy everything from the database FROM into the empty database TO, and compare the two.

    A database is tinydb:///PATH, sqlite:///PATH or postgresql+psycopg://USER@HOST/NAME. Stop the servers on both
    before. FROM stays as it is. If the move is stopped on the way, run the same command again.
    """
    from server.store.moving import move  # noqa: PLC0415 - the help needs no store

    say = messages(language)
    for url in (from_url, to_url):
        if not url.startswith(DATABASE_FORMS):
            raise click.UsageError(say["cli.migrate.address"].format(url=_shown(url)))
    if any(_password(url) for url in (from_url, to_url)):
        click.echo(say["cli.migrate.password"], err=True)
    with moving(language) as progress:
        moved = move(from_url, to_url, default_home(), progress)
    click.echo(say["cli.migrate.done"].format(n=moved.documents, entries=moved.entries))
    click.echo(say["cli.migrate.next"].format(url=_shown(to_url)))


def _password(url: str) -> str:
    user = url.partition("://")[2].rpartition("@")[0]
    return user.partition(":")[2]


def _shown(url: str) -> str:
    """An address without its password."""
    password = _password(url)
    return url.replace(f":{password}@", "@", 1) if password else url
