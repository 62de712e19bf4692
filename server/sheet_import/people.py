"""Whom a row is about: its creators on their platforms, surest cells first, and what else those cells say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from server.errors import BadUsername
from server.handles import INSTAGRAM, clean_handle, platform_of
from server.sheet_import import handles, platforms
from server.sheet_import.columns import EXPORT, SheetColumn, letters_of
from server.sheet_import.headings import HANDLE, PLATFORM
from server.sheet_import.remarks import RemarkCode
from server.sheet_import.words import fold, is_blank, names_nobody, plain


class Whom(Struct):
    """The creators of one row."""

    usernames: tuple[str, ...] = ()
    """As the list keeps them; more than one where a cell names several people."""
    full_name: str | None = None
    """Words on a link that are a person's name."""
    extra: dict[str, str] = field(default_factory=dict)
    """What the cells say beside the names, by heading."""
    text: str = ""
    """The cell that names the creator, where it says more."""
    failed: tuple[RemarkCode, str, str] | None = None
    """Where nobody was found: why, letters of the column, and its words."""


class _Reading(Struct, frozen=True):
    column: SheetColumn
    text: str
    cell: handles.HandleCell
    link: str | None
    addresses: tuple[str, ...]


def whom(
    columns: Sequence[SheetColumn],
    cells: Sequence[str],
    links: Sequence[str | None],
    around: tuple[str, ...] = (),
) -> Whom:
    """Read the columns of handles; ``cells`` and ``links`` go by place; ``around``: the platforms that the section or
    the sheet is called after."""
    row_platforms, unknown = _row_platform(columns, cells)
    row_platforms = row_platforms or around
    if exported := _exported(columns, cells, row_platforms):
        return Whom((exported,))
    readings = [
        _read(column, cells[column.place], links[column.place], row_platforms)
        for column in columns
        if column.meaning == HANDLE and column.place < len(cells)
    ]
    found = sorted(
        (r for r in readings if r.addresses),
        key=lambda r: (not _is_instagram(r), not r.cell.sure, r.column.place),
    )
    if not found:
        return Whom(failed=_failure(readings))
    chosen = found[0]
    if unknown and not any(handle.platform for handle in chosen.cell.handles):
        return Whom(failed=("unknown_platform", *unknown))
    result = Whom(_people(chosen))
    for reading in readings:
        _keep_rest(reading, chosen, result)
    return result


def _exported(
    columns: Sequence[SheetColumn], cells: Sequence[str], row_platforms: tuple[str, ...]
) -> str | None:
    """The name in a column that Soi wrote, as it stands; None for what somebody has pasted there since."""
    column = next((c for c in columns if c.meaning == HANDLE and c.by == EXPORT), None)
    if column is None or column.place >= len(cells):
        return None
    cell = cells[column.place]
    if ":" not in cell and row_platforms not in ((), (INSTAGRAM,)):
        return None
    try:
        return clean_handle(cell)
    except BadUsername:
        return None


def _row_platform(
    columns: Sequence[SheetColumn], cells: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, str] | None]:
    """The platforms that the row names; column and word where the word is not known."""
    for column in columns:
        if column.meaning == PLATFORM and column.place < len(cells) and not is_blank(cells[column.place]):
            named = platforms.named(cells[column.place])
            return named, None if named else (letters_of(column.place), cells[column.place])
    return (), None


def _read(column: SheetColumn, text: str, link: str | None, row_platforms: tuple[str, ...]) -> _Reading:
    cell = handles.read(text, link)
    default = column.platform or (
        INSTAGRAM if INSTAGRAM in row_platforms or not row_platforms else row_platforms[0]
    )
    found = (handle.address(default) for handle in cell.handles)
    return _Reading(column, text, cell, link, tuple(dict.fromkeys(address for address in found if address)))


def _is_instagram(reading: _Reading) -> bool:
    return any(platform_of(address) == INSTAGRAM for address in reading.addresses)


def _people(reading: _Reading) -> tuple[str, ...]:
    """Several names of one platform are several people; on several platforms they are one, on Instagram if there."""
    by_platform: dict[str, list[str]] = {}
    for address in reading.addresses:
        by_platform.setdefault(platform_of(address), []).append(address)
    return tuple(by_platform.get(INSTAGRAM) or next(iter(by_platform.values())))


def _keep_rest(reading: _Reading, chosen: _Reading, result: Whom) -> None:
    """What a cell says beyond the name goes to the full name or stays under its heading."""
    text = plain(reading.text)
    is_same = set(reading.addresses) <= set(result.usernames)
    if reading.link and is_same:
        _keep_name(text, result)
    elif names_nobody(text) or _says_no_more(reading, text, is_same=is_same):
        return
    elif reading is chosen or reading.cell.sure or not _keep_name(text, result):
        if reading is chosen:
            result.text = reading.text
        result.extra[reading.column.heading] = (
            f"{text} {reading.link}" if reading.link else reading.text.strip()
        )


def _says_no_more(reading: _Reading, text: str, *, is_same: bool) -> bool:
    """Whether a cell without a link behind it has nothing that the entry does not keep already."""
    if fold(text) in handles.LABELS and not reading.link:
        return True
    return bool(reading.addresses) and is_same and not _rest(text, reading)


def _keep_name(text: str, result: Whom) -> bool:
    """Take words as the full name, where they are a person's and there is none yet."""
    if result.full_name is not None or not _is_persons_name(text):
        return False
    result.full_name = text
    return True


def _rest(text: str, reading: _Reading) -> bool:
    """Whether a cell has words beside its names, links and labels."""
    bare = fold(platforms.without_addresses(text))
    for handle in reading.cell.handles:
        bare = bare.replace(fold(handle.name), " ")
    words = re.findall(r"[^\W_]+", bare)
    return any(word not in handles.LABELS for word in words)


def _is_persons_name(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= 6
        and text[:1].isupper()
        and not any(c.isdigit() for c in text)
        and not handles.is_label(text)
    )


def _failure(readings: Sequence[_Reading]) -> tuple[RemarkCode, str, str]:
    for reading in readings:
        if reading.cell.pointless:
            return "no_page", letters_of(reading.column.place), reading.link or reading.text
    for reading in readings:
        if not is_blank(reading.text):
            return "bad_name", letters_of(reading.column.place), reading.text
    return "no_name", "", ""
