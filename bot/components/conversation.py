"""Runs one turn of a conversation through Rasa, once, for the customer it belongs to."""

from typing import Any

from rasa.core.actions.action import create_bot_utterance
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.components.answer import (
    INTRODUCTION,
    answer_to_last,
    has_answered,
    introduced_since_last,
    last_said,
)
from bot.components.guide_words import follows_guide, guide_word
from bot.components.questions import both, cut
from bot.components.turn import Refused, Turn, sub_of

# Their answers say themselves that an assistant is speaking.
SELF_INTRODUCING = {"greet", "ask_bot"}
# The slot by which the rules know that the assistant needs no introduction.
ACQUAINTED = "acquainted"
# The domain lists these too; none of our buttons names them.
RASAS_OWN = {"restart", "back", "session_start", "nlu_fallback"}
UNCLEAR = {"name": "nlu_fallback", "confidence": 0.0}


async def play(agent: Agent, turn: Turn, channel: str) -> dict[str, Any]:
    """Answer the turn: run it, or repeat the answer of the turn that was just run."""
    if not agent.is_ready():
        raise Refused(503, "no_model", "No model is loaded.")
    async with agent.lock_store.lock(turn.sender):
        before = await _stored(agent, turn.sender)
        _refuse_strangers(before, turn)
        said = last_said(before)
        if before and said and said.message_id == turn.message_id:
            return answer_to_last(before, repeat=True)
        asked = await _asked(agent, turn, before)
        if has_answered(before):
            await _be_acquainted(agent, before)
        elif asked[0]["intent"]["name"] not in SELF_INTRODUCING:
            await _introduce(agent, turn)
        for question in asked:
            await agent.processor.handle_message(_message(turn, channel, question))
        return answer_to_last(await _stored_turn(agent, turn), repeat=False)


async def _stored(agent: Agent, sender: str) -> DialogueStateTracker | None:
    """The conversation as its real store has it.

    Rasa wraps the store and goes on from memory when it fails, losing turns silently; asked
    behind the wrapper it fails aloud, and the front door offers a person.
    """
    store = agent.tracker_store._tracker_store  # noqa: SLF001  Rasa 3.6.21 has no other way
    try:
        return await store.retrieve(sender)
    except Exception as error:
        raise Refused(503, "tracker_unavailable", "Conversations cannot be read.") from error


async def _stored_turn(agent: Agent, turn: Turn) -> DialogueStateTracker:
    tracker = await _stored(agent, turn.sender)
    said = last_said(tracker)
    if tracker is None or said is None or said.message_id != turn.message_id:
        raise Refused(503, "tracker_unavailable", "The turn could not be stored.")
    return tracker


def _refuse_strangers(tracker: DialogueStateTracker | None, turn: Turn) -> None:
    """A conversation stays with the first customer who was signed in."""
    events = tracker.events if tracker else ()
    subs = (sub_of(event.metadata) for event in events if isinstance(event, UserUttered))
    owner = next((sub for sub in subs if sub), None)
    if owner is not None and owner != turn.sub:
        raise Refused(409, "other_customer", "The conversation belongs to another customer.")


async def _asked(
    agent: Agent, turn: Turn, before: DialogueStateTracker | None
) -> list[dict[str, Any]]:
    """What the turn asks: one thing, or two where both are surely understood."""
    in_form = before is not None and before.active_loop_name
    halves = [] if turn.payload or turn.is_command or in_form else cut(turn.words)
    parsed = [await _read(agent, turn, half) for half in halves]
    return both(parsed) or [await _understood(agent, turn, before)]


async def _read(agent: Agent, turn: Turn, words: str) -> dict[str, Any]:
    return await agent.processor.parse_message(UserMessage(words, metadata=turn.metadata))


async def _understood(
    agent: Agent, turn: Turn, before: DialogueStateTracker | None
) -> dict[str, Any]:
    if turn.payload is not None:
        return await _understood_payload(agent, turn.payload)
    if turn.is_command:
        # Neither run nor guessed at: its words were not meant as language.
        return {"text": turn.words, "intent": UNCLEAR, "entities": []}
    word = guide_word(turn.words) if follows_guide(before) else None
    if word is not None:
        intent = {"name": word, "confidence": 1.0}
        return {"text": turn.words, "intent": intent, "entities": []}
    return await _read(agent, turn, turn.words)


async def _understood_payload(agent: Agent, payload: str) -> dict[str, Any]:
    name = payload[1:].partition("{")[0]
    if name not in agent.domain.intents or name in RASAS_OWN:
        raise Refused(400, "payload_unknown", "payload must name an intent of the domain.")
    return await agent.processor.parse_message(UserMessage(payload))


async def _introduce(agent: Agent, turn: Turn) -> None:
    """At first contact, say before everything else that this is an assistant."""
    tracker = await agent.processor.fetch_tracker_with_initial_session(
        turn.sender, CollectingOutputChannel(), turn.metadata
    )
    if introduced_since_last(tracker):
        return
    words = agent.nlg.generate_from_slots(INTRODUCTION, {"language": turn.language}, "")
    tracker.update(create_bot_utterance({**words, "utter_action": INTRODUCTION}), agent.domain)
    await agent.processor.save_tracker(tracker)


async def _be_acquainted(agent: Agent, tracker: DialogueStateTracker | None) -> None:
    """Once something was answered, a greeting is returned without an introduction."""
    if tracker is None or tracker.slots.get(ACQUAINTED) is None or tracker.get_slot(ACQUAINTED):
        return
    tracker.update(SlotSet(ACQUAINTED, True), agent.domain)
    await agent.processor.save_tracker(tracker)


def _message(turn: Turn, channel: str, understood: dict[str, Any]) -> UserMessage:
    return UserMessage(
        understood["text"],
        CollectingOutputChannel(),
        turn.sender,
        parse_data=understood,
        input_channel=channel,
        message_id=turn.message_id,
        metadata=turn.metadata,
    )
