"""Lists as people keep them, of many kinds: everybody is taken, every cell is kept, and what is not is said."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import xlsxwriter

from server.exports import csv_import, workbook
from server.messages import Language
from server.sheet_import.choices import ImportChoice
from server.sheet_import.reading import SheetTable, read

Cells = Sequence[Sequence[object]]


def book(
    sheets: dict[str, Cells], after: Callable[[Any, dict[str, Any]], None] = lambda _book, _sheets: None
) -> bytes:
    """A workbook with these rows; ``after`` may merge cells, hide sheets, or put links behind cells."""
    file = io.BytesIO()
    made = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_urls": False})
    by_name = {name: made.add_worksheet(name) for name in sheets}
    for name, rows in sheets.items():
        for number, row in enumerate(rows):
            by_name[name].write_row(number, 0, [cell if cell != "" else None for cell in row])
    after(made, by_name)
    made.close()
    return file.getvalue()


def tables(data: bytes | str, choice: ImportChoice | None = None) -> list[SheetTable]:
    data = data.encode() if isinstance(data, str) else data
    found = workbook.read(data) if workbook.is_workbook(data) else csv_import.read(data)
    return read(found, choice or ImportChoice(), "VND")


def people(data: bytes | str, choice: ImportChoice | None = None) -> dict[str, dict[str, Any]]:
    """The values of everybody by user name, the price by its lower end."""
    return {
        person.username: person.values.changes
        | ({"price": person.values.price.price.low} if person.values.price.price else {})
        for table in tables(data, choice)
        for person in table.people
    }


def agency() -> bytes:
    """Titles, two rows of headings, a section, a total."""
    rows = [
        ["CÔNG TY VÍ DỤ"],
        ["KẾ HOẠCH BOOKING"],
        [],
        ["STT", "Tên KOL", "Link kênh", "Nền tảng", "Giá booking (VNĐ)", "", "Tình trạng", "PIC"],
        ["", "", "", "", "Post", "Story", "", ""],
        [1, "Hà My", "https://www.instagram.com/ha.my.vd/", "Instagram", 3_000_000, "1tr", "đã chốt", "Mai"],
        ["", "NHÓM MẸ BÉ"],
        [2, "Thu", "instagram.com/thu.vd?igsh=x", "IG", "2tr5", "", "chờ duyệt", "Lan"],
        ["", "Tổng", "", "", "5.5tr"],
    ]
    return book({"Tháng 11": rows})


def test_two_rows_of_headings_a_section_and_a_total() -> None:
    """The first price is the price, the other one stays under its heading; the section is a tag of those below."""
    found = people(agency())
    assert (found["ha.my.vd"]["price"], found["ha.my.vd"]["extra"]) == (
        3_000_000,
        {"Giá booking (VNĐ) Story": "1tr"},
    )
    assert (found["thu.vd"]["price"], found["thu.vd"]["tags"], found["thu.vd"]["status"]) == (
        2_500_000,
        ("NHÓM MẸ BÉ",),
        "agreed",
    )


def test_rows_that_are_passed_over_are_listed() -> None:
    """A section and a total are no people, and nobody is left out for them."""
    (table,) = tables(agency())
    assert (table.left_out, [row["kind"] for row in table.passed_over]) == ([], ["section", "total"])


HANDLES = {
    "lan.vidu": "lan.vidu",
    "@lan.vidu": "lan.vidu",
    "＠lan.vidu": "lan.vidu",
    "IG: lan.vidu": "lan.vidu",
    "ig @lan.vidu": "lan.vidu",
    "IG: @lan.vidu (12k)": "lan.vidu",
    "lan.vidu - beauty": "lan.vidu",
    "lan.vidu (chị Lan)": "lan.vidu",
    "Chị Lan (lan.vidu)": "lan.vidu",
    "@lan.vidu ✨🌸": "lan.vidu",
    "instagram.com/_u/lan.vidu": "lan.vidu",
    "https://www.instagram.com/_n/lan.vidu/": "lan.vidu",
    "https://instagram.com/@lan.vidu": "lan.vidu",
    "https://www.instagram.com/lan.vidu/reels/?hl=vi": "lan.vidu",
    "https://www.instagram.com/stories/lan.vidu/3210/": "lan.vidu",
    "https://l.instagram.com/?u=https%3A%2F%2Fwww.instagram.com%2Flan.vidu%2F&e=x": "lan.vidu",
    "instagr.am/lan.vidu": "lan.vidu",
    "https://www.tiktok.com/@lan.vidu?lang=vi": "tiktok:lan.vidu",
    "youtube.com/@LanVidu": "youtube:lanvidu",
    "https://www.facebook.com/profile.php?id=100012345": "facebook:100012345",
    "fb.com/lan.vidu": "facebook:lan.vidu",
}


@pytest.mark.parametrize(("cell", "username"), HANDLES.items())
def test_a_handle_is_read_however_it_is_written(cell: str, username: str) -> None:
    """Links of every form, labels, decoration, other platforms."""
    assert list(people(f'Link,Ghi chú\n"{cell}",a\n')) == [username]


@pytest.mark.parametrize(
    "cell",
    [
        "link",
        "Link",
        "Xem kênh",
        "Instagram",
        "TikTok",
        "https://www.instagram.com/p/Cabc/",
        "vt.tiktok.com/ZSabc/",
    ],
)
def test_a_word_on_a_link_is_nobodys_name(cell: str) -> None:
    """Nor is a post or a shortened address: the row is left out, with the cell that is the reason."""
    (table,) = tables(f"Link,Ghi chú\n{cell},a\nlan.vidu,b\n")
    left = [(out.place.row, out.place.column, out.value) for out in table.left_out]
    assert (left, [person.username for person in table.people]) == ([(2, "A", cell)], ["lan.vidu"])


def linked(_book: Any, sheets: dict[str, Any]) -> None:
    sheets["S"].write_url("A2", "https://www.instagram.com/lan.vidu/", string="Link")
    sheets["S"].write_formula(
        "A3", '=HYPERLINK("https://www.instagram.com/mai.vidu/","Chị Mai")', value="Chị Mai"
    )


def test_links_behind_cells_are_read() -> None:
    """By relation and by formula; a person's name on the link is the full name, the word "Link" is nothing."""
    found = people(book({"S": [["Link IG", "Giá"], ["", "1tr"], ["", "2tr"]]}, linked))
    assert found == {
        "lan.vidu": {"price": 1_000_000},
        "mai.vidu": {"full_name": "Chị Mai", "price": 2_000_000},
    }


