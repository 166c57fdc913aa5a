"""One root error; one leaf per decision that a caller can take.

Each error's text is one line that says what is wrong, where, and how to mend it. `exit_code` is what the command
line returns.
"""

from typing import ClassVar


class RelationsError(Exception):
    """Root of all errors that this package raises on purpose."""

    exit_code: ClassVar[int] = 1


class InvalidInput(RelationsError):
    """A command, option, folder or file that cannot be used as given. Mend the call."""

    exit_code = 2


class UnreadableDocument(RelationsError):
    """One document that cannot be read. A load lists it and goes on."""

    exit_code = 3


class DatabaseUnavailable(RelationsError):
    """No server answers, or it refuses the login. Mend the address, the server or the password."""

    exit_code = 4


class SchemaMismatch(RelationsError):
    """The database's schema is older or newer than this program. Upgrade the one or the other."""

    exit_code = 5


class ReferenceDataError(RelationsError):
    """A reference table breaks one of its rules. Mend the table."""

    exit_code = 6


class DataProblem(RelationsError):
    """Stored data fails a check. Read the report, then review or reload."""

    exit_code = 7


class AccuracyLoss(RelationsError):
    """Extraction scores lower than its baseline. Mend the rules, or accept the new score."""

    exit_code = 8
