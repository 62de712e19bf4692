"""The part of docs/scoring.md about the invented panel."""

from __future__ import annotations

from typing import Any

TEXT = """## An invented panel

{creators} creators of `scripts/research/panel`, honest and manipulated ones in equal number, in {seeds} panels, each as the full
capture that the extension would send and judged by the shipped pipeline without a saved search. They were written from
how such audiences look in the world (31 % of Vietnamese handles end in digits; how followers, likes, pods and comments
are sold), not from what the signs measure. Weights were chosen on other seeds than these. 95 % intervals by drawing
creators again. An invented panel shows what the signs do with what they were built for; real manipulation may look
different.
"""
PROBES = """Ordinary honest creators of the panel with one thing exchanged:
"""


def section(figures: dict[str, Any]) -> str:
    """The text with its tables."""
    opening = TEXT.format(creators=figures["creators"], seeds=len(figures["seeds"]))
    return "\n".join(["", opening, tables(figures)])


def tables(figures: dict[str, Any]) -> str:
    """The tables alone."""
    stages = figures["stages"]
    names = list(stages)
    rows = [
        f"| {name} | {' | '.join(_cell(stages[stage]['figures'][name]) for stage in names)} |"
        for name in stages[names[0]]["figures"]
    ]
    kinds = [
        f"| {kind} | {'manipulated' if of['manipulated'] else 'honest'} | {of['n']} "
        f"| {' | '.join(_kind(stages[stage]['kinds'][kind]) for stage in names)} |"
        for kind, of in stages[names[0]]["kinds"].items()
    ]
    probes = [
        f"| {name} | {p['n']} | {p['median before']:g} | {p['median after']:g} | {p['called out']:.0%} |"
        for name, p in figures["probes"].items()
    ]
    return "\n".join(
        [
            f"| figure | {' | '.join(names)} |",
            "|---|" + "---|" * len(names),
            *rows,
            "",
            f"| kind | | creators | {' | '.join(f'favourable / called out / risky: {n}' for n in names)} |",
            "|---|---|---|" + "---|" * len(names),
            *kinds,
            "",
            PROBES,
            "| exchanged | creators | median score before | after | called out after |",
            "|---|---|---|---|---|",
            *probes,
            "",
        ]
    )


def _cell(figure: dict[str, float]) -> str:
    return f"{figure['value']:.3g} ({figure['low']:.3g} to {figure['high']:.3g})"


def _kind(of: dict[str, float]) -> str:
    return f"{of['favourable']:.0%} / {of['called out']:.0%} / {of['risky']:.0%}"
