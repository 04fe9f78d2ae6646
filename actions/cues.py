"""What a message hints at beyond its intent. These only recognise; no word here is ever said."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_CONDITION = _set("wenn falls sollte ansonsten if case suppose unless otherwise")
_ABSENCE = _set(
    "nicht nichts nix nie kein keine not nothing never isn't doesn't hasn't won't don't didn't "
    "late later verspätet später"
)
_ANOTHER = _set(
    "andere anderen anderer anderes alle allen welche übrigen other others another all which every"
)
_NEED = _set(
    "miete mieten vermieter kündigung strom medikament medikamente arzt essen lebensmittel kredit "
    "rate notfall überleben pleite rent landlord eviction electricity medicine doctor food "
    "groceries loan mortgage emergency broke survive"
)
# These say it alone.
_DISTRESS = _set(
    "räumung räumungsklage zwangsräumung räumungstermin mahnung mahnungen mahnbescheid inkasso "
    "pfändung gerichtsvollzieher existenz existenzangst existenzbedrohend obdachlos insolvenz "
    "verhungern eviction evicted homeless foreclosure bailiff starving starve destitute"
)
# And these where they are lacking: "nothing to eat", "die Miete nicht zahlen".
_BARE_NEEDS = _set(
    "miete vermieter essen lebensmittel strom medikamente rent landlord food eat groceries "
    "electricity medicine mortgage"
)
_LACKING = _set("nicht nichts kein keine keinen not nothing no can't cannot couldn't without ohne")
_PRESSING = _set(
    "fällig überfällig due overdue dringend dringlich sofort eilig umgehend heute unbedingt "
    "verzweifelt urgent urgently immediately asap desperate today desperately"
)
_ANGER = _set(
    "frechheit unverschämt unverschämtheit lächerlich wütend sauer stinksauer unfähig saftladen "
    "scheiße scheiß scheißladen verdammt verdammte verdammtes zumutung "
    "ridiculous furious outrageous angry pathetic disgrace useless incompetent bullshit fucking "
    "unacceptable"
)
_LESS = _set("weniger statt nur fehlen fehlt falsch stimmt differenz abgezogen")
_LESS |= _set("less instead only missing short wrong difference deducted lower")
_SUM = re.compile(r"\d{2}")
_SUMS = _set("betrag summe amount sum")
_OPENING = re.compile(
    r"\W*(?:(?:ok|okay)\W+)?(?:(?:und|and|aber|but)\b\W*)?"
    r"((?:what|how) about|wie (?:ist|sieht|steht) (?:es|das)(?: aus)?(?= mit| bei)|was ist mit)?",
    re.IGNORECASE,
)
_ASKING = _set(
    "wo wohin wann wie wieviel was warum wieso weshalb wer welche welcher welches kann können muss "
    "darf gibt ist wird werden wenn falls where when how what why who which can could do does is "
    "are will would if"
)
_MINE = _set("mein meine meinem meinen meiner meines my mine")
_MOST_MORE = 7
_HELPED = _set(
    "geholfen hilft hilfreich helfen weitergeholfen weiterhilft beantwortet beantwortete passt "
    "help helped helps helpful useful answer answered answers"
)
_NOT = _set("nicht kaum nie nix not never isn't doesn't hasn't didn't don't wasn't")
_NEAR = 3
_REPEAT = _set("gesagt wiederholen wiederhole wiederhol nochmal repeat say said again")
_MOST_REPEATING = 8
_LANGUAGES = {
    "de": _set("deutsch deutsche deutschen deutscher german allemand"),
    "en": _set("englisch englische englischen englischer english anglais"),
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


def is_in_need(text: str | None) -> bool:
    """Whether something that cannot wait depends on the money."""
    said = words(text)
    lacking = said & _BARE_NEEDS and said & _LACKING
    return bool(said & _DISTRESS or lacking or (said & _NEED and said & _PRESSING))


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
