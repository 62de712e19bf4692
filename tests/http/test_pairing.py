"""Connecting: PKCE, a person's decision, one claim; proofs, sessions and codes."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import stat
from pathlib import Path
from typing import Any

import pytest

from server.errors import Gone, SlowDown, Unauthorized
from server.security import tokens
from server.security.codes import FREE_TRIES, FragmentCodes, Grant, TerminalCode
from server.security.pairing import FREE_STARTS, MAX_WAITING, MOST_OF_ONE, PAIRING_SECONDS, Pairings
from server.security.sessions import SESSION_SECONDS, Sessions
from tests.http.conftest import EXTENSION, Client

VERIFIER = "v" * 43
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
START = {"name": "Chrome", "challenge": CHALLENGE, "challenge_method": "S256"}


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def start(client: Client, origin: str | None = EXTENSION) -> dict[str, Any]:
    headers = {"Origin": origin} if origin else {}
    answer = client.call("POST", "/api/v1/pairings", START, Authorization="", **headers)
    assert answer.status_code == 201, answer.text
    started: dict[str, Any] = answer.json
    return started


def claim(client: Client, pairing_id: str, verifier: str = VERIFIER) -> Any:
    return client.call(
        "POST", f"/api/v1/pairings/{pairing_id}/claim", {"verifier": verifier}, Authorization=""
    )


def pair(client: Client, origin: str = EXTENSION) -> dict[str, Any]:
    started = start(client, origin)
    assert (
        client.call("POST", f"/api/v1/pairings/{started['id']}/decision", {"allow": True}).status_code == 200
    )
    claimed: dict[str, Any] = claim(client, started["id"]).json
    return claimed


def test_the_verifier_of_the_rfc_fits_its_challenge() -> None:
    """RFC 7636, appendix B."""
    assert tokens.verifies(
        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    )


def test_a_pairing_goes_from_request_to_token(client: Client) -> None:
    """Asked, shown with the same code, allowed, claimed once."""
    started = start(client)
    assert re.fullmatch(r"\d{3}-\d{3}", started["code"])
    assert f"{client.services.page_url}/pair/{started['id']}" == started["approve_url"]
    assert claim(client, started["id"]).status_code == 202
    [waiting] = client.call("GET", "/api/v1/pairings").json["pairings"]
    assert (started["id"], started["code"], "Chrome", EXTENSION) == (
        waiting["id"],
        waiting["code"],
        waiting["name"],
        waiting["origin"],
    )
    client.call("POST", f"/api/v1/pairings/{started['id']}/decision", {"allow": True})
    claimed = claim(client, started["id"])
    assert {"client_id", "token", "proof_key"} == claimed.json.keys()
    assert (claim(client, started["id"]).status_code, claim(client, started["id"]).json["error"]["code"]) == (
        410,
        "gone",
    )
    client.token = claimed.json["token"]
    assert client.call("GET", "/api/v1/shortlist").status_code == 200


def test_secrets_are_stored_as_digests_only(client: Client) -> None:
    """The data folder holds no token that could be used."""
    token = pair(client)["token"]
    for file in client.services.settings.home.rglob("*"):
        assert not file.is_file() or token.encode() not in file.read_bytes()


def test_a_denied_pairing_is_gone(client: Client) -> None:
    """Deny is final."""
    started = start(client)
    client.call("POST", f"/api/v1/pairings/{started['id']}/decision", {"allow": False})
    assert claim(client, started["id"]).status_code == 410
    assert (
        client.call("POST", f"/api/v1/pairings/{started['id']}/decision", {"allow": True}).status_code == 410
    )


def test_five_wrong_verifiers_end_a_pairing(client: Client) -> None:
    """Even the right one comes too late then."""
    started = start(client)
    statuses = [claim(client, started["id"], "x" * 43).status_code for _ in range(6)]
    assert statuses == [401] * 5 + [410]
    assert claim(client, started["id"]).status_code == 410


@pytest.mark.parametrize(
    "origin", ["https://evil.test", "null", "chrome-extension://short", f"{EXTENSION}.evil.test"]
)
def test_a_web_page_cannot_ask_to_be_connected(client: Client, origin: str) -> None:
    """Only an extension's origin, or none at all, starts a pairing."""
    answer = client.call("POST", "/api/v1/pairings", START, Authorization="", Origin=origin)
    assert (answer.status_code, answer.json["error"]["code"]) == (403, "bad_origin")


