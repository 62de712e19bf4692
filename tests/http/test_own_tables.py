"""Own thresholds and prices over HTTP: who may set them, what they change at once, and what a preview says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from server.audit import read_audit, replay
from server.cli import soi
from server.scoring.model import load_model
from server.scoring.own import own_of
from server.scoring.thresholds import own_thresholds, published
from server.services.threshold_preview import ThresholdPreview
from tests.http.conftest import Client, profile_page
from tests.http.looks import NAME, look
from tests.http.persons import connect, sign_in

THRESHOLDS, PREVIEW = "/api/v1/settings/thresholds", "/api/v1/settings/thresholds/preview"
PRICES = "/api/v1/settings/prices"
STRICT = {"look_closer_from": 1}
"""Everybody has at least this much suspicion."""
PAGES = ("profile_en_div.html", "profile_en_list.html", "profile_vi_div.html")
ROW = {"from": 1_000, "to": 1_000_000, "low": 3_000_000, "high": 4_000_000}


@pytest.fixture(autouse=True)
def tab(client: Client) -> None:
    """Every test goes on as the tab of `soi serve`."""
    sign_in(client)


def check(client: Client, page: str = PAGES[0], *, listed: bool = True) -> Any:
    answer = client.call("POST", "/api/v1/checks", {"schema": 1, "html": profile_page(page)})
    assert answer.status_code == 200
    if listed:
        client.call("PUT", f"/api/v1/shortlist/{answer.json['facts']['username']}", {})
    return answer.json


def again(client: Client, name: str) -> Any:
    return client.call("GET", f"/api/v1/creators/{name}/analysis").json


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", THRESHOLDS, None),
        ("PUT", THRESHOLDS, {}),
        ("DELETE", THRESHOLDS, None),
        ("POST", PREVIEW, {}),
        ("GET", PRICES, None),
        ("PUT", PRICES, {"lists": [{"currency": "VND", "ranges": [ROW]}]}),
        ("DELETE", PRICES, None),
    ],
)
def test_only_a_person_sets_tables(client: Client, method: str, path: str, body: Any) -> None:
    """The Soi tab may, also one that a paired browser opened; that browser itself and a script may not."""
    assert client.call(method, path, body).status_code == 200
    browser = connect(client, "browser")
    sign_in(client, "a-device")
    assert client.call(method, path, body).status_code == 200
    for token in (browser, connect(client, "script", "a-script"), "soi_wrong"):
        client.token = token
        assert client.call(method, path, body).status_code == 401


# --- thresholds -----------------------------------------------------------------------------------------------


def test_the_published_thresholds_stand_with_their_limits(client: Client) -> None:
    """The page needs no number of its own."""
    found = client.call("GET", THRESHOLDS).json
    assert {t["name"]: (t["value"], t["published"]) for t in found["thresholds"]} == {
        name: (known.value, known.value) for name, known in published().items()
    }
    assert (found["own"], found["model_version"]) == (False, load_model().version)


def test_own_thresholds_hold_for_checks_and_for_judging_again(client: Client) -> None:
    """From the next check on, also one that was answered before; the visit of before keeps its verdict."""
    before = check(client)
    name = before["facts"]["username"]
    assert before["verdict"]["code"] == "promising"
    saved = client.call("PUT", THRESHOLDS, STRICT).json
    assert saved["own"] is True
    assert saved["model_version"] == load_model().version + own_thresholds(STRICT).suffix
    judged = again(client, name)
    assert judged["analysis"]["verdict"]["code"] == "look_closer"
    assert judged["versions"] == {"model": [before["model_version"], saved["model_version"]]}
    visits = client.call("GET", f"/api/v1/creators/{name}").json["visits"]
    assert [visit["verdict"] for visit in visits] == ["promising"]
    repeated = check(client)
    assert (repeated["verdict"]["code"], repeated["model_version"]) == ("look_closer", saved["model_version"])
    client.call("DELETE", THRESHOLDS)
    assert again(client, name)["analysis"]["verdict"] == before["verdict"]


def test_the_audit_of_a_check_under_own_thresholds_replays_offline(client: Client, tmp_path: Path) -> None:
    """The file alone gives the same verdict, whatever is set here afterwards."""
    client.call("PUT", THRESHOLDS, STRICT)
    audit = client.call("GET", f"/api/v1/audits/{check(client)['audit_id']}")
    client.call("DELETE", THRESHOLDS)
    (tmp_path / "a.audit.json").write_bytes(audit.data)
    found = replay(read_audit(tmp_path / "a.audit.json"))
    assert (found.same, found.versions) == (True, {})


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"look_closer_from": 0}, "bad_number"),
        ({"look_closer_from": "24"}, "bad_number"),
        ({"least_posts": 6.5}, "bad_setting"),
        ({"risky_from": 20}, "inconsistent"),
        ({"of_mine": 1}, "unknown_field"),
    ],
)
def test_thresholds_that_cannot_be_are_refused_and_change_nothing(
    client: Client, body: Any, code: str
) -> None:
    """Saving and trying out say the same."""
    client.call("PUT", THRESHOLDS, {"risky_from": 70})
    before = client.call("GET", THRESHOLDS).json
    for method, path in (("PUT", THRESHOLDS), ("POST", PREVIEW)):
        refused = client.call(method, path, body)
        assert (refused.status_code, refused.json["error"]["code"]) == (422, code)
    assert client.call("GET", THRESHOLDS).json == before


def test_two_tabs_do_not_overwrite_each_other(client: Client) -> None:
    """One version for all settings; the general ones and the tables leave each other alone."""
    version = client.call("GET", "/api/v1/settings").json["version"]
    client.call("PUT", THRESHOLDS, STRICT)
    client.call("PUT", PRICES, {"lists": [{"currency": "VND", "ranges": [ROW]}]})
    assert client.call("PUT", THRESHOLDS, {}, If_Match=f'"{version}"').status_code == 412
    client.call("PUT", "/api/v1/settings", {"currency": "USD"})
    assert client.call("GET", THRESHOLDS).json["own"] is True
    assert client.call("GET", PRICES).json["own"] == [{"currency": "VND", "ranges": [ROW]}]
    client.call("DELETE", PRICES)
    assert (client.call("GET", THRESHOLDS).json["own"], client.call("GET", PRICES).json["own"]) == (
        True,
        None,
    )


def test_own_tables_travel_with_a_backup(client: Client, tmp_path: Path) -> None:
    """They are settings of the store, not files of this machine."""
    client.call("PUT", THRESHOLDS, STRICT)
    client.services.store.backup(tmp_path / "b.json")
    client.call("DELETE", THRESHOLDS)
    client.services.store.restore(tmp_path / "b.json")
    assert client.call("GET", THRESHOLDS).json["own"] is True


# --- the preview ----------------------------------------------------------------------------------------------


def preview(client: Client, values: Any) -> Any:
    answer = client.call("POST", PREVIEW, values)
    assert answer.status_code == 200, answer.json
    return answer.json


def test_a_preview_says_who_would_change_and_changes_nothing(client: Client) -> None:
    """From what to what, by name, against the thresholds in force; creators without evidence are counted."""
    before = {c["facts"]["username"]: c["verdict"]["code"] for c in (check(client, page) for page in PAGES)}
    client.call("PUT", "/api/v1/shortlist/never.looked.at", {})
    look(client)  # seen, but not on the list
    store = client.services.store.settings.get()
    found = preview(client, STRICT)
    expected = {name: code for name, code in before.items() if code == "promising"}
    assert {(c["username"], c["from"], c["to"]) for c in found["creators"]} == {
        (name, "promising", "look_closer") for name in expected
    }
    assert (found["total"], found["judged"], found["changed"], found["pending"]) == (4, 3, len(expected), 0)
    assert found["changes"] == [{"from": "promising", "to": "look_closer", "n": len(expected)}]
    assert found["not_judged"] == {"never_checked": 1, "no_audit": 0}
    assert client.services.store.settings.get() == store
    assert {n: again(client, n)["analysis"]["verdict"]["code"] for n in before} == before


def test_a_preview_agrees_with_judging_again(client: Client) -> None:
    """What was foretold for each creator is what the creator's page says after saving."""
    names = [check(client, page)["facts"]["username"] for page in PAGES]
    for values in (
        STRICT,
        {"least_posts": 12},
        {"look_closer_from": 70, "risky_from": 95},
    ):
        client.call("DELETE", THRESHOLDS)
        before = {name: again(client, name)["analysis"]["verdict"]["code"] for name in names}
        told = {c["username"]: c["to"] for c in preview(client, values)["creators"]}
        client.call("PUT", THRESHOLDS, values)
        after = {name: again(client, name)["analysis"]["verdict"]["code"] for name in names}
        assert before | told == after


