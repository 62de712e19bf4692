"""Who is answered, and with which headers."""

from __future__ import annotations

import re
import select
import socket
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.security.headers import ALWAYS
from server.security.hosts import allowed_hosts
from server.security.own_host import own_host
from tests.http.conftest import EXTENSION, Client, Server, read_answer

LIST = "/api/v1/shortlist"


def paired(client: Client, origin: str = EXTENSION) -> str:
    """The bearer token of a freshly paired extension."""
    from tests.http.test_pairing import pair  # noqa: PLC0415 - that module imports this package's conftest as well

    return str(pair(client, origin)["token"])


@pytest.mark.parametrize(
    "host", ["evil.test", "127.0.0.1", "127.0.0.1:1", "LOCALHOST.:5765", "127.0.0.1:5765.evil.test", ""]
)
@pytest.mark.parametrize("path", ["/", LIST, "/nothing", "/static/index.html"])
def test_only_the_own_host_is_answered(client: Client, host: str, path: str) -> None:
    """Every address, known or not, is refused under another name."""
    answer = client.call("GET", path, Host=host)
    assert (answer.status_code, answer.json["error"]["code"]) == (421, "bad_host")


def test_browsers_leave_port_80_out_of_host() -> None:
    """On port 80 the bare name is the same server."""
    name = "soi-abcd2345.localhost"
    assert (True, True, False, False) == (
        "127.0.0.1" in allowed_hosts(80, name),
        name in allowed_hosts(80, name),
        "127.0.0.1" in allowed_hosts(5765, name),
        name in allowed_hosts(5765, name),
    )


def test_the_installs_own_name_is_kept(tmp_path: Path) -> None:
    """Made once, for its owner only; a damaged file is made anew, and a folder that takes none has a name for one run."""
    first, file = own_host(tmp_path), tmp_path / "page-host"
    mode = file.stat().st_mode & 0o777
    again = own_host(tmp_path)
    file.write_text("evil.test")
    other = own_host(tmp_path)
    assert re.fullmatch(r"soi-[a-z0-9]{8}\.localhost", first)
    assert (first, 0o600, other, False) == (again, mode, own_host(tmp_path), other in (first, "evil.test"))
    assert own_host(tmp_path / "absent").endswith(".localhost")


def test_pages_and_api_answer_under_the_own_name(client: Client) -> None:
    """Its origin is the server's own, another install's is nobody's."""
    own = client.services.page_url.removeprefix("http://")
    answers = [
        client.call("GET", path, Host=host, Origin=f"http://{own}")
        for host in (own, "soi-00000000.localhost:5765")
        for path in ("/", LIST)
    ]
    assert [200, 200, 421, 421] == [answer.status_code for answer in answers]


@pytest.mark.parametrize("host", ["127.0.0.1:5765", "localhost:5765"])
def test_a_tab_goes_on_under_the_own_name(client: Client, host: str) -> None:
    """Only a tab is led there, with all of its address; programs and the extension stay where they are."""
    address = "/pair/0123456789abcdef0123456789abcdef?x=1"
    tab = client.call("GET", "/?x=1", Host=host, Sec_Fetch_Dest="document")
    other = client.call("GET", "/", Host=host)
    there = client.call(
        "GET", "/", Host=client.services.page_url.removeprefix("http://"), Sec_Fetch_Dest="document"
    )
    assert (307, f"{client.services.page_url}/?x=1", 200, 200) == (
        tab.status_code,
        tab.headers["Location"],
        other.status_code,
        there.status_code,
    )
    assert 404 == client.call("GET", address, Host=host, Sec_Fetch_Dest="document").status_code


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Bearer ", "Bearer wrong", "Basic a-command-token-for-tests", "wrong"]
)
def test_a_wrong_token_is_refused_in_constant_words(client: Client, authorization: str) -> None:
    """Nothing tells what is wrong with a token, or whether there is data."""
    answer = client.call("GET", LIST, Authorization=authorization)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.json == {
        "error": {"code": "unauthorized", "message": "Connect first: this request carries no valid token."}
    }


@pytest.mark.parametrize("site", ["cross-site", "same-site", "anything"])
def test_another_site_is_refused_even_with_a_token(client: Client, site: str) -> None:
    """A page on another local port is "same-site", and that is not this site."""
    answer = client.call("PUT", f"{LIST}/abc", {}, Sec_Fetch_Site=site)
    assert (answer.status_code, answer.json["error"]["code"]) == (403, "bad_origin")


