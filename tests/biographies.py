"""Invented biographies with the contacts that a reader finds in them: 180 to tune by, 180 to judge by.

Both halves are put together from parts that only that half has, so that nothing is judged by what it was made for.
Every name, number and address is made up.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

KINDS = ("emails", "phones", "zalo")


@dataclass(frozen=True)
class Biography:
    text: str
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    zalo: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Part:
    """A line, with {m} for a mail's parts or {p} for a number's digits put in by ``write``."""

    write: Callable[[random.Random], tuple[str, dict[str, str]]]
    kinds: tuple[str, ...] = field(default=())


PREFIXES = ("090", "093", "097", "086", "035", "038", "070", "079", "081", "056", "098", "032")
STEMS = (
    "linhdan",
    "bep.nha.mit",
    "an_nhien",
    "tuantravel",
    "beautyby.ha",
    "momlab",
    "chill88",
    "hoang.nguyen",
)
HOSTS = ("gmail", "yahoo", "outlook", "hotmail", "icloud")
NAMES = (
    "Linh Đan",
    "Bếp nhà Mít",
    "An Nhiên",
    "Tuấn đi đâu",
    "Hà makeup",
    "Mẹ Xoài",
    "Quân gym",
    "Vy ăn vặt",
)


def number(dice: random.Random) -> str:
    return dice.choice(PREFIXES) + "".join(str(dice.randint(0, 9)) for _ in range(7))


def mail(dice: random.Random) -> tuple[str, str]:
    return f"{dice.choice(STEMS)}{dice.choice(('', '.work', '99', '.booking'))}", dice.choice(HOSTS)


def phones(form: str, *kinds: str, spell: Callable[[str], str] = lambda n: n) -> Part:
    def write(dice: random.Random) -> tuple[str, dict[str, str]]:
        found = number(dice)
        return form.format(p=spell(found)), dict.fromkeys(kinds, found)

    return Part(write, kinds)


def mails(form: str) -> Part:
    def write(dice: random.Random) -> tuple[str, dict[str, str]]:
        local, host = mail(dice)
        spoken = local.replace(".", " dot ")
        return form.format(m=local, h=host, spoken=spoken), {"emails": f"{local}@{host}.com"}

    return Part(write, ("emails",))


def nothing(form: str) -> Part:
    """A line with numbers that are nobody's; {p} looks like a phone number."""
    return Part(lambda dice: (form.format(p=number(dice), n=dice.randint(10, 99)), {}))


def grouped(*sizes: int, by: str) -> Callable[[str], str]:
    def spell(digits: str) -> str:
        starts = [sum(sizes[:i]) for i in range(len(sizes))]
        return by.join(digits[a : a + n] for a, n in zip(starts, sizes, strict=True))

    return spell


def abroad(digits: str) -> str:
    return "+84 " + digits[1:4] + " " + digits[4:7] + " " + digits[7:]


def in_letters(digits: str) -> str:
    return digits.replace("0", "o")


def half_letters(digits: str) -> str:
    return grouped(4, 3, 3, by=" ")("O" + digits[1:])


def wide(digits: str) -> str:
    return "".join(chr(ord(d) + 0xFEE0) for d in digits)


def keycaps(digits: str) -> str:
    return "".join(f"{d}\ufe0f\u20e3" for d in digits)


WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def spoken(digits: str) -> str:
    return " ".join(WORDS[int(d)] for d in digits)


def bold(digits: str) -> str:
    return "".join(chr(0x1D7CE + int(d)) for d in digits)


