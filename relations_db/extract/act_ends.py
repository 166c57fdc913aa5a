"""Acts that end a document or put it off, and the signing of a standing one."""

from __future__ import annotations

from relations_db.extract.act import Act, bare_left, is_embedded, no_act
from relations_db.extract.act_words import (
    ENDED,
    ENDED_LATER,
    FINITE,
    FOREGONE,
    NEVER_SIGNED,
    OWN_PAPER,
    PAST_OWN,
    PUT_OFF,
    READY_BUT,
    READY_SOON,
    UNDONE,
)
from relations_db.extract.documents import DocPhrase
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence
from relations_db.language.realis import Realis, around, of_group, verb_group
from relations_db.values import Status


def own_past(sentence: Sentence, phrase: DocPhrase, before: str, after: str, title_end: int) -> Act | None:
    """The signing of a standing document, told with its date, whatever is now done with it: "not to extend the treaty that they signed in 1997"."""
    if (not phrase.definite and phrase.det not in ("its", "their")) or phrase.plural or not UNDONE.search(before):
        return None
    found = PAST_OWN.match(sentence.coded, max(title_end, phrase.end))
    if not found:
        return None
    way = "relative" if found.group("subject") else "passive"
    return Act(Realis(Status.DONE, background=True), found.group("verb"), found.start("verb"), way)


_CHANGES = re.compile(
    r"\b(?:(?:reviv|revis|review|amend|updat|moderni[sz]|upgrad|expand|widen|broaden|extend|prolong|renew|renegotiat|terminat|denounc|replac|implement|rewrit|reopen|supplement|abrogat|scrap|suspend)(?:e|es|ed|ing)?|(?:revision|review|amendment|update|modernisation|modernization|upgrade|extension|renewal|renegotiation|implementation|replacement|termination|breach|violation) (?:of|to)|changes to|in line with|based on|built on|rests on|under) (?:the|its|their|this|that|a|an|[CQ]\d+(?: 's)?) $"
)
# "they witnessed the signing of a memorandum and the renewal of the treaty"
_RENEWED_NOW = re.compile(
    r"\b(?:witness(?:ed)?|signed|signing|attended|oversaw|saw|sealed)\b[^;:.]* the (?:renewal|extension|prolongation) of (?:the|their|its) $"
)
_OF_YEAR = re.compile(r" (?:of|from|dating from|dated) (?:early |late )?D\d++(?! 's)")
_YEAR_OF = re.compile(r"(?:[a-z-]+ ){0,2}D\d+ (?:[a-z-]+ ){0,3}$")


def standing(sentence: Sentence, phrase: DocPhrase, before: str, title_end: int) -> Act | None:
    """A standing document told with its year, whatever is wished for it: "they want to update their treaty of 1999", "to revise the 2005 pact"."""
    if phrase.plural or phrase.det not in ("the", "its", "their", "this", "that") or not _CHANGES.search(before):
        return None
    if _RENEWED_NOW.search(before):
        return None
    own = sentence.coded[phrase.left : phrase.start]
    dated = (
        _OF_YEAR.match(sentence.coded, title_end)
        or _OF_YEAR.match(sentence.coded, phrase.end)
        or _YEAR_OF.fullmatch(own)
    )
    return Act(Realis(Status.DONE, background=True), "dated", phrase.start, "mention") if dated else None


def not_now(phrase: DocPhrase, before: str, after: str) -> Act | None:
    """ "The accord was not ready; officials speak of July": planned; "papers that were to be signed will not be": cancelled."""
    if NEVER_SIGNED.match(after):
        return no_act(phrase, "never made")
    if (soon := READY_SOON.match(after)) and not is_embedded(phrase, before):
        return Act(Realis(Status.PLANNED), "due", phrase.end + soon.start("verb"), "pending")
    if (held := READY_BUT.match(after)) and not is_embedded(phrase, before):
        return Act(Realis(Status.PLANNED), "due", phrase.end + held.end("verb") - 1, "pending")
    if gone := FOREGONE.match(after):
        return Act(Realis(Status.CANCELLED), gone.group("verb"), phrase.end + gone.start("verb"), "passive")
    return None


def put_off(phrase: DocPhrase, before: str, after: str) -> Act | None:
    """ "The treaty, which was to be signed today, has been put off"."""
    found = PUT_OFF.match(after)
    if not found or is_embedded(phrase, before):
        return None
    return Act(Realis(Status.CANCELLED), found.group("verb"), phrase.end + found.start("verb"), "passive")


def ended(sentence: Sentence, phrase: DocPhrase, before: str, after: str) -> Act | None:
    """ "Withdrew from the treaty", "the accord was revoked": cancelled; "denounced" only of one's own papers, for it may be mere blame."""
    bare = bare_left(phrase, before)
    found = ENDED.search(bare, max(0, len(bare) - 60))
    if found is None and (later := ENDED_LATER.match(after)):
        realis = of_group(later.group("aux"))
        if FINITE.search(after[: later.start("aux")]) or realis.status is not Status.DONE:
            return None
        return Act(
            Realis(Status.CANCELLED, realis.background), later.group("verb"), phrase.end + later.start("verb"), "ended"
        )
    if found is None or (
        found.group("verb").startswith("denounc") and phrase.det not in ("its", "their") and not OWN_PAPER.match(after)
    ):
        return None
    realis = of_group(verb_group(sentence, found.start()))
    outer = around(sentence, found.start(), found.end())
    if realis.status is not Status.DONE or outer.status not in (Status.DONE, Status.CANCELLED):
        return no_act(phrase, realis.reason or outer.reason or "only wished ended")
    return Act(Realis(Status.CANCELLED, realis.background), found.group("verb"), found.start("verb"), "ended")
