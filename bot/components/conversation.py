"""Runs one turn of a conversation through Rasa, once, for the customer it belongs to."""

from typing import Any

from rasa.core.actions.action import create_bot_utterance
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.components.answer import INTRODUCTION, answer_to_last, has_answered, last_said
from bot.components.guide_words import follows_guide, guide_word
from bot.components.hearing import begin, hear
from bot.components.leaning import left_open
from bot.components.questions import both, cut
from bot.components.turn import Refused, Turn, sub_of
from bot.components.wishes import Wish, wish

# Their answers say themselves that an assistant is speaking.
SELF_INTRODUCING = {"greet", "ask_bot"}
# The slot by which the rules know that the assistant needs no introduction.
ACQUAINTED = "acquainted"
# The language to go on in; in what customers type it is never found by itself.
TO = "to"
# The domain lists these too; none of our buttons names them.
RASAS_OWN = {"restart", "back", "session_start", "nlu_fallback"}
UNCLEAR = {"name": "nlu_fallback", "confidence": 0.0}


async def play(agent: Agent, turn: Turn, channel: str) -> dict[str, Any]:
    """Answer the turn: run it, or repeat the answer of the turn that was just run."""
    if not agent.is_ready():
        raise Refused(503, "no_model", "No model is loaded.")
    async with agent.lock_store.lock(turn.sender):
        tracker = await _read_from_store(agent, turn.sender)
        _refuse_strangers(tracker, turn)
        said = last_said(tracker)
        if said and said.message_id == turn.message_id:
            return answer_to_last(tracker, repeat=True)
        await _run(agent, turn, tracker, channel)
        await _store(agent, tracker)
        return answer_to_last(tracker, repeat=False)


async def _run(agent: Agent, turn: Turn, tracker: DialogueStateTracker, channel: str) -> None:
    """Everything of the turn happens on one tracker, so that all of it is stored, or nothing."""
    asked = await _asked(agent, turn, tracker)
    turn = turn.in_language(_wished(asked[0]))
    await begin(agent, tracker, turn.metadata)
    if has_answered(tracker):
        _be_acquainted(agent, tracker)
    elif asked[0]["intent"]["name"] not in SELF_INTRODUCING:
        _introduce(agent, turn, tracker)
    for question in asked:
        await hear(agent, tracker, _message(turn, channel, question))


async def _read_from_store(agent: Agent, sender: str) -> DialogueStateTracker:
    try:
        store = _behind(agent)
        return await store.get_or_create_tracker(sender, append_action_listen=False)
    except Exception as error:
        raise Refused(503, "tracker_unavailable", "Conversations cannot be read.") from error


async def _store(agent: Agent, tracker: DialogueStateTracker) -> None:
    try:
        await _behind(agent).save(tracker)
    except Exception as error:
        raise Refused(503, "tracker_unavailable", "The turn could not be stored.") from error


def _behind(agent: Agent) -> TrackerStore:
    """The real store.

    Rasa wraps it and goes on from memory when it fails, losing turns silently; behind the wrapper
    it fails aloud, and the front door offers a person.
    """
    return agent.tracker_store._tracker_store  # noqa: SLF001  Rasa 3.6.21 has no other way


def _refuse_strangers(tracker: DialogueStateTracker, turn: Turn) -> None:
    """A conversation stays with the first customer who was signed in."""
    said = (event for event in tracker.events if isinstance(event, UserUttered))
    subs = (sub_of(event.metadata) for event in said)
    owner = next((sub for sub in subs if sub), None)
    if owner is not None and owner != turn.sub:
        raise Refused(409, "other_customer", "The conversation belongs to another customer.")


async def _asked(agent: Agent, turn: Turn, before: DialogueStateTracker) -> list[dict[str, Any]]:
    """What the turn asks: one thing, or two where both are surely understood."""
    whole = turn.payload or turn.is_command or before.active_loop_name
    wished = None if whole else wish(turn.words)
    if wished is not None:
        return [_change_of_language(wished), await _read(agent, turn, wished.rest)]
    halves = [] if whole else cut(turn.words)
    parsed = [await _read(agent, turn, half) for half in halves]
    return both(parsed) or [await _whole(agent, turn, before)]


async def _whole(agent: Agent, turn: Turn, before: DialogueStateTracker) -> dict[str, Any]:
    understood = await _understood(agent, turn, before)
    typed = turn.payload is None and has_answered(before)
    return left_open(understood) if typed else understood


def _change_of_language(wished: Wish) -> dict[str, Any]:
    """Nothing is said to it where a question follows: the entity tells the action."""
    language = {"entity": TO, "value": wished.language}
    intent = {"name": "change_language", "confidence": 1.0}
    return {"text": wished.words, "intent": intent, "entities": [language]}


def _wished(understood: dict[str, Any]) -> str | None:
    """The language that a message with a question behind it wishes for."""
    found = [each["value"] for each in understood["entities"] if each["entity"] == TO]
    return found[0] if found else None


async def _read(agent: Agent, turn: Turn, words: str) -> dict[str, Any]:
    return await agent.processor.parse_message(UserMessage(words, metadata=turn.metadata))


async def _understood(agent: Agent, turn: Turn, before: DialogueStateTracker) -> dict[str, Any]:
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


def _introduce(agent: Agent, turn: Turn, tracker: DialogueStateTracker) -> None:
    """At first contact, say before everything else that this is an assistant."""
    words = agent.nlg.generate_from_slots(INTRODUCTION, {"language": turn.language}, "")
    tracker.update(create_bot_utterance({**words, "utter_action": INTRODUCTION}), agent.domain)


def _be_acquainted(agent: Agent, tracker: DialogueStateTracker) -> None:
    """Once something was answered, a greeting is returned without an introduction."""
    if tracker.slots.get(ACQUAINTED) is not None and not tracker.get_slot(ACQUAINTED):
        tracker.update(SlotSet(ACQUAINTED, True), agent.domain)


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
