"""Paragraphs that stand between those of an article and should disturb nothing, with the facts that they tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Facts = dict[str, Any]


@dataclass(frozen=True)
class Inserted:
    """`states`: those that the article must not speak of; `names`: words that it must not hold."""

    name: str
    text: str
    facts: Mapping[str, Sequence[Facts]] = field(default_factory=dict)
    states: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    year: int = 0

    def of(self, pair: Sequence[str], names: Mapping[str, str], heads: Mapping[str, str]) -> Inserted | None:
        """The text with the two states for A and B, the head of the first for HEAD; None where there is none."""
        first, second = pair
        if "{head}" in self.text and first not in heads:
            first, second = second, first
            if first not in heads:
                return None
        said = {"a": _said(names[first]), "b": _said(names[second]), "head": heads.get(first, "")}
        text = self.text.format(**said)
        facts = {
            k: [_filled(f, {"A": first, "B": second, "HEAD": said["head"]}, sorted(pair)) for f in v]
            for k, v in self.facts.items()
        }
        return Inserted(self.name, text[0].upper() + text[1:], facts, year=self.year)


_WITH_THE = (
    "United",
    "Netherlands",
    "Philippines",
    "Democratic",
    "Central",
    "Dominican Rep",
    "Marshall",
    "Solomon",
    "Maldives",
)


def _said(name: str) -> str:
    return f"the {name}" if name.startswith(_WITH_THE) else name


def _filled(fact: Facts, codes: Mapping[str, str], pair: list[str]) -> Facts:
    return {
        **{k: codes.get(v, v) if isinstance(v, str) else v for k, v in fact.items()},
        **({"parties": pair} if "parties" in fact else {}),
    }


def _visit(leader: str, country: str, host: str, **more: Any) -> Facts:
    return {"leader": leader, "country": country, "host": host, "city": None, "kind": "unspecified", "started_on": None,
            "ended_on": None, "status": "done", "met": [], **more}  # fmt: skip


def _paper(*parties: str, **more: Any) -> Facts:
    return {"parties": sorted(parties), "title": None, "form": "agreement", "count": 1, "qualifier": "exact", "sectors": [],
            "signed_on": None, "status": "done", **more}  # fmt: skip


def _other(name: str, text: str, states: str, names: str, **facts: Sequence[Facts]) -> Inserted:
    years = [int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", text)]
    return Inserted(name, text, facts, frozenset(states.split()), tuple(names.split("|")), max(years, default=0))


BACKGROUND = (
    _other(
        "visit elsewhere",
        "In March 1998 President Eduardo Frei of Chile paid a state visit to New Zealand, the first of its kind, and met Prime Minister Jenny Shipley in Wellington.",
        "CHL NZL", "Chile|New Zealand",
        visits=[_visit("Eduardo Frei", "CHL", "NZL", kind="state", started_on="1998-03", city="Wellington")],
    ),
    _other(
        "paper elsewhere",
        "Finland and Estonia signed a treaty on the avoidance of double taxation in Turku on 14 May 2001. It took effect a year later.",
        "FIN EST", "Finland|Finnish|Estonia",
        agreements=[_paper("FIN", "EST", title="treaty on the avoidance of double taxation", form="treaty", sectors=["finance"], signed_on="2001-05-14")],
    ),
    _other(
        "trade elsewhere",
        "Trade between Peru and Ecuador reached $3 billion in 2012, more than twice the sum of 2005.",
        "PER ECU", "Peru|Ecuador",
        trade_figures=[{"parties": ["ECU", "PER"], "measure": "turnover", "amount": 3e9, "currency": "USD", "qualifier": "exact", "period": "2012", "scope": None}],
    ),
    _other(
        "summit elsewhere",
        "President Macky Sall of Senegal attended the summit of the Francophonie in Antananarivo, Madagascar, in November 2016.",
        "SEN MDG", "Senegal|Madagascar|Francophonie",
        visits=[_visit("Macky Sall", "SEN", "MDG", kind="summit", started_on="2016-11", city="Antananarivo")],
    ),
    _other(
        "level elsewhere",
        "Ireland and Iceland have had such ties for longer. On 9 October 2007 their foreign ministers signed a joint declaration on a strategic partnership in Galway.",
        "IRL ISL", "Ireland|Irish|Iceland",
        declarations=[{"parties": ["IRL", "ISL"], "form": "joint_declaration", "title": None, "level": "strategic_partnership", "level_text": None, "signed_on": "2007-10-09", "place": "Galway", "status": "done", "signatories": []}],
    ),
    _other(
        "reception elsewhere",
        "Such talks are not new. On 4 June 2003 Prime Minister Jan Peter Balkenende of the Netherlands received President Thabo Mbeki of South Africa in The Hague, and the two signed an agreement on fisheries.",
        "NLD ZAF", "Netherlands|Dutch|South Africa",
        visits=[_visit("Thabo Mbeki", "ZAF", "NLD", started_on="2003-06-04", city="The Hague")],
        agreements=[_paper("NLD", "ZAF", title="agreement on fisheries", sectors=["agriculture"], signed_on="2003-06-04")],
    ),
)  # fmt: skip

SAME_PAIR = (
    Inserted(
        "relations",
        "Relations between {a} and {b} were established on 2 March 1961.",
        {"milestones": [{"parties": [], "kind": "relations_established", "occurred_on": "1961-03-02", "description": ""}]},
        year=1961,
    ),
    Inserted(
        "embassy",
        "{a} opened an embassy in {b} in October 1962.",
        {"milestones": [{"parties": [], "kind": "embassy_opened", "occurred_on": "1962-10", "description": ""}]},
        year=1962,
    ),
    Inserted(
        "paper",
        "{a} and {b} signed an agreement on the exchange of radio programmes in Geneva on 4 May 1965.",
        {"agreements": [_paper("A", "B", title="agreement on the exchange of radio programmes", sectors=["media"], signed_on="1965-05-04")]},
        year=1965,
    ),
    Inserted(
        "trade",
        "Trade between {a} and {b} stood at $12 million in 1995.",
        {"trade_figures": [{"parties": [], "measure": "turnover", "amount": 12e6, "currency": "USD", "qualifier": "exact", "period": "1995", "scope": None}]},
        year=1995,
    ),
    Inserted(
        "visit",
        "{head} had been in {b} once before, on a working visit in June 2011.",
        {"visits": [_visit("HEAD", "A", "B", kind="working", started_on="2011-06")]},
        year=2011,
    ),
)  # fmt: skip

NEUTRAL = (
    _other("museum", "The old customs house beside the river was built in 1874 and became a museum in June 1962; it has been closed for repairs since March.", "", "museum"),
    _other("weather", "It rained for most of the day, and on Sunday part of the quay was under water.", "", "quay"),
    _other("quotation", '"In 1956 my grandfather came here with two suitcases," said Maria Keller, who sells newspapers at the main station.', "", "Keller"),
    _other("wheat", "Prices of wheat fell by 3 per cent last week on reports of a good harvest in Canada, where farmers had feared a drought.", "CAN", "Canad"),
    _other("writer", "The writer Ana Lopes, who was born in Praia in 1951, read from her new novel at the city library on Friday evening.", "CPV", "Lopes|Cape Verde|Cabo Verde"),
    _other("bank", "Inflation in Norway slowed to 2.1 per cent in October 2019, the central bank in Oslo said in a report.", "NOR", "Norw|Oslo"),
    _other("crowd", "Several hundred people had gathered on the square since the morning; schools were shut, and buses ran every ten minutes.", "", "square"),
    _other("company", "Shares of the shipping company Baltmar rose by 4 per cent on Monday after its chairman, Henrik Holm, said that he would step down in June.", "", "Holm"),
)  # fmt: skip
