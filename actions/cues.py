"""What a message hints at beyond its intent. These only recognise; no word here is ever said."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def listed(words_of_it: str) -> frozenset[str]:
    """A set of words, told as a text; messages are compared in the same case ("ß" as "ss")."""
    return frozenset(words_of_it.casefold().split())


_CONDITION = listed("wenn falls sollte ansonsten if case suppose unless otherwise")
_ABSENCE = listed(
    "nicht nichts nix nie kein keine not nothing never isn't doesn't hasn't won't don't didn't "
    "late later verspätet später"
)
_ANOTHER = listed(
    "andere anderen anderer anderes alle allen welche übrigen "
    "größere größeren kleinere kleineren größte größten kleinste kleinsten "
    "other others another all which every bigger smaller larger biggest smallest largest"
)
_ANGER = listed(
    "frechheit unverschämt unverschämtheit lächerlich wütend sauer stinksauer unfähig saftladen "
    "scheiße scheiß scheißladen verdammt verdammte verdammtes verdammten zumutung betrüger "
    "abzocke abzocker verarscht verarschen "
    "ridiculous furious outrageous angry pathetic disgrace useless incompetent bullshit fucking "
    "unacceptable scammers crooks thieves damn"
)
_LESS = listed("weniger statt nur fehlen fehlt falsch stimmt differenz abgezogen")
_LESS |= listed("less instead only missing short wrong difference different deducted lower")
_SUM = re.compile(r"\d{2}")
_SUMS = listed("betrag summe beträge summen amount sum amounts sums")
_OPENING = re.compile(
    r"\W*(?:(?:ok|okay)\W+)?(?:(?:und|and|aber|but)\b\W*)?"
    r"((?:what|how) about|wie (?:ist|sieht|steht) (?:es|das)(?: aus)?(?= mit| bei)|was ist mit)?",
    re.IGNORECASE,
)
_ASKING = listed(
    "wo wohin wann wie wieviel was warum wieso weshalb wer welche welcher welches kann können muss "
    "darf gibt ist wird werden wenn falls where when how what why who which can could do does is "
    "are will would if"
)
_MINE = listed("mein meine meinem meinen meiner meines my mine")
_MOST_MORE = 7
_HELPED = listed(
    "geholfen hilft hilfreich helfen weitergeholfen weiterhilft beantwortet beantwortete passt "
    "help helped helps helpful useful answer answered answers"
)
_NOT = listed("nicht kaum nie nix not never isn't doesn't hasn't didn't don't wasn't")
_NEAR = 3
_REPEAT = listed("gesagt wiederholen wiederhole wiederhol nochmal repeat say said again")
_MOST_REPEATING = 8
_TRACING = listed(
    "trace traced tracing track tracking nachforschen nachforschung nachforschungen nachgeforscht "
    "nachforschungsauftrag nachverfolgen nachverfolgt nachzuverfolgen nachzuforschen verfolgen "
    "sendungsverfolgung suchauftrag"
)
_WHY = listed("warum wieso weshalb why wofür")
_DOING = listed("wie how what was jetzt nun now next")
_PLACE_OR_TIME = listed("lange lang long longer wann when genau wo where")
_CANCELLING = listed(
    "stoppen stopp stornieren abbrechen zurückziehen rückgängig widerrufen aufhalten "
    "cancel cancelling canceling stop undo revoke"
)
_DONE = (
    r"added|changed|corrected|updated|uploaded|fixed|entered|submitted|linked|replaced|"
    r"connected|sent in|set up|put in"
)
_ERLEDIGT = (
    r"hinzugefügt|hinterlegt|geändert|korrigiert|eingetragen|hochgeladen|nachgereicht|eingereicht|"
    r"aktualisiert|angelegt|ergänzt|eingegeben|ausgetauscht|gewechselt|angegeben|behoben|geschickt"
)
_PUT_RIGHT = re.compile(
    rf"\b(?:i|we|i['’]ve|we['’]ve)(?: have)?(?: just| now| already)? (?:{_DONE})\b|"
    rf"\b(?:hab|habe|haben)\b(?:(?!\b(?:nichts?|nix|kein\w*)\b).)*\b(?:{_ERLEDIGT})\b",
    re.IGNORECASE | re.DOTALL,
)
_SIDES = {
    "client": re.compile(
        r"\b(?:hire|hiring|outsource|employ|as an? (?:client|customer|buyer)|"
        r"(?:find|need|looking for) (?:an? |some)?(?:freelancers?|somebody|someone|people|help)|"
        r"als (?:kund(?:e|in)|firma)|auftraggeber\w*|beauftragen|einstellen|anheuern|"
        r"engagieren|auftrag (?:zu )?vergeben|"
        r"(?:suche|brauche|finde) (?:ich )?(?:einen?|jemanden?|leute|freelancer\w*))\b",
        re.IGNORECASE,
    ),
    "freelancer": re.compile(
        r"\b(?:as an? freelancer|(?:be|become|becoming) an? freelancer|(?:als )?freelancer(?:in)?"
        r" (?:werden|arbeiten|anfangen|starten|loslegen)|werde (?:ich )?(?:hier )?freelancer\w*|"
        r"als freelancer\w*|offer my|sell my|my services|find (?:work|jobs?|clients?|projects?)|"
        r"earn|verdienen|get (?:clients?|work|jobs?)|aufträge (?:finden|bekommen|kriegen)|"
        r"(?:kunden|arbeit|jobs?) (?:finden|bekommen|kriegen)|anbieten|selbstständig\w*)\b",
        re.IGNORECASE,
    ),
}
_LANGUAGES = {
    "de": listed("deutsch deutsche deutschen deutscher german allemand"),
    "en": listed("englisch englische englischen englischer english anglais"),
}
_READ = 2_000


def words(text: str | None) -> frozenset[str]:
    """The words of a message, as they are compared here."""
    found = _WORD.findall((text or "")[:_READ].casefold())
    return frozenset(word.replace("’", "'") for word in found)


def asks_what_if_late(text: str | None) -> bool:
    """Whether somebody asks what happens if the money does not come."""
    said = words(text)
    return bool(said & _CONDITION and said & _ABSENCE)


def asks_for_another(text: str | None) -> bool:
    """Whether somebody means other payouts than the one just spoken of."""
    return bool(words(text) & _ANOTHER)


def asks_to_trace(text: str | None) -> bool:
    """Whether somebody wants money that was sent to be looked for."""
    return bool(words(text) & _TRACING)


def asks_why(text: str | None) -> bool:
    """Whether somebody asks for the reason."""
    return bool(words(text) & _WHY)


def asks_what_to_do(text: str | None) -> bool:
    """Whether a bare question is about what to do, not about place or time."""
    said = words(text)
    return bool(said & _DOING and not said & _PLACE_OR_TIME)


def asks_to_cancel(text: str | None) -> bool:
    """Whether somebody wants to take back what was begun."""
    return bool(words(text) & _CANCELLING)


def says_put_right(text: str | None) -> bool:
    """Whether somebody says to have done what was asked of them."""
    return _PUT_RIGHT.search((text or "")[:_READ]) is not None


def side_of(text: str | None) -> str | None:
    """Whether somebody new wants to have work done or to do it; None where it is not said."""
    found = [side for side, hint in _SIDES.items() if hint.search((text or "")[:_READ])]
    return found[0] if len(found) == 1 else None


def is_angry(text: str | None) -> bool:
    """Whether somebody is angry while asking for something."""
    return bool(words(text) & _ANGER)


def asks_about_less(text: str | None) -> bool:
    """Whether a sum is said to be other than it was to be."""
    said = words(text)
    of_sum = _SUM.search((text or "")[:_READ]) or said & (_SUMS | {"weniger", "less"})
    return bool(of_sum and said & _LESS)


def says_unhelpful(text: str | None) -> bool:
    """Whether somebody says, however politely, that it did not help."""
    said = [word.replace("’", "'") for word in _WORD.findall((text or "")[:_READ].casefold())]
    helped = [place for place, word in enumerate(said) if word in _HELPED]
    negated = [place for place, word in enumerate(said) if word in _NOT]
    return any(abs(one - other) <= _NEAR for one in helped for other in negated)


def asks_to_repeat(text: str | None) -> bool:
    """Whether a message that was not understood wants the last answer once more."""
    return len((text or "").split()) <= _MOST_REPEATING and bool(words(text) & _REPEAT)


def more(text: str | None) -> str | None:
    """What "and on Sundays?" adds to the matter before it; None for a question of its own."""
    opening = _OPENING.match((text or "")[:_READ])
    rest = (text or "")[opening.end() :].strip(" ?!.") if opening and opening[0].strip() else ""
    added = _WORD.findall(rest.casefold())
    if not 0 < len(added) <= _MOST_MORE or added[0] in _ASKING or set(added) & _MINE:
        return None
    return rest


def named_language(text: str | None) -> str | None:
    """The language that a message names; the last one where it names both."""
    found = [
        (position, language)
        for position, word in enumerate(_WORD.findall((text or "")[:_READ].casefold()))
        for language, names in _LANGUAGES.items()
        if word in names
    ]
    return max(found)[1] if found else None
