"""The documents tell the truth about the program."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import click
import pytest

import server
from scripts import dev
from server.settings import RULES, env_name, load_settings
from tests.project.files import PROJECT, ROOT

pytestmark = pytest.mark.documents

DOCUMENTS = [path for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")] if path.is_file()]


def commands(program: str) -> Iterator[tuple[str, list[str]]]:
    """(document, words after the program) for every use of it in code, in all documents."""
    pattern = re.compile(rf"(?:^|[\s/\\$]){re.escape(program)} ([a-z][^\n#|]*)")
    for document in DOCUMENTS:
        text = document.read_text("utf-8")
        blocks = re.findall(r"```\w*\n(.*?)```", text, re.DOTALL)
        for code in [*blocks, *re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))]:
            for match in pattern.finditer(code):
                yield document.name, match[1].split()


def test_every_dev_command_in_the_documents_exists() -> None:
    """A newcomer copies lines from the README: each has to be a command of scripts/dev.py."""
    used = {(document, words[0]) for document, words in commands("scripts/dev.py")}
    assert used
    assert {(document, word) for document, word in used if word not in dev.COMMANDS} == set()


def soi_group() -> tuple[click.Group, click.Context]:
    group: click.Group = importlib.import_module("server.cli").soi
    return group, click.Context(group)


def unknown_part(words: list[str]) -> str | None:
    """The first word of a `soi` line that is neither a command nor an option of it; values are left alone."""
    command: click.Command | None
    command, context = soi_group()
    for word in words:
        if isinstance(command, click.Group):
            command = command.get_command(context, word)
            if command is None:
                return word
        elif word.startswith("--"):
            options = {name for parameter in command.params for name in parameter.opts}
            if word.partition("=")[0] not in options | {"--help"}:
                return word
    return None


def test_every_soi_command_in_the_documents_exists() -> None:
    """Commands and options that were renamed are renamed in the documents too."""
    used = [(document, words) for document, words in commands("soi")]
    assert used
    assert [(document, words, unknown_part(words)) for document, words in used if unknown_part(words)] == []


@pytest.mark.parametrize("name", ["README.md", "docs/README.vi.md"])
def test_every_soi_command_is_in_the_readme(name: str) -> None:
    """What the program can do, its README says, in either language."""
    readme = (ROOT / name).read_text("utf-8")
    group, context = soi_group()
    assert [name for name in group.list_commands(context) if f"soi {name}" not in readme] == []


def test_links_between_documents_lead_somewhere() -> None:
    """A relative link names a file that is there."""
    dead = [
        f"{document.relative_to(ROOT)}: {target}"
        for document in DOCUMENTS
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", document.read_text("utf-8"))
        if not (document.parent / target).exists()
    ]
    assert "\n".join(dead) == ""


def test_changelog_tells_of_this_version() -> None:
    """A version without a line in the change log is not released."""
    assert re.search(
        rf"^## {re.escape(server.__version__)}\b", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )


def test_the_glossary_says_where_each_word_stands() -> None:
    """A word of the glossary is a class or a type of the file beside it."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8").split("## One word for one thing")[1]
    rows = re.findall(r"^\| ([A-Z][\w, ]+) \|.*\| (`[^|]+`) \|$", text.split("\n## ")[0], re.MULTILINE)
    places = [
        (word, path)
        for words, paths in rows
        for word, path in zip(words.split(", "), re.findall(r"`([^`]+)`", paths), strict=True)
    ]
    assert len(places) > 20
    assert [
        (word, path)
        for word, path in places
        if not re.search(rf"^(class {word}\b|{word} = )", (ROOT / path).read_text("utf-8"), re.MULTILINE)
    ] == []


def test_architecture_names_every_part() -> None:
    """A new module of the server is put into the picture, and into the layers that import-linter holds."""
    parts = {module.name for module in pkgutil.iter_modules(server.__path__)} - {"__main__"}
    layers = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    layered = {
        name.strip("() ").removeprefix("server.") for layer in layers for name in re.split("[|:]", layer)
    }
    document = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    assert parts - layered == set()
    assert {part for part in parts if part not in document} == set()


def test_architecture_says_the_directions_that_are_held() -> None:
    """Its table of directions has the layers of import-linter, in their order; a line of several is that many layers."""
    layers = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    section = (
        (ROOT / "docs" / "architecture.md").read_text("utf-8").split("## Directions")[1].split("\n## ")[0]
    )
    told = [
        name
        for parts in re.findall(r"^\| (`[^|]+`) \|", section, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", parts)
    ]
    assert [layer.removeprefix("server.") for layer in layers] == told


def test_the_glossary_has_what_a_team_and_a_campaign_are_made_of() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rows = re.findall(r"^\| ([A-Z][\w, ]+) \|", text, re.MULTILINE)
    words = {word for row in rows for word in row.split(", ")}
    assert set() == {"Member", "Role", "Draft", "Brief", "AdvertisingRule", "Stage", "Mirror"} - words


@pytest.fixture(scope="module")
def compose() -> Any:
    """The compose file of docs/team.md."""
    [text] = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "team.md").read_text("utf-8"), re.DOTALL)
    return importlib.import_module("yaml").safe_load(text)


def test_the_team_s_settings_are_ones_that_a_server_takes(compose: Any, tmp_path: Path) -> None:
    """All that the file sets is known, and together it lets a server start beyond its machine."""
    given = compose["services"]["server"]["environment"]
    own = {name: text for name, text in given.items() if name.startswith("SOI_") and name != "SOI_HOME"}
    loaded = load_settings(home=tmp_path, environ=own)
    proxy = compose["services"]["proxy"]
    assert (set(), True) == (set(own) - {env_name(name) for name in RULES}, loaded.is_for_team)
    assert (
        f"caddy reverse-proxy --from {loaded.public_host} --to server:{loaded.port}",
        loaded.trusted_proxy,
    ) == (
        proxy["command"],
        proxy["networks"]["inside"]["ipv4_address"],
    )


def test_what_the_team_s_file_names_it_has(compose: Any) -> None:
    """Networks, volumes and secrets; and a server waits for a database that says when it is ready."""
    used: dict[str, set[str]] = {"networks": set(), "volumes": set(), "secrets": set()}
    for service in compose["services"].values():
        used["networks"].update(service["networks"])
        used["volumes"].update(volume.partition(":")[0] for volume in service["volumes"])
        used["secrets"].update(
            one["source"] if isinstance(one, dict) else one for one in service.get("secrets", ())
        )
    assert used == {kind: set(compose[kind]) for kind in used}
    waits = compose["services"]["server"]["depends_on"]
    assert {
        name: {"condition": "service_healthy"}
        for name in compose["services"]
        if "healthcheck" in compose["services"][name]
    } == waits


def test_an_image_holds_nothing_of_who_builds_it() -> None:
    """Whatever git leaves alone in a checkout, the image leaves alone, and the secrets beside it."""
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    kept = [
        name
        for name in (".git", ".venv", "node_modules", "a.secret")
        if not any(fnmatch(name, line.removeprefix("**/")) for line in ignored)
    ]
    assert [] == kept
