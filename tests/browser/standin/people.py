"""Invented followers and commenters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tests.browser.standin.remarks import empty_words

_GIVEN = [
    "an",
    "bao",
    "chi",
    "dung",
    "giang",
    "ha",
    "hieu",
    "huong",
    "khanh",
    "lan",
    "linh",
    "long",
    "mai",
    "minh",
]
_GIVEN += [
    "nam",
    "nga",
    "ngoc",
    "nhi",
    "phong",
    "phuc",
    "quan",
    "quynh",
    "son",
    "thao",
    "trang",
    "tu",
    "vy",
    "yen",
]
_FAMILY = ["nguyen", "tran", "le", "pham", "hoang", "phan", "vu", "dang", "bui", "do", "ngo", "duong", "ly"]
_SHOWN = {
    "nguyen": "Nguyễn",
    "tran": "Trần",
    "le": "Lê",
    "pham": "Phạm",
    "hoang": "Hoàng",
    "phan": "Phan",
    "vu": "Vũ",
}
_SHOWN |= {"dang": "Đặng", "bui": "Bùi", "do": "Đỗ", "ngo": "Ngô", "duong": "Dương", "ly": "Lý"}
_NOISE = "abcdefghijkmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Person:
    """A follower or a commenter."""

    pk: str
    username: str
    full_name: str
    has_photo: bool
    is_verified: bool
    is_private: bool


@dataclass(frozen=True, slots=True)
class Comment:
    """``parent`` is the position of the comment answered to."""

    author: Person
    text: str
    age_seconds: int
    likes: int
    parent: int | None = None


def ordinary(random: Random) -> Person:
    """Somebody with a name, mostly with a photo."""
    given, family = random.choice(_GIVEN), random.choice(_FAMILY)
    middle = random.choice([".", "_", "", f".{random.choice(_GIVEN)}."])
    tail = random.choice(["", "", "", "vn", str(random.randint(1, 99))])
    return Person(
        pk=str(random.randint(10**8, 6 * 10**10)),
        username=f"{given}{middle}{family}{tail}",
        full_name=f"{_SHOWN[family]} {given.title()}",
        has_photo=random.random() < 0.95,
        is_verified=random.random() < 0.01,
        is_private=random.random() < 0.35,
    )


def bought(random: Random) -> Person:
    """An account of the kind that is sold by the thousand: no photo, a handle of letters and digits."""
    letters = "".join(random.choices(_NOISE, k=random.randint(4, 7)))
    digits = "".join(random.choices("0123456789", k=random.randint(4, 7)))
    return Person(
        pk=str(random.randint(6 * 10**10, 8 * 10**10)),
        username=letters + digits,
        full_name="" if random.random() < 0.6 else letters.title(),
        has_photo=random.random() < 0.25,
        is_verified=False,
        is_private=random.random() < 0.1,
    )


def crowd(random: Random, size: int, bought_share: float) -> tuple[Person, ...]:
    """``size`` different people, about ``bought_share`` of them bought."""
    people: dict[str, Person] = {}
    while len(people) < size:
        person = bought(random) if random.random() < bought_share else ordinary(random)
        people.setdefault(person.username, person)
    return tuple(people.values())


def thread(
    random: Random, remarks: Sequence[str], language: str, generic_share: float, bought_share: float
) -> tuple[Comment, ...]:
    """One comment for each of ``remarks``, about ``generic_share`` of them generic, spam or pasted in its place.

    Every sixth answers another comment.
    """
    authors = crowd(random, len(remarks), generic_share / 2)
    comments: list[Comment] = []
    for place, (author, remark) in enumerate(zip(authors, remarks, strict=True)):
        says_nothing = random.random() < generic_share
        text = empty_words(random, language, bought_share) if says_nothing else remark
        parent = random.randrange(place) if place and place % 6 == 5 else None
        if parent is not None and comments[parent].parent is not None:
            parent = None
        age = random.randint(600, 90_000)
        comments.append(Comment(author, text, age, random.randint(0, 12), parent))
    return tuple(comments)
