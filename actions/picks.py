"""What a short answer picks out of a list of payouts: by sum, by number, by place."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from actions.turn import Turn
from payouts.values import Payout

_PLACES = {
    0: "erste ersten erster first 1st neueste neuesten jüngste jüngsten newest latest",
    1: "zweite zweiten zweiter second 2nd",
    2: "dritte dritten dritter third 3rd",
    3: "vierte vierten vierter fourth 4th",
    4: "fünfte fünften fünfter fifth 5th",
    5: "sechste sechsten sechster sixth 6th",
    -1: "letzte letzten letzter last älteste ältesten oldest",
    -2: "vorletzte vorletzten vorletzter",
}
_PLACE_OF = {word: place for place, listed in _PLACES.items() for word in listed.split()}
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"(?<![\w.,])([0-9]{2,8})(?:[.,]([0-9]{2}))?(?![0-9])")
# Longer messages may count something else, unless they are about a payout.
_SHORT = 6
_ABOUT_PAYOUTS = frozenset({"ask_payout_status", "report_payout_problem"})


def picked(turn: Turn, offered: Sequence[Payout]) -> Sequence[Payout] | None:
    """The payouts that fit an answer; None where the message is no answer at all."""
    words = _WORD.findall((turn.text or "").casefold())
    if not words or (len(words) > _SHORT and turn.intent not in _ABOUT_PAYOUTS):
        return None
    amount = turn.entities.get("amount")
    if amount:
        number, _, currency = amount.partition(" ")
        exact = [p for p in offered if (p.amount, p.currency) == (Decimal(number), currency)]
        return exact or _where(offered, lambda p: int(p.amount) == Decimal(number))
    numbers = _NUMBER.findall(turn.text or "")
    if numbers:
        return _of_number(offered, *numbers[-1])
    places = [_PLACE_OF[word] for word in words if word in _PLACE_OF]
    return _at(offered, places[-1]) if places else None


def _of_number(offered: Sequence[Payout], whole: str, cents: str) -> Sequence[Payout]:
    """A bare number is a sum, with or without its cents, or the end of a reference."""
    if cents:
        return _where(offered, lambda p: p.amount == Decimal(f"{whole}.{cents}"))
    of_sum = _where(offered, lambda p: int(p.amount) == int(whole))
    return of_sum or _where(offered, lambda p: p.reference.endswith(whole))


def _where(offered: Sequence[Payout], fits: Callable[[Payout], bool]) -> Sequence[Payout]:
    return [each for each in offered if fits(each)]


def _at(offered: Sequence[Payout], place: int) -> Sequence[Payout]:
    return offered[place:][:1] if -len(offered) <= place < len(offered) else ()
