"""What only a store in a relational database can do wrong: servers side by side, a database that is away, leftovers."""

from __future__ import annotations

import importlib
import multiprocessing
import shlex
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

import pytest

from server.errors import BadSetting, Busy, Conflict, DbNewer
from server.store import database_elsewhere, open_store
from server.store.changes import Changes
from server.store.engine.layout import Layout
from server.store.migrations import SCHEMA
from server.store.records import Check, ImportRow, Sketch, Visit
from server.store.store import Store
from tests.store import postgres
from tests.store.postgres import PostgreSQL
from tests.store.stores import T0, fill
from tests.store.test_calls import fill as fill_many

sql = pytest.importorskip("server.store.sql", reason="needs soi[postgres]")
connecting = pytest.importorskip("server.store.sql_engine.connecting")
turn = pytest.importorskip("server.store.sql_engine.turn")
transactions = pytest.importorskip("server.store.sql_engine.transactions")
locked = transactions.locked
make_url = pytest.importorskip("sqlalchemy").make_url
event = pytest.importorskip("sqlalchemy").event
exc = pytest.importorskip("sqlalchemy.exc")
psycopg = pytest.importorskip("psycopg")
EDITS = 40


@pytest.fixture
def schema(postgresql: PostgreSQL) -> str:
    return postgresql.new_schema()


