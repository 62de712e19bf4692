"""A later model on a list that an older one judged: the same as judging each again, told, and undone."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from server import own_json
from server.analysis import conclude
from server.audit import inputs_of
from server.cli import soi
from server.services.rescoring import Rescoring
from server.services.visits import as_rulings
from tests.http.conftest import Client
from tests.http.looks import T0, capture, comments, cook, fans, followers, look
from tests.scoring.test_rescoring import later_model

RESCORE, UNDO = "/api/v1/checks/rescore", "/api/v1/checks/rescore/undo"
LATER = later_model(1.6)
FIRST_POST = int((T0 - timedelta(days=40)).timestamp())
NAMES = tuple(f"nguoi{number}.vidu" for number in range(4))


def packed(body: bytes) -> str:
    return b64encode(zlib.compress(body)).decode("ascii")


@pytest.fixture
def checked(client: Client) -> Client:
    """Four creators of whom more or less was seen, one with a sign ruled innocent."""
    samples: tuple[dict[str, Any], ...] = (
        {},
        {"followers": followers(60)},
        {"comments": comments(fans(0, 40))},
        {"followers": followers(80), "comments": comments(fans(40, 25))},
    )
    for number, (name, seen) in enumerate(zip(NAMES, samples, strict=True)):
        page = json.loads(json.dumps(cook(name, FIRST_POST)).replace('"77"', f'"{number + 1}"'))
        page["samples"] = seen
        page["responses"][0] = capture(name, 9_000 + 40_000 * number, str(number + 1), 0, {})["responses"][0]
        answer = client.call("POST", "/api/v1/checks", page)
        assert answer.status_code == 200, answer.json
    client.call("PUT", f"/api/v1/creators/{NAMES[1]}/rulings/suspicious_followers", {"ruling": "innocent"})
    return client


def standing(client: Client) -> list[tuple[Any, ...]]:
    """What the store says of each creator's last check."""
    states = [client.services.store.creators.find(name) for name in NAMES]
    visits = [state.last for state in states if state and state.last]
    return [(v.suspicion, v.verdict, v.trust_word, v.model_version) for v in visits]


def judged_again(client: Client) -> list[tuple[Any, ...]]:
    """The same of each audit judged by itself, under the rulings of now."""
    found = []
    for name in NAMES:
        state = client.services.store.creators.find(name)
        assert state is not None and state.last is not None  # noqa: PT018 - for the types
        audit = client.call("GET", f"/api/v1/audits/{state.last.audit_id}").json
        rulings = own_json.plain(as_rulings(state.rulings))
        alone = conclude(inputs_of(audit | {"rulings": rulings}), LATER)
        points = alone.suspicion
        figure = tuple(round(float(end), 1) for end in (points.score, points.low, points.high))
        found.append((figure, alone.verdict.code, alone.trust.word, alone.model_version))
    return found


def test_everybody_is_judged_as_by_themselves(checked: Client) -> None:
    """Points with their range, verdict, word and the model's version."""
    Rescoring(checked.services.store).rescore(dry_run=False, model=LATER)
    now = [((f.value, f.low, f.high), *rest) for f, *rest in standing(checked)]
    assert judged_again(checked) == now


def test_a_dossier_names_the_verdict_of_the_audit_beside_it(checked: Client) -> None:
    """Whoever replays the audit finds what the page says."""
    campaign = {"name": "Tết", "brand": {"name": "Mây Xanh", "product": "Serum"}}
    at = f"/api/v1/campaigns/{checked.call('POST', '/api/v1/campaigns', campaign).json['campaign']['id']}"
    checked.call("POST", f"{at}/slots", {"creator": NAMES[3]})
    before = checked.call("GET", f"{at}/dossier").json["creators"]
    Rescoring(checked.services.store).rescore(dry_run=False, model=LATER)
    after = checked.call("GET", f"{at}/dossier").json["creators"]
    assert (before, True) == (after, before[0]["audit_id"] is not None)


def test_a_dry_run_tells_the_same_and_writes_nothing(checked: Client) -> None:
    before = standing(checked)
    rescoring = Rescoring(checked.services.store)
    dry = rescoring.rescore(dry_run=True, model=LATER)
    unchanged = standing(checked) == before
    wet = rescoring.rescore(dry_run=False, model=LATER)
    assert (dry | {"kept": 4}, True) == (wet, unchanged)


