"""When a stay ends: told of the guest, the plane or both, by leaving, by the way home or on, or by how long it lasts."""

from __future__ import annotations

import pytest

from relations_db.extract import Extractor, to_codebook
from relations_db.values import Document, PartialDate

FRIDAY = PartialDate(2019, 5, 17)
ARRIVED = "President Ana Duarte of Paraguay arrived in Lima on Tuesday for talks with President Luis Rojas of Peru."

# a sentence after the arrival on 14 May, and the day of May on which the stay ends by it
DEPARTURES = (
    ("Mrs Duarte flew home on Wednesday evening.", 15),
    ("Duarte left for home on Wednesday.", 15),
    ("The president hurried home on Thursday.", 16),
    ("She was home by nightfall.", 14),
    ("By Wednesday night she was on her way to Quito.", 15),
    ("By Wednesday night she was on her way home.", 15),
    ("Duarte takes off for home on Saturday.", 18),
    ("She wraps up her visit on Saturday, when she leaves for Quito.", 18),
    ("Her plane took off for Quito on Thursday morning.", 16),
    ("An aircraft with the president on board took off from Lima on Thursday.", 16),
    ("The airliner carrying Duarte left Lima on Thursday.", 16),
    ("She called on the speaker of parliament, Rosa Vega, and left on Thursday.", 16),
    ("She leaves on Saturday for Quito.", 18),
    ("Duarte flew on to Quito on Thursday.", 16),
    ("On Thursday she flew on from Lima to Quito.", 16),
    ("On Thursday the guest continued to Quito.", 16),
    ("From Lima the guest flew on Thursday to Ecuador.", 16),
    ("She left Peruvian soil on Thursday.", 16),
    ("Before her departure on Thursday night she laid a wreath.", 16),
    ("Before leaving Lima on Thursday she laid a wreath.", 16),
    ("Prior to leaving for Quito on Thursday, Duarte laid a wreath.", 16),
    ("She laid a wreath before taking off for Asuncion on Thursday.", 16),
    ("She departs for Quito this evening.", 17),
    ("Duarte left this morning.", 17),
    ("Rojas saw her off at the airport on Thursday.", 16),
    ("She remains in Peru until Saturday.", 18),
    ("She will stay until Saturday.", 18),
    ("The visit ended on Thursday.", 16),
    ("The visit ends on Saturday.", 18),
    ("On Thursday, the last day of her stay, she opened a school.", 16),
    ("She returned to Asuncion on Thursday.", 16),
    ("She was back in Asuncion on Thursday.", 16),
    ("She is due back in Asuncion on Saturday.", 18),
    ("Duarte goes home on Saturday.", 18),
    ("On Saturday she goes back to Paraguay.", 18),
    ("She departed the next day.", 15),
    ("She flew home the next morning.", 15),
    ("She left the following day.", 15),
    ("She left two days later.", 16),
    ("She left the same evening.", 14),
    ("She left Peru the same night.", 14),
    ("She left six hours later.", 14),
    ("She stayed for three days.", 16),
    ("She stayed three days.", 16),
    ("She spent three days in Peru.", 16),
    ("Duarte stays in Peru for five days.", 18),
    ("The president is staying for five days.", 18),
    ("It is a five-day visit.", 18),
    ("The visit lasts five days.", 18),
    ("The visit, which lasts until Saturday, is her first.", 18),
    ("She is on a five-day visit.", 18),
    ("Duarte, on a five-day visit, is accompanied by two ministers.", 18),
    ("During the five-day visit she will also see Cusco.", 18),
    ("The five-day visit includes a trip to Cusco.", 18),
    ("The visit was over by Thursday.", 16),
    ("Duarte's plane lifted off on Thursday evening.", 16),
    ("The delegation headed home on Thursday.", 16),
    ("The delegation left Lima on Thursday.", 16),
    ("The guests leave on Saturday.", 18),
    ("She boarded her plane for home on Thursday.", 16),
    ("She set off for home on Thursday.", 16),
    ("She moved on to Quito on Thursday.", 16),
    ("She made for Quito on Thursday.", 16),
    ("She drove back over the border on Thursday.", 16),
    ("Her departure is set for Saturday.", 18),
    ("She is scheduled to leave on Saturday.", 18),
    ("She was to leave for Quito on Saturday.", 18),
    ("The president had left Peru by Thursday.", 16),
    ("Duarte left Lima for Quito on Thursday afternoon.", 16),
    ("After a night in Cusco she left for Quito on Thursday.", 16),
    ("Having signed the guest book, she left on Thursday.", 16),
    ("She returned home on Thursday after a visit that both sides called useful.", 16),
    ("She returned on Thursday.", 16),
    ("Rojas bade her farewell on Thursday.", 16),
    ("Rojas said goodbye to her on Thursday at the airport.", 16),
    ("The visit was cut short and she flew home on Wednesday.", 15),
    ("Her visit runs from 14 to 18 May.", 18),
    ("She is in Lima until 18 May.", 18),
    ("She returns on the 18th.", 18),
    ("She flies back on 18 May.", 18),
    ("She leaves tomorrow.", 18),
    ("Tomorrow she leaves for home.", 18),
    ("Tomorrow she will visit Cusco before returning home.", 18),
    ("On Saturday she will see Cusco and then fly home.", 18),
    ("On Saturday, before flying home, she will see Cusco.", 18),
    ("Yesterday evening the guest left.", 16),
)

