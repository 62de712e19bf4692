"""What is written to a creator: templates with fields. It is copied, never sent, and never with an empty field."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Literal

from msgspec import Struct

from server.campaigns.records import Message
from server.messages import table
from server.messages.refusals import bad_field

MAX_VALUE = 500
"""Characters of one field."""
MAX_TEMPLATE = 4_000


class Outreach(Struct, frozen=True):
    """A message as it would be copied, or what is missing for it."""

    text: str | None
    """None while a field is empty."""
    missing: tuple[str, ...]
    """Fields without a value, in the order of the text."""


def shipped(message: Message, language: Literal["en", "vi"]) -> str:
    """The template that ships."""
    return table(language)[f"outreach.{message}"]


def fields_of(template: str) -> tuple[str, ...]:
    """Names of the fields in the order of the text, each once. Raises BadField for a broken template.

    >>> fields_of("Chào {name}, {offer} {name}")
    ('name', 'offer')
    """
    try:
        parts = list(Formatter().parse(template[: MAX_TEMPLATE + 1]))
    except ValueError as error:
        raise bad_field("template_brace") from error
    names = [(name, spec, conversion) for _, name, spec, conversion in parts if name is not None]
    if len(template) > MAX_TEMPLATE:
        raise bad_field("template_long")
    if any(spec or conversion or not name.isidentifier() for name, spec, conversion in names):
        raise bad_field("template_field")
    return tuple(dict.fromkeys(name for name, _, _ in names))


def written(template: str, values: Mapping[str, str]) -> Outreach:
    """The text with its fields filled. One that is absent, blank or invisible is missing; a value's braces stay text."""
    names = fields_of(template)
    given = {name: " ".join(_shown(values.get(name, "")[:MAX_VALUE]).split(" ")) for name in names}
    missing = tuple(name for name in names if not given[name].strip())
    if missing:
        return Outreach(None, missing)
    return Outreach("".join(_parts(template, given)), ())


def _parts(template: str, given: Mapping[str, str]) -> list[str]:
    """Literals and values in turn; never by ``format``, to which a field could be an attribute."""
    return [
        literal + ("" if name is None else given[name].strip())
        for literal, name, _, _ in Formatter().parse(template)
    ]


def _shown(value: str) -> str:
    """Without what nobody sees: a value of zero-width characters is empty."""
    return "".join(c for c in value if c.isprintable() or c == "\n")
