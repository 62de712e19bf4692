"""The profile header: user name, three counts, name, biography, link.

Read by structure and order, which have held since 2018, never by generated class names: ``header``, ``h2`` is the user
name, then three cells of a number and a word in the order posts, followers, following. The exact number stands in a
``title`` attribute, on followers only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup, Tag

from server.capture import USERNAME
from server.facts import Count, Unread
from server.parsing.counts import Place, find_numbers, read_count
from server.parsing.document import Document, elements
from server.parsing.grammar import PageGrammar, all_words, words

_FIELDS = ("post_count", "followers", "following")
_DIGIT = re.compile(r"\d")
_MAX_NUMBER = 40
_MAX_CELL = 80
_MAX_NUMBERS = 60
_MAX_CLIMB = 12
_MAX_DEPTH = 200
_MAX_TEXTS = 60
_BADGE_BOX = "0 0 40 40"
"""The drawing box of the verified mark; the other icons of the header have 24 or 192."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One of the three counts as it stands in the header."""

    text: str
    title: str | None
    is_link: bool
    locator: str


@dataclass(frozen=True, slots=True)
class Header:
    """A rendered profile header."""

    username: str | None
    counts: dict[str, tuple[Count | Unread, ...]] = field(default_factory=dict)
    """Readings by field, the exact one first."""
    full_name: str | None = None
    biography: str | None = None
    category: str | None = None
    external_url: str | None = None
    is_verified: bool = False
    counts_are_links: bool = True
    """False where followers and following cannot be opened: a private account seen by a stranger."""


def read_header(document: Document, grammar: PageGrammar) -> Header | None:
    """The profile's header, or None on a page without one."""
    for fragment in elements(document.markup, "header", limit=8):
        if "<h2" not in fragment and "<h1" not in fragment:
            continue
        # Stories below the header are not needed, and parsing them would cost more than all the rest.
        menu = fragment.find('role="menu"')
        soup = BeautifulSoup(fragment if menu < 0 else fragment[:menu], "lxml")
        heading = soup.find(["h2", "h1"])
        if isinstance(heading, Tag):
            return _read(soup, heading, grammar)
    return None


def _read(soup: BeautifulSoup, heading: Tag, grammar: PageGrammar) -> Header:
    name = heading.get_text(strip=True).lower()
    cells = _cells(heading, grammar)
    links = [cell for key, cell in cells.items() if key != "post_count"]
    after = _texts_after(_last_number(heading, cells))
    return Header(
        username=name if USERNAME.fullmatch(name) else None,
        counts={key: _readings(key, cell, grammar) for key, cell in cells.items()},
        full_name=_full_name(heading, cells),
        biography=after.get("biography"),
        category=after.get("category"),
        external_url=_external_url(soup),
        is_verified=_is_verified(soup, grammar),
        counts_are_links=not links or any(cell.is_link for cell in links),
    )


# --- the three counts ---------------------------------------------------------------------------------------


def _cells(heading: Tag, grammar: PageGrammar) -> dict[str, Cell]:
    """The cells by field; an href or a title names a cell more surely than its place."""
    found: list[Tag] = []
    triple: list[Tag] = []
    for tag in _number_cells(heading, grammar):
        found.append(tag)
        if len(found) >= 3 and _side_by_side(found[-3:]):
            triple = found[-3:]
            break
    cells = {name: _cell(tag, name) for name, tag in zip(_FIELDS, triple, strict=False)}
    for tag in found:
        kind = _named(tag)
        if kind is not None and (tag not in triple or _FIELDS[triple.index(tag)] != kind):
            cells[kind] = _cell(tag, kind)
    return cells


def _number_cells(heading: Tag, grammar: PageGrammar) -> Iterator[Tag]:
    """Elements after the heading that hold one number and a word for it."""
    seen: set[int] = set()
    for text in heading.find_all_next(string=_DIGIT, limit=_MAX_NUMBERS):
        node = text.parent
        shown = text.strip()
        if node is None or len(shown) > _MAX_CELL or not any(find_numbers(shown, grammar.shown)):
            continue
        cell = _with_label(node, shown)
        if cell is not None and id(cell) not in seen:
            seen.add(id(cell))
            yield cell


def _with_label(node: Tag, shown: str) -> Tag | None:
    """The smallest element that has more text than the number; None where the number stands for itself."""
    own = _short_text(node)
    if own is None or (own == shown and not _is_bare(shown)):
        return node if own == shown else None  # number and word in one text
    if own != shown:
        return node if len(shown) <= _MAX_NUMBER else None
    for parent in islice(node.parents, _MAX_CLIMB):
        text = _short_text(parent)
        if text is None:
            return None
        if text != own:
            return parent
    return None


def _short_text(tag: Tag, limit: int = _MAX_CELL) -> str | None:
    """The text of an element, or None where it is longer than a cell's can be."""
    pieces: list[str] = []
    length = 0
    for piece in islice(tag.stripped_strings, _MAX_CELL):
        length += len(piece) + 1
        if length > limit + 1:
            return None
        pieces.append(piece)
    return " ".join(pieces)


def _is_bare(text: str) -> bool:
    """True for a number with at most a unit."""
    return sum(c.isalpha() for c in text) <= 6 and not re.search(r"\d\s+\w{5}", text) and text[:1].isdecimal()