def test_a_formula_in_a_text_file_is_a_link_too() -> None:
    """As a spreadsheet exports it."""
    text = 'Kênh,Note\n"=HYPERLINK(""https://www.instagram.com/lan.vidu/"",""Xem"")",x\n'
    assert people(text) == {"lan.vidu": {"note": "x"}}


def grouped(_book: Any, sheets: dict[str, Any]) -> None:
    sheets["S"].merge_range("A2:A3", "Làm đẹp")
    sheets["S"].merge_range("A4:C4", "MẸ VÀ BÉ")


def test_merged_cells_hold_for_all_their_rows() -> None:
    """Down as a group, across as a section."""
    rows = [
        ["Nhóm", "Username", "Giá"],
        ["", "mot.vd", "1tr"],
        ["", "hai.vd", "2tr"],
        [],
        ["", "ba.vd", "3tr"],
    ]
    found = people(book({"S": rows}, grouped))
    assert {name: values["tags"] for name, values in found.items()} == {
        "mot.vd": ("Làm đẹp",),
        "hai.vd": ("Làm đẹp",),
        "ba.vd": ("MẸ VÀ BÉ",),
    }


THREE = {
    "Làm đẹp": [["Username"], ["mot.vd"]],
    "Ẩm thực": [["Username"], ["hai.vd"]],
    "Ẩn": [["Username"], ["ba.vd"]],
}


