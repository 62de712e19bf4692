"""scripts/research/evaluate.py takes any file of the right kind and gives one finite score a row, in order."""

from __future__ import annotations

import csv
import json
import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from scripts.research.evaluation import Table, read_table, tasks
from scripts.research.evaluation.measures import (
    Truth,
    accuracy,
    at_prior,
    auc,
    brier,
    brier_skill,
    ece,
    f1,
    measure,
)
from scripts.research.fitting.comments import own_rows
from server.samples.classify import spam_model

ROOT = Path(__file__).resolve().parents[1]

COMMENTS = """text,group,scam,extra
i made $9 000 with @coach_mina_fx in a week,a,1,x
what size are you wearing,b,0,
😂😂,b,0,
join my telegram for free crypto signals,c,1,
,d,0,
"two lines
of text, with a comma",e,0,
"""
FOLLOWERS = """has_pic,username_len,username_digits,digit_ratio,trail_digits,alpha_ratio,n_sep,fake
1,10,0,0,0,1,0,0
0,12,5,0.42,5,0.58,0,1
1,9,4,0.44,4,0.56,0,1
1,14,0,0,0,0.93,1,0
,,,,,,,
"""
ACCOUNTS = """fake,posts,following,followers,has_pic,digit_ratio
1,0,4000,20,0,0.4
0,300,400,900,1,0
1,2,7000,35,1,0.3
0,120,,650,1,
"""
CREATORS = """row_id,followers,likes,comments,manipulated
a,20000,900|850|1000|700|950|800|1200|640|990|720|860|1100,20|18|30|12|22|19|33|14|25|17|21|28,0
b,50000,60|62|61|59|60|61|62|60|61|60|59|61,,1
c,,,,
"""
FLAGGED = """aid,followers,following,posts
one,30000,200,340
two,45000,6900,90
"""
FILES = {
    "comments": COMMENTS,
    "followers": FOLLOWERS,
    "accounts": ACCOUNTS,
    "creators": CREATORS,
    "flagged": FLAGGED,
}
ANSWERED = ("rows", "texts")
"""Tasks with columns of their own."""
VERDICTS = {"contact", "promising", "look_closer", "risky", "not_a_fit", "not_enough_data"}


def run(task: str, text: str, folder: Path, *more: str) -> tuple[str, list[dict[str, str]]]:
    source, out = folder / f"{task}.csv", folder / "out.csv"
    source.write_bytes(text.encode("utf-8"))
    command = [sys.executable, "scripts/research/evaluate.py", task, "--in", source, "--out", out, *more]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True, encoding="utf-8")
    with out.open(encoding="utf-8", newline="") as handle:
        return done.stdout, list(csv.DictReader(handle))


def predicted(task: str, text: str, folder: Path) -> list[float]:
    source = folder / "in.csv"
    source.write_bytes(text.encode("utf-8"))
    return tasks()[task].predictions(read_table(source)).score.tolist()


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines(keepends=True)))


def as_csv(rows: list[dict[str, str]], columns: list[str]) -> str:
    lines = [columns, *([row[name] for name in columns] for row in rows)]
    return "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) + "\n" for line in lines)


def test_every_task_of_the_contract_is_there() -> None:
    """The tasks are found in the folder by name."""
    assert set(tasks()) == {*FILES, *ANSWERED}


def test_rows_get_a_score_each_and_the_file_one_line(tmp_path: Path) -> None:
    """People above machines, in the order of the file; one JSON line says what the whole list points to."""
    people = "".join(
        f"linh.{name}_{year},Linh {name},1,0\n" for name, year in zip("abcdefgh", range(90, 98), strict=True)
    )
    bots = "".join(f"xkqzv{7_310_442 + 97 * i},,0,0\n" for i in range(8))
    told, found = run("rows", "username,full_name,has_photo,is_verified\n" + people + bots, tmp_path)
    assert [row["signs"] for row in found] == ["0"] * 8 + ["1"] * 8
    assert max(float(row["score"]) for row in found[:8]) < min(float(row["score"]) for row in found[8:])
    said = json.loads(told)
    assert (said["rows"], said["signs"], said["share"].keys()) == (16, 8, {"low", "high", "value"})


def test_texts_get_a_class_each_in_order(tmp_path: Path) -> None:
    """An empty line is one too, and what the creator wrote is talk; labels give precision and recall."""
    text = (
        "text,username,by_owner,label\nxinh quá,a,0,generic\ncho mình xin giá với,b,0,intent\n🔥🔥,c,,emoji\n"
    )
    text += "ib mình báo giá nhé,d,1,genuine\n"
    told, found = run("texts", text, tmp_path)
    assert [row["class"] for row in found] == ["generic", "intent", "emoji", "genuine"]
    assert "intent   precision 1.000" in told


