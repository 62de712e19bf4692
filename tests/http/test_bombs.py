"""Files that are small to send and large to read: refused in time and memory, whatever they become."""

from __future__ import annotations

import gzip
import io
import json
import random
import threading
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from server.exports.archives import MAX_RATIO
from server.store.engine import frames
from tests.http.conftest import Server, processor_seconds, wait_until_warm

IMPORT, SENT = "/api/v1/shortlist/imports", "/api/v1/storage/restores"
XLSX = "application/octet-stream"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SECONDS, MEGABYTES = 2.0, 200 * 2**20


def workbook(rows: str, strings: str | None = None, head: str = "") -> bytes:
    sheet = f"{head}<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"
    return zipped(
        {"xl/worksheets/sheet1.xml": sheet.encode()}
        | ({} if strings is None else {"xl/sharedStrings.xml": f"<sst {MAIN}>{strings}</sst>".encode()})
    )


def zipped(members: dict[str, bytes]) -> bytes:
    """Each member just below the ratio at which an archive is refused by its directory: noise makes up for it."""
    noise = random.Random(1).randbytes  # noqa: S311 - padding that does not pack
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, body in members.items():
            padding = (
                b"<!--" + noise(len(body) // MAX_RATIO).hex().encode() + b"-->" if len(body) > 2**20 else b""
            )
            archive.writestr(name, body + padding)
    return file.getvalue()


HEADINGS = '<row><c t="inlineStr"><is><t>username</t></is></c></row>'
ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def nested() -> str:
    return "<row>" * 200_000


def many_attributes() -> str:
    return "<row " + " ".join(f'a{number}=""' for number in range(650_000)) + "/>"


WORKBOOKS: dict[str, Callable[[], bytes]] = {
    "a column of a million letters": lambda: workbook(f'<row><c r="{"A" * 1_000_000}1"><v>1</v></c></row>'),
    "millions of empty rows": lambda: workbook(HEADINGS + "<row/>" * 4_500_000),
    "as many empty rows as fit": lambda: workbook(HEADINGS + "<row/>" * 850_000),
    "one row of as many cells as fit": lambda: workbook(f"<row>{'<c/>' * 850_000}</row>"),
    "other elements than rows": lambda: workbook("<x/>" * 850_000),
    "rows within rows": lambda: workbook(nested()),
    "attributes": lambda: workbook(many_attributes()),
    "attributes with a sign that ends a tag": lambda: workbook(
        "<row " + " ".join(f'a{number} = ">"' for number in range(60_000)) + "/>"
    ),
    "a row number of a million digits": lambda: workbook(f'<row r="{"9" * 1_000_000}"/>'),
    "a number of a million digits": lambda: workbook(f"<row><c><v>{'9' * 1_000_000}</v></c></row>"),
    "one long text in many cells": lambda: workbook(
        HEADINGS + '<row><c t="s"><v>0</v></c></row>' * 19_000, f"<si><t>{'x' * 32_000}</t></si>"
    ),
    "a text beyond a cell": lambda: workbook(
        '<row><c t="s"><v>0</v></c></row>', f"<si><t>{'x' * 9_000_000}</t></si>"
    ),
    "as many texts as fit": lambda: workbook(HEADINGS, "<si/>" * 190_000),
    "values in one cell": lambda: workbook(
        HEADINGS + "<row>" + "<c r='A1'/>" * 16_000 + "<c >" + "<v>1</v>" * 480_000 + "</c></row>"
    ),
    "entities": lambda: workbook("<row/>", head=ENTITIES),
    "entities in another encoding": lambda: zipped(
        {"xl/worksheets/sheet1.xml": f"{ENTITIES}<worksheet {MAIN}/>".encode("utf-16")}
    ),
    "many members": lambda: zipped({f"m{i}": b"" for i in range(60_000)}),
    "the far corner": lambda: workbook(f'{HEADINGS}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
}
SHEETS: dict[str, Callable[[], bytes]] = {
    "empty lines": lambda: b"username\n" + b"\n" * 8_000_000,
    "a line of commas": lambda: b"," * 8_000_000,
    "lines of commas": lambda: b"username\n" + (b"," * 15_000 + b"\n") * 500,
    "marks without vowels": lambda: b"\xec" * 8_000_000,
    "quotes": lambda: b'username\n"' + b'""' * 4_000_000,
    "names": lambda: b"username\n" + b"".join(b"n%d\n" % i for i in range(700_000)),
    "zeros": lambda: bytes(8_000_000),
    "utf-16 of nothing": lambda: b"\xff\xfe" + b"\n\0" * 4_000_000,
}


def frame_bomb(inside: bytes) -> bytes:
    head = frames.encode({"format": "soi-store", "schema": 1, "generation": 0, "sequence": 1})
    import zlib  # noqa: PLC0415 - only here

    return head + b"%08x %08x %s\n" % (zlib.crc32(inside), len(inside), inside)


BACKUPS: dict[str, Callable[[], bytes]] = {
    "empty lists": lambda: gzip.compress(frame_bomb(b"[" + b"[]," * 9_000_000 + b"[]]")),
    "as many lists as fit": lambda: gzip.compress(frame_bomb(b"[" + b"[]," * 700_000 + b"[]]")),
    "zeros": lambda: gzip.compress(bytes(200 * 2**20)),
    "lines that claim all": lambda: gzip.compress(b"no\n" + b"00000000 01ffffff \n" * 1_500_000),
    "depth": lambda: gzip.compress(frame_bomb(b"[" * 1_000_000)),
}
MHTML = 'From: <Saved by Blink>\r\nContent-Type: multipart/related; boundary="{mark}"\r\n\r\n'
"""The head of a page that a browser saved as one file."""


def saved(mark: str, content: str) -> bytes:
    return json.dumps({"html": MHTML.format(mark=mark) + content}).encode()


def full_capture() -> bytes:
    """As much of everything as a capture may hold."""
    answer = {"data": {"rows": [[{"a": n}] for n in range(1_000)]}}
    rows = [{"username": f"nguoi.{n}", "full_name": "Lan Anh", "has_photo": True} for n in range(5_000)]
    responses = [{"path": "/graphql/query", "name": "X", "body": answer} for _ in range(60)]
    return json.dumps(
        {"html": "<html>", "responses": responses, "samples": {"followers": {"rows": rows}}}
    ).encode()


CHECKS: dict[str, Callable[[], bytes]] = {
    "a web archive of many parts": lambda: saved(
        "b", "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n" * 150_000
    ),
    "a web archive with a mark of one letter": lambda: saved("-", "-" * 7_000_000),
    "a web archive of signs": lambda: saved(
        "b",
        "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + "=3D" * 2_500_000
        + "--b",
    ),
    "a web archive of base64": lambda: saved(
        "b",
        "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + "PGRpdj4" * 1_000_000
        + "--b",
    ),
    "heads of a web archive": lambda: json.dumps(
        {"html": "x" + "\nContent-Type: multipart/a" * 600 + "\n x" * 1_800_000}
    ).encode(),
    "tags": lambda: json.dumps({"html": "<div>" * 1_500_000}).encode(),
    "attributes": lambda: json.dumps({"html": "<header " + "a=b " * 1_900_000}).encode(),
    "metas": lambda: json.dumps(
        {"html": '<meta property="og:description" content="1 Followers">' * 100_000}
    ).encode(),
    "scripts": lambda: json.dumps(
        {"html": '<script type="application/json">{"a":[1,2,{"follower_count":3}]}</script>' * 80_000}
    ).encode(),
    "one script": lambda: json.dumps(
        {"html": '<script type="application/json">' + '{"follower_count":' * 300_000}
    ).encode(),
    "a full capture": full_capture,
}
ALL: list[tuple[str, str, str, Callable[[], bytes]]] = [
    *((f"xlsx: {name}", IMPORT, XLSX, make) for name, make in WORKBOOKS.items()),
    *((f"csv: {name}", IMPORT, "text/csv", make) for name, make in SHEETS.items()),
    *((f"check: {name}", "/api/v1/checks", "application/json", make) for name, make in CHECKS.items()),
    *((f"backup: {name}", SENT, "application/octet-stream", make) for name, make in BACKUPS.items()),
]


def full_rows() -> list[tuple[str, ...]]:
    """As many rows as an import takes, each with a handle, a note, tags, a price of its own and a status."""
    prices = (f"{1_000_000 + 137 * number:,} ₫".replace(",", ".") for number in range(11_900))
    rows = [(f"nguoi.{n}", f"ghi chú, dài {n}", "a, b", price, "found") for n, price in enumerate(prices)]
    return [("username", "note", "tags", "price_asked", "status"), *rows]


def full_list() -> bytes:
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    return workbook("".join(f"<row>{''.join(map(cell.format, row))}</row>" for row in full_rows()))


def full_csv() -> bytes:
    return "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in full_rows()).encode()


@pytest.mark.parametrize("make", [full_list, full_csv])
@pytest.mark.parametrize("save", [False, pytest.param(True, marks=pytest.mark.long)])
def test_a_full_list_is_read_within_the_limits(person: Server, make: Callable[[], bytes], save: bool) -> None:
    """What people may send is answered as well, with nothing refused."""
    media, begun = (XLSX if make is full_list else "text/csv"), processor_seconds(person)
    with Peak(person) as peak:
        answer = send(person, IMPORT + ("?dry_run=false" if save else ""), media, make())
    took = processor_seconds(person) - begun
    print(f"{took:.2f} s {peak.grown / 2**20:.0f} MB {answer.status}")  # noqa: T201 - shown by -rA
    assert answer.status == 200, answer.body[:300]
    assert peak.grown < MEGABYTES


@pytest.fixture(scope="module")
def person(start_server: Callable[..., Server]) -> Server:
    """A server of this module's own; its token is the command line's, which may also restore."""
    running = start_server()
    wait_until_warm(running)
    running.token = json.loads((running.home / "running.json").read_text())["token"]
    return running


class Peak:
    """The highest resident size while a block runs, above that before it."""

    def __init__(self, server: Server) -> None:
        self._server, self._done = server, threading.Event()
        self.before = self.highest = server.resident_bytes()

    def __enter__(self) -> Peak:
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(0.01):
            with suppress(OSError):
                self.highest = max(self.highest, self._server.resident_bytes())

    @property
    def grown(self) -> int:
        return self.highest - self.before


def send(server: Server, path: str, media: str, body: bytes) -> Any:
    return server.call("POST", path, body, {"Content-Type": media}, timeout=60)


@pytest.mark.parametrize(("path", "media", "make"), [case[1:] for case in ALL], ids=[case[0] for case in ALL])
def test_a_bomb_is_refused_within_its_limits(
    person: Server, path: str, media: str, make: Callable[[], bytes], record_property: Callable[..., None]
) -> None:
    """413 or 422 with a word of what is wrong, within two seconds of the processor and 200 MB."""
    body = make()
    assert len(body) < 8 * 2**20
    begun = processor_seconds(person)
    with Peak(person) as peak:
        answer = send(person, path, media, body)
    took = processor_seconds(person) - begun
    record_property(
        "measured", f"{took:.2f} s, {peak.grown / 2**20:.0f} MB, {answer.status} {answer.error_code}"
    )
    print(f"{took:.2f} s {peak.grown / 2**20:.0f} MB {answer.status} {answer.error_code}")  # noqa: T201 - shown by -rA
    assert answer.status in (200, 404, 413, 422)
    assert (took < SECONDS, peak.grown < MEGABYTES) == (True, True), (
        f"{took:.2f} s, {peak.grown / 2**20:.0f} MB"
    )


def test_four_bombs_at_once_are_refused_in_order(person: Server) -> None:
    """Hello goes on beside them."""
    body = WORKBOOKS["as many empty rows as fit"]()
    answers: list[int] = []
    threads = [
        threading.Thread(target=lambda: answers.append(send(person, IMPORT, XLSX, body).status))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    time.sleep(0.2)
    begun = time.monotonic()
    assert person.call("GET", "/api/v1/hello", token=None).status == 200
    waited = time.monotonic() - begun
    for thread in threads:
        thread.join()
    assert (set(answers) <= {413, 422, 200}, waited < 2) == (True, True)
