"""Comments of an opened post: what people write to honest creators, pods and comment farms."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from scripts.research.panel import one
from scripts.research.panel.people import Person, bought, person


@dataclass(frozen=True, slots=True)
class Tone:
    """Shares of what is written under this creator's posts; what is left is about the post."""

    praise: float = 0.22
    emoji: float = 0.12
    mention: float = 0.1
    intent: float = 0.1
    spam: float = 0.02
    regulars: float = 0.12
    """Share of comments by a small circle that is there under every post."""


Written = tuple[str, str]
"""Who and what."""


def thread(random: Random, n: int, tone: Tone, circle: list[Person]) -> list[Written]:
    """``n`` comments of real people."""
    written = []
    for _ in range(n):
        who = random.choice(circle) if random.random() < tone.regulars else person(random, 0.05)
        written.append((who.username, _text(random, tone)))
    return written


def _text(random: Random, tone: Tone) -> str:
    kinds = ("praise", "emoji", "mention", "intent", "spam", "genuine")
    shares = [tone.praise, tone.emoji, tone.mention, tone.intent, tone.spam]
    kind = random.choices(kinds, [*shares, max(0.0, 1 - sum(shares))])[0]
    if kind == "mention":
        tag = f"@{person(random, 0).username}"
        return tag if random.random() < 0.7 else f"{tag} {one(random, 'genuine').lower()}"
    return typed(random, one(random, kind))


def typed(random: Random, text: str) -> str:
    """As people type: small letters, an emoji, a stretched or shortened word."""
    if random.random() < 0.45:
        text = text.lower()
    if random.random() < 0.3:
        text += " " + one(random, "emoji")
    if random.random() < 0.15:
        text = text.replace("không", "ko").replace("được", "đc")
    return text


def giveaway(random: Random, n: int, tone: Tone) -> list[Written]:
    """Under a giveaway most people tag friends and say that they take part."""
    written = []
    for _ in range(n):
        tags = " ".join(f"@{person(random, 0).username}" for _ in range(random.randint(1, 3)))
        text = f"{one(random, 'join')} {tags}" if random.random() < 0.5 else tags
        written.append(
            (person(random, 0.05).username, text if random.random() < 0.8 else _text(random, tone))
        )
    return written


def farm(random: Random, n: int) -> list[Written]:
    """Bought comments: short praise that fits everywhere, from a list, by accounts made for it."""
    return [
        (
            bought(random, random.choice(("dressed", "cheap")), "x").username,
            one(random, "farm") + random.choice(("", "", " 🔥", "!", " 😍")),
        )
        for _ in range(n)
    ]


def pod(random: Random, members: list[Person]) -> list[Written]:
    """A dozen people who comment on each other's posts: nearly all of them, every time."""
    there = [who for who in members if random.random() < 0.85]
    return [(who.username, typed(random, one(random, random.choice(("pod", "praise"))))) for who in there]
