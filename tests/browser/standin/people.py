"""Invented followers and commenters, and what they write."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

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

WARM = {
    "vi": [
        "Mình làm theo công thức hôm qua, cả nhà ăn hết sạch nồi luôn",
        "Chị ơi phần nước sốt có thay đường thốt nốt bằng mật ong được không ạ?",
        "Quán này ở gần chỗ em, cuối tuần em rủ mẹ đi thử",
        "Đoạn cuối video buồn cười quá, xem lại ba lần",
        "Cho em xin tên loại vải ở ảnh thứ hai với",
        "Hôm trước em mua theo chị, dùng hai tuần thấy ổn thật",
        "Ảnh chụp lúc mấy giờ mà nắng đẹp vậy chị?",
        "Em ở Đà Nẵng, ship mấy ngày thì tới ạ?",
        "Mẹ em bảo ngày xưa bà ngoại cũng nấu y như vậy",
        "Tập được hai tuần rồi, lưng đỡ đau hẳn nha anh",
    ],
    "en": [
        "I tried the second recipe with brown sugar and it held together much better",
        "Where did you find that linen? I have been looking for this shade for months",
        "My sister and I walked the same trail last spring, it rained the whole way",
        "Could you do one about storing herbs? Mine always wilt after two days",
        "The light in the third picture is something else, what time was it?",
        "Bought this after your review in March, still holds up fine",
        "The bit with the dog at the end made my morning",
        "Is the blue one see-through? Asking for a summer wedding",
    ],
}
GENERIC = {
    "vi": [
        "Đẹp quá",
        "Xinh quá ạ",
        "Tuyệt vời",
        "Hay quá",
        "Quá đỉnh",
        "Yêu quá",
        "❤️❤️❤️",
        "🔥🔥",
        "😍😍😍",
        "Chất lừ",
    ],
    "en": [
        "Nice",
        "So cool",
        "Amazing",
        "Love this",
        "Great pic",
        "❤️❤️❤️",
        "🔥🔥🔥",
        "😍",
        "Wow",
        "Perfect shot",
    ],
}
SPAM = {
    "vi": ["Ib mình nhận kèo tăng tương tác giá rẻ nhé", "Vay nhanh trong ngày, xem trang mình"],
    "en": ["DM us to get featured today", "Check my page for a free giveaway"],
}


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


def thread(random: Random, size: int, language: str, generic_share: float) -> tuple[Comment, ...]:
    """``size`` comments on one post, about ``generic_share`` of them generic or spam; every sixth answers one."""
    authors = crowd(random, size, generic_share / 2)
    comments: list[Comment] = []
    for place, author in enumerate(authors):
        pool = WARM[language]
        if random.random() < generic_share:
            pool = SPAM[language] if random.random() < 0.15 else GENERIC[language]
        parent = random.randrange(place) if place and place % 6 == 5 else None
        if parent is not None and comments[parent].parent is not None:
            parent = None
        age = random.randint(600, 90_000)
        comments.append(Comment(author, random.choice(pool), age, random.randint(0, 12), parent))
    return tuple(comments)
