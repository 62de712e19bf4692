"""How many pictures of drafts are kept, and what a refusal says."""

from __future__ import annotations

import pytest

from server.campaigns.pictures import MOST_OF_CAMPAIGN, need_room, sent_picture
from server.campaigns.records import Deliverable, DraftVersion
from server.errors import TooMany
from tests.store.stores import T0


def test_a_campaign_with_all_its_pictures_says_what_to_do_instead() -> None:
    """In both languages; a draft without a picture is never refused for it."""
    told = sent_picture("a.png", b"\x89PNG\r\n\x1a\n").told
    full = Deliverable(
        "1", "s", "an", versions=(DraftVersion("", T0, "", pictures=(told,) * MOST_OF_CAMPAIGN),)
    )
    need_room([full], 0)
    with pytest.raises(TooMany) as refused:
        need_room([full], 1)
    reason = (refused.value.details or {})["reason"]
    assert (
        "A campaign keeps at most 200 pictures. Hand the words in as text.",
        "Mỗi chiến dịch giữ tối đa 200 ảnh. Hãy gửi phần chữ.",
    ) == (reason["en"], reason["vi"])
