"""Fit how a promise of return sounds, from the labelled captions of finance that may be read. The same bytes on every run.

python scripts/research/fit_promises.py [--judge]

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

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scripts.research.evaluation.drafts import captions, half_of  # noqa: E402 - the repository's root has to be importable first
from scripts.research.fitting.logistic import fit  # noqa: E402 - as above
from server import own_json  # noqa: E402 - as above
from server.campaigns.brief import read_brief  # noqa: E402 - as above
from server.campaigns.draft import draft_of  # noqa: E402 - as above
from server.campaigns.fold import fold_text  # noqa: E402 - as above
from server.campaigns.rules._finance_promise_tone import SCALE, ToneModel, tones_of, words_of  # noqa: E402 - as above
from server.campaigns.rules.finance_promise import RULE, found_by_both  # noqa: E402 - as above
from server.samples.features import Features  # noqa: E402 - as above

OUT = ROOT / "server" / "campaigns" / "rules" / "_finance_promise_tone.json"
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
    promises: bool
    source: str
    brief: dict[str, object]


def read() -> list[Labelled]:
    """The captions of finance that whoever changes the rule may read, and the rule's own examples."""
    rows = [
        Labelled(row["text"], row["breaks"], f"{name} {row['id'][0]}", row["brief"])
        for name in ("finance", "unseen")
        for row in captions(name)
        if row["of"] == RULE.id and (name != "unseen" or half_of(row["id"]) == "A")
    ]
    rows += [
        Labelled(row["text"], RULE.id in broken, "tuning", row["brief"])
        for row in captions("tuning")
        for broken in [{finding["rule"] for finding in row["expect"]}]
        if row["brief"].get("category") == "finance" and (RULE.id in broken or RULE.id in row["clean_of"])
    ]
    rows += [Labelled(one.text, promises=False, source="examples", brief=one.brief) for one in RULE.passing]
    return rows + [
        Labelled(one.text, promises=True, source="examples", brief=one.brief) for one in RULE.failing
    ]


def fitted(rows: Sequence[Labelled]) -> ToneModel:
    """The weights of the words of ``rows``."""
    said = [
        list(dict.fromkeys(words_of(folded, 0, len(folded.places))))
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
    y = np.array([int(one.promises) for one in rows])
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


def judge(rows: Sequence[Labelled]) -> None:
    """Prints, for each file, precision and recall by weights of the four fifths that a row does not lie in."""
    alone, both = [False] * len(rows), [False] * len(rows)
    for fold in range(FOLDS):
        model = fitted([row for row in rows if _fold(row) != fold])
        for place, row in enumerate(rows):
            if _fold(row) == fold:
                draft = draft_of(row.text, read_brief(json.dumps(row.brief)))
                alone[place] = any(tone.score > 0 for tone in tones_of(draft.folded, model))
                both[place] = bool(found_by_both(draft, model))
    for source in dict.fromkeys(row.source for row in rows):
        places = [place for place, row in enumerate(rows) if row.source == source]
        for name, said in (("words alone", alone), ("the rule", both)):
            print(
                f"{source}, {len(places)}, {name}: {_figure([rows[at] for at in places], [said[at] for at in places])}"
            )


def _fold(row: Labelled) -> int:
    return hashlib.sha256(row.text.encode()).digest()[0] % FOLDS


def _figure(rows: Sequence[Labelled], found: Sequence[bool]) -> str:
    right = sum(is_found and row.promises for row, is_found in zip(rows, found, strict=True))
    return f"precision {right}/{sum(found)}, recall {right}/{sum(row.promises for row in rows)}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--judge", action="store_true", help="hold each fifth against weights of the others")
    if parser.parse_args().judge:
        judge(read())
    else:
        OUT.write_bytes(own_json.dumps(fitted(read())) + b"\n")


if __name__ == "__main__":
    main()
