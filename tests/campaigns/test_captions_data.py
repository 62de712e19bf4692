"""The labelled captions keep the shape that the figure of the draft check stands on."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FILES = ("captions_judging.jsonl", "captions_tuning.jsonl")
ENOUGH = 20
"""Breaking and tricky-clean captions that every rule needs, over both files."""
RULES = frozenset(
    {
        "absolute_claim",
        "alcohol_warning",
        "banned_goods",
        "code_missing",
        "cosmetics_notifier_missing",
        "disclosure_late",
        "disclosure_missing",
        "doctor_claim",
        "finance_promise",
        "food_phrase_missing",
        "food_responsible_missing",
        "forbidden_word",
        "hashtag_missing",
        "infant_banned",
        "infant_sentence_missing",
        "link_missing",
        "medicine_claim",
        "mention_missing",
        "required_missing",
        "rival_named",
        "sponsor_unnamed",
        "superlative_unproven",
        "supplement_name_missing",
        "supplement_sentence_missing",
        "too_long",
        "wrong_product_name",
    }
)
BRIEF_KEYS = frozenset(
    {
        "age_months",
        "brand",
        "category",
        "code",
        "forbidden",
        "hashtags",
        "kind",
        "language",
        "links",
        "max_length",
        "mentions",
        "notifier",
        "paid",
        "product",
        "required",
        "rivals",
    }
)
PHONE = re.compile(r"(?:\+84|\b0)\d(?:[ .-]?\d){7,9}\b")
EMAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
EXAMPLE = re.compile(r"(?:^|\.)(?:example|example\.(?:com|org|net))$")


def rows() -> list[dict[str, Any]]:
    """Every caption of both files, judging first."""
    lines = [line for name in FILES for line in (HERE / name).read_text("utf-8").splitlines()]
    return [json.loads(line) for line in lines]


def rules_of(row: dict[str, Any]) -> set[str]:
    """The rules that a caption breaks."""
    return {finding["rule"] for finding in row["expect"]}


def test_every_caption_has_its_own_id_and_its_own_text() -> None:
    """A caption that stands twice would count twice."""
    found = rows()
    texts = {(row["text"], json.dumps(row["brief"], sort_keys=True)) for row in found}
    actual = (len({row["id"] for row in found}), len(texts))
    assert actual == (len(found), len(found))


def test_every_quote_stands_in_its_caption() -> None:
    """A finding's words are words of the text."""
    lost = [
        (row["id"], finding["quote"])
        for row in rows()
        for finding in row["expect"]
        if finding["quote"] is not None and finding["quote"] not in row["text"]
    ]
    assert lost == []


def test_rules_levels_and_brief_keys_are_those_of_the_contract() -> None:
    """A misspelt rule or key would be a finding that nothing can give."""
    odd = [
        row["id"]
        for row in rows()
        if not (rules_of(row) | set(row["clean_of"])) <= RULES
        or not {finding["level"] for finding in row["expect"]} <= {"must", "ask"}
        or not set(row["brief"]) <= BRIEF_KEYS
    ]
    assert odd == []


def test_no_caption_breaks_a_rule_that_it_is_clean_of() -> None:
    """A label cannot say both."""
    both = [row["id"] for row in rows() if rules_of(row) & set(row["clean_of"])]
    assert both == []


def test_every_rule_has_enough_breaking_and_enough_clean_captions() -> None:
    """Fewer than twenty of a kind say little about a rule."""
    breaking = Counter(rule for row in rows() for rule in rules_of(row))
    clean = Counter(rule for row in rows() for rule in set(row["clean_of"]))
    few = sorted(rule for rule in RULES if min(breaking[rule], clean[rule]) < ENOUGH)
    assert few == []


def test_about_a_quarter_of_each_file_is_english() -> None:
    """Both languages are judged, and both are tuned on."""
    for name in FILES:
        lines = (HERE / name).read_text("utf-8").splitlines()
        english = sum(json.loads(line)["brief"]["language"] == "en" for line in lines)
        assert (0.2 <= english / len(lines) <= 0.35) is True


def test_no_caption_carries_a_phone_number_or_a_real_address() -> None:
    """Fixtures hold nobody's contacts."""
    contacts = [
        row["id"]
        for row in rows()
        if PHONE.search(row["text"])
        or any(not EXAMPLE.search(domain) for domain in EMAIL.findall(row["text"]))
    ]
    assert contacts == []
