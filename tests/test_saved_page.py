"""What browsers and tools make of a saved page: the same document, however it was written to the disk."""

from __future__ import annotations

import base64
import json
import quopri
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from server.capture import Capture
from server.cli import soi
from server.parsing import read_capture
from server.saved_page import page_of, utf8_of

PAGE = (Path(__file__).parent / "fixtures" / "pages" / "profile_vi_div.html").read_bytes()
ADDRESS = "https://www.instagram.com/linhdan.vidu/"


def archive(content: bytes, encoding: str, *, line: bytes = b"\r\n", first: bytes = b"") -> bytes:
    """A page as Chromium saves it in one file: headers, the page, then a picture."""
    fields = [
        b"From: <Saved by Blink>",
        b"Snapshot-Content-Location: " + ADDRESS.encode(),
        b"MIME-Version: 1.0",
        b"Content-Type: multipart/related;",
        b'\ttype="text/html";',
        b'\tboundary="----MultipartBoundary--vidu----"',
        b"",
        b"",
    ]
    mark = b"------MultipartBoundary--vidu----"
    html = [b"Content-Type: text/html", b"Content-Transfer-Encoding: " + encoding.encode(), b"", content]
    picture = [b"Content-Type: image/png", b"Content-Transfer-Encoding: base64", b"", b"iVBORw0KGgo="]
    return line.join([*fields, first, mark, *html, mark, *picture, mark + b"--", b""])


def facts(body: bytes) -> tuple[object, ...]:
    found = read_capture(Capture.from_page(body)).facts
    return found.username, found.followers, found.following, found.post_count, found.posts, found.biography


@pytest.mark.parametrize(
    "body",
    [
        PAGE.decode().encode("utf-16"),
        PAGE.decode().encode("utf-16-le"),
        PAGE.decode().encode("utf-16-be"),
        b"\xef\xbb\xbf" + PAGE,
        archive(quopri.encodestring(PAGE), "quoted-printable"),
        archive(quopri.encodestring(PAGE), "Quoted-Printable", line=b"\n"),
        archive(base64.encodebytes(PAGE), "base64"),
        archive(PAGE, "8bit"),
        archive(PAGE.decode().encode("utf-16"), "binary"),
    ],
    ids=["utf-16", "utf-16-le", "utf-16-be", "bom", "quoted", "unix", "base64", "8bit", "binary"],
)
def test_a_page_reads_the_same_however_it_was_saved(body: bytes) -> None:
    """Encodings of Windows tools, with and without a mark, and a web archive of one file."""
    assert facts(PAGE) == facts(body)


def test_a_capture_may_hold_an_archive() -> None:
    """As the Soi page sends it: the text of the file."""
    text = archive(quopri.encodestring(PAGE), "quoted-printable").decode()
    capture = Capture.from_json(json.dumps({"html": text}))
    assert read_capture(capture).facts == read_capture(Capture.from_page(PAGE)).facts


def test_an_archive_tells_where_the_page_was() -> None:
    """Also for a page that does not name its own address."""
    page = b"<html><header><h1>Lan Vi Du</h1><ul><li>1 a</li></ul></header></html>"
    assert page_of(archive(page, "8bit")).startswith(b"<!-- saved from url=(0039)" + ADDRESS.encode())
    assert read_capture(Capture.from_page(archive(page, "8bit"))).facts.username == "linhdan.vidu"


@pytest.mark.parametrize(
    "body",
    [
        archive(PAGE, "8bit")[:300],
        archive(b"x", "8bit").replace(b"text/html", b"text/plain"),
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n',
        b"Content-Type: multipart/related; boundary=\r\n\r\n<html>",
        b"",
    ],
)
def test_what_is_no_archive_is_left_as_it_is(body: bytes) -> None:
    """A part of one, one without a page, or nothing at all."""
    assert page_of(body) == body


@pytest.mark.parametrize(
    "body",
    [
        b'Content-Type: multipart/related; boundary="a"\r\n' + b"--a\r\n" * 1_500_000,
        b"Content-Type: multipart/x\r\n" + b" y\r\n" * 2_000_000,
        b"content-type:" + b"\n" * 7_000_000,
        b"content-type: multipart/" * 300_000,
    ],
)
def test_a_hostile_archive_is_read_in_linear_time(body: bytes) -> None:
    """Only the beginning is searched for what an archive is, and few of its parts are looked at."""
    started = time.process_time()
    page_of(body)
    assert time.process_time() - started < 5  # in square time: minutes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_capture_is_known_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    """As PowerShell writes what it is given; not taken for a page."""
    capture = {"schema": 1, "url": ADDRESS, "html": PAGE.decode()}
    file = tmp_path / "capture.json"
    file.write_bytes(json.dumps(capture, ensure_ascii=False).encode(encoding))
    answer = CliRunner().invoke(soi, ["check", "--json", str(file)])
    assert (answer.exit_code, json.loads(answer.stdout)["facts"]["username"]) == (0, "linhdan.vidu")


def test_a_folder_of_archives_is_checked(tmp_path: Path) -> None:
    """The endings that browsers give them."""
    for name in ("a.mhtml", "b.MHT"):
        (tmp_path / name).write_bytes(archive(PAGE, "8bit"))
    answer = CliRunner().invoke(soi, ["check", "--json", str(tmp_path)])
    assert (answer.exit_code, answer.stdout.count('"username":"linhdan.vidu"')) == (0, 2)


def test_text_without_a_mark_stays() -> None:
    """Only the first two bytes decide."""
    assert utf8_of(b"plain \xff\xfe text") == b"plain \xff\xfe text"
