"""The embedded server: real processes, started, killed, started again."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from relations_db.errors import DatabaseUnavailable
from relations_db.store.embedded import EmbeddedServer, binaries, lodging, psql, server
from relations_db.store.embedded.binaries import Binaries, find_binaries
from relations_db.store.embedded.lodging import find_lodging

ROOT = os.geteuid() == 0
as_root = pytest.mark.skipif(not ROOT, reason="needs root, who can become other users")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A data folder that the tests of this module share; each leaves a server that works."""
    made = Path(tempfile.mkdtemp(prefix="relations-db-test-"))
    made.chmod(0o755)
    yield made
    EmbeddedServer(made).stop()
    shutil.rmtree(made)


def ask(url: str, query: str) -> object:
    with psycopg.connect(url, autocommit=True) as connection:
        row = connection.execute(query.encode()).fetchone()
    assert row
    return row[0]


def processes(folder: Path) -> list[int]:
    """The server's processes: those that work in the cluster."""
    cluster = find_lodging(folder).cluster.resolve()
    found = []
    for place in Path("/proc").glob("[0-9]*/cwd"):
        try:
            if place.resolve() == cluster:
                found.append(int(place.parent.name))
        except OSError:
            continue
    return found


def postmaster(folder: Path) -> int:
    return int((find_lodging(folder).cluster / "postmaster.pid").read_text().split()[0])


