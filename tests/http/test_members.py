"""Members and roles: who may do what on every route, whose a session and a token is, and who did it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from server.api import PREFIX
from server.security.policy import policy_of
from server.security.roles import LEAST, least_role, plain
from server.store import open_store
from server.store.member_records import ROLES, Role
from tests.http.conftest import COMMAND_TOKEN, Client
from tests.http.looks import look
from tests.http.test_pairing import claim, pair, start

NAMES = {"owner": "Mai", "editor": "Bình", "viewer": "An"}


COMMANDS = {"POST /stop", "POST /storage/backup", "POST /storage/restore", "POST /storage/merge"}
"""Which only this machine's command line may send."""


def code_of(client: Client, role: Role, name: str | None = None) -> str:
    made = client.call("POST", "/api/v1/members", {"name": name or NAMES[role], "role": role})
    assert made.status_code == 201, made.text
    return str(made.json["code"])


def session(client: Client, code: str) -> str:
    opened = client.call("POST", "/api/v1/sessions", {"code": code}, Authorization="")
    assert opened.status_code == 201, opened.text
    return str(opened.json["token"])


@pytest.fixture
def team(client: Client) -> dict[str, str]:
    """A session of each role."""
    return {role: session(client, code_of(client, role)) for role in reversed(ROLES)}


def as_(client: Client, token: str) -> Client:
    """The same application, asked by another."""
    other = Client(client.app)
    other.token = token
    return other


def routes(client: Client) -> Iterator[tuple[str, str]]:
    """Method and pattern of every route of the API that knows its client."""
    for rule in client.app.url_map.iter_rules():
        policy = policy_of(client.app.view_functions[rule.endpoint])
        if rule.rule.startswith(PREFIX) and policy.access != "public":
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                yield method, rule.rule.removeprefix(PREFIX)


def test_every_route_stands_in_the_table_and_once(client: Client) -> None:
    listed = sorted(route for told in LEAST.values() for route in told)
    assert sorted({f"{method} {plain(rule)}" for method, rule in routes(client)}) == listed


@pytest.mark.parametrize("role", ROLES)
def test_no_route_does_for_a_role_what_the_table_does_not_grant(
    client: Client, team: dict[str, str], role: Role
) -> None:
    """Every route is asked by every role."""
    refused = set()
    # last of all those that end what is asked with
    for method, rule in sorted(routes(client), key=lambda route: route[0] == "DELETE"):
        if rule in ("/sessions/current", "/devices/current") and method == "DELETE":
            continue
        path = rule.replace("<creator:username>", "nobody").replace("<", "").replace(">", "")
        body = None if method in ("GET", "DELETE") else {}
        answer = as_(client, team[role]).call(method, PREFIX + path, body)
        if answer.status_code == 401:  # whatever the role: the command line's alone
            assert ("owner", "Only the command line may do this.") == (
                least_role(method, rule),
                answer.json["error"]["message"],
            )
            refused.add(f"{method} {plain(rule)}")
        if answer.status_code == 403:
            assert answer.json["error"] == {
                "code": "forbidden",
                "message": "Your role does not allow this. An owner can give you another one.",
                "details": {"needs": least_role(method, rule)},
            }
            refused.add(f"{method} {plain(rule)}")
    above = ROLES[ROLES.index(role) + 1 :]
    if role == "owner":
        refused -= COMMANDS
    assert sorted(route for higher in above for route in LEAST[higher]) == sorted(refused)


@pytest.mark.parametrize("role", ROLES)
def test_a_session_says_what_its_role_may_do_and_its_page_hears_of_another_role(
    client: Client, team: dict[str, str], role: Role
) -> None:
    """By which the page decides what it offers."""
    one = as_(client, team[role])
    state = one.call("GET", "/api/v1/sessions/current").json
    granted = [
        route
        for least, routes in LEAST.items()
        if ROLES.index(least) <= ROLES.index(role)
        for route in routes
    ]
    assert (sorted(granted), role, None) == (
        state["may"],
        one.call("GET", "/api/v1/status").json["role"],
        client.call("GET", "/api/v1/status").json["role"],
    )


def test_a_route_of_tomorrow_is_the_owners() -> None:
    assert "owner" == least_role("POST", "/tomorrow")


def test_alone_nothing_changes(client: Client) -> None:
    """Without members a session is nobody's and may do everything."""
    alone = as_(client, session(client, client.services.fragment_codes.issue()))
    state = alone.call("GET", "/api/v1/sessions/current").json
    saved = alone.call("PUT", "/api/v1/shortlist/lan.anh", {"status": "contacted"})
    assert ({"state": "open", "member": None, "may": None}, 201, None, {"members": [], "me": None}) == (
        state,
        saved.status_code,
        saved.json["owner"],
        alone.call("GET", "/api/v1/members").json,
    )


