"""Connecting: by two clicks, by the terminal's code, refused; and what a stranger on the port gets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from tests.browser.conftest import World
from tests.browser.harness.driver import Tab, TimedOut, fill, press, until
from tests.browser.harness.setup import ALLOW, ask, connect, prefer
from tests.browser.harness.stranger import Stranger

pytestmark = pytest.mark.browser
DENY = "^(Deny|Từ chối)$"


@contextmanager
def _forgotten(world: World) -> Iterator[Tab]:
    """The welcome page of a browser that is not connected, with a fresh code in the terminal; connected afterwards."""
    options = world.browser.tab(world.browser.extension_url("options/options.html"))
    press(options, "button", world.texts.exactly("forget_now"))
    until(lambda: ask(options, {"type": "conn.retry"})["state"] == "unpaired", "a forgotten connection")
    options.close()
    world.soi.restart()
    welcome = world.browser.tab(world.browser.extension_url("welcome/welcome.html"))
    try:
        yield welcome
    finally:
        world.soi.restart()
        if ask(welcome, {"type": "conn.retry"})["state"] != "connected":
            ask(welcome, {"type": "pair.cancel"})
            connect(world.browser, world.soi, world.texts)
        welcome.close()


def _state(own: Tab) -> str:
    return str(ask(own, {"type": "pair.poll"})["state"])


def _typed(approval: Tab, world: World) -> bool:
    """The code is typed and allowed; once more, as a person would, if the form still asks for it."""
    if approval.tree().find("button", ALLOW):
        fill(approval, "textbox", "", world.soi.code())
        press(approval, "button", ALLOW)
    return True


def _connects(welcome: Tab) -> bool:
    with suppress(TimedOut):
        return until(lambda: _state(welcome) == "connected", "the connection", patience=8)
    return False


def test_without_a_connection_the_badge_offers_to_connect(world: World) -> None:
    """Nothing is sent, nothing is shown but the one fix."""
    with _forgotten(world):
        badge = world.visit("linhdan.vidu")
        badge.wait_for(world.texts("problem_unauthorized"))
        badge.find("button", world.texts.exactly("connect"))


def test_the_terminals_code_connects_without_a_soi_tab(world: World) -> None:
    """The page to allow takes the code that ``soi serve`` printed, and shows the same matching code."""
    with _forgotten(world) as welcome:
        press(welcome, "button", world.texts.exactly("connect"))
        pending = until(
            lambda: (asked := ask(welcome, {"type": "pair.poll"})).get("code") and asked, "a code"
        )
        approval = world.browser.tab(pending["approve_url"])
        until(lambda: pending["code"] in approval.tree().outline(), "the same matching code on both sides")
        until(lambda: _typed(approval, world) and _connects(welcome), "the connection", patience=15)
        approval.close()
        world.visit("linhdan.vidu").wait_for("33.6K", creator="linhdan.vidu")


def test_a_denied_pairing_leaves_nothing_behind(world: World) -> None:
    """Deny in the Soi tab: the extension is not connected and says so."""
    with _forgotten(world) as welcome:
        web = world.browser.tab(world.soi.entrance())
        press(welcome, "button", world.texts.exactly("connect"))
        press(web, "button", DENY)
        until(lambda: _state(welcome) == "unpaired", "the refusal")
        web.close()


@pytest.mark.parametrize(
    ("hello", "problem"),
    [
        ({"app": "soi", "version": "0.2.0", "api": 1, "proof": "0" * 64}, "problem_server_foreign"),
        ({"hello": "I am something else"}, "problem_server_foreign"),
        ({"app": "soi", "version": "9.0.0", "api": 99}, "problem_version_mismatch"),
    ],
    ids=["wrong-proof", "another-program", "another-version"],
)
def test_a_stranger_on_the_port_gets_no_token_and_no_page(
    world: World, hello: dict[str, object], problem: str
) -> None:
    """Only hello is asked of it; the badge names the trouble and the one fix."""
    stranger = Stranger(hello)
    prefer(world.browser, port=stranger.port)
    try:
        world.visit("linhdan.vidu").wait_for(world.texts(problem))
    finally:
        prefer(world.browser, port=world.soi.port)
        stranger.close()
    assert {path.split("?")[0] for _, path, _ in stranger.heard} == {"/api/v1/hello"}
    assert {authorization for _, _, authorization in stranger.heard} == {""}
