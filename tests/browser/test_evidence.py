"""Evidence beyond the counts, gathered as a person does: followers scrolled, posts opened, range and verdict followed."""

from __future__ import annotations

import re
from typing import Any

import pytest

from server.audit import replay
from tests.browser.conftest import World
from tests.browser.harness.badge import Badge
from tests.browser.harness.driver import find, until
from tests.browser.standin.creators import Post

pytestmark = pytest.mark.browser
CREATOR = "tuanxe.vidu"


def width(analysis: dict[str, Any]) -> float:
    return float(analysis["suspicion"]["high"] - analysis["suspicion"]["low"])


def open_followers(world: World) -> None:
    world.tab.evaluate("document.querySelector('header a[href*=followers]').click() ?? null")
    find(world.tab, "dialog", "")


def close_dialog(world: World) -> None:
    """Back, as a person may: the badge can lie over the button where replies fill the dialog's side."""
    world.tab.back()
    until(lambda: world.tab.evaluate("document.querySelector('[role=dialog]') === null"), "the closed dialog")


def sample_of(world: World, kind: str) -> dict[str, Any]:
    """The counts of a sample as the server keeps them; {} while there is none."""
    return world.soi.analysis(CREATOR)["samples"][kind] or {}


def scroll_until(world: World, box: str, kind: str, count: str, wanted: int) -> dict[str, Any]:
    """Scroll the open list to its end, again and again, until ``count`` of the sample is reached."""

    def enough() -> bool:
        world.tab.evaluate(f"document.getElementById('{box}').scrollTo(0, 1e6) ?? null")
        return bool(sample_of(world, kind).get(count, 0) >= wanted)

    until(enough, f"{wanted} of {count}", 60)
    return world.soi.analysis(CREATOR)


def open_post(world: World, post: Post) -> None:
    tile = f"document.querySelector('a[href*=\"{post.shortcode}\"]')"
    until(lambda: world.tab.evaluate(f"{tile} !== null"), "the tile")
    world.tab.evaluate(f"{tile}.click() ?? null")
    find(world.tab, "dialog", CREATOR)


def start(world: World) -> Badge:
    """The profile with its posts, never seen before by this server."""
    world.soi.clear_creator(CREATOR)
    badge = world.visit(CREATOR)
    badge.wait_for("%", world.texts("guide_progress", k=2, n=4), creator=CREATOR)
    return badge


def test_a_sample_of_followers_and_three_posts_change_range_and_verdict(world: World) -> None:
    """Each kind of evidence narrows the range and moves the guide on; the audit of the last check replays the same."""
    badge = start(world)
    before = world.soi.analysis(CREATOR)
    steps = [step["id"] for step in before["guide"]["steps"] if not step["done"]]
    assert steps == ["follower_sample", "comment_texts"]

    open_followers(world)
    sampled = scroll_until(world, "rows", "followers", "n", 100)
    badge.wait_for("120 read", "show signs", "the first 120 of")
    assert width(sampled) < width(before)
    assert sampled["suspicion"]["score"] > before["suspicion"]["score"]
    badge.wait_for(world.texts("guide_progress", k=3, n=4))
    close_dialog(world)

    posts = [post for post in world.site.creators[CREATOR].posts if post.comments >= 8][:3]
    for number, post in enumerate(posts, 1):
        open_post(world, post)
        scroll_until(world, "comments", "comments", "n_posts", number)
        close_dialog(world)
    after = world.soi.analysis(CREATOR)
    assert after["suspicion"]["unseen_pct"] < sampled["suspicion"]["unseen_pct"], (
        after["samples"],
        sampled["samples"],
    )
    assert width(after) < width(before)
    assert (before["verdict"]["code"], after["verdict"]["code"]) == ("promising", "look_closer")
    signs = {sign["id"] for sign in after["suspicion"]["signals"]} - {
        s["id"] for s in before["suspicion"]["signals"]
    }
    assert {"suspicious_followers", "generic_comments", "duplicate_comments"} <= signs
    raised = {sign["reason"]["en"] for sign in after["suspicion"]["signals"] if sign["contribution"] > 0.1}
    assert any(reason["en"].startswith(tuple(raised)) for reason in after["verdict"]["reasons"])
    assert replay(world.soi.audit(after["audit_id"])).same


