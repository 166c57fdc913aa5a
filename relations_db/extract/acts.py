"""The act that made a document: signed, adopted, exchanged, planned, only discussed. Verbs: docs/reference/rules.md, section Documents."""

from __future__ import annotations

from dataclasses import replace
from re import Match

from relations_db.extract.act import Act, bare_left, is_embedded, no_act
from relations_db.extract.act_ends import ended, not_now, own_past, put_off, standing
from relations_db.extract.act_realis import is_reported, passive_realis, unsigned, verb_realis
from relations_db.extract.act_words import (
    AFTER_ALL,
    AFTER_RELATIVE,
    ASIDE,
    ASIDE_CLAUSE,
    CALLED,
    CLEFT,
    CONTACT,
    DOES,
    DROPPED,
    DUE,
    EXISTS,
    FINITE,
    FINITE_BEFORE,
    FRUIT,
    HELD,
    IN_PARLIAMENT,
    INSERTED,
    INVERTED,
    INVERTED_IF,
    LATER,
    LEFT_OUT,
    MADE_ONCE,
    MAKE,
    MAKE_ONLY,
    NEVER_CAME,
    NOMINAL,
    NOUNS,
    OUTCOME,
    PARTICIPLE,
    PASSIVE,
    PENDING,
    PLANNING,
    PREDICATE,
    PROPOSING,
    READY_LATER,
    RELATIVE,
    TALKED_OUT,
    TALKS,
    TALKS_ON,
    TEXT_OF,
    TO_SIGN,
    TURNED_DOWN,
    UNKNOWN_SIGNERS,
    VERB,
    WHICH,
    WHICH_DID,
    WORTH,
    YET_TO_SIGN,
)
from relations_db.extract.documents import DocPhrase
from relations_db.extract.missing_papers import lacking
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis, around, of_group, verb_group
from relations_db.values import Status

_SPOKEN = re.compile(
    r" , (?:(?:if (?:all|everything|nothing|nobody|the weather|plans?|things) [^,;:]{2,50}|all being well|barring [^,;:]{2,40}|weather permitting) ,(?= (?:is|are|will|would)\b)|(?:so )?(?:(?:said|says|announced|according to) [^,;:]{2,70}|(?![^,;:]* which )[^,;:]{2,70} (?:said|says|announced|added|reported|told [a-z]+)) ,(?= (?:is|was|are|were|has|have|had|will|would)\b))"
)


def _blanked(found: Match[str]) -> str:
    """As many characters without words: who said it is no part of what was done."""
    return " " + "~" * (len(found.group()) - 1)


def act_of(sentence: Sentence, phrase: DocPhrase, title_end: int = 0) -> Act:
    """The act that governs a document phrase: its verb, its participle, its relative clause, a noun of signing, or words of existence.

    `title_end`: where the title ends in the coded sentence.
    """
    coded = sentence.coded
    before, after = coded[: phrase.left], _SPOKEN.sub(_blanked, coded[phrase.end :])
    if not TALKS.search(before[-40:]):
        after = INSERTED.sub(_blanked, after)
    past = own_past(sentence, phrase, before, after, title_end)
    if phrase.det == "no" or (
        not past and re.search(r"\b(?:no|neither|nor|without|not) (?:a |an |any |the |[a-z]+ ){0,2}$", before[-30:])
    ):
        return no_act(phrase, "negated")
    if phrase.det == "any":
        return no_act(phrase, "not asserted")
    if act := past or standing(sentence, phrase, before, title_end):
        return act
    if act := _short_of_it(sentence, phrase, before, after, title_end):
        return act
    if (ahead := TO_SIGN.match(after)) and not FINITE.search(ahead.group("between") + " "):
        return _guarded(sentence, phrase, Act(Realis(Status.PLANNED), "sign", phrase.end, "pending"))
    if act := _framed(sentence, phrase, before, title_end) or _gapped(sentence, before, title_end):
        return _guarded(sentence, phrase, act)
    own = bool(PREDICATE.match(coded, max(title_end, phrase.end)))
    ways = (_nominal, _passive, _pending, _exists) if own else ()
    for way in (*ways, _nominal, _active, _relative, _proposed, _passive, _outcome, _exists, _pending):
        if act := way(sentence, phrase, before, after):
            return _guarded(sentence, phrase, act)
    if found := PARTICIPLE.match(coded, title_end):
        act = Act(passive_realis("", found.group("verb")), found.group("verb"), found.start("verb"), "passive")
        return _guarded(sentence, phrase, act)
    if lacking(sentence, phrase):
        return no_act(phrase, "negated")
    if TALKS_ON.match(coded, title_end):
        return _guarded(sentence, phrase, Act(Realis(Status.PROPOSED), "talks", phrase.start, "pending"))
    return no_act(phrase)


