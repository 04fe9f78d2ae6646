"""A conversation as one value: what has happened so far, and what that makes of it."""

from dataclasses import dataclass, replace
from datetime import datetime

from handoff.domain.contact import NO_CONTACT, CallBackWanted, Contact, EmailLeft
from handoff.domain.errors import NotAllowedNow
from handoff.domain.events import (
    AgentAccepted,
    AgentSaid,
    AgentVanished,
    AssistantFailed,
    AssistantSaid,
    Channel,
    Closed,
    CloseReason,
    CustomerSaid,
    Event,
    HandedBack,
    HumanAsked,
    LanguageChanged,
    ReturnedToAssistant,
)
from handoff.domain.ids import AgentId, ConversationId, CustomerId
from handoff.domain.messages import words
from handoff.domain.offer import NEW_ROUND, Offer, Round
from handoff.domain.owed import NEVER, NOTHING, Due, Owed
from handoff.domain.packet import Packet, Priority, sent_to
from handoff.domain.people import AgentRef, Language
from handoff.domain.queueing import (
    Followed,
    OfferDeclined,
    Offered,
    OfferLapsed,
    Snoozed,
    TakenOver,
    Transferred,
    Unfollowed,
    Woken,
)
from handoff.domain.tagging import Tagged
from handoff.domain.transitions import TRANSITIONS, State

__all__ = ["PREVIEW", "TRANSITIONS", "Conversation", "State"]

PREVIEW = 140
"""Characters that a list shows of what a person said last; the assistant's words tell less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One case of one customer; `as_of` is the database's clock when this was read."""

    id: ConversationId
    customer: CustomerId
    case_number: str
    channel: Channel
    language: Language
    page_url: str | None
    started_at: datetime
    updated_at: datetime
    as_of: datetime
    state: State = State.BOT
    last_seq: int = 0
    said_seq: int = 0
    """Seq of the customer's last message."""
    answered_seq: int = 0
    """Seq up to which the customer's messages need no answer of the assistant any more."""
    owner: AgentRef | None = None
    epoch: int = 0
    """Counts changes of owner: whoever writes as owner must name the current one."""
    packet: Packet | None = None
    team: str | None = None
    """Whose hours and promises count."""
    waiting_since: datetime | None = None
    queued_at: datetime | None = None
    """Since when it can be offered."""
    offer: Offer | None = None
    round: Round = NEW_ROUND
    last_agent: AgentRef | None = None
    """Who had it last, and is asked first."""
    snoozed_until: datetime | None = None
    contact: Contact = NO_CONTACT
    """How to reach the customer elsewhere."""
    followers: frozenset[AgentId] = frozenset()
    owed: Owed = NOTHING
    due: Due = NEVER
    accepted_at: datetime | None = None
    closed_at: datetime | None = None
    close_reason: CloseReason | None = None
    previous: ConversationId | None = None
    next: ConversationId | None = None
    preview: str = ""
    tags: tuple[str, ...] = ()

    @property
    def at(self) -> datetime:
        """When the next event happens: never before the last one, whatever clocks do."""
        return max(self.as_of, self.updated_at)

    @property
    def priority(self) -> Priority | None:
        """The class its route says, failing that its packet."""
        if self.packet is None:
            return None
        return self.packet.route.priority if self.packet.route else self.packet.priority

    @property
    def awaits_assistant(self) -> bool:
        """Whether the customer wrote something that the assistant has yet to answer."""
        return self.state is State.BOT and self.said_seq > self.answered_seq

    def after(self, event: Event) -> "Conversation":
        """The conversation once `event` has happened; NotAllowedNow where the table has none."""
        state = TRANSITIONS.get((self.state, type(event)))
        if state is None or self._answers_twice(event) or self._misses(event):
            raise NotAllowedNow(f"{event.type} is not possible in state {self.state}")
        at = self.at
        then = replace(
            self,
            state=state,
            last_seq=self.last_seq + 1,
            updated_at=at,
            owed=self.owed.after(event, at),
        )
        for part in (_owned, _queued, _asked, _told):
            then = part(then, event)
        return then

    def _answers_twice(self, event: Event) -> bool:
        match event:
            case AssistantSaid(in_reply_to=seq) | AssistantFailed(in_reply_to=seq):
                return not self.answered_seq < seq <= self.said_seq
            case _:
                return False

    def _misses(self, event: Event) -> bool:
        """Whether an answer to an offer comes from somebody who was not asked."""
        match event:
            case AgentAccepted() | OfferDeclined() | OfferLapsed() if self.offer is not None:
                return event.agent.id != self.offer.agent.id
            case _:
                return False


