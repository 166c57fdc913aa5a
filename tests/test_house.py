"""The rules of the house, proved on the source: imports run one way, rooms keep to themselves, code stays small."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "relations_db"
FILES = sorted(PACKAGE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}

# Rooms from the ground up. A room may import from those below it and from itself, never from above.
FLOORS = [
    {"errors", "values", "settings"},
    {"vocabulary", "claims"},
    {"read", "language", "reference_check"},
    {"extract"},
    {"resolve", "evaluate", "explain"},
    {"store", "models"},
    {"loading", "reports"},
    {"load", "review", "export", "check"},
    {"database"},
    {"cli"},
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
# Rooms that know no database, and what they may therefore not import.
PURE = {"errors", "values", "vocabulary", "claims", "read", "language", "extract", "resolve", "evaluate", "explain"}
DATABASE = {"sqlalchemy", "psycopg", "alembic"}

# What two rooms of one floor may take from each other: nothing, except these.
NEIGHBOURS: set[tuple[str, str]] = {("models", "store"), ("claims", "vocabulary")}


def name_of(path: Path) -> str:
    return ".".join(("relations_db", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


def room_of(module: str) -> str | None:
    """`relations_db.store.engine` is in `store`; the package itself is in no room."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else None


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module that a file imports at run time, inside functions too; not what only the type checker sees."""
    todo: list[ast.AST] = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            assert node.module
            submodules = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from submodules if node.module == "relations_db" else (node.module,)
        todo.extend(ast.iter_child_nodes(node))


def climbs(path: Path) -> Iterator[str]:
    """The imports of a file that do not lead to a lower room."""
    room = room_of(name_of(path))
    for module in imports(TREES[path]) if room else ():
        target = room_of(module) if module.startswith("relations_db.") else None
        if target in (None, room, "__version__") or (room, target) in NEIGHBOURS:
            continue
        if target not in FLOOR or FLOOR[target] >= FLOOR[room or ""]:
            yield f"{name_of(path)} imports {module}"


def test_imports_never_run_upward() -> None:
    assert [climb for path in FILES for climb in climbs(path)] == []


def test_every_room_has_a_floor() -> None:
    rooms = {room_of(name_of(path)) for path in FILES} - {None}
    assert rooms == set(FLOOR)


def test_pure_rooms_know_no_database() -> None:
    pure = [path for path in FILES if room_of(name_of(path)) in PURE]
    assert len(pure) > 20
    assert [name_of(p) for p in pure if DATABASE & {module.split(".")[0] for module in imports(TREES[p])}] == []


def test_only_the_command_line_prints() -> None:
    calls = [(path, node.func) for path, tree in TREES.items() for node in ast.walk(tree) if isinstance(node, ast.Call)]
    printing = {name_of(path) for path, f in calls if isinstance(f, ast.Name) and f.id == "print"}
    assert {name for name in printing if room_of(name) != "cli"} == set()


def test_files_are_short() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: lines for name, lines in lengths.items() if lines > 400} == {}


def bodies() -> Iterator[tuple[str, int]]:
    """Each function with the number of lines of its body, without its docstring."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                told = ast.get_docstring(node) is not None and len(node.body) > 1
                first = node.body[1 if told else 0]
                yield f"{name_of(path)}.{node.name}", (node.end_lineno or 0) - first.lineno + 1


def test_functions_are_short() -> None:
    lengths = dict(bodies())
    assert {name: lines for name, lines in lengths.items() if lines > 60} == {}
    assert statistics.median(lengths.values()) <= 10


def in_a_fresh_interpreter(script: str) -> list[str]:
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    return found.stdout.splitlines()


def test_importing_the_package_imports_nothing_else() -> None:
    script = (
        "import sys; import __future__, importlib, typing; before = set(sys.modules); import relations_db;"
        "print(*sorted(set(sys.modules) - before), sep='\\n')"
    )
    assert in_a_fresh_interpreter(script) == ["relations_db"]


def test_importing_any_module_reads_no_data() -> None:
    """Only source and bytecode of the package are opened: no table, no text, no migration."""
    script = f"""
import importlib, sys
opened = set()
sys.addaudithook(lambda event, given: opened.add(str(given[0])) if event == "open" else None)
for module in {[name_of(path) for path in FILES]!r}:
    importlib.import_module(module)
print(*sorted(opened), sep="\\n")
"""
    opened = [Path(line) for line in in_a_fresh_interpreter(script)]
    ours = [path for path in opened if path.is_relative_to(PACKAGE.parent) and ".venv" not in path.parts]
    assert any(path.is_relative_to(PACKAGE) for path in ours)
    assert [path for path in ours if path.suffix != ".py" and "__pycache__" not in path.parts] == []


def test_the_house_would_notice() -> None:
    """The checks above see what they are there for."""
    told = ast.parse("import sqlalchemy\ndef f():\n    from relations_db.store.engine import connect\n")
    assert set(imports(told)) == {"sqlalchemy", "relations_db.store.engine"}
    assert list(imports(ast.parse("from relations_db import cli"))) == ["relations_db.cli"]
    hidden = ast.parse("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import relations_db.cli")
    assert list(imports(hidden)) == ["typing"]
    assert FLOOR["extract"] < FLOOR["store"] < FLOOR["cli"]


def test_numbers_of_units_are_taken_whole() -> None:
    """Before a "not followed by", `D(\\d+)` would give up a digit and name another unit; `\\d++` does not."""
    loose = re.compile(r"[A-Z]\(?\\d\+\)?\(\?!")
    assert {name_of(path) for path in FILES if loose.search(path.read_text(encoding="utf-8"))} == set()