def test_a_preview_follows_rulings(client: Client) -> None:
    """A ruling made since the check counts, as on the creator's page."""
    body = check(client, "profile_en_list.html")
    name = body["facts"]["username"]
    values = {"look_closer_from": round(body["suspicion"]["score"]) + 1, "risky_from": 99}
    preview(client, values)
    heavy = max(body["suspicion"]["signals"], key=lambda signal: signal["contribution"] or 0)
    client.call("PUT", f"/api/v1/creators/{name}/rulings/{heavy['id']}", {"ruling": "innocent"})
    told = {c["username"]: c["from"] for c in preview(client, STRICT)["creators"]}
    present = again(client, name)["analysis"]["verdict"]["code"]
    assert told.get(name, present) == present


def without(client: Client, *parts: str) -> None:
    """Take parts away that no route would: audits that made room, or what an older version did not keep."""
    storage = client.services.store.database.storage  # type: ignore[attr-defined]  # damage from inside

    def plan(work: Any) -> None:
        for doc_id in work.ids("audits") if "audits" in parts else ():
            work.delete("audits", doc_id)
        for doc_id in work.ids("creators") if "standing" in parts else ():
            document = work.get("creators", doc_id)
            work.put("creators", doc_id, {k: v for k, v in document.items() if k != "standing"})

    storage.run(plan)


