"""Who may take a conversation, and who may write as its owner."""

from handoff.domain.capacity import full
from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import (
    AlreadyClaimed,
    AtCapacity,
    NotAllowedNow,
    NotOwner,
    StaleEpoch,
)
from handoff.domain.people import Agent
from handoff.domain.transitions import IN_LINE
from handoff.ports import Work

TO_TAKE = IN_LINE | {State.SNOOZED}


def may_claim(conversation: Conversation, agent: Agent, epoch: int) -> None:
    """What waits or was put off may be taken, unless somebody else is asked or has it."""
    if conversation.state is State.AGENT:
        owner = conversation.owner
        raise AlreadyClaimed(f"{owner.name if owner else 'somebody'} has accepted it")
    if conversation.state not in TO_TAKE:
        raise NotAllowedNow(f"nobody waits here: the conversation is in state {conversation.state}")
    if conversation.offer is not None and conversation.offer.agent.id != agent.id:
        raise AlreadyClaimed(f"{conversation.offer.agent.name} is being asked to take it")
    must_be_current(conversation, epoch)


async def must_have_place(work: Work, agent: Agent, it: Conversation, extra: int = 0) -> None:
    """AtCapacity when the agent, whose row is locked, has as many as they can have."""
    why_not = full(agent, await work.agents.load(agent.id), it.channel, extra)
    if why_not is not None:
        raise AtCapacity(why_not)


def must_own(conversation: Conversation, agent: Agent, epoch: int) -> None:
    """Only the owner of the current epoch writes as such."""
    must_be_current(conversation, epoch)
    if conversation.owner is None or conversation.owner.id != agent.id:
        raise NotOwner("only the agent who accepted the conversation can do this")


def must_be_current(conversation: Conversation, epoch: int) -> None:
    """StaleEpoch when the owner has changed meanwhile."""
    if conversation.epoch != epoch:
        raise StaleEpoch(f"epoch: is {conversation.epoch} by now, not {epoch}")
