"""Numbers as people see them, read as the interval of what they may stand for."""

from __future__ import annotations

import pytest
from babel import Locale
from babel.numbers import format_compact_decimal, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from server.facts import Count, Unread
from server.parsing.counts import LATIN, NumberGrammar, Place, read_count
from server.parsing.grammar import agreed, cldr

PLACE = Place("followers", "header_text", "header")
LOCALES = [
    "en",
    "vi",
    "es",
    "pt",
    "id",
    "fr",
    "de",
    "ja",
    "ko",
    "zh",
    "zh-Hant",
    "ru",
    "tr",
    "it",
    "th",
    "hi",
    "ar",
    "pl",
    "nl",
    "sv",
    "uk",
    "cs",
    "he",
    "fa",
]


def read(text: str, *grammars: NumberGrammar) -> Count | Unread:
    return read_count(text, grammars, PLACE)


def in_language(language: str) -> tuple[NumberGrammar, ...]:
    known = cldr(language)
    assert known is not None
    return (known, agreed())


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("12,3 N", "vi", 12_250, 12_399),
        ("12,3\u00a0N", "vi", 12_250, 12_399),
        ("1,2 Tr", "vi", 1_150_000, 1_299_999),
        ("1,2 T", "vi", 1_150_000_000, 1_299_999_999),
        ("12,5K", "vi", 12_450, 12_599),
        ("12.5K", "vi", 12_450, 12_599),
        ("1,5M", "vi", 1_450_000, 1_599_999),
        ("3 nghìn", "vi", 2_500, 3_999),
        ("2,5 triệu", "vi", 2_450_000, 2_599_999),
        ("1,1 tỷ", "vi", 1_050_000_000, 1_199_999_999),
        ("34K", "en", 33_500, 34_999),
        ("1.1M", "en", 1_050_000, 1_199_999),
        ("1M", "en", 950_000, 1_999_999),
        ("1,2 B", "tr", 1_150, 1_299),
        ("1,2 M", "id", 1_150_000_000, 1_299_999_999),
        ("12,3 rb", "id", 12_250, 12_399),
        ("293,3\u00a0mil", "pt", 293_250, 293_399),
        ("1.2万", "ja", 11_500, 12_999),
        ("1.2\u00a0万", "zh", 11_500, 12_999),
        ("12.3만", "ko", 122_500, 123_999),
        ("686 млн", "ru", 685_500_000, 686_999_999),
        ("12,3 тыс.", "ru", 12_250, 12_399),
        ("1,2 Mio.", "de", 1_150_000, 1_299_999),
        ("\u200f12.3 ألف", "ar", 12_250, 12_399),
        ("1.2 लाख", "hi", 115_000, 129_999),
    ],
)
def test_a_compact_number_is_the_interval_that_rounding_and_truncation_allow(text, language, low, high):
    """Both occur on Instagram, so both must fit."""
    count = read(text, *in_language(language))
    assert isinstance(count, Count)
    assert (low, high, False) == (count.low, count.high, count.exact)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("33.604", "pt", 33_604),
        ("1.234", "vi", 1_234),
        ("1.234", "en", 1_234),
        ("1,137,245", "en", 1_137_245),
        ("686\u00a0452\u00a0333", "ru", 686_452_333),
        ("1\u202f234", "fr", 1_234),
        ("1’234", "de", 1_234),
        ("12,34,567", "hi", 1_234_567),
        ("0", "vi", 0),
        ("٣٣٬٦٠٤", "ar", 33_604),
        ("۱۲۳", "fa", 123),
        ("५१२", "hi", 512),
        ("8,276 posts", "en", 8_276),
        ("게시물 8,276", "ko", 8_276),
        ("فالوور ۱۲۳", "fa", 123),
    ],
)
def test_a_number_without_a_unit_is_exact_and_its_separators_group(text, language, value):
    """Nobody has 1.234 followers."""
    count = read(text, *in_language(language))
    assert isinstance(count, Count)
    assert (value, value, value, True) == (count.value, count.low, count.high, count.exact)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1.1M", "ambiguous_suffix"),
        ("12,3 T", "ambiguous_suffix"),
        ("1,2 B", "ambiguous_suffix"),
        ("1,234K", "ambiguous_suffix"),
        ("12.3", "malformed"),
        ("1_000", "unknown_suffix"),
        ("7 Qx", "unknown_suffix"),
        ("-5", "malformed"),
        ("", "malformed"),
        ("followers", "malformed"),
        ("²", "foreign_digits"),
        ("١٢٬٣٤٥", "foreign_digits"),
        ("１２，３４５", "foreign_digits"),
        ("99999999999999999999", "out_of_range"),
    ],
)
def test_what_cannot_be_read_without_a_language_is_refused_with_the_reason(text, reason):
    """A guess would be shown as a fact."""
    reading = read(text, agreed())
    assert isinstance(reading, Unread)
    assert reason == reading.reason


@pytest.mark.parametrize("text", ["12K", "12k", "1.2万", "33,604", "33.604"])
def test_what_all_languages_agree_on_needs_no_language(text):
    assert isinstance(read(text, agreed()), Count)


def test_the_pages_own_grammar_wins_over_the_languages_table():
    """In the page's grammar "T" may be thousand, whatever CLDR says."""
    own = NumberGrammar("page", ",", ".", suffixes={"t": 1_000})
    count = read("1,2 T", own, *in_language("vi"))
    assert isinstance(count, Count)
    assert (count.value, count.rule) == (1_200, "page")


def test_the_description_metas_are_latin_whatever_the_language():
    """ "255m Pengikut" counts millions although "M" is a billion in Indonesian text."""
    count = read("255m Pengikut", LATIN, *in_language("id"))
    assert isinstance(count, Count)
    assert (count.value, count.rule) == (255_000_000, "latin")


def compact(number: int, locale: str, style: str, digits: int) -> str:
    return format_compact_decimal(
        number, format_type=style, locale=locale, fraction_digits=digits, numbering_system="latn"
    )


@pytest.mark.parametrize("language", LOCALES)
@given(number=st.integers(0, 10**10 - 1))
def test_reading_a_formatted_number_gives_an_interval_that_holds_it(language, number):
    """For every number below ten billion, exact or compact, short or long, with and without decimals."""
    locale = language.replace("-", "_")
    grammars = in_language(language)
    texts = [format_decimal(number, locale=locale, numbering_system="latn")]
    styles = [s for s in ("short", "long") if s in Locale.parse(locale).compact_decimal_formats]
    shapes = [(style, digits) for style in styles for digits in (0, 1, 2)]
    texts += [compact(number, locale, style, digits) for style, digits in shapes]
    for text in (t for t in texts if any(c.isdecimal() for c in t)):  # French writes 1,000 as "mille"
        count = read(text, *grammars)
        assert isinstance(count, Count), text
        assert count.low <= number <= count.high, text


@given(st.text(max_size=300), st.sampled_from(LOCALES))
def test_any_text_gives_a_count_or_a_reason(text, language):
    """Never an exception, never a number outside the possible."""
    reading = read(text, *in_language(language))
    if isinstance(reading, Count):
        assert 0 <= reading.low <= reading.value <= reading.high
    else:
        assert reading.reason
