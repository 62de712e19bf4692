"""The shortlist over HTTP: merge, conflict, undo, erase, and what a body may say."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.errors import SoiError
from server.store.records import Check, Visit
from tests.creators import NOW
from tests.http.conftest import Client
from tests.http.looks import capture, cook

LIST = "/api/v1/shortlist"
CONTROL = "".join(map(chr, {*range(32)} - {9, 10, 13})) + "\ufffe\uffff"
CODES = {error.code for error in SoiError.__subclasses__()}


def put(client: Client, name: str = "lan.vidu", **fields: Any) -> Any:
    return client.call("PUT", f"{LIST}/{name}", fields)


def names(client: Client) -> list[str]:
    return [entry["username"] for entry in client.call("GET", LIST).json["entries"]]


def test_put_creates_then_merges(client: Client) -> None:
    """201, then 200; what a second PUT does not name stays."""
    first = put(client, note="hỏi giá", tags=["da liễu", " Hà Nội ", "da liễu"], status="contacted")
    second = put(client, owner="Minh")
    assert (first.status_code, second.status_code) == (201, 200)
    entry = second.json
    assert (entry["note"], entry["tags"], entry["owner"]) == ("hỏi giá", ["da liễu", "Hà Nội"], "Minh")
    assert entry["status"] == "contacted"
    assert second.headers["ETag"] == f'"{entry["version"]}"'


def test_the_same_put_twice_changes_nothing(client: Client) -> None:
    """A repeated request keeps the version."""
    assert put(client, note="a").json == put(client, note="a").json


@pytest.mark.parametrize(
    "name", ["Lan.Vidu", "@lan.vidu", "https%3A%2F%2Fwww.instagram.com%2FLan.vidu%2F%3Fhl%3Dvi"]
)
def test_one_creator_has_one_entry_however_it_is_written(client: Client, name: str) -> None:
    """Case, at-sign and a profile's address are the same creator."""
    put(client, note="first", tags=["x"])
    merged = put(client, name)
    assert (merged.status_code, merged.json["note"], merged.json["tags"]) == (200, "first", ["x"])
    assert names(client) == ["lan.vidu"]


def test_the_name_may_stand_in_the_body(client: Client) -> None:
    """PUT on the list takes the name from the body; a name that differs from the address is refused."""
    assert client.call("PUT", LIST, {"username": "@Lan.vidu"}).status_code == 201
    differing = client.call("PUT", f"{LIST}/lan.vidu", {"username": "minh.vidu"})
    assert (differing.status_code, differing.json["error"]["code"]) == (422, "bad_field")


def price(low: Any, high: Any, currency: Any, text: str, *, net: bool | None = None) -> dict[str, Any]:
    return {"low": low, "high": high, "currency": currency, "text": text, "net": net}


TWO = price(2_000_000, 2_000_000, "VND", "2.000.000 ₫")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (2_000_000, TWO),
        ({"amount": 2_000_000, "currency": "VND"}, TWO),
        ({"low": 2_000_000, "high": 2_000_000, "currency": "VND"}, TWO),
        (TWO, TWO),
        ("2tr5", price(2_500_000, 2_500_000, "VND", "2tr5")),
        ({"text": "2tr5"}, price(2_500_000, 2_500_000, "VND", "2tr5")),
        ({"text": "150", "currency": "USD"}, price(150, 150, "USD", "150")),
        ({"text": "2tr5", "net": True}, price(2_500_000, 2_500_000, "VND", "2tr5", net=True)),
        ("1-2tr gross", price(1_000_000, 2_000_000, "VND", "1-2tr gross", net=False)),
        ("5tr+", price(5_000_000, None, "VND", "5tr+")),
        (" barter ", price(None, None, None, "barter")),
        ({"low": None, "high": None, "currency": None, "text": "1.500"}, price(None, None, None, "1.500")),
        ({"low": 1500, "high": 1500, "currency": "VND", "text": "1.500"}, price(1500, 1500, "VND", "1.500")),
        ({"amount": 3, "currency": "VND"}, price(3, 3, "VND", "3 ₫")),
        ("-", None),
        (None, None),
    ],
)
def test_a_price_is_taken_in_every_form(client: Client, given: Any, kept: Any) -> None:
    """As the record, as a text, with a currency beside it, or as the older amount; a number is taken as it is."""
    assert put(client, price_asked=given).json["price_asked"] == kept