TUNING: Sequence[Part] = (
    mails("📩 {m}@{h}.com"),
    mails("Liên hệ: {m} (at) {h} (dot) com"),
    mails("booking: {m} a còng {h} chấm com"),
    mails("Email {m}[@]{h}[.]com"),
    mails("work 👉 {m} @ {h} . com"),
    mails("{spoken} at {h} dot com"),
    phones("SĐT: {p}", "phones"),
    phones("📞 {p}", "phones", spell=grouped(4, 3, 3, by=".")),
    phones("Hotline {p}", "phones", spell=grouped(3, 3, 4, by=" ")),
    phones("Call/Zalo {p}", "phones", "zalo"),
    phones("Zalo: {p}", "zalo", spell=grouped(4, 3, 3, by=" ")),
    phones("zalo {p}", "zalo", spell=in_letters),
    phones("{p}", "phones", spell=abroad),
    phones("lh {p}", "phones", spell=keycaps),
    phones("☎️ {p} (zalo)", "phones", "zalo", spell=grouped(4, 3, 3, by="-")),
    phones("zalo.me/{p}", "zalo"),
    phones("ĐT {p}", "phones", spell=wide),
    phones("{p} - Hà Nội", "phones", spell=" ".join),
    nothing("STK {p} Vietcombank"),
    nothing("Mã giảm giá HA{n} - giảm {n}%"),
    nothing("Giá từ 1.500.000đ - 15.000.000đ/bài"),
    nothing("Sinh ngày 09.08.1999"),
    nothing("{n}0.000 followers 🎉 1.234.567 lượt xem"),
    nothing("MST: {p}"),
    nothing("Mở cửa 08:00 - 22:00, 0{n} Lê Lợi Q1"),
    nothing("Cao 1m65 nặng 49kg, {n} tuổi"),
)
JUDGING: Sequence[Part] = (
    mails("✉️ {m}@{h}.com (work only)"),
    mails("Mail: {m} {{at}} {h} {{dot}} com"),
    mails("hợp tác qua {m}(a còng){h}(chấm)com"),
    mails("📧{m}<at>{h}.com"),
    mails("for work: {m} at {h}.com"),
    mails("{m}@{h},com"),
    phones("Liên hệ công việc {p}", "phones"),
    phones("📱 {p}", "phones", spell=grouped(3, 4, 3, by="-")),
    phones("gọi em {p} nha", "phones", spell=grouped(4, 2, 2, 2, by=".")),
    phones("Zalo/SĐT: {p}", "phones", "zalo", spell=grouped(4, 3, 3, by=" ")),
    phones("ZALO 👉 {p}", "zalo"),
    phones("za lo: {p}", "zalo", spell=grouped(3, 3, 4, by=".")),
    phones("inbox hoặc zalo {p}", "zalo", spell=half_letters),
    phones("Phone: {p}", "phones", spell=lambda n: f"(+84) {n[1:]}"),
    phones("tel {p}", "phones", spell=lambda n: f"84{n[1:]}"),
    phones("SDT {p}", "phones", spell=bold),
    phones("https://zalo.me/{p}", "zalo"),
    phones("wa.me/{p}", "phones", spell=lambda n: f"84{n[1:]}"),
    phones("hotline: {p}", "phones", spell=spoken),
    phones("{p} / Sài Gòn", "phones", spell=grouped(4, 6, by=" ")),
    nothing("CK: {p} (MB Bank) chủ TK NGUYEN THI HA"),
    nothing("Số tài khoản {p} ACB"),
    nothing("Code: SALE{n}, freeship đơn 299k"),
    nothing("Booking từ 2tr5 đến 12.000.000 vnđ"),
    nothing("20/11/2003 | Cung Bọ Cạp | 1m{n}"),
    nothing("100.000.000+ views TikTok, 250K IG"),
    nothing("Mã số thuế {p}"),
    nothing("GPKD {p} cấp 01/02/2020"),
    nothing("9:00-21:30 | 123/45/6 Nguyễn Trãi, P.{n}"),
    nothing("Đơn hàng {p} đã giao"),
)
PLAIN_TUNING = (
    "Ăn gì hôm nay? 🍜",
    "Review thật, không màu mè",
    "Mẹ bỉm 2 con | Hà Nội",
    "Yoga & healthy food",
    "",
)
PLAIN_JUDGING = (
    "Du lịch tự túc ✈️ 34 tỉnh thành",
    "Skincare cho da dầu mụn",
    "Chụp ảnh film 35mm",
    "Bếp nhà 4 người",
    "",
)


def biographies(parts: Sequence[Part], plain: Sequence[str], seed: int, n: int = 180) -> list[Biography]:
    """``n`` of them: a name, a plain line, and one to three parts."""
    dice = random.Random(seed)  # noqa: S311 - repeatable invention
    found = []
    for i in range(n):
        chosen = [parts[i % len(parts)], *dice.sample(parts, dice.randint(0, 2))]
        lines = [part.write(dice) for part in chosen]
        text = "\n".join((dice.choice(NAMES), dice.choice(plain), *(line for line, _ in lines)))
        truth = {kind: frozenset(t[kind] for _, t in lines if kind in t) for kind in KINDS}
        found.append(Biography(text, **truth))
    return found
