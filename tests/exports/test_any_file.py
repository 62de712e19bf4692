"""Files of any kind that people send: read, or refused in words that say what they are."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.errors import BadFile, TooLarge
from server.exports import any_file
from tests.sheets.agency_sheets import open_document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def archive(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (OLE, "định dạng cũ"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "ảnh"),
        (b"Rar!\x1a\x07", "nén"),
        (archive("word/document.xml"), "văn bản"),
        (b"<html><body>no table</body></html>", "không có bảng"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>', "2003"),
    ],
)
def test_what_is_no_list_is_named(data: bytes, words: str) -> None:
    """In Vietnamese too, with what to do."""
    with pytest.raises(BadFile) as refused:
        any_file.read(data)
    assert words in (refused.value.details or {})["reason"]["vi"]


def test_cells_of_a_page_reach_down_and_right() -> None:
    """Spans are merged cells, links stand behind their cells, a break is a new line."""
    page = '<table><tr><td rowspan=2>A<td colspan=2>B</tr><tr><td><a href="https://x.example">C</a><td>D<br>E</table>'
    [grid] = any_file.read(page.encode()).grids
    assert (grid.lines, grid.links, [(m.top, m.bottom, m.left, m.right) for m in grid.merges]) == (
        ((1, ["A", "B"]), (2, ["", "C", "D\nE"])),
        {(2, 1): "https://x.example"},
        [(1, 2, 0, 0), (1, 1, 1, 2)],
    )


def test_an_open_document_keeps_links_and_numbers() -> None:
    """A number as it is, the address behind its words."""
    [grid] = any_file.read(open_document([["7", "LINK Tú|https://x.example"]])).grids
    assert (grid.name, grid.lines, grid.links) == ("KOC", ((1, ["7", "Tú"]),), {(1, 1): "https://x.example"})


BEGINNINGS = (b"<table><tr><td>", b"<html><table>", OLE, b"PK\x03\x04", b"\xff\xfe<\0h\0t\0m\0l\0>\0", b"")


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=300))
def test_any_bytes_are_a_book_or_refused(beginning: bytes, data: bytes) -> None:
    """Nothing but BadFile or TooLarge comes out."""
    with suppress(BadFile, TooLarge):
        any_file.read(beginning + data)


@given(
    st.lists(
        st.sampled_from(["<table>", "<tr>", "<td rowspan=3>", "<td colspan=9999>", "</tr>", "</table>", "x"])
    )
)
def test_any_tags_are_a_book_or_refused(tags: list[str]) -> None:
    """However they are nested and left open."""
    with suppress(BadFile, TooLarge):
        any_file.read(("<html>" + "".join(tags)).encode())
