"""Many saved pages in one request: each judged like any other, all kept together, and what is no profile said."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

import pytest

from tests.http.conftest import Client

PAGES = "/api/v1/checks/pages"
PROFILE = (Path(__file__).parents[1] / "fixtures" / "pages" / "profile_vi_div.html").read_text("utf-8")
NAME = "linhdan.vidu"
PROFILE_ID = "51840200311"


def body_of(*pages: bytes) -> bytes:
    index = {"pages": [{"name": f"{n}.html", "bytes": len(page)} for n, page in enumerate(pages)]}
    return json.dumps(index).encode() + b"\n" + b"".join(pages)


def post(client: Client, body: bytes) -> Any:
    return client.call("POST", PAGES, body, Content_Type="application/octet-stream")


def page(name: str = NAME) -> bytes:
    """The profile of somebody else, with another number."""
    number = str(7_000_000_000 + zlib.crc32(name.encode()))
    return PROFILE.replace(NAME, name).replace(PROFILE_ID, number).encode()


def test_pages_go_on_the_list_and_into_the_history(client: Client) -> None:
    """Profiles in any encoding and captures; what is none is named, and costs no other page."""
    pages = [
        page("mot.vidu"),
        b"<html><title>x</title></html>",
        page("hai.vidu").decode().encode("utf-16"),
        b'{"schema": 9}',
        json.dumps({"schema": 1, "html": page("ba.vidu").decode()}).encode(),
    ]
    found = post(client, body_of(*pages)).json["pages"]
    told = [(p["username"], p["saved"], p["new"], p["error"] and p["error"]["code"]) for p in found]
    listed = {entry["username"] for entry in client.call("GET", "/api/v1/shortlist").json["entries"]}
    visits = [len(client.call("GET", f"/api/v1/creators/{name}").json["visits"]) for name in sorted(listed)]
    assert (told[0], told[1][1], told[2], told[3][1:], told[4]) == (
        ("mot.vidu", True, True, None),
        False,
        ("hai.vidu", True, True, None),
        (False, False, "bad_field"),
        ("ba.vidu", True, True, None),
    )
    assert (listed, visits) == ({"mot.vidu", "hai.vidu", "ba.vidu"}, [1, 1, 1])


def test_the_same_pages_again_are_nobody_new(client: Client) -> None:
    """Also twice in one request: the second is judged by what the first has left."""
    first = post(client, body_of(page(), page())).json["pages"]
    again = post(client, body_of(page())).json["pages"]
    assert [p["new"] for p in (*first, *again)] == [True, False, False]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no line",
        b"[]\n",
        b'{"pages": 1}\n',
        b'{"pages": [{"name": "a", "bytes": -1}]}\n',
        b'{"pages": [{"name": "a", "bytes": true}]}\nx',
        b'{"pages": [{"name": "a", "bytes": 5}]}\nabc',
        b'{"pages": [{"name": "a", "bytes": 2}]}\nabc',
    ],
)
def test_a_body_out_of_shape_is_refused(client: Client, body: bytes) -> None:
    """Nothing is guessed of where a page ends."""
    assert post(client, body).status_code in (400, 422)


def test_saved_pages_are_kept_by_one_write(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is waited for once a request, not twice a page."""
    from server.store.engine.commits import GroupCommit  # noqa: PLC0415 - patched here only

    runs: list[object] = []
    run = GroupCommit.run
    monkeypatch.setattr(GroupCommit, "run", lambda self, plan: runs.append(plan) or run(self, plan))
    post(client, body_of(*(page(f"nguoi{n}.vidu") for n in range(6))))
    assert len(runs) == 1