def test_a_doubtful_price_is_asked_about(client: Client) -> None:
    """Nothing is saved, and the answer says what may be meant, in both languages."""
    answer = put(client, price_asked="1.500")
    error = answer.json["error"]
    assert (answer.status_code, error["code"]) == (422, "unclear_price")
    assert [other["shown"] for other in error["details"]["others"]] == [
        {"en": "₫1,500,000", "vi": "1.500.000 ₫"}
    ]
    assert client.call("GET", f"{LIST}/lan.vidu").status_code == 404


@pytest.mark.parametrize(
    ("text", "currency", "shown", "others"),
    [
        ("3.000.000", "VND", "3.000.000 ₫", []),
        ("2tr5", "USD", "2.500.000 ₫", []),
        ("49,99", "USD", "49,99 US$", []),
        ("2,5", "VND", None, ["2.500.000 ₫"]),
        ("150", "VND", "150 ₫", ["150.000 ₫", "150.000.000 ₫"]),
        ("1500000", "USD", "1.500.000 US$", ["1.500.000 ₫"]),
        ("gọi sau", "VND", "gọi sau", []),
        ("", "VND", None, []),
    ],
)
def test_a_typed_price_is_echoed(
    client: Client, text: str, currency: str, shown: str | None, others: list[str]
) -> None:
    """The page shows before saving what the server reads, and what else it may be."""
    told = client.call("POST", "/api/v1/money", {"text": text, "currency": currency}).json
    assert (told["price"] and told["price"]["shown"]["vi"]) == shown
    assert [other["shown"]["vi"] for other in told["others"]] == others


def test_a_patch_of_an_old_version_loses_no_text(client: Client) -> None:
    """The second tab is told, gets the present entry beside the error, and both texts still exist."""
    version = put(client, note="from the first tab").headers["ETag"]
    assert client.call("PATCH", f"{LIST}/lan.vidu", {"note": "changed"}, If_Match=version).status_code == 200
    late = client.call("PATCH", f"{LIST}/lan.vidu", {"note": "from the second tab"}, If_Match=version)
    assert (late.status_code, late.json["error"]["code"]) == (412, "conflict")
    assert late.json["current"]["note"] == "changed"
    assert client.call("GET", f"{LIST}/lan.vidu").json["note"] == "changed"


@pytest.mark.parametrize("version", ["", "*", "x", '"-1"', '"1" or so'])
def test_a_patch_needs_the_version(client: Client, version: str) -> None:
    """Without If-Match nobody knows what is overwritten."""
    put(client, note="kept")
    answer = client.call("PATCH", f"{LIST}/lan.vidu", {"note": "lost"}, If_Match=version)
    assert (answer.status_code, answer.json["error"]["code"]) == (412, "conflict")


def test_each_change_can_be_undone(client: Client) -> None:
    """PUT, PATCH and DELETE are taken back one step, once."""
    version = put(client, note="one").headers["ETag"]
    client.call("PATCH", f"{LIST}/lan.vidu", {"note": "two"}, If_Match=version)
    assert client.call("POST", f"{LIST}/lan.vidu/undo").json["note"] == "one"
    assert client.call("DELETE", f"{LIST}/lan.vidu").status_code == 204
    assert names(client) == []
    assert client.call("POST", f"{LIST}/lan.vidu/undo").json["note"] == "one"
    again = client.call("POST", f"{LIST}/lan.vidu/undo")
    assert (again.status_code, again.json["error"]["code"]) == (410, "gone")


def test_the_undo_of_the_first_put_leaves_no_entry(client: Client) -> None:
    """There was nothing before, and there is nothing after: 204."""
    put(client)
    assert client.call("POST", f"{LIST}/lan.vidu/undo").status_code == 204
    assert names(client) == []


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_nobody_is_not_found(client: Client, method: str) -> None:
    """A name that is not on the list is 404."""
    assert client.call(method, f"{LIST}/nobody.vidu").status_code == 404


