"""The part of docs/scoring.md on kinds of comments: what is counted as which, and how well."""

from __future__ import annotations

from typing import Any

_TEXT = """
## Kinds of comments

Emoji, mention, generic, intent and genuine follow from rules over word lists and templates; spam from a linear model over
n-grams, held against what the comment offers. ScamSpot ({n:,} comments), {protocol}: F1 {f1}, AUC {auc}.
Much of what is missed there no text decides ("great" and "gm" stand as scam, near copies of one advert under both labels).
Whoever wrote the English adverts of the own list's training part had seen misses on ScamSpot: its figure may flatter a little.

A list of our own in five languages, written before its writer saw the rules; half of it was read to mend them, this is the
half whose misses nobody has read ("others": English, Indonesian, Portuguese and Thai). Wilson, 95 %:

| kind | language | comments | precision | recall |
|---|---|---|---|---|
"""


def section(samples: dict[str, Any]) -> str:
    """From the figures of scripts/research/measure_samples.py."""
    found = samples["comments, ScamSpot"]
    head = _TEXT.format(
        n=found["n"], protocol=found["protocol"], f1=_interval(found["F1"]), auc=_interval(found["AUC"])
    )
    parts = samples["comments, own list, blind part"]
    rows = [
        f"| {kind} | {name} | {one['n']} | {_interval(one['precision'])} | {_interval(one['recall'])} |"
        for name, kinds in parts.items()
        for kind, one in kinds.items()
    ]
    return head + "\n".join(rows) + "\n"


def _interval(share: dict[str, float] | None) -> str:
    return "-" if share is None else f"{share['value']:.3f} ({share['low']:.3f} to {share['high']:.3f})"
