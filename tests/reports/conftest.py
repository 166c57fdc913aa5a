"""One database with the sample, for all tests of reports: they only read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from relations_db.store import migrate
from relations_db.store.engine import make_engine

sys.path.insert(0, str(Path(__file__).parent))
from sample import Sample


@pytest.fixture(scope="session")
def sample_url(embedded_server: Any) -> Iterator[str]:
    """The address of a database with the newest schema and the facts of `sample.py`; no reference data besides."""
    name = embedded_server.create()
    url: str = embedded_server.url(name)
    engine = make_engine(url)
    migrate.upgrade(engine)
    with Session(engine) as session:
        Sample(session).fill()
    engine.dispose()
    yield url
    embedded_server.drop(name)


@pytest.fixture(scope="session")
def sample(sample_url: str) -> Iterator[Engine]:
    engine = make_engine(sample_url)
    yield engine
    engine.dispose()
