"""Logistic regression with an L2 penalty, in numpy without BLAS calls on the data: the same bytes on every run."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from server.samples.features import Features

Floats = NDArray[np.float64]
MEMORY = 10


def sigmoid(logit: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(logit, -60, 60))))


def fit(
    x: Features, width: int, y: NDArray[Any], strength: Floats, iterations: int = 60
) -> tuple[Floats, float]:
    """Weights (width,) and intercept that minimise ``|w|**2 / 2`` plus the rows' log losses times ``strength``."""
    sign = 2.0 * np.asarray(y) - 1

    def loss(theta: Floats) -> tuple[float, Floats]:
        margin = sign * (x.dot(theta[:-1]) + theta[-1])
        slope = -strength * sign * sigmoid(-margin)
        gradient = theta + np.append(np.bincount(x.column, x.value * slope[x.row], width), 0)
        gradient[-1] = slope.sum()
        penalty = 0.5 * float((theta[:-1] ** 2).sum())
        return penalty + float((strength * np.logaddexp(0, -margin)).sum()), gradient

    theta = _lbfgs(loss, np.zeros(width + 1), iterations)
    return theta[:-1], float(theta[-1])


def platt(logit: Floats, y: NDArray[Any]) -> tuple[float, float]:
    """Slope and intercept that turn scores of held-out rows into log-odds (Platt 1999), by Newton's method."""
    a, b = 1.0, 0.0
    for _ in range(50):
        p = sigmoid(a * logit + b)
        w = p * (1 - p) + 1e-9
        g = np.array([((p - y) * logit).sum(), (p - y).sum()])
        h = np.array([[(w * logit * logit).sum(), (w * logit).sum()], [(w * logit).sum(), w.sum()]])
        step = np.linalg.solve(h + 1e-6 * np.eye(2), g)
        a, b = a - step[0], b - step[1]
    return float(a), float(b)


def grouped_folds(groups: Sequence[str], k: int, seed: int) -> NDArray[np.int64]:
    """Fold of each row; all rows of a group share one, and the folds hold about equally many rows."""
    names, index, sizes = np.unique(np.asarray(groups), return_inverse=True, return_counts=True)
    order = np.random.default_rng(seed).permutation(len(names))
    order = order[np.argsort(-sizes[order], kind="stable")]
    fold = np.zeros(len(names), np.int64)
    load = np.zeros(k)
    for group in order:
        fold[group] = int(np.argmin(load))
        load[fold[group]] += sizes[group]
    return fold[index]


def take(x: Features, keep: NDArray[Any]) -> Features:
    """The rows where ``keep`` is true, renumbered."""
    position = np.cumsum(keep) - 1
    entries = keep[x.row]
    return Features(int(keep.sum()), position[x.row[entries]], x.column[entries], x.value[entries])


def _lbfgs(loss: Any, theta: Floats, iterations: int) -> Floats:
    """Limited-memory BFGS with backtracking (Nocedal and Wright, algorithm 7.5)."""
    memory: deque[tuple[Floats, Floats, float]] = deque(maxlen=MEMORY)
    value, gradient = loss(theta)
    for _ in range(iterations):
        direction = _two_loop(gradient, memory)
        step, slope = 1.0, float((gradient * direction).sum())
        while step > 1e-6:
            next_theta = theta - step * direction
            next_value, next_gradient = loss(next_theta)
            if next_value <= value - 1e-4 * step * slope:
                break
            step /= 2
        else:
            return theta
        s, t = next_theta - theta, next_gradient - gradient
        curvature = float((s * t).sum())
        if curvature > 1e-12:
            memory.append((s, t, curvature))
        done = abs(value - next_value) < 1e-6 * abs(value)
        theta, value, gradient = next_theta, next_value, next_gradient
        if done:
            break
    return theta


def _two_loop(gradient: Floats, memory: deque[tuple[Floats, Floats, float]]) -> Floats:
    q = gradient.copy()
    if not memory:
        return np.asarray(q / np.sqrt((q * q).sum()))
    alphas = []
    for s, t, curvature in reversed(memory):
        alphas.append(float((s * q).sum()) / curvature)
        q -= alphas[-1] * t
    s, t, curvature = memory[-1]
    q *= curvature / float((t * t).sum())
    for (s, t, curvature), alpha in zip(memory, reversed(alphas), strict=True):
        q += s * (alpha - float((t * q).sum()) / curvature)
    return q
