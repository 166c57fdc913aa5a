"""The command line: parse, call, print, exit code. Nobody imports it.

Errors are one line on standard error; exit codes are listed in docs/reference/exit-codes.md.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import typer
from typer.exceptions import Abort, Exit, TyperException

from relations_db.cli import answers, databases, documents, quality, reviews
from relations_db.cli.shared import ReaderGone, put, say, set_default_database
from relations_db.errors import RelationsError

HELP = """A relational database of bilateral diplomacy that fills itself from news articles.

\b
Examples:
  relations-db load articles/
  relations-db report pair --country KAZ --with UZB
  relations-db COMMAND --help
"""
app = typer.Typer(
    name="relations-db",
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
documents.add_to(app)
answers.add_to(app)
reviews.add_to(app)
quality.add_to(app)
databases.add_to(app)

INTERRUPTED = 130


def _version(wanted: bool) -> None:
    if wanted:
        from relations_db import __version__

        typer.echo(f"relations-db {__version__}")
        raise Exit


@app.callback()
def _root(
    database: str | None = typer.Option(None, "--database", metavar="URL", help="PostgreSQL address for any command."),
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show the version."),
) -> None:
    set_default_database(database)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and exit with its code; no exception leaves here but `SystemExit`."""
    for stream in (sys.stdout, sys.stderr):
        if (stream.encoding or "").lower().replace("-", "") != "utf8" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        code = app(list(arguments) if arguments is not None else None, prog_name="relations-db", standalone_mode=False)
        sys.stdout.flush()
    except Exit as end:
        return end.exit_code
    except (KeyboardInterrupt, Abort):
        say("interrupted")
        return INTERRUPTED
    except (ReaderGone, BrokenPipeError, SystemExit):
        # The reader of the pipe has seen enough; Typer turns a broken pipe of its own output into SystemExit.
        # Python would complain at exit about what it could not flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            put(str(error.format_message()) + "\n")
            return 2
        say(f"{_plain(error)} (see {_help_of(error)})")
        return 2
    except RelationsError as error:
        say(str(error))
        return error.exit_code
    except Exception as error:
        return _unexpected(error)
    return code if isinstance(code, int) else 0


def _plain(error: TyperException) -> str:
    message = getattr(error, "format_message", lambda: str(error))()
    return " ".join(message.replace("Value error, ", "").split()).rstrip(".")


def _help_of(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    return f"{context.command_path if context else 'relations-db'} --help"


def _unexpected(error: Exception) -> int:
    """What is not raised on purpose: trouble with the database, or a mistake in this program."""
    if os.environ.get("RELATIONS_DB_DEBUG"):
        raise error
    from relations_db.cli.trouble import explain

    known = explain(error)
    say(str(known))
    return known.exit_code
