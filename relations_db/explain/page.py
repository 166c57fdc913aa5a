"""An extraction explained as one self-contained page: no scripts, nothing loaded, for light and dark and for paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from relations_db.explain.account import BASES, LABELS, ShownField, fields_of, headline, label
from relations_db.explain.marks import Stretch, stretches
from relations_db.values import Basis, Extraction, Kind, Quote, Statement

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="relations-db">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<main>
"""
_TAIL = "</main>\n</body>\n</html>\n"
_KEYS = (
    ('<span class="m" style="{line}">underlined</span>', "the words that a statement quotes"),
    ('<span class="m" style="{fill}">filled</span>', "the words of a field"),
    ('<span class="struck">struck</span>', "looked like a fact, refused"),
    ('<span class="unread">wavy</span>', "looked like a fact, not read"),
)
_CODES = frozenset({"kind", "office", "form", "level", "status", "measure", "qualifier"})
# What HTML cannot hold: control characters and halves of surrogate pairs.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def explain_page(extractions: Iterable[Extraction], title: str = "What the texts say") -> Iterator[str]:
    """The page in pieces: its head, a section for each document, its end."""
    yield _HEAD.format(title=_text(title), style=_style())
    for number, extraction in enumerate(extractions, start=1):
        yield "".join(_section(number, extraction))
    yield _TAIL


def _style() -> str:
    return files("relations_db.explain").joinpath("page.css").read_text(encoding="utf-8").strip()


def _text(words: str) -> str:
    """Words as HTML; what HTML cannot hold is shown as a replacement character."""
    return _UNPRINTABLE.sub("\ufffd", escape(words))


def _flat(words: str) -> str:
    return _text(" ".join(words.split()))


def _section(number: int, extraction: Extraction) -> Iterator[str]:
    document = extraction.document
    about = [document.id, str(document.published_on or "no date"), document.source, document.url]
    yield f'<section class="document" id="d{number}">\n<h1>{_flat(document.title or document.id)}</h1>\n'
    yield f'<p class="about">{" · ".join(_text(part) for part in about if part)}</p>\n'
    yield from _legend(extraction)
    yield '<div class="columns">\n<article class="text" dir="auto">'
    yield from (_stretch(number, stretch, extraction) for stretch in stretches(extraction))
    yield '</article>\n<aside class="facts">\n'
    yield from _facts(number, extraction)
    yield from _left(extraction)
    yield "</aside>\n</div>\n</section>\n"


def _legend(extraction: Extraction) -> Iterator[str]:
    yield '<ul class="legend">\n'
    for kind in Kind:
        count = sum(statement.kind is kind for statement in extraction.statements)
        if count:
            yield f'<li class="chip {kind.value}">{LABELS[kind]} <b>{count}</b></li>\n'
    yield '</ul>\n<ul class="legend keys">\n'
    line, fill = _paint((Kind.VISIT,), ()), _paint((), (Kind.VISIT,))
    for sign, meaning in _KEYS:
        yield f"<li>{sign.format(line=line, fill=fill)} {meaning}</li>\n"
    yield "</ul>\n"


# ------------------------------------------------------------------ the text
def _stretch(number: int, stretch: Stretch, extraction: Extraction) -> str:
    words = _text(extraction.document.text[stretch.start : stretch.end])
    badges = "".join(_badge(number, n, extraction.statements[n - 1]) for n in stretch.ends)
    badges = f'<span class="badges">{badges}</span>' if badges else ""
    classes = [name for name, on in (("struck", stretch.struck), ("unread", stretch.unread)) if on]
    quoting = tuple(kind for kind in stretch.quoting if kind is not Kind.LEADER)
    fields = stretch.fields or tuple(kind for kind in stretch.quoting if kind is Kind.LEADER)
    style = _paint(quoting, fields)
    if not classes and not style:
        return words + badges
    title = f' title="{_text("; ".join(stretch.notes))}"' if stretch.notes else ""
    styled = f' style="{style}"' if style else ""
    return f'<span class="{" ".join(["m", *classes])}"{styled}{title}>{words}</span>{badges}'