def test_every_visible_sheet_is_read_and_names_a_niche() -> None:
    """A hidden one only where it is asked for."""
    data = book(THREE, lambda _book, sheets: sheets["Ẩn"].hide())
    assert {name: values["tags"] for name, values in people(data).items()} == {
        "mot.vd": ("Làm đẹp",),
        "hai.vd": ("Ẩm thực",),
    }
    assert list(people(data, ImportChoice(frozenset({"Ẩn"})))) == ["ba.vd"]


def test_a_person_may_say_what_a_column_means() -> None:
    """By its letters; the choice wins over heading and cells."""
    data = "Username,Mã\nlan.vd,Mai\n"
    assert people(data, ImportChoice(None, {"": {"B": "owner"}})) == {"lan.vd": {"owner": "Mai"}}


@pytest.mark.parametrize(("language", "name"), [("vi", "Cột C"), ("en", "Column C")])
def test_a_column_without_a_heading_is_called_in_the_language_of_the_page(
    language: Language, name: str
) -> None:
    """By its letter, and what stands in it is kept under that name."""
    (table,) = tables("Username,Owner,\nlan.vd,Hoa,x1\nmai.vd,Thu,x2\n", ImportChoice(language=language))
    told = [column.heading for column in table.columns]
    assert (told, table.people[0].values.extra) == (["Username", "Owner", name], {name: "x1"})


def test_the_rows_of_other_platforms_stay_theirs() -> None:
    """By a column, by the column's heading, by the link; Instagram comes first where both are known."""
    text = (
        "Handle,Nền tảng,Link TikTok\nlan.vd,Instagram,\nmai.vd,YouTube,\n"
        "hoa.vd,Instagram,https://www.tiktok.com/@hoa.tt\n,,@thu.tt\n"
    )
    found = people(text)
    assert list(found) == ["lan.vd", "youtube:mai.vd", "hoa.vd", "tiktok:thu.tt"]
    assert found["hoa.vd"]["extra"] == {"Link TikTok": "https://www.tiktok.com/@hoa.tt"}


def test_an_unknown_platform_is_said() -> None:
    """Rather than that an Instagram creator is made of it."""
    (table,) = tables("Handle,Platform\nlan.vd,Instagram\nmai.vd,TikTok\nhoa.vd,Vero\n")
    assert [(out.code, out.value) for out in table.left_out] == [("unknown_platform", "Vero")]


def test_files_without_headings() -> None:
    """Links, telephone numbers that lost their zero, e-mails and prices are known by their look."""
    text = "https://www.instagram.com/lan.vd/;901234567;lan@vd.example;2tr\nhttps://www.instagram.com/mai.vd/;912345678;mai@vd.example;500k\n"
    found = people(text)["lan.vd"]
    assert (found["contacts"].phones, found["contacts"].emails, found["price"]) == (
        ("0901234567",),
        ("lan@vd.example",),
        2_000_000,
    )


@pytest.mark.parametrize("text", ["lan.vd\nmai_vd\nhoa98\n", "Danh sách KOL\nlan.vd\nmai_vd\nhoa98\n"])
def test_a_bare_list_of_names(text: str) -> None:
    """One column, with a title or without."""
    assert list(people(text)) == ["lan.vd", "mai_vd", "hoa98"]


@pytest.mark.parametrize("heading", ["STT", "No.", "#", "ID", "Mã", "TT"])
def test_numbers_of_rows_are_nothing_else(heading: str) -> None:
    """Neither anybody's number at Instagram nor a field of its own."""
    assert people(f"{heading},Username\n1,lan.vd\n2,mai.vd\n3,hoa.vd\n") == {
        "lan.vd": {},
        "mai.vd": {},
        "hoa.vd": {},
    }


def test_own_codes_are_kept() -> None:
    """An id that counts no rows stays under its heading."""
    assert people("id,Username\nKOL-7f,lan.vd\nKOL-9a,mai.vd\n")["lan.vd"] == {"extra": {"id": "KOL-7f"}}


