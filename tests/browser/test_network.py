"""The ledger: a journey with the extension asks Instagram for exactly what the same journey without it asks for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.browser.conftest import World, start
from tests.browser.harness.driver import Tab, find, press, until
from tests.browser.standin.site import HOME, Entry, StandIn

pytestmark = pytest.mark.browser
_ROWS = "document.querySelectorAll('#rows > div > div').length"
_LAST = "PolarisProfileSuggestedUsersWithPreloadableQuery"
_TILES = "document.querySelectorAll('#grid a').length"


def _journey(tab: Tab, site: StandIn) -> None:
    """Two profiles, hovering, the followers list, a post and back: every condition is the page's own."""
    tab.goto(f"{HOME}/gymlab.vidu/")
    _settled(tab, site, 1)
    for number in (1, 2):
        tab.hover(f"#grid > div > div:nth-child({number}) > div a")
    press(tab, "link", "người theo dõi", within=("main", ""))
    until(lambda: tab.evaluate(_ROWS) == 12, "twelve followers")
    tab.evaluate("document.getElementById('rows').scrollTo(0, 1e6) ?? null")
    until(lambda: tab.evaluate(_ROWS) == 24, "twelve more")
    press(tab, "button", "Đóng", within=("dialog", ""))
    _settled(tab, site, 2)
    press(tab, "link", "linhdan.vidu$", within=("navigation", ""))
    find(tab, "heading", "^linhdan.vidu$")
    _settled(tab, site, 3)
    tab.evaluate("document.querySelector('#grid a').click() ?? null")
    until(
        lambda: tab.evaluate("document.querySelectorAll('#comments li, #comments time').length") > 5,
        "comments",
    )
    tab.back()
    until(lambda: tab.evaluate("document.querySelector('[role=dialog]') === null"), "the closed post")
    _settled(tab, site, 4)


def _settled(tab: Tab, site: StandIn, times: int) -> None:
    """The grid was drawn for the ``times``-th time, and the last thing asked for after it has been asked for.

    Counted, because the page draws its grid anew a moment after a dialog is closed: leaving before that would cut its
    requests off.
    """

    def asked(operation: str) -> int:
        return sum(count for entry, count in site.requests().items() if entry.operation == operation)

    until(lambda: tab.evaluate(_TILES) == 12, "twelve tiles")
    until(lambda: asked("PolarisProfilePostsQuery") >= times, "the posts asked for")
    until(lambda: asked(_LAST) >= times, "the page's last request")


def _added(log: Counter[Entry], base: Counter[Entry]) -> dict[Entry, int]:
    """What came more often than without the extension. Pictures are cached, so for them only a new one counts."""
    more = {entry: count - base[entry] for entry, count in log.items() if count > base[entry]}
    return {entry: count for entry, count in more.items() if not (_is_picture(entry) and entry in base)}


def _is_picture(entry: Entry) -> bool:
    return entry.host == "scontent.cdninstagram.com"


@pytest.fixture(scope="module")
def base(
    request: pytest.FixtureRequest, site_server: StandIn, tmp_path_factory: pytest.TempPathFactory
) -> Counter[Entry]:
    """The log of the journey in the same kind of browser without any extension."""
    name = request.getfixturevalue("world_server").browser.name
    folder: Path = tmp_path_factory.mktemp(f"bare-{name}")
    bare = start(name, folder, None, site_server)
    try:
        site_server.reset()
        tab = bare.tab()
        _journey(tab, site_server)
        return site_server.requests()
    finally:
        bare.close()


def test_the_extension_adds_no_request_to_instagrams_hosts(base: Counter[Entry], world: World) -> None:
    """Badge shown and filled in on the way, and the site's log is the same as without it."""
    assert sum(base.values()) > 20, "the journey made too few requests to prove anything"
    world.site.reset()
    _journey(world.tab, world.site)
    world.badge.wait_for("33.6K", "%", creator="linhdan.vidu")
    assert _added(world.site.requests(), base) == {}
