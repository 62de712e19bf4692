"""Writes server/parsing/locales/LANGUAGE.json: how a language writes numbers, from Unicode's CLDR by way of Babel.

    python scripts/make_locales.py            # all languages that have a file
    python scripts/make_locales.py sw         # a new one

What a person wrote into a file ("extra" suffixes, "words") stays as it is; "cldr" is written anew.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from babel import Locale, __version__
from babel.numbers import get_decimal_symbol, get_group_symbol

FOLDER = Path(__file__).resolve().parents[1] / "server" / "parsing" / "locales"
ZEROS = re.compile(r"0+")
BIDI = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))


def affix(text: str) -> str:
    """A suffix as it is compared: no quotes, no bidi marks, plain lower case, single spaces."""
    return " ".join(text.replace("'", "").translate(BIDI).split()).casefold()


def scales(locale: Locale) -> tuple[dict[str, int], dict[str, int]]:
    """What stands behind and before a compact number, and the factor it means."""
    suffixes: dict[str, int] = {}
    prefixes: dict[str, int] = {}
    for style in ("short", "long"):
        for plural in locale.compact_decimal_formats.get(style, {}).values():
            for magnitude, pattern in plural.items():
                text = str(getattr(pattern, "pattern", pattern)).split(";", maxsplit=1)[0]
                zeros = ZEROS.search(text)
                if not zeros:
                    continue
                factor = int(magnitude) // 10 ** (len(zeros.group()) - 1)
                before, after = affix(text[: zeros.start()]), affix(text[zeros.end() :])
                if factor > 1 and after and not before:
                    suffixes.setdefault(after, factor)
                elif factor > 1 and before and not after:
                    prefixes.setdefault(before, factor)
    return suffixes, prefixes


def digits(locale: Locale) -> str:
    """The language's own ten digits where they are not 0-9."""
    names = {"arab": "\u0660", "arabext": "\u06f0", "beng": "\u09e6", "deva": "\u0966", "mymr": "\u1040"}
    system = locale.default_numbering_system
    zero = names.get(system)
    if locale.language == "ar":  # CLDR's default for "ar" is Latin; Egypt and the Levant write their own
        zero = names["arab"]
    if locale.language == "hi":
        zero = names["deva"]
    if zero is None:
        return ""
    return "".join(chr(ord(zero) + i) for i in range(10))


def table(language: str) -> dict[str, Any]:
    locale = Locale.parse(language.replace("-", "_"))
    suffixes, prefixes = scales(locale)
    return {
        "decimal": get_decimal_symbol(locale, numbering_system="latn"),
        "group": get_group_symbol(locale, numbering_system="latn"),
        "digits": digits(locale),
        "suffixes": dict(sorted(suffixes.items(), key=lambda item: (item[1], item[0]))),
        "prefixes": dict(sorted(prefixes.items(), key=lambda item: (item[1], item[0]))),
        "source": f"CLDR, by Babel {__version__}",
    }


def write(language: str) -> None:
    path = FOLDER / f"{language}.json"
    kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
    kept["cldr"] = table(language)
    path.write_text(json.dumps(dict(sorted(kept.items())), ensure_ascii=False, indent=1) + "\n", "utf-8")


def main(names: list[str]) -> None:
    for language in names or sorted(path.stem for path in FOLDER.glob("*.json")):
        write(language)


if __name__ == "__main__":
    main(sys.argv[1:])
