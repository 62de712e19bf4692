"""Hostile and broken inputs against the real process: each gets its answer, and nothing else happens.

The cases stand in the shared corpus; tests of the same classes with inputs of our own are in the other modules.
"""

from __future__ import annotations

import gzip
import http.client
import io
import json
import socket
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.http.conftest import EXTENSION, Answer, Server, processor_seconds, profile_page, read_answer

CASES = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "bad_inputs.jsonl"
MAX = 8 * 1024 * 1024
HANGS = 15
"""Seconds on the clock after which a request counts as never answered. The work itself is measured on the processor:
sending 24 MB in 1,500 pieces alone takes the client two seconds of the clock where others use the machine."""
WAITS = 10
"""Seconds from which a case is for the run where others use the processor meanwhile: it waits for the server to hang up."""
ELSEWHERE = {
    "D-015": "extension",
    "D-016": "browser",
    "D-049": "test_shortlist.py: needs an entry at a later version",
    "D-055": "browser",
    "D-056": "browser",
    "D-057": "browser",
    "D-058": "extension",
    "D-059": "store",
    "D-060": "test_process.py",
    "D-061": "faults",
    "D-062": "faults",
    "D-063": "test_process.py",
    "D-064": "test_process.py",
    "D-065": "faults",
}
ROUTES = {
    "INGEST": ("POST", "/api/v1/checks"),
    "LIST": ("GET", "/api/v1/shortlist"),
    "ADD": ("PUT", "/api/v1/shortlist"),
    "PATCH": ("PATCH", "/api/v1/shortlist/abc"),
    "DEL": ("DELETE", "/api/v1/shortlist/abc"),
    "IMPORT": ("POST", "/api/v1/shortlist/imports"),
    "UI": ("GET", "/"),
}


@dataclass(frozen=True)
class Sending:
    """One request of a case."""

    method: str = "GET"
    path: str = "/"
    headers: dict[str, str | None] = field(default_factory=dict)
    body: bytes | None = None
    raw: str | None = None
    chunked: bool = False


def cases() -> list[dict[str, Any]]:
    if not CASES.exists():
        return []
    return [case for case in map(json.loads, CASES.read_text("utf-8").splitlines()) if case["id"] != "META"]


def served() -> list[Any]:
    mine = [case for case in cases() if case["id"] not in ELSEWHERE]
    if not mine:
        return [pytest.param(None, marks=pytest.mark.skip("the shared corpus is not beside this repository"))]
    return [
        pytest.param(
            case,
            id=f"{case['id']} {case['title'][:50]}",
            marks=[pytest.mark.fault] if case["expect"].get("max_s", 2) > WAITS else [],
        )
        for case in mine
    ]


@pytest.mark.corpus
@pytest.mark.parametrize("case", served())
def test_a_bad_input_gets_its_answer_and_changes_nothing(case: dict[str, Any], server: Server) -> None:
    """Status, code and headers are as the corpus says, the store stays unless it said yes, and hello goes on."""
    server.call("GET", "/api/v1/shortlist")  # the client is noted as seen, once an hour
    resident = server.resident_bytes()
    for sending in sendings(case, server):
        before = server.store_bytes()
        begun, worked = time.monotonic(), processor_seconds(server)
        answer = send(sending, server, case)
        most = case["expect"].get("max_s", 2)
        assert processor_seconds(server) - worked < most
        assert time.monotonic() - begun < max(HANGS, most)
        assert_answer(answer, case, server)
        if answer is None or answer.status >= 300 or answer.status < 200:
            assert server.store_bytes() == before
        assert_hello(server)
    assert server.resident_bytes() - resident < 150 * 2**20
    assert "Traceback" not in server.log()
    assert server.token not in server.log()


@pytest.mark.corpus
def test_every_case_of_the_corpus_is_run_somewhere() -> None:
    """A case is run here or named with the place where it is."""
    if not cases():
        pytest.skip("the shared corpus is not beside this repository")
    assert {case["id"] for case in cases()} >= set(ELSEWHERE)


