"""The files of the shell: those of this version are asked for once, all others each time."""

from __future__ import annotations

import re

import pytest

from server.web import assets
from tests.http.conftest import Client

MODULE = "modules/shell/main.js"
FOR_GOOD = "max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        (assets.address(MODULE), FOR_GOOD),
        (f"/static/{'0' * 16}/{MODULE}", "no-cache"),  # a tab that an update left open
        (f"/static/{MODULE}", "no-cache"),
        ("/static/service_worker.js", "no-cache"),
        ("/", "no-cache"),
    ],
)
def test_only_what_names_this_version_is_kept_for_good(client: Client, path: str, kept: str) -> None:
    """An update is another address, so nothing old is ever shown for it."""
    answer = client.call("GET", path, token=None)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, kept)


def test_every_version_of_an_address_is_the_same_file(client: Client) -> None:
    """A tab of an earlier version is given what there is now."""
    addresses = (assets.address(MODULE), f"/static/{'0' * 16}/{MODULE}", f"/static/{MODULE}")
    bodies = {client.call("GET", address, token=None).text for address in addresses}
    assert bodies == {assets.source_of(MODULE).decode()}


def test_the_page_names_its_styles_and_its_code_by_version(client: Client) -> None:
    """Modules name each other by where they stand, so all of them follow the first."""
    page = client.call("GET", "/", token=None).text
    named = re.findall(r'(?:src|href)="(/static/[^"]+\.(?:css|js))"', page)
    assert [path for path in named if not path.startswith(assets.address(""))] == []
    assert assets.address(MODULE) in named


@pytest.mark.parametrize(
    "path", [f"/static/{'0' * 16}/", f"/static/{'0' * 16}/../app.py", "/static/0/icon.svg"]
)
def test_a_version_leads_to_no_other_file(client: Client, path: str) -> None:
    assert client.call("GET", path, token=None).status_code == 404
