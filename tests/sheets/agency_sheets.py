"""Sheets as Vietnamese agency people keep them, of two dozen kinds; everybody in them is invented.

They were written as such people write, with their abbreviations, typing errors and mixed languages, before any rule of
the import was looked at for them. ``KINDS`` holds the file of each and what a person reads in it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

Truth = dict[str, dict[str, Any]]
"""By user name as the list keeps it: cells by kind."""
KINDS: dict[str, tuple[Callable[[], bytes], Truth]] = {}
IG = "https://www.instagram.com/"


def kind(truth: Truth) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    def added(make: Callable[[], bytes]) -> Callable[[], bytes]:
        KINDS[make.__name__] = (make, truth)
        return make

    return added


def book(
    sheets: dict[str, Sequence[Sequence[object]]], after: Callable[[Any, dict[str, Any]], None] | None = None
) -> bytes:
    file = io.BytesIO()
    made = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_urls": False})
    by_name = {name: made.add_worksheet(name) for name in sheets}
    for name, rows in sheets.items():
        for number, row in enumerate(rows):
            by_name[name].write_row(number, 0, [None if cell == "" else cell for cell in row])
    if after:
        after(made, by_name)
    made.close()
    return file.getvalue()


@kind(
    {
        "be.na.vidu": {"name": "Bé Na", "price": 2_500_000, "phone": "0912000101"},
        "suri.vidu": {"name": "Suri Trần", "price": 4_000_000, "phone": "0912000102"},
        "tintin_vidu": {"name": "Tin Tin", "price": 900_000},
    }
)
def all_in_one_cell() -> bytes:
    """A message of the boss pasted line by line: everything about a person in one cell."""
    lines = [
        "List KOL c Hạnh gửi 12/11",
        f"Tên: Bé Na / link: {IG}be.na.vidu/ / giá: 2tr5 / sđt: 0912 000 101",
        f"Tên: Suri Trần / link: {IG}suri.vidu?igsh=abc / giá: 4tr / sđt: 0912.000.102",
        f"Tên: Tin Tin / link: {IG}tintin_vidu / giá: 900k",
    ]
    return book({"Sheet1": [[line] for line in lines]})


@kind(
    {
        "mi.an.vidu": {"price": 3_000_000, "status": "đã chốt"},
        "thao.cu.vidu": {"price": 1_200_000, "status": "đang deal"},
        "ngoc.ne.vidu": {"price": 5_000_000},
    }
)
def links_in_another_sheet() -> bytes:
    """Prices by name on one sheet, the links by name on the one for the account team."""
    plan = [
        ["STT", "Họ tên KOL", "Báo giá", "Tình trạng"],
        [1, "Mỹ An", "3tr", "đã chốt"],
        [2, "Thảo Cụ", "1.200.000đ", "đang deal"],
        [3, "Ngọc Nè", "5 triệu", ""],
    ]
    links = [
        ["Họ tên", "Link"],
        ["Ngọc Nè", IG + "ngoc.ne.vidu"],
        ["Mỹ An", IG + "mi.an.vidu/"],
        ["Thảo Cụ", IG + "thao.cu.vidu"],
    ]
    return book({"Plan T12": plan, "Link": links})


@kind(
    {
        "lam.vidu": {"price": 2_000_000},
        "lien.vidu": {"price": 3_500_000},
        "duy.vidu": {"price": 7_000_000},
        "khoa.vidu": {"price": 6_000_000},
    }
)
def two_tables_side_by_side() -> bytes:
    """The women's list on the left, the men's on the right."""
    return book(
        {
            "KOL": [
                ["NỮ", "", "", "", "NAM"],
                ["STT", "Link IG", "Giá", "", "STT", "Link IG", "Giá"],
                [1, IG + "lam.vidu", "2tr", "", 1, IG + "duy.vidu", "7tr"],
                [2, IG + "lien.vidu", "3tr5", "", 2, IG + "khoa.vidu", "6tr"],
            ]
        }
    )


@kind(
    {
        "row40.an.vidu": {"price": 1_500_000, "owner": "Vy"},
        "row40.binh.vidu": {"price": 2_500_000, "owner": "Vy"},
    }
)
def table_from_row_forty() -> bytes:
    """The brief stands above the list, line by line."""
    brief = [[f"{n}. Yêu cầu nội dung thứ {n}: quay dọc, ánh sáng tự nhiên"] for n in range(1, 38)]
    table = [
        [],
        ["DANH SÁCH ĐỀ XUẤT"],
        ["STT", "Tài khoản", "Chi phí", "PIC"],
        [1, "@row40.an.vidu", "1tr5", "Vy"],
        [2, "@row40.binh.vidu", "2tr5", "Vy"],
    ]
    return book({"Brief + list": [*brief, *table]})


@kind(
    {
        "gop.mot.vidu": {"price": 2_000_000, "phone": "0912000201"},
        "gop.hai.vidu": {"price": 2_200_000, "phone": "0912000202"},
    }
)
def merged_titles() -> bytes:
    """Logo row, title and period merged over the whole width, headings over two rows."""
    rows = [
        ["AGENCY VÍ DỤ"],
        ["BOOKING LIST - NHÃN HÀNG SỮA RỬA MẶT"],
        ["Thời gian: 01/12 - 31/12/2025"],
        [],
        ["No.", "KOL/KOC", "", "Cost", "", "Contact"],
        ["", "Name", "Channel", "Post", "Story", ""],
        [1, "Gộp Một", IG + "gop.mot.vidu", "2tr", "500k", "0912000201"],
        [2, "Gộp Hai", IG + "gop.hai.vidu", "2tr2", "600k", "0912000202"],
    ]

    def merge(_: Any, sheets: dict[str, Any]) -> None:
        sheet = sheets["Booking"]
        for row in range(3):
            sheet.merge_range(row, 0, row, 5, rows[row][0])
        sheet.merge_range(4, 1, 4, 2, "KOL/KOC")
        sheet.merge_range(4, 3, 4, 4, "Cost")
        sheet.merge_range(4, 5, 5, 5, "Contact")
        sheet.merge_range(4, 0, 5, 0, "No.")

    return book({"Booking": rows}, merge)


@kind(
    {
        "zalo.hoa.vidu": {"phone": "0912000301", "price": 800_000},
        "zalo.mai.vidu": {"phone": "0912000302", "price": 1_500_000},
    }
)
def zalo_messages() -> bytes:
    """A group chat copied out: time and sender before each message."""
    rows = [
        ["Thời gian", "Người gửi", "Nội dung"],
        ["20/11/2025 09:12", "Chị Hoa", "Em gửi profile nha ig: zalo.hoa.vidu giá 800k sđt 0912000301"],
        ["20/11/2025 09:40", "Mai Mai", f"{IG}zalo.mai.vidu cát xê 1tr5/post, zalo 0912000302"],
        ["20/11/2025 10:02", "Admin", "Ok em nhận được rồi nhé"],
    ]
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows).encode("utf-8-sig")


FORM = {
    "form.linh.vidu": {
        "name": "Nguyễn Khánh Linh",
        "phone": "0912000401",
        "email": "linh@vidu.example",
        "price": 1_000_000,
    },
    "form.quan.vidu": {
        "name": "Trần Minh Quân",
        "phone": "0912000402",
        "email": "quan@vidu.example",
        "price": 2_000_000,
    },
}


@kind(FORM)
def google_form() -> bytes:
    """Answers to a form: a time stamp, and questions as headings."""
    head = [
        "Dấu thời gian",
        "Địa chỉ email",
        "1. Họ và tên của bạn là gì?",
        "2. Link Instagram của bạn (vui lòng dán link đầy đủ)",
        "3. Số điện thoại / Zalo để bên mình liên hệ",
        "4. Mức giá bạn mong muốn cho 1 bài đăng? (VNĐ)",
        "5. Bạn có sẵn sàng quay video không?",
    ]
    rows = [
        [
            "24/11/2025 8:15:20",
            "linh@vidu.example",
            "Nguyễn Khánh Linh",
            IG + "form.linh.vidu?igsh=MTA=",
            "0912000401",
            "1.000.000",
            "Có",
        ],
        [
            "24/11/2025 21:03:59",
            "quan@vidu.example",
            "Trần Minh Quân",
            "instagram.com/form.quan.vidu",
            "912000402",
            "2000000",
            "Không, mình chỉ chụp ảnh",
        ],
    ]
    return "\r\n".join(",".join(f'"{cell}"' for cell in row) for row in [head, *rows]).encode()


@kind(
    {
        "semi.dao.vidu": {"price": 3_200_000, "note": "hợp da dầu; đã dùng thử"},
        "semi.le.vidu": {"price": 2_750_000},
    }
)
def semicolons_in_utf16() -> bytes:
    """Excel's "Unicode text" with the separators of the country."""
    text = 'Nick IG;Giá net;Ghi chú\r\nsemi.dao.vidu;3.200.000;"hợp da dầu; đã dùng thử"\r\nsemi.le.vidu;2.750.000;\r\n'
    return b"\xff\xfe" + text.encode("utf-16-le")