def test_a_long_list_from_before_is_answered_in_parts(client: Client) -> None:
    """From audits each answer has what there was time for, says how much is left, and the last one has all of it."""
    for page in PAGES:
        check(client, page)
    present = own_of({})
    wanted = replace(present, thresholds=own_thresholds(STRICT))
    quick = ThresholdPreview(client.services.store, budget=-1).preview(wanted, present)
    without(client, "standing")
    slow = ThresholdPreview(client.services.store, budget=-1)
    assert (slow.preview(wanted, present)["judged"], slow.preview(wanted, present)["pending"]) == (0, 3)
    assert ThresholdPreview(client.services.store).preview(wanted, present) == quick


def test_what_the_last_check_left_is_enough(client: Client) -> None:
    """Audits make room for newer ones; a creator without one is judged as long as rulings and model are the same."""
    name = check(client)["facts"]["username"]
    whole = preview(client, STRICT)
    without(client, "audits")
    assert (preview(client, STRICT), whole["changed"]) == (whole, 1)
    client.call("PUT", f"/api/v1/creators/{name}/rulings/rate_high", {"ruling": "innocent"})
    found = preview(client, STRICT)
    assert (found["judged"], found["not_judged"]) == (0, {"never_checked": 0, "no_audit": 1})
    client.call("DELETE", f"/api/v1/creators/{name}/rulings/rate_high")
    assert preview(client, STRICT) == whole
    client.call("DELETE", f"/api/v1/creators/{name}")
    assert preview(client, STRICT)["total"] == 0


@pytest.mark.parametrize(
    "standing", [3, [], {}, {"values": 3}, {"model": "2020.1"}, {"values": {"score": "x"}}, {"rulings": None}]
)
def test_what_a_check_of_another_kind_left_is_not_believed(client: Client, standing: Any) -> None:
    """By an older model, or of a shape that this version does not write: the audit is asked instead."""
    check(client)
    whole = preview(client, STRICT)
    storage = client.services.store.database.storage  # type: ignore[attr-defined]  # what another version may have written

    def plan(work: Any) -> None:
        (doc_id,) = work.ids("creators")
        document = work.get("creators", doc_id)
        audit_id, kept = document["standing"]
        changed = kept | standing if isinstance(standing, dict) and standing else standing
        work.put("creators", doc_id, document | {"standing": [audit_id, changed]})

    storage.run(plan)
    assert preview(client, STRICT) == whole


# --- prices ---------------------------------------------------------------------------------------------------


def own_list(*rows: Any, currency: str = "VND") -> Any:
    return {"lists": [{"currency": currency, "ranges": list(rows)}]}