def test_a_paired_extension_cannot_allow_another(client: Client) -> None:
    """A device's token decides nothing: only the Soi tab and the command line do."""
    token = pair(client)["token"]
    started = start(client, "moz-extension://11111111-2222-3333-4444-555555555555")
    client.token = token
    answer = client.call("POST", f"/api/v1/pairings/{started['id']}/decision", {"allow": True})
    assert (answer.status_code, answer.json["error"]["code"]) == (401, "unauthorized")
    assert client.call("GET", "/api/v1/pairings").status_code == 401


def test_a_program_that_asks_without_end_waits_and_locks_nobody_out() -> None:
    """It is told to slow down; the browser's request is taken at once and stays beside those that it forges later."""
    pairings, refused = Pairings(Clock()), 0
    for _ in range(200):
        try:
            pairings.start("x", CHALLENGE, None)
        except SlowDown:
            refused += 1
    own = pairings.start("Chrome", CHALLENGE, EXTENSION)
    for number in range(MAX_WAITING - 1 - FREE_STARTS):
        pairings.start("x", CHALLENGE, f"moz-extension://{number}")
    assert (200 - FREE_STARTS, "allowed") == (refused, pairings.decide(own.id, allow=True))


def test_only_so_many_wait() -> None:
    """Neither one origin nor all together fill the memory or the screen: the oldest go."""
    clock = Clock()
    pairings = Pairings(clock)
    for number in range(2 * MAX_WAITING):
        pairings.start("x", CHALLENGE, f"moz-extension://{number}")
    everybody = len(pairings.waiting())
    for _ in range(2 * MOST_OF_ONE):
        clock.now += 6
        pairings.start("x", CHALLENGE, EXTENSION)
    assert (MAX_WAITING, MOST_OF_ONE) == (
        everybody,
        sum(one.origin == EXTENSION for one in pairings.waiting()),
    )


def test_a_pairing_ends_after_ten_minutes() -> None:
    """Neither a late click nor a late claim counts."""
    clock = Clock()
    pairings = Pairings(clock)
    pairing = pairings.start("x", CHALLENGE, None)
    clock.now += PAIRING_SECONDS + 1
    with pytest.raises(Gone):
        pairings.decide(pairing.id, allow=True)
    with pytest.raises(Gone):
        pairings.claim(pairing.id, VERIFIER)


# --- the form -------------------------------------------------------------------------------------------------


def form_token(client: Client, pairing_id: str) -> str:
    page = client.call("GET", f"/pair/{pairing_id}", Authorization="").text
    found = re.search(r'name="form_token" value="([0-9a-f]{32})"', page)
    assert found is not None
    return found[1]


def send_form(client: Client, pairing_id: str, **fields: str) -> Any:
    body = "&".join(f"{name}={value}" for name, value in fields.items()).encode()
    form = "application/x-www-form-urlencoded"
    return client.call("POST", f"/pair/{pairing_id}", body, Authorization="", Content_Type=form)


def test_the_terminals_code_allows_a_pairing(client: Client) -> None:
    """The form, the code, and the extension is connected."""
    started = start(client)
    code = client.services.terminal_code.renew()
    answer = send_form(
        client, started["id"], form_token=form_token(client, started["id"]), code=code, decision="allow"
    )
    assert answer.status_code == 303
    assert claim(client, started["id"]).status_code == 200


def test_the_form_is_void_without_its_token_or_code(client: Client) -> None:
    """Neither a forged form nor a guessed code connects anything."""
    started = start(client)
    code = client.services.terminal_code.renew()
    forged = send_form(client, started["id"], form_token="0" * 32, code=code, decision="allow")
    good_token = form_token(client, started["id"])
    guessed = send_form(client, started["id"], form_token=good_token, code="AAAA-AAAA", decision="allow")
    again = send_form(client, started["id"], form_token=good_token, code=code, decision="allow")
    assert [forged.status_code, guessed.status_code, again.status_code] == [401, 401, 401]
    assert claim(client, started["id"]).status_code == 202


