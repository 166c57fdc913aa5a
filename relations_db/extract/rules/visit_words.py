"""What verbs and nouns mean for a visit, by class: which of their arguments is the guest, which the host, which the place."""

from __future__ import annotations


def _preps(lines: str) -> dict[str, frozenset[str]]:
    """From lines "verbs : prepositions": for each verb the prepositions of its goal."""
    found: dict[str, frozenset[str]] = {}
    for line in lines.strip().splitlines():
        verbs, _, preps = line.partition(":")
        found.update(dict.fromkeys(verbs.split(), frozenset(preps.split())))
    return found


# ------------------------------------------------------------------ verbs: the subject goes to a place, or gets there
MOTION = _preps("""
go come travel fly drive sail cross journey proceed hurry rush hasten jet ride hop pop nip trek shuttle cruise voyage motor cycle return continue detour transfer walk : to into onto
make venture speed race swing carry push press repair fare march swoop dash row pedal roll thunder rumble steam sweep splash crawl edge wing slip nip dart steal fan ferry roar glide : to into for onto
head : to into for towards
arrive alight disembark descend : in at to on near outside
land touch : in at on near outside
turn show drop call look put pull step stop set check : in at on near outside onto into by
leave depart embark start board take sail : for to
move : to for
""") | {"head": frozenset(("to", "for", "into", "towards")), "sail": frozenset(("to", "for", "into"))}  # fmt: skip
# of these only with one of the words after them
WITH = {
    "move": ("on",), "make": ("for", "way"), "carry": ("on",), "push": ("on",), "press": ("on",), "march": ("across", "on"), "turn": ("up",), "show": ("up",), "touch": ("down",), "set": ("foot", "off", "out", "sail", "down"),
    "step": ("off", "out", "down", "onto", "across", "ashore", "over"), "drop": ("in", "by"), "look": ("in",), "put": ("in",), "pull": ("in", "up"), "take": ("off",), "check": ("in",), "board": ("plane", "flight", "train", "ship", "aircraft", "jet"),
    "stop": ("over", "off", "briefly", "overnight", "here", "there", "on", ""), "fare": ("forth",), "walk": ("across", "over"),
}  # fmt: skip
VISIT = frozenset("visit tour revisit reach enter".split())
STAY = frozenset("be stay spend remain linger overnight sleep holiday winter lodge rest".split())
# the first or the last that is told of a trip
PHASES = frozenset("end begin start conclude finish".split())
# the subject takes the object along, sends it or has it come
CARRY = frozenset("take bring carry fly drive lead whisk ferry send dispatch despatch airlift".split())
# the subject goes where the object goes: "X followed Y to Z"
COMPANY = frozenset("follow accompany precede beat".split())
# ... and told in the passive of the one who is taken
CARRIED = CARRY | frozenset("summon escort accompany call rush".split())
# ------------------------------------------------------------------ verbs: the subject has the object as a guest
RECEIVE = frozenset(
    "receive welcome greet host entertain embrace fete treat show guide escort fetch usher lodge accommodate regale salute decorate honour await meet wave see accompany drive lead take walk".split()
)
_ROUND = ("round", "around", "over", "through", "about", "along", "past", "across")
RECEIVE_WITH = {
    "show": _ROUND, "guide": _ROUND, "take": _ROUND, "drive": (*_ROUND, "to", "from"), "lead": _ROUND, "walk": _ROUND, "escort": (*_ROUND, "to", "from"), "accompany": (*_ROUND, "to", "from"),
    "see": ("off",), "wave": ("off",), "meet": ("at",), "treat": ("to",),
}  # fmt: skip
TREATS = frozenset(
    "dinner banquet lunch luncheon breakfast reception supper tea ball party feast meal welcome carpet farewell send-off audience honours honors".split()
)
# verbs that have a treat as their object: "gave a dinner for X", "X was given lunch", "rolled out the red carpet for X"
TREATING = frozenset("give hold offer host lay throw stage roll grant accord put".split())
# a city or state is the host in what it does itself: "Y feted X"
CITY_HOSTS = frozenset(
    "receive welcome greet host entertain fete regale lodge accommodate treat hear see await expect".split()
)
# ------------------------------------------------------------------ verbs: subject and object, or those told with "with", are together
MEET = frozenset(
    "meet confer talk dine lunch breakfast sit negotiate converse consult speak shake embrace chat see call sup picnic reunite pose agree sign discuss initial exchange".split()
)
# of these nobody does one from afar
IN_BODY = frozenset("dine lunch breakfast shake embrace sup picnic pose hug kiss".split())
# who does so was not there
ABSENT = frozenset("miss skip boycott shun snub".split())
# verbs of a state: they put nobody anywhere
STATIVE = ABSENT | frozenset(
    "be have do will would may can could should must seem appear become mean live work study know want own love hate fear trust believe think hope wish doubt consider regard understand need deserve belong depend "
    "enjoy face lack owe resemble suffer rule govern represent like prefer remember bear grow die marry teach train graduate retire reside happen exist matter cost last concern involve include contain stand "
    "keep let make get put bring run turn raise lower increase cut reduce strengthen deepen develop expand improve move wait look depart leave go come head aim fall rise lead campaign win lose beat serve command "
    "begin start end stop continue try fail succeed seek pursue prepare schedule lie follow hear read learn see find use cause employ found build produce fight practise report study finance".split()
)
# "with X standing next to him": a sight
POSING = frozenset("stand sit seat smile look listen lean".split())
# ... not even two together
THINKING = ABSENT | frozenset("be have want know mean think believe hope wish".split())
# verbs of a life, not of a day
LIFE = frozenset("study work live reside graduate train teach grow bear marry retire die beat win lose fall".split())
# verbs of speech: who says something at a place is there
SPEECH = frozenset(
    "say tell announce declare add note stress explain recall warn insist argue point mention remark describe highlight underline underscore reiterate affirm reaffirm emphasise emphasize admit confirm reveal propose "
    "suggest promise pledge vow call urge ask hint deny complain reply answer claim concede observe repeat express thank praise congratulate condemn commend hail laud".split()
)
# verbs of what may be done from afar
REMOTE_ACTS = frozenset(
    "send order appoint name nominate invite invest buy sell export import fund supply support back help protect defend blame accuse criticise criticize reject oppose recognise recognize attack invade bomb threaten "
    "phone ring write telephone cable accredit post station base assign extend grant elect exile arrest imprison expel withdraw recall approve veto ratify endorse cancel postpone drop abandon shelve defer scrap "
    "plan intend decide agree expect demand require refuse decline allow permit authorise authorize forbid ban borrow donate convey request instruct seek deposit publish televise broadcast register transfer control occupy".split()
)
# verbs of what is done only where the object is
ON_SITE = frozenset(
    "tour visit inspect view open reopen inaugurate unveil lay plant cut enter examine walk survey".split()
)
# what leaders do together, told in the passive: "signed in Y by X and Z"
JOINT = frozenset(
    "sign conclude inaugurate open launch unveil initial seal agree adopt announce hold chair co-chair issue lay cut plant attend witness settle represent".split()
)
# what is done to one who is there
DONE_TO = frozenset(
    "give award decorate present hand show meet receive confer invest make guide honour honor photograph join flank greet welcome brief treat serve cheer jeer boo applaud bless baptise crown seat lodge see spot rush admit treat operate mob interrupt heckle hear toast garland escort interview salute".split()
)
# ------------------------------------------------------------------ verbs by what they make of the infinitive after them
PLANNING = frozenset(
    "plan intend mean aim decide agree prepare schedule expect resolve undertake arrange commit determine set confirm".split()
)
WISHING = frozenset(
    "hope wish want like ask invite urge propose suggest offer desire consider request encourage long seek love dream mull contemplate threaten beg press bid please delight advise recommend promise pledge vow".split()
)
REFUSING = frozenset("refuse decline fail forbid prevent omit forget neglect hesitate bar ban".split())
DROPPING = frozenset("cancel drop abandon shelve postpone scrap defer put call".split())
# ------------------------------------------------------------------ nouns
VEHICLES = frozenset(
    "plane aircraft jet airliner flight helicopter train ship yacht motorcade convoy car limousine boat cavalcade carriage airbus boeing ilyushin tupolev gulfstream limousines cars aeroplane airplane airliners flotilla cortege delegation entourage party".split()
)
# nouns that are a place of theirs, so that "the harbour of Y" is at Y, and "Y airport" is
SITES = frozenset(
    "hall theater arena auditorium library harbour harbor port street streets square squares centre center outskirts edge suburb suburbs city town palace cathedral church mosque temple synagogue ruins airport airfield station parliament stadium museum castle "
    "monastery province region village valley mountains vineyards gate gates walls fortress citadel bazaar market quarter district heart capital beach beaches garden gardens residence cemetery hills island islands shore bank "
    "battlefield camp fair exhibition racecourse summit conference forum meeting base hotel villa hospital club academy opera theatre dockyard shipyard barracks lawn steps".split()
)
# what may stand between a verb of motion and its goal
WAYS = frozenset(
    "foot way border frontier river strait sea ocean channel bridge plane flight train ship boat sail course road night nights day days hours week time times afternoon morning evening jet aircraft home kilometres miles line leg "
    "visit trip journey tour wife husband spouse ministers delegation businessmen party capital mountain noon midnight dawn weekend invitation".split()
)
# those whom a leader speaks to at a place
HEARERS = frozenset(
    "reporters journalists newsmen correspondents conference press audience students crowd crowds parliament assembly deputies lawmakers businessmen meeting forum summit gathering rally ceremony dinner lunch banquet seminar congregation guests".split()
)
# what is seen or said from afar; a cable, a link or a letter may also be what is talked of
_SEEN = frozenset("television tv screen screens phone telephone video radio telegram videolink webcam".split())
_SENT = frozenset("link satellite letter cable message line".split())


