"""The columns of a shortlist file: one table for CSV, XLSX and the import, in English and Vietnamese."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from server.messages import table
from server.money import Price
from server.store.records import STATUSES, Entry, Figure, Visit
from server.topics.niches import niches

CellValue = str | float | int | datetime | date | None
"""Times without a zone are those of this computer's clock, as a spreadsheet shows them."""
KINDS_OF_EVIDENCE = 5
"""As many as server.scoring.completeness.PARTS has, which loads numpy."""
ColumnKind = Literal["text", "number", "whole", "percent", "time", "day"]


class Column(Struct, frozen=True):
    """One column: its key, what stands in it, and other headings under which an import finds it."""

    key: str
    value: Callable[[Entry, str], CellValue]
    kind: ColumnKind = "text"
    width: int = 14
    """Characters, for the workbook."""
    also: tuple[str, ...] = ()
    named: str = ""
    """Of an own field or day: what the user calls it."""

    def heading(self, language: str) -> str:
        word = table(language)[f"column.{self.key}"]
        return f"{self.named} ({word})" if self.named else word


def _low(figure: Figure | None) -> CellValue:
    return None if figure is None else figure.low


def _high(figure: Figure | None) -> CellValue:
    return None if figure is None else figure.high


def _price(read: Callable[[Price], CellValue]) -> Callable[[Entry, str], CellValue]:
    return lambda entry, _language: None if entry.price_asked is None else read(entry.price_asked)


def _net(price: Price) -> CellValue:
    return None if price.net is None else "net" if price.net else "gross"


def _visit(read: Callable[[Visit], CellValue]) -> Callable[[Entry, str], CellValue]:
    return lambda entry, _language: None if entry.last_check is None else read(entry.last_check)


def _value(figure: Figure | None) -> CellValue:
    return None if figure is None else figure.value


def _word(area: str, code: str | None, language: str) -> str | None:
    return None if code is None else table(language).get(f"{area}.{code}", code)


def _tier(visit: Visit | None, language: str) -> CellValue:
    return None if visit is None else _word("tier", visit.tier, language)


def _verdict(visit: Visit | None, language: str) -> CellValue:
    return None if visit is None else _word("verdict", visit.verdict, language)


def _points(visit: Visit) -> CellValue:
    """The score that its word stands with; nothing where there was nothing to judge."""
    return None if visit.suspicion is None or visit.trust_word is None else round(visit.suspicion.value)


def _level(visit: Visit | None, language: str) -> CellValue:
    return None if visit is None else _word("trust", visit.trust_word, language)


def _seen(visit: Visit | None, language: str) -> CellValue:
    """ "2/5: profile, posts"."""
    if visit is None or visit.seen is None:
        return None
    parts = ", ".join(str(_word("trust.part", part, language)) for part in visit.seen)
    return f"{len(visit.seen)}/{KINDS_OF_EVIDENCE}" + (f": {parts}" if parts else "")


def _absent(visit: Visit | None, language: str) -> CellValue:
    codes = () if visit is None else visit.absent or ()
    return "; ".join(str(_word("absent.short", code, language)) for code in codes) or None


def _topics(topics: tuple[str, ...] | None, language: str) -> CellValue:
    """What they post about by the last check, or that it is unclear; nothing where no check has looked."""
    if topics is None:
        return None
    names = {niche.id: getattr(niche.name, language) for niche in niches()}
    return ", ".join(names.get(topic, topic) for topic in topics) or table(language)["web.topics_unclear"]


def _contact(kind: str) -> Callable[[Entry, str], CellValue]:
    def read(visit: Visit) -> CellValue:
        found = (visit.contacts or {}).get(kind, ())
        return "; ".join(_spaced(one) for one in found) or None

    return _visit(read)


def _joined(contacts: tuple[str, ...]) -> CellValue:
    return join_tags(tuple(map(_spaced, contacts))) or None


_MOBILE = re.compile(r"0\d{9}", re.ASCII)


def _spaced(contact: str) -> str:
    """A Vietnamese number in groups: as bare digits a spreadsheet would take its leading 0 away."""
    if _MOBILE.fullmatch(contact):
        return f"{contact[:4]} {contact[4:7]} {contact[7:]}"
    return contact