WORDS = {
    "found": ("chưa liên hệ", "shortlist", "dự phòng"),
    "contacted": ("đã nhắn", "Đã nhắn tin", "đã liên hệ", "seen", "chờ phản hồi"),
    "answered": ("đã rep", "đang trao đổi", "báo giá", "đang deal", "thương lượng"),
    "agreed": ("đã deal", "chốt", "ĐÃ CHỐT", "gửi sản phẩm", "chờ demo", "sửa lần 2", "da duyet"),
    "posted": ("đã air", "đã lên bài"),
    "paid": ("nghiệm thu", "đã thanh toán"),
    "rejected": ("từ chối", "huỷ", "hủy", "không phản hồi", "blacklist"),
}


@pytest.mark.parametrize(
    ("status", "word"), [(status, word) for status, words in WORDS.items() for word in words]
)
def test_the_trades_words_are_statuses(status: str, word: str) -> None:
    """The word itself stays as the stage, unless it is the product's own word."""
    found = people(f"Username,Tình trạng\nlan.vd,{word}\n")["lan.vd"]
    stage = None if word in ("đã liên hệ", "đã thanh toán") else word
    assert (found["status"], found.get("stage")) == (status, stage)


def test_an_unknown_status_is_kept_and_said() -> None:
    """It costs nothing: the word is the stage."""
    (table,) = tables("Username,Status\nlan.vd,Đợi sếp\n")
    (person,) = table.people
    assert (person.values.changes, [remark.code for remark in person.values.remarks]) == (
        {"stage": "Đợi sếp"},
        ["unknown_status"],
    )


DAYS = [
    "23/11/26",
    "23/11/2026 14:30",
    "14:30 23/11/2026",
    "2026/11/23",
    "2026-11-23",
    "23 tháng 11 năm 2026",
]
DAYS += [
    "Thứ 2, 23/11/2026",
    "Nov 23, 2026",
    "23-Nov-2026",
    "23.11.2026",
    "46349",
    "T2 23/11/2026",
    "20261123",
]


@pytest.mark.parametrize("cell", DAYS)
def test_a_day_is_read_in_all_its_forms(cell: str) -> None:
    """Day first, with a weekday or a clock, in words, as a number of days."""
    found = people(f'Username,Ngày liên hệ\nlan.vd,"{cell}"\n')["lan.vd"]
    assert found["dates"] == {"Ngày liên hệ": "2026-11-23"}


@pytest.mark.parametrize(("cell", "code"), [("3/11", "no_date"), ("31/02/2026", "no_date")])
def test_no_day_is_guessed(cell: str, code: str) -> None:
    """What is not whole is kept as text, and said."""
    (person,) = tables(f"Username,Ngày air\nlan.vd,{cell}\n")[0].people
    assert (person.values.changes, [r.code for r in person.values.remarks]) == (
        {"extra": {"Ngày air": cell}},
        [code],
    )


def test_a_column_with_both_orders_of_days_is_not_guessed() -> None:
    """13/11 comes day first, 11/23 month first: 05/06 may be either."""
    text = "Username,Ngày air\na.vd,13/11/2026\nb.vd,11/23/2026\nc.vd,05/06/2026\n"
    found = people(text)
    assert (found["a.vd"]["dates"], found["c.vd"]["extra"]) == (
        {"Ngày air": "2026-11-13"},
        {"Ngày air": "05/06/2026"},
    )


def formatted(made: Any, sheets: dict[str, Any]) -> None:
    day, share = made.add_format({"num_format": "dd/mm/yyyy"}), made.add_format({"num_format": "0.0%"})
    money = made.add_format({"num_format": '"$"#,##0.00'})
    sheets["S"].write_number("B2", 46349, day)
    sheets["S"].write_number("C2", 0.032, share)
    sheets["S"].write_number("D2", 49.5, money)
    sheets["S"].write_number("E2", 901234567)


