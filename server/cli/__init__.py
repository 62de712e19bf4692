"""The command line. Each file of this folder that does not begin with "_" is one command, called ``command`` in it.

A command's module is imported when it is run or listed, so that ``soi check`` does not wait for a web framework.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from typing import NoReturn

import click

from server import __version__
from server.cli._language import spoken, words_of
from server.errors import LittleMemory, SoiError

USAGE = 2


class Commands(click.Group):
    """The commands of the folder, loaded when needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"{__name__}.{name}").command
        return command if isinstance(command, click.Command) else None


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="soi")
def soi() -> None:
    """Soi: is this Instagram creator worth writing to, and why?"""


def _fail(error: SoiError) -> NoReturn:
    """One sentence in the language of the command, and exit status 1."""
    click.echo(f"soi: {words_of(error, spoken(sys.argv[1:]))}", err=True)
    sys.exit(1)


def main() -> None:
    """Entry point: expected failures are one line on standard error, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        soi.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(USAGE)
    except (SoiError, MemoryError) as error:
        _fail(error if isinstance(error, SoiError) else LittleMemory())
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:  # `soi check ... | head`: the reader has seen enough
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:  # a file that the person named cannot be read or written
        place = f"{error.filename}: " if error.filename else ""
        click.echo(f"soi: {place}{error.strerror or error}", err=True)
        sys.exit(1)
