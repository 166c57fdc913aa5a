"""Visits: who travelled where. Constructions of docs/reference/rules.md, section Visits."""

from __future__ import annotations

from relations_db.extract.candidate import Rule
from relations_db.extract.rules.visit_meetings import ACT, PASSIVE, RECEIVED, TALKS, act, passive, received, talks
from relations_db.extract.rules.visit_motion import _MOTION, CAME, MOTION, TAKEN, VISITED, came, motion, taken, visited
from relations_db.extract.rules.visit_nouns import NOMINAL, nominal
from relations_db.extract.rules.visit_parts import word_set
from relations_db.extract.rules.visit_presence import (
    ATTEND,
    GUEST_OF_HONOUR,
    INVITED,
    PRESENCE,
    attends,
    guest_of_honour,
    invited,
    presence,
)
from relations_db.values import Kind

RULES = (
    Rule("visit-noun", Kind.VISIT, word_set("visit visits trip trips tour stay journey stopover mission layover sojourn"), NOMINAL, nominal),
    Rule("visit-motion", Kind.VISIT, frozenset(_MOTION), MOTION, motion),
    Rule("visit-verb", Kind.VISIT, word_set("visited visits visit visiting toured tours touring"), VISITED, visited),
    Rule("visit-presence", Kind.VISIT, word_set("in at"), PRESENCE, presence),
    Rule("visit-reception", Kind.VISIT, word_set("received receives receive welcomed welcomes welcome welcoming receiving hosted hosts host hosting greeted greets met meets meet meeting"), RECEIVED, received),
    Rule("visit-received", Kind.VISIT, word_set("received welcomed greeted hosted met seen accorded"), PASSIVE, passive),
    Rule("visit-talks", Kind.VISIT, word_set("talks meeting met negotiations conversation discussions summit signed chaired co-chaired opened lunch dinner banquet conference sat sit conferred"), TALKS, talks),
    Rule("visit-attends", Kind.VISIT, word_set("attend attends attended attending part participate participates participated participating participation address addresses addressed attendance speak spoke"), ATTEND, attends),
    Rule("visit-came", Kind.VISIT, word_set("came comes come arrived arrives flew flown landed"), CAME, came),
    Rule("visit-act", Kind.VISIT, word_set("spoke speaks addressed told said announced unveiled inaugurated opened opens signed sign saw sees seen spent stayed called conclude concluded delivered chaired held met meet meets conferred raised enlarge agreed adopted foot proposes"), ACT, act),
    Rule("visit-taken", Kind.VISIT, word_set("take takes taken took bring brings brought taking carry carried lead led leads"), TAKEN, taken),
    Rule("visit-guest-of-honour", Kind.VISIT, word_set("guest guests"), GUEST_OF_HONOUR, guest_of_honour),
    Rule("visit-invited", Kind.VISIT, word_set("invited invites inviting invitation asked asks urged"), INVITED, invited),
)  # fmt: skip
