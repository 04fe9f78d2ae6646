"""What Rasa 3.6.21 does with a message between reading a conversation and storing it.

Its own way (`handle_message`) reads and stores around every single message. A turn may be two of
them, and an introduction; it is to be read once and stored once.
"""

from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.shared.core.trackers import DialogueStateTracker

# ruff: noqa: SLF001  Rasa has no public names for these steps; a test holds them to its own way.


async def begin(agent: Agent, tracker: DialogueStateTracker, metadata: dict[str, Any]) -> None:
    """Start the session of a conversation that has none yet."""
    processor = agent.processor
    tracker.model_id = processor.model_metadata.model_id
    tracker.assistant_id = processor.model_metadata.assistant_id
    await processor._update_tracker_session(tracker, CollectingOutputChannel(), metadata)


async def hear(agent: Agent, tracker: DialogueStateTracker, message: UserMessage) -> None:
    """Note what the customer said, and do and say what follows from it."""
    processor = agent.processor
    await processor._handle_message_with_tracker(message, tracker)
    await processor.run_action_extract_slots(message.output_channel, tracker)
    await processor._run_prediction_loop(message.output_channel, tracker)
