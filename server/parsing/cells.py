"""The three counts of the header: which elements hold them, told from every other number there.

A cell is the smallest element that shows one number and a word for it. Three cells that stand equally deep under one
short parent are the counts; a number in a name, a biography or a list of mutual followers never stands so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from server.parsing.counts import has_number, is_bare
from server.parsing.grammar import PageGrammar
from server.parsing.outline import Element, OutlineNode, TextRun

FIELDS = ("post_count", "followers", "following")
"""In the order of the header."""
_DIGIT = re.compile(r"\d")
_MAX_NUMBER = 40
_MAX_CELL = 80
_MAX_NUMBERS = 60
_MAX_CLIMB = 12


class Cell(Struct, frozen=True):
    """A number with its word, as it stands in the header."""

    tag: Element
    text: str
    title: str | None
    leads_to: str | None
    """The address of the link around it or inside; None where there is none."""
    position: int
    """Index of the number's text among the nodes after the heading."""


def find_cells(after: Sequence[OutlineNode], grammar: PageGrammar) -> dict[str, Cell]:
    """The cells by field among the nodes after the heading.

    An href (``/NAME/followers/``) or the only title names a cell more surely than its place.
    """
    found: list[Cell] = []
    for cell in _number_cells(after, grammar):
        found.append(cell)
        triple = found[-3:]
        if len(triple) == 3 and _agree(triple) and _side_by_side([cell.tag for cell in triple]):
            return dict(zip(FIELDS, triple, strict=True))
    # No three cells stand as they should: only what names itself is believed.
    named = [(name, cell) for cell, name in zip(found, _names(found), strict=True) if name is not None]
    return dict(reversed(named))


def _agree(triple: Sequence[Cell]) -> bool:
    """True where no cell is named as something else than its place says."""
    return all(name in (None, place) for name, place in zip(_names(triple), FIELDS, strict=True))


def _number_cells(after: Sequence[OutlineNode], grammar: PageGrammar) -> Iterator[Cell]:
    seen: set[int] = set()
    looked_at = 0
    for position, node in enumerate(after):
        if not isinstance(node, TextRun) or not _DIGIT.search(node.text):
            continue
        looked_at += 1
        if looked_at > _MAX_NUMBERS:
            return
        text, parent = node.text.strip(), node.parent
        if len(text) > _MAX_CELL or not has_number(text, grammar.shown):
            continue
        tag = _with_label(parent, text, grammar)
        if tag is not None and id(tag) not in seen:
            seen.add(id(tag))
            yield Cell(tag, text, _title(tag), _address(tag), position)


def _with_label(node: Element, shown: str, grammar: PageGrammar) -> Element | None:
    """The smallest element that has more text than the number; None where the number stands for itself."""
    own = short_text(node)
    if own is None or (own == shown and not is_bare(shown, grammar.shown)):
        return node if own == shown else None  # number and word in one text
    if own != shown:
        return node if len(shown) <= _MAX_NUMBER else None
    for parent in islice(node.ancestors(), _MAX_CLIMB):
        text = short_text(parent)
        if text is None:
            return None
        if text != own:
            return parent
    return None


def short_text(tag: Element, limit: int = _MAX_CELL) -> str | None:
    """The text of an element, or None where it is longer than a cell's can be."""
    text = " ".join(tag.texts()[:_MAX_CELL])
    return text if len(text) <= limit else None


def _side_by_side(cells: list[Element]) -> bool:
    """True where the elements that show nothing but these cells stand equally deep under one short parent."""
    outermost = [_outermost(cell) for cell in cells]
    if len({sum(1 for _ in tag.ancestors()) for tag in outermost}) != 1:
        return False
    around = (up for up in islice(outermost[0].ancestors(), 3) if all(up.holds(tag) for tag in outermost))
    parent = next(around, None)
    return parent is not None and short_text(parent, 3 * _MAX_CELL) is not None


def _outermost(cell: Element) -> Element:
    """The highest element that shows nothing but the cell."""
    text = short_text(cell)
    for parent in islice(cell.ancestors(), _MAX_CLIMB):
        if short_text(parent) != text:
            break
        cell = parent
    return cell


def _names(cells: Sequence[Cell]) -> list[str | None]:
    """What the cells are by their links; without a link to them, the only title is that of the followers."""
    linked = [_linked(cell.leads_to) for cell in cells]
    titled = [cell.title is not None for cell in cells]
    if "followers" in linked or sum(titled) != 1:
        return linked
    return [name or ("followers" if title else None) for name, title in zip(linked, titled, strict=True)]


def _linked(address: str | None) -> str | None:
    """The list that an address leads to."""
    path = (address or "").split("?")[0].rstrip("/")
    return next((kind for kind in ("followers", "following") if path.endswith(f"/{kind}")), None)


def _address(tag: Element) -> str | None:
    """That of the link around or inside a cell."""
    climb = (tag, *islice(tag.ancestors(), _MAX_CLIMB - 1))
    around = next((up for up in climb if up.tag in ("a", "li")), None)
    if around is not None and around.tag == "a":
        return around.get("href")
    return next((inside.get("href") for inside in tag.inside() if inside.tag == "a"), None)


def _title(tag: Element) -> str | None:
    titles = (title for inside in (tag, *tag.inside()) if (title := inside.get("title")))
    return next((title for title in titles if _DIGIT.search(title)), None)