@pytest.fixture
def server_of(postgresql: PostgreSQL, schema: str, tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Opens one more server on the same database, with a data folder of its own."""
    opened: list[Store] = []

    def server_of(name: str) -> Store:
        layout = Layout(tmp_path / name / "soi.json")
        opened.append(sql.postgresql_store(postgresql.url(schema), layout, now=lambda: T0))
        opened[-1].follow()
        return opened[-1]

    yield server_of
    for store in opened:
        store.close()


def edit(url: str, folder: str, who: str) -> None:
    """A process of its own: adds one tag after the other to one entry, and asks again where another was quicker."""
    with closing(sql.postgresql_store(url, Layout(Path(folder) / "soi.json"))) as store:
        for number in range(EDITS):
            while True:
                entry = store.entries.get("lan.anh")
                try:
                    store.entries.patch("lan.anh", {"tags": (*entry.tags, f"{who}{number}")}, entry.version)
                except Conflict:
                    continue
                break


def test_no_edit_of_two_servers_is_lost(postgresql, schema, server_of, tmp_path):
    """Both change the same entry as fast as they can; every change is there, and the version counts them."""
    store = server_of("first")
    store.entries.save("lan.anh", {})
    spawn, url = multiprocessing.get_context("spawn"), postgresql.url(schema)
    editors = [spawn.Process(target=edit, args=(url, str(tmp_path / who), who)) for who in "ab"]
    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join(60)
    entry = store.entries.get("lan.anh")
    wanted = {f"{who}{number}" for who in "ab" for number in range(EDITS)}
    assert ([0, 0], wanted, 2 * EDITS + 1) == ([e.exitcode for e in editors], set(entry.tags), entry.version)


def test_servers_that_save_the_same_creator_at_once_make_one(server_of):
    stores = [server_of(name) for name in ("first", "second")]
    both = threading.Barrier(2)

    def save(store: Store, name: str) -> None:
        for number in range(20):
            both.wait(10)
            store.entries.save(f"tao.{number}", {"tags": (name,)})

    threads = [
        threading.Thread(target=save, args=(store, name)) for store, name in zip(stores, "ab", strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert (20, 20) == tuple(len(store.entries.all()) for store in stores)


def test_what_one_server_saves_the_other_reads_when_it_is_told(server_of):
    """Each time: who asks because of the news never finds what was before."""
    first, second = server_of("first"), server_of("second")
    since, found, saved = second.changes_since(0).sequence, [], []
    for number in range(30):
        saved.append(first.entries.save("lan.anh", {"note": f"{number}"}).entry)
        since = heard(second, since).sequence
        found.append(second.entries.get("lan.anh"))
    assert saved == found


def heard(store: Store, since: int, n: int = 1) -> Changes:
    """The changes after ``since``, as soon as there are ``n``."""
    for _ in range(500):
        changes = store.changes_since(since)
        if changes.reset or len(changes.changes) >= n:
            return changes
        time.sleep(0.02)
    return changes


def test_what_one_server_changes_the_other_tells_its_pages(server_of):
    """Once, by name and kind, and only what was really written."""
    first, second = server_of("first"), server_of("second")
    since = second.changes_since(0).sequence
    first.entries.save("minh", {"note": "a"})
    first.rulings.set("minh", "silence", "innocent")
    found = heard(second, since, n=2).changes
    assert [("entry", "minh"), ("ruling", "minh")] == [(change.kind, change.username) for change in found]


def test_a_server_that_wrote_hears_itself_once(server_of):
    store = server_of("first")
    since = store.changes_since(0).sequence
    store.entries.save("lan.anh", {})
    store.changes_since(since)
    time.sleep(0.2)
    assert ["lan.anh"] == [change.username for change in store.changes_since(since).changes]


@pytest.mark.parametrize("what", ["erase", "many"])
def test_what_cannot_be_told_by_name_has_the_other_pages_read_again(server_of, what):
    """An erased creator's name goes nowhere; a notice of PostgreSQL holds 8,000 bytes."""
    first, second = server_of("first"), server_of("second")
    begin = second.changes_since(0).sequence
    first.entries.save("lan.anh", {})
    since = heard(second, begin).sequence
    if what == "erase":
        first.erase("lan.anh")
    else:
        first.entries.import_rows([ImportRow(f"somebody.with.a.long.name.{n}", {}) for n in range(400)])
    assert heard(second, since).reset


def test_a_listener_whose_connection_was_lost_listens_again(postgresql, server_of):
    first, second = server_of("first"), server_of("second")
    since = second.changes_since(0).sequence
    cut(postgresql, "query LIKE 'LISTEN%'")
    first.entries.save("lan.anh", {})
    again = heard(second, since)
    first.entries.save("minh", {})
    assert (True, ["minh"]) == (again.reset, [c.username for c in heard(second, again.sequence).changes])


def cut(postgresql: PostgreSQL, which: str) -> None:
    """End connections from outside."""
    postgresql.sql(
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {which} AND pid <> pg_backend_pid()"  # noqa: S608 - of the tests
    )


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("has_mirror", [True, False])
def test_a_connection_that_is_lost_at_the_commit_costs_nothing_and_doubles_nothing(
    postgresql, server_of, monkeypatch, when, has_mirror
):
    """The server asks the database whether its last write is there, and only then runs the plan again."""
    store = server_of("first")
    store.entries.save("lan.anh", {})
    storage, done = store.database.storage, []
    if not has_mirror:
        monkeypatch.setattr(type(storage._mirror), "is_fresh", False)

    def cut_off(do, connection, *arguments):
        done.append(connection.info.backend_pid)
        if len(done) > 1:
            return do()
        if when == "after":
            do()
        cut(postgresql, f"pid = {done[0]}")
        return connection.execute("SELECT 1")  # what one meets that got no answer

    def commit(connection, do_commit=storage._engine.dialect.do_commit):
        return cut_off(lambda: do_commit(connection), connection.driver_connection)

    def execute(cursor, words, values, context, do_execute=storage._engine.dialect.do_execute):
        def do() -> None:
            do_execute(cursor, words, values, context)

        return cut_off(do, cursor.connection) if "turn AS" in words else do()

    monkeypatch.setattr(
        storage._engine.dialect, *(("do_execute", execute) if has_mirror else ("do_commit", commit))
    )
    saved = store.entries.save("lan.anh", {"note": "gặp rồi"})
    assert (2, "gặp rồi", 2) == (saved.entry.version, saved.entry.note, store.activity.total())


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_connection_that_is_lost_at_the_end_of_a_turn_costs_nothing_and_doubles_nothing(
    postgresql, server_of, monkeypatch, when
):
    """As where nobody else writes."""
    store, tried = server_of("first"), []
    store.entries.save("lan.anh", {})
    store.database.storage._is_contested = True

    def write(self, values, do=turn.Turn.write):
        tried.append(self._driver.info.backend_pid)
        if len(tried) > 1 or when == "after":
            do(self, values)
        if len(tried) == 1:
            cut(postgresql, f"pid = {tried[0]}")
            with self._sent() as driver:
                driver.execute("SELECT 1")

    monkeypatch.setattr(turn.Turn, "write", write)
    saved = store.entries.save("lan.anh", {"note": "gặp rồi"})
    tries = {"before": 2, "after": 1}[when]
    assert (tries, 2, "gặp rồi", 2) == (
        len(tried),
        saved.entry.version,
        saved.entry.note,
        store.activity.total(),
    )


def test_a_turn_that_changes_nothing_is_answered_although_its_connection_is_lost(postgresql, server_of):
    """And the next one finds a connection that lives."""
    store = server_of("first")
    store.entries.save("lan.anh", {})
    storage = store.database.storage

    def plan(work):
        cut(postgresql, f"pid = {storage._turn._driver.info.backend_pid}")
        return len(work.ids("creators"))

    storage._is_contested = True
    found = storage.run(plan)
    storage._is_contested = True
    assert (1, 2) == (found, store.entries.save("lan.anh", {"note": "gặp rồi"}).entry.version)


def test_who_was_overtaken_writes_in_turn_until_nobody_else_does(server_of, monkeypatch):
    """A statement that stands on the write before would come to nothing again and again."""
    first, second = server_of("first"), server_of("second")
    second.database.storage._listener.close()
    second.database.storage._mirror.catch_up()
    taken, taken_after = [], []
    take = turn.Turn.take
    monkeypatch.setattr(turn.Turn, "take", lambda self, since: taken.append(since) or take(self, since))
    first.entries.save("lan.anh", {})
    for number in range(3):
        second.entries.save("minh", {"note": f"{number}"})
        taken_after.append(len(taken))
    assert ([1, 2, 2], {"lan.anh", "minh"}) == (taken_after, {e.username for e in second.entries.all()})


def test_those_who_wait_while_another_server_writes_go_together(server_of, monkeypatch):
    """One turn for all of them."""
    store = server_of("first")
    storage, turns = store.database.storage, []
    store.entries.save("lan.anh", {})
    write = turn.Turn.write
    monkeypatch.setattr(turn.Turn, "write", lambda self, values: turns.append(1) or write(self, values))
    storage._is_contested = True
    # A busy machine may take longer to begin four threads than a mirror is believed.
    always = property(lambda _: True)
    monkeypatch.setattr(type(storage._mirror), "is_fresh", always)
    threads = [threading.Thread(target=store.entries.save, args=(f"tao.{number}", {})) for number in range(4)]
    with storage._commits.lock:
        for thread in threads:
            thread.start()
        gathered = soon(lambda: len(storage._in_turn._queue), 4)
    for thread in threads:
        thread.join(60)
    assert (4, 1, 5) == (gathered, len(turns), len(store.entries.all()))


def test_what_a_server_has_by_its_own_write_it_does_not_ask_for_when_it_is_told(server_of):
    store, told = server_of("first"), []
    store.entries.save("lan.anh", {})
    storage = store.database.storage
    storage._listener.close()  # or it would compare meanwhile, as every two seconds
    said = '{{"by": "another", "told": [["entry", "minh"]], "at": {}}}'
    asked = [
        statements(store, lambda: storage._listener._hear(said.format(at), told.append))  # noqa: B023 - called at once
        for at in (storage._mirror.sequence, storage._mirror.sequence + 1)
    ]
    assert ([0, 1], [[("entry", "minh")]] * 2) == (asked, told)


def test_erasing_leaves_no_row(postgresql, schema, server_of):
    """By SQL, in every table that there is and in what PostgreSQL counts of them: neither name nor number."""
    store = server_of("first")
    fill(store)
    postgresql.sql("ANALYZE")
    tables = postgresql.sql(f"SELECT tablename FROM pg_tables WHERE schemaname = '{schema}'")  # noqa: S608 - of the tests

    def holds(text: str) -> list[bool]:
        rows = "".join(postgresql.sql(f"TABLE {schema}.{table}") for table in tables.split())
        counted = postgresql.sql(f"SELECT * FROM pg_stats WHERE schemaname = '{schema}'")  # noqa: S608 - of the tests
        return [text in rows, text in counted]

    before = holds("tao.2")
    store.erase("tao.2")
    assert ([True, True], [False, False], [False, False], [True, True]) == (
        before,
        holds("tao.2"),
        holds("7002"),
        holds("tao.3"),
    )


def test_the_line_of_the_documents_clears_what_postgresql_keeps_of_the_erased(postgresql, schema, server_of):
    """Under the setting of its compose file: no file of the database holds the name any more."""
    told = Path(__file__).resolve().parents[2].joinpath("docs", "team.md").read_text("utf-8")
    assert "command: -c wal_recycle=off" in told
    postgresql.sql("ALTER SYSTEM SET wal_recycle = off")
    postgresql.sql("SELECT pg_reload_conf()")
    store = server_of("first")
    store.entries.save("somebody.erased", {})
    store.entries.save("somebody.kept", {})
    store.erase("somebody.erased")
    (line,) = [line for line in told.splitlines() if line.startswith("docker compose exec database psql -U")]
    for statement in shlex.split(line)[8:]:
        if statement != "-c":
            postgresql.sql(statement.replace("soi_", f"{schema}.soi_"))
    files = b"".join(
        path.read_bytes() for path in postgresql.folder.joinpath("data").rglob("*") if path.is_file()
    )
    assert (False, True) == (b"somebody.erased" in files, b"somebody.kept" in files)


def test_a_database_that_is_away_is_busy_and_comes_back_by_itself(tmp_path):
    """Nothing that was acknowledged is lost, and the same store goes on after the restart."""
    with postgres.running(postgres.needed_programs()) as server:
        url, layout = server.url(server.new_schema()), Layout(tmp_path / "soi.json")
        with closing(sql.postgresql_store(url, layout)) as store:
            store.entries.save("lan.anh", {"note": "a"})
            server.stop()
            with pytest.raises(Busy, match="does not answer"):
                store.entries.save("lan.anh", {"note": "b"})
            with pytest.raises(Busy):
                store.entries.all()
            server.start()
            store.entries.save("minh", {})
            assert {"lan.anh": "a", "minh": ""} == {e.username: e.note for e in store.entries.all()}


def test_a_database_that_is_not_there_is_said_at_the_start(tmp_path):
    url = f"postgresql+psycopg://soi@/soi?host={tmp_path}"
    with pytest.raises(BadSetting, match="Is PostgreSQL running"):
        open_store(url, tmp_path)


def test_a_database_without_this_name_is_said_at_the_start(postgresql, tmp_path):
    with pytest.raises(BadSetting, match="createdb"):
        open_store(f"postgresql+psycopg://soi@/nobody?host={postgresql.folder}", tmp_path)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("tinydb:///FOLDER", None),
        ("postgresql+psycopg://me@localhost/soi", None),
        ("postgresql+psycopg://me@/soi?host=/run/postgresql", None),
        ("postgresql+psycopg://me:secret@db.example.com/soi", "db.example.com"),
    ],
)
def test_a_database_on_another_machine_is_named_and_nothing_else_of_its_address(place, expected):
    assert expected == database_elsewhere(place)


