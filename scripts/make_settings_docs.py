"""Write docs/settings.md from the one table of settings.

python scripts/make_settings_docs.py
"""

from __future__ import annotations

import sys
from dataclasses import fields
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from server.settings import FILE_NAME, RULES, Settings, env_name, to_toml, wanted  # noqa: E402 - needs the root above

PAGE = ROOT / "docs" / "settings.md"
HEAD = f"""# Settings

Later sources win: the default, what was saved on the Soi page (marked *page* below), `{FILE_NAME}` in the data folder,
the environment, a flag of `soi serve` (`--port`, `--host`, `--trusted-proxy`, `--public-url`, `--database`, `--no-open`). The data folder is `SOI_HOME`,
else the user's data folder for `soi`. This page is made from `server/settings.py` by
`python scripts/make_settings_docs.py`.

| name in {FILE_NAME} | default | takes | environment | meaning |
|---|---|---|---|---|"""


def markdown() -> str:
    """The whole page."""
    defaults = {item.name: item.default for item in fields(Settings)}
    rows = [
        f"| `{name}` | `{to_toml(defaults[name])}` | {wanted(name)} | `{env_name(name)}` | "
        f"{rule.help}{' *page*' if rule.editable else ''} |"
        for name, rule in RULES.items()
    ]
    return "\n".join([HEAD, *rows, ""])


if __name__ == "__main__":
    PAGE.write_text(markdown(), "utf-8", newline="\n")
