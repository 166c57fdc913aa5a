"""The version of the rules follows from all that a reading depends on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from relations_db.extract import extractor_version, version

IMPORTED = """
import sys, relations_db.extract
print(*(m.__file__ for name, m in sorted(sys.modules.items()) if name.split(".")[0] == "relations_db"), sep="\\n")
"""
# What a reading cannot depend on: the names of the package, and the errors it raises.
ASIDE = {"relations_db/__init__.py", "relations_db/errors.py"}


def test_all_modules_that_read_a_text_are_part_of_it() -> None:
    told = subprocess.run([sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=True).stdout
    package = Path(version.__file__).parents[2]
    imported = {Path(line).relative_to(package).as_posix() for line in told.split("\n") if line}
    counted = {p.relative_to(package).as_posix() for p in version._sources() if p.suffix == ".py"}
    assert imported - counted == ASIDE


def test_a_change_of_a_rule_or_a_table_changes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule, table = tmp_path / "rule.py", tmp_path / "table.csv"
    monkeypatch.setattr(version, "_sources", lambda: iter([rule, table]))

    def of(code: bytes, rows: bytes) -> str:
        rule.write_bytes(code)
        table.write_bytes(rows)
        extractor_version.cache_clear()
        return extractor_version()

    first = of(b"a\nb\n", b"x,y\n")
    try:
        assert of(b"a\nc\n", b"x,y\n") != first
        assert of(b"a\nb\n", b"x,z\n") != first
        assert of(b"a\r\nb\r\n", b"x,y\r\n") == first
    finally:
        extractor_version.cache_clear()
