"""Reading a page: ours against BeautifulSoup over the whole document, and against the floor of one scan."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

from bs4 import BeautifulSoup

from scripts.benchmarks import ROOT, Row, at_least, at_most, growth, interleaved, peak_memory
from server.analysis import analyze
from server.capture import Capture
from server.parsing import read_capture

TITLE = "Reading a page"
FIXTURE = ROOT / "tests" / "fixtures" / "pages" / "profile_vi_div.html"
REAL_SIZE = 1_350_000
SIZES = (200_000, 600_000, 1_500_000, 3_000_000)
_FILLER = (
    '<script type="application/json" data-content-len="4096" data-sjs>{"require":[["ScheduledServerJS","handle",null,'
    '[{"__bbox":{"define":[["cr:%d",["__inst_%d"],{"__rc":[null,null]},-1],["SiteData%d",[],{"a":"%s","b":[1,2,3]},31]]}}]]]}'
    "</script>\n<script>requireLazy([%d],function(){%s});</script>\n"
)


def page_of(size: int) -> bytes:
    """The fixture, made as large as a real page the way real pages are large: nine tenths of scripts."""
    head, body = FIXTURE.read_text("utf-8").split("<body", 1)
    missing = max(0, size - len(head.encode()) - len(body.encode()))
    blocks: list[str] = []
    length = number = 0
    while length < missing:
        block = _FILLER % (number, number, number, "x" * 5_500, number, "var e=1;" * 600)
        blocks.append(block)
        length += len(block)
        number += 1
    half = len(blocks) // 2
    end = body.rindex("</body>")
    page = f"{head}{''.join(blocks[:half])}<body{body[:end]}{''.join(blocks[half:])}{body[end:]}"
    return page.encode()


def reduced_capture() -> bytes:
    """What the extension sends: header, metas, number grammar, twelve links; attributes without meaning stripped."""
    page = FIXTURE.read_text("utf-8")
    head = page[: page.index("</head>")]
    header = page[page.index("<header") : page.index("</header>") + 9]
    links = re.findall(r"<a [^>]*/(?:p|reel)/.*?</a>", page, re.DOTALL)[:12]
    grammar = next(
        s for s in re.findall(r"<script.*?</script>", page, re.DOTALL) if "IntlCompactDecimal" in s
    )
    markup = re.sub(r' (?:class|style|src|tabindex|width|height)="[^"]*"', "", header + "".join(links))
    return f"{head}</head><body>{grammar}<main>{markup}</main></body></html>".encode()


def rows(quick: bool) -> Iterator[Row]:
    rounds = 5 if quick else 25
    yield from _whole_page(rounds)
    yield from _sizes(rounds)
    yield from _reduced(rounds)
    yield from _memory()
    yield from _cold_start(3 if quick else 9)


def _header_of(page: bytes) -> bytes:
    return page[page.index(b"<header") : page.index(b"</header>") + 9]


def _whole_page(rounds: int) -> Iterator[Row]:
    page = page_of(REAL_SIZE)
    header = _header_of(page)

    def floor() -> None:
        page.find(b"\0 not there")
        BeautifulSoup(header, "lxml")

    seconds = interleaved(
        {
            "ours": lambda: read_capture(Capture.from_page(page)),
            "floor": floor,
            "html.parser": lambda: BeautifulSoup(page, "html.parser"),
            "lxml": lambda: BeautifulSoup(page, "lxml"),
        },
        rounds,
    )
    detail = ", ".join(f"{name} {value * 1e3:.2f} ms" for name, value in seconds.items())
    ours = seconds["ours"]
    yield at_most(
        "1.35 MB page / (one scan + BeautifulSoup(lxml) of its header)",
        ours / seconds["floor"],
        "x",
        4,
        detail,
    )
    yield at_least("BeautifulSoup(html.parser) of the document / ours", seconds["html.parser"] / ours, "x", 6)
    yield Row("BeautifulSoup(lxml) of the document / ours", seconds["lxml"] / ours, "x")


def _sizes(rounds: int) -> Iterator[Row]:
    pages = {size: page_of(size) for size in SIZES}
    seconds = interleaved(
        {str(size): lambda page=page: read_capture(Capture.from_page(page)) for size, page in pages.items()},
        rounds,
    )
    for size in SIZES:
        yield Row(f"page of {size / 1e6:.1f} MB", seconds[str(size)] * 1e3, "ms")
    # Part of the work does not depend on the size, so the exponent is below one; over one would be worse than linear.
    exponent = growth({size: seconds[str(size)] for size in SIZES})
    yield at_most("growth with the page: exponent, 1 is linear", exponent, "", 1.1)


def _reduced(rounds: int) -> Iterator[Row]:
    page = reduced_capture()
    capture = Capture.from_page(page)
    seconds = interleaved(
        {
            "parse": lambda: read_capture(Capture.from_page(page)),
            "analysis": lambda: analyze(capture),
            "json": lambda: analyze(capture).to_json(),
            "lxml": lambda: BeautifulSoup(page, "lxml"),
        },
        rounds * 4,
        warmup=3,
    )
    detail = f"{len(page) / 1e3:.1f} KB; " + ", ".join(f"{n} {v * 1e3:.2f} ms" for n, v in seconds.items())
    yield at_most(
        "reduced capture to Analysis / BeautifulSoup(lxml) of the same bytes",
        seconds["analysis"] / seconds["lxml"],
        "x",
        2,
        detail,
    )


def _memory() -> Iterator[Row]:
    imports = (
        "from server.parsing import read_capture; from server.capture import Capture; import pathlib, sys\n"
    )
    work = "read_capture(Capture.from_page(pathlib.Path(sys.argv[1]).read_bytes()))"
    path = ROOT / "build" / "page.html"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(page_of(REAL_SIZE))
    extra = peak_memory(imports + work, path) - peak_memory(imports, path)
    path.unlink()
    yield Row("peak memory of one 1.35 MB page beyond the imports", extra / 1e6, "MB")


def _cold_start(rounds: int) -> Iterator[Row]:
    check = [sys.executable, "-m", "server.cli", "check", str(FIXTURE), "--json"]
    imports = [sys.executable, "-c", "import numpy, bs4, lxml"]

    def run(command: list[str]) -> None:
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)

    seconds = interleaved({"check": lambda: run(check), "imports": lambda: run(imports)}, rounds, warmup=1)
    detail = ", ".join(f"{name} {value * 1e3:.0f} ms" for name, value in seconds.items())
    yield at_most(
        "soi check of one page / python -c 'import numpy, bs4, lxml'",
        seconds["check"] / seconds["imports"],
        "x",
        3,
        detail,
    )
