"""A web page: its main text, and what its head says about it."""

from __future__ import annotations

import json
import re
from typing import Any

from relations_db.errors import UnreadableDocument
from relations_db.read.dates import published
from relations_db.read.decode import decode, known_encoding
from relations_db.read.refusal import accept
from relations_db.values import Document, PartialDate

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_FURNITURE = frozenset({"nav", "header", "footer", "aside", "menu"})
_TITLES = ("og:title", "twitter:title")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
    "sailthru.date",
)
_SOURCES = ("og:site_name", "publisher", "dc.publisher", "application-name")


def read_html(raw: bytes, id: str, encoding: str | None = None, url: str | None = None) -> Document:
    """The page as a document. `encoding` is what the transport said, else what the page says, else UTF-8.

    Raises:
        UnreadableDocument: wrong encoding, no text, or a text that cannot be stored.
    """
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(decode(raw, encoding or _declared(raw)))
    meta = _meta(tree)
    return accept(
        Document(
            id=id,
            text=_main_text(tree),
            published_on=_first_date(meta, tree),
            title=_first(meta, _TITLES) or (tree.title or "").strip() or None,
            source=_first(meta, _SOURCES),
            url=url or meta.get("og:url") or _canonical(tree),
            language=_language(tree),
        )
    )


def _declared(raw: bytes) -> str | None:
    found = _CHARSET.search(raw[:4096])
    return known_encoding(found.group(1).decode("ascii")) if found else None


def _main_text(tree: Any) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    if tree.body is None:
        return ""
    _keep_lists(tree)
    text: str = extract_plain_text(tree, main_content=True, alt_texts=False, comments=False, post_meta=False)
    return text or extract_plain_text(tree, alt_texts=False)


def _keep_lists(tree: Any) -> None:
    """Turn the article's lists into paragraphs.

    The main-text heuristic drops `<ul>` and `<ol>`, and agreements are often listed.
    """
    for items in tree.body.query_selector_all("ul, ol"):
        if not _is_prose(items):
            continue
        block = tree.create_element("div")
        for item in list(items.child_nodes):
            if item.text.strip():
                block.append_child(_paragraph(tree, item))
        items.parent.insert_before(block, items)
        items.parent.remove_child(items)


def _paragraph(tree: Any, item: Any) -> Any:
    paragraph = tree.create_element("p")
    for part in list(item.child_nodes) or [item]:
        paragraph.append_child(part)
    return paragraph


def _is_prose(items: Any) -> bool:
    """True where a list is part of the article: outside the page's furniture and not mostly links."""
    node = items.parent
    while node is not None:
        if node.tag in _FURNITURE or node.tag in {"ul", "ol"}:
            return False
        node = node.parent
    linked = sum(len(link.text.strip()) for link in items.get_elements_by_tag_name("a"))
    return bool(2 * linked < len(items.text.strip()))


def _meta(tree: Any) -> dict[str, str]:
    values: dict[str, str] = {}
    for tag in tree.document.get_elements_by_tag_name("meta"):
        name = tag.getattr("property") or tag.getattr("name") or tag.getattr("itemprop")
        content = (tag.getattr("content") or "").strip()
        if name and content:
            values.setdefault(name.strip().lower(), content)
    return values


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _first_date(meta: dict[str, str], tree: Any) -> PartialDate | None:
    """The first date that can be read. A page has many dates, so a bad one is passed over."""
    times = (tag.getattr("datetime") for tag in tree.document.get_elements_by_tag_name("time"))
    for value in (*(meta.get(name) for name in _DATES), _linked_data(tree), *times):
        try:
            if found := published(value):
                return found
        except UnreadableDocument:
            continue
    return None


def _linked_data(tree: Any) -> str | None:
    """`datePublished` of the page's JSON-LD."""
    for script in tree.document.query_selector_all('script[type="application/ld+json"]'):
        try:
            todo = [json.loads(script.text)]
        except ValueError:
            continue
        while todo:
            node = todo.pop(0)
            if isinstance(node, list):
                todo.extend(node)
            elif isinstance(node, dict):
                if isinstance(node.get("datePublished"), str):
                    return str(node["datePublished"])
                todo.extend(v for v in node.values() if isinstance(v, dict | list))
    return None


def _canonical(tree: Any) -> str | None:
    link = tree.document.query_selector('link[rel="canonical"]')
    return (link.getattr("href") or None) if link else None


def _language(tree: Any) -> str:
    page = tree.document.query_selector("html")
    return ((page.getattr("lang") or "").strip()[:2].lower() or "en") if page else "en"