COLUMNS: tuple[Column, ...] = (
    Column(
        "username",
        lambda e, _: e.username,
        width=22,
        also=(
            *("handle", "user name", "instagram", "instagram username", "instagram handle", "ig", "account"),
            *("link", "url", "profile", "profile link", "instagram link", "link ig", "link instagram"),
            *("tên người dùng", "tài khoản", "tài khoản instagram", "đường dẫn"),
        ),
    ),
    Column("platform", lambda e, _: e.platform, width=12),
    Column("full_name", lambda e, _: e.full_name, width=26, also=("name", "tên", "họ và tên")),
    Column("status", lambda e, language: _word("status", e.status, language), also=("tình trạng",)),
    Column("stage", lambda e, _: e.stage, width=18),
    Column("reject_reason", lambda e, _: e.reject_reason, width=24, also=("reason", "lý do")),
    Column("tags", lambda e, _: join_tags(e.tags), width=24, also=("tag", "labels", "nhãn")),
    Column("note", lambda e, _: e.note, width=40, also=("notes", "comment", "ghi chú")),
    Column("owner", lambda e, _: e.owner, width=18, also=("assigned to", "phụ trách")),
    Column("email", lambda e, _: _joined(e.contacts.emails), width=24, also=("mail",)),
    Column("phone", lambda e, _: _joined(e.contacts.phones), width=16, also=("sđt", "số điện thoại")),
    Column("zalo", lambda e, _: _joined(e.contacts.zalo), width=16),
    Column("address", lambda e, _: e.contacts.address, width=30),
    Column(
        "price_asked",
        _price(lambda p: p.low),
        "number",
        also=("price", "giá", "báo giá", "giá đề nghị", "giá được báo"),
    ),
    Column("price_high", _price(lambda p: p.high), "number"),
    Column("currency", _price(lambda p: p.currency), width=10, also=("tiền tệ",)),
    Column("price_text", _price(lambda p: p.text), width=22),
    Column("price_net", _price(_net), width=10, also=("net / gross",)),
    Column("followers", _visit(lambda v: _value(v.followers)), "whole"),
    Column("followers_low", _visit(lambda v: _low(v.followers)), "whole"),
    Column("followers_high", _visit(lambda v: _high(v.followers)), "whole"),
    Column("tier", lambda e, language: _tier(e.last_check, language), width=10),
    Column("engagement_rate", _visit(lambda v: _value(v.engagement_rate)), "percent"),
    Column("engagement_low", _visit(lambda v: _low(v.engagement_rate)), "percent"),
    Column("engagement_high", _visit(lambda v: _high(v.engagement_rate)), "percent"),
    Column("posts_counted", _visit(lambda v: v.n_posts), "whole"),
    Column("newest_post_at", _visit(lambda v: local_time(v.newest_post_at)), "time", 20),
    Column("posts_per_week", _visit(lambda v: v.posts_per_week), "number"),
    Column("suspicion", _visit(_points), "number"),
    Column("suspicion_word", lambda e, language: _level(e.last_check, language)),
    Column("seen", lambda e, language: _seen(e.last_check, language), width=30),
    Column("absent", lambda e, language: _absent(e.last_check, language), width=30),
    Column("suspicion_low", _visit(lambda v: _low(v.suspicion)), "number"),
    Column("suspicion_high", _visit(lambda v: _high(v.suspicion)), "number"),
    Column(
        "verdict",
        lambda e, language: _verdict(e.last_check, language),
        width=18,
    ),
    Column("checked_at", _visit(lambda v: local_time(v.at)), "time", 20),
    Column("main_topics", lambda e, language: _topics(e.topics, language), width=24),
    Column("bio_emails", _contact("emails"), width=26),
    Column("bio_phones", _contact("phones"), width=18),
    Column("bio_zalo", _contact("zalo"), width=18),
    Column("bio_links", _contact("links"), width=30),
    Column("added_at", lambda e, _: local_time(e.added_at), "time", 20),
    Column(
        "profile_id",
        lambda e, _: e.profile_id,
        width=18,
        also=("instagram id", "ig id", "id instagram", "instagram user id"),
    ),
)


_REAL_DAYS = range(1950, 2100)
"""Years whose days a spreadsheet holds as such, and an import reads back; others stay text."""


def local_time(at: datetime | None) -> CellValue:
    """A moment by the clock of this computer, to the second."""
    if at is None:
        return None
    local = at.astimezone().replace(tzinfo=None, microsecond=0)
    return local if local.year in _REAL_DAYS else at.isoformat(timespec="seconds")


def day_of(text: str) -> CellValue:
    """A day in ISO 8601 as a day; as text where a spreadsheet has no such day."""
    day = date.fromisoformat(text)
    return day if day.year in _REAL_DAYS else text


_SEPARATES = re.compile('[,;"\n\r]')


def join_tags(tags: tuple[str, ...]) -> str:
    """Tags in one cell, separated by a semicolon; all are quoted where one holds a separator, a quote or a line end."""
    line = io.StringIO()
    quotes = any(_SEPARATES.search(tag) for tag in tags)
    quoting: Literal[0, 1] = csv.QUOTE_ALL if quotes else csv.QUOTE_MINIMAL
    csv.writer(line, delimiter=";", lineterminator="", quoting=quoting).writerow(tags)
    return line.getvalue() if tags else ""


def split_tags(cell: str) -> list[str]:
    """Undo ``join_tags``; a list that somebody typed with commas is understood too. Raises csv.Error."""
    separator = ";" if ";" in cell or '"' in cell else ","
    rows = csv.reader([cell], delimiter=separator, skipinitialspace=True, strict=True)
    return [tag.strip() for row in rows for tag in row if tag.strip()]


def normal(heading: str) -> str:
    """A heading for comparison: letters and digits in lower case, single spaces, no Vietnamese marks.

    "Tên tài khoản (*)", "TÊN_TÀI_KHOẢN" and "ten tai khoan" are one heading.
    """
    bare = unicodedata.normalize("NFKD", heading.casefold().replace("đ", "d"))
    kept = (c if c.isalnum() else " " for c in bare if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


@cache
def headings() -> dict[str, str]:
    """Every known heading in its normal form, to the key of its column."""
    return {normal(name): column.key for column in COLUMNS for name in (*_own(column), *column.also)}


@lru_cache(1_024)
def is_own_heading(key: str, heading: str) -> bool:
    """Whether an export writes this heading above the column, in one of its languages."""
    return any(
        normal(heading) == normal(name) for column in COLUMNS if column.key == key for name in _own(column)
    )


def _own(column: Column) -> tuple[str, str, str]:
    return column.key, column.heading("en"), column.heading("vi")


def status_of(cell: str) -> str:
    """A status as code, English or Vietnamese word; unknown words come back as they are."""
    return _statuses().get(normal(cell), cell.strip())


@cache
def _statuses() -> dict[str, str]:
    """Once for all rows: a list has one of these words in each."""
    return {normal(str(_word("status", s, language))): s for s in STATUSES for language in ("en", "vi")}
