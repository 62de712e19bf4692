"""The public post is what was approved: an opened page is held against the approved text of the post that it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.http.conftest import PAGES, Client
from tests.http.test_campaigns import AT, CLEAN, NEW, versioned

CREATOR, CODE, OTHER = "an.vi.o", "CODE_posted1", "CODE_posted2"


@pytest.fixture
def approved(client: Client) -> str:
    """The path of a deliverable whose text was approved."""
    return approve(client, CLEAN)


def approve(client: Client, *texts: str) -> str:
    campaign = client.call("POST", AT, NEW | {"name": f"Tết {len(texts)}"}).json["campaign"]["id"]
    at = f"{AT}/{campaign}"
    slot = client.call("POST", f"{at}/slots", {"creator": CREATOR}).json["campaign"]["slots"][0]["id"]
    for text in texts:
        posts = client.call("POST", f"{at}/deliverables", {"slot": slot, "kind": "reel"}).json["deliverables"]
        post = f"{at}/deliverables/{posts[-1]['id']}"
        handed = client.call("POST", f"{post}/versions", {"text": text})
        client.call("POST", f"{post}/decisions", {"ruled": "approved"}, **versioned(handed))
    return post


def opened(
    client: Client, caption: str, code: str = CODE, label: bool | None = True, hours: float = 0, **more: Any
) -> list[dict[str, Any]]:
    """What the answer of a check says of the post on a page of its own; ``more``: of the page's answer."""
    now = datetime.now(UTC) + timedelta(hours=hours)
    media = {
        "code": code,
        "pk": "3000000000000000001",
        "media_type": 1,
        "like_count": 500,
        "comment_count": 3,
        "taken_at": int(datetime.now(UTC).timestamp()),
        "is_paid_partnership": label,
        "caption": {"text": caption},
        "user": {"username": CREATOR, "pk": "42"},
    } | more
    body = {"data": {"xdt_api__v1__media__shortcode__web_info": {"items": [media]}}}
    capture = {
        "url": f"https://www.instagram.com/{media['user']['username']}/p/{code}/",
        "captured_at": now.isoformat(),
        "navigation": "spa",
        "html": '<html lang="vi"><head></head><body><main></main></body></html>',
        "responses": [{"path": "/graphql/query", "name": "PolarisPostRootQuery", "body": body}],
    }
    answer = client.call("POST", "/api/v1/checks", capture).json
    assert answer["page"] == "post", answer
    return list(answer.get("posted", []))


def gone(client: Client, hours: float, code: str = CODE) -> list[dict[str, Any]]:
    html = (PAGES / "error_en.html").read_text("utf-8")
    at = (datetime.now(UTC) + timedelta(hours=hours)).isoformat()
    capture = {"url": f"https://www.instagram.com/p/{code}/", "captured_at": at, "html": html}
    answer = client.call("POST", "/api/v1/checks", capture).json
    assert answer["page"] == "error_page", answer["page"]
    return list(answer.get("posted", []))


@pytest.mark.parametrize(
    ("caption", "label", "expected"),
    [
        (CLEAN, True, ("same", "verified")),
        (CLEAN, False, ("label_missing", "posted")),
        (CLEAN, None, ("same", "posted")),
        (CLEAN.replace("ẩm hơn", "hết mụn"), True, ("changed", "posted")),
    ],
)
def test_the_post_that_is_due_is_noticed_when_it_is_opened(
    client: Client, approved: str, caption: str, label: bool | None, expected: tuple[str, str]
) -> None:
    """It takes over the address; verified only where the text is as approved and the label was seen."""
    told = opened(client, caption, label=label)
    kept = client.call("GET", approved).json["deliverable"]
    assert [expected[0]] == [one["state"] for one in told]
    assert (expected, f"https://www.instagram.com/p/{CODE}/", caption) == (
        (kept["posted"]["state"], kept["state"]),
        kept["post_url"],
        kept["posted"]["text"],
    )


def test_a_changed_caption_is_shown_beside_the_approved_one(client: Client, approved: str) -> None:
    """Word by word in the answer, and both texts whole on the deliverable, with the day until which removal is asked."""
    lines = opened(client, CLEAN.replace("ẩm hơn", "hết mụn"))[0]["lines"]
    posted = client.call("GET", approved).json["posted"]
    differing = [(part["approved"], part["live"]) for part in posted["parts"] if not part["is_same"]]
    assert "Đã duyệt “ẩm hơn”, đang đăng “hết mụn”." in [line["vi"] for line in lines]
    assert [("ẩm hơn ", "hết mụn ")] == differing
    assert (CLEAN, True) == (
        "".join(part["approved"] for part in posted["parts"]),
        posted["ask_until"] is not None,
    )


def test_a_creators_other_posts_are_no_business_of_a_campaign(client: Client, approved: str) -> None:
    """A post that reads like nothing approved is not held against it, nor is it asked about."""
    assert ([], "approved") == (
        opened(client, "Chợ sáng thứ Bảy: rau gì đang vào mùa?"),
        client.call("GET", approved).json["deliverable"]["state"],
    )


def test_between_two_that_are_alike_a_person_is_asked(client: Client) -> None:
    """Both ask, none is guessed; the answer links one, and the other one never asks for that post again."""
    second = approve(client, CLEAN, CLEAN + " Lưu lại nhé.")
    first = second.rsplit("/", 1)[0] + f"/{int(second.rsplit('/', 1)[1]) - 1}"
    asked = {one["state"] for one in opened(client, CLEAN)}
    yes = client.call("POST", f"{first}/posted", {"code": CODE, "is_it": True})
    no = client.call("POST", f"{second}/posted", {"code": CODE, "is_it": False})
    again = client.call("POST", f"{second}/posted", {"code": CODE, "is_it": True})
    assert ({"asked"}, "same", "verified", None, 422) == (
        asked,
        yes.json["deliverable"]["posted"]["state"],
        yes.json["deliverable"]["state"],
        no.json["deliverable"]["posted"],
        again.status_code,
    )
    assert ["same"] == [one["state"] for one in opened(client, CLEAN)]