@pytest.mark.parametrize(
    ("accept", "kind"),
    [("text/html,*/*;q=0.8", "text/html"), ("*/*", "application/json"), ("", "application/json")],
)
def test_an_old_address_is_a_page_for_people_and_an_error_for_programs(
    client: Client, accept: str, kind: str
) -> None:
    """Both say 410."""
    answer = client.call("GET", "/pair/" + "0" * 32, Authorization="", Accept=accept)
    assert (answer.status_code, answer.mimetype) == (410, kind)


def test_a_strange_name_is_only_text_in_the_form(client: Client) -> None:
    """What a program calls itself is shown as it is."""
    body = START | {"name": "<b onclick=x>{0}</b>"}
    started = client.call("POST", "/api/v1/pairings", body, Authorization="").json
    page = client.call("GET", f"/pair/{started['id']}", Authorization="").text
    assert "&lt;b onclick=x&gt;{0}&lt;/b&gt;" in page


# --- codes and sessions ---------------------------------------------------------------------------------------


def test_the_terminals_code_has_one_use_and_ten_minutes() -> None:
    """Either way to spend it leads to a new one that is announced."""
    clock = Clock()
    announced: list[str] = []
    codes = TerminalCode(announced.append, clock)
    first = codes.renew()
    assert codes.spend(first.lower().replace("-", " "))
    assert not codes.spend(first)
    second = codes.renew()
    clock.now += 601
    assert not codes.spend(second)
    assert [first, second, codes.renew()] == announced


def test_wrong_codes_are_slowed_down_and_lock_nobody_out() -> None:
    """The waits grow to a minute; nothing more is printed, and the right code is taken at once."""
    clock = Clock()
    announced: list[str] = []
    codes = TerminalCode(announced.append, clock)
    right, waits = codes.renew(), []
    for _ in range(FREE_TRIES + 300):
        try:
            codes.spend("WRNG-WRNG")
        except SlowDown as error:
            waits.append(error.retry_after)
    assert (300, 1.0, 60.0) == (len(waits), waits[0], waits[-1])
    assert (True, [right]) == (codes.spend(right), announced)


def test_who_guesses_codes_is_told_how_long_to_wait(client: Client) -> None:
    """429 with Retry-After; the owner's code opens a session in the midst of it."""
    right = client.services.terminal_code.renew()
    guesses = [
        client.call("POST", "/api/v1/sessions", {"code": "WRNG-WRNG"}, Authorization="") for _ in range(9)
    ]
    opened = client.call("POST", "/api/v1/sessions", {"code": right}, Authorization="")
    assert [401] * 5 + [429] * 4 == [answer.status_code for answer in guesses]
    assert ("8", "busy", 201) == (
        guesses[-1].headers["Retry-After"],
        guesses[-1].json["error"]["code"],
        opened.status_code,
    )


def test_a_fragments_code_lives_sixty_seconds_and_once() -> None:
    """What was in an address is soon worth nothing."""
    clock = Clock()
    codes = FragmentCodes(clock)
    spent, late = codes.issue(), codes.issue()
    assert codes.spend(spent)
    assert not codes.spend(spent)
    clock.now += 61
    assert not codes.spend(late)


def test_a_session_ends() -> None:
    """Twelve hours are a day's work."""
    clock = Clock()
    sessions = Sessions(clock)
    token = sessions.open(Grant())
    assert sessions.grant(tokens.digest(token)) == Grant()
    clock.now += SESSION_SECONDS + 1
    assert sessions.grant(tokens.digest(token)) is None


