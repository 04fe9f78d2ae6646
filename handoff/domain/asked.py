"""What a customer wants to know now, in their own words."""

from collections.abc import Iterable, Iterator

from handoff.domain.briefing import UNTELLING, Logged
from handoff.domain.events import AgentSaid, AssistantSaid, CustomerSaid
from handoff.domain.messages import words

UNASKING = UNTELLING | {"greet", "goodbye", "thank", "affirm", "deny", "stop", "change_language"}
"""Intents of messages that ask nothing which an article or a fact could answer."""

LATEST = 3
"""Messages that are taken together as one question."""

LONGEST = 600
"""Characters of them: what was said last counts."""


def asked(log: Iterable[Logged]) -> str:
    """The customer's latest telling messages since a person last answered; failing that, before."""
    entries = tuple(log)
    answered = max((it.seq for it in entries if isinstance(it.event, AgentSaid)), default=0)
    telling = tuple(_telling(entries))
    since = [text for seq, text in telling if seq > answered]
    taken = since[-LATEST:] or [text for _, text in telling[-1:]]
    return "\n".join(taken)[-LONGEST:]


def _telling(entries: tuple[Logged, ...]) -> Iterator[tuple[int, str]]:
    intents = {
        it.event.in_reply_to: it.event.understanding.intent
        for it in entries
        if isinstance(it.event, AssistantSaid) and it.event.understanding is not None
    }
    for it in entries:
        if isinstance(it.event, CustomerSaid) and intents.get(it.seq) not in UNASKING:
            yield it.seq, words(it.event.parts)
