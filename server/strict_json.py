"""JSON as a trust boundary: one object, UTF-8, no NaN, no duplicate keys, bounded digits and depth.

The standard library's parser is used because msgspec silently keeps the last of two equal keys.
"""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from server.errors import BadJson, BadNumber, TooMany

_HALF = re.compile("[\ud800-\udfff]")
# A whole pair, or in the group a half that stands alone. The literal beginning makes it quick on megabytes.
_HALVES = re.compile(
    rb"\\u[dD](?:[89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|([89a-fA-F][0-9a-fA-F]{2}))"
)
MAX_INTEGER_DIGITS = 20
MAX_BRACKETS = 150_000
MAX_COMMAS = 400_000
"""Counted before parsing, texts included. 8 MB of ``[],[],`` would become 3 million objects, 200 MB and 9 seconds;
the fullest captures of real pages stay below a tenth of this."""


def loads(body: bytes | str) -> Any:
    """Parse ``body`` or raise BadJson / BadNumber / TooMany."""
    try:
        raw = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
        if raw.count(b"[") + raw.count(b"{") > MAX_BRACKETS or raw.count(b",") > MAX_COMMAS:
            raise TooMany("The body has too many parts.")
        text = body.decode("utf-8") if isinstance(body, bytes) else body
        return json.loads(
            text,
            object_pairs_hook=_without_duplicates,
            parse_constant=_refuse_constant,
            parse_int=_bounded_int,
            parse_float=_finite_float,
        )
    except (UnicodeDecodeError, RecursionError, json.JSONDecodeError) as error:
        raise BadJson from error


def loads_object(body: bytes | str) -> dict[str, Any]:
    """Parse ``body``, which must be one JSON object."""
    value = loads(body)
    if not isinstance(value, dict):
        raise BadJson
    return value


def may_hold_halves(body: bytes) -> bool:
    """Whether JSON names half of a character beyond U+FFFF without the other half; an escaped backslash may deceive."""
    return any(found[1] for found in _HALVES.finditer(body))


def mend(value: Any) -> None:
    """Put U+FFFD in place of half characters (lone surrogates) in all texts below a parsed ``value``, in place.

    Instagram cuts texts in the middle of an emoji; what it says is a page's content and no reason to refuse it.
    """
    stack = [value]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            for key in [key for key in node if _HALF.search(key)]:
                node[_HALF.sub("\ufffd", key)] = node.pop(key)
        for place, below in node.items() if isinstance(node, dict) else enumerate(node):
            if isinstance(below, (dict, list)):
                stack.append(below)
            elif isinstance(below, str) and _HALF.search(below):
                node[place] = _HALF.sub("\ufffd", below)


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise BadJson("The body names a field twice.")
    return result


def _refuse_constant(_: str) -> NoReturn:
    raise BadNumber


def _bounded_int(digits: str) -> int:
    if len(digits) > MAX_INTEGER_DIGITS:
        raise BadJson("A number in the body has too many digits.")
    return int(digits)


def _finite_float(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise BadNumber
    return number
