"""What a text says of a creator beside the name, where one cell holds all of it: "Tên: … / link: … / giá: 2tr"."""

from __future__ import annotations

import re

from server.money import PriceReading
from server.money import read as read_price
from server.sheet_import import contact_cells, platforms
from server.sheet_import.row_values import Values
from server.sheet_import.words import fold, plain

_NAME = re.compile(
    r"(?<!\w)(?:họ và tên|họ tên|tên|name|kol|koc)\s*[:=]\s*([^\n/|;,:]{2,60}?)\s*(?:[\n/|;,]|\s-\s|$)",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"(?<!\w)(?:báo giá|bao gia|giá|gia|cát[ -]?xê|cat[ -]?xe|cast|chi phí|phí|cost|price|rate)\s*(?:[:=]|là|la)?\s*"
    r"((?:từ |khoảng |tầm |~)?[0-9$€][^\n/|;:]{0,30}?)\s*(?:[\n/|;]|,\s|\s-\s|\s(?=[^\W\d]{2,}\s*[:0-9+])|$)",
    re.IGNORECASE,
)
_LONGEST = 600


def take(values: Values, text: str, currency: str) -> None:
    """Fill what the row's other cells have left open; the text itself is kept elsewhere. ``currency``: of a bare number."""
    text = platforms.without_addresses(plain_lines(text[:_LONGEST]))
    if name := _NAME.search(text):
        values.changes.setdefault("full_name", name[1].strip())
    phones = contact_cells.phones_of(text)
    if not values.phones:
        values.phones += phones
        if "zalo" in fold(text):
            values.zalo += phones
    if not values.emails:
        values.emails += contact_cells.emails_of(text)
    if values.price.price is None and not values.price.others:
        values.price = _price(text, currency)


def plain_lines(text: str) -> str:
    return "\n".join(plain(line) for line in text.splitlines())


def _price(text: str, currency: str) -> PriceReading:
    """The one price that the text gives; several are nobody's guess."""
    found = {match[1].strip() for match in _PRICE.finditer(text)}
    if len(found) != 1:
        return PriceReading(None)
    try:
        reading = read_price(found.pop(), currency)
    except ValueError:  # two currencies
        return PriceReading(None)
    return reading if reading.price is not None and reading.price.has_amount else PriceReading(None)
