"""Explanations: every field with what it rests on, for a terminal and as a page that holds the text character by character."""

from __future__ import annotations

from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_db.cli import run
from relations_db.cli.shared import window
from relations_db.explain import explain_page, explain_table, fields_of, headline
from relations_db.explain.marks import stretches
from relations_db.extract import Extractor
from relations_db.read import read_documents
from relations_db.values import (
    Agreement,
    Basis,
    Claim,
    Declaration,
    Document,
    Extraction,
    FieldBasis,
    Ignored,
    JointProject,
    Kind,
    Leader,
    Milestone,
    Money,
    PartialDate,
    Quote,
    Span,
    Statement,
    TradeFigure,
    TradeTarget,
    Unhandled,
    Visit,
)

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
PAIR = ("KAZ", "UZB")
TEXT = "Xi Jinping came to Astana on Tuesday. He would not sign <it>. Guests & hosts sang."


def statement(claim: Claim, quote: tuple[int, int], *fields: FieldBasis, rule: str = "rule") -> Statement:
    return Statement(claim, (Quote.of(TEXT, *quote),), fields, rule)


VISIT = statement(
    Visit("Xi Jinping", "CHN", "KAZ", "state", "Astana", PartialDate(2024, 7, 2)),
    (0, 37),
    FieldBasis("city", Basis.SAID, Span(19, 25)),
    FieldBasis("host", Basis.SAID, Span(19, 25)),
    FieldBasis("started_on", Basis.SAID, Span(29, 36)),
    FieldBasis("visit_kind", Basis.FRAME),
    rule="visit-motion",
)
LEADER = statement(Leader("Xi Jinping", "CHN", "head_of_state"), (0, 10), FieldBasis("office", Basis.REFERENCE))
EXAMPLE = Extraction(
    Document("x", TEXT, PartialDate(2024, 7, 3), "A <b> visit", "Agency"),
    (LEADER, VISIT),
    (Ignored(Quote.of(TEXT, 47, 60), Kind.AGREEMENT, "negated"),),
    (Unhandled(Quote.of(TEXT, 62, 76), Kind.VISIT),),
)


def test_fields_with_what_they_rest_on() -> None:
    assert [(f.name, f.value, f.basis, f.words) for f in fields_of(VISIT, TEXT)] == [
        ("leader", "Xi Jinping", Basis.SAID, ""),
        ("country", "CHN", Basis.SAID, ""),
        ("host", "KAZ", Basis.SAID, "Astana"),
        ("kind", "state", Basis.FRAME, ""),
        ("city", "Astana", Basis.SAID, "Astana"),
        ("started_on", "2024-07-02", Basis.SAID, "Tuesday"),
        ("status", "done", Basis.SAID, ""),
    ]


def test_parts_of_one_value_share_its_words() -> None:
    claim = TradeTarget(PAIR, amount=3 * 10**9, currency="USD", due=PartialDate(2030), due_text="Tuesday")
    told = statement(
        claim, (0, 37), FieldBasis("amount", Basis.SAID, Span(0, 2)), FieldBasis("due", Basis.SAID, Span(29, 36))
    )
    words = {f.name: (f.value, f.words) for f in fields_of(told, TEXT)}
    assert words == {
        "parties": ("KAZ, UZB", ""),
        "measure": ("turnover", ""),
        "amount": ("3,000,000,000", "Xi"),
        "currency": ("USD", "Xi"),
        "due": ("2030", "Tuesday"),
        "due_text": ("Tuesday", "Tuesday"),
        "step": ("1", ""),
    }
    priced = statement(
        Agreement(PAIR, "contract", "rails", value=Money(5, "EUR")), (0, 37), FieldBasis("value", Basis.FRAME)
    )
    bases = {f.name: f.basis for f in fields_of(priced, TEXT)}
    assert (bases["value_amount"], bases["value_currency"], bases["title"]) == (Basis.FRAME, Basis.FRAME, Basis.SAID)


