"""The brief as a draft is held against it: BRIEF.json, every key of which may be absent."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_type_hints

from msgspec import Struct

from server.errors import BadField, UnknownField
from server.strict_json import loads_object

Category = Literal[
    "general",
    "cosmetics",
    "supplement",
    "food",
    "infant",
    "infant_food",
    "medical",
    "alcohol",
    "finance",
    "banned",
]
CATEGORIES: tuple[Category, ...] = get_args(Category)
KINDS = ("supplement_food", "medical_nutrition")
MAX_TEXT = 500
MAX_LIST = 50
MAX_NUMBER = 100_000


class Brief(Struct, frozen=True):
    """What is advertised and what the brand asks for."""

    category: Category = "general"
    language: str = "vi"
    paid: bool = True
    brand: str | None = None
    product: str | None = None
    """The exact name that is asked for."""
    required: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    code: str | None = None
    links: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    notifier: str | None = None
    """Who notified the product or answers for it; a receipt number (123/26/CBMP-HN) may stand behind the name."""
    max_length: int | None = None
    kind: str | None = None
    age_months: int | None = None


def read_brief(body: bytes | str) -> Brief:
    """The brief in ``body``. Raises BadJson, UnknownField or BadField, which name the key."""
    given = loads_object(body)
    known = set(Brief.__struct_fields__)
    if unknown := sorted(given.keys() - known):
        raise UnknownField(f"The brief has a key that Soi does not know: {unknown[0][:40]!r}.")
    types = get_type_hints(Brief)
    return Brief(**{name: _read(name, types[name], value) for name, value in given.items()})


def _read(name: str, wanted: Any, value: Any) -> Any:
    """One value of the brief, judged by the type that the record gives it."""
    if name == "category" and value not in CATEGORIES:
        raise BadField(f"category is one of {', '.join(CATEGORIES)}.")
    if name == "kind" and value not in (None, *KINDS):
        raise BadField(f"kind is null or one of {', '.join(KINDS)}.")
    if wanted == tuple[str, ...]:
        return _texts(name, value)
    if value is None and type(None) in get_args(wanted):
        return None
    if wanted is bool:
        return _flag(name, value)
    return _number(name, value) if int in get_args(wanted) else _text(name, value)


def _flag(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise BadField(f"{name} is true or false.")
    return value


def _number(name: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MAX_NUMBER:
        raise BadField(f"{name} is null or a whole number from 0 to {MAX_NUMBER}.")
    return value


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > MAX_TEXT:
        raise BadField(f"{name} is a text of 1 to {MAX_TEXT} characters.")
    return value.strip()


def _texts(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MAX_LIST:
        raise BadField(f"{name} is a list of at most {MAX_LIST} texts.")
    return tuple(_text(f"{name}[{place}]", text) for place, text in enumerate(value))
