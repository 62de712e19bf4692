"""Why something is refused, in both languages: the words stand in server/messages under ``refused.<reason>``.

A page shows them as they are; an error of the same code elsewhere has other words.
"""

from __future__ import annotations

from server.errors import BadField, Inconsistent, TooMany
from server.messages import Text, table


def inconsistent(reason: str, **parts: Text) -> Inconsistent:
    """What contradicts what is there; ``parts`` are put into the words of their language."""
    words = _words(reason, parts)
    return Inconsistent(words.en, {"reason": words.to_json()})


def bad_field(reason: str) -> BadField:
    """A text that cannot be taken as it was written."""
    words = _words(reason, {})
    return BadField(words.en, {"reason": words.to_json()})


def too_many(reason: str, **parts: Text) -> TooMany:
    """More than is kept, with what makes room."""
    words = _words(reason, parts)
    return TooMany(words.en, {"reason": words.to_json()})


def _words(reason: str, parts: dict[str, Text]) -> Text:
    key = f"refused.{reason}"
    return Text(
        table("en")[key].format(**{name: part.en for name, part in parts.items()}),
        table("vi")[key].format(**{name: part.vi for name, part in parts.items()}),
    )
