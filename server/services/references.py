"""What the pages compare a creator with: price lists and benchmarks, each with its source."""

from __future__ import annotations

from typing import Any

from server.own_json import plain
from server.scoring.benchmarks import load_benchmarks
from server.scoring.own import own_of
from server.scoring.prices import load_prices
from server.store.store import Store


class References:
    """Those of one store: its own price lists stand in place of the published ones."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def to_json(self) -> dict[str, Any]:
        """``{"prices": {version, markets, formats}, "benchmarks": {default, sources}}``; the default is the first source."""
        prices = own_of(self._store.settings.get().value).prices or load_prices()
        table = load_benchmarks()
        benchmarks = {"default": table.default.id, "sources": [table.default, *table.sources]}
        return dict(plain({"prices": prices, "benchmarks": benchmarks}))
