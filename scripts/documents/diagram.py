"""The reliability diagram of docs/scoring.md as SVG."""

from __future__ import annotations

from typing import Any

SIZE, MARGIN = 360, 44
SVG_START = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" '
    'font-family="sans-serif" font-size="11" fill="#333">'
)


def reliability_diagram(bins: list[dict[str, Any]]) -> str:
    """Stated against observed share as SVG: a dot for each bin, its area by the number of accounts."""
    most = max((one["n"] for one in bins), default=1)
    dots = [
        f'<circle cx="{_x(one["stated"]):.1f}" cy="{_y(one["observed"]):.1f}" r="{3 + 9 * (one["n"] / most) ** 0.5:.1f}">'
        f"<title>stated {one['stated']:.0%}, observed {one['observed']:.0%}, {one['n']} accounts</title></circle>"
        for one in bins
    ]
    ticks = [
        f'<text x="{_x(share):.1f}" y="{_y(0) + 16:.1f}" text-anchor="middle">{share:.0%}</text>'
        f'<text x="{_x(0) - 6:.1f}" y="{_y(share) + 4:.1f}" text-anchor="end">{share:.0%}</text>'
        for share in (0.0, 0.25, 0.5, 0.75, 1.0)
    ]
    return "\n".join(
        [
            SVG_START.format(size=SIZE),
            "<title>Stated against observed share of manipulated accounts</title>",
            f'<rect width="{SIZE}" height="{SIZE}" fill="#fff"/>',
            f'<path d="M{_x(0)} {_y(0)}H{_x(1)}V{_y(1)}H{_x(0)}Z" fill="none" stroke="#999"/>',
            f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
            '<g fill="#1b6ca8" fill-opacity="0.75">',
            *dots,
            "</g>",
            *ticks,
            f'<text x="{SIZE / 2}" y="{SIZE - 6}" text-anchor="middle">stated</text>',
            f'<text x="12" y="{SIZE / 2}" text-anchor="middle" transform="rotate(-90 12 {SIZE / 2})">observed</text>',
            "</svg>",
            "",
        ]
    )


def _x(share: float) -> float:
    return MARGIN + share * (SIZE - 2 * MARGIN)


def _y(share: float) -> float:
    return SIZE - MARGIN - share * (SIZE - 2 * MARGIN)
