"""What the pages compare a creator with: price lists and benchmarks, each with its source."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response

from server.api.context import answer, services
from server.scoring.own import own_of
from server.scoring.prices import load_prices
from server.security.policy import policy

blueprint = Blueprint("references", __name__)


@blueprint.get("/references")
@policy()
def references() -> Response:
    """``{"prices": {version, markets, formats}, "benchmarks": {default, sources}}``; the default is the first source."""
    return answer({"prices": _prices(), "benchmarks": _benchmarks()})


def _prices() -> dict[str, Any]:

    return asdict(own_of(services().store.settings.get().value).prices or load_prices())


def _benchmarks() -> dict[str, Any]:
    from server.scoring.benchmarks import load_benchmarks  # noqa: PLC0415 - scoring is loaded after the port is bound

    table = load_benchmarks()
    return {
        "default": table.default.id,
        "sources": [asdict(table.default), *(asdict(source) for source in table.sources)],
    }
