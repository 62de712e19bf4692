"""``soi redact``: a page without the people in it, to send along with a report."""

from __future__ import annotations

import json

import click

from server.cli._inputs import capture_of, inputs, read_text
from server.cli._language import unread_language_option


@click.command("redact")
@click.argument("path", metavar="PAGE")
@unread_language_option
def command(path: str) -> None:
    """Write a capture of PAGE (a saved page or a capture, - for standard input) without names, texts and pictures.

    Counts, times and kinds stay, so that a report of a page that is read wrongly can be followed. Look at what it wrote
    before you send it.
    """
    from server.redaction import redacted  # noqa: PLC0415 - bs4 loads when it is needed

    capture = capture_of(read_text(inputs([path])[0]))
    click.echo(json.dumps(redacted(capture), ensure_ascii=False))