@pytest.mark.parametrize(
    ("body", "code", "named"),
    [
        ({"note": 1}, "bad_field", "note"),
        ({"note": "n" * 10_001}, "too_long", "note"),
        ({"note": "\ud800"}, "bad_text", "note"),
        ({"note": "a\x00b"}, "bad_text", "note"),
        ({"note": "\x1b[31mred"}, "bad_text", "note"),
        ({"tags": ["da", "a\x0b"]}, "bad_text", "tags"),
        ({"owner": "\ufffe"}, "bad_text", "owner"),
        ({"full_name": "\uffff"}, "bad_text", "full_name"),
        ({"tags": "x"}, "bad_field", "tags"),
        ({"tags": [str(number) for number in range(51)]}, "too_many", "tags"),
        ({"tags": [" "]}, "bad_field", "tags"),
        ({"status": "loved"}, "bad_field", "status"),
        ({"owner": ["a"]}, "bad_field", "owner"),
        ({"price_asked": -1}, "bad_number", "price_asked"),
        ({"price_asked": "1000"}, "unclear_price", ""),
        ({"price_asked": {"amount": 1, "currency": "XXX"}}, "bad_field", "currency"),
        ({"price_asked": {"amount": 1}}, "bad_field", "currency"),
        ({"price_asked": {"low": 2, "high": 1, "currency": "VND"}}, "bad_range", "price_asked"),
        (
            {"price_asked": {"low": 1, "high": 1, "currency": "VND", "text": "2tr"}},
            "inconsistent",
            "price_asked",
        ),
        ({"price_asked": {"text": "x" * 501}}, "too_long", "text"),
        ({"price_asked": {"text": "a\x00"}}, "bad_text", "text"),
        ({"price_asked": {"net": "ja"}}, "bad_field", "net"),
        ({"price_asked": {"sum": 1}}, "unknown_field", ""),
        ({"followers": 12_000}, "bad_field", "followers"),
        ({"followers": "12.000"}, "bad_number", "followers"),
        ({"followers": -5}, "bad_number", "followers"),
        ({"profile_id": 12}, "bad_field", "profile_id"),
        ({"isAdmin": True}, "unknown_field", ""),
        ({"constructor": {}}, "unknown_field", ""),
    ],
)
def test_a_body_is_checked_and_the_field_is_named(client: Client, body: Any, code: str, named: str) -> None:
    """The first fault is named, the entry stays as it was."""
    put(client, note="kept")
    answer = client.call("PUT", f"{LIST}/lan.vidu", body)
    assert (answer.status_code, answer.json["error"]["code"]) == (422, code)
    assert named in answer.json["error"]["message"]
    assert client.call("GET", f"{LIST}/lan.vidu").json["note"] == "kept"


@pytest.mark.parametrize(
    "name", ["CON", "LPT1", "NUL.txt", "a" * 31, "l%C3%A2m", "%D0%B0bc", "...", "explore", "a b", "abc%0A"]
)
def test_a_name_that_nobody_can_have_is_refused(client: Client, name: str) -> None:
    """User names are ASCII, 1 to 30; a device of Windows, as it is written there, is no name."""
    answer = put(client, name)
    assert (answer.status_code, answer.json["error"]["code"]) == (422, "bad_username")


def test_erasing_leaves_no_trace(client: Client) -> None:
    """Entry, note, undo and ruling are gone from every file; the answer says what it cannot reach."""
    put(client, "xoa.vidu", note="dấu vết duy nhất")
    client.call("PUT", "/api/v1/creators/xoa.vidu/rulings/some_sign", {"ruling": "innocent"})
    client.call("DELETE", f"{LIST}/xoa.vidu")
    erased = client.call("DELETE", "/api/v1/creators/xoa.vidu")
    assert erased.json["erased"]["usernames"] == ["xoa.vidu"]
    assert erased.json["note"].keys() == {"en", "vi"}
    for file in client.services.settings.home.rglob("*"):
        assert not file.is_file() or b"xoa.vidu" not in file.read_bytes()
    assert client.call("GET", "/api/v1/creators/xoa.vidu").status_code == 404


def test_erasing_somebody_unknown_says_so(client: Client) -> None:
    """A name with a typing error is not answered with "erased"."""
    answer = client.call("DELETE", "/api/v1/creators/nobody.vidu")
    assert (answer.status_code, answer.json["error"]["code"]) == (404, "not_found")


