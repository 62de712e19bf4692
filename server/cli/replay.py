"""``soi replay``: a check done again from its audit file; a campaign's dossier held against its own hashes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from server import own_json
from server.campaigns.dossier_check import MAX_PACKED, DossierChecked, checked, is_dossier
from server.cli._language import language_option
from server.errors import SoiError
from server.messages import table
from server.regular_files import read_regular

NOT_THE_SAME = 3


@click.command("replay")
@click.argument("audit", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="Print the Analysis that comes out now.")
@language_option
def command(audit: Path, as_json: bool, language: str) -> None:
    """Judge again from an audit file, or verify a campaign's dossier: without the page and without the network.

    Of a dossier every part is held against its hash, the log against its chain, the sums against their rows, and every
    audit is judged again.

    Exit status: 0 all is the same byte for byte, 3 something differs (it is listed), 1 no such file.
    """
    say = table(language)
    data = read_regular(audit, MAX_PACKED + 1)
    sys.exit(_dossier(data, as_json, say) if is_dossier(data) else _audit(audit, as_json, say))


def _audit(path: Path, as_json: bool, say: dict[str, str]) -> int:
    from server.audit import canonical, read_audit, replay  # noqa: PLC0415 - numpy loads when it is needed

    again = replay(read_audit(path))
    if as_json:
        sys.stdout.buffer.write(canonical(again.analysis.to_json()) + b"\n")
    else:
        for name, (then, now) in again.versions.items():
            click.echo(say["cli.replay.version"].format(name=name, then=then, now=now))
        for line in again.differences():
            click.echo(f"  {line}")
        click.echo(say["cli.replay.same" if again.same else "cli.replay.differs"])
    return 0 if again.same else NOT_THE_SAME


def _dossier(data: bytes, as_json: bool, say: dict[str, str]) -> int:
    found = checked(data)
    audits = {name: _replayed(body) for name, body in sorted(found.audits.items())}
    if as_json:
        sys.stdout.buffer.write(own_json.dumps(_told(found, audits)) + b"\n")
    else:
        click.echo("\n".join(_lines(found, audits, say)))
    return 0 if found.is_whole and set(audits.values()) <= {"same"} else NOT_THE_SAME


def _replayed(body: bytes) -> str:
    """ "same", "differs" (by a newer model, or by other inputs), or "broken"."""
    from server.audit import replay  # noqa: PLC0415 - numpy loads when it is needed

    try:
        return "same" if replay(own_json.loads(body)).same else "differs"
    except (SoiError, ValueError, TypeError, AttributeError):
        return "broken"


def _told(found: DossierChecked, audits: dict[str, str]) -> dict[str, Any]:
    return {
        "campaign": found.campaign,
        "made_at": found.made_at,
        "ok": found.is_whole and set(audits.values()) <= {"same"},
        "sha256": found.list_sha256,
        "parts": found.parts,
        "log_breaks": found.log_breaks,
        "is_log_listed": found.is_log_listed,
        "are_sums_right": found.are_sums_right,
        "audits": audits,
    }


def _lines(found: DossierChecked, audits: dict[str, str], say: dict[str, str]) -> Iterator[str]:
    yield say["cli.dossier.of"].format(campaign=found.campaign, time=found.made_at)
    for name, state in found.parts.items():
        if state != "same":
            yield f"  {say[f'cli.dossier.{state}'].format(name=name)}"
    for number in found.log_breaks:
        yield f"  {say['cli.dossier.log_break'].format(n=number)}"
    if not found.is_log_listed:
        yield f"  {say['cli.dossier.log_end']}"
    if not found.are_sums_right:
        yield f"  {say['cli.dossier.sums']}"
    for name, came in audits.items():
        if came != "same":
            yield f"  {say[f'cli.dossier.audit_{came}'].format(name=name)}"
    is_whole = found.is_whole and set(audits.values()) <= {"same"}
    yield say["cli.dossier.whole" if is_whole else "cli.dossier.not_whole"].format(
        n=len(found.parts), audits=len(audits)
    )
    yield say["cli.dossier.fingerprint"].format(sha256=found.list_sha256)
