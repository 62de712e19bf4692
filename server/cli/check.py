"""``soi check``: saved pages and captures in, verdicts out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import click

from server.cli._cluster import judged_by_cluster
from server.cli._inputs import Input, body_of, inputs, read_text
from server.cli._judging import CheckedInput, Judging, refused
from server.cli._language import language_option
from server.cli._own import own_tables
from server.cli._progress import with_bar
from server.cli._results import Results, results
from server.cli._saving import Saver, saver
from server.cli._workers import jobs_for, judged
from server.errors import SoiError
from server.messages import table as messages

NOT_ALL_PROFILES = 3


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of a table.")
@click.option(
    "--out",
    "out_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write into this file instead: CSV columns where it ends in .csv, else JSON lines. "
    "A file that is there already is gone on with.",
)
@click.option(
    "--audit",
    "audit_folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Also write an audit file for each profile into this folder.",
)
@click.option(
    "--search",
    "search_name",
    metavar="NAME",
    help="Judge against this saved search instead of the active one; without a store no search is active.",
)
@click.option(
    "--save",
    is_flag=True,
    help="Also put each profile on the list and into its history, with the page's own date.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="Processes that judge side by side; by default every core where there are many files.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Have a Dask cluster judge: tcp://HOST:PORT of its scheduler. Files that its workers do not see are sent along.",
)
@language_option
def command(
    paths: tuple[str, ...],
    *,
    as_json: bool,
    out_file: Path | None,
    audit_folder: Path | None,
    search_name: str | None,
    save: bool,
    jobs: int | None,
    cluster: str | None,
    language: str,
) -> None:
    """Check saved profile pages (HTML, MHTML), captures (JSON), folders of them, or "-" for standard input.

    Exit status: 0 every input was a profile, 3 some input was not, 2 usage.
    """
    if cluster and (jobs or audit_folder):
        raise click.UsageError(messages(language)["cli.check.cluster_alone"])
    found = inputs(paths)
    own, asked = own_tables(search_name, language)
    with ExitStack() as open_until_end:
        out = open_until_end.enter_context(results(out_file)) if out_file else None
        todo = [item for item in found if not out.holds(item.name)] if out else found
        judging = Judging(own, asked, audit_folder)
        if cluster:
            outcomes = judged_by_cluster(todo, judging, cluster)
        else:
            outcomes = judged(todo, judging, jobs_for(todo, jobs))
        if save:
            outcomes = _saved(todo, outcomes, open_until_end.enter_context(saver(language)))
        outcomes = with_bar(outcomes, len(todo), language)
        if out is not None:
            ok = _write(outcomes, out, language)
        else:
            ok = _print_json(outcomes) if as_json else _print_table(outcomes, language)
    sys.exit(0 if ok else NOT_ALL_PROFILES)


def _saved(items: Sequence[Input], outcomes: Iterable[CheckedInput], saving: Saver) -> Iterator[CheckedInput]:
    """The outcomes, each profile saved on its way by this process: the list has one writer."""
    for item, outcome in zip(items, outcomes, strict=True):
        yield _save(item, outcome, saving) if outcome.ok else outcome


def _save(item: Input, outcome: CheckedInput, saving: Saver) -> CheckedInput:
    try:
        saving.save(item.name, body_of(read_text(item)))
    except SoiError as error:
        return refused(item.name, error)
    return outcome


def _write(outcomes: Iterable[CheckedInput], out: Results, language: str) -> bool:
    before = len(out.earlier.ok)
    all_ok = all(out.earlier.ok.values())
    done = 0
    for outcome in outcomes:
        out.add(outcome)
        all_ok = all_ok and outcome.ok
        done += 1
    said = messages(language)["cli.check.written"].format(file=out.path, done=done, before=before)
    click.echo(said, err=True)
    return all_ok


def _print_json(outcomes: Iterable[CheckedInput]) -> bool:
    all_ok = True
    for outcome in outcomes:
        all_ok = all_ok and outcome.ok
        sys.stdout.buffer.write(outcome.line + b"\n")
        sys.stdout.buffer.flush()
    return all_ok


def _print_table(outcomes: Iterable[CheckedInput], language: str) -> bool:
    from server.cli._table import print_outcomes  # noqa: PLC0415 - rich loads for people only

    return print_outcomes(outcomes, language)