def _paint(lines: tuple[Kind, ...], fills: tuple[Kind, ...]) -> str:
    """A line under the words for each kind that quotes them, bands of colour for the kinds whose fields they are."""
    layers = [
        f"linear-gradient(var(--{kind.value}),var(--{kind.value})) 0 calc(100% - {3 * place}px)/100% 2px no-repeat"
        for place, kind in enumerate(lines)
    ]
    if fills:
        share = 100 / len(fills)
        bands = (f"var(--{k.value}-fill) {n * share:.0f}% {(n + 1) * share:.0f}%" for n, k in enumerate(fills))
        layers.append(f"linear-gradient({','.join(bands)})")
    return f"background:{','.join(layers)}" if layers else ""


def _badge(number: int, n: int, statement: Statement) -> str:
    name = _text(f"{label(statement.kind.value)}: {headline(statement)}")
    return f'<a class="n {statement.kind.value}" id="d{number}q{n}" href="#d{number}s{n}" title="{name}">{n}</a>'


# ------------------------------------------------------------------ the statements
def _facts(number: int, extraction: Extraction) -> Iterator[str]:
    listed = list(enumerate(extraction.statements, start=1))
    if not listed:
        yield '<p class="none">Nothing was found in this text.</p>\n'
    for kind in Kind:
        mine = [(n, statement) for n, statement in listed if statement.kind is kind]
        if mine:
            yield f"<h2>{LABELS[kind]}</h2>\n"
        if kind is Kind.LEADER and mine:
            rows = "".join(_person(number, n, statement, extraction.document.text) for n, statement in mine)
            yield f'<section class="card people leaders"><table>\n{rows}</table></section>\n'
            continue
        for n, statement in mine:
            yield _card(number, n, statement, extraction.document.text)


def _person(number: int, n: int, statement: Statement, text: str) -> str:
    """A leader as one line: name and state, office, and what the office rests on."""
    fields = {field.name: field for field in fields_of(statement, text)}
    office = f"{'former ' if 'former' in fields else ''}{label(fields['office'].value)}"
    return (
        f'<tr id="d{number}s{n}"><td class="number">{_back(number, n, statement)}</td>'
        f'<td class="value">{_flat(headline(statement))}</td><td>{_text(office)}</td>'
        f'<td class="basis">{_basis(fields["office"])}</td></tr>\n'
    )


def _card(number: int, n: int, statement: Statement, text: str) -> str:
    kind = statement.kind.value
    rows = "".join(_row(field) for field in fields_of(statement, text))
    quotes = "".join(_quote(quote) for quote in statement.quotes)
    name = f'<span class="name">{_flat(headline(statement))}</span><code>{_text(statement.rule)}</code>'
    return (
        f'<section class="card {kind}" id="d{number}s{n}">\n'
        f"<h3>{_back(number, n, statement)}{name}</h3>\n"
        f"{quotes}<table>\n{rows}</table>\n</section>\n"
    )


def _quote(quote: Quote) -> str:
    return f"<blockquote>{_flat(quote.text)}</blockquote>\n"


def _back(number: int, n: int, statement: Statement) -> str:
    """The number of a statement, which leads to its words in the text."""
    return f'<a class="n {statement.kind.value}" href="#d{number}q{n}" title="to the words in the text">{n}</a>'


def _row(field: ShownField) -> str:
    name, value = _text(label(field.name)), _flat(label(field.value) if field.name in _CODES else field.value)
    return (
        f'<tr><td class="field">{name}</td><td class="value">{value}</td><td class="basis">{_basis(field)}</td></tr>\n'
    )


def _basis(field: ShownField) -> str:
    words = f"<q>{_flat(field.words)}</q>" if field.words else ""
    return f'<span class="{field.basis.value}" title="{_text(_reason(field))}">{label(field.basis.value)}</span>{words}'


def _reason(field: ShownField) -> str:
    if field.basis is Basis.SAID:
        return f"characters {field.span.start} to {field.span.end}" if field.span else "in the quoted words"
    return f"from {BASES[field.basis]}"


# ------------------------------------------------------------------ what was left
def _left(extraction: Extraction) -> Iterator[str]:
    refused = [(i.kind, i.reason, i.quote) for i in extraction.ignored]
    unread = [(u.kind, "no rule could read this", u.quote) for u in extraction.unhandled]
    for title, items in (("Refused, and why", refused), ("Not read", unread)):
        if items:
            lines = (
                f"<li><b>{label(kind.value)}</b>: {_text(why)}{_quote(quote)}</li>\n" for kind, why, quote in items
            )
            yield f'<h2>{title}</h2>\n<ul class="left">\n{"".join(lines)}</ul>\n'
