"""Which files a path means, standard input, and what cannot be opened."""

import io
import os
from pathlib import Path

import pytest

from relations_db.errors import InvalidInput
from relations_db.read import Unreadable, list_files, read_documents
from relations_db.values import Document, PartialDate


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "b.json",
        "c.json",
        "d/b.json",
        "d/e.html",
        "d/f.txt.gz",
        ".git/x.txt",
        ".hidden.txt",
        "README.md",
        "LICENSE.txt",
        "notes.docx",
        "h.csv",
        "z/a.jsonl",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path


def test_folder_is_walked_in_order(tree: Path) -> None:
    found = [os.path.relpath(path, tree) for path in list_files([tree])]
    assert found == ["a.md", "b.txt", "c.json", "d/b.json", "d/e.html", "d/f.txt.gz", "h.csv", "z/a.jsonl"]


def test_paths_keep_their_order_and_named_files_are_always_read(tree: Path) -> None:
    paths: list[str | Path] = [tree / "z", tree / "README.md", str(tree / "notes.docx"), "-"]
    assert list_files(paths) == [str(tree / "z/a.jsonl"), str(tree / "README.md"), str(tree / "notes.docx"), "-"]


def test_missing_path_is_refused_before_anything_is_read(tree: Path) -> None:
    with pytest.raises(InvalidInput) as refusal:
        read_documents([tree, tree / "gone"])
    assert str(refusal.value) == f"no such file or folder: {tree}/gone"
    assert refusal.value.exit_code == 2


def test_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert list(read_documents([tmp_path])) == []


def test_broken_link_and_forbidden_file(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone")
    assert list(read_documents([tmp_path])) == [
        Unreadable(f"{tmp_path}/link.txt", "cannot be read: No such file or directory")
    ]


def test_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    with open(path, "w") as out:
        out.write("Talks.")
    assert list(read_documents([path])) == [Document("caf\ufffd", "Talks.")]


STDIN = [
    (b" date 2024-10-29 Talks.", [Document("stdin", "Talks.", PartialDate(2024, 10, 29))]),
    (b'{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}\n', [Document("a", "x"), Document("b", "y")]),
    (b'\xef\xbb\xbf [{"id": "a", "text": "x"}]', [Document("a", "x")]),
    (b'{\n  "id": "a",\n  "text": "x"\n}', [Document("a", "x")]),
    (b"<p>Talks were held.</p>", [Document("stdin", "Talks were held.")]),
    (b"", [Unreadable("standard input", "empty: there is no text")]),
]


@pytest.mark.parametrize(("raw", "expected"), STDIN)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, raw: bytes, expected: list[Document | Unreadable]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(raw))))
    assert list(read_documents(["-"])) == expected
