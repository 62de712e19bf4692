"""A price as somebody asked it: its two ends, its currency, the words it came in, and whether it is net."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from server.money.currencies import CURRENCIES

MOST = 10**12
MAX_TEXT = 500
"""Characters of a price with its remark."""


class Money(Struct, frozen=True):
    """An exact amount in whole units of ``currency`` (ISO 4217, e.g. "VND", "USD")."""

    amount: float
    currency: str

    def to_json(self) -> dict[str, Any]:
        return {"amount": self.amount, "currency": self.currency}


class Price(Struct, frozen=True):
    """An asked price. Raises ValueError for ends that are no amounts, stand the wrong way round or lack a currency."""

    low: float | None
    high: float | None
    """None: open on this side ("5tr+"). Both None: nothing but words ("barter")."""
    currency: str | None
    """None where there is no amount."""
    text: str
    """As the person wrote it, remark included; where it came as numbers, those as ``writing.words`` has them."""
    net: bool | None = None
    """True: the creator gets it in hand. False: before tax. None: not said."""

    def __post_init__(self) -> None:
        ends = [end for end in (self.low, self.high) if end is not None]
        if not all(0 <= end <= MOST for end in ends) or ends != sorted(ends):
            raise ValueError("the ends of a price")
        if bool(ends) != (self.currency in CURRENCIES) or not (ends or self.text.strip()):
            raise ValueError("an amount has a currency, and a price without one has words")

    @property
    def has_amount(self) -> bool:
        return self.currency is not None

    def bare(self) -> Price | None:
        """The amount alone, without words and remark; None where there is none."""
        return replace(self, text="", net=None) if self.has_amount else None

    def same_amounts(self, other: Price | None) -> bool:
        """Whether both say the same number, whatever the words."""
        mine = (self.low, self.high, self.currency)
        return other is not None and mine == (other.low, other.high, other.currency)

    def to_json(self) -> dict[str, Any]:
        return {
            "low": self.low,
            "high": self.high,
            "currency": self.currency,
            "text": self.text,
            "net": self.net,
        }
