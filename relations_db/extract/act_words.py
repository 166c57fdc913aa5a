"""Words and patterns of the acts that make documents: verbs of making, outcomes, wishes, plans. Verbs: docs/reference/rules.md, section Documents."""

from __future__ import annotations

from relations_db.language import patterns as re

THEIR = r"(?:their|his|her|Q\d+|its|the)"
NAMES = r"(?:names?|signatures?|hands?|initials|pens?|brush(?:es)?|seals?)"
MID = r"(?:(?:(?:on |in )?(?:D\d+|L\d+)|today|there|here|yesterday|duly|jointly|both|, [^,;:]{1,40}? ,) ){0,3}"
MAKE = (
    r"(?:(?:signatures?|names?)(?: , [^,;:]{3,60} ,)?(?: now| also| both)? (?:(?:were|was|have been) (?:also |duly |then )?(?:put|affixed|appended|set|added)|went|stand|stood|came|appear) (?:under|beneath|on|to)|went under(?= (?:the|an?) )|sign(?:ed|s|ing)?(?: (?:off|up) (?:on|to))?|ink(?:ed|s|ing)?|initial(?:l)?(?:ed|s|ing)|rubricat(?:ed|es)|conclud(?:ed|es|ing|e)|exchang(?:ed|es|ing|e)|adopt(?:ed|s|ing)?|endors(?:ed|es|ing|e)|seal(?:ed|s|ing)?|"
    rf"clinch(?:ed|es)?|str(?:uck|ikes?)|put(?:s|ting)? (?:their |his |her |Q\d+ )?pens? to(?! paper)|wrapped up(?! (?:[a-z]+ ){{0,12}}with )|issu(?:ed|es|ing|e)|releas(?:ed|es|ing|e)|publish(?:ed|es|ing)?|unveil(?:ed|s|ing)?|read out|put out|made known|hand(?:ed|ing) over|"
    rf"(?:affix(?:ed|es|ing)?|put(?:s|ting)?|set(?:s|ting)?|append(?:ed|s)?|lent) {MID}{THEIR} {NAMES} {MID}(?:to|on|under|at the bottom of|beneath)|subscrib(?:ed|es)(?: to)?|made public|made do with|left it at|content(?:ed)? (?:themselves|himself|itself|herself) with|settled (?:for|on|upon)|(?:confined|limited) (?:themselves|himself|itself) to|swapped|"
    rf"formali[sz](?:ed|es)|enter(?:ed|s|ing)? {MID}into(?! (?:force|effect))|enter(?:ed|s)(?= an? )|renew(?:ed|s|ing)?|prolong(?:ed|s|ing)?|extend(?:ed|s)?|amend(?:ed|s)?|execut(?:ed|e)|ratif(?:ied|ies|y|ying)|approv(?:ed|es|ing|e)|accept(?:ed|s)?|finali[sz](?:ed|es|ing)|agreed {MID}(?:on(?! D\d)|to|upon)|committed to paper|became part(?:y|ies) to|became signatories (?:of|to)|"
    r"wrote down|laid down|fixed|authenticated|countersigned|penned|undersigned|proclaimed|drew up|agreed)"
)
EVENT = (
    r"(?:produc(?:ed|es|e|ing)|yield(?:ed|s|ing)?|result(?:ed|s|ing)? in|culminat(?:ed|es|ing) in|saw|brought(?: home| about)?|bring home|led to|end(?:ed|s|ing)? (?:with|in)|left behind|launch(?:ed|es)|completed|won|landed|"
    r"cement(?:ed|s)?|announc(?:ed|es|ing)|reached|got|gets|gained|placed|crowned (?:by|with)|gave rise to|secured|obtained|gave birth to|delivered|rounded off (?:by|with)|closed with|agreed|came (?:home|away|back) with|"
    r"(?:end(?:ed|s)|wound up|wrapped up|closed|crowned|capped|rounded off|left|leaves|returned|c[ao]mes? (?:home|back|away)|flew (?:home|back)|went home|departed|marked)(?: (?:(?!with )[a-zPCLDNHQA\d'-]+)){0,12} with(?= (?:an?|N\d+|several|some|about|over|more|the)\b| $)|"
    r"went home with|overs(?:aw|een|ees)|witnessed(?! (?:by|(?:the |an? |this )?(?:official |solemn )?(?:sign|exchang|conclu|ceremon|adopti|initial|handing)))|t(?:akes?|ook) (?:home|away)(?: from (?:the )?(?:[A-Z]\d+|and|,|the| ){1,6})?|accompanied by|marked by|opened|granted|concretised by|headed by|there (?:is|was|were|are)|there followed|put together|worked out|set out|went with|ink (?:is|was) (?:hardly |barely |scarcely )?dry on|pen to paper on)"
)
VERB = re.compile(rf"(?<![\w'-])(?P<verb>{MAKE}|{EVENT})(?![\w-])")
MAKE_ONLY = re.compile(MAKE)
NOUNS = frozenset(
    "exchange issue release seal sign ink conclude approve publish renew signs issues releases seals exchanges strike strikes".split()
)
FINITE_BEFORE = re.compile(
    r"(?:\b(?:to|will|shall|would|may|can|must|should|might|also|and|both|then|ministers|leaders|presidents|companies|delegations|sides|they|we|officials|governments|who|jointly|now|did|do|does|all|each)|[PCGHL]\d+|,|^|D\d+) $"
)
WORTH = re.compile(
    r" , (?:said to be |reportedly |reckoned at |estimated (?:at|to be) )?(?:worth|valued at|put at|at)?[^,;]{0,40}M\d+[^,;]{0,30}(?= ,| which| that)"
)
INVERTED = re.compile(
    r"(?:^|[,;] )(?:also |among those |newly )?(?P<verb>signed|adopted|concluded|exchanged|approved|ratified|initialled|renewed|agreed|inked)(?: [^;:,]{0,60}?)? (?:was|were|is|are)(?: also)?(?: a| an| the| N\d+| another)? $"
)
ASIDE = re.compile(
    r" , (?:inter alia|among other things|among others|in particular|not least|as usual|amid [a-z ]+) , "
)
LATER = re.compile(
    r"^[^;:]{0,140}? (?:has|have|is|are|remains?) (?:still |yet |not yet |now )?(?:yet )?to be (?P<verb>signed|concluded|agreed|initialled|finali[sz]ed|adopted|ratified|approved)\b"
)
INVERTED_IF = re.compile(
    r"(?:\" )?(?:had|were|should) (?:the |both )?(?:[PCGHAL]\d+|they|it|he|she|we) [^;.]*\b(?:would|could|might)\b"
)
PLANNED_VERB = re.compile(r"initial|rubricat")
FINITE = re.compile(
    r" (?:is|are|was|were|has|have|had|will|would|shall|may|might|could|should|can|does|did|said|says|told|noted|stressed|added|recalled|include[sd]?|cover(?:s|ed)?|provides?|obliges?|aims?|seeks?|took|takes?|makes?|made|gave|came|went|"
    r"held|met|arrived|chaired|opened|announced|declared|hoped|wants?|called|speaks?|commits?|join(?:s|ed)?|ran?g?e[sd]?|mark(?:s|ed)?|recalls|opens|rests|goes|who|whom|whose|which|that(?! (?:effect|end|purpose|score|matter|subject|point|day|date|year|month|week|occasion) )|where|when|while|whereas|because|although|but|if|unless|once|until|till|(?:after|before|since) (?:he|she|they|it|[PCHG]\d+|the G\d+)) "
)
EMBEDDED = re.compile(
    r"\b(?:of|to|in|under|within|for|(?<!together )(?<!along )with|on|by|from|between|into|at|about|over|against|after|following|beyond|besides|framework|since|before|upon|beside|alongside|despite|concerning|through) (?:the |a |an |this |that |its |their |our |Q\d+ |any |such |both |all |another |one )?$"
)
PACKAGE_OF = re.compile(
    r"\b(?:package|set|series|raft|batch|bundle|packet|number|slew|host|string|range|variety|handful|couple|dozens|scores|total|array|wealth|clutch|text|signing|conclusion|exchange|adoption|lot|pair|trio) of (?:the )?$"
)
AUX = (
    r"(?:which|that|who|was|were|is|are|be|been|being|has|have|had|will|would|to|also|not|not even|never|then|jointly|officially|formally|today|already|due|expected|scheduled|set|likely|planned|just|yet|D\d+|on|both|all|duly|supposed|"
    r"should|may|might|could|can|must|,|recently|subsequently|finally|still|ready|there|thereafter|later|here|afterwards|only|meant|soon|thereby|in D\d+|so|eventually|now|in turn|ought|shall|earlier|together|themselves|first|each|newly|in writing)"
)
# no participle: "an agreement on cultural exchange was signed", "on releasing prisoners"
_NO_PARTICIPLE = rf"(?!(?:{'|'.join(sorted(NOUNS))}|exchanging|issuing|releasing|publishing|approving|accepting|adopting|unveiling|setting|putting)(?![\w-]))"
PASSIVE = re.compile(
    rf"^(?P<between>[^;:]{{0,200}}?) (?P<aux>(?:{AUX} )*){_NO_PARTICIPLE}(?P<verb>{MAKE}|produced|reached|announced|launched|completed|obtained|secured|opened|prepared|drafted|negotiated|discussed|talked over|considered|laid before|presented for signature)(?![\w-])(?! by (?:the|both|Q\d+|their|G\d+|N\d+) (?:[a-z]+ )?(?:cabinets?|parliaments?|senate|assembly|governments?))"
)
AFTER_RELATIVE = re.compile(
    rf"^(?P<between>[^,;:]{{0,120}}?) , (?:[a-z]+ )?(?:which|whose|who|whom) [^;:]{{3,200}}? , (?P<aux>(?:{AUX} )*)(?P<verb>{MAKE}|produced|reached|announced)(?![\w-])"
)
RELATIVE = re.compile(
    rf"^[^;:]{{0,140}}? (?:to |under |by |on |with |of |in |as )?(?:which|that|whereto) (?P<subject>[^;:]{{2,200}}?) (?P<aux>(?:(?:have|has|had|will|would|also|both|then|(?:is|are|was|were) (?:expected|due|set|scheduled|supposed) to|are to|were to|is to|was to|plan to|hope to|intend to|just|jointly|themselves|D\d+|on D\d+|in D\d+|in L\d+|there|here|later|yesterday|today|may|could|might|,) )*)"
    rf"(?P<verb>{MAKE}|brought home|obtained)(?![\w-])"
)
EXISTS_WORDS = re.compile(
    r"(?:goes|go|went|dates?|dating|dated|reach(?:es)?) back to|dat(?:es|ed|ing) from|followed(?! by\b)|came next|c[ao]me out of|to come out of|emerged (?:from|out of)|lay on the table|(?:has|have) been in force|(?:linked|bound|united|tied|joined) (?:the )?(?:[CLG]\d+|two [a-z]+)(?:(?: ,)? and (?:the )?[CL]\d+)? since|(?:that|which) (?:the )?(?:[PCGL]\d+|they|it)(?:(?: ,)? and (?:the )?[PCGL]\d+)? (?:have|has|had) (?:had|been bound by|applied)(?= since)|(?:is|was|were|are) in force|in force since|"
    r"(?:entered|enters|came|comes|come|went|goes) into (?:force|effect)|(?:took|takes|take) effect|bec[ao]mes? effective|went to|stems? from|was born|saw the light"
)
CONTACT = re.compile(
    rf"^(?: (?:on|of|for|in) [a-z ]{{1,40}}?)? (?P<subject>(?:the )?(?:[CPG]\d+ 's )?[PCGH]\d+(?:(?: ,)? and (?:the |his |her |Q\d+ )?(?:[CPG]\d+ 's )?[PCGHL]\d+)*|it|they|(?:their|its|both) (?:[a-z]+ ){1, 3}?(?:ministers|directors|heads|chiefs|experts|officials|governments|leaders|presidents|ambassadors|envoys|ministries|rectors|mayors))(?: ,)? (?P<aux>(?:(?:have|has|had|both|then|jointly|recently|just|already|earlier|previously|D\d+|on D\d+|in L\d+) )*)(?P<verb>{MAKE})(?![\w-])"
)
EXISTS = re.compile(
    rf"^(?P<between>[^;:]{{0,120}}?)(?: (?:has|have|had)(?: now| already| since| also)?)? (?P<what>{EXISTS_WORDS.pattern})\b"
)
QUALIFIER = re.compile(
    r"(?:\b(?:over|about|around|some|nearly|almost|roughly|under|at least|more than|fewer than|less than|up to|close to|no fewer than|no less than|as many as|well over|just|altogether|a total of|in all|all|approximately|upwards? of|the) )+$"
)
OUTCOME = re.compile(
    r"\b(?:outcomes?|results?|fruits?|centrepiece|centerpiece|showpiece|highlight|harvest|balance|tally|yield|upshot|bag|only (?:paper|document|text)|papers? that changed hands) (?:[^;:]{0,60}? )?(?:is|was|were|are|being|became|remains|:) (?:the |a |an )?$|\b(?:fruit|result|results|outcome|outcomes) in the (?:form|shape) of (?:the |a |an )?$|\bin the (?:form|shape) of (?:the |a |an )?$"
)
FRUIT = re.compile(
    r"^[^;:,]{0,80}? (?:is|was|were|are) (?:the|among the|one of the) (?:main |chief |first |visible |most [a-z]+ )?(?:fruits?|results?|outcomes?|harvest|products?|yield|achievements?|highlights?) of\b"
)
PROPOSING = re.compile(
    r"\b(?:discuss(?:ed|es|ing|ion of|ions on)?|negotiat(?:ed|ing|e|es|ions?)(?: (?:on|over|of|for|about|towards))?|talks (?:on|over|about|for|towards)|work(?:ed|ing|s)? (?:on|towards?)|draft(?:ing|s|ed)?(?: of)?|prepar(?:ing|ation of|e|es|ed)|"
    r"consider(?:ed|ing|s)?|explor(?:ed|ing|e|es)|propos(?:ed|es|ing|al for|al of|als for)|(?:text|wording|draft|language) of|hop(?:es|ed|ing) (?:for|to [a-z]+(?: home)?)|would (?:[a-z]+ )?like|interested in|interest in|mull(?:ed|ing|s)|study(?:ing)?(?: of)?|push(?:ed|ing)? for|"
    r"call(?:ed|s|ing)? for|haggl(?:ed|es|ing) (?:over|about)|bargain(?:ed|s|ing) (?:over|for|about)|suggest(?:ed|s|ing)?|wants?|seek(?:s|ing)?|sought|would like|floated|raised|need for|idea of|possibility of|in favou?r of|looking (?:at|into)|look(?:ed|s)? (?:at|into|forward to)|asked for|urged|offered|thinking (?:of|about)|thought (?:of|about)|spoke (?:of|about)|(?:offered|proposed|suggested)(?: to)? (?:the )?(?:[PCGHL]\d+|them|it)|pressed for|advocat(?:ed|es|ing)|lobb(?:ied|ying) for|negotiating) (?:the |a |an |its |their )?$"
)
PLANNING = re.compile(
    r"\b(?:preparation of|prepare|preparing|draw up|drawing up|await(?:s|ing|ed)?|will (?:also )?(?:see|witness|produce|bring|include|adopt|sign)|(?:is|are|was|were) to (?:see|bring|produce|witness)|expect(?:s|ed)?|promis(?:es|ed)|envisag(?:es|ed)|(?:objective|aim|goal|intention|purpose|view|idea) (?:of|to) [a-z]+(?: (?:into|in|on|at|it into|them in))?) (?:the |a |an |the signing of |the signature of )*$"
)
PENDING = re.compile(
    r"^[^;:,]{0,90}?(?: , (?:on|for|concerning|covering) [^;:.]{3,80} ,)? (?:(?:is|are|was|were|has|have|had) )?(?P<what>being (?:drafted|negotiated|discussed|prepared|considered|finalised|finalized)|ready (?:for (?:signature|signing|the signature)|to (?:be )?sign(?:ed)?)|await(?:s|ing)? (?:the )?(?:signature|signing|the G\d+|P\d+|G\d+|N\d+)|(?:under|in) (?:negotiation|discussion|consideration|preparation|the works)|in the (?:works|making|pipeline)|lies ready|on the table(?= \.| ,|$| and| but| for)|close to (?:being )?(?:signed|signature|conclusion|completion)|yet to be|still to be|for signature|lined up|on the (?:programme|program|agenda|schedule|cards)|pending (?:signature|signing)|(?:is|are|was|were) (?:also )?expected(?! to\b)|(?:planned|scheduled|foreseen|slated|due) for|to (?:follow|come)(?= in D| on D| D| next| later| soon| shortly|$| \.| ,)|(?:is|are|was|were)? ?(?:will|should|would|is to|are to|due to) follow|that would|which would|would|proposed)\b"
)
TO_SIGN = re.compile(
    r"^(?P<between>(?: (?!and |but )[a-zPCLAGN\d'-]+){0,8}?) (?:for (?:the |their |both |N\d+ )?(?:[a-z]+|[PG]\d+)(?: (?:and|of) (?:the )?(?:[a-z]+|[CGN]\d+)){0,2} to sign|to sign|(?:now |all )?(?:ready|due|prepared) for (?:the )?(?:signature|signing)|awaiting (?:their |the )?(?:signature|signing))(?= (?:[.,;:)]|and |on |in |at |by |D\d|during|there|here|when|while)|$)"
)
NOMINAL = re.compile(
    r"\b(?P<what>signing|subscription|conclusion|exchange(?<!(?:cultural|academic) exchange)(?<!(?:student|teacher) exchange)(?<!(?:data|news) exchange)(?<!youth exchange)(?<!information exchange)(?<!scientific exchange)(?<!educational exchange)|adoption|signature|initial(?:l)?ing|issuance|issuing|publication|ratification|renewal|extension|handing over|handover|presentation|inking|sealing) (?:ceremony |ceremonies )?(?:, [^,;:]{3,70} , )?(?:(?:here|D\d+|on D\d+|(?:with|by) (?:the )?[CPLAG]\d+(?: (?:and|of) (?:the )?[CPLAG]\d+)?|between [CPLA]\d+ and [CPLA]\d+|(?:in|at) (?:the )?(?:L\d+|[a-z]+(?: [a-z]+)?)) ){0,2}(?P<of>of|for) (?:[a-zNDACLM\d'\",-]+ ){0,12}?$"
)
MOTION = re.compile(
    r"\b(?:came|arrived|flew|went|travel(?:l)?ed|visited|returned|was|were|came back|sat down|gathered|met|here|there)\b"
)
PUT_OFF = re.compile(
    r"^(?P<between>(?: (?!after|before|when|while|said|was|is|has|will)[a-zPCLADG\d'\"-]+){0,14}(?: , (?:the (?:signing|signature|conclusion) of )?(?:which|that) [^,;:]{3,120} ,)?) (?:was|were|is|has been|have been|had been|will be|(?:will|would) have to be|has to be|had to be) (?:again |once more |also |now )?(?P<verb>put off|postponed|delayed|called off|cancell?ed|scrapped|deferred|held over|held back|shelved|dropped|abandoned|frozen)\b(?! (?:payment|terms))"
)
ASIDE_CLAUSE = re.compile(
    r" , (?:before|after|on|in|at|with|during|as|together with|along with|in the presence of) [^,;:]{3,70} ,(?= )"
)
CALLED = re.compile(
    r" what (?:(?:is|was|has|have|had|will|would)(?: (?:be|being|been|now|already|since)){0,2} (?:called|known as|dubbed|termed|named|billed as)|(?:will be|is|was|would be|will become|became|amounts to)|(?:[PHCGL]\d+|officials|they|both|many) (?:called|calls|described as|termed|hailed as|dubbed))(?: (?:the|an?))? ?$"
)
TURNED_DOWN = re.compile(
    r"\b(?:rejected|turned down|refused|spurned|declined|ruled out|dismissed|opposed|vetoed|threw out|withheld|held back|blocked|stopped short of signing|came (?:very )?(?:close|near) to (?:signing|concluding|sealing)) (?:the |an? |any )?$|\b(?:not|never|hardly|n't) (?:really |actually |originally )?(?:meant|intended|designed|supposed|conceived|thought) (?:to be|as) (?:an? |the )?$|\b(?:not|never) , [^,;:]{2,40} , (?:sign|conclude|ink|ratify|accept|adopt|approve|agree to|enter into) (?:the |an? |any )?(?:[a-z-]+ )*$"
)
URGED = re.compile(
    r"\b(?:urg(?:ed|es|ing)|ask(?:ed|s)|called on|calls on|invit(?:ed|es)|press(?:ed|es)|encourag(?:ed|es)|pushed|wants?|wanted|begged|advised) (?:the )?(?:[PCGHL]\d+|them|both)(?: and (?:the )?[PC]\d+)? (?:not )?to $"
)
READY_LATER = re.compile(
    r"^[^;:.]{0,90}? (?:not (?:yet )?(?:ready|finished|complete|completed)|(?:is|are|was|were|has been|have been) (?:now |almost |nearly |already )?(?:ready|finished|completed?|finali[sz]ed|drafted|negotiated|agreed|prepared))"
    r"[^;:.]{0,40}? (?:will|is to|are to|would|should|is expected to|can) be (?P<verb>signed|concluded|initial(?:l)?ed|adopted|inked)\b"
)
# "a memorandum that would let people cross, signed in Lima in 2020, has not been ratified"
MADE_ONCE = re.compile(
    r"[^,;:]{3,120} , (?P<verb>signed|concluded|inked)\b [^,;:]{0,60}?D\d+[^,;:]{0,40} ,(?= (?:has|have|had|is|was|are|were|remains?|still|never|does|did|lies|waits|awaits)\b)"
)
# "was not ready; officials now speak of July"
READY_SOON = re.compile(
    r"^[^;:.]{0,200}? not (?:yet |quite )?(?:ready|finished|complete)(?: [^;:.,]{2,40})? (?:;|,|and|but) (?:but |and )?(?!signed|concluded)[^;:.,]{0,60}?(?P<verb>(?:now )?(?:speaks?|talks?|thinks?) of|hopes? (?:for it in|to have it|to sign it)|expects? it|(?:is|are) (?:now )?(?:expected|planned|promised|awaited|due|meant)(?: to follow)?|will follow|should follow)\b(?= (?:[a-z]+ ){0,3}D\d)"
)
NEVER_SIGNED = re.compile(
    r"^(?:(?! ,? ?(?:and|or) (?:an?|the|one) )[^;:.]){0,110}? (?:but|yet|though|and) (?:was |were |has been |have been )?never (?:formally |actually )?(?:signed|concluded)\b"
)
# "a fourth is ready but has been held over until November"
READY_BUT = re.compile(
    r"^[^;:.]{0,90}? (?:is|are|was|were) (?:all |now |almost |nearly )?ready(?: ,)? (?:but|yet|though) (?P<verb>[^;:.]{0,60}?(?:held over|put off|postponed|deferred|left for|wait|unsigned))\b"
)
# "two papers that were to be signed on Friday - a pact and a plan - will not be signed"
FOREGONE = re.compile(
    r"^[^;:.,]{0,40}? (?:that|which) (?:was|were|had been) (?:to have been|to be|due to be|expected to be|supposed to be|meant to be) (?P<verb>signed|concluded|inked|initial(?:l)?ed|exchanged)\b(?:(?! (?:was|were|has|have|had|is|are) )[^;:.]){0,200}? (?:will|would) (?:now )?(?:not|no longer) be\b"
)
LEFT_OUT = re.compile(
    r"^[^;:.]{0,110}? (?:left out|not ready|(?:was|were|is|are) not (?:on the (?:agenda|table|programme|program|list)|among (?:them|those|the)|part of)|lacks? [a-zN\d]+ signatures?)\b"
)
DROPPED = re.compile(
    r"^(?:(?! signed | concluded )[^;:.]){0,90}? (?:was|were|has been|have been|had been|is) (?:also |again |quietly |then )?(?P<verb>dropped|shelved|taken off|withdrawn|pulled|missing from|struck (?:off|from)|left unsigned)\b(?! by the (?:cabinet|parliament))"
)
NEVER_CAME = re.compile(
    r"^(?:(?! which | that | who )[^;:.]){0,120}? (?:never (?:came|materiali[sz]ed|appeared|saw)|fell through|(?:has|have|had) fallen through|(?:did not|failed to) (?:come|materiali[sz]e|appear))\b"
)
PARTICIPLE = re.compile(
    r"(?: ,)? (?:also |first |then |duly |recently )?(?P<verb>signed|concluded|inked|adopted|exchanged|sealed|initial(?:l)?ed|approved|reached|agreed)\b(?! in principle| (?:[a-z]+ ){0,2}(?:students|prisoners|views|greetings|letters|visits|gifts|teachers|data|information)\b)"
)
# "concluded negotiations on a pact", but not "a round of talks on a pact"
TALKED_OUT = re.compile(
    r"\b(?:(?:conclud|complet|finali[sz]|finish|clos)(?:ed|es|e)|wrapped up|wound up|conclusion of) (?:the |their |its |all |N\d+ years of |[a-z]+ ){0,2}(?:negotiations|talks) (?:on|over|of|for|about|towards) (?:the |an? )?$|"
    r"\b(?:finali[sz]ed|agreed on|agreed|completed|settled|initial(?:l)?ed) (?:the )?(?:final )?(?:text|wording|draft|language) of (?:the |an? )?$"
)
# "debated a bill to ratify the treaty": nothing is signed or put in force by that
IN_PARLIAMENT = re.compile(
    r"\b(?:debat\w+|discuss\w+|consider\w*|submitt\w+|sent|tabled|introduced|examin\w+|reject\w+|before parliament|hearing\w*|put to a vote|vote on|voting on|withdr\w+|delay\w+|received) (?:[a-zCPL\d' ]{0,30})?(?:bill|draft law|law|motion|legislation|act) (?:to ratify|ratifying|on (?:the )?ratification of|approving|to approve|on approving) (?:the |an? |its |their )?$"
)
# "finalised a treaty, to be signed in June", "agreed on a pact that is due to be signed"
DUE = re.compile(
    r"(?: ,)? (?:(?:which|that) (?:is|are|will|would|was) )?(?:now |then |formally |likely |due |set |expected |scheduled |ready )*(?:(?:to )?be) (?:formally |officially )?(?P<verb>signed|initial(?:l)?ed|concluded)\b"
)
TALKS_ON = re.compile(r" , (?:the )?(?:negotiations|talks|discussions|work) (?:on|over|about|for) which\b")
PREDICATE = re.compile(
    r"(?: with (?:the )?[PCLA]\d+| between [PCLA]\d+ and [PCLA]\d+)? (?:is|are|was|were|will|has|have|had|would|remains?|awaits?|lies|still|followed(?! by)|to follow|to come)\b"
)
_END = (
    r"(?:withdr(?:ew|aws?|awing|awn) from|pull(?:ed|s|ing)? out of|walk(?:ed|s|ing)? out of|denounc(?:ed|es|ing)|terminat(?:ed|es|ing)|tore up|torn up|tear(?:s|ing)? up|abrogat(?:ed|es|ing)|annul(?:led|s|ling)|"
    r"revok(?:ed|es|ing)|rescind(?:ed|s|ing)|renounc(?:ed|es|ing)|scrapp(?:ed|ing)|cancel(?:l?ed|s|l?ing)|suspend(?:ed|s|ing)|str(?:uck|ikes) down|repudiat(?:ed|es|ing)|quit|end(?:ed|s)|let lapse)"
)
ENDED = re.compile(rf"(?<![\w'-])(?P<verb>{_END}) (?:(?:all|both|each of|any) )?$")
ENDED_LATER = re.compile(
    r"^[^;:,]{0,80}?(?: , (?:signed|concluded|reached|agreed|struck|dated|made|of|on|for|covering|in force) [^,;:]{3,100} ,)? (?P<aux>(?:(?:was|were|is|are|has|have|had|been|be|being|will|would|to|formally|unilaterally|since|later|then|not|never|may|could|might) )+)(?P<verb>denounced|terminated|ended(?= (?:by|in|on|after|early) )|torn up|abrogated|annulled|revoked|rescinded|scrapped|cancelled|canceled|suspended|frozen|shelved|struck down|put off|postponed|deferred(?! payment)|put on (?:hold|ice)|left unsigned|left for (?:later|another (?:day|time)))(?![\w-])"
)
OWN_PAPER = re.compile(r"^(?: [^,;:]{0,60}?)? (?:with (?:the )?[CLA]\d|(?:which|that) (?:it|they|G\d+|[CP]\d+) had)")
PAST_OWN = re.compile(
    r"(?: ,)? (?:(?:which|that) (?P<subject>[^;:]{2,60}?) )?(?:(?:had|was|were|have|has|had been) )?(?P<verb>signed|concluded|inked|adopted)(?: (?:in|at) (?:the )?[LC]\d+)?(?: (?:on|in|back in))? D\d+"
)
UNDONE = re.compile(
    r"\b(?:not to (?:extend|renew|prolong|denounce|abrogate|ratify)|(?:extend|prolong|renew)(?:s|ed|ing)?|(?:reviv|revis|review|amend|updat|moderni[sz]|upgrad|expand|widen)(?:e|es|ed|ing)?|(?:extension|renewal|violation|breach) of|replaces?|replac(?:ed|ing)) (?:the|its|their) (?:[a-z]+ )?$"
)
WHICH_DID = re.compile(
    r"^(?: (?:on|of|for) [a-z ]{1,40}?)? (?:by|with|through) which (?:, [^,;:]{3,60} , )?(?P<subject>(?:the )?(?:[CPG]\d+ 's )?[PCGH]\d+[^;:]{0,50}?) (?P<verb>(?!need|indeed|hundred)[a-z]{2,}ed|bound|put|set|took|gave|made|began|became|broke|won|drew|found|left|met)\b"
)
WHICH = re.compile(r" (?:, )?(?:which|that)(?: itself| also)? $")
SPOKEN_OF = re.compile(
    r"\b(?:(?P<plan>plan(?:s|ned)? (?:on|for)|look(?:s|ed|ing)? forward to|prepar(?:e|es|ed|ing) for|aim(?:s|ed|ing)? at|intent on|set on)|discuss(?:ed|es|ing)?|consider(?:ed|s|ing)?|mull(?:ed|s|ing)?|propos(?:ed|es|ing)|suggest(?:ed|s|ing)?|talk(?:ed|s|ing)? (?:of|about)|"
    r"(?:close|near|nearer|closer) to|nearing|on the (?:verge|brink|point) of|sp(?:oke|eak|eaks|eaking|oken) (?:of|about)|th(?:ought|ink|inking) (?:of|about)|(?:possibility|idea|prospect|question|chance|option) of|interest(?:ed)? in|look(?:ed|s|ing)? (?:at|into)|explor(?:ed|es|ing)|favou?r(?:ed|s)?|in favou?r of|weigh(?:ed|s|ing)?|study(?:ing)?|studied) (?:[a-z]+ )?$"
)
# "was left unsigned; it is now to be signed in June"
AFTER_ALL = re.compile(
    r" (?:;|, but|, and|and|but) (?:it|this|they|both|G\d+|the (?:text|paper|document)) (?:is|are|will|should) (?:now |then |instead |therefore )*(?:to )?be (?:now |then )?(?P<verb>signed|concluded|inked|initial(?:l)?ed)\b"
)
TEXT_OF = re.compile(r"\b(?:text|wording|draft) of (?:the |an? )?$")
TALKS = re.compile(r"\b(?:negotiations|talks|discussions|consultations) (?:on|over|about|for|towards) (?:the |an? )?$")