def test_a_reason_to_reject_needs_a_rejected_entry(client: Client) -> None:
    """It would be dropped unseen: refused, in a PUT and in a PATCH; with the status or after it, it is kept."""
    put(client, note="kept")
    reason = {"reject_reason": "giá"}
    version = client.call("GET", f"{LIST}/lan.vidu").headers["ETag"]
    refused = [
        put(client, **reason),
        put(client, "moi.vidu", **reason),
        client.call("PATCH", f"{LIST}/lan.vidu", reason, If_Match=version),
    ]
    assert [(a.status_code, a.json["error"]["code"]) for a in refused] == [(422, "bad_field")] * 3
    assert names(client) == ["lan.vidu"]
    assert put(client, status="rejected", **reason).json["reject_reason"] == "giá"
    assert put(client, reject_reason="khác").json["reject_reason"] == "khác"
    assert put(client, status="found", reject_reason=None).json["reject_reason"] is None


def test_a_ruling_is_kept_and_taken_back(client: Client) -> None:
    """The marketer's word stays until it is taken back."""
    path = "/api/v1/creators/lan.vidu/rulings/some_sign"
    assert client.call("PUT", path, {"ruling": "innocent", "note": "biết rõ"}).json["ruling"] == "innocent"
    assert client.call("PUT", path, {"ruling": "maybe"}).status_code == 422
    [kept] = client.call("GET", "/api/v1/creators/lan.vidu").json["rulings"]
    assert (kept["signal"], kept["note"]) == ("some_sign", "biết rõ")
    assert client.call("DELETE", path).status_code == 204
    assert client.call("GET", "/api/v1/creators/lan.vidu").json["rulings"] == []


def test_changes_are_told_since_a_number(client: Client) -> None:
    """A poll gets what is new, and nothing twice."""
    begin = client.call("GET", "/api/v1/changes").json["sequence"]
    put(client)
    changes = client.call("GET", f"/api/v1/changes?since={begin}").json
    assert [(c["kind"], c["username"]) for c in changes["changes"]] == [("entry", "lan.vidu")]
    assert client.call("GET", f"/api/v1/changes?since={changes['sequence']}").json["changes"] == []
    assert client.call("GET", "/api/v1/changes?since=-1").json["error"]["code"] == "bad_number"


def test_a_long_list_comes_in_parts(client: Client) -> None:
    """Each part goes on where the last one ended, newest first, and says how many there are in all."""
    for name in "abcde":
        put(client, f"{name}.vidu")
    parts = [client.call("GET", f"{LIST}?limit=2&offset={offset}").json for offset in (0, 2, 4, 6)]
    assert [[entry["username"][0] for entry in part["entries"]] for part in parts] == [
        ["e", "d"],
        ["c", "b"],
        ["a"],
        [],
    ]
    assert {part["total"] for part in parts} == {5}
    assert client.call("GET", f"{LIST}?offset=-1").json["error"]["code"] == "bad_number"


