"""How far a long work is, said now and then to the person at the terminal; a script is told nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

from server.messages import table

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from server.store.work import Progress

T = TypeVar("T")

_EVERY = 1.0
"""Seconds between two words."""
BAR_FROM = 6
"""Files from which a terminal gets a progress bar."""


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


def with_bar(outcomes: Iterable[T], total: int, language: str) -> Iterator[T]:
    """The outcomes; on a terminal, where there are many, with a bar that says how many a second and how long still."""
    if total < BAR_FROM or not sys.stderr.isatty():
        yield from outcomes
        return
    with _bar(language) as bar:
        yield from bar.track(outcomes, total=total, description="soi check")


@contextmanager
def moving(language: str) -> Iterator[Progress | None]:
    """A bar of documents; None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    with _bar(language) as bar:
        task = bar.add_task("soi migrate", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _bar(language: str) -> Bar:
    from rich.console import Console  # noqa: PLC0415 - rich loads for people only
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    say = table(language)

    class Pace(ProgressColumn):
        """How many a second so far, and the time that the rest takes at that rate."""

        def render(self, task: Task) -> Text:
            if not task.completed or not task.elapsed or task.total is None:
                return Text()
            rate = (
                task.completed / task.elapsed
            )  # rich's own is of the last redraws: of a short run there are none
            minutes, seconds = divmod(int((task.total - task.completed) / rate), 60)
            return Text(say["cli.check.rate"].format(rate=f"{rate:.0f}", rest=f"{minutes}:{seconds:02}"))

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Pace())
    return Progress(*columns, console=Console(stderr=True), transient=True)
