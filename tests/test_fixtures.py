"""The articles that `make run` loads and their gold files: complete, verbatim, in our own words."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = {path.stem: path for path in sorted((ROOT / "fixtures" / "articles").glob("*.txt"))}
GOLD = {path.stem: path for path in sorted((ROOT / "fixtures" / "gold").glob("*.json"))}
SEEDS = ROOT.parent / "shared" / "seeds"
SHARED_WORDS = 8

LISTS = (
    "leaders",
    "visits",
    "declarations",
    "agreements",
    "trade_targets",
    "trade_figures",
    "joint_projects",
    "milestones",
)
CODES = {
    "offices": "head_of_state head_of_government deputy_head_of_government foreign_minister minister speaker envoy "
    "other",
    "visit_kinds": "state official working private summit transit unspecified",
    "statuses": "done planned proposed cancelled",
    "qualifiers": "exact about over under",
    "declaration_forms": "joint_declaration declaration joint_statement communique treaty agreement memorandum other",
    "levels": "friendship partnership comprehensive_partnership strategic_partnership enhanced_strategic_partnership "
    "comprehensive_strategic_partnership alliance",
    "agreement_forms": "agreement memorandum protocol roadmap programme treaty contract package other",
    "measures": "turnover exports investment",
    "milestone_kinds": "recognition relations_established embassy_opened council_established anniversary_marked award "
    "visa_regime border other",
    "sectors": "trade investment finance customs industry mining energy nuclear transport aviation space construction "
    "agriculture water environment emergencies defence security justice migration labour social health education "
    "science technology communications media culture tourism sport youth regional diplomacy archives",
}
VALID = {name: frozenset(words.split()) for name, words in CODES.items()}
FIELDS = {
    "leaders": {"name", "country", "office"},
    "visits": {"leader", "country", "host", "city", "kind", "started_on", "ended_on", "status", "met"},
    "declarations": {
        *("parties", "form", "title", "level", "level_text", "signed_on", "place", "status", "signatories"),
    },
    "agreements": {
        *("parties", "form", "title", "count", "qualifier", "sectors", "value_amount", "value_currency"),
        *("signed_on", "place", "status"),
    },
    "trade_targets": {
        *("parties", "measure", "amount", "currency", "due", "due_text", "baseline_amount", "baseline_period"),
        *("announced_on", "announced_by", "step"),
    },
    "trade_figures": {
        *("parties", "measure", "amount", "currency", "qualifier", "growth_percent", "period", "scope"),
    },
    "joint_projects": {
        *("parties", "count", "qualifier", "value_amount", "value_currency", "status", "description", "sectors"),
    },
    "milestones": {"parties", "kind", "occurred_on", "description"},
}
EXTRA = {
    "leaders": {"former", "optional"},
    "trade_targets": {"from", "multiplier", "evidence", "event", "optional"},
    "trade_figures": {"from", "evidence", "event", "optional"},
}
CODED = {
    ("leaders", "office"): "offices",
    ("visits", "kind"): "visit_kinds",
    ("visits", "status"): "statuses",
    ("declarations", "form"): "declaration_forms",
    ("declarations", "level"): "levels",
    ("declarations", "status"): "statuses",
    ("agreements", "form"): "agreement_forms",
    ("agreements", "qualifier"): "qualifiers",
    ("agreements", "status"): "statuses",
    ("trade_targets", "measure"): "measures",
    ("trade_figures", "measure"): "measures",
    ("trade_figures", "qualifier"): "qualifiers",
    ("joint_projects", "qualifier"): "qualifiers",
    ("joint_projects", "status"): "statuses",
    ("milestones", "kind"): "milestone_kinds",
}
MAY_BE_NULL = {("declarations", "level"), ("agreements", "qualifier"), ("joint_projects", "qualifier")}
DATES = ("started_on", "ended_on", "signed_on", "announced_on", "occurred_on", "due")
IDENTIFYING_DATE = {
    "visits": "started_on",
    "declarations": "signed_on",
    "agreements": "signed_on",
    "trade_figures": "period",
    "milestones": "occurred_on",
}
NAMES = ("met", "signatories", "announced_by")
PERIOD = re.compile(r"\d{4}(-Q[1-4]|-\d{2})?(/\d{4}-\d{2})?")


def split_head(raw: str) -> tuple[dict[str, str], str]:
    """The header of an article as keys and values, and the text below it."""
    if mark := re.match(r" date (\d{4}-\d{2}-\d{2}) ", raw):
        return {"Date": mark[1]}, raw[mark.end() :]
    block, _, rest = raw.partition("\n\n")
    lines = [re.fullmatch(r"(Date|Title|Source|URL): (.+)", line) for line in block.splitlines()]
    return ({m[1]: m[2] for m in lines if m}, rest) if lines and all(lines) else ({}, raw)


def article(stem: str) -> tuple[dict[str, str], str]:
    return split_head(ARTICLES[stem].read_text(encoding="utf-8"))


def gold(stem: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(GOLD[stem].read_text(encoding="utf-8"))
    return document


def facts(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind in LISTS:
        for fact in document[kind]:
            yield kind, fact


def is_date(text: str) -> bool:
    """True for YYYY, YYYY-MM and YYYY-MM-DD of the calendar."""
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def by_event() -> dict[str, list[tuple[str, str, dict[str, Any]]]]:
    """Event slug -> (document, kind, fact) of every fact that carries it."""
    found = defaultdict(list)
    for stem in sorted(GOLD):
        for kind, fact in facts(gold(stem)):
            if "event" in fact:
                found[fact["event"]].append((stem, kind, fact))
    return found


def who(kind: str, fact: dict[str, Any]) -> tuple[str, ...]:
    return (fact["country"], fact["host"]) if kind == "visits" else tuple(fact["parties"])


def word_runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


each_article = pytest.mark.parametrize("stem", sorted(ARTICLES))


def test_every_article_has_a_gold_file_and_every_gold_file_an_article() -> None:
    assert ARTICLES
    assert sorted(ARTICLES) == sorted(GOLD)


@each_article
def test_document_fields_are_those_of_the_header(stem: str) -> None:
    document = gold(stem)
    assert set(document) == {"id", "published_on", "title", "source", "language", *LISTS}
    header, body = article(stem)
    assert (document["id"], document["language"]) == (stem, "en")
    assert document["published_on"] == header.get("Date")
    assert document["title"] == header.get("Title")
    assert document["source"] == header.get("Source")
    assert header.get("Source") in (None, "relations-db fixtures")
    assert body.strip()


@each_article
def test_evidence_is_verbatim(stem: str) -> None:
    _, body = article(stem)
    missing = [quote for _, fact in facts(gold(stem)) for quote in fact.get("evidence", []) if quote not in body]
    assert missing == []


@each_article
def test_facts_carry_evidence_event_and_the_codebook_fields(stem: str) -> None:
    wrong = []
    for kind, fact in facts(gold(stem)):
        extra = EXTRA.get(kind, {"evidence", "event", "optional"})
        complete = FIELDS[kind] <= set(fact) <= FIELDS[kind] | extra
        if not complete or (kind != "leaders" and not (fact["evidence"] and fact.get("event"))):
            wrong.append((kind, fact))
    assert wrong == []


@each_article
def test_codes_are_those_of_the_codebook(stem: str) -> None:
    wrong = []
    for kind, fact in facts(gold(stem)):
        for (of_kind, field), name in CODED.items():
            if kind == of_kind and fact[field] not in VALID[name]:
                wrong += [] if fact[field] is None and (kind, field) in MAY_BE_NULL else [(kind, field, fact[field])]
        wrong += [(kind, "sectors", code) for code in fact.get("sectors", []) if code not in VALID["sectors"]]
    assert wrong == []


@each_article
def test_dates_parties_and_money_have_the_codebook_form(stem: str) -> None:
    wrong = []
    for kind, fact in facts(gold(stem)):
        wrong += [(kind, field, fact[field]) for field in DATES if fact.get(field) and not is_date(fact[field])]
        countries = fact.get("parties", [])
        if countries != sorted(set(countries)) or ("parties" in fact and len(countries) < 2):
            wrong.append((kind, "parties", countries))
        named = [*countries, *(fact[field] for field in ("country", "host", "from") if field in fact)]
        wrong += [(kind, "country", code) for code in named if not re.fullmatch(r"[A-Z]{3}", code)]
        for amount, currency in (("amount", "currency"), ("value_amount", "value_currency")):
            if amount in fact and (fact[amount] is None) != (fact[currency] is None):
                wrong.append((kind, amount, fact[amount]))
        for field in ("period", "baseline_period"):
            if fact.get(field) and not PERIOD.fullmatch(fact[field]):
                wrong.append((kind, field, fact[field]))
        if kind == "visits" and fact["country"] == fact["host"]:
            wrong.append((kind, "host", fact["host"]))
    assert wrong == []


@each_article
def test_names_in_facts_are_leaders_of_the_document_and_words_of_the_text(stem: str) -> None:
    document = gold(stem)
    _, body = article(stem)
    known = {leader["name"] for leader in document["leaders"]}
    used = {visit["leader"] for visit in document["visits"]}
    used |= {name for _, fact in facts(document) for field in NAMES for name in fact.get(field, [])}
    assert used - known == set()
    assert [name for name in sorted(known) if name not in body] == []


def test_the_articles_cover_many_pairs_and_years() -> None:
    pairs = {frozenset(who(kind, fact)) for event in by_event().values() for _, kind, fact in event}
    assert len([pair for pair in pairs if len(pair) == 2]) >= 12
    years = {document["published_on"][:4] for document in map(gold, GOLD) if document["published_on"]}
    assert min(years) <= "1992"
    assert max(years) >= "2025"
    assert [stem for stem in sorted(GOLD) if gold(stem)["published_on"] is None] == ["kaz-uzb-trade-and-industry"]


def test_some_events_are_reported_by_several_documents_at_several_stages() -> None:
    shared = {slug: found for slug, found in by_event().items() if len({stem for stem, _, _ in found}) > 1}
    assert len(shared) >= 4
    stages = [{fact.get("status") for _, _, fact in found} for found in shared.values()]
    assert {"planned", "done"} in stages
    assert {"planned", "cancelled"} in stages


def test_facts_of_one_event_are_of_one_kind_about_the_same_states_at_compatible_dates() -> None:
    wrong = []
    for slug, found in by_event().items():
        if len({(kind, who(kind, fact)) for _, kind, fact in found}) > 1:
            wrong.append((slug, "kind or parties"))
        for (_, kind, one), (_, _, other) in combinations(found, 2):
            first, second = (fact.get(IDENTIFYING_DATE.get(kind, "")) for fact in (one, other))
            if first and second and not (first.startswith(second) or second.startswith(first)):
                wrong.append((slug, f"{first} against {second}"))
    assert wrong == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the articles that the first five retell are not part of the project")
@each_article
def test_no_words_are_taken_from_the_texts_retold(stem: str) -> None:
    taken: set[tuple[str, ...]] = set()
    for seed in sorted(SEEDS.glob("*.txt")):
        taken |= word_runs(seed.read_text(encoding="utf-8"), SHARED_WORDS)
    assert taken
    _, body = article(stem)
    assert word_runs(body, SHARED_WORDS) & taken == set()


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (" date 2024-10-29 Text.", ({"Date": "2024-10-29"}, "Text.")),
        ("Date: 2024-10-29\nTitle: A\n\nText.", ({"Date": "2024-10-29", "Title": "A"}, "Text.")),
        ("Text: of its own\nkind.\n\nMore.", ({}, "Text: of its own\nkind.\n\nMore.")),
        ("Text.", ({}, "Text.")),
    ],
)
def test_split_head(raw: str, expected: tuple[dict[str, str], str]) -> None:
    assert split_head(raw) == expected


@pytest.mark.parametrize("text", ["2024", "2024-02", "2024-02-29"])
def test_is_date_accepts(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize("text", ["", "24", "2024-13", "2023-02-29", "2024-2-9", "2024-02-29T00"])
def test_is_date_refuses(text: str) -> None:
    assert not is_date(text)
