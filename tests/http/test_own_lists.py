"""From five own follower lists on, a check compares with their median, and its audit keeps it."""

from __future__ import annotations

from typing import Any

import pytest

from server.audit import replay
from server.services.own_lists import ReadLists
from tests.creators import follower_rows
from tests.http.conftest import Client
from tests.http.looks import capture

TWENTY = "20% of rows is usual in the 5 other follower lists that you have read (median)."


def sampled(client: Client, name: str, day: float = 0) -> Any:
    """A look at ``name`` with a list in which every fifth row is bare."""
    rows = [{"username": row.username, "has_photo": row.has_photo} for row in follower_rows(48, 12)]
    sent = capture(name, 12_000, f"{len(name)}{ord(name[6])}", day, {"followers": {"rows": rows}})
    return client.call("POST", "/api/v1/checks", sent).json


def others(client: Client, n: int) -> None:
    for place in range(n):
        sampled(client, f"nguoi.{place}.vidu")


def usual(body: Any, sign: str = "suspicious_followers") -> str:
    return str(next(s for s in body["suspicion"]["signals"] if s["id"] == sign)["usual"]["en"])


@pytest.mark.parametrize(("n", "expected"), [(4, False), (5, True)])
def test_five_other_lists_are_needed(client: Client, n: int, expected: bool) -> None:
    """With four the sign says what is usual elsewhere, and nothing stands beside the sample."""
    others(client, n)
    body = sampled(client, "ai.do.vidu")
    own = body["samples"]["followers"]["own"]
    assert (expected, expected) == (usual(body) == TWENTY, own is not None)


def test_a_creator_is_not_compared_with_its_own_list(client: Client) -> None:
    """Of five lists that are known four are others'."""
    others(client, 5)
    assert None is sampled(client, "nguoi.3.vidu", day=2)["samples"]["followers"]["own"]


def test_the_sample_says_it_and_a_replay_too(client: Client) -> None:
    """In both languages; the audit keeps what was usual then."""
    others(client, 5)
    body = sampled(client, "ai.do.vidu")
    audit = client.call("GET", f"/api/v1/audits/{body['audit_id']}").json
    others(client, 9)
    assert replay(audit).same
    assert body["samples"]["followers"]["own"]["text"] == {
        "en": "12 of 60 rows show signs; 20% is usual in the 5 other lists that you have read",
        "vi": "12 trong 60 dòng có dấu hiệu; ở 5 danh sách khác bạn đã đọc, thường khoảng 20%",
    }


def test_lists_are_read_from_the_store_and_gone_with_an_erase(client: Client) -> None:
    """A Soi that starts again knows them; an erased creator's list is nobody's any more."""
    others(client, 5)
    store = client.services.store
    before = ReadLists(store).usual({"ai.do.vidu"})
    client.call("DELETE", "/api/v1/creators/nguoi.1.vidu")
    after = sampled(client, "ai.do.vidu")["samples"]["followers"]["own"]
    assert (5, None) == (before and before.n, after)
