"""Whom a cell names: links, @names, labelled, decorated and bare user names; never the words of a link or a label."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

from server.errors import BadUsername
from server.handles import INSTAGRAM, handle_on
from server.sheet_import import platforms
from server.sheet_import.words import fold, names_nobody, plain, words_of

_LONGEST = 600
"""Characters of a cell that may name a creator."""
_MOST = 10
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_AT = re.compile(r"(?<![\w.])@\s?([A-Za-z0-9._]{1,40})")
_LABELLED = re.compile(
    r"(?<![\w.])(instagram|insta|ig|tik\s?tok|tt|youtube|yt|facebook|fb|threads|username|user|nick|handle|id|acc|account|tk|kenh|kênh)\s*[:\-\u2013=]\s*@?\s?([A-Za-z0-9._]{2,40})",
    re.IGNORECASE,
)
_MARK = re.compile("[@:\\-\u2013=]")
"""Without one of these a text has no label and no @name."""
_PICTURES_FROM = re.compile("[\u2001-\U0010ffff]")
_WORD = re.compile(r"[A-Za-z0-9._]{1,30}")
_TELLING = re.compile(
    r"(?<![\w.@])(?=[A-Za-z0-9._]{0,30}[A-Za-z])[A-Za-z0-9_]{1,29}[._][A-Za-z0-9._]{1,29}(?![\w@])"
)
"""A word that only a user name looks like: a dot or a line low between letters."""
_LEADING = re.compile(r"([A-Za-z0-9._]{2,30})\s*(?:[(\[|/,;\u2013\u2014]|\s-\s|-\s|:\s)")
_NUMBER = re.compile(r"[0-9.,]+(?:k|m|tr|tri?eu)?", re.IGNORECASE)
_ENDINGS = (".com", ".vn", ".net", ".org", ".jpg", ".png", ".pdf", ".xlsx", ".docx")
LABELS = frozenset(
    [
        "link",
        "links",
        "url",
        "here",
        "click",
        "xem",
        "kenh",
        "profile",
        "instagram",
        "insta",
        "ig",
        "ins",
        "tiktok",
        "tt",
        "youtube",
        "yt",
        "facebook",
        "fb",
        "threads",
        "page",
        "website",
        "web",
        "channel",
        "account",
        "username",
        "user",
        "handle",
        "nick",
        "name",
        "ten",
        "id",
        "tong",
        "total",
        "sum",
        "avg",
        "kol",
        "koc",
        "kols",
        "creator",
        "influencer",
        "detail",
        "details",
        "view",
        "open",
        "day",
        "tai",
        "video",
        "post",
        "reel",
        "story",
        "demo",
        "test",
        "brief",
        "file",
        "drive",
        "done",
        "ok",
        "yes",
        "new",
        "stt",
        "beauty",
        "fashion",
        "food",
        "travel",
        "lifestyle",
        "mom",
    ]
)
"""Folded: words that stand on a link or in a table, and are nobody's name unless a link says so."""


class Handle(Struct, frozen=True):
    """A name that a cell gives."""

    name: str
    platform: str | None = None
    """None where the cell does not say."""

    def address(self, default: str = INSTAGRAM) -> str | None:
        """As the list keeps it ("lan.an", "tiktok:lan.an"); None for what cannot be a name there."""
        try:
            return handle_on(self.platform or default, self.name)
        except BadUsername:
            return None


class HandleCell(Struct, frozen=True):
    """What was found in a cell, surest first."""

    handles: tuple[Handle, ...]
    sure: bool
    """Whether a link, an @ or a label says that it is a name."""
    pointless: bool = False
    """An address that leads to a post or is shortened: it names nobody."""


NOTHING = HandleCell((), sure=False)


def read(text: str, link: str | None = None) -> HandleCell:
    """The creators whom a cell names, with the address behind it. Bounded in the length of the cell.

    What a row is and whom it names are two questions to one cell: the cells that were read last are remembered.
    """
    return _read(text[:_LONGEST], link)


