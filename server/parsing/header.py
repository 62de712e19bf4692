"""The profile header: user name, three counts, name, biography, link.

Read by structure and order, which have held since 2018, never by generated class names: ``header``, ``h2`` is the user
name, then three cells of a number and a word in the order posts, followers, following. The exact number stands in a
``title`` attribute, on followers only.
"""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import parse_qs, urlsplit

from msgspec import Struct, field

from server.capture import is_username
from server.facts import Count, Unread
from server.parsing.cells import FIELDS, Cell, find_cells
from server.parsing.counts import INVISIBLE, Place, read_count
from server.parsing.document import Document
from server.parsing.grammar import PageGrammar, words
from server.parsing.markup import spans, text_of
from server.parsing.outline import Element, OutlineNode, TextRun, outline, shown

MAX_NODES = 4_000
_BELOW = 8 * 1024
# Generated names and drawings: two thirds of a header's bytes.
_NO_MEANING = re.compile(
    rb'\s(?:class|style|d|points|srcset)="[^"]*"|<(?:path|line|circle|polyline|rect)\b[^>]*>'
)
_MAX_CATEGORY = 60
_ADDRESS = re.compile(
    r"((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?:/[^\s…+]{0,100})?)(?:…|\.\.\.)?(?:\s|$)", re.IGNORECASE
)
_MAX_NAME = 64
"""Characters; Instagram takes no longer name."""
_EDIT = "/accounts/edit"
_BADGE_BOX = "0 0 40 40"
"""The drawing box of the verified mark; the other icons of the header have 24 or 192."""


class Header(Struct, frozen=True):
    """A rendered profile header."""

    username: str | None
    counts: dict[str, tuple[Count | Unread, ...]] = field(default_factory=dict)
    """Readings by field, the exact one first."""
    full_name: str | None = None
    biography: str | None = None
    category: str | None = None
    external_url: str | None = None
    links: tuple[str, ...] = ()
    """The address, also where several are drawn as one button ("linktr.ee/an + 2") and the first is named."""
    is_verified: bool = False
    is_own: bool = False
    """Its own holder looks at it: the header leads to where it is edited."""
    counts_are_links: bool = True
    """False where followers and following cannot be opened: a private account seen by a stranger."""


def read_header(document: Document, grammar: PageGrammar, wanted: str | None = None) -> Header | None:
    """The profile's header, or None on a page without one.

    Other parts of a page have headers too: the one of ``wanted`` with the most counts is the profile's.
    """
    found: list[Header] = []
    for start, stop in spans(document.markup, "header", 8, document.starts[b"header"]):
        header = _parsed(document.markup[start:stop], grammar, wanted)
        if header is not None and not header.counts and _may_be(header.username, wanted):
            # On narrow screens the counts stand in a list of their own below the header: all three, or none.
            below = _parsed(document.markup[start : stop + _BELOW], grammar, wanted)
            header = below if below is not None and len(below.counts) == len(FIELDS) else header
        if header is not None:
            found.append(header)
    return max(found, key=lambda h: (h.username == wanted, len(h.counts)), default=None)


def _may_be(username: str | None, wanted: str | None) -> bool:
    return username is not None and wanted in (None, username)


def _parsed(fragment: bytes, grammar: PageGrammar, wanted: str | None) -> Header | None:
    names = (b"<h2", b"<h1", *((wanted.encode(),) if wanted else ()))
    if not any(name in fragment for name in names):
        return None
    # Stories below the header are not needed, and parsing them would cost more than all the rest.
    menu = fragment.find(b'role="menu"')
    lean = _NO_MEANING.sub(b"", fragment if menu < 0 else fragment[:menu])
    nodes = outline(text_of(lean), MAX_NODES)
    at = _heading(nodes, wanted)
    return None if at is None else _read(nodes, at, grammar)


def _heading(nodes: list[OutlineNode], wanted: str | None) -> int | None:
    """The place of the heading that names the profile; on a page without headings, of ``wanted`` itself."""
    elements = [(i, node) for i, node in enumerate(nodes) if isinstance(node, Element)]
    headings = [(i, node) for i, node in elements if node.tag in ("h1", "h2")]
    if headings:
        return max(headings, key=lambda found: _telling(found[1], wanted))[0]
    return next((i for i, node in elements if wanted and _own_text(node).strip().lower() == wanted), None)


def _own_text(element: Element) -> str:
    """The text in front of the first element inside."""
    first = next(iter(element.pieces()), None)
    return first if isinstance(first, str) else ""


def _telling(heading: Element, wanted: str | None) -> tuple[bool, bool, bool]:
    """How surely a heading names the profile: an h2 before an h1, which may be the site's name or the person's."""
    name = _username(heading)
    return name is not None, heading.tag == "h2", name == wanted


def _username(heading: Element) -> str | None:
    names = (text.translate(INVISIBLE).lower().removeprefix("@") for text in heading.texts())
    return next((name for name in names if is_username(name)), None)


