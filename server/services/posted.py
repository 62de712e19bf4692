"""What an opened page says of posts that were approved: kept with their deliverables, and told beside the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from msgspec.structs import replace

from server.campaigns.pipeline import approved_version
from server.campaigns.posted import MAX_TEXT, Difference, differences
from server.campaigns.records import Deliverable, PostedEvidence
from server.campaigns.sightings import Sighting, code_of, is_news, seen
from server.campaigns.today import Work
from server.errors import DiskFull, NotFound, StorageReadonly
from server.facts import Post, Reading
from server.messages import LANGUAGES, Text, table, text
from server.services.looks import Look
from server.store.campaign_documents import KeptCampaign
from server.store.records import CreatorState
from server.store.store import Store

MOST_SHOWN = 3
"""Differences that stand beside a verdict; the campaign's page has all."""
MOST_QUOTED = 80
"""Characters of a difference."""


def posted_on_page(
    store: Store, look: Look, reading: Reading, known: CreatorState | None, *, keeps: bool
) -> list[dict[str, Any]]:
    """What the page says of deliverables, kept with them where the look is. Nothing is asked of anybody: the page is as
    it was handed in.

    A page without a date tells nothing: it may be older than the approval.
    """
    username = known.creator.username if known else reading.facts.username
    if look.is_undated or (username is None and reading.page != "error_page"):
        return []
    is_shared = reading.page == "post" and any(post.is_collaboration for post in reading.facts.posts)
    campaigns = _campaigns(store, username, reading.facts.profile_id, may_be_shared=is_shared)
    if not campaigns:
        return []
    told: dict[str, dict[str, Any]] = {}
    for sighting in _sightings(look, reading, username):
        for one in _noted(store, campaigns, sighting, keeps):
            told[one["deliverable_id"]] = one
    return list(told.values())


def _campaigns(
    store: Store, username: str | None, profile_id: str | None, *, may_be_shared: bool
) -> Sequence[KeptCampaign]:
    """Those that have posts of the creator. All where the page names nobody (a post that is gone has only its code), and
    of a post that several accounts share: it may stand under the partner's name."""
    if username is not None and not may_be_shared:
        return store.campaigns.of_creator(username, profile_id)
    return [one for one in store.campaigns.all() if one.removed_at is None]


def _sightings(look: Look, reading: Reading, username: str | None) -> Iterator[Sighting]:
    """The posts that were read in this look; of a post's page the one that it is about, or that there is none."""
    address = code_of(look.capture.url)
    posts = [post for post in reading.facts.posts if post.read_at is None]
    if reading.page == "error_page" and address:
        yield Sighting(address, look.at, None, username)
    elif reading.page == "post":
        code = address or next((post.shortcode for post in posts), None)
        opened = next((post for post in posts if post.shortcode == code), None)
        if opened is not None:
            yield _sighting(opened, look, username)
    elif reading.page == "profile":
        yield from (_sighting(post, look, username) for post in posts if post.caption is not None)


def _sighting(post: Post, look: Look, username: str | None) -> Sighting:
    caption = None if post.caption is None else post.caption[:MAX_TEXT]
    return Sighting(post.shortcode, look.at, replace(post, caption=caption), username)


def _noted(
    store: Store, campaigns: Sequence[KeptCampaign], sighting: Sighting, keeps: bool
) -> Iterator[dict[str, Any]]:
    works = [one.work for one in campaigns]
    found = seen(works, sighting)
    for work in works:
        mine = {one.id: found[one.id] for one in work.deliverables if one.id in found}
        before = {one.id: one.posted for one in work.deliverables}
        if keeps and any(is_news(before[name], one.posted) for name, one in mine.items()):
            with suppress(DiskFull, StorageReadonly, NotFound):  # what was seen is told all the same
                store.campaigns.observe(work.campaign.id, lambda now: _observed(now, works, sighting))
        yield from (_told(work, one) for one in mine.values() if one.posted is not None)


def _observed(now: Work, works: Sequence[Work], sighting: Sighting) -> Work:
    """The campaign as it is by now with what was seen; the other campaigns are needed to know whether one has to ask."""
    others = [now if work.campaign.id == now.campaign.id else work for work in works]
    found = seen(others, sighting)
    return replace(now, deliverables=tuple(found.get(one.id, one) for one in now.deliverables))


def _told(work: Work, one: Deliverable) -> dict[str, Any]:
    evidence = one.posted
    assert evidence is not None  # noqa: S101 - the caller has just looked
    return {
        "campaign_id": work.campaign.id,
        "campaign_name": work.campaign.name,
        "deliverable_id": one.id,
        "kind": one.kind,
        "code": evidence.code,
        "state": evidence.state,
        "word": text(f"posted.{evidence.state}"),
        "lines": tuple(_lines(work, one, evidence)),
    }


def _lines(work: Work, one: Deliverable, evidence: PostedEvidence) -> Iterator[Text]:
    yield _about(work, one, "posted.about_asked" if evidence.state == "asked" else "posted.about_known")
    for difference in _differences(one, evidence)[:MOST_SHOWN]:
        yield _line(difference)
    if evidence.is_early:
        yield text("posted.early")
    if evidence.has_label is False and evidence.state != "gone":
        yield text("posted.no_label")
    if evidence.has_label is None and evidence.state in ("same", "changed"):
        yield text("posted.label_unknown")
    if evidence.missing_mentions:
        yield text("posted.no_mention", names=", ".join(evidence.missing_mentions))


def _about(work: Work, one: Deliverable, key: str) -> Text:
    en, vi = (
        table(language)[key].format(
            kind=table(language)[f"deliverable.{one.kind}"], campaign=work.campaign.name
        )
        for language in LANGUAGES
    )
    return Text(en, vi)


def _differences(one: Deliverable, evidence: PostedEvidence) -> tuple[Difference, ...]:
    version = approved_version(one)
    if version is None or evidence.state != "changed":
        return ()
    return differences(version.text, evidence.text or "")


def _line(difference: Difference) -> Text:
    key = "both" if difference.approved and difference.live else "gone" if difference.approved else "new"
    approved, live = (_quoted(part) for part in (difference.approved, difference.live))
    return text(f"posted.words_{key}", approved=approved, live=live)


def _quoted(words: str) -> str:
    return words if len(words) <= MOST_QUOTED else words[: MOST_QUOTED - 1] + "…"
