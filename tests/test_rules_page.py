"""The page of rules says what the rules say."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def test_page_is_made_from_the_rules() -> None:
    made = runpy.run_path(str(DOCS / "make_rules.py"))["page"]()
    written = (DOCS / "reference" / "rules.md").read_text(encoding="utf-8")
    assert written == made, "the rules have changed: run `python docs/make_rules.py`"