def test_a_list_with_members_is_told_to_be_shared(client: Client) -> None:
    """A badge follows such a list all the time."""
    before = client.call("GET", "/api/v1/changes").json["shared"]
    client.call("POST", "/api/v1/members", {"name": "An", "role": "owner"})
    assert (False, True) == (before, client.services.store.changes_since(0).shared)


def test_the_first_member_is_an_owner_and_takes_over_what_is_connected(client: Client) -> None:
    token = pair(client)["token"]
    browser, terminal = (
        as_(client, token),
        as_(client, session(client, client.services.fragment_codes.issue())),
    )
    first = client.call("POST", "/api/v1/members", {"name": "An", "role": "viewer"})
    code_of(client, "owner")
    mine = [browser.call("POST", "/api/v1/sessions/codes", {}).status_code]
    who = terminal.call("GET", "/api/v1/sessions/current").json["member"]
    devices = terminal.call("GET", "/api/v1/devices").json["devices"]
    assert (422, "inconsistent", [201], "Mai", [who["id"]]) == (
        first.status_code,
        first.json["error"]["code"],
        mine,
        who["name"],
        [device["member"] for device in devices],
    )


def test_a_tab_that_a_browser_opened_makes_no_first_member(client: Client) -> None:
    """It could let itself in for good."""
    browser = as_(client, pair(client)["token"])
    tab = as_(client, session(client, browser.call("POST", "/api/v1/sessions/codes", {}).json["code"]))
    assert 401 == tab.call("POST", "/api/v1/members", {"name": "X", "role": "owner"}).status_code


def test_a_link_opens_one_session_within_its_time_and_a_new_one_ends_it(client: Client) -> None:
    code = code_of(client, "owner")
    session(client, code)
    again = client.call("POST", "/api/v1/sessions", {"code": code}, Authorization="").status_code
    first = code_of(client, "editor")
    [_, editor] = client.call("GET", "/api/v1/members").json["members"]
    newer = client.call("POST", f"/api/v1/members/{editor['id']}/invitations", {}).json["code"]
    over = client.call("POST", "/api/v1/sessions", {"code": first}, Authorization="").status_code
    [good] = [client.call("POST", "/api/v1/sessions", {"code": newer}, Authorization="").status_code]
    assert (401, 401, 201) == (again, over, good)


def test_an_old_link_opens_nothing(tmp_path: Path) -> None:
    from server.store.tinydb import embedded_store  # noqa: PLC0415 - as above
    from tests.store.conftest import Clock  # noqa: PLC0415 - its package loads databases

    clock = Clock()
    with closing(embedded_store(tmp_path / "soi.json", now=clock)) as store:
        store.members.add("a", "Mai", "owner", "11" * 32)
        clock.forward(days=7, seconds=1)
        assert None is store.members.join("11" * 32)


def test_a_browser_and_a_token_belong_to_who_let_them_in_and_end_with_them(
    client: Client, team: dict[str, str]
) -> None:
    editor = as_(client, team["editor"])
    script = as_(client, editor.call("POST", "/api/v1/tokens", {"name": "nightly"}).json["token"])
    started = start(client)
    editor.call("POST", f"/api/v1/pairings/{started['id']}/decision", {"allow": True})
    browser = as_(client, claim(client, started["id"]).json["token"])
    tab = as_(client, session(client, browser.call("POST", "/api/v1/sessions/codes", {}).json["code"]))
    [member] = [m for m in client.call("GET", "/api/v1/members").json["members"] if m["name"] == "Bình"]
    before = [one.call("GET", "/api/v1/members").json["me"] for one in (script, browser, tab)]
    client.call("DELETE", f"/api/v1/members/{member['id']}")
    after = [one.call("GET", "/api/v1/shortlist").status_code for one in (editor, script, browser, tab)]
    assert ([member["id"]] * 3, [401] * 4) == (before, after)


def test_a_new_role_holds_at_once(client: Client, team: dict[str, str]) -> None:
    editor = as_(client, team["editor"])
    me = editor.call("GET", "/api/v1/members").json["me"]
    tried = [editor.call("PUT", "/api/v1/shortlist/a.b", {}).status_code]
    client.call("PATCH", f"/api/v1/members/{me}", {"role": "viewer"})
    tried.append(editor.call("PUT", "/api/v1/shortlist/c.d", {}).status_code)
    assert [201, 403] == tried


