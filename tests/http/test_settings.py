"""Settings: one table, five sources, nothing undocumented."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.make_settings_docs import PAGE, markdown
from server import settings
from server.errors import BadSetting
from server.settings import RULES, Settings, check_saved, default_home, env_name, load_settings, with_saved


def test_the_documentation_is_the_table() -> None:
    """``python scripts/make_settings_docs.py`` writes the page; an undocumented setting fails here."""
    assert PAGE.read_text("utf-8") == markdown()


def test_later_sources_win(tmp_path: Path) -> None:
    """Default, web app, file, environment, flag."""
    saved = {"keep_visits": 10, "keep_days": 11, "currency": "USD"}
    (tmp_path / "soi.toml").write_text("keep_days = 12\nport = 5000\nthreads = 20\n", "utf-8")
    environment = {"SOI_PORT": "6000", "SOI_OPEN_BROWSER": "no"}
    loaded = with_saved(load_settings({"threads": 30, "host": None}, tmp_path, environment), saved)
    assert (loaded.keep_visits, loaded.keep_days, loaded.currency) == (10, 12, "USD")
    assert (loaded.port, loaded.threads, loaded.open_browser) == (6000, 30, False)
    assert loaded.host == Settings(tmp_path).host


@pytest.mark.parametrize(
    "line",
    [
        "port = 0",
        "port = 65536",
        'port = "5765"',
        "port = true",
        "port = ",
        "unknown = 1",
        'host = "0.0.0.0"',
        'database = "mysql:///x"',
        'log_level = "loud"',
        "[table]\nport = 1",
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, line: str) -> None:
    """The message names the setting or the file, never the value."""
    (tmp_path / "soi.toml").write_text(line, "utf-8")
    with pytest.raises(BadSetting):
        load_settings(home=tmp_path, environ={})


@pytest.mark.parametrize(
    ("name", "text"), [("port", "x"), ("port", "-1"), ("open_browser", "perhaps"), ("host", "192.0.2.1")]
)
def test_a_wrong_environment_is_refused(tmp_path: Path, name: str, text: str) -> None:
    """A typing error does not start a server with other settings than meant."""
    with pytest.raises(BadSetting, match=name):
        load_settings(home=tmp_path, environ={env_name(name): text})


def test_only_editable_settings_are_saved() -> None:
    """The web app cannot move the port, nor save a value that the table refuses."""
    assert check_saved({"currency": "USD"}) == {"currency": "USD"}
    for wrong in ({"port": 1}, {"currency": "EUR"}, {"x": 1}):
        with pytest.raises(BadSetting):
            check_saved(wrong)


def test_a_saved_setting_of_another_version_is_left_out(tmp_path: Path) -> None:
    """A store that a newer Soi wrote to does not stop an older one."""
    assert with_saved(Settings(tmp_path), {"future": 1, "port": 1}) == Settings(tmp_path)


@pytest.mark.parametrize(
    "saved", [{"keep_visits": "400"}, {"keep_days": -1}, {"pods": 1}, {"language": "xx"}]
)
def test_a_saved_value_that_the_table_refuses_is_left_out(tmp_path: Path, saved: dict[str, object]) -> None:
    """A backup from elsewhere may hold any value under a right name; it must not stop what reads it."""
    assert with_saved(Settings(tmp_path), saved) == Settings(tmp_path)


def test_the_data_folder_is_soi_home(tmp_path: Path) -> None:
    """SOI_HOME overrides the system's folder."""
    assert default_home({"SOI_HOME": str(tmp_path)}) == tmp_path
    assert default_home({}).name == "soi"


@pytest.mark.parametrize("name", RULES)
def test_every_default_is_a_value_that_the_table_allows(name: str, tmp_path: Path) -> None:
    """The defaults pass their own check."""
    assert settings.check(name, getattr(Settings(tmp_path), name)) == getattr(Settings(tmp_path), name)
