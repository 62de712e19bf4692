"""A campaign over HTTP: brief, draft with findings, changes, approval, a creator who drops out, and the budget."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from server.campaigns.dossier_check import checked
from server.campaigns.pictures import MOST_BYTES, MOST_OF_VERSION
from tests.http.conftest import Client
from tests.http.looks import cook

AT = "/api/v1/campaigns"
BRAND = {"name": "Mây Xanh", "product": "Serum Mây Xanh B5", "avoid": ["rẻ tiền"], "language": "vi"}
NEW = {
    "name": "Tết 2027",
    "brand": BRAND,
    "category": "cosmetics",
    "brief": {"messages": [{"text": "Dịu da", "proof": "Thử 28 ngày"}], "hashtags": ["#mayxanh"], "edits": 2},
    "budget": {"amount": 30_000_000, "currency": "VND", "withholding": True},
}
CLEAN = "#quangcao cùng Mây Xanh: Serum Mây Xanh B5 làm da mình ẩm hơn sau một tháng. #mayxanh"


def versioned(answer: Any) -> dict[str, str]:
    return {"If_Match": answer.headers["ETag"]}


@pytest.fixture
def campaign(client: Client) -> Any:
    """One campaign with one slot, its creator, a backup and a planned reel of 9 million net."""
    client.call("PUT", "/api/v1/shortlist/du.phong", {"tags": ["skincare"], "price_asked": "8tr net"})
    made = client.call("POST", AT, NEW).json
    at = f"{AT}/{made['campaign']['id']}"
    slot = {"niche": "beauty", "price_band": "5tr-10tr", "creator": "an.vi.o", "backups": ["du.phong"]}
    slots = client.call("POST", f"{at}/slots", slot).json["campaign"]["slots"]
    post = {"slot": slots[0]["id"], "kind": "reel", "price": "9tr net", "due_draft": "2027-01-05"}
    return client.call("POST", f"{at}/deliverables", post | {"due_post": "2027-01-10"}).json


def paths(campaign: Any) -> tuple[str, str, str]:
    at = f"{AT}/{campaign['campaign']['id']}"
    slot, post = campaign["campaign"]["slots"][0]["id"], campaign["deliverables"][0]["id"]
    return at, f"{at}/slots/{slot}", f"{at}/deliverables/{post}"


def test_a_draft_goes_from_findings_over_changes_to_its_approval(client: Client, campaign: Any) -> None:
    """What was found, what was asked for and what was approved stand in the log, in their order."""
    _, _, post = paths(campaign)
    bad = "Serum Mây Xanh B5 trị mụn tốt nhất, rẻ tiền!"
    first = client.call("POST", f"{post}/versions", {"text": bad, "by": "Lan"})
    rules = {found["rule"] for found in first.json["checks"][0]["findings"] if found["level"] == "must"}
    assert {"disclosure_missing", "medicine_claim", "superlative_unproven", "forbidden_word"} - rules == set()
    note = {"ruled": "changes", "note": "Bỏ 'trị mụn'", "by": "Tú"}
    sent = client.call("POST", f"{post}/decisions", note, **versioned(first))
    second = client.call("POST", f"{post}/versions", {"text": CLEAN, "by": "Lan"})
    assert second.json["checks"][1]["ok"] is True
    done = client.call("POST", f"{post}/decisions", {"ruled": "approved", "by": "Tú"}, **versioned(second))
    log = done.json["deliverable"]["versions"]
    assert (201, 201, "approved", [bad, CLEAN], ["changes", "approved"]) == (
        sent.status_code,
        done.status_code,
        done.json["deliverable"]["state"],
        [version["text"] for version in log],
        [version["decision"]["ruled"] for version in log],
    )


def test_nobody_approves_a_text_that_they_have_not_seen(client: Client, campaign: Any) -> None:
    """A decision names the version that its sender saw; a newer text makes it a conflict, and without one there is none."""
    _, _, post = paths(campaign)
    seen = client.call("POST", f"{post}/versions", {"text": CLEAN})
    client.call("POST", f"{post}/versions", {"text": "Bản khác hẳn"})
    late = client.call("POST", f"{post}/decisions", {"ruled": "approved"}, **versioned(seen))
    blind = client.call("POST", f"{post}/decisions", {"ruled": "approved"})
    assert (412, 412) == (late.status_code, blind.status_code)


def test_a_dropped_creator_gives_way_to_a_backup_and_the_budget_is_right(
    client: Client, campaign: Any
) -> None:
    """9 million net are 10 million of the budget; the backup's 8 million net are 8,888,889."""
    at, slot, _ = paths(campaign)
    assert {"low": 20_000_000, "high": 20_000_000} == campaign["budget"]["left"]
    seen = client.call("GET", at)
    gap = client.call("POST", f"{slot}/drop", **versioned(seen))
    assert (None, ["dropped"], 30_000_000) == (
        gap.json["campaign"]["slots"][0]["creator"],
        [post["state"] for post in gap.json["deliverables"]],
        gap.json["budget"]["left"]["low"],
    )
    proposed = client.call("GET", f"{slot}/proposals").json["proposals"]
    assert [("du.phong", True, 21_111_111)] == [
        (p["username"], p["is_backup"], p["left"]["low"]) for p in proposed
    ]
    filled = client.call("POST", f"{slot}/fill", {"creator": "du.phong"}, **versioned(gap)).json
    assert (["dropped", "planned"], "du.phong", 21_111_111) == (
        [post["state"] for post in filled["deliverables"]],
        filled["campaign"]["slots"][0]["creator"],
        filled["budget"]["left"]["low"],
    )


