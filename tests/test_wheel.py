"""The wheel is complete: outside the checkout it migrates, knows the reference data, loads and reports."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "fixtures" / "articles" / "kaz-uzb-2022-state-visit.txt"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    script = "from hatchling.build import build_wheel; import sys; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", script, str(folder)], cwd=ROOT, check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


def test_what_travels_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    migrations = {f"relations_db/_migrations/versions/{path.name}" for path in ROOT.glob("alembic/versions/*.py")}
    tables = {f"relations_db/_reference/{path.name}" for path in ROOT.glob("fixtures/reference/*.csv")}
    assert len(migrations) > 9
    assert len(tables) > 9
    assert names > migrations | tables | {"relations_db/_migrations/env.py", "relations_db/py.typed"}
    strangers = {name.split("/")[0] for name in names} - {"relations_db"}
    assert [name for name in strangers if not name.endswith(".dist-info")] == []
    assert not [name for name in names if "test" in name.rsplit("/", 1)[-1] or "__pycache__" in name]


def test_the_wheel_works_outside_the_checkout(wheel: Path, embedded_server: Any, tmp_path: Path) -> None:
    place = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(place)
    article = tmp_path / "article.txt"
    article.write_bytes(ARTICLE.read_bytes())
    url = embedded_server.url(embedded_server.create())
    # The folder stands before the environment's own packages, so that the checkout installed there is not seen.
    environment = {**os.environ, "PYTHONPATH": str(place), "DATABASE_URL": url, "COLUMNS": "120"}

    def call(*arguments: str) -> str:
        script = "import relations_db.cli as c, sys; sys.stderr.write(c.__file__ + '\\n'); c.main()"
        command = [sys.executable, "-c", script, *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert done.stderr == f"{place}/relations_db/cli/__init__.py\n"
        return done.stdout

    assert call("load", "article.txt").startswith("1 document: 1 new, 0 known (")
    assert "Shavkat Mirziyoyev" in call("report", "visits", "--country", "KAZ", "--with", "UZB")
    assert call("load", "article.txt").endswith("nothing is new\n")
    assert call("db", "downgrade", "--yes", "base") == "schema: revision none\n"