def test_a_wrong_password_is_said_without_the_password(tmp_path):
    with postgres.running(postgres.needed_programs()) as server:
        server.sql("CREATE ROLE an LOGIN PASSWORD 'right'")
        (server.folder / "data" / "pg_hba.conf").write_text(
            "local all an scram-sha-256\nlocal all all trust\n"
        )
        server.sql("SELECT pg_reload_conf()")
        with pytest.raises(BadSetting) as refused:
            open_store(f"postgresql+psycopg://an:wrong@/postgres?host={server.folder}", tmp_path)
    assert "database: PostgreSQL refuses this user and password." == refused.value.detail


def test_a_database_that_lets_no_more_in_is_said(postgresql, tmp_path):
    postgresql.sql("CREATE ROLE crowd LOGIN CONNECTION LIMIT 0")
    with pytest.raises(BadSetting, match="max_connections"):
        open_store(f"postgresql+psycopg://crowd@/postgres?host={postgresql.folder}", tmp_path)


@contextmanager
def in_the_way(postgresql: PostgreSQL, schema: str, statement: str) -> Iterator[None]:
    """Somebody else in the database holds what ``statement`` takes."""
    engine = connecting.postgresql_engine(make_url(postgresql.url(schema)))
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
        yield
    engine.dispose()


