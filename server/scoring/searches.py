"""What the marketer is looking for: saved searches, one of them active. It imports no numpy: a start reads it.

They lie in the store's settings as JSON under ``SEARCHES``. Where nothing is saved the one that ships is active; a user
may also switch the search off, and a check then says nothing about fit.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from server.errors import BadSetting, Inconsistent
from server.metrics.tiers import TIERS, Tier
from server.own_json import plain
from server.topics.language import LANGUAGES
from server.topics.niches import niche_names

SEARCHES = "searches"
BANDS = ("low", "below", "average", "good", "high")
"""Bands of engagement from the lowest to the highest; a search asks for one of them or a higher one."""
CURRENCIES = ("VND", "USD")
"""Of price lists and of a search's limit."""
MOST_SEARCHES = 30
MOST_NAME, MOST_WORDS, MOST_WORD = 60, 50, 60
MOST_DAYS, MOST_AMOUNT = 3_650, 1e12
_ID = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")
RIVAL_DAYS = 90
"""Days that are looked back for a rival where the search says nothing else."""
_LISTS = ("languages", "niches", "rivals")


class PriceLimit(Struct, frozen=True):
    """The most that one post may cost."""

    amount: float
    currency: str


class Search(Struct, frozen=True):
    """One saved search. An empty list and None ask for nothing."""

    id: str
    name: str
    tiers: tuple[Tier, ...] = ()
    least_band: str | None = None
    """Lowest band of engagement that is good enough, of ``BANDS``."""
    newest_days: int | None = None
    """Most days since the newest post."""
    price_limit: PriceLimit | None = None
    public: bool = True
    """Whether a private account is left out."""
    languages: tuple[str, ...] = ()
    """Codes of ``server.topics.language.LANGUAGES``; one of them is enough."""
    niches: tuple[str, ...] = ()
    """Ids of niches; one of them is enough."""
    rivals: tuple[str, ...] = ()
    """Brands as people write them; work with one of them speaks against a creator."""
    rival_days: int = RIVAL_DAYS
    """How many days ago work with a rival no longer counts."""

    def to_json(self) -> dict[str, Any]:
        return dict(plain(self))


class Searches(Struct, frozen=True):
    """All saved searches, and which one is judged by."""

    searches: tuple[Search, ...]
    active: str | None
    """Its id; None while the search is off."""

    @property
    def chosen(self) -> Search | None:
        return next((search for search in self.searches if search.id == self.active), None)

    def named(self, name: str) -> Search | None:
        """The search with this id, or with this name in any case of letters."""
        wanted = name.strip().casefold()
        found = (s for s in self.searches if wanted in {s.id, s.name.casefold()})
        return next(found, None)

    def to_json(self) -> dict[str, Any]:
        return {"searches": [search.to_json() for search in self.searches], "active": self.active}


SHIPPED = Searches(
    (Search("micro", "Micro", tiers=("micro",), least_band="below", newest_days=90),),
    "micro",
)
"""Micro-influencers whose engagement is not low and who posted within 90 days."""


def searches_of(saved: Any) -> Searches:
    """From the saved settings. What this version of Soi cannot read counts as not set, so that it can still judge."""
    try:
        return read_searches(saved) if saved else SHIPPED
    except (BadSetting, Inconsistent):
        return SHIPPED


def read_searches(body: Any) -> Searches:
    """Checked searches from JSON; the first is active where none is named, and ``active`` None switches the search off.

    Raises BadSetting or Inconsistent, naming what is wrong.
    """
    if not isinstance(body, Mapping) or not isinstance(body.get("searches"), Sequence):
        raise BadSetting("searches: a list is needed.")
    if len(body["searches"]) > MOST_SEARCHES:
        raise BadSetting(f"searches: at most {MOST_SEARCHES}.")
    found = tuple(read_search(entry) for entry in body["searches"])
    names = [search.name.casefold() for search in found]
    if len({search.id for search in found}) < len(found) or len({*names}) < len(names):
        raise Inconsistent("Two searches have the same name.")
    active = body.get("active", found[0].id if found else None)
    if active is not None and active not in {search.id for search in found}:
        raise Inconsistent("The active search is none of the list.")
    return Searches(found, active)