@pytest.mark.parametrize(
    "origin",
    [
        f"{EXTENSION}.evil.test",
        EXTENSION.upper(),
        f"{EXTENSION}/",
        EXTENSION.replace("chrome", "moz"),
        "http://127.0.0.1:5766",
        "https://127.0.0.1:5765",
        "null",
    ],
)
def test_a_foreign_origin_is_refused_and_gets_no_cors_header(client: Client, origin: str) -> None:
    """Origins are compared character for character."""
    client.token = paired(client)
    answer = client.call("GET", LIST, Origin=origin)
    assert (answer.status_code, answer.json["error"]["code"]) == (403, "bad_origin")
    assert not [name for name in answer.headers.keys() if name.startswith("Access-Control")]  # noqa: SIM118 - a multidict


def test_a_paired_extension_may_read_answers_until_it_is_revoked(client: Client) -> None:
    """The list of allowed origins is the list of paired devices, at every moment."""
    command = client.token
    client.token = paired(client)
    assert client.call("GET", LIST, Origin=EXTENSION).headers["Access-Control-Allow-Origin"] == EXTENSION
    client.token = command
    for device in client.call("GET", "/api/v1/devices").json["devices"]:
        assert client.call("DELETE", f"/api/v1/devices/{device['client_id']}").status_code == 204
    assert client.call("GET", LIST, Origin=EXTENSION).status_code == 403


def test_a_preflight_is_answered_for_a_paired_extension_only(client: Client) -> None:
    """The browser learns nothing about this server for any other origin."""
    asked = {"Access_Control_Request_Method": "DELETE", "Access_Control_Request_Headers": "authorization"}
    paired(client)
    good = client.call("OPTIONS", f"{LIST}/abc", Origin=EXTENSION, Authorization="", **asked)
    bad = client.call("OPTIONS", f"{LIST}/abc", Origin="https://evil.test", Authorization="", **asked)
    assert (good.status_code, good.headers["Access-Control-Allow-Origin"]) == (204, EXTENSION)
    assert (bad.status_code, bad.headers.get("Access-Control-Allow-Origin")) == (403, None)


@pytest.mark.parametrize("headers", [{}, {"Sec_Fetch_Site": "none"}, {"Sec_Fetch_Site": "same-origin"}])
def test_a_background_page_needs_no_origin(client: Client, headers: dict[str, str]) -> None:
    """An extension's GET carries no Origin in either browser."""
    client.token = paired(client)
    assert client.call("GET", LIST, **headers).status_code == 200


@pytest.mark.parametrize(
    ("path", "dest", "status"),
    [("/", "document", 200), ("/", "iframe", 403), ("/static/index.html", "object", 403)],
)
def test_the_shell_opens_from_a_link_but_not_in_a_frame(
    client: Client, path: str, dest: str, status: int
) -> None:
    """A link from a chat may lead here; no page may lay this one under a click."""
    own = client.services.page_url.removeprefix("http://")
    asked = {"Host": own, "Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": dest}
    answer = client.call("GET", path, Authorization="", **asked)
    assert status == answer.status_code


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?utm_source=chat&fbclid=x", 200),
        ("?x", 200),
        ("?__debugger__=yes&cmd=resource&f=debugger.js", 404),
        ("?utm_source=chat&__debugger__=yes", 404),
    ],
)
def test_a_link_with_a_trackers_query_opens_the_shell(client: Client, query: str, status: int) -> None:
    """What chats and mailings add to a link means nothing; a debugger is not there."""
    assert client.call("GET", f"/{query}", Authorization="").status_code == status


