"""A page that wants something: forged events and messages, synthetic clicks, look-alikes, a bio of markup."""

from __future__ import annotations

import pytest

from tests.browser.conftest import World
from tests.browser.harness.driver import until
from tests.browser.standin.site import HOSTILE, MESSAGE

pytestmark = pytest.mark.browser


def test_a_hostile_page_gets_no_save_no_token_and_no_script(world: World) -> None:
    """It forges every event it sees, clicks wherever it can and asks the local server: all for nothing."""
    world.soi.clear_shortlist()
    badge = world.visit(HOSTILE)
    badge.wait_for("15.7K", creator=HOSTILE)
    world.tab.evaluate(f"(window.__soi_port = {world.soi.port}, 1)")
    until(lambda: world.tab.evaluate("window.__pestered === true"), "the page's efforts", 20)
    assert len(world.tab.evaluate("window.__tried")) > 3, (
        "the page did not try: this test would prove nothing"
    )
    assert world.tab.evaluate("window.__stolen") == []
    assert world.tab.evaluate("window.__pwned ?? null") is None
    assert world.soi.shortlist() == {}
    badge.find("button", world.texts.exactly("save"))


def test_markup_in_a_bio_is_only_ever_text(world: World) -> None:
    """Name, bio and captions full of markup are shown, and no element comes of them."""
    badge = world.visit(HOSTILE)
    badge.wait_for("%", creator=HOSTILE)
    badge.expand()
    region = badge.regions()[0]
    assert list(world.tab.tree().all("image", "onerror", region)) == []
    assert world.tab.evaluate("window.__pwned ?? null") is None


def test_a_look_alike_is_not_soi(world: World) -> None:
    """The page's own box calls itself Soi; pressing its button saves nothing."""
    world.soi.clear_shortlist()
    badge = world.visit(HOSTILE)
    badge.wait_for("15.7K", creator=HOSTILE)
    world.tab.evaluate("document.querySelector('#page-imitation button').click() ?? null")
    assert world.soi.shortlist() == {}


def test_direct_messages_never_reach_the_server_or_the_storage(world: World) -> None:
    """They pass through the same door as the profile's answers and must stay unread."""
    badge = world.visit("linhdan.vidu")
    badge.wait_for("%", creator="linhdan.vidu")
    operations = {entry.operation for entry in world.site.requests()}
    assert "IGDThreadDetailMainViewContainerQuery" in operations
    own = world.browser.tab(world.browser.extension_url("options/options.html"))
    kept = own.evaluate("chrome.storage.local.get(null)")
    own.close()
    assert MESSAGE not in str(kept)
    assert [path.name for path in world.soi.files() if MESSAGE.encode() in path.read_bytes()] == []