@kind(
    {"web.sen.vidu": {"name": "Sen", "price": 1_800_000}, "web.cuc.vidu": {"name": "Cúc", "price": 2_100_000}}
)
def page_named_xls() -> bytes:
    """A booking system writes a page and calls it .xls."""
    return f"""<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<style>td {{mso-number-format:"\\@"}}</style></head><body><table border=1>
<tr><th colspan=4>Báo cáo booking</th></tr>
<tr><th>Mã</th><th>Tên KOL</th><th>Kênh</th><th>Đơn giá</th></tr>
<tr><td>KL-001</td><td>Sen</td><td><a href="{IG}web.sen.vidu/">Xem kênh</a></td><td>1.800.000&nbsp;đ</td></tr>
<tr><td>KL-002</td><td>Cúc</td><td><a href="{IG}web.cuc.vidu/">Xem kênh</a></td><td>2.100.000&nbsp;đ</td></tr>
</table></body></html>""".encode()


def open_document(rows: Sequence[Sequence[str]]) -> bytes:
    def cell(text: str) -> str:
        if text.isdigit():
            return f'<table:table-cell office:value-type="float" office:value="{text}"><text:p>{text}</text:p></table:table-cell>'
        if text.startswith("LINK "):
            shown, _, target = text[5:].partition("|")
            inside = f'<text:a xlink:href="{escape(target)}">{escape(shown)}</text:a>'
        else:
            inside = escape(text)
        return (
            f'<table:table-cell office:value-type="string"><text:p>{inside}</text:p></table:table-cell>'
            if text
            else "<table:table-cell/>"
        )

    names = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text")
    )
    lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink">'
        f'<office:body><office:spreadsheet><table:table table:name="KOC">{lines}'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


