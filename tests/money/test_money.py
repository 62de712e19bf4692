"""Money as people write it: read, written, and never silently another number."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from server.money import CURRENCIES, MAX_TEXT, Price, read, write
from server.money.currencies import WITHOUT_CENTS
from server.money.doubts import below

M = 1_000_000


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("2tr", 2 * M, 2 * M, "VND"),
        ("2tr5", 2.5 * M, 2.5 * M, "VND"),
        ("2TR500", 2.5 * M, 2.5 * M, "VND"),
        ("2,5tr/bài", 2.5 * M, 2.5 * M, "VND"),
        ("1tr25", 1.25 * M, 1.25 * M, "VND"),
        ("2 triệu rưỡi", 2.5 * M, 2.5 * M, "VND"),
        ("2 triệu 500", 2.5 * M, 2.5 * M, "VND"),
        ("2 triệu 500 nghìn", 2.5 * M, 2.5 * M, "VND"),
        ("2tr500k", 2.5 * M, 2.5 * M, "VND"),
        ("1tỷ2", 1200 * M, 1200 * M, "VND"),
        ("1 tỉ 200 triệu", 1200 * M, 1200 * M, "VND"),
        ("3 củ", 3 * M, 3 * M, "VND"),
        ("3 trieu dong", 3 * M, 3 * M, "VND"),
        ("300 ngàn đồng", 300_000, 300_000, "VND"),
        ("5 trăm nghìn", 500_000, 500_000, "VND"),
        ("500K/post", 500_000, 500_000, "VND"),
        ("500kđ", 500_000, 500_000, "VND"),
        ("2.000k", 2 * M, 2 * M, "VND"),
        ("1.500.000₫", 1.5 * M, 1.5 * M, "VND"),
        ("1,500,000 VND", 1.5 * M, 1.5 * M, "VND"),
        ("1 500 000", 1.5 * M, 1.5 * M, "VND"),
        ("1'500'000", 1.5 * M, 1.5 * M, "VND"),
        ("1500000.00", 1.5 * M, 1.5 * M, "VND"),
        ("5,000,000 (VND)", 5 * M, 5 * M, "VND"),
        ("３tr", 3 * M, 3 * M, "VND"),
        ("~3tr", 3 * M, 3 * M, "VND"),
        ("khoảng 2tr", 2 * M, 2 * M, "VND"),
        ("1.5M", 1.5 * M, 1.5 * M, "VND"),
        ("từ 3tr", 3 * M, None, "VND"),
        ("5tr+", 5 * M, None, "VND"),
        ("5tr trở lên", 5 * M, None, "VND"),
        ("dưới 5tr", None, 5 * M, "VND"),
        ("up to 5M", None, 5 * M, "VND"),
        ("1-2tr", M, 2 * M, "VND"),
        ("2tr-3tr", 2 * M, 3 * M, "VND"),
        ("1tr – 1tr5", M, 1.5 * M, "VND"),
        ("từ 2 đến 3 triệu", 2 * M, 3 * M, "VND"),
        ("500-1tr", 500_000, M, "VND"),
        ("$100-200", 100, 200, "USD"),
        ("$49.99", 49.99, 49.99, "USD"),
        ("49,99 usd", 49.99, 49.99, "USD"),
        ("150$", 150, 150, "USD"),
        ("200 đô", 200, 200, "USD"),
        ("$1,234.56", 1234.56, 1234.56, "USD"),
        ("1.234,56 €", 1234.56, 1234.56, "EUR"),
        ("€200", 200, 200, "EUR"),
        ("฿15,000", 15_000, 15_000, "THB"),
        ("Rp 500.000", 500_000, 500_000, "IDR"),
        ("₩300,000", 300_000, 300_000, "KRW"),
        ("¥50,000", 50_000, 50_000, "JPY"),
        ("free", 0, 0, "VND"),
        ("0đ", 0, 0, "VND"),
        ("3 video 12tr", 12 * M, 12 * M, "VND"),
        ("12tr (2 post, 1 reel)", 12 * M, 12 * M, "VND"),
        ("3tr + 10% VAT", 3 * M, 3 * M, "VND"),
        ("10k view, giá 2tr", 2 * M, 2 * M, "VND"),
        ("2tr zalo 0900000000", 2 * M, 2 * M, "VND"),
        ("2tr zalo +84 900 000 000", 2 * M, 2 * M, "VND"),
        ("1 triệu hai", 1.2 * M, 1.2 * M, "VND"),
        ("2tr một bài", 2 * M, 2 * M, "VND"),
        ("5 trăm", 500_000, 500_000, "VND"),
        ("3 trăm rưỡi", 350_000, 350_000, "VND"),
        ("1 triệu 5 trăm", 1.5 * M, 1.5 * M, "VND"),
        ("5 trăm đô", 500, 500, "USD"),
        ("1.500.000-2tr", 1.5 * M, 2 * M, "VND"),
        ("5.000.000 bài", 5 * M, 5 * M, "VND"),
        ("5tr/video 60s", 5 * M, 5 * M, "VND"),
        ("2tr tháng 5", 2 * M, 2 * M, "VND"),
    ],
)
def test_a_price_is_read_as_people_write_it(
    text: str, low: float | None, high: float | None, currency: str
) -> None:
    """Units, tails, ranges, open ends, currencies; what was written stays beside the amounts."""
    reading = read(text)
    assert (reading.price, reading.others) == (Price(low, high, currency, text), ())


@pytest.mark.parametrize(
    "text",
    [
        "barter",
        "liên hệ",
        "thương lượng",
        "tr",
        "hai triệu",
        "2t",
        "1e6",
        "-5tr",
        "1_000",
        "x3tr",
        "12.34.567",
        "1.00.000",
        "9" * 20,
        "9" * 400,
        "١٢",
        "²",
        "½tr",
        "reel 3tr, story 1tr",
        "100$ (2tr5)",
        "2tr/3tr",
        "2tr (12/11)",
        "lầu 3, phòng 12",
        "50k follower",
        "2 video",
        "3tr-100$",
        "2e3tr",
        ".5tr",
        ",5 triệu",
        "3-2tr",
        "100$-2tr",
        "2 triệu năm",
        "2 triệu tư ạ",
        "2 trăm rưỡi nghìn",
        "video 2tr 500k story",
        "video 2tr\n500k story",
        "video: 5.000.000\nảnh: 2.000.000",
        "+84 912 345 678",
        "#3tr",
    ],
)
def test_what_is_not_understood_stays_a_text(text: str) -> None:
    """No amount is made up of half a text."""
    reading = read(text)
    assert (reading.price, reading.kept_as_text) == (Price(None, None, None, text), True)


@pytest.mark.parametrize("text", ["", " ", "-", "--", "–", "?", "N/A", "n/a", "na", "..."])
def test_a_mark_for_nothing_is_no_price(text: str) -> None:
    """Not known is not 0."""
    assert read(text).price is None


@pytest.mark.parametrize(
    ("text", "usual", "others"),
    [
        ("1.500", "VND", [1.5 * M]),
        ("900", "VND", [900_000]),
        ("900đ", "VND", [900_000]),
        ("2,5", "VND", [2.5 * M]),
        ("3", "VND", [3 * M]),
        ("150", "VND", [150_000, 150 * M]),
        ("2-3", "VND", [2 * M]),
        ("2k", "VND", [2 * M]),
        ("1.500tr", "VND", [1.5 * M]),
        ("1500000", "USD", [1.5 * M]),
        ("3000000000", "VND", [3 * M]),
        ("150.000k", "VND", [150_000]),
        ("$2tr", "VND", [2 * M]),
        ("1.500.000$", "VND", [1.5 * M]),
        ("500 trăm đồng", "VND", [50 * M]),
    ],
)
def test_a_doubtful_price_comes_with_what_may_be_meant(text: str, usual: str, others: list[float]) -> None:
    """The likeliest first; whoever reads it has to ask before anything is kept."""
    reading = read(text, usual)
    assert ([other.low for other in reading.others], reading.is_clear) == (others, False)


@pytest.mark.parametrize(
    ("text", "net"),
    [
        ("5tr net", True),
        ("5tr thực nhận", True),
        ("5tr chưa thuế", True),
        ("5tr gross", False),
        ("5tr đã bao gồm thuế", False),
        ("5tr chưa bao gồm thuế", True),
        ("5tr (chưa VAT)", None),
        ("5tr", None),
    ],
)
def test_net_and_gross_are_heard(text: str, net: bool | None) -> None:
    """What the creator gets in hand, or what it costs before tax; VAT says neither."""
    price = read(text).price
    assert (price and price.net) == net


def test_a_currency_said_elsewhere_holds() -> None:
    """A column for the currency is believed, but not against the text."""
    reading = read("200", "VND", "USD")
    assert (reading.price, reading.is_clear) == (Price(200, 200, "USD", "200"), True)
    with pytest.raises(ValueError, match="two currencies"):
        read("200$", "VND", "EUR")


UNITS = [
    "",
    "k",
    "K",
    " nghìn",
    "tr",
    " triệu",
    "M",
    " củ",
    "tỷ",
    "đ",
    " VND",
    "$",
    " USD",
    "€",
    "tr5",
    " rưỡi",
]
DIGITS = st.one_of(
    st.integers(0, 10**7).map(str),
    st.integers(0, 10**9).map(lambda n: f"{n:,}"),
    st.integers(0, 10**9).map(lambda n: f"{n:,}".replace(",", ".")),
    st.decimals(0, 10**5, places=2).map(str),
    st.decimals(0, 10**5, places=1).map(lambda n: str(n).replace(".", ",")),
)
ONE = st.builds("".join, st.tuples(st.sampled_from(["", "$", "€", "₫"]), DIGITS, st.sampled_from(UNITS)))
WRITTEN = st.one_of(
    st.text(max_size=40),
    st.text("0123456789.,-k trđ$+~()/", max_size=16),
    st.builds(
        "".join,
        st.tuples(
            st.sampled_from(["", "từ ", "khoảng ", "dưới ", "~", "giá ", "reel "]),
            ONE,
            st.one_of(st.just(""), ONE.map(lambda text: "-" + text), ONE.map(lambda text: " đến " + text)),
            st.sampled_from(["", "+", "/post", " (chưa VAT)", " net", " gross", " trở lên", "/2 video"]),
        ),
    ),
)


@given(text=WRITTEN, usual=st.sampled_from(["VND", "USD", "EUR"]), language=st.sampled_from(["en", "vi"]))
@example(text="0,001 tr", usual="USD", language="vi")
@example(text="1.125 $", usual="USD", language="vi")
def test_what_was_read_is_written_and_read_again_the_same(text: str, usual: str, language: str) -> None:
    """Ends, currency and net survive the way through words in both languages, whatever the text."""
    price = read(text[:MAX_TEXT], usual).price
    if price is None:
        return
    again = read(write(price, language), usual).price
    assert again is not None
    assert again.to_json() | {"text": ""} == price.to_json() | {"text": ""}


@given(
    value=st.one_of(st.integers(0, 10**12), st.decimals(0, 10**9, places=2).map(float)),
    currency=st.sampled_from(sorted(CURRENCIES)),
    language=st.sampled_from(["en", "vi"]),
)
def test_every_amount_in_every_currency_can_be_read_back(value: float, currency: str, language: str) -> None:
    """No amount that is stored changes by a factor when it is shown and typed again."""
    amount = round(value) if currency in WITHOUT_CENTS else value
    price = read(write(Price(amount, amount, currency, "x"), language)).price
    assert price is not None
    assert (price.low, price.high, price.currency) == (amount, amount, currency)


@pytest.mark.parametrize(
    ("amount", "meant"), [(3, 3 * M), (300, 300_000), (5_000, 5 * M), (2_500_000, None), (0, None)]
)
def test_a_stored_price_far_below_its_list_is_doubted(amount: float, meant: float | None) -> None:
    """Thousands or millions of it, where that lies near the range of 2 to 10 million."""
    assert below(amount, 2 * M, 10 * M) == meant