@pytest.fixture
def impatient(postgresql, schema, tmp_path, monkeypatch) -> Callable[[str], Store]:
    """Opens a server that waits no longer than 0.3 s for what ``limit`` bounds."""

    def impatient(limit: str) -> Store:
        monkeypatch.setattr(connecting, limit, 0.3)
        return sql.postgresql_store(postgresql.url(schema), Layout(tmp_path / "soi.json"), now=lambda: T0)

    return impatient


@pytest.mark.parametrize("follows", ["alone", "overtaken", None])
@pytest.mark.parametrize("limit", ["STATEMENT_SECONDS", "LOCK_SECONDS"])
def test_whoever_waits_too_long_is_told_to_ask_again(postgresql, schema, impatient, limit, follows):
    """With a mirror, also in turn with other servers, and without: nothing was saved, and once the way is free the same store goes on."""
    with closing(impatient(limit)) as store:
        if follows:
            store.follow()
        store.entries.save("lan.anh", {"note": "a"})
        store.database.storage._is_contested = follows == "overtaken"
        with in_the_way(postgresql, schema, "SELECT * FROM soi_about FOR UPDATE"):
            began = time.monotonic()
            with pytest.raises(Busy) as refused:
                store.entries.save("lan.anh", {"note": "b"})
            waited = time.monotonic() - began
        before = store.entries.get("lan.anh").note
        after = store.entries.save("lan.anh", {"note": "c"}).entry.note
    assert ("Soi is busy. Try again in a moment.", True, "a", "c") == (
        refused.value.detail,
        waited < 8,  # of the ten and fifteen seconds that stand there
        before,
        after,
    )


