"""How people ask to buy and how strangers offer: templates over canonical words (``grammar.json``).

Who asks whom decides, not the word: "cho em xin zalo" asks, "zalo em nhé" offers, "zalo mình lỗi hoài" is talk. A
template is looked at only where the comment holds its rarest word, so that most comments cost a few look-ups.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from msgspec import Struct

from server.samples.reading import CommentReading
from server.samples.text import canonical, fold

MAX_WORDS = 60
"""Words of a comment that are looked at; ``reading`` leaves hardly more."""
MAX_ASK_WORDS, MAX_WISH_WORDS = 30, 14
"""A longer comment tells a story in which somebody may have asked or wanted."""
LONG_PIECE = 6
"""Letters of a Thai or Korean piece, without signs, from which it is found however it is spelled."""
_GAPS = {
    "*": r"(?:\S+ ){0,3}",
    "**": r"(?:\S+ ){0,6}",
    "_": "<soft>{0,2}",
    "^": "^ <soft>{0,4}",
    "$": "<soft>{0,5}$",
}
_NAME = re.compile(r"<(\w+)>")
_VOWELS = "aeiouy"
_SHARED_MARKS = frozenset("áâãàçéêíóôõúüñ")
"""Letters of Vietnamese that Portuguese and Spanish write too, and those that only they write."""
_LETTERS = re.compile(r"[^\W\d_]+")


class Templates(Struct, frozen=True):
    """Compiled templates of one purpose, by a word that each needs."""

    by_word: dict[str, tuple[tuple[str, re.Pattern[str]], ...]]
    """(kind, pattern): ``kind`` is what the template stands for."""

    def kinds(self, line: str, words: Iterable[str]) -> set[str]:
        """The kinds with a template that ``line`` fits."""
        found: set[str] = set()
        for word in words:
            for kind, pattern in self.by_word.get(word, ()):
                if kind not in found and pattern.search(line):
                    found.add(kind)
        return found


class Unspaced(Struct, frozen=True):
    """Pieces of a script without spaces. Canonical Thai has no vowel signs and no tones: long pieces are found
    however they are spelled, short ones ("มีสี") only as they are written, since without their signs they are in
    many words."""

    long: tuple[str, ...]
    short: tuple[str, ...]

    def are_in(self, plain: str, written: str) -> bool:
        """``plain``: the canonical comment; ``written``: the same as typed, composed."""
        return any(piece in plain for piece in self.long) or any(piece in written for piece in self.short)


class Grammar(Struct, frozen=True):
    """All of ``grammar.json``, ready to be used."""

    ask: Templates
    want: Templates
    offer: Templates
    bought: Templates
    against_wish: Templates
    against_ask: Templates
    marked: dict[str, frozenset[str]]
    unspaced: dict[str, Unspaced]
    """Pieces of Thai and Korean by purpose ("ask", "offer", "no_ask": asked, but of nothing that is sold)."""


class Purpose(Struct, frozen=True):
    """What a comment is after."""

    asks: bool
    """Asks for price, stock, size, shipping, or where or how to buy."""
    wants: bool
    """Says that it wants to buy, or to be written to."""
    offers: frozenset[str]
    """Kinds of offers in it."""
    tells: bool
    """Tells how something bought arrived or wears."""


def purpose(reading: CommentReading) -> Purpose:
    """What the comment asks, wants and offers."""
    rules = grammar()
    words = _once(told_apart(reading, rules.marked))[:MAX_WORDS]
    line, known = f" {' '.join(words)} ", set(words)
    asks = (
        len(words) <= MAX_ASK_WORDS
        and bool(rules.ask.kinds(line, known))
        and not rules.against_ask.kinds(line, known)
    )
    wants = (
        len(words) <= MAX_WISH_WORDS
        and bool(rules.want.kinds(line, known))
        and not rules.against_wish.kinds(line, known)
    )
    offers = rules.offer.kinds(line, known)
    if not reading.plain.isascii():
        pieces, typed = rules.unspaced, unicodedata.normalize("NFC", reading.text)
        if not asks and not pieces["no_ask"].are_in(reading.plain, typed):
            asks = pieces["ask"].are_in(reading.plain, typed)
        if pieces["offer"].are_in(reading.plain, typed):
            asks, offers = False, offers | {"shop", "advice"}
    return Purpose(asks, wants, frozenset(offers), bool(rules.bought.kinds(line, known)))


@cache
def offer_kinds() -> tuple[str, ...]:
    """Every kind of offer, by name."""
    return tuple(sorted({kind for found in grammar().offer.by_word.values() for kind, _ in found}))


def _once(words: Sequence[str]) -> list[str]:
    """ "giá giá giá" is "giá": a word said again and again says it once."""
    return [word for place, word in enumerate(words) if place == 0 or word != words[place - 1]]


def told_apart(reading: CommentReading, marked: Mapping[str, frozenset[str]]) -> list[str]:
    """The words; one that its marks make another word ("bạn" is not "bán") is put out of reach, behind a "~"."""
    doubtful = marked.keys() & set(reading.words)
    if not doubtful or reading.text.isascii():
        return list(reading.words)
    written = unicodedata.normalize("NFC", reading.text.lower())
    forms: dict[str, set[str]] = defaultdict(set)
    for plain, form in map(_forms, _LETTERS.findall(written)):
        forms[plain].add(form)
    other = {word for word in doubtful if forms[word] and not forms[word] & marked[word]}
    known = {form for word in doubtful for form in forms[word] & marked[word]}
    if not other or not _is_vietnamese(written, known):
        return list(reading.words)
    return [f"~{word}" if word in other else word for word in reading.words]


def _is_vietnamese(written: str, known: set[str]) -> bool:
    """Whether the comment is written with Vietnamese marks; where it is not, words are compared without.

    Marks that Portuguese and Spanish have too ("empréstimo, chama no zap") tell it only in a word that is ``known``.
    """
    marked = {c for c in written if c > "\x7f" and c.isalpha() and fold(c).isascii()}
    return bool(marked - _SHARED_MARKS) or any(not form.isascii() for form in known)


@lru_cache(maxsize=1 << 14)
def _forms(word: str) -> tuple[str, str]:
    """The word without its marks, and with them."""
    return canonical(word), _unstretched(word)


def _unstretched(word: str) -> str:
    """ "giáaaa" is "giá", "còn n" is left: a marked letter swallows its bare repetitions and any its own."""
    kept = ""
    for letter in word:
        if kept and (letter == kept[-1] or (letter in _VOWELS and fold(kept[-1]) == letter)):
            continue
        kept += letter
    return kept


@cache
def grammar() -> Grammar:
    """The templates; read and compiled once."""
    raw: dict[str, Any] = json.loads(resources.files(__package__).joinpath("grammar.json").read_text("utf-8"))
    parts = {name: _entries(text) for name, text in raw["parts"].items()}
    wishes, asks = (
        {"": [entry.replace("_", " ") for entry in raw[name]["all"].split()]}
        for name in ("no_wish", "no_ask")
    )
    pieces = {
        use: _unspaced(" ".join(raw[block].get(use, "") for block in ("thai", "korean")))
        for use in ("ask", "offer", "no_ask")
    }
    return Grammar(
        _templates(_kinds(raw["ask"]), parts),
        _templates(_kinds(raw["want"]), parts),
        _templates(_kinds(raw["offer"]), parts),
        _templates({"": raw["bought"]["all"]}, parts),
        _templates(wishes, parts),
        _templates(asks, parts),
        {word: frozenset(forms.split()) for word, forms in _kinds(raw["marked"]).items()},
        pieces,
    )


def _kinds(block: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in block.items() if name != "note"}


def _entries(text: str) -> list[str]:
    return [canonical(entry.replace("_", " ")) for entry in text.split()]


def _unspaced(text: str) -> Unspaced:
    both = [(canonical(piece), unicodedata.normalize("NFC", piece)) for piece in text.split()]
    return Unspaced(
        tuple(plain for plain, _ in both if len(plain) >= LONG_PIECE),
        tuple(typed for plain, typed in both if len(plain) < LONG_PIECE),
    )


def _templates(by_kind: dict[str, list[str]], parts: dict[str, list[str]]) -> Templates:
    by_word: dict[str, list[tuple[str, re.Pattern[str]]]] = defaultdict(list)
    for kind, templates in by_kind.items():
        for template in templates:
            pattern = re.compile(_pattern(template, parts))
            for word in _needed(template, parts):
                by_word[word].append((kind, pattern))
    return Templates({word: tuple(found) for word, found in by_word.items()})


def _pattern(template: str, parts: dict[str, list[str]]) -> str:
    soft = f"(?:(?:{'|'.join(map(re.escape, parts['soft']))}) )"
    pieces = ["" if template.startswith("^") else " "]
    for piece in template.split():
        name = _NAME.fullmatch(piece)
        if name:
            entries = sorted(parts[name[1]], key=len, reverse=True)
            pieces.append(
                f"(?:{'|'.join(map(re.escape, entries))}) " + (_asked(parts) if piece == "<not>" else "")
            )
        elif piece in _GAPS:
            pieces.append(_GAPS[piece].replace("<soft>", soft))
        else:
            pieces.append(re.escape(canonical(piece)) + " ")
    return "".join(pieces)


def _asked(parts: dict[str, list[str]]) -> str:
    """Behind the "không" of a question: the end or a word of address; anything else makes it a plain "not"."""
    return f"(?=(?:{'|'.join(map(re.escape, parts['asked']))}) |$)"


def _needed(template: str, parts: dict[str, list[str]]) -> set[str]:
    """Words of which a fitting comment holds one: the longest plain word of the template, else its shortest list."""
    pieces = [piece for piece in template.split() if piece not in _GAPS]
    plain = [canonical(piece) for piece in pieces if not _NAME.fullmatch(piece)]
    hard = [word for word in plain if word not in parts["soft"]] or plain
    if hard:
        return {max(hard, key=len)}
    lists = [parts[piece[1:-1]] for piece in pieces]
    return {entry.split()[0] for entry in min(lists, key=len)}
