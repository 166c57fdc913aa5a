"""Documents to rows by the rules, in this process or in several."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor

from relations_db.loading.report import Problem
from relations_db.loading.rules import extractor, row_maker
from relations_db.store.rows import DocumentRows, chunks
from relations_db.values import Document

TASK = 25
"""Documents that a worker takes at a time."""
AHEAD = 2
"""Batches that are read while one is stored."""

Made = DocumentRows | Problem


def _warm() -> None:
    extractor(), row_maker()


def read_by_rules(documents: Sequence[Document]) -> list[Made]:
    """The rows of each document. One that breaks the rules is a problem of its own; the next one is read."""
    rules, maker = extractor(), row_maker()
    made: list[Made] = []
    for document in documents:
        try:
            made.append(maker.rows(rules.extract(document)))
        except Exception as error:  # a text can do to the rules what nobody thought of
            said = " ".join(str(error).split())
            made.append(Problem(document.id, f"the rules fail on this text, report it: {type(error).__name__}: {said}"))
    return made


def extracted(batches: Iterable[list[Document]], workers: int) -> Iterator[list[Made]]:
    """The rows of each batch, in order."""
    if workers <= 1:
        yield from map(read_by_rules, batches)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_warm) as pool:
        waiting: deque[list[Future[list[Made]]]] = deque()
        for batch in batches:
            waiting.append([pool.submit(read_by_rules, chunk) for chunk in chunks(batch, TASK)])
            if len(waiting) > AHEAD:
                yield _gathered(waiting.popleft())
        while waiting:
            yield _gathered(waiting.popleft())


def _gathered(tasks: Iterable[Future[list[Made]]]) -> list[Made]:
    return [made for task in tasks for made in task.result()]
