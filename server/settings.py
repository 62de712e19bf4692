"""The one table of settings: each field of ``Settings`` with its default, limits and help.

Later sources win: the default, what was saved in the web app, ``soi.toml`` in the data folder, the environment
(``SOI_`` and the name in capitals), a flag of the command line. ``docs/settings.md`` is made from this table and a test holds the two together.
"""

from __future__ import annotations

import ipaddress
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, get_type_hints
from urllib.parse import urlsplit

from msgspec import Struct
from platformdirs import user_data_path

from server.errors import BadSetting, NoHome

FILE_NAME = "soi.toml"
LOOPBACK_HOSTS = ("127.0.0.1", "localhost")
_TRUE, _FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


class Rule(Struct, frozen=True):
    """What a setting may be, and what it is for."""

    help: str
    minimum: int | None = None
    maximum: int | None = None
    choices: tuple[str, ...] = ()
    editable: bool = False
    """Whether the web app may change it while the server runs (it is then kept in the store)."""


def _setting(default: Any, help_text: str, **rule: Any) -> Any:
    return field(default=default, metadata={"rule": Rule(help_text, **rule)})


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one run. A dataclass, because a field of a Struct cannot hold its rule."""

    home: Path
    """The data folder. Not a setting of the table: it says where soi.toml is."""
    given: frozenset[str] = frozenset()
    """Names that soi.toml, the environment or a flag has set."""

    host: str = _setting(
        "127.0.0.1",
        "Address to listen on; another than this machine's own only for a team, behind a proxy that ends TLS.",
    )
    port: int = _setting(5765, "Port to listen on.", minimum=1, maximum=65_535)
    trusted_proxy: str = _setting(
        "",
        "IP address of the reverse proxy that ends TLS for a team; nobody else reaches the team's address.",
    )
    public_url: str = _setting("", "The team's address behind that proxy, as https://NAME.")
    database: str = _setting(
        "",
        "Where creators are kept: empty for the data folder, else tinydb:///PATH, sqlite:///PATH or postgresql+psycopg://USER@HOST/NAME.",
    )
    open_browser: bool = _setting(True, "Open the Soi page in the browser when the server starts.")
    threads: int = _setting(
        48,
        "Requests answered at the same time. Waiting checks take most of them; they cost next to nothing.",
        minimum=16,
        maximum=256,
    )
    checks_at_once: int = _setting(
        4,
        "Captures analysed at the same time; more wait a moment, then are told to try again.",
        minimum=1,
        maximum=8,
    )
    request_seconds: int = _setting(
        25, "Time for a request to arrive completely before it is cut off.", minimum=1, maximum=300
    )
    log_level: str = _setting("info", "What the log holds.", choices=("debug", "info", "warning", "error"))
    log_megabytes: int = _setting(
        2, "Size of a log file before the next begins; three are kept.", minimum=1, maximum=100
    )
    keep_visits: int = _setting(
        400, "Visits kept for each creator; the oldest go first.", minimum=4, maximum=10_000, editable=True
    )
    keep_days: int = _setting(
        0,
        "Days that a visit is kept; 0 keeps visits whatever their age.",
        minimum=0,
        maximum=36_500,
        editable=True,
    )
    language: str = _setting(
        "auto",
        "Language of the pages; auto follows the browser.",
        choices=("auto", "en", "vi"),
        editable=True,
    )
    pods: bool = _setting(
        False,
        "Compare who comments at different creators. Keeps a keyed sketch a creator, from which nobody can be told.",
        editable=True,
    )
    currency: str = _setting("VND", "Currency of new prices.", choices=("VND", "USD"), editable=True)

    @property
    def is_for_team(self) -> bool:
        """Whether others reach it, by a proxy."""
        return bool(self.public_url)

    @property
    def public_host(self) -> str | None:
        """The ``Host`` of a request by the proxy."""
        return self.public_url.removeprefix("https://") or None

    @property
    def database_url(self) -> str:
        return self.database or f"tinydb:///{self.home.as_posix()}"

    def to_json(self) -> dict[str, Any]:
        """Name and value of every setting, without the data folder."""
        return {name: getattr(self, name) for name in RULES}


_DATABASES = ("tinydb", "sqlite", "postgresql+psycopg")
DATABASE_FORMS = tuple(f"{name}://" for name in _DATABASES)
"""How the address of a database begins."""
RULES: dict[str, Rule] = {f.name: f.metadata["rule"] for f in fields(Settings) if "rule" in f.metadata}
_TYPES: dict[str, Any] = {name: kind for name, kind in get_type_hints(Settings).items() if name in RULES}


def kind_of(name: str) -> Any:
    """The type of a setting: one of its words where it has a choice."""
    choices = RULES[name].choices
    return Literal[choices] if choices else _TYPES[name]


def default_home(environ: Mapping[str, str] = os.environ) -> Path:
    """``SOI_HOME``, else the user's data folder for soi on this system. Raises NoHome."""
    chosen = environ.get("SOI_HOME", "")
    try:
        return Path(chosen).expanduser().absolute() if chosen else user_data_path("soi", appauthor=False)
    except RuntimeError as error:  # nobody's process: no HOME, and no entry among the system's users
        raise NoHome from error