def test_somebody_is_always_an_owner_and_names_are_told_apart(client: Client, team: dict[str, str]) -> None:
    owner = as_(client, team["owner"])
    me = owner.call("GET", "/api/v1/members").json["me"]
    answers = [
        owner.call("PATCH", f"/api/v1/members/{me}", {"role": "editor"}),
        owner.call("DELETE", f"/api/v1/members/{me}"),
        owner.call("POST", "/api/v1/members", {"name": "BÌNH", "role": "editor"}),
    ]
    assert [422, 422, 409] == [answer.status_code for answer in answers]


def test_what_members_do_is_told_by_their_names(client: Client, team: dict[str, str]) -> None:
    editor = as_(client, team["editor"])
    editor.call("PUT", "/api/v1/shortlist/lan.anh", {"note": "gọi lại"})
    [row] = client.call("GET", "/api/v1/activity").json["activity"][:1]
    assert {"kind": "session", "name": "Bình", "is_member": True} == row["by"]


def test_a_draft_and_a_decision_are_of_who_sends_them(client: Client, team: dict[str, str]) -> None:
    """Whatever name the body gives."""
    editor, owner = as_(client, team["editor"]), as_(client, team["owner"])
    made = editor.call(
        "POST", "/api/v1/campaigns", {"name": "Tết", "brand": {"name": "Lá"}, "category": "general"}
    )
    assert made.status_code == 201, made.text
    where = f"/api/v1/campaigns/{made.json['campaign']['id']}"
    slot = editor.call("POST", f"{where}/slots", {"creator": "lan.anh"}).json["campaign"]["slots"][0]["id"]
    editor.call("PUT", "/api/v1/shortlist/lan.anh", {})
    post = editor.call("POST", f"{where}/deliverables", {"slot": slot, "kind": "reel"})
    assert post.status_code == 201, post.text
    one = f"{where}/deliverables/{post.json['deliverables'][0]['id']}"
    tag = editor.call("POST", f"{one}/versions", {"text": "xin chào", "by": "Ai đó"}).headers["ETag"]
    told = owner.call("POST", f"{one}/decisions", {"ruled": "approved", "by": "Ai đó"}, If_Match=tag).json
    [version] = told["deliverable"]["versions"]
    assert ("Bình", "Mai") == (version["by"], version["decision"]["by"])


def test_a_colleague_who_is_writing_is_named_and_the_writer_is_in_charge(
    client: Client, team: dict[str, str]
) -> None:
    editor, owner = as_(client, team["editor"]), as_(client, team["owner"])
    name = look(editor)["facts"]["username"]
    before = look(owner)["colleague"]
    editor.call("PUT", f"/api/v1/shortlist/{name}", {"status": "contacted"})
    told = look(owner)["colleague"]
    assert (None, ("Bình", "contacted"), None, None) == (
        before,
        (told["name"], told["status"]),
        look(editor)["colleague"],
        look(client)["colleague"],
    )


def test_a_look_of_a_viewer_leaves_nothing(client: Client, team: dict[str, str]) -> None:
    """The verdict is there, the history is not."""
    viewer = as_(client, team["viewer"])
    sequence = client.services.store.stats().sequence
    seen = look(viewer)
    after = client.services.store.stats().sequence
    same = look(as_(client, team["editor"]))
    assert (sequence, None, same["verdict"], False, True, []) == (
        after,
        seen["audit_id"],
        seen["verdict"],
        seen["may_change"],
        same.get("may_change", True),
        [name for name in ("shortlist", "colleague") if seen[name] is not None],
    )


def test_a_member_sees_the_browsers_of_nobody_else(client: Client, team: dict[str, str]) -> None:
    pair(client)
    viewer, owner = as_(client, team["viewer"]), as_(client, team["owner"])
    [device] = owner.call("GET", "/api/v1/devices").json["devices"]
    cut = viewer.call("DELETE", f"/api/v1/devices/{device['client_id']}").status_code
    shown = [viewer.call("GET", path).json["devices"] for path in ("/api/v1/devices", "/api/v1/status")]
    assert (404, [[], []]) == (cut, shown)


def test_members_outlive_a_restart_and_are_in_no_backup(
    client: Client, team: dict[str, str], tmp_path: Path
) -> None:
    store = client.services.store
    before = store.members.all()
    backup, _ = store.keep_backup()
    assert b"B\xc3\xacnh" not in Path(store.stats().backups[0]).read_bytes()
    store.restore(backup.id)
    kept = store.members.all()
    store.wipe(keep_devices=True)
    wiped = store.members.all()
    store.close()
    with closing(open_store(f"tinydb://{tmp_path}")) as again:
        assert [before] * 3 == [kept, wiped, again.members.all()]
        assert timedelta(0) == before[0].created_at.utcoffset()


def test_the_command_line_needs_no_membership(client: Client, team: dict[str, str]) -> None:
    assert (COMMAND_TOKEN, 200) == (client.token, client.call("GET", "/api/v1/storage/backups").status_code)