@pytest.mark.parametrize(
    "media",
    [
        "text/plain",
        "application/json; charset=utf-16",
        "application/jsonp",
        "multipart/form-data; boundary=x",
        "",
    ],
)
def test_only_json_in_utf8_is_read(client: Client, media: str) -> None:
    """A form of another site can send the other types without asking."""
    answer = client.call("PUT", f"{LIST}/abc", b"{}", Content_Type=media)
    assert (answer.status_code, answer.json["error"]["code"]) == (415, "unsupported_media_type")


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate", "gzip, identity"])
def test_a_compressed_body_is_refused(client: Client, encoding: str) -> None:
    """Nothing is unpacked, so nothing can unpack to more than it should."""
    answer = client.call("PUT", f"{LIST}/abc", b"{}", Content_Encoding=encoding)
    assert (answer.status_code, answer.json["error"]["code"]) == (415, "unsupported_encoding")


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nothing", 404, "not_found"),
        ("GET", "/api/v1/nothing", 404, "not_found"),
        ("POST", LIST, 405, "method_not_allowed"),
        ("TRACE", LIST, 405, "method_not_allowed"),
        ("GET", f"{LIST}?page=2", 404, "not_found"),
        ("GET", "/static/../settings.py", 404, "not_found"),
    ],
)
def test_an_unknown_address_is_answered_like_every_error(
    client: Client, method: str, path: str, status: int, code: str
) -> None:
    """Errors of the framework have the same shape and headers."""
    answer = client.call(method, path)
    assert (status, code) == (answer.status_code, answer.json["error"]["code"])
    assert dict(ALWAYS).items() <= dict(answer.headers).items()
    assert answer.headers["Cache-Control"] == "no-store"


def test_an_unexpected_failure_shows_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The words of an exception stay inside: they may hold somebody's data."""

    def fail(*_: object) -> None:
        raise RuntimeError("secret of @somebody")

    monkeypatch.setattr(client.services.store.entries, "all", fail)
    answer = client.call("GET", LIST)
    assert (answer.status_code, answer.json["error"]["code"]) == (500, "internal")
    assert "secret" not in answer.text
    assert [r.fields["type"] for r in caplog.records if r.message == "unexpected"] == [("RuntimeError")]
    assert "secret" not in caplog.text


def test_errors_of_http_itself_are_json_too(server: Server) -> None:
    """What never reaches the application is answered in the same shape, and the connection is closed."""
    answer = server.raw(b"GET / HTTP/1.1\r\nHost 127.0.0.1\r\n\r\n")
    assert answer is not None
    assert (answer.status, answer.error_code) == (400, "bad_request")
    assert {n.lower(): v for n, v in ALWAYS}.items() <= answer.headers.items()


def test_long_headers_are_refused(server: Server) -> None:
    """A header section has a limit."""
    answer = server.raw(b"GET / HTTP/1.1\r\nX: " + b"a" * 40_000 + b"\r\n\r\n")
    assert answer is not None
    assert (answer.status, answer.error_code) == (413, "too_large")


def test_two_hosts_are_no_host(server: Server) -> None:
    """A second Host header does not smuggle a request past the first."""
    lines = f"GET /api/v1/hello HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nHost: evil.test\r\n\r\n"
    answer = server.raw(lines.encode())
    assert answer is not None
    assert (answer.status, answer.error_code) == (421, "bad_host")


def test_a_request_that_drips_is_cut_off(start_server: Callable[..., Server]) -> None:
    """A byte now and then does not keep a place for ever: the answer is 408."""
    server = start_server(SOI_REQUEST_SECONDS="2")
    with closing(socket.create_connection(("127.0.0.1", server.port), timeout=15)) as connection:
        begun = time.monotonic()
        answered = False
        while not answered and time.monotonic() - begun < 8:
            connection.send(b"P")
            answered = bool(select.select([connection], [], [], 0.1)[0])
        answer = read_answer(connection)
    assert answer is not None
    assert (answer.status, answer.error_code) == (408, "timeout")
    assert time.monotonic() - begun > 1.5


GOOD = b"POST /api/v1/checks HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: 2\r\n\r\n{}"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_broken_http_is_answered_or_closed_and_hello_goes_on(server: Server, data: st.DataObject) -> None:
    """A request with bytes put in, taken out or cut off harms nobody."""
    good = GOOD % server.port
    place = data.draw(st.integers(0, len(good)))
    taken = data.draw(st.integers(0, 8))
    broken = good[:place] + data.draw(st.binary(max_size=12)) + good[place + taken :]
    with closing(socket.create_connection(("127.0.0.1", server.port), timeout=10)) as connection:
        connection.sendall(broken)
        connection.shutdown(socket.SHUT_WR)
        answer = read_answer(connection)
    if answer is not None and answer.status >= 400:
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.error_code
    assert server.call("GET", "/api/v1/hello", token=None).status == 200
