"""The command line. Each file of this folder that does not begin with "_" is one command, called ``command`` in it.

A command's module is imported when it is run or listed, so that ``soi check`` does not wait for a web framework.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from difflib import get_close_matches
from typing import NoReturn

import click

from server import __version__
from server.cli._help import speak, system_words, usage_lines
from server.cli._language import spoken, words_of
from server.errors import LittleMemory, SoiError
from server.messages import table

USAGE = 2


class Commands(click.Group):
    """The commands of the folder, loaded when needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"{__name__}.{name}").command
        return speak(command, spoken(sys.argv[1:])) if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            words = table(spoken(sys.argv[1:]))
            said = words["cli.usage.no_command"].format(name=args[0])
            near = ", ".join(get_close_matches(args[0], self.list_commands(ctx), n=3))
            raise click.UsageError(
                words["cli.usage.near"].format(said=said, names=near) if near else said, ctx
            )
        return super().resolve_command(ctx, args)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="soi")
def soi() -> None:
    """Soi: is this Instagram creator worth writing to, and why?"""


def _fail(error: SoiError) -> NoReturn:
    """One sentence in the language of the command, and exit status 1."""
    click.echo(f"soi: {words_of(error, spoken(sys.argv[1:]))}", err=True)
    sys.exit(1)


def _show_usage(error: click.ClickException) -> NoReturn:
    """A mistake in the command, and where its help is; exit status 2."""
    for line in usage_lines(error, spoken(sys.argv[1:])):
        click.echo(line, err=True)
    sys.exit(USAGE)


def main() -> None:
    """Entry point: expected failures are one line on standard error, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        speak(soi, spoken(sys.argv[1:])).main(prog_name="soi", standalone_mode=False)
    except click.ClickException as error:
        _show_usage(error)
    except (SoiError, MemoryError) as error:
        _fail(error if isinstance(error, SoiError) else LittleMemory())
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:  # `soi check ... | head`: the reader has seen enough
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:  # a file that the person named cannot be read or written
        click.echo(f"soi: {system_words(error, spoken(sys.argv[1:]))}", err=True)
        sys.exit(1)
