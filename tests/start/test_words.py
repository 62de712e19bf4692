"""The command line in Vietnamese and English: help, mistakes of usage, what the system refuses."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from server import errors
from server.cli import _help, soi
from server.cli._help import plain
from server.cli._language import detail_in_vietnamese, words_of
from server.errors import BadSetting, NotFound
from server.run.command_link import CommandFailed
from server.settings import RULES, check

ROOT = Path(__file__).resolve().parents[2]


def texts(command: click.Command, context: click.Context) -> Iterator[str]:
    """Every help text of a command and of those below it."""
    yield plain(command.help or "")
    yield from (plain(option.help or "") for option in command.params if isinstance(option, click.Option))
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from texts(inner, context)


def run(*arguments: str, language: str = "vi") -> tuple[int, str]:
    """Exit status, and all that was printed, on a machine of that language."""
    done = subprocess.run(
        [sys.executable, "-m", "server.cli", *arguments],
        cwd=ROOT,
        env={"LC_ALL": f"{language}.UTF-8", "PATH": "", "HOME": "/nonexistent"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_every_help_text_is_there_in_vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new command or option brings its line for server/cli/_help_vi.json; one that went away takes it along."""
    monkeypatch.setattr(sys, "argv", ["soi", "--lang", "en"])
    said = set(texts(soi, click.Context(soi))) - {""} | {"Show this message and exit."}
    table = json.loads((ROOT / "server" / "cli" / "_help_vi.json").read_text("utf-8"))
    assert (said - table.keys(), table.keys() - said) == (set(), set())


@pytest.mark.parametrize(
    ("arguments", "language", "expected"),
    [
        (["--help"], "vi", ["Cách dùng: soi", "Tùy chọn:", "Lệnh:", "In phần trợ giúp này"]),
        (["--help"], "en", ["Usage: soi", "Options:", "Commands:", "Show this message"]),
        (
            ["serve", "--help"],
            "vi",
            ["Cách dùng: soi serve [TÙY_CHỌN]", "--port SỐ", "Không mở trình duyệt."],
        ),
        (["migrate", "--help"], "vi", ["soi migrate [TÙY_CHỌN] NGUỒN ĐÍCH", "[mặc định: theo hệ thống]"]),
        (["migrate", "--help"], "en", ["soi migrate [OPTIONS] FROM TO", "[default: the system's]"]),
        (["serve", "--help", "--lang", "en"], "vi", ["Usage: soi serve", "Do not open the browser."]),
        (
            ["shortlist", "add", "--help"],
            "vi",
            ["Thêm nhà sáng tạo vào danh sách", "Ngôn ngữ của phần in ra."],
        ),
    ],
)
def test_help_speaks_the_language_of_the_person(
    arguments: list[str], language: str, expected: list[str]
) -> None:
    """Headings, commands and options."""
    status, said = run(*arguments, language=language)
    assert (status, [words for words in expected if words not in said]) == (0, [])


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("group", [(), ("shortlist",), ("member",), ("token",)])
def test_no_line_of_a_list_of_commands_is_cut(group: tuple[str, ...], language: str) -> None:
    """Each command's first sentence stands there to its end; a group alone says the same as its help."""
    status, said = run(*group, language=language)
    listed = said.split("Lệnh:" if language == "vi" else "Commands:")[1]
    assert (status, "..." in listed, said) == (2, False, run(*group, "--help", language=language)[1])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["chekc"], "soi: không có lệnh chekc. Có phải ý bạn là: check?\nTrợ giúp: soi --help\n"),
        (
            ["serve", "--prot", "1"],
            "soi: không có tùy chọn --prot. Có phải ý bạn là: --port, --host?\nTrợ giúp: soi serve --help\n",
        ),
        (
            ["serve", "--port", "0"],
            "soi: --port: 0 không phải số nguyên từ 1 đến 65535\nTrợ giúp: soi serve --help\n",
        ),
        (
            ["serve", "--port", "x"],
            "soi: --port: x không phải số nguyên từ 1 đến 65535\nTrợ giúp: soi serve --help\n",
        ),
        (
            ["autostart", "maybe"],
            "soi: [on|off|show]: maybe không thuộc: on, off, show\nTrợ giúp: soi autostart --help\n",
        ),
        (["replay", "/no/such"], "soi: TỆP: không có tệp /no/such\nTrợ giúp: soi replay --help\n"),
        (["serve", "--port"], "soi: sau --port phải có giá trị\n"),
        (["serve", "more"], "soi: thừa: more\nTrợ giúp: soi serve --help\n"),
        (
            ["check", "--jobs", "0", "x"],
            "soi: --jobs: 0 không phải số nguyên từ 1 trở lên\nTrợ giúp: soi check --help\n",
        ),
        (["restore", "/"], "soi: TỆP: / là thư mục, không phải tệp\nTrợ giúp: soi restore --help\n"),
        (
            ["shortlist", "lst"],
            "soi: không có lệnh lst. Có phải ý bạn là: list?\nTrợ giúp: soi shortlist --help\n",
        ),
        (["check"], "soi: thiếu ĐƯỜNG_DẪN...\nTrợ giúp: soi check --help\n"),
    ],
)
def test_a_mistake_is_said_in_vietnamese(arguments: list[str], expected: str) -> None:
    """Which word it is, what would be right, and where the help is; exit status 2."""
    assert (2, expected) == run(*arguments)


