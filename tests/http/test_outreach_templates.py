"""Own texts for what is written to creators: kept, changed, deleted, in every backup, and never copied half empty."""

from __future__ import annotations

from typing import Any

import pytest

from tests.http.conftest import Client
from tests.http.test_campaigns import campaign, paths, versioned

__all__ = ["campaign"]
AT = "/api/v1/outreach/templates"
OWN = {
    "name": "Mời KOC Tết",
    "message": "first",
    "language": "vi",
    "text": "Chào {name}, bên mình tặng {voucher} nhé!",
}


def put(client: Client, *templates: dict[str, Any], **headers: str) -> Any:
    return client.call("PUT", AT, {"templates": list(templates)}, **headers)


def test_texts_are_kept_changed_and_deleted(client: Client) -> None:
    """Each keeps its id; the fields are read from its text; those that ship are there beside them."""
    first = put(client, OWN)
    (kept,) = first.json["templates"]
    changed = put(client, kept | {"text": "Hi {name}"} | {"fields": []}, **versioned(first))
    told = put(client, {**OWN, "id": kept["id"], "text": "Hi {name}"}, **versioned(first))
    gone = put(client)
    assert (["name", "voucher"], 422, kept["id"], ["name"], [], 6) == (
        kept["fields"],
        changed.status_code,
        told.json["templates"][0]["id"],
        told.json["templates"][0]["fields"],
        gone.json["templates"],
        len(gone.json["shipped"]),
    )


def test_a_second_tab_loses_nothing(client: Client) -> None:
    """What was seen before another change is refused."""
    seen = client.call("GET", AT)
    put(client, OWN)
    late = put(client, **versioned(seen))
    assert (412, ["Mời KOC Tết"]) == (
        late.status_code,
        [one["name"] for one in client.call("GET", AT).json["templates"]],
    )


def test_an_own_text_with_an_empty_field_is_no_text(client: Client, campaign: Any) -> None:
    """A field of one's own as well as a known one; spaces and what nobody sees are empty."""
    at, _, _ = paths(campaign)
    asked = {"creator": "an.vi.o", "message": "first", "language": "vi", "template": OWN["text"]}
    half = client.call("POST", f"{at}/outreach", asked | {"values": {"name": "An", "voucher": " \u200b"}})
    full = client.call("POST", f"{at}/outreach", asked | {"values": {"name": "An", "voucher": "{x} 50k"}})
    assert (None, ["voucher"], "Chào An, bên mình tặng {x} 50k nhé!") == (
        half.json["text"],
        half.json["missing"],
        full.json["text"],
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Chào {name", "ngoặc nhọn chưa đóng"),
        ("Chào {tên của bạn}", "không có dấu cách"),
        ("Chào {name.__class__}", "không có dấu cách"),
        ("{" + "a" * 41 + "}", "40 ký tự"),
    ],
)
def test_a_text_that_cannot_be_filled_is_refused_with_its_fix(client: Client, text: str, reason: str) -> None:
    answer = put(client, OWN | {"text": text})
    assert (422, True) == (answer.status_code, reason in answer.json["error"]["details"]["reason"]["vi"])


def test_a_backup_brings_the_texts_back(client: Client) -> None:
    put(client, OWN)
    made = client.call("POST", "/api/v1/storage/backups").json
    put(client)
    client.call("POST", f"/api/v1/storage/backups/{made['id']}/restore")
    assert [OWN["text"]] == [one["text"] for one in client.call("GET", AT).json["templates"]]


def test_what_a_campaign_refuses_is_said_in_its_own_words(client: Client, campaign: Any) -> None:
    """A creator with two slots was told what stands of the verdict's thresholds."""
    at, _, _ = paths(campaign)
    made = client.call("POST", f"{at}/slots", {"niche": "food"})
    other = made.json["campaign"]["slots"][1]["id"]
    refused = client.call("POST", f"{at}/slots/{other}/fill", {"creator": "an.vi.o"}, **versioned(made))
    reason = "Nhà sáng tạo này đã có suất khác trong chiến dịch."
    assert (422, reason) == (refused.status_code, refused.json["error"]["details"]["reason"]["vi"])
