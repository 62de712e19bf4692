"""Messages of the one table with numbers and words put in."""

from __future__ import annotations

from collections.abc import Mapping

from server.messages import Text, table
from server.signals.wording import fill


def say(
    key: str, numbers: Mapping[str, float] | None = None, words: Mapping[str, Text] | None = None
) -> Text:
    """A message with numbers and words put in, each language in its own."""
    return fill(Text(table("en")[key], table("vi")[key]), numbers or {}, words)
