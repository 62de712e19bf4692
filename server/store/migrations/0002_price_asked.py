"""An asked price has two ends, the words it came in, and whether it is net: it was an amount and a currency."""

from __future__ import annotations

from typing import Any

from server.store.work import Doc, Tables


def migrate(tables: Tables) -> Tables:
    """``price`` of every entry, also of one that can still be brought back."""
    creators = {doc_id: _creator(document) for doc_id, document in tables.get("creators", {}).items()}
    return {**tables, "creators": creators}


def _creator(document: Doc) -> Doc:
    undo = document.get("undo")
    parts = {"entry": document.get("entry"), "undo": undo and undo | {"entry": _entry(undo.get("entry"))}}
    parts["entry"] = _entry(parts["entry"])
    return document | {name: part for name, part in parts.items() if name in document}


def _entry(entry: Any) -> Any:
    price = entry.get("price") if isinstance(entry, dict) else None
    return entry | {"price": _price(*price)} if isinstance(price, list) else entry


def _price(amount: float, currency: str) -> Doc:
    return {
        "low": amount,
        "high": amount,
        "currency": currency,
        "text": _words(amount, currency),
        "net": None,
    }


def _words(amount: float, currency: str) -> str:
    """ "1.500.000 ₫", "49,99 US$"."""
    places = 0 if float(amount).is_integer() else 2
    digits = f"{amount:,.{places}f}".translate(str.maketrans(",.", ".,"))
    return f"{digits} {'₫' if currency == 'VND' else 'US$'}"
