"""In which language a command speaks: the flag, SOI_LANGUAGE, the system's, else English."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

import click

from server.errors import SoiError
from server.messages import LANGUAGES, table
from server.settings import FILE_NAME, default_home, read_file
from server.systems import present_system


def system_language() -> str:
    """SOI_LANGUAGE, else soi.toml, else the system's: Vietnamese where that is Vietnamese."""
    chosen = _chosen()
    named = chosen if chosen in LANGUAGES else present_system().language() or ""
    return "vi" if named.lower().startswith("vi") else "en"


def _chosen() -> str:
    """What the person has set; settings that cannot be read are said elsewhere, in some language."""
    if named := os.environ.get("SOI_LANGUAGE"):
        return named
    try:
        return str(read_file(default_home() / FILE_NAME).get("language", ""))
    except (SoiError, OSError):
        return ""


def spoken(arguments: Sequence[str]) -> str:
    """The language of a command that failed before, or after, its options were read."""
    given = [
        value for name, value in pairwise(" ".join(arguments).replace("=", " ").split()) if name == "--lang"
    ]
    return next((value for value in given if value in LANGUAGES), system_language())


@cache
def _details() -> tuple[tuple[re.Pattern[str], str], ...]:
    """English details, with their places as groups, and what is said instead (``_details_vi.json``)."""
    loaded: dict[str, str] = json.loads(
        resources.files("server.cli").joinpath("_details_vi.json").read_text("utf-8")
    )
    return tuple(
        (re.compile(re.escape(english).replace(r"\{\}", "(.+)"), re.DOTALL), words)
        for english, words in loaded.items()
    )


def detail_in_vietnamese(detail: str) -> str | None:
    """What a failure says of this very case; None where only its code has words."""
    for english, words in _details():
        if found := english.fullmatch(detail):
            return words.format(*found.groups())
    return None


def words_of(error: SoiError, language: str) -> str:
    """A failure in one sentence: its own words in this language, else what is known of it in English and what its
    code says in Vietnamese."""
    reason = (error.details or {}).get("reason")
    if isinstance(reason, dict) and language in reason:
        return str(reason[language])
    if language == "en":
        return error.detail
    if said := detail_in_vietnamese(error.detail):
        return said
    general = table(language).get(f"error.{error.code}", error.detail)
    return general if error.detail == error.message else f"{general} ({error.detail})"


def language_option(function: Any) -> Any:
    return _language_option(function)


def unread_language_option(function: Any) -> Any:
    """For a command that prints nothing in words: its mistakes are still said in this language, see ``spoken``."""
    return _language_option(function, expose_value=False)


def _language_option(function: Any, *, expose_value: bool = True) -> Any:
    return click.option(
        "--lang",
        "language",
        type=click.Choice(LANGUAGES),
        default=system_language,
        expose_value=expose_value,
        help="Language of what is printed.",
        show_default="the system's",
    )(function)
