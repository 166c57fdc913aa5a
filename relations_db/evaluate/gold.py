"""Gold files and the texts that they speak of."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from relations_db.errors import InvalidInput
from relations_db.extract import Extractor, to_codebook
from relations_db.read import Unreadable, read_documents

Facts = Mapping[str, Any]
_HELD = "HELD"
_TEXTS = (".txt", ".md", ".html", ".htm")


def read_facts(path: Path) -> dict[str, Facts]:
    """Documents in the codebook's JSON by their id: of a file (.json, .jsonl) or of the files of a folder.

    Raises:
        InvalidInput: there is no such path, a file is no JSON, or no document has an id.
    """
    if not path.exists():
        raise InvalidInput(f"no such file or folder: {path}")
    files = sorted(p for p in path.iterdir() if p.suffix in (".json", ".jsonl")) if path.is_dir() else [path]
    found = {str(item["id"]): item for file in files for item in _objects(file)}
    if not found:
        raise InvalidInput(f"{path} holds no document in the codebook's form: JSON objects with an id")
    return found


def read_held(path: Path) -> frozenset[str]:
    """Documents that are scored, not looked at: the lines of a file `HELD` in the folder, where there is one.

    Raises:
        InvalidInput: the file cannot be read.
    """
    file = path / _HELD
    try:
        return frozenset(file.read_text(encoding="utf-8").split()) if file.is_file() else frozenset()
    except (OSError, ValueError) as error:
        raise InvalidInput(f"{file} cannot be read: {error}") from None


def _objects(file: Path) -> Iterator[Facts]:
    try:
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".jsonl":
            items = [json.loads(line) for line in text.splitlines() if line.strip()]
        else:
            items = json.loads(text) if text.strip() else []
    except (OSError, ValueError) as error:
        raise InvalidInput(f"{file} cannot be read as JSON: {error}") from None
    for item in items if isinstance(items, list) else [items]:
        if isinstance(item, dict) and "id" in item:
            yield item


def extract_texts(gold: Path, ids: list[str], texts: Path | None = None) -> dict[str, Facts]:
    """What the extractor finds in the texts of the gold documents; a document whose text is not there is left out.

    Texts are files named by the document's id, beside the gold or in a folder `articles` or `texts` next to the gold's;
    `texts` names another folder. A line of a gold file in JSON Lines may hold its `text` itself.

    Raises:
        InvalidInput: not one text was found.
    """
    at = _texts_in([texts] if texts else _folders(gold))
    files = [at[name] for name in ids if name in at] + _with_texts(gold)
    if not files:
        raise InvalidInput(
            f"no text for the documents of {gold}: put them beside it, or name their folder with --texts"
        )
    extractor, wanted = Extractor(), frozenset(ids)
    documents = (d for d in read_documents(files) if not isinstance(d, Unreadable))
    return {d.id: to_codebook(extractor.extract(d)) for d in documents if d.id in wanted}


def _with_texts(gold: Path) -> list[Path]:
    """Gold files of lines that hold their texts themselves."""
    files = sorted(gold.glob("*.jsonl")) if gold.is_dir() else [gold]
    return [file for file in files if file.suffix == ".jsonl" and any("text" in item for item in _objects(file))]


def _folders(gold: Path) -> list[Path]:
    home = gold if gold.is_dir() else gold.parent
    return [home, *(home.parent / name for name in ("articles", "texts") if gold.is_dir())]


def _texts_in(folders: list[Path]) -> dict[str, Path]:
    """Texts by the name of their file; the first folder that has one counts."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.glob("*")):
            if path.suffix in _TEXTS:
                found.setdefault(path.stem, path)
    return found
