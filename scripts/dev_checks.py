"""The checks of `dev.py check`: three lanes side by side, for Python, for JavaScript and for the project as a whole.

Standard library only.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter

from scripts.dev_environment import ROOT, Environment, SetupError
from scripts.dev_tests import files_naming
from scripts.dev_times import keep

OLDEST_NODE = (20, 19)
WORKFLOW_SCHEMA = ("--builtin-schema", "vendor.github-workflows")
NODE_MODULES = ROOT / "node_modules"
NPM_STAMP = NODE_MODULES / ".soi-installed"


@dataclass(frozen=True)
class Step:
    """One tool: passed when it exits with 0."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    step: Step
    passed: bool
    seconds: float
    output: str


def python_lane(environment: Environment) -> list[Step]:
    tool = environment.scripts.joinpath
    return [
        Step("ruff format", (str(tool("ruff")), "format", "--check", ".")),
        Step("ruff check", (str(tool("ruff")), "check", ".")),
        Step("mypy", (str(tool("mypy")),)),
        Step("lint-imports", (str(tool("lint-imports")), "--no-logo")),
    ]


def project_lane(environment: Environment, after_test: bool) -> list[Step]:
    """Beside mypy, which alone takes as long as all of these. ``after_test``: the tests among them have just run."""
    tool = environment.scripts.joinpath
    pytest = (str(environment.python), "-m", "pytest", "-q", "-m", "documents", *files_naming("documents"))
    tests = [] if after_test else [Step("project and documents", pytest)]
    return [
        Step("repo-review", (str(environment.python), "-m", "repo_review", ".", "--format", "json")),
        Step("workflows' form", (str(tool("check-jsonschema")), *WORKFLOW_SCHEMA, *workflows())),
        Step("workflows' safety", (str(tool("zizmor")), "--offline", "--quiet", *workflows())),
        *tests,
    ]


def workflows() -> list[str]:
    return [str(path) for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))]


def install_npm_packages() -> None:
    """What the browser tests need from npm (axe). Without Node they skip, and say so."""
    try:
        run_lane(npm_install(npm_command()))
    except SetupError as error:
        print(f"tests that need npm's packages will skip: {error}", flush=True)


def npm_install(npm: str) -> list[Step]:
    return [] if npm_is_current() else [Step("npm ci", (npm, "ci"))]


def javascript_lane() -> list[Step]:
    npm = npm_command()
    install = npm_install(npm)
    scripts = {
        "prettier": "format:check",
        "eslint": "lint",
        "tsc": "types",
        "node tests": "test",
        "web-ext lint": "webext",
    }
    return install + [Step(name, (npm, "run", "--silent", script)) for name, script in scripts.items()]


def npm_command() -> str:
    """npm's full path; on Windows it is a .cmd file that only ``which`` finds."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm and node and node_version(node) >= OLDEST_NODE:
        return npm
    wanted = ".".join(map(str, OLDEST_NODE))
    raise SetupError(
        f"Node {wanted} or newer with npm is missing: it checks the extension. Install it from "
        "https://nodejs.org, or run: python3 scripts/dev.py setup --node"
    )


def node_version(node: str) -> tuple[int, ...]:
    """(20, 19, 0) from "v20.19.0"; (0,) when it does not start."""
    done = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    digits = done.stdout.strip().lstrip("v").split(".")
    return tuple(map(int, digits)) if all(part.isdigit() for part in digits) else (0,)


def npm_is_current() -> bool:
    try:
        return NPM_STAMP.read_text("ascii") == npm_fingerprint()
    except OSError:
        return False


def npm_fingerprint() -> str:
    return hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()


def run_checks(environment: Environment, after_test: bool = False) -> bool:
    """Every check of all lanes, even after one failed. The output of those that passed is not shown."""
    lanes = [python_lane(environment), project_lane(environment, after_test), javascript_lane()]
    with ThreadPoolExecutor(len(lanes)) as pool:
        results = [result for lane in pool.map(run_lane, lanes) for result in lane]
    failed = [result.step.name for result in results if not result.passed]
    print(
        f"{len(results) - len(failed)} passed, {len(failed)} failed"
        + "".join(f"\n  {name}" for name in failed)
    )
    return not failed


def run_lane(steps: list[Step]) -> list[Result]:
    results = []
    for step in steps:
        results.append(result := run_step(step))
        keep(step.name, result.seconds)
        show(result)
        if step.name == "npm ci":
            if not result.passed:
                break
            NPM_STAMP.write_text(npm_fingerprint(), "ascii")
    return results


def run_step(step: Step) -> Result:
    start = perf_counter()
    done = subprocess.run(
        step.command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Result(step, done.returncode == 0, perf_counter() - start, done.stdout.strip())


def show(result: Result) -> None:
    mark = "ok    " if result.passed else "FAILED"
    report = "" if result.passed else f"\n{result.output}"
    print(f"{mark} {result.step.name} ({result.seconds:.1f} s){report}", flush=True)


def prefer_own_node(environment: Environment) -> None:
    """Let a Node that `setup --node` put into .venv be found where the machine has none that is new enough."""
    own = environment.scripts
    node = shutil.which("node")
    if shutil.which("npm", path=str(own)) and not (node and node_version(node) >= OLDEST_NODE):
        os.environ["PATH"] = os.pathsep.join((str(own), os.environ.get("PATH", "")))
