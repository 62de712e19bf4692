"""A promise of return is known by the classes of its words, by its sums, and by how the text around it sounds."""

from __future__ import annotations

import pytest

from server.campaigns.brief import Brief
from server.campaigns.check import check_draft
from server.campaigns.draft import draft_of
from server.campaigns.rules._finance_promise_clauses import promised
from server.campaigns.rules._finance_promise_sums import amounts_of

FINANCE = Brief(category="finance", paid=False)
CLEAN = "Mình đi chợ mua rau rồi về nấu cơm cho cả nhà ăn chung. "


def promises(text: str) -> list[tuple[str, str]]:
    """Level and words of what the rule finds."""
    found = check_draft(text, FINANCE).findings
    return [(one.level, one.quote) for one in found if one.rule.id == "finance_promise"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bỏ 500k", [500_000]),
        ("20 triệu", [20_000_000]),
        ("2tr5", [2_500_000]),
        ("1 triệu 5", [1_500_000]),
        ("1.000.000 đồng", [1_000_000]),
        ("hai trăm triệu", [200_000_000]),
        ("$1,500", [1_500]),
        ("1.4k", [1_400]),
        ("8,5 %", [8.5]),
        ("tám phần trăm", [8]),
        ("3 ngày", []),
        ("năm nay", []),
    ],
)
def test_a_sum_is_read_as_it_is_written(text: str, expected: list[float]) -> None:
    """With its unit, in digits or in words; what counts days is no sum."""
    assert expected == [one.value for one in amounts_of(draft_of(text, FINANCE))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bỏ 5 triệu, rút 8 triệu", True),
        ("Bỏ 8 triệu, rút 5 triệu", False),
        ("Gửi 50 triệu nhận 2,6 triệu tiền lãi cả năm", False),
        ("Put in 10 million, take out 13", True),
        ("10tr -> 20tr", True),
        ("20tr -> 10tr", False),
    ],
)
def test_money_promises_where_more_comes_out_than_went_in(text: str, expected: bool) -> None:
    """The order and the size of the sums decide."""
    assert expected is bool(promised(draft_of(text, FINANCE)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nhóm mình chưa ai thua lệnh nào", True),
        ("Vốn của bạn lúc nào cũng về đủ", True),
        ("Vốn của bạn không được bảo toàn", False),
        ("Chuyện không lỗ là không có thật", False),
        ("Lời khuyên chắc chắn là đọc kỹ hợp đồng", False),
    ],
)
def test_classes_of_words_make_a_promise_only_together(text: str, expected: bool) -> None:
    """Fear and loss, capital and safety; a denial between or a word that holds another makes none."""
    assert expected is bool(promised(draft_of(text, FINANCE)))


def test_what_only_sounds_like_a_promise_is_for_a_person_to_look_at() -> None:
    """No class of words has it; the finding is an ask, with the clause that sounds most like one."""
    text = (
        "Join the club, your wallet gets fatter by Friday and your rent is paid by the next one, that simple"
    )
    assert ([], ["ask"]) == (promised(draft_of(text, FINANCE)), [level for level, _ in promises(text)])


def test_a_promise_is_found_within_much_that_is_none() -> None:
    """A long text is weighed piece by piece, so what stands around cannot drown it."""
    assert [("must", "cam kết lợi nhuận")] == promises(
        CLEAN * 40 + "Quỹ cam kết lợi nhuận 20%. " + CLEAN * 40
    )


@pytest.mark.parametrize("label", ["#ad ", "#Ad ", "(ad) "])
def test_the_label_of_a_paid_post_is_no_word_of_a_promise(label: str) -> None:
    """ "ad" has the key of "add", which is money that goes in; "add" itself still counts behind it."""
    texts = ("Thu nhập mình tháng này 15 triệu, chia ra 50/30/20.", "Add $100 and get $500 back")
    assert [[], [("must", "Add $100 and get")]] == [promises(label + text) for text in texts]
