"""The server answers before numpy is there; what is slow to load is loaded once, by whoever needs it first."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from server.services.door import Door
from server.services.resources import Resources, open_resources
from server.services.retention import present_settings
from server.services.sketch_key import SketchKey
from server.settings import Settings
from server.store import open_store
from tests.http.conftest import ROOT, Client

STARTED = """
import sys
from server.app import create_app
from server.settings import load_settings
from server.store import open_store

settings = load_settings()
store = open_store(settings.database_url)
client = create_app(settings, store, command_token="secret").test_client()
ask = {"base_url": f"http://127.0.0.1:{settings.port}", "headers": {"Authorization": "Bearer secret"}}
for path in sys.argv[1:]:
    assert client.get(path, **ask).status_code == 200, path
print(*sorted({"numpy", "lxml", "bs4", "xlsxwriter", "server.sheet_import.columns"} & sys.modules.keys()))
store.close()
"""
"""Asks a fresh process for some paths and prints what it had to load for them."""


def loaded_by(home: Path, *paths: str) -> list[str]:
    run = subprocess.run(
        [sys.executable, "-c", STARTED, *paths],
        cwd=ROOT,
        env={"SOI_HOME": str(home), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.split()


def test_what_a_start_is_asked_for_loads_nothing_heavy(tmp_path: Path) -> None:
    """Greeting, pages, list, settings and status answer while numpy is not there yet."""
    light = ("hello", "shortlist", "settings", "changes?since=0", "outcomes/summary", "searches")
    assert loaded_by(tmp_path, "/", *(f"/api/v1/{name}" for name in light)) == []


def test_what_judges_is_loaded_by_who_needs_it(tmp_path: Path) -> None:
    """The same process can tell: the test above would see it."""
    assert "numpy" in loaded_by(tmp_path, "/api/v1/references")


def test_the_door_is_opened_once(tmp_path: Path) -> None:
    """Eight requests at once wait for one loading, and all get the same services."""
    store, settings = open_store(f"tinydb://{tmp_path}"), Settings(home=tmp_path)
    key = SketchKey(store, tmp_path, lambda: present_settings(settings, store))
    loadings: list[Resources] = []

    def load() -> Resources:
        time.sleep(0.05)
        loadings.append(open_resources(settings, store, key))
        return loadings[-1]

    door, found = Door(load), list[Resources]()
    threads = [threading.Thread(target=lambda: found.append(door.open())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store.close()
    assert (len(loadings), {id(resources) for resources in found}) == (1, {id(loadings[0])})


def test_forgetting_loads_nothing() -> None:
    """What was never loaded remembers nothing: `soi erase everything` does not wait for numpy."""

    def load() -> Resources:
        raise AssertionError

    assert Door(load).forget() is None


def test_a_loading_that_failed_is_tried_again(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """One request fails, the next one finds the services."""
    tries = iter([MemoryError(), None])

    def load() -> Resources:
        if error := next(tries):
            raise error
        return client.services.door.open()

    door = Door(load)
    with pytest.raises(MemoryError):
        door.open()
    assert door.open() is client.services.door.open()
