"""The migrations: one line of revisions, each with a way back, ending where the models are."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from schema_catalog import catalog
from servers import Server
from sqlalchemy import Engine, text

from relations_db.errors import DatabaseUnavailable, SchemaMismatch
from relations_db.store.engine import make_engine
from relations_db.store.migrate import check_schema, current, downgrade, migrations_folder, revisions, upgrade
from relations_db.store.models import metadata

ROOT = Path(__file__).parents[2]


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def test_there_is_one_head_and_the_file_names_tell_it() -> None:
    assert scripts().get_heads() == [revisions()[-1]]
    assert [s.revision for s in reversed(list(scripts().walk_revisions()))] == list(revisions())


@pytest.mark.parametrize("path", sorted((ROOT / "alembic" / "versions").glob("*.py")), ids=lambda path: path.stem)
def test_a_revision_is_frozen(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert re.findall(r"^(?:from|import) .*", source, re.MULTILINE) == ["from alembic import op"]
    assert re.match(r'"""[A-Z][a-z]+ .*\."""\n', source), "a revision begins with its intent, in one sentence"


def test_the_folder_does_not_shadow_the_library() -> None:
    assert not list((ROOT / "alembic").rglob("__init__.py"))


def test_stairway(empty_db: Engine) -> None:
    """Each step up can be taken back without a trace and taken again."""
    for before, revision in zip((None, *revisions()), revisions(), strict=False):
        with empty_db.connect() as connection:
            below = catalog(connection)
        upgrade(empty_db, revision)
        with empty_db.connect() as connection:
            assert current(connection) == revision
            above = catalog(connection)
        assert above != below
        downgrade(empty_db, before or "base")
        with empty_db.connect() as connection:
            assert catalog(connection) == below
        upgrade(empty_db, revision)
        with empty_db.connect() as connection:
            assert catalog(connection) == above


def test_base_leaves_nothing(empty_db: Engine) -> None:
    everything = text("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'")
    upgrade(empty_db)
    downgrade(empty_db, "base")
    with empty_db.connect() as connection:
        assert list(connection.scalars(everything)) == ["public"]
        assert current(connection) is None
        assert connection.scalar(text("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace")) == 0


def test_head_is_what_the_models_say(empty_db: Engine, db: Engine) -> None:
    with empty_db.begin() as connection:
        connection.execute(text("CREATE SCHEMA relations"))
        metadata.create_all(connection)
        modelled = catalog(connection, ("relations",))
    with db.connect() as connection:
        migrated = catalog(connection, ("relations",))
    for part in modelled:
        if part != "schemas":
            assert migrated[part] == modelled[part], part


def test_the_catalog_sees_what_autogenerate_misses(db: Engine) -> None:
    """The comparison above would notice a change of each sort."""
    changes = (
        "ALTER TABLE relations.visits DROP CONSTRAINT ck_visits_host, ADD CONSTRAINT ck_visits_host CHECK (host <> '')",
        "DROP INDEX relations.ix_documents_url; CREATE INDEX ix_documents_url ON relations.documents (url)",
        "COMMENT ON COLUMN relations.visits.city IS 'Town'",
        "ALTER TABLE relations.facts ALTER uid DROP NOT NULL",
        "ALTER TABLE relations.facts ALTER independent_sources SET DEFAULT 1",
        "DROP TRIGGER text_is_fixed ON relations.documents",
        "CREATE OR REPLACE FUNCTION relations.period_end(period text) RETURNS date LANGUAGE sql AS 'SELECT now()'",
    )
    with db.connect() as connection:
        before = catalog(connection)
        for change in changes:
            with connection.begin_nested() as savepoint:
                connection.execute(text(change.replace(":", "\\:")))
                assert catalog(connection) != before, change
                savepoint.rollback()
        assert catalog(connection) == before


def test_views_are_views(db: Engine) -> None:
    kinds = text("SELECT relname, relkind::text FROM pg_class WHERE relnamespace = 'reports'::regnamespace")
    with db.connect() as connection:
        found = dict(connection.execute(kinds).all())
    assert set(found.values()) == {"v"}
    assert set(found) >= {
        *("visits", "declarations", "ladder", "agreements", "trade_targets", "trade_figures", "joint_projects"),
        *("milestones", "leaders", "evidence", "coverage"),
    }


def test_every_table_view_and_column_has_a_comment(db: Engine) -> None:
    with db.connect() as connection:
        found = catalog(connection)
    assert [row[:3] for row in found["relations"] if row[2] != "S" and not row[3]] == []
    assert [row[:4] for row in found["columns"] if not row[-1]] == []


def test_autogenerate_finds_nothing_to_do(embedded_db: Engine, embedded_server: Server) -> None:
    url = embedded_server.address_of(embedded_db)
    done = subprocess.run(
        [Path(sys.executable).with_name("alembic"), "check"],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url},
        capture_output=True,
        text=True,
    )
    assert "No new upgrade operations detected" in done.stdout + done.stderr


def test_alembic_works_by_itself(embedded_server: Server) -> None:
    url = embedded_server.url(embedded_server.create())
    engine = make_engine(url)
    for arguments, revision in ((("upgrade", "head"), revisions()[-1]), (("downgrade", "-1"), revisions()[-2])):
        subprocess.run(
            [Path(sys.executable).with_name("alembic"), "-x", f"database={url}", *arguments],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        with engine.connect() as connection:
            assert current(connection) == revision
    engine.dispose()


def test_two_upgrades_at_once(empty_db: Engine, server: Server) -> None:
    url = server.address_of(empty_db)
    program = f"from relations_db.store import engine, migrate; migrate.upgrade(engine.connect({url!r}))"
    others = [subprocess.Popen([sys.executable, "-c", program]) for _ in range(2)]
    assert [other.wait() for other in others] == [0, 0]
    with empty_db.connect() as connection:
        check_schema(connection)


def test_two_upgrades_in_threads(empty_db: Engine) -> None:
    threads = [threading.Thread(target=upgrade, args=(empty_db,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with empty_db.connect() as connection:
        check_schema(connection)


def test_a_failing_step_changes_nothing(empty_db: Engine) -> None:
    upgrade(empty_db, "0009")
    with empty_db.begin() as connection:
        connection.execute(text("CREATE SCHEMA reports"))
    with pytest.raises(Exception, match=r'schema "reports" already exists'):
        upgrade(empty_db)
    with empty_db.connect() as connection:
        assert current(connection) == "0009"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("DROP SCHEMA relations CASCADE", r"^the database has no tables yet: run relations-db db upgrade$"),
        (
            "UPDATE relations.alembic_version SET version_num = '0003'",
            r"^the schema is older \(0003\) than this program \(\d{4}\): run relations-db db upgrade$",
        ),
        (
            "UPDATE relations.alembic_version SET version_num = '9999'",
            r"^the schema \(9999\) is newer than this program \(\d{4}\): install a newer relations-db$",
        ),
    ],
)
def test_a_foreign_schema_is_refused(embedded_db: Engine, statement: str, message: str) -> None:
    with embedded_db.begin() as connection:
        connection.execute(text(statement))
        with pytest.raises(SchemaMismatch, match=message):
            check_schema(connection)


def test_a_newer_schema_is_not_downgraded(embedded_db: Engine) -> None:
    with embedded_db.begin() as connection:
        connection.execute(text("UPDATE relations.alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaMismatch, match=r"^cannot upgrade to head: .*9999"):
        upgrade(embedded_db)


def test_a_role_that_may_not_create_a_schema_is_told_so(embedded_server: Server) -> None:
    name = embedded_server.create()
    embedded_server.run("DROP ROLE IF EXISTS guest")
    embedded_server.run("CREATE ROLE guest LOGIN PASSWORD 'guest'")
    address = embedded_server.url(name).split("@")[1]
    engine = make_engine(f"postgresql://guest:guest@{address}")
    with pytest.raises(DatabaseUnavailable, match=r"^this role may not upgrade the schema \(permission denied"):
        upgrade(engine)
    engine.dispose()


def test_an_upgrade_does_not_queue_behind_others(embedded_db: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader in a long transaction makes the downgrade fail soon, and it can be tried again."""
    monkeypatch.setattr("relations_db.store.migrate.LOCK_TIMEOUT", "100ms")
    with embedded_db.connect() as reader:
        reader.execute(text("SELECT count(*) FROM relations.statements"))
        with pytest.raises(
            DatabaseUnavailable, match=r"^cannot downgrade the schema while others use it .*: try again$"
        ):
            downgrade(embedded_db, "0013")
    downgrade(embedded_db, "0013")
