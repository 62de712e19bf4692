"""``soi draft check``: captions held against a brief and the rules of advertising. Needs no server and no network."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from server import own_json
from server.campaigns.brief import Brief, read_brief
from server.campaigns.check import check_draft
from server.cli._language import detail_in_vietnamese, language_option, words_of
from server.errors import BadText, SoiError, TooLarge
from server.messages import table as messages
from server.regular_files import read_regular

NOT_ALL_OK = 3
MAX_BYTES = 2**20


@click.group("draft")
def command() -> None:
    """Drafts of captions."""


@command.command("check")
@click.option("--brief", "brief_file", required=True, type=click.Path(path_type=Path), help="BRIEF.json.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of a list.")
@language_option
def check(brief_file: Path, files: tuple[str, ...], as_json: bool, language: str) -> None:
    """Check caption texts (UTF-8) against a brief; "-" is standard input. A reminder, not legal advice.

    Exit status: 0 every draft is ok, 3 some draft is not, 2 usage.
    """
    brief = _brief(brief_file, language)
    all_ok = True
    for name in files:
        line = _line(name, brief)
        all_ok = all_ok and line["ok"]
        click.echo(json.dumps(line, ensure_ascii=False) if as_json else _told(line, language))
    if not as_json:
        click.echo(messages(language)["draft.note"])
    sys.exit(0 if all_ok else NOT_ALL_OK)


def _brief(file: Path, language: str) -> Brief:
    try:
        return read_brief(read_regular(file, MAX_BYTES))
    except SoiError as error:
        raise click.BadParameter(words_of(error, language), param_hint="--brief") from error


def _line(name: str, brief: Brief) -> dict[str, Any]:
    """The contract's line for one file; a file that cannot be read is not ok."""
    shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        return {"input": shown, "error": None} | check_draft(_text_of(name), brief).to_json()
    except SoiError as error:
        return {
            "input": shown,
            "ok": False,
            "error": own_json.plain(error.answer()),
            "findings": [],
            "passed": [],
        }


def _text_of(name: str) -> str:
    most = MAX_BYTES + 1
    body = sys.stdin.buffer.read(most) if name == "-" else read_regular(Path(name), most)
    if len(body) > MAX_BYTES:
        raise TooLarge(f"The file is over the limit of {MAX_BYTES // 2**20} MB.")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadText("The file is no text in UTF-8; of a picture, paste the text into a file.") from error


def _why(error: dict[str, Any], language: str) -> str:
    """A failure as it stands in the contract's line, for people."""
    said = str(error["message"])
    if language == "en":
        return said
    return detail_in_vietnamese(said) or messages(language).get(f"error.{error['code']}", said)


def _told(line: dict[str, Any], language: str) -> str:
    """One file as lines for people."""
    say = messages(language)
    if line["error"]:
        return f"{line['input']}: {_why(line['error'], language)}"
    rows = [f"{line['input']}: {say['draft.ok' if line['ok'] else 'draft.not_ok']}"]
    rows += [f"  {what[language]}" for what in line["not_checked"]]
    for found in line["findings"]:
        quote = f" “{' '.join(found['quote'].split())}”" if found["quote"] else ""
        rows.append(f"  [{say['draft.level_' + found['level']]}] {found['rule']}{quote}")
        rows.append(f"      {found['text'][language]} ({found['cited'][language]})")
    rows += [f"  {say['draft.checklist']}: {ticked['text'][language]}" for ticked in line["checklist"]]
    return "\n".join("".join(c for c in row if c.isprintable()) for row in rows)
