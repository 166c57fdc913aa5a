"""The small words between nouns and verbs, by what they do in a clause."""

from __future__ import annotations

MODALS = frozenset("will shall would should can could may might must 'll ll cannot wo ca".split())
BE = frozenset("is are was were am".split())
DUE = frozenset(
    "due set expected scheduled likely about going able supposed meant slated poised ready bound billed tipped planned booked hoping planning willing unable unlikely said believed reported thought known understood".split()
)
DETERMINERS = frozenset(
    "the a an this these those its their our my your each every all both some any no another such several many few other own neither either half".split()
)
PREPOSITIONS = frozenset(
    "in at on to into onto for from of by with via near through across outside inside over under after before during between among amongst against about around round along alongside beside behind beyond "
    "within without toward towards upon until till since despite per like than amid aboard off past up down out as unlike opposite below above throughout except besides concerning following including".split()
)
SUBORDINATORS = frozenset(
    "when while whereas because although though if unless lest whether once whenever wherever".split()
)
RELATIVES = frozenset("who whom which whose where".split())
ADVERBS = frozenset(
    "also then later already just now soon still again first once twice likewise subsequently finally eventually recently separately earlier currently meanwhile duly here there home back away abroad together "
    "himself herself themselves itself yet ever never not n't too even only instead thus therefore however moreover afterwards thereafter alone apart both all each today next last straight further "
    "ahead aside forth downtown overseas long often seldom always almost nearly rather quite very so more most least less well far much better best never hardly barely scarcely overnight early late nor neither unannounced elsewhere everywhere nowhere somewhere anywhere up down out off ahead".split()
)
PLACES = frozenset("there here home abroad now then afar elsewhere overseas".split())
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last next final".split())
NOT_ADVERBS = frozenset(
    "family ally italy july supply reply only assembly early monthly weekly daily friendly brotherly elderly costly lively likely holy".split()
)
# gerunds that make one noun with the next: "the dressing room"
GERUNDS = frozenset(
    "dressing dining living waiting parking shipping training landing swimming sleeping reading meeting conference working drawing boarding operating".split()
)
PARTICLES = frozenset("over on along by in round around through".split())
CONJUNCTIONS = frozenset("and or but & plus".split())
STOPS = frozenset([*';:()"?!.-[]', "..."])