def is_from_afar(prep: str, noun: str) -> bool:
    """True for "on the phone" and "by cable"; not for "agreed on a cable", "spoke about a link"."""
    return noun in _SEEN or (noun in _SENT and prep not in ("on", "about", "of", "for"))


# what an infinitive after them is: not done
WISH_NOUNS = frozenset(
    "request wish desire offer proposal invitation readiness hope idea right call appeal chance opportunity permission demand need".split()
)
NAMES = frozenset("name names signature signatures initials hand hands".split())
AIRPORTS = frozenset("airport airfield aerodrome tarmac runway station steps stairs pier quay border frontier".split())
MARGINS = frozenset("sidelines sideline margins margin fringes fringe edge edges".split())
GUESTS = frozenset("guest visitor caller companion statesman dignitary traveller newcomer arrival".split())
ATTEND = frozenset("attend join address open close".split())
GATHERINGS = frozenset(
    "forum summit conference meeting ceremony congress session assembly talks dinner funeral inauguration celebrations fair".split()
)
# nouns of being together, and of being somewhere
MEETINGS = frozenset(
    "talks meeting meetings summit dinner audience session encounter encounters conversation conversations lunch luncheon banquet breakfast negotiations discussions consultations handshake rendezvous tea "
    "tete-a-tete get-together".split()
)
STAYS = frozenset(
    "stay weekend days nights night hours hour minutes week weeks evening morning afternoon halt stop stopovers layover stopover appearance speech address lecture pilgrimage holiday visit trip sojourn".split()
)
EVENTS = MEETINGS | STAYS | {"reception"}
