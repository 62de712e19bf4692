"""What each column of a sheet means: by its heading, and by its cells where the heading says nothing or is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from server.exports.columns import headings as own_headings
from server.exports.grids import Grid
from server.exports.own_columns import exact_key, read_heading
from server.messages import Language, table
from server.sheet_import import cell_kinds, dates, handles, platforms
from server.sheet_import.by_cells import CORRECTED, unheaded
from server.sheet_import.cell_kinds import Kinds
from server.sheet_import.heading_rows import Headings
from server.sheet_import.headings import (
    CONTACT,
    CONTACTS,
    DATE,
    EXTRA,
    HANDLE,
    MEASURED,
    MEASURES,
    PLATFORM,
    ROW_NUMBER,
    Heading,
    currency_of,
    meaning_of,
    net_of,
    unit_of,
)
from server.sheet_import.words import words_of

EXPORT = "export"
IGNORED = "ignored"
"""A meaning that a person may choose: nothing of the column is taken."""
SINGLE = frozenset(
    (
        "full_name",
        "status",
        "reject_reason",
        "owner",
        "price_asked",
        "price_high",
        "currency",
        "price_text",
        "price_net",
        "profile_id",
        "added_at",
        "stage",
        PLATFORM,
    )
)
"""Meanings of which an entry has one; a second column of the kind is kept under its own heading."""
_ONLY_OWN = frozenset(
    ("suspicion_low", "suspicion_high", "followers_low", "followers_high", "engagement_low", "posts_counted")
)
"""Columns that nobody but an export of Soi has: beside them, counts are those of a check."""
MEANINGS = frozenset(
    (
        *(HANDLE, PLATFORM, EXTRA, ROW_NUMBER, DATE, MEASURED, IGNORED, CONTACT, "tags", "note"),
        *(*CONTACTS, *SINGLE),
    )
)


class SheetColumn(Struct, frozen=True):
    """One column of a sheet, understood."""

    place: int
    heading: str
    meaning: str
    kinds: Kinds
    group: str = ""
    """What stands above the heading, over several columns."""
    platform: str | None = None
    unit: str | None = None
    """Of prices: "nghìn", "triệu"."""
    currency: str | None = None
    net: bool | None = None
    order: dates.DayOrder = "day"
    by: str = "heading"
    """"heading", "cells", "person", or "export" for a column that Soi wrote: what says so."""
    stands_in: bool = False
    """A further price that differs by net, gross or platform alone: it counts where the first one is blank."""
    goes_on: bool = False
    """A further part of a name: "first_name" and "last_name"."""

    def to_json(self, sheet: str) -> dict[str, Any]:
        return {
            "sheet": sheet,
            "column": letters_of(self.place),
            "heading": self.heading,
            "meaning": self.meaning,
            "platform": self.platform,
            "by": self.by,
            "samples": list(self.kinds.samples),
        }


def letters_of(place: int) -> str:
    """A column as a spreadsheet names it: 0 is A, 27 is AB."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def columns_of(
    grid: Grid, headings: Headings, chosen: Mapping[str, str], language: Language = "vi"
) -> tuple[SheetColumn, ...]:
    """All columns with something in them; ``chosen`` are a person's meanings, by letters.

    ``language``: in which a column without a heading is called.
    """
    found = [_column(grid, headings, place) for place in range(len(headings.texts))]
    columns = [column for column in found if column.kinds.n or column.heading]
    columns = _with_creators(_one_guess([_by_cells(column) for column in columns]))
    columns = [
        replace(c, meaning=chosen[letters], by="person") if (letters := letters_of(c.place)) in chosen else c
        for c in columns
    ]
    return tuple(_ordered(grid, headings, column) for column in _one_of_each(_named(columns, language)))


def _column(grid: Grid, headings: Headings, place: int) -> SheetColumn:
    rows = grid.lines[headings.first :]
    cells = (cells[place] for _, cells in rows if place < len(cells))
    linked = sum(
        1
        for number, _ in (rows if grid.links else ())
        if (link := grid.links.get((number, place))) and handles.read("", link).handles
    )
    heading, group = headings.texts[place], headings.groups[place]
    exported = _exported(heading, headings)
    if exported:
        meaning, name = exported
        return SheetColumn(place, name, meaning, cell_kinds.kinds_of(cells, linked), by=EXPORT)
    whole = f"{group} {heading}"
    known = meaning_of(heading) or (meaning_of(whole) if group else None) or Heading(EXTRA)
    if group and meaning_of(heading) is None:
        heading = whole
    return SheetColumn(
        place,
        heading[:100],
        known.meaning,
        cell_kinds.kinds_of(cells, linked),
        group[:100],
        known.platform,
        unit_of(whole),
        currency_of(whole),
        net_of(whole),
        by="heading" if meaning_of(heading) else "cells",
    )


def _exported(heading: str, headings: Headings) -> tuple[str, str] | None:
    """Meaning and name of a column that Soi wrote, in a file of Soi."""
    if not headings.is_export:
        return None
    own = read_heading(heading)
    if own:
        return (DATE if own[0] == "own_day" else EXTRA), own[1]
    key = exact_key(heading)
    return (MEASURED if key in MEASURES else key, heading) if key else None


def _ordered(grid: Grid, headings: Headings, column: SheetColumn) -> SheetColumn:
    """A column of days with what comes first in them."""
    if column.meaning not in (DATE, "added_at"):
        return column
    rows = grid.lines[headings.first :]
    cells = (cells[column.place] for _, cells in rows if column.place < len(cells))
    return replace(column, order=dates.order_of(cells))


