"""Independent sources: copies of one text, and reports of one outlet, count once.

A text's fingerprint is a bottom-k sketch: the `SKETCH` smallest 32-bit hashes of its five-word shingles. The share of
hashes that two sketches have in common among the smallest of both together estimates how much of the two texts is the
same.
"""

from __future__ import annotations

import re
from binascii import crc32
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from relations_db.resolve.facts import Source

SKETCH = 48
COPY = 0.35
"""From this share of common shingles on, one text is a copy of the other; independent reports of one event stay below
0.1.
"""

_WORD = re.compile(r"\w+")


def fingerprint(text: str) -> tuple[int, ...]:
    """The text's sketch: at most `SKETCH` ascending numbers of 32 bits; empty for a text of fewer than five words."""
    words = [w.encode() for w in _WORD.findall(text.casefold())]
    shingles = {crc32(b" ".join(words[i : i + 5])) for i in range(len(words) - 4)}
    return tuple(sorted(shingles)[:SKETCH])


def resemblance(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Estimated share of the shingles of both texts together that both have; 0 where a sketch is empty."""
    if not a or not b:
        return 0.0
    smallest = sorted(set(a) | set(b))[:SKETCH]
    common = set(a) & set(b)
    return sum(h in common for h in smallest) / len(smallest)


def independent(sources: Iterable[Source]) -> int:
    """Number of independent sources: distinct outlets, where all copies of one text count as one."""
    distinct = list({s.sha256: s for s in sources}.values())
    if len(distinct) < 2:
        return len(distinct)
    root = list(range(len(distinct)))
    for i, j in (*_same_mark(distinct), *_copies(distinct)):
        root[_head(root, i)] = _head(root, j)
    return sum(root[i] == i for i in range(len(distinct)))


def _head(root: list[int], i: int) -> int:
    while root[i] != i:
        root[i] = root[root[i]]
        i = root[i]
    return i


def _same_mark(sources: Sequence[Source]) -> Iterator[tuple[int, int]]:
    """Pairs of one outlet or one fingerprint, each with the first that has it."""
    first: dict[object, int] = {}
    for i, source in enumerate(sources):
        for mark in (source.outlet and source.outlet.casefold().strip(), source.fingerprint):
            if mark:
                yield i, first.setdefault(mark, i)


def _copies(sources: Sequence[Source]) -> Iterator[tuple[int, int]]:
    """Pairs whose sketches resemble each other; sketches that share few hashes are never compared."""
    sketches = {s.fingerprint: i for i, s in enumerate(sources) if s.fingerprint}
    holders: dict[int, list[int]] = defaultdict(list)
    for sketch, i in sketches.items():
        shared = Counter(j for h in sketch for j in holders[h])
        for j, number in shared.items():
            if (
                number >= min(len(sketch), len(sources[j].fingerprint)) * COPY / 2
                and resemblance(sketch, sources[j].fingerprint) >= COPY
            ):
                yield i, j
        for h in sketch:
            holders[h].append(i)
