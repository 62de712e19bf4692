"""Help and mistakes of usage in the person's language.

Help stands in English where its command stands; ``_help_vi.json`` has each of these texts in Vietnamese. click's own
headings and its words about a mistake come from the messages ``cli.usage.…``.
"""

from __future__ import annotations

import errno
import inspect
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources

import click

from server.messages import table


@cache
def _vietnamese() -> dict[str, str]:
    loaded: dict[str, str] = json.loads(
        resources.files("server.cli").joinpath("_help_vi.json").read_text("utf-8")
    )
    return loaded


def plain(text: str) -> str:
    """A help text with one line a paragraph, as its translation is looked up."""
    return "\n\n".join(" ".join(part.split()) for part in inspect.cleandoc(text).split("\n\n"))


def spoken(text: str, language: str) -> str:
    """``text`` in ``language``; in English where nobody has said it yet."""
    return _vietnamese().get(plain(text), text) if language == "vi" else text


def speak(command: click.Command, language: str) -> click.Command:
    """``command`` and its options with help in ``language``; in a group each command when it is asked for."""
    command.context_class = _context(language)
    if command.help:
        command.help = spoken(command.help, language)
    for option in command.params:
        if isinstance(option, click.Option) and option.help:
            option.help = spoken(option.help, language)
    if type(command) is click.Group:
        for inner in command.commands.values():
            speak(inner, language)
    return command


@cache
def _context(language: str) -> type[click.Context]:
    words = table(language)

    class Formatter(click.HelpFormatter):
        """click's own, with our words for its headings."""

        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or f"{words['cli.usage.head.usage']}: ")

        @contextmanager
        def section(self, name: str) -> Iterator[None]:
            with super().section(words.get(f"cli.usage.head.{name.lower()}", name)):
                yield

        def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
            super().write_dl([(name, spoken(text, language)) for name, text in rows], col_max, col_spacing)

    class Context(click.Context):
        formatter_class = Formatter

    return Context


def usage_lines(error: click.ClickException, language: str) -> Iterator[str]:
    """A mistake in a command, and where its help is."""
    words = table(language)
    yield f"soi: {_mistake(error, words)}"
    context = getattr(error, "ctx", None)
    if context is not None:
        yield words["cli.usage.see_help"].format(command=context.command_path)


def _mistake(error: click.ClickException, words: dict[str, str]) -> str:
    if isinstance(error, click.NoSuchOption):
        said = words["cli.usage.no_option"].format(name=error.option_name)
        near = ", ".join(error.possibilities or ())
        return words["cli.usage.near"].format(said=said, names=near) if near else said
    if isinstance(error, click.MissingParameter):
        return words["cli.usage.missing"].format(name=_name(error))
    if isinstance(error, click.BadParameter):
        return words["cli.usage.bad_value"].format(name=_name(error), message=_bad_value(error, words))
    return error.format_message()


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if isinstance(parameter, click.Option):
        return parameter.opts[-1]
    return parameter.human_readable_name if parameter else str(error.param_hint or "?")


def _bad_value(error: click.BadParameter, words: dict[str, str]) -> str:
    """By the kind of the parameter; what a command itself has said stays as it is."""
    given = error.message.split("'")[1] if error.message.count("'") > 1 else ""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice) and given:
        return words["cli.usage.bad_choice"].format(given=given, choices=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        given = given or error.message.split()[0]
        return words["cli.usage.bad_number"].format(given=given, low=kind.min, high=kind.max)
    if isinstance(kind, click.Path) and "does not exist" in error.message:
        return words["cli.usage.no_file"].format(given=given)
    return error.message


def system_words(error: OSError, language: str) -> str:
    """What the system refused, in the person's language where it is one of the usual things."""
    name = errno.errorcode.get(error.errno or 0, "")
    said = table(language).get(f"cli.usage.os.{name}", error.strerror or str(error))
    return f"{error.filename}: {said}" if error.filename else said
