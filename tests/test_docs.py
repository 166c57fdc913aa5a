"""The documentation is run: each `console` block's commands print what stands below them, each `python` block runs.

Output changes with the rules. `RELATIONS_DB_UPDATE_DOCS=1 pytest tests/test_docs.py` writes the present output into the
documents; read the difference before you commit it.
"""

from __future__ import annotations

import dataclasses
import doctest
import os
import re
import shlex
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from relations_db import reports
from relations_db.cli import run
from relations_db.errors import RelationsError

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted(ROOT.joinpath("docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
UPDATE = bool(os.environ.get("RELATIONS_DB_UPDATE_DOCS"))
CHECKER = doctest.OutputChecker()
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
RUNNABLE = [page for page in PAGES if BLOCK.search(page.read_text(encoding="utf-8"))]


def page_name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def place(embedded_server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder beside the articles, and a database without tables, as a reader of the page has them."""
    name = embedded_server.create()
    monkeypatch.setenv("DATABASE_URL", embedded_server.url(name))
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", RUNNABLE, ids=page_name)
def test_page(page: Path, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = page.read_text(encoding="utf-8")
    names: dict[str, Any] = {}

    def block(found: re.Match[str]) -> str:
        if found.group(1) == "python":
            run_python(found.group(2), names, page_name(page))
            return found.group(0)
        body = COMMAND.sub(lambda command: run_command(command, capsys, page_name(page)), found.group(2))
        return f"```console\n{body}```"

    renewed = BLOCK.sub(block, content)
    if UPDATE:
        page.write_text(renewed, encoding="utf-8")


def run_command(found: re.Match[str], capsys: pytest.CaptureFixture[str], page: str) -> str:
    """Run one command, compare or renew what stands below it; gives both."""
    line, expected = found.groups()
    program, *arguments = shlex.split(line)
    assert program == "relations-db", f"{page}: only relations-db runs in a console block: {line}"
    capsys.readouterr()
    code = run(arguments)
    out, err = capsys.readouterr()
    printed = re.sub(r"\(\d+\.\d s\)", "(... s)", "".join(f"{text.rstrip()}\n" for text in (out + err).splitlines()))
    if not UPDATE:
        assert code == 0 or err, f"{page}: {line} ended with {code}"
        if not CHECKER.check_output(expected, printed, OPTIONS):
            pytest.fail(f"{page}: {line}\nexpected:\n{expected}\nprinted:\n{printed}")
        return found.group(0)
    return f"$ {line}\n{printed}" if "..." not in expected.replace("(... s)", "") else found.group(0)


def run_python(source: str, names: dict[str, Any], page: str) -> None:
    """Run a block: as a doctest where it has prompts, else as it is. Names last over the page."""
    if ">>>" not in source:
        exec(compile(source, page, "exec"), names)
        return
    test = doctest.DocTestParser().get_doctest(source, names, page, page, 0)
    report: list[str] = []
    runner = doctest.DocTestRunner(CHECKER, optionflags=OPTIONS)
    failed = runner.run(test, out=report.append, clear_globs=False).failed
    names.update(test.globs)
    assert not failed, "".join(report)


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


def leaves(root: type[RelationsError]) -> list[type[RelationsError]]:
    return [root, *(leaf for child in root.__subclasses__() for leaf in leaves(child))]


def test_every_exit_code_is_documented() -> None:
    rows = dict(re.findall(r"^\| (\d+) \| (.*?) \|", (ROOT / "docs/reference/exit-codes.md").read_text(), re.MULTILINE))
    assert set(rows) == {str(leaf.exit_code) for leaf in leaves(RelationsError)} | {"0", "130"}


def row_fields(function: Callable[..., Any]) -> set[str]:
    """The fields of the rows that a report gives back."""
    given = typing.get_type_hints(function)["return"]
    row = typing.get_args(given)[0] if typing.get_args(given) else given
    return {field.name for field in dataclasses.fields(row)}


def test_every_report_parameter_and_field_is_documented() -> None:
    text = (ROOT / "docs/reference/reports.md").read_text(encoding="utf-8")
    common, _, _ = text.partition("\n## ")
    sections = dict(re.findall(r"^## `([a-z-]+)`\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    assert set(sections) == set(reports.REPORTS)
    for name, spec in reports.REPORTS.items():
        wanted = set(spec.parameters) | row_fields(getattr(reports, spec.function))
        if name == "itinerary":  # its rows are those of visits
            wanted -= row_fields(reports.visits)
        if name == "pair":
            wanted -= {"country_name", "other_name"}
        told = set(re.findall(r"`([a-z_]+)`", common + sections[name]))
        assert wanted - told == set(), name
