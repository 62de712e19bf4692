"""The sheets of the shared cases: everybody on them is taken, under the right name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.http.conftest import Client

pytestmark = pytest.mark.corpus
IMPORTS = "/api/v1/shortlist/imports?dry_run=false"
LAN, MINH, QUYNH = "lan.an.gi", "minh_du_lich", "quynh.lam.dep"
EXPECTED: dict[str, list[str]] = {
    "01_row_number_id_a.csv": [LAN, MINH, QUYNH],
    "01_row_number_id_b.csv": ["bep_nha_tho", "hai.chup.anh"],
    "03_text_id.csv": [LAN, MINH],
    "04_long_id.csv": [LAN, MINH, QUYNH],
    "05_heading_1.csv": [LAN],
    "06_heading_2.csv": [LAN],
    "07_heading_3.csv": [LAN],
    "08_heading_4.csv": [LAN],
    "09_u_links.csv": [LAN, MINH, QUYNH],
    "10_platform.csv": [LAN, "tiktok:hai.chup.anh", "youtube:bep_nha_tho"],
    "11_hyperlink.xlsx": [LAN, MINH],
    "12_second_sheet.xlsx": [LAN],
    "13_date_cell.xlsx": [LAN],
    "14_prices.csv": [f"nguoi_{n}" for n in range(4)],
    "15_status.csv": [f"nguoi_{n}" for n in range(3)],
    "16_two_headings_one_meaning.csv": [LAN],
    "17_url_with_at.csv": [LAN, MINH],
    "columns-lost.csv": ["mot.c9.vd"],
    "dates.csv": [f"d{n}.c8.vd" for n in range(8)],
    "handle-u-link.csv": ["lan.c7u.vd"],
    "handles-decorated.csv": [f"lan{n}.c7.vd" for n in range(1, 8)],
    "hdr-two-rows.xlsx": ["duc.skin.vd", "huong.makeup.vd", "lan.beauty.vd", "minh.review.vd"],
    "headings-unknown.csv": ["mot.c4.vd"],
    "hyperlink-text.xlsx": ["hai.c6.vd", "mot.c6.vd"],
    "merged-group.xlsx": [f"grp{n}.vd" for n in range(1, 5)],
    "no-heading.csv": ["hai.c4b.vd", "mot.c4b.vd"],
    "price-thousands.csv": ["k1.c3.vd", "k2.c3.vd"],
    "repeated-differ.csv": ["dif.vd"],
    "row-dropped-status.csv": ["ba.c2.vd", "hai.c2.vd", "mot.c2.vd"],
    "same-heading.csv": ["mot.c4c.vd"],
    "section-rows.xlsx": [f"sec{n}.vd" for n in range(1, 4)],
    "sheets-by-niche.xlsx": [f"niche{n}.vd" for n in range(1, 4)],
    "sheets-hidden-first.xlsx": ["hid1.vd"],
    "sheets-second.xlsx": ["sheet2.vd", "sheet3.vd"],
}


def taken(client: Client, corpus: Path, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    data = (corpus.parent / "cases" / name).read_bytes()
    listing = client.call("POST", IMPORTS, data, Content_Type="application/octet-stream").json
    entries = client.call("GET", "/api/v1/shortlist").json["entries"]
    return listing, {entry["username"]: entry for entry in entries}


@pytest.mark.parametrize(("name", "usernames"), EXPECTED.items())
def test_everybody_is_taken(client: Client, corpus: Path, name: str, usernames: list[str]) -> None:
    """Nobody is left out, nobody is invented, and no number of a row becomes anybody's id."""
    listing, entries = taken(client, corpus, name)
    ids = {entry["profile_id"] for entry in entries.values()}
    assert (listing["left_out"], sorted(entries), ids) == ([], usernames, {None})


def test_cells_that_had_no_field_are_kept(client: Client, corpus: Path) -> None:
    """Phone, mail, niche, day of contact, and the rest under its heading."""
    entry = taken(client, corpus, "columns-lost.csv")[1]["mot.c9.vd"]
    assert (entry["contacts"]["phones"], entry["tags"], entry["dates"], sorted(entry["extra"])) == (
        ["0901234567"],
        ["Làm đẹp"],
        {"Ngày liên hệ": "2026-11-03"},
        ["ER", "Follower", "STK"],
    )


def test_what_differs_in_repeated_rows_is_shown(client: Client, corpus: Path) -> None:
    """The first row's price, status and owner stay; the later ones are told."""
    listing, _ = taken(client, corpus, "repeated-differ.csv")
    assert [(each["field"], each["kept"], each["other"]) for each in listing["differing"]] == [
        ("status", "contacted", "answered"),
        ("owner", "Mai", "Tùng"),
        ("price_asked", "2tr", "3tr"),
    ]


def test_the_note_of_a_date_cell_is_a_date(client: Client, corpus: Path) -> None:
    """Not the number of its day."""
    assert taken(client, corpus, "13_date_cell.xlsx")[1][LAN]["note"] == "01/11/2026"
