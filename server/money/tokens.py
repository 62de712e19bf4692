"""The pieces of a text with a price in it: digits, words, signs; and the amounts that they make."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from msgspec import Struct

from server.money.currencies import MOST_WORDS, code_of
from server.money.numbers import MAX_DIGITS, read_number
from server.money.words import COUNTED, DATES, DIGITS, FILLERS, HALVES, METRICS, NEUTRAL_UNITS, UNITS

TokenKind = Literal["number", "word", "sign"]
_TOKEN = re.compile(
    r"(?P<number>[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?|[0-9]+(?:[.,'][0-9]+)*)"
    r"|(?P<word>(?:us|nt|hk|s|a|c)\$|[^\W\d_]+)"
    r"|(?P<sign>->|>=|<=|\S)"
)


class Token(NamedTuple):
    """A piece of a text, and where it stands."""

    kind: TokenKind
    text: str
    start: int
    end: int


class Amount(Struct, frozen=True):
    """One amount in a text: tokens ``first`` to before ``end``."""

    value: Decimal
    first: int
    end: int
    other: Decimal | None = None
    """What it could be instead, where a separator can be read in two ways."""
    unit: int = 1
    currency: str | None = None
    vietnamese: bool = False
    """Whether its unit is a Vietnamese word, which says đồng."""

    @property
    def is_bare(self) -> bool:
        return self.unit == 1 and self.currency is None


LEAST_PRICE = 10_000
"""A bare number from here on is a price, "5.000.000 ảnh"; a smaller one counts what is named behind it."""


class Unclear(Exception):
    """Digits that this grammar does not understand: nothing of the text is believed then."""


def tokens_of(text: str) -> list[Token]:
    """``text`` in lower case as tokens; blanks only part them."""
    found = []
    for match in _TOKEN.finditer(text):
        kind: TokenKind = "number" if match["number"] else "word" if match["word"] else "sign"
        found.append(Token(kind, match[0], match.start(), match.end()))
    return found


class Reader:
    """Walks over tokens once and collects the amounts of money. Raises Unclear."""

    def __init__(self, text: str) -> None:
        self.tokens = tokens_of(text)

    def amounts(self) -> list[Amount]:
        """All that may be money, in order; what counts posts or followers, a share or a telephone is left out."""
        found: list[Amount] = []
        at = 0
        while at < len(self.tokens):
            amount = self._amount(at)
            if amount is None:
                at += 1
                continue
            if not self._is_other_thing(amount):
                found.append(amount)
            at = amount.end
        return found

    def word(self, at: int) -> str:
        """The token's text; "" beyond the ends."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def is_glued(self, at: int) -> bool:
        """Whether nothing stands between this token and the one before."""
        return 0 < at < len(self.tokens) and self.tokens[at].start == self.tokens[at - 1].end

    def _kind(self, at: int) -> TokenKind | None:
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else None

    def _amount(self, at: int) -> Amount | None:
        """The amount that begins at this token: ``[currency] number [unit [tail]] [currency]``."""
        length, currency = self._currency(at)
        if self._kind(at + length) != "number" or (length and self._joins_the_number_before(at)):
            return None
        first, at = at, at + length
        self._refuse_glue_before(first)
        value, other, unit, vietnamese, end = self._scaled(at)
        if currency is None:
            length, currency = self._currency(end)
            end += length
        self._refuse_glue_behind(end)
        return Amount(value, first, end, other, unit, currency, vietnamese)

    def _joins_the_number_before(self, at: int) -> bool:
        """ "100$ 200": the sign belongs to the number before it, where it stands close to that one."""
        return self._kind(at - 1) == "number" and self.is_glued(at)

    def _scaled(self, at: int) -> tuple[Decimal, Decimal | None, int, bool, int]:
        """A number with its units: value, other reading, largest unit, whether in Vietnamese, and the end."""
        number = read_number(self.word(at))
        if number is None:
            if len(self.word(at)) > MAX_DIGITS or not self.word(at).isdigit():
                raise Unclear
            return Decimal(0), None, 1, False, at + 1
        unit, vietnamese, end = self._unit(at + 1)
        if unit == 1:
            return number.value, number.other, 1, False, end
        value = number.value * unit
        other = None if number.other is None else number.other * unit
        more, end = self._tail(unit, end)
        return value + more, None if other is None else other + more, unit, vietnamese, end

    def _unit(self, at: int) -> tuple[int, bool, int]:
        """Factor, whether it is Vietnamese, and the end: "k", "triệu", "trăm nghìn"; "kđ" ends behind its "k"."""
        word = self.word(at)
        if self._kind(at) != "word":
            return 1, False, at
        if word in UNITS:
            factor, vietnamese, end = UNITS[word], word not in NEUTRAL_UNITS, at + 1
            if factor == 100:
                return self._hundred(end)
            if self.word(end) == "." and self.is_glued(end) and word in ("tr", "k"):
                end += 1
            return factor, vietnamese, end
        for length in range(len(word) - 1, 0, -1):
            if word[:length] in UNITS and code_of(word[length:]):
                self._split(at, length)
                return self._unit(at)
        return 1, False, at

    def _hundred(self, end: int) -> tuple[int, bool, int]:
        """ "trăm nghìn"; and "5 trăm", said of a price in đồng, is five hundred thousand too."""
        if UNITS.get(self.word(end)) == 1_000:
            _, _, end = self._unit(end)
            return 100_000, True, end
        _, currency = self._currency(end)
        return (100 if currency else 100_000), currency is None, end

    def _split(self, at: int, length: int) -> None:
        """ "kđ" as unit and currency."""
        token = self.tokens[at]
        middle = token.start + length
        parts = (
            Token("word", token.text[:length], token.start, middle),
            Token("word", token.text[length:], middle, token.end),
        )
        self.tokens[at : at + 1] = parts

    def _tail(self, unit: int, at: int) -> tuple[Decimal, int]:
        """What follows a unit: "rưỡi", the "5" of "2tr5", the "500" of "2 triệu 500", or a smaller unit's amount."""
        if self.word(at) in HALVES:
            if self.word(at + 1) in UNITS:
                raise Unclear
            return Decimal(unit) / 2, at + 1
        if self.word(at) in DIGITS:
            return self._spoken(unit, at)
        digits = self.word(at)
        if self._kind(at) != "number":
            return Decimal(0), at
        smaller, _, end = self._unit(at + 1)
        number = read_number(digits)
        if 1 < smaller < unit and number is not None and number.value * smaller < unit:
            self._refuse_second_price(at, end)
            more, end = self._tail(smaller, end)
            return number.value * smaller + more, end
        if smaller == 1 and self._is_tail(digits, unit, at):
            return Decimal(int(digits)) * unit / 10 ** len(digits), at + 1
        if self.is_glued(at):
            raise Unclear
        return Decimal(0), at

    def _spoken(self, unit: int, at: int) -> tuple[Decimal, int]:
        """The "hai" of "1 triệu hai"; "2tr một bài" and "2tr năm 2024" have none. Raises Unclear."""
        if self.word(at + 1) in COUNTED or self._kind(at + 1) == "number":
            return Decimal(0), at
        if self.word(at) == "năm" or not self._ends(at + 1):
            raise Unclear
        return Decimal(DIGITS[self.word(at)] * unit) / 10, at + 1

    def _ends(self, at: int) -> bool:
        """Whether an amount can end before this token: nothing that would belong to it follows."""
        following = self.word(at)
        return following in ("", ")", ",", ";", "/") or bool(code_of(following))

    def _is_tail(self, digits: str, unit: int, at: int) -> bool:
        if not digits.isdigit() or len(digits) > 3:
            return False
        if self.is_glued(at):
            return True
        return unit >= 10**6 and len(digits) in (1, 3) and self._ends(at + 1) and self.word(at + 1) != "/"

    def _currency(self, at: int) -> tuple[int, str | None]:
        """How many tokens from here on name a currency, and its code."""
        for length in range(MOST_WORDS.get(self.word(at), 0), 0, -1):
            words = " ".join(token.text for token in self.tokens[at : at + length])
            code = code_of(words) if at + length <= len(self.tokens) else None
            if code:
                return length, code
        return 0, None

    def _refuse_glue_before(self, first: int) -> None:
        """ "x3tr" and "-5" are not understood; a dash behind another amount makes a range."""
        if not self.is_glued(first):
            return
        before = self.word(first - 1)
        if before in (".", ","):
            raise Unclear
        if before == "-":
            ended = self.word(first - 2)
            if self._kind(first - 2) != "number" and ended not in UNITS and code_of(ended) is None:
                raise Unclear
        elif before in ("_", "#", "@") or (self._kind(first - 1) == "word" and before not in FILLERS):
            raise Unclear

    def _refuse_glue_behind(self, end: int) -> None:
        if not self.is_glued(end):
            return
        word = self.word(end)
        known = word in COUNTED or word in METRICS
        if (self._kind(end) == "word" and not known) or word in ("_", "^", "*", "'"):
            raise Unclear
        if self._kind(end) == "number":
            raise Unclear

    def _is_other_thing(self, amount: Amount) -> bool:
        """Whether it counts posts or followers, is a share, or a telephone number."""
        behind = self.word(amount.end)
        if behind in METRICS or behind == "%":
            return True
        counts = behind in COUNTED and amount.value < LEAST_PRICE
        dated = self.word(amount.first - 1) in DATES and len(self.word(amount.first)) in (1, 2, 4)
        return amount.is_bare and (counts or dated or self._is_telephone(amount.first))

    def _is_telephone(self, at: int) -> bool:
        digits = re.sub(r"\D", "", self.word(at))
        if self.word(at - 1) == "+" and self.word(at).startswith("84"):
            return self.word(at) == "84" or 10 <= len(digits) <= 12
        return self.word(at).isdigit() and digits.startswith("0") and 9 <= len(digits) <= 11

    def _refuse_second_price(self, at: int, end: int) -> None:
        """ "video 2tr 500k story" has two prices, "2tr 500k" and "video 2tr500k" one. Raises Unclear."""
        counted = any(self.word(place) in COUNTED for place in range(at))
        if counted and not self.is_glued(at) and self.word(end) in COUNTED:
            raise Unclear