@pytest.mark.parametrize(
    ("claim", "line"),
    [
        (Leader("Xi Jinping", "CHN", "head_of_state"), "Xi Jinping (CHN)"),
        (Visit("Xi Jinping", "CHN", "KAZ"), "Xi Jinping (CHN) in KAZ"),
        (Declaration(PAIR, "treaty", "Treaty on Alliance"), "KAZ – UZB: Treaty on Alliance"),
        (Declaration(PAIR, "other", level="strategic_partnership"), "KAZ – UZB: strategic partnership"),
        (Declaration(PAIR, "joint_statement"), "KAZ – UZB: declarations"),
        (Agreement(PAIR, "memorandum", "memorandum on water"), "KAZ – UZB: memorandum on water"),
        (Agreement(PAIR, "package", count=11), "KAZ – UZB: package of 11"),
        (Agreement(PAIR, "package", count=None), "KAZ – UZB: package of several"),
        (TradeTarget(PAIR, amount=10**10, currency="USD"), "KAZ – UZB: turnover 10,000,000,000 USD"),
        (TradeTarget(PAIR, multiplier=2), "KAZ – UZB: turnover × 2"),
        (TradeFigure(PAIR, "exports", "KAZ", growth_percent=-7.5), "KAZ – UZB: exports -7.5 %"),
        (JointProject(PAIR, count=38, description="38 projects"), "KAZ – UZB: 38 projects"),
        (Milestone(PAIR, "relations_established"), "KAZ – UZB: relations established"),
        (Milestone(PAIR, "award", description="Order of Friendship"), "KAZ – UZB: Order of Friendship"),
    ],
)
def test_headlines(claim: Claim, line: str) -> None:
    assert headline(statement(claim, (0, 2))) == line


def test_the_table() -> None:
    assert explain_table(EXAMPLE, 100).splitlines() == [
        "x (2024-07-03)",
        "==============",
        "",
        "1. leaders: Xi Jinping (CHN)",
        "    rule rule",
        "    0..10 “Xi Jinping”",
        "field     value           basis       place   words",
        "───────────────────────────────────────────────────",
        "name      Xi Jinping      said",
        "country   CHN             said",
        "office    head_of_state   reference",
        "",
        "2. visits: Xi Jinping (CHN) in KAZ",
        "    rule visit-motion",
        "    0..37 “Xi Jinping came to Astana on Tuesday.”",
        "field        value        basis   place    words",
        "──────────────────────────────────────────────────",
        "leader       Xi Jinping   said",
        "country      CHN          said",
        "host         KAZ          said    19..25   Astana",
        "kind         state        frame",
        "city         Astana       said    19..25   Astana",
        "started_on   2024-07-02   said    29..36   Tuesday",
        "status       done         said",
        "",
        "ignored, with the reason",
        "    agreements, negated: 47..60 “not sign <it>”",
        "",
        "unhandled: no rule could read",
        "    visits: 62..76 “Guests & hosts”",
        "",
    ]


def test_nothing_found_is_said() -> None:
    empty = Extraction(Document("empty", "Rain."), ())
    assert explain_table(empty, 80) == "empty (no date)\n===============\nnothing found\n\n"
    assert "Nothing was found in this text." in "".join(explain_page([empty]))


# ------------------------------------------------------------------ the page
_VOID = frozenset({"meta", "br"})


