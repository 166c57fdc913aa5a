"""Visits: who travelled where. Constructions of docs/reference/rules.md, section Visits."""

from __future__ import annotations

from dataclasses import replace

from relations_db.extract.candidate import Rule
from relations_db.extract.rules.visit_acts import ACT, act
from relations_db.extract.rules.visit_clauses import CLAUSES, by_clause
from relations_db.extract.rules.visit_closed import CLOSED, closed
from relations_db.extract.rules.visit_dropped import EXPECTED, WAS_TO_HAVE, expected, was_to_have
from relations_db.extract.rules.visit_ends import LEFT, left
from relations_db.extract.rules.visit_events import EVENT_NOUN, by_event
from relations_db.extract.rules.visit_examples import EXAMPLES
from relations_db.extract.rules.visit_first_person import FIRST_PERSON, first_person
from relations_db.extract.rules.visit_gapped import GAPPED, gapped
from relations_db.extract.rules.visit_gatherings import GATHERING, gathering
from relations_db.extract.rules.visit_guests import (
    AND_HOST,
    AWARDED,
    GUESTS,
    VISITING,
    WAS_GUEST,
    awarded,
    beside_host,
    guests,
    visiting,
    was_guest,
)
from relations_db.extract.rules.visit_held import HELD, held
from relations_db.extract.rules.visit_invites import (
    ACCEPTED,
    BIDDEN,
    HANDED,
    INVITED,
    WHOM,
    accepted,
    bidden,
    handed,
    invited,
    whom,
)
from relations_db.extract.rules.visit_itinerary import BRACKETED, STOP, bracketed, stop
from relations_db.extract.rules.visit_lasting import LASTED, lasted
from relations_db.extract.rules.visit_led import LED, TAKEN, led, taken
from relations_db.extract.rules.visit_leg_of import LEG_OF, leg_of
from relations_db.extract.rules.visit_legs import LEG, leg
from relations_db.extract.rules.visit_lists import (
    ELLIPSIS,
    ENCOUNTER,
    FROM,
    JOINED,
    PRESENT,
    TALKS_OF,
    TURN,
    at_entry,
    came_from,
    elliptic,
    encounter,
    joined,
    talks_of,
    turns,
)
from relations_db.extract.rules.visit_meetings import (
    HONOURED,
    MET,
    PASSIVE,
    RECEIVED,
    TALKS_WITH,
    honoured,
    met,
    passive,
    received,
    talks_with,
)
from relations_db.extract.rules.visit_more import MORE, more
from relations_db.extract.rules.visit_motion import (
    _MOTION,
    CAME,
    MOTION,
    VISITED,
    came,
    motion,
    visited,
)
from relations_db.extract.rules.visit_nouns import NOMINAL, nominal
from relations_db.extract.rules.visit_parts import word_set
from relations_db.extract.rules.visit_passing import (
    BOUND,
    DROPPED_BY,
    FIRST_ONE,
    GOAL,
    INSTEAD,
    NOT_SINCE,
    RETURN_VISIT,
    THAT_OF,
    TO_AND_TO,
    TO_SEE,
    bound,
    dropped_by,
    first_one,
    goal,
    instead,
    not_since,
    return_visit,
    that_of,
    to_and_to,
    to_see,
)
from relations_db.extract.rules.visit_presence import (
    ATTEND,
    BESIDE,
    GUEST_OF_HONOUR,
    PRESENCE,
    attends,
    beside,
    guest_of_honour,
    presence,
)
from relations_db.extract.rules.visit_refusals import REFUSALS
from relations_db.extract.rules.visit_rolls import ROLL, roll
from relations_db.extract.rules.visit_sequels import DESCRIBED, OCCASION, described, occasion
from relations_db.extract.rules.visit_shared import SHARED, shared
from relations_db.extract.rules.visit_stays_away import AWAY, away
from relations_db.extract.rules.visit_tour_takes import AND_THEN, STOP_AFTER, TOUR_TAKES, and_then, by_tour, stop_after
from relations_db.extract.rules.visit_tours import SPELLS, STOPS_FIRST, TOUR, spells, stops_first, tour
from relations_db.extract.rules.visit_twice import TWICE, twice
from relations_db.extract.rules.visit_words import MEETINGS, STAYS
from relations_db.values import Kind

