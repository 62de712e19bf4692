"""Whether a creator is what the marketer is looking for: each check of the active search with its own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from math import inf, isfinite, isnan, nan
from typing import Literal

from msgspec import Struct

from server.facts import Facts
from server.messages import Text
from server.metrics.activity import Activity
from server.metrics.sponsors import Sponsorship, is_one_of
from server.metrics.tiers import Tier, tiers
from server.money import Price, exactly, words
from server.scoring.main_topics import TOPIC
from server.scoring.prices import PriceRange
from server.scoring.searches import BANDS, CURRENCIES, PriceLimit, Search
from server.scoring.wording import say
from server.topics.niches import niches
from server.topics.topics import Topic

CheckId = Literal["tier", "private", "engagement", "recency", "price", "language", "niche", "rival"]
BASIC: frozenset[CheckId] = frozenset({"tier", "private", "rival"})
"""Checks that need no post."""
DAY = 86_400.0
MAIN_TOPICS = 2
"""Topics of a creator that a search's niche is held against."""
ENOUGH_CAPTIONS = 1 / 3
"""Share of the captions in the wanted languages that is enough."""


class FitCheck(Struct, frozen=True):
    id: CheckId
    ok: bool | None
    """None where the page does not tell: it neither fails nor blocks, and is named."""
    text: Text


class SearchName(Struct, frozen=True, kw_only=True):
    id: str
    name: str


class FitAnswer(Struct, frozen=True, kw_only=True):
    """Fit as an analysis says it."""

    fits: bool | None
    search: SearchName | None
    checks: tuple[FitCheck, ...]


class Fit(Struct, frozen=True):
    """A creator held against one search; without a search nothing is asked."""

    search: Search | None
    checks: tuple[FitCheck, ...]

    @property
    def fits(self) -> bool | None:
        """False where any check fails, True where none does and some holds; None where nothing is known or asked."""
        answers = {check.ok for check in self.checks}
        return False if False in answers else True in answers or None

    def answer(self) -> FitAnswer:
        named = None if self.search is None else SearchName(id=self.search.id, name=self.search.name)
        return FitAnswer(fits=self.fits, search=named, checks=self.checks)


FitValues = Mapping[str, float]
"""What the checks are asked about, as numbers by name; NaN for what is not known. The store keeps it of the last check,
so that another search can be held against the present list."""


class Content(Struct, frozen=True):
    """What the posts are about, in which languages, and for whom they were paid."""

    topics: tuple[Topic, ...]
    languages: Mapping[str, float]
    sponsorship: Sponsorship
    now: datetime | None
    """When the page was looked at."""


def known_for_fit(
    facts: Facts, band: str | None, prices: Sequence[PriceRange], activity: Activity, content: Content
) -> dict[str, float]:
    """What a page tells a search: followers, privacy, the place of the band in BANDS, days, expected prices, content."""
    size = facts.followers
    known = {
        "followers": nan if size is None else float(size.value),
        "followers_low": nan if size is None else float(size.low),
        "followers_high": nan if size is None else float(size.high),
        "private": nan if facts.is_private is None else float(facts.is_private),
        "band": nan if band is None else float(BANDS.index(band)),
        **_newest(facts, activity),
        **_content(content),
    }
    for currency in CURRENCIES:
        found = next((price for price in prices if price.market.currency == currency), None)
        known[f"price_low_{currency}"] = nan if found is None else found.low
        known[f"price_high_{currency}"] = nan if found is None else found.high
    return known


def _content(content: Content) -> dict[str, float]:
    """Shares by topic and by language, days since the last paid post by sponsor; a name that is not there is 0."""
    paid, now = content.sponsorship, content.now
    days = (
        {} if now is None else {s.name: (now - s.last).total_seconds() / DAY for s in paid.sponsors if s.last}
    )
    return {
        "topics": float(len(content.topics)),
        **{TOPIC + topic.id: topic.share for topic in content.topics[:MAIN_TOPICS]},
        "languages": float(bool(content.languages)),
        **{f"language:{language}": share for language, share in content.languages.items()},
        "looked_back_days": nan if paid.looked_back_days is None else paid.looked_back_days,
        **{f"sponsor:{sponsor.name}": days.get(sponsor.name, nan) for sponsor in paid.sponsors},
    }


