"""A plan sheet becomes slots, posts and backups of a campaign; what goes out as a workbook comes back as it was."""

from __future__ import annotations

from typing import Any

import pytest

from tests.http.conftest import Client
from tests.http.test_campaigns import AT, NEW

SHEET = """KẾ HOẠCH KOC TẾT
STT,Tên KOL,Link IG,Lĩnh vực,Hạng mục,Giá booking (VNĐ),Ngày duyệt,Ngày air,Link air,Tình trạng
1,Lan Vi,https://www.instagram.com/lan.vi.vidu/,Làm đẹp,1 reel,9tr net,05/01/2027,10/01/2027,,chốt
2,Bé Na,@be.na.vidu,Mẹ và bé,1 reel + 2 story,3tr5,6/1/2027,11/1/2027,https://www.instagram.com/p/CODEabc12/,đã air
,Lan Vi,@lan.vi.vidu,Làm đẹp,album ảnh,,,20/01/2027,,
3,Tú,tu.bep.vidu,Làm đẹp,video,2-4tr,,12/01/2027,,dự phòng
4,Hoa,hoa.het.vidu,Làm đẹp,reel,5tr,,,,từ chối
5,chưa có nick,,Làm đẹp,reel,5tr,,,,
""".encode()


@pytest.fixture
def at(client: Client) -> str:
    return f"{AT}/{client.call('POST', AT, NEW).json['campaign']['id']}"


def send(client: Client, at: str, body: bytes, dry_run: str = "false") -> Any:
    answer = client.call(
        "POST", f"{at}/sheets?dry_run={dry_run}", body, Content_Type="application/octet-stream"
    )
    assert answer.status_code == 200, answer.json
    return answer.json


def plan_of(client: Client, at: str) -> tuple[list[Any], list[Any]]:
    """Slots and posts without their ids."""
    kept = client.call("GET", at).json
    slots = [(s["creator"], s["niche"], s["backups"]) for s in kept["campaign"]["slots"]]
    posts = [
        (
            p["creator"],
            p["kind"],
            p["price"] and p["price"]["text"],
            p["due_draft"],
            p["due_post"],
            p["post_url"],
        )
        for p in kept["deliverables"]
    ]
    return slots, posts


def test_a_sheet_is_planned_as_it_was_shown(client: Client, at: str) -> None:
    """One slot a person, one post a line, who is in reserve behind the slots of the niche; who is out is told."""
    shown = send(client, at, SHEET, "true")
    assert ([], []) == plan_of(client, at)
    taken = send(client, at, SHEET)
    url = "https://www.instagram.com/p/CODEabc12/"
    assert (
        [("lan.vi.vidu", "beauty", ["tu.bep.vidu"]), ("be.na.vidu", "family", [])],
        [
            ("lan.vi.vidu", "reel", "9tr net", "2027-01-05", "2027-01-10", None),
            ("be.na.vidu", "package", "3tr5", "2027-01-06", "2027-01-11", url),
            ("lan.vi.vidu", "album", None, None, "2027-01-20", None),
        ],
    ) == plan_of(client, at)
    assert (shown["lines"], {"hoa.het.vidu", None}) == (
        taken["lines"],
        {line["creator"] for line in taken["left_out"]},
    )


def test_a_sheet_taken_twice_adds_nothing_and_one_undo_takes_it_back(client: Client, at: str) -> None:
    """Nothing that stands in the campaign is changed by a sheet."""
    send(client, at, SHEET)
    once = plan_of(client, at)
    send(client, at, SHEET)
    assert once == plan_of(client, at)
    client.call("POST", f"{at}/undo")
    assert ([], []) == plan_of(client, at)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_plan_that_goes_out_comes_back(client: Client, at: str, language: str) -> None:
    """Niches, backups, kinds, prices, days and addresses, in either language."""
    send(client, at, SHEET)
    kept = client.call("GET", at).json["campaign"]
    path, backups = f"{at}/slots/{kept['slots'][1]['id']}", {"backups": ["tiktok:lan.vidu", "co.vidu"]}
    client.call("PATCH", path, backups, If_Match=f'"{kept_version(client, at)}"')
    slots, posts = plan_of(client, at)
    body = client.call("GET", f"{at}/plan.xlsx?language={language}").get_data()
    other = f"{AT}/{client.call('POST', AT, NEW | {'name': 'Hè'}).json['campaign']['id']}"
    send(client, other, body)
    again_slots, again_posts = plan_of(client, other)
    assert (slots, sorted(map(str, posts))) == (again_slots, sorted(map(str, again_posts)))


