"""Where the headings of a sheet stand: below titles, over two rows, merged down and right, or nowhere."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from msgspec import Struct

from server.exports.grids import Grid, Line, Merge
from server.exports.own_columns import is_own_header
from server.sheet_import import handles, statuses
from server.sheet_import.headings import HANDLE, meaning_of
from server.sheet_import.words import words_of

MAX_ABOVE = 60
"""Rows that are not blank above the headings."""
_MOST_HEADING = 80
_SAMPLE = 30
"""Rows of data that are looked at where no heading is known."""


class Headings(Struct, frozen=True):
    """The headings of a sheet and where its data begins."""

    texts: tuple[str, ...]
    """One a column; "" where nothing stands above it."""
    groups: tuple[str, ...]
    """What stands in the row above a heading, "" where nothing does."""
    first: int
    """Index of the first line of data."""
    row: int | None
    """Number of the heading row; None where there is none."""
    is_export: bool = False
    """Whether Soi wrote them: then they mean what they say, whatever stands below."""
    shape: str = ""
    """Where there are no headings: what stands in each column, as signs, by which the next such sheet is known."""

    def signature(self) -> str:
        """The same for every sheet with these headings, however they are written, or of this shape where it has none."""
        if self.row is None and not self.shape:
            return ""
        words = "\n".join((*filter(None, (self.shape,)), *map(words_of, (*self.groups, *self.texts))))
        return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:32]


def find(grid: Grid) -> Headings:
    """The best row of headings near the top, joined with the one above or below it; an export's own first row."""
    if grid.lines and is_own_header(grid.lines[0][1], is_marked=grid.is_marked):
        return _of_export(grid)
    lines = [_carried(line, grid.merges) for line in grid.lines[: MAX_ABOVE + 2]]
    width = max((len(cells) for _, cells in grid.lines), default=0)
    scores = [_score(cells) for _, cells in lines[: MAX_ABOVE + 1]]
    best = max(range(len(scores)), key=lambda index: (scores[index], -index), default=0)
    if scores and _is_believed(scores[best], lines, best, width):
        return _joined(lines, scores, best, width)
    place = _unlike_below(grid.lines)
    if place is None:
        return Headings(("",) * width, ("",) * width, 0, None, shape=_shape(grid.lines, width))
    number, cells = grid.lines[place]
    texts = tuple(cell.strip() for cell in _padded(cells, width))
    return Headings(texts, ("",) * width, place + 1, number)


def _unlike_below(lines: Sequence[Line]) -> int | None:
    """Index of a first row that heads columns in words nobody knows: short texts above links and numbers."""
    place = next(
        (i for i, (_, cells) in enumerate(lines[:5]) if sum(map(bool, map(str.strip, cells))) > 1), None
    )
    if place is None:
        return None
    heads = [cell.strip() for cell in lines[place][1]]
    said = [head for head in heads if head]
    if len(set(said)) < len(said) or any(len(head) > _MOST_HEADING or is_data(head) for head in said):
        return None
    below = [cells for _, cells in lines[place + 1 : place + 1 + _SAMPLE]]
    return place if any(head and _is_data_below(below, i) for i, head in enumerate(heads)) else None


def _is_data_below(rows: Sequence[Sequence[str]], place: int) -> bool:
    cells = [cells[place].strip() for cells in rows if place < len(cells) and cells[place].strip()]
    return len(cells) > 1 and sum(map(is_data, cells)) > len(cells) * 0.6


def _shape(lines: Sequence[Line], width: int) -> str:
    """Of each column whether most of its first cells are blank, links or names, numbers, or words."""
    rows = [cells for _, cells in lines[:_SAMPLE]]
    return "".join(
        _sign([cells[place] if place < len(cells) else "" for cells in rows]) for place in range(width)
    )


