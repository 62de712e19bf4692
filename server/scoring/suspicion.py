"""The scorecard of one creator, explained: each sign with its value, weight, evidence and innocent explanation."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from server.messages import Text
from server.samples.own_lists import OwnLists
from server.scoring.creator import Evidence
from server.scoring.evidence import EvidenceEntry, Finder
from server.scoring.model import Model
from server.scoring.records import Judgement
from server.scoring.scorecard import Scores
from server.signals import Signal
from server.signals.wording import fill

WORTH_NAMING = 0.1
"""Log-odds from which a sign moves the score by something a person would call a reason."""
RAISES = 0.05
"""Log-odds from which a sign is said to be unusual; the badge and the web app fold what weighs less."""


class SignAnswer(Struct, frozen=True, kw_only=True):
    """A sign as an analysis says it."""

    id: str
    group: str
    value: float
    contribution: float
    reason: Text
    innocent: Text
    evidence: list[EvidenceEntry]
    weight_source: str
    ruling: Judgement | None
    usual: Text | None


class MissingSign(Struct, frozen=True, kw_only=True):
    """A signal without evidence."""

    id: str
    group: str
    range: tuple[float, float]


class SuspicionAnswer(Struct, frozen=True, kw_only=True):
    """Suspicion as an analysis says it; without points where the visit of the day kept none."""

    score: float | None
    low: float | None
    high: float | None
    prior: float
    unseen_pct: float
    signals: tuple[SignAnswer, ...]
    missing: tuple[MissingSign, ...]


class Sign(Struct, frozen=True):
    """One signal that had evidence."""

    signal: Signal
    value: float
    contribution: float
    """Log-odds, after the weight of its evidence and any ruling."""
    reason: Text
    usual: Text | None
    """What is usual instead, where the signal says so."""
    evidence: list[EvidenceEntry]
    weight_source: str
    ruling: Judgement | None

    def answer(self) -> SignAnswer:
        return SignAnswer(
            id=self.signal.id,
            group=self.signal.group,
            value=round(self.value, 4),
            contribution=round(self.contribution, 3) + 0.0,  # no "-0.0"
            reason=self.reason,
            innocent=self.signal.innocent,
            evidence=self.evidence,
            weight_source=self.weight_source,
            ruling=self.ruling,
            usual=self.usual,
        )

    def told(self, *, innocent: bool) -> Text:
        """The sign as a reason: what was seen, what is usual, and on demand what else may explain it."""
        texts = [
            self.reason,
            *([self.usual] if self.usual else []),
            *([self.signal.innocent] if innocent else []),
        ]
        return Text(" ".join(text.en for text in texts), " ".join(text.vi for text in texts))


class Suspicion(Struct, frozen=True):
    """Points from 0 to 100 with their range."""

    score: float
    low: float
    high: float
    prior: float
    unseen: float
    """Percent of the evidence that was not seen."""
    signs: tuple[Sign, ...]
    """Strongest first."""
    missing: tuple[tuple[Signal, tuple[float, float]], ...]
    """Signals without evidence, and the range of log-odds each leaves open."""

    def answer(self) -> SuspicionAnswer:
        return SuspicionAnswer(
            score=round(self.score, 1),
            low=round(self.low, 1),
            high=round(self.high, 1),
            prior=round(self.prior, 1),
            unseen_pct=round(self.unseen, 1),
            signals=tuple(sign.answer() for sign in self.signs),
            missing=tuple(
                MissingSign(id=signal.id, group=signal.group, range=bounds) for signal, bounds in self.missing
            ),
        )

    def strongest(self, at_least: float = WORTH_NAMING) -> list[Sign]:
        """Signs that raise the score by at least so much, to the digits that are shown."""
        return [sign for sign in self.signs if round(sign.contribution, 3) >= at_least]


def explain(
    scores: Scores,
    shown: Mapping[str, float],
    evidence: Evidence,
    model: Model,
    rulings: Mapping[str, Judgement],
) -> Suspicion:
    """One creator's scores in words; ``shown``: the columns of one value, as shown."""
    values, contributions = scores.values[:, 0].tolist(), scores.contributions[:, 0].tolist()
    found = Finder(evidence)
    signs, missing = [], []
    for signal, value, contribution in zip(model.signals, values, contributions, strict=True):
        weight = model.weight(signal.id)
        if value != value:  # noqa: PLR0124 - NaN, the only number that differs from itself; isnan costs ten times as much
            missing.append((signal, weight.missing))
            continue
        numbers = _numbers(signal, value, shown)
        signs.append(
            Sign(
                signal=signal,
                value=value,
                contribution=contribution,
                reason=fill(sentence(signal, value, contribution), numbers),
                usual=_usual(signal, numbers, evidence.usual),
                evidence=found.entries(signal.evidence),
                weight_source=weight.source_line,
                ruling=rulings.get(signal.id),
            )
        )
    signs.sort(key=lambda sign: -sign.contribution)
    return Suspicion(
        score=float(scores.middle[0]),
        low=float(scores.low[0]),
        high=float(scores.high[0]),
        prior=100.0 * model.prior,
        unseen=100.0 * float(scores.unseen[0]),
        signs=tuple(signs),
        missing=tuple(missing),
    )


def _usual(signal: Signal, numbers: Mapping[str, float], own: OwnLists | None) -> Text | None:
    """What is usual in the user's own lists, where they tell it; else what is usual elsewhere."""
    if own is not None and signal.own_figure in own.numbers() and signal.usual_own is not None:
        return fill(signal.usual_own, own.numbers())
    return signal.usual and fill(signal.usual, numbers)


def _numbers(signal: Signal, value: float, shown: Mapping[str, float]) -> dict[str, float]:
    """What the sentences of a sign may tell."""
    return {name: shown[name] for name in signal.reads if name in shown} | {"value": value}


def sentence(signal: Signal, value: float, contribution: float) -> Text:
    """The words for a sign, before its numbers are put in: of what is unusual only where it raises the score."""
    unusual = value > 0 if signal.is_yes_no else round(contribution, 3) >= RAISES
    return signal.reason if unusual or signal.no_difference is None else signal.no_difference


def innocent_rulings(rulings: Mapping[str, Judgement]) -> frozenset[str]:
    """Signals that the marketer called innocent."""
    return frozenset(name for name, ruling in rulings.items() if ruling.ruling == "innocent")
