"""Checklists are ticked off on the campaign and on its posts: who did, and when; taking one back stays in the log too."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from server.campaigns.dossier_check import checked
from tests.http.conftest import Client
from tests.http.test_campaigns import AT, NEW, campaign, paths

__all__ = ["campaign"]


def tick(rule: str, is_done: bool, by: str = "Lan") -> dict[str, Any]:
    return {"rule": rule, "is_done": is_done, "by": by}


def done(lines: list[dict[str, Any]]) -> dict[str, str | None]:
    """Who ticked each line off, by rule."""
    return {line["rule"]: line["done"] and line["done"]["by"] for line in lines}


def test_a_line_is_ticked_off_and_taken_back_and_the_log_keeps_both(client: Client, campaign: Any) -> None:
    """Whoever says what is said already changes nothing, and is not named for it."""
    at, _, _ = paths(campaign)
    before = client.call("GET", at).headers["ETag"]
    first = client.call("POST", f"{at}/ticks", tick("takedown", True))
    second = client.call("POST", f"{at}/ticks", tick("takedown", True, "Tú"))
    back = client.call("POST", f"{at}/ticks", tick("takedown", False, "Tú"))
    assert ("Lan", "Lan", None, before) == (
        done(first.json["checklist"])["takedown"],
        done(second.json["checklist"])["takedown"],
        done(back.json["checklist"])["takedown"],
        back.headers["ETag"],
    )
    log = [(one["rule"], one["is_done"], one["by"]) for one in back.json["campaign"]["ticks"]]
    assert [("takedown", True, "Lan"), ("takedown", False, "Tú")] == log


def test_what_a_creator_confirms_is_ticked_off_on_the_post(client: Client, campaign: Any) -> None:
    """And counted on the board."""
    at, _, post = paths(campaign)
    told = client.call("POST", f"{post}/ticks", tick("used_it", True))
    board = client.call("GET", at).json
    assert (201, {"used_it": "Lan"}, ["used_it"], None) == (
        told.status_code,
        done(told.json["checklist"]),
        board["deliverables"][0]["ticked"],
        done(board["checklist"])["used_it"],
    )


def test_a_line_of_another_list_is_refused(client: Client, campaign: Any) -> None:
    at, _, post = paths(campaign)
    ways = ((at, "used_it"), (post, "takedown"), (at, "no_such_rule"), (post, "medicine_claim"))
    codes = [client.call("POST", f"{where}/ticks", tick(rule, True)).status_code for where, rule in ways]
    assert [422] * 4 == codes


def test_a_copy_begins_with_nothing_ticked_off(client: Client, campaign: Any) -> None:
    """What was confirmed was confirmed for the old one."""
    at, _, post = paths(campaign)
    client.call("POST", f"{at}/ticks", tick("takedown", True))
    client.call("POST", f"{post}/ticks", tick("used_it", True))
    copy = client.call("POST", f"{at}/copies", {"name": "Hè", "months": 1}).json
    assert ([], {None}, [[]]) == (
        copy["campaign"]["ticks"],
        set(done(copy["checklist"]).values()),
        [one["ticked"] for one in copy["deliverables"]],
    )


def test_ticks_stand_in_the_dossier_and_in_its_log(client: Client, campaign: Any) -> None:
    """In the order of their time, on the page of the zip, and verified with the rest."""
    at, _, post = paths(campaign)
    client.call("POST", f"{at}/ticks", tick("live_papers", True))
    client.call("POST", f"{post}/ticks", tick("used_it", True, "<b>Tú"))
    client.call("POST", f"{at}/ticks", tick("live_papers", False))
    packed = client.call("GET", f"{at}/dossier.zip?language=en").data
    with ZipFile(BytesIO(packed)) as archive:
        log = [json.loads(line) for line in archive.read("log.jsonl").splitlines()]
        page = archive.read("dossier.html").decode()
    assert [("live_papers", True, None), ("used_it", True, "1"), ("live_papers", False, None)] == [
        (line["rule"], line["is_done"], line.get("deliverable")) for line in log
    ]
    assert (True, 1, 2, True) == (
        checked(packed).is_whole,
        page.count("[x]"),
        page.count("[ ]"),
        "&lt;b&gt;Tú" in page,
    )


def test_a_checklist_has_room_for_so_many_lines(client: Client, campaign: Any, monkeypatch: Any) -> None:
    """Nobody fills the store by ticking."""
    other = client.call("POST", AT, NEW).json["campaign"]["id"]
    monkeypatch.setattr("server.fields.campaigns.MOST_TICKS", 2)
    codes = [
        client.call("POST", f"{AT}/{other}/ticks", tick("takedown", is_done)).status_code
        for is_done in (True, False, True)
    ]
    assert [201, 201, 422] == codes