_V = Kind.VISIT
_RULES = (
    Rule("visit-motion", _V, frozenset(_MOTION), MOTION, motion),
    Rule("visit-verb", _V, word_set("visited visits visit visiting toured tours touring"), VISITED, visited),
    Rule("visit-presence", _V, word_set("in at here there"), PRESENCE, presence),
    Rule("visit-beside", _V, word_set("in at here there to"), BESIDE, beside),
    Rule("visit-noun", _V, word_set("visit visits trip trips tour tours stay stays journey journeys stopover stopovers mission layover sojourn swing voyage pilgrimage days"), NOMINAL, nominal),
    Rule("visit-reception", _V, word_set("received receives receive welcomed welcomes welcome welcoming receiving hosted hosts host hosting greeted greets greeting"), RECEIVED, received),
    Rule("visit-received", _V, word_set("received welcomed greeted hosted met seen accorded granted saluted feted guest presented"), PASSIVE, passive),
    Rule("visit-honoured", _V, word_set("dinner banquet lunch luncheon reception"), HONOURED, honoured),
    Rule("visit-talks", _V, word_set("met meets meet meeting saw sees see seeing seen embraced embraces sat sit sits sitting conferred confers confer talked talk talks called calls call dined faced faces spoke held hold holds holding "
        "lunched signed sign signs signing chaired chair chairs co-chaired agreed agree discussed discuss exchanged brought has had"), MET, met),
    Rule("visit-talks-with", _V, word_set("meeting meetings talks conversation conversations audience discussions negotiations lunch dinner summit"), TALKS_WITH, talks_with),
    Rule("visit-attends", _V, word_set("attend attends attended attending part participate participates participated participating participation address addresses addressed attendance speak spoke watched speakers"), ATTEND, attends),
    Rule("visit-came", _V, word_set("visited came comes come arrived arrives arriving flew flown landed travelled traveled flies disembarked touched back"), CAME, came),
    Rule("visit-act", _V, word_set("in at here there side soil where"), ACT, act),
    Rule("visit-led", _V, word_set("led leads lead leading headed heads brought brings bring takes took"), LED, led),
    Rule("visit-taken", _V, word_set("take takes taken took bring brings brought taking carry carried lead led leads bringing"), TAKEN, taken),
    Rule("visit-guest-of-honour", _V, word_set("guest guests"), GUEST_OF_HONOUR, guest_of_honour),
    Rule("visit-guests", _V, word_set("guest guests visitor visitors caller callers"), GUESTS, guests),
    Rule("visit-was-guest", _V, word_set("is was were be been being as"), WAS_GUEST, was_guest),
    Rule("visit-awarded", _V, word_set("pinned conferred confers bestowed bestows hung fastened presented presents awarded awards decorated decorates invested invests handed"), AWARDED, awarded),
    Rule("visit-expected", _V, word_set("expected due awaited announced come attend travel scheduled planned intended meant"), EXPECTED, expected),
    Rule("visit-was-to-have", _V, word_set("have"), WAS_TO_HAVE, was_to_have),
    Rule("visit-gathering", _V, word_set(". : was were by and came"), GATHERING, gathering),
    Rule("visit-itinerary", _V, word_set(": ( , -"), STOP, stop),
    Rule("visit-roll", _V, word_set(": ( , - ."), ROLL, roll),
    Rule("visit-bracketed", _V, word_set("("), BRACKETED, bracketed),
    Rule("visit-visiting", _V, word_set("and with said told met by signed has have visiting met meets received agreed on"), VISITING, visiting),
    Rule("visit-beside-host", _V, word_set("and with told thanked embraced joined"), AND_HOST, beside_host),
    Rule("visit-first-one", _V, word_set("first previous last earlier second third latest recent"), FIRST_ONE, first_one),
    Rule("visit-first-person", _V, word_set("i we you my"), FIRST_PERSON, first_person),
    Rule("visit-left", _V, word_set("left leaves leave departed departs depart flew flies fly flown took takes take taking returned returns return headed heads went goes arrived set off back seen gone goodbye home leaving departing returning heading flying taking"), LEFT, left),
    Rule("visit-closed", _V, word_set("visit trip tour stay programme"), CLOSED, closed),
    Rule("visit-from", _V, word_set("from"), FROM, came_from),
    Rule("visit-joined", _V, word_set("joins joined joining join"), JOINED, joined),
    Rule("visit-turn", _V, word_set("list guests guest turn participants line round schedule agenda programme company diary visitors callers present attended joined brought gathered"), TURN, turns),
    Rule("visit-listed", _V, word_set("visited visit visits visitors came gone went trip trips journey travelled guests guest been paid hosted received welcomed"), ELLIPSIS, elliptic),
    Rule("visit-encounter", _V, word_set("last latest first second third recent previous meeting meetings encounter encounters conversation conversations talks rendezvous gathering gatherings session sessions one"), ENCOUNTER, encounter),
    Rule("visit-city-talks", _V, word_set("talks meeting negotiations conversation encounter rendezvous"), TALKS_OF, talks_of),
    Rule("visit-twice", _V, word_set("twice"), TWICE, twice),
    Rule("visit-entry", _V, word_set(". and the a to of in"), PRESENT, at_entry),
    Rule("visit-that-of", _V, word_set("that those one"), THAT_OF, that_of),
    Rule("visit-to-see", _V, word_set("went gone goes go came come comes flew flown flies fly travelled traveled travel drove cross crosses crossed across over"), TO_SEE, to_see),
    Rule("visit-leg", _V, word_set("stop stops leg legs station destination destinations stage next port follow follows followed comes come came itinerary tour trip programme program schedule agenda journey route list stopover halt detour ahead"), LEG, leg),
    Rule("visit-tour-takes", _V, word_set("tour trip journey swing travels"), TOUR_TAKES, by_tour),
    Rule("visit-leg-of", _V, word_set("leg part stage stop stretch portion half"), LEG_OF, leg_of),
    Rule("visit-since", _V, word_set("since"), NOT_SINCE, not_since),
    Rule("visit-away", _V, word_set("since"), AWAY, away),
    Rule("visit-return", _V, word_set("return returns returned repay repaid reciprocate reciprocates reciprocated direction way"), RETURN_VISIT, return_visit),
    Rule("visit-dropped-by", _V, word_set("dropped looked stopped turned was were came also attended joined joins"), DROPPED_BY, dropped_by),
    Rule("visit-to-and-to", _V, word_set("to"), TO_AND_TO, to_and_to),
    Rule("visit-instead", _V, word_set("instead place stead for"), INSTEAD, instead),
    Rule("visit-bound", _V, word_set("way route"), BOUND, bound),
    Rule("visit-goal", _V, word_set("made chose picked selected chosen"), GOAL, goal),
    Rule("visit-invited", _V, word_set("invite invited invites inviting invitation invitations asked asks ask urged expects expected expect wish hopes hope looked looks looking like"), INVITED, invited),
    Rule("visit-handed", _V, word_set("invitation"), HANDED, handed),
    Rule("visit-whom", _V, word_set("whom"), WHOM, whom),
    Rule("visit-bidden", _V, word_set("invited asked invitation"), BIDDEN, bidden),
    Rule("visit-accepted", _V, word_set("accepted accepts"), ACCEPTED, accepted),
    Rule("visit-held", _V, word_set("held hosted place convened happened organised organized"), HELD, held),
    Rule("visit-event", _V, MEETINGS | STAYS, EVENT_NOUN, by_event),
    Rule("visit-clause", _V, word_set(". , and the in at to of from with by"), CLAUSES, by_clause),
    Rule("visit-and-then", _V, word_set("then"), AND_THEN, and_then),
    Rule("visit-stop-after", _V, word_set("stop leg station stage destination"), STOP_AFTER, stop_after),
    Rule("visit-gapped", _V, word_set("to for"), GAPPED, gapped),
    Rule("visit-tour", _V, word_set("tour trip trips travels journey journeys swing round odyssey itinerary programme visits stops pilgrimage safari peregrinations shuttle mission"), TOUR, tour),
    Rule("visit-stops-first", _V, word_set("tour trip trips travels journey journeys swing round odyssey itinerary programme visits stops pilgrimage safari peregrinations shuttle mission"), STOPS_FIRST, stops_first),
    Rule("visit-spells", _V, word_set("hour hours day days night nights minutes week weeks"), SPELLS, spells),
    Rule("visit-shared", _V, word_set("as so same likewise much too suit rear by"), SHARED, shared),
    Rule("visit-more", _V, word_set("and , then :"), MORE, more),
    Rule("visit-described", _V, word_set("visit trip stay journey tour mission"), DESCRIBED, described),
    Rule("visit-occasion", _V, word_set("attend attends attended attending part participate participates participated participating speak speaks spoke speaking appear appears appeared address addresses addressed addressing join joins joined joining represent represents represented representing sidelines margins fringes"), OCCASION, occasion),
    Rule("visit-lasted", _V, word_set("stay stays stayed staying remain remains remained remaining last lasts lasted lasting run runs ran end ends ended ending conclude concludes concluded close closes closed finishes finished winds wound wraps wrapped continue continues continued extend extends extended going goes there over it"), LASTED, lasted),
)  # fmt: skip

RULES = tuple(replace(rule, examples=EXAMPLES[rule.name], refusals=REFUSALS[rule.name]) for rule in _RULES)