@kind(
    {
        "ods.tu.vidu": {"price": 1_250_000, "group": "Ẩm thực"},
        "ods.ky.vidu": {"price": 950_000, "group": "Du lịch"},
    }
)
def open_document_sheet() -> bytes:
    """A free spreadsheet's own file, with a link behind a word."""
    return open_document(
        [
            ["STT", "KOC", "Lĩnh vực", "Giá book"],
            ["1", f"LINK Tú ăn sập|{IG}ods.tu.vidu/", "Ẩm thực", "1250000"],
            ["2", f"LINK Kỳ phượt|{IG}ods.ky.vidu/", "Du lịch", "950000"],
        ]
    )


@kind(
    {
        "st.hang.vidu": {"price": 2_000_000, "group": "TIER A"},
        "st.nga.vidu": {"price": 1_000_000, "group": "TIER B"},
        "st.tam.vidu": {"price": 1_100_000, "group": "TIER B"},
    }
)
def stacked_tables() -> bytes:
    """One list below the other, each with its own headings in its own order."""
    return book(
        {
            "Sheet1": [
                ["TIER A"],
                ["Tên", "Link", "Giá"],
                ["Hằng", IG + "st.hang.vidu", "2tr"],
                [],
                ["TIER B"],
                ["Link", "Tên", "Ghi chú", "Giá"],
                [IG + "st.nga.vidu", "Nga", "ok", "1tr"],
                [IG + "st.tam.vidu", "Tâm", "", "1tr1"],
            ]
        }
    )


@kind(
    {
        "koc.ut.vidu": {"price": 500_000, "status": "da nhan tin"},
        "koc.ti.vidu": {"price": 700_000, "status": "chua lien he"},
        "koc.teo.vidu": {"asked_text": "bater sp"},
    }
)
def without_marks_and_mistyped() -> bytes:
    """Typed on a phone in a hurry."""
    return (
        "stt\tten koc\tlinkk ig\tgia boking\ttinh trang\n"
        f"1\tut ut\t{IG}koc.ut.vidu\t500k\tda nhan tin\n"
        "2\tti\tinstagram.com/koc.ti.vidu/\t700 k\tchua lien he\n"
        "3\tteo\tig koc.teo.vidu\tbater sp\t\n"
    ).encode()


