"""Settings, searches, thresholds, price lists, and what others would change."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType, defstruct, field

from server.scoring.prices import Prices
from server.scoring.searches import Search
from server.settings import RULES, kind_of
from server.store.stages import Stage

EditableSettings = defstruct(
    "EditableSettings",
    [(name, kind_of(name)) for name, rule in RULES.items() if rule.editable],
    frozen=True,
    kw_only=True,
    module=__name__,
)


class SettingsAnswer(Struct, frozen=True, kw_only=True):
    """``fixed`` names what soi.toml, the environment or a flag holds."""

    settings: EditableSettings  # type: ignore[valid-type] # made from the one table of settings
    fixed: tuple[str, ...]
    version: int


class SearchesAnswer(Struct, frozen=True, kw_only=True):
    searches: tuple[Search, ...]
    active: str | None
    own: bool
    version: int


class StagesAnswer(Struct, frozen=True, kw_only=True):
    stages: tuple[Stage, ...]
    own: bool
    version: int


class SortBy(Struct, frozen=True, kw_only=True):
    by: str
    descending: bool


class SavedView(Struct, frozen=True, kw_only=True):
    """A view of the list: what is shown of whom, in which order. What a filter means is the page's business."""

    id: str
    name: str
    filters: dict[str, Any]
    sort: SortBy | None
    columns: tuple[str, ...] | None
    is_default: bool
    """The list begins with it."""


class ViewsAnswer(Struct, frozen=True, kw_only=True):
    views: tuple[SavedView, ...]
    own: bool
    version: int


class VerdictChange(Struct, frozen=True, kw_only=True):
    before: str = field(name="from")
    after: str = field(name="to")
    n: int


class ChangedCreator(Struct, frozen=True, kw_only=True):
    username: str
    before: str = field(name="from")
    after: str = field(name="to")


class NotJudged(Struct, frozen=True, kw_only=True):
    never_checked: int
    no_audit: int


class Preview(Struct, frozen=True, kw_only=True):
    """What other rules would change on the present list."""

    total: int
    judged: int
    pending: int
    changed: int
    changes: tuple[VerdictChange, ...]
    creators: tuple[ChangedCreator, ...]
    not_judged: NotJudged
    model_version: str


class OwnThreshold(Struct, frozen=True, kw_only=True):
    name: str
    value: float
    published: float
    least: float
    most: float
    unit: str


class ThresholdsAnswer(Struct, frozen=True, kw_only=True):
    thresholds: tuple[OwnThreshold, ...]
    own: bool
    model_version: str
    version: int


class OwnPriceRange(Struct, frozen=True, kw_only=True):
    start: float = field(name="from")
    end: float = field(name="to")
    low: float
    high: float


class OwnPriceList(Struct, frozen=True, kw_only=True):
    currency: str
    ranges: tuple[OwnPriceRange, ...]


class PricesAnswer(Struct, frozen=True, kw_only=True):
    own: tuple[OwnPriceList, ...] | None
    published: Prices
    version: int


class BenchmarkSource(Struct, frozen=True, kw_only=True):
    """The default has limits by percentile, the others have medians over what they cover."""

    id: str
    name: str
    year: int | None
    metric: str
    note: str
    log_followers: tuple[float, ...]
    percentiles: tuple[float, ...] | UnsetType = UNSET
    log_limits: tuple[tuple[float, ...], ...] | UnsetType = UNSET
    log_medians: tuple[float, ...] | UnsetType = UNSET
    low: float | UnsetType = UNSET
    high: float | UnsetType = UNSET


class BenchmarksAnswer(Struct, frozen=True, kw_only=True):
    default: str
    sources: tuple[BenchmarkSource, ...]


class ReferencesAnswer(Struct, frozen=True, kw_only=True):
    """What creators are compared with, each with its source."""

    prices: Prices
    benchmarks: BenchmarksAnswer