def test_the_last_change_is_taken_back_once(client: Client, campaign: Any) -> None:
    """A creator who was dropped by mistake is there again with their posts; a second undo has nothing."""
    at, slot, _ = paths(campaign)
    client.call("POST", f"{slot}/drop", **versioned(client.call("GET", at)))
    undone = client.call("POST", f"{at}/undo").json
    again = client.call("POST", f"{at}/undo")
    assert ("an.vi.o", ["planned"], 410) == (
        undone["campaign"]["slots"][0]["creator"],
        [post["state"] for post in undone["deliverables"]],
        again.status_code,
    )


def test_a_decision_is_never_taken_back(client: Client, campaign: Any) -> None:
    """Undo reaches plans, not the log."""
    at, _, post = paths(campaign)
    seen = client.call("POST", f"{post}/versions", {"text": CLEAN})
    client.call("POST", f"{post}/decisions", {"ruled": "approved"}, **versioned(seen))
    assert client.call("POST", f"{at}/undo").status_code == 410
    assert client.call("GET", post).json["deliverable"]["versions"][0]["decision"]["ruled"] == "approved"


def test_an_erased_creator_leaves_a_gap_and_what_was_paid(client: Client, campaign: Any) -> None:
    """Nobody is named any more, drafts are gone, and the sums are those of before."""
    at, _, post = paths(campaign)
    client.call("POST", f"{post}/versions", {"text": CLEAN})
    client.call("DELETE", "/api/v1/creators/an.vi.o")
    found = client.call("GET", at)
    assert (None, "", 20_000_000, False, {}) == (
        found.json["campaign"]["slots"][0]["creator"],
        found.json["deliverables"][0]["creator"],
        found.json["budget"]["left"]["low"],
        b"an.vi.o" in found.data,
        dict(client.services.store.loose()),
    )
    assert client.call("GET", post).json["deliverable"]["versions"] == []


def test_two_editors_of_one_campaign_do_not_overwrite_each_other(client: Client, campaign: Any) -> None:
    """The second one is told; other fields of a changed brand come with it as a whole."""
    at, _, _ = paths(campaign)
    seen = versioned(client.call("GET", at))
    first = client.call("PATCH", at, {"name": "Tết Đinh Mùi"}, **seen)
    second = client.call("PATCH", at, {"name": "Khác"}, **seen)
    assert (200, 412, "Tết Đinh Mùi") == (
        first.status_code,
        second.status_code,
        client.call("GET", at).json["campaign"]["name"],
    )


def test_a_removed_campaign_comes_back(client: Client, campaign: Any) -> None:
    """It is in the bin, takes no change there, and undo brings it back with its posts."""
    at, _, post = paths(campaign)
    assert client.call("DELETE", at).status_code == 204
    in_bin = client.call("GET", AT).json
    refused = client.call("POST", f"{post}/versions", {"text": CLEAN}).status_code
    back = client.call("POST", f"{at}/undo").json
    assert (True, [], 404, 1) == (
        in_bin["campaigns"][0]["removed_at"] is not None,
        in_bin["over_all"],
        refused,
        len(back["deliverables"]),
    )


def test_a_copy_is_planned_for_the_next_month(client: Client, campaign: Any) -> None:
    """Same people and prices, a month later, nothing handed in."""
    at, _, post = paths(campaign)
    client.call("POST", f"{post}/versions", {"text": CLEAN})
    copy = client.call("POST", f"{at}/copies", {"name": "Tháng 2", "months": 1}).json
    assert [("an.vi.o", "planned", "2027-02-10", 0)] == [
        (p["creator"], p["state"], p["due_post"], p["versions"]) for p in copy["deliverables"]
    ]
    assert copy["campaign"]["slots"][0]["id"] != campaign["campaign"]["slots"][0]["id"]


