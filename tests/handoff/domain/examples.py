"""One of everything the domain knows, for tests to vary."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from handoff.domain.contact import CallBackWanted, EmailLeft
from handoff.domain.conversation import Conversation, State
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
    NoteAdded,
    NoticeGiven,
    PlaybookMove,
    PlaybookNoted,
    ReturnedToAssistant,
    Started,
)
from handoff.domain.failure import Failure
from handoff.domain.ids import AgentId, ConversationId, CustomerId, MessageId
from handoff.domain.masking import Kind
from handoff.domain.messages import Choice, Choices, Text, Understanding
from handoff.domain.offer import Offer
from handoff.domain.packet import (
    Packet,
    PacketCustomer,
    PayoutSnapshot,
    Priority,
    Reason,
    Urgency,
    UrgencyLevel,
)
from handoff.domain.people import Agent, AgentRef, Customer, CustomerKind, Language, Role, Status
from handoff.domain.queueing import (
    DeclineReason,
    Followed,
    OfferDeclined,
    Offered,
    OfferLapsed,
    Snoozed,
    TakenOver,
    Transferred,
    Unfollowed,
    WakeReason,
    Woken,
)
from handoff.domain.tagging import Tagged

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
EARLIER = MONDAY - timedelta(hours=1)

AMIRA = AgentRef(id=AgentId(UUID(int=11)), name="Amira")
BO = AgentRef(id=AgentId(UUID(int=12)), name="Bo")
MESSAGE = MessageId(UUID(int=21))
OFFER = Offer(agent=BO, until=MONDAY + timedelta(seconds=30), why={"de": "weil", "en": "so"})
BUTTON = Choice(id="2-0-0", title="PO-70052", payload='/ask_payout_status{"x": "PO-70052"}')


def agent(ref: AgentRef = AMIRA, **changes: Any) -> Agent:
    """Somebody who helps with payouts."""
    usual = Agent(
        id=ref.id,
        name=ref.name,
        email=f"{ref.name.lower()}@lotse.example",
        role=Role.AGENT,
        languages=(Language.DE, Language.EN),
        skills=("payouts",),
        teams=("Payments",),
        capacity=5,
        status=Status.ONLINE,
    )
    return replace(usual, **changes)


def customer(**changes: Any) -> Customer:
    """A freelancer whom the platform vouches for."""
    usual = Customer(
        id=CustomerId(UUID(int=31)),
        sub="lena",
        kind=CustomerKind.FREELANCER,
        name="Lena Brandt",
        language=Language.DE,
        since=EARLIER,
    )
    return replace(usual, **changes)


def payout(**changes: Any) -> PayoutSnapshot:
    """A payout in trouble."""
    usual = PayoutSnapshot(
        reference="PO-70052",
        state="on_hold",
        reason="method_unverified",
        amount="450.75",
        currency="EUR",
        since=EARLIER,
        expected_on=date(2026, 11, 30),
        history=(),
    )
    return replace(usual, **changes)


def packet(**changes: Any) -> Packet:
    """What an agent sees of Lena's case."""
    usual = Packet(
        reason=Reason.CUSTOMER_ASKED,
        rule=None,
        case_type="ask_payout_status",
        language="de",
        urgency=Urgency(level=UrgencyLevel.NORMAL, why={"de": "weil", "en": "because"}),
        customer=PacketCustomer(
            id=CustomerId(UUID(int=31)),
            sub="lena",
            kind=CustomerKind.FREELANCER,
            name="Lena Brandt",
            verified=True,
            segment=None,
            since=None,
            time_zone=None,
        ),
        payout=payout(),
        identity="verified",
        tax="complete",
        slots={},
        entities=(),
        tried=(),
        summary={"de": "", "en": ""},
        page_url=None,
        required_skills=("payouts",),
        priority=Priority.STUCK,
        explanation={"de": "", "en": ""},
        earlier=(),
    )
    return replace(usual, **changes)


def conversation(state: State = State.BOT, **changes: Any) -> Conversation:
    """A conversation in which the customer has said one thing that is not answered yet."""
    usual = Conversation(
        id=ConversationId(UUID(int=41)),
        customer=CustomerId(UUID(int=31)),
        case_number="L-1001",
        channel=Channel.IN_APP,
        language=Language.DE,
        page_url="https://app.example/payouts",
        started_at=EARLIER,
        updated_at=EARLIER,
        as_of=MONDAY,
        state=state,
        last_seq=2,
        said_seq=2,
        answered_seq=0,
        owner=AMIRA if state is State.AGENT else None,
        packet=None if state is State.BOT else packet(),
        queued_at=None if state is State.BOT else EARLIER,
        offer=OFFER if state is State.OFFERED else None,
        epoch=3,
        waiting_since=None if state is State.BOT else EARLIER,
        preview="before",
    )
    return replace(usual, **changes)


def said(text: str = "Wo bleibt mein Geld?", language: Language = Language.DE) -> CustomerSaid:
    """The customer's words."""
    return CustomerSaid(client_message_id=MESSAGE, parts=(Text(text=text),), language=language)


def answered(
    text: str = "Es ist unterwegs.", to: int = 2, reading: Understanding | None = None
) -> AssistantSaid:
    """The assistant's words."""
    return AssistantSaid(in_reply_to=to, parts=(Text(text=text),), understanding=reading)


def every_event() -> tuple[Event, ...]:
    """One of each type."""
    return (
        Started(channel=Channel.WEB, language=Language.EN, page_url=None, previous=None),
        said(),
        answered(),
        AssistantFailed(in_reply_to=2, why=Failure.TIMEOUT, parts=(Choices(choices=(BUTTON,)),)),
        NoticeGiven(about=2, code="masked", kinds=(Kind.IBAN,), parts=(Text(text="unkenntlich"),)),
        LanguageChanged(language=Language.EN),
        HumanAsked(reason=Reason.CUSTOMER_ASKED, rule=None, case_number="L-1001", packet=packet()),
        ReturnedToAssistant(),
        EmailLeft(address="kim@example.org"),
        CallBackWanted(call_at=MONDAY + timedelta(hours=3), phone="+49301234567"),
        AgentAccepted(agent=BO),
        AgentSaid(agent=AMIRA, client_message_id=MESSAGE, parts=(Text(text="Ich schaue nach."),)),
        NoteAdded(agent=BO, client_message_id=MESSAGE, text="known customer"),
        PlaybookNoted(playbook="dispute", move=PlaybookMove.STARTED, item=None, agent=None),
        HandedBack(agent=AMIRA),
        AgentVanished(agent=AMIRA),
        Offered(agent=BO, until=MONDAY + timedelta(seconds=30), why={"de": "weil", "en": "so"}),
        OfferDeclined(agent=BO, reason=DeclineReason.BUSY),
        OfferLapsed(agent=BO),
        Transferred(by=AMIRA, to_team="Disputes"),
        TakenOver(agent=AMIRA, by=BO),
        Snoozed(agent=AMIRA, until=MONDAY + timedelta(hours=2)),
        Woken(why=WakeReason.TIME),
        Followed(agent=BO),
        Unfollowed(agent=BO),
        Tagged(agent=BO, added=("bank",), removed=("rent",)),
        Closed(by="agent", reason=CloseReason.RESOLVED),
    )


def event(kind: str) -> Event:
    """The one of a type."""
    return next(it for it in every_event() if it.type == kind)
