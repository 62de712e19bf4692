"""In which language a command speaks: the flag, SOI_LANGUAGE, the system's, else English."""

from __future__ import annotations

import os
from typing import Any

import click

from server.messages import LANGUAGES


def system_language() -> str:
    """Vietnamese where the terminal is Vietnamese."""
    names = (os.environ.get(name, "") for name in ("SOI_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    found = next((name for name in names if name), "")
    return "vi" if found.lower().startswith("vi") else "en"


def language_option(function: Any) -> Any:
    return click.option(
        "--lang",
        "language",
        type=click.Choice(LANGUAGES),
        default=system_language,
        help="Language of what is printed.",
        show_default="the system's",
    )(function)
