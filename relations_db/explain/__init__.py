"""Why a text gave what it gave: for a terminal and as a page for a browser."""

from relations_db.explain.account import ShownField, fields_of, headline
from relations_db.explain.page import explain_page
from relations_db.explain.table import explain_table

__all__ = ["ShownField", "explain_page", "explain_table", "fields_of", "headline"]
