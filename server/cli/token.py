"""``soi token``: bearer tokens for scripts."""

from __future__ import annotations

import json

import click
from rich.console import Console
from rich.table import Table

from server.cli._language import language_option, unread_language_option
from server.errors import NotFound
from server.messages import table as messages
from server.run.command_link import link
from server.settings import load_settings


@click.group("token")
def command() -> None:
    """Bearer tokens with which scripts of your own call the API."""


@command.command("create")
@click.argument("name")
@unread_language_option
def create(name: str) -> None:
    """Make a token and print it, this once: Soi keeps only its SHA-256.

    A script may do what the extension does: check pages, read and change the list and its campaigns. What is the Soi page's or
    the command line's alone (connections, status, backups, erasing everything) is answered 401.
    """
    with link(load_settings()) as call:
        made = call("POST", "/api/v1/tokens", json.dumps({"name": name}).encode()).json()
    click.echo(made["token"])


@command.command("list")
@language_option
def list_(language: str) -> None:
    """Who may call the API: scripts and connected browsers."""
    with link(load_settings()) as call:
        devices = call("GET", "/api/v1/devices").json()["devices"]
    say = messages(language)
    table = Table(*(say[f"cli.token.{name}"] for name in ("name", "kind", "created", "seen")))
    for device in devices:
        table.add_row(
            device["name"], device["kind"], device["created_at"][:10], (device["last_seen"] or "")[:10]
        )
    Console().print(table)


@command.command("revoke")
@click.argument("name")
@language_option
def revoke(name: str, language: str) -> None:
    """Refuse the tokens of this name from now on."""
    with link(load_settings()) as call:
        devices = call("GET", "/api/v1/devices").json()["devices"]
        named = [device["client_id"] for device in devices if device["name"] == name]
        if not named:
            raise NotFound("There is no token of this name. See: soi token list")
        for client_id in named:
            call("DELETE", f"/api/v1/devices/{client_id}")
    click.echo(messages(language)["cli.token.revoked"].format(n=len(named)))
