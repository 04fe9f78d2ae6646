"""One paragraph that tells an agent what happened so far, in each language of the agents."""

from dataclasses import replace
from datetime import date

from handoff.domain.packet import Packet, PayoutSnapshot
from handoff.domain.words import CASES, PAYOUT_STATES, REASONS, Words, said

QUOTED = 160
"""Characters of the customer's own words that a summary quotes."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Not by strftime, whose months depend on the machine's locale."""

KINDS = {
    "freelancer": Words("Freelancer", "freelancer"),
    "client": Words("Auftraggeber", "client"),
    "visitor": Words("Besucher", "visitor"),
}


def summary(packet: Packet, last_words: str) -> Packet:
    """The packet with its summary filled in."""
    sentences = (
        _who(packet),
        _matter(packet),
        *((_payout(packet.payout),) if packet.payout else ()),
        _attempts(packet),
        *((_quote(last_words),) if last_words else ()),
    )
    return replace(
        packet,
        summary={
            "de": " ".join(sentence.de for sentence in sentences),
            "en": " ".join(sentence.en for sentence in sentences),
        },
    )


def _who(packet: Packet) -> Words:
    customer = packet.customer
    kind = said(KINDS, customer.kind)
    name = customer.name
    sure = (
        Words("angemeldet", "signed in")
        if customer.verified
        else Words("nicht angemeldet", "not signed in")
    )
    return Words(
        f"{name or 'Jemand ohne Namen'} ({kind.de}, {sure.de}).",
        f"{name or 'Somebody without a name'} ({kind.en}, {sure.en}).",
    )


def _matter(packet: Packet) -> Words:
    reason = REASONS[packet.reason]
    if packet.case_type is None:
        return Words(f"{reason.de}.", f"{reason.en}.")
    matter = said(CASES, packet.case_type)
    return Words(f"Es geht um: {matter.de}. {reason.de}.", f"About: {matter.en}. {reason.en}.")


def _payout(payout: PayoutSnapshot) -> Words:
    state = said(PAYOUT_STATES, payout.state)
    expected = payout.expected_on
    when_de = f", erwartet am {expected:%d.%m.%Y}" if expected else ""
    when_en = f", expected on {_day(expected)}" if expected else ""
    comma = payout.amount.replace(".", ",")
    return Words(
        f"Auszahlung {payout.reference}, {comma} {payout.currency}: "
        f"{state.de} seit {payout.since:%d.%m.%Y}{when_de}.",
        f"Payout {payout.reference}, {payout.amount} {payout.currency}: "
        f"{state.en} since {_day(payout.since)}{when_en}.",
    )


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _attempts(packet: Packet) -> Words:
    answers = len(packet.tried)
    if not answers:
        return Words("Der Assistent hat noch nichts versucht.", "The assistant tried nothing yet.")
    articles = list(dict.fromkeys(slug for tried in packet.tried for slug in tried.articles))
    shown_de = f", zeigte {', '.join(articles)}" if articles else ""
    shown_en = f", showed {', '.join(articles)}" if articles else ""
    return Words(
        f"Der Assistent antwortete {answers}-mal{shown_de}.",
        f"The assistant answered {answers} time{'s' if answers > 1 else ''}{shown_en}.",
    )


def _quote(last_words: str) -> Words:
    quoted = last_words if len(last_words) <= QUOTED else last_words[: QUOTED - 1] + "…"
    return Words(f"Zuletzt: „{quoted}“", f"Last words: “{quoted}”")
