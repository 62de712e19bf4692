"""Further kinds of agency sheets, written before the reader was looked at; of them 94 % of the people and 74 % of the
cells were right at first sight. Everybody in them is invented.
"""

from __future__ import annotations

from tests.sheets.agency_sheets import IG, book, kind


@kind(
    {
        "linhdan.o": {
            "name": "Linh Đan",
            "price": 1_500_000,
            "phone": "0905111201",
            "group": "Skincare",
            "status": "Đã chốt",
            "note": "gửi 2 sp",
        },
        "huong.giang.beauty": {
            "name": "Hương Giang",
            "price": 3_000_000,
            "phone": "0905111202",
            "group": "Skincare",
            "status": "Chưa rep",
        },
        "tiktok:maynguyen": {
            "name": "Mây Nguyễn",
            "price": 2_500_000,
            "group": "Makeup",
            "status": "Đã chốt",
        },
        "phuongthao_98": {
            "name": "Phương Thảo",
            "asked_text": "Barter",
            "phone": "0905111204",
            "group": "Makeup",
            "note": "thích hàng Nhật",
        },
    }
)
def price_words() -> bytes:
    """Prices in the words of the trade, TikTok rows among the others."""
    lines = [
        "DANH SÁCH KOC CHIẾN DỊCH SERUM THÁNG 11",
        "Cập nhật: 20/11/2025 - PIC: Ngân",
        "STT|Họ và tên|Kênh chính|Link kênh|Ngành hàng|Follow|Cast (chưa VAT)|Zalo|Tình trạng|Ghi chú",
        f"1|Linh Đan|Instagram|{IG}linhdan.o?igsh=MzRl|Skincare|25,3K|1tr5|0905.111.201|Đã chốt|gửi 2 sp",
        f"2|Hương Giang|Instagram|{IG}huong.giang.beauty|Skincare|102K|từ 3-5tr|0905 111 202|Chưa rep|",
        "3|Mây Nguyễn|Tiktok|https://www.tiktok.com/@maynguyen?lang=vi-VN|Makeup|1.2M|2.5M||Đã chốt|",
        "4|Phương Thảo|Instagram|@phuongthao_98|Makeup|9.870|Barter|84905111204||thích hàng Nhật",
        "|TỔNG CỘNG|||||7.000.000|||",
    ]
    return book({"DS KOC T11": [line.split("|") for line in lines]})


@kind(
    {
        "sam.with.love": {
            "name": "Sam Tran",
            "price": 120,
            "email": "sam@mgmt.example",
            "status": "Confirmed",
            "owner": "Jess",
            "extra": "2 x Reel",
            "date": "2025-12-03",
        },
        "thekitchenofmai": {
            "name": "Mai Le",
            "price": 80,
            "email": "mai.le@mail.example",
            "status": "Negotiating",
            "owner": "Jess",
            "extra": "1 x Reel + 3 x Story",
        },
        "youtube:nhabepcuaba": {
            "name": "Ba's kitchen",
            "price": 450,
            "email": "hi@ba.example",
            "status": "Declined",
            "owner": "Tom",
        },
        "khoa.runs": {
            "name": "Khoa Pham",
            "price": 1200,
            "email": "khoa@run.example",
            "status": "Outreach sent",
            "owner": "Tom",
            "extra": "1 x Carousel",
        },
    }
)
def english_tracker() -> bytes:
    """A regional agency's tracker, days as English people write them."""
    return (
        "Creator,Platform,Profile URL,Followers,ER%,Deliverables,Rate (USD),Talent manager email,Stage,Account lead,Go-live,Contract signed?\n"
        'Sam Tran,IG,https://www.instagram.com/sam.with.love/reels/,"45,200",3.4%,2 x Reel,$120,sam@mgmt.example,Confirmed,Jess,3 Dec 2025,Y\n'
        'Mai Le,IG,https://www.instagram.com/thekitchenofmai/?hl=en,"12,050",5.1%,1 x Reel + 3 x Story,80 USD,mai.le@mail.example,Negotiating,Jess,TBC,N\n'
        'Ba\'s kitchen,YouTube,https://www.youtube.com/@nhabepcuaba,"230,000",,1 x Integration,US$450,hi@ba.example,Declined,Tom,,N\n'
        'Khoa Pham,IG,instagram.com/khoa.runs,"88,400",1.9%,1 x Carousel,"1,200",khoa@run.example,Outreach sent,Tom,w/c 8 Dec,\n'
    ).encode("utf-8-sig")