def test_today_has_what_is_late_and_who_has_not_answered(client: Client, campaign: Any) -> None:
    """By the day of who asks."""
    at, _, _ = paths(campaign)
    client.call("POST", f"{at}/slots", {"niche": "food"})
    tasks = client.call("GET", "/api/v1/today?today=2027-01-07").json["tasks"]
    assert [("overdue", "draft", "an.vi.o"), ("gap", None, "")] == [
        (task["kind"], task["what"], task["creator"]) for task in tasks
    ]


def test_who_is_in_other_hands_is_told_before_anybody_writes(client: Client, campaign: Any) -> None:
    """A colleague's creator, and one of another campaign; one's own are no news."""
    at, _, _ = paths(campaign)
    client.call("PUT", "/api/v1/shortlist/an.vi.o", {"status": "contacted", "owner": "Hà"})
    other = client.call("POST", AT, NEW | {"name": "Hè"}).json["campaign"]["id"]
    client.call("POST", f"{AT}/{other}/slots", {"creator": "an.vi.o"})
    asking = {"creator": "an.vi.o", "message": "first", "language": "vi", "values": {"name": "An"}}
    told = client.call("POST", f"{at}/outreach", asking).json
    assert (None, ["Hà", "Hè"], {"an.vi.o": ["Hè"]}) == (
        told["text"],
        told["elsewhere"],
        client.call("GET", f"{at}?me=H%C3%A0").json["elsewhere"],
    )


def test_the_calendar_has_the_days(client: Client, campaign: Any) -> None:
    """Draft and post, as all-day events."""
    at, _, _ = paths(campaign)
    text = client.call("GET", f"{at}/calendar.ics?language=vi").get_data(as_text=True)
    assert ["DTSTART;VALUE=DATE:20270105", "DTSTART;VALUE=DATE:20270110"] == [
        line for line in text.splitlines() if line.startswith("DTSTART")
    ]


def test_brands_are_kept_for_the_next_campaign(client: Client) -> None:
    """Added, replaced by who has seen it, and removed; campaigns keep their own copy."""
    made = client.call("POST", "/api/v1/brands", BRAND)
    at = f"/api/v1/brands/{made.json['id']}"
    put = client.call("PUT", at, BRAND | {"rivals": ["Nắng"]}, **versioned(made))
    late = client.call("PUT", at, BRAND, **versioned(made))
    assert (["Nắng"], 412, 204, []) == (
        put.json["brand"]["rivals"],
        late.status_code,
        client.call("DELETE", at).status_code,
        client.call("GET", "/api/v1/brands").json["brands"],
    )


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("", {"name": "x"}, "bad_field"),
        ("", NEW | {"brief": {"messages": [{"text": "a"}] * 4}}, "too_many"),
        ("", NEW | {"category": "cars"}, "bad_field"),
        ("", NEW | {"budget": {"amount": -1}}, "bad_number"),
        ("/999/slots", {}, "not_found"),
        ("/1/deliverables", {"slot": "none"}, "inconsistent"),
        ("/1/deliverables", {"slot": "none", "due_post": "2027-02-30"}, "bad_field"),
        ("/1/deliverables/77/versions", {"text": "a"}, "inconsistent"),
        ("/1/slots", {"creator": "an.vi.o"}, "inconsistent"),
        ("/1/slots", {"price_band": "1.500"}, "unclear_price"),
    ],
)
@pytest.mark.usefixtures("campaign")
def test_what_a_campaign_cannot_be_is_refused(client: Client, path: str, body: Any, code: str) -> None:
    """With the code that a page has words for."""
    assert client.call("POST", AT + path, body).json["error"]["code"] == code


def test_a_niche_is_known_from_what_a_creator_posts(client: Client, campaign: Any) -> None:
    """Without a tag: captions of the last check are about food, so the creator may take a slot of food, and none of
    beauty."""
    name = "linh.bep.vidu"
    client.call("POST", "/api/v1/checks", cook(name))
    client.call("PUT", f"/api/v1/shortlist/{name}", {"price_asked": "6tr net"})
    at, _, _ = paths(campaign)
    found = {}
    for niche in ("food", "beauty"):
        slots = client.call("POST", f"{at}/slots", {"niche": niche}).json["campaign"]["slots"]
        proposed = client.call("GET", f"{at}/slots/{slots[-1]['id']}/proposals").json["proposals"]
        found[niche] = name in [one["username"] for one in proposed]
    assert {"food": True, "beauty": False} == found


PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(64))
JPEG = b"\xff\xd8\xff\xe0" + bytes(range(64))
WEBP = b"RIFF\x40\x00\x00\x00WEBP" + bytes(range(64))


def picture(data: bytes, name: str = "man-hinh.png") -> dict[str, str]:
    return {"name": name, "data": b64encode(data).decode()}


def test_a_screenshot_alone_is_handed_in_and_said_to_be_not_checked(client: Client, campaign: Any) -> None:
    """Its bytes come back as they were sent, as a file of the type that they are, whatever its name says."""
    _, _, post = paths(campaign)
    sent = client.call("POST", f"{post}/versions", {"text": "", "pictures": [picture(WEBP, "a<b>.svg")]})
    told = sent.json["deliverable"]["versions"][0]["pictures"][0]
    got = client.call("GET", f"{post}/pictures/{told['sha256']}")
    said = [what["en"] for what in sent.json["checks"][0]["not_checked"]]
    assert (201, "a<b>.svg", 80 - 4, False, 1, WEBP, "image/webp") == (
        sent.status_code,
        told["name"],
        told["bytes"],
        sent.json["checks"][0]["ok"],
        sum("paste the text" in words for words in said),
        got.data,
        got.headers["Content-Type"],
    )
    assert ("nosniff", "attachment") == (
        got.headers["X-Content-Type-Options"],
        got.headers["Content-Disposition"].partition(";")[0],
    )


@pytest.mark.parametrize(
    "pictures",
    [
        [],
        [picture(b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "a.png")],
        [picture(PNG) | {"data": "%%%"}],
        [picture(PNG + bytes(MOST_BYTES))],
        [picture(PNG)] * (MOST_OF_VERSION + 1),
        [picture(PNG, "")],
        [picture(PNG) | {"media": "image/svg+xml"}],
    ],
)
def test_what_is_no_picture_is_refused_and_nothing_is_kept(
    client: Client, campaign: Any, pictures: list[dict[str, str]]
) -> None:
    """SVG, broken base64, one too large, too many, one without a name, one that says its own type; and no text alone."""
    _, _, post = paths(campaign)
    refused = client.call("POST", f"{post}/versions", {"text": "", "pictures": pictures})
    assert (400, []) == (
        refused.status_code // 100 * 100,
        client.call("GET", post).json["deliverable"]["versions"],
    )


def test_a_picture_is_found_under_its_own_post_alone(client: Client, campaign: Any) -> None:
    at, _, post = paths(campaign)
    sent = client.call("POST", f"{post}/versions", {"text": CLEAN, "pictures": [picture(PNG)]})
    digest = sent.json["deliverable"]["versions"][0]["pictures"][0]["sha256"]
    other = client.call("POST", AT, NEW).json["campaign"]["id"]
    wrong = (f"{AT}/{other}/deliverables/1", f"{at}/deliverables/99")
    found = [client.call("GET", f"{where}/pictures/{digest}").status_code for where in (post, *wrong)]
    assert [200, 404, 404] == found


def test_a_campaign_has_room_for_so_many_pictures(
    client: Client, campaign: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, post = paths(campaign)
    monkeypatch.setattr("server.campaigns.pictures.MOST_OF_CAMPAIGN", 1)
    codes = [
        client.call("POST", f"{post}/versions", {"text": CLEAN, "pictures": [picture(data)]}).status_code
        for data in (PNG, JPEG)
    ]
    assert [201, 422] == codes


def test_a_picture_lies_in_the_dossier_and_its_hash_in_the_log(client: Client, campaign: Any) -> None:
    """``soi replay`` holds it against the list like any other part."""
    at, _, post = paths(campaign)
    client.call("POST", f"{post}/versions", {"text": "", "pictures": [picture(PNG, "x.png")]})
    packed = client.call("GET", f"{at}/dossier.zip?language=vi").data
    digest = sha256(PNG).hexdigest()
    with ZipFile(BytesIO(packed)) as archive:
        assert archive.read(f"pictures/{digest}.png") == PNG
        assert json.loads(archive.read("log.jsonl"))["pictures_sha256"] == [digest]
        assert f'href="pictures/{digest}.png">x.png' in archive.read("dossier.html").decode()
    assert checked(packed).parts[f"pictures/{digest}.png"] == "same"
