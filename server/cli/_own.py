"""The user's own tables for ``soi check``, read from the store beside a running server."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from server.cli._help import system_words
from server.cli._language import words_of
from server.errors import SoiError
from server.messages import table
from server.settings import load_settings
from server.store import is_there, open_store

if TYPE_CHECKING:
    from server.money import Price
    from server.scoring.own import UserTables
    from server.scoring.searches import Search


def own_tables(search_name: str | None, language: str) -> tuple[UserTables, Mapping[str, Price]]:
    """The thresholds, prices and active search that the user has set; the published ones, and no search, without a store.
    And what the creators of the list ask, where the search has a limit for it.

    ``search_name``: judge by this search instead. Raises click.BadParameter where there is none of that name.

    A store that cannot be read is said on standard error, and costs no check.
    """
    from server.scoring.own import UserTables, own_of  # noqa: PLC0415 - loads with the first file

    saved, asked = _saved(language)
    own = UserTables() if saved is None else own_of(saved)
    if search_name is not None:
        own = replace(own, search=_named(search_name, saved, language))
    has_limit = own.search is not None and own.search.price_limit is not None
    return own, asked if has_limit else {}


def _named(search_name: str, saved: Mapping[str, Any] | None, language: str) -> Search:
    from server.scoring.searches import SEARCHES, searches_of  # noqa: PLC0415 - loads with the first file

    searches = searches_of((saved or {}).get(SEARCHES))
    found = searches.named(search_name)
    if found is None:
        names = ", ".join(search.name for search in searches.searches)
        said = table(language)["cli.check.no_search"].format(name=search_name, names=names)
        raise click.BadParameter(said, param_hint="--search")
    return found


def _saved(language: str) -> tuple[dict[str, Any] | None, dict[str, Price]]:
    """The settings of the user's store, None without one, and the prices of its list by user name."""
    try:
        place = load_settings()
        if not is_there(place.database_url, place.home):
            return None, {}
        with closing(open_store(place.database_url, place.home, read_only=True)) as store:
            entries = store.entries.all()
            prices = ((e.username, e.price_asked and e.price_asked.bare()) for e in entries)
            asked = {username: price for username, price in prices if price}
            return store.settings.get().value, asked
    except (SoiError, OSError) as error:
        why = words_of(error, language) if isinstance(error, SoiError) else system_words(error, language)
        click.echo(f"soi: {table(language)['cli.check.own_unread'].format(why=why)}", err=True)
        return None, {}