@pytest.mark.parametrize("task", FILES)
def test_one_finite_score_a_row(task: str, tmp_path: Path) -> None:
    """The command writes as many rows as it read, with a verdict for creators."""
    told, found = run(task, FILES[task], tmp_path)
    assert len(found) == len(rows_of(FILES[task]))
    assert all(math.isfinite(float(row["score"])) for row in found)
    if task in ("creators", "flagged"):
        assert {row["verdict"] for row in found} <= VERDICTS
    assert told.strip()


@pytest.mark.parametrize("task", ["comments", "followers", "accounts", "creators"])
def test_labels_are_optional_and_do_not_reach_the_score(task: str, tmp_path: Path) -> None:
    """Without its label a file gives the same scores, and no measures."""
    rows, label = rows_of(FILES[task]), tasks()[task].label
    without = as_csv(rows, [name for name in rows[0] if name != label])
    told, found = run(task, without, tmp_path)
    assert [float(row["score"]) for row in found] == predicted(task, FILES[task], tmp_path)
    assert "AUC" not in told


def test_flagged_reads_the_posts_file_beside_it(tmp_path: Path) -> None:
    """Likes that hardly vary move the score; they stand in the other file."""
    header = predicted("flagged", FLAGGED, tmp_path)
    posts = [f"one,{i},{1_600_000_000 - i * 90_000},61,0" for i in range(12)]
    (tmp_path / "influencer_posts_x.csv").write_text(
        "aid,idx,ts,likes,comments\n" + "\n".join(posts), encoding="utf-8"
    )
    (tmp_path / "influencers_x.csv").write_text(FLAGGED, encoding="utf-8")
    found = tasks()["flagged"].predictions(read_table(tmp_path / "influencers_x.csv")).score.tolist()
    assert found[0] > header[0]
    assert found[1] == header[1]


@pytest.mark.parametrize("task", FILES)
def test_column_order_extra_columns_bom_and_line_ends_do_not_matter(task: str, tmp_path: Path) -> None:
    """The same rows from a spreadsheet give the same scores."""
    rows = [row | {"note": "x, y"} for row in rows_of(FILES[task])]
    shuffled = as_csv(rows, sorted(rows[0], reverse=True))
    expected = predicted(task, FILES[task], tmp_path)
    assert predicted(task, "\ufeff" + shuffled, tmp_path) == expected


@pytest.mark.parametrize("task", FILES)
def test_scores_follow_their_rows(task: str, tmp_path: Path) -> None:
    """Turning the file round turns the scores round."""
    rows = rows_of(FILES[task])
    turned = as_csv(rows[::-1], list(rows[0]))
    assert predicted(task, turned, tmp_path) == pytest.approx(predicted(task, FILES[task], tmp_path)[::-1])


@pytest.mark.parametrize("task", FILES)
def test_a_file_without_rows_gives_no_scores(task: str, tmp_path: Path) -> None:
    """Only a header is a valid file."""
    assert predicted(task, FILES[task].splitlines()[0] + "\n", tmp_path) == []


@pytest.mark.parametrize("task", FILES)
def test_missing_columns_and_nonsense_cells_count_as_unknown(task: str, tmp_path: Path) -> None:
    """A file of another make is scored from what it has."""
    scores = predicted(task, "followers,text\nabc,nan\n-5,inf\n1e400,\n", tmp_path)
    assert len(scores) == 3
    assert all(math.isfinite(score) for score in scores)


@pytest.mark.parametrize("task", ["comments", "followers", "accounts"])
def test_measures_have_intervals_and_are_the_same_each_time(task: str, tmp_path: Path) -> None:
    """Bootstrap with a fixed seed: two runs print the same."""
    first, second = (run(task, FILES[task], tmp_path, "--prior", "0.2")[0] for _ in range(2))
    assert first == second
    assert all(name in first for name in ("AUC", "F1", "accuracy", "Brier", "ECE", "[", "prior of 0.200"))