def test_what_stood_before_comes_back_one_time_after_the_other(checked: Client) -> None:
    """Two models later, two steps back; a third one finds nothing."""
    store = checked.services.store
    states = [standing(checked)]
    for model in (LATER, later_model(0.4)):
        Rescoring(store).rescore(dry_run=False, model=replace(model, version=f"later {len(states)}"))
        states.append(standing(checked))
    back = [(Rescoring(store).undo(), standing(checked)) for _ in range(3)]
    assert [(4, states[1]), (4, states[0]), (0, states[0])] == back


def test_the_last_time_is_taken_back_also_where_the_clock_was_set_back_before_it(
    checked: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of some creators the time before it is by the clock the later one."""
    store, now = checked.services.store, T0 + timedelta(days=700)
    monkeypatch.setattr(store.rescores, "_now", lambda: now)
    Rescoring(store).rescore(dry_run=False, model=LATER)
    before = standing(checked)
    monkeypatch.setattr(store.rescores, "_now", lambda: now - timedelta(hours=2))
    rows = store.rescores.rescorable
    monkeypatch.setattr(store.rescores, "rescorable", lambda: rows()[:2])
    Rescoring(store).rescore(dry_run=False, model=replace(later_model(0.4), version="later still"))
    assert (2, before) == (Rescoring(store).undo(), standing(checked))


def test_a_check_since_then_is_not_undone(checked: Client) -> None:
    """Somebody looked at again is judged by what is new; the others get their former scores."""
    store = checked.services.store
    Rescoring(store).rescore(dry_run=False, model=LATER)
    look(checked, 3, NAMES[0], 9_500, "1")
    newest = standing(checked)[0]
    assert (3, newest) == (Rescoring(store).undo(), standing(checked)[0])


DAMAGED: tuple[dict[str, Any], ...] = (
    {"columns": packed(b"[]")},
    {"columns": packed(b'{"given":{"followers":1}}')},
    {"columns": packed(b'{"given":{"followers":[1,2]},"posts":{}}')},
    {"columns": packed(b'{"given":{"followers":1},"posts":{"likes":["a"]}}')},
    {"columns": packed(b'{"given":{"followers":1},"posts":{}}' + b" " * 2**21)},
    {"columns": "!"},
    {"verdict_inputs": {"values": ["newest_sure"]}},
    {"verdict_inputs": {"values": {"newest_sure": "x"}}},
    {"verdict_inputs": {"values": None}},
)


@pytest.mark.parametrize("damage", DAMAGED)
def test_one_that_cannot_be_read_keeps_nobody_from_being_judged(
    checked: Client, monkeypatch: pytest.MonkeyPatch, damage: dict[str, Any]
) -> None:
    """It is counted among those that stay as they are."""
    rescores = checked.services.store.rescores
    first, *others = rescores.rescorable()
    monkeypatch.setattr(rescores, "rescorable", lambda: (replace(first, **damage), *others))
    answer = checked.call("POST", RESCORE, {"dry_run": True}).json
    assert {"judged": 3, "too_old": 1} == {name: answer.get(name) for name in ("judged", "too_old")}


def test_two_that_ask_at_once_are_one_step_back(checked: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second finds what the first has kept, so one undo brings back what stood before both."""
    store, before = checked.services.store, standing(checked)
    keep = store.rescores.keep
    monkeypatch.setattr(store.rescores, "keep", lambda rows: (keep(rows), keep(rows)))
    kept = Rescoring(store).rescore(dry_run=False, model=LATER)["kept"]
    assert ((4, 0), 4, before) == (kept, Rescoring(store).undo(), standing(checked))


def test_the_route_says_what_the_present_model_changes(checked: Client) -> None:
    """Only the ruling that came after its check changes a score here; the model is the one that judged."""
    answer = checked.call("POST", RESCORE, {"dry_run": False}).json
    told = {name: answer[name] for name in ("judged", "too_old", "scores_changed", "kept")}
    undone = checked.call("POST", UNDO, {}).json
    assert ({"judged": 4, "too_old": 0, "scores_changed": 1, "kept": 1}, {"restored": 1}) == (told, undone)


def test_the_command_tells_and_takes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, checked: Client
) -> None:
    """Without a server: on the store itself."""
    checked.services.store.close()
    monkeypatch.setenv("SOI_HOME", str(tmp_path))
    runs = [CliRunner().invoke(soi, ["rescore", *more, "--json"]) for more in (["--dry-run"], [], ["--undo"])]
    found = [json.loads(run.stdout) for run in runs]
    assert [(0, 1), (1, 1)] == [(each["kept"], each["scores_changed"]) for each in found[:2]]
    assert found[2] == {"restored": 1}