def test_tidying_that_fails_leaves_no_connection_without_its_limit_of_time(postgresql, schema, impatient):
    with closing(impatient("LOCK_SECONDS")) as store:
        with in_the_way(postgresql, schema, "LOCK TABLE soi_about"), pytest.raises(Busy):
            store.database.compact()
        with store.database.storage._engine.connect() as connection:
            limit = connection.exec_driver_sql("SHOW statement_timeout").scalar()
    assert f"{connecting.STATEMENT_SECONDS}s" == limit


def test_a_start_that_waits_for_another_server_does_not_say_that_nobody_answers(
    postgresql, schema, impatient
):
    """Who makes or changes the tables holds this lock, on a large database for longer than a start waits."""
    holds = f"SELECT pg_advisory_xact_lock({transactions.MAKES_TABLES})"
    with in_the_way(postgresql, schema, holds), pytest.raises(Busy):
        impatient("LOCK_SECONDS")


def test_a_server_that_stands_still_in_a_write_gives_way_to_the_others(server_of, monkeypatch):
    """Its machine sleeps, or was taken off the net: the writers' lock is free again without anybody's help."""
    monkeypatch.setattr(connecting, "IDLE_SECONDS", 0.3)
    first, second = server_of("first"), server_of("second")
    with suppress(exc.DBAPIError), first.database.storage._transactions.begun() as connection:
        locked(connection)
        second.entries.save("lan.anh", {})
    first.entries.save("minh", {})
    assert ["minh", "lan.anh"] == [entry.username for entry in first.entries.all()]


def test_a_pool_with_every_connection_in_use_refuses_and_goes_on(impatient):
    """Ten read at a time; who finds no connection free is told to ask again, and is answered once one is."""
    with closing(impatient("LOCK_SECONDS")) as store:
        with ExitStack() as readers:
            views = [readers.enter_context(store.database.reading()) for _ in range(10)]
            with pytest.raises(Busy) as refused:
                store.entries.all()
        assert (10, "Soi is busy. Try again in a moment.", ()) == (
            len(views),
            refused.value.detail,
            store.entries.all(),
        )


@pytest.fixture(params=["sqlite", "postgresql"])
def store_of(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., Store]:
    """Opens the same database in another schema of the documents."""
    if request.param == "sqlite":
        return lambda **schema: sql.sqlite_store(tmp_path / "soi.sqlite", now=lambda: T0, **schema)
    server: PostgreSQL = request.getfixturevalue("postgresql")
    url, layout = server.url(server.new_schema()), Layout(tmp_path / "soi.json")
    return lambda **schema: sql.postgresql_store(url, layout, now=lambda: T0, **schema)