@pytest.mark.parametrize(
    ("language", "expected"), [("vi", "/x: ổ đĩa đã đầy"), ("en", "/x: the disk is full")]
)
def test_what_the_system_refuses_is_said_in_the_persons_language(language: str, expected: str) -> None:
    """Its own words are those of the system's language, whatever the person chose."""
    assert expected == _help.system_words(OSError(28, "No space left on device", "/x"), language)


SAID_AT_THE_TERMINAL = (
    *("cli", "run", "settings.py", "capture.py", "audit.py", "strict_json.py", "regular_files.py"),
    *(
        "store/__init__.py",
        "store/sql.py",
        "store/moving.py",
        "store/backups.py",
        "store/upkeep.py",
        "store/whole.py",
    ),
    *("store/engine", "store/sql_engine", "store/rules/members.py", "store/rules/devices.py"),
    *("campaigns/brief.py", "campaigns/dossier_check.py", "services/devices.py", "exports/tables.py"),
)
"""Files and folders of server/ whose refusals a command prints as they are."""
DETAILS: dict[str, str] = json.loads((ROOT / "server" / "cli" / "_details_vi.json").read_text("utf-8"))
ERRORS = {
    name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, errors.SoiError)
}


def literal(node: ast.AST) -> str | None:
    """A text as it stands in the source, each value in it as {}."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def refusals(path: Path) -> Iterator[str]:
    """What the errors that a file raises say: texts at the raise, and those of names that stand for one."""
    tree = ast.parse(path.read_text("utf-8"))
    named = {
        target.id: literal(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        called = getattr(getattr(node, "func", None), "id", None)
        if isinstance(node, ast.Call) and called in ERRORS and node.args:
            said = node.args[0]
            for one in said.values if isinstance(said, ast.BoolOp) else [said]:
                if text := named.get(one.id) if isinstance(one, ast.Name) else literal(one):
                    yield text


def test_every_detail_that_is_translated_is_said_somewhere() -> None:
    """A sentence that was changed where it stands would be English again, and nobody would see it."""
    trees = (ast.parse(path.read_text("utf-8")) for path in (ROOT / "server").rglob("*.py"))
    source = "\n".join(text for tree in trees for node in ast.walk(tree) if (text := literal(node)))
    pieces = {piece for english in DETAILS for piece in english.split("{}")}
    unsaid = {piece for piece in pieces if piece.removeprefix(": ").removesuffix(" is needed.") not in source}
    assert unsaid == set()
    assert [english.count("{}") for english in DETAILS] == [words.count("{}") for words in DETAILS.values()]


def test_every_refusal_at_a_terminal_is_vietnamese_to_the_end() -> None:
    """A sentence that a command can print has its Vietnamese; none ends in an English bracket."""
    places = [ROOT / "server" / name for name in SAID_AT_THE_TERMINAL]
    files = [
        file for place in places for file in (sorted(place.rglob("*.py")) if place.is_dir() else [place])
    ]
    said = {text.replace("{}", "one") for file in files for text in refusals(file)}
    said -= {"one: one is needed."}  # a setting, see below
    assert len(said) > 60
    assert {text for text in said if detail_in_vietnamese(text) is None} == set()


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("value", [None, "?"])
def test_a_wrong_setting_is_said_in_vietnamese(name: str, value: str | None) -> None:
    """Whatever a setting takes; no sentence of the table of settings is left in English."""
    with pytest.raises(BadSetting) as refused:
        check(name, value)
    said = words_of(refused.value, "vi")
    assert (said.startswith(f"{name}: "), "needed" in said) == (True, False)


@pytest.mark.parametrize(
    ("detail", "expected"),
    [
        ("There is no file of this name.", "Không có tệp nào mang tên này."),
        ("The file is over the limit of 8 MB.", "Tệp này vượt giới hạn 8 MB."),
        ("Something new.", "Không có gì tại địa chỉ này. (Something new.)"),
    ],
)
def test_a_detail_is_vietnamese_to_the_end(detail: str, expected: str) -> None:
    """What is known in Vietnamese stands alone; else the English detail stands beside the words of its code."""
    assert words_of(NotFound(detail), "vi") == expected


@pytest.mark.parametrize("failure", sorted(ERRORS - {"BulkConflict", "SlowDown", "SoiError"}))
def test_what_the_api_refuses_is_vietnamese_to_the_end(failure: str) -> None:
    """By its own code: a full disk behind the API is a full disk, and no "error inside Soi" with an English bracket."""
    kind: type[errors.SoiError] = getattr(errors, failure)
    said = words_of(CommandFailed(kind.http_status, {"code": kind.code, "message": kind.message}), "vi")
    assert (kind.message in said, said) == (False, words_of(kind(), "vi"))
