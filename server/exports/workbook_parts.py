"""Where the sheets of a workbook lie, how they are called, which are hidden, and how its numbers are shown."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Protocol

from lxml import etree
from msgspec import Struct

from server.exports.number_formats import format_of

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SHEET = re.compile(r"xl/worksheets/sheet([0-9]{1,4})\.xml")
_WORKBOOK, _STYLES = "xl/workbook.xml", "xl/styles.xml"
_MAX_SHEETS = 200
_MAX_NAME = 100


class Members(Protocol):
    """The members of an archive by name."""

    def __contains__(self, name: str) -> bool: ...

    def __iter__(self) -> Iterator[str]: ...

    def read(self, name: str) -> bytes: ...


class SheetPart(Struct, frozen=True):
    """One sheet of the workbook."""

    name: str
    member: str
    hidden: bool = False

    def targets(self, members: Members) -> dict[str, str]:
        """The addresses that the sheet's links lead to, by the id of their relation."""
        folder, file = posixpath.split(self.member)
        return _relations(members, f"{folder}/_rels/{file}.rels")


class BookParts(Struct, frozen=True):
    """The sheets in the order of their tabs, and the format of each style."""

    sheets: tuple[SheetPart, ...]
    formats: tuple[str, ...]


def parts_of(members: Members) -> BookParts:
    """The parts of a workbook; where it does not name its sheets, those whose file names say so."""
    named = _named(members) if _WORKBOOK in members else []
    return BookParts(tuple((named or _numbered(members))[:_MAX_SHEETS]), _formats(members))


def _numbered(members: Members) -> list[SheetPart]:
    found = {int(match[1]): name for name in members if (match := _SHEET.fullmatch(name))}
    return [SheetPart(f"Sheet{number}", found[number]) for number in sorted(found)]


def _named(members: Members) -> list[SheetPart]:
    targets = _relations(members, "xl/_rels/workbook.xml.rels")
    found = []
    for sheet in _tree(members, _WORKBOOK).iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_RELATION) or "", "")
        member = posixpath.normpath(target[1:] if target.startswith("/") else f"xl/{target}")
        if member in members and "worksheets/" in member:
            is_hidden = sheet.get("state", "visible") != "visible"
            found.append(SheetPart((sheet.get("name") or "")[:_MAX_NAME], member, is_hidden))
    return found


def _relations(members: Members, name: str) -> dict[str, str]:
    if name not in members:
        return {}
    rows = _tree(members, name).iterchildren()
    return {row.get("Id") or "": row.get("Target") or "" for row in rows}


def _formats(members: Members) -> tuple[str, ...]:
    if _STYLES not in members:
        return ()
    tree = _tree(members, _STYLES)
    own = {
        _number(row.get("numFmtId")): (row.get("formatCode") or "")[:200]
        for row in tree.iter(f"{_MAIN}numFmt")
    }
    styles = tree.find(f"{_MAIN}cellXfs")
    rows = () if styles is None else styles.iterchildren(f"{_MAIN}xf")
    return tuple(format_of(_number(row.get("numFmtId")), own) for row in rows)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 0


def _tree(members: Members, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(members.read(name), parser)
