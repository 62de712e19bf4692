"""One canonical form, whatever the keyboard and however long the joy."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.samples.text import MAX_CANONICAL, canonical, is_emoji_only, is_mention_only, tokens


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Đẹp quá", "dep qua"),
        ("DEP QUA", "dep qua"),
        ("đẹpppppp quáááá", "dep qua"),
        (unicodedata.normalize("NFD", "Đẹp quá"), "dep qua"),
        ("𝗗𝗠 𝘁𝗼 win", "dm to win"),
        ("ɪᴛ ɪꜱ", "it is"),
        ("рrоfit", "profit"),
        ("se\u200brum", "serum"),
        ("1.250.000đ", "0.0.0d"),
        ("see https://a.example/x?y=1 now", "se url now"),
        ("", ""),
    ],
)
def test_spellings_of_the_same_words_meet(typed: str, expected: str) -> None:
    """Case, marks, composition, stretching, disguises and digits do not matter."""
    assert canonical(typed) == expected


@given(st.text(max_size=300))
def test_composed_and_decomposed_text_are_the_same(text: str) -> None:
    """Phones differ in how they store Vietnamese; the canonical form does not."""
    forms = {canonical(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert len(forms) == 1


@given(st.text(max_size=3_000))
def test_the_canonical_form_is_bounded(text: str) -> None:
    """A hostile comment cannot grow the work."""
    assert len(canonical(text)) <= MAX_CANONICAL


@pytest.mark.parametrize(
    "text",
    ["😍", "❤️❤️", "👨🏽‍👩🏿‍👧", "👍🏻 👍🏿", "<3 <3", ":)))", "...", "hahaha", "wkwkwk 😂", "🇻🇳", "(^_^)"],
)
def test_emoji_emoticons_and_laughter_are_emoji_only(text: str) -> None:
    """Skin tones, joiners and flags are part of the emoji, not words."""
    assert is_emoji_only(text)


@pytest.mark.parametrize("text", ["", "  ", "đẹp 😍", "k", "100", "@lan 😍", "好"])
def test_words_numbers_and_tags_are_not_emoji_only(text: str) -> None:
    """One word is enough."""
    assert not is_emoji_only(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@lan.anh_97", True),
        ("@a @b 😂 !!", True),
        ("@lan xem nè", False),
        ("lan@mail", False),
        ("😂", False),
    ],
)
def test_mention_only_means_tags_and_nothing_said(text: str, expected: bool) -> None:
    """Emoji beside a tag say nothing more."""
    assert is_mention_only(text) is expected


def test_tags_stay_whole_as_tokens() -> None:
    """A user name with dots is one token with its @."""
    assert tokens("@lan.anh_97 xinh qua! #ootd") == ["@lan.anh_97", "xinh", "qua", "!", "#ootd"]
