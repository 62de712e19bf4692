"""A public post that was opened: whose deliverable it is, and what is kept of it. Never guessed between two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from server.campaigns.briefing import draft_brief
from server.campaigns.pipeline import STEPS, approved_version, step
from server.campaigns.posted import posted_check, resemblance
from server.campaigns.records import (
    MOST_OTHER_POSTS,
    AmountRange,
    Campaign,
    Deliverable,
    DeliverableState,
    PostedEvidence,
)
from server.campaigns.today import Work
from server.facts import Post
from server.messages.refusals import inconsistent

RESEMBLES = 0.5
"""Share of equal words from which an approved text may be the one that was posted."""
BEFORE_APPROVAL = timedelta(minutes=10)
"""Instagram dates a post by its upload, which may begin before the last word of the approval."""
SAME_LOOK = timedelta(minutes=30)
"""A second look within it that sees the same is no news, and is not written."""
FINDINGS = frozenset({"changed", "label_missing", "gone"})
_CODE = re.compile(r"(?:/[\w.]{1,30})?/(?:p|reels?|tv)/([A-Za-z0-9_-]{5,40})/?", re.ASCII)


class Sighting(Struct, frozen=True):
    """One post as its page showed it."""

    code: str
    at: datetime
    post: Post | None
    """None where the page said that there is no such post."""
    creator: str | None = None
    """User name of whose page it was."""


def code_of(url: str | None) -> str | None:
    """Instagram's code of a post in its address.

    >>> code_of("https://www.instagram.com/reel/DAb_1-cdEFG/?igsh=1")
    'DAb_1-cdEFG'
    """
    try:
        found = _CODE.fullmatch(urlsplit(url or "").path)
    except ValueError:
        return None
    return found[1] if found else None


def post_address(code: str) -> str:
    """Where a post is public."""
    return f"https://www.instagram.com/p/{code}/"


def seen(works: Iterable[Work], sighting: Sighting) -> dict[str, Deliverable]:
    """Deliverables by id with what this post says of them, and nothing where it is nobody's.

    First those whose address has the code. Else the one that is due and reads like it, which takes the address over;
    where several do, where one is only named by its brand, or where it stands under a partner's name, they ask.
    """
    pairs = [(work.campaign, one) for work in works for one in work.deliverables]
    known = [(campaign, one) for campaign, one in pairs if code_of(one.post_url) == sighting.code]
    if known:
        judged = ((one, _with_evidence(campaign, one, sighting)) for campaign, one in known)
        return {one.id: with_evidence for one, with_evidence in judged if with_evidence is not None}
    due = [(campaign, one) for campaign, one in pairs if _may_be(one, sighting)]
    alike = list(_alike(due, sighting))
    if len(alike) == 1 and alike[0][1].creator == sighting.creator:
        campaign, one = alike[0]
        return {one.id: taken(campaign, one, sighting)}
    theirs = [pair for pair in due if pair[1].creator == sighting.creator]
    asking = alike or [pair for pair in theirs if _names(pair[0], sighting)]
    return {one.id: replace(one, posted=_asked(one, sighting)) for _, one in asking}


def taken(campaign: Campaign, one: Deliverable, sighting: Sighting) -> Deliverable:
    """The deliverable public at this address."""
    public = replace(one, post_url=post_address(sighting.code), posted=None)
    public = step(public, "posted") if public.state == "approved" else public
    return _with_evidence(campaign, public, sighting) or public


def answered(campaign: Campaign, one: Deliverable, code: str, is_it: bool) -> Deliverable:
    """What a person said of the post that asked. Raises Inconsistent where another one asks by now, or none."""
    asked = one.posted
    if asked is None or asked.state != "asked" or asked.code != code:
        raise inconsistent("post_not_waiting")
    if not is_it:
        return replace(one, posted=None, other_posts=(*one.other_posts, code)[-MOST_OTHER_POSTS:])
    post = Post(code, None, caption=asked.text, is_sponsored=asked.has_label)
    public = taken(campaign, one, Sighting(code, asked.at, post, one.creator))
    seen_then = public.posted and replace(public.posted, engagements=asked.engagements)
    return replace(public, posted=seen_then)


def is_news(before: PostedEvidence | None, now: PostedEvidence | None) -> bool:
    """Whether it has to be written: what was seen differs, or was seen the same long enough after."""
    if before is None or now is None:
        return before is not now
    return replace(before, at=now.at) != now or now.at - before.at >= SAME_LOOK


def _with_evidence(campaign: Campaign, one: Deliverable, sighting: Sighting) -> Deliverable | None:
    """None where nothing was approved, or where the page told less than is known already, or was seen before that."""
    approved = approved_version(one)
    if approved is None:
        return None
    found = posted_check(approved.text, sighting.post, draft_brief(campaign))
    before = one.posted
    if before is not None and (found.state == "not_read" or sighting.at < before.at):
        return None
    goes_on = before is not None and (before.state, before.code) == (found.state, sighting.code)
    evidence = PostedEvidence(
        sighting.code,
        found.state,
        sighting.at,
        before.since if before is not None and goes_on else sighting.at,
        sighting.post.caption if sighting.post else None,
        found.has_label,
        found.missing_mentions,
        _engagements(sighting.post),
        sighting.post is not None and _is_early(one, sighting.post),
    )
    return _in_state(replace(one, posted=evidence), evidence)


def _in_state(one: Deliverable, evidence: PostedEvidence) -> Deliverable:
    """Verified where all is as approved, in time, and the label was seen; back to posted where a finding is raised."""
    is_same = evidence.state == "same" and evidence.has_label is True and not evidence.missing_mentions
    is_right = is_same and not evidence.is_early
    to: DeliverableState = one.state
    if is_right and one.state == "posted":
        to = "verified"
    elif evidence.state in FINDINGS and one.state == "verified":
        to = "posted"
    return step(one, to) if to != one.state and to in STEPS[one.state] else one


def _may_be(one: Deliverable, sighting: Sighting) -> bool:
    """Approved, without an address, of this creator, and not older than its approval."""
    version, post = approved_version(one), sighting.post
    if version is None or version.decision is None or post is None or one.state != "approved" or one.post_url:
        return False
    is_theirs = sighting.creator is not None and one.creator == sighting.creator
    if not (is_theirs or post.is_collaboration) or sighting.code in one.other_posts:
        return False
    return not _is_early(one, post)


def _is_early(one: Deliverable, post: Post) -> bool:
    """Whether the post is older than the approval of its text; one without a date is not."""
    version = approved_version(one)
    if version is None or version.decision is None or post.taken_at is None:
        return False
    return post.taken_at < version.decision.at - BEFORE_APPROVAL


def _engagements(post: Post | None) -> AmountRange | None:
    """Likes and comments; None where the page hid or did not show one of them."""
    if post is None or post.likes is None or post.comments is None or post.likes_hidden:
        return None
    low, high = (sum(getattr(count, end) for count in (post.likes, post.comments)) for end in ("low", "high"))
    return AmountRange(float(low), float(high))


def _alike(
    due: Iterable[tuple[Campaign, Deliverable]], sighting: Sighting
) -> Iterator[tuple[Campaign, Deliverable]]:
    caption = sighting.post.caption if sighting.post else None
    for campaign, one in due:
        version = approved_version(one)
        if caption and version and resemblance(version.text, caption) >= RESEMBLES:
            yield campaign, one


def _names(campaign: Campaign, sighting: Sighting) -> bool:
    """Whether the caption names brand or product, or has a hashtag or mention of the brief."""
    caption = ((sighting.post.caption if sighting.post else None) or "").casefold()
    brief = campaign.brief
    words = (campaign.brand.name, campaign.brand.product, *brief.hashtags, *brief.mentions)
    return any(word.casefold() in caption for word in words if len(word.strip()) > 1)


def _asked(one: Deliverable, sighting: Sighting) -> PostedEvidence:
    post, before = sighting.post, one.posted
    since = before.since if before is not None and before.code == sighting.code else sighting.at
    caption, label = (post.caption, post.is_sponsored) if post else (None, None)
    return PostedEvidence(
        sighting.code, "asked", sighting.at, since, caption, label, engagements=_engagements(post)
    )
