"""What customers read when something they wrote was made unreadable: where it belongs instead."""

from collections.abc import Mapping
from types import MappingProxyType

from handoff.domain.events import NoticeGiven
from handoff.domain.masking import Kind
from handoff.domain.messages import Text
from handoff.domain.people import Language
from handoff.domain.words import Words

MASKED: Mapping[Kind, Words] = MappingProxyType(
    {
        Kind.CARD: Words(
            "Wir haben Ihre Kartennummer unkenntlich gemacht. Kartendaten brauchen wir hier nie; "
            "hinterlegen Sie sie unter Einstellungen → Auszahlungen.",
            "We have made your card number unreadable. We never need card details here; "
            "please keep them under Settings → Payouts.",
        ),
        Kind.IBAN: Words(
            "Wir haben Ihre IBAN unkenntlich gemacht. Ihr Konto hinterlegen Sie unter "
            "Einstellungen → Auszahlungen.",
            "We have made your IBAN unreadable. Your bank account belongs under "
            "Settings → Payouts.",
        ),
        Kind.IDENTITY_PAPER: Words(
            "Wir haben die Nummer Ihres Ausweises unkenntlich gemacht. Ausweise gehören nur unter "
            "Einstellungen → Identität.",
            "We have made the number of your identity document unreadable. Documents belong only "
            "under Settings → Identity.",
        ),
        Kind.TAX_NUMBER: Words(
            "Wir haben Ihre Steuer- oder Versicherungsnummer unkenntlich gemacht. Sie gehört nur "
            "unter Einstellungen → Steuerdaten.",
            "We have made your tax or insurance number unreadable. It belongs only under "
            "Settings → Tax data.",
        ),
        Kind.PASSWORD: Words(
            "Wir haben Ihr Passwort unkenntlich gemacht. Niemand von uns fragt je danach; bitte "
            "ändern Sie es unter Einstellungen → Sicherheit.",
            "We have made your password unreadable. None of us will ever ask for it; please "
            "change it under Settings → Security.",
        ),
        Kind.CODE: Words(
            "Wir haben Ihren Code unkenntlich gemacht. Codes geben Sie bitte nur dort ein, wo Sie "
            "sich anmelden oder etwas bestätigen, nie in einem Chat.",
            "We have made your code unreadable. Please enter codes only where you sign in or "
            "confirm something, never in a chat.",
        ),
        Kind.TOKEN: Words(
            "Wir haben einen Zugangsschlüssel unkenntlich gemacht. Bitte ersetzen Sie ihn unter "
            "Einstellungen → Sicherheit.",
            "We have made an access key unreadable. Please replace it under Settings → Security.",
        ),
    }
)

NOTHING_ELSE = Words(
    "Worum geht es dabei? Bitte beschreiben Sie es in einem Satz, ganz ohne Nummern.",
    "What is it about? Please describe it in a sentence, without any numbers.",
)
"""The answer to a message that held nothing but what was masked."""


FILE_KEPT = Words(
    "Ich bin ein Programm und kann Dateien nicht lesen. Was du geschickt hast, ist angekommen; "
    "eine Person kann es sich in diesem Chat ansehen.",
    "I'm a program and can't read files. What you sent has arrived, and a person can look at it "
    "in this chat.",
)

FILE_KEPT_ALSO = Words(
    "Auch das ist angekommen; lesen kann es nur eine Person.",
    "That has arrived as well; only a person can read it.",
)
"""The same for those who have just read it."""

WHAT_ABOUT = Words(
    "Worum geht es dabei? Schreib es mir gern in einem Satz.",
    "What is it about? Please tell me in a sentence.",
)


def notice(about: int, kinds: tuple[Kind, ...], language: Language) -> NoticeGiven:
    """One text for all that was masked in the message `about`."""
    told = " ".join(in_language(MASKED[kind], language) for kind in kinds)
    return NoticeGiven(about=about, code="masked", kinds=kinds, parts=(Text(text=told),))


def in_language(words: Words, language: Language) -> str:
    """The words of one language."""
    return words.de if language is Language.DE else words.en
