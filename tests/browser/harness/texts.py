"""The extension's own words, so that a scenario finds a button by what it says in either language."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).resolve().parents[3] / "extension" / "_locales"


@cache
def _table(language: str) -> dict[str, str]:
    entries = json.loads((LOCALES / language / "messages.json").read_text("utf-8"))
    return {key: entry["message"] for key, entry in entries.items()}


class Texts:
    """One language's texts by key."""

    def __init__(self, language: str = "en") -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        text = _table(self.language)[key]
        return re.sub(r"\{(\w+)\}", lambda found: str(values.get(found[1], found[0])), text)

    def exactly(self, key: str, **values: object) -> str:
        """A regular expression for the whole text; what has no value may be anything."""
        open_ended = re.sub(r"\\\{\w+\\\}", ".*", re.escape(self(key, **values)))
        return f"^{open_ended}$"

    def starting(self, key: str) -> str:
        """A regular expression for a name that begins with the text."""
        return f"^{re.escape(self(key))}"
