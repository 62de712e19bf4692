"""``soi check --save``: what was checked goes on the list and into the history, as from the extension or the web app."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import click

from server.cli._language import words_of
from server.messages import table as messages
from server.run.command_link import Call, CommandFailed, link
from server.settings import load_settings


class Saver:
    """Saves through the API, so that a running server and its tabs see it at once."""

    def __init__(self, call: Call, language: str) -> None:
        self._call, self._say, self._language = call, messages(language), language
        self.new = self.known = 0

    def save(self, name: str, body: bytes) -> None:
        """One page; ``name`` is that of its file. What the server refuses is said, and costs no other page."""
        try:
            facts = self._call("POST", "/api/v1/checks", body).json()["facts"]
            entry = {key: facts[key] for key in ("username", "profile_id") if facts[key]}
            answer = self._call("PUT", "/api/v1/shortlist", json.dumps(entry).encode())
        except CommandFailed as error:
            if error.status not in (413, 422):
                raise
            said = words_of(error, self._language)
            click.echo(self._say["cli.check.not_saved"].format(name=name, message=said), err=True)
            return
        self.new += answer.status == 201
        self.known += answer.status == 200


@contextmanager
def saver(language: str) -> Iterator[Saver]:
    """A link to the list while pages are checked; says at the end how many were new."""
    with link(load_settings()) as call:
        saving = Saver(call, language)
        yield saving
        click.echo(messages(language)["cli.add.done"].format(new=saving.new, known=saving.known), err=True)
