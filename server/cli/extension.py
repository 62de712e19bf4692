"""``soi extension``: the browser extension in a folder of the person, and how a browser takes it."""

from __future__ import annotations

from pathlib import Path

import click

from server.cli._language import language_option
from server.messages import table
from server.run import entrance, extension_folder
from server.web.extension_files import source


@click.command("extension")
@click.option(
    "--to", "folder", type=click.Path(path_type=Path, file_okay=False), help="Folder to copy it to."
)
@click.option("--no-open", is_flag=True, help="Do not open the page with the steps.")
@language_option
def command(folder: Path | None, no_open: bool, language: str) -> None:
    """Copy the browser extension to a folder that stays, and open a page with the steps.

    Run it again after an update of Soi; it says whether the browser has to read the extension anew.
    """
    words = table(language)
    wanted = folder.absolute() if folder else extension_folder.default_folder()
    copied = extension_folder.copy(source(), wanted)
    page = extension_folder.leave_steps(copied, words, language)
    click.echo(words[f"cli.extension.{copied.change}"].format(folder=copied.folder, version=copied.version))
    if no_open or copied.change == "same":
        click.echo(words["cli.extension.steps_at"].format(file=page))
    else:
        entrance.show(page)