@kind(
    {
        "mix.jane.vidu": {
            "price": 12_000_000,
            "email": "jane@vidu.example",
            "owner": "Tracy",
            "status": "Confirmed",
        },
        "mix.ken.vidu": {
            "price": 8_500_000,
            "email": "ken@vidu.example",
            "owner": "Tracy",
            "status": "Waiting feedback",
        },
        "tiktok:mix.rio.vidu": {"price": 9_000_000, "owner": "Bo"},
    }
)
def mixed_languages() -> bytes:
    """An international agency's sheet, half of it English."""
    return book(
        {
            "KOL Masterlist": [
                [
                    "#",
                    "KOL Name",
                    "Platform",
                    "Profile Link",
                    "Followers",
                    "ER%",
                    "Rate card (gross, VND)",
                    "Email liên hệ",
                    "Account in charge",
                    "Status update",
                ],
                [
                    1,
                    "Jane Ví Dụ",
                    "IG",
                    IG + "mix.jane.vidu",
                    "120K",
                    "2.3%",
                    12000000,
                    "jane@vidu.example",
                    "Tracy",
                    "Confirmed",
                ],
                [
                    2,
                    "Ken",
                    "Instagram",
                    IG + "mix.ken.vidu",
                    "88,5K",
                    "3,1%",
                    "8.5M",
                    "ken@vidu.example",
                    "Tracy",
                    "Waiting feedback",
                ],
                [3, "Rio", "TikTok", "https://www.tiktok.com/@mix.rio.vidu", "1.2M", "", "9tr", "", "Bo", ""],
            ]
        }
    )


@kind(
    {
        "nhieu.kenh.vidu": {"price": 3_000_000, "extra": "https://www.tiktok.com/@nhieukenh"},
        "chi.ig.vidu": {"price": 1_000_000},
        "tiktok:chitiktok.vidu": {"price": 2_000_000},
    }
)
def a_column_a_platform() -> bytes:
    """Links side by side, price for whatever there is."""
    return book(
        {
            "KOLs": [
                ["Tên", "IG", "TT", "FB", "Giá/bài"],
                [
                    "Nhiều Kênh",
                    IG + "nhieu.kenh.vidu",
                    "https://www.tiktok.com/@nhieukenh",
                    "fb.com/nhieukenh",
                    "3tr",
                ],
                ["Chỉ IG", IG + "chi.ig.vidu", "x", "-", "1tr"],
                ["Chỉ TikTok", "", "https://www.tiktok.com/@chitiktok.vidu", "", "2tr"],
            ]
        }
    )


@kind(
    {
        "ngang.mot.vidu": {"price": 2_000_000, "phone": "0912000501"},
        "ngang.hai.vidu": {"price": 3_000_000, "phone": "0912000502"},
    }
)
def people_in_columns() -> bytes:
    """A comparison for the client: one column a person."""
    return book(
        {
            "So sánh": [
                ["Tên KOL", "Ngang Một", "Ngang Hai"],
                ["Link Instagram", IG + "ngang.mot.vidu", IG + "ngang.hai.vidu"],
                ["Follower", "12k", "30k"],
                ["Giá 1 post", "2tr", "3tr"],
                ["SĐT", "0912000501", "0912000502"],
            ]
        }
    )


@kind(
    {
        "nhom.a1.vidu": {"group": "Mẹ & bé", "price": 2_000_000},
        "nhom.a2.vidu": {"group": "Mẹ & bé", "price": 2_500_000},
        "nhom.b1.vidu": {"group": "Làm đẹp", "price": 4_000_000},
    }
)
def group_cells_merged() -> bytes:
    """The niche merged down the left side, totals under each group."""
    rows = [
        ["Nhóm", "STT", "Profile", "Ngân sách"],
        ["Mẹ & bé", 1, "@nhom.a1.vidu", "2,000,000"],
        ["", 2, "@nhom.a2.vidu", "2,500,000"],
        ["", "", "Cộng", "4,500,000"],
        ["Làm đẹp", 1, "@nhom.b1.vidu", "4,000,000"],
        ["Tổng cộng", "", "", "8,500,000"],
    ]

    def merge(_: Any, sheets: dict[str, Any]) -> None:
        sheets["T1"].merge_range(1, 0, 3, 0, "Mẹ & bé")

    return book({"T1": rows}, merge)


@kind(
    {
        "ngay.thu.vidu": {"date": "2025-12-05", "price": 1_000_000},
        "ngay.sau.vidu": {"date": "2025-12-15", "price": 1_500_000},
    }
)
def dates_of_the_trade() -> bytes:
    """Days to air as people say them, beside a link to the post."""
    return (
        "Acc IG,Tiền,Ngày air,Link air\n"
        f"ngay.thu.vidu,1tr,5/12/2025,{IG}p/Cabc123/\n"
        f"ngay.sau.vidu,1tr5,T2 15/12/2025,\n"
    ).encode()


