"""The one table of texts shown to people, Vietnamese and English always together.

``en.json`` and ``vi.json`` have the same keys and the same placeholders; a test holds that. A signal's own reason
and innocent explanation stand in the signal's file, so that a new signal stays one file.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from msgspec import Struct

Language = Literal["en", "vi"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Text(Struct, frozen=True):
    """One sentence in both languages."""

    en: str
    vi: str

    def format(self, **values: Any) -> Text:
        return Text(self.en.format(**values), self.vi.format(**values))

    def to_json(self) -> dict[str, str]:
        return {"en": self.en, "vi": self.vi}


@cache
def table(language: str) -> dict[str, str]:
    """All messages of one language by key."""
    path = resources.files(__package__).joinpath(f"{language}.json")
    loaded: dict[str, str] = json.loads(path.read_text("utf-8"))
    return loaded


def text(key: str, **values: Any) -> Text:
    """The message ``key`` in both languages with ``values`` put in."""
    return Text(table("en")[key], table("vi")[key]).format(**values)
