"""The words that tie a paper to what it is about: "an agreement on X", "covering X", "devoted to X", "meant to ease X", "that governs X"."""

from __future__ import annotations

_SCOPE = (
    r"(?:mainly |chiefly |mostly |largely |in particular |among other things )?(?:covering|concerning|regarding|governing|regulating|addressing|encompassing|embracing|dealing with|relating to|related to|pertaining to|touching (?:up)?on|"
    r"bearing (?:up)?on|(?:having|that has) to do with|providing for|devoted to|dedicated to|focus(?:s?ing|s?ed) on|cent(?:er(?:ed|ing)|red|ring) (?:on|around|upon)|with (?:a |its |the |special |particular )*(?:focus|emphasis|accent|stress) on|as regards)"
)
_BY_WAY_OF = r"(?:in|with) (?:relation|regard|respect|reference) (?:to|of)"
_AIM = (
    r"(?:aimed at|aiming (?:at|to)|(?:aimed|designed|meant|intended|calculated|supposed|seeking|destined) to(?! (?:be|have been) (?:signed|concluded|inked|initial\w+|adopted|exchanged)\b)"
    r"|with (?:the|a) (?:aim|goal|purpose|view) (?:of|to)(?= [a-z]+ing\b))"
)
TOPIC_LINK = rf"(?:{_SCOPE}|{_BY_WAY_OF}|{_AIM})"
"""Links of more than a preposition; what follows them is read as what follows "on"."""
