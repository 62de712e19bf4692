"""Contacts out of biographies: found however they are hidden, and nothing that is nobody's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.capture import Capture
from server.own_json import plain
from server.parsing import read_capture
from server.parsing.contacts import contacts_of
from server.scoring.shown_facts import shown
from tests.biographies import (
    JUDGING,
    KINDS,
    PLAIN_JUDGING,
    PLAIN_TUNING,
    TUNING,
    biographies,
)


def found(text: str, links: tuple[str, ...] | None = None) -> dict[str, list[str]]:
    contacts = contacts_of(text, links)
    assert contacts is not None
    return {kind: values for kind, values in plain(contacts).items() if values}


@pytest.mark.parametrize(
    ("parts", "plain", "seed"),
    [(TUNING, PLAIN_TUNING, 1), (JUDGING, PLAIN_JUDGING, 2)],
    ids=["tuning", "judging"],
)
def test_hidden_contacts_are_found_and_nothing_else(parts, plain, seed):
    """Of 180 biographies each: precision at least .99, recall at least .95."""
    right = wrong = missed = 0
    for biography in biographies(parts, plain, seed):
        said = contacts_of(biography.text, None)
        for kind in KINDS:
            truth, read = getattr(biography, kind), set(getattr(said, kind))
            right, wrong, missed = (
                right + len(truth & read),
                wrong + len(read - truth),
                missed + len(truth - read),
            )
    assert right > 200
    assert right / (right + wrong) >= 0.99
    assert right / (right + missed) >= 0.95


def test_contacts_of_biographies_by_hand():
    """Ninety whole ones, written at one go before the reading was held against them and mended once by it.

    E-mails and phones: precision at least .99, recall at least .95.
    """
    right = wrong = missed = 0
    lines = (Path(__file__).parents[1] / "biographies_by_hand.jsonl").read_text("utf-8").splitlines()
    for row in map(json.loads, lines):
        said = contacts_of(row["text"], None)
        for kind in ("emails", "phones"):
            truth, read = set(row[kind]), set(getattr(said, kind))
            right, wrong, missed = (
                right + len(truth & read),
                wrong + len(read - truth),
                missed + len(truth - read),
            )
    assert (right > 50, right / (right + wrong) >= 0.99, right / (right + missed) >= 0.95) == (True,) * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l a n @ b e p . v n", {"emails": ["lan@bep.vn"]}),
        ("a at noon dot dot dot", {}),
        ("0901234567 (gọi/zalo)", {"phones": ["0901234567"], "zalo": ["0901234567"]}),
        ("lan dot an at gmail dot com", {"emails": ["lan.an@gmail.com"]}),
        ("LanAn@Lan-Studio.COM.vn", {"emails": ["lanan@lan-studio.com.vn"]}),
        ("lan.an（a còng）gmail.com", {"emails": ["lan.an@gmail.com"]}),
        ("Booking: lan.an@bep.example", {"emails": ["lan.an@bep.example"]}),
        ("lan.an (a) bep.vn", {"emails": ["lan.an@bep.vn"]}),
        ("https://bep.example/lan", {"links": ["https://bep.example/lan"]}),
        ("lananATgmailDOTcom", {"emails": ["lanan@gmail.com"]}),
        ("0901234567 - 0912345678", {"phones": ["0901234567", "0912345678"]}),
        ("O9OI.234.567", {"phones": ["0901234567"]}),
        ("0️⃣9️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣", {"phones": ["0901234567"]}),
        ("(+84) 901 234 567", {"phones": ["0901234567"]}),
        ("+62 812 3456 7890", {"phones": ["+6281234567890"]}),
        ("028 3822 1234", {"phones": ["02838221234"]}),
        ("SĐT0901234567 (có zalo)", {"phones": ["0901234567"]}),
        ("Zalo_0901234567", {"zalo": ["0901234567"]}),
        ("zalo 901 234 567", {"zalo": ["0901234567"]}),
        ("Zalo: 0901234567\nSTK 0912345678 VCB", {"zalo": ["0901234567"]}),
        ("linktr.ee/lan.an", {"links": ["https://linktr.ee/lan.an"]}),
    ],
)
def test_ways_of_hiding_a_contact(text, expected):
    assert expected == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Giá 900.000.000đ - 1.200.000.000đ",
        "09.08.1999 | 01/01/2020 - 31/12/2021",
        "STK 0901234567 Vietcombank",
        "0901234567 MB Bank NGUYEN THI LAN",
        "MST 0312345678",
        "mã LAN0901234567 giảm 10%",
        "1234567890 views, 0987 người",
        "0901 234 567 8",
        "19034567890123",
        "ig phụ: @lan.an @lan.shop",
        "IG@lan.bep | tiktok@lan.bepnha",
        "gặp nhau at quán quen",
        "901234567",
        "0901234567k",
        "",
    ],
)
def test_what_is_nobodys_contact(text):
    assert {} == found(text)


def test_links_of_the_header_tell_contacts_too():
    links = ("https://zalo.me/0901234567", "https://wa.me/84912345678", "mailto:lan@lan.example.com")
    expected = {
        "emails": ["lan@lan.example.com"],
        "phones": ["0912345678"],
        "zalo": ["0901234567"],
        "links": list(links[:2]),
    }
    assert expected == found("", links)


def test_a_biography_that_was_not_seen_tells_nothing():
    assert contacts_of(None, None) is None


PAGE = """<html lang="vi"><body><main><header><section><h2><span>an.vi.o</span></h2><div><span
dir="auto"><span>90</span> bài viết</span><a href="/an.vi.o/followers/"><span dir="auto"><span title="24.000">24 N</span>
người theo dõi</span></a><a href="/an.vi.o/following/"><span dir="auto"><span>300</span> đang theo dõi</span></a></div>
</section><section><span dir="auto"><div><span dir="auto">Ăn gì?<br>Zalo: 0901 234 567</span></div></span>
<button type="button"><div dir="auto">linktr.ee/an.vi.o + 2</div></button></section></header></main></body></html>"""


def test_several_links_behind_one_button_are_a_link():
    facts = read_capture(Capture.from_page(PAGE.encode())).facts
    expected = {"emails": [], "phones": [], "zalo": ["0901234567"], "links": ["https://linktr.ee/an.vi.o"]}
    assert ("https://linktr.ee/an.vi.o", expected) == (facts.external_url, plain(shown(facts).contacts))
