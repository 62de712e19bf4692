"""What goes out of a campaign: its plan as a workbook, and its dossier to read and print."""

from __future__ import annotations

from typing import Any

import pytest

from server.exports import any_file
from tests.http.conftest import Client
from tests.http.test_campaigns import CLEAN, campaign, paths, versioned

__all__ = ["campaign"]


@pytest.mark.parametrize(
    ("language", "headings", "row"),
    [
        (
            "en",
            ["Username", "Niche", "Deliverable", "Status", "Price"],
            ["an.vi.o", "Beauty", "reel", "planned", "9tr net"],
        ),
        (
            "vi",
            ["Username", "Lĩnh vực", "Hạng mục", "Trạng thái", "Giá booking"],
            ["an.vi.o", "Làm đẹp", "reel", "dự kiến", "9tr net"],
        ),
    ],
)
def test_the_plan_is_a_workbook_in_the_words_of_the_trade(
    client: Client, campaign: Any, language: str, headings: list[str], row: list[str]
) -> None:
    """One row a post, and one for a slot that nobody has."""
    at, _, _ = paths(campaign)
    client.call("POST", f"{at}/slots", {"niche": "food"})
    body = client.call("GET", f"{at}/plan.xlsx?language={language}").get_data()
    (sheet,) = any_file.read(body).grids
    lines = [cells for _, cells in sheet.lines]
    assert (headings, row, 3, "") == (lines[0][:5], lines[1][:5], len(lines), lines[2][0])
    assert ["10000000", "05/01/2027", "10/01/2027"] == [lines[1][n][:10] for n in (6, 8, 9)]


def test_the_dossier_to_read_has_what_the_zip_has(client: Client, campaign: Any) -> None:
    """Drafts, decisions and sums, and the hash that the log ends with."""
    at, _, post = paths(campaign)
    empty = client.call("GET", f"{at}/dossier").json
    handed = client.call("POST", f"{post}/versions", {"text": CLEAN, "by": "Lan"})
    client.call("POST", f"{post}/decisions", {"ruled": "approved", "by": "Tú"}, **versioned(handed))
    told = client.call("GET", f"{at}/dossier").json
    version = told["deliverables"][0]["versions"][0]
    assert ("", 64, CLEAN, "Tú", ["an.vi.o"], {"low": 1e7, "high": 1e7}) == (
        empty["log"],
        len(told["log"]),
        version["text"],
        version["decision"]["by"],
        [one["username"] for one in told["creators"]],
        told["budget"]["agreed"],
    )


def test_what_is_to_be_confirmed_is_the_same_on_the_board_and_in_the_dossier(
    client: Client, campaign: Any
) -> None:
    """One list: what the campaign has ready, then what each creator confirms."""
    at, _, _ = paths(campaign)
    board, dossier = campaign["checklist"], client.call("GET", f"{at}/dossier").json["checklist"]
    rules = [line["rule"] for line in board]
    assert (["live_papers", "takedown", "used_it"], board) == (rules, dossier)
