"""The command line in Vietnamese and English: help, mistakes of usage, what the system refuses."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from server.cli import _help, soi
from server.cli._help import plain
from server.cli._language import words_of
from server.errors import NotFound

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
        (["serve", "--help"], "vi", ["Cách dùng: soi serve", "Không mở trình duyệt."]),
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
        (["replay", "/no/such"], "soi: FILE: không có tệp /no/such\nTrợ giúp: soi replay --help\n"),
        (["check"], "soi: thiếu PATH...\nTrợ giúp: soi check --help\n"),
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


def test_every_detail_that_is_translated_is_said_somewhere() -> None:
    """A sentence that was changed where it stands would be English again, and nobody would see it."""
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "server").rglob("*.py"))
    details = json.loads((ROOT / "server" / "cli" / "_details_vi.json").read_text("utf-8"))
    pieces = {piece for english in details for piece in english.split("{}")}
    assert {piece for piece in pieces if piece not in source} == set()
    assert [english.count("{}") for english in details] == [words.count("{}") for words in details.values()]


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
