"""The search for garbage rests while a document is read, and is left as the caller had it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from relations_db.extract.memory import settle, undisturbed


@pytest.fixture
def searching() -> Iterator[None]:
    yield
    gc.enable()


def test_the_search_rests_and_goes_on(searching: None) -> None:
    with undisturbed():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error(searching: None) -> None:
    with pytest.raises(ValueError), undisturbed():
        raise ValueError
    assert gc.isenabled()


def test_where_the_caller_has_switched_it_off_it_stays_off(searching: None) -> None:
    gc.disable()
    with undisturbed(), undisturbed():
        pass
    assert not gc.isenabled()


def test_what_is_loaded_is_settled_once() -> None:
    settle()
    frozen = gc.get_freeze_count()
    assert frozen > 0
    kept: list[list[int]] = [[] for _ in range(1000)]
    settle()
    assert gc.get_freeze_count() <= frozen
    assert kept
