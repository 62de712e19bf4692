"""Reads a number as people see it: "1,137,245", "12,3 N", "1.2万", "686 млн".

The grammar that the page embeds comes first, then CLDR's for the page's language. A compact number is the interval of
all numbers that may be shown like this, because both rounding and truncation occur. What cannot be read without
guessing is refused with a reason.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from types import MappingProxyType

from msgspec import Struct

from server.facts import MAX_COUNT, Count, CountSource, Unread, exact_count

ASCII_DIGITS = "0123456789"
MAX_TEXT = 2_000
MAX_TOKENS = 40
MAX_LABEL = 40
MAX_RAW = 80
"""Characters of a text that are kept as evidence."""
_LONGEST_SUFFIX = 24
_PLAIN_DIGITS = 11
"""Of a number below ``MAX_COUNT``, whatever they are."""
_STOP = re.compile('[,;\u060c\u3001\uff0c"\u201c\u201d|\n]|\\s[-\u2010-\u2015\u2022\u00b7]\\s|\\s\\(')
"""What ends the words behind a number."""
_SPACES = " \u00a0\u202f\u2009"
_SEPARATOR = re.compile(rf"[.,\u066b\u066c'\u2019{_SPACES}]")
INVISIBLE = dict.fromkeys(
    map(ord, "\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
)
# Digits with single separators between them; a space separates only in front of exactly three digits.
_NUMBER = re.compile(rf"[0-9]+(?:[.,\u066b\u066c'\u2019][0-9]+|[{_SPACES}][0-9]{{3}}(?![0-9]))*", re.ASCII)


@dataclass(frozen=True, slots=True)
class NumberGrammar:
    """How one language, or one page, writes numbers."""

    name: str
    """"page", "cldr:vi", "latin" or "any"."""
    decimal: str = "."
    group: str = ","
    digits: str = ASCII_DIGITS
    suffixes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Factor by suffix, spaces and case folded."""
    prefixes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    ambiguous: frozenset[str] = frozenset()
    """Suffixes that mean different factors in different languages."""
    by_letter: Mapping[str, Sequence[str]] = field(init=False, repr=False)
    """Suffixes of either kind by their first letter, the longest first: most words begin like none."""

    def __post_init__(self) -> None:
        by_letter: dict[str, list[str]] = defaultdict(list)
        for suffix in sorted({*self.suffixes, *self.ambiguous}, key=len, reverse=True):
            by_letter[suffix[:1]].append(suffix)
        object.__setattr__(self, "by_letter", MappingProxyType(dict(by_letter)))


LATIN = NumberGrammar("latin", suffixes=MappingProxyType({"k": 10**3, "m": 10**6}))
"""The form of the description metas in every language seen. No account needs a billion; "B" is a thousand in Turkish."""


class Place(Struct, frozen=True):
    """What a number is, and where it stood."""

    field: str
    source: CountSource
    locator: str


class NumberToken(Struct, frozen=True):
    """One number found in a text, not yet weighed."""

    digits: str
    """The number with its separators, ASCII digits."""
    before: str
    after: str
    """The text up to the next number."""

    @property
    def raw(self) -> str:
        """The number and what it is of, as evidence."""
        return self.digits + _label(self.after)


