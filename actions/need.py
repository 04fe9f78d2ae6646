"""Need: something that cannot wait depends on the money. Only recognised here, never said."""

import re

from actions.cues import listed, words

_NEED = listed(
    "miete mieten vermieter kündigung strom medikament medikamente arzt essen lebensmittel kredit "
    "rate raten notfall überleben pleite kaution rechnungen rent landlord eviction electricity "
    "medicine doctor food groceries loan mortgage emergency broke survive deposit bills"
)
# These say it alone.
_DISTRESS = listed(
    "räumung räumungsklage zwangsräumung räumungstermin mahnung mahnungen mahnbescheid inkasso "
    "pfändung gerichtsvollzieher existenz existenzangst existenzbedrohend obdachlos insolvenz "
    "verhungern eviction evicted homeless foreclosure bailiff starving starve destitute"
)
# And these where they are lacking: "nothing to eat", "die Miete nicht zahlen".
_BARE_NEEDS = listed(
    "miete vermieter essen lebensmittel strom medikamente rent landlord food eat groceries "
    "electricity medicine mortgage"
)
_LACKING = listed(
    "nicht nichts kein keine keinen not nothing no can't cannot couldn't without ohne"
)
_PRESSING = listed(
    "fällig überfällig due overdue dringend dringlich sofort eilig umgehend heute unbedingt "
    "verzweifelt urgent urgently immediately asap desperate today tonight desperately morgen "
    "übermorgen tomorrow spätestens bald soon"
)
_DAY = (
    r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|wochenende|ersten|"
    r"monatsende|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|first|"
    r"end of (?:the )?(?:week|month)|\d{1,2}\.?)"
)
_DEADLINE = re.compile(
    rf"\b(?:bis|zum|am|vor|ab|by|on|before|until|till|this|next|diese[nrms]?|nächste[nrms]?)"
    rf"(?: (?:the|zum|dem|den|this|next|diese[nm]?|nächste[nm]?))? {_DAY}(?!\w)|"
    r"\b(?:diese|nächste|this|next) (?:woche|week)\b|"
    r"\bin (?:ein(?:em|er)|zwei|drei|wenigen|paar|one|two|three|a few|a couple of|\d{1,2}) "
    r"(?:tag(?:en)?|stunden?|days?|hours?)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(r"\bguten morgen\b", re.IGNORECASE)
_READ = 2_000


def is_in_need(text: str | None) -> bool:
    """Whether something that cannot wait depends on the money."""
    text = _GREETING.sub(" ", text or "")
    said = words(text)
    if said & _DISTRESS or (said & _BARE_NEEDS and said & _LACKING):
        return True
    presses = said & _PRESSING or _DEADLINE.search(text[:_READ])
    return bool(said & _NEED and presses)
