"""The few words by which somebody who follows a guide says done, next or stop.

They mean that only right after a guide was spoken of, so they are read here and not learned:
elsewhere "done" or "next" may mean anything. Their intents have no examples for that reason.
"""

import re
from collections.abc import Iterator
from itertools import islice

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

# Turns in which a guide is still what such a word is about.
RECENT = 3
_NOISE = re.compile(r"[^\w\s']+")
_PADDING = r"(?:(?:ok|okay|so|ja|yes|gut|super|alles|all|jetzt|now|bitte|please|danke|thanks)\s+)*"
_END = r"(?:\s+(?:ok|okay|bitte|please|danke|thanks|jetzt|now))*"
_DONE = (
    r"erledigt|fertig|geschafft|gemacht|abgehakt|(?:das\s+)?(?:hab|habe)\s+ich(?:\s+(?:schon|gemacht|"
    r"erledigt|schon\s+gemacht|schon\s+erledigt))?|(?:das\s+)?ist\s+(?:erledigt|fertig|gemacht)|"
    r"schon\s+(?:erledigt|gemacht|fertig)|(?:it's\s+|that's\s+|already\s+)?done|finished|completed|"
    r"(?:i\s+)?did\s+(?:it|that)|(?:i've|i\s+have)\s+done\s+(?:it|that)|did\s+it\s+already"
)
_NEXT = (
    r"weiter|(?:der\s+)?nächste[rn]?(?:\s+schritt)?|überspringen|(?:und\s+)?was\s+(?:kommt\s+)?"
    r"(?:als\s+)?nächstes|wie\s+geht(?:\s+es|'s|s)\s+weiter|weiter\s+geht(?:'s|s)|"
    r"(?:the\s+)?next(?:\s+(?:step|one))?|continue|go\s+on|skip(?:\s+(?:it|this|that))?|"
    r"what(?:'s|\s+is|\s+comes)?\s+next"
)
_STOP = (
    r"stop|stopp|abbrechen|aufhören|pause|später|nicht\s+jetzt|schluss|genug|"
    r"cancel|quit|later|not\s+now|enough"
)
_MEANINGS = {
    intent: re.compile(rf"{_PADDING}(?:{words}){_END}")
    for intent, words in (("guide_done", _DONE), ("guide_next", _NEXT), ("guide_stop", _STOP))
}
_LONGEST = 60


def guide_word(text: str) -> str | None:
    """The intent of such a word; None for everything else."""
    if len(text) > _LONGEST:
        return None
    plain = " ".join(_NOISE.sub(" ", text.casefold().replace("’", "'")).split())
    return next((it for it, words in _MEANINGS.items() if words.fullmatch(plain)), None)


def follows_guide(tracker: DialogueStateTracker | None) -> bool:
    """Whether a guide was spoken of lately, and neither left since nor is a form waiting."""
    if tracker is None or tracker.active_loop_name or not tracker.get_slot("guide"):
        return False
    return any(_of_guide(event) for event in _recent(tracker))


def _recent(tracker: DialogueStateTracker) -> Iterator[BotUttered]:
    """What was said in answer to the latest messages."""
    asked = [n for n, event in enumerate(tracker.events) if isinstance(event, UserUttered)]
    if not asked:
        return iter(())
    start = asked[-RECENT:][0]
    said = islice(tracker.events, start, None)
    return (event for event in said if isinstance(event, BotUttered))


def _of_guide(event: BotUttered) -> bool:
    response = str(event.metadata.get("utter_action") or "")
    spoken = response.startswith("utter_guide_") and not response.startswith("utter_guide_offer")
    return spoken or "guide" in (event.data.get("custom") or {})
