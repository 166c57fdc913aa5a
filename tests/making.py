"""Short ways to make claims and records for tests."""

from __future__ import annotations

from typing import Any

from relations_db.claims import from_json
from relations_db.resolve import Fact, Judgement, Leaders, Record, Resolver, Source, block_key
from relations_db.resolve.places import Places
from relations_db.resolve.words import Words
from relations_db.values import Claim, Kind, PartialDate, Span
from relations_db.vocabulary import City, LeaderName, Tenure

PAIR = {"parties": ["KAZ", "UZB"]}
DEFAULTS: dict[Kind, dict[str, Any]] = {
    Kind.LEADER: {"country": "KAZ", "office": "minister"},
    Kind.VISIT: {"leader": "Sadyr Japarov", "country": "KGZ", "host": "KAZ"},
    Kind.DECLARATION: {**PAIR, "form": "joint_declaration"},
    Kind.AGREEMENT: {**PAIR, "form": "agreement", "count": 1, "qualifier": "exact"},
    Kind.TRADE_TARGET: {**PAIR, "amount": 10_000_000_000, "currency": "USD"},
    Kind.TRADE_FIGURE: {**PAIR, "amount": 5_000_000_000, "currency": "USD", "qualifier": "exact"},
    Kind.JOINT_PROJECT: {**PAIR, "count": 1, "qualifier": "exact"},
    Kind.MILESTONE: {**PAIR, "kind": "relations_established"},
}
TENURES = (
    Tenure("kaz-tokayev", "Kassym-Jomart Tokayev", "Tokayev", "KAZ", "head_of_state", "2019-03-20", ""),
    Tenure("kaz-nazarbayev", "Nursultan Nazarbayev", "Nazarbayev", "KAZ", "head_of_state", "1990-04-24", "2019-03-20"),
    Tenure("kgz-japarov", "Sadyr Japarov", "Japarov", "KGZ", "head_of_state", "2021-01-28", ""),
    Tenure(
        "kgz-japarov-akylbek", "Akylbek Japarov", "Japarov", "KGZ", "head_of_government", "2021-10-12", "2024-12-16"
    ),
    Tenure("tkm-gb", "Gurbanguly Berdimuhamedov", "Berdimuhamedov", "TKM", "head_of_state", "2007-02-14", "2022-03-19"),
    Tenure("tkm-sb", "Serdar Berdimuhamedov", "Berdimuhamedov", "TKM", "head_of_state", "2022-03-19", ""),
    Tenure("prk-kim-il", "Kim Jong Il", "Kim", "PRK", "head_of_state", "1994-07-08", "2011-12-17"),
    Tenure("prk-kim-un", "Kim Jong Un", "Kim", "PRK", "head_of_state", "2011-12-17", ""),
    Tenure(
        "qat-khalifa",
        "Khalifa bin Hamad Al Thani",
        "Sheikh Khalifa",
        "QAT",
        "head_of_state",
        "1972-02-22",
        "1995-06-27",
    ),
    Tenure(
        "qat-hamad", "Hamad bin Khalifa Al Thani", "Sheikh Hamad", "QAT", "head_of_state", "1995-06-27", "2013-06-25"
    ),
    Tenure("phl-marcos-sr", "Ferdinand Marcos", "Marcos", "PHL", "head_of_state", "1965-12-30", "1986-02-25"),
    Tenure("phl-marcos-jr", "Ferdinand Marcos Jr", "Marcos", "PHL", "head_of_state", "2022-06-30", ""),
    Tenure("egy-sisi", "Abdel Fattah el-Sisi", "Sisi", "EGY", "head_of_state", "2014-06-08", ""),
    Tenure("tur-erdogan", "Recep Tayyip Erdoğan", "Erdoğan", "TUR", "head_of_state", "2014-08-28", ""),
    Tenure("usa-biden", "Joe Biden", "Biden", "USA", "head_of_state", "2021-01-20", "2025-01-20"),
    Tenure("pak-nawaz", "Nawaz Sharif", "Sharif", "PAK", "head_of_government", "2013-06-05", "2017-07-28"),
    Tenure("pak-shehbaz", "Shehbaz Sharif", "Sharif", "PAK", "head_of_government", "2022-04-11", ""),
)
LEADERS = Leaders(TENURES, (LeaderName("usa-biden", "Joseph Biden"), LeaderName("usa-biden", "Joseph R. Biden")))
PLACES = Places(
    City(name, city, country, role, since, "")
    for name, city, country, role, since in (
        ("Astana", "Astana", "KAZ", "capital", "1998-05-06"),
        ("Nur-Sultan", "Nur-Sultan", "KAZ", "capital", "2019-03-23"),
        ("Almaty", "Almaty", "KAZ", "former_capital", "1991-12-16"),
        ("Alma-Ata", "Almaty", "KAZ", "former_capital", "1991-12-16"),
        ("Kiev", "Kyiv", "UKR", "capital", ""),
        ("Kiev", "Kiev", "SUN", "city", ""),
    )
)
RESOLVER = Resolver(LEADERS, Words(["Kazakhstan", "Kazakh", "Uzbekistan", "Uzbek"]), PLACES)


def claim(kind: Kind, /, **fields: Any) -> Claim:
    """A claim with the defaults of its kind; dates and periods as text, names as in the codebook."""
    return from_json(kind, {**DEFAULTS[kind], **fields})


def record(
    kind: Kind,
    /,
    said: str | None = "2024-04-19",
    text: str = "a",
    at: int = 0,
    outlet: str | None = None,
    dateline: tuple[int, int] | None = None,
    assumed: bool = False,
    **fields: Any,
) -> Record:
    """A record of text `text`, published on `said` (or at a day of no known year), whose quote stands at `at`.

    `assumed`: its day is that of the text.
    """
    made, published = claim(kind, **fields), PartialDate.parse(said) if said else None
    return Record(
        f"{text}{at:03d}".ljust(32, "0"),
        block_key(made, LEADERS, published),
        made,
        Source(text, published, outlet, dateline=dateline),
        Span(at, at + 5),
        assumed,
    )


def facts(*records: Record, judgements: tuple[Judgement, ...] = ()) -> list[Fact]:
    return RESOLVER.resolve(records, judgements)


def groups(found: list[Fact]) -> list[str]:
    """Facts as the texts behind them: `["ab", "c"]`."""
    return sorted("".join(sorted(key[0] for key in fact.keys)) for fact in found)
