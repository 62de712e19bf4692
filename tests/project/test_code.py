"""Small modules, short functions, and a reason for every exception from a rule."""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.files import ROOT, python_files

pytestmark = pytest.mark.documents

MAX_MODULE_LINES = 250
"""Lines of code: the aim is about 150."""
MAX_FUNCTION_LINES = 60


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
    large = {str(path.relative_to(ROOT)): size for path, size in sizes.items() if size > MAX_MODULE_LINES}
    assert large == {}


def exported_names(tree: ast.Module) -> Iterator[str]:
    """Classes, and the aliases that stand beside them: names in capitals and own ones (_X) are another matter."""
    yield from (node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            if isinstance(target, ast.Name) and target.id[0].isupper() and not target.id.isupper():
                yield target.id


def test_a_class_name_has_one_meaning() -> None:
    """Who reads a name knows the class or alias: no two of the server share one."""
    named = [
        (name, str(path.relative_to(ROOT)))
        for path in python_files("server")
        for name in exported_names(ast.parse(path.read_text("utf-8")))
    ]
    meanings = {name: sorted(path for other, path in named if other == name) for name, _ in named}
    assert {name: paths for name, paths in meanings.items() if len(paths) > 1} == {}


def test_functions_stay_short() -> None:
    """No function is longer than a screen."""
    long = [
        f"{path.relative_to(ROOT)}: {node.name} has {length} lines"
        for path in python_files("server", "scripts", "tests")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (length := (node.end_lineno or 0) - node.lineno + 1) > MAX_FUNCTION_LINES
    ]
    assert "\n".join(long) == ""


EXCEPTION = re.compile(
    r"#\s*(?:ruff: )?noqa\b:?(.*)|#\s*type: ignore(.*)|@ts-[a-z-]+(.*)|eslint-disable[^-]*(?:-[^-]+)*(.*)"
)
RULES = re.compile(r"^(?:\s*[A-Z]+\d+,?|\[[\w, -]+\])+")


def comments(path: Path) -> Iterator[tuple[int, str]]:
    """(line, text) of every comment; of every line where the file is not Python."""
    if path.suffix != ".py":
        yield from enumerate(path.read_text("utf-8").splitlines(), 1)
        return
    with path.open("rb") as source:
        for token in tokenize.tokenize(source.readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string


def says_why(comment: str) -> bool:
    """Whether at least two words follow the names of the rules; True where there is no exception at all."""
    exception = EXCEPTION.search(comment)
    if exception is None:
        return True
    reason = RULES.sub("", "".join(filter(None, exception.groups())))
    return len(re.findall(r"\w+", reason)) >= 2


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("# noqa: E402", False),
        ("# noqa: E402 - the root has to be importable first", True),
        ("# noqa: F401, PLC0415 - loaded after the port is bound", True),
        ("# type: ignore[union-attr]", False),
        ("# type: ignore[union-attr] # the pattern matches nothing too", True),
        ("// eslint-disable-next-line no-console", False),
        ("// eslint-disable-next-line no-console -- a script talks to its terminal", True),
        ("// @ts-expect-error", False),
        ("// @ts-expect-error the types lag behind the browser", True),
        ("# an ordinary remark", True),
    ],
)
def test_a_reason_is_told_from_the_name_of_a_rule(comment: str, expected: bool) -> None:
    """The rule below can fail and can pass."""
    assert says_why(comment) == expected


def test_every_exception_from_a_rule_says_why() -> None:
    """`noqa`, `type: ignore` and `eslint-disable` carry their reason on the same line."""
    folders = ("extension", "server/web", "tests/extension")
    javascript = [
        path for folder in folders for path in (ROOT / folder).rglob("*.js") if "vendor" not in path.parts
    ]
    silent = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in [*python_files("server", "scripts", "tests"), *javascript]
        for line, text in comments(path)
        if not says_why(text)
    ]
    assert "\n".join(silent) == ""
