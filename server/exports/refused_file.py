"""Why a file is not read, in both languages: the words stand in server/messages under ``file.<reason>``."""

from __future__ import annotations

from typing import Any

from server.errors import BadFile, TooLarge
from server.messages import text


def bad_file(reason: str, **values: Any) -> BadFile:
    """A file that cannot be read: its English words as the message, both languages in the details."""
    words = text(f"file.{reason}", **values)
    return BadFile(words.en, {"reason": words.to_json()})


def too_large(reason: str, **values: Any) -> TooLarge:
    """A file beyond what a list can be."""
    words = text(f"file.{reason}", **values)
    return TooLarge(words.en, {"reason": words.to_json()})
