"""``soi rescore``: everybody's last check judged anew by the present model, without their pages."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import click

from server import own_json
from server.cli._language import language_option
from server.messages import table
from server.run.command_link import link
from server.settings import load_settings

_NAMED = 20
"""Creators that are printed; ``--json`` names more."""


@click.command("rescore")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--undo", is_flag=True, help="Bring back the scores of before the last time.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@language_option
def command(dry_run: bool, undo: bool, as_json: bool, language: str) -> None:
    """Judge everybody's last check anew by the present model, thresholds and search, from what the check left.

    No page is opened. What stood before stays with the check: "soi rescore --undo" brings it back.
    """
    say = table(language)
    if dry_run and undo:
        raise click.UsageError(say["cli.rescore.undo_alone"])
    with link(load_settings()) as call:
        if undo:
            found = call("POST", "/api/v1/checks/rescore/undo", b"{}").json()
        else:
            found = call("POST", "/api/v1/checks/rescore", json.dumps({"dry_run": dry_run}).encode()).json()
    if as_json:
        sys.stdout.buffer.write(own_json.dumps(found) + b"\n")
        return
    click.echo(
        say["cli.rescore.undone"].format(n=found["restored"]) if undo else "\n".join(_lines(found, say))
    )


def _lines(found: dict[str, Any], say: dict[str, str]) -> Iterator[str]:
    yield say["cli.rescore.judged"].format(n=found["judged"], model=found["model_version"])
    yield say["cli.rescore.changed"].format(
        scores=found["scores_changed"], verdicts=found["verdicts_changed"]
    )
    for change in found["changes"]:
        yield f"  {_word(change['from'], say)} → {_word(change['to'], say)}: {change['n']}"
    for creator in found["creators"][:_NAMED]:
        before = "–" if creator["score_from"] is None else f"{creator['score_from']:g}"
        words = f"{_word(creator['from'], say)} → {_word(creator['to'], say)}"
        yield f"  {creator['username']}: {words} ({before} → {creator['score_to']:g})"
    if (more := found["verdicts_changed"] - _NAMED) > 0:
        yield say["cli.rescore.more"].format(n=more)
    if found["too_old"]:
        yield say["cli.rescore.too_old"].format(n=found["too_old"])
    yield say["cli.rescore.kept" if found["kept"] else "cli.rescore.not_kept"].format(n=found["kept"])


def _word(verdict: str | None, say: dict[str, str]) -> str:
    return "–" if verdict is None else say[f"verdict.{verdict}"]
