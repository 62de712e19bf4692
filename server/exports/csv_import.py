"""Rows from a file that a spreadsheet saved: its encodings, its separators, headings in two languages."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from server.errors import BadFile
from server.exports.cells import unguard
from server.exports.grids import Book, Budget, Grid, Line
from server.exports.own_columns import is_own_header
from server.exports.refused_file import bad_file

SEPARATORS = (",", ";", "\t", "|")
_FIRST_LINES = 25
"""By which the separator is chosen."""
_LONGEST_LINE = 10_000
"""Characters of a line in which headings are looked for."""
_SAMPLE = 200_000
"""Characters by which two encodings are told apart."""
_HYPERLINK = re.compile(r'=HYPERLINK\(\s*"([^"]{1,2000})"\s*(?:[,;]\s*"([^"]{0,500})"\s*)?\)', re.IGNORECASE)
_COMBINING = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_MARKED_VOWEL = re.compile("[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]", re.IGNORECASE)
_ONLY_VIETNAMESE = re.compile("[đĐưƯ₫]")


def read(data: bytes) -> Book:
    """All rows, or BadFile naming the row: a file that is cut off or out of shape is not taken in part."""
    text, encoding = decode(data)
    text, hinted = _without_hint(text)
    separator = hinted or _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    links: dict[tuple[int, int], str] = {}
    lines = _whole(_numbered(reader), links, ends_clean=text.endswith(("\n", "\r")))
    kept = tuple(Budget().kept(lines))
    is_marked = data.startswith(codecs.BOM_UTF8) and _is_all_quoted(text, separator)
    return Book((Grid("", kept, links=links, is_marked=is_marked),), encoding, separator)


def _is_all_quoted(text: str, separator: str) -> bool:
    """Whether the first row is written as an export writes it and no spreadsheet does: every field in quotes."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="").writerow(
        _raw_row(text[:_SAMPLE], separator)
    )
    return bool(file.getvalue()) and text.startswith(file.getvalue())


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
        raise bad_file("damaged_text") from error
    return text, encoding


def _windows(data: bytes) -> tuple[str, str]:
    """windows-1258 writes a tone as a mark after its vowel; where that does not fit, it is windows-1252."""
    if b"\0" in data:
        raise bad_file("no_text")
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
    """The separator that parts the first rows into the same number of cells most often; a comma where none does.

    That of an export parts its own headings.
    """
    sample = text[: _LONGEST_LINE * _FIRST_LINES]

    def agreement(separator: str) -> tuple[int, int]:
        widths = [width for width in _widths(sample, separator) if width > 1]
        common = max(dict.fromkeys(widths), key=widths.count, default=0)
        return widths.count(common), common

    own = (
        separator
        for separator in SEPARATORS
        if is_own_header([unguard(cell) for cell in _raw_row(sample, separator)], is_marked=True)
    )
    return next(own, None) or max(SEPARATORS, key=agreement)


def _raw_row(sample: str, separator: str) -> list[str]:
    """The first row as it is written."""
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    with suppress(csv.Error):
        return next(rows, [])
    return []


def _widths(sample: str, separator: str) -> list[int]:
    """How many cells the first rows have."""
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    widths: list[int] = []
    with suppress(csv.Error):
        widths.extend(len(cells) for cells in islice(rows, _FIRST_LINES))
    return widths


def _whole(lines: Iterator[Line], links: dict[tuple[int, int], str], *, ends_clean: bool) -> Iterator[Line]:
    """The lines with the guards of formulas taken away, links into ``links``.

    Raises BadFile at the end where the last one is cut off: shorter than all others, and no line end behind it.
    """
    number, last, widths = 1, 0, set()
    for number, cells in lines:
        widths.add(last)
        last = len(cells)
        yield number, [_cell(cell, number, place, links) for place, cell in enumerate(cells)]
    others = widths - {0, 1}
    if not ends_clean and len(others) == 1 and last < max(others):
        raise bad_file("cut_off", row=number)


def _cell(cell: str, number: int, place: int, links: dict[tuple[int, int], str]) -> str:
    """A cell's text; of a formula that makes a link, the words it shows."""
    linked = _HYPERLINK.fullmatch(cell[:3_000]) if cell[:2] in ("=H", "=h") else None
    if linked is None:
        return unguard(cell)
    links[number, place] = linked[1]
    return linked[2] or linked[1]


def _numbered(lines: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """The lines as a spreadsheet counts them. Raises BadFile for one that cannot be read."""
    number = 1
    try:
        for number, cells in enumerate(lines, 1):
            yield number, cells
    except csv.Error as error:
        raise bad_file("open_quote", row=number + 1) from error
