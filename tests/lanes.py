"""Which tests of browsers run one after another in one process: those that share what is dear to start."""

from __future__ import annotations

import re

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


class Lanes(LoadScopeScheduling):
    """A process is given one lane at a time, the longest first; tests that stand alone fill up what is left.

    Named by the identifiers alone: the marks of xdist's own ``loadgroup`` do not reach it under pytest 9.
    """

    def _split_scope(self, nodeid: str) -> str:
        return lane_of(nodeid)
