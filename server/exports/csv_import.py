"""Rows from a file that a spreadsheet saved: its encodings, its separators, headings in two languages."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator

from server.errors import BadFile
from server.exports.cells import unguard
from server.exports.columns import headings, normal
from server.exports.tables import MAX_ABOVE, Sheet, SheetHeader

SEPARATORS = (",", ";", "\t")
_LONGEST_LINE = 10_000
"""Characters of a line in which headings are looked for."""
_SAMPLE = 200_000
"""Characters by which two encodings are told apart."""
_COMBINING = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_MARKED_VOWEL = re.compile("[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]", re.IGNORECASE)
_ONLY_VIETNAMESE = re.compile("[đĐưƯ₫]")


def read(data: bytes) -> Sheet:
    """All rows, or BadFile naming the row: a file that is cut off or out of shape is not taken in part."""
    text, encoding = decode(data)
    text, hinted = _without_hint(text)
    separator = hinted or _separator(text)
    lines = _numbered(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    header = SheetHeader.find(lines)
    rows = header.rows(_whole(lines, header, ends_clean=text.endswith(("\n", "\r"))))
    return Sheet(rows, encoding, separator, header.ignored)


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: what Excel writes as "Unicode", "UTF-8" or by the Windows locale."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(data, "utf-16")
    try:
        return _strict(data, "utf-8-sig")
    except BadFile:
        return _windows(data)


def _strict(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadFile("The text of the file is damaged.") from error
    return text, encoding


def _windows(data: bytes) -> tuple[str, str]:
    """windows-1258 writes a tone as a mark after its vowel; where that does not fit, it is windows-1252."""
    if b"\0" in data:
        raise BadFile("This is not a text file.")
    vietnamese = data.decode("cp1258", "replace")
    sample = vietnamese[:_SAMPLE]
    marks, fitting = len(_COMBINING.findall(sample)), len(_MARKED_VOWEL.findall(sample))
    if marks == fitting and (marks or _ONLY_VIETNAMESE.search(sample)):
        return unicodedata.normalize("NFC", vietnamese), "windows-1258"
    return data.decode("cp1252", "replace"), "windows-1252"


def _without_hint(text: str) -> tuple[str, str | None]:
    """Excel reads a first line "sep=;" as the separator."""
    found = re.match(r'"?sep=([,;\t])"?\r?\n', text, re.IGNORECASE)
    return (text[found.end() :], found[1]) if found else (text, None)


def _separator(text: str) -> str:
    """The separator that gives one of the first lines the most known headings."""
    first = [line[:_LONGEST_LINE] for line in text[: _LONGEST_LINE * MAX_ABOVE].splitlines()[: MAX_ABOVE + 1]]
    known = headings()

    def hits(separator: str) -> int:
        return max(
            (sum(normal(cell) in known for cell in line.split(separator)) for line in first), default=0
        )

    return max(SEPARATORS, key=hits)


def _whole(
    lines: Iterator[tuple[int, list[str]]], header: SheetHeader, *, ends_clean: bool
) -> Iterator[tuple[int, list[str]]]:
    """The lines with the guards of formulas taken away. Raises BadFile at the end where the last one is cut off."""
    number, short = 1, False
    for number, cells in lines:
        short = len(cells) < len(header.keys)
        yield number, [unguard(cell) for cell in cells]
    if short and not ends_clean:
        raise BadFile(f"Row {number}: the file is cut off.")


def _numbered(lines: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """The lines as a spreadsheet counts them. Raises BadFile for one that cannot be read."""
    number = 1
    try:
        for number, cells in enumerate(lines, 1):
            yield number, cells
    except csv.Error as error:
        raise BadFile(f"Row {number + 1}: a field is too long, or a quote is not closed.") from error
