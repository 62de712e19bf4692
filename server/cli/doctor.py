"""``soi doctor``: what is here, what is missing, and the line that mends it."""

from __future__ import annotations

import contextlib
import importlib.metadata
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import click

from server import __version__

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


@click.command("doctor")
@click.option(
    "--network", is_flag=True, help="Show the running server's connections instead: none leaves this machine."
)
def command(network: bool) -> None:
    """Say what is missing, each with the one line that mends it. Exit status 1 when something is."""
    findings = list(_network() if network else examine())
    for finding in findings:
        click.echo(f"{'ok  ' if finding.ok else 'MISS'}  {finding.name}: {finding.detail}")
        if not finding.ok and finding.fix:
            click.echo(f"      fix: {finding.fix}")
    sys.exit(0 if all(finding.ok for finding in findings) else 1)


def examine() -> Iterator[Finding]:
    """All findings in the order a new user needs them."""
    yield Finding("Soi", True, __version__)
    yield _python()
    yield from _packages()
    yield _data_folder()
    yield from _store()
    yield from _sources()
    yield from _running()


def _store() -> Iterator[Finding]:
    from server.cli._whole import store_findings  # noqa: PLC0415 - where packages are missing, that is said first
    from server.errors import SoiError  # noqa: PLC0415 - as above
    from server.settings import load_settings  # noqa: PLC0415 - as above

    try:
        for ok, detail, fix in store_findings(load_settings()):
            yield Finding("store", ok, detail, fix)
    except SoiError as error:
        yield Finding("store", False, error.detail)


def _sources() -> Iterator[Finding]:
    from server.cli._sources import source_lines  # noqa: PLC0415 - where packages are missing, that is said first
    from server.errors import SoiError  # noqa: PLC0415 - as above
    from server.settings import load_settings  # noqa: PLC0415 - as above

    with contextlib.suppress(SoiError):  # settings that cannot be read are said of the store
        for ok, detail in source_lines(load_settings()):
            yield Finding("pages", ok, detail)


def _running() -> Iterator[Finding]:
    from server.cli._running import running_lines  # noqa: PLC0415 - where packages are missing, that is said first
    from server.errors import SoiError  # noqa: PLC0415 - as above

    try:
        for name, ok, detail, fix in running_lines():
            yield Finding(name, ok, detail, fix)
    except SoiError as error:
        yield Finding("settings", False, error.detail)


def _network() -> Iterator[Finding]:
    from server.cli._network import network_lines  # noqa: PLC0415 - only this flag needs the server's modules
    from server.settings import load_settings  # noqa: PLC0415 - as above

    for ok, detail in network_lines(load_settings()):
        yield Finding("network", ok, detail)


def _python() -> Finding:
    running = ".".join(map(str, sys.version_info[:3]))
    wanted = ".".join(map(str, OLDEST_PYTHON))
    return Finding(
        "Python",
        sys.version_info >= OLDEST_PYTHON,
        running,
        f"install Python {wanted} or newer from python.org",
    )


def _packages() -> Iterator[Finding]:
    try:
        required = importlib.metadata.requires("soi") or []
    except importlib.metadata.PackageNotFoundError:
        yield Finding("installation", False, "soi is not installed here", "python3 scripts/dev.py setup")
        return
    for line in required:
        if "extra ==" in line:
            continue
        name = re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0]
        try:
            yield Finding(name, True, importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            yield Finding(name, False, "not installed", "python3 scripts/dev.py setup")


def _data_folder() -> Finding:
    from server.errors import NoHome  # noqa: PLC0415 - where packages are missing, that is said first
    from server.settings import default_home  # noqa: PLC0415 - as above

    try:
        folder = default_home()
    except NoHome as error:
        return Finding("data folder", False, error.detail, "set SOI_HOME to a folder of your own")
    existing = next(p for p in (folder, *folder.parents) if p.exists())
    writable = os.access(existing, os.W_OK)
    return Finding(
        "data folder",
        writable,
        str(folder) if writable else f"{folder} cannot be written",
        "set SOI_HOME to a folder of your own",
    )
