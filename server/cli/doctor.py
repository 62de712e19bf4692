"""``soi doctor``: what is here, what is missing, and the line that mends it."""

from __future__ import annotations

import importlib.metadata
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from server import __version__
from server.cli._finding import Finding, Says
from server.cli._language import language_option, words_of

OLDEST_PYTHON = (3, 11)
Examination = Callable[[Says], Iterator[Finding]]


@click.command("doctor")
@click.option(
    "--network", is_flag=True, help="Show the running server's connections instead: none leaves this machine."
)
@language_option
def command(network: bool, language: str) -> None:
    """Say what is missing, each with the one line that mends it. Exit status 1 when something is."""
    says = Says(language)
    findings = list(_network(says) if network else examine(says))
    for finding in findings:
        for line in says.lines(finding):
            click.echo(line)
    sys.exit(1 if any(finding.level == "miss" for finding in findings) else 0)


def examine(says: Says) -> Iterator[Finding]:
    """All findings in the order a new user needs them."""
    yield says.given("ok", "soi", _program())
    yield _python(says)
    yield from _astray(says)
    missing = [] if _is_built() else [finding for finding in _packages(says) if finding.level == "miss"]
    if _is_built():
        yield says.given("ok", "installation", str(Path(sys.executable).parent))
    else:
        yield from missing or _packages(says)
    if not missing:  # what follows would fail on the first missing package, which is said already
        yield from _rest(says)


def _rest(says: Says) -> Iterator[Finding]:
    from server.cli import _extension_copy, _folder, _running, _sources, _whole  # noqa: PLC0415 - see examine
    from server.errors import SoiError  # noqa: PLC0415 - as above
    from server.settings import load_settings  # noqa: PLC0415 - as above

    try:
        yield from _folder.findings(says)
        settings = load_settings()
    except SoiError as error:
        yield says.given(
            "miss", "settings", words_of(error, says.language), says("fix.settings", file=_settings_file())
        )
        return
    for look in (_whole.findings, _sources.findings, _running.findings, _extension_copy.findings):
        yield from look(settings, says)


def _settings_file() -> str:
    from server.errors import NoHome  # noqa: PLC0415 - see examine
    from server.settings import FILE_NAME, default_home  # noqa: PLC0415 - as above

    try:
        return str(default_home() / FILE_NAME)
    except NoHome:
        return FILE_NAME


def _network(says: Says) -> Iterator[Finding]:
    from server.cli._network import network_findings  # noqa: PLC0415 - only this flag needs the server's modules
    from server.settings import load_settings  # noqa: PLC0415 - as above

    yield from network_findings(load_settings(), says)


def _program() -> str:
    return f"{__version__} (PyInstaller)" if _is_built() else __version__


def _is_built() -> bool:
    """Whether this is the built program, which brings its packages along."""
    return bool(getattr(sys, "frozen", False))


def _python(says: Says) -> Finding:
    running = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= OLDEST_PYTHON:
        return says.given("ok", "python", running)
    return says.given("miss", "python", running, says("fix.python", oldest=".".join(map(str, OLDEST_PYTHON))))


def _astray(says: Says) -> Iterator[Finding]:
    """Packages of somewhere else come before Soi's own, whatever the list below says."""
    for name in ("PYTHONPATH", "PYTHONHOME"):
        if not _is_built() and os.environ.get(name):
            yield says.finding(
                "note", "python", "astray", "fix.astray", variable=name, folder=os.environ[name]
            )


def _packages(says: Says) -> Iterator[Finding]:
    try:
        required = importlib.metadata.requires("soi") or []
    except importlib.metadata.PackageNotFoundError:
        yield says.finding("miss", "installation", "not_installed", "fix.setup")
        return
    for line in required:
        if "extra ==" in line:
            continue
        name = re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0]
        try:
            yield Finding("ok", name, importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            yield Finding("miss", name, says("no_package"), says("fix.setup"))
