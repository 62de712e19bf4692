"""A panel of creators drawn from its seed: posts, followers and comments of each."""

# ruff: noqa: S311 - repeatable invention wants a seeded generator, not a secret one

from __future__ import annotations

from math import exp, log
from random import Random
from typing import Literal

from scripts.research.panel import one, words
from scripts.research.panel.kinds import (
    HONEST,
    MANIPULATED,
    OPENED,
    POSTS,
    ROWS,
    THREAD,
    Made,
    Plan,
    Shown,
    plan,
)
from scripts.research.panel.people import Person, audience, person, plain
from scripts.research.panel.remarks import Written, farm, giveaway, pod, thread
from server.scoring.benchmarks import load_benchmarks


def panel(seed: int) -> list[Made]:
    """One panel; the same for the same seed."""
    made = []
    for kinds, manipulated in ((HONEST, False), (MANIPULATED, True)):
        for kind, (number, change) in kinds.items():
            for place in range(number):
                random = Random(f"{seed}:{kind}:{place}")
                p = plan(random)
                change(p, random)
                made.append(_made(p, random, kind, manipulated=manipulated))
    return made


def _made(p: Plan, random: Random, kind: str, *, manipulated: bool) -> Made:
    who = person(random, 0)
    shown = round(p.followers / (1 - p.bought))
    posts = _posts(p, random)
    circle, members = ([person(random, 0.03) for _ in range(n)] for n in (p.circle, p.pod))
    name = plain(who.full_name)[:12] or "linh"
    return Made(
        username=f"{name}.{random.choice(words()['english'])}{random.choice(('', '', '.vn', '_'))}",
        full_name=who.full_name or "Linh",
        kind=kind,
        manipulated=manipulated,
        followers=shown,
        following=min(7_400, p.following),
        post_count=round(exp(random.uniform(log(60), log(900)))),
        biography=one(random, "bios"),
        link="https://shop.example/links" if p.links or random.random() < 0.4 else None,
        posts=tuple(posts),
        rows=tuple(audience(random, ROWS, p.bought, p.make)),
        threads=tuple(_thread(p, random, post, circle, members) for post in enumerate(posts[:OPENED])),
        hides_likes=p.hides,
    )


def _posts(p: Plan, random: Random) -> list[Shown]:
    middle = _usual_likes(p)
    raised = set(random.sample(range(POSTS), p.raised))
    found, age = [], random.uniform(1.2, 6)
    for place in range(POSTS):
        likes = middle * exp(random.gauss(0, p.spread))
        kind: Literal["image", "carousel", "reel"] = (
            "reel" if random.random() < p.reels else random.choice(("image", "carousel"))
        )
        factor, louder = p.boost.get(place, (1.0, 1.0))
        comments = middle * p.per_like * (likes / middle) ** 0.8 * exp(random.gauss(0, 0.5)) * louder
        likes *= factor
        real = likes
        likes += p.added * middle * exp(random.gauss(0, 0.08)) if p.added else 0.0
        likes *= 4 if place in raised else 1
        farmed = random.randint(*p.farm) if p.farm[1] else 0
        written = _poisson(random, comments) + farmed + round(0.85 * p.pod)
        plays = round(real * exp(random.uniform(log(9), log(45)))) if kind == "reel" or factor > 3 else None
        found.append(
            Shown(round(likes), written, "reel" if plays else kind, plays, age, one(random, "captions"))
        )
        age += random.expovariate(1 / 3.5) + 0.4
    return found


def _usual_likes(p: Plan) -> float:
    """Median likes of the real audience: the rate at the creator's percentile among those of the size."""
    limits = [log(x) for x in load_benchmarks().default.limits_pct(p.followers)]
    levels = (20.0, 40.0, 60.0, 80.0)
    piece = min(2, max(0, sum(p.percentile >= level for level in levels[1:-1])))
    slope = (limits[piece + 1] - limits[piece]) / 20
    rate = exp(limits[piece] + slope * (p.percentile - levels[piece])) / 100
    return max(8.0, p.followers * rate / (1 + p.per_like))


def _poisson(random: Random, mean: float) -> int:
    if mean > 60:
        return max(0, round(random.gauss(mean, mean**0.5)))
    limit, product, n = exp(-mean), random.random(), 0
    while product > limit:
        product *= random.random()
        n += 1
    return n


def _thread(
    p: Plan, random: Random, post: tuple[int, Shown], circle: list[Person], members: list[Person]
) -> tuple[Written, ...]:
    """What the opened post's dialog loads: at most THREAD comments, the bought ones among the others."""
    place, comments = post[0], post[1].comments
    if p.giveaway == place:
        return tuple(giveaway(random, min(THREAD, comments), p.tone))
    bought = farm(random, min(comments, round((p.farm[0] + p.farm[1]) / 2))) if p.farm[1] else []
    pods = pod(random, members)[:comments]
    real = thread(random, max(0, comments - len(bought) - len(pods)), p.tone, circle)
    together = [*bought, *pods, *real]
    random.shuffle(together)
    return tuple(together[:THREAD])
