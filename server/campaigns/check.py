"""Holding a draft against its brief and the rules of advertising."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import islice
from typing import Any

from msgspec import Struct

from server.campaigns.brief import Brief
from server.campaigns.citing import cited
from server.campaigns.draft import Draft, draft_of
from server.campaigns.rule import AdvertisingRule
from server.campaigns.rules import rules
from server.campaigns.words import RuleLevel, Spot
from server.messages import LANGUAGES, Text, text

MAX_DRAFT = 20_000
"""Code points of a draft that is read; Instagram takes 2,200 characters."""
MAX_FINDINGS = 200
"""Of one rule; more of the same tell nobody more."""
UNCHECKED_CATEGORIES = ("medical",)
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*")


class DraftFinding(Struct, frozen=True):
    """What one rule says of one place of a draft."""

    rule: AdvertisingRule
    level: RuleLevel
    start: int | None
    """In characters of the text; None with ``end`` where something is missing from it."""
    end: int | None
    quote: str
    """What stands there; "" where something is missing."""
    told: str
    """What is put into the rule's words, as a name or a phrase that is missing; "" for most."""

    def to_json(self) -> dict[str, Any]:
        return {
            "rule": self.rule.id,
            "level": self.level,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "text": told(self.rule, self.told).to_json(),
            "source": self.rule.source,
            "cited": cited(self.rule).to_json(),
            "article": self.rule.article,
            "since": self.rule.since,
            "checked_at": self.rule.checked_at,
            "confidence": self.rule.confidence,
        }


class DraftCheck(Struct, frozen=True):
    """A draft held against the rules of its brief: what is wrong, what is right, and what nobody looked at."""

    findings: tuple[DraftFinding, ...]
    passed: tuple[str, ...]
    """Rules that applied and found nothing."""
    not_checked: tuple[Text, ...]
    """What Soi did not look at. A draft with any is never ok."""
    checklist: tuple[AdvertisingRule, ...]

    @property
    def ok(self) -> bool:
        """Nothing that must be mended, and nothing left unlooked at."""
        return not self.not_checked and all(found.level != "must" for found in self.findings)

    def to_json(self) -> dict[str, Any]:
        return {
            "ok": self.ok,
            "findings": [found.to_json() for found in self.findings],
            "passed": list(self.passed),
            "not_checked": [what.to_json() for what in self.not_checked],
            "checklist": [{"rule": rule.id, "text": rule.text.to_json()} for rule in self.checklist],
            "note": text("draft.note").to_json(),
        }


def told(rule: AdvertisingRule, part: str) -> Text:
    """The words of a rule with the part of the brief put in, and whether its source is to be checked first."""
    words = Text(rule.text.en.replace("{told}", part), rule.text.vi.replace("{told}", part))
    if rule.confidence != "C":
        return words
    doubt = text("draft.confidence_c")
    return Text(f"{words.en} {doubt.en}", f"{words.vi} {doubt.vi}")


def check_draft(written: str, brief: Brief) -> DraftCheck:
    """What is to be mended in a draft. A picture or a link alone, or another language, is said to be not checked."""
    if not _holds_words(written):
        return DraftCheck((), (), (text("draft.paste_the_text"),), ())
    draft = draft_of(written[:MAX_DRAFT], brief)
    speaks = _is_known_language(written, brief)
    not_checked = tuple(_not_checked(written, brief, speaks))
    applied = [rule for rule in rules() if _applies(rule, draft) and (speaks or rule.from_brief)]
    findings = [finding for rule in applied for finding in _findings(rule, draft)]
    broken = {finding.rule.id for finding in findings}
    findings.sort(key=lambda found: (found.start is None, found.start or 0, found.rule.id))
    return DraftCheck(
        tuple(findings),
        tuple(rule.id for rule in applied if rule.id not in broken),
        not_checked,
        checklists("deliverable") if brief.paid else (),
    )


@cache
def checklists(of: str) -> tuple[AdvertisingRule, ...]:
    """What a person ticks off for a ``"deliverable"`` or a ``"campaign"``."""
    return tuple(rule for rule in rules() if rule.is_checklist == of)


def _applies(rule: AdvertisingRule, draft: Draft) -> bool:
    return not rule.is_checklist and draft.brief.category in rule.categories and rule.applies(draft)


def _findings(rule: AdvertisingRule, draft: Draft) -> list[DraftFinding]:
    return [_finding(rule, draft, spot) for spot in islice(rule.spots(draft), MAX_FINDINGS)]


def _finding(rule: AdvertisingRule, draft: Draft, spot: Spot) -> DraftFinding:
    quote = "" if spot.start is None else draft.text[spot.start : spot.end]
    return DraftFinding(rule, spot.level or rule.level, spot.start, spot.end, quote, spot.told)


def _not_checked(written: str, brief: Brief, speaks: bool) -> list[Text]:
    found = []
    if brief.category in UNCHECKED_CATEGORIES:
        found.append(text("draft.category_not_checked"))
    if not speaks:
        found.append(text("draft.language_not_checked"))
    if len(written) > MAX_DRAFT:
        found.append(text("draft.rest_not_checked", n=MAX_DRAFT))
    return found


def _holds_words(written: str) -> bool:
    return any(c.isalnum() for c in _ADDRESS.sub(" ", written))


def _is_known_language(written: str, brief: Brief) -> bool:
    """Vietnamese or English by the brief, and mostly Latin letters (also the mathematical ones) in the text."""
    letters = [c for c in unicodedata.normalize("NFKC", written) if c.isalpha()]
    latin = sum(c.isascii() or "LATIN" in unicodedata.name(c, "") for c in letters)
    return brief.language in LANGUAGES and 2 * latin >= len(letters)
