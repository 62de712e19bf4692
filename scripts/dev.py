"""The one command of this project. It needs nothing but Python 3.11 or newer.

    python3 scripts/dev.py run      start Soi (first time: sets itself up)
    python3 scripts/dev.py open     start Soi in the background and open its page
    python3 scripts/dev.py stop     stop it
    python3 scripts/dev.py test     run the tests; --long adds the long fault tests
    python3 scripts/dev.py check    format, lint, types, import layers, the extension's own checks
    python3 scripts/dev.py bench    measure, as ratios in one run
    python3 scripts/dev.py demo     a browser with the extension on a stand-in for Instagram
    python3 scripts/dev.py remove   take it off this machine; --data asks about your data too
    python3 scripts/dev.py setup    only set up; --node puts Node into .venv too
    python3 scripts/dev.py tool     one tool of the project's own environment, e.g. `tool ruff check .`
    python3 scripts/dev.py lock     write scripts/locks anew (needs uv)

What follows the command is passed on, e.g. `run --port 5800` or `test tests/parsing -k counts`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.dev_environment import (
    LOCKS,
    ROOT,
    Environment,
    SetupError,
    cause_of,
    require_python,
    say,
)

CONTINUES_IN_PLACE = os.name != "nt"
"""Windows has no exec: there the child is waited for."""


def setup(arguments: list[str]) -> int:
    environment = Environment()
    environment.ensure("dev")
    if "--node" in arguments:
        environment.ensure_node()
    say("ready")
    return 0


def run(arguments: list[str]) -> int:
    """Start the server with the packages it needs and no others."""
    environment = Environment()
    environment.ensure("run")
    own = (
        arguments[1:] if arguments[:1] == ["--"] else arguments
    )  # as other runners want it: run -- --port 5800
    command = [str(environment.scripts / "soi"), "serve", *own]
    if CONTINUES_IN_PLACE:
        os.execv(command[0], command)  # noqa: S606 - signals then reach the server itself
    return subprocess.call(command)


def open_page(arguments: list[str]) -> int:
    """What the starters in scripts/start do: the terminal is free again, and the server stays."""
    return soi("open", arguments)


def stop(arguments: list[str]) -> int:
    return soi("stop", arguments)


def soi(command: str, arguments: list[str]) -> int:
    environment = Environment()
    environment.ensure("run")
    return subprocess.call([str(environment.scripts / "soi"), command, *arguments])


def remove(arguments: list[str]) -> int:
    """Nothing is deleted for a word that is not understood, nor for a question."""
    from scripts import dev_removal  # noqa: PLC0415 - an old Python cannot read it

    if set(arguments) - {"--data"}:
        say("remove takes Soi off this machine and leaves your data; remove --data asks about them too")
        return 0 if set(arguments) <= {"--help", "-h"} else 2
    return dev_removal.remove("--data" in arguments)


def test(arguments: list[str]) -> int:
    """Everything but the long tests, or what is chosen."""
    from scripts import dev_checks, dev_tests  # noqa: PLC0415 - an old Python cannot read them

    environment = Environment()
    environment.ensure("dev")
    long = "--long" in arguments
    chosen = [argument for argument in arguments if argument != "--long"]
    if chosen:
        return dev_tests.run_chosen(environment, chosen, long)
    dev_checks.prefer_own_node(environment)
    dev_checks.install_npm_packages()
    return dev_tests.run_whole_suite(environment, long)


def check(arguments: list[str]) -> int:
    """``--after-test``: what `dev.py test` has run already is left out."""
    from scripts.dev_checks import prefer_own_node, run_checks  # noqa: PLC0415 - an old Python cannot read it

    environment = Environment()
    environment.ensure("dev")
    prefer_own_node(environment)
    return 0 if run_checks(environment, after_test="--after-test" in arguments) else 1


def bench(arguments: list[str]) -> int:
    return script("bench.py", arguments)


def demo(arguments: list[str]) -> int:
    return script("demo.py", arguments)


def script(name: str, arguments: list[str]) -> int:
    environment = Environment()
    environment.ensure("dev")
    return subprocess.call([str(environment.python), str(ROOT / "scripts" / name), *arguments], cwd=ROOT)


def tool(arguments: list[str]) -> int:
    """Run a tool at the locked version, as the pre-commit hooks do."""
    if not arguments:
        raise SetupError("which tool? For instance: python3 scripts/dev.py tool ruff check .")
    environment = Environment()
    environment.ensure("dev")
    name, *own = arguments
    return subprocess.call([str(environment.scripts / name), *own], cwd=ROOT)


def lock(_: list[str]) -> int:
    """Resolve the newest versions for every platform and Python, with hashes and without an index's address."""
    for name, groups in {
        "run": ["build"],
        "dev": ["build", "dev"],
        "program": ["program"],
        "node": ["node"],
    }.items():
        command = [*lock_command(name), *(f"--group={group}" for group in groups)]
        done = subprocess.call(command, cwd=ROOT)
        if done:
            return done
    return 0


def lock_command(name: str) -> list[str]:
    uv = Environment().scripts / "uv"
    if not uv.exists():
        raise SetupError(f"uv resolves the lock. Run: {Environment().python} -m pip install uv")
    options = ["--universal", "--python-version=3.11", "--generate-hashes", "--upgrade", "--quiet"]
    quiet = ["--no-header", "--no-annotate", "--no-emit-index-url"]
    project = [] if name == "node" else ["pyproject.toml"]
    same_versions = ["--constraints", str(LOCKS / "run.txt")] if name in ("dev", "program") else []
    target = ["--output-file", str(LOCKS / f"{name}.txt")]
    return [str(uv), "pip", "compile", *options, *quiet, *project, *same_versions, *target]


COMMANDS = {
    "setup": setup,
    "run": run,
    "open": open_page,
    "stop": stop,
    "remove": remove,
    "test": test,
    "check": check,
    "bench": bench,
    "demo": demo,
    "tool": tool,
    "lock": lock,
}


def main(argv: list[str]) -> int:
    name, arguments = (argv[0], argv[1:]) if argv else ("help", [])
    if name not in COMMANDS:
        print(__doc__)
        return 0 if name in ("help", "--help", "-h") else 2
    try:
        require_python(name)
        return COMMANDS[name](arguments)
    except SetupError as error:
        say(str(error))
        return 1
    except OSError as error:
        say(cause_of(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
