"""Invented pictures: a profile picture and a post are plain shapes drawn from their name."""

from __future__ import annotations

from hashlib import sha256

_ANONYMOUS = "44884218_"
_SILHOUETTE = '<circle cx="160" cy="120" r="56" fill="#fff"/><circle cx="160" cy="300" r="110" fill="#fff"/>'


def svg(name: str) -> str:
    """A square picture of 320 units that is the same every time; plain colours keep pictures of the site small."""
    if name.startswith(_ANONYMOUS):
        return _frame("#dbdbdb", _SILHOUETTE)
    seed = sha256(name.encode()).digest()
    hue = seed[0] * 360 // 256
    shapes = "".join(
        f'<circle cx="{seed[i] * 320 // 256}" cy="{100 + seed[i + 1] * 220 // 256}" r="{24 + seed[i + 2] // 4}" '
        f'fill="{_flat(hue + 20 + seed[i + 3] // 3, 50 + seed[i + 3] % 25)}"/>'
        for i in range(2, 18, 4)
    )
    return _frame(_flat(hue, 80), shapes)


def _flat(hue: int, lightness: int) -> str:
    return f"hsl({hue % 360} 45% {lightness}%)"


def _frame(ground: str, shapes: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 320" width="320" height="320">'
        f'<rect width="320" height="320" fill="{ground}"/>{shapes}</svg>'
    )
