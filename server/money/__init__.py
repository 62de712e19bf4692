"""Money: one record of a price, one reader of how people write one, one writer that the reader reads the same.

Everything that takes or shows a price goes through here: fields, cells, imports, outcomes, price lists, command line.
"""

from __future__ import annotations

from server.money.currencies import CURRENCIES
from server.money.reading import PriceReading, read
from server.money.records import MAX_TEXT, MOST, Money, Price
from server.money.writing import exactly, words, write

__all__ = [
    "CURRENCIES",
    "MAX_TEXT",
    "MOST",
    "Money",
    "Price",
    "PriceReading",
    "exactly",
    "read",
    "words",
    "write",
]