def test_the_documents_of_a_newer_soi_are_left_alone(store_of):
    steps = {SCHEMA: lambda tables: tables}
    with closing(store_of(schema=SCHEMA + 1, steps=steps)) as newer:
        newer.entries.save("lan.anh", {})
    with pytest.raises(DbNewer):
        store_of()


def test_older_documents_are_brought_to_the_present_schema_and_copied_before(store_of):
    def renamed(tables):
        creators = {i: document | {"full_name": "Mới"} for i, document in tables["creators"].items()}
        return tables | {"creators": creators}

    with closing(store_of()) as older:
        older.entries.save("lan.anh", {})
    with closing(store_of(schema=SCHEMA + 1, steps={SCHEMA: renamed})) as store:
        names = [entry.full_name for entry in store.entries.all()]
        assert (["Mới"], 1) == (names, len(store.backups()))


def test_an_older_soi_that_still_runs_writes_nothing_into_newer_documents(store_of, tmp_path, monkeypatch):
    """Another server was updated: this one is refused at its next write."""
    with closing(store_of()) as store:
        store.entries.save("lan.anh", {})
        monkeypatch.setattr(store.database.storage, "_schema", SCHEMA - 1)
        with pytest.raises(DbNewer):
            store.entries.save("lan.anh", {"note": "x"})


def test_a_write_that_arrives_after_it_was_asked_for_comes_to_nothing(server_of):
    """What was found not to be there never comes to be there: it would be done twice."""
    store = server_of("first")
    store.entries.save("lan.anh", {})
    storage = store.database.storage
    after = storage._mirror.sequence
    did = storage._did(after + 1)
    with storage._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        late = storage.write(connection, [("notices", 1, {"late": True})], (), after)
    assert (False, None) == (did, late)


def test_the_mirror_is_what_the_database_holds(server_of, clock):
    """After everything of everybody at both servers, joined and erased people included."""
    first, second = server_of("first"), server_of("second")
    since = second.changes_since(0).sequence
    fill_many(first, clock, 12)
    second.entries.save("tao.3", {"note": "b"})
    first.erase("tao.4")
    second.entries.delete("tao.5")
    first.checks.add(Check("tao.6", Visit(T0), profile_id="77"))
    first.checks.add(Check("tao.7", Visit(T0), profile_id="77"))
    fill(second)
    assert heard(first, since).reset
    for store in (first, second):
        store.database.storage._mirror.catch_up()
    tables = [store.database.storage._mirror.memory.tables for store in (first, second)]
    assert [first.database.storage.read()] * 2 == [{n: t for n, t in one.items() if t} for one in tables]


def test_a_store_that_outgrows_its_memory_goes_on_in_the_database(server_of, monkeypatch, caplog):
    """While others follow and somebody writes all the time; it is said once, and nothing is lost."""
    first, second = server_of("first"), server_of("second")
    mirrors = [store.database.storage._mirror for store in (first, second)]
    held = [mirror.memory is not None for mirror in mirrors]
    with caplog.at_level("WARNING", "server.store.sql_engine.mirror"):
        monkeypatch.setattr("server.store.sql_engine.mirror.MOST_BYTES", 1 << 10)
        until, number = time.monotonic() + 20, 0
        while any(mirror.memory for mirror in mirrors) and time.monotonic() < until:
            first.entries.save(f"tao.{number}", {"note": "x"})
            second.entries.save(f"tao.{number}", {"note": "y"})
            number += 1
    first.entries.patch("tao.0", {"note": "z"}, 2)
    counted = statements(second, lambda: second.entries.get("tao.0"))
    said = [row.getMessage().split(":")[0] for row in caplog.records]
    notes = {store.entries.get("tao.0").note for store in (first, second)}
    assert ([True] * 2, True, ["the store is over 0 MB"] * 2) == (held, counted > 0, said)
    assert ({"z"}, [number] * 2) == (notes, [len(store.entries.all()) for store in (first, second)])


def test_a_plan_that_was_sent_to_a_mirror_runs_without_it(server_of, monkeypatch):
    """Given up between the choice of the way and the writers' lock, by oneself or in turn with others."""
    store = server_of("first")
    storage = store.database.storage
    monkeypatch.setattr(type(storage._mirror), "is_fresh", property(lambda _: next(fresh)))
    saved = []
    for contested in (False, True):
        fresh = iter([True, True, *[False] * 9])
        storage._is_contested, storage._mirror.memory = contested, None
        saved.append(store.entries.save("lan.anh", {"note": f"{contested}"}).entry.version)
    fresh = iter([True] * 9)
    assert ([1, 2], 1) == (saved, len(store.entries.all()))


