"""Looks up to the word of their verdict: signs, fit, trust, and the row of the table that holds."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from server.scoring.completeness import Completeness, completeness
from server.scoring.fit import Fit, fit_of
from server.scoring.guide import Step, steps_of
from server.scoring.measured import Inputs, Measured, by_signal, measured_all
from server.scoring.model import Model
from server.scoring.outlook import Decided
from server.scoring.suspicion import Suspicion, explain
from server.scoring.trust import Trust, trust_of
from server.scoring.verdict import Row, first_row, fit_failed, load_table, trust_code


class Explained(Struct, frozen=True):
    """One look; what should be opened next is asked of all looks together."""

    given: Inputs
    found: Measured
    suspicion: Suspicion
    seen: Completeness
    fit: Fit
    trust: Trust
    row: Row
    steps: Sequence[Step]
    decided: Decided


def explained(given: Sequence[Inputs], model: Model) -> list[Explained]:
    """Of many looks, in order, each as if it were alone."""
    return [
        _explained(one, found, model) for one, found in zip(given, measured_all(given, model), strict=True)
    ]


def _explained(given: Inputs, found: Measured, model: Model) -> Explained:
    evidence, table = found.evidence, load_table(given.thresholds)
    suspicion = explain(found.scores, found.shown, evidence, model, by_signal(given.rulings))
    seen = completeness(evidence, int(given.thresholds.values["least_posts"]))
    fit = fit_of(given.search, found.known, given.price_asked)
    asked = {**found.asked, **fit_failed({check.id: check.ok for check in fit.checks})}
    row = first_row(asked, table)
    return Explained(
        given=given,
        found=found,
        suspicion=suspicion,
        seen=seen,
        fit=fit,
        trust=trust_of(trust_code(asked, table), suspicion, seen, given.thresholds),
        row=row,
        steps=steps_of(seen, evidence, found.engagement.left_out),
        decided=Decided(asked, table, row.code, found.scores),
    )
