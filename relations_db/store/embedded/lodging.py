"""Where the embedded server's cluster lives and as which user it runs.

PostgreSQL refuses to run as root. Started by root, the server runs as the owner of an existing cluster, else as the
owner of the data folder, else as `postgres` or `nobody`. Where that user cannot reach the data folder (root's home is
closed to others), the cluster lies under /var/lib. Permissions of folders that exist are never widened.
"""

from __future__ import annotations

import hashlib
import os
import pwd
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from relations_db.errors import DatabaseUnavailable
from relations_db.store.embedded.binaries import Binaries

FALLBACK_PARENT = Path("/var/lib")
_SERVER_USERS = ("postgres", "nobody")


@dataclass(frozen=True, slots=True)
class User:
    """The system user that the server runs as. `switch`: we are root and have to become that user."""

    name: str
    uid: int
    gid: int
    switch: bool

    def run(self, command: list[str], *, pass_fds: tuple[int, ...] = (), timeout: float = 120) -> str:
        """Run a command as this user; its output, both channels together.

        Raises:
            subprocess.CalledProcessError: with the output, where the command fails.
        """
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=True,
            cwd="/",
            env=_environment(),
            pass_fds=pass_fds,
            timeout=timeout,
            user=self.uid if self.switch else None,
            group=self.gid if self.switch else None,
            extra_groups=[] if self.switch else None,
        )
        return done.stdout

    def reaches(self, path: Path) -> bool:
        """True where this user can enter the folder or run the program."""
        try:
            self.run(["/bin/sh", "-c", '[ -x "$1" ]', "sh", str(path)])
        except (subprocess.CalledProcessError, OSError):
            return False
        return True

    def give(self, path: Path) -> None:
        """Hand a file or folder of ours over to this user."""
        if self.switch:
            os.chown(path, self.uid, self.gid)


def _environment() -> Mapping[str, str]:
    """Ours without PostgreSQL's variables, which would bend the server's programs."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**kept, "LC_ALL": "C", "TZ": "UTC"}


@dataclass(frozen=True, slots=True)
class Lodging:
    """`home` holds cluster, log and, where needed, a copy of the programs; `user` runs the server."""

    home: Path
    user: User

    @property
    def cluster(self) -> Path:
        return self.home / "cluster"

    @property
    def log(self) -> Path:
        return self.home / "server.log"


def _user(uid: int, *, switch: bool) -> User:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        raise DatabaseUnavailable(
            f"user id {uid} has no entry in /etc/passwd, which PostgreSQL needs:"
            " add one, or name a server by DATABASE_URL or --database"
        ) from None
    return User(entry.pw_name, uid, entry.pw_gid, switch)


def _server_uid(*places: Path) -> int:
    for place in places:
        if place.is_dir() and (uid := place.stat().st_uid) != 0:
            return uid
    for name in _SERVER_USERS:
        try:
            return pwd.getpwnam(name).pw_uid
        except KeyError:
            continue
    raise DatabaseUnavailable("root cannot run PostgreSQL and this machine has no user postgres or nobody: add one")


def _elsewhere(data_folder: Path) -> Path:
    digest = hashlib.sha256(os.fsencode(data_folder.resolve())).hexdigest()
    return FALLBACK_PARENT / f"relations-db-{digest[:12]}"


def find_lodging(data_folder: Path) -> Lodging:
    """Where the cluster of this data folder lives, or would live. Makes nothing.

    Raises:
        DatabaseUnavailable: no user can run the server.
    """
    home, other = data_folder / "postgresql", _elsewhere(data_folder)
    if os.geteuid() != 0:
        return Lodging(home, _user(os.geteuid(), switch=False))
    user = _user(_server_uid(home, other, data_folder), switch=True)
    near = not other.is_dir() and (home.is_dir() or user.reaches(_nearest(data_folder)))
    return Lodging(home if near else other, user)


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that exists."""
    return next(place for place in (folder, *folder.parents) if place.exists())


def make_lodging(data_folder: Path) -> Lodging:
    """The lodging of this data folder, with the folders made that are missing.

    Raises:
        DatabaseUnavailable: a folder cannot be made, or no user can run the server.
    """
    try:
        # root's data folder is open, so that the server's user can pass through; what lies in the home is not.
        data_folder.mkdir(mode=0o755 if os.geteuid() == 0 else 0o700, parents=True, exist_ok=True)
        lodging = find_lodging(data_folder)
        lodging.home.mkdir(mode=0o700, exist_ok=True)
        lodging.user.give(lodging.home)
    except OSError as error:
        raise DatabaseUnavailable(
            f"cannot use the data folder {data_folder} ({error.strerror}: {error.filename}):"
            " set RELATIONS_DB_DATA to a folder that you can write to"
        ) from None
    return lodging


def reachable_binaries(binaries: Binaries, lodging: Lodging) -> Binaries:
    """The programs themselves, or a copy in the lodging where the server's user cannot reach them.

    Raises:
        DatabaseUnavailable: they are a system's, which is not copied.
    """
    if lodging.user.reaches(binaries.folder / "postgres"):
        return binaries
    if binaries.root is None:
        raise DatabaseUnavailable(f"user {lodging.user.name} cannot run {binaries.folder}/postgres: install the wheel")
    copy = lodging.home / f"programs-{binaries.major}"
    if not copy.is_dir():
        _copy(binaries, binaries.root, copy)
    return Binaries(copy / binaries.folder.relative_to(binaries.root), binaries.major, root=copy)


def _copy(binaries: Binaries, root: Path, to: Path) -> None:
    """Copy and only then name, so that a copy cut short is never used. Files of one disk are linked, in no time."""
    unfinished = to.with_name(f"{to.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    for part in binaries.parts():
        leave = shutil.ignore_patterns("include", "*.a", "pkgconfig")
        shutil.copytree(part, unfinished / part.relative_to(root), True, leave, copy_function=_link_or_copy)
    for folder in (unfinished, *(place for place in unfinished.rglob("*") if place.is_dir())):
        folder.chmod(0o755)
    unfinished.rename(to)


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
