"""Sheets as they are worked in: columns that are ticked off, none headed, first and last names, a sheet of those who
are out, casual headings, two accounts in a cell. Made after a set of 24 sheets that others wrote had been read once:
344 of its 346 people and 82 % of its cells were right at first sight. Everybody in them is invented.
"""

from __future__ import annotations

from tests.sheets.agency_sheets import IG, book, kind


def sheet(lines: list[str], title: str = "Sheet1") -> bytes:
    """Lines whose cells are parted by a stroke, as a workbook."""
    return book({title: [line.split("|") for line in lines]})


@kind(
    {
        "lan.tich": {"name": "Lan", "status": "posted", "stage": "Đã đăng", "price": 2_500_000},
        "mai.tich": {"name": "Mai", "status": "agreed", "stage": "Gửi SP"},
        "cuc.tich": {"name": "Cúc", "status": "contacted", "stage": "Đã ib"},
        "truc.tich": {"name": "Trúc"},
    }
)
def ticked_off() -> bytes:
    """How far things are stands in crosses under four headings; a count stands below them."""
    return sheet(
        [
            "Tên|IG|Giá|Đã ib|Đã rep|Gửi SP|Đã đăng|Size áo",
            "Lan|lan.tich|2tr5|x|x|x|x|S",
            "Mai|@mai.tich||x|x|x||M",
            "Cúc|cuc.tich||x||||",
            "Trúc|truc.tich|||||| L",
            "Tổng||2tr5|3|2|2|1|",
        ]
    )


@kind(
    {
        "sen.ao": {"name": "Sen Áo Dài", "price": 2_000_000, "status": "contacted", "extra": "41k"},
        "que.gio": {"name": "Quế gió bấc", "price": 650_000, "status": "agreed", "extra": "8k3"},
        "tram.huong.xua": {
            "name": "Trầm Hương Xưa",
            "price": 12_000_000,
            "status": "rejected",
            "extra": "230k",
        },
        "mit.to.nu": {"name": "Em Mít tố nữ", "price": 1_500_000, "status": "posted", "extra": "19,5k"},
    }
)
def nothing_headed() -> bytes:
    """Link, name, followers and price, none of them headed."""
    return sheet(
        [
            f"{IG}sen.ao?igsh=MXB2|Sen Áo Dài|41k|2tr|đã nhắn",
            f"{IG}que.gio/|Quế gió bấc|8k3|650 nghìn|chốt",
            f"{IG}tram.huong.xua|Trầm Hương Xưa|230k|12tr|từ chối",
            f"{IG}mit.to.nu|Em Mít tố nữ|19,5k|1tr5|đã air",
        ]
    )


@kind(
    {
        "thu.crm": {"name": "Thu Tran Anh", "status": "agreed", "stage": "Closed won", "group": "yoga"},
        "bill.crm": {"name": "Bill Hogan", "status": "rejected", "stage": "Closed lost", "group": "expat"},
    }
)
def exported_from_a_crm() -> bytes:
    """A name in two columns, tags parted by a stroke, and a pipeline's words."""
    rows = [
        ["first_name", "last_name", "instagram_username", "pipeline_stage", "tags"],
        ["Thu", "Tran Anh", "thu.crm", "Closed won", "mom|yoga"],
        ["Bill", "Hogan", "bill.crm", "Closed lost", "expat"],
    ]
    return book({"contacts": rows})


@kind(
    {
        "spa.hien": {"name": "Hiền", "price": 3_000_000, "status": "contacted"},
        "spa.joy": {"name": "Joy", "price": 60, "status": "agreed", "stage": "Accepted"},
        "spa.kha": {"name": "Kha", "price": 7_500_000, "status": "rejected"},
    }
)
def casual_english() -> bytes:
    """Who, where, size, ask; one heading is a word to a colleague."""
    return sheet(
        [
            "Spa shortlist",
            "|Who|Where|Size|Ask|Status|When|@Mai pls look",
            f"1|Hiền|{IG}spa.hien|24.5K|3,000,000 VND|contacted||ok",
            "2|Joy|@spa.joy|6,800|$60|Accepted||good fit",
            f"3|Kha|{IG}spa.kha|180K|7.5tr|declined||",
        ]
    )