@kind(
    {
        "an.nhien.home": {
            "name": "An Nhiên",
            "price": 2_000_000,
            "status": "done",
            "note": "ok, giao trước 5/12",
        },
        "tuti.decor": {"name": "Tuti", "price": 800_000, "status": "pending"},
        "nha.cua.meo": {"name": "Nhà của Mèo", "price": 1_500_000, "status": "huỷ", "note": "bận đi du lịch"},
    }
)
def google_messy() -> bytes:
    """An online sheet with blank margins, check boxes, two columns called Link, and TT for the state."""
    return (
        "\t\t\t\t\t\t\t\t\t\n"
        "\t\tTEAM HOME - booking T12\t\t\t\t\t\t\t\n"
        "\t\t\t\t\t\t\t\t\t\n"
        "\tV\tTên\tLink\tLink\tGiá\tTT\tNote của c Trang\t\t\n"
        "\tTRUE\tAn Nhiên\thttps://www.instagram.com/an.nhien.home/\thttps://drive.google.com/drive/folders/abc\t2,000,000\tdone\tok, giao trước 5/12\t\t\n"
        "\tFALSE\tTuti\thttps://www.instagram.com/tuti.decor/\t\t800,000\tpending\t\t\t\n"
        "\tFALSE\tNhà của Mèo\thttps://www.instagram.com/nha.cua.meo/\thttps://drive.google.com/drive/folders/def\t1,500,000\thuỷ\tbận đi du lịch\t\t\n"
        "\t\t\t\t\t4,300,000\t\t\t\t\n"
    ).encode()


@kind(
    {
        "gym.cung.huy": {
            "name": "Gym cùng Huy",
            "phone": "0938222301",
            "email": "huy@gym.example",
            "price": 3_500_000,
        },
        "yoga.with.nga": {"name": "Nga Yoga", "phone": "0938222302", "price": 2_200_000},
        "tiktok:pt.tuan": {"name": "PT Tuấn", "phone": "0938222303", "price": 10_000_000},
    }
)
def contact_in_one_column() -> bytes:
    """Two lines in a cell: name and followers, phone and mail."""
    return book(
        {
            "Sheet1": [
                ["No.", "KOLs", "Social", "Contact", "Quote"],
                [
                    1,
                    "Gym cùng Huy\n(52k follow)",
                    "IG: " + IG + "gym.cung.huy",
                    "Zalo: 0938222301\nEmail: huy@gym.example",
                    "3,5tr/video",
                ],
                [
                    2,
                    "Nga Yoga\n(14k follow)",
                    "IG: " + IG + "yoga.with.nga",
                    "0938-222-302 (chị Nga)",
                    "2tr2/post",
                ],
                [
                    3,
                    "PT Tuấn\n(300k follow)",
                    "TikTok: https://www.tiktok.com/@pt.tuan",
                    "Quản lý: 0938 222 303",
                    "10tr/video",
                ],
            ]
        }
    )


@kind(
    {
        "quynh.travels": {"name": "Quỳnh", "price": 8_000_000, "status": "Chốt"},
        "phuot.cung.bin": {"name": "Bin", "price": 12_000_000, "status": "Đang thương lượng"},
        "facebook:checkin.dalat.vd": {"name": "Check in Đà Lạt", "price": 15_000_000, "status": "Chốt"},
        "dalat.oi.vd": {"name": "Đà Lạt ơi", "price": 6_000_000, "status": "Từ chối"},
    }
)
def markdown_paste() -> bytes:
    """A table copied out of a chat, bars between the cells."""
    return (
        "| Tên | Kênh | Giá | Trạng thái |\n|---|---|---|---|\n"
        "| Quỳnh | instagram.com/quynh.travels | 8tr | Chốt |\n| Bin | instagram.com/phuot.cung.bin | 12.000.000 | Đang thương lượng |\n"
        "| Check in Đà Lạt | facebook.com/checkin.dalat.vd | 15 triệu | Chốt |\n| Đà Lạt ơi | instagram.com/dalat.oi.vd | 6000k | Từ chối |\n"
    ).encode()


@kind(
    {
        "petcuabo": {
            "name": "Pet của Bơ",
            "price": 900_000,
            "address": "12 Nguyễn Trãi, Q.1, TP.HCM",
            "phone": "0977333401",
            "status": "Đã gửi hàng",
        },
        "meo.map.official": {
            "name": "Mèo Mập",
            "price": 1_800_000,
            "address": "Số 5 ngõ 12 Láng Hạ, Hà Nội",
            "phone": "0977333402",
            "status": "Chờ địa chỉ",
        },
        "corgi.nha.ti": {
            "name": "Corgi nhà Tí",
            "price": 2_400_000,
            "address": "Biên Hoà, Đồng Nai",
            "phone": "0977333403",
            "status": "Đã nhận hàng",
        },
    }
)
def shipping_semicolon() -> bytes:
    """The shop's list of parcels, semicolons, no zero before some numbers."""
    return (
        "Mã đơn;Người nhận;ID Instagram;Số ĐT;Địa chỉ nhận hàng;Trạng thái;Cát-xê;Mã vận đơn\n"
        "GHN001;Pet của Bơ;petcuabo;0977333401;12 Nguyễn Trãi, Q.1, TP.HCM;Đã gửi hàng;900000;SPXVN0411\n"
        "GHN002;Mèo Mập;meo.map.official;977333402;Số 5 ngõ 12 Láng Hạ, Hà Nội;Chờ địa chỉ;1800000;\n"
        "GHN003;Corgi nhà Tí;corgi.nha.ti;+84977333403;Biên Hoà, Đồng Nai;Đã nhận hàng;2400000;SPXVN0413\n"
    ).encode("utf-8-sig")