def test_a_missing_file_is_a_plain_message(tmp_path: Path) -> None:
    """Usage errors exit with 2 and no traceback."""
    command = [
        sys.executable,
        "scripts/research/evaluate.py",
        "comments",
        "--in",
        tmp_path / "no.csv",
        "--out",
        tmp_path / "o",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
    assert done.returncode == 2
    assert "is not a file" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("task", FILES)
def test_a_file_of_another_kind_is_refused(task: str, tmp_path: Path) -> None:
    """None of the task's columns: exit status 2, a message naming what is wanted and what is there, no output."""
    source, out = tmp_path / "other.csv", tmp_path / "out.csv"
    source.write_text("name;colour\na;b\n", encoding="utf-8")
    command = [sys.executable, "scripts/research/evaluate.py", task, "--in", source, "--out", out]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
    assert (done.returncode, out.exists()) == (2, False)
    assert tasks()[task].columns[0] in done.stderr
    assert "name, colour" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("mark", [";", "\t"])
@pytest.mark.parametrize("task", FILES)
def test_semicolons_and_tabs_separate_too(task: str, mark: str, tmp_path: Path) -> None:
    """A spreadsheet's own separator gives the same scores."""
    rows = rows_of(FILES[task])
    lines = [list(rows[0]), *(list(row.values()) for row in rows)]
    text = "".join(mark.join('"' + cell + '"' for cell in line) + "\n" for line in lines)
    assert predicted(task, text, tmp_path) == predicted(task, FILES[task], tmp_path)


def test_rows_of_the_fit_are_told(tmp_path: Path) -> None:
    """A comment of the own list's training half was fitted on, one of its test half was not."""
    own = {split: next(r for r in own_rows(split) if r["label"] == "spam") for split in ("train", "test")}
    rows = [{"text": own["train"]["text"], "scam": "1"}, {"text": own["test"]["text"], "scam": "1"}]
    told, _ = run("comments", as_csv(rows, ["text", "scam"]), tmp_path)
    assert "1 of 2 rows have a text that the model was fitted on" in told
    assert "Grouped cross-validation on the fit's own rows gave F1 0." in told
    fresh, _ = run("comments", as_csv(rows[1:], ["text", "scam"]), tmp_path)
    assert "fitted on" not in fresh


# --- measures -----------------------------------------------------------------------------------------------


def test_comments_are_decided_where_the_model_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The threshold comes with the weights: a model fitted anew brings its own."""
    file = tmp_path / "comments.csv"
    file.write_text(COMMENTS, encoding="utf-8")
    model = spam_model()
    stern = replace(model, card=model.card | {"decides_from": 0.0})
    monkeypatch.setattr("scripts.research.evaluation.comments.spam_model", lambda: stern)
    found = tasks()["comments"].predictions(read_table(file))
    assert found.decided.tolist() == [True] * 6


def truth(y: list[int], score: list[float], prior: float = 0.5) -> Truth:
    scores = np.array(score)
    return Truth(np.array(y) == 1, scores, scores >= 0.5, scores, prior)


def test_measures_match_values_by_hand() -> None:
    """Three of four pairs in order, one of two hits with one false alarm."""
    t = truth([1, 1, 0, 0], [0.9, 0.4, 0.6, 0.1])
    assert (auc(t), f1(t), accuracy(t)) == (0.75, 0.5, 0.5)
    assert brier(t) == pytest.approx((0.01 + 0.36 + 0.36 + 0.01) / 4)
    assert brier_skill(t) == pytest.approx(1 - 0.185 / 0.25)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 4)), min_size=2, max_size=30))
def test_auc_is_the_share_of_pairs_in_order(rows: list[tuple[bool, int]]) -> None:
    """Ties count half, as in counting every pair."""
    t = truth([int(y) for y, _ in rows], [s / 4 for _, s in rows])
    pairs = [(a > b) + 0.5 * (a == b) for x, a in rows if x for y, b in rows if not y]
    expected = sum(pairs) / len(pairs) if pairs else math.nan
    assert auc(t) == pytest.approx(expected, nan_ok=True)


def test_a_calibrated_score_has_no_calibration_error_at_its_prior() -> None:
    """Half of those said 50 % and a tenth of those said 10 % are positive."""
    y = [1, 0] * 50 + [1] + [0] * 9
    score = [0.5] * 100 + [0.1] * 10
    assert ece(truth(y, score, prior=51 / 110)) == pytest.approx(0, abs=1e-12)


@given(st.floats(0.01, 0.99), st.floats(0.05, 0.95), st.floats(0.05, 0.95))
def test_a_probability_moves_to_another_prior_and_back(p: float, old: float, new: float) -> None:
    """Restating is reversible, and the prior itself becomes the other prior."""
    moved = at_prior(np.array([p, old]), old, new)
    assert moved[1] == pytest.approx(new)
    assert at_prior(moved, new, old)[0] == pytest.approx(p)


def test_rows_of_a_group_are_drawn_together() -> None:
    """Ten copies of one account's row tell no more than one: the interval stays as wide."""
    y, score = [1, 0, 1, 0, 1, 0], [0.9, 0.2, 0.4, 0.6, 0.8, 0.1]
    single = measure(truth(y, score), list("abcdef"))["AUC"]
    copies = measure(truth(y * 10, score * 10), list("abcdef") * 10)["AUC"]
    assert (copies.low, copies.high) == pytest.approx((single.low, single.high))


def test_a_table_reads_short_long_and_broken_lines(tmp_path: Path) -> None:
    """Cells that are missing are empty, cells too many are dropped, bytes that are no UTF-8 are replaced."""
    path = tmp_path / "broken.csv"
    path.write_bytes(b"a,b\n1\n2,3,4\n\n\xff,\x00x\n")
    table = read_table(path)
    assert isinstance(table, Table)
    assert [dict(row) for row in table.rows] == [
        {"a": "1", "b": ""},
        {"a": "2", "b": "3"},
        {"a": "\ufffd", "b": "x"},
    ]