class _Page(HTMLParser):
    """What a browser makes of a page: the words of each article without the numbers, all ids, links and tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.articles: list[str] = []
        self.spans: list[tuple[str, str, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag not in _VOID:
            self._open.append(tag)
        if tag == "article":
            self.articles.append("")
        if tag == "span" and "article" in self._open:
            self.spans.append((given.get("class", ""), given.get("title", ""), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self._open and "a" not in self._open:
            self.articles[-1] += data
            if self._open[-1] == "span":
                self.spans[-1] = (*self.spans[-1][:2], self.spans[-1][2] + data)


def page_of(*extractions: Extraction) -> _Page:
    return _Page("".join(explain_page(extractions)))


def test_the_page_holds_text_marks_and_reasons() -> None:
    page = page_of(EXAMPLE)
    assert page.articles == [TEXT]
    marked = [(c, title, words) for c, title, words in page.spans if title]
    assert marked == [
        ("m struck", "agreements: refused: negated", "not sign <it>"),
        ("m unread", "visits: no rule could read this", "Guests & hosts"),
    ]
    assert {"d1", "d1q1", "d1s1", "d1q2", "d1s2"} == set(page.ids)
    assert sorted(page.links) == ["#d1q1", "#d1q2", "#d1s1", "#d1s2"]


def test_the_page_stands_alone() -> None:
    page = "".join(explain_page([EXAMPLE]))
    assert not {"script", "link", "img", "iframe"} & _Page(page).tags
    assert not [word for word in ("http:", "https:", "url(", "@import") if word in page]
    assert "A &lt;b&gt; visit" in page


def test_several_documents_keep_their_ids_apart() -> None:
    page = page_of(EXAMPLE, EXAMPLE)
    assert len(page.ids) == len(set(page.ids)) == 10
    assert page.articles == [TEXT, TEXT]
    assert set(page.links) <= {f"#{name}" for name in page.ids}


def test_each_kind_has_its_colours() -> None:
    sheet = files("relations_db.explain").joinpath("page.css").read_text(encoding="utf-8")
    for kind in Kind:
        assert sheet.count(f"--{kind.value}:") == sheet.count(f"--{kind.value}-fill:") == 2, kind  # light and dark
        assert f".{kind.value} {{" in sheet


def test_articles_as_pages() -> None:
    extractor = Extractor()
    found = [extractor.extract(d) for d in read_documents([ARTICLES]) if isinstance(d, Document)]
    page = page_of(*found)
    assert page.articles == [f.document.text for f in found]
    assert set(page.links) <= {f"#{name}" for name in page.ids}
    assert len(page.ids) == len(set(page.ids))


WORDS = st.text(
    st.characters() | st.sampled_from("<>&\"'\x00\x0b\u202e\u200d\u0301🇰🇿\r\n\t\u00a0\ud800"), min_size=1, max_size=60
)


@st.composite
def marked(draw: st.DrawFn) -> Extraction:
    """Any text with any spans on it."""
    text = draw(WORDS)
    at = st.integers(0, len(text) - 1)

    def quote() -> Quote:
        start = draw(at)
        return Quote.of(text, start, draw(st.integers(start + 1, len(text))))

    claims = (Visit("Xi", "CHN", "KAZ"), Leader("Xi", "CHN", "other"), Milestone(PAIR, "award"))
    told = tuple(
        Statement(claim, (quote(),), (FieldBasis("host", Basis.SAID, quote().span),), "rule")
        for claim in draw(st.lists(st.sampled_from(claims), max_size=4))
    )
    ignored = tuple(Ignored(quote(), Kind.VISIT, "negated") for _ in range(draw(st.integers(0, 2))))
    unhandled = tuple(Unhandled(quote(), Kind.AGREEMENT) for _ in range(draw(st.integers(0, 2))))
    return Extraction(Document("any", text), told, ignored, unhandled)


@given(marked())
def test_stretches_cover_the_text(extraction: Extraction) -> None:
    found = list(stretches(extraction))
    assert (found[0].start, found[-1].end) == (0, len(extraction.document.text))
    assert all(a.end == b.start for a, b in pairwise(found))
    assert sorted(n for s in found for n in s.ends) == list(range(1, len(extraction.statements) + 1))
    for stretch in found:
        spans = [s.quotes[0].span for s in extraction.statements]
        inside = {
            s.kind for s in extraction.statements if s.quotes[0].span.start <= stretch.start < s.quotes[0].span.end
        }
        assert set(stretch.quoting) == inside
        assert all(not span.start < stretch.start < span.end < stretch.end for span in spans)


@given(marked())
def test_a_page_of_any_text_is_well_formed_and_complete(extraction: Extraction) -> None:
    page = "".join(explain_page([extraction]))
    page.encode("utf-8")
    (article,) = _Page(page).articles
    text = extraction.document.text
    assert len(article) == len(text)
    assert all(a in (b, "\ufffd", "\n") for a, b in zip(article, text, strict=True))


# ------------------------------------------------------------------ the command line
ARTICLE = ARTICLES / "kaz-uzb-2022-state-visit.txt"


def test_the_command_writes_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", str(ARTICLE), "--format", "html"]) == 0
    (document,) = read_documents([ARTICLE])
    assert isinstance(document, Document)
    assert _Page(capsys.readouterr().out).articles == [document.text]


def test_the_command_explains_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", str(ARTICLE), "--format", "table", "--explain"]) == 0
    out = capsys.readouterr().out
    (document,) = read_documents([ARTICLE])
    assert isinstance(document, Document)
    assert out == explain_table(Extractor().extract(document), window())