@kind(
    {
        "doi.kenh": {"name": "Đôi Kênh", "status": "answered"},
        "mot.kenh": {"name": "Một Kênh", "status": "posted", "stage": "Content live"},
    }
)
def two_accounts_in_a_cell() -> bytes:
    """A bare @name beside a link elsewhere is the Instagram name; a row that somebody made to try the form is nobody."""
    return sheet(
        [
            "Ambassador|Socials|Pipeline",
            "Đôi Kênh|@doi.kenh / youtube.com/@doikenh|Negotiating",
            f"Một Kênh|{IG}mot.kenh|Content live",
            "test|test|test",
        ]
    )


@kind(
    {
        "bo.qua.mot": {"status": "rejected", "stage": "Đã loại", "group": "Tóc"},
        "bo.qua.hai": {"status": "rejected", "stage": "Đã loại", "group": "Trang điểm", "owner": "Vy"},
    }
)
def those_who_are_out() -> bytes:
    """The sheet's name says how it stands with everybody on it."""
    return sheet(
        ["Họ tên|IG|Mảng|Nhân sự|Lý do", "An|bo.qua.mot|Tóc||phốt", "Bê|bo.qua.hai|Trang điểm|Vy|giá cao"],
        title="Đã loại",
    )


@kind(
    {
        "mc.duong": {"name": "Dương Host", "owner": "Thi", "price": 2_000_000, "status": "answered"},
        "tiktok:ban.hang.cu": {
            "name": "Cụ Bán Hàng",
            "owner": "Long",
            "price": 750_000,
            "status": "agreed",
            "extra": "410",
        },
    }
)
def hosts_of_a_live() -> bytes:
    """Whom a role names, a leader, and a count of "30 ngày" that is no day."""
    return sheet(
        [
            "Host|Kênh|Follow|Giá|Đơn 30 ngày|Trạng thái|Leader",
            f"Dương Host|{IG}mc.duong|12k|2tr|95|Đang deal|Thi",
            "Cụ Bán Hàng|https://www.tiktok.com/@ban.hang.cu|44k|750k|410|Contract signed|Long",
        ]
    )


@kind(
    {
        "na.so.tay": {"name": "Na Sổ Tay", "status": "contacted", "owner": "Ly", "price": 900_000},
        "to.giay": {"name": "Tờ Giấy", "status": "posted", "owner": "Ly", "price": 1_200_000},
    }
)
def headed_as_one_speaks() -> bytes:
    """ "rồi" is no return on investment; how far things are and who sees to it, as one says it."""
    return sheet(
        [
            "hỏi chị Ly trước nhé",
            "bạn nào|link|giá|đến đâu rồi|ai lo",
            f"Na Sổ Tay|{IG}na.so.tay|900k|đã nhắn|Ly",
            f"Tờ Giấy|{IG}to.giay|1tr2|đã lên bài|Ly",
        ]
    )


@kind(
    {
        "jo.cooks.vd": {"name": "Jo", "status": "answered", "owner": "Tam", "extra": "11k"},
        "max.bakes.vd": {"name": "Max", "status": "rejected", "owner": "me", "extra": "8k"},
    }
)
def title_and_remark_above() -> bytes:
    """A list's name and a word to a colleague head no columns."""
    return sheet(
        [
            "bakers we love|||ask Tam first!|",
            "who|insta|how big|where we are|who talks",
            "Jo|@jo.cooks.vd|11k|replied|Tam",
            "Max|@max.bakes.vd|8k|declined|me",
        ]
    )


@kind(
    {
        "chay.bo.vd": {"name": "Chạy Bộ", "price": 9_000_000, "email": "chay@bo.example"},
        "leo.nui.vd": {"name": "Leo Núi", "price": 5_000_000, "status": "agreed"},
    }
)
def two_languages_in_a_heading() -> bytes:
    """Net and gross alone are prices; the day of a mail is a day."""
    return sheet(
        [
            "DANH SÁCH VẬN ĐỘNG VIÊN MÙA ĐÔNG||||||Còn 12 đôi giày|",
            "Họ tên\nName|Instagram|Net (VNĐ)|Gross (VNĐ)|Tiến độ\nStatus|Ngày gửi mail\nSent on|Email|Cỡ giày",
            "Chạy Bộ|chay.bo.vd|9000000|10000000|Chốt|02/10/2026|chay@bo.example|42",
            "Leo Núi|leo.nui.vd||5000000|Chốt|02/10/2026||40",
        ]
    )
