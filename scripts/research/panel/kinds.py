"""The kinds of honest and of manipulated creators: what each changes on an ordinary one before it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import exp, log
from random import Random
from typing import Literal

from scripts.research.panel.people import Make, Person
from scripts.research.panel.remarks import Tone, Written

POSTS, OPENED, ROWS, THREAD = 12, 3, 100, 36
"""What a careful look reads: posts of the grid, opened posts, follower rows, comments that one post's dialog loads."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One post as the page shows it."""

    likes: int
    comments: int
    kind: Literal["image", "carousel", "reel"]
    plays: int | None
    age_days: float
    caption: str


@dataclass(frozen=True, slots=True)
class Made:
    """One invented creator."""

    username: str
    full_name: str
    kind: str
    manipulated: bool
    followers: int
    following: int
    post_count: int
    biography: str
    link: str | None
    posts: tuple[Shown, ...]
    rows: tuple[Person, ...]
    threads: tuple[tuple[Written, ...], ...]
    hides_likes: bool = False


@dataclass
class Plan:
    """What a kind may change before a creator is drawn."""

    followers: float
    """Real ones."""
    percentile: float
    spread: float
    """Standard deviation of ln(likes) from post to post."""
    per_like: float
    """Comments per like."""
    tone: Tone
    following: int
    bought: float = 0.0
    make: Make = "cheap"
    added: float = 0.0
    """Likes bought for each post, as a multiple of the median."""
    raised: int = 0
    """Posts whose likes were raised fourfold."""
    pod: int = 0
    farm: tuple[int, int] = (0, 0)
    circle: int = 10
    hides: bool = False
    links: bool = False
    reels: float = 0.4
    boost: dict[int, tuple[float, float]] = field(default_factory=dict)
    """Post -> factors on its likes and comments."""
    giveaway: int | None = None


def plan(random: Random) -> Plan:
    """An ordinary creator of 5,000 to 100,000 followers, somewhere among those of the size."""
    return Plan(
        followers=exp(random.uniform(log(5_500), log(95_000))),
        percentile=random.uniform(4, 97),
        spread=exp(random.gauss(log(0.42), 0.3)),
        per_like=min(0.15, max(0.002, exp(random.gauss(log(0.018), 0.75)))),
        tone=Tone(
            praise=random.uniform(0.1, 0.35),
            emoji=random.uniform(0.05, 0.2),
            mention=random.uniform(0.03, 0.18),
            intent=random.uniform(0.02, 0.2),
            spam=random.uniform(0, 0.04),
            regulars=random.uniform(0.03, 0.25),
        ),
        following=round(exp(random.gauss(log(650), 0.7))),
        bought=min(0.25, random.betavariate(1.1, 16)),
        make="cheap",
        circle=random.randint(6, 16),
        reels=random.uniform(0.1, 0.8),
    )


def _small(p: Plan, random: Random) -> None:
    p.followers = exp(random.uniform(log(5_100), log(8_500)))
    p.per_like = min(p.per_like, 0.02)


def _giveaway(p: Plan, random: Random) -> None:
    p.giveaway = random.randrange(POSTS)
    p.boost[p.giveaway] = (random.uniform(1.2, 2.5), random.uniform(6, 20))


def _viral(p: Plan, random: Random) -> None:
    for place in random.sample(range(POSTS), random.choice((1, 1, 2))):
        factor = exp(random.uniform(log(4), log(25)))
        p.boost[place] = (factor, factor ** random.uniform(0.55, 0.95))


def _shop(p: Plan, random: Random) -> None:
    p.links, p.following = True, random.randint(1_500, 4_500)
    p.tone = replace(p.tone, intent=random.uniform(0.25, 0.5), praise=0.12, mention=0.06, emoji=0.06)


def _asleep(p: Plan, random: Random) -> None:
    p.percentile = random.uniform(2, 18)


def _community(p: Plan, random: Random) -> None:
    p.tone = replace(p.tone, regulars=random.uniform(0.3, 0.5))
    p.percentile, p.circle = random.uniform(50, 97), random.randint(15, 30)


def _hidden(p: Plan, _: Random) -> None:
    p.hides = True


def _cheap(p: Plan, random: Random) -> None:
    p.bought, p.make = random.uniform(0.35, 0.75), random.choice(("cheap", "series"))


def _dressed(p: Plan, random: Random) -> None:
    p.bought, p.make = random.uniform(0.35, 0.75), "dressed"


def _lettered(p: Plan, random: Random) -> None:
    p.bought, p.make = random.uniform(0.35, 0.75), "lettered"


def _likes_all(p: Plan, random: Random) -> None:
    p.added = random.uniform(1.0, 2.2)


def _likes_some(p: Plan, random: Random) -> None:
    p.raised = random.randint(3, 5)


def _pod(p: Plan, random: Random) -> None:
    p.pod, p.per_like = random.randint(11, 18), p.per_like * 0.7


def _farm(p: Plan, _: Random) -> None:
    p.farm = (15, 60)


def _followers_and_likes(p: Plan, random: Random) -> None:
    _cheap(p, random)
    p.added = random.uniform(1.0, 2.2)


def _followers_and_farm(p: Plan, random: Random) -> None:
    _dressed(p, random)
    p.farm = (10, 40)


def _as_they_are(p: Plan, _: Random) -> None:
    """An ordinary creator."""


Change = Callable[[Plan, Random], None]
HONEST: dict[str, tuple[int, Change]] = {
    "ordinary": (44, _as_they_are),
    "small": (14, _small),
    "hidden likes": (8, _hidden),
    "giveaway": (12, _giveaway),
    "viral reel": (14, _viral),
    "shop, many links": (12, _shop),
    "asleep": (8, _asleep),
    "community": (8, _community),
}
MANIPULATED: dict[str, tuple[int, Change]] = {
    "followers, bare": (22, _cheap),
    "followers, dressed": (16, _dressed),
    "followers, letters and photo": (10, _lettered),
    "likes on all posts": (14, _likes_all),
    "likes on some posts": (12, _likes_some),
    "pod": (12, _pod),
    "comment farm": (12, _farm),
    "followers and likes": (12, _followers_and_likes),
    "followers and farm": (10, _followers_and_farm),
}
"""Number of creators of each kind in one panel: 120 honest and 120 manipulated."""