def test_a_post_that_only_names_the_brand_asks(client: Client, approved: str) -> None:
    """It may be a post that was written anew, or another one about the brand."""
    told = opened(client, "Sáng nay mình dậy sớm, pha trà, và dùng thử #mayxanh lần đầu")
    assert ["asked"] == [one["state"] for one in told]


def test_a_post_changed_or_removed_later_is_noticed(client: Client, approved: str) -> None:
    """Verified, then changed, then gone: each look stands with the deliverable, and the first sight of it is kept."""
    states = []
    for look in (
        lambda: opened(client, CLEAN),
        lambda: opened(client, CLEAN + " Giảm 50%!", hours=1),
        lambda: opened(client, CLEAN + " Giảm 50%!", hours=2),
    ):
        look()
        kept = client.call("GET", approved).json["deliverable"]
        states.append((kept["posted"]["state"], kept["state"]))
    seen = kept["posted"]
    assert [("same", "verified"), ("changed", "posted"), ("changed", "posted")] == states
    lasted = datetime.fromisoformat(seen["at"]) - datetime.fromisoformat(seen["since"])
    assert round(lasted / timedelta(hours=1)) == 1
    assert ["gone"] == [one["state"] for one in gone(client, hours=3)]
    assert ("gone", None) == tuple(
        client.call("GET", approved).json["deliverable"]["posted"][name] for name in ("state", "text")
    )


def test_a_post_under_a_partners_name_asks_and_is_then_held_against_the_approval(
    client: Client, approved: str
) -> None:
    """A shared post stands under the brand's name: nobody guesses, a person says so, and from then on its address does."""
    shared = {
        "user": {"username": "may.xanh.vidu", "pk": "99"},
        "coauthor_producers": [{"username": CREATOR, "pk": "42"}],
    }
    asked = [one["state"] for one in opened(client, CLEAN, **shared)]
    client.call("POST", f"{approved}/posted", {"code": CODE, "is_it": True})
    changed = opened(client, CLEAN.replace("ẩm hơn", "hết mụn"), hours=1, **shared)
    assert (["asked"], ["changed"]) == (asked, [one["state"] for one in changed])


def test_a_partners_own_post_is_no_business_of_a_campaign(client: Client, approved: str) -> None:
    """The same text under another name, shared with nobody, is not the creator's post."""
    assert [] == opened(client, CLEAN, user={"username": "may.xanh.vidu", "pk": "99"})


def test_a_post_that_is_older_than_its_approval_is_not_verified(client: Client, approved: str) -> None:
    """It is not taken for the approved one; where a person gives its address it is compared, and said to be early."""
    day_before = int((datetime.now(UTC) - timedelta(days=1)).timestamp())
    unknown = opened(client, CLEAN, taken_at=day_before)
    seen = client.call("GET", approved)
    public = {"post_url": f"https://www.instagram.com/p/{CODE}/", "state": "posted"}
    client.call("PATCH", approved, public, **versioned(seen))
    told = opened(client, CLEAN, hours=1, taken_at=day_before)
    kept = client.call("GET", approved).json["deliverable"]
    assert ([], "same", "posted", True) == (
        unknown,
        kept["posted"]["state"],
        kept["state"],
        "Bài đã lên trước khi nội dung được duyệt." in [line["vi"] for line in told[0]["lines"]],
    )


def test_what_a_public_post_reached_is_kept_with_it(client: Client, approved: str) -> None:
    """Likes and comments as shown; what was paid for one of them stands in the campaign's sums."""
    opened(client, CLEAN, like_count=1_497)
    seen = client.call("GET", approved)
    campaign = approved.split("/deliverables", maxsplit=1)[0]
    client.call("PATCH", approved, {"price": "3tr gross"}, **versioned(seen))
    reached = client.call("GET", campaign).json["per_engagement"]["reached"]
    assert ({"low": 1_500.0, "high": 1_500.0}, 2_000.0, 2_000.0) == (
        reached["engagements"],
        reached["low"],
        reached["high"],
    )


def test_an_older_page_does_not_replace_what_was_seen_since(client: Client, approved: str) -> None:
    """A capture that was made before the last look, and came after it."""
    opened(client, CLEAN, hours=2)
    opened(client, CLEAN + " Giảm 50%!", hours=1)
    assert client.call("GET", approved).json["deliverable"]["posted"]["state"] == "same"


def test_what_a_page_tells_neither_needs_nor_takes_the_undo(client: Client, approved: str) -> None:
    """A change of the campaign that was made before can still be taken back, and what was seen stays."""
    at = approved.split("/deliverables", maxsplit=1)[0]
    opened(client, CLEAN)
    client.call("PATCH", at, {"name": "Tên khác"}, **versioned(client.call("GET", at)))
    opened(client, CLEAN + " Thêm.", hours=1)
    undone = client.call("POST", f"{at}/undo")
    assert (200, "Tết 1", "changed") == (
        undone.status_code,
        undone.json["campaign"]["name"],
        undone.json["deliverables"][0]["posted"],
    )


def test_an_erased_creators_caption_is_erased_too(client: Client, approved: str) -> None:
    opened(client, CLEAN)
    client.call("DELETE", f"/api/v1/creators/{CREATOR}")
    found = client.call("GET", approved)
    assert (None, {}) == (found.json["deliverable"]["posted"], dict(client.services.store.loose()))
