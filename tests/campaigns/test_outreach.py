"""Texts to creators are copied whole or not at all; days go to a calendar as the standard says."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from server.campaigns.due_dates import calendar_file
from server.campaigns.outreach import fields_of, shipped, written
from server.campaigns.records import MESSAGES, Brand, Campaign, Deliverable
from server.errors import BadField

NOW = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
CAMPAIGN = Campaign("c1", "Tết; ra mắt, đợt 1\nEND:VCALENDAR", Brand("Lá Xanh"))
DUE = Deliverable("d1", "s1", "an.vi.o", "reel", due_draft=date(2026, 12, 5), due_post=date(2026, 12, 31))
VALUES = st.dictionaries(
    st.sampled_from(["name", "offer", "brand"]),
    st.text(max_size=12) | st.sampled_from(["", "  ", "\u200b", "{name}", "{0.__class__}", "Lan"]),
)


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("message", MESSAGES)
def test_a_shipped_text_is_whole_once_all_fields_are_filled(message, language):
    template = shipped(message, language)
    names = fields_of(template)
    empty, full = written(template, {}), written(template, dict.fromkeys(names, "Lá"))
    assert (empty.text, empty.missing, full.missing, "{" in full.text) == (None, names, (), False)


@pytest.mark.parametrize("message", MESSAGES)
def test_both_languages_have_the_same_fields(message):
    assert sorted(fields_of(shipped(message, "en"))) == sorted(fields_of(shipped(message, "vi")))


@settings(max_examples=200, deadline=None)
@given(VALUES)
def test_no_empty_field_can_be_copied(values):
    """A text comes only with something to be seen in each field, exactly as it was given."""
    found = written("{name}|{offer}|{brand}", values)
    seen = {name: "".join(c for c in value if c.isprintable()).strip() for name, value in values.items()}
    empty = tuple(name for name in ("name", "offer", "brand") if not seen.get(name))
    assert (found.text is None, found.missing) == (bool(empty), empty)


def test_a_value_is_text_and_never_a_field():
    found = written("Chào {name}", {"name": "{offer} {0.__class__}"})
    assert found.text == "Chào {offer} {0.__class__}"


@pytest.mark.parametrize("template", ["{", "{}", "{name!r}", "{name:>9}", "{a.b}", "{a[0]}", "x" * 4_001])
def test_a_broken_template_is_refused(template):
    with pytest.raises(BadField):
        fields_of(template)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_the_calendar_has_an_event_for_each_day_that_is_not_over():
    text = calendar_file(CAMPAIGN, [DUE, replace(DUE, id="d2", state="posted")], NOW, "vi")
    starts = [line for line in unfolded(text) if line.startswith(("DTSTART", "DTEND", "UID"))]
    assert starts == [
        "UID:c1-d1-draft@soi.invalid",
        "DTSTART;VALUE=DATE:20261205",
        "DTEND;VALUE=DATE:20261206",
        "UID:c1-d1-post@soi.invalid",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
    ]


def test_a_name_ends_no_line_of_the_calendar():
    """A campaign called like a property stays a text: escaped, folded at 75 octets, one calendar."""
    text = calendar_file(CAMPAIGN, [DUE], NOW, "vi")
    summary = next(line for line in unfolded(text) if line.startswith("SUMMARY"))
    sizes = [len(line.encode()) for line in text.split("\r\n")]
    expected = "SUMMARY:Hạn nháp: @an.vi.o\\, reel (Tết\\; ra mắt\\, đợt 1\\nEND:VCALENDAR)"
    assert (summary, max(sizes) <= 75, unfolded(text).count("END:VCALENDAR")) == (expected, True, 1)


def test_the_calendar_names_a_creator_of_another_platform_with_it():
    """tiktok:lan is the list's own address: people read TikTok · lan."""
    text = calendar_file(CAMPAIGN, [replace(DUE, creator="tiktok:lan")], NOW, "en")
    summaries = [line for line in unfolded(text) if line.startswith("SUMMARY")]
    assert [": TikTok · lan\\, reel" in line for line in summaries] == [True, True]