@lru_cache(256)
def _read(text: str, link: str | None) -> HandleCell:
    behind = _linked([link]) if link else NOTHING
    if behind.handles:
        return behind
    text = _without_pictures(plain(text))
    if len(text) >= _LONGEST or names_nobody(text):
        return behind
    linked = _linked(platforms.addresses(text))
    if linked.handles or linked.pointless:
        rest = _marked(platforms.without_addresses(text))
        if linked.handles and _says_only_names(platforms.without_addresses(text)):
            return HandleCell((*rest, *linked.handles), sure=True)
        return linked if linked.handles else HandleCell(rest, sure=True) if rest else linked
    found = _marked(text)
    if found:
        return HandleCell(found, sure=True)
    bare = _bare(text)
    return HandleCell((bare,), sure=False) if bare else behind


def _linked(addresses: list[str]) -> HandleCell:
    pages = [page for address in addresses[:_MOST] if (page := platforms.page_of(address))]
    found = dict.fromkeys(Handle(name, platform) for platform, name in pages if name)
    valid = tuple(handle for handle in found if handle.address())
    return HandleCell(valid, sure=True, pointless=bool(pages) and not valid)


def _says_only_names(text: str) -> bool:
    """Whether beside its links a cell has @names and what parts them: "@an.an / youtube.com/@an.an"."""
    return not re.search(r"[^\W_]", _AT.sub(" ", text))


def _marked(text: str) -> tuple[Handle, ...]:
    """Names behind a label or an @."""
    if not _MARK.search(text):
        return ()
    text = _EMAIL.sub(" ", text)
    found: dict[str, Handle] = {}
    for match in _LABELLED.finditer(text):
        label, name = fold(match[1]).replace(" ", ""), match[2].rstrip(".")
        if fold(name) not in LABELS and not _NUMBER.fullmatch(name):
            found.setdefault(name.lower(), Handle(name, (platforms.named(label) or (None,))[0]))
    for match in _AT.finditer(text):
        name = match[1].rstrip(".")
        label = text[: match.start()].rstrip(" :-(").split(" ")[-1]
        found.setdefault(name.lower(), Handle(name, (platforms.named(label) or (None,))[0]))
    return tuple(handle for handle in list(found.values())[:_MOST] if handle.address())


def _bare(text: str) -> Handle | None:
    """A name alone, before or in brackets, or the one word that only a name looks like."""
    text = (_EMAIL.sub(" ", text) if "@" in text else text).strip(" ;,")
    if _is_name(text):
        return Handle(text)
    leading = _LEADING.match(text)
    if leading and _is_name(leading[1]):
        return Handle(leading[1])
    telling = [m.group() for m in _TELLING.finditer(text) if _is_name(m.group().strip("."))]
    if len(set(telling)) == 1:
        return Handle(telling[0].strip("."))
    first = text.split(" ")[0]
    return Handle(first) if " " in text and _has_sign(first) and _is_name(first) else None


def _is_name(word: str) -> bool:
    if not _WORD.fullmatch(word) or fold(word) in LABELS or word.lower().endswith(_ENDINGS):
        return False
    return not _NUMBER.fullmatch(word) and not word.isdigit() and Handle(word).address() is not None


def _has_sign(word: str) -> bool:
    return any(sign in word.strip(".") for sign in "._") or any(c.isdigit() for c in word)


def _without_pictures(text: str) -> str:
    """Without emoji and other signs of decoration."""
    if not _PICTURES_FROM.search(text):
        return text
    kept = (
        " " if unicodedata.category(c) in ("So", "Sk", "Cs", "Co", "Mn", "Cf") and ord(c) > 0x2000 else c
        for c in text
    )
    return " ".join("".join(kept).split())


def looks_like_name(text: str) -> bool:
    """Whether a cell is one bare word that may be a user name, in its usual spelling."""
    word = plain(text[:80]).removeprefix("@")
    return _is_name(word) and (word == word.lower() or _has_sign(word)) and bool(words_of(word))


def is_label(text: str) -> bool:
    """Whether all words of a text are such as stand on links."""
    return all(word in LABELS for word in words_of(text).split())