def _short_of_it(sentence: Sentence, phrase: DocPhrase, before: str, after: str, title_end: int) -> Act | None:
    """What stops short of a signing: turned down, only due, talked out, left out, dropped, ended, put off."""
    if TURNED_DOWN.search(before):
        return no_act(phrase, "turned down")
    if never := NEVER_CAME.match(after):
        gone = phrase.definite and never.group().endswith("through")
        return Act(Realis(Status.CANCELLED), "dropped", phrase.end, "dropped") if gone else no_act(phrase, "never made")
    if (due := DUE.match(sentence.coded, max(title_end, phrase.end))) and not phrase.definite:
        return _guarded(sentence, phrase, Act(Realis(Status.PLANNED), due.group("verb"), due.start("verb"), "passive"))
    if not phrase.declaration and (talked := TALKED_OUT.search(before, max(0, len(before) - 110))):
        return _guarded(
            sentence, phrase, Act(Realis(Status.PLANNED), talked.group().split()[0], talked.start(), "plan")
        )
    if IN_PARLIAMENT.search(before):
        return no_act(phrase, "a bill")
    if (later := READY_LATER.match(after)) and (not is_embedded(phrase, before) or TEXT_OF.search(before)):
        return Act(Realis(Status.PLANNED), later.group("verb"), phrase.end + later.start("verb"), "passive")
    if act := not_now(phrase, before, after):
        return act
    if LEFT_OUT.match(after) and not re.search(r"\b(?:signed|concluded)\b", after[:60]):
        return no_act(phrase, "left out")
    dropped = DROPPED.match(after)
    if dropped and (anew := AFTER_ALL.search(after, dropped.end())):
        return Act(Realis(Status.PLANNED), anew.group("verb"), phrase.end + anew.start("verb"), "passive")
    if dropped and not is_embedded(phrase, before):
        return Act(Realis(Status.CANCELLED), dropped.group("verb"), phrase.end + dropped.start("verb"), "dropped")
    if act := ended(sentence, phrase, before, after) or put_off(phrase, before, after):
        return act
    return None


def _framed(sentence: Sentence, phrase: DocPhrase, before: str, title_end: int) -> Act | None:
    """The passive verb right after a long title, and that of "what will be signed is a treaty"."""
    found = _AFTER_TITLE.match(sentence.coded, title_end) if title_end > phrase.end else None
    found = found or CLEFT.match(before)
    if not found:
        return None
    verb = found.group("verb")
    return Act(passive_realis(found.group("aux"), verb), verb, found.start("verb"), "passive")


# "a statement was issued and a protocol signed": the auxiliary of the first verb is the second's as well
_PASSIVE_AND = re.compile(
    r"\b(?P<aux>(?:(?:was|were|has been|have been|had been|is|are|will be|to be) )(?:also |then |first )?)(?:issued|adopted|signed|released|published|exchanged|read out|agreed|initial(?:l)?ed|approved|opened|held|announced|made public)(?: [^;:\"]{2,90}?)?(?: ,)? (?:and|while) (?:a |an |the |one |another |N\d+ |[a-z]+ N\d+ )?$"
)