# by none of these the guest leaves
NO_DEPARTURES = (
    "Troops left Lima on Thursday.",
    "Rojas left for Quito on Thursday.",
    "Foreign Minister Elsa Pinto of Chile left Lima on Thursday.",
    "She left the room on Thursday.",
    "She left the army in 1998.",
    "A ship with grain left Callao on Thursday.",
    "Refugees went home on Thursday.",
    "The miners were back at work on Thursday.",
    "On Thursday she left a wreath at the monument.",
    "She left it to Congress on Thursday to decide.",
    "On Thursday she took off her hat.",
    "On Thursday she set off a debate at home.",
    "She went on to praise Peru on Thursday.",
    "On Thursday she continued to press for lower tariffs.",
    "She never left her hotel on Thursday.",
    "She did not leave on Thursday.",
    "She may leave on Saturday.",
    "Had she left on Thursday, the talks would have failed.",
    "She denied that she had left on Thursday.",
    "On Thursday she returned to the subject of tariffs.",
    "On Thursday she returned the call.",
    "On Thursday the peso went back to its old level.",
    "The trade deal leaves farmers exposed, she said on Thursday.",
    "Rojas's plane took off for Quito on Thursday.",
    "On Thursday Rojas saw off the Chilean team at the airport.",
    "She made for the door on Thursday.",
    "The fleet left port on Thursday.",
    "She left for Cusco on Thursday.",
    "She flew to Cusco on Thursday.",
    "She headed back to her hotel on Thursday.",
    "On Thursday she got back to work.",
    "On Thursday she drove home the point that tariffs hurt.",
    "She was gone by Thursday 2 May 2013 from the ministry.",
    "She left Peru in 1998.",
    "She left Peru as a child.",
    "Parliament said goodbye to the old law on Thursday.",
    "She bade farewell to the veterans on Thursday.",
    "The conference lasted a day.",
    "Rojas stayed a day in bed.",
    "She spent Wednesday in Cusco.",
    "She spent Wednesday in talks.",
)