def assert_answer(answer: Answer | None, case: dict[str, Any], server: Server) -> None:
    expect = case["expect"]
    status = 0 if answer is None else answer.status
    assert status in expect["status_in"], answer and answer.body[:300]
    if answer is None:
        return
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers.get("access-control-allow-origin") in (None, EXTENSION)
    if answer.status >= 400:
        assert answer.headers["content-type"] == "application/json"
        assert expect["error_code"] in ("", answer.error_code)
        for leak in ("Traceback", str(server.home), server.token):
            assert leak not in answer.body.decode()


def assert_hello(server: Server) -> None:
    assert server.call("GET", "/api/v1/hello", token=None, timeout=HANGS).status == 200


def send(sending: Sending, server: Server, case: dict[str, Any]) -> Answer | None:
    if sending.raw is not None:
        return _send_raw(sending.raw, server, case)
    headers = {
        "Host": f"127.0.0.1:{server.port}",
        "Authorization": f"Bearer {server.token}",
        "Origin": EXTENSION,
        "Content-Type": "application/json",
        **{name: value and _filled(value, server) for name, value in sending.headers.items()},
    }
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)) as connection:
        connection.putrequest(
            sending.method, _filled(sending.path, server), skip_host=True, skip_accept_encoding=True
        )
        for name, value in headers.items():
            if value is not None:
                connection.putheader(name, value)
        if sending.chunked:
            connection.putheader("Transfer-Encoding", "chunked")
        elif sending.body is not None:
            connection.putheader("Content-Length", str(len(sending.body)))
        connection.endheaders()
        _send_body(connection, sending)
        response = connection.getresponse()
        return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())


def _send_body(connection: http.client.HTTPConnection, sending: Sending) -> None:
    if sending.body is None:
        return
    if not sending.chunked:
        connection.send(sending.body)
        return
    for start in range(0, len(sending.body), 16_384):
        piece = sending.body[start : start + 16_384]
        connection.send(b"%x\r\n%s\r\n" % (len(piece), piece))
    connection.send(b"0\r\n\r\n")


def _send_raw(raw: str, server: Server, case: dict[str, Any]) -> Answer | None:
    """The same bytes on as many connections as the case says; all must end, and others be served meanwhile."""
    data = _filled(raw, server).encode()
    count = case["send"].get("parallel", 1)
    connections = [socket.create_connection(("127.0.0.1", server.port), timeout=40) for _ in range(count)]
    for connection in connections:
        connection.sendall(data)
    assert_hello(server)
    answers = [read_answer(connection) for connection in connections]
    for connection in connections:
        connection.close()
    assert len({answer and answer.status for answer in answers}) == 1
    return answers[0]


def _filled(text: str, server: Server) -> str:
    return text.replace("PORT", str(server.port)).replace("TOKEN", server.token).replace("EXT", EXTENSION)


def sendings(case: dict[str, Any], server: Server) -> Iterator[Sending]:
    """Every request that a case describes."""
    own = OWN.get(case["id"])
    if own is not None:
        yield from own(server)
    elif "raw" in case["send"]:
        yield Sending(raw=case["send"]["raw"])
    elif "raw_each" in case["send"]:
        for line in case["send"]["raw_each"]:
            yield Sending(raw=f"{line} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: close\r\n\r\n")
    elif "field" in case["send"]:
        yield from _of_field(case["send"])
    else:
        yield from _of_route(case["send"])


def _of_field(described: dict[str, Any]) -> Iterator[Sending]:
    """A value in one field: in the body, and for user names in the address as well."""
    values = described.get("values") or [_generated(described["gen_py"])]
    for value in values:
        body = {"username": "abc"} | {described["field"]: value}
        yield Sending("PUT", "/api/v1/shortlist", body=json.dumps(body).encode())
        if described["field"] == "username" and value not in (".", ".."):
            yield Sending("PUT", f"/api/v1/shortlist/{quote(value, safe='')}", body=b"{}")


