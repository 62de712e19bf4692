"""Creators who share commenters: by the kept sketches, with shares, chance and groups; empty while switched off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from server.services.sketch_key import KEY_FILE
from tests.http.conftest import Client
from tests.http.looks import comments, fans, look

OFF = {"enabled": False, "n_people": None, "compared": 0, "chance": None, "overlaps": []}


def switch(client: Client, *, on: bool) -> None:
    client.call("PUT", "/api/v1/settings", {"pods": on})


def crowd(client: Client, number: int, names: list[str]) -> None:
    look(client, name=f"mai.{number}", profile_id=str(100 + number), comments=comments(names))


def of(client: Client, number: int) -> Any:
    return client.call("GET", f"/api/v1/creators/mai.{number}/overlaps").json


@pytest.fixture
def store(client: Client) -> Client:
    """Eight creators: 0, 1 and 2 share most of their commenters, the others nobody's."""
    switch(client, on=True)
    for number in range(3):
        crowd(client, number, fans(0, 55) + fans(20_000 + 100 * number, 5))
    for number in range(3, 8):
        crowd(client, number, fans(1_000 * number, 60))
    return client


def test_the_closest_come_first_with_what_luck_explains(store: Client) -> None:
    """Two are clear of it; strangers are listed as compared, and are not."""
    found = of(store, 0)
    assert (found["enabled"], found["n_people"], found["compared"], len(found["overlaps"])) == (
        True,
        60,
        7,
        7,
    )
    assert {o["username"] for o in found["overlaps"] if o["is_clear"]} == {"mai.1", "mai.2"}
    assert [o["low"] for o in found["overlaps"]] == sorted(
        (o["low"] for o in found["overlaps"]), reverse=True
    )
    closest = found["overlaps"][0]
    assert found["chance"] < closest["low"] < 55 / 60 < closest["high"]
    assert (closest["n_people"], closest["low"] <= closest["share"] <= closest["high"]) == (60, True)


def test_it_says_the_same_as_the_check(store: Client) -> None:
    """Same names and figures, also under a later handle; nobody is compared with itself."""
    body = look(store, day=2, name="mai.moi", profile_id="100", comments=comments(fans(0, 60)))
    found = store.call("GET", "/api/v1/creators/mai.moi/overlaps").json
    clear = [o for o in found["overlaps"] if o["is_clear"]]
    assert [(o["username"], o["share"]) for o in clear] == [
        (o["username"], o["share"]) for o in body["overlaps"]
    ]
    assert "mai.moi" not in {o["username"] for o in found["overlaps"]}
    assert store.call("GET", "/api/v1/creators/mai.0/overlaps").json == found


def test_groups_hang_together_by_links(store: Client) -> None:
    """The three form one, each pair with its interval; the others none."""
    found = store.call("GET", "/api/v1/overlaps").json
    assert (found["enabled"], found["compared"], found["left_out"]) == (True, 8, 0)
    (group,) = found["groups"]
    assert group["members"] == ["mai.0", "mai.1", "mai.2"]
    assert {(link["a"], link["b"]) for link in group["links"]} == {
        ("mai.0", "mai.1"),
        ("mai.0", "mai.2"),
        ("mai.1", "mai.2"),
    }
    assert all(link["low"] < 55 / 60 < link["high"] for link in group["links"])


def test_switched_off_there_is_nothing_to_compare(store: Client, tmp_path: Path) -> None:
    """Sketches and key are gone with the setting."""
    switch(store, on=False)
    assert {name: value for name, value in of(store, 0).items() if name != "needed"} == OFF
    assert store.call("GET", "/api/v1/overlaps").json["groups"] == []
    assert not (tmp_path / KEY_FILE).exists()


def test_few_commenters_and_nobody_else(client: Client) -> None:
    """Fewer than fifteen are not sketched; alone there is nobody to compare with."""
    switch(client, on=True)
    crowd(client, 0, fans(0, 14))
    assert (of(client, 0)["n_people"], of(client, 0)["needed"]) == (None, 15)
    crowd(client, 1, fans(0, 40))
    assert (of(client, 1)["n_people"], of(client, 1)["compared"], of(client, 1)["overlaps"]) == (40, 0, [])


def test_an_unknown_creator_is_not_found(client: Client) -> None:
    """Whether or not the comparison is on."""
    assert client.call("GET", "/api/v1/creators/ai.do.vidu/overlaps").status_code == 404


def test_an_erased_creator_is_in_nobodys_answer(store: Client) -> None:
    """Neither in the list of another one nor in a group."""
    store.call("DELETE", "/api/v1/creators/mai.1")
    assert "mai.1" not in str(of(store, 0)) + str(store.call("GET", "/api/v1/overlaps").json)
