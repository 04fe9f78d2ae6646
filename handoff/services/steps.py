"""What a macro does once its words are said, in the same transaction."""

from datetime import timedelta

from handoff.domain.conversation import Conversation
from handoff.domain.errors import Invalid
from handoff.domain.events import Closed
from handoff.domain.people import Agent
from handoff.domain.queueing import Snoozed
from handoff.domain.replying import Steps
from handoff.domain.tagging import MOST_TAGS, retagged
from handoff.ports import Work


async def taken(work: Work, agent: Agent, said: Conversation, steps: Steps) -> Conversation:
    """Tags first: whoever reads the end of a case sees what it was about."""
    after = await tagged(work, agent, said, (*said.tags, *steps.tags))
    if steps.close is not None:
        end = Closed(by="agent", reason=steps.close)
        return await work.conversations.append(after, end)
    if steps.snooze_s is not None:
        until = after.at + timedelta(seconds=steps.snooze_s)
        put_off = Snoozed(agent=agent.ref, until=until)
        return await work.conversations.append(after, put_off)
    return after


async def tagged(
    work: Work, agent: Agent, before: Conversation, wanted: tuple[str, ...]
) -> Conversation:
    """The conversation with these tags and no others."""
    event = retagged(agent.ref, before.tags, wanted)
    if event is None:
        return before
    if len(dict.fromkeys(wanted)) > MOST_TAGS:
        raise Invalid("tags", f"must be at most {MOST_TAGS} in all")
    return await work.conversations.append(before, event)
