"""Fit how a claim sounds for each rule that listens, from the labelled captions that may be read. The same bytes on every run.

python scripts/research/fit_tones.py [--judge]

``--judge`` says how well they are told apart by weights that are fitted on the others (five folds), and writes nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scripts.research.evaluation.drafts import captions, half_of  # noqa: E402 - the repository's root has to be importable first
from scripts.research.fitting.logistic import fit  # noqa: E402 - as above
from server import own_json  # noqa: E402 - as above
from server.campaigns.brief import read_brief  # noqa: E402 - as above
from server.campaigns.draft import draft_of  # noqa: E402 - as above
from server.campaigns.exempt import mandatory_tokens  # noqa: E402 - as above
from server.campaigns.fold import fold_text  # noqa: E402 - as above
from server.campaigns.rule import AdvertisingRule  # noqa: E402 - as above
from server.campaigns.rules import rules  # noqa: E402 - as above
from server.campaigns.tone import SCALE, ToneModel, score_of, words_of  # noqa: E402 - as above
from server.samples.features import Features  # noqa: E402 - as above

OUT = ROOT / "server" / "campaigns" / "tones"
STRENGTH = 3.0
PSEUDOCOUNTS = (0.1, 0.5, None)
"""As for the comments' model: the mean of one fit for each (Wang and Manning 2012); None leaves the columns as they are."""
LEAST = 2
"""Captions that a word has to stand in."""
DIGITS = 2
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Labelled:
    text: str
    claims: bool
    source: str
    brief: dict[str, object]


def listening() -> list[AdvertisingRule]:
    """The rules that have an ear."""
    return [rule for rule in rules() if rule.ear is not None]


def read(rule: AdvertisingRule) -> list[Labelled]:
    """The captions that whoever changes the rule may read and that are labelled for it, and its own examples."""
    rows = [
        Labelled(row["text"], row["breaks"], f"{name} {row['id'][0]}", row["brief"])
        for name in ("finance", "claims", "unseen")
        for row in captions(name)
        if row["of"] == rule.id and (name != "unseen" or half_of(row["id"]) == "A")
    ]
    rows += [
        Labelled(row["text"], rule.id in broken, f"tuning {row['id'][0]}", row["brief"])
        for row in captions("tuning")
        for broken in [{finding["rule"] for finding in row["expect"]}]
        if row["brief"].get("category") in rule.categories and (rule.id in broken or _is_clean(row, rule))
    ]
    examples = [(one, False) for one in rule.passing] + [(one, True) for one in rule.failing]
    return rows + [Labelled(one.text, claims, "examples", one.brief) for one, claims in examples]


def _is_clean(row: dict[str, Any], rule: AdvertisingRule) -> bool:
    """Whether it is labelled so; the first captions of the file were labelled for all rules."""
    return rule.id in row["clean_of"] or row["id"].startswith("c")


def fitted(rows: Sequence[Labelled]) -> ToneModel:
    """The weights of the words of ``rows``."""
    said = [
        list(dict.fromkeys(words_of(folded, 0, len(folded.places), mandatory_tokens(folded))))
        for row in rows
        for folded in [fold_text(row.text)]
    ]
    counts = Counter(word for words in said for word in words)
    place = {word: at for at, word in enumerate(sorted(word for word, n in counts.items() if n >= LEAST))}
    entries = [
        (at, place[word], SCALE / len(known) ** 0.5)
        for at, words in enumerate(said)
        for known in [[w for w in words if w in place]]
        for word in known
    ]
    row, column, value = (np.array(part) for part in zip(*entries, strict=True))
    y = np.array([int(one.claims) for one in rows])
    fits = [
        _fit(Features(len(rows), row, column, value), len(place), y, pseudocount)
        for pseudocount in PSEUDOCOUNTS
    ]
    weights = np.mean([weights for weights, _ in fits], axis=0)
    kept = {word: shown for word, at in place.items() if (shown := round(float(weights[at]), DIGITS))}
    return ToneModel(round(float(np.mean([intercept for _, intercept in fits])), DIGITS), kept, len(rows))


def _fit(x: Features, width: int, y: np.ndarray, pseudocount: float | None) -> tuple[np.ndarray, float]:
    strength = np.full(x.n, STRENGTH)
    if pseudocount is None:
        return fit(x, width, y, strength)
    mass = [np.bincount(x.column, x.value * (y == k)[x.row], width) + pseudocount for k in (0, 1)]
    ratio = np.abs(np.log(mass[1] / mass[1].sum()) - np.log(mass[0] / mass[0].sum()))
    ratio /= ratio[x.column].mean()
    weights, intercept = fit(Features(x.n, x.row, x.column, x.value * ratio[x.column]), width, y, strength)
    return weights * ratio, intercept


def judge(rule: AdvertisingRule) -> None:
    """Prints, for each file, precision and recall by weights of the four fifths that a row does not lie in."""
    rows = read(rule)
    words, alone, both = ([False] * len(rows) for _ in range(3))
    for fold in range(FOLDS):
        model = fitted([row for row in rows if _fold(row) != fold])
        for place, row in enumerate(rows):
            if _fold(row) == fold:
                draft = draft_of(row.text, read_brief(json.dumps(row.brief)))
                words[place] = bool(list(rule.find(draft)))
                alone[place] = max(score_of(piece.words, model) for piece in draft.pieces) > 0
                both[place] = bool(rule.spots(draft, model))
    for source in ("", *dict.fromkeys(row.source for row in rows)):
        places = [place for place, row in enumerate(rows) if source in ("", row.source)]
        kinds = (("words", words), ("tone", alone), ("both", both))
        figures = [_figure([rows[at] for at in places], [said[at] for at in places]) for _, said in kinds]
        print(
            f"{rule.id}, {source or 'all'}, {len(places)}:",
            *(f"{name} {figure};" for (name, _), figure in zip(kinds, figures, strict=True)),
        )


def _fold(row: Labelled) -> int:
    return hashlib.sha256(row.text.encode()).digest()[0] % FOLDS


def _figure(rows: Sequence[Labelled], found: Sequence[bool]) -> str:
    right = sum(is_found and row.claims for row, is_found in zip(rows, found, strict=True))
    return f"precision {right}/{sum(found)}, recall {right}/{sum(row.claims for row in rows)}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--judge", action="store_true", help="hold each fifth against weights of the others")
    if parser.parse_args().judge:
        for rule in listening():
            judge(rule)
    else:
        for rule in listening():
            (OUT / f"{rule.id}.json").write_bytes(own_json.dumps(fitted(read(rule))) + b"\n")


if __name__ == "__main__":
    main()
