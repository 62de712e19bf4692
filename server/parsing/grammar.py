"""Which number grammars a page calls for: its own, its language's from CLDR, and the little that all agree on."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from server.parsing.counts import ASCII_DIGITS, LATIN, NumberGrammar, fold
from server.parsing.document import Document, Script
from server.parsing.markup import text_of

_COMPACT = b'"IntlCompactDecimalNumberFormatConfig"'
_FORMAT = b'"NumberFormatConfig"'
_LOCALE = b'"IntlCurrentLocale"'
_CONFIG_BYTES = (4 * 1024, 64 * 1024)
"""How much is read of an object whose end is not known: most are short, and what is read is copied and decoded."""
_MAX_MENTIONS = 8
_DECODER = json.JSONDecoder()


class PageGrammar(Struct, frozen=True):
    """All that is needed to read the numbers of one page."""

    language: str | None
    """Of the texts on the page, e.g. "vi"; None where nothing names it."""
    shown: tuple[NumberGrammar, ...]
    """For numbers in the page, best first."""
    meta: tuple[NumberGrammar, ...]
    """For the description metas: Latin K and M first, whatever the language."""


def grammar_of(document: Document) -> PageGrammar:
    """The grammars of a page; a page without language and grammar still gives what all languages agree on."""
    language = _language(document)
    own = _own_grammar(document.configured)
    known = cldr(language)
    shown = (*(g for g in (own, known) if g), agreed())
    return PageGrammar(language, shown, (LATIN, *shown))


@lru_cache(1024)
def words(language: str | None, kind: str) -> frozenset[str]:
    """Fixed texts of the interface ("private", "verified", ...) in a language and in English; without a language, all."""
    names = {*_fallbacks(language), "en"} if language else languages()
    return frozenset(
        word for name in names & languages() for word in _file(name).get("words", {}).get(kind, [])
    )


@cache
def languages() -> frozenset[str]:
    """The languages that have a table: the files of the folder."""
    folder = resources.files("server.parsing") / "locales"
    return frozenset(
        item.name.removesuffix(".json") for item in folder.iterdir() if item.name.endswith(".json")
    )


@lru_cache(128)
def cldr(language: str | None) -> NumberGrammar | None:
    """The table of a language, "pt-br" falling back to "pt"."""
    for name in _fallbacks(language):
        if name in languages():
            return _grammar(name)
    return None


@cache
def agreed() -> NumberGrammar:
    """Suffixes that mean the same wherever they are used; the others are named as ambiguous."""
    factors: dict[str, set[int]] = defaultdict(set)
    for name in languages():
        for suffix, factor in _grammar(name).suffixes.items():
            factors[suffix].add(factor)
    sure = {suffix: found.copy().pop() for suffix, found in factors.items() if len(found) == 1}
    unsure = frozenset(suffix for suffix, found in factors.items() if len(found) > 1)
    return NumberGrammar("any", ".", ",", ASCII_DIGITS, MappingProxyType(sure), ambiguous=unsure)


def _fallbacks(language: str | None) -> tuple[str, ...]:
    if not language:
        return ()
    tag = language.replace("_", "-")
    base = tag.split("-")[0].lower()
    by_case = {name.lower(): name for name in languages()}
    special = {"zh-tw": "zh-hant", "zh-hk": "zh-hant", "no": "nb", "tl": "fil", "iw": "he", "in": "id"}
    names = (special.get(tag.lower(), tag.lower()), special.get(base, base))
    return tuple(dict.fromkeys(by_case[name] for name in names if name in by_case))


def words_of_screens(language: str) -> frozenset[str]:
    """The single words of Instagram's own screens in a language and in English, in lower case, with marks of numbers."""
    found: set[str] = set()
    for name in {*_fallbacks(language), "en"} & languages():
        table = _file(name)
        numbers = (table["cldr"], table.get("extra", {}))
        marks = [mark for part in numbers for kind in ("suffixes", "prefixes") for mark in part.get(kind, {})]
        phrases = [phrase for spoken in table.get("words", {}).values() for phrase in spoken]
        found.update(
            word for text in (*marks, *phrases) for word in re.findall(r"[^\W\d_]+", text.casefold())
        )
    return frozenset(found)


