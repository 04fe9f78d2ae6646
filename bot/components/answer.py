"""The answer to a turn, read from what the tracker holds of it.

A first answer and a repeated one come out of the same events, so they are the same.
"""

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from rasa.shared.core.events import BotUttered, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

INTRODUCTION = "utter_first_contact"
# How answers about payouts, projects and the account end, in the words of domain.yml.
OFFERS = (
    "If you would rather talk to a person, just say so.",
    "Wenn du lieber mit einem Menschen sprechen möchtest, sag es einfach.",
)
# Slots that steer the dialogue and mean nothing to others.
_OWN_SLOTS = {
    "acquainted",
    "guide_step",
    "language",
    "payout_passed_over",
    "payout_question",
    "payout_told",
    "payout_unclear",
    "payout_urgent",
    "requested_slot",
    "session_started_metadata",
    "standing_told",
}


def last_said(tracker: DialogueStateTracker) -> UserUttered | None:
    """The customer's latest message, None before the first."""
    # Rasa's own way to it leaves out what was said to a form.
    events = reversed(tracker.events)
    return next((event for event in events if isinstance(event, UserUttered)), None)


def has_answered(tracker: DialogueStateTracker) -> bool:
    """Whether anything but the introduction was ever said."""
    said = (event for event in tracker.events if isinstance(event, BotUttered))
    return any(not _introduces(event) for event in said)


def answer_to_last(tracker: DialogueStateTracker, *, repeat: bool) -> dict[str, Any]:
    """Everything that answers the customer's latest message."""
    before, after = _around_last(tracker)
    offer = _first_offer(tracker)
    replies = [reply for event in after for reply in _replies(event, offer)]
    # An introduction alone is no answer: the front door has to see that there is none.
    introduced = [reply for event in before for reply in _replies(event)] if replies else []
    said = [event for event in after if isinstance(event, UserUttered)]
    return {
        "replies": introduced + replies,
        "understanding": _understanding(said, tracker) if said else None,
        "repeat": repeat,
    }


def _around_last(tracker: DialogueStateTracker) -> tuple[list[Event], list[Event]]:
    """The introduction right before the latest message, and all that followed it.

    A message with two questions is there twice, as two events of the same message id.
    """
    events, latest = list(tracker.events), last_said(tracker)
    first = next((n for n, event in enumerate(events) if _is_part(event, latest)), len(events))
    earlier = takewhile(_is_not_said, reversed(events[:first]))
    return [event for event in earlier if _introduces(event)], events[first:]


def _is_part(event: Event, latest: UserUttered | None) -> bool:
    if not isinstance(event, UserUttered) or latest is None:
        return False
    return event is latest or event.message_id == latest.message_id


def _is_not_said(event: Event) -> bool:
    return not isinstance(event, UserUttered)


def _introduces(event: Event) -> bool:
    is_bot = isinstance(event, BotUttered)
    return is_bot and event.metadata.get("utter_action") == INTRODUCTION


def _first_offer(tracker: DialogueStateTracker) -> Event | None:
    """The first answer that ended with the offer of a person."""
    return next((event for event in tracker.events if _offers(event)), None)


def _offers(event: Event) -> bool:
    return isinstance(event, BotUttered) and str(event.text or "").endswith(OFFERS)


def _once(text: str, offers: list[Any]) -> str:
    """Without the offer of a person where it was made before and a button says it."""
    ending = next((offer for offer in OFFERS if text.endswith(offer)), "") if offers else ""
    return text.removesuffix(ending).rstrip()


def _replies(event: Event, first_offer: Event | None = None) -> Iterator[dict[str, Any]]:
    if not isinstance(event, BotUttered):
        return
    if event.text:
        buttons = [
            {"title": button["title"], "payload": button["payload"]}
            for button in event.data.get("buttons") or []
        ]
        said = str(event.text)
        text = said if event is first_offer else _once(said, buttons)
        yield {"text": text, **({"buttons": buttons} if buttons else {})}
    if event.data.get("custom"):
        yield {"custom": event.data["custom"]}


def _understanding(said: list[UserUttered], tracker: DialogueStateTracker) -> dict[str, Any]:
    """What was understood; of two questions the last, as what follows is about that one."""
    slots = tracker.current_slot_values()
    intent = said[-1].intent
    return {
        "intent": intent.get("name"),
        "confidence": round(float(intent.get("confidence") or 0), 4),
        "entities": [
            {"entity": each["entity"], "value": each["value"]}
            for part in said
            for each in part.entities
        ],
        "slots": {
            name: value
            for name, value in slots.items()
            if value is not None and name not in _OWN_SLOTS
        },
    }
