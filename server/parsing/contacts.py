"""E-mails, phone numbers, Zalo and links out of a biography, in the ways in which people hide them from machines.

What merely looks like a number of somebody is left out: prices, dates, bank accounts, tax numbers and codes. Rather one
contact is missed than a wrong one written to.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import parse_qs, unquote, urlsplit

from msgspec import Struct

from server.parsing.spelled import without_disguise

MAX_TEXT = 2_000
MAX_FOUND = 20
"""Of each kind; a biography has 150 characters."""


class Contacts(Struct, frozen=True):
    """How a creator wants to be reached; empty where nothing is said."""

    emails: tuple[str, ...] = ()
    """In lower case."""
    phones: tuple[str, ...] = ()
    """Digits: Vietnamese numbers with their leading 0, others with +."""
    zalo: tuple[str, ...] = ()
    """Numbers that are said to be Zalo, and names under zalo.me."""
    links: tuple[str, ...] = ()

    def to_json(self) -> dict[str, list[str]]:
        return {name: list(getattr(self, name)) for name in ("emails", "phones", "zalo", "links")}


def contacts_of(biography: str | None, links: Sequence[str] | None) -> Contacts | None:
    """The contacts; None where neither biography nor links were seen."""
    if biography is None and links is None:
        return None
    text = without_disguise((biography or "")[:MAX_TEXT])
    addresses = [*(links or ()), *_addresses(text)]
    numbers = list(_numbers(text))
    linked = [number for address in addresses for number in _linked(address)]
    phones = [n.digits for n in (*numbers, *linked) if n.is_phone]
    zalo = [n.digits for n in (*numbers, *linked) if n.is_zalo]
    mailed = (_mailed(address) for address in addresses)
    emails = [*_emails(text), *(mail for mail in mailed if mail)]
    shown = (a for a in addresses if not a.startswith(("mailto:", "tel:")))
    return Contacts(*(_distinct(found) for found in (emails, phones, zalo, shown)))


def _distinct(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))[:MAX_FOUND]


# --- e-mails and links ---------------------------------------------------------------------------------------

_TLDS = (  # of an address without a scheme: "hom.nay" is no link
    "com|net|org|info|biz|edu|gov|vn|io|co|me|shop|store|online|asia|agency|studio|media|xyz|site|club|live|pro|tv|uk|us|au"
    "|nz|jp|kr|th|id|my|sg|ph|la|kh|de|fr|es|it|nl|be|ch|at|pl|pt|br|mx|ar|ca|in|eu|cn|tw|hk|ru|app|dev|email|link|page|name"
    "|mobi|tech|design|blog|art|beauty|fashion|style|world|life|team|group|global|bio|ee|ly|ai|to|gl|gle|cc|gg|space|website"
)
_EMAIL = re.compile(
    r"(?<![\w.+-])([a-z0-9](?:[a-z0-9._+-]{0,62}[a-z0-9])?)@((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24})(?![\w-])",
    re.IGNORECASE,
)
_KNOWN_END = re.compile(rf"\.(?:{_TLDS})$", re.IGNORECASE)
_HANDLE_OF = frozenset(
    {
        "ig",
        "insta",
        "instagram",
        "ins",
        "fb",
        "facebook",
        "tt",
        "tiktok",
        "yt",
        "youtube",
        "threads",
        "twitter",
        "x",
    }
    | {"shopee", "lazada", "zalo", "tele", "telegram", "acc", "follow", "fl", "by", "cre", "credit", "mua"}
)
"""What stands glued before somebody's handle: "ig@lan.bep" is no e-mail where its end is that of no domain we know."""
_ADDRESS = re.compile(
    r"(?<![\w@./-])((?:https?://(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,4}[a-z]{2,24}"
    rf"|(?:[a-z0-9](?:[a-z0-9-]{{0,62}})\.){{1,4}}(?:{_TLDS}))(?![\w@-])(?!\.\w)(?:[/?][^\s<>\"|,;)]{{0,200}})?)",
    re.IGNORECASE,
)