def _read(nodes: list[OutlineNode], at: int, grammar: PageGrammar) -> Header:
    heading, after = nodes[at], nodes[at + 1 :]
    if not isinstance(heading, Element):
        raise TypeError("the heading is an element")
    cells = find_cells(after, grammar)
    openable = [cell.leads_to is not None for key, cell in cells.items() if key != "post_count"]
    first = min((cell.position for cell in cells.values()), default=0)
    last = max((cell.position for cell in cells.values()), default=-1)
    below = _blocks(after[last + 1 :])
    above = _full_name(after[: first + 1], heading)
    address = _external_url(after)
    links = (address,) if address else _drawn_links(after[last + 1 :])
    name = None if above else _name_below(below)
    return Header(
        username=_username(heading),
        counts={key: _readings(key, cells[key], grammar) for key in FIELDS if key in cells},
        full_name=above or (shown(name) if name is not None else None),
        biography=_biography([tag for tag in below if tag is not name]),
        category=_category(below),
        external_url=next(iter(links), None),
        links=links,
        is_verified=_is_verified(nodes, grammar),
        is_own=any(isinstance(n, Element) and n.get("href").startswith(_EDIT) for n in after),
        counts_are_links=not openable or any(openable),
    )


def _readings(name: str, cell: Cell, grammar: PageGrammar) -> tuple[Count | Unread, ...]:
    text = read_count(cell.text, grammar.shown, Place(name, "header_text", f"header {name}"))
    if cell.title is None:
        return (text,)
    return (
        read_count(cell.title, grammar.shown, Place(name, "header_title", f"header {name} [title]")),
        text,
    )


def _full_name(before: list[OutlineNode], heading: Element) -> str | None:
    """In the newer layout the name stands between heading and counts; ``before`` ends with the first number."""
    number = before[-1] if before else None
    around = (number.parent, *number.parent.ancestors()) if isinstance(number, TextRun) else ()
    for tag in _innermost(before[:-1]):
        if tag in around or tag.tag != "span" or _inside_control(tag) or heading.holds(tag):
            continue
        if text := shown(tag):
            return text
    return None


def _blocks(after: list[OutlineNode]) -> list[Element]:
    """The blocks of text below the counts, without those inside buttons and links."""
    return [tag for tag in _innermost(after) if not _inside_control(tag) and shown(tag)]


def _innermost(nodes: list[OutlineNode]) -> list[Element]:
    """Elements with a text direction of their own that hold no other such element."""
    marked = [n for n in nodes if isinstance(n, Element) and n.get("dir") == "auto"][:60]
    return [tag for tag in marked if all(inside.get("dir") != "auto" for inside in tag.inside())]


def _inside_control(tag: Element) -> bool:
    return any(up.tag in ("a", "button") for up in tag.ancestors())


def _category(blocks: list[Element]) -> str | None:
    """A short block of its own (div) above the biography (span)."""
    found = next((tag for tag in blocks if tag.tag == "div"), None)
    text = shown(found) if found is not None else ""
    return text if 0 < len(text) < _MAX_CATEGORY else None


def _name_below(blocks: list[Element]) -> Element | None:
    """The person's name in the layout of 2025-02, where it leads what stands below the counts.

    A biography is marked twice, as a block within a block, or is the h1; a name is one short line of its own.
    """
    first = next((tag for tag in blocks if tag.tag == "span"), None)
    if first is None or "\n" in _with_breaks(first) or len(shown(first)) > _MAX_NAME:
        return None
    is_within = any(up.tag in ("span", "div") and up.get("dir") == "auto" for up in first.ancestors())
    return None if is_within else first


def _biography(blocks: list[Element]) -> str | None:
    """The longest text below the counts; the newest layouts mark it as h1."""
    spans = [tag for tag in blocks if tag.tag in ("span", "h1")]
    if not spans:
        return None
    return _with_breaks(max(spans, key=lambda tag: (tag.tag == "h1", len(shown(tag))))) or None


def _with_breaks(tag: Element) -> str:
    """The text with the lines that its author made."""
    lines = [""]
    for piece in tag.pieces():
        if isinstance(piece, str):
            lines[-1] += piece
        elif piece.tag == "br":
            lines.append("")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def _external_url(after: list[OutlineNode]) -> str | None:
    for node in after:
        if isinstance(node, Element) and node.tag == "a" and "nofollow" in node.get("rel"):
            href = node.get("href")
            if href.startswith("http"):
                return unwrapped(href)
    return None


def _drawn_links(below: list[OutlineNode]) -> tuple[str, ...]:
    """The address that a button names for several: "linktr.ee/an + 2", "linktr.ee/an và 2 liên kết khác"."""
    buttons = (
        n for n in below if isinstance(n, Element) and (n.tag == "button" or n.get("role") == "button")
    )
    found = (_ADDRESS.match(shown(button)[:200]) for button in islice(buttons, 20))
    return tuple(f"https://{match[1]}" for match in found if match)[:1]


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


def _is_verified(nodes: list[OutlineNode], grammar: PageGrammar) -> bool:
    labels = words(grammar.language, "verified")
    for node in nodes:
        if not isinstance(node, Element):
            continue
        if node.tag == "svg" and (node.get("aria-label") in labels or node.get("viewbox") == _BADGE_BOX):
            return True
        if node.tag == "span" and node.get("title") in labels:
            return True
    return False
