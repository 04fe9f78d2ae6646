"""Messages that mean something only together with what was said before."""

import re
from typing import Any

# "and on Sundays?", "die ältere", "I meant the other one": no matter of their own.
_LEANING = re.compile(
    r"\W*(?:(?:ok|okay|sorry|ach|nein|no|nee)\W+)?(?:und|and|aber|but|die|der|den|das|the|"
    r"(?:what|how) about|wie (?:ist|sieht|steht) (?:es|das)|was ist mit|"
    r"ich mein(?:e|te)|i meant?)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\W*(?:(?:sorry|wie|bitte|please)\W+)*(?:what (?:did|have) you (?:just )?sa(?:y|id)|"
    r"was hast du (?:gerade |eben )?gesagt|"
    r"(?:can|could) you (?:please )?(?:repeat|say) (?:that|it)\b.*|"
    r"(?:kannst|könntest) du das (?:bitte )?(?:noch ?mal|wiederholen)\b.*|"
    r"say (?:that|it) again|repeat (?:that|it)|(?:noch ?mal|wiederhol\w*)(?: das)?)"
    r"(?:[\s,]*(?:please|bitte|again))?\W*",
    re.IGNORECASE,
)
# The answer was not understood. "I don't get it" is no payout that did not come.
_LOST = re.compile(
    r"\W*(?:(?:sorry|ok|okay|aber|but|äh|ähm|hm+|puh|uff|ja|no|nein|und)\W+)*(?:"
    r"i (?:don['’]?t|do not|can['’]?t) (?:get|understand|follow)\b"
    r"(?: (?:it|that|this|you|a word))?|i didn['’]?t understand(?: (?:it|that|this))?|"
    r"don['’]?t (?:get|understand) (?:it|that|this)|not clear|unclear|huh|what do you mean|"
    r"(?:(?:that|this|it) )?(?:makes no sense|doesn['’]?t make (?:any )?sense)|"
    r"i['’]?(?:m| am) (?:lost|confused)|(?:too|so) (?:complicated|confusing)|"
    r"(?:ich )?(?:versteh|kapier|check|raff|peil)e? (?:ich )?(?:das|es|dich|nur bahnhof|kein wort|"
    r"nichts|nix|gar ?nichts|nicht|null)(?: (?:so|gar|ganz|wirklich|jetzt|alles))*(?: nicht)?|"
    r"(?:das )?(?:versteh|kapier|check|raff|peil)e? ich (?:so |gar |überhaupt )*nicht|"
    r"(?:nur )?bahnhof|hä+h?|was meinst du(?: damit)?|(?:das )?(?:ergibt|macht) keinen sinn|"
    r"(?:viel )?zu kompliziert|(?:da )?komm?e? ich (?:da )?nicht mit|unverständlich"
    r")(?:[\s,]*(?:at all|sorry|really|überhaupt|leider|mehr|now|jetzt|here|hier|"
    r"ganz|wirklich|richtig|was du (?:meinst|sagst)|what you mean))*\W*",
    re.IGNORECASE,
)
NOT_CLEAR = "not_clear"
_MOST_WORDS = 7
_STRANGE = {"out_of_scope", "goodbye"}


def left_open(parsed: dict[str, Any]) -> dict[str, Any]:
    """Leave to what was said before what only means something with it."""
    text = parsed["text"]
    if len(text.split()) > _MOST_WORDS:
        return parsed
    strange = parsed["intent"]["name"] in _STRANGE and _LEANING.match(text)
    if _LOST.fullmatch(text):
        return {**parsed, "intent": {"name": NOT_CLEAR, "confidence": 1.0}}
    if not strange and not _AGAIN.fullmatch(text):
        return parsed
    return {**parsed, "intent": {"name": "nlu_fallback", "confidence": 0.0}}
