"""Invented pictures: a profile picture and a post are gradients drawn from their name."""

from __future__ import annotations

from hashlib import sha256

_ANONYMOUS = "44884218_"


def svg(name: str) -> str:
    """A square picture of 320 units that is the same every time."""
    if name.startswith(_ANONYMOUS):
        return _frame(
            "#dbdbdb",
            "#dbdbdb",
            '<circle cx="160" cy="120" r="56" fill="#fff"/><circle cx="160" cy="300" r="110" fill="#fff"/>',
        )
    seed = sha256(name.encode()).digest()
    hue, turn = seed[0] * 360 // 256, 30 + seed[1] % 60
    first, second = f"hsl({hue} 55% 62%)", f"hsl({(hue + turn) % 360} 60% 38%)"
    shapes = "".join(
        f'<circle cx="{seed[i] * 320 // 256}" cy="{120 + seed[i + 1] * 200 // 256}" r="{20 + seed[i + 2] // 4}" '
        f'fill="hsl({(hue + seed[i + 3]) % 360} 50% 70%)" opacity=".55"/>'
        for i in range(2, 22, 4)
    )
    return _frame(first, second, shapes)


def _frame(first: str, second: str, shapes: str) -> str:
    stops = f'<stop stop-color="{first}"/><stop offset="1" stop-color="{second}"/>'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 320" width="320" height="320">'
        f'<linearGradient id="g" x2="1" y2="1">{stops}</linearGradient>'
        f'<rect width="320" height="320" fill="url(#g)"/>{shapes}</svg>'
    )