def _gapped(sentence: Sentence, before: str, title_end: int) -> Act | None:
    """The participle after a title that leaves out "was", which the clause before has."""
    found = _PASSIVE_AND.search(before, max(0, len(before) - 150))
    verb = (
        PARTICIPLE.match(sentence.coded, title_end)
        if found and not FINITE.search(f" {before[found.end('aux') :]}")
        else None
    )
    if not found or not verb:
        return None
    return Act(
        passive_realis(found.group("aux"), verb.group("verb")), verb.group("verb"), verb.start("verb"), "passive"
    )


# ------------------------------------------------------------------ ways
def _active(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    last = max(VERB.finditer(before, max(0, len(before) - 260)), key=lambda m: m.start(), default=None)
    if last is None:
        return None
    if _LATER_STEP.match(last.group("verb")) and (RELATIVE.match(after) or CONTACT.match(after)):
        return None
    if inverted := INVERTED.search(before):
        return Act(Realis(Status.DONE), inverted.group("verb"), inverted.start("verb"), "passive")
    between = CALLED.sub(" ", ASIDE_CLAUSE.sub(" ", bare_left(phrase, before[last.end() :] + "")))
    if last.end() < len(before) - 40 and PROPOSING.search(before):
        return None
    if phrase.left and re.search(r"D\d+ (?:the |a |an |its |their )?$", before) and _is_span(sentence, phrase):
        return None
    if _cut(between) or (between.strip() and is_embedded(phrase, before[last.end() :])):
        return None
    verb = last.group("verb")
    if verb.startswith("agreed ") and re.match(
        r" (?!a |an |the |its |their |Q\d+ |N\d+ |another |new |joint |[a-z]+ (?:and|agreement|plan|programme|program|roadmap))[a-z]+ ",
        between + " ",
    ):
        planned = re.match(
            r" (?:draw up|prepare|work out|elaborate|develop|conclude|formulate|negotiate|start|begin|launch)\b",
            between,
        )
        return Act(Realis(Status.PLANNED), verb, last.start(), "plan") if planned else None
    if verb in NOUNS and not (
        FINITE_BEFORE.search(before[: last.start()]) or UNKNOWN_SIGNERS.search(before[: last.end()])
    ):
        return None
    if not MAKE_ONLY.match(verb) and ASIDE.sub(" ", between).count(" , ") > 1:
        return None
    realis = verb_realis(verb, verb_group(sentence, last.start()), sentence, last.start())
    return Act(realis, verb, last.start(), "active")


# "a protocol that will open the rice market was signed": the verb right after a long title
_AFTER_TITLE = re.compile(
    rf"(?: ,)? (?P<aux>(?:(?:was|were|is|are|has|have|had|been|be|being|will|to|also|duly|then|due|expected|set|scheduled|still|yet) )+)(?P<verb>{MAKE})(?![\w-])"
)
_YET_TO = re.compile(r"\b(?:yet|still) to (?:[a-z]+ly )?$")
_EFFECT = re.compile(r"^ to (?:that|this) (?:effect|end)(?= |$)")
_LATER_STEP = re.compile(r"ratif|approv|accept")


def _is_span(sentence: Sentence, phrase: DocPhrase) -> bool:
    """True for a document told only to date another ("four months after a declaration of principles")."""
    number = sentence.at(max(0, phrase.left - 1))
    units = sentence.units[max(0, number - 1) : number + 1]
    return any(u.code == "D" and u.word.endswith((" after", " before", " since")) for u in units)


def _cut(between: str) -> bool:
    return len(between) > 220 or " ; " in between or " : " in between or bool(FINITE.search(between + " "))


def _passive(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    if phrase.elliptic and DOES.match(after):
        return None
    if later := LATER.match(after):
        status = Status.DONE if later.group("verb") in ("ratified", "approved") else Status.PLANNED
        return Act(
            Realis(status, status is Status.DONE), later.group("verb"), phrase.end + later.start("verb"), "passive"
        )
    if TALKS.search(before[-40:]):
        return None
    found = PASSIVE.match(after)
    if not found or FINITE.search(_EFFECT.sub("", found.group("between")) + " "):
        found = AFTER_RELATIVE.match(after) or found
    if not found:
        return None
    between, aux, verb = _EFFECT.sub("", found.group("between")), found.group("aux"), found.group("verb")
    if verb in NOUNS or _OTHER_PAPER.search(between):
        return None
    if FINITE.search(between + " ") or _other_subject(between, aux) or re.search(r"\bto (?:also )?$", between + " "):
        return None
    if (
        is_embedded(phrase, before)
        and ("," in between or not aux.strip())
        and not (not between.strip(" ,") and MAKE_ONLY.match(verb))
    ):
        return None
    at = phrase.end + found.start("verb")
    tail = after[found.end("verb") :]
    if verb in ("prepared", "drafted") and re.match(r" for (?:the )?(?:D\d+ 's )?(?:signing|signature|adoption)", tail):
        return Act(Realis(Status.PLANNED), verb, at, "passive")
    principle = tail.startswith(" in principle")
    if verb.startswith("initial") and (signed := re.match(r" (?:or|and) (?:then |also )?(signed|concluded)\b", tail)):
        verb = signed.group(1)
    return Act(passive_realis(aux, verb, principle), verb, at, "passive")


_OTHER_PAPER = re.compile(
    r" (?:under|by|in|through) (?:an?|the|another) (?:[a-z-]+ ){0,3}(?:treaty|agreement|accord|pact|deal|memorandum|protocol|contract)$"
)


def _other_subject(between: str, aux: str) -> bool:
    """True where another subject stands right before the verb ("after the agreement the presidents signed")."""
    if re.search(r"\b(?:was|were|is|are|be|been|being)\b", aux):
        return bool(re.search(r" , (?:and )?[PHC]\d+ $", between + " "))
    return bool(
        re.search(
            r"(?:[PHCGL]\d+|\b(?:ministers|presidents|leaders|sides|companies|governments|officials|delegations|ministries|they|he|she|we|it)) (?:, )?$",
            between + " ",
        )
    ) and not re.search(
        r"\b(?:between|by|of|with|from|to|on|in|for|at) (?:the )?(?:[a-z]+ )?(?:[PHCGL]\d+ (?:and )?)+$", between + " "
    )


def _relative(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    found = RELATIVE.match(after) or CONTACT.match(after)
    if found and found.re is CONTACT and not phrase.definite and re.match(r"(?:the )?[CA]\d", found.group("subject")):
        found = None
    if not found:
        did = WHICH_DID.match(after) if phrase.declaration or phrase.form == "treaty" else None
        return Act(Realis(Status.DONE), "did", phrase.end + did.start("verb"), "relative") if did else None
    head = after[: found.start("subject")]
    subject = found.group("subject")
    head = WORTH.sub("", head)
    if (
        FINITE.search(re.sub(r" (?:which|that|whereto) $", " ", head))
        or FINITE.search(f" {subject} ")
        or re.search(r"\b(?:agreement|documents|memorandum|treaty|protocol)\b", head[8:])
    ):
        return None
    if not re.search(
        r"[PHCGALB]\d+|\b(?:ministers|presidents|leaders|sides|companies|governments|officials|delegations|ministries|they|he|she|we|it|parties|provinces|regions|same|two)\b",
        subject,
    ):
        return None
    aux = found.group("aux")
    realis = of_group(aux) if aux.strip() else Realis(Status.DONE)
    return Act(realis, found.group("verb"), phrase.end + found.start("verb"), "relative")


def _nominal(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    found = NOMINAL.search(before[-120:])
    if not found or re.search(r"\b(?:instruments|views|information|experience|prisoners|students)\b", found.group()):
        return None
    at = len(before) - len(before[-120:]) + found.start()
    if FINITE.search(found.group()) or (is_embedded(phrase, found.group()[found.end("of") - found.start() :])):
        return None
    realis = around(sentence, at, at + len(found.group("what")))
    if realis.status is Status.DONE and YET_TO_SIGN.match(after):
        realis = Realis(Status.PLANNED)
    return Act(realis, found.group("what"), at, "nominal")


def _proposed(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    bare = bare_left(phrase, before)
    if found := PLANNING.search(bare[-60:]):
        return Act(Realis(Status.PLANNED), found.group().strip(), len(bare) - len(found.group()), "plan")
    found = PROPOSING.search(bare[-60:])
    if not found or (phrase.definite and not re.search(r"negotiat|talks|text|draft", found.group())):
        return None
    return Act(Realis(Status.PROPOSED), found.group().strip(), len(bare) - len(found.group()), "proposal")


def _outcome(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    if FRUIT.match(after):
        return Act(Realis(Status.DONE), "outcome", phrase.end, "outcome")
    if found := OUTCOME.search(bare_left(phrase, before)[-130:]):
        return Act(Realis(Status.DONE), "outcome", len(before) - len(found.group()), "outcome")
    return None


def _exists(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    if phrase.noun.startswith(("exchange of", "exchanges of")) and (held := HELD.match(after)):
        return Act(Realis(Status.DONE), "exchange", phrase.end + held.end() - 1, "exists")
    found = EXISTS.match(after)
    if (
        not found
        or FINITE.search(WHICH.sub(" ", found.group("between") + " "))
        or (is_embedded(phrase, before) and " ," in found.group("between"))
    ):
        return None
    what = found.group("what")
    verb = "force" if re.search("force|effect", what) else "dates"
    verb = "came out" if re.search("out|emerged|table|^went to$", what) else verb
    return Act(Realis(Status.DONE, background=verb != "came out"), verb, phrase.end + found.start("what"), "exists")


def _pending(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    found = PENDING.match(after)
    if not found or is_embedded(phrase, before):
        return None
    what = found.group("what")
    if what.endswith("would") and (made := MADE_ONCE.match(sentence.coded, phrase.end + found.end())):
        return Act(Realis(Status.DONE), made.group("verb"), made.start("verb"), "passive")
    status = (
        Status.PLANNED
        if re.search(
            r"ready|lined|programme|program|agenda|schedule|cards|planned for|foreseen|slated|due for|await|lies|still to|yet to|signature|signing|expected|follow|come",
            what,
        )
        else Status.PROPOSED
    )
    return Act(Realis(status), what, phrase.end + found.start("what"), "pending")


# ------------------------------------------------------------------ realis
def _guarded(sentence: Sentence, phrase: DocPhrase, act: Act) -> Act:
    """The act under the operators of its clause: conditions, denials, rumours, cancellations."""
    if act.way == "relative" and phrase.definite and act.status is Status.DONE:
        return act
    low, high = min(act.at, phrase.start), max(act.at, phrase.start) + 1
    if act.status is Status.PLANNED and act.way == "active" and _YET_TO.search(sentence.coded[: act.at]):
        return act
    outer = around(sentence, low, high)
    if INVERTED_IF.match(sentence.coded):
        outer = Realis(None, reason="conditional")
    if outer.status is None and outer.reason != "negated":
        return replace(act, realis=outer)
    if act.status is not None and outer.status is Status.CANCELLED:
        return replace(act, realis=Realis(Status.CANCELLED, act.realis.background))
    known = phrase.definite and act.way == "passive"
    if act.realis.background and act.status is Status.DONE and not known and is_reported(sentence, act.at):
        act = replace(act, realis=Realis(Status.DONE))
    stage = unsigned(sentence, phrase, act.verb, act.way) if act.status is Status.DONE else None
    return replace(act, realis=Realis(stage)) if stage else act
