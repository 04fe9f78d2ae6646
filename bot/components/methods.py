"""Ways of being paid, by the names people give them."""

import re
from collections.abc import Iterator

from bot.components.found import Found
from bot.components.umlauts import respelled

_NAMES = {
    # "Konto" alone may be the account with the platform.
    "bank": ("bank", "bankkonto", "bankverbindung", "iban", "überweisung",
             "banküberweisung", "bank-transfer", "bank account", "bank transfer",
             "wire transfer", "wire", "girokonto", "sparkasse"),
    "sepa": ("sepa", "sepa-überweisung", "sepa überweisung", "sepa transfer"),
    "instant": ("instant", "instant payout", "instant transfer", "instant sepa", "sepa instant",
                "echtzeitüberweisung", "sepa-echtzeitüberweisung"),
    "paypal": ("paypal", "pay pal", "pay-pal"),
    "card": ("karte", "kreditkarte", "debitkarte", "card", "credit card", "debit card", "visa",
             "visa karte", "visa card", "mastercard", "master card"),
    "payoneer": ("payoneer",),
    "wise": ("wise", "transferwise"),
}  # fmt: skip
_METHOD_OF = respelled({name: method for method, names in _NAMES.items() for name in names})
_PATTERN = re.compile(
    r"(?<!\w)(" + "|".join(sorted(map(re.escape, _METHOD_OF), key=len, reverse=True)) + r")(?!\w)",
    re.IGNORECASE,
)


def payout_methods(text: str) -> Iterator[Found]:
    """Each payout method under one name for all its spellings."""
    for match in _PATTERN.finditer(text):
        yield Found("payout_method", _METHOD_OF[match[1].casefold()], *match.span())
