"""The public post is what was approved: every visible change is noticed, and nothing that nobody sees."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.campaigns.brief import Brief
from server.campaigns.posted import Difference, posted_check
from server.facts import Post

PAID = Brief(paid=True, mentions=("@la.xanh",))
APPROVED = "QC: Trà Lá Xanh\nmình uống mỗi sáng @la.xanh"
WORDS = st.lists(st.sampled_from(["trà", "mỗi", "sáng", "ngon", "#qc", "😍"]), min_size=1, max_size=12)


def live(caption: str | None, is_sponsored: bool | None = True) -> Post:
    return Post("code", None, caption=caption, is_sponsored=is_sponsored)


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        (live(APPROVED), "same"),
        (live(unicodedata.normalize("NFD", APPROVED).replace("\n", " \r\n\n") + " \u200b"), "same"),
        (live(APPROVED, None), "same"),
        (live(APPROVED, False), "label_missing"),
        (live(APPROVED.replace("mỗi sáng", "mỗi tối")), "changed"),
        (live(APPROVED.replace("sáng", "sang"), False), "changed"),
        (live(""), "changed"),
        (live(None), "not_read"),
        (None, "gone"),
    ],
)
def test_the_state_of_a_post(post, expected):
    """The worst that is known; a page that does not tell of the label accuses nobody."""
    assert posted_check(APPROVED, post, PAID).state == expected


def test_the_difference_is_shown_word_by_word():
    found = posted_check("Trà ngon mỗi sáng", live("Trà mỗi tối nha"), PAID).differences
    assert found == (Difference("ngon", ""), Difference("sáng", "tối nha"))


def test_a_mention_that_is_gone_is_named():
    assert posted_check(APPROVED, live("QC: Trà @la.xanhh"), PAID).missing_mentions == ("@la.xanh",)


def test_an_unpaid_post_needs_no_label():
    assert posted_check("Trà", live("Trà", False), Brief(paid=False)).state == "same"


@settings(max_examples=200, deadline=None)
@given(WORDS, WORDS)
def test_it_is_the_same_only_where_the_words_are(approved, public):
    """Whatever differs is in the differences: with them the approved text becomes the public one."""
    found = posted_check(" ".join(approved), live("\n".join(public)), PAID)
    gone = sum(len(one.approved.split()) for one in found.differences)
    added = sum(len(one.live.split()) for one in found.differences)
    assert (found.state == "same", len(approved) - gone + added) == (approved == public, len(public))
