"""The figures of the draft check on captions that no rule was mended by."""

from __future__ import annotations

import pytest

from scripts.evaluation.drafts import SETS, captions, measure_rules


@pytest.mark.parametrize("name", SETS)
def test_all_captions_together_are_judged_well(name: str) -> None:
    """Recall of at least .95 and precision of at least .9."""
    figure = measure_rules(name)["all"]
    assert (figure.recall[0] >= 0.95, figure.precision[0] >= 0.9) == (True, True)


@pytest.mark.parametrize("name", SETS)
def test_no_rule_is_poor(name: str) -> None:
    """At least .8 each way."""
    poor = [
        rule
        for rule, figure in measure_rules(name).items()
        if min(figure.precision[0], figure.recall[0]) < 0.8
    ]
    assert poor == []


def test_every_mended_rule_has_twenty_fresh_captions_each_way() -> None:
    """Fewer say little."""
    rows = captions("fresh")
    counts = {
        rule: sorted(
            sum(row["of"] == rule and row["breaks"] is breaks for row in rows) for breaks in (True, False)
        )
        for rule in {row["of"] for row in rows}
    }
    assert counts == {rule: [20, 20] for rule in counts}


def test_a_fresh_caption_stands_once_and_in_no_other_file() -> None:
    """What was tuned on cannot judge."""
    others = {row["text"] for name in ("judging", "tuning") for row in captions(name)}
    fresh = [row["text"] for row in captions("fresh")]
    assert (len(set(fresh)), others & set(fresh)) == (len(fresh), set())