def test_numbers_are_what_they_look_like() -> None:
    """Days, shares, dollars and telephone numbers that a workbook holds as numbers."""
    rows = [["Username", "Ghi chú", "ER", "Giá", "SĐT"], ["lan.vd"]]
    found = people(book({"S": rows}, formatted))["lan.vd"]
    assert (found["note"], found["extra"], found["price"], found["contacts"].phones) == (
        "23/11/2026",
        {"ER": "3.2%"},
        49.5,
        ("0901234567",),
    )


@pytest.mark.parametrize(
    ("heading", "cell", "low"),
    [
        ("Giá (nghìn đồng)", "1.500", 1_500_000),
        ("Giá (triệu)", "2,5", 2_500_000),
        ("Rate (USD)", "250", 250),
        ("Giá (1.000đ)", "38000", 38_000_000),
        ("Phí ('000 VND)", "1200", 1_200_000),
        ("Giá (ĐVT: 1.000.000đ)", "4,5", 4_500_000),
        ("Giá combo 500.000đ", "3000000", 3_000_000),
    ],
)
def test_a_heading_says_the_unit_of_its_prices(heading: str, cell: str, low: float) -> None:
    """Thousands, millions, a currency."""
    assert people(f'Username;{heading}\nlan.vd;"{cell}"\n')["lan.vd"]["price"] == low


def test_two_notes_are_joined_and_two_names_are_kept() -> None:
    """Nothing is refused for a heading that stands twice."""
    found = people("Username,Ghi chú,Ghi chú,Name,Full Name\nlan.vd,a,b,Lan,Lan Anh\n")["lan.vd"]
    assert found == {"note": "a\nb", "full_name": "Lan", "extra": {"Full Name": "Lan Anh"}}


def test_what_no_field_is_for_stays_under_its_heading() -> None:
    """Counts, bank accounts, links of posts."""
    text = 'Username,Follower,STK,Link air\nlan.vd,"45,2k",VCB 0123,https://www.instagram.com/p/Cab/\n'
    assert people(text)["lan.vd"]["extra"] == {
        "Follower": "45,2k",
        "STK": "VCB 0123",
        "Link air": "https://www.instagram.com/p/Cab/",
    }


def test_two_people_in_a_cell_are_two() -> None:
    """Both with the row's values, and it is said."""
    (table,) = tables('Link,Ghi chú\n"@mot.vd, @hai.vd",x\n')
    assert [(p.username, p.values.changes["note"]) for p in table.people] == [
        ("mot.vd", "x"),
        ("hai.vd", "x"),
    ]
    assert [remark.code for p in table.people for remark in p.values.remarks] == ["many_names"]


def test_headings_repeated_down_the_sheet_are_passed_over() -> None:
    """As a printed list has them on every page."""
    (table,) = tables("Username,Giá\nlan.vd,1tr\nUsername,Giá\nmai.vd,2tr\n")
    assert ([p.username for p in table.people], table.left_out) == (["lan.vd", "mai.vd"], [])


def test_every_heading_people_use_names_the_creator() -> None:
    """Twenty-odd ways to head the column of links."""
    headings = [
        "Link profile",
        "Link kênh",
        "Kênh",
        "ID Instagram",
        "Insta",
        "Tài khoản IG",
        "Tên IG",
        "Nick",
        "Nick IG",
        "Username IG",
        "User",
        "KOL",
        "KOC",
        "Influencer",
        "Profile URL",
        "Social link",
        "Handle IG",
        "Link trang cá nhân",
        "@",
        "Account IG",
        "Creator",
        "ig_handle",
        "LINK INSTAGRAM (*)",
    ]
    missed = [heading for heading in headings if list(people(f"{heading},Ghi chú\nlan.vd,x\n")) != ["lan.vd"]]
    assert missed == []