def kept_version(client: Client, at: str) -> int:
    return int(client.call("GET", at).headers["ETag"].strip('"'))


def test_a_sheet_says_which_of_its_lines_are_planned_already(client: Client, at: str) -> None:
    """A post with another day is a new one."""
    send(client, at, SHEET)
    shown = send(client, at, SHEET.replace(b"10/01/2027", b"17/01/2027"), "true")
    told = [(line["creator"], line["kind"], line["is_there"]) for line in shown["lines"]]
    assert [
        ("lan.vi.vidu", "reel", False),
        ("be.na.vidu", "package", True),
        ("lan.vi.vidu", "album", True),
        ("tu.bep.vidu", "video", True),
    ] == told


RESERVES = """Link IG,Hạng mục,Dự phòng
@mot.vidu,reel,có
@hai.vidu,reel,"@ba.vidu, bon.vidu; tiktok:nam.vidu @hai.vidu"
""".encode()


def test_a_column_of_reserves_names_only_who_is_marked_as_a_name(client: Client, at: str) -> None:
    """Neither "yes", nor a bare word, nor the creator."""
    send(client, at, RESERVES)
    slots, _ = plan_of(client, at)
    assert [[], ["ba.vidu", "tiktok:nam.vidu"]] == [backups for _, _, backups in slots]


def test_more_reserves_than_a_slot_holds_are_refused(client: Client, at: str) -> None:
    names = " ".join(f"@nguoi.{n}.vidu" for n in range(51))
    body = f"Link IG,Hạng mục,Dự phòng\n@mot.vidu,reel,{names}\n@hai.vidu,reel,\n".encode()
    answer = client.call("POST", f"{at}/sheets?dry_run=false", body, Content_Type="application/octet-stream")
    assert (422, "too_many") == (answer.status_code, answer.json["error"]["code"])


UNREAD = """Link IG,Hạng mục,Giá booking (VNĐ),Ngày duyệt,Ngày air
@mot.vidu,reel,9tr,05/01/2027,10/01/2027
@hai.vidu,reel,liên hệ,tuần sau,31/02/2027
@ba.vidu,reel,900,,
@bon.vidu,reel,,-,
""".encode()


def test_days_and_prices_that_are_not_planned_are_said_with_their_cell(client: Client, at: str) -> None:
    """Words, a day that there is not, a price that may be another; nothing of what was read or is empty."""
    shown = send(client, at, UNREAD, "true")
    said = [
        (one["row"], one["column"], one["heading"], one["creator"], one["value"]) for one in shown["remarks"]
    ]
    assert [
        (3, "D", "Ngày duyệt", "hai.vidu", "tuần sau"),
        (3, "E", "Ngày air", "hai.vidu", "31/02/2027"),
        (3, "C", "Giá booking (VNĐ)", "hai.vidu", "liên hệ"),
        (4, "C", "Giá booking (VNĐ)", "ba.vidu", "900"),
    ] == said
    unclear = shown["remarks"][3]["reason"]
    assert ("900.000 ₫" in unclear["vi"], "₫900,000" in unclear["en"]) == (True, True)


@pytest.mark.parametrize(("language", "heading"), [("en", "Column C"), ("vi", "Cột C")])
def test_a_column_without_a_heading_is_called_in_the_language_of_the_page(
    client: Client, at: str, language: str, heading: str
) -> None:
    rows = "\n".join(f"@nguoi.{n}.vidu,reel,{n + 2}tr" for n in range(6)) + "\n@la.vidu,reel,liên hệ\n"
    answer = client.call(
        "POST", f"{at}/sheets?language={language}", rows.encode(), Content_Type="application/octet-stream"
    )
    assert [heading] == [one["heading"] for one in answer.json["remarks"]]


def test_a_sheet_that_names_nobody_is_refused(client: Client, at: str) -> None:
    answer = client.call("POST", f"{at}/sheets", b"a,b\n1,2\n", Content_Type="application/octet-stream")
    assert (422, "bad_file") == (answer.status_code, answer.json["error"]["code"])
