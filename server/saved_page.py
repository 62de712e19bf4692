"""What browsers and tools make of a page they save: one HTML document in UTF-8, whatever it was written as."""

from __future__ import annotations

import base64
import binascii
import quopri
import re

_UTF16 = {
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"<\0": "utf-16-le",
    b"{\0": "utf-16-le",
    b"\0<": "utf-16-be",
    b"\0{": "utf-16-be",
}
"""Encodings by how a page or a capture begins in them."""
_BOM = b"\xef\xbb\xbf"
_MAX_HEAD = 16 * 1024
_MAX_PARTS = 50
_BOUNDARY = re.compile(
    rb'^content-type:\s*multipart/[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*?boundary="?([^"\s;]{1,200})',
    re.IGNORECASE | re.MULTILINE,
)
_LOCATION = re.compile(
    rb"^snapshot-content-location:[ \t]*(https?://[^\s<>]{1,2000})", re.IGNORECASE | re.MULTILINE
)
_IS_HTML = re.compile(rb"^content-type:[ \t]*text/html\b", re.IGNORECASE | re.MULTILINE)
_ENCODING = re.compile(rb"^content-transfer-encoding:[ \t]*([a-z0-9-]{1,20})", re.IGNORECASE | re.MULTILINE)


def utf8_of(body: bytes) -> bytes:
    """The text of a file as UTF-8 without a byte order mark; Windows tools write UTF-16, with and without one."""
    encoding = _UTF16.get(body[:2])
    if encoding is not None:
        body = body.decode(encoding, "replace").encode("utf-8", "replace")
    return body.removeprefix(_BOM)


def page_of(body: bytes) -> bytes:
    """The HTML document that ``body`` is or, in a web archive of one file (MHTML, RFC 2557), holds as its first page."""
    body = utf8_of(body)
    head = body[:_MAX_HEAD]
    boundary = _BOUNDARY.search(head) if head.lstrip()[:1] not in (b"<", b"{") else None
    if boundary is None:
        return body
    page = _first_page(body, b"--" + boundary[1])
    location = _LOCATION.search(head[: boundary.end()])
    # The address in the form in which a browser notes it in a page of its own.
    noted = b"<!-- saved from url=(%04d)%s -->" % (len(location[1]), location[1]) if location else b""
    return body if page is None else noted + page


def _first_page(body: bytes, boundary: bytes) -> bytes | None:
    start = body.find(boundary)
    for _ in range(_MAX_PARTS):
        end = body.find(boundary, start + len(boundary)) if start >= 0 else -1
        if end < 0:
            return None
        fields, _, content = (
            body[start + len(boundary) : end].lstrip(b"\r\n").partition(_blank_line(body, start))
        )
        if _IS_HTML.search(fields):
            return utf8_of(_decoded(content, _ENCODING.search(fields)))
        start = end
    return None


def _blank_line(body: bytes, start: int) -> bytes:
    line_end = body.find(b"\n", start)
    return b"\r\n\r\n" if body[line_end - 1 : line_end] == b"\r" else b"\n\n"


def _decoded(content: bytes, encoding: re.Match[bytes] | None) -> bytes:
    name = encoding[1].lower() if encoding else b""
    if name == b"quoted-printable":
        return quopri.decodestring(content)
    if name == b"base64":
        try:
            return base64.b64decode(content)
        except binascii.Error:
            return content
    return content
