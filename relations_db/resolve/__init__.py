"""Statements to facts: which reports are about one event, and what we hold of it.

`Resolver.resolve` is a pure function of the set of statements of one block and the judgements on them: the order of
documents, batches and loaders does not matter. Knows no database.
"""

from relations_db.resolve.facts import Choice, Dissent, Evidence, Fact, Record, Source, Verdict
from relations_db.resolve.judgements import Judgement
from relations_db.resolve.leaders import Leaders, Person
from relations_db.resolve.records import (
    DAY_FIELDS,
    block_key,
    discriminator,
    is_assumed,
    leader_uid,
    statement_keys,
    uid_of,
)
from relations_db.resolve.resolver import Resolver
from relations_db.resolve.sources import fingerprint
from relations_db.resolve.uids import Held, Naming, name_facts

__all__ = [
    "DAY_FIELDS",
    "Choice",
    "Dissent",
    "Evidence",
    "Fact",
    "Held",
    "Judgement",
    "Leaders",
    "Naming",
    "Person",
    "Record",
    "Resolver",
    "Source",
    "Verdict",
    "block_key",
    "discriminator",
    "fingerprint",
    "is_assumed",
    "leader_uid",
    "name_facts",
    "statement_keys",
    "uid_of",
]