def test_a_session_outlives_the_server_and_its_token_is_not_on_the_disk(tmp_path: Path) -> None:
    """As long as it would have lived anyway, with the same bound; the file is its owner's only."""
    clock, file = Clock(), tmp_path / "sessions.json"
    token = Sessions(clock, file).open(Grant("c1"))
    again = Sessions(clock, file)
    assert again.grant(tokens.digest(token)) == Grant("c1")
    assert (token.encode() in file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (False, 0o600)
    clock.now += SESSION_SECONDS + 1
    assert Sessions(clock, file).grant(tokens.digest(token)) is None
    clock.now = -1e6
    assert again.grant(tokens.digest(token)) is None


def test_sessions_on_the_disk_are_bounded_and_end_when_they_are_closed(tmp_path: Path) -> None:
    """However often somebody opens one; whoever signs out stays signed out."""
    clock, file = Clock(), tmp_path / "sessions.json"
    sessions = Sessions(clock, file)
    opened = [sessions.open(Grant()) for _ in range(70)]
    assert sessions.close(tokens.digest(opened[-1]))
    held = [Sessions(clock, file).grant(tokens.digest(token)) is not None for token in opened]
    assert held == [False] * 6 + [True] * 63 + [False]


@pytest.mark.parametrize(
    "found", [b"", b"{", b"[]", b'{"sessions": [1]}', b'{"sessions": [["x", "now", null]]}', b"\xff" * 70_000]
)
def test_a_file_of_sessions_that_is_damaged_opens_none(tmp_path: Path, found: bytes) -> None:
    """The server starts all the same, and keeps new ones."""
    file = tmp_path / "sessions.json"
    file.write_bytes(found)
    token = Sessions(Clock(), file).open(Grant())
    assert Sessions(Clock(), file).grant(tokens.digest(token)) == Grant()


def test_a_tab_signs_itself_out(client: Client) -> None:
    """Its token is refused from then on; the command line has no session to give up."""
    assert client.call("DELETE", "/api/v1/sessions/current").status_code == 404
    client.token = client.services.sessions.open(Grant())
    assert client.call("DELETE", "/api/v1/sessions/current").status_code == 204
    assert client.call("GET", "/api/v1/sessions/current").status_code == 401


def test_a_late_person_gets_a_new_code(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Typing an old code has the terminal show the one that holds now."""
    announced: list[str] = []
    monkeypatch.setattr(client.services.terminal_code, "_announce", announced.append)
    assert client.call("POST", "/api/v1/sessions", {"code": "OLD-CODE"}, Authorization="").status_code == 401
    assert (
        client.call("POST", "/api/v1/sessions", {"code": announced[0]}, Authorization="").status_code == 201
    )


def open_tab(client: Client, code: str) -> None:
    """Go on as the Soi tab that ``code`` opens."""
    opened = client.call("POST", "/api/v1/sessions", {"code": code}, Authorization="")
    client.token = opened.json["token"]


def test_the_tab_of_soi_serve_lets_others_in(client: Client) -> None:
    """Its code came from the process itself: Allow is one click, and it may make a token for a script."""
    open_tab(client, client.services.fragment_codes.issue())
    started = start(client)
    allowed = client.call("POST", f"/api/v1/pairings/{started['id']}/decision", {"allow": True})
    made = client.call("POST", "/api/v1/tokens", {"name": "report"})
    assert [allowed.status_code, made.status_code] == [200, 201]


def test_a_scripts_token_opens_no_tab(client: Client) -> None:
    """A script stays a script: no code, no session, no list of devices."""
    client.token = client.call("POST", "/api/v1/tokens", {"name": "report"}).json["token"]
    answers = [
        client.call("POST", "/api/v1/sessions/codes"),
        client.call("GET", "/api/v1/devices"),
        client.call("POST", "/api/v1/tokens", {"name": "more"}),
    ]
    assert [(a.status_code, a.json["error"]["code"]) for a in answers] == [(401, "unauthorized")] * 3


def test_the_tab_of_an_extension_lets_nobody_in(client: Client) -> None:
    """What a device has opened makes no other device, not even by way of a further code."""
    client.token = pair(client)["token"]
    for _ in range(2):
        open_tab(client, client.call("POST", "/api/v1/sessions/codes").json["code"])
        started = start(client, "moz-extension://11111111-2222-3333-4444-555555555555")
        allowed = client.call("POST", f"/api/v1/pairings/{started['id']}/decision", {"allow": True})
        made = client.call("POST", "/api/v1/tokens", {"name": "report"})
        assert [allowed.status_code, made.status_code] == [401, 401]
        assert claim(client, started["id"]).status_code == 202


def test_the_tab_of_an_extension_ends_with_its_pairing(client: Client) -> None:
    """Disconnected is disconnected: a session, and a code not yet spent, outlive no device."""
    command, paired = client.token, pair(client)
    client.token = paired["token"]
    codes = [client.call("POST", "/api/v1/sessions/codes").json["code"] for _ in range(2)]
    open_tab(client, codes[0])
    assert client.call("GET", "/api/v1/shortlist").status_code == 200
    tab, client.token = client.token, command
    client.call("DELETE", f"/api/v1/devices/{paired['client_id']}")
    client.token = tab
    assert client.call("GET", "/api/v1/shortlist").status_code == 401
    open_tab(client, codes[1])
    assert client.call("GET", "/api/v1/shortlist").status_code == 401


def test_a_browser_gives_up_its_own_token(client: Client) -> None:
    """Forgotten by its browser, a connection ends on the server too, and no other one does."""
    others = client.token
    forgotten, kept = pair(client)["token"], pair(client)["token"]
    client.token = forgotten
    assert client.call("DELETE", "/api/v1/devices/current").status_code == 204
    assert client.call("GET", "/api/v1/shortlist").status_code == 401
    client.token = kept
    assert client.call("GET", "/api/v1/shortlist").status_code == 200
    client.token = others
    assert client.call("DELETE", "/api/v1/devices/current").status_code == 404


def test_the_page_for_the_decision_speaks_the_language_of_who_asks(client: Client) -> None:
    """An extension set to Vietnamese in an English browser gets a Vietnamese page."""
    body = {**START, "language": "vi"}
    asked = client.call("POST", "/api/v1/pairings", body, Authorization="", Origin=EXTENSION).json
    page = client.call("GET", f"/pair/{asked['id']}", Authorization="", Accept_Language="en-GB")
    assert '<html lang="vi">' in page.text


def test_a_code_opens_a_session_once(client: Client) -> None:
    """A paired extension opens the Soi tab with a code; the tab sees what waits and who is connected."""
    client.token = pair(client)["token"]
    issued = client.call("POST", "/api/v1/sessions/codes")
    assert f"{client.services.page_url}/#code={issued.json['code']}" == issued.json["url"]
    opened = client.call("POST", "/api/v1/sessions", {"code": issued.json["code"]}, Authorization="")
    again = client.call("POST", "/api/v1/sessions", {"code": issued.json["code"]}, Authorization="")
    assert [opened.status_code, again.status_code] == [201, 401]
    client.token = opened.json["token"]
    assert client.call("GET", "/api/v1/pairings").status_code == 200


# --- hello ----------------------------------------------------------------------------------------------------


def test_hello_proves_that_it_knows_the_key(client: Client) -> None:
    """The proof is that of docs/protocol.md, computed here by hand."""
    paired = pair(client)
    nonce = "00ff" * 8
    hello = client.call(
        "GET", f"/api/v1/hello?client={paired['client_id']}&nonce={nonce}", Authorization=""
    ).json
    message = f"soi-hello|127.0.0.1:5765|{paired['client_id']}|{nonce}"
    assert hmac.new(paired["proof_key"].encode(), message.encode(), "sha256").hexdigest() == hello["proof"]
    assert (hello["app"], hello["api"]) == ("soi", 1)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?client=unknown&nonce=00ff00ff00ff00ff",
        "?client={id}",
        "?client={id}&nonce=short",
        "?client={id}&nonce=" + "0" * 65,
    ],
)
def test_hello_without_a_known_client_or_a_good_nonce_has_no_proof(client: Client, query: str) -> None:
    """An unknown client gets the plain answer."""
    query = query.format(id=pair(client)["client_id"])
    answer = client.call("GET", f"/api/v1/hello{query}", Authorization="")
    assert (200, {"app", "version", "api"}) == (answer.status_code, answer.json.keys())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"challenge": "="}, "bad_field"),
        ({"challenge": "=" * 43}, "bad_field"),
        ({"challenge_method": "plain"}, "bad_field"),
        ({"name": ""}, "bad_field"),
        ({"name": "n" * 61}, "too_long"),
        ({"origin": EXTENSION}, "unknown_field"),
    ],
)
def test_a_pairing_request_is_checked(client: Client, change: dict[str, str], code: str) -> None:
    """The body says exactly what the protocol says."""
    answer = client.call("POST", "/api/v1/pairings", START | change, Authorization="")
    assert (422, code) == (answer.status_code, answer.json["error"]["code"])


def test_a_wrong_form_is_refused_by_the_pairing_itself() -> None:
    """A form token is spent by its use, right or wrong."""
    pairings = Pairings()
    pairing = pairings.start("x", CHALLENGE, None)
    good = pairings.show_form(pairing.id).form_token
    assert good is not None
    with pytest.raises(Unauthorized):
        pairings.spend_form(pairing.id, "wrong")
    with pytest.raises(Unauthorized):
        pairings.spend_form(pairing.id, good)
