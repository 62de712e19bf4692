"""The currencies that a price may be in, with the words and signs by which people write them."""

from __future__ import annotations

CURRENCIES: dict[str, tuple[str, ...]] = {
    "VND": ("₫", "đ", "d", "vnđ", "vnd", "đồng", "dong", "việt nam đồng"),
    "USD": ("$", "us$", "usd", "đô", "đô la", "đôla", "dollar", "dollars"),
    "EUR": ("€", "eur", "euro", "euros"),
    "GBP": ("£", "gbp", "bảng anh"),
    "THB": ("฿", "thb", "baht", "bạt"),
    "IDR": ("rp", "idr", "rupiah"),
    "KRW": ("₩", "krw", "won"),
    "JPY": ("¥", "jpy", "yen", "yên"),
    "CNY": ("cny", "rmb", "tệ", "nhân dân tệ", "元"),
    "TWD": ("nt$", "twd"),
    "HKD": ("hk$", "hkd"),
    "SGD": ("s$", "sgd"),
    "AUD": ("a$", "aud"),
    "CAD": ("c$", "cad"),
    "CHF": ("chf",),
    "MYR": ("rm", "myr", "ringgit"),
    "PHP": ("₱", "php", "peso"),
    "INR": ("₹", "inr", "rupee", "rupees"),
}
"""ISO 4217 code to its signs and words in lower case; the first one is written."""

WITHOUT_CENTS = frozenset({"VND", "IDR", "KRW", "JPY"})
"""Nobody asks a part of one of these."""

_CODES = {word: code for code, words in CURRENCIES.items() for word in words}
MOST_WORDS = {
    word.split()[0]: len(word.split()) for word in sorted(_CODES, key=lambda word: len(word.split()))
}
"""With which word the name of a currency begins, and of how many words the longest of such names is."""


def code_of(word: str) -> str | None:
    """The code for a sign or word in lower case; None for what is no currency."""
    return _CODES.get(word)
