"""Write what the server's tables say where the extension and the web app need it too.

``python scripts/make_shared_facts.py`` writes extension/shared/facts.js, a classic script since content scripts are
some, extension/background/present/niches.js, and server/web/modules/words/shared_facts.js. The tables stay where they
are judged by; nobody edits the copies. The shapes of the verdicts' icons stand in the badge's style sheet, and the web
app draws the same; so do the palette and the type scale, which go into its tokens.css.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from server.campaigns.brief import CATEGORIES
from server.campaigns.pictures import MOST_BYTES, MOST_OF_VERSION, SUFFIX
from server.campaigns.pipeline import BY_LOG, OPEN
from server.campaigns.records import CHANNELS, DELIVERABLE_KINDS, DELIVERABLE_STATES, MESSAGES, RULED
from server.campaigns.today import TASK_KINDS
from server.capture import MAX_SAMPLE_ROWS
from server.handles import PLATFORM_PAGES, PLATFORM_TITLES
from server.instagram import DEFAULT_PICTURES, NOT_USERNAMES
from server.metrics.tiers import TIERS
from server.scoring.searches import BANDS, CURRENCIES, MOST_WORD, MOST_WORDS, RIVAL_DAYS
from server.scoring.verdict_codes import CODES
from server.services.reports import INTERNAL, PARTS
from server.store.member_records import ROLES
from server.store.records import STATUSES
from server.topics.niches import niches

ROOT = Path(__file__).resolve().parents[1]
Fact = tuple[str, ...] | dict[str, str] | int
_WIDTH = 120
_PLAIN = frozenset(("NOT_USERNAMES", "STATUSES", "TIERS", "PICTURE_MEDIA", "VERDICTS"))
"""Lists of the web app in which any text is looked up: their types are not narrowed to their words."""
_TOKENS = "server/web/styles/tokens.css"
_EXTENSION = """/**
 * What the server knows as well. Made by scripts/make_shared_facts.py from the server's tables; not edited here.
 * First in the manifest: it makes the namespace.
 */
globalThis.soi ??= /** @type {SoiContent} */ ({});
globalThis.soi.facts = {
%s
};
"""
_NICHES = """/** What the server calls its niches. Made by scripts/make_shared_facts.py from server/topics/niches; not edited here. */

/** @type {Record<string, import("../../../types/messages").Text>} */
export const NICHES = {
%s
};
"""
_WEB = """// What the server knows as well. Made by scripts/make_shared_facts.py from the server's tables; not edited here.

%s
"""


def files() -> dict[str, str]:
    """Path in the repository -> text."""
    extension: dict[str, Fact] = {
        "notUsernames": tuple(sorted(NOT_USERNAMES)),
        "defaultPictures": DEFAULT_PICTURES,
        "statuses": STATUSES,
        "mostRows": MAX_SAMPLE_ROWS,
    }
    web: dict[str, Fact] = {
        "NOT_USERNAMES": tuple(sorted(NOT_USERNAMES)),
        "STATUSES": STATUSES,
        "TIERS": TIERS,
        "PICTURE_MEDIA": tuple(SUFFIX),
        "MOST_PICTURES": MOST_OF_VERSION,
        "MOST_PICTURE_BYTES": MOST_BYTES,
        "BANDS": BANDS,
        "CURRENCIES": CURRENCIES,
        "RIVAL_DAYS": RIVAL_DAYS,
        "MOST_RIVALS": MOST_WORDS,
        "LONGEST_RIVAL": MOST_WORD,
        "CATEGORIES": CATEGORIES,
        "DELIVERABLE_KINDS": DELIVERABLE_KINDS,
        "OPEN_STATES": tuple(state for state in DELIVERABLE_STATES if state in OPEN),
        "BY_LOG": BY_LOG,
        "RULED": RULED,
        "MESSAGES": MESSAGES,
        "CHANNELS": CHANNELS,
        "TASK_KINDS": TASK_KINDS,
        "REPORT_PARTS": PARTS,
        "INTERNAL_PARTS": tuple(part for part in PARTS if part in INTERNAL),
        "ROLES": ROLES,
        "PLATFORM_TITLES": PLATFORM_TITLES,
        "PLATFORM_PAGES": PLATFORM_PAGES,
        "VERDICTS": CODES,
        "VERDICT_ICONS": _verdict_icons(),
    }
    return {
        "extension/background/present/niches.js": _NICHES % _niches(),
        "extension/shared/facts.js": _EXTENSION % _lines(extension, "  {name}: {value},", "  "),
        _TOKENS: _tokens(),
        "server/web/modules/words/shared_facts.js": _WEB % _lines(web, "export const {name} = {value};", ""),
    }


def _niches() -> str:
    """A line a niche: its id and its names."""
    return "\n".join(
        f"  {niche.id}: {{ en: {_quoted(niche.name.en)}, vi: {_quoted(niche.name.vi)} }},"
        for niche in niches()
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _tokens() -> str:
    """The web app's tokens with the extension's palette and type scale in their place."""
    shared = (ROOT / "extension" / "shared" / "tokens.css").read_text("utf-8")
    palette = shared[shared.index("{\n") + 2 : shared.rindex("\n}")]
    own = (ROOT / _TOKENS).read_text("utf-8")
    begins, ends = own.index("\n", own.index("/* begin: ")) + 1, own.index("  /* end */")
    return f"{own[:begins]}{palette}\n{own[ends:]}"


def _verdict_icons() -> dict[str, str]:
    """Verdict -> the path of its icon, on a grid of 20 x 20."""
    style = (ROOT / "extension" / "shared" / "badge.css").read_text("utf-8")
    shapes = dict(re.findall(r'^\.i-(\w+) path \{\n  d: path\("([^"]+)"\);', style, re.MULTILINE))
    return {code: shapes[code] for code in CODES}


def _lines(facts: Mapping[str, Fact], line: str, indent: str) -> str:
    return "\n".join(_laid_out(line, indent, name, value) for name, value in facts.items())


def _laid_out(line: str, indent: str, name: str, value: Fact) -> str:
    """One line, or one line an item where it is too long, as the formatter has it."""
    if isinstance(value, int):
        return line.format(name=name, value=re.sub(r"(?<=\d)(?=(\d{3})+$)", "_", str(value)))
    form = "{}" if indent or name in _PLAIN or isinstance(value, dict) else "/** @type {{const}} */ ({})"
    short = line.format(name=name, value=form.format(json.dumps(value)))
    if len(short) <= _WIDTH:
        return short
    if isinstance(value, dict):
        pairs = "".join(f"\n{indent}  {key}: {json.dumps(text)}," for key, text in value.items())
        return line.format(name=name, value=f"{{{pairs}\n{indent}}}")
    if indent and not any(" " in item for item in value):  # in the page each byte counts
        words = f'"{" ".join(value)}".split(\n{indent}    " ",\n{indent}  )'
        return line.replace(" {value}", "{value}").format(name=name, value=f"\n{indent}  {words}")
    items = "".join(f"\n{indent}  {json.dumps(item)}," for item in value)
    return line.format(name=name, value=form.format(f"[{items}\n{indent}]"))


if __name__ == "__main__":
    for path, text in files().items():
        (ROOT / path).write_text(text, "utf-8")
