"""A conversation's row as a value, and the columns that an event changes."""

from typing import Any

from sqlalchemy import Row, func, select

from handoff.domain.contact import Contact
from handoff.domain.conversation import Conversation, State
from handoff.domain.events import Channel, CloseReason
from handoff.domain.ids import AgentId, ConversationId, CustomerId
from handoff.domain.offer import Offer, Round
from handoff.domain.owed import Due, Owed
from handoff.domain.people import AgentRef, Language
from handoff.storage.codec import packet_from_json, packet_to_json
from handoff.storage.tables import ConversationRow

_C = ConversationRow


def selected() -> Any:
    """Conversations with the database's clock at the moment of reading."""
    return select(_C.__table__, func.clock_timestamp().label("as_of"))


def conversation(row: Row[Any]) -> Conversation:
    """The value of a row."""
    return Conversation(
        id=ConversationId(row.id),
        customer=CustomerId(row.customer_id),
        case_number=row.case_number,
        channel=Channel(row.channel),
        language=Language(row.language),
        page_url=row.page_url,
        started_at=row.started_at,
        updated_at=row.updated_at,
        as_of=row.as_of,
        state=State(row.state),
        last_seq=row.last_seq,
        said_seq=row.said_seq,
        answered_seq=row.answered_seq,
        owner=_ref(row.owner_id, row.owner_name),
        epoch=row.epoch,
        packet=packet_from_json(row.packet),
        team=row.team,
        waiting_since=row.waiting_since,
        queued_at=row.queued_at,
        offer=_offer(row),
        round=Round(declined=frozenset(map(AgentId, row.declined)), at=row.declined_at),
        last_agent=_ref(row.last_agent_id, row.last_agent_name),
        snoozed_until=row.snoozed_until,
        contact=Contact(email=row.email, phone=row.phone, call_back_at=row.call_back_at),
        followers=frozenset(map(AgentId, row.followers)),
        owed=Owed(
            person_since=row.person_since,
            answer_since=row.answer_since,
            answered=row.answered,
        ),
        due=Due(
            first_response=row.first_response_due,
            next_response=row.next_response_due,
            resolution=row.resolution_due,
        ),
        accepted_at=row.accepted_at,
        closed_at=row.closed_at,
        close_reason=row.close_reason and CloseReason(row.close_reason),
        previous=row.previous_id and ConversationId(row.previous_id),
        next=row.next_id and ConversationId(row.next_id),
        preview=row.preview,
        tags=tuple(row.tags),
    )


def _offer(row: Row[Any]) -> Offer | None:
    agent = _ref(row.offered_to, row.offered_name)
    return Offer(agent=agent, until=row.offer_until, why=row.offer_why) if agent else None


def _ref(id_: Any, name: str) -> AgentRef | None:
    return AgentRef(id=AgentId(id_), name=name) if id_ else None


def changed(before: Conversation, then: Conversation) -> dict[str, Any]:
    """The columns that are others now."""
    known = _columns(before)
    columns = {name: value for name, value in _columns(then).items() if value != known[name]}
    columns["updated_at"] = then.updated_at
    if then.answered_seq != before.answered_seq or then.state is not before.state:
        # Whatever was to be answered is answered, or out of place.
        columns |= {"turn_until": None, "turn_failures": 0}
    if then.epoch != before.epoch:
        columns["lease_until"] = None  # it ends with the ownership
    if then.packet is not before.packet:
        columns["packet"] = packet_to_json(then.packet)
    if then.queued_at != before.queued_at:
        rank = then.priority.rank if then.priority else None
        columns |= {"priority_rank": rank, "rank": rank, "ages_at": None}
    return columns


def _columns(it: Conversation) -> dict[str, Any]:
    offer = it.offer
    return {
        "state": it.state,
        "language": it.language,
        "said_seq": it.said_seq,
        "answered_seq": it.answered_seq,
        "owner_id": it.owner.id if it.owner else None,
        "owner_name": it.owner.name if it.owner else None,
        "epoch": it.epoch,
        "team": it.team,
        "waiting_since": it.waiting_since,
        "queued_at": it.queued_at,
        "offered_to": offer.agent.id if offer else None,
        "offered_name": offer.agent.name if offer else None,
        "offer_until": offer.until if offer else None,
        "offer_why": dict(offer.why) if offer else None,
        "declined": sorted(it.round.declined),
        "declined_at": it.round.at,
        "last_agent_id": it.last_agent.id if it.last_agent else None,
        "last_agent_name": it.last_agent.name if it.last_agent else None,
        "snoozed_until": it.snoozed_until,
        "email": it.contact.email,
        "phone": it.contact.phone,
        "call_back_at": it.contact.call_back_at,
        "followers": sorted(it.followers),
        **_promised(it),
        "accepted_at": it.accepted_at,
        "closed_at": it.closed_at,
        "close_reason": it.close_reason,
        "preview": it.preview,
        "tags": list(it.tags),
    }


def _promised(it: Conversation) -> dict[str, Any]:
    return {
        "person_since": it.owed.person_since,
        "answer_since": it.owed.answer_since,
        "answered": it.owed.answered,
        "first_response_due": it.due.first_response,
        "next_response_due": it.due.next_response,
        "resolution_due": it.due.resolution,
        "due_at": it.due.first or it.waiting_since,
    }
