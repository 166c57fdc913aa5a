"""The words that show a leader at a gathering: what he does there, what stands before or behind his name, and what denies it."""

from __future__ import annotations

from relations_db.language import patterns as re

ROOM = (
    r"(?:row|rows|stands?|box|hall|room|audience|crowd|pews?|gallery|tent|stadium|cathedral|abbey|church|square|congregation|"
    r"procession|tribune|chamber|seats?)"
)
FOLK = (
    r"(?:leaders|heads of (?:state|government)(?: and (?:state|government))?|presidents|premiers|prime ministers|foreign ministers|ministers|dignitaries|guests|participants|attendees|mourners|"
    r"those|others|delegates|monarchs|royals|kings|statesmen|visitors|speakers|arrivals|figures|faces|neighbours|neighbors|allies|politicians|well-wishers|witnesses|signatories|representatives|delegations|company|audience|line-up|G\d+)"
)
# what somebody does who is there in the body
_ACTS = (
    r"came(?! under| to power| to office| out)|comes(?! under)|arriv(?:ed|es)|fl(?:ew|ies) (?:in|out|home)|drove|landed|walked|walks|travelled|traveled",
    r"sat|sits|stood(?! for| firm| by| in)|stands(?! for| firm| by)|(?:had|have) W\d+ (?:on|at|by|beside)|wore|lingered|mingled|posed",
    r"(?:was|were|is|are) (?:also |all |both |then )?(?:there|here|seated|present|in attendance|on hand|among|spotted|seen|booed|jeered|cheered|applauded|greeted|welcomed|received|decorated|photographed|ushered|driven)",
    r"(?:was|were|is|are) (?:also |all |both |then )?(?:at the (?:table|ceremony|meeting|summit|funeral|airport)|in (?:the|a|Q\d+) (?:[a-z-]+ )*" + ROOM + r"|on the (?:stage|platform|podium|dais|stand|tribune|balcony)|given (?:the|a|an)|(?:one|two|some|several|part) of (?:the|those)|the (?:only|first|last|next|star) (?:[a-z]+ )*(?:to|guest|speaker|visitor)|guests?\b)",
    r"took (?:part|(?:Q\d+|his|her|their|the|a|turns?) (?:own )?(?:seats?|places?|floor|stage|rostrum|podium|microphone|turn))|takes? part|attend(?:ed|s)|join(?:ed|s)|participated",
    r"appeared|showed up|turned (?:up|out)|made (?:it\b|(?:the|an?|Q\d+) (?:[a-z-]+ )?(?:journey|trip|way|entrance|appearance))|look(?:ed|s) (?:on|in)|dropped (?:in|by)|kept (?:Q\d+|his|her|their) word",
    r"stayed (?:to|until|till|for|on|longer|behind|through)|remained (?:to|until|for|seated|standing)|(?:went|flew|drove) (?:home|back)|departed",
    r"left (?:early|before|after|at|first|last|again|the (?:[a-z]+ ){0,2}(?:table|hall|room|stand|ceremony|stadium|church|meeting|summit))",
    r"spoke(?! out| of| about)|addressed (?:the|an?)|told (?:the|those) (?:summit|gathering|audience|crowd|mourners|delegates|meeting|assembly|guests|congregation|conference|forum|assembled|present)",
    r"delivered (?:a|an|the|Q\d+)|gave (?:a|an|the) (?:[a-z]+ )?(?:speech|eulogy|reading|address)|spoke for|stood in|deputi[sz]ed",
    r"embrac(?:ed|es)|shook hands|hugged|kissed|bowed|knelt|prayed|wept|danced|waved|laid|lit|planted|unveiled|inaugurated|raised the|cut the|applauded|clapped|sang",
    r"pa(?:id|ys) (?:Q\d+ |his |her |their |a )?(?:last |final )?(?:respects|tribute|homage)|b(?:id|ade)",
    r"dined|lunched|breakfasted|toasted|talked(?! of| about| up| down)|met(?! with (?:criticism|protest))|meets|held (?:talks|a meeting)|conferred|called on|found (?:himself|herself|themselves) (?:next|beside|between|opposite|seated|sitting|standing|not far)",
    r"witness(?:ed|es)|watch(?:ed|es)|(?:co-)?chaired|presided|signed the (?:book|charter|declaration|act|protocol|communique)",
)  # fmt: skip
ACTED = re.compile(rf"\b(?:{'|'.join(_ACTS)})(?![\w-])")
NOT = re.compile(
    r"\b(?:not|never|n't|no longer|neither|nor|without|instead of|rather than|failed|refused|declined|unable|absent|absence|missing|but for|would have|could have|if|unless|whether)\b"
)
SAYS = re.compile(
    r"\b(?:said|says|announced|promised|hoped|asked|told reporters|recalled|because|after|before|since|when|while|as|where|which|that|to)\b"
)
WILL = re.compile(
    r"\b(?:will|shall|to (?:attend|come|join|be)|expected|due|scheduled|awaited|coming|(?:has|have) (?:all |both |also )?confirmed|confirmed|(?:is|are) (?:to|set|sending))\b"
)
INVITED = re.compile(r"\b(?:invited|invitations?|asked)\b")
# what is still to be done to be there
_ATTEND = r"(?:attend|come|be (?:there|present|here|among|in [LC]\d+)|arrive|join|take part|participate|travel|fly in|speak|sit)"
TO_BE_THERE = re.compile(
    rf"^(?: ,)?(?: (?:also|both|all|too))? (?:(?:will|shall)(?: (?:also|both|all))? (?:{_ATTEND}|(?:represent|speak for|stand in for|deputi[sz]e for) (?:Q\d+|his|her|the|[ACWP]\d+)|(?:lead|head) (?:Q\d+|his|her|the|an?|[AC]\d+)[^;:.]{{0,30}} delegation)|(?:is|are)(?: (?:also|both|all))? (?:to {_ATTEND}|coming|(?:expected|due|awaited|scheduled)(?: (?:there|here|as well|too|to {_ATTEND}|at the|in [LC]\d+|on D\d+)|(?= [,;.]|$)))"
    r"|(?:has|have)(?: (?:also|both|all))? (?:confirmed|announced) (?:Q\d+|their|his|her) (?:attendance|participation|presence|coming))\b"
)
HAD = re.compile(
    r"\bhad (?!(?:already |just |also |all |both )?(?:come|arrived|flown|landed|travelled|joined|driven|gathered|assembled|taken (?:Q\d+|their|his|her) (?:seats?|places?)|made (?:the|it))\b)"
)
CLOSE = re.compile(
    r" (?:[;:.\"]|- (?=[A-Z])|, (?:and|but|while|though|although|whereas|yet) (?=(?:the )?[WCPHGA]\d)|(?:but|while|though|although|whereas) )"
)

