"""The embedded PostgreSQL server: one cluster per data folder, shared by all programs that use the folder.

The lodging (see `lodging`) holds the cluster and, beside it,
- `password` (0600) and `port`, the same from start to start while the port is free;
- `starting.lock`, held by the program that starts or stops the server;
- `running.lock`, held by the server itself: it inherits the locked file, so that the lock is free exactly when no
  process of the server lives. Pid files and ports can lie after a crash; this cannot.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psycopg

from relations_db.errors import DatabaseUnavailable
from relations_db.store.embedded.binaries import Binaries, find_binaries
from relations_db.store.embedded.lodging import Lodging, find_lodging, make_lodging, reachable_binaries

HOST = "127.0.0.1"
DATABASE = "relations"
# Not "relations": a role of that name would have the schema of that name on its search path, which hides mistakes.
SUPERUSER = "postgres"
_WAIT = 60.0  # seconds: recovery after a crash may take a while
_LOG_LIMIT = 10_000_000

_CONFIGURATION = f"""
listen_addresses = '{HOST}'
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
"""


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """`running`: the server answers; `port`, `version`: None where it does not. `note` explains an unusual place."""

    running: bool
    data_folder: Path
    cluster: Path
    user: str
    port: int | None = None
    version: str | None = None
    note: str | None = None


class EmbeddedServer:
    """The server of one data folder. Building one touches nothing."""

    def __init__(self, data_folder: Path) -> None:
        self.data_folder = data_folder

    def url(self) -> str:
        """The address of the database, password included; the server is started where it does not answer.

        Raises:
            DatabaseUnavailable: the server cannot be started.
        """
        return _Files(find_lodging(self.data_folder)).answering_url() or self.start()

    def start(self) -> str:
        """Start the server where it does not answer, and return the address of the database.

        Raises:
            DatabaseUnavailable: the server cannot be started.
        """
        lodging = make_lodging(self.data_folder)
        files = _Files(lodging)
        with files.starting() as lock:
            return files.answering_url() or _Starter(lodging, files, lock).start()

    def stop(self) -> bool:
        """Stop the server. True where it ran.

        Raises:
            DatabaseUnavailable: it does not obey.
        """
        lodging = find_lodging(self.data_folder)
        files = _Files(lodging)
        if not lodging.home.is_dir():
            return False
        with files.starting():
            if not files.server_lives():
                return False
            binaries = reachable_binaries(find_binaries(_major(lodging)), lodging)
            _call(lodging, [binaries.program("pg_ctl"), "stop", "-D", str(lodging.cluster), "-m", "fast", "-w"])
            files.await_end()
            return True

    def status(self) -> ServerStatus:
        """Whether the server answers, and where it lives. Starts and makes nothing."""
        lodging = find_lodging(self.data_folder)
        files = _Files(lodging)
        near = lodging.home.parent == self.data_folder
        note = None if near else f"user {lodging.user.name}, who runs the server, cannot reach {self.data_folder}"
        url = files.answering_url()
        port, version = (files.port, _ask(url, "SHOW server_version")) if url else (None, None)
        return ServerStatus(bool(url), self.data_folder, lodging.cluster, lodging.user.name, port, version, note)


class _Files:
    """The small files beside the cluster."""

    def __init__(self, lodging: Lodging) -> None:
        self.lodging = lodging

    @property
    def port(self) -> int | None:
        text = self._read("port") or ""
        return int(text) if text.isdecimal() else None

    def url(self, database: str = DATABASE) -> str | None:
        """The address as last written; nobody need answer there."""
        port, password = self.port, self._read("password")
        # Without TLS: the server is on this machine, and a PGSSLMODE meant for others must not reach it.
        return (
            f"postgresql://{SUPERUSER}:{password}@{HOST}:{port}/{database}?sslmode=disable"
            if port and password
            else None
        )

    def answering_url(self) -> str | None:
        """The address where our own server answers, else None. A server of others at that port refuses our password."""
        url = self.url()
        return url if url and self.server_lives() and _ask(url, "SELECT 1") else None

    def server_lives(self) -> bool:
        with self._open("running.lock") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
            return False

    @contextmanager
    def starting(self) -> Iterator[IO[str]]:
        """Wait for the right to start or stop the server."""
        with self._open("starting.lock") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file

    @contextmanager
    def running(self) -> Iterator[IO[str]]:
        """The lock that a server inherits. Who looks whether it is free holds it for a moment, too."""
        with self._open("running.lock") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file

    def await_end(self) -> None:
        """Wait till the last process of a stopped server has let go of the lock: pg_ctl returns before."""
        end = time.monotonic() + 10
        while self.server_lives() and time.monotonic() < end:
            time.sleep(0.02)

    def write(self, name: str, content: str) -> None:
        """Whole or not at all, readable by nobody but us and the server's user."""
        part = self.lodging.home / f"{name}.part"
        part.unlink(missing_ok=True)
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        self.lodging.user.give(part)
        part.rename(self.lodging.home / name)

    def _open(self, name: str) -> IO[str]:
        try:
            file = (self.lodging.home / name).open("a")
            self.lodging.user.give(self.lodging.home / name)
            return file
        except OSError as error:
            raise _not_ours(error) from None

    def _read(self, name: str) -> str | None:
        try:
            return (self.lodging.home / name).read_text(encoding="ascii").strip() or None
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise _not_ours(error) from None


