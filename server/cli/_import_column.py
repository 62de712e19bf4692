"""Which column of a sheet names creators, where the sheet does not say: given as an option, or asked at a terminal."""

from __future__ import annotations

import json
import sys
from typing import Any
from urllib.parse import urlencode

import click

from server.sheet_import.choices import EVERY_SHEET

USAGE = 2


def import_path(given: dict[str, str], named_by: tuple[str, ...]) -> str:
    """The address of an import; ``named_by``: columns of user names, "C" in every sheet or "Sheet!C" in one."""
    mapping: dict[str, dict[str, str]] = {}
    for column in named_by:
        sheet, _, letter = column.rpartition("!")
        mapping.setdefault(sheet or EVERY_SHEET, {})[letter.strip().upper()] = "username"
    query = urlencode(given | ({"mapping": json.dumps(mapping)} if mapping else {}))
    return f"/api/v1/shortlist/imports?{query}"


def column_of(found: dict[str, Any], say: dict[str, str]) -> str:
    """Which column names creators: a person at a terminal is asked, a script is told how to say it."""
    for column in found["mapping"]:
        if column["samples"]:
            where = say["cli.import.where_column"].format(column=column["column"], heading=column["heading"])
            if column["sheet"]:
                where = say["cli.import.where_sheet"].format(sheet=column["sheet"], where=where)
            click.echo(f"  {where}: {' | '.join(column['samples'])}", err=True)
    named = say["cli.import.asked_sheet"] if any(column["sheet"] for column in found["mapping"]) else ""
    click.echo(say["cli.import.asked"].format(sheet=named), err=True)
    if not sys.stdin.isatty():
        sys.exit(USAGE)
    return str(click.prompt(say["cli.import.ask_column"], type=str))
