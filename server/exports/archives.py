"""The archive that a workbook is: read with limits before and while anything is unpacked.

Only the parts that are asked for are unpacked; pictures may be as large as the upload. No entity is expanded, nothing is
fetched.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from server.exports.refused_file import bad_file, too_large

MAX_UNPACKED = 32 * 2**20
MAX_RATIO = 100
MAX_MEMBERS = 6_000
"""A list with a picture a person has thousands of parts, which are not read."""
MAX_TAGS, MAX_ATTRIBUTES, MAX_TEXTS = 900_000, 700_000, 200_000
"""Of all members that are read, beside plain cells, counted before they are parsed: each may become an object."""
MAX_CELLS = 500_000
"""Cells with a value: 12,000 rows of 40. They are let go row by row, so their number costs time and no memory."""
_TAGS_A_CELL, _ATTRIBUTES_A_CELL = 4, 3
MAX_TAG_ATTRIBUTES = 1_000
"""Of one tag, which are compared with each other; a spreadsheet writes some ten."""
_MEMBER = b"PK\x01\x02"
_FEW_BYTES = 5 * MAX_TAG_ATTRIBUTES
"""From one tag to the next: too short for so many attributes, the shortest of which is ' a=""'."""
_ATTRIBUTE = re.compile(rb"=\s*[\"']")
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})""")
_BROKEN = (EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError)
"""What zipfile raises for archives that are cut, encrypted or packed in an unknown way."""


@contextmanager
def opened(data: bytes) -> Iterator[ArchiveMembers]:
    """The archive's members. Raises TooLarge for one that has too many, BadFile for a broken one."""
    if (
        data.count(_MEMBER) > 2 * MAX_MEMBERS
    ):  # counted before the directory becomes objects; data may hold some too
        raise too_large("many_parts")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield ArchiveMembers(archive)
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, *_BROKEN) as error:
        raise bad_file("damaged_book") from error


class ArchiveMembers:
    """The members of an archive, held to what its directory says and, together, to what a list may hold."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = frozenset(archive.namelist())
        self._unpacked = self._cells = self._tags = self._attributes = self._texts = 0
        if len(self._names) > MAX_MEMBERS:
            raise too_large("many_parts")

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._archive.namelist())

    def read(self, name: str) -> bytes:
        size = self._measured(self._archive.getinfo(name))
        with self._archive.open(name) as member:
            body = member.read(size + 1)
        if len(body) > size:
            raise too_large("unpacks_more")
        self._check(body)
        return body

    def _measured(self, member: zipfile.ZipInfo) -> int:
        """The size that the directory says, within the limits of all that is read."""
        self._unpacked += member.file_size
        packed_well = member.file_size > 2**20 and member.file_size > MAX_RATIO * max(member.compress_size, 1)
        if self._unpacked > MAX_UNPACKED or packed_well:
            raise too_large("unpacks")
        return member.file_size

    def _check(self, body: bytes) -> None:
        """Only UTF-8 without a document type, and not more tags than a list has. Raises BadFile, TooLarge."""
        encoding = _ENCODING.match(body[:1_000].removeprefix(b"\xef\xbb\xbf"))
        if b"\0" in body or (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
            raise bad_file("encoding")
        if b"<!DOCTYPE" in body:
            raise bad_file("document_type")
        if _has_crowded_tag(body):
            raise too_large("crowded")
        cells = min(body.count(b"<c "), body.count(b"<v>"))
        self._cells += cells
        self._tags += max(body.count(b"<") - cells * _TAGS_A_CELL, 0)
        # a sign of a text counts too: no list has so many
        self._attributes += max(body.count(b"=") - cells * _ATTRIBUTES_A_CELL, 0)
        self._texts += body.count(b"<si")
        if (
            self._cells > MAX_CELLS
            or self._tags > MAX_TAGS
            or self._attributes > MAX_ATTRIBUTES
            or self._texts > MAX_TEXTS
        ):
            raise too_large("many_cells")


def elements(body: bytes, *tags: str) -> Iterator[etree._Element]:
    """The elements of these names in full (namespace included), one after another, as they end."""
    yield from (
        element
        for _, element in etree.iterparse(
            io.BytesIO(body), tag=tags, resolve_entities=False, no_network=True, huge_tree=False
        )
    )


def drop(element: etree._Element) -> None:
    """Also those before it: an emptied element is an element still."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _has_crowded_tag(body: bytes) -> bool:
    """Whether a tag has too many attributes; "<" stands nowhere else in XML, so only long stretches are looked at."""
    at = 0
    while len(body) - at > _FEW_BYTES:
        last = body.rfind(b"<", at + 1, at + 1 + _FEW_BYTES)
        if last < 0:
            last = body.find(b"<", at + 1)
            stretch = body[at : last if last > 0 else len(body)]
            many = stretch.count(b"=") > MAX_TAG_ATTRIBUTES  # quicker, and seldom true
            if many and len(_ATTRIBUTE.findall(stretch)) > MAX_TAG_ATTRIBUTES:
                return True
            if last < 0:
                return False
        at = last
    return False
