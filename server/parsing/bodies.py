"""Every JSON body of a capture with the source it counts as, the newest answer first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from server.facts import CountSource
from server.parsing.view import CaptureView


def bodies(view: CaptureView) -> Iterator[tuple[Any, CountSource]]:
    for response in reversed(view.capture.responses):  # the newest answer first
        yield response.body, "response"
    source: CountSource = "post_page" if view.meta.shortcode else "response"
    for body in view.embedded:
        yield body, source
    for body in view.legacy:
        yield body, "legacy_json"