def _sign(cells: Sequence[str]) -> str:
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) * 2 < len(cells):
        return "_"
    if sum(handles.read(cell).sure for cell in filled) * 2 > len(filled):
        return "@"
    return "0" if sum(map(is_data, filled)) * 2 > len(filled) else "a"


def _of_export(grid: Grid) -> Headings:
    """Own fields may be called anything: no row but the first one is looked at."""
    width = max(len(cells) for _, cells in grid.lines)
    number, cells = grid.lines[0]
    return Headings(tuple(_padded(cells, width)), ("",) * width, 1, number, is_export=True)


def _joined(lines: list[Line], scores: list[float], best: int, width: int) -> Headings:
    """Two rows of headings as one: the lower one counts, the upper one where nothing stands below."""
    below = best + 1
    if below < len(scores) and _continues(lines[best], lines[below], scores[below]):
        upper, lower = lines[best][1], lines[below]
    elif best and _is_group_row(lines[best - 1], lines[best]):
        upper, lower, below = lines[best - 1][1], lines[best], best
    else:
        upper, lower, below = [], lines[best], best
    top, bottom = _padded(_to_the_right(upper, lower[1]), width), _padded(lower[1], width)
    texts = tuple((low or high).strip() for high, low in zip(top, bottom, strict=True))
    groups = tuple(
        high.strip() if low.strip() and high.strip() != low.strip() else ""
        for high, low in zip(top, bottom, strict=True)
    )
    return Headings(texts, groups, below + 1, lower[0])


def _carried(line: Line, merges: Sequence[Merge]) -> Line:
    """A line near the top with the text of merged cells in each of them; a title across the sheet stays one cell."""
    number, cells = line
    filled = list(cells)
    for merge in merges:
        if (
            merge.top == number
            and merge.left < len(cells)
            and cells[merge.left].strip()
            and merge.right - merge.left < 12
        ):
            n_texts = sum(1 for cell in cells if cell.strip())
            if n_texts > 1:
                filled += [""] * (merge.right + 1 - len(filled))
                filled[merge.left : merge.right + 1] = [cells[merge.left]] * (merge.right + 1 - merge.left)
    return number, filled


def _score(cells: list[str]) -> float:
    """How much a row looks like headings: known ones for it, data against it."""
    score = 0.0
    meanings = set()
    for cell in dict.fromkeys(cells):
        text = cell.strip()
        if not text:
            continue
        meaning = meaning_of(text) if len(text) <= _MOST_HEADING else None
        if meaning and _may_head(text, exact=meaning.exact):
            score += 1 + (0.5 if meaning.meaning == HANDLE and meaning.meaning not in meanings else 0)
            meanings.add(meaning.meaning)
        elif is_data(text):
            score -= 1.5
    return score


def heads_people(cells: Sequence[str]) -> bool:
    """Whether these texts are headings beyond doubt, one of which is of user names or of people's names."""
    texts = [cell.strip() for cell in cells if cell.strip()]
    if len(texts) < 2 or any(is_data(text) or _is_value(text) for text in texts) or _score(texts) < 2:
        return False
    found = [meaning.meaning for text in texts if (meaning := meaning_of(text))]
    names = any(each in (HANDLE, "full_name") for each in found)
    return names and len(set(found)) > 1 and len(found) * 3 >= len(texts) * 2


def _is_value(text: str) -> bool:
    """A number, or a word that only a user name looks like ("minh_du_lich")."""
    return text.isdigit() or (handles.looks_like_name(text) and any(sign in text for sign in "._"))


def _may_head(text: str, *, exact: bool) -> bool:
    return not is_data(text) and (
        exact or statuses.status_of(text) is None or len(words_of(text).split()) <= 2
    )


