"""A signal, a command, a route, a resource, an export, a niche, a rule of advertising and a language are one new file each: in a
copy of the server they work."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import Any

import pytest

from tests.project.files import ROOT

ADDED = {
    "server/signals/long_name.py": """
from server.messages import Text
from server.metrics.arrays import FloatArray
from server.signals import Signal, as_is

SIGNAL = Signal(
    id="long_name", group="profile", reads=("followers",), direction="rising", measure=as_is,
    evidence=("followers",), reason=Text(en="{value:int}", vi="{value:int}"), innocent=Text(en="b", vi="b"),
)
""",
    "server/cli/greet.py": '''
import click

@click.command("greet")
def command() -> None:
    """Says hello."""
    click.echo("xin chào")
''',
    "server/api/greetings.py": '''
from flask import Blueprint, Response
from msgspec import Struct
from server.api.context import answer
from server.security.policy import policy

class Greeting(Struct):
    greeting: str

blueprint = Blueprint("greetings", __name__)

@blueprint.get("/greetings")
@policy(gives={200: Greeting})
def greetings() -> Response:
    """A greeting."""
    return answer(Greeting("xin chào"))
''',
    "server/topics/niches/origami.py": """
from server.messages import Text
from server.topics.niche import Niche

NICHE = Niche(id="origami", name=Text(en="Origami", vi="Gấp giấy"), words=("gấp hạc giấy",), weak=(), categories=(), emoji="")
""",
    "server/campaigns/rules/seance_sold.py": """
from server.campaigns.draft import word_spots
from server.campaigns.rule import AdvertisingRule, Example
from server.campaigns.words import Words
from server.messages import Text

WORDS = Words(must=("gọi hồn",), ask=(), unless=())
RULE = AdvertisingRule(
    id="seance_sold", level="must", words=WORDS, find=lambda draft: word_spots(draft, WORDS),
    title=Text(en="A seance", vi="Gọi hồn"), text=Text(en="Leave it out.", vi="Bỏ đi."),
    source="an invented law", article="1", checked_at="2026-11-30", confidence="C",
    passing=(Example("Trà hoa cúc", {}),), failing=(Example("Nhận gọi hồn", {}),),
)
""",
    "server/store/rules/remarks.py": """
from server.store.collection import Collection, by_creator
from server.store.documents import CREATORS
from server.store.resource import Resource
from server.store.rules.creators import known

def judge(document):
    if not isinstance(document["text"], str):
        raise ValueError("a text")

COLLECTIONS = (Collection("remarks", judge, {"creator": by_creator}, {"creator": CREATORS}),)

class Remarks(Resource):
    def add(self, username, text):
        self._write(lambda work: work.insert("remarks", {"creator": known(work, username), "text": text}))

    def all(self):
        return self._read(lambda view: [row["text"] for row in view.get_many("remarks", view.ids("remarks")).values()])
""",
    "server/exports/names_export.py": """
MEDIA_TYPE = "text/plain; charset=utf-8"

def write(table):
    return "\\n".join(entry.username for entry in table.entries).encode()
""",
    "server/parsing/locales/tlh.json": json.dumps(
        {
            "cldr": {"decimal": ",", "group": ".", "digits": "", "suffixes": {"SaD": 1000}, "prefixes": {}},
            "words": {"private": ["peghtaH"]},
        }
    ),
}
"""Path -> text; one of each."""
TRIED = """
import json, sys
from pathlib import Path
from click.testing import CliRunner
from server.analysis import analyze
from server.app import create_app
from server.campaigns.brief import Brief
from server.campaigns.check import check_draft
from server.capture import Capture
from server.cli import soi
from server.exports import export_endings
from server.parsing.grammar import cldr, words
from server.settings import load_settings
from server.store import open_store
from server.store.engine.packing import unpack
from server.store.rules.remarks import Remarks
from server.facts import Facts
from server.scoring.searches import read_search
from server.topics.topics import topics_of

settings = load_settings()
store = open_store(settings.database_url)
store.entries.save("hoa.nho", {})
store.entries.save("lan.nho", {})
remarks = Remarks(store.entries._access)
remarks.add("hoa.nho", "còn")
remarks.add("lan.nho", "rieng-cua-lan")
backup = store.keep_backup()[0].id
kept = [remarks.all(), dict(store.loose()), b"rieng-cua-lan" in unpack(store.backup_file(backup))]
store.erase("lan.nho")
kept += [remarks.all(), b"rieng-cua-lan" in unpack(store.backup_file(backup))]
client = create_app(settings, store, command_token="secret").test_client()
ask = {"base_url": f"http://127.0.0.1:{settings.port}", "headers": {"Authorization": "Bearer secret"}}
run = CliRunner().invoke(soi, ["greet"])
found = analyze(Capture.from_page(Path(sys.argv[1]).read_bytes())).to_json()
[signal] = [one for one in found["suspicion"]["signals"] if one["id"] == "long_name"]
print(json.dumps({
    "signal": signal["contribution"],
    "resource": kept,
    "command": run.output.strip(),
    "commands": "greet" in soi.list_commands(None),
    "route": client.get("/api/v1/greetings", **ask).json,
    "document": "schemas/Greeting" in client.get("/api/v1/openapi.json", **ask).text,
    "export": client.get("/api/v1/shortlist.names", **ask).text,
    "endings": export_endings(),
    "niche": [topic.id for topic in topics_of(Facts(biography="Mỗi ngày gấp hạc giấy"))],
    "search": read_search({"name": "a", "niches": ["gấp giấy"]}).niches,
    "rule": [one.rule.id for one in check_draft("Nhận gọi hồn tận nhà", Brief(paid=False)).findings],
    "locale": [dict(cldr("tlh").suffixes), sorted(words("tlh", "private") - words("en", "private"))],
}))
store.close()
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a copy of the server with the added files answers; none of its own files is changed."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(
        ROOT / "server", folder / "server", ignore=shutil.ignore_patterns("__pycache__", "vendor")
    )
    for path, text in ADDED.items():
        (folder / path).write_text(text, "utf-8")
    page = ROOT / "tests" / "fixtures" / "pages" / "profile_vi_div.html"
    run = subprocess.run(
        [sys.executable, "-c", TRIED, str(page)],
        cwd=folder,
        env=os.environ
        | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "SOI_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    answered: dict[str, Any] = json.loads(run.stdout)
    return answered


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("signal", 0),  # shown; it weighs nothing before the model file gives it a weight
        # whole, in a backup, and gone from both with the creator that it belongs to
        ("resource", [["còn", "rieng-cua-lan"], {}, True, ["còn"], False]),
        ("command", "xin chào"),
        ("commands", True),
        ("route", {"greeting": "xin chào"}),
        ("document", True),
        ("export", "hoa.nho"),
        ("endings", ["csv", "names", "tsv", "xlsx"]),
        ("niche", ["origami"]),
        ("search", ["origami"]),
        ("rule", ["seance_sold"]),
        ("locale", [{"SaD": 1000}, ["peghtaH"]]),
    ],
)
def test_one_new_file_is_enough(seen: dict[str, Any], part: str, expected: Any) -> None:
    """Nothing is registered anywhere else."""
    assert seen[part] == expected