def test_a_step_of_the_guide_can_be_skipped(world: World) -> None:
    """The next one takes its place, and after the last one the guide is gone."""
    badge = start(world)
    badge.wait_for("list of followers")
    for following in ("Open three posts", ""):
        badge.press(world.texts.exactly("skip"))
        if following:
            badge.wait_for(following)
    until(lambda: world.texts("guide_progress", k=2, n=4) not in badge.text(), "the guide gone")


def test_the_strip_stands_at_the_open_list_only(world: World) -> None:
    """It comes with the first rows and goes with the dialog."""
    badge = start(world)
    assert "show signs" not in badge.text()
    open_followers(world)
    badge.wait_for("12 read", "show signs", "the first 12 of 12.3K")
    close_dialog(world)
    until(lambda: "12 read" not in badge.text(), "the strip gone")


def test_no_follower_and_no_commenter_is_kept(world: World) -> None:
    """After scrolling, no file of the server holds a name of the list."""
    start(world)
    open_followers(world)
    scroll_until(world, "rows", "followers", "n", 36)
    written = b"\0".join(path.read_bytes() for path in world.soi.files())
    rows = world.site.creators[CREATOR].follower_rows
    assert CREATOR.encode() in written
    assert [] == [person.username for person in rows if _stands_in(person.username, written)]


def _stands_in(name: str, written: bytes) -> bool:
    """As a name, not as four letters that packed bytes happen to have in a row."""
    return re.search(rb"(?<![\w.+/])" + re.escape(name.encode()) + rb"(?![\w.+/=])", written) is not None


_MORE_ROWS = """(() => {
  const list = document.querySelector('#rows > div');
  const model = list.firstElementChild;
  for (let made = 0; made < 1000; made += 1) {
    const row = model.cloneNode(true);
    for (const link of row.querySelectorAll('a')) {
      link.setAttribute('href', `/thu.nghiem.${made}/`);
      link.querySelector('span').textContent = `thu.nghiem.${made}`;
    }
    list.append(row);
  }
  return list.children.length;
})()"""


def test_a_thousand_rows_are_all_counted(world: World) -> None:
    """Rows are read as they come, each once; what that costs the page is measured by the benchmarks."""
    start(world)
    open_followers(world)
    scroll_until(world, "rows", "followers", "n", 12)
    shown = world.tab.evaluate(_MORE_ROWS)
    until(lambda: sample_of(world, "followers").get("n", 0) >= shown, f"{shown} rows in the sample")


def test_comments_of_a_post_on_its_own_page_count_for_its_creator(world: World) -> None:
    """Opened without a dialog, the post's comments are read; the badge stays, with what the profile had shown."""
    world.site.knobs.post_pages = True
    badge = start(world)
    post = next(post for post in world.site.creators[CREATOR].posts if post.comments >= 8 and not post.led_by)
    tile = f"document.querySelector('a[href*=\"{post.shortcode}\"]')"
    until(lambda: world.tab.evaluate(f"{tile} !== null"), "the tile")
    world.tab.evaluate(f"{tile}.click() ?? null")
    until(lambda: world.tab.evaluate("document.querySelector('header h2') === null"), "the post's page")
    until(lambda: sample_of(world, "comments").get("n_posts", 0) == 1, "the comments in the sample")
    badge.wait_for("12.3K", "%", "comments by", creator=CREATOR)


def test_a_post_of_somebody_else_gives_no_comment(world: World) -> None:
    """From the profile straight to another creator's post on a page of its own: the owner's pill, and nothing is read."""
    badge = start(world)
    other = world.site.creators["maya.vidu"].posts[3]
    world.site.knobs.post_pages = True
    path = f"/p/{other.shortcode}/"
    world.tab.evaluate(
        f"(history.pushState({{}}, '', '{path}'), dispatchEvent(new PopStateEvent('popstate')))"
    )
    until(lambda: world.tab.evaluate("document.querySelectorAll('#comments time').length") > 3, "comments")
    badge.wait_for(creator="maya.vidu")
    assert CREATOR not in badge.text()
    assert sample_of(world, "comments") == {}
