"""Portfolios that the table of titles does not list word for word: "Minister of Works and Housing", "the trade, industry and mines minister"."""

from __future__ import annotations

from collections.abc import Iterable

from relations_db.language import patterns as re
from relations_db.language.fold import fold, lower

# Words of titles that are no field of work.
_NO_FIELD = frozenset(
    "minister ministers of for the and in at on with to by as general first second third deputy vice chief head state senior acting interim prime "
    "secretary secretaries commissioner cabinet a an all people people's republic adviser advisor premier president council councillor member".split()
)
_MORE_FIELDS = (
    "minerals mines mining works cooperatives skills investments innovation promotion empowerment solidarity transformation resilience reconstruction "
    "hydrocarbons petroleum electricity renewables livestock blue ocean oceans marine shipping ports railways roads highways aviation maritime telecommunications "
    "posts ict digital digitalisation digitalization economy economic affairs policy policies climate global green ecological transition sustainable "
    "biodiversity wildlife heritage arts sports youth women gender children elderly disability pilgrimage hajj awqaf endowments islamic religious guidance "
    "expatriates overseas diaspora employment labor labour manpower human capital social welfare insurance security homeland home interior internal "
    "public order police emergency emergencies disaster civil protection defense defence military veterans justice legal constitutional parliamentary electoral "
    "local regional territorial rural urban lands land housing infrastructure construction planning statistics monitoring budget treasury finance finances fiscal "
    "revenue taxation customs trade commerce commercial industry industries industrial enterprise enterprises business small medium smes competition consumer consumers "
    "supply supplies food agriculture agricultural agrarian farming fisheries fishery forestry forests irrigation water sanitation environment environmental natural "
    "resources husbandry energy power nuclear atomic science sciences technology technologies research higher education vocational training culture cultural tourism "
    "information communication communications media broadcasting health medical population family families foreign external international european relations "
    "integration cooperation co-operation development growth strategic strategy projects modernisation modernization administration service services "
    "governance reform reforms privatisation privatization ownership assets rehabilitation community communities nationality nationalities indigenous migration immigration "
    "citizenship borders negotiations tribal steel coal cotton tea sugar jute antiquities worship settlements refugees reconciliation peace elections federalism decentralisation decentralization martyrs crafts handicrafts textiles textile space aerospace quality standards mobility transport transportation works equipment logistics wealth minority minorities"
).split()
_STEP = re.compile(r"(?P<link>,? and (?:the )?|,? & |, |/| )(?P<word>[A-Za-z][\w'-]*)")
_FIRST = re.compile(r" (?:of|for|on) (?:the )?(?P<word>[A-Za-z][\w'-]*)")
_IN_BRACKETS = re.compile(r" \((?P<word>[A-Z][\w'-]*)(?: (?:and|&) [A-Z][\w'-]*)?\)")
# Fields that no list knows, before a comma and a name: "minister for the delimitation of borders, X", "minister of state at the finance ministry, X".
_UNLISTED = re.compile(
    r" (?:(?:of|for|in charge of|responsible for) (?:the |all )?[a-z][a-z-]+(?: (?:(?:and|of|the|of the|in|for) )?[a-z][a-z-]+){0,4}"
    r"|(?:at|in) the (?:[A-Z]\w+ |[a-z]+ )?[Mm]inistry(?: (?:of|for) [A-Z]\w+(?:,? (?:and |of )?[A-Z]\w+){0,3})?)(?=, (?:Mr |Mrs |Ms |Dr )?[A-Z][\w'-]+ [A-Z])"
)
_OFFICE = re.compile(r"(?:ministers?|secretar(?:y|ies)|commissioner|advis[eo]rs?)\Z")
_NEXT_TITLE = re.compile(r" (?:[Aa]dvis|[Mm]inist|[Ss]ecretar|[Cc]ouncil|[Cc]hief|[Hh]ead)")
_LAST = re.compile(r"(?P<word>[A-Za-z][\w'-]*)(?P<link>,? and | & |, | )\Z")


class Portfolios:
    """The words that name fields of work, from the titles of ministers; asked by place in one folded text."""

    def __init__(self, phrases: Iterable[str]) -> None:
        words = {word.strip(",") for phrase in phrases for word in lower(fold(phrase)).split()}
        self._fields = frozenset(w for w in words | set(_MORE_FIELDS) if len(w) > 2) - _NO_FIELD

    def after(self, folded: str, phrase: str, end: int) -> int:
        """Where the portfolio after a title ends: past "of Works and Housing", past ", Trade and Industry" after "Minister of Investment"."""
        if phrase.endswith(" of state") and (unlisted := _UNLISTED.match(folded, end)):
            return unlisted.end()
        if " of " not in phrase and " for " not in phrase:
            found = _FIRST.match(folded, end) if _OFFICE.search(phrase) else None
            if not found or not self._field(folded, found.start("word"), found.group("word")):
                unlisted = _UNLISTED.match(folded, end) if _OFFICE.search(phrase) else None
                return unlisted.end() if unlisted else end
            end = found.end()
        elif not (phrase.rsplit(" ", 1)[-1] in self._fields or phrase.startswith("minister")):
            return end
        safe = end
        while found := _STEP.match(folded, end):
            word = found.group("word")
            if not self._field(folded, found.start("word"), word) or (found.group("link") == ", " and word.islower()):
                break
            safe, end = (end, found.end()) if found.group("link") != " " else (safe, found.end())
        if (aside := _IN_BRACKETS.match(folded, end)) and aside.group("word").lower() in self._fields:
            return aside.end()
        return safe if _NEXT_TITLE.match(folded, end) else end

    def is_field(self, word: str) -> bool:
        """True for a word that names a field of work."""
        return word.lower() in self._fields

    def _field(self, folded: str, start: int, word: str) -> bool:
        """True for a word of the list, and for a capitalised one directly before such a word ("Solid Minerals")."""
        if word.lower() in self._fields:
            return True
        following = re.compile(r" (?P<word>[A-Z][\w'-]*)").match(folded, start + len(word))
        return word[0].isupper() and bool(following) and following["word"].lower() in self._fields  # type: ignore[index]

    def before(self, folded: str, start: int) -> int:
        """Where the portfolio before a title begins: "Works and " before "Housing Minister"."""
        at = start
        while found := _LAST.search(folded, max(0, at - 40), at):
            word = found.group("word")
            if word.lower() not in self._fields or word[0].isupper() != folded[start].isupper():
                break
            at = found.start()
        return at
