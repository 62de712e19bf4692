"""Numbers inside a signal's sentences, written as each language writes them."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, isfinite

from server.messages import Text

_VIETNAMESE = str.maketrans({",": ".", ".": ","})


class Shown:
    """A number that formats itself: ``{value:pct1}`` in English 3.1%, in Vietnamese 3,1%.

    Formats: ``int`` 12,300; ``dec1`` 3.1; ``pct0`` and ``pct1`` for a fraction as percent; ``times`` for a logarithm
    as a factor.
    """

    def __init__(self, value: float, vietnamese: bool) -> None:
        self.value = value
        self.vietnamese = vietnamese

    def __format__(self, spec: str) -> str:
        if not isfinite(self.value):
            return "?"
        text = _FORMATS[spec](self.value)
        return text.translate(_VIETNAMESE) if self.vietnamese else text


_FORMATS = {
    "int": lambda value: f"{value:,.0f}",
    "dec1": lambda value: f"{value:,.1f}",
    "dec2": lambda value: f"{value:,.2f}",
    "pct0": lambda value: f"{100 * value:.0f}%",
    "pct1": lambda value: f"{100 * value:.1f}%",
    "times": lambda value: f"{exp(min(value, 20.0)):,.1f}",
}


def fill(text: Text, values: Mapping[str, float]) -> Text:
    """``text`` with its numbers put in, each language in its own grammar."""
    return Text(
        text.en.format(**{name: Shown(value, False) for name, value in values.items()}),
        text.vi.format(**{name: Shown(value, True) for name, value in values.items()}),
    )
