"""How much of what is read in the practice articles is still read when their words change and their meaning does not.

    python benchmarks/robustness.py [FOLDER ...] [--only CHANGE] [--lost]

Each change rewrites every open article (a synonym for a verb, an aside after a name, an adverb before a verb, a phrase before a
sentence) and scores the facts against the same gold. Printed: identity and exact F1 of the core kinds as written, with
the change, and how often the change was made. `--lost` lists the facts that a change lost, `--fields` those too of which it
changed a field.
WEEKDAY stands for the day of the text: what is said on it happened on it, unless told otherwise. A rule that reads one wording only shows here as a loss.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from relations_db.evaluate import CORE, evaluate, read_facts, read_held
from relations_db.extract import Extractor, to_codebook
from relations_db.read import Unreadable, read_documents
from relations_db.values import Document

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
FOLDERS = [CORPUS, *(CORPUS / name for name in ("second", "third", "fourth", "fifth"))]
Change = Callable[[str], str]


def words(table: Mapping[str, str]) -> Change:
    """Each key (a pattern between word boundaries) by its value."""
    rules = [(re.compile(rf"\b(?:{key})\b"), value) for key, value in table.items()]

    def change(text: str) -> str:
        for pattern, value in rules:
            text = pattern.sub(value, text)
        return text

    return change


def body(change: Change) -> Change:
    """Only what follows the header lines and the dateline."""

    def changed(text: str) -> str:
        head = re.match(
            r"(?:(?:[A-Z][A-Za-z]+: [^\n]*\n)+\n|\s*date \d{4}-\d\d-\d\d )?(?:[A-Z][^\n]{0,60}? [-–—]+ )?", text
        )
        cut = head.end() if head else 0
        return text[:cut] + change(text[cut:])

    return changed


_VERBS = r"signed|arrived|met|visited|welcomed|received|agreed|concluded|adopted|issued|held|discussed|hosted|opened|inaugurated|established|upgraded|elevated"
_OPENERS = r"(?m)(?:(?<=[.!?] )|(?<=\n\n)|^)(?=(?:President|Prime Minister|The (?:two|presidents|leaders|sides|ministers|agreement|memorandum|documents|visit)|Chancellor|King)\b)"
_LEADER = r"((?:President|Prime Minister|Chancellor|King|Emir|Foreign Minister) (?:[A-Z][\w'’-]+ ){1,2}[A-Z][\w'’-]+)(?= (?:arrived|met|signed|visited|held|said|told|will|is|was|and the|welcomed|received|paid|left|flew|has)\b)"


def opener(phrase: str) -> Change:
    return lambda text: re.sub(
        _OPENERS + r"(\w)",
        lambda m: phrase + (m.group(1).lower() if text[m.start() : m.start() + 3] == "The" else m.group(1)),
        text,
    )


_END = re.compile(
    r"(?<=[^.!?\n]{50})(?<=[a-z]{3})(?<!said)(?<!told)\.(?= [A-Z]| ?\n|$)"
)  # of a whole sentence, no heading


_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_STATE = r"(?<![\w-])(?!(?:President|Prime|The|King|Foreign|Mr|Mrs)\b)[A-Z][a-z]+(?:stan|ia|ey|na|an|ria|kia|ola|nya|nda|and|man|ypt|ico|ile|eru|aq)"
# "President A B did this. B did that": the second name by a pronoun, where no other leader stands between them
_REPEATED = re.compile(
    r"((?:President|Prime Minister|Chancellor) [A-Z][\w'’-]+ (?P<name>[A-Z][\w'’-]+) [^.;\n]{10,160}?)\. (?:President |Prime Minister |Mr\.? )?(?P=name)(?= [a-z])"
)


def tail(words: str) -> Change:
    """What a sentence tells, attributed at its end."""
    return lambda text: _END.sub(words + ".", text)


CHANGES: dict[str, Change] = {
    "verbs of signing": words({"signed": "inked", "sign": "ink", "signing of": "inking of"}),
    "signed: concluded": words({"signed": "concluded", "sign": "conclude"}),
    "signed: put their names to": words(
        {
            r"(?<!was )(?<!were )(?<!been )(?<!be )(?<!, )signed(?= (?:an?|the|two|three|several|five|six|ten|eight)\b)": "put their names to"
        }
    ),
    "talks: discussions": words(
        {
            "held talks with": "had discussions with",
            "held talks": "had discussions",
            "talks with": "discussions with",
            "talks": "discussions",
        }
    ),
    "talks: negotiations": words(
        {"held talks with": "conducted negotiations with", "talks with": "negotiations with", "talks": "negotiations"}
    ),
    "met: sat down with": words(
        {r"met with": "sat down with", r"met(?= (?:President|Prime|his|her|King|Foreign|[A-Z]))": "sat down with"}
    ),
    "arrived: landed": words(
        {
            "arrived in": "landed in",
            "arrives in": "lands in",
            "will arrive in": "will land in",
            "arrival in": "landing in",
        }
    ),
    "arrived: flew into": words({"arrived in": "flew into", "arrives in": "flies into", "arrive in": "fly into"}),
    "visit: trip": words(
        {
            r"(?<!state )(?<!official )(?<!working )visit to": "trip to",
            "visits to": "trips to",
            "the visit": "the trip",
            "his visit": "his trip",
            "her visit": "her trip",
        }
    ),
    "visited: travelled to": words(
        {"visited": "travelled to", "will visit": "will travel to", "to visit": "to travel to"}
    ),
    "paid a visit: made": words({"paid an? ": "made a ", "pay an? ": "make a ", "paying a ": "making a "}),
    "agreement: accord": words(
        {
            "agreement on": "accord on",
            "agreements on": "accords on",
            "agreement": "accord",
            "agreements": "accords",
            "an accord": "an accord",
        }
    ),
    "agreement: pact": words({"an agreement": "a pact", "agreement": "pact", "agreements": "pacts"}),
    "agreement: deal": words({"an agreement": "a deal", "agreement": "deal", "agreements": "deals"}),
    "memorandum: MoU": words(
        {
            "[Mm]emorandum of [Uu]nderstanding": "MoU",
            "[Mm]emoranda of [Uu]nderstanding": "MoUs",
            "[Mm]emorandums of [Uu]nderstanding": "MoUs",
        }
    ),
    "on: concerning": words(
        {
            "(agreement|memorandum|protocol|accord|contract|memorandum of understanding) on": r"\1 concerning",
            "(agreements|memoranda|memorandums|protocols) on": r"\1 concerning",
        }
    ),
    "on: in the field of": words(
        {
            "(agreement|memorandum|protocol|accord|memorandum of understanding) on (?=(?:agri|energy|trade|tour|educ|cult|def|trans|health|custom|sport|sci|tech|mining|fish))": r"\1 in the field of "
        }
    ),
    "on: covering": words(
        {"(agreement|memorandum|protocol|accord|contract|agreements|memoranda|documents) on": r"\1 covering"}
    ),
    "raised: lifted": words(
        {
            "(?:raised|elevated|upgraded)(?= (?:their|relations|ties|the|bilateral))": "lifted",
            "(?:raise|elevate|upgrade)(?= (?:their|relations|ties|the|bilateral))": "lift",
            "(?:elevated|upgraded) to": "raised to",
        }
    ),
    "relations: ties": words({"relations to": "ties to", "relations": "ties"}),
    "ties: relationship": words({"(?:their|bilateral) (?:ties|relations) to": "their relationship to"}),
    "turnover: commerce": words(
        {
            "(?:bilateral )?trade turnover": "two-way commerce",
            "[Bb]ilateral trade": "two-way trade",
            "mutual trade": "commerce between them",
        }
    ),
    "reach: hit": words(
        {
            "(?:to reach|reaching)(?= (?:\\$|€|[0-9]|USD|US))": "to hit",
            "reached(?= (?:\\$|€|[0-9]|US))": "hit",
            "amounted to": "came to",
            "totalled": "stood at",
            "was worth": "stood at",
        }
    ),
    "will: is to": words(
        {r"will (?=(?:visit|sign|arrive|travel|meet|hold|host|receive|attend|pay|fly|begin|open)\b)": "is to "}
    ),
    "will: is due to": words(
        {r"will (?=(?:visit|sign|arrive|travel|meet|hold|host|receive|attend|pay|fly|begin|open)\b)": "is due to "}
    ),
    "is expected to: is slated to": words(
        {
            "(is|are) expected to": r"\1 slated to",
            "was expected to": "was slated to",
            "were expected to": "were slated to",
        }
    ),
    "invited: extended an invitation": words(
        {
            r"invited (his counterpart|her counterpart|the president|the prime minister|(?:President |Prime Minister )?(?:[A-Z][\w'’-]+ ?){1,3}) to (?:visit|pay)": r"extended an invitation to \1 to visit"
        }
    ),
    "postponed: put off": words({"postponed": "put off", "cancelled": "called off", "canceled": "called off"}),
    "adverb: formally": words(
        {
            rf"(?<!have )(?<!has )(?<!had )(?<!was )(?<!were )(?<!been )(?<!be )(?<!, )(?<!is )(?<!are )({_VERBS})(?= (?:an?|the|in|two|three|with|their|his|her|on|[A-Z]))": r"formally \1"
        }
    ),
    "adverb: also": words(
        {
            rf"(?<!have )(?<!has )(?<!had )(?<!was )(?<!were )(?<!been )(?<!be )(?<!, )(?<!is )(?<!are )({_VERBS})(?= (?:an?|the|in|two|three|with|their|his|her|on|[A-Z]))": r"also \1"
        }
    ),
    "adverb: together": words(
        {
            r"(?<!have )(?<!has )(?<!had )(?<!was )(?<!were )(?<!been )(?<!, )(signed|adopted|issued|opened|inaugurated)(?= (?:an?|the|two|three|their))": r"together \1"
        }
    ),
    "perfect: has": words(
        {
            r"(?<=[a-z] )(?<!have )(?<!has )(?<!had )(?<!was )(?<!were )(?<!been )(?<!be )(?<!is )(?<!are )(?<!documents )(?<!agreements )(arrived|visited|signed|agreed)(?= (?:an?|the|in|on|two|three|to))": r"has \1"
        }
    ),
    "opener: In a further step,": body(opener("In a further step, ")),
    "opener: According to": body(opener("According to the press office, ")),
    "opener: Meanwhile": body(opener("Meanwhile, ")),
    "aside: relative": body(lambda t: re.sub(_LEADER, r"\1, who took office two years earlier,", t)),
    "aside: dated": body(lambda t: re.sub(_LEADER, r"\1, who was re-elected in March 1991,", t)),
    "aside: dash dated": body(lambda t: re.sub(_LEADER, r"\1 - in power since 1991 -", t)),
    "aside: company": body(lambda t: re.sub(_LEADER, r"\1, accompanied by a large delegation,", t)),
    "aside: age": body(lambda t: re.sub(_LEADER, r"\1, 61,", t)),
    "attribution: tail": body(tail(", officials said")),
    "attribution: agency": body(tail(", the state news agency reported")),
    "attribution: according to": body(tail(", according to the foreign ministry")),
    "attribution: told reporters": body(tail(", the spokesman told reporters")),
    "attribution: dated": body(tail(", the government said in a statement on WEEKDAY")),
    "attribution: head": body(
        lambda t: re.sub(
            _OPENERS + r"(The |[A-Z])", lambda m: "Officials said " + m.group(1).replace("The ", "the "), t
        )
    ),
    "attribution: head, dated": body(
        lambda t: re.sub(
            _OPENERS + r"(The |[A-Z])",
            lambda m: "The foreign ministry announced on WEEKDAY that " + m.group(1).replace("The ", "the "),
            t,
        )
    ),
    "dates: day first": words(
        {
            r"(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})(?:,(?= \d{4}))?(?![\d-]|,? \d\d?\b)": r"\2 \1"
        }
    ),
    "dates: ordinal": words(
        {
            r"(\d{1,2}) (January|February|March|April|June|July|August|September|October|November|December)": r"\1th of \2",
        }
    ),
    "weekday first": body(
        lambda t: re.sub(
            r"((?:President|Prime Minister) (?:[A-Z][\w'’-]+ ){1,3})(arrived|signed|met|held|visited|said) ([^.,;]{5,80}?) on (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?=[.,])",
            r"\1on \4 \2 \3",
            t,
        )
    ),
    "dashes for commas": body(lambda t: re.sub(r", ((?:who|which) [^,.;]{5,60}),", r" – \1 –", t)),
    "semicolons": body(
        lambda t: (
            re.sub(r"(?<=[a-z]{3})\. (?=(?:He|She|It|They|The) [a-z])", lambda m: "; ", t)
            .replace("; He ", "; he ")
            .replace("; She ", "; she ")
            .replace("; It ", "; it ")
            .replace("; They ", "; they ")
            .replace("; The ", "; the ")
        )
    ),
    "layout: a paragraph a sentence": body(lambda t: re.sub(r"(?<=[a-z]{3}[.!?]) (?=[A-Z])", "\n\n", t)),
    "layout: short paragraphs": body(
        lambda t: re.sub(r"((?:[^\n]*?[a-z]{3}[.!?] ){2})(?=[A-Z])", lambda m: m.group(1).rstrip() + "\n\n", t)
    ),
    "layout: one paragraph": body(lambda t: re.sub(r"(?<=[.!?])\n\n(?=[A-Z])", " ", t)),
    "layout: wrapped lines": body(
        lambda t: "\n".join(
            textwrap.fill(line, 72, break_long_words=False, break_on_hyphens=False) for line in t.split("\n")
        )
    ),
    "layout: bullets": (lambda t: re.sub(r"(?m)^(?:[-•*–]|\d+[.)]) ", "• ", t)),
    "layout: numbers": (lambda t: re.sub(r"(?m)^(?:[-•*–]) ", "1) ", t)),
    "quotes: straight": (lambda t: t.replace("“", '"').replace("”", '"').replace("’", "'")),
    "quotes: curly": (lambda t: re.sub(r'"([^"\n]*)"', r"“\1”", t).replace("'", "’")),
    "reported: said that": body(
        lambda t: re.sub(
            _OPENERS + r"(\w)",
            lambda m: (
                "The ministry said that "
                + (m.group(1).lower() if t[m.start() : m.start() + 3] == "The" else m.group(1))
            ),
            t,
        )
    ),
    "passive: signed by": body(
        lambda t: re.sub(
            r"(?<=[.\n] )(The two (?:sides|presidents|leaders|ministers|governments|countries)|They|The ministers|The parties) signed ((?:an?|the) [^.;,]{5,90})(?=\.)",
            lambda m: (
                m.group(2)[0].upper()
                + m.group(2)[1:]
                + " was signed by "
                + m.group(1)[0].lower()
                + m.group(1)[1:].replace("hey", "hem")
            ),
            t,
        )
    ),
    "joined: and": body(
        lambda t: re.sub(
            r"(?<=[a-z]{3})\. (The (?:two|talks|sides|visit|agreement|document|deal)|They|It|He|She)(?= [a-z])",
            lambda m: (
                ", and " + m.group(1).lower() if not m.group(1).startswith("The ") else ", and the" + m.group(1)[3:]
            ),
            t,
        )
    ),
    "joined: while": body(
        lambda t: re.sub(
            r"(?<=[a-z]{3})\. (The (?:two|talks|sides|visit|agreement|document|deal)|They|It|He|She)(?= [a-z])",
            lambda m: (
                ", while " + m.group(1).lower() if not m.group(1).startswith("The ") else ", while the" + m.group(1)[3:]
            ),
            t,
        )
    ),
    "split: and": body(
        lambda t: re.sub(
            r"(?<=[a-z]{3}), and (they|he|she|it|the (?:two|talks|sides|visit|agreement|document|deal|presidents|ministers))(?= [a-z])",
            lambda m: ". " + m.group(1)[0].upper() + m.group(1)[1:],
            t,
        )
    ),
    "dates: to the front": body(
        lambda t: re.sub(
            rf"(?<=[a-z]{{2}}[.!?] )((?:President|Prime Minister|The (?:two|presidents|leaders|sides)) [^.;:,\n]{{5,90}}?) (on (?:\d{{1,2}} )?(?:{_MONTH}|{_DAY})(?: \d{{1,2}})?(?:,? \d{{4}})?)(?=\.)",
            lambda m: "O" + m.group(2)[1:] + ", " + m.group(1).replace("The ", "the "),
            t,
        )
    ),
    "two states: swapped": words({rf"({_STATE}) and ({_STATE})(?! [A-Z])": r"\2 and \1"}),
    "leader: pronoun": body(lambda t: _REPEATED.sub(r"\1. He", t)),
    "title: without": body(
        lambda t: re.sub(r"(?<=[a-z] )(?:President|Prime Minister) (?=([A-Z][\w'’-]+ [A-Z][\w'’-]+))", "", t)
    ),
    "dateline: removed": (
        lambda t: re.sub(
            r"\A((?:[A-Z][^\n]{0,120}\n+)?)(?:[A-Z][A-Z .'-]{2,30}[^\n]{0,40}? [-–—]+ )(?=[A-Z])", r"\1", t
        )
    ),
    "headline: added": (lambda t: "News from the ministry: the week in review\n\n" + t),
    "hyphen: en dash": words({r"(?<=\d)-(?=\d)": "–"}),
    "spelling: American": words(
        {
            "programme": "program",
            "programmes": "programs",
            "travelled": "traveled",
            "defence": "defense",
            "centre": "center",
            "honour": "honor",
            "neighbour": "neighbor",
            "labour": "labor",
            "cancelled": "canceled",
            "organisation": "organization",
        }
    ),
    "state possessive": words(
        {
            r"President ([A-Z][\w-]+ [A-Z][\w-]+) of ([A-Z][a-z]+)(?! and)": r"\2's President \1",
            r"Prime Minister ([A-Z][\w-]+ [A-Z][\w-]+) of ([A-Z][a-z]+)(?! and)": r"\2's Prime Minister \1",
        }
    ),
    "title after name": words(
        {
            r"(?<!Vice )(?<!vice )(?<!Vice-)(?<!and )(?<!by )President ([A-Z][\w-]+ [A-Z][\w-]+) of ([A-Z][a-z]+)(?! and)": r"\1, the president of \2,"
        }
    ),
    "premier": words({"Prime Minister (?=[A-Z])": "Premier ", "prime minister": "premier"}),
    "counterpart: opposite number": words({"counterpart": "opposite number"}),
    "the two countries: both nations": words(
        {"[Tt]he two countries": "both nations", "the two states": "both nations", "two sides": "two parties"}
    ),
}


def scores(
    extractor: Extractor, documents: Iterable[Document], gold: Mapping[str, Any], change: Change | None
) -> tuple[Any, int]:
    found, changed = {}, 0
    for document in documents:
        text = change(document.text) if change else document.text
        on = document.published_on
        if (change and text == document.text) or ("WEEKDAY" in text and (not on or not on.day)):
            continue
        text = text.replace("WEEKDAY", f"{on.first:%A}" if on else "")
        changed += 1
        found[document.id] = to_codebook(extractor.extract(replace(document, text=text)))
    return evaluate({d: gold[d] for d in found}, found), changed


def open_articles(folders: Iterable[Path]) -> tuple[list[Document], dict[str, Any]]:
    """The texts of the folders that anybody may look at, and their gold facts."""
    gold: dict[str, Any] = {}
    documents: list[Document] = []
    for folder in folders:
        facts, held = read_facts(folder), read_held(folder)
        gold |= {d: f for d, f in facts.items() if d not in held}
        documents += [
            d for d in read_documents(sorted(folder.glob("*.txt"))) if not isinstance(d, Unreadable) and d.id in gold
        ]
    return documents, gold


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS)
    parser.add_argument("--only", default="")
    parser.add_argument("--lost", action="store_true")
    parser.add_argument("--fields", action="store_true")
    options = parser.parse_args()
    documents, gold = open_articles(options.folders)
    extractor = Extractor()
    plain = {d.id: to_codebook(extractor.extract(d)) for d in documents}
    for name, change in CHANGES.items():
        if options.only not in name:
            continue
        after, changed = scores(extractor, documents, gold, change)
        if not changed:
            print(f"{name:38} changes nothing in these articles", flush=True)
            continue
        before = evaluate({d: gold[d] for d in after.documents}, plain)
        was, now = before.rows()["CORE"], after.rows()["CORE"]
        print(
            f"{name:38} {changed:4} docs  F1 {was.f1:.3f} -> {now.f1:.3f} ({now.f1 - was.f1:+.3f})  exact {was.exact_f1:.3f} -> {now.exact_f1:.3f}  tp {now.tp - was.tp:+} fp {now.fp - was.fp:+}",
            flush=True,
        )
        if options.lost:
            old = {(p.document, p.what, p.detail) for p in before.problems if p.kind in CORE}
            for p in after.problems:
                wanted = options.fields or p.what in ("missed", "spurious")
                if wanted and p.kind in CORE and (p.document, p.what, p.detail) not in old:
                    print("   ", p.document, p.kind.value, p.what, p.detail[:200])


if __name__ == "__main__":
    main()
