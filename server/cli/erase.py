"""``soi erase everything``: the store, its backups and the logs; one creator is erased by ``soi shortlist erase``."""

from __future__ import annotations

import json
import sys

import click

from server.cli._language import language_option
from server.messages import table as messages
from server.run.command_link import link
from server.settings import load_settings

_BODY = {"confirm": "erase everything"}


@click.command("erase")
@click.argument("what", type=click.Choice(["everything"]), expose_value=False)
@click.option("--disconnect", is_flag=True, help="Forget the connected browsers and scripts too.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@language_option
def command(disconnect: bool, yes: bool, language: str) -> None:
    """Erase EVERYTHING that Soi keeps: list, history, audits, settings, logs and automatic backups."""
    say = messages(language)
    if not yes and not _agreed(say):
        raise click.UsageError(say["cli.erase_all.not_agreed"])
    body = json.dumps(_BODY | {"keep_browsers": not disconnect}).encode()
    with link(load_settings()) as call:
        erased = call("POST", "/api/v1/storage/erasure", body).json()["erased"]
    click.echo(say["web.erase_all_done"].format(**{n: erased[n] for n in ("entries", "visits", "backups")}))
    if erased["still_in"]:
        click.echo(say["web.erase_all_left"].format(names=", ".join(erased["still_in"])))
    click.echo(say["web.erase_all_stays"])


def _agreed(say: dict[str, str]) -> bool:
    """Whether a person at the terminal typed the word; a script has to say ``--yes``."""
    if not sys.stdin.isatty():
        return False
    word = say["web.erase_all_word"]
    typed: str = click.prompt(say["web.erase_all_type"].format(word=word), default="", show_default=False)
    return typed.strip() == word
