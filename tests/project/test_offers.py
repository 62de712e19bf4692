"""What the Soi page offers by role: asked of the server's table of roles, and of nothing else."""

from __future__ import annotations

import re

from server.security.roles import LEAST
from tests.project.files import ROOT

MODULES = ROOT / "server" / "web" / "modules"
ROUTE = re.compile(r'"((?:GET|PUT|POST|PATCH|DELETE) /[^"?]*)"')
ROLE = re.compile(r"""[!=]==? ["'](?:viewer|editor|owner)["']""")


def test_every_route_that_an_action_needs_stands_in_the_table() -> None:
    named = {
        route for file in MODULES.rglob("*.js") for route in ROUTE.findall(file.read_text(encoding="utf-8"))
    }
    known = {route for routes in LEAST.values() for route in routes}
    assert set() == {route for route in named if not route.startswith(("GET /api/", "PUT /api/"))} - known


def test_no_page_decides_by_the_name_of_a_role() -> None:
    """Which role may do what is said once, in roles.py."""
    found = [str(file) for file in MODULES.rglob("*.js") if ROLE.search(file.read_text(encoding="utf-8"))]
    assert [] == found