def _one_guess(columns: list[SheetColumn]) -> list[SheetColumn]:
    """Of several columns that only look like prices those that say money; the others count followers: "35k", "2tr5"."""
    guesses = [c for c in columns if c.meaning == "price_asked" and c.by == "cells"]
    most = max((c.kinds["money"] for c in guesses), default=0.0)
    counts = [c for c in guesses if len(guesses) > 1 and c.kinds["money"] < most / 2]
    return [replace(c, meaning=EXTRA) if c in counts else c for c in columns]


def _by_cells(column: SheetColumn) -> SheetColumn:
    """The meaning that the cells say, where the heading says none or cannot be right."""
    kinds, meaning = column.kinds, column.meaning
    if not kinds.n or column.by == EXPORT:
        return column
    if meaning in CORRECTED:
        meaning = CORRECTED[meaning](kinds)
    elif column.by == "cells":
        meaning = unheaded(kinds, has_heading=bool(column.heading))
    return column if meaning == column.meaning else replace(column, meaning=meaning, by="cells")


def _with_creators(columns: list[SheetColumn]) -> list[SheetColumn]:
    """Where no column names creators, the one whose cells look most like user names does; a name stays a name."""
    if any(c.meaning == HANDLE and c.by == EXPORT for c in columns):
        return columns
    naming = [c for c in columns if c.meaning == HANDLE and _naming(c) > 0.2]
    if naming:
        return [
            _not_naming(c) if c.meaning == HANDLE and c not in naming and c.kinds.n else c for c in columns
        ]
    candidates = [
        c
        for c in columns
        if c.meaning in (EXTRA, "full_name", "note", "tags", ROW_NUMBER)
        and (_naming(c) > 0.5 and (c.kinds["signed"] > 0.3 or c.kinds["named"] > 0.3))
    ]
    best = max(candidates, key=_naming, default=None)
    return [replace(c, meaning=HANDLE, by="cells") if c is best else c for c in columns]


def _naming(column: SheetColumn) -> float:
    kinds = column.kinds
    return max(kinds["page"], kinds["linked"], kinds["named"], kinds["name_like"])


def _not_naming(column: SheetColumn) -> SheetColumn:
    """A column called after creators without a user name in it: people's names, or something of its own."""
    meaning = "full_name" if column.kinds["title"] > 0.5 else EXTRA
    return replace(column, meaning=meaning, by="cells")


def _named(columns: list[SheetColumn], language: Language) -> list[SheetColumn]:
    """Headings that tell columns apart: "Giá", "TikTok Giá", "Ghi chú (2)", "Cột D"."""
    unheaded = table(language)["import.column"]
    seen: dict[str, int] = {}
    named = []
    for column in columns:
        if column.by == EXPORT:
            named.append(column)
            continue
        heading = column.heading or unheaded.format(letters=letters_of(column.place))
        if heading in seen and column.group and not heading.startswith(column.group):
            heading = f"{column.group} {heading}"[:100]
        seen[heading] = seen.get(heading, 0) + 1
        named.append(
            replace(column, heading=heading if seen[heading] == 1 else f"{heading} ({seen[heading]})")
        )
    return named


def _one_of_each(columns: list[SheetColumn]) -> list[SheetColumn]:
    """Of two columns of one meaning the plainer one has it, the other is kept under its heading."""
    is_export = any(own_headings().get(words_of(c.heading)) in _ONLY_OWN for c in columns)
    if not any(c.meaning == "status" for c in columns):
        columns = [
            replace(c, meaning="status") if c.meaning == "stage" and c.by != EXPORT else c for c in columns
        ]
    kept: list[SheetColumn] = []
    first = {c.meaning: c for c in sorted(columns, key=_plainness, reverse=True)}
    for column in columns:
        meaning = column.meaning
        if column.by == EXPORT:
            kept.append(column)
            continue
        if meaning == MEASURED and not is_export and column.by != "person":
            meaning = EXTRA
        chosen = first[column.meaning]
        is_second = meaning in SINGLE and chosen is not column
        goes_on = is_second and meaning == "full_name" and _are_parts(column.heading, chosen.heading)
        if goes_on:
            kept.append(replace(column, goes_on=True))
            continue
        if is_second:
            meaning = DATE if meaning == "added_at" else EXTRA
        stands_in = is_second and _is_same_price(column, chosen)
        kept.append(replace(column, meaning=meaning, stands_in=stands_in))
    return kept


_GIVEN = frozenset(("first name", "firstname", "given name", "ten"))
_FAMILY = frozenset(
    ("last name", "lastname", "surname", "family name", "ho", "ho dem", "ho lot", "ho va ten dem")
)


def _are_parts(one: str, other: str) -> bool:
    """Whether two headings are of the parts of one name."""
    words = {words_of(one), words_of(other)}
    return len(words & _GIVEN) == 1 and len(words & _FAMILY) == 1


_SAME_WORK = frozenset(("net", "gross", "kenh", "channel", "trang"))
"""Words of a heading of prices that say nothing of what is paid for."""


def _is_same_price(column: SheetColumn, chosen: SheetColumn) -> bool:
    """Whether two prices are for the same work, one in hand and one before tax, or on two platforms."""
    said = [
        [w for w in words_of(c.heading).split() if w not in _SAME_WORK and not platforms.named(w)]
        for c in (column, chosen)
    ]
    return column.meaning == "price_asked" and said[0] == said[1]


def _plainness(column: SheetColumn) -> tuple[bool, bool, bool, bool, bool, int]:
    """A person's choice first, then an export's own column, then a heading that means nothing else, then a filled
    column, then one whose heading says so, then the leftmost."""
    heading = meaning_of(column.heading)
    is_exact = heading is not None and heading.exact
    is_filled, is_guess = column.kinds.n > 0, column.by == "cells"
    return (column.by != "person", column.by != EXPORT, not is_exact, not is_filled, is_guess, column.place)