def test_an_own_list_holds_at_once_and_names_itself(client: Client) -> None:
    """In the references, in the next check and in judging again, without a restart."""
    name = check(client)["facts"]["username"]
    assert client.call("PUT", PRICES, own_list(ROW)).status_code == 200
    markets = client.call("GET", "/api/v1/references").json["prices"]["markets"]
    assert [market["id"] for market in markets] == ["own-vnd", "world", "article"]
    for analysis in (again(client, name)["analysis"], check(client)):
        price = analysis["price"][0]
        assert (price["low"], price["high"], price["source"]["name"]["vi"]) == (3e6, 4e6, "Bảng giá của bạn")
    client.call("DELETE", PRICES)
    markets = client.call("GET", "/api/v1/references").json["prices"]["markets"]
    assert [market["id"] for market in markets] == ["vn", "vn_example", "world", "article"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "bad_field"),
        ({"lists": []}, "bad_field"),
        ({"lists": [{"currency": "VND", "ranges": []}]}, "bad_field"),
        (own_list(ROW, currency="EUR"), "bad_field"),
        (own_list(*[ROW] * 41), "too_many"),
        (own_list(ROW | {"low": "3"}), "unclear_price"),
        (own_list(ROW | {"low": -1}), "bad_number"),
        (own_list(ROW | {"note": "x"}), "unknown_field"),
        (own_list({"from": 1, "to": 2}), "bad_field"),
        (own_list(ROW | {"low": 5_000_000}), "bad_range"),
        (own_list(ROW | {"to": 1_000}), "bad_range"),
        (own_list(ROW, {"from": 999_999, "to": 2_000_000, "low": 1, "high": 2}), "overlapping_ranges"),
        ({"lists": [{"currency": "VND", "ranges": [ROW]}] * 2}, "bad_setting"),
        ({"lists": [3]}, "bad_field"),
    ],
)
def test_a_wrong_list_is_refused_and_nothing_changes(client: Client, body: Any, code: str) -> None:
    """Each fault by its code; the list of before stays."""
    client.call("PUT", PRICES, own_list(ROW))
    refused = client.call("PUT", PRICES, body)
    assert (refused.status_code, refused.json["error"]["code"]) == (422, code)
    assert client.call("GET", PRICES).json["own"] == own_list(ROW)["lists"]


@pytest.mark.parametrize(
    ("low", "high", "answer"),
    [
        ("2tr", "3.500.000", (2000000, 3500000)),
        ("900", "3tr", "unclear_price"),
        ("1-2tr", "3tr", "bad_field"),
        ("$5", "3tr", "bad_field"),
        ("barter", "3tr", "bad_field"),
    ],
)
def test_prices_of_a_list_are_read_like_any_money(
    client: Client, low: str, high: str, answer: object
) -> None:
    """As texts too; each end is one amount in the currency of its list, and nothing doubtful is kept."""
    row = {"from": 1_000, "to": 5_000, "low": low, "high": high}
    told = client.call(
        "PUT", "/api/v1/settings/prices", {"lists": [{"currency": "VND", "ranges": [row]}]}
    ).json
    kept = told.get("own") and told["own"][0]["ranges"][0]
    assert ((kept["low"], kept["high"]) if kept else told["error"]["code"]) == answer


def test_published_lists_speak_both_languages(client: Client) -> None:
    """Names and notes of the published lists, for a Vietnamese page too."""
    for market in client.call("GET", PRICES).json["published"]["markets"]:
        assert set(market["name"]) == set(market["note"]) == {"en", "vi"}
        assert market["note"]["en"] != market["note"]["vi"]


def test_an_unknown_creator_has_no_price(client: Client) -> None:
    """A look without a size in the list says nothing instead of a wrong price."""
    client.call("PUT", PRICES, own_list({"from": 500_000, "to": 600_000, "low": 1, "high": 2}))
    assert [p["market"] for p in look(client, name=NAME)["price"]] == ["world", "article"]


# --- the command line -----------------------------------------------------------------------------------------


def test_soi_check_judges_by_the_own_tables(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the running server, which holds the store; without a store the published tables hold."""
    (tmp_path / "page.html").write_text(profile_page(), "utf-8")

    def verdict(home: Path) -> Any:
        monkeypatch.setenv("SOI_HOME", str(home))
        result = CliRunner().invoke(soi, ["check", str(tmp_path / "page.html"), "--json"])
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    client.call("PUT", THRESHOLDS, STRICT)
    client.call("PUT", PRICES, own_list(ROW))
    own, published_one = verdict(tmp_path), verdict(tmp_path / "nothing.here")
    assert (own["verdict"]["code"], published_one["verdict"]["code"]) == ("look_closer", "promising")
    assert (own["price"][0]["market"], published_one["price"][0]["market"]) == ("own-vnd", "vn")
    assert not (tmp_path / "nothing.here").exists()
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / "soi.toml").write_text("port = 0")
    assert verdict(tmp_path / "damaged")["verdict"]["code"] == "promising"
