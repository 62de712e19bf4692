"""How the panel's creators are judged: shares by stage of evidence and kind, over several seeds, and some probes."""

# ruff: noqa: S311 - repeatable invention wants a seeded generator, not a secret one

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import numpy as np

from scripts.research.evaluation.measures import Truth, auc
from scripts.research.panel.captures import NOW, capture
from scripts.research.panel.drawing import panel
from scripts.research.panel.kinds import OPENED, ROWS, Made
from scripts.research.panel.people import audience, person
from scripts.research.panel.remarks import farm, pod
from server.analysis import Analysis, analyze
from server.capture import Capture
from server.scoring.model import load_model

FAVOURABLE, CALLED_OUT = ("contact", "promising"), ("risky", "look_closer")
STAGES = {"header and 12 posts": False, "all evidence": True}
RESAMPLES, SEED = 2_000, 7
Json = dict[str, Any]
Change = Callable[[Made], Made]


@dataclass(frozen=True, slots=True)
class Judged:
    seed: int
    kind: str
    manipulated: bool
    score: float
    verdict: str


def look(made: Made, *, samples: bool) -> Analysis:
    """One check: the capture, judged as the server does without a saved search."""
    return analyze(Capture.from_json(capture(made, samples=samples)), now=NOW)


def measure(seeds: Sequence[int]) -> Json:
    """Everything that the documents print."""
    made = {seed: panel(seed) for seed in seeds}
    stages = {}
    for stage, samples in STAGES.items():
        judged = [_judged(seed, one, samples) for seed, all_of in made.items() for one in all_of]
        stages[stage] = _shares(judged) | {"kinds": _kinds(judged), "by seed": _by_seed(judged)}
    first = [one for one in made[seeds[0]] if one.kind == "ordinary"]
    return {
        "model": load_model().version,
        "seeds": list(seeds),
        "creators": sum(len(all_of) for all_of in made.values()),
        "stages": stages,
        "probes": _probes(first),
    }


def _judged(seed: int, made: Made, samples: bool) -> Judged:
    found = look(made, samples=samples)
    return Judged(seed, made.kind, made.manipulated, found.suspicion.score, found.verdict.code)


def _share(of: Sequence[Judged], codes: Sequence[str]) -> float:
    return sum(one.verdict in codes for one in of) / max(1, len(of))


def _figures(judged: Sequence[Judged]) -> dict[str, float]:
    honest = [one for one in judged if not one.manipulated]
    cheats = [one for one in judged if one.manipulated]
    scores = np.array([one.score for one in judged])
    truth = Truth(np.array([one.manipulated for one in judged]), scores, scores > 0, None, 0.5)
    called = [_share(group, CALLED_OUT) for group in (cheats, honest)]
    return {
        "honest favourable": _share(honest, FAVOURABLE),
        "honest contact": _share(honest, ("contact",)),
        "honest risky": _share(honest, ("risky",)),
        "honest called out": called[1],
        "cheats called out": called[0],
        "ratio": called[0] / max(called[1], 1e-3),
        "AUC": auc(truth),
    }


def _shares(judged: Sequence[Judged]) -> Json:
    """Each figure with its 95 % interval: creators are drawn again within honest and manipulated ones."""
    random = np.random.default_rng(SEED)
    groups = [[one for one in judged if one.manipulated is side] for side in (False, True)]
    drawn: dict[str, list[float]] = {}
    for _ in range(RESAMPLES // 10):
        sample = [group[i] for group in groups for i in random.integers(0, len(group), len(group))]
        for name, value in _figures(sample).items():
            drawn.setdefault(name, []).append(value)
    found = {}
    for name, value in _figures(judged).items():
        low, high = np.percentile(drawn[name], [2.5, 97.5])
        found[name] = {"value": round(value, 3), "low": round(float(low), 3), "high": round(float(high), 3)}
    return {"figures": found}


def _by_seed(judged: Sequence[Judged]) -> Json:
    """The same figures of each panel alone."""
    return {
        str(seed): {
            name: round(value, 3) for name, value in _figures([o for o in judged if o.seed == seed]).items()
        }
        for seed in sorted({one.seed for one in judged})
    }


def _kinds(judged: Sequence[Judged]) -> Json:
    found = {}
    for kind in dict.fromkeys(one.kind for one in judged):
        of = [one for one in judged if one.kind == kind]
        found[kind] = {
            "n": len(of),
            "manipulated": of[0].manipulated,
            "favourable": round(_share(of, FAVOURABLE), 3),
            "called out": round(_share(of, CALLED_OUT), 3),
            "risky": round(_share(of, ("risky",)), 3),
        }
    return found


# --- probes: one thing of an honest creator exchanged ---------------------------------------------------------


def _probes(honest: Sequence[Made]) -> Json:
    """What becomes of ordinary honest creators when only their comments, or only their followers, are others."""
    probes: dict[str, tuple[Change, Change]] = {
        "60 of 60 comments are short praise from a list": (_as_drawn, _all_generic),
        "the same dozen people under every post": (_as_drawn, _same_dozen),
        "likes raised fourfold on 8 of 12 posts": (_as_drawn, _most_raised),
        "half of the followers are bots with letters and a photo, before: people alone": (_people, _lettered),
    }
    found = {}
    for name, (first, then) in probes.items():
        before, after = ([look(change(one), samples=True) for one in honest] for change in (first, then))
        pairs = [(b.suspicion.score, a.suspicion.score) for b, a in zip(before, after, strict=True)]
        found[name] = {
            "n": len(after),
            "called out": round(sum(a.verdict.code in CALLED_OUT for a in after) / len(after), 3),
            "median before": round(float(np.median([b for b, _ in pairs])), 1),
            "median after": round(float(np.median([a for _, a in pairs])), 1),
        }
    return found


def _all_generic(made: Made) -> Made:
    random = Random(f"{made.username}:generic")
    return _with_threads(made, tuple(tuple(farm(random, 20)) for _ in range(OPENED)))


def _same_dozen(made: Made) -> Made:
    random = Random(f"{made.username}:dozen")
    members = [person(random, 0) for _ in range(12)]
    threads = tuple(tuple(dict(pod(random, members)).items()) for _ in range(OPENED))
    return _with_threads(made, threads)


def _most_raised(made: Made) -> Made:
    raised = Random(f"{made.username}:raised").sample(range(len(made.posts)), 8)
    posts = (
        replace(post, likes=4 * post.likes) if place in raised else post
        for place, post in enumerate(made.posts)
    )
    return replace(made, posts=tuple(posts))


def _with_threads(made: Made, threads: tuple[tuple[tuple[str, str], ...], ...]) -> Made:
    return replace(made, threads=threads)


def _as_drawn(made: Made) -> Made:
    return made


def _people(made: Made) -> Made:
    return replace(made, rows=tuple(audience(Random(f"{made.username}:people"), ROWS, 0.0, "lettered")))


def _lettered(made: Made) -> Made:
    """The same people with every second one exchanged, so that nothing else differs."""
    bots = audience(Random(f"{made.username}:lettered"), ROWS, 1.0, "lettered")
    mixed = [
        bot if place % 2 else row
        for place, (row, bot) in enumerate(zip(_people(made).rows, bots, strict=True))
    ]
    return replace(made, rows=tuple(mixed))
