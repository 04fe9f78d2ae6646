"""Our way through a message takes the steps of Rasa's own, without reading and storing."""

import asyncio
from types import SimpleNamespace
from typing import Any

import rasa
from bot.components import remote_action
from bot.components.hearing import begin, hear
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.data import TrainingType

STEPS = (
    "_update_tracker_session",
    "_handle_message_with_tracker",
    "run_action_extract_slots",
    "_run_prediction_loop",
)


def processor() -> Any:
    """Rasa's own processor, whose steps only say that they were taken."""
    made: Any = MessageProcessor.__new__(MessageProcessor)
    made.tracker_store = InMemoryTrackerStore(Domain.empty())
    made.model_metadata = SimpleNamespace(
        model_id="m", assistant_id="a", training_type=TrainingType.BOTH
    )
    made.taken = []
    for step in STEPS:
        setattr(made, step, _noted(made, step))
    return made


def _noted(made: Any, step: str) -> Any:
    async def taken(*given: Any) -> DialogueStateTracker:
        tracker: DialogueStateTracker = next(
            each for each in given if isinstance(each, DialogueStateTracker)
        )
        made.taken.append((step, len(given), tracker.model_id, tracker.assistant_id))
        return tracker

    return taken


def test_it_is_made_for_the_rasa_that_is_installed() -> None:
    assert rasa.__version__ == remote_action.WRITTEN_FOR


def test_the_steps_are_those_of_rasas_own_way_in_its_order() -> None:
    theirs, ours = processor(), processor()
    message = UserMessage("Danke", CollectingOutputChannel(), "c1", metadata={"language": "de"})
    tracker = DialogueStateTracker("c1", None)
    agent: Any = SimpleNamespace(processor=ours)

    async def both() -> None:
        await theirs.handle_message(message)
        await begin(agent, tracker, {"language": "de"})
        await hear(agent, tracker, message)

    asyncio.run(both())

    assert [step for step, *_ in ours.taken] == list(STEPS)
    assert ours.taken == theirs.taken