def is_data(text: str) -> bool:
    """Whether a text is a value, not a heading: mostly digits, or somebody's name or link."""
    digits = sum(c.isdigit() for c in text)
    if digits > max(2, len(text) // 3):
        return True
    found = handles.read(text) if any(sign in text for sign in "@./") else handles.NOTHING
    return bool(found.handles) and (found.sure or (handles.looks_like_name(text) and "." in text))


def _is_believed(score: float, lines: list[Line], best: int, width: int) -> bool:
    """Two known headings are believed anywhere, one only where it names creators and nothing but titles stands above."""
    if score >= 2 and not _is_answered_by_itself(lines, best):
        return True
    only_titles = all(sum(1 for cell in cells if cell.strip()) <= 1 for _, cells in lines[:best])
    cells = [cell for cell in lines[best][1] if cell.strip()]
    names = any((m := meaning_of(cell)) and m.meaning in (HANDLE, "full_name") for cell in cells)
    return score >= 1 and only_titles and names and (width == 1 or len(cells) > 1)


def _is_answered_by_itself(lines: list[Line], best: int) -> bool:
    """A form ("Kênh: …", "Giá: …" down a column) has no row of headings."""
    return best == len(lines) - 1 and len(lines) > 3


def _continues(upper: Line, lower: Line, score: float) -> bool:
    """Whether the row below is a second row of headings: next to it, no data, under merged or blank cells."""
    if lower[0] != upper[0] + 1:
        return False
    width = max(len(upper[1]), len(lower[1])) + 1
    above, below = _padded(upper[1], width), _padded(lower[1], width)
    places = [place for place, cell in enumerate(below) if cell.strip()]
    if (len(places) < 2 and score < 1) or any(is_data(below[place].strip()) for place in places):
        return False
    known = sum(1 for place in places if meaning_of(below[place].strip()))
    grouped = [place for place in places if _is_in_group(above, below, place)]
    if known * 2 >= len(places):
        return bool(grouped) and score >= 1
    covered = any(high.strip() and not low.strip() for high, low in zip(above, below, strict=True))
    return len(grouped) == len(places) and covered


def _is_in_group(above: list[str], below: list[str], place: int) -> bool:
    """Whether the cell above is blank, merged with a neighbour, or begins a group that goes on to the right."""
    text, right = above[place].strip(), above[place + 1].strip()
    left = above[place - 1].strip() if place else ""
    goes_on = not right and bool(below[place + 1].strip())
    return not text or goes_on or text in (right, left)


def _is_group_row(upper: Line, lower: Line) -> bool:
    """Whether the row above names groups of columns, or what the headings have left out."""
    if upper[0] != lower[0] - 1 or sum(1 for cell in upper[1] if cell.strip()) < 2:
        return False
    if _is_title_and_remark(upper[1], lower[1]):
        return False
    return not any(is_data(cell.strip()) for cell in upper[1] if cell.strip())


def _is_title_and_remark(upper: list[str], lower: list[str]) -> bool:
    """Whether two lone texts stand above columns that are headed already and told apart: a list's name, a word to a
    colleague. A group says something of its columns ("Giá"), is merged over them, or tells two of one heading apart."""
    above = [text.strip() for text in upper if text.strip()]
    below = [text.strip() for text in lower if text.strip()]
    if len(above) != 2 or above[0] == above[1] or len(set(below)) < len(below):
        return False
    if any(
        text.strip() and not low.strip() for text, low in zip(upper, _padded(lower, len(upper)), strict=True)
    ):
        return False
    return not any(meaning_of(text) and len(words_of(text).split()) <= 2 for text in above)


def _to_the_right(upper: list[str], lower: list[str]) -> list[str]:
    """A group holds for the columns to its right, up to the next one, where a heading stands below."""
    carried, last = [], ""
    for place in range(max(len(upper), len(lower))):
        high = upper[place] if place < len(upper) else ""
        low = lower[place] if place < len(lower) else ""
        last = high or (last if low.strip() else "")
        carried.append(high or (last if low.strip() else ""))
    return carried


def _padded(cells: list[str], width: int) -> list[str]:
    return [*cells[:width], *[""] * (width - len(cells))]
