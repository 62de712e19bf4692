"""Help and mistakes of usage in the person's language.

Help stands in English where its command stands; ``_help_vi.json`` has each of these texts in Vietnamese. click's own
headings and its words about a mistake come from the messages ``cli.usage.…``.
"""

from __future__ import annotations

import errno
import inspect
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import resources

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

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


_PLACE = re.compile(r"INTEGER RANGE|[A-Z]{2,}")
"""A word of a usage line that stands for what a person writes."""
_EXTRA = {" [default: (the system's)]": "system", " [required]": "required"}
"""What click puts behind a help text; see ``cli.usage.extra.…``."""
_EXTRA_ARGUMENT = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)
_PATHS = {"does not exist": "no_file", "is a directory": "a_folder", "is a file": "a_file"}
"""What click says of a path, and the message that says it."""


def spoken(text: str, language: str) -> str:
    """``text`` in ``language``; in English where nobody has said it yet."""
    return _vietnamese().get(plain(text), text) if language == "vi" else text


def speak(command: click.Command, language: str) -> click.Command:
    """``command`` and its options with help in ``language``; in a group each command when it is asked for."""
    command.context_class = _context(language)
    if command.help:
        command.help = spoken(command.help, language)
        command.short_help = _first_sentence(command.help)
    for option in command.params:
        if isinstance(option, click.Option) and option.help:
            option.help = spoken(option.help, language)
    if type(command) is click.Group:
        for inner in command.commands.values():
            speak(inner, language)
    return command


def _first_sentence(text: str) -> str:
    """All of it: click itself cuts what is longer than a line."""
    first, stop, _ = plain(text).partition("\n\n")[0].partition(". ")
    return first + stop.strip()


def _places(text: str, words: Mapping[str, str]) -> str:
    """FILE, PAGE and their like as they are called in the person's language."""
    return _PLACE.sub(lambda found: words.get(f"cli.usage.place.{found[0].lower()}", found[0]), text)


@cache
def _context(language: str) -> type[click.Context]:
    words = table(language)

    class Formatter(click.HelpFormatter):
        """click's own, with our words for its headings."""

        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, _places(args, words), prefix or f"{words['cli.usage.head.usage']}: ")

        @contextmanager
        def section(self, name: str) -> Iterator[None]:
            with super().section(words.get(f"cli.usage.head.{name.lower()}", name)):
                yield

        def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
            told = [(_places(name, words), _with_extra(spoken(text, language))) for name, text in rows]
            super().write_dl(told, col_max, col_spacing)

    def _with_extra(text: str) -> str:
        for english, key in _EXTRA.items():
            text = text.replace(english, f" [{words[f'cli.usage.extra.{key}']}]")
        return text

    class Context(click.Context):
        formatter_class = Formatter

    return Context


def usage_lines(error: click.ClickException, language: str) -> Iterator[str]:
    """A mistake in a command, and where its help is."""
    words = table(language)
    if isinstance(error, NoArgsIsHelpError):  # "soi shortlist" alone: what it says is the help itself
        yield error.format_message()
        return
    yield f"soi: {_mistake(error, words)}"
    context = getattr(error, "ctx", None)
    if context is not None:
        yield words["cli.usage.see_help"].format(command=context.command_path)


def _mistake(error: click.ClickException, words: dict[str, str]) -> str:
    if isinstance(error, click.NoSuchOption):
        return _unknown(error.option_name, "no_option", error.possibilities, words)
    if isinstance(error, NoSuchCommand):
        return _unknown(error.command_name, "no_command", error.possibilities, words)
    if isinstance(error, click.BadParameter):
        return _of_parameter(error, words)
    if isinstance(error, click.BadOptionUsage):
        return words["cli.usage.no_value"].format(name=error.option_name)
    extra = _EXTRA_ARGUMENT.fullmatch(error.message)
    return words["cli.usage.too_much"].format(given=extra[1]) if extra else error.format_message()


def _of_parameter(error: click.BadParameter, words: dict[str, str]) -> str:
    name = _name(error, words)
    if isinstance(error, click.MissingParameter):
        return words["cli.usage.missing"].format(name=name)
    return words["cli.usage.bad_value"].format(name=name, message=_bad_value(error, words))


def _unknown(name: str, key: str, near: Iterable[str] | None, words: dict[str, str]) -> str:
    said, names = words[f"cli.usage.{key}"].format(name=name), ", ".join(near or ())
    return words["cli.usage.near"].format(said=said, names=names) if names else said


def _name(error: click.BadParameter, words: dict[str, str]) -> str:
    parameter = error.param
    if isinstance(parameter, click.Option):
        return parameter.opts[-1]
    if parameter is None:
        return str(error.param_hint or "?")
    return _places(parameter.metavar or parameter.human_readable_name, words)


def _bad_value(error: click.BadParameter, words: dict[str, str]) -> str:
    """By the kind of the parameter; what a command itself has said stays as it is."""
    given = error.message.split("'")[1] if error.message.count("'") > 1 else ""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice) and given:
        return words["cli.usage.bad_choice"].format(given=given, choices=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        given = given or error.message.split()[0]
        key = "bad_number" if kind.max is not None else "bad_count"
        return words[f"cli.usage.{key}"].format(given=given, low=kind.min, high=kind.max)
    if isinstance(kind, click.Path):
        return next(
            (
                words[f"cli.usage.{key}"].format(given=given)
                for end, key in _PATHS.items()
                if end in error.message
            ),
            error.message,
        )
    return error.message


def system_words(error: OSError, language: str) -> str:
    """What the system refused, in the person's language where it is one of the usual things."""
    name = errno.errorcode.get(error.errno or 0, "")
    said = table(language).get(f"cli.usage.os.{name}", error.strerror or str(error))
    return f"{error.filename}: {said}" if error.filename else said
