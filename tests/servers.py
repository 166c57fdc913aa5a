"""A running server on which tests make databases."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import psycopg
from sqlalchemy import Engine

from relations_db.store.engine import make_engine
from relations_db.store.ready import make_ready


@dataclass
class Server:
    """A running server. `administration` is the address of a superuser, `owner` the role that the tests are."""

    administration: str
    owner: str
    password: str
    names: Iterator[int] = field(default_factory=itertools.count)
    made: list[str] = field(default_factory=list)
    clones: dict[Engine, str] = field(default_factory=dict)
    broken: Exception | None = None

    def url(self, name: str) -> str:
        address = self.administration.split("@")[1].split("/")[0]
        return f"postgresql://{self.owner}:{self.password}@{address}/{name}"

    def address_of(self, engine: Engine) -> str:
        """The address of a database that a fixture gave."""
        return self.url(self.clones[engine])

    def create(self, template: str = "template0") -> str:
        """A new database that the tests' role owns; its name."""
        name = f"{self.owner}_{os.getpid()}_{next(self.names)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} OWNER {self.owner}")
        self.made.append(name)
        return name

    @cached_property
    def template(self) -> str:
        """A database with the newest schema and the reference data, made when first asked for."""
        if self.broken:  # once is enough to know
            raise self.broken
        name = self.create()
        engine = make_engine(self.url(name))
        try:
            make_ready(engine)
        except Exception as error:
            self.broken = error
            raise
        finally:
            engine.dispose()
        return name

    def drop(self, name: str) -> None:
        self.run(f"DROP DATABASE {name} WITH (FORCE)")
        self.made.remove(name)

    def run(self, statement: str) -> None:
        with psycopg.connect(self.administration, autocommit=True) as connection:
            connection.execute(statement)
