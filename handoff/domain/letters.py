"""The words of mails to customers, in their language. No mail promises what nobody can keep."""

from collections.abc import Mapping, Sequence

from handoff.domain.mail import Letter
from handoff.domain.people import Language

CONFIRMATION: Mapping[Language, tuple[str, str]] = {
    Language.DE: (
        "Dein Anliegen {case}: Wir melden uns",
        "Hallo,\n\n"
        "wir haben deine E-Mail-Adresse zu deinem Anliegen notiert. Deine Vorgangsnummer ist "
        "{case}.\n\n"
        "Sobald ein Mensch aus unserem Team geantwortet hat und du nicht im Chat bist, schicken "
        "wir dir die Antwort an diese Adresse.\n\n"
        "Du hast das nicht angefordert? Dann hat sich jemand vertippt, und du kannst diese Mail "
        "einfach löschen.\n\n"
        "Auf diese Mail kannst du nicht antworten.\n",
    ),
    Language.EN: (
        "Your request {case}: we will write to you",
        "Hello,\n\n"
        "we have noted your e-mail address for your request. Your case number is {case}.\n\n"
        "Once a person of our team has answered and you are not in the chat, we send the answer to "
        "this address.\n\n"
        "You did not ask for this? Then somebody mistyped an address, and you can simply delete "
        "this mail.\n\n"
        "You cannot reply to this mail.\n",
    ),
}

ANSWER: Mapping[Language, tuple[str, str]] = {
    Language.DE: (
        "Antwort auf dein Anliegen {case}",
        "Hallo,\n\n{who} hat dir geantwortet:\n\n{words}\n\n{back}\n\n"
        "Deine Vorgangsnummer ist {case}. Auf diese Mail kannst du nicht antworten.\n",
    ),
    Language.EN: (
        "Answer to your request {case}",
        "Hello,\n\n{who} has answered you:\n\n{words}\n\n{back}\n\n"
        "Your case number is {case}. You cannot reply to this mail.\n",
    ),
}

RETURN: Mapping[Language, str] = {
    Language.DE: "Hier geht es zurück in den Chat. Der Link gilt einmal, {days} Tage lang:\n{url}",
    Language.EN: "This link leads back into the chat. It works once, within {days} days:\n{url}",
}
SIGN_IN: Mapping[Language, str] = {
    Language.DE: "Weiter geht es im Chat, sobald du angemeldet bist:\n{url}",
    Language.EN: "Sign in to go on in the chat:\n{url}",
}
IN_THE_CHAT: Mapping[Language, str] = {
    Language.DE: "Weiter geht es im Chat, dort, wo du geschrieben hast.",
    Language.EN: "Go on in the chat, where you wrote to us.",
}


def confirmation(language: Language, case_number: str) -> Letter:
    """The address is noted, under this case number."""
    subject, text = CONFIRMATION[language]
    return Letter(subject=subject.format(case=case_number), text=text.format(case=case_number))


def answer(
    language: Language, case_number: str, who: str, words: Sequence[str], back: str
) -> Letter:
    """What an agent said while the customer was away; `back` is how to go on."""
    subject, text = ANSWER[language]
    told = {"case": case_number, "who": who, "words": "\n\n".join(words), "back": back}
    return Letter(subject=subject.format(case=case_number), text=text.format(**told))


def back_by_link(language: Language, url: str, days: int) -> str:
    """For those who never signed in."""
    return RETURN[language].format(url=url, days=days)


def back_by_signing_in(language: Language, url: str | None) -> str:
    """For those the platform knows: a link in a mail is no proof of who they are."""
    return SIGN_IN[language].format(url=url) if url else IN_THE_CHAT[language]