# the first and the last day in May
LENGTHS = (
    ("President Ana Duarte of Paraguay landed in Lima on Tuesday on a four-day state visit.", 14, 17),
    ("President Ana Duarte of Paraguay touched down in Lima on Tuesday on a four-day state visit.", 14, 17),
    (
        "President Ana Duarte of Paraguay touched down at Jorge Chavez airport in Lima yesterday morning for a four-day state visit.",
        16,
        19,
    ),
    ("President Ana Duarte of Paraguay stepped ashore at Callao in Peru on Tuesday for a two-day state visit.", 14, 15),
    (
        "President Ana Duarte of Paraguay stepped off her plane in Lima on Tuesday, at the start of a two-day visit.",
        14,
        15,
    ),
    ("President Ana Duarte of Paraguay drove across the border to Peru on Tuesday for a two-day visit.", 14, 15),
    (
        "President Ana Duarte of Paraguay was welcomed in Lima on Tuesday at the start of a three-day state visit.",
        14,
        16,
    ),
    (
        "President Luis Rojas of Peru welcomed President Ana Duarte of Paraguay in Lima on Tuesday at the start of a three-day state visit.",
        14,
        16,
    ),
    (
        "President Luis Rojas of Peru received President Ana Duarte of Paraguay, who arrived in Lima on Tuesday for a three-day visit.",
        14,
        16,
    ),
    ("President Ana Duarte of Paraguay began a three-day visit to Peru on Tuesday.", 14, 16),
    ("President Ana Duarte of Paraguay arrived in Lima on Tuesday. The three-day visit is her first to Peru.", 14, 16),
    ("President Ana Duarte of Paraguay arrived in Lima on Tuesday. She is on a three-day visit.", 14, 16),
    (
        "President Ana Duarte of Paraguay arrived in Lima on Tuesday. During her three-day visit she will meet farmers.",
        14,
        16,
    ),
    ("President Ana Duarte of Paraguay arrived in Lima on Tuesday. She will be in Peru for three days.", 14, 16),
    ("President Ana Duarte of Paraguay arrived in Lima on Tuesday. She is to spend three days in the country.", 14, 16),
    ("President Ana Duarte of Paraguay came to Lima on Tuesday and stayed for three days.", 14, 16),
    ("On Tuesday President Ana Duarte of Paraguay flew to Lima, where she will spend three days.", 14, 16),
    ("President Ana Duarte of Paraguay flew to Lima on Tuesday for a visit of three days.", 14, 16),
    ("President Ana Duarte of Paraguay spent three days in Peru from Tuesday.", 14, 16),
    ("President Ana Duarte of Paraguay was in Peru from Tuesday to Thursday.", 14, 16),
    ("President Ana Duarte of Paraguay was in Peru from 14 to 16 May.", 14, 16),
    ("President Ana Duarte of Paraguay was in Peru on 14 and 15 May.", 14, 15),
    ("President Ana Duarte of Paraguay will pay a state visit to Peru on 28 and 29 May.", 28, 29),
    ("President Ana Duarte of Paraguay will pay a state visit to Peru on 28 and 29 May 2019.", 28, 29),
    ("President Ana Duarte of Paraguay will visit Peru on May 28-29.", 28, 29),
    ("President Ana Duarte of Paraguay will visit Peru on May 28 and 29.", 28, 29),
    ("President Ana Duarte of Paraguay visits Peru from Monday until Wednesday.", 20, 22),
    ("President Ana Duarte of Paraguay visits Peru on Monday and Tuesday.", 20, 21),
    ("President Ana Duarte of Paraguay will be in Lima from Monday for three days.", 20, 22),
    ("From Monday President Ana Duarte of Paraguay will be in Lima for three days.", 20, 22),
    ("President Ana Duarte of Paraguay arrives in Lima on Monday for three days.", 20, 22),
    ("President Ana Duarte of Paraguay starts a three-day state visit to Peru on Monday.", 20, 22),
    ("President Ana Duarte of Paraguay arrived in Lima on Tuesday and will remain in Peru until Saturday.", 14, 18),
    (
        "President Ana Duarte of Paraguay arrived in this capital, Lima, on Tuesday afternoon and will remain in the country until Saturday.",
        14,
        18,
    ),
    ("President Ana Duarte of Paraguay, in Lima since Tuesday, leaves on Saturday.", 14, 18),
    (
        "President Ana Duarte of Paraguay, who arrived in Lima on Tuesday and leaves on Saturday, met President Luis Rojas.",
        14,
        18,
    ),
    ("President Ana Duarte of Paraguay was in Lima on Tuesday for a few hours.", 14, 14),
    ("President Ana Duarte of Paraguay made a one-day visit to Peru on Tuesday.", 14, 14),
    ("President Ana Duarte of Paraguay paid a brief visit to Peru on Tuesday, returning the same evening.", 14, 14),
    ("President Ana Duarte of Paraguay flew to Lima on Tuesday and back the same day.", 14, 14),
    ("President Ana Duarte of Paraguay arrived in Lima on Tuesday. She stayed for the day.", 14, 14),
    ("President Ana Duarte of Paraguay arrived in Lima on Tuesday and left six hours later.", 14, 14),
    (
        "On 14 May President Ana Duarte of Paraguay came to Lima; she stayed a day and dined with President Luis Rojas.",
        14,
        14,
    ),
    ("President Ana Duarte of Paraguay spent 14 May in Lima.", 14, 14),
    ("President Ana Duarte of Paraguay arrived in Lima on Tuesday for an overnight stay.", 14, 15),
    ("President Ana Duarte of Paraguay arrived in Lima on Tuesday and stayed overnight.", 14, 15),
    (
        "President Ana Duarte of Paraguay ended a two-day visit to Peru on Thursday. She had arrived on Wednesday morning.",
        15,
        16,
    ),
    ("President Ana Duarte of Paraguay ended a three-day visit to Peru on Thursday.", 14, 16),
    ("President Ana Duarte of Paraguay wrapped up a three-day visit to Peru on Thursday.", 14, 16),
    ("President Ana Duarte of Paraguay left Peru on Thursday at the end of a three-day visit.", 14, 16),
    ("President Ana Duarte of Paraguay left Lima on Thursday after a three-day state visit.", 14, 16),
    ("President Ana Duarte of Paraguay returned home on Thursday from a three-day state visit to Peru.", 14, 16),
    (
        "President Ana Duarte of Paraguay, on a three-day visit that began on Tuesday, met President Luis Rojas in Lima.",
        14,
        16,
    ),
    (
        "President Ana Duarte of Paraguay met President Luis Rojas in Lima on Wednesday, the second day of a three-day visit.",
        14,
        16,
    ),
    (
        "President Ana Duarte of Paraguay met President Luis Rojas in Lima on Wednesday, the last day of a two-day visit.",
        14,
        15,
    ),
    (
        "President Ana Duarte of Paraguay met President Luis Rojas in Lima on Tuesday, the first day of a two-day visit.",
        14,
        15,
    ),
    ("State visit of President Ana Duarte of Paraguay to Peru: 14 to 16 May 2019", 14, 16),
    ("Visit of President Ana Duarte of Paraguay to Peru, 14-16 May 2019", 14, 16),
    ("President Ana Duarte of Paraguay visited Peru (14-16 May).", 14, 16),
)


