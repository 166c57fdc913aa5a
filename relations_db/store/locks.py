"""Several loaders at once: locks that a transaction holds to its end, so that nothing is left behind by a killed one.

A lock stands for a bucket of names, so that even a large batch takes few of them. All loaders lock documents before
blocks and each in ascending order, so that none waits for another in a circle.
"""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

from relations_db.store.copying import Cursor

BUCKETS = 256
_DOCUMENTS = 7217010
_BLOCKS = 7217011


def lock_documents(cursor: Cursor, names: Iterable[str]) -> None:
    """Wait until no other loader writes these texts (by digest) or addresses (by URL)."""
    _lock(cursor, _DOCUMENTS, names)


def lock_blocks(cursor: Cursor, blocks: Iterable[str]) -> None:
    """Wait until no other loader writes statements or facts of these blocks."""
    _lock(cursor, _BLOCKS, blocks)


def _lock(cursor: Cursor, space: int, names: Iterable[str]) -> None:
    buckets = sorted({crc32(name.encode()) % BUCKETS for name in names})
    cursor.execute("SELECT pg_advisory_xact_lock(%s, b) FROM unnest(%s::int[]) AS b", [space, buckets])
