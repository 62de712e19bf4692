"""How far a long work is, said now and then to the person at the terminal; a script is told nothing."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from server.messages import table

if TYPE_CHECKING:
    from server.store.work import Progress

_EVERY = 1.0
"""Seconds between two words."""


def checking(language: str) -> Progress | None:
    """For a check of the whole store; None where nobody watches."""
    if not sys.stderr.isatty():
        return None
    last = time.monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last > _EVERY:
            last = time.monotonic()
            click.echo(table(language)["cli.serve.checking"].format(done=done, total=total), err=True)

    return tell