def _newest(facts: Facts, activity: Activity) -> dict[str, float]:
    """Days since the newest post that is dated; ``newest_sure`` is 1 where no newer one can be among those seen.

    An account without a single post has its newest one infinitely long ago.
    """
    if facts.post_count is not None and facts.post_count.high == 0 and not facts.posts:
        return {"newest_days": inf, "newest_sure": 1.0}
    days = activity.days_since_newest
    if days is None:  # also of a page without a time of its own
        return {"newest_days": nan, "newest_sure": 0.0}
    return {"newest_days": days, "newest_sure": float(activity.is_sure)}


def fit_of(search: Search | None, known: FitValues, asked: Price | None = None) -> Fit:
    """Every check that ``search`` asks for, with its words; ``asked`` as for ``answers``."""
    if search is None:
        return Fit(None, ())
    found = answers(search, known, asked)
    texts = {name: _WORDS[name](search, known, ok) for name, ok in found.items()}
    if (limit := search.price_limit) is not None and asked is not None and asked.has_amount:
        texts["price"] = _asked_words(limit, asked)
    return Fit(search, tuple(FitCheck(name, ok, texts[name]) for name, ok in found.items()))


def answers(
    search: Search | None, known: FitValues, asked: Price | None = None
) -> dict[CheckId, bool | None]:
    """How each check that ``search`` asks for comes out, in their order, without words: quick enough for a whole list.

    ``asked``: the creator's own price, which stands before the expected one where it has an amount.
    """
    if search is None:
        return {}
    found = {name: ask(search, known) for name, wanted, ask in _CHECKS if getattr(search, wanted)}
    if (limit := search.price_limit) is not None and asked is not None and asked.has_amount:
        found["price"] = _within(limit, asked)
    return found


def failed(found: Mapping[CheckId, bool | None], *, basic: bool) -> int:
    """How many checks fail of those that need no post, or of the others."""
    return sum(ok is False and (name in BASIC) is basic for name, ok in found.items())


# --- how each comes out --------------------------------------------------------------------------------------


def _tier(search: Search, known: FitValues) -> bool | None:
    if not isfinite(known["followers_low"]):
        return None
    inside = {tier in search.tiers for tier in _tiers(known)}
    return inside.pop() if len(inside) == 1 else None


def _tiers(known: FitValues) -> tuple[Tier, ...]:
    return tiers(known["followers_low"], known["followers_high"])


def _public(_search: Search, known: FitValues) -> bool | None:
    return not known["private"] if isfinite(known["private"]) else None


def _engagement(search: Search, known: FitValues) -> bool | None:
    least = BANDS.index(search.least_band or BANDS[0])
    return known["band"] >= least if isfinite(known["band"]) else None


def _recency(search: Search, known: FitValues) -> bool | None:
    """A post that is new enough is enough; that none is takes the dates of all."""
    if known["newest_days"] <= (search.newest_days or 0):
        return True
    return False if known["newest_sure"] else None


def _price(search: Search, known: FitValues) -> bool | None:
    limit = search.price_limit
    if limit is None or isnan(known[f"price_low_{limit.currency}"]):
        return None
    if known[f"price_high_{limit.currency}"] <= limit.amount:
        return True
    return False if known[f"price_low_{limit.currency}"] > limit.amount else None


def _within(limit: PriceLimit, asked: Price) -> bool | None:
    """By the low end, from which one may bargain; below an open one ("up to 7tr") only the high end tells."""
    if asked.currency != limit.currency:
        return None
    if asked.low is not None:
        return asked.low <= limit.amount
    return True if asked.high is not None and asked.high <= limit.amount else None


def _language(search: Search, known: FitValues) -> bool | None:
    """A third of the captions is enough: many write in two languages."""
    if not known.get("languages"):
        return None
    return sum(known.get(f"language:{language}", 0.0) for language in search.languages) >= ENOUGH_CAPTIONS


def _niche(search: Search, known: FitValues) -> bool | None:
    """One of the two strongest topics; unclear ones answer nothing."""
    if not known.get("topics"):
        return None
    return any(TOPIC + niche in known for niche in search.niches)


def _rival(search: Search, known: FitValues) -> bool | None:
    """Nobody is free of rivals beyond the posts that were seen."""
    days = _rival_days(search, known)
    if any(not ago > search.rival_days for ago in days.values()):  # an undated one counts as late
        return False
    return True if known.get("looked_back_days", nan) >= search.rival_days else None


def _rival_days(search: Search, known: FitValues) -> dict[str, float]:
    """Days since the last paid post for each rival that was seen; NaN where it is not dated."""
    sponsors = {key.partition(":")[2]: ago for key, ago in known.items() if key.startswith("sponsor:")}
    return {name: ago for name, ago in sponsors.items() if is_one_of(name, search.rivals)}