def _owned(then: Conversation, event: Event) -> Conversation:
    """Who owns it."""
    at = then.updated_at
    changes: dict[str, object]
    match event:
        case AgentAccepted(agent=agent) | TakenOver(by=agent):
            changes = {"owner": agent, "last_agent": agent, "accepted_at": at}
        case AgentVanished():
            changes = {"waiting_since": then.waiting_since or at, "queued_at": at}
        case Transferred(to_agent=to):
            changes = {"waiting_since": at, "queued_at": at, "last_agent": to}
        case Snoozed(until=until):
            changes = {"snoozed_until": until}
        case CallBackWanted(call_at=wanted, phone=phone):
            contact = replace(then.contact, phone=phone, call_back_at=wanted)
            changes = {"snoozed_until": wanted, "contact": contact}
        case HandedBack() | ReturnedToAssistant():
            # What was said to a person, or to nobody yet, is not put to the assistant afterwards.
            changes = {"waiting_since": None, "answered_seq": then.said_seq}
        case Closed(reason=reason):
            changes = {"closed_at": at, "close_reason": reason}
        case _:
            return then
    return _passed(then, **changes)


def _passed(then: Conversation, **changes: object) -> Conversation:
    fresh: dict[str, object] = {
        "owner": None,
        "epoch": then.epoch + 1,
        "offer": None,
        "round": NEW_ROUND,
        "snoozed_until": None,
        **changes,
    }
    return replace(then, **fresh)  # type: ignore[arg-type]  # keys are fields of Conversation


def _queued(then: Conversation, event: Event) -> Conversation:
    """Who waits since when, and where."""
    at = then.updated_at
    match event:
        case HumanAsked(packet=packet):
            team = packet.route.team if packet.route else None
            return replace(then, packet=packet, team=team, waiting_since=at, queued_at=at)
        case Transferred(by=by, to_team=team):
            passed = replace(then, round=NEW_ROUND.with_no(by.id, at))
            if team is None or then.packet is None:
                return passed
            return replace(passed, team=team, packet=sent_to(then.packet, team))
        case Woken():
            return replace(then, snoozed_until=None, waiting_since=at, queued_at=at)
        case _:
            return then


def _asked(then: Conversation, event: Event) -> Conversation:
    """Who is asked to take it, who said no, and who else is to hear of it, where."""
    match event:
        case Offered(agent=agent, until=until, why=why):
            return replace(then, offer=Offer(agent=agent, until=until, why=why))
        case OfferDeclined(agent=agent) | OfferLapsed(agent=agent):
            return replace(then, offer=None, round=then.round.with_no(agent.id, then.updated_at))
        case EmailLeft(address=address):
            return replace(then, contact=replace(then.contact, email=address))
        case Followed(agent=agent):
            return replace(then, followers=then.followers | {agent.id})
        case Unfollowed(agent=agent):
            return replace(then, followers=then.followers - {agent.id})
        case _:
            return then


def _told(then: Conversation, event: Event) -> Conversation:
    """What was said last, in which language, and what still needs an answer."""
    match event:
        case CustomerSaid(parts=parts, language=language):
            said = replace(then, said_seq=then.last_seq, language=language)
            return replace(said, preview=words(parts)[:PREVIEW])
        case AssistantSaid(in_reply_to=seq) | AssistantFailed(in_reply_to=seq):
            return replace(then, answered_seq=seq)
        case AgentSaid(parts=parts):
            return replace(then, preview=words(parts)[:PREVIEW])
        case LanguageChanged(language=language):
            return replace(then, language=language)
        case Tagged(added=added, removed=removed):
            kept = (tag for tag in then.tags if tag not in removed)
            return replace(then, tags=tuple(dict.fromkeys((*kept, *added))))
        case _:
            return then
