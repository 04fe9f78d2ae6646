"""The answer to a turn, read from what the tracker holds of it.

A first answer and a repeated one come out of the same events, so they are the same.
"""

from collections.abc import Iterator
from typing import Any

from rasa.shared.core.events import BotUttered, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

# Slots that steer the dialogue and mean nothing to others.
_OWN_SLOTS = {"language", "requested_slot", "session_started_metadata"}


def last_said(tracker: DialogueStateTracker | None) -> UserUttered | None:
    """The customer's latest message, None before the first."""
    return tracker.get_last_event_for(UserUttered) if tracker else None


def answer_to_last(tracker: DialogueStateTracker, *, repeat: bool) -> dict[str, Any]:
    """Everything that answers the customer's latest message."""
    said = last_said(tracker)
    return {
        "replies": [reply for event in _since_previous(tracker) for reply in _replies(event)],
        "understanding": _understanding(said, tracker) if said else None,
        "repeat": repeat,
    }


def _since_previous(tracker: DialogueStateTracker) -> list[Event]:
    """The events after the last message but one; the introduction precedes the first."""
    events = list(tracker.events)
    asked = [index for index, event in enumerate(events) if isinstance(event, UserUttered)]
    if len(asked) < 2:
        return events
    return events[asked[-1] :]


def _replies(event: Event) -> Iterator[dict[str, Any]]:
    if not isinstance(event, BotUttered):
        return
    if event.text:
        buttons = [
            {"title": button["title"], "payload": button["payload"]}
            for button in event.data.get("buttons") or []
        ]
        yield {"text": event.text, **({"buttons": buttons} if buttons else {})}
    if event.data.get("custom"):
        yield {"custom": event.data["custom"]}


def _understanding(said: UserUttered, tracker: DialogueStateTracker) -> dict[str, Any]:
    slots = tracker.current_slot_values()
    return {
        "intent": said.intent.get("name"),
        "confidence": round(float(said.intent.get("confidence") or 0), 4),
        "entities": [{"entity": each["entity"], "value": each["value"]} for each in said.entities],
        "slots": {
            name: value
            for name, value in slots.items()
            if value is not None and name not in _OWN_SLOTS
        },
    }