_CHECKS: tuple[tuple[CheckId, str, Callable[[Search, FitValues], bool | None]], ...] = (
    ("tier", "tiers", _tier),
    ("private", "public", _public),
    ("engagement", "least_band", _engagement),
    ("recency", "newest_days", _recency),
    ("price", "price_limit", _price),
    ("language", "languages", _language),
    ("niche", "niches", _niche),
    ("rival", "rivals", _rival),
)
"""Name, field of the search that asks for it, and how it comes out; in the order in which they are shown."""


# --- in words ------------------------------------------------------------------------------------------------


def _said(name: CheckId, ok: bool | None, numbers: FitValues | None = None, **words: Text) -> Text:
    answer = "unknown" if ok is None else "yes" if ok else "no"
    return say(f"fit.{name}.{answer}", numbers, words)


def _tier_words(search: Search, known: FitValues, ok: bool | None) -> Text:
    shown = isfinite(known["followers_low"])
    found = _listed([say(f"tier.{tier}") for tier in _tiers(known)]) if shown else say("fit.not_shown")
    wanted = _listed([say(f"tier.{tier}") for tier in search.tiers])
    return _said("tier", ok, {"followers": known["followers"]}, found=found, wanted=wanted)


def _engagement_words(search: Search, known: FitValues, ok: bool | None) -> Text:
    band = say(f"band.{BANDS[int(known['band'])]}") if isfinite(known["band"]) else say("fit.not_shown")
    return _said("engagement", ok, band=band, wanted=say(f"fit.band.{search.least_band}"))


def _recency_words(search: Search, known: FitValues, ok: bool | None) -> Text:
    days = known["newest_days"]
    if days == inf:
        return say("fit.recency.none")
    if ok and days < 2:
        return say("fit.recency.today" if days < 1 else "fit.recency.day")
    return _said("recency", ok, {"most": float(search.newest_days or 0), "days": days // 1})


def _price_words(search: Search, known: FitValues, ok: bool | None) -> Text:
    limit = search.price_limit
    if limit is None:
        return say("fit.not_shown")
    ends = {"low": known[f"price_low_{limit.currency}"], "high": known[f"price_high_{limit.currency}"]}
    return _said("price", ok, {"limit": limit.amount, **ends}, currency=Text(limit.currency, limit.currency))


def _asked_words(limit: PriceLimit, asked: Price) -> Text:
    key = "fit.price.asked" if asked.currency == limit.currency else "fit.price.asked_otherwise"
    most = exactly(limit.amount, limit.currency)
    return say(key, words={"asked": words(asked), "limit": words(most)})


def _language_words(search: Search, known: FitValues, ok: bool | None) -> Text:
    found = sorted((key for key in known if key.startswith("language:")), key=lambda key: -known[key])
    return _said("language", ok, wanted=_languages(search.languages), found=_languages(map(_name, found)))


def _languages(codes: Iterable[str]) -> Text:
    return _listed([say(f"language.{code}") for code in codes])


def _niche_words(search: Search, known: FitValues, ok: bool | None) -> Text:
    found = sorted((key for key in known if key.startswith(TOPIC)), key=lambda key: -known[key])
    return _said("niche", ok, wanted=_niches(search.niches), found=_niches(map(_name, found)))


def _niches(ids: Iterable[str]) -> Text:
    names = {niche.id: niche.name for niche in niches()}
    return _listed([names[each] for each in ids if each in names])


def _rival_words(search: Search, known: FitValues, ok: bool | None) -> Text:
    wanted = ", ".join(search.rivals)
    days = _rival_days(search, known)
    found = ", ".join(f"@{name}" for name, ago in days.items() if not ago > search.rival_days)
    numbers = {"most": float(search.rival_days), "seen": known.get("looked_back_days", nan)}
    return _said("rival", ok, numbers, wanted=Text(wanted, wanted), found=Text(found, found))


def _name(key: str) -> str:
    return key.partition(":")[2]


_WORDS: Mapping[CheckId, Callable[[Search, FitValues, bool | None], Text]] = {
    "tier": _tier_words,
    "private": lambda _search, _known, ok: _said("private", ok),
    "engagement": _engagement_words,
    "recency": _recency_words,
    "price": _price_words,
    "language": _language_words,
    "niche": _niche_words,
    "rival": _rival_words,
}


def _listed(texts: Sequence[Text]) -> Text:
    """ "micro or mid-tier"."""
    return Text(" or ".join(text.en for text in texts), " hoặc ".join(text.vi for text in texts))
