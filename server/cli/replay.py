"""``soi replay``: a check done again from its audit file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from server.cli._language import language_option
from server.messages import table

NOT_THE_SAME = 3


@click.command("replay")
@click.argument("audit", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="AUDIT.json")
@click.option("--json", "as_json", is_flag=True, help="Print the Analysis that comes out now.")
@language_option
def command(audit: Path, as_json: bool, language: str) -> None:
    """Judge again from an audit file: the same inputs, without the page and without the network.

    Exit status: 0 the same verdict byte for byte, 3 something differs (it is listed), 1 no audit file.
    """
    from server.audit import canonical, read_audit, replay  # noqa: PLC0415 - numpy loads when it is needed

    again = replay(read_audit(audit))
    if as_json:
        sys.stdout.buffer.write(canonical(again.analysis.to_json()) + b"\n")
    else:
        say = table(language)
        for name, (then, now) in again.versions.items():
            click.echo(say["cli.replay.version"].format(name=name, then=then, now=now))
        for line in again.differences():
            click.echo(f"  {line}")
        click.echo(say["cli.replay.same" if again.same else "cli.replay.differs"])
    sys.exit(0 if again.same else NOT_THE_SAME)
