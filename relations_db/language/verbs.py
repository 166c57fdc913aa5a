"""The verbs that clauses are read by: their forms, and which words are a verb's at all."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from relations_db.language import patterns as re

# base, past, participle; the participle is left out where it is the past
_IRREGULAR = """
be was been|have had|do did done|go went gone|come came come|become became become|overcome overcame overcome|say said|make made|take took taken|undertake undertook undertaken|see saw seen|
give gave given|forgive forgave forgiven|get got|find found|think thought|tell told|leave left|feel felt|bring brought|keep kept|hold held|begin began begun|
write wrote written|stand stood|withstand withstood|hear heard|let let|mean meant|set set|meet met|run ran run|pay paid|sit sat|speak spoke spoken|lie lay lain|lead led|
read read|lose lost|fall fell fallen|send sent|build built|understand understood|draw drew drawn|withdraw withdrew withdrawn|break broke broken|spend spent|cut cut|
rise rose risen|arise arose arisen|drive drove driven|buy bought|wear wore worn|choose chose chosen|seek sought|throw threw thrown|catch caught|
deal dealt|win won|fly flew flown|know knew known|grow grew grown|show showed shown|lay laid|put put|teach taught|sell sold|fight fought|
forget forgot forgotten|eat ate eaten|drink drank drunk|sleep slept|bear bore borne|wake woke woken|ride rode ridden|ring rang rung|sing sang sung|
hang hung|strike struck|shake shook shaken|shut shut|bid bade bidden|bind bound|swear swore sworn|tear tore torn|steal stole stolen|freeze froze frozen|
step stepped|stop stopped|drop dropped|plan planned|dine dined|slip slipped|hop hopped|wrap wrapped|cancel cancelled|travel travelled|regret regretted|
commit committed|permit permitted|admit admitted|confer conferred|refer referred|prefer preferred|occur occurred|transfer transferred|stir stirred|equip equipped|
chat chatted|jet jetted|ship shipped|trip tripped|pop popped|swap swapped|pin pinned|tour toured|quit quit|fete feted|touch touched|light lit|feed fed|
shoot shot|hit hit|hurt hurt|cost cost|cast cast|forecast forecast|burst burst|split split|spread spread|dwell dwelt|kneel knelt|bow bowed|dig dug|
befall befell befallen|foresee foresaw foreseen|oversee oversaw overseen|undergo underwent undergone|rebuild rebuilt|retake retook retaken|
hide hid hidden|bite bit bitten|beat beat beaten|sink sank sunk|shrink shrank shrunk|spring sprang sprung|weave wove woven|swing swung|cling clung|sweep swept|creep crept|weep wept|
slide slid|speed sped|lend lent|bend bent|rend rent|wind wound|grind ground|bleed bled|breed bred|outdo outdid outdone|call called
"""
_REGULAR = """
accept accompany accord accuse achieve acknowledge act add address adjourn admire adopt advise affirm agree aim alight allow announce answer appeal appear applaud apply appoint
appreciate approach approve argue arrange arrest arrive ask assemble assert assess assist assume assure attach attack attempt attend attract avoid await award back ban bar base bathe
believe belong bestow betray blame bless block board book borrow brief bury cable campaign care carry cause caution cease celebrate chair challenge change charge charter cheer claim
clarify clasp clear climb close co-chair collect combine comment commend commemorate compare complain complete conceal concede concentrate concern conclude condemn conduct confess confirm
confront congratulate connect consent consider consist console constitute consult contact continue contribute convene convey convince cook cooperate coordinate correct cover create credit
criticise criticize cross crown cruise cry cure damage dance dare date dash debate decide declare decline decorate dedicate defeat defend defer define delay deliver demand demonstrate
denounce deny depart depend deposit depose describe deserve design desire detail determine develop devote die differ disappoint disclose discover discuss disembark dismiss dispatch
display distribute donate double doubt draft dress drift drill earn echo elect embark embrace emerge emphasise emphasize employ enable encounter encourage end endorse endure engage enjoy
ensure enter entertain entrust escape escort establish estimate evade exceed exchange exclude excuse exist exit expand expect expel explain explore export express extend fail favour favor fear feature fetch
figure file fill finalise finalize finance finish fire fix flank flee flock focus follow force form formalise found frame fulfil gain gather gaze govern grant greet guarantee guard guess guide
halt hail hand handle happen hasten hate haul head help hesitate hint holiday honour honor hope host hurry identify ignore imagine impose impress improve inaugurate include increase indicate inform
inherit initial initiate ink inspect insist inspire instruct insult integrate intend intensify intervene interrupt interview introduce invade invest investigate invite involve issue join joke journey
judge jump justify kick kill kiss knock label lack land last laugh launch learn lecture like linger link listen live lobby locate lodge look love lower lunch maintain manage march mark marry
match matter meditate mediate mention mind miss monitor motor mount mourn move mull name near need negotiate nod nominate note notify object oblige observe obtain occupy offer omit open operate oppose
order organise organize overlook owe own pack parade pardon park part participate pass pause pedal perform persuade phone photograph pick pilot place plant play plead please pledge pocket point
ponder pose possess post postpone praise pray preach predict prepare present preserve preside press pretend prevail prevent proceed proclaim produce profess progress promise promote prompt pronounce propose
protect protest prove provide provoke publish pull punish purchase pursue push question quote rally raise ramble ratify reach react realise realize reappear reassure rebuff recall receive reciprocate reckon
recognise recognize recommend record recover redeem reduce reflect refuse refute regard register reinforce reiterate reject relate relax relay release rely remain remark remember remind remove renew renounce
rent reopen repair repay repeat replace reply report represent request require rescue reschedule resemble reserve reside resign resist resolve respect respond rest restate restore resume retain retire
return reveal reverse review revise revisit revive reward roam roll row rub rule rush sail salute sanction satisfy save scheme schedule scrap scrub seal search seat secure seem seize separate serve settle
shape share shelve shift shout shower shun shuttle sign signal skate ski skip smile smoke snub solve sound sponsor stage stall star stare start state station stay stem steam stress stretch stroll struggle study stumble
submit succeed suffer suggest suit summarise summon supply support suppose surprise surrender surround survey suspect suspend sustain swim switch talk taste telephone televise tend term test testify thank threaten thrive
tie time toast top total track trade train transform transit translate travel traverse treat trek trust try tumble turn unveil update uphold upgrade urge use usher vacation validate value vanish venture veto
view visit voice volunteer vote vow voyage wait waive walk want warn wash watch wave weigh welcome whisper winter wish witness wonder work worry worship wreck yield zigzag
drop-in lay-over overnight re-elect reaffirm rejoin reunite overfly bus ferry helicopter parachute taxi touch-down
"""
BASE, THIRD, PAST, PART, ING = "base", "s", "past", "part", "ing"
_VOWELS = "aeiou"
_DOUBLING = re.compile(r"[^aeiou][aeiou][bdglmnprt]\Z")


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in _VOWELS else base + "s"


def _ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if base.endswith("y") and base[-2] not in _VOWELS else base + "ed"


def _ing(base: str, past: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith("ee") and base != "be":
        return base[:-1] + "ing"
    if past.endswith("ed") and len(past) == len(base) + 3:  # stopped, travelled
        return past[:-2] + "ing"
    if base in (
        "get",
        "set",
        "sit",
        "put",
        "cut",
        "run",
        "let",
        "win",
        "begin",
        "shut",
        "bid",
        "hit",
        "swim",
        "forget",
    ):
        return base + base[-1] + "ing"
    return base + "ing"


def _forms() -> dict[str, tuple[str, frozenset[str]]]:
    """Each form of each verb: its base and which forms it may be."""
    found: dict[str, set[str]] = defaultdict(set)
    base_of: dict[str, str] = {}

    def note(word: str, base: str, form: str) -> None:
        base_of.setdefault(word, base)
        if base_of[word] == base:
            found[word].add(form)

    for entry in _IRREGULAR.replace("\n", "").split("|"):
        base, past, *rest = entry.split()
        for word, form in (
            (base, BASE),
            (_third(base), THIRD),
            (past, PAST),
            ((rest or [past])[0], PART),
            (_ing(base, past), ING),
        ):
            note(word, base, form)
    for base in _REGULAR.split():
        past = _ed(base)
        for word, form in ((base, BASE), (_third(base), THIRD), (past, PAST), (past, PART), (_ing(base, past), ING)):
            note(word, base, form)
        if _DOUBLING.search(base):  # scrapped, scrapping
            for word, form in (
                (f"{base}{base[-1]}ed", PAST),
                (f"{base}{base[-1]}ed", PART),
                (f"{base}{base[-1]}ing", ING),
            ):
                note(word, base, form)
    for word, base, forms in _ODD:
        base_of[word] = base
        found[word] = set(forms)
    return {word: (base_of[word], frozenset(forms)) for word, forms in found.items()}


_ODD = (
    ("is", "be", (THIRD,)), ("are", "be", (THIRD,)), ("am", "be", (THIRD,)), ("were", "be", (PAST,)), ("has", "have", (THIRD,)), ("does", "do", (THIRD,)),
    ("gotten", "get", (PART,)), ("traveled", "travel", (PAST, PART)), ("traveling", "travel", (ING,)), ("canceled", "cancel", (PAST, PART)), ("canceling", "cancel", (ING,)),
    ("co-chaired", "co-chair", (PAST, PART)), ("initialled", "initial", (PAST, PART)), ("paused", "pause", (PAST, PART)), ("lain", "lie", (PART,)), ("learnt", "learn", (PAST, PART)),
    ("spelt", "spell", (PAST, PART)), ("dreamt", "dream", (PAST, PART)), ("lunched", "lunch", (PAST, PART)), ("scrapped", "scrap", (PAST, PART)), ("skipped", "skip", (PAST, PART)), ("shelved", "shelve", (PAST, PART)), ("axed", "axe", (PAST, PART)),
)  # fmt: skip
FORMS = _forms()
# forms that are nouns as often as verbs: read as verbs only where the words around say so
EITHER = frozenset(
    "visit visits stop stops call calls tour tours talk talks host hosts travel travels stay stays return returns plan plans lead leads land lands head heads start starts end ends look looks "
    "address addresses meeting building opening closing signing greeting handling trip trips drop walk walks rest rests work works change changes report reports address answer answers award awards "
    "attack attacks attempt attempts back ban bans bar base bases benefit board book books break breaks brief cable cables cause causes chair chairs challenge challenges charge charges claim claims comment "
    "comments concern concerns conduct contact contacts control cost costs cover credit credits cross crown cry cure cuts cut damage date dates deal deals debate debates delay delays demand demands desire "
    "detail details display dispatch doubt draft drafts drill drive effort encounter encounters estimate exchange exchanges exit export exports express fall favour fear fears feature figure figures file files fill fire fix flock "
    "focus force forces form forms frame gain gains guarantee guarantees guard guards guess guide guides halt hand hands help hint hold holiday holidays honour honours hope hopes increase insult interview invite issue issues "
    "joke journey journeys judge judges jump kick kiss knock label lack last laugh launch lecture like link links list live lobby love lunch lunches march mark marks match matter matters mention mind mine minds miss mount move "
    "moves name names near need needs note notes object objects offer offers open order orders pack parade park part parts pass pause pay phone phones photograph pick picture pilot place places plant plants play pledge point points "
    "post posts praise present press progress promise promises protest protests pull purchase purchases push question questions quote race raise rally read reach record records refuse regard regards register release "
    "repair reply report request requests rescue reserve respect respects reverse review reward ride ring rise roll row rub rule rules run rush sail sanction sanctions save scheme schedule search seat set sets set shape share shares "
    "shift ship ships shot shout shower show shows sign signs signal sleep smile smoke sound spring stage stages stall stand stands star stars state states station stem step steps stress stretch strike strikes study suit supply supplies support surprise "
    "survey suspect switch taste term terms test tests thank thanks tie ties time times toast top total touch track trade train trains transfer transit travel treat trek trust try turn turns update upgrade use value veto view views voice volunteer vote votes vow voyage "
    "wait watch wave wash welcome whisper wind winter wish wishes witness wonder works worry worship wreck yield leaves sides side like appeal appeals process approach arrest assist bus ferry helicopter taxi "
    "leader building meeting feeling beginning ending being setting standing understanding gathering hearing training farming fishing shipping banking mining closed limited united cancel match lodge lodges light feed shoot hit hurt cast forecast split spread deposit permit "
    "transit total further lower clear near own live open close secure correct double free present complete separate direct even slow calm cool warm dry empty narrow quiet smooth steady tender total welcome well".split()
)


_PAST_FORMS, _ING_FORMS = frozenset({PAST, PART}), frozenset({ING})


@lru_cache(maxsize=2**14)
def forms_of(word: str) -> tuple[str, frozenset[str]] | None:
    """The base of a verb form and which forms it may be; guessed for unknown words that end in -ed or -ing."""
    known = FORMS.get(word)
    if known or len(word) < 5:
        return known
    if word.endswith("ed") and not word.endswith("eed"):
        return word[:-2], _PAST_FORMS
    if word.endswith("ing") and word not in _NO_ING:
        return word[:-3], _ING_FORMS
    return None


_NO_ING = frozenset(
    "king evening morning during something nothing anything everything spring string thing being wing ring bring sterling lightning ceiling shilling beijing nanjing wedding".split()
)