def _side_by_side(cells: list[Tag]) -> bool:
    """True where the elements that show nothing but these cells stand equally deep under one short parent."""
    outermost = [_outermost(cell) for cell in cells]
    depths = {sum(1 for _ in islice(tag.parents, _MAX_DEPTH)) for tag in outermost}
    parent = outermost[0].parent
    for _ in range(3):
        if parent is None:
            return False
        if all(any(up is parent for up in islice(tag.parents, 4)) for tag in outermost):
            return len(depths) == 1 and _short_text(parent, 3 * _MAX_CELL) is not None
        parent = parent.parent
    return False


def _outermost(cell: Tag) -> Tag:
    """The highest element that shows nothing but the cell."""
    text = _short_text(cell)
    for parent in islice(cell.parents, _MAX_CLIMB):
        if _short_text(parent) != text:
            break
        cell = parent
    return cell


def _named(tag: Tag) -> str | None:
    link = tag if tag.name == "a" else tag.find_parent("a") or tag.find("a")
    href = str(link.get("href", "")) if isinstance(link, Tag) else ""
    for kind in ("followers", "following"):
        if href.rstrip("/").endswith(f"/{kind}"):
            return kind
    return "followers" if _title(tag) else None


def _title(tag: Tag) -> str | None:
    holder = tag if tag.has_attr("title") else tag.find(title=_DIGIT)
    title = str(holder.get("title", "")) if isinstance(holder, Tag) else ""
    return title if _DIGIT.search(title) else None


def _cell(tag: Tag, name: str) -> Cell:
    link = tag if tag.name == "a" else tag.find_parent("a") or tag.find("a")
    return Cell(
        text=_number_text(tag),
        title=_title(tag),
        is_link=isinstance(link, Tag),
        locator=f"header {name}",
    )


def _number_text(tag: Tag) -> str:
    """The text of the innermost element with the number, or the cell's where the word stands beside it."""
    for text in tag.find_all(string=_DIGIT):
        return text.strip()
    return tag.get_text(" ", strip=True)


def _readings(name: str, cell: Cell, grammar: PageGrammar) -> tuple[Count | Unread, ...]:
    readings: list[Count | Unread] = []
    if cell.title is not None:
        place = Place(name, "header_title", f"{cell.locator} [title]")
        readings.append(read_count(cell.title, grammar.shown, place))
    readings.append(read_count(cell.text, grammar.shown, Place(name, "header_text", cell.locator)))
    return tuple(readings)


# --- words --------------------------------------------------------------------------------------------------


def _last_number(heading: Tag, cells: dict[str, Cell]) -> Tag:
    """The element after which name, category and biography stand."""
    last = heading
    wanted = {cell.text for cell in cells.values()}
    for text in heading.find_all_next(string=_DIGIT, limit=_MAX_NUMBERS):
        if text.strip() in wanted and text.parent is not None:
            wanted.discard(text.strip())
            last = text.parent
    return last


def _full_name(heading: Tag, cells: dict[str, Cell]) -> str | None:
    """In the newer layout the name stands between heading and counts."""
    stop = _last_number(heading, cells)
    for tag in heading.find_all_next("span", dir="auto", limit=_MAX_TEXTS):
        if tag is stop or stop in tag.descendants or tag.find_parent("h2") is not None:
            return None
        text = tag.get_text(" ", strip=True)
        if text and not tag.find_parent(["button", "a"]) and not _DIGIT.match(text):
            return text
    return None


def _texts_after(last: Tag) -> dict[str, str]:
    """Category (a block of its own) and biography (the longest text) among the blocks below the counts."""
    found: dict[str, str] = {}
    buttons = ("button", "a")
    for tag in last.find_all_next(["span", "div", "h1"], dir="auto", limit=_MAX_TEXTS):
        inside = tag.find_parent(buttons) is not None or tag.find_parent(attrs={"role": "menu"}) is not None
        if inside or tag.find(dir="auto") is not None or last in tag.descendants:
            continue
        text = tag.get_text("\n", strip=True)
        if not text or (
            _DIGIT.match(text) is not None and len(text) < _MAX_NUMBER and tag.name == "span" and not found
        ):
            continue
        if tag.name == "div" and "category" not in found and len(text) < 60:
            found["category"] = text
        elif len(text) > len(found.get("biography", "")) or tag.name == "h1":
            found["biography"] = _with_breaks(tag)
    return found


def _with_breaks(tag: Tag) -> str:
    lines: list[str] = [""]
    for piece in tag.descendants:
        if isinstance(piece, Tag):
            if piece.name == "br":
                lines.append("")
        else:
            lines[-1] += str(piece)
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def _external_url(soup: BeautifulSoup) -> str | None:
    for link in soup.find_all("a", rel=True, href=True):
        relations = link.get("rel") or ""
        if "nofollow" not in relations:
            continue
        return unwrapped(str(link["href"]))
    return None


def unwrapped(href: str) -> str:
    """The target behind Instagram's redirect."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return href
    if parts.hostname != "l.instagram.com":
        return href
    target = parse_qs(parts.query).get("u", [href])[0]
    return target.split("?fbclid=")[0].split("&fbclid=")[0]


def _is_verified(soup: BeautifulSoup, grammar: PageGrammar) -> bool:
    labels = set(words(grammar.language, "verified")) if grammar.language else set(all_words("verified"))
    for icon in soup.find_all("svg"):
        if (
            icon.get("aria-label") in labels
            or icon.get("viewbox") == _BADGE_BOX
            or icon.get("viewBox") == _BADGE_BOX
        ):
            return True
    return any(tag.get("title") in labels for tag in soup.find_all("span", title=True))
