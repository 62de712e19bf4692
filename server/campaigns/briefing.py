"""The brief of a campaign as a draft is held against it."""

from __future__ import annotations

from server.campaigns.brief import Brief
from server.campaigns.records import Campaign


def draft_brief(campaign: Campaign) -> Brief:
    """What the brand and the form ask of a text. A campaign's posts are paid work."""
    brand, form = campaign.brand, campaign.brief
    return Brief(
        category=campaign.category,
        language=brand.language,
        brand=brand.name or None,
        product=brand.product or None,
        required=form.required,
        forbidden=brand.avoid,
        mentions=form.mentions,
        hashtags=form.hashtags,
        code=form.code,
        links=form.links,
        rivals=brand.rivals,
        notifier=form.notifier,
        max_length=form.max_length,
        kind=form.kind,
        age_months=form.age_months,
    )
