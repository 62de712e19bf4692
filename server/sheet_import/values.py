"""The cells of one row as what an entry keeps. No cell costs its row: what is not understood stays as text, and is said."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from server.errors import TooLong
from server.exports.cells import printable
from server.exports.columns import is_own_heading, split_tags
from server.exports.own_columns import REST, read_rest
from server.exports.price_cells import CURRENCY, HIGH, NET, PRICE, TEXT, price_of
from server.money import Price, PriceReading
from server.sheet_import import contact_cells, dates, own_cells, statuses, ticks
from server.sheet_import.columns import EXPORT, SheetColumn
from server.sheet_import.headings import CONTACT, DATE, EXTRA
from server.sheet_import.row_values import MAX_ADDRESS, MAX_EXTRA, MAX_NOTE, MAX_TAG, MOST_TAGS, Values
from server.sheet_import.words import fold, is_blank, plain

_PRICES = (PRICE, HIGH, CURRENCY, TEXT, NET)
_LIMITS = {"full_name": 400, "owner": 100, "reject_reason": 500}
_BARE = re.compile(r"[~\s]*[0-9]+(?:[.,][0-9]+)*\s*")
_CUTS = re.compile(r"[,;|\n/]+")
_PROFILE_ID = re.compile(r"[0-9]{1,20}", re.ASCII)


def values_of(
    sheet: str, row: int, columns: Sequence[SheetColumn], cells: Sequence[str], currency: str
) -> Values:
    """Read the cells of a row, all but those that name creators; ``currency`` is that of a bare number."""
    values, prices = Values(sheet, row), dict[str, str]()
    understood = _with_stand_in(columns, cells)
    for column in understood:
        text = printable(cells[column.place]) if column.place < len(cells) else ""
        if column.by == EXPORT and column.meaning == NET:
            prices[NET] = text
        if column.by == EXPORT and text and column.meaning in _EXPORTED:
            _EXPORTED[column.meaning](values, column, text)
            continue
        if (is_blank(text) and column.meaning not in _PRICES) or not text.strip():
            continue
        if column.meaning in _PRICES:
            prices[column.meaning] = _with_unit(text, column)
        elif column.meaning in _READERS:
            _READERS[column.meaning](values, column, text)
    _price(values, understood, prices, currency)
    ticks.take(values, columns, cells)
    return values


def _with_stand_in(columns: Sequence[SheetColumn], cells: Sequence[str]) -> Sequence[SheetColumn]:
    """The columns for one row: where its first price is blank, another one for the same work is the price."""
    if not any(c.stands_in for c in columns):
        return columns
    filled = [c for c in columns if c.place < len(cells) and not is_blank(cells[c.place])]
    other = next((c for c in filled if c.stands_in), None)
    if other is None or any(c.meaning == PRICE for c in filled):
        return columns
    kept = (c for c in columns if c.meaning != PRICE)
    return [replace(c, meaning=PRICE) if c is other else c for c in kept]


def _with_unit(text: str, column: SheetColumn) -> str:
    return (
        f"{text.strip()} {column.unit}"
        if column.unit and column.meaning == PRICE and _BARE.fullmatch(text)
        else text
    )


def _price(values: Values, columns: Sequence[SheetColumn], cells: Mapping[str, str], currency: str) -> None:
    if not cells:
        return
    column = next((c for c in columns if c.meaning == PRICE), None) or next(
        (c for c in columns if c.meaning == TEXT), None
    )
    if column is None:
        return
    try:
        reading = price_of(cells, column.currency or currency)
    except TooLong:
        values.keep(column, cells.get(PRICE) or cells.get(TEXT, ""), "too_long")
        return
    values.price = PriceReading(
        _net(reading.price, column.net), tuple(_sure(other, column.net) for other in reading.others)
    )


def _net(price: Price | None, net: bool | None) -> Price | None:
    return None if price is None else _sure(price, net)


def _sure(price: Price, net: bool | None) -> Price:
    return replace(price, net=net) if price.net is None and net is not None and price.has_amount else price


def _exact_text(values: Values, column: SheetColumn, text: str) -> None:
    """As it stands: an export that comes back is the same character by character."""
    if len(text) > _LIMITS[column.meaning]:
        values.keep(column, text, "too_long")
    else:
        values.changes[column.meaning] = text


def _full_name(values: Values, column: SheetColumn, text: str) -> None:
    """The first line; what stands below it ("52k follow") is kept under the heading."""
    if column.goes_on and "full_name" in values.changes:
        text = f"{values.changes['full_name']} {text.strip()}"
    name, _, more = text.strip().partition("\n")
    if more.strip():
        values.keep(column, text.strip())
    _exact_text(values, column, name.strip())


def _note(values: Values, column: SheetColumn, text: str) -> None:
    values.notes.append(text)
    if len(text) > MAX_NOTE:
        values.say(column, "too_long", text)


def _status(values: Values, column: SheetColumn, text: str) -> None:
    status, stage = statuses.status_of(text), statuses.stage_of(text)
    if status:
        values.changes["status"] = status
    else:
        values.say(column, "unknown_status", text)
    if stage:
        values.changes.setdefault("stage", stage)


def _stage(values: Values, _: SheetColumn, text: str) -> None:
    values.changes["stage"] = text.strip()[:100]


def _tags(values: Values, column: SheetColumn, text: str) -> None:
    found = _split(text, column)
    values.tags += [tag for tag in found if len(tag) <= MAX_TAG]
    if any(len(tag) > MAX_TAG for tag in found):
        values.keep(column, text, "too_long")
    if len(values.tags) > MOST_TAGS:
        values.keep(column, text, "many_tags")


def _split(text: str, column: SheetColumn) -> list[str]:
    if is_own_heading("tags", column.heading) or '"' in text:
        try:
            return split_tags(text.replace("|", ";"))
        except csv.Error:
            return [tag.strip(' "') for tag in _CUTS.split(text) if tag.strip(' "')]
    return [plain(tag) for tag in _CUTS.split(text) if tag.strip()]


def _emails(values: Values, column: SheetColumn, text: str) -> None:
    found = contact_cells.emails_of(text)
    values.emails += found
    if not found:
        values.keep(column, text, "no_email")
    elif contact_cells.says_more(text):
        values.keep(column, text.strip())


def _phones(values: Values, column: SheetColumn, text: str) -> None:
    found, emails = contact_cells.phones_of(text), contact_cells.emails_of(text)
    values.phones += found
    values.emails += emails
    if "zalo" in fold(column.heading) or "zalo" in fold(text):
        values.zalo += found
    if not found and not emails:
        values.keep(column, text, "no_phone")
    elif contact_cells.says_more(text):
        values.keep(column, text.strip())


def _contact(values: Values, column: SheetColumn, text: str) -> None:
    """Any way to reach somebody; what is none is a word of its own, not a number gone wrong."""
    if contact_cells.phones_of(text) or contact_cells.emails_of(text):
        _phones(values, column, text)
    else:
        _extra(values, column, text)


def _zalo(values: Values, _: SheetColumn, text: str) -> None:
    values.zalo += contact_cells.phones_of(text) or (text.strip()[:100],)


def _address(values: Values, column: SheetColumn, text: str) -> None:
    values.addresses.append(" ".join(text.split()))
    if len(text) > MAX_ADDRESS:
        values.keep(column, text, "too_long")


def _date(values: Values, column: SheetColumn, text: str) -> None:
    day = dates.read(text, column.order)
    if day:
        values.dates[column.heading] = day.isoformat()
    elif any(c.isdigit() for c in text):
        values.keep(column, text, "two_dates" if dates.read(text) else "no_date")
    else:  # "tuần sau", "đang hẹn": words, not a date gone wrong
        values.keep(column, text)


def _added(values: Values, column: SheetColumn, text: str) -> None:
    values.added_at = dates.time_of(text, column.order)
    if values.added_at is None:
        values.keep(column, text, "two_dates" if dates.read(text) else "no_date")


def _profile_id(values: Values, column: SheetColumn, text: str) -> None:
    if _PROFILE_ID.fullmatch(text.strip()):
        values.profile_id = text.strip()
    else:
        values.keep(column, text, "bad_number")


def _own_text(values: Values, column: SheetColumn, text: str) -> None:
    values.changes[column.meaning] = text


def _own_list(values: Values, column: SheetColumn, text: str) -> None:
    found = own_cells.listed(text)
    if found is None:
        _READERS[column.meaning](values, column, text)
    else:
        lists = {"tags": values.tags, "email": values.emails, "phone": values.phones, "zalo": values.zalo}
        lists[column.meaning].extend(found)


def _own_day(values: Values, column: SheetColumn, text: str) -> None:
    day = own_cells.day(text)
    if day is None:
        _date(values, column, text)
    else:
        values.dates[column.heading] = day.isoformat()


def _own_moment(values: Values, column: SheetColumn, text: str) -> None:
    values.added_at = own_cells.moment(text)
    if values.added_at is None:
        _added(values, column, text)


def _own_rest(values: Values, column: SheetColumn, text: str) -> None:
    rest = read_rest(text)
    if rest is None:
        _extra(values, column, text)
    else:
        values.extra |= rest.get("extra", {})
        values.dates |= rest.get("dates", {})


_EXPORTED: Mapping[str, Callable[[Values, SheetColumn, str], None]] = {
    **dict.fromkeys(("full_name", "owner", "reject_reason", "stage"), _own_text),
    **dict.fromkeys(("tags", "email", "phone", "zalo"), _own_list),
    "note": lambda values, _, text: values.notes.append(text),
    "address": lambda values, _, text: values.addresses.append(text),
    DATE: _own_day,
    "added_at": _own_moment,
    EXTRA: lambda values, column, text: values.keep(column, text),
    REST: _own_rest,
}
"""By meaning, for columns that Soi wrote."""


def _extra(values: Values, column: SheetColumn, text: str) -> None:
    values.keep(column, text.strip())
    if len(text) > MAX_EXTRA:
        values.say(column, "too_long", text)


_READERS: Mapping[str, Callable[[Values, SheetColumn, str], None]] = {
    "full_name": _full_name,
    "owner": _exact_text,
    "reject_reason": _exact_text,
    "note": _note,
    "status": _status,
    "stage": _stage,
    "tags": _tags,
    "email": _emails,
    "phone": _phones,
    "zalo": _zalo,
    "address": _address,
    DATE: _date,
    "added_at": _added,
    "profile_id": _profile_id,
    CONTACT: _contact,
    EXTRA: _extra,
}
"""By meaning. Those that are not here are read elsewhere (user names, platforms, prices) or not at all."""