@kind(
    {
        "danh.ba.vidu": {"phone": "0912000601", "address": "12 Lê Lợi, P. Bến Nghé, Q.1, TP.HCM"},
        "danh.tu.vidu": {"phone": "0912000602", "address": "Số 5 ngõ 10 Láng Hạ, Hà Nội"},
    }
)
def addresses_to_ship_to() -> bytes:
    """What the warehouse gets: name and number and address, the account at the end."""
    return book(
        {
            "Gửi hàng": [
                ["STT", "Người nhận", "Đt", "Đ/c nhận hàng", "Sp", "Insta"],
                [
                    1,
                    "Ba Ba",
                    "0912000601",
                    "12 Lê Lợi, P. Bến Nghé, Q.1, TP.HCM",
                    "Serum 30ml",
                    "danh.ba.vidu",
                ],
                [2, "Tư", "0912 000 602", "Số 5 ngõ 10 Láng Hạ, Hà Nội", "Kem chống nắng", "danh.tu.vidu"],
            ]
        }
    )


@kind({"cot.la.vidu": {"price": 1_000_000}, "cot.ky.vidu": {"price": 2_000_000}})
def own_words_as_headings() -> bytes:
    """Headings that nobody else uses; the links speak."""
    return (f"Bạn đồng hành,Chỗ ghé thăm,Lì xì\nLá,{IG}cot.la.vidu,1tr\nKỳ,{IG}cot.ky.vidu,2tr\n").encode()


@kind({"sao.bang.vidu": {"note": "add Zalo trước"}, "mai.tao.vidu": {"note": "inbox page"}})
def names_and_remarks_only() -> bytes:
    """No headings at all, handles with something behind them."""
    return "@sao.bang.vidu ⭐ (23k),add Zalo trước\n@mai.tao.vidu,inbox page\n".encode()


@kind(
    {
        "hai.so.vidu": {"price": 3_000_000, "phone": "0912000701"},
        "mot.so.vidu": {"price": 10_000_000, "phone": "0912000703"},
    }
)
def ranges_and_two_numbers() -> bytes:
    """Two numbers in a cell, prices from and to."""
    return (
        "ID kênh;Giá mong muốn;Liên hệ\n"
        "hai.so.vidu;3tr - 4tr;0912000701 / 0912000702\n"
        "mot.so.vidu;10-12tr;Chị Vân (quản lý) 0912000703\n"
    ).encode()


@kind({"an.kin.vidu": {"price": 2_000_000}, "hien.vidu": {"price": 1_000_000}})
def notes_between_rows() -> bytes:
    """Remarks of the boss between the rows, headings again after a page."""
    return book(
        {
            "List": [
                ["STT", "Kênh", "Giá"],
                [1, IG + "an.kin.vidu", "2tr"],
                ["", "", "=> chị duyệt bạn này nhé"],
                ["STT", "Kênh", "Giá"],
                [2, IG + "hien.vidu", "1tr"],
                ["(*) Giá chưa gồm VAT 8%"],
            ]
        }
    )


@kind(
    {
        "cu.phap.vidu": {"price": 1_300_000, "status": "Chốt"},
        "duyet.vidu": {"price": 2_300_000, "status": "Từ chối"},
    }
)
def ticks_and_formulas() -> bytes:
    """Check marks, a link by formula, a price calculated."""

    def after(_: Any, sheets: dict[str, Any]) -> None:
        sheet = sheets["Chốt"]
        sheet.write_formula("B2", f'=HYPERLINK("{IG}cu.phap.vidu","Kênh")', None, "Kênh")
        sheet.write_formula("B3", f'=HYPERLINK("{IG}duyet.vidu","Kênh")', None, "Kênh")
        sheet.write_formula("C2", "=1000000*1.3", None, 1300000)
        sheet.write_formula("C3", "=SUM(D3:E3)", None, 2300000)

    return book(
        {"Chốt": [["Ok?", "Kênh", "Thành tiền", "Kết quả"], ["✓", "", "", "Chốt"], ["x", "", "", "Từ chối"]]},
        after,
    )


@kind(
    {
        "hai.trang.vidu": {"price": 2_000_000, "group": "Beauty"},
        "ba.trang.vidu": {"price": 3_000_000, "group": "Food"},
    }
)
def a_sheet_a_niche() -> bytes:
    """A cover, two lists, and a hidden price sheet."""
    head = ["KOL", "IG link", "Cast"]

    def hide(_: Any, sheets: dict[str, Any]) -> None:
        sheets["gia von"].hide()

    return book(
        {
            "Cover": [["PROPOSAL"], ["Client: Nhãn Ví Dụ"]],
            "Beauty": [head, ["Hai", IG + "hai.trang.vidu", "2tr"]],
            "Food": [head, ["Ba", IG + "ba.trang.vidu", "3tr"]],
            "gia von": [head, ["Ẩn", IG + "an.vidu", "1tr"]],
        },
        hide,
    )