def _stays(extractor: Extractor, text: str) -> list[tuple[str | None, str | None]]:
    facts = to_codebook(extractor.extract(Document(id="x", text=text, published_on=FRIDAY)))
    own = [v for v in facts["visits"] if v["host"] == "PER" and v["leader"] == "Ana Duarte"]
    return [(v.get("started_on"), v.get("ended_on")) for v in own]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(("sentence", "day"), DEPARTURES)
def test_a_departure_ends_the_stay(extractor: Extractor, sentence: str, day: int) -> None:
    for text in (f"{ARRIVED} {sentence}", f"{ARRIVED}\n\nThe two leaders spoke of tariffs.\n\n{sentence}"):
        assert _stays(extractor, text) == [("2019-05-14", f"2019-05-{day}")]


@pytest.mark.parametrize("sentence", NO_DEPARTURES)
def test_what_is_no_departure_does_not(extractor: Extractor, sentence: str) -> None:
    assert _stays(extractor, f"{ARRIVED}\n\n{sentence}") == [("2019-05-14", None)]


@pytest.mark.parametrize(("text", "first", "last"), LENGTHS)
def test_the_length_gives_the_last_day(extractor: Extractor, text: str, first: int, last: int) -> None:
    assert _stays(extractor, text) == [(f"2019-05-{first}", f"2019-05-{last}")]


def test_the_stay_may_be_told_after_the_departure(extractor: Extractor) -> None:
    text = (
        "By the time her plane took off for Quito on Thursday evening, the talks were over. "
        "President Ana Duarte of Paraguay had been welcomed in Lima on Tuesday by President Luis Rojas of Peru."
    )
    assert _stays(extractor, text) == [("2019-05-14", "2019-05-16")]


def test_all_who_leave_together_leave(extractor: Extractor) -> None:
    text = "President Ana Duarte of Paraguay and President Iker Sosa of Uruguay arrived in Lima on Tuesday. Both flew home on Thursday."
    facts = to_codebook(extractor.extract(Document(id="x", text=text, published_on=FRIDAY)))
    assert {(v["leader"], v.get("ended_on")) for v in facts["visits"]} == {
        ("Ana Duarte", "2019-05-16"),
        ("Iker Sosa", "2019-05-16"),
    }


@pytest.mark.parametrize(
    ("sentence", "trips"),
    [
        ("Later that year she was back in Lima for a private stay.", ["2018-03-05", "2018"]),
        ("Later that year she visited Peru again.", ["2018-03-05", "2018"]),
        ("It was her only visit to Peru that year.", ["2018-03-05"]),
    ],
)
def test_later_in_the_year_is_another_trip(extractor: Extractor, sentence: str, trips: list[str]) -> None:
    lead = (
        "On 5 March 2018 President Ana Duarte of Paraguay arrived in Lima for talks with President Luis Rojas of Peru."
    )
    assert sorted(str(first) for first, _ in _stays(extractor, f"{lead} {sentence}")) == sorted(trips)
