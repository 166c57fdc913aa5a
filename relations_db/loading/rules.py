"""The rules by the reference tables, built when first asked for and kept: half a second that no second load pays."""

from __future__ import annotations

from functools import lru_cache

from relations_db.extract import Extractor
from relations_db.resolve import Resolver
from relations_db.store.domain import Domain
from relations_db.store.rows import RowMaker
from relations_db.vocabulary import load_vocabulary


@lru_cache(maxsize=1)
def resolver() -> Resolver:
    return Resolver.of(load_vocabulary())


@lru_cache(maxsize=1)
def row_maker() -> RowMaker:
    return RowMaker(resolver(), Domain.of(load_vocabulary()))


@lru_cache(maxsize=1)
def extractor() -> Extractor:
    return Extractor(load_vocabulary())
