"""Which rules read a text: a digest of all that a reading depends on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from relations_db.vocabulary import reference_folder

_PACKAGE = Path(__file__).parents[1]
_ROOMS = ("language", "extract")
_FILES = ("values.py", "vocabulary.py")


@cache
def extractor_version() -> str:
    """Twelve hexadecimal digits of SHA-256 over the sources of language and extraction and the reference tables.

    It changes with any of them, so that a load reads stored texts again after every change of the rules, and nobody
    has to think of raising a number (two hundredths of a second, once).

    Raises:
        ReferenceDataError: the reference tables are missing.
    """
    digest = sha256()
    for path in _sources():
        digest.update(f"{path.name}\0".encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


def _sources() -> Iterator[Path]:
    for room in _ROOMS:
        yield from sorted((_PACKAGE / room).rglob("*.py"))
    yield from (_PACKAGE / name for name in _FILES)
    yield from sorted(reference_folder().glob("*.csv"))