def test_a_refusal_is_of_what_is_so_now(server_of):
    """A server that has not heard yet of another's write looks before it refuses."""
    first, second = server_of("first"), server_of("second")
    second.database.storage._listener.close()
    version = first.entries.save("lan.anh", {}).entry.version
    assert "b" == second.entries.patch("lan.anh", {"note": "b"}, version).note


def test_a_refusal_that_the_database_does_not_confirm_is_none(server_of, monkeypatch):
    """Where the database does not answer, what the mirror would refuse may be allowed by now."""
    first, second = server_of("first"), server_of("second")
    second.database.storage._listener.close()
    second.database.storage._mirror.catch_up()
    first.entries.save("lan.anh", {})

    def away() -> None:
        raise exc.OperationalError("", {}, Exception())

    monkeypatch.setattr(second.database.storage._mirror, "catch_up", away)
    assert "b" == second.entries.patch("lan.anh", {"note": "b"}, 1).note


def test_a_notice_that_is_not_of_soi_ends_no_listener(postgresql, schema, server_of):
    """Whoever may connect may write to the channel."""
    first, second = server_of("first"), server_of("second")
    since = second.changes_since(0).sequence
    postgresql.sql(f"SELECT pg_notify('soi_' || md5('{schema}'), 'x')")
    assert heard(second, since).reset
    since = second.changes_since(0).sequence
    first.entries.save("lan.anh", {})
    assert [("entry", "lan.anh")] == [(one.kind, one.username) for one in heard(second, since).changes]


def test_a_server_that_hears_nothing_any_more_asks_the_database(server_of, monkeypatch):
    first, second = server_of("first"), server_of("second")
    second.database.storage._listener.close()
    first.entries.save("lan.anh", {})
    before = len(second.entries.all())
    second.database.storage._mirror.expire()  # what some seconds do
    assert (0, 1) == (before, len(second.entries.all()))


def statements(store: Store, what: Callable[[], object]) -> int:
    """How many statements the database is sent."""
    engine, seen = store.database.storage._engine, []

    def note(*arguments: object) -> None:
        seen.append(arguments[2])

    event.listen(engine, "before_cursor_execute", note)
    what()
    event.remove(engine, "before_cursor_execute", note)
    return len(seen)


def test_a_list_costs_as_many_statements_for_ten_as_for_a_hundred(store_of, clock):
    """So does a check, a save and a change of many: on another machine each statement is a wait."""
    counted = []
    with closing(store_of()) as store:
        for size in (10, 100):
            fill_many(store, clock, size)
            counted.append(
                {
                    "list": statements(store, store.entries.all),
                    "last checks": statements(store, lambda: store.checks.recent(1_000)),
                    "save": statements(store, lambda: store.entries.save("tao.1", {"note": f"{size}"})),  # noqa: B023 - called at once
                }
            )
    assert counted[0] == counted[1]
    assert {"list": True, "last checks": True, "save": True} == {
        name: n
        <= 15  # a save writes the entry, its past and who did it, in one commit; SQLite is told of its begin
        for name, n in counted[1].items()
    }


def test_a_server_on_postgresql_reads_nothing_and_writes_in_one_statement(server_of, clock):
    """On another machine each statement is a wait."""
    store = server_of("first")
    fill_many(store, clock, 10)
    check = Check("tao.2", Visit(clock.time, audit_id="b"), audit={"n": 1}, sketch=Sketch("k1", 9, bytes(8)))
    counted = {
        "list": statements(store, store.entries.all),
        "save": statements(store, lambda: store.entries.save("tao.1", {"note": "y"})),
        "check": statements(store, lambda: store.checks.add(check)),
        "new creator": statements(store, lambda: store.checks.add(Check("moi", Visit(clock.time)))),
    }
    assert {"list": 0, "save": 1, "check": 1, "new creator": 1} == counted


def backups_hold(folder: Path, name: str) -> list[bool]:
    """Of each backup of a server, oldest first."""
    return [name.encode() in path.read_bytes() for path in sorted((folder / "backups").iterdir())]


