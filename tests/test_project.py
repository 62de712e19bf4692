"""The repository as a whole: nothing of somebody's machine, locks with hashes, documents that tell the truth."""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import click
import pytest

import server
from scripts import dev
from server import errors

pytestmark = pytest.mark.documents

ROOT = Path(__file__).resolve().parents[1]
MAX_MODULE_LINES = 250
"""Lines of code: the aim is about 150."""
MAX_FUNCTION_LINES = 60
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@cache
def tracked() -> tuple[Path, ...]:
    """Every file under version control that is text."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    paths = [ROOT / name for name in listed if name]
    return tuple(path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:8192])


def python_files(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def names(paths: Iterator[Path] | list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


# --- nothing of the machine it was written on ---------------------------------------------------------------

REGISTRIES = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))]
HOMES = "work|root|home|Users"
MACHINE = re.compile(rf"(?<![\w.>)]){'/'}(?:{HOMES})/\w|" + "|".join(map(re.escape, REGISTRIES)))


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a clone: the tracked files cannot be listed")
def test_no_machine_path_and_no_registry_host() -> None:
    """A path or a package host of the author's machine is of no use to anybody else."""
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in tracked()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if MACHINE.search(line)
    ]
    assert found == []


# --- locks --------------------------------------------------------------------------------------------------


def locked(name: str) -> dict[str, str]:
    """Package -> the rest of its entry, continuation lines joined."""
    text = (ROOT / "scripts" / "locks" / f"{name}.txt").read_text("utf-8").replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {entry.partition("==")[0].strip(): entry.partition("==")[2] for entry in entries}


@pytest.mark.parametrize("name", ["run", "dev", "node"])
def test_every_locked_package_has_hashes(name: str) -> None:
    """A package that was exchanged on its way is refused."""
    entries = locked(name)
    assert entries
    assert [package for package, rest in entries.items() if "--hash=sha256:" not in rest] == []


@pytest.mark.parametrize("name", ["run", "dev", "node"])
def test_lock_names_no_host(name: str) -> None:
    """Whoever uses a mirror installs from it."""
    assert "://" not in (ROOT / "scripts" / "locks" / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "declared"),
    [
        ("run", [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]),
        ("dev", [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]),
        ("node", PROJECT["dependency-groups"]["node"]),
    ],
)
def test_lock_holds_every_declared_package(name: str, declared: list[str]) -> None:
    """After a dependency is added, `dev.py lock` has to be run."""
    wanted = {re.split(r"[<>=~!\[; ]", requirement)[0].lower().replace("_", "-") for requirement in declared}
    assert wanted - locked(name).keys() == set()


def test_both_locks_agree() -> None:
    """What is tested is what runs."""
    run, development = locked("run"), locked("dev")
    assert {package: rest for package, rest in run.items() if development.get(package) != rest} == {}


def test_npm_lock_has_checksums_and_no_addresses() -> None:
    """Every package of the JavaScript tools is pinned by content, wherever it is fetched from."""
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    fetched = {name: entry for name, entry in packages.items() if name}
    assert [name for name, entry in fetched.items() if "resolved" in entry or "integrity" not in entry] == []


# --- documents ----------------------------------------------------------------------------------------------

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


def test_every_soi_command_is_in_the_readme() -> None:
    """What the program can do, its README says."""
    readme = (ROOT / "README.md").read_text("utf-8")
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
    assert dead == []


def test_changelog_tells_of_this_version() -> None:
    """A version without a line in the change log is not released."""
    assert re.search(
        rf"^## {re.escape(server.__version__)}\b", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )


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


# --- code ---------------------------------------------------------------------------------------------------


def docstring_lines(tree: ast.AST) -> set[int]:
    """Lines of strings that stand alone: docstrings and the line under a field."""
    alone = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    ]
    return {line for node in alone for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)}


def code_lines(source: str) -> int:
    """Lines that are neither blank nor a comment nor a docstring."""
    skipped = docstring_lines(ast.parse(source))
    lines = enumerate(source.splitlines(), 1)
    return sum(
        bool(line.strip()) and not line.lstrip().startswith("#") for n, line in lines if n not in skipped
    )


