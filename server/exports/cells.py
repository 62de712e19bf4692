"""Text that a spreadsheet must take as text, and the way back."""

from __future__ import annotations

import re

_FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def guard(text: str) -> str:
    """``text`` with an apostrophe before what a spreadsheet would calculate.

    A text that has such apostrophes itself gets one more, so that ``unguard`` always gives the original.
    """
    return f"'{text}" if _is_risky(text) else text


def unguard(text: str) -> str:
    """Undo ``guard``."""
    return text[1:] if text.startswith("'") and _is_risky(text) else text


def printable(text: str) -> str:
    """``text`` without control characters and the others that XML forbids; half characters become U+FFFD."""
    return text if text.isprintable() else _NOT_IN_XML.sub("", whole(text))


def whole(text: str) -> str:
    """``text`` with half characters (lone surrogates) as U+FFFD, so that it can be encoded."""
    return _SURROGATE.sub("\ufffd", text)


def _is_risky(text: str) -> bool:
    return text.lstrip("'")[:1] in _FORMULA_STARTS and text.strip("'") != ""