def soon(look: Callable[[], object], wanted: object) -> object:
    """What is found, at the latest after ten seconds."""
    until = time.monotonic() + 10
    while (found := look()) != wanted and time.monotonic() < until:
        time.sleep(0.05)
    return found


def test_an_erase_reaches_the_backups_of_every_server_also_of_one_that_is_off(server_of, tmp_path):
    """By a number that is nobody's name: each server takes the creator out of the files of its own folder."""
    first, second, third = (server_of(name) for name in ("first", "second", "third"))
    for name in ("lan.anh", "minh.thu"):
        first.checks.add_listed([Check(name, Visit(T0))])
    for store in (second, third):
        assert soon(lambda: len(store.entries.all()), 2) == 2  # noqa: B023 - asked at once
        store.keep_backup()
    third.close()
    first.erase("lan.anh")
    folders = [tmp_path / name for name in ("second", "third")]
    reached = soon(lambda: backups_hold(folders[0], "lan.anh"), [False])
    off = backups_hold(folders[1], "lan.anh")
    server_of("third")
    back = soon(lambda: backups_hold(folders[1], "lan.anh"), [False])
    others = [backups_hold(folder, "minh.thu") for folder in folders]
    assert ([False], [True], [False], [[True], [True]]) == (reached, off, back, others)


def test_who_has_the_number_of_the_erased_in_a_backup_of_another_numbering_stays(server_of, tmp_path):
    """A restore brought other numbers; and what is wiped is wiped in every folder."""
    first, second = server_of("first"), server_of("second")
    with closing(open_store(f"tinydb://{tmp_path / 'own'}")) as own:
        own.entries.save("khac.vidu", {})
        own.backup(tmp_path / "own.json")
    first.entries.save("minh.thu", {})
    soon(lambda: len(second.entries.all()), 1)
    second.keep_backup()
    first.restore(tmp_path / "own.json")
    first.erase("khac.vidu")
    first.entries.save("ai.do", {})
    soon(lambda: [entry.username for entry in second.entries.all()], ["ai.do"])
    second.keep_backup()
    kept = backups_hold(tmp_path / "second", "minh.thu")
    first.wipe(keep_devices=True)
    wiped = soon(lambda: backups_hold(tmp_path / "second", "minh.thu"), [])
    assert ([True, False], []) == (kept, wiped)


def test_a_connection_that_says_nothing_any_more_is_missed_within_seconds(server_of, monkeypatch):
    """Half open, as behind a router that forgot it: keepalive alone takes half a minute."""
    listening = importlib.import_module("server.store.sql_engine.listening")
    monkeypatch.setattr(listening, "_COMPARED", 0.4)
    monkeypatch.setattr(listening, "_LOOK", 0.1)
    notifies, deaf = psycopg.Connection.notifies, []

    def silent(connection, *, timeout=None, **more):
        if threading.current_thread() is not of_first:
            deaf.append(connection)
        if deaf and connection is deaf[0]:
            time.sleep(timeout)
            return
        yield from notifies(connection, timeout=timeout, **more)

    first = server_of("first")
    of_first = first.database.storage._listener._thread
    monkeypatch.setattr(psycopg.Connection, "notifies", silent)
    second = server_of("second")
    soon(lambda: len(deaf) > 0, True)
    since = second.changes_since(0).sequence
    first.entries.save("lan.anh", {})
    began = time.monotonic()
    reset = soon(lambda: second.changes_since(since).reset, True)
    assert (True, True, "lan.anh") == (reset, time.monotonic() - began < 5, second.entries.all()[0].username)


def test_a_connection_with_nothing_to_say_is_kept(server_of, monkeypatch):
    """Also while this server itself writes, and while others write and tell."""
    listening = importlib.import_module("server.store.sql_engine.listening")
    monkeypatch.setattr(listening, "_COMPARED", 0.1)
    monkeypatch.setattr(listening, "_LOOK", 0.05)
    first, second = server_of("first"), server_of("second")
    since = second.changes_since(0).sequence
    for number in range(20):
        (first, second)[number % 2].entries.save(f"tao.{number}", {})
        time.sleep(0.05)
    found = heard(second, since, 20)
    assert (False, 20) == (found.reset, len(found.changes))
