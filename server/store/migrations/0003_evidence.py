"""What the last kept audit of each creator had read becomes the creator's evidence, so that an update forgets nothing.

A table of its own, ``evidence``: one document a creator, ``{"creator", "packed"}``. Visits may hold ``columns`` from
here on; older ones have none, and show the model that judged them.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from typing import Any

_COUNTS = ("followers", "following", "post_count")
_TEXTS = ("full_name", "biography", "external_url", "category", "is_private", "is_verified")
_MOST = 4 * 2**20
"""Bytes of one audit, unpacked."""

_Doc = dict[str, Any]


def migrate(tables: dict[str, dict[str, _Doc]]) -> dict[str, dict[str, _Doc]]:
    """A new table from the audits; nothing else is touched, and an audit that cannot be read gives nothing."""
    newest: dict[int, _Doc] = {}
    for doc_id in sorted(tables.get("audits", {}), key=int):
        audit = tables["audits"][doc_id]
        if isinstance(audit.get("creator"), int):
            newest[audit["creator"]] = audit
    found = {
        creator: evidence for creator, audit in newest.items() if (evidence := _evidence(audit)) is not None
    }
    rows = ({"creator": creator, "packed": _packed(evidence)} for creator, evidence in found.items())
    return tables | {"evidence": {str(number): row for number, row in enumerate(rows, 1)}}


def _evidence(document: _Doc) -> _Doc | None:
    """``{"header": {name: [value, at]}, "posts": [...]}`` of an audit; None where it tells nothing."""
    try:
        unpacker = zlib.decompressobj()
        body = json.loads(unpacker.decompress(b64decode(document["packed"]), _MOST))
        at, facts = body["now"], body["facts"]
        if at is None or body["page"] not in ("profile", "private_profile"):
            return None
        header = {name: [facts[name], at] for name in (*_COUNTS, *_TEXTS) if facts.get(name) is not None}
        return {"header": header, "posts": [post | {"read_at": at} for post in facts["posts"]]}
    except (AttributeError, KeyError, TypeError, ValueError, zlib.error):
        return None


def _packed(value: _Doc) -> str:
    return b64encode(
        zlib.compress(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"), 6)
    ).decode("ascii")