class GrammarRefused(Exception):
    """A grammar cannot read a number; never seen outside this module."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def read_count(text: str, grammars: Sequence[NumberGrammar], place: Place) -> Count | Unread:
    """The one number that ``text`` consists of, with or without words around it."""
    raw = text.strip()
    if len(raw) <= _PLAIN_DIGITS and raw.isascii() and raw.isdigit():  # what most numbers on a page are
        return exact_count(int(raw), place.source, place.locator, raw)
    tokens = list(find_numbers(raw, grammars))
    if not tokens:
        foreign = any(c.isdecimal() or c.isdigit() for c in raw[:MAX_TEXT])
        return Unread(place.field, in_whole_words(raw), "foreign_digits" if foreign else "malformed")
    return count_of(tokens[0], grammars, place, raw if len(tokens) == 1 else None)


def count_of(
    token: NumberToken, grammars: Sequence[NumberGrammar], place: Place, raw: str | None = None
) -> Count | Unread:
    """A found number as a Count, by the first grammar that knows its unit; without a unit it is an integer."""
    shown = in_whole_words(raw or token.raw)
    behind = fold(token.after[:_LONGEST_SUFFIX])
    units = ((g, factor) for g in grammars if (factor := _unit(token.before, behind, g)) is not None)
    grammar, factor = next(units, (None, 1))
    try:
        if grammar is not None:
            value, low, high = _with_unit(token, factor, grammar)
        else:
            value, low, high = _without_unit(token, behind, grammars)
    except GrammarRefused as refused:
        return Unread(place.field, shown, refused.reason)
    if value > MAX_COUNT:
        return Unread(place.field, shown, "out_of_range")
    rule = grammar.name if grammar else "integer"
    return Count(value, low, high, low == high, place.source, shown, place.locator, rule)


def find_numbers(text: str, grammars: Sequence[NumberGrammar]) -> Iterator[NumberToken]:
    """The numbers of a text in order, each with the words around it."""
    clean = _clean(text, grammars)
    matches = list(islice(_NUMBER.finditer(clean), MAX_TOKENS))
    for index, match in enumerate(matches):
        previous = matches[index - 1].end() if index else 0
        following = matches[index + 1].start() if index + 1 < len(matches) else len(clean)
        yield NumberToken(match.group(), clean[previous : match.start()], clean[match.end() : following])


def has_number(text: str, grammars: Sequence[NumberGrammar]) -> bool:
    """True where ``find_numbers`` finds one."""
    return _NUMBER.search(_clean(text, grammars)) is not None


def _clean(text: str, grammars: Sequence[NumberGrammar]) -> str:
    clean = text[:MAX_TEXT]
    return clean if clean.isascii() else to_ascii_digits(clean, grammars).translate(INVISIBLE)


def _label(after: str) -> str:
    """What a number is of, in whole words: up to the next stop, at most MAX_LABEL characters."""
    if not after:
        return after
    return in_whole_words(_STOP.split(after, maxsplit=1)[0].rstrip(), MAX_LABEL)


def in_whole_words(text: str, limit: int = MAX_RAW) -> str:
    """A text cut at ``limit`` characters, in front of the word that would be cut; one long word is cut."""
    if len(text) <= limit:
        return text
    end = text.rfind(" ", 1, limit + 1)
    return text[: end if end > 0 else limit].rstrip()


def is_bare(text: str, grammars: Sequence[NumberGrammar]) -> bool:
    """True for a text that is one number with at most a unit: no word says what it counts."""
    tokens = list(find_numbers(text, grammars))
    if len(tokens) != 1:
        return False
    before, after = fold(tokens[0].before), fold(tokens[0].after)
    known_before = not before or any(before in grammar.prefixes for grammar in grammars)
    return known_before and (not after or any(after in g.suffixes or after in g.ambiguous for g in grammars))


def to_ascii_digits(text: str, grammars: Sequence[NumberGrammar]) -> str:
    """The language's own digits as 0-9; digits of other scripts stay and are not read."""
    if text.isascii():
        return text
    for grammar in grammars:
        if grammar.digits != ASCII_DIGITS:
            text = text.translate(str.maketrans(grammar.digits, ASCII_DIGITS))
    return text


def fold(text: str) -> str:
    """A suffix as it is compared."""
    return " ".join(text.split()).lower() if text.isascii() else _folded(text)


@lru_cache(256)
def _folded(text: str) -> str:
    """The words behind the numbers of all pages of a language are the same few."""
    return " ".join(unicodedata.normalize("NFC", text).translate(INVISIBLE).split()).casefold()


# --- one number ---------------------------------------------------------------------------------------------


def _without_unit(token: NumberToken, behind: str, grammars: Sequence[NumberGrammar]) -> tuple[int, int, int]:
    """Value, lowest and highest number of an integer; raises Refused where what stands behind it may be a unit."""
    if token.before.strip() in ("-", "\u2212"):
        raise GrammarRefused("malformed")
    if any(_suffix(behind, g, g.ambiguous) is not None for g in grammars):
        raise GrammarRefused("ambiguous_suffix")
    if not token.before.strip() and _is_like_a_unit(fold(token.after)):
        raise GrammarRefused("unknown_suffix")  # nothing but a number and a unit that no grammar has
    value = _grouped_integer(token.digits)
    return value, value, value