def test_a_contact_is_read_whatever_it_is() -> None:
    """Mail, number and Zalo share a column; whose they are is kept in words."""
    found = people(
        "Username,Liên hệ\nlan.vidu,lan@vidu.example\nmai.vidu,Zalo 0912345678\nthu.vidu,0912345679 (chị Hoa quản lý)\n"
    )
    assert [
        (entry["contacts"].emails, entry["contacts"].phones, entry["contacts"].zalo, entry.get("extra"))
        for entry in found.values()
    ] == [
        (("lan@vidu.example",), (), (), None),
        ((), ("0912345678",), ("0912345678",), None),
        ((), ("0912345679",), (), {"Liên hệ": "0912345679 (chị Hoa quản lý)"}),
    ]


def test_a_sheet_or_section_called_after_a_platform_says_where_its_people_are() -> None:
    """Bare names of the sheet "List TikTok", or below the title "TikTok", are nobody's on Instagram."""
    data = book(
        {
            "IG": [["Username", "Ghi chú"], ["lan.vidu", "a"], ["TikTok", ""], ["mai.vidu", "b"]],
            "List TikTok": [["Username", "Ghi chú"], ["thu.vidu", "c"], ["instagram.com/hoa.vidu", "d"]],
        }
    )
    assert sorted(people(data)) == ["hoa.vidu", "lan.vidu", "tiktok:mai.vidu", "tiktok:thu.vidu"]


@pytest.mark.parametrize(("heading", "net"), [("Giá gross", False), ("Giá TikTok", None)])
def test_where_one_price_is_blank_another_one_for_the_same_work_counts(heading: str, net: object) -> None:
    """Gross where there is no net, TikTok where there is no Instagram; a story's price is none of a post's."""
    csv = f"Username,Giá,{heading},Giá story\nlan.vidu,,3tr,500k\nmai.vidu,2tr,3tr,500k\nthu.vidu,,,500k\n"
    prices = [person.values.price.price for table in tables(csv) for person in table.people]
    assert [(price.low, price.net) if price else None for price in prices] == [
        (3_000_000, net),
        (2_000_000, None),
        None,
    ]


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Địa chỉ nhận hàng", "address"),
        ("Ngành hàng", "tags"),
        ("Hạng", "extra"),
        ("Lý do đề xuất", "extra"),
        ("Lý do từ chối", "reject_reason"),
        ("Reason for rejection", "reject_reason"),
        ("Ngày gửi mail", "date"),
        ("Mail", "email"),
        ("Lead", "owner"),
        ("Lead time", "date"),
        ("ROI", "extra"),
        ("Gửi tới đâu", "status"),
    ],
)
def test_a_heading_is_not_taken_for_one_of_the_same_letters(heading: str, meaning: str) -> None:
    """ "hàng" is no "hạng"; a reason to propose somebody is none to reject."""
    (table,) = tables(f"Username,{heading}\nlan.vidu,abc xyz\n")
    assert table.columns[1].meaning == meaning


def test_row_numbers_are_known_between_titles_and_signatures() -> None:
    """Roman numbers of groups, totals and who signed stand in the same column."""
    rows: list[list[object]] = [
        ["TT", "Instagram", "Giá"],
        ["I", "KOL Hà Nội (2)", ""],
        [1, "lan.vidu", "2tr"],
        [2, "mai.vidu", "3tr"],
        ["Cộng nhóm I", "", "5tr"],
        ["Người lập", "", ""],
    ]
    (table,) = tables(book({"Bảng 1": rows}))
    assert [(p.username, p.values.changes) for p in table.people] == [
        (name, {"tags": ("KOL Hà Nội",)}) for name in ("lan.vidu", "mai.vidu")
    ]


def test_a_telling_name_heads_no_further_table() -> None:
    """ "Tên" and "x" in a row of data: somebody to be left out with a reason, not headings that swallow the row."""
    (table,) = tables("username,note\nlan.vidu,xin chào\nsai tên,x\nmai.vidu,y\n")
    told = [person.username for person in table.people], [remark.value for remark in table.left_out]
    assert (["lan.vidu", "mai.vidu"], ["sai tên"]) == told
