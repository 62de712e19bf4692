"""Reading a page: ours against BeautifulSoup over the whole document, and against the floor of one scan."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial

from bs4 import BeautifulSoup

from scripts.benchmarks import ROOT, Row, at_least, at_most, growth, interleaved, peak_memory
from server import own_json
from server.analysis import Analysis, analyze
from server.capture import Capture
from server.parsing import read_capture

TITLE = "Reading a page"
FIXTURE = ROOT / "tests" / "fixtures" / "pages" / "profile_vi_div.html"
REAL_SIZE = 1_350_000
SIZES = (200_000, 600_000, 1_500_000, 3_000_000)
# The make-up of a rendered profile page of late 2025: a fifth of markup (styles, preloads, long class names) in about
# 900 elements, four fifths of JSON in some 40 blocks, and as many scripts that are only referred to.
_BLOCK = 25_000
_STYLES = (
    "<style nonce>" + ".x1a2b3c4{margin:0;padding:0;border:0 solid var(--ig-separator)}" * 1_400 + "</style>"
)
_PRELOAD = '<link rel="preload" as="script" crossorigin="anonymous" href="https://static.cdninstagram.com/rsrc.php/v4/%s.js">'
_BOX = '<div class="%s"><span class="%s" dir="auto">%d</span><svg role="img" viewBox="0 0 24 24"><path d="%s"></path></svg></div>'


def page_of(size: int) -> bytes:
    """The fixture, made as large as a real page the way real pages are large."""
    head, body = FIXTURE.read_text("utf-8").split("<body", 1)
    scale = min(1.0, size / REAL_SIZE)
    preloads = "".join(_PRELOAD % (f"{number:x}" * 40) for number in range(int(128 * scale)))
    boxes = "".join(
        _BOX % ("x1n2onr6 " * 12, "x193iq5w " * 12, n, "M1 2.5 3 4z" * 12) for n in range(int(120 * scale))
    )
    styles = _STYLES[: int(len(_STYLES) * scale)].removesuffix("</style>") + "</style>"
    end = body.rindex("</body>")
    page = f"{head}{preloads}{styles}<body{body[:end]}{boxes}"
    return f"{page}{_scripts(size - len(page.encode()))}{body[end:]}".encode()


def _scripts(size: int) -> str:
    blocks: list[str] = []
    number = length = 0
    while length < size:
        block = _json_block(number)
        blocks.append(block)
        length += len(block)
        number += 1
    return "".join(blocks)


def _json_block(number: int) -> str:
    row = '["cr:%d",["__inst_%x"],{"__rc":[null,null]},-1],["Config%d",[],{"a":true,"url":"https:\\/\\/x\\/%d"},31],'
    rows = "".join(row % (n, n, n, n) for n in range(number, number + _BLOCK // 110))
    data = f'{{"require":[["ScheduledServerJS","handle",null,[{{"__bbox":{{"define":[{rows}null]}}}}]]]}}'
    return (
        f'<script type="application/json" data-content-len="{len(data)}" data-sjs>{data}</script>'
        f'<script src="https://static.cdninstagram.com/{number}.js" async></script><script></script>'
    )


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


def _read(page: bytes) -> None:
    read_capture(Capture.from_page(page))


def _sizes(rounds: int) -> Iterator[Row]:
    readers = {str(size): partial(_read, page_of(size)) for size in SIZES}
    seconds = interleaved(readers, rounds)
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
    yield _writing(analyze(capture), rounds * 40)


def _writing(found: Analysis, rounds: int) -> Row:
    body = found.to_json()
    seconds = interleaved(
        {"ours": lambda: own_json.dumps(found.answer()), "json.dumps": lambda: json.dumps(body)},
        rounds,
        warmup=3,
    )
    detail = ", ".join(f"{n} {v * 1e3:.2f} ms" for n, v in seconds.items())
    return at_most(
        "writing one Analysis as JSON / json.dumps of the same as plain dicts",
        seconds["ours"] / seconds["json.dumps"],
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

    with tempfile.TemporaryDirectory() as home:  # somebody's own store would be opened too

        def run(command: list[str]) -> None:
            own = os.environ | {"SOI_HOME": home}
            subprocess.run(command, cwd=ROOT, env=own, capture_output=True, check=True)

        seconds = interleaved(
            {"check": lambda: run(check), "imports": lambda: run(imports)}, rounds, warmup=1
        )
    detail = ", ".join(f"{name} {value * 1e3:.0f} ms" for name, value in seconds.items())
    yield at_most(
        "soi check of one page / python -c 'import numpy, bs4, lxml'",
        seconds["check"] / seconds["imports"],
        "x",
        3,
        detail,
    )