def load_settings(
    flags: Mapping[str, Any] | None = None,
    home: Path | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Settings:
    """The settings of this run. ``flags`` hold parsed values; None means not given. Raises BadSetting."""
    home = home or default_home(environ)
    values = read_file(home / FILE_NAME)
    for name in RULES:
        if (text := environ.get(env_name(name))) is not None:
            values[name] = check(name, _from_text(name, text))
    for name, value in (flags or {}).items():
        if value is not None:
            values[name] = check(name, value)
    return _for_whom(Settings(home=home, given=frozenset(values), **values))


def _for_whom(settings: Settings) -> Settings:
    """The same, if what it says of who may come fits together. Raises BadSetting."""
    proxy, url = settings.trusted_proxy, settings.public_url
    if settings.host not in LOOPBACK_HOSTS and not (proxy and url):
        raise BadSetting(
            "host: beyond this machine only behind TLS. Set trusted_proxy and public_url too; docs/team.md says how."
        )
    if bool(proxy) != bool(url):
        raise BadSetting("trusted_proxy and public_url belong together: set both, or none.")
    return settings


def env_name(name: str) -> str:
    return f"SOI_{name.upper()}"


def check(name: str, value: Any) -> Any:
    """``value`` if the setting may have it, else BadSetting naming the setting and what it takes."""
    rule, kind = RULES[name], _TYPES[name]
    if type(value) is not kind:
        raise BadSetting(f"{name}: {wanted(name)} is needed.")
    if rule.choices and value not in rule.choices:
        raise BadSetting(f"{name}: {wanted(name)} is needed.")
    if isinstance(value, int) and not (rule.minimum or 0) <= value <= (rule.maximum or value):
        raise BadSetting(f"{name}: {wanted(name)} is needed.")
    if value and (form := _FORMS.get(name)) and not form[0](value):
        raise BadSetting(f"{name}: {form[1]} is needed.")
    if name == "database" and value and urlsplit(value).scheme not in _DATABASES:
        raise BadSetting(
            "database: write tinydb:///PATH, sqlite:///PATH or postgresql+psycopg://USER@HOST/NAME."
        )
    return value


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


_PUBLIC = re.compile(r"https://[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::[1-9][0-9]{0,4})?", re.ASCII)
_FORMS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "host": (lambda text: text in LOOPBACK_HOSTS or _is_address(text), "an IP address of this machine"),
    "trusted_proxy": (_is_address, "one IP address"),
    "public_url": (
        lambda text: _PUBLIC.fullmatch(text) is not None,
        "https:// and a name in small letters, no path,",
    ),
}
"""What a text has to look like."""


def check_saved(values: Mapping[str, Any]) -> dict[str, Any]:
    """``values`` if each is a setting that the web app may change; raises BadSetting."""
    if any(name not in RULES or not RULES[name].editable for name in values):
        raise BadSetting("One of these settings cannot be changed here.")
    return {name: check(name, value) for name, value in values.items()}


def with_saved(settings: Settings, saved: Mapping[str, Any]) -> Settings:
    """Put what was saved in the web app where neither soi.toml, the environment nor a flag says otherwise.

    What this version cannot take (saved by a newer one, or by a backup from elsewhere) is left out.
    """
    known = {name: value for name, value in saved.items() if _may_be_saved(name, value)}
    return replace(settings, **{name: value for name, value in known.items() if name not in settings.given})


def _may_be_saved(name: str, value: Any) -> bool:
    try:
        check_saved({name: value})
    except BadSetting:
        return False
    return True


def schema(name: str) -> dict[str, Any]:
    """A setting in the words of JSON Schema."""
    rule, kind = RULES[name], _TYPES[name]
    known: dict[str, Any] = {"description": rule.help, "type": _SCHEMA_TYPES[kind]}
    if rule.choices:
        known["enum"] = list(rule.choices)
    return known | ({"minimum": rule.minimum, "maximum": rule.maximum} if kind is int else {})


_SCHEMA_TYPES = {int: "integer", bool: "boolean", str: "string"}


def read_file(path: Path) -> dict[str, Any]:
    """The settings that soi.toml gives; {} where there is no file."""
    try:
        loaded = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSetting(f"{FILE_NAME} is not valid TOML.") from error
    for name in loaded:
        if name not in RULES:
            raise BadSetting(f"{FILE_NAME} has a setting that Soi does not know.")
    return {name: check(name, value) for name, value in loaded.items()}


def wanted(name: str) -> str:
    """What a setting takes, in words."""
    rule, kind = RULES[name], _TYPES[name]
    if rule.choices:
        return "one of " + ", ".join(rule.choices)
    if kind is int:
        return f"a whole number from {rule.minimum} to {rule.maximum}"
    return "true or false" if kind is bool else "a text"


def _from_text(name: str, text: str) -> Any:
    kind = _TYPES[name]
    if kind is bool and text.lower() in _TRUE + _FALSE:
        return text.lower() in _TRUE
    if kind is int and re.fullmatch(r"[0-9]{1,9}", text):
        return int(text)
    return text


def to_toml(value: Any) -> str:
    """A value as it is written in soi.toml."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else f'"{value}"'
