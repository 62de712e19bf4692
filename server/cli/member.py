"""``soi member``: who works with this store, and as what."""

from __future__ import annotations

import json
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from server.cli._language import language_option
from server.errors import NotFound
from server.messages import table as messages
from server.run.command_link import Call, link
from server.settings import load_settings
from server.store.member_records import ROLES


@click.group("member")
def command() -> None:
    """The members of a team: owners, editors and viewers."""


@command.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), help="What the member may do; the first one is an owner.")
@language_option
def add(name: str, role: str | None, language: str) -> None:
    """Invite somebody, or make another link for who is there: it opens the Soi page once, within seven days."""
    say = messages(language)
    with link(load_settings()) as call:
        there = _all(call)
        known = [member for member in there if member["name"].casefold() == name.casefold()]
        if known and role is None:
            made = call("POST", f"/api/v1/members/{known[0]['id']}/invitations", b"{}").json()
        else:
            wanted = {"name": name, "role": role or ("editor" if there else "owner")}
            made = call("POST", "/api/v1/members", json.dumps(wanted).encode()).json()
    click.echo(
        say["cli.member.link"].format(
            name=made["member"]["name"], role=say[f"web.role_{made['member']['role']}"]
        )
    )
    click.echo(made["url"])


@command.command("list")
@language_option
def list_(language: str) -> None:
    """Everybody, with role and since when."""
    with link(load_settings()) as call:
        there = _all(call)
    say = messages(language)
    table = Table(*(say[f"cli.member.{name}"] for name in ("name", "role", "joined")))
    for member in there:
        table.add_row(member["name"], say[f"web.role_{member['role']}"], (member["joined_at"] or "")[:10])
    Console().print(table)


@command.command("remove")
@click.argument("name")
@language_option
def remove(name: str, language: str) -> None:
    """Refuse somebody's tabs, browsers and scripts from now on; what they did stays."""
    with link(load_settings()) as call:
        known = [member for member in _all(call) if member["name"].casefold() == name.casefold()]
        if not known:
            raise NotFound("There is no member of this name. See: soi member list")
        call("DELETE", f"/api/v1/members/{known[0]['id']}")
    click.echo(messages(language)["cli.member.removed"].format(name=known[0]["name"]))


def _all(call: Call) -> list[dict[str, Any]]:
    members: list[dict[str, Any]] = call("GET", "/api/v1/members").json()["members"]
    return members
