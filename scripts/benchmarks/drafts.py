"""Holding captions against the rules of advertising."""

from __future__ import annotations

from collections.abc import Iterator
from time import process_time

from scripts.benchmarks import Row, at_most
from server.campaigns.brief import Brief, Category
from server.campaigns.check import MAX_DRAFT, check_draft

TITLE = "Draft check"
CAPTIONS = 1_000
CATEGORIES_TRIED: tuple[Category, ...] = ("cosmetics", "alcohol")
_WORDS = [
    "mình",
    "dùng",
    "kem",
    "dưỡng",
    "mỗi",
    "tối",
    "da",
    "mềm",
    "hơn",
    "hẳn",
    "giá",
    "trị",
    "vị",
    "trí",
    "thích",
    "nhất",
    "#laxanh",
    "@laxanh.vn",
    "serum",
    "glow",
    "skin",
    "today",
    "quảng",
    "cáo",
    "không",
    "trị",
    "mụn",
    "đâu",
    "nha",
    "mọi",
    "người",
    "ơi",
    "chỉ",
    "199k",
    "thôi",
]


def rows(quick: bool) -> Iterator[Row]:
    """Seconds of the processor for captions of 60 words each, no two of the same words in the same order."""
    count = CAPTIONS // 10 if quick else CAPTIONS
    brief = Brief(category="cosmetics", brand="Lá Xanh", product="Lá Xanh Glow", rivals=("Hoa Sen",))
    captions = [
        " ".join(f"{_WORDS[(7 * place + number) % len(_WORDS)]}" for place in range(60)) + f" số {number}"
        for number in range(count)
    ]
    seconds = min(_seconds(captions, brief) for _ in range(3))
    yield at_most(
        "1,000 captions checked", seconds * CAPTIONS / count, "s", 1.0, f"{count} measured, best of 3"
    )
    yield at_most(
        "longest draft of one phrase, against half of it",
        _growth(),
        "times",
        3.0,
        "worst of the phrases, best of 3",
    )


def _growth() -> float:
    """How much longer a draft of 20,000 characters takes than one of 10,000, where every word is a hit."""
    phrases = (
        "scam ",
        "không ai ",
        "no is ",
        "phim bác sĩ ",
        "không lái xe uống ",
        "ai hứa không có nào ",
        "hỏi có trị mụn thì không ",
        "Lá Xanh tốt nhất. ",
        "k h ô n g tác dụng phụ ",
    )
    return max(
        _worst(phrase, MAX_DRAFT, category) / _worst(phrase, MAX_DRAFT // 2, category)
        for phrase in phrases
        for category in CATEGORIES_TRIED
    )


def _worst(phrase: str, size: int, category: Category) -> float:
    """Processor time, so that a busy computer changes no ratio."""
    text, brief = (phrase * size)[:size], Brief(category=category, brand="Lá Xanh")
    return min(_processor_time(text, brief) for _ in range(3))


def _processor_time(text: str, brief: Brief) -> float:
    started = process_time()
    check_draft(text, brief)
    return process_time() - started


def _seconds(captions: list[str], brief: Brief) -> float:
    started = process_time()
    for caption in captions:
        check_draft(caption, brief)
    return process_time() - started
