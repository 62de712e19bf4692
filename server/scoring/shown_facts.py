"""Facts as answers show them and audits keep them: with the contacts that follow from biography and links."""

from __future__ import annotations

from msgspec.structs import asdict

from server.facts import Facts
from server.parsing.contacts import Contacts, contacts_of

COUNTS = ("followers", "following", "post_count")


class ShownFacts(Facts, frozen=True, kw_only=True):
    """Read back as plain Facts, the contacts follow from the rest again."""

    contacts: Contacts | None


def shown(facts: Facts) -> ShownFacts:
    links = facts.links or ((facts.external_url,) if facts.external_url else facts.links)
    return ShownFacts(**asdict(facts), contacts=contacts_of(facts.biography, links))
