"""Files of the list over HTTP: of whom, with which columns, and back."""

from __future__ import annotations

import csv
import io

import pytest

from tests.http.conftest import Client

EXPORTS = "/api/v1/shortlist/exports"


@pytest.fixture
def client(client: Client) -> Client:
    """A list of three."""
    for name in ("lan.vidu", "mai.vidu", "tiktok:thu.vidu"):
        client.call("PUT", f"/api/v1/shortlist/{name}", {"note": f"của {name}", "extra": {"Size": "M"}})
    return client


def rows(body: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_only_those_that_are_shown_are_written(client: Client) -> None:
    """In the order in which they are shown; somebody who is gone meanwhile is passed over."""
    names = ["tiktok:thu.vidu", "nobody.vidu", "lan.vidu"]
    body = {"format": "tsv", "names": names, "columns": ["note", "own_fields"], "lang": "en"}
    answer = client.call("POST", EXPORTS, body)
    assert (answer.headers["Content-Type"], rows(answer.data, "\t")) == (
        "text/tab-separated-values; charset=utf-8",
        [
            ["Username", "Note", "Size (own field)"],
            ["tiktok:thu.vidu", "của tiktok:thu.vidu", "M"],
            ["lan.vidu", "của lan.vidu", "M"],
        ],
    )


def test_columns_are_chosen_in_the_address_too(client: Client) -> None:
    """User names come with any choice: without them nothing could be taken back."""
    answer = client.call("GET", "/api/v1/shortlist.csv?lang=en&columns=platform")
    assert rows(answer.data)[0] == ["Username", "Platform"]


@pytest.mark.parametrize(
    "body",
    [
        {"format": "doc"},
        {"format": "csv", "columns": ["nothing"]},
        {"format": "csv", "lang": "fr"},
        {"format": "csv", "names": "lan.vidu"},
        {},
    ],
)
def test_what_cannot_be_written_is_said(client: Client, body: dict[str, object]) -> None:
    """A wrong format, column, language or list of names."""
    assert client.call("POST", EXPORTS, body).status_code == 422