def test_modules_stay_small() -> None:
    """A module that outgrows this has more than one job."""
    sizes = {path: code_lines(path.read_text("utf-8")) for path in python_files("server", "scripts")}
    assert [
        (name, size)
        for name, size in zip(names(list(sizes)), sizes.values(), strict=True)
        if size > MAX_MODULE_LINES
    ] == []


def test_functions_stay_short() -> None:
    """No function is longer than a screen."""
    long = [
        f"{path.relative_to(ROOT)}: {node.name} has {length} lines"
        for path in python_files("server", "scripts", "tests")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (length := (node.end_lineno or 0) - node.lineno + 1) > MAX_FUNCTION_LINES
    ]
    assert long == []


EXCEPTION = re.compile(
    r"#\s*(?:ruff: )?noqa\b:?(?P<lint>.*)|#\s*type: ignore(?P<type>.*)|(?P<js>eslint-disable.*|@ts-.*)"
)
REASON = re.compile(
    r"(?:[A-Z]+\d+,?\s*)*\s*(?:\[[\w, -]+\])?\s*[-(#–]+\s*\w+\W+\w+.*|.*--\s*\w+\W+\w+.*|@ts-expect-error\W+\w+\W+\w+.*"
)


def test_every_exception_from_a_rule_says_why() -> None:
    """`noqa`, `type: ignore` and `eslint-disable` carry their reason on the same line."""
    scripts = [
        path
        for folder in ("extension", "server/web", "tests/extension")
        for path in (ROOT / folder).rglob("*.js")
    ]
    silent = [
        f"{path.relative_to(ROOT)}:{number}: {match[0]}"
        for path in [*python_files("server", "scripts", "tests"), *scripts]
        if path != Path(__file__) and "vendor" not in path.parts
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (match := EXCEPTION.search(line))
        and not REASON.fullmatch(next(filter(None, match.groups()), "").strip())
    ]
    assert silent == []


# --- texts --------------------------------------------------------------------------------------------------


def messages(language: str) -> dict[str, str]:
    loaded: dict[str, str] = json.loads(
        (ROOT / "server" / "messages" / f"{language}.json").read_text("utf-8")
    )
    return loaded


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_texts() -> None:
    """Vietnamese and English always come together."""
    assert list(messages("en")) == list(messages("vi"))


def test_both_languages_have_the_same_placeholders() -> None:
    """A figure that one language shows, the other shows too."""
    english, vietnamese = messages("en"), messages("vi")
    assert {key for key in english if placeholders(english[key]) != placeholders(vietnamese[key])} == set()


def test_no_text_is_empty() -> None:
    """A blank label is worse than a missing one: nobody notices it."""
    assert [
        key for language in ("en", "vi") for key, text in messages(language).items() if not text.strip()
    ] == []


def every_error(base: type[errors.SoiError]) -> Iterator[type[errors.SoiError]]:
    yield base
    for child in base.__subclasses__():
        yield from every_error(child)


def test_every_error_has_words_in_both_languages() -> None:
    """Whatever goes wrong, a person reads a sentence and not a code."""
    codes = {error.code for error in every_error(errors.SoiError)}
    assert {code for code in codes if f"error.{code}" not in messages("vi")} == set()


def extension_messages(language: str) -> dict[str, Any]:
    path = ROOT / "extension" / "_locales" / language / "messages.json"
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


def test_extension_has_the_same_texts_in_both_languages() -> None:
    """Keys and placeholders of the extension's own texts."""
    english, vietnamese = extension_messages("en"), extension_messages("vi")
    assert english.keys() == vietnamese.keys()
    differ = [
        key for key in english if english[key].get("placeholders") != vietnamese[key].get("placeholders")
    ]
    assert differ == []


def test_extension_has_the_version_of_the_server() -> None:
    """They are released together."""
    manifest = json.loads((ROOT / "extension" / "manifest.json").read_text("utf-8"))
    assert manifest["version"] == server.__version__