def read_search(body: Any) -> Search:
    """One search from JSON. Raises BadSetting for a part that is missing or out of its limits."""
    if not isinstance(body, Mapping):
        raise BadSetting("searches: each is an object.")
    name = _text(body.get("name"), "name", MOST_NAME)
    return Search(
        id=_id(name if body.get("id") is None else body["id"], made=body.get("id") is None),
        name=name,
        tiers=tuple(tier for tier in TIERS if tier in _chosen(body.get("tiers"), "tiers", TIERS)),
        least_band=_one_of(body.get("least_band"), "least_band", BANDS),
        newest_days=_days(body.get("newest_days"), "newest_days"),
        price_limit=_price(body.get("price_limit")),
        public=_flag(body.get("public", True)),
        languages=_known(body.get("languages"), "languages", {code: code for code in LANGUAGES}),
        niches=_known(body.get("niches"), "niches", niche_names()),
        rivals=_words(body.get("rivals"), "rivals"),
        rival_days=_days(body.get("rival_days"), "rival_days") or RIVAL_DAYS,
    )


def _id(value: Any, *, made: bool) -> str:
    """An id as given, or one made from the name."""
    found = _slug(value) if made else _text(value, "id", 40)
    if not {*found} <= _ID:
        raise BadSetting("searches: an id has small letters, digits, - and _ only.")
    return found


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold().replace("đ", "d"))
    words = "".join(letter if letter in _ID else " " for letter in plain if not unicodedata.combining(letter))
    return "-".join(words.split())[:40] or "search"


def _text(value: Any, name: str, most: int) -> str:
    if not isinstance(value, str) or not 1 <= len(value.strip()) <= most or not value.isprintable():
        raise BadSetting(f"searches: {name} has 1 to {most} characters.")
    return value.strip()


def _list(value: Any, name: str) -> Sequence[Any]:
    if value is None:
        return ()
    if not isinstance(value, (list, tuple)) or len(value) > MOST_WORDS:
        raise BadSetting(f"searches: {name} is a list of at most {MOST_WORDS}.")
    return value


def _chosen(value: Any, name: str, allowed: Sequence[str]) -> frozenset[str]:
    found = _list(value, name)
    if not all(isinstance(each, str) and each in allowed for each in found):
        raise BadSetting(f"searches: {name} are of {', '.join(allowed)}.")
    return frozenset(found)


def _words(value: Any, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_text(each, name, MOST_WORD) for each in _list(value, name)))


def _one_of(value: Any, name: str, allowed: Sequence[str]) -> str | None:
    if value is not None and value not in allowed:
        raise BadSetting(f"searches: {name} is one of {', '.join(allowed)}.")
    return None if value is None else str(value)


def _known(value: Any, name: str, ids: Mapping[str, str]) -> tuple[str, ...]:
    """Ids for names in any case of letters; ``ids``: id by each of its names."""
    given = _words(value, name)
    if unknown := next((each for each in given if each.casefold() not in ids), None):
        raise BadSetting(
            f"searches: {name} are of {', '.join(dict.fromkeys(ids.values()))}; not {unknown[:40]!r}."
        )
    return tuple(dict.fromkeys(ids[each.casefold()] for each in given))


def _days(value: Any, name: str) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_DAYS:
        raise BadSetting(f"searches: {name} is a whole number from 1 to {MOST_DAYS}.")
    return value


def _price(value: Any) -> PriceLimit | None:
    if value is None:
        return None
    amount = value.get("amount") if isinstance(value, Mapping) else None
    if isinstance(amount, bool) or not isinstance(amount, (int, float)) or not 0 < amount <= MOST_AMOUNT:
        raise BadSetting(f"searches: price_limit.amount is a number up to {MOST_AMOUNT:g}.")
    return PriceLimit(float(amount), _one_of(value.get("currency"), "currency", CURRENCIES) or CURRENCIES[0])


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise BadSetting("searches: public is true or false.")
    return value
