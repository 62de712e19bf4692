"""One suite over every rule of advertising: its own examples, and the ways in which people write."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.make_drafts_docs import PAGE, markdown
from server import own_json
from server.campaigns.brief import Brief, read_brief
from server.campaigns.check import DraftCheck, check_draft
from server.campaigns.citing import cited
from server.campaigns.exempt import SUPPLEMENT_SENTENCE
from server.campaigns.rules import rules
from server.errors import SoiError

FAILING = [(rule.id, example) for rule in rules() for example in rule.failing]
PASSING = [(rule.id, example) for rule in rules() for example in rule.passing]
COSMETICS = Brief(category="cosmetics", paid=False)


def brief_of(given: dict[str, Any]) -> Brief:
    return read_brief(own_json.dumps(given))


def broken(text: str, brief: Brief) -> set[str]:
    return {found.rule.id for found in check_draft(text, brief).findings}


def levels(check: DraftCheck, rule: str) -> list[str]:
    return [found.level for found in check.findings if found.rule.id == rule]


@pytest.mark.parametrize(("rule", "example"), FAILING)
def test_a_failing_example_is_found_in_any_case_and_form(rule: str, example: Any) -> None:
    """As written, in capitals and decomposed."""
    text, brief = example.text, brief_of(example.brief)
    written = (text, text.upper(), unicodedata.normalize("NFD", text))
    assert [True] * 3 == [rule in broken(form, brief) for form in written]


@pytest.mark.parametrize(("rule", "example"), PASSING)
def test_a_passing_example_is_not_found(rule: str, example: Any) -> None:
    """A rule keeps silent about what its words allow, decomposed too."""
    text, brief = example.text, brief_of(example.brief)
    assert [False] * 2 == [rule in broken(form, brief) for form in (text, unicodedata.normalize("NFD", text))]


def test_every_rule_says_where_it_comes_from_and_has_examples_both_ways() -> None:
    """A rule without a source, an article, a day or examples is not one."""
    law = [rule for rule in rules() if not rule.from_brief]
    assert [] == [rule.id for rule in law if not (rule.source and rule.article and rule.checked_at)]
    texts = [rule for rule in rules() if not rule.is_checklist]
    assert [] == [rule.id for rule in texts if not (rule.passing and rule.failing)]
    assert [] == [
        rule.id for rule in rules() if not (rule.text.en and rule.text.vi and rule.text.en != rule.text.vi)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kem trị mụn", ["must"]),
        ("Kem tri mun", ["must"]),
        ("kem nay tri tot", ["ask"]),
        ("Kem t r ị mụn", ["must"]),
        ("Kem t.r.ị mụn", ["must"]),
        ("Kem trịịị mụn", ["must"]),
        ("Kem tr💊ị mụn", ["must"]),
        ("Kem #trimun", ["must"]),
        ("Giải trí, vị trí, tri ân, giá trị, chính trị, quản trị", []),
        ("chua thu, thuoc ve ban, giai tri", []),
        ("Kem này không trị mụn", []),
        ("Kem này không chỉ trị mụn", ["must"]),
    ],
)
def test_the_word_of_treatment_as_people_write_it(text: str, expected: list[str]) -> None:
    """Marks are compared where there are any; a short word without marks is for a person to look at."""
    levels_found = levels(check_draft(text, COSMETICS), "medicine_claim")
    assert (
        expected == levels_found
        if text != "chua thu, thuoc ve ban, giai tri"
        else set(levels_found) <= {"ask"}
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Không hề gây ra tác dụng phụ", ["must"]),
        ("Hiệu quả ngay tức thì", ["must"]),
        ("Hiệu quả của kem. Tức thì mình đi ngủ", []),
        ("Mình không rõ có tác dụng phụ nào", []),
    ],
)
def test_words_may_stand_between_but_no_end_of_a_sentence(text: str, expected: list[str]) -> None:
    """A promise is the same with a word or two inside it."""
    assert expected == levels(check_draft(text, COSMETICS), "absolute_claim")


def test_the_findings_of_one_rule_are_bounded() -> None:
    """A text of nothing but one word makes no answer of any size."""
    assert [True, 200] == [
        levels(check_draft("trị. " * 1_000, COSMETICS), "medicine_claim")[:200] == ["must"] * 200,
        len(levels(check_draft("trị. " * 1_000, COSMETICS), "medicine_claim")),
    ]


def test_no_phrase_is_a_number() -> None:
    """A sign that the folding drops ("#1") would leave a word that every caption holds."""
    phrases = [phrase for rule in rules() for phrase in (*rule.words.must, *rule.words.ask)]
    assert [] == [phrase for phrase in phrases if not any(c.isalpha() for c in phrase)]


def test_the_own_name_is_exempt() -> None:
    """A product may be called what it is called."""
    brief = Brief(category="cosmetics", paid=False, product="Kem Trị Mụn Lá Xanh")
    assert "medicine_claim" not in broken("Mình dùng Kem Trị Mụn Lá Xanh mỗi tối", brief)


@pytest.mark.parametrize(
    ("text", "brief"),
    [
        ("https://example.com/anh.jpg", Brief()),
        ("📷", Brief()),
        ("สวัสดีค่ะ ครีมนี้ดีมาก", Brief()),
        ("Kem", Brief(language="th", paid=False)),
        ("Thuốc", Brief(category="medical", paid=False)),
    ],
)
def test_what_is_not_checked_is_never_ok(text: str, brief: Brief) -> None:
    """A picture, a link, another language, a group without rules."""
    check = check_draft(text, brief)
    assert (True, False) == (bool(check.not_checked), check.ok)


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ('{"categori": "food"}', "categori"),
        ('{"category": "toys"}', "category"),
        ('{"paid": "yes"}', "paid"),
        ('{"required": ["a", 1]}', "required[1]"),
        ('{"max_length": -1}', "max_length"),
        ('{"kind": "x"}', "kind"),
        ('{"brand": 7}', "brand"),
    ],
)
def test_a_bad_value_of_the_brief_is_named(body: str, named: str) -> None:
    """The key stands in the message."""
    with pytest.raises(SoiError) as caught:
        read_brief(body)
    assert named in caught.value.detail


def test_an_empty_brief_is_a_brief() -> None:
    """Every key may be absent."""
    assert Brief() == read_brief("{}")


PIECES = st.lists(
    st.sampled_from(
        [
            "kem",
            "trị mụn",
            "tốt nhất",
            "không",
            "t.r.ị",
            "giá trị",
            "💊",
            "\n",
            ". ",
            "the best",
            "cures",
            "nhất",
            "100%",
        ]
    )
    | st.text(max_size=5),
    max_size=12,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_offsets_quote_the_text(text: str) -> None:
    """Start and end are code points of the text as it was given."""
    found = [one for one in check_draft(text, COSMETICS).findings if one.start is not None]
    assert [one.quote for one in found] == [text[one.start : one.end] for one in found]


@settings(max_examples=100, deadline=None)
@given(PIECES)
def test_form_changes_nothing(text: str) -> None:
    """The decomposed text breaks the same rules."""
    composed = unicodedata.normalize("NFC", text)
    assert broken(composed, COSMETICS) == broken(unicodedata.normalize("NFD", composed), COSMETICS)


@pytest.mark.parametrize("unseen", ["\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f"])
@pytest.mark.parametrize("claim", ["tr{}ị mụn", "trị{} mụn", "trị m{}ụn"])
def test_what_nobody_sees_hides_no_claim(claim: str, unseen: str) -> None:
    """A joiner, a soft hyphen or a space of no width inside or behind a word with marks, as copied texts have them."""
    written = claim.format(unseen)
    assert [written] == [
        found.quote
        for found in check_draft(f"Kem {written} nhé", COSMETICS).findings
        if found.rule.id == "medicine_claim"
    ]


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from(["", "Viên rau củ. ", "Mỗi ngày một viên\n"]),
    st.sampled_from(["", ".", " nha", "\n#khoe"]),
)
def test_the_mandatory_sentence_is_exempt_inside(before: str, behind: str) -> None:
    """ "thuốc" and "chữa bệnh" in the sentence that the law asks for are no claim."""
    brief = Brief(category="supplement", paid=False)
    assert "medicine_claim" not in broken(before + SUPPLEMENT_SENTENCE + behind, brief)


@pytest.mark.documents
def test_the_list_of_rules_is_current() -> None:
    """``python scripts/make_drafts_docs.py`` writes the page."""
    assert markdown() == PAGE.read_text("utf-8")


ENGLISH = re.compile(r"\b(?:Law|Decree|Circular|Art|amended|food|cosmetics|Rights)\b")


def test_a_vietnamese_page_cites_the_law_in_vietnamese() -> None:
    """Without an English word, and what the brief asks for is cited as the brief, not as a file."""
    vi = {rule.id: cited(rule).vi for rule in rules()}
    stray = [told for told in vi.values() if ENGLISH.search(told) or "BRIEF" in told]
    assert ([], "Nghị định 342/2025/NĐ-CP, Điều 5", "Brief của chiến dịch") == (
        stray,
        vi["supplement_name_missing"],
        vi["code_missing"],
    )


def test_an_article_is_cited_behind_the_law_that_has_it() -> None:
    """Of several sources the first that names no article of its own."""
    law = "Luật Quảng cáo 16/2012/QH13, sửa đổi bởi 75/2025/QH15"
    vi = {rule.id: cited(rule).vi for rule in rules()}
    assert (True, True, True) == (
        vi["superlative_unproven"].startswith(f"{law}, Điều 8.11; Thông tư"),
        vi["medicine_claim"].endswith(f"{law}, Điều 20.4.b, 20.4.d"),
        vi["cosmetics_notifier_missing"].startswith("Nghị định 342/2025/NĐ-CP, Điều 4; "),
    )
