"""Taking a list over: dry run, duplicates, bad rows, and nothing that was there is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from server.api.import_rows import import_row, plain_number
from server.errors import BadField, BadNumber, SoiError
from server.exports import csv_import
from server.exports.tables import Row
from server.store.records import Price
from tests.http.conftest import Client

IMPORTS = "/api/v1/shortlist/imports"


def take(client: Client, text: str, *, dry_run: bool = False) -> Any:
    return client.call(
        "POST", f"{IMPORTS}?dry_run={str(dry_run).lower()}", text.encode(), Content_Type="text/csv"
    )


def entries(client: Client) -> dict[str, Any]:
    return {entry["username"]: entry for entry in client.call("GET", "/api/v1/shortlist").json["entries"]}


TABLE = (
    "username,status,tags,note,asked price,currency\n"
    'lan.vidu,Đã liên hệ,"da; tóc",mới,1.500.000,VND\n'
    "https://www.instagram.com/Minh.vidu/,,,,,\n"
    "not a name,,,,,\n"
    "@LAN.vidu,,x,,,\n"
    "gia.vidu,,,,abc,\n"
)


def test_a_dry_run_lists_and_changes_nothing(client: Client) -> None:
    """New, repeated and bad rows, with the numbers that the spreadsheet shows."""
    found = take(client, TABLE, dry_run=True).json
    assert [row["row"] for row in found["new"]] == [2, 3]
    assert [(row["row"], row["username"]) for row in found["repeated"]] == [(5, "lan.vidu")]
    assert [(row["row"], row["code"]) for row in found["bad"]] == [(4, "bad_username"), (6, "bad_number")]
    assert entries(client) == {}


def test_an_import_is_a_dry_run_until_it_says_otherwise(client: Client) -> None:
    """A forgotten parameter changes nothing, and the answer says that it was a dry run."""
    found = client.call("POST", IMPORTS, TABLE.encode(), Content_Type="text/csv").json
    assert (found["dry_run"], len(found["new"]), entries(client)) == (True, 2, {})
    wrong = client.call("POST", f"{IMPORTS}?dry_run=no", TABLE.encode(), Content_Type="text/csv")
    assert (wrong.status_code, wrong.json["error"]["code"]) == (422, "bad_field")


def test_an_import_takes_the_good_rows(client: Client) -> None:
    """Words of both languages, prices with grouped digits, tags together."""
    assert take(client, TABLE).status_code == 200
    saved = entries(client)
    assert saved.keys() == {"lan.vidu", "minh.vidu"}
    lan = saved["lan.vidu"]
    assert (lan["status"], lan["note"], lan["tags"]) == ("contacted", "mới", ["da", "tóc", "x"])
    assert lan["price_asked"] == {"amount": 1_500_000, "currency": "VND"}


def test_what_is_on_the_list_stays(client: Client) -> None:
    """Status, owner and price are kept, tags are joined, a note that differs is added below; twice is once."""
    client.call(
        "PUT",
        "/api/v1/shortlist/lan.vidu",
        {"note": "cũ", "status": "agreed", "owner": "Minh", "tags": ["tóc"]},
    )
    text = "username,note,status,owner,tags\nlan.vidu,mới,found,Hoa,da\n"
    assert take(client, text).json["duplicates"] == [{"row": 2, "username": "lan.vidu"}]
    take(client, text)
    entry = entries(client)["lan.vidu"]
    assert (entry["note"], entry["status"], entry["owner"], entry["tags"]) == (
        "cũ\nmới",
        "agreed",
        "Minh",
        ["tóc", "da"],
    )


def test_a_renamed_creator_is_found_by_its_id(client: Client) -> None:
    """The numeric id is stronger than the handle."""
    client.call("PUT", "/api/v1/shortlist/cu.vidu", {"profile_id": "987", "note": "cũ"})
    found = take(client, "username,id,tags\nmoi.vidu,987,x\n").json
    assert (len(found["new"]), len(found["duplicates"])) == (0, 1)
    assert len(entries(client)) == 1


def test_an_export_of_one_soi_is_taken_by_another(client: Client) -> None:
    """Every field that a person sets comes back, also what looks like a formula."""
    fields = {
        "full_name": "=cmd()",
        "note": "+84 123\r\n'=quoted'",
        "tags": ["a;b", 'c"d', "-x"],
        "owner": "@Minh",
        "status": "rejected",
        "reject_reason": "giá",
        "price_asked": {"amount": 1234, "currency": "USD"},
        "profile_id": "42",
    }
    client.call("PUT", "/api/v1/shortlist/lan.vidu", fields)
    for language in ("en", "vi"):
        exported = client.call("GET", f"/api/v1/shortlist.csv?lang={language}").data
        client.call("DELETE", "/api/v1/creators/lan.vidu")
        taken = client.call(
            "POST", f"{IMPORTS}?dry_run=false", exported, Content_Type="application/octet-stream"
        )
        assert taken.json["bad"] == []
        entry = entries(client)["lan.vidu"]
        assert {name: entry[name] for name in fields} == fields


@pytest.mark.parametrize("media", ["application/json", "text/plain", "application/x-www-form-urlencoded"])
def test_a_file_comes_as_csv_or_bytes(client: Client, media: str) -> None:
    """A form of another site can send none of the two."""
    assert client.call("POST", IMPORTS, b"username\nabc\n", Content_Type=media).status_code == 415


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1500000", 1_500_000),
        ("1.500.000", 1_500_000),
        ("1,500,000", 1_500_000),
        ("1 500 000", 1_500_000),
        ("1.500", 1_500),
        ("1500000.00", 1_500_000),
        ("1.500.000,0", 1_500_000),
        ("2tr", 2_000_000),
        ("1,5 triệu", 1_500_000),
        ("500K", 500_000),
        ("0.75k", 750),
    ],
)
def test_grouped_digits_are_thousands(cell: str, number: int) -> None:
    """One rule: three digits after a separator are thousands."""
    assert plain_number(cell) == number


@pytest.mark.parametrize(
    "cell",
    [
        "1.5",
        "1,50",
        "1.500k",
        "2-3tr",
        "tr",
        "2 t",
        "1.00.000",
        "0,",
        "-5",
        "1e6",
        "١٢",
        "²",
        "1_000",
        "12.34.567",
        "",
        "9" * 20,
    ],
)
def test_any_other_number_is_refused(cell: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(BadNumber):
        plain_number(cell)


@pytest.mark.parametrize(
    ("cells", "price"),
    [
        ("1.500.000 ₫,", Price(1_500_000, "VND")),
        ("$1500,", Price(1_500, "USD")),
        ("200 usd,", Price(200, "USD")),
        ("2tr,vnđ", Price(2_000_000, "VND")),
        ("200,$", Price(200, "USD")),
        ("200$,VND", "bad_field"),
        ("200,EUR", "bad_field"),
        ("200 €,", "bad_number"),
    ],
)
def test_a_price_carries_its_currency(cells: str, price: Price | str) -> None:
    """In a column of its own or beside the number, by code or by sign; the two may not contradict each other."""
    (row,) = csv_import.read(f"username,price,currency\nabc,{cells}\n".encode()).rows
    try:
        found: object = import_row(row, "VND").changes["price_asked"]
    except SoiError as error:
        found = error.code
    assert found == price


@pytest.mark.parametrize(
    "cell",
    ["2026-11-23", "23/11/2026", "23.11.2026", "23-11-2026", "46349", "2026-11-23T07:00:00+07:00"],
)
def test_a_date_is_read_as_spreadsheets_hold_it(cell: str) -> None:
    """As text in ISO 8601 or day first, and as the number of days that a workbook counts."""
    assert import_row(Row(2, {"username": "abc", "added_at": cell}), "VND").added_at == datetime(
        2026, 11, 23, tzinfo=UTC
    )


@pytest.mark.parametrize(
    "cell", ["11/23/2026", "31/02/2026", "23/11-2026", "23/11/26", "2026", "461", "99999", "hôm qua"]
)
def test_any_other_date_is_refused(cell: str) -> None:
    """Also one whose month comes first: the same column could not be read both ways."""
    with pytest.raises(BadField):
        import_row(Row(2, {"username": "abc", "added_at": cell}), "VND")


@pytest.mark.parametrize(
    "name",
    [
        "instagram.com/Lan.Vidu",
        "www.instagram.com/lan.vidu/?igsh=x",
        "\u200b@lan.vidu\u200b ",
        "\ufefflan.vidu",
    ],
)
def test_a_name_is_read_as_people_paste_it(name: str) -> None:
    """An address without its scheme, and invisible characters that were copied along."""
    (row,) = csv_import.read(f'username\n"{name}"\n'.encode()).rows
    assert import_row(row, "VND").username == "lan.vidu"


def test_a_reason_that_nothing_keeps_is_listed(client: Client) -> None:
    """Of a row that is not rejected, and of one whose status stays as it is on the list; the row itself is taken."""
    client.call("PUT", "/api/v1/shortlist/hoa.vidu", {"status": "agreed"})
    text = (
        "username,status,reject_reason\n"
        "lan.vidu,,giá cao\nminh.vidu,rejected,giá cao\nhoa.vidu,rejected,trễ hẹn\ntu.vidu,found,\n"
    )
    dropped = [
        {"row": 2, "username": "lan.vidu", "field": "reject_reason"},
        {"row": 4, "username": "hoa.vidu", "field": "reject_reason"},
    ]
    assert take(client, text, dry_run=True).json["dropped"] == dropped
    assert take(client, text).json["dropped"] == dropped
    reasons = {name: entry["reject_reason"] for name, entry in entries(client).items()}
    assert reasons == {"lan.vidu": None, "minh.vidu": "giá cao", "hoa.vidu": None, "tu.vidu": None}
