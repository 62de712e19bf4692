"""What the server answers is typed by its records: `any` is left to what is not Soi's."""

from __future__ import annotations

import re

import pytest

from tests.project.files import ROOT, tracked

pytestmark = pytest.mark.documents

FOREIGN = {
    "extension/background/router.js": "one table of routes, each with a request of its own",
    "extension/content/document.js": "a document past the page's own elements",
    "extension/content/dom.js": "a drawn icon is no HTMLElement",
    "extension/content/main.js": "one table of messages, each with fields of its own",
    "extension/content/page_responses.js": "what Instagram's page asks and is answered",
    "extension/content/uncovered.js": "what one browser alone has",
    "server/web/modules/parts/libraries.js": "vendored plots, which ship no types",
    "server/web/modules/parts/plots.js": "vendored plots, which ship no types",
    "server/web/modules/parts/preact.js": "attributes of any element, before the checked signature",
    "server/web/modules/shell/pages.js": "pages, each with data of its own",
    "server/web/modules/shell/routes.js": "pages, each with data of its own",
    "server/web/service_worker.js": "the scope of a worker, which the types of a page do not know",
    "types/demo.d.ts": "a stand-in for the browser that has only what Soi reads",
}
"""Whose types are not Soi's to say, with what they are."""
_ANY = re.compile(r"[:{<|(>]\s*any\s*[}>,);|\]]|\bany\[\]")
_CODE = re.compile(r"/\*\*.*?\*/", re.DOTALL)


def _untyped(text: str, is_declaration: bool) -> bool:
    parts = [text] if is_declaration else [one for one in _CODE.findall(text) if "@" in one or "{" in one]
    return any(_ANY.search(part) for part in parts)


def test_any_is_left_to_what_is_not_of_soi() -> None:
    """A new `any` is either foreign, with its reason here, or has a type that the generated ones know."""
    files = [
        (path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        for path in tracked()
        if path.suffix in (".js", ".ts")
        and path.relative_to(ROOT).parts[0] in ("extension", "server", "types")
    ]
    found = {name for name, text in files if "/vendor/" not in name and _untyped(text, name.endswith(".ts"))}
    assert found == set(FOREIGN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/** @param {any} x */", True),
        ("/** @returns {Promise<any>} */", True),
        ("/** @type {(message: any) => void} */", True),
        ("/** Takes any of them. @param {string} x */", False),
        ("/** One: any program does. @param {string} x */", False),
        ('/** @param {"any" | "page"} from */', False),
    ],
)
def test_any_is_told_from_the_word(text: str, expected: bool) -> None:
    """The word in a sentence is no type."""
    assert _untyped(text, is_declaration=False) is expected
