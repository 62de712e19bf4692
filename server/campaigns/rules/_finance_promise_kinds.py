"""Promises by kind: which classes of words make one, standing near each other, and what makes the same words none."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from server.campaigns.rules import _finance_promise_certainty as certainty
from server.campaigns.rules import _finance_promise_exempt as exempt
from server.campaigns.rules import _finance_promise_gains as gains

Within = Literal["clause", "sentence", "pair"]


class PromiseKind(Struct, frozen=True):
    """A promise that is made where each of the classes has a word."""

    of: str
    """Names of classes, parted by spaces; "A|B" is one or the other."""
    unless: str = ""
    """Classes of which a word in the same part makes it something else."""
    never: str = ""
    """The same in the whole sentence."""
    sums: int = 0
    """How many sums or rates have to stand there too."""
    within: Within = "clause"
    grows: bool = False
    """Whether a later sum has to be the greater one."""
    rate: float = 0.0
    """Per cent that a rate has to reach."""


class Pair(Struct, frozen=True):
    """A class that is made of two others, the second at most ``gap`` words behind the first."""

    first: str
    second: str
    gap: int


CLASSES: dict[str, tuple[str, ...]] = {
    name: phrases
    for module in (certainty, gains, exempt)
    for name, phrases in vars(module).items()
    if name.isupper() and not name.startswith("_")
}
PAIRS: dict[str, tuple[Pair, ...]] = {
    "NO_LOSS": (
        Pair("NOT_AFRAID", "LOSS", 2),
        Pair("NOT_VI", "LOSS", 0),
        Pair("NEVER", "LOSE", 2),
        Pair("NO", "RISK", 1),
    ),
    "MULTIPLIED": (
        Pair("TIMES", "MONEY", 2),
        Pair("MONEY", "TIMES", 2),
        Pair("BACK", "TIMES", 3),
        Pair("MONEY", "DOUBLED", 2),
        Pair("BACK", "DOUBLED", 2),
    ),
    "KEPT": (Pair("CAPITAL", "SAFE", 6),),
}
_DOUBT = "MAYBE PAST"
_ELSE = "POINTS LENT"
KINDS = (
    PromiseKind("PLEDGED"),
    PromiseKind("PLEDGED_EN"),
    PromiseKind("NO_LOSS", unless="POINTS CAPPED"),
    PromiseKind("KEPT", unless="POINTS LENT CAPPED", never="MAYBE"),
    # certainty and a gain
    PromiseKind("SURE GAIN|TIMES", unless="POINTS LENT"),
    PromiseKind("SURE", sums=1, unless="POINTS LENT SPENT", never="MAYBE"),
    PromiseKind("SURE GOT|YIELD", sums=1, unless="POINTS LENT SPENT", never="MAYBE", within="sentence"),
    PromiseKind("SURE EACH GOT", unless="POINTS LENT SPENT", never=_DOUBT, within="sentence"),
    PromiseKind("RISKY EXCEPT", within="sentence"),
    PromiseKind("WILL_WIN", unless="POINTS", never="MAYBE"),
    PromiseKind("YOURS TIMES|DOUBLED|WON|GAIN|LIFE", unless="POINTS", within="pair"),
    PromiseKind("RATED", unless=f"{_ELSE} SPENT LOSS", never=_DOUBT),
    PromiseKind("SURE RISES", unless="POINTS LENT SPENT", never=_DOUBT, within="sentence"),
    PromiseKind("ANYWAY GAIN|FLOWS|GOT", unless="POINTS LENT SPENT RISKY", never=_DOUBT),
    PromiseKind("ANYWAY", sums=1, unless="POINTS LENT SPENT", never=_DOUBT, within="sentence"),
    PromiseKind("SAFEST GAIN|YIELD", unless="POINTS LENT", within="sentence"),
    PromiseKind("SAFEST", sums=1, unless="POINTS LENT SPENT", within="sentence"),
    PromiseKind("WRITTEN YIELD", sums=1, unless=f"{_ELSE} SPENT", never="MAYBE", within="sentence"),
    PromiseKind("MINIMUM GAIN|EVERY", sums=1, unless=f"{_ELSE} SPENT", never="MAYBE"),
    # who bears the loss, who buys back
    PromiseKind("LOSES BORNE", unless="ASIDE", within="sentence"),
    PromiseKind("BUYBACK ABOVE", unless="POINTS", never="MAYBE", within="sentence"),
    # so many times as much, by when
    PromiseKind("MULTIPLIED", unless=f"{_ELSE} SPENT", never=_DOUBT),
    PromiseKind("TIMES BY|WILL|SURE", unless="POINTS LENT", never=_DOUBT, within="sentence"),
    PromiseKind("RISES BY WILL", unless="POINTS LENT SPENT", never=_DOUBT, within="sentence"),
    PromiseKind("IN OUT", sums=2, grows=True, unless=f"{_ELSE} SPENT EACH", never=_DOUBT, within="sentence"),
    PromiseKind("BECOMES", sums=2, grows=True, unless="POINTS SPENT", never=_DOUBT, within="sentence"),
    PromiseKind("BACK", sums=1, rate=101, unless="POINTS", never=_DOUBT),
    PromiseKind("NOW BY", sums=2, grows=True, unless="POINTS SPENT LENT", never=_DOUBT, within="sentence"),
    # steady income, idle income
    PromiseKind("EVERY STEADY", sums=1, unless=f"{_ELSE} SPENT IN", never=_DOUBT, within="sentence"),
    PromiseKind("IDLE EACH", sums=1, unless=f"{_ELSE} SPENT", never=_DOUBT, within="sentence"),
    PromiseKind("EVERY STEADY GOT", sums=1, unless=f"{_ELSE} SPENT", never=_DOUBT, within="sentence"),
    PromiseKind("IDLE FLOWS", unless=f"{_ELSE} SPENT", never=_DOUBT, within="sentence"),
    PromiseKind("SURE_SUM GOT", sums=1, unless=f"{_ELSE} SPENT", never=_DOUBT, within="sentence"),
    # who joins wins
    PromiseKind("SIGNED WON", unless=_ELSE, never="PAST"),
    PromiseKind("ACTED FLOWS|WON|TIMES|RISES", unless=_ELSE),
    PromiseKind("HITS FLOWS|WON|ACTED|SIGNED|RISES", never="PAST", within="pair"),
    PromiseKind("LIFE JUST|WILL|BY|SURE", unless=f"{_ELSE} SPENT", never=_DOUBT, within="pair"),
)  # fmt: skip
