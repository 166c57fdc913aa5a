"""Words that stand for a document without its noun: "another on fisheries", "in one of them", "one of nine signed in Oslo"."""

from __future__ import annotations

from relations_db.extract.topic_links import TOPIC_LINK
from relations_db.language.cues import cued

ELLIPSIS = cued(
    r"(?<![\w'-])(?P<noun>another|(?:the|a|an) (?:other|last|final|further|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]+teenth)(?: (?:one|paper|document|text))?|N\d+(?: of (?:them|these|those|G\d+))?)"
    r"(?! set of )(?= (?:, (?:worth|valued at|for|of) (?:about |some |over )?M\d+ , (?=(?:is|was|will be|concerns|covers|provides|deals|relates)\b)(?:(?:is|was|will be) )?)?(?:, )?(?:(?:that|which) (?:will |would |also )?(?!is |was |has |does not|does (?:so|it)|this|its|dates|stems|remains|expires|exists|applies|matters)[a-z]{2,}s? (?:off |out |up |down )?(?=(?:the|an?|its|their|[a-z]+s?|[CAPLM]\d+) )|(?:waive|abolishe|lift|create|establishe|protect|extend|enable|make|simplifie|facilitate|ease|ban|fixe|define|promise|promote|send|bring|end|spare|exempt|free|help|support|finance|fund|secure|guarantee|recogni[sz]e|restore|reopen|raise|cut|reduce|double|let|put|link|connect|supplie|sell|buy|share|set|open|deal with)s?(?= )|(?:mak|eas|allow|enabl|giv|open|sett|creat|scrapp|waiv|exempt|reduc|bann|recogni[sz]|restor|avoid|regulat|deal|establish|lift|abolish|grant|simplify|facilitat|promot|protect|extend|oblig|committ|launch|cover)ing|aimed|meant|intended|designed|commits|obliges|binds|allows|lets|permits|regulates|governs|foresees|envisages|concerns|deals with|relates to|aims|lays down|sets(?: out| up)?|clears|grants|gives|to (?!be\b|the\b|a\b|an\b|its\b|their\b|his\b|which\b|that\b|come\b|follow\b)[a-z]+ (?:the|a|an|[a-z]+)|on(?! D\d)|between|"
    + TOPIC_LINK
    + r"|(?:to|under|by|through) which|provides?|providing|covers|opens|for (?!D\d|M\d|N\d|its|their|his)|in (?=(?:the (?:field|area|sphere|sector|domain) of )?(?!(?:the|a|an|all|total|particular|writing|principle|person|turn|addition|english|french|force|his|her|its|their|late|early|return|exchange|every|each|which|response|place) )[a-z]{4,})|about|with (?:the )?[CL]\d+)\b)"
)
OPENING = cued(
    r"(?:^|; (?:and )?)(?:in|under|by|through|with) (?P<noun>(?:yet )?(?:N\d+|another|the (?:other|first|second|third|fourth|last)|a (?:second|third|further))(?: of (?:them|the|these|those|G\d+|D\d+)(?: [a-z']+){0,2})?)(?= , )"
)
# "the treaty was one of nine signed in Oslo"
ONE_OF = cued(
    r"\b(?:document|paper|text|treaty|agreement|accord|pact|memorandum|protocol|contract|statement|declaration|communique|it|this|that|which) (?:is|was|became|being) (?:only |just |but |the (?:first|last|weightiest|main|most important) )?(?:one |N\d+ )?(?:of|among) (?:the |some |about |more than |over |as many as )*(?P<noun>N\d+)(?= (?:that [^,;:.]{3,60}? |which [^,;:.]{3,60}? |to be |being )?(?:signed|concluded|inked|initial(?:l)?ed|exchanged|adopted)\b)"
)