def _emails(text: str) -> Iterator[str]:
    """Any end of an address will do, but not behind the name of a platform: that is a handle."""
    for match in _EMAIL.finditer(text):
        if _KNOWN_END.search(match[2]) or match[1].lower() not in _HANDLE_OF:
            yield f"{match[1]}@{match[2]}".lower()


def _addresses(text: str) -> Iterator[str]:
    """Addresses as links: with a scheme, without the stop behind them."""
    for match in _ADDRESS.finditer(_EMAIL.sub(" ", text)):
        address = match[1].rstrip(".,!?:'\u2026")
        yield address if "://" in address else f"https://{address}"


def _mailed(address: str) -> str | None:
    found = _EMAIL.search(unquote(address[7:])) if address.lower().startswith("mailto:") else None
    return found and f"{found[1]}@{found[2]}".lower()


# --- numbers -------------------------------------------------------------------------------------------------

_GAP = r"[ .\-_\u00b7\u2022*()\u2013]{0,3}"
_MOBILE = rf"(?:3{_GAP}[2-9]|5{_GAP}[25689]|7{_GAP}[06-9]|8{_GAP}[1-9]|9{_GAP}[0-46-9])(?:{_GAP}[0-9]){{7}}"
_HOME = rf"(?:\+?{_GAP}84{_GAP}(?:0{_GAP})?|0084{_GAP}|0{_GAP})"
_DATE = re.compile(r"(?<![0-9])[0-9]{1,2}([./-])[0-9]{1,2}\1(?:19|20)[0-9]{2}(?![.\-]?[0-9])")
_GLUED = "|".join(
    f"(?<={word}{sign})" for word in ("zalo", "sdt", "tel", "hotline", "phone", "call") for sign in ("", "_")
)
_VIETNAM = re.compile(
    rf"(?<![0-9])(?<![0-9][.\-])(?:(?<![\w@#/=])|{_GLUED}){_HOME}(?:{_MOBILE}|2(?:{_GAP}[0-9]){{9}})(?![0-9])(?![.\- ]?[0-9]{{1,3}}(?![0-9]))"
    r"(?![.,][0-9])(?![a-z\u0111%])",
    re.IGNORECASE,
)
_SHORT = re.compile(rf"(?<![0-9.\-+/=]){_MOBILE}(?![0-9])(?![.,\-][0-9])", re.IGNORECASE)
_ABROAD = re.compile(
    rf"(?<![\w+])(?:\+|00)(?!{_GAP}84)[1-9](?:{_GAP}[0-9]){{7,13}}(?![0-9])(?![a-z%])", re.IGNORECASE
)
_ZALO = re.compile(r"\bz\W{0,2}[a@]\W{0,2}l\W{0,2}[o0]\b|\bzl\b|\bdalo\b|\bzalo", re.IGNORECASE)
_ALSO_ZALO = re.compile(
    r"(?:(?:call|goi|phone|tel|sdt|viber|sms)\W{1,3}(?:(?:va|and|hoac|or)\W{1,2})?)?"
    f"(?:{_ZALO.pattern})",
    re.IGNORECASE,
)
"""What stands right behind a number that is Zalo too."""
_PHONE = re.compile(
    r"\b(?:sdt|dt|dd|dien thoai|so may|phone|tel|call|mobile|cell|hotline|hl|goi|lien he|lh|contact|sms|imess|whatsapp|wa|viber|ib"
    r"|booking|book|alo)(?![a-z])|[\u260e\u2706\U0001f4de\U0001f4f1\U0001f4f2\U0001f919]",
    re.IGNORECASE,
)
_NOBODYS = re.compile(
    r"\b(?:stk|so tk|tk|so tai khoan|tai khoan|account|a/c|acc|bank|banking|ngan hang|chuyen khoan|ck|vcb|vietcombank"
    r"|techcombank|tcb|mb|mbbank|acb|bidv|agribank|vpbank|tpbank|sacombank|stb|vib|vietinbank|ctg|shb|hdbank|ocb|msb"
    r"|mst|ma so thue|tax|ma|ma so|ma giam|code|voucher|coupon|gpkd|giay phep|dkkd|cccd|cmnd|id|uid|don hang|ref|van don"
    r"|isbn|luot xem|views?|serial|imei)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile("[0-9]")
_LEAST_DIGITS = 8
"""Of a number abroad; Vietnamese ones have nine and more. Most biographies have fewer, and no pattern is tried on them."""
_BEFORE, _BEHIND = 28, 18
"""Characters around a number whose words say what it is."""
_JOINS = re.compile(
    r"[\s:;,./&+|\-\u2013\u2022\u00b7()\[\]~=>\u2192\u27a1\u00bb]*(?:va|and|hoac|or|so|:)?[\s:;.]*",
    re.IGNORECASE,
)


class _Number(Struct, frozen=True):
    digits: str
    is_phone: bool = True
    is_zalo: bool = False


def _numbers(text: str) -> Iterator[_Number]:
    if len(_DIGIT.findall(text)) < _LEAST_DIGITS:
        return
    plain = _DATE.sub(lambda day: " " * len(day.group()), _folded(text))
    taken: list[tuple[int, int]] = []
    for pattern in (_VIETNAM, _ABROAD, _SHORT):
        for match in pattern.finditer(plain):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            number = _read(match.group(), plain, match.start(), match.end(), is_short=pattern is _SHORT)
            if number is not None:
                taken.append((match.start(), match.end()))
                yield number


def _folded(text: str) -> str:
    """Vietnamese letters without their marks, one for one, so that places stay the same."""
    if text.isascii():
        return text
    letters = (c if c.isascii() else unicodedata.normalize("NFD", c)[0] for c in text)
    return "".join("d" if c in "\u0111\u0110" else c for c in letters)


def _read(raw: str, text: str, start: int, end: int, *, is_short: bool) -> _Number | None:
    """The number with what the words around it say; None where they say that it is nobody's."""
    line = text.rfind("\n", 0, start) + 1
    before = text[max(line, start - _BEFORE) : start]
    before = re.split(r"[0-9]{5,}", before)[-1]  # words before another number are that one's
    behind = text[end : end + _BEHIND].split("\n", maxsplit=1)[0]
    behind = re.split(r"[0-9]", behind)[0]
    says_phone = _last(_PHONE, before)
    says_zalo = _last(_ZALO, before)
    veto = _last(_NOBODYS, before)
    if veto > max(says_phone, says_zalo) or (
        max(says_phone, says_zalo) < 0 and _NOBODYS.match(behind.lstrip(" -(:|"))
    ):
        return None
    if is_short and max(says_phone, says_zalo) < 0:
        return None
    zalo_behind = _ALSO_ZALO.match(behind.lstrip(" -(/,&+:|")) is not None
    return _Number(
        _digits(raw), is_phone=says_zalo < 0 or says_phone >= 0, is_zalo=says_zalo >= 0 or zalo_behind
    )


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last of the words begins, or -1."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _digits(raw: str) -> str:
    digits = re.sub(r"[^0-9]", "", raw)
    is_abroad = raw.lstrip("( ").startswith("+") or digits.startswith("00")
    digits = digits.removeprefix("00")
    if digits.startswith("84") and len(digits) in (11, 12) and (is_abroad or len(digits) == 11):
        return "0" + digits[2:].removeprefix("0")
    if is_abroad:
        return f"+{digits}"
    return digits if digits.startswith("0") else f"0{digits}"


def _linked(address: str) -> Iterator[_Number]:
    """The number behind a link to a messenger or a telephone."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return
    path = unquote(parts.path).strip("/")
    if host in ("zalo.me", "chat.zalo.me") and path and not path.startswith("g/"):
        digits = re.sub(r"[^0-9+]", "", path)
        name = path.split("/", maxsplit=1)[0]
        yield _Number(_digits(digits) if len(digits) >= 9 else name, is_phone=False, is_zalo=True)
        return
    sent = parse_qs(parts.query).get("phone", [""])[0]
    found = path if host == "wa.me" or parts.scheme == "tel" else sent if host == "api.whatsapp.com" else ""
    digits = re.sub(r"[^0-9]", "", found)
    if 9 <= len(digits) <= 15:
        yield _Number(_digits(digits if digits.startswith("0") else f"+{digits}"))
