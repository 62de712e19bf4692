"""Beyond this machine: only behind TLS that a trusted proxy ends, only under the exact name, only for members."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from server.app import create_app
from server.cli.open import command as open_page
from server.errors import BadSetting
from server.security.hosts import HostGuard
from server.security.policy import policy_of
from server.security.strangers import FREE
from server.settings import Settings, load_settings
from server.store import open_store
from tests.http.conftest import Answer, Server
from tests.http.test_demo import capture

PROTOCOL = Path(__file__).resolve().parents[2] / "docs" / "protocol.md"
NAME = "soi.example.com"
FOR_NOBODY = {
    "GET /",
    "GET /static/<path:name>",
    "GET /pair/<pairing_id>",
    "POST /pair/<pairing_id>",
    "GET /pair/<pairing_id>/<decision>",
    "GET /api/v1/hello",
    "GET /api/v1/openapi.json",
    "POST /api/v1/pairings",
    "POST /api/v1/pairings/<pairing_id>/claim",
    "POST /api/v1/sessions",
}
"""What a team's server answers to somebody who is no member: the page without data, and how one comes in."""
TEAM = {"SOI_TRUSTED_PROXY": "127.0.0.1", "SOI_PUBLIC_URL": f"https://{NAME}"}
BY_PROXY = {"Host": NAME, "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}


@pytest.mark.parametrize(
    "given",
    [
        {"SOI_HOST": "0.0.0.0"},  # noqa: S104 - it is refused
        {"SOI_HOST": "192.168.1.5", "SOI_TRUSTED_PROXY": "192.168.1.2"},
        {"SOI_HOST": "192.168.1.5", "SOI_PUBLIC_URL": f"https://{NAME}"},
        {"SOI_TRUSTED_PROXY": "192.168.1.2"},
        {"SOI_PUBLIC_URL": f"https://{NAME}"},
        TEAM | {"SOI_HOST": "soi.example.com"},
        TEAM | {"SOI_TRUSTED_PROXY": "*"},
        TEAM | {"SOI_PUBLIC_URL": f"http://{NAME}"},
        TEAM | {"SOI_PUBLIC_URL": f"https://{NAME}/soi"},
        TEAM | {"SOI_PUBLIC_URL": f"https://evil.test@{NAME}"},
    ],
)
def test_nothing_is_served_beyond_this_machine_by_half_of_the_settings(
    given: dict[str, str], tmp_path: Path
) -> None:
    with pytest.raises(BadSetting):
        load_settings(home=tmp_path, environ=given)


def test_all_of_them_together_are_taken(tmp_path: Path) -> None:
    loaded = load_settings(home=tmp_path, environ=TEAM | {"SOI_HOST": "0.0.0.0"})  # noqa: S104 - behind a proxy
    assert (True, NAME) == (loaded.is_for_team, loaded.public_host)


@pytest.mark.parametrize(
    ("host", "scheme", "peer", "allowed"),
    [
        (NAME, "https", "203.0.113.9", True),
        (NAME, "http", "203.0.113.9", False),
        (NAME, "http", "127.0.0.1", False),
        ("127.0.0.1:5765", "http", "127.0.0.1", True),
        ("127.0.0.1:5765", "http", "203.0.113.9", False),
        ("127.0.0.1:5765", "https", "203.0.113.9", False),
        (f"{NAME}.", "https", "203.0.113.9", False),
        ("evil.test", "https", "203.0.113.9", False),
        (None, "https", "203.0.113.9", False),
    ],
)
def test_the_teams_name_by_tls_and_this_machines_names_from_this_machine(
    host: str | None, scheme: str, peer: str, allowed: bool
) -> None:
    said: list[str] = []

    def app(_environ: dict[str, Any], _start: Any) -> list[bytes]:
        return [b"in"]

    guard = HostGuard(app, frozenset({"127.0.0.1:5765"}), NAME)
    environ = {"wsgi.url_scheme": scheme, "REMOTE_ADDR": peer} | ({"HTTP_HOST": host} if host else {})
    body = b"".join(guard(environ, lambda status, _headers: said.append(status)))
    assert (allowed, [] if allowed else ["421 Misdirected Request"]) == (body == b"in", said)


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A server behind a proxy on this machine, and the link of its owner."""
    server = Server(tmp_path_factory.mktemp("team"), environment=TEAM)
    refused = server.run("serve", "--no-open")
    link = server.run("member", "add", "Mai")[1].splitlines()[-1]
    server.start()
    yield server, link, refused
    server.stop()


def asked(server: Server, method: str, path: str, body: Any = None, **more: Any) -> Answer:
    return server.call(method, f"/api/v1{path}", body, BY_PROXY | more.pop("headers", {}), **more)


def test_without_a_member_it_does_not_start(team: Any) -> None:
    status, output, errors = team[2]
    assert (1, "", True) == (status, output, "soi member add NAME" in errors)


def test_a_link_opens_the_page_and_the_terminals_code_does_not_come_from_outside(team: Any) -> None:
    server, link, _ = team
    address, code = link.split("/#code=")
    typed = re.findall(r"code ([A-Z0-9]{4}-[A-Z0-9]{4})", server.first_line)
    outside = asked(server, "POST", "/sessions", {"code": typed[0]}, token=None)
    opened = asked(server, "POST", "/sessions", {"code": code}, token=None)
    token = opened.json()["token"]
    me = asked(server, "GET", "/sessions/current", token=token).json()["member"]
    own = asked(server, "PUT", "/shortlist/lan.anh", {}, token=token, headers={"Origin": f"https://{NAME}"})
    other = asked(server, "PUT", "/shortlist/x.y", {}, token=token, headers={"Origin": f"http://{NAME}"})
    assert (f"https://{NAME}", 401, 201, "Mai", 201, 403) == (
        address,
        outside.status,
        opened.status,
        me["name"],
        own.status,
        other.status,
    )


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": NAME},
        {"Host": NAME, "X-Forwarded-Proto": "http"},
        {"Host": "evil.test", "X-Forwarded-Proto": "https", "X-Forwarded-Host": NAME},
    ],
)
def test_without_tls_or_under_another_name_nobody_is_answered(team: Any, headers: dict[str, str]) -> None:
    answer = team[0].call("GET", "/api/v1/hello", None, headers, token=None)
    assert (421, "bad_host") == (answer.status, answer.error_code)


def test_who_is_wrong_from_outside_again_and_again_waits_and_others_do_not(team: Any) -> None:
    """By the address that the proxy names; the machine's own command line is never held up."""
    server = team[0]
    wrong = {"headers": {"X-Forwarded-For": "203.0.113.66"}, "token": "wrong"}
    answers = [asked(server, "GET", "/shortlist", **wrong).status for _ in range(FREE + 4)]
    other = asked(server, "GET", "/shortlist", token="wrong").status
    codes = {"headers": {"X-Forwarded-For": "203.0.113.66"}, "token": None}
    code = asked(server, "POST", "/sessions", {"code": "wrong"}, **codes).status
    assert ([401] * FREE, True, 401, 429, 0) == (
        answers[:FREE],
        429 in answers[FREE:],
        other,
        code,
        server.run("member", "list")[0],
    )


def test_whoever_is_no_member_finds_the_door_and_nothing_else(tmp_path: Path) -> None:
    """Every route that knows nobody, by hand: a new one has to be meant for the whole internet."""
    settings = load_settings(home=tmp_path, environ=TEAM)
    with closing(open_store(settings.database_url)) as store:
        app = create_app(settings, store)
        answered = {
            f"{method} {rule.rule}"
            for rule in app.url_map.iter_rules()
            for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
            for policy in [policy_of(app.view_functions[rule.endpoint])]
            if policy.access == "public" and not policy.one_machine
        }
    assert FOR_NOBODY == answered


def test_the_protocol_says_what_a_teams_server_does_otherwise(tmp_path: Path) -> None:
    """Which addresses it does not have, from when on a stranger waits, and by which settings."""
    section = re.findall(r"## Behind a proxy\n(.*?)\n## ", PROTOCOL.read_text("utf-8"), re.DOTALL)[0]
    with closing(open_store(Settings(home=tmp_path).database_url)) as store:
        app = create_app(Settings(home=tmp_path), store)
        absent = [
            rule.rule.replace("<path:name>", "...")
            for rule in app.url_map.iter_rules()
            if policy_of(app.view_functions[rule.endpoint]).one_machine
        ]
    said = [f"after {FREE} in a row", "`trusted_proxy`", "`public_url`", *absent]
    assert (3, []) == (len(absent), [words for words in said if words not in section])


def test_nothing_is_judged_for_whoever_is_no_member(team: Any) -> None:
    """The demo is for one machine: under the team's name, and under the machine's own, there is none."""
    asked_for = [
        asked(team[0], "POST", "/demo/checks", capture("linhdan.vidu"), token=None),
        team[0].call("POST", "/api/v1/demo/checks", capture("linhdan.vidu"), token=None),
        team[0].call("GET", "/demo", None, BY_PROXY, token=None),
        team[0].call("GET", "/extension/content.js", None, BY_PROXY, token=None),
    ]
    assert [(404, "not_found")] * 4 == [(answer.status, answer.error_code) for answer in asked_for]


def test_a_pairing_is_allowed_on_the_members_page(team: Any) -> None:
    """There is no terminal to read a code from."""
    page = team[0].call("GET", "/pair/" + "0" * 32, None, BY_PROXY, token=None)
    assert (303, "/") == (page.status, page.headers["location"])


def test_who_is_no_member_is_nobody_even_where_none_is_left(team: Any) -> None:
    server = team[0]
    code = server.run("member", "add", "Mai")[1].splitlines()[-1].split("=")[1]
    token = asked(server, "POST", "/sessions", {"code": code}, token=None).json()["token"]
    before = asked(server, "GET", "/shortlist", token=token).status
    server.run("member", "remove", "Mai")
    assert (200, 401) == (before, asked(server, "GET", "/shortlist", token=token).status)


def test_open_demo_says_that_a_team_has_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """And starts nothing: its page would be one that is not there."""
    for name, value in {**TEAM, "SOI_HOME": str(tmp_path / "soi")}.items():
        monkeypatch.setenv(name, value)
    said = CliRunner().invoke(open_page, ["--demo", "--lang", "en"])
    assert (2, True, False) == (said.exit_code, "has no demo" in said.output, (tmp_path / "soi").exists())