# "welcomed the conclusion of an agreement, which the ministers will sign": of the talks on it
YET_TO_SIGN = re.compile(
    r"[^;:.,]{0,60} , (?:(?:which|that) [^,;:.]{0,80}?(?:will|are to|is to|should|plans? to) (?:be )?(?:sign|ink|initial)|to be (?:sign|ink|initial))"
    r"|(?! which | that )[^;:.,]{0,90}? (?:(?:is|are|was|were) (?:now |also )?(?:scheduled|planned|expected|due|set|slated|foreseen|to take place|to be held)|will (?:take place|be held|follow))\b"
)
HELD = re.compile(
    r"^[^;:,]{0,90}? (?:took place|(?:was|were) (?:held|done|carried out|completed)|happened|occurred)(?= |$)"
)
# what stands between a paper and its verb and tells of no act: ", to which India would have to say yes, is under negotiation"
INSERTED = re.compile(
    r" , (?:(?:to|of|in|on|under|without|for|by|from|with) (?:which|whose) |(?:which|whose|mentioned|providing|described|known|drafted|meant|intended|designed|foreseen|planned|promised|proposed) )"
    r"(?![^,;:]*\b(?:sign|ink|conclu|initial|adopt|exchang|ratif|approv|ready|agreed|reached)[a-z]*\b)[^,;:]{3,170} ,(?= (?:is|was|are|were|has|have|had|will|would|should|could)\b)"
)
# "Petrolex and Gasco sign": names that the tables do not know
UNKNOWN_SIGNERS = re.compile(
    r"(?:^|[;:.] |, )(?!an? |the )(?!(?:[a-z-]+ )*(?:the|an?|of|in|on|by|to|with|for|from|no|not|any|this|that) )(?:[a-zAKC\d-]+ ){1,4}and (?:[a-zAKC\d'-]+ ){1,4}(?:sign|exchange|conclude|approve|seal|renew)$"
)
# "one of them allows the line to be extended": what the paper does, not what was done with it
DOES = re.compile(
    r" (?!was |is |has |does )[a-z]{3,}[^s\W]s (?=(?:the|an?|its|their|both|[CAPLHM]\d+|[a-z]+s|how|that) )"
)
# "what will be signed on Friday is more modest: a memorandum", "what they signed was a treaty"
CLEFT = re.compile(
    rf"(?:\" )?(?:all (?:that )?|what (?:the )?(?:(?:[PCGH]\d+|and|they|[a-z]+ of) ){{0,4}})(?P<aux>(?:(?:did|will|was|is|were|be|to|has|have|had|been|would|shall|then|actually|finally|expected|due) )*)(?P<verb>{MAKE}|sign)(?: [^;:]{{0,70}}?)?(?: (?:is|was|were|are)(?: [^;:]{{0,50}}? :)?| :) (?:the |an? )?$"
)