class _Starter:
    """Brings the server up. Its caller holds the starting lock."""

    def __init__(self, lodging: Lodging, files: _Files, lock: IO[str]) -> None:
        self.lodging = lodging
        self.files = files
        self.lock = lock

    def start(self) -> str:
        if url := self._wait_for_the_living():
            return url
        binaries = self._prepare()
        for _ in range(3):  # a chosen port may be taken by others before the server has it
            if url := self._launch(binaries, self._choose_port()):
                return url
        raise DatabaseUnavailable(
            f"the embedded server does not start: {_last_line(self.lodging.log)} (see {self.lodging.log})"
        )

    def _wait_for_the_living(self) -> str | None:
        """The address of a server that is still coming up; None as soon as no process of any server lives."""
        deadline = time.monotonic() + _WAIT
        while self.files.server_lives():
            if url := self._greet():
                return url
            if time.monotonic() > deadline:
                raise DatabaseUnavailable(f"the embedded server runs but does not answer: see {self.lodging.log}")
            time.sleep(0.02)
        return None

    def _greet(self) -> str | None:
        """The address of the database; None while the server does not answer."""
        if url := self.files.answering_url():
            return url
        administration = self.files.url("template1")
        if administration and _ask(administration, "SELECT 1 FROM pg_database WHERE datname = 'postgres'"):
            # A new cluster: its only database gets our name, which takes no time; making one takes 0.2 s.
            with psycopg.connect(administration, autocommit=True) as connection:
                connection.execute(f"ALTER DATABASE postgres RENAME TO {DATABASE}")
                connection.execute(f"COMMENT ON DATABASE {DATABASE} IS 'Bilateral diplomacy, read from news'")
        return self.files.answering_url()

    def _prepare(self) -> Binaries:
        binaries = reachable_binaries(find_binaries(_major(self.lodging)), self.lodging)
        if not self.lodging.cluster.is_dir():
            self._make_cluster(binaries)
        _remove_stale_pid_file(self.lodging.cluster)
        if self.lodging.log.is_file() and self.lodging.log.stat().st_size > _LOG_LIMIT:
            self.lodging.log.unlink()
        return binaries

    def _make_cluster(self, binaries: Binaries) -> None:
        """initdb into a folder that is named `cluster` only when all is done: a kill leaves no half cluster.

        initdb inherits the starting lock: killed together with us or not, nobody else starts while it is at work.
        """
        unfinished = self.lodging.home / "cluster.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        self.files.write("password", secrets.token_urlsafe(24))
        command = [binaries.program("initdb"), "-D", str(unfinished), "-U", SUPERUSER, "--encoding=UTF8"]
        command += [f"--pwfile={self.lodging.home / 'password'}", "--auth=scram-sha-256", "--no-instructions"]
        _call(self.lodging, [*command, *_locale(binaries.major)], pass_fds=(self.lock.fileno(),))
        with (unfinished / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(_CONFIGURATION)
        unfinished.rename(self.lodging.cluster)

    def _choose_port(self) -> int:
        """The port of last time where it is free, else a new one."""
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, self.files.port or 0))
            except OSError:
                probe.bind((HOST, 0))
            port = int(probe.getsockname()[1])
        self.files.write("port", str(port))
        return port

    def _launch(self, binaries: Binaries, port: int) -> str | None:
        """Start the server and wait for its answer; None where it gave up, as when the port was taken in between."""
        command = [binaries.program("pg_ctl"), "start", "-D", str(self.lodging.cluster), "-l", str(self.lodging.log)]
        with self.files.running() as lock:
            _call(self.lodging, [*command, "-o", f"-p {port}", "-W", "-s"], pass_fds=(lock.fileno(),))
        return self._wait_for_the_living()


def _call(lodging: Lodging, command: list[str], pass_fds: tuple[int, ...] = ()) -> None:
    program = Path(command[0]).name
    try:
        lodging.user.run(command, pass_fds=pass_fds)
    except subprocess.CalledProcessError as error:
        lines = [line for line in error.stdout.splitlines() if line.strip()]
        said = next((line for line in lines if "error" in line), lines[-1] if lines else f"code {error.returncode}")
        raise DatabaseUnavailable(f"{program} failed: {said} (see {lodging.log})") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DatabaseUnavailable(f"{program} failed: {error}") from None


def _remove_stale_pid_file(cluster: Path) -> None:
    """The running lock is free: the pid file is a dead server's, even where its number is another process's by now.

    Raises:
        DatabaseUnavailable: the number is a server's on this cluster all the same, which somebody started by hand.
    """
    pid_file = cluster / "postmaster.pid"
    if not pid_file.exists():
        return
    pid = pid_file.read_text(encoding="utf-8", errors="replace").split("\n")[0]
    place = Path(f"/proc/{pid}/cwd")
    if pid.isdecimal() and place.exists() and place.resolve() == cluster.resolve():
        raise DatabaseUnavailable(f"process {pid} serves {cluster} already, started by hand: stop it with pg_ctl")
    pid_file.unlink()


def _not_ours(error: OSError) -> DatabaseUnavailable:
    return DatabaseUnavailable(
        f"cannot use {error.filename} ({error.strerror}): set RELATIONS_DB_DATA to a folder of your own"
    )


def _major(lodging: Lodging) -> int | None:
    version = lodging.cluster / "PG_VERSION"
    return int(version.read_text(encoding="ascii").strip()) if version.is_file() else None


def _locale(major: int) -> tuple[str, ...]:
    """Order by code point and Unicode's letters, the same on every machine where the server has a provider for it."""
    if major >= 17:
        return ("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
    return ("--lc-collate=C", "--lc-ctype=C.UTF-8")


def _ask(url: str, query: str) -> str | None:
    """First value of the answer; None where nobody answers or lets us in."""
    try:
        with psycopg.connect(url, connect_timeout=5, autocommit=True) as connection:
            row = connection.execute(query.encode()).fetchone()
    except psycopg.OperationalError:
        return None
    return str(row[0]) if row else None


def _last_line(log: Path) -> str:
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return "it left no log"
    return lines[-1].strip() if lines else "its log is empty"
