"""``soi autostart``: whether Soi starts by itself at login."""

from __future__ import annotations

from pathlib import Path

import click

from server.cli._language import language_option
from server.messages import table
from server.run import autostart
from server.systems import present_system


@click.command("autostart")
@click.argument("wish", type=click.Choice(("on", "off", "show")), default="show", metavar="[on|off|show]")
@language_option
def command(wish: str, language: str) -> None:
    """Start Soi in the background when you log in (on), no longer (off), or say which it is (show)."""
    system = present_system()
    path: Path | None
    if wish == "on":
        said, path = "on", autostart.turn_on(system, autostart.background_start())
    elif wish == "off":
        said, path = "off", autostart.turn_off(system)
    else:
        said, path = "is_on", autostart.find(system)
    words = table(language)
    click.echo(words[f"cli.autostart.{said}"].format(file=path) if path else words["cli.autostart.is_off"])
