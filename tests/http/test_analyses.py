"""What the pages ask beside the list: a creator's last analysis again, and what it is compared with."""

from __future__ import annotations

from typing import Any

from tests.http.conftest import Client, profile_page


def checked(client: Client, page: str = "profile_en_div.html") -> Any:
    answer = client.call("POST", "/api/v1/checks", {"schema": 1, "html": profile_page(page)})
    assert answer.status_code == 200
    return answer.json


def test_the_last_analysis_comes_out_as_it_was(client: Client) -> None:
    """Without a new ruling the answer of the check is repeated, figure by figure."""
    check = checked(client)
    again = client.call("GET", f"/api/v1/creators/{check['facts']['username']}/analysis").json
    memory = ("ledger", "examples", "overlaps", "shortlist", "colleague", "history", "rulings", "standing")
    assert again["analysis"] == {name: value for name, value in check.items() if name not in memory}
    assert (again["audit_id"], again["versions"]) == (check["audit_id"], {})


def test_a_new_ruling_counts_at_once(client: Client) -> None:
    """The page shows what the ruling does without another look at Instagram."""
    check = checked(client, "profile_en_list.html")
    name = check["facts"]["username"]
    heavy = max(check["suspicion"]["signals"], key=lambda signal: signal["contribution"] or 0)
    assert heavy["contribution"] > 0
    client.call("PUT", f"/api/v1/creators/{name}/rulings/{heavy['id']}", {"ruling": "innocent"})
    again = client.call("GET", f"/api/v1/creators/{name}/analysis").json["analysis"]
    assert again["suspicion"]["score"] < check["suspicion"]["score"]


def test_a_creator_without_a_check_has_no_analysis(client: Client) -> None:
    """Saved from a spreadsheet, never looked at; and somebody unknown."""
    client.call("PUT", "/api/v1/shortlist/lan.vidu", {})
    for name in ("lan.vidu", "ai.do"):
        assert client.call("GET", f"/api/v1/creators/{name}/analysis").status_code == 404


def test_references_name_their_sources(client: Client) -> None:
    """Every price list and benchmark carries a name, and a year or a note that says it is undated; the default is among them."""
    found = client.call("GET", "/api/v1/references").json
    tables = [*found["prices"]["markets"], *found["benchmarks"]["sources"]]
    assert all(table["name"] for table in tables)
    undated = [table for table in tables if table["year"] is None]
    assert all("undated" in table["note"] for table in undated)
    assert all(2000 < table["year"] < 2100 for table in tables if table not in undated)
    assert found["benchmarks"]["default"] in [source["id"] for source in found["benchmarks"]["sources"]]