def test_settings_are_saved_and_checked(client: Client) -> None:
    """What the web app saves holds; a wrong value or a second tab changes nothing."""
    version = client.call("GET", "/api/v1/settings").headers["ETag"]
    saved = client.call("PUT", "/api/v1/settings", {"currency": "USD", "keep_visits": 50}, If_Match=version)
    assert (saved.json["settings"]["currency"], saved.json["settings"]["keep_visits"]) == ("USD", 50)
    assert put(client, price_asked=10).json["price_asked"]["currency"] == "USD"
    late = client.call("PUT", "/api/v1/settings", {"currency": "VND"}, If_Match=version)
    assert (late.status_code, late.json["error"]["code"]) == (412, "conflict")
    for wrong in ({"port": 80}, {"keep_visits": 0}, {"keep_visits": True}, {"nothing": 1}):
        assert client.call("PUT", "/api/v1/settings", wrong).json["error"]["code"] == "bad_setting"


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda children: (
        st.lists(children, max_size=4) | st.dictionaries(st.text(max_size=12), children, max_size=4)
    ),
    max_leaves=12,
)
FIELDS = [
    "username",
    "status",
    "tags",
    "note",
    "owner",
    "price_asked",
    "profile_id",
    "full_name",
    "followers",
    "html",
]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=ANY_JSON | st.dictionaries(st.sampled_from(FIELDS), ANY_JSON, max_size=5))
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", LIST),
        ("PUT", f"{LIST}/abc"),
        ("PATCH", f"{LIST}/abc"),
        ("POST", "/api/v1/checks"),
        ("POST", "/api/v1/pairings"),
        ("POST", "/api/v1/sessions"),
        ("PUT", "/api/v1/settings"),
        ("PUT", "/api/v1/creators/abc/rulings/x"),
    ],
)
def test_any_json_gets_an_answer_of_the_contract(client: Client, method: str, path: str, body: Any) -> None:
    """Whatever JSON comes: success, or an error with a known code; never a 500."""
    answer = client.call(method, path, body)
    assert answer.status_code < 500 or answer.json["error"]["code"] == "busy"
    if answer.status_code >= 400:
        assert answer.json["error"]["code"] in CODES
        assert answer.json["error"]["message"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    note=st.text(st.characters(exclude_categories=["Cs"], exclude_characters=CONTROL), max_size=300),
    owner=st.text(st.characters(exclude_categories=["Cs"], exclude_characters=CONTROL), max_size=40),
)
def test_texts_come_back_as_they_were(client: Client, note: str, owner: str) -> None:
    """The store and JSON change no character; tabs and line ends are text."""
    put(client, note=note, owner=owner)
    entry = client.call("GET", f"{LIST}/lan.vidu").json
    assert (entry["note"], entry["owner"] or "") == (note, owner)


def join_two_records(client: Client) -> dict[str, Any]:
    """One person as two records with full notes and tags, then seen to be one; the entry as the API has it."""
    store = client.services.store
    store.checks.add(Check("old", Visit(NOW), profile_id="7"))
    for name in ("old", "new"):
        put(client, name, note=name[0] * 10_000, tags=[f"{name} {number}" for number in range(50)])
    store.checks.add(Check("new", Visit(NOW + timedelta(days=3)), profile_id="7"))
    return dict(client.call("GET", f"{LIST}/new").json)


def test_a_note_joined_from_two_records_can_be_sent_back_and_shortened(client: Client) -> None:
    """Nothing of either is cut, the API takes what it gave, and only growing further is refused."""
    entry = join_two_records(client)
    kept = {"note": entry["note"], "tags": entry["tags"]}
    assert (len(kept["note"]), len(kept["tags"])) == (20_001, 100)
    sent = [put(client, "new", **kept), put(client, "new", note=kept["note"] + "x")]
    sent += [put(client, "new", tags=[*kept["tags"], "x"]), put(client, "new", note=kept["note"][:-1])]
    assert [answer.status_code for answer in sent] == [200, 422, 422, 200]
    assert client.services.store.loose() == {}


def test_a_list_taken_over_again_and_again_never_makes_a_store_that_is_not_whole(
    client: Client, tmp_path: Path
) -> None:
    """A note that grows with every import stops where a backup would refuse it, and says so."""
    answers = []
    for number in range(12):
        row = f"username,note\nlan.vidu,{number:02}{'n' * 9_900}\n"
        path = "/api/v1/shortlist/imports?dry_run=false"
        answers.append(client.call("POST", path, row.encode(), Content_Type="text/csv"))
    assert (answers[0].status_code, answers[-1].status_code, answers[-1].json["error"]["code"]) == (
        200,
        422,
        "too_long",
    )
    client.services.store.backup(tmp_path / "kept")
    assert client.services.store.restore(tmp_path / "kept").entries == 1


def test_a_row_says_what_the_last_check_saw_posted(client: Client) -> None:
    """The niche of the captions; none where no word spoke for one, and null where nobody has looked."""
    client.call("POST", "/api/v1/checks", cook("linh.bep.vidu"))
    client.call("POST", "/api/v1/checks", capture("mai.kin.vidu", 20_000, "78", 0, {}))
    for name in ("linh.bep.vidu", "mai.kin.vidu", "lan.vidu"):
        put(client, name)
    found = {row["username"]: row["topics"] for row in client.call("GET", LIST).json["entries"]}
    assert found == {"linh.bep.vidu": ["food"], "mai.kin.vidu": [], "lan.vidu": None}
