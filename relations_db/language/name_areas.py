"""How well a name suits a state, by the names of those who led it: "Airlangga" is heard in Jakarta, not in Brussels.

A name's parts (three letters, and whole words) are counted over the leaders of the state, of the states whose people bear names of the same
kind, and of all. It settles only whom of several states the text names a titled person belongs to; it never brings a state of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from math import log, sqrt

from relations_db.language import patterns as re
from relations_db.language.fold import fold, lower

# States whose people bear names of one kind, a line each.
_AREAS = """
SAU ARE QAT KWT BHR OMN YEM YMD IRQ SYR LBN JOR PSE EGY LBY SDN
MAR DZA TUN MRT
IRN AFG TJK
PAK BGD MDV
IND NPL LKA BTN MUS
TUR AZE
KAZ KGZ UZB TKM
RUS BLR UKR SUN
SRB HRV BIH MNE SVN MKD YUG SCG BGR
POL CZE SVK CSK
ROU MDA
ALB XKX
HUN
GRC CYP
GEO ARM
FIN EST LVA LTU
SWE NOR DNK ISL
DEU AUT CHE LIE LUX DDR NLD BEL SUR
FRA MCO
ITA SMR VAT MLT
ESP MEX ARG CHL COL PER VEN ECU BOL URY PRY CUB DOM GTM HND SLV NIC CRI PAN AND GNQ
PRT BRA AGO MOZ CPV STP GNB TLS
GBR USA CAN AUS NZL IRL BHS BRB JAM TTO GUY BLZ GRD LCA VCT KNA ATG DMA SYC
SEN MLI GIN GMB NER BFA CIV TCD TGO BEN
NGA GHA LBR SLE
CMR GAB COG COD CAF HTI
KEN UGA TZA RWA BDI MWI ZMB ZWE BWA ZAF NAM LSO SWZ SSD
ETH ERI SOM DJI COM
MDG
CHN TWN HKG
KOR PRK
JPN
VNM VDR
THA LAO KHM
MMR
IDN MYS BRN SGP
PHL
MNG
ISR
WSM TON FJI PNG SLB VUT KIR TUV NRU FSM MHL PLW COK NIU
"""
_AREA = {state: number for number, line in enumerate(_AREAS.split("\n")) for state in line.split()}
_OF_AREA, _OF_ALL = 25, 20


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    parts: dict[str, None] = {}
    for word in re.findall(r"[a-z]+", lower(fold(name))):
        marked = f"^{word}$"
        parts.update(dict.fromkeys(marked[at : at + 3] for at in range(len(marked) - 2)))
        parts[marked] = None
    return tuple(parts)


class NameAreas:
    """Counts over (state, name) pairs, one for each person. Use `suits`."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        self._people: Counter[str] = Counter()
        self._by_state: dict[str, Counter[str]] = defaultdict(Counter)
        self._by_area: dict[int, Counter[str]] = defaultdict(Counter)
        self._of_area: Counter[int] = Counter()
        self._all: Counter[str] = Counter()
        for state, name in named:
            parts, area = _parts(name), _AREA.get(state, -1)
            self._people[state] += 1
            self._of_area[area] += 1
            for counts in (self._by_state[state], self._by_area[area], self._all):
                counts.update(parts)
        self._total = sum(self._people.values())

    def suits(self, name: str, state: str) -> float:
        """How much likelier the name is among the leaders of a state than among all, as a logarithm; 0 says nothing.

        Parts of one word hang together, so their sum is divided by the root of their number.
        """
        parts = _parts(name)
        if state not in self._people or not parts:
            return 0.0
        return sum(log(self._rate(state, part) / self._share(part)) for part in parts) / sqrt(len(parts))

    def _share(self, part: str) -> float:
        return (self._all[part] + 0.5) / self._total

    def _rate(self, state: str, part: str) -> float:
        area = _AREA.get(state, -1)
        near = _OF_AREA * self._by_area[area][part] / self._of_area[area]
        return (self._by_state[state][part] + near + _OF_ALL * self._share(part)) / (
            self._people[state] + _OF_AREA + _OF_ALL
        )
