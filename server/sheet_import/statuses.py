"""The words by which a list says how far things are, each as one of the seven statuses; the own word is kept as well."""

from __future__ import annotations

import re
from functools import lru_cache

from server.exports.columns import status_of as own_status
from server.sheet_import.words import words_of
from server.store.records import STATUSES, Status

_RULES: tuple[tuple[Status, str], ...] = (
    (
        "found",
        r"chua (?:lien he|nhan|ib|inbox|contact|lam gi|gui tin|tiep can)|not (?:yet )?(?:contacted|started)|to (?:contact|do)|can lien he|du phong|backup|shortlist(?:ed)?|tim|moi|new|tiem nang|potential|de xuat|proposed|se lien he|chuan bi lien he|lead|found",
    ),
    (
        "contacted",
        r"chua (?:rep|tra loi|phan hoi|reply)|cho (?:rep|phan hoi|tra loi|reply)|waiting(?: for)? (?:reply|response)|no reply yet|awaiting reply",
    ),
    (
        "rejected",
        r"tu choi|huy|khong (?:phan hoi|rep|tra loi|hop tac|nhan|phu hop|dong y|chot|lam|book)|ko (?:rep|phan hoi|nhan|hop tac)|blacklist(?:ed)?|reject(?:ed)?|declined?|cancel(?:l?ed)?|no (?:response|reply)|dropped|fail(?:ed)?|loai|bo qua|ngung|not interested|refused|het han",
    ),
    ("rejected", r"(?:da |bi )?(?:loai|tu choi|huy)|closed lost|lost|ghosted|left on read|no answer"),
    ("agreed", r"closed won|contract (?:sent|signed)|accept(?:ed)?"),
    (
        "posted",
        r"content (?:is )?live|(?:chua|cho|dang cho|pending) (?:thanh toan|tt|nghiem thu|payment)|awaiting payment|unpaid",
    ),
    (
        "agreed",
        r"(?:chua|cho|sap|dang cho|chuan bi) (?:duyet|air|len bai|dang|post|len song|demo|gui|nhan hang)|waiting (?:for )?(?:approval|draft|demo|post)|scheduled|dang (?:quay|lam|san xuat|lam content|dung)",
    ),
    (
        "answered",
        r"dang deal|dang (?:trao doi|dam phan|thuong luong|noi chuyen|tu van|can nhac|suy nghi|chot)|bao gia|thuong luong|da (?:rep|tra loi|phan hoi|gui bao gia|bao gia)|cho (?:chot|xac nhan|confirm|hop dong)|repl(?:ied|y)|answered|responded|negotiat\w*|in (?:talks|discussion|progress)|interested|quan tam|discussing|quoted|hen (?:lai|sau|thang|tuan)",
    ),
    (
        "paid",
        r"invoice paid|da (?:thanh toan|tt|tra tien|chuyen khoan|ck|nghiem thu|hoan thanh)|nghiem thu|thanh toan|paid|completed?|hoan (?:thanh|tat)|done|closed|xong|settled",
    ),
    (
        "posted",
        r"da (?:air|len bai|dang|dang bai|post|len song|public)|air(?:ed)?|len bai|posted|published|live|on ?air|dang bai",
    ),
    (
        "agreed",
        r"da (?:deal|chot|duyet|dong y|ky|book|gui|nhan hang|nhan san pham|xac nhan|confirm|chot gia)|chot|deal|gui (?:san pham|sp|brief|hang|mau|sample)|da gui (?:san pham|sp|brief|hang|mau)|demo|duyet|sua(?: lan \d+)?|approved|agreed|confirmed|booked|signed|dong y|ky (?:hd|hop dong)|ship(?:ped)?|draft|brief(?:ed)?|feedback lan \d+|content|sent product|product sent|won",
    ),
    (
        "contacted",
        r"da (?:nhan|nhan tin|lien he|ib|inbox|contact|gui mail|gui email|gui tin|goi|tiep can|add|ket ban)|nhan tin|lien he|seen|da xem|contacted|dm(?:ed)?|ib|inbox(?:ed)?|message(?:d)?|reached(?: out)?|outreach|email(?:ed)?|invited|sent|pending|follow up|followed up|called",
    ),
)
_YES = re.compile(r"ok|oke|okay|okie|yes")
_FULL = tuple((status, re.compile(rf"(?:{pattern})")) for status, pattern in _RULES)
_REMEMBERED = 60
"""Characters of a word whose status is remembered: a list has the same few in every row."""
_SENT_FIRST = re.compile(r"da gui (?:mail|email|tin|inbox)")


def status_of(cell: str) -> Status | None:
    """The status that a word means; None where it is not known."""
    return _status_of(cell) if len(cell) <= _REMEMBERED else _status_of.__wrapped__(cell)


def stage_of(cell: str) -> str | None:
    """The own word of a cell; None where it is the product's."""
    return _stage_of(cell) if len(cell) <= _REMEMBERED else _stage_of.__wrapped__(cell)


def is_bare_yes(cell: str) -> bool:
    """ "OK" says how far things are only under a heading that asks for that."""
    return len(cell) <= 10 and _YES.fullmatch(words_of(cell)) is not None


@lru_cache(64)
def of_sheet(name: str) -> Status | None:
    """The status of everybody on a sheet that is called after one: "Đã loại", "Blacklist"."""
    text = words_of(name[:100])
    of_all = next((status for status, pattern in _FULL if pattern.fullmatch(text)), None)
    return of_all if of_all == "rejected" or text.startswith(("da ", "chua ")) else None


@lru_cache(1_024)
def _status_of(cell: str) -> Status | None:
    own = own_status(cell)
    if own in STATUSES:
        return own
    text = words_of(cell[:100])
    if not text:
        return None
    if _SENT_FIRST.match(text):
        return "contacted"
    if _YES.fullmatch(text):
        return "agreed"
    for status, pattern in _FULL:
        found = pattern.match(text)
        if found and (found.end() == len(text) or text[found.end()] == " "):
            return status
    return None


@lru_cache(1_024)
def _stage_of(cell: str) -> str | None:
    return None if own_status(cell) in STATUSES else cell.strip()[:100]