FRONTED = re.compile(
    r"(?:^|[,;.:-] |\band |\") ?(?:(?:also|present|there|seated|standing|watching|looking on|further|first|next|then|last|later|soon|and|among|from|for|in|on|at|around|amid|behind|beside|next to|with|to|near|between|opposite|alongside|close to|not far (?:off|away))\b[^;:.]{0,70}?)"
    r" (?:was|were|is|are|sat|stood|came|come|arrived|followed|walked|marched|flew in|appeared|joined|took their (?:seats|places))(?: also| too| in| :| in turn)? $"
)
THERE = re.compile(
    r"(?:^|[,;.] )(?:also|and)? ?(?:there|present|in attendance|on hand|attending|in the (?:[a-z-]+ )*"
    + ROOM
    + r")(?: too| as well)?(?: were| was)? ?[:,-]+ $"
)
SHARED = re.compile(
    r"(?:\bas (?:did|was|were|had|has|have|is|are|do|does|will)|(?:^|[,;.] |and )so (?:was|were|did|had|do|does|is|are)|\bfollowed by|\bjoined by|\band then) $"
)
BY = re.compile(
    r"\b(?:flanked|joined|watched|attended|witnessed|surrounded|applauded|graced|cheered|observed|escorted)(?: (?:closely|in person|at [LC]\d+|in [LC]\d+|there|on (?:either|one) side|D\d+|on D\d+))* by (?:[^;:W]{0,60}? )?$"
)
BEFORE_ALL = re.compile(
    r"\b(?:in the presence of|under the eyes of|in front of|before (?:an? |the )?(?:audience|crowd|congregation|guests|gathering|leaders|dignitaries)(?: [a-z]+)* (?:of|including|such as))(?: [a-z]+){0,3} $"
)
WITH_AFTER = re.compile(
    r" (?:looking on|looking|standing|watching|sitting|seated|at (?:Q\d+|his|her|their) sides?|by (?:Q\d+|his|her|their) sides?|in attendance|present|beside|behind|among the|in the (?:[a-z-]+ )*"
    + ROOM
    + r")\b"
)
PART_OF = re.compile(
    rf"\b(?P<who>{FOLK})(?P<what>(?: (?!said|told|from)[A-Za-z\d'-]+| ,){{0,9}}?)(?: ,)? (?:included|includes|include|were|are|was|is|comprised|numbered|counted|including|such as|namely|among G\d+|:)(?: also| :)? $"
)
# "the grandstand held W", "the summit drew W"
HOLDS = re.compile(
    rf"\b(?:{ROOM}|grandstand|table|summit|conference|forum|meeting|ceremony|parade|funeral|photograph|picture|guest list|list) (?:[a-zLCDBKQ\d'-]+ ){{0,6}}?(?:, [^,;:.W]{{2,40}} , )?(?:held|seated|drew|attracted|gathered|assembled|brought|united|showed|featured|saw|numbered|counted)(?: together)?(?: ,[^,;:.W]{{2,40}} ,)? $"
)
AMONG_THEM = re.compile(
    rf"(?:\bamong (?:them|G\d+|the (?:[a-z]+ )*{FOLK}[^;:.]{{0,40}}|those [^;:.]{{0,40}})(?: were| was| ,| :)?(?: (?:those|the ones|delegations|the delegations|one|that|groups|teams))?(?: (?:headed|led) by)?|\b(?:besides|these were|they were)|\b(?:presidents|leaders|prime ministers|heads of state|kings|monarchs|N\d+)[^;:.]{{0,40}} (?:came|attended|arrived|were there|sat|gathered|met) :) $"
)
NOT_THERE = re.compile(
    r"\b(?:absent|absentees?|missing|stayed|declined|regrets|not|away|absence|excused|former|late|predecessors?|list of speakers|apologies)\b"
)
SPOKE_FOR = re.compile(
    r"\b(?:represented(?: (?:there|here|at [^;:.W]{1,40}))?(?: only)? (?:by|through)|delegations? (?:was|were|is) (?:headed|led) by|(?:seats?|chairs?|place) (?:was|were) (?:occupied|taken|filled) by|sent|sends|dispatched|despatched|delegated|sending|send)(?: (?:only|instead|no more than|the highly|a|an|the) )? ?$"
)
GAPPED = re.compile(
    r"\bsent [^;:.]*, and W\d+ $|(?:,|;|and|while) (?:(?:and|while) )?(?:that of |those of |the )*(?:[CAG]\d+|P\d+|W\d+)(?: 's)?(?: (?:and|,) (?:[CA]\d+))* (?:by|through) $"
)
LED = re.compile(
    r"^ (?:headed|heads|led|leads|brought|leading|heading) (?:the|a|an|Q\d+|[CA]\d+ 's)[^;:.]{0,40} delegation\b|^ (?:represented|represents|spoke for|deputi[sz]ed for|stood in for|read (?:out )?(?:a|the) message)\b"
)
VOICE = re.compile(
    r"\b(?:spoke|speaking|addressed|joined|took part|participated|followed|watched|attended) (?:[a-z]+ ){0,3}$"
)
NOT_SUBJECT = re.compile(
    r"\b(?:by|of|from|for|to|with|between|against|that|told|asked|thanked|and|or|neither|nor|embraced|hugged|kissed|greeted)(?: the)? $"
)
# "was among the guests", "were among the leaders present"
AMONG = re.compile(
    r"^ (?:was|were|is|are|will be) (?:also |both |all )?(?:among|one of|two of) (?:the |those )(?:[A-Za-z\d'-]+ ){0,5}?(?:guests|witnesses|attendees|participants|dignitaries|mourners|spectators|onlookers|delegates|present|attending|in attendance|who (?:attended|came|took part|gathered|watched|witnessed))\b(?! (?:invited|asked))"
)
ALONE = re.compile(r"^(?: ,? ?(?:with|and) [^,;:.]{1,30}| ,? ?(?:too|also|as well))?(?= [;.,]|$)")
SENT = re.compile(r"\b(?:represented|headed|led by|sent)\b")
# whom one of those present met there
MET_THERE = re.compile(
    r"\b(?:met|embraced|hugged|kissed|greeted|talked|shook hands|conferred|held talks|lunched|dined|sat|stood|seen|talks|himself|herself|have|had)"
    r"(?: (?:far from|not far|down|briefly|privately|separately|beside|next|between))* (?:with|to|between|beside)? ?$"
)
