"""Which tests of browsers run one after another in one process: those that share what is dear to start."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from xdist.scheduler import LoadScopeScheduling

BROWSERS = ("chromium", "firefox")
_BROWSER = re.compile(rf"\[(?:.*-)?({'|'.join(BROWSERS)})(?:-.*)?\]$")


def lane_of(nodeid: str) -> str:
    """The lane of a test: a kind of browser with the extension or with the web app, its file, or the test alone."""
    path = nodeid.partition("::")[0]
    if not path.startswith("tests/browser/"):
        return nodeid
    browser = _BROWSER.search(nodeid)
    if browser is None:
        return path
    return f"{'webapp' if '/webapp/' in path else 'extension'} {browser[1]}"


def next_lane(waiting: Counter[str], own: str | None, taken: set[str]) -> str:
    """The lane that a process goes on with, by the number of tests that wait in each.

    Its own, which has its browser running; then the longest that nobody has begun; at last it helps in the longest of
    another process, with a browser of its own, which costs less than a processor without work.
    """
    if own in waiting:
        return str(own)
    free = {lane: tests for lane, tests in waiting.items() if lane not in taken}
    among: Mapping[str, int] = free or waiting
    return max(among, key=lambda lane: among[lane])


class Lanes(LoadScopeScheduling):
    """A process is given one lane, file by file; tests that stand alone fill up what is left.

    Named by the identifiers alone: the marks of xdist's own ``loadgroup`` do not reach it under pytest 9.
    """

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._lanes: dict[Any, str] = {}
        """By process, the lane that it was last given tests of."""

    def _split_scope(self, nodeid: str) -> str:
        """A lane's tests of one file: what is given at once."""
        return f"{lane_of(nodeid)} {nodeid.partition('::')[0]}"

    def _assign_work_unit(self, node: Any) -> None:
        waiting: Counter[str] = Counter()
        for tests in self.workqueue.values():
            waiting[_lane(tests)] += len(tests)
        lane = next_lane(waiting, self._lanes.get(node), set(self._lanes.values()))
        self._lanes[node] = lane
        unit = next(name for name, tests in self.workqueue.items() if _lane(tests) == lane)
        self.workqueue.move_to_end(unit, last=False)
        super()._assign_work_unit(node)


def _lane(tests: Mapping[str, bool]) -> str:
    return lane_of(next(iter(tests)))
