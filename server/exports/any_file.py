"""A list as a file of any kind that people send: told by its first bytes, never by its name."""

from __future__ import annotations

import re

from server.exports import csv_import, html_tables, open_document, workbook
from server.exports.grids import Book
from server.exports.refused_file import bad_file

_OLE = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (re.compile(rb"\s*%PDF"), "pdf"),
    (
        re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif)", re.DOTALL),
        "picture",
    ),
    (re.compile(rb"Rar!|7z\xbc\xaf|\x1f\x8b"), "packed"),
    (re.compile(rb'\s*<\?xml[^>]{0,200}>\s*<\?mso-application progid="Excel'), "old_xml"),
)
"""What is no list, by how it begins."""


def read(data: bytes) -> Book:
    """All sheets of the file. Raises BadFile in words that say what it is, TooLarge beyond the limits."""
    if data.startswith(_OLE):
        raise bad_file("locked" if _LOCKED in data else "old_xls")
    for pattern, reason in _OTHERS:
        if pattern.match(data):
            raise bad_file(reason)
    if open_document.is_open_document(data):
        return open_document.read(data)
    if workbook.is_workbook(data):
        return workbook.read(data)
    return html_tables.read(data) if html_tables.is_page(data) else csv_import.read(data)