@kind(
    {
        "lethu.mua.gi": {"name": "Lê Thu", "price": 1_200_000, "group": "ĐỢT 1 (1/12 - 7/12)"},
        "shop.cung.kem": {"name": "Kem", "price": 1_300_000, "group": "ĐỢT 1 (1/12 - 7/12)"},
        "haul.with.ly": {"name": "Ly", "price": 2_000_000, "group": "ĐỢT 2 (8/12 - 14/12)"},
        "tietkiem.moingay": {"name": "Tiết kiệm mỗi ngày", "asked": 600_000, "group": "ĐỢT 2 (8/12 - 14/12)"},
    }
)
def waves_as_sections() -> bytes:
    """Two waves with the same headings below the title of each."""
    return book(
        {
            "KOC": [
                ["KOC REVIEW SÀN"],
                [],
                ["ĐỢT 1 (1/12 - 7/12)"],
                ["Stt", "Nick", "Link insta", "Booking fee"],
                [1, "Lê Thu", "lethu.mua.gi", "1200k"],
                [2, "Kem", "@shop.cung.kem", "1tr3"],
                ["", "Cộng đợt 1", "", "2tr5"],
                ["ĐỢT 2 (8/12 - 14/12)"],
                ["Stt", "Nick", "Link insta", "Booking fee"],
                [1, "Ly", "haul.with.ly ", "2tr"],
                [2, "Tiết kiệm mỗi ngày", "tietkiem.moingay", "600"],
                ["", "Cộng đợt 2", "", "2tr6"],
            ]
        }
    )


@kind(
    {
        "dr.vy.skin": {
            "name": "BS. Vy",
            "price": 20_000_000,
            "status": "Pending contract",
            "email": "booking@vy.example",
        },
        "labmuffin.vidu": {
            "name": "Lab Muffin VD",
            "price": 35_000_000,
            "status": "Signed",
            "email": "lab@muffin.example",
        },
        "tiktok:chemist.vd": {"name": "Chemist VD", "price": 18_000_000, "status": "Lost"},
    }
)
def crm_export() -> bytes:
    """A CRM's export: its record ids, a column a platform."""
    return (
        b'"Record ID","Deal Name","Contact: Instagram Handle","Contact: TikTok Handle","Amount","Currency","Deal Stage","Contact: Email","Create Date"\n'
        b'"0061x00000AbC1","BS. Vy","dr.vy.skin","","20000000.00","VND","Pending contract","booking@vy.example","2025-11-02T08:15:00Z"\n'
        b'"0061x00000AbC2","Lab Muffin VD","labmuffin.vidu","","35000000.00","VND","Signed","lab@muffin.example","2025-11-05T10:00:00Z"\n'
        b'"0061x00000AbC3","Chemist VD","","chemist.vd","18000000.00","VND","Lost","","2025-11-06T09:30:00Z"\n'
    )


@kind(
    {
        "cafe.with.duc": {"name": "Đức Cafe", "price": 3_000_000, "owner": "Minh", "extra": "45%"},
        "quan.ngon.sg.vd": {"name": "Quán Ngon SG", "price": 4_500_000, "owner": "Minh"},
        "an.cung.ty": {"name": "Ăn cùng Tý", "price": 2_500_000, "owner": "Lộc"},
    }
)
def report_with_results() -> bytes:
    """Results beside costs: 4.2K are reactions, 3tr is money."""
    return book(
        {
            "Summary": [["Tổng KOL", 3], ["Tổng chi", "10tr"], ["CPE TB", "320đ"]],
            "Chi tiết": [
                ["#", "Influencer", "@IG", "Reach", "Eng", "Views", "Chi phí", "CPV", "% nữ", "Người book"],
                [1, "Đức Cafe", "@cafe.with.duc", "120.5K", "4.2K", "98K", "3tr", "30đ", "45%", "Minh"],
                [2, "Quán Ngon SG", "@quan.ngon.sg.vd", "300K", "12K", "250K", "4tr5", "18đ", "60%", "Minh"],
                [3, "Ăn cùng Tý", "@an.cung.ty", "80K", "3K", "75K", "2tr500", "33đ", "51%", "Lộc"],
                ["", "TB", "", "166K", "6.4K", "141K", "3tr3", "27đ", "", ""],
            ],
        }
    )