def _of_route(described: dict[str, Any]) -> Iterator[Sending]:
    method, path = ROUTES[described["to"]]
    method = described.get("method", method)
    path += described.get("query", "")
    for headers in described.get("headers_each", [described.get("headers", {})]):
        for body in _bodies(described):
            yield Sending(method, path, headers, body, chunked=described.get("chunked", False))


def _bodies(described: dict[str, Any]) -> list[bytes | None]:
    if "body_each" in described:
        return [_with_page(body).encode("utf-8", "surrogatepass") for body in described["body_each"]]
    if "body" in described:
        return [described["body"].encode()]
    if "gen_py" not in described:
        return [None]
    made = _generated(described["gen_py"])
    made = made.encode() if isinstance(made, str) else made
    is_html = described["to"] == "INGEST" and made.startswith(b"<")
    return [json.dumps({"html": made.decode()}).encode() if is_html else made]


def _with_page(body: str) -> str:
    return body.replace('"FIXTURE"', json.dumps(profile_page()))


def _generated(expression: str) -> Any:
    return eval(expression, {"MAX": MAX, "gzip": gzip})  # noqa: S307 - an expression of our own corpus


# --- cases that the corpus describes in words ------------------------------------------------------------------


def _every_address(server: Server) -> Iterator[Sending]:
    for path in ("/api/v1/shortlist", "/", "/static/index.html", "/nothing/here"):
        yield Sending(path=path, headers={"Host": "rebind.attacker.test:PORT"})


def _xss(server: Server) -> Iterator[Sending]:
    for attack in ('<img src=x onerror="window.__x=1">', '"><script>alert(1)</script>'):
        page = profile_page().replace("</h2>", f"{attack}</h2>")
        yield Sending("POST", "/api/v1/checks", body=json.dumps({"html": page}).encode())


def _inner_pictures(server: Server) -> Iterator[Sending]:
    for url in (
        f"http://127.0.0.1:{server.port}/api/v1/shortlist/1/delete",
        "file:///etc/passwd",
        "http://attacker.test/beacon",
    ):
        page = profile_page().replace("</head>", f'<meta property="og:image" content="{url}"></head>', 1)
        yield Sending("POST", "/api/v1/checks", body=json.dumps({"html": page}).encode())


def _cut_files(server: Server) -> Iterator[Sending]:
    server.call("PUT", "/api/v1/shortlist/abc", {"note": "a note\nof two lines", "tags": ["x"]})
    for path in ("/api/v1/shortlist", "/api/v1/shortlist.csv", "/api/v1/shortlist.xlsx"):
        good = server.call("GET", path).body
        yield _import(good[: len(good) // 2])


def _zip_bomb(server: Server) -> Iterator[Sending]:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member,
    ):
        for _ in range(300):
            member.write(b"\0" * 1_000_000)
    yield _import(file.getvalue())


def _bad_tables(server: Server) -> Iterator[Sending]:
    yield _import(b"username,note\na," + b"x" * 200_000)
    yield _import(b"name_of_nothing\nabc\n")
    yield _import(b'username,note,note\nabc,x,"y\n')


def _debug_pages(server: Server) -> Iterator[Sending]:
    yield Sending(path="/console")
    yield Sending(path="/?__debugger__=yes&cmd=resource&f=debugger.js")


def _import(body: bytes) -> Sending:
    path = "/api/v1/shortlist/imports?dry_run=false"
    return Sending("POST", path, {"Content-Type": "application/octet-stream"}, body)


OWN: dict[str, Callable[[Server], Iterator[Sending]]] = {
    "D-001": _every_address,
    "D-035": _xss,
    "D-038": _inner_pictures,
    "D-052": _cut_files,
    "D-053": _zip_bomb,
    "D-054": _bad_tables,
    "D-066": _debug_pages,
}
