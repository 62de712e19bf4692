"""Draw Soi's icon, a lens with the light behind it, for the extension and for the web app.

``python scripts/make_icons.py`` writes extension/icons/*.png and server/web/icon.svg; ``--check`` fails when a file
differs. The shapes are distances, so every size is drawn sharp for itself, and the same bytes come out on every machine.
"""

from __future__ import annotations

import argparse
import math
import struct
import sys
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZES = (16, 32, 48, 128)

Colour = tuple[int, int, int]
_GROUND: Colour = (13, 59, 66)
_RING: Colour = (255, 255, 255)
_LIGHT: Colour = (255, 193, 59)
_GLASS: Colour = (34, 98, 105)
# In units of the icon's width: the lens sits up and left so that the handle has room.
_CENTRE = (0.43, 0.43)
_LENS, _RIM, _SUN = 0.285, 0.085, 0.125
_HANDLE = ((0.645, 0.645), (0.835, 0.835))
_HANDLE_WIDTH = 1.36
"""In rims."""
_CORNER = 0.22


def icon(size: int) -> bytes:
    """The icon as a PNG of ``size`` pixels square."""
    rows = b"".join(b"\0" + b"".join(_pixel(x, y, size) for x in range(size)) for y in range(size))
    return _png(size, rows)


def drawing() -> str:
    """The same shapes as SVG, 100 units square."""
    (x, y), (start, end) = _scaled(_CENTRE), map(_scaled, _HANDLE)
    lens, rim, sun, corner = _scaled((_LENS, _RIM, _SUN, _CORNER))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">\n'
        f'  <rect width="100" height="100" rx="{corner}" fill="{_hex(_GROUND)}"/>\n'
        f'  <circle cx="{x}" cy="{y}" r="{lens}" fill="{_hex(_GLASS)}"/>\n'
        f'  <circle cx="{x}" cy="{y}" r="{sun}" fill="{_hex(_LIGHT)}"/>\n'
        f'  <g fill="none" stroke="{_hex(_RING)}" stroke-linecap="round">\n'
        f'    <circle cx="{x}" cy="{y}" r="{lens}" stroke-width="{rim}"/>\n'
        f'    <path d="M{start[0]} {start[1]} {end[0]} {end[1]}" stroke-width="{rim * _HANDLE_WIDTH:g}"/>\n'
        "  </g>\n</svg>\n"
    )


def _scaled(shares: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(round(100 * share, 1) for share in shares)


def _hex(colour: Colour) -> str:
    return f"#{bytes(colour).hex()}"


def _pixel(column: int, row: int, size: int) -> bytes:
    x, y = (column + 0.5) / size, (row + 0.5) / size
    from_lens = math.dist((x, y), _CENTRE)
    colour = _GROUND
    colour = _over(colour, _GLASS, _cover(from_lens - _LENS, size))
    colour = _over(colour, _LIGHT, _cover(from_lens - _SUN, size))
    colour = _over(colour, _RING, _cover(abs(from_lens - _LENS) - _rim(size) / 2, size))
    colour = _over(
        colour, _RING, _cover(_from_segment((x, y), *_HANDLE) - _rim(size) * _HANDLE_WIDTH / 2, size)
    )
    return bytes([*colour, round(255 * _cover(_from_square(x, y), size))])


def _rim(size: int) -> float:
    """At least 1.5 pixels, else the ring is a haze in the toolbar."""
    return max(_RIM, 1.5 / size)


def _cover(distance: float, size: int) -> float:
    """Share of the pixel inside a shape whose edge is ``distance`` away (negative inside)."""
    return min(1.0, max(0.0, 0.5 - distance * size))


def _over(below: Colour, above: Colour, share: float) -> Colour:
    red, green, blue = (round(b + (a - b) * share) for b, a in zip(below, above, strict=True))
    return red, green, blue


def _from_segment(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    along = [(e - s) for s, e in zip(start, end, strict=True)]
    length = sum(a * a for a in along)
    place = sum((p - s) * a for p, s, a in zip(point, start, along, strict=True)) / length
    place = min(1.0, max(0.0, place))
    return math.dist(point, (start[0] + place * along[0], start[1] + place * along[1]))


def _from_square(x: float, y: float) -> float:
    """Distance from the ground: a square with round corners."""
    beyond = [abs(v - 0.5) - (0.5 - _CORNER) for v in (x, y)]
    return math.hypot(*(max(v, 0.0) for v in beyond)) + min(max(beyond), 0.0) - _CORNER


def _png(size: int, rows: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def stale() -> list[str]:
    """Icons on disk that differ from what would be drawn, or are missing."""
    return [path.name for path, wanted in files().items() if not path.exists() or path.read_bytes() != wanted]


def files() -> dict[Path, bytes]:
    """Every icon by where it belongs."""
    made = {ROOT / "extension" / "icons" / f"{size}.png": icon(size) for size in SIZES}
    return made | {ROOT / "server" / "web" / "icon.svg": drawing().encode()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail when an icon differs")
    if parser.parse_args().check:
        differing = stale()
        print("\n".join(differing) or "Icons are as drawn.")
        return bool(differing)
    for path, wanted in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(wanted)
    print(f"Drew {len(files())} icons.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
