"""What a leader says of himself: "I will be visiting Y", X said; "my delegation and I landed here this morning" in a speech."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from re import Match

from relations_db.extract.candidate import Candidate
from relations_db.extract.context import Context, Place
from relations_db.extract.rules.visit_kinds import clause_kind
from relations_db.extract.rules.visit_parts import make_each
from relations_db.extract.rules.visit_realis import guard
from relations_db.extract.rules.visit_when import visit_when
from relations_db.extract.rules.visit_where import place_at
from relations_db.extract.rules.visit_who import HEADS, is_traveller, people
from relations_db.language import patterns as re
from relations_db.language.analysis import Sentence, read_names
from relations_db.language.people import Entity
from relations_db.language.realis import Realis, of_group
from relations_db.values import Basis, Document, Status

_AUX = (
    r"(?P<aux>(?:will|shall|would|am|was|were|have|had|has|be|been|'ll|'m|going|to|also|just|already|recently|never|not|plan|hope|want|intend|like|look|forward|soon|then|once|last|first"
    r"|(?:the|great|rare|good|special|distinct)(?= [a-z ]*(?:of|to) )|pleasure|honou?r(?:ed)?|to|privilege|joy|opportunity|chance|occasion|fortune|of|pleased|glad|delighted|happy|able) )*"
)
_HAVE_JOY = re.compile(r"\bhave (?=(?:the|great|[a-z]+) [a-z ]*of )")
_JOY = re.compile(
    r"\b(?:had|was|were) [a-z ]*(?:pleasure|honou?r(?:ed)?|privilege|joy|opportunity|chance|occasion|fortune|able|pleased|glad|delighted|happy) "
)
FIRST_PERSON = re.compile(
    rf"\b(?:i|we|my delegation and i|i and my delegation) {_AUX}"
    r"(?:(?P<verb>visit(?:ed|ing)?|toured) (?:the )?(?P<direct>[LC]\d+)"
    r"|(?P<go>travel(?:led|ed|ling|ing)?|went|go|going|came|come|coming|flew|fly|flying|arrived?|landed|being|return(?:ed|ing)?|paid a visit|pay a visit|make a visit|made a visit|be|was|am|were|been|are)(?: (?:a [a-z]+ visit|D\d+|on D\d+|back))*"
    r" (?:(?:to|in|at) (?:the )?(?:(?:[a-z]+ ){0,2}(?:city|capital) (?:of )?)?(?P<to>[LC]\d+)|(?P<here>here)\b))"
    r"|\b(?:during|since|after|on|of|from|recall|remember) my (?P<epithet>(?:[a-zO\d-]+ )*)(?:visit|trip|stay|journey) (?:to|in) (?:the )?(?P<mine>[LC]\d+)"
    r"|\b(?:when|since|as|that|after|from the moment|moment) you (?:have |had |first )*(?:set foot|arrived|landed|came|stepped|touched down|flew)(?: (?:ashore|in))? (?:in|on|to|into|at) (?:the )?(?P<yours>[LC]\d+)"
)


def first_person(context: Context, sentence: Sentence, match: Match[str]) -> Iterable[Candidate]:
    """ "I visited Y in March": the speaker was there."""
    speaker = _speaker(context, sentence, match)
    if speaker is None or not is_traveller(context, speaker):
        return []
    if match.group("yours"):
        return _of_addressee(context, sentence, match, speaker)
    place = _place(context, sentence, match, speaker)
    realis = _realis(sentence, match)
    if place is None or realis.status is None:
        return []
    realis = guard(context, sentence, match, realis)
    if (
        realis.status is Status.DONE
        and match.group("go") in ("was", "am", "were", "been", "are")
        and not match.group("to")
    ):
        return []
    when = visit_when(context, sentence, match.end(), realis)
    on = context.analysis.on
    if on and when.date and when.date.day is None and when.date.last < on.first and realis.status is Status.DONE:
        realis = replace(realis, background=True)  # an older stay than the one that is the news
    honoured = re.match(r"[^;]{0,40}\bguests? of honou?r\b", sentence.coded[match.end() :])
    kind = "unspecified" if honoured else clause_kind(sentence, match.end())
    return make_each(context, sentence, "visit-first-person", [speaker], place, kind, when, realis)


def _of_addressee(context: Context, sentence: Sentence, match: Match[str], speaker: Entity) -> list[Candidate]:
    """ "Since yesterday, when you set foot in Y": the guest to whom the host speaks is there."""
    place = place_at(context, sentence, int(match.group("yours")[1:]))
    foreign = [e for e in context.analysis.entities if e.country not in (None, place.country) and e.office in HEADS]
    guests = [e for e in foreign if e is context.guest] or [e for e in foreign if not e.former]
    if place.country != speaker.country or not guests:
        return []
    realis = guard(context, sentence, match, Realis(Status.DONE))
    day = [n for n, _ in context.dates_in(sentence) if sentence.offsets[n] < match.start()]
    led = bool(day) and _ON_THAT.search(sentence.coded, sentence.offsets[day[-1]], match.end())
    when = context.resolve(sentence, day[-1], False) if led else visit_when(context, sentence, match.end(), realis)
    notes = {"arrival": 1}
    return make_each(context, sentence, "visit-first-person", guests[:1], place, "unspecified", when, realis, notes)


_ON_THAT = re.compile(r"D\d+ (?:, )?(?:when|that|after) you ")


def _realis(sentence: Sentence, match: Match[str]) -> Realis:
    """Realis of what is said of oneself; a bare "visit" or "go" is a habit, not a trip."""
    if match.group("mine"):
        ahead = re.search(r"\b(?:next|upcoming|forthcoming|planned|future)\b", match.group("epithet"))
        return Realis(Status.PLANNED if ahead else Status.DONE, background=True)
    aux = match.group("aux") or ""
    group = sentence.coded[match.start() : match.start("verb" if match.group("verb") else "go")]
    group = re.sub(r"^.*?\bi ", "", group) if " i " in f" {group}" else group
    realis = of_group(_HAVE_JOY.sub("", group))
    base = (match.group("verb") or match.group("go")) in (
        "visit",
        "travel",
        "go",
        "come",
        "fly",
        "return",
        "be",
        "arrive",
        "pay a visit",
        "make a visit",
    )
    if _JOY.search(group):
        return Realis(Status.DONE, background=True)  # "I had the honour to visit Y"
    if base and realis.status is Status.DONE:
        return Realis(None, reason="not asserted")
    if re.search(r"\b(?:am|'m) (?:[a-z]+ )?$", aux) and (match.group("verb") or match.group("go") or "").endswith(
        "ing"
    ):
        return Realis(Status.PLANNED)
    return realis


def _place(context: Context, sentence: Sentence, match: Match[str], speaker: Entity) -> Place | None:
    if named := match.group("direct") or match.group("to") or match.group("mine"):
        place = place_at(context, sentence, int(named[1:]))
        return place if place.country != speaker.country else None
    if (written := context.here()) and written.country != speaker.country:
        return written
    title = context.analysis.document.title or ""
    for hit in context.lexicon.names(title):
        if hit.kind == "city" and hit.values[0] != speaker.country:
            return Place(hit.city or None, hit.values[0], Basis.FRAME)
    return None


# ------------------------------------------------------------------ who speaks
_SAID = re.compile(
    r"\" (?:,|\.)? ?(?:(?:the )?(?:[AC]\d+ (?:'s )?)?(?P<after>[PH]\d+) (?:also |later |then )?(?:said|says|told|added|noted|stressed|wrote|announced|declared|recalled|stated|explained|remarked)|(?:said|added|says|recalled|wrote|declared|stated) (?:the )?(?P<behind>[PH]\d+))"
)
_BEFORE = re.compile(
    r"(?P<who>[PH]\d+)(?: of (?:the )?C\d+)? (?:[a-z]+ )?(?:said|says|told|tells|added|noted|stressed|wrote|announced|declared|recalled|stated|explained|remarked)\b[^\";]{0,80}(?: ,| :| that)* \" (?:[^\"]*)$"
)
_SPEECH = re.compile(
    r"\b(?:remarks|speech|address|statement|message|toast|press conference|interview|briefing|op-ed|lecture)\b[^.]{0,60}\b(?:by|of|with)\b",
    re.IGNORECASE,
)


def _speaker(context: Context, sentence: Sentence, match: Match[str]) -> Entity | None:
    """Who says "I": the one to whom the quotation is given, else the one whose speech the document is."""
    number: int | None = None
    if '"' in sentence.coded:
        if found := _SAID.search(sentence.coded, match.end()):
            number = int((found.group("after") or found.group("behind"))[1:])
        elif found := _BEFORE.search(sentence.coded[: match.start()]):
            number = int(found.group("who")[1:])
        pools = people(context, sentence, [number]) if number is not None else []
        return pools[0][0] if pools else None
    title = context.analysis.document.title or ""
    if not _SPEECH.search(title):
        return None
    named = read_names(Document("title", title, context.analysis.document.published_on), context.lexicon).entities
    return next((e for e in named if is_traveller(context, e)), None)