def start_elsewhere(folder: Path) -> subprocess.Popen[str]:
    """Another program that wants the server, and prints its address."""
    program = (
        "import sys, pathlib; from relations_db.store.embedded import EmbeddedServer;"
        "print('ready', flush=True); print(EmbeddedServer(pathlib.Path(sys.argv[1])).url())"
    )
    return subprocess.Popen([sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE, text=True)


# ------------------------------------------------------------------ the plain course of things
def test_from_nothing_to_an_answer(folder: Path) -> None:
    embedded = EmbeddedServer(folder)
    assert not embedded.status().running
    url = embedded.start()
    status = embedded.status()
    assert (status.running, status.note) == (True, None)
    assert url.endswith(f"@127.0.0.1:{status.port}/relations?sslmode=disable")
    assert int(str(ask(url, "SHOW server_version_num"))) >= 150000
    assert embedded.url() == embedded.start() == url


def test_settings(folder: Path) -> None:
    url = EmbeddedServer(folder).url()
    wanted = {
        "fsync": "on",
        "full_page_writes": "on",
        "synchronous_commit": "on",
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": "",
        "password_encryption": "scram-sha-256",
        "server_encoding": "UTF8",
        "TimeZone": "UTC",
    }
    assert {name: ask(url, f"SHOW {name}") for name in wanted} == wanted
    assert ask(url, "SELECT lower('ÜÄÖĞ') || upper('ş')") == "üäöğŞ"


def test_the_password_is_needed_and_kept_private(folder: Path) -> None:
    url = EmbeddedServer(folder).url()
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(url, password="wrong")
    home = find_lodging(folder).home
    assert stat.S_IMODE((home / "password").stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert home.stat().st_uid == find_lodging(folder).user.uid != 0


def test_stop_and_start_keep_data_and_port(folder: Path) -> None:
    embedded = EmbeddedServer(folder)
    url = embedded.url()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS n")
    assert embedded.stop()
    assert not embedded.stop()
    assert not embedded.status().running
    assert processes(folder) == []
    assert embedded.url() == url
    assert ask(url, "SELECT n FROM kept") == 7


def test_variables_for_other_servers_do_no_harm(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"PGSSLMODE": "require", "PGPORT": "1", "PGDATA": "/nowhere", "PGUSER": "x"}.items():
        monkeypatch.setenv(name, value)
    embedded = EmbeddedServer(folder)
    embedded.stop()
    assert ask(embedded.url(), "SELECT 1") == 1


def test_psql_belongs_to_it(folder: Path) -> None:
    command = [psql(), EmbeddedServer(folder).url(), "-Atc", "SELECT 6 * 7"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.stdout == "42\n"


# ------------------------------------------------------------------ crashes
def test_killed_server(folder: Path) -> None:
    url = EmbeddedServer(folder).url()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE survived AS SELECT 1 AS n")
    os.kill(postmaster(folder), signal.SIGKILL)
    assert EmbeddedServer(folder).url() == url
    assert ask(url, "SELECT n FROM survived") == 1


def test_pid_file_of_a_dead_server_with_the_number_of_a_living_process(folder: Path) -> None:
    url = EmbeddedServer(folder).url()
    user = find_lodging(folder).user
    for pid in (postmaster(folder), *processes(folder)):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    sleeper = subprocess.Popen(["sleep", "60"], user=user.uid if ROOT else None)
    try:
        pid_file = find_lodging(folder).cluster / "postmaster.pid"
        lines = pid_file.read_text().split("\n")
        pid_file.write_text("\n".join([str(sleeper.pid), *lines[1:]]))
        assert EmbeddedServer(folder).url() == url
    finally:
        sleeper.kill()
        sleeper.wait()


def test_port_taken_by_another(folder: Path) -> None:
    embedded = EmbeddedServer(folder)
    embedded.start()
    port = embedded.status().port
    embedded.stop()
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", port))
        other.listen()
        assert ask(embedded.url(), "SELECT 1") == 1
        assert embedded.status().port != port


def test_someone_elses_server_at_the_port_is_not_ours(folder: Path, embedded_server: object) -> None:
    embedded = EmbeddedServer(folder)
    embedded.stop()
    foreign = embedded_server.url("x").split(":")[3].split("/")[0]  # type: ignore[attr-defined]
    (find_lodging(folder).home / "port").write_text(foreign)
    assert not embedded.status().running
    assert embedded.url().split(":")[3].split("/")[0] != foreign


@pytest.mark.parametrize("delay", [0.1, 0.4, 0.7])
def test_killed_program(data_folder: Path, delay: float) -> None:
    """Killed at any moment of its first start, a program leaves nothing that stops the next one."""
    program = start_elsewhere(data_folder)
    assert program.stdout
    program.stdout.readline()
    time.sleep(delay)
    program.kill()
    program.wait()
    program.stdout.close()
    assert ask(EmbeddedServer(data_folder).url(), "SELECT current_database()") == "relations"


def test_programs_at_once_share_one_server(data_folder: Path) -> None:
    programs = [start_elsewhere(data_folder) for _ in range(4)]
    urls = {program.communicate()[0].splitlines()[1] for program in programs}
    assert len(urls) == 1
    assert ask(urls.pop(), "SELECT 1") == 1


# ------------------------------------------------------------------ who and where
def run_as(user: str, action: Callable[[], str]) -> str:
    """What the action returns, or the text of its error, in a process of that user."""
    entry = pwd.getpwnam(user)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(entry.pw_gid)
            os.setuid(entry.pw_uid)
            said = action()
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said


@as_root
def test_a_normal_user_runs_it_as_himself(data_folder: Path) -> None:
    os.chown(data_folder, pwd.getpwnam("nobody").pw_uid, -1)
    url = run_as("nobody", EmbeddedServer(data_folder).url)
    assert ask(url, "SELECT 1") == 1
    assert find_lodging(data_folder).user.name == "nobody"
    # root uses the same server, and what root leaves behind the user can use
    assert EmbeddedServer(data_folder).url() == url
    assert EmbeddedServer(data_folder).stop()
    EmbeddedServer(data_folder).start()
    assert run_as("nobody", EmbeddedServer(data_folder).url) == url


@as_root
def test_the_folder_of_another_user(folder: Path) -> None:
    EmbeddedServer(folder).url()
    said = run_as("nobody", EmbeddedServer(folder).url)
    assert said.startswith("DatabaseUnavailable: cannot use ")
    assert said.endswith(": set RELATIONS_DB_DATA to a folder of your own")
    assert "\n" not in said


@as_root
def test_a_data_folder_that_the_server_cannot_reach(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lodging, "FALLBACK_PARENT", data_folder)
    closed = data_folder / "closed"
    closed.mkdir(mode=0o700)
    embedded = EmbeddedServer(closed / "data")
    try:
        assert ask(embedded.url(), "SELECT 1") == 1
        status = embedded.status()
        assert status.cluster.parent.parent == data_folder
        assert status.note == f"user {status.user}, who runs the server, cannot reach {closed / 'data'}"
        assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    finally:
        embedded.stop()


@as_root
def test_programs_that_the_server_cannot_reach(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = data_folder / "closed"
    closed.mkdir(mode=0o700)
    wheel = find_binaries()
    assert wheel.root
    for part in wheel.parts():
        shutil.copytree(part, closed / part.relative_to(wheel.root), symlinks=True)
    found = Binaries(closed / wheel.folder.relative_to(wheel.root), wheel.major, root=closed)
    monkeypatch.setattr(server, "find_binaries", lambda major=None: found)
    assert ask(EmbeddedServer(data_folder).url(), "SELECT 1") == 1
    EmbeddedServer(data_folder).stop()


def test_the_systems_programs_do_too(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "_wheel_folders", lambda: iter(()))
    if not any(binaries.installations()):
        pytest.skip("this system has no PostgreSQL of its own")
    url = EmbeddedServer(data_folder).url()
    assert ask(url, "SELECT lower('ÜÄÖĞ')") == "üäöğ"
    EmbeddedServer(data_folder).stop()


# ------------------------------------------------------------------ what cannot work says so in one line
def test_no_programs(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "_wheel_folders", lambda: iter(()))
    monkeypatch.setattr(binaries, "_system_folders", lambda: iter(()))
    with pytest.raises(DatabaseUnavailable, match=r"^no PostgreSQL programs found: install .* DATABASE_URL"):
        EmbeddedServer(data_folder).start()


def test_programs_of_another_version(data_folder: Path) -> None:
    home = find_lodging(data_folder).home
    (home / "cluster").mkdir(parents=True)
    (home / "cluster" / "PG_VERSION").write_text("9\n")
    with pytest.raises(DatabaseUnavailable, match=r"made by PostgreSQL 9, which is not installed any more"):
        EmbeddedServer(data_folder).start()


def test_an_impossible_data_folder() -> None:
    with pytest.raises(DatabaseUnavailable, match=r"^cannot use the data folder /dev/null/x .*RELATIONS_DB_DATA"):
        EmbeddedServer(Path("/dev/null/x")).start()
    assert not EmbeddedServer(Path("/dev/null/x")).status().running
    assert not EmbeddedServer(Path("/dev/null/x")).stop()


def test_a_broken_cluster(data_folder: Path) -> None:
    embedded = EmbeddedServer(data_folder)
    embedded.start()
    embedded.stop()
    cluster = find_lodging(data_folder).cluster
    (cluster / "postgresql.conf").write_text("nonsense = on\n")
    with pytest.raises(DatabaseUnavailable, match=r"^the embedded server does not start: .*(nonsense|configuration)"):
        embedded.start()
