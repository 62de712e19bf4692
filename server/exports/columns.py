"""The columns of a shortlist file: one table for CSV, XLSX and the import, in English and Vietnamese."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any, Literal

from msgspec import Struct

from server.messages import table
from server.money import Price
from server.store.records import STATUSES, Figure, Visit
from server.topics.niches import niches

CellValue = str | float | int | datetime | date | None
"""Times without a zone are those of this computer's clock, as a spreadsheet shows them."""
KINDS_OF_EVIDENCE = 5
"""As many as server.scoring.completeness.PARTS has, which loads numpy."""
EntryPart = Literal["entry", "last_check", "price_asked"]
ColumnKind = Literal["text", "number", "whole", "percent", "time", "day"]


class Column(Struct, frozen=True):
    """One column: its key, what stands in it, and other headings under which an import finds it."""

    key: str
    value: Callable[[Any, str], CellValue]
    """From what ``of`` names, and the language."""
    kind: ColumnKind = "text"
    width: int = 14
    """Characters, for the workbook."""
    also: tuple[str, ...] = ()
    of: EntryPart = "entry"
    """What of an entry is read; where it has none, the cell is empty."""
    named: str = ""
    """Of an own field or day: what the user calls it."""

    def heading(self, language: str) -> str:
        word = table(language)[f"column.{self.key}"]
        return f"{self.named} ({word})" if self.named else word


def _low(figure: Figure | None) -> CellValue:
    return None if figure is None else figure.low


def _high(figure: Figure | None) -> CellValue:
    return None if figure is None else figure.high


def _price(
    key: str,
    read: Callable[[Price, str], CellValue],
    kind: ColumnKind = "text",
    width: int = 14,
    also: tuple[str, ...] = (),
) -> Column:
    return Column(key, read, kind, width, also, of="price_asked")


def _net(price: Price, _language: str) -> CellValue:
    return None if price.net is None else "net" if price.net else "gross"


def _visit(
    key: str, read: Callable[[Visit, str], CellValue], kind: ColumnKind = "text", width: int = 14
) -> Column:
    return Column(key, read, kind, width, of="last_check")


def _value(figure: Figure | None) -> CellValue:
    return None if figure is None else figure.value


def _word(area: str, code: str | None, language: str) -> str | None:
    return None if code is None else table(language).get(f"{area}.{code}", code)


def _tier(visit: Visit, language: str) -> CellValue:
    return _word("tier", visit.tier, language)


def _verdict(visit: Visit, language: str) -> CellValue:
    return _word("verdict", visit.verdict, language)


def _points(visit: Visit, _language: str) -> CellValue:
    """The score that its word stands with; nothing where there was nothing to judge."""
    return None if visit.suspicion is None or visit.trust_word is None else round(visit.suspicion.value)


def _level(visit: Visit, language: str) -> CellValue:
    return _word("trust", visit.trust_word, language)


def _seen(visit: Visit, language: str) -> CellValue:
    """ "2/5: profile, posts"."""
    if visit.seen is None:
        return None
    parts = ", ".join(str(_word("trust.part", part, language)) for part in visit.seen)
    return f"{len(visit.seen)}/{KINDS_OF_EVIDENCE}" + (f": {parts}" if parts else "")


def _absent(visit: Visit, language: str) -> CellValue:
    return "; ".join(str(_word("absent.short", code, language)) for code in visit.absent or ()) or None


def _topics(topics: tuple[str, ...] | None, language: str) -> CellValue:
    """What they post about by the last check, or that it is unclear; nothing where no check has looked."""
    if topics is None:
        return None
    names = _niches(language)
    return ", ".join(names.get(topic, topic) for topic in topics) or table(language)["web.topics_unclear"]


@cache
def _niches(language: str) -> dict[str, str]:
    """The names of all niches by their ids; once for all rows."""
    return {niche.id: getattr(niche.name, language) for niche in niches()}


def _contact(key: str, kind: str, width: int) -> Column:
    def read(visit: Visit, _language: str) -> CellValue:
        found = (visit.contacts or {}).get(kind, ())
        return "; ".join(_spaced(one) for one in found) or None

    return _visit(key, read, width=width)


def _joined(contacts: tuple[str, ...]) -> CellValue:
    return join_tags(tuple(map(_spaced, contacts))) if contacts else None


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
    _price(
        "price_asked",
        lambda p, _: p.low,
        "number",
        also=("price", "giá", "báo giá", "giá đề nghị", "giá được báo"),
    ),
    _price("price_high", lambda p, _: p.high, "number"),
    _price("currency", lambda p, _: p.currency, width=10, also=("tiền tệ",)),
    _price("price_text", lambda p, _: p.text, width=22),
    _price("price_net", _net, width=10, also=("net / gross",)),
    _visit("followers", lambda v, _: _value(v.followers), "whole"),
    _visit("followers_low", lambda v, _: _low(v.followers), "whole"),
    _visit("followers_high", lambda v, _: _high(v.followers), "whole"),
    _visit("tier", _tier, width=10),
    _visit("engagement_rate", lambda v, _: _value(v.engagement_rate), "percent"),
    _visit("engagement_low", lambda v, _: _low(v.engagement_rate), "percent"),
    _visit("engagement_high", lambda v, _: _high(v.engagement_rate), "percent"),
    _visit("posts_counted", lambda v, _: v.n_posts, "whole"),
    _visit("newest_post_at", lambda v, _: local_time(v.newest_post_at), "time", 20),
    _visit("posts_per_week", lambda v, _: v.posts_per_week, "number"),
    _visit("suspicion", _points, "number"),
    _visit("suspicion_word", _level),
    _visit("seen", _seen, width=30),
    _visit("absent", _absent, width=30),
    _visit("suspicion_low", lambda v, _: _low(v.suspicion), "number"),
    _visit("suspicion_high", lambda v, _: _high(v.suspicion), "number"),
    _visit("verdict", _verdict, width=18),
    _visit("checked_at", lambda v, _: local_time(v.at), "time", 20),
    Column("main_topics", lambda e, language: _topics(e.topics, language), width=24),
    _contact("bio_emails", "emails", 26),
    _contact("bio_phones", "phones", 18),
    _contact("bio_zalo", "zalo", 18),
    _contact("bio_links", "links", 30),
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
    if all(tag and tag.isprintable() and not _SEPARATES.search(tag) for tag in tags):
        return ";".join(tags)  # like almost all
    line = io.StringIO()
    quotes = any(_SEPARATES.search(tag) for tag in tags)
    quoting: Literal[0, 1] = csv.QUOTE_ALL if quotes else csv.QUOTE_MINIMAL
    csv.writer(line, delimiter=";", lineterminator="", quoting=quoting).writerow(tags)
    return line.getvalue()


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
