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
# A question word alone, or a time: about whatever was answered last.
_BARE = re.compile(
    r"\W*(?:(?:und|and|aber|but|ok|okay|ja|yes|hm+|aha|so)\W+)*(?:"
    r"(?:warum|wieso|weshalb|why|how come)(?: (?:das|denn|denn das|is that|that|so|nicht|not))?|"
    r"(?:bis )?wann(?: (?:genau|denn|etwa|ungefähr|ist (?:es|sie|das) da|kommt (?:es|sie|das)))*|"
    r"when(?: (?:exactly|then|is that|will that be|does it (?:come|arrive)))?|"
    r"(?:wie|how)(?: (?:denn|geht das|genau|so|do i do (?:it|that)))?|"
    r"(?:so )?what (?:do|should|can|must|shall) i (?:have to )?do(?: (?:now|then|about it))?|"
    r"was (?:soll|kann|muss|mach|mache|tu|tue) ich(?: (?:jetzt|nun|dann|da|denn|tun|machen))*|"
    r"wie lange?(?: (?:noch|denn|dann|dauert (?:das|es|sie)|(?:das|es) dauert|genau|"
    r"muss ich warten))*|"
    r"how (?:long|much longer)(?: (?:exactly|(?:does|will) (?:it|that|this) take|do i wait))?|"
    r"(?:wo|where)(?: (?:ist|is) (?:es|sie|das|it))?(?: (?:jetzt|nun|denn|now|then))?|"
    r"(?:und )?(?:jetzt|nun|dann|morgen|heute|übermorgen)|was (?:jetzt|nun|heißt das)|"
    r"what (?:now|next)|now what|(?:now|then|tomorrow|today)"
    r")\W*",
    re.IGNORECASE,
)
NOT_CLEAR, BARE = "not_clear", "bare_question"
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
    if _BARE.fullmatch(text):
        return {**parsed, "intent": {"name": BARE, "confidence": 1.0}}
    if not strange and not _AGAIN.fullmatch(text):
        return parsed
    return {**parsed, "intent": {"name": "nlu_fallback", "confidence": 0.0}}