@cache
def _file(name: str) -> dict[str, Any]:
    path = resources.files("server.parsing") / "locales" / f"{name}.json"
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


@cache
def _grammar(name: str) -> NumberGrammar:
    table = _file(name)
    numbers = table["cldr"]
    suffixes = {**numbers["suffixes"], **table.get("extra", {}).get("suffixes", {})}
    return NumberGrammar(
        name=f"cldr:{name}",
        decimal=numbers["decimal"],
        group=numbers["group"],
        digits=numbers["digits"] or ASCII_DIGITS,
        suffixes=MappingProxyType(suffixes),
        prefixes=MappingProxyType(numbers["prefixes"]),
    )


# --- the grammar that the page embeds -----------------------------------------------------------------------


def _language(document: Document) -> str | None:
    code = _config(document.configured, _LOCALE).get("code")
    return code if isinstance(code, str) and code else document.attribute_of_html("lang")


def _own_grammar(scripts: Sequence[Script]) -> NumberGrammar | None:
    patterns = _config(scripts, _COMPACT).get("short_patterns")
    format_config = _config(scripts, _FORMAT)
    if not isinstance(patterns, dict):
        return None
    suffixes, prefixes = _scales(patterns)
    decimal, group = format_config.get("decimalSeparator"), format_config.get("numberDelimiter")
    return NumberGrammar(
        name="page",
        decimal=decimal if isinstance(decimal, str) and decimal else ".",
        group=group if isinstance(group, str) and group else ",",
        digits=_digits(format_config.get("numberingSystemData")),
        suffixes=MappingProxyType(suffixes),
        prefixes=MappingProxyType(prefixes),
    )


def _scales(patterns: dict[str, Any]) -> tuple[dict[str, int], dict[str, int]]:
    """Factor by suffix and by prefix: at 10**e with d digits before the mark, the unit is 10**(e - d + 1)."""
    suffixes: dict[str, int] = {}
    prefixes: dict[str, int] = {}
    for exponent, plurals in list(patterns.items())[:20]:
        if not exponent.isdecimal() or not isinstance(plurals, dict) or len(exponent) > 2:
            continue
        for pattern in list(plurals.values())[:8]:
            if not isinstance(pattern, dict):
                continue
            power = int(exponent) - _small_int(pattern.get("min_integer_digits"), 1) + 1
            for table, key in ((suffixes, "positive_suffix_pattern"), (prefixes, "positive_prefix_pattern")):
                text = pattern.get(key)
                mark = fold(text.replace("'", "")) if text and isinstance(text, str) else ""
                if mark and 0 < power <= 15:
                    table.setdefault(mark, 10**power)
    return suffixes, prefixes


def _small_int(value: Any, default: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 20 else default


def _digits(data: Any) -> str:
    """The page's own digits; the config holds them as a text of ten, plain or under "digits"."""
    text = data.get("digits") if isinstance(data, Mapping) else data
    is_ten = isinstance(text, str) and len(text) == 10 and all(c.isdecimal() for c in text)
    return text if is_ten and isinstance(text, str) else ASCII_DIGITS


def _config(scripts: Sequence[Script], name: bytes) -> dict[str, Any]:
    """The object behind ``["Name",[],{...},id]``, from the first script that has it so."""
    for script in scripts:
        start = script.find(name)
        for _ in range(_MAX_MENTIONS):
            if start < 0:
                break
            brace = script.page.find(b"{", start, start + 200)
            between = script.page[start + len(name) : brace] if brace > 0 else b""
            if b"[" in between and not between.strip(b",[] \n\t\r"):
                return _object_at(script.page, brace)
            start = script.page.find(name, start + len(name), script.end)
    return {}


def _object_at(page: bytes, brace: int) -> dict[str, Any]:
    for size in _CONFIG_BYTES:
        with suppress(ValueError, RecursionError):  # what is cut is no JSON
            value, _ = _DECODER.raw_decode(text_of(page[brace : brace + size]))
            return value if isinstance(value, dict) else {}
    return {}