def _is_like_a_unit(after: str) -> bool:
    """True for one short word without any sign around it."""
    alone = 0 < len(after) <= 4 and " " not in after and after.strip("+.,;:()·•-–—") == after
    return alone and not _is_ideographic(after[-1])


def _with_unit(token: NumberToken, factor: int, grammar: NumberGrammar) -> tuple[int, int, int]:
    """Value, lowest and highest number that may be shown so; raises Refused."""
    if token.before.strip() in ("-", "\u2212"):
        raise GrammarRefused("malformed")
    whole, fraction = _mantissa(token.digits, grammar)
    unit = factor // 10 ** len(fraction)
    if unit == 0:
        raise GrammarRefused("malformed")
    value = int(whole + fraction) * unit
    low = value - unit // 2
    if low < factor <= value:
        # Below one whole factor the next smaller unit is shown, rounded at worst to a twentieth.
        low = max(low, factor - factor // 20)
    return value, max(low, 0), value + unit - 1


def _unit(before: str, behind: str, grammar: NumberGrammar) -> int | None:
    """The factor that a number's unit stands for in a grammar, or None where it knows none there. ``behind`` is folded."""
    suffix = _suffix(behind, grammar, grammar.suffixes)
    if suffix is not None:
        return grammar.suffixes[suffix]
    if not grammar.prefixes or not before:
        return None
    before = fold(before)
    found = (f for prefix, f in grammar.prefixes.items() if before == prefix or before.endswith(f" {prefix}"))
    return next(found, None)


def _suffix(behind: str, grammar: NumberGrammar, kind: Collection[str]) -> str | None:
    """The longest suffix of one kind at the start of a folded text."""
    for suffix in grammar.by_letter.get(behind[:1], ()):
        if behind.startswith(suffix) and suffix in kind and _ends(suffix, behind):
            return suffix
    return None


def _ends(start: str, text: str) -> bool:
    return not _goes_on(start[-1], text[len(start) : len(start) + 1])


def _goes_on(last: str, following: str) -> bool:
    """True where a word that merely begins like a suffix goes on in the same script ("m" in "mutual")."""
    if not following.isalpha() or not last.isalpha():
        return False
    return not _is_ideographic(last) and _script(following) == _script(last)


def _is_ideographic(letter: str) -> bool:
    """True for scripts that write words without spaces: a unit ends where it ends."""
    return _script(letter) in ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")


@lru_cache(1024)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


def _grouped_integer(digits: str) -> int:
    """A number without a unit counts things: every separator groups, in threes (or 2-2-3 as in India)."""
    if digits.isdigit():
        return int(digits) if len(digits) <= 18 else MAX_COUNT + 1
    parts = _SEPARATOR.split(digits)
    kinds = {" " if c in _SPACES else c for c in digits if not c.isdigit()}
    middle_ok = all(len(part) == 3 for part in parts[1:-1]) or all(len(part) == 2 for part in parts[1:-1])
    if len(kinds) != 1 or len(parts[-1]) != 3 or not middle_ok or not 1 <= len(parts[0]) <= 3:
        raise GrammarRefused("malformed")
    return int("".join(parts)) if len(digits) <= 24 else MAX_COUNT + 1


def _mantissa(digits: str, grammar: NumberGrammar) -> tuple[str, str]:
    """The digits before and after the decimal mark of a number that has a unit."""
    if digits.isdigit():
        return digits, ""
    marks = [c for c in digits if not c.isdigit()]
    whole, _, fraction = digits.rpartition(marks[-1])
    if len(marks) == 1 and len(fraction) < 3:
        return whole, fraction  # "12.5K" and "12,5K" cannot mean anything else
    if marks[-1] == grammar.decimal:
        return str(_grouped_integer(whole)), fraction
    if grammar.name != "any" and (grammar.group in marks or marks[-1] in _SPACES):
        return str(_grouped_integer(digits)), ""
    raise GrammarRefused("ambiguous_suffix")
