"""The demo page: what it loads, that its checks are real ones, and that they are for invented creators and leave nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from server.app import JUDGE_KEY
from server.errors import TooLarge
from server.security.headers import CONTENT_SECURITY_POLICY
from server.security.heads import SMALL_BODY, Head
from tests.http.conftest import Client, profile_page

ROOT = Path(__file__).resolve().parents[2]
CHECKS = "/api/v1/demo/checks"
NOBODY = {"Authorization": ""}
IMPORTED = re.compile(r"""(?:from|import) ["'](\.[^"']+)["']""")
NAMED = re.compile(r'(?:src|href)="(/[^"]+)"')
PROFILE = '<html lang="vi"><body><main><header><h2>{name}</h2><a href="/{name}/followers/">12,3&nbsp;N người theo dõi</a></header></main></body></html>'


def capture(name: str) -> dict[str, Any]:
    """A look at an invented profile."""
    html = PROFILE.format(name=name)
    return {"schema": 1, "url": f"https://www.instagram.com/{name}/", "navigation": "spa", "html": html}


def loaded(client: Client, path: str, seen: set[str]) -> set[str]:
    """The address and all that its modules import, each of them answered."""
    if path not in seen:
        seen.add(path)
        answer = client.call("GET", path, **NOBODY)
        assert answer.status_code == 200, path
        for name in IMPORTED.findall(answer.text) if path.endswith(".js") else ():
            parts = path.rpartition("/")[0].split("/")
            for step in name.split("/"):
                parts = parts if step == "." else (parts[:-1] or [""]) if step == ".." else [*parts, step]
            loaded(client, "/".join(parts), seen)
    return seen


def test_all_that_the_demo_loads_is_there(client: Client) -> None:
    """Page, styles, scripts and every module behind them, under the policy of all pages and without a token."""
    page = client.call("GET", "/demo", **NOBODY)
    seen: set[str] = set()
    for path in NAMED.findall(page.text):
        loaded(client, path, seen)
    assert page.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert {"/extension/background/router.js", "/extension/content.js", "/static/demo/main.js"} <= seen


def test_the_badge_is_the_extensions_own(client: Client) -> None:
    """Every content script of the manifest but the one that hears requests; only the door to the network is the demo's."""
    manifest = json.loads((ROOT / "extension" / "manifest.json").read_text("utf-8"))
    content = client.call("GET", "/extension/content.js", **NOBODY).text
    names = [name for group in manifest["content_scripts"] for name in group["js"]]
    missing = [name for name in names if (ROOT / "extension" / name).read_text("utf-8") not in content]
    door = client.call("GET", "/extension/background/server.js", **NOBODY).text
    assert missing == ["content/page_responses.js"]
    assert door == (ROOT / "server" / "web" / "demo" / "door.js").read_text("utf-8")


@pytest.mark.parametrize(
    "name", ["manifest.json", "popup/popup.html", "../server/__init__.py", "content/../manifest.json", ""]
)
def test_other_files_have_no_address(client: Client, name: str) -> None:
    """Neither the extension's own pages nor anything beside its folders."""
    assert client.call("GET", f"/extension/{name}", **NOBODY).status_code == 404


def test_a_check_is_real_and_leaves_nothing(client: Client) -> None:
    """The answer is that of a check in a fresh install; afterwards nobody is known."""
    asked = client.call("POST", CHECKS, capture("linhdan.vidu"), **NOBODY)
    known = client.call("GET", "/api/v1/checks").json["checks"]
    real = client.call("POST", "/api/v1/checks", capture("linhdan.vidu")).json
    assert (asked.status_code, known) == (200, [])
    assert [asked.json[key] for key in ("verdict", "trust", "fit", "shortlist")] == [
        real[key] for key in ("verdict", "trust", "fit", "shortlist")
    ]


@pytest.mark.parametrize(
    "body", [capture("linhdan.demo"), {"html": profile_page().replace(".vidu", ".demo")}, {"html": ""}]
)
def test_only_invented_creators_are_checked_without_a_token(client: Client, body: dict[str, Any]) -> None:
    """Whoever else is asked about needs a session, whatever the page is."""
    assert client.call("POST", CHECKS, body, **NOBODY).status_code == 401


def test_no_other_site_can_ask(client: Client) -> None:
    """A page of a stranger has the demo check nothing."""
    answer = client.call("POST", CHECKS, capture("linhdan.vidu"), **NOBODY, Sec_Fetch_Site="cross-site")
    assert answer.json["error"]["code"] == "bad_origin"


def test_a_large_body_is_not_kept(client: Client) -> None:
    """More than the demo needs is refused by its head."""
    headers = {"HOST": f"127.0.0.1:{client.services.settings.port}", "CONTENT_TYPE": "application/json"}
    refused = client.app.extensions[JUDGE_KEY](Head("POST", CHECKS, headers, SMALL_BODY + 1))
    assert isinstance(refused, TooLarge)
