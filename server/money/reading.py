"""The one reader of money: a text as people write prices, to a Price; what is doubtful comes with what else it may be.

Never silently another number: what the grammar does not understand stays a text without an amount.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from server.money.currencies import CURRENCIES, WITHOUT_CENTS, code_of
from server.money.doubts import alternatives
from server.money.ends import Span, TwoCurrencies, open_ends, spans_of
from server.money.records import MAX_TEXT, MOST, Price
from server.money.tokens import Reader, Unclear
from server.money.words import COUNTED, FILLERS, FREE, NOTHING, net_of

_FULL_WIDTH = {0xFF00 + code: 0x20 + code for code in range(1, 0x5F)}
_SIGNS = str.maketrans(dict.fromkeys("‐‑‒–—−―", "-") | dict.fromkeys("’‘`´", "'") | dict.fromkeys("≈～", "~"))
_LONE = re.compile(r"\b(?:vnđ|" + "|".join(code.lower() for code in CURRENCIES) + r")\b")


class PriceReading(Struct, frozen=True):
    """What a text says."""

    price: Price | None
    """None where nothing is written ("-", "?"), and where the text as it stands can be no price ("2,5" đồng)."""
    others: tuple[Price, ...] = ()
    """What it may mean instead, the likeliest first. Not empty: ask before anything is kept."""

    @property
    def is_clear(self) -> bool:
        return not self.others

    @property
    def kept_as_text(self) -> bool:
        """Whether there are words but no amount."""
        return self.is_clear and self.price is not None and not self.price.has_amount


@lru_cache(maxsize=1_024)
def read(text: str, usual: str = "VND", said: str | None = None) -> PriceReading:
    """Read ``text``; ``usual`` is the currency of a bare number, ``said`` one that stands elsewhere (a column).

    A list asks the same few prices again and again: those that were read last are remembered.
    Raises ValueError where ``said`` and the text name two currencies, or for a text over ``MAX_TEXT`` characters.
    """
    if len(text) > MAX_TEXT:
        raise ValueError("too long")
    kept = text.strip()
    plain = normal(kept)
    if NOTHING.fullmatch(plain):
        return PriceReading(None)
    if plain.strip(" .!") in FREE:
        return PriceReading(Price(0, 0, said or usual, kept))
    found = _found(plain, kept, usual, said)
    return found or PriceReading(Price(None, None, None, kept, net_of(plain)))


def _found(plain: str, kept: str, usual: str, said: str | None) -> PriceReading | None:
    """The reading of a text with one price in it that can be told; None for any other text."""
    try:
        span = _only_span(plain)
    except (Unclear, TwoCurrencies):
        return None
    if span is None or not _within(span):
        return None
    named = span.currency or _lone_currency(plain)
    if said is not None and named not in (None, said):
        raise ValueError("two currencies")
    code = said or named or ("VND" if span.vietnamese else usual)
    likelier = alternatives(span, code, named=named is not None)
    net = net_of(plain)
    others = tuple(_price(other, currency, kept, net) for other, currency in likelier)
    if _has_parts(span, code):
        return PriceReading(None, others) if others else None
    return PriceReading(_price(span, code, kept, net), others)


def normal(text: str) -> str:
    """Lower case in NFC, full-width letters as plain ones, every kind of blank and dash as one.

    A new line parts as a semicolon does: an amount never goes on behind it.
    """
    plain = " ; ".join(line for line in text.translate(_FULL_WIDTH).casefold().splitlines() if line.strip())
    return " ".join(unicodedata.normalize("NFC", plain.translate(_SIGNS)).split())


def _only_span(plain: str) -> Span | None:
    """The one price of the text; None where there is none or more than one. Raises Unclear."""
    reader = Reader(plain)
    amounts = reader.amounts()
    spans = spans_of(amounts, reader)
    firm = [span for span in spans if not span.is_bare]
    if len(spans) != 1 or not (firm or _says_only_a_number(spans[0], reader)):
        return None
    return open_ends(spans[0], reader)


def _says_only_a_number(span: Span, reader: Reader) -> bool:
    """Whether the words beside a bare number leave no doubt that it is the price."""
    beside = [at for at in range(len(reader.tokens)) if not span.first <= at < span.end]
    return all(_says_nothing(at, reader) for at in beside)


def _says_nothing(at: int, reader: Reader) -> bool:
    """Whether a token says nothing against the number beside it being the price."""
    token = reader.tokens[at]
    if token.kind == "word":
        return token.text in FILLERS | COUNTED or code_of(token.text) is not None
    if token.kind == "sign":
        return token.text not in "_#@*^'"
    return reader.word(at + 1) in COUNTED or reader.word(at + 1) == "%"


def _lone_currency(plain: str) -> str | None:
    """A currency that stands apart, "(VND)", where it is the only one."""
    codes = {code_of(word) for word in _LONE.findall(plain)}
    return codes.pop() if len(codes) == 1 else None


def _price(span: Span, currency: str, kept: str, net: bool | None) -> Price:
    return Price(_plain(span.low), _plain(span.high), currency, kept, net)


def _plain(value: Decimal | None) -> float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _has_parts(span: Span, currency: str) -> bool:
    """Whether an end has decimals in a currency that is never parted."""
    ends = [end for end in (span.low, span.high) if end is not None]
    return currency in WITHOUT_CENTS and any(end != end.to_integral_value() for end in ends)


def _within(span: Span) -> bool:
    ends = [end for end in (span.low, span.high) if end is not None]
    return all(end <= MOST for end in ends) and ends == sorted(ends)
