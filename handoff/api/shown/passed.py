"""How a case goes from hand to hand."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from handoff.api.shown.parts import Head, ShownAgent
from handoff.domain.events import CloseReason
from handoff.domain.packet import Packet, Reason
from handoff.domain.queueing import DeclineReason, WakeReason


class HumanAsked(Head):
    """A person was asked for; rule and packet are for agents only."""

    type: Literal["human_asked"]
    reason: Reason
    case_number: str
    rule: str | None = None
    packet: Packet | None = None


class Bare(Head):
    """Events that say it all by their type; `internal` stands for what only agents see."""

    type: Literal["returned_to_assistant", "internal"]


class Passed(Head):
    """The conversation came to an agent or left them."""

    type: Literal["agent_accepted", "handed_back", "agent_vanished"]
    agent: ShownAgent


class Offered(Head):
    """An agent was asked to take it; only agents get it."""

    type: Literal["offered"]
    agent: ShownAgent
    until: datetime
    why: Mapping[str, str]


class OfferDeclined(Head):
    """They did not want it; only agents get it."""

    type: Literal["offer_declined"]
    agent: ShownAgent
    reason: DeclineReason


class Watched(Head):
    """An offer lapsed, or an agent began or ceased to follow; only agents get it."""

    type: Literal["offer_lapsed", "followed", "unfollowed"]
    agent: ShownAgent


class Transferred(Head):
    """An agent passed it on; to whom is for agents only."""

    type: Literal["transferred"]
    by: ShownAgent
    to_team: str | None = None
    to_agent: ShownAgent | None = None


class TakenOver(Head):
    """A lead took it; from whom is for agents only."""

    type: Literal["taken_over"]
    by: ShownAgent
    agent: ShownAgent | None


class Snoozed(Head):
    """An agent put it off: to a time, or (null) until the customer writes."""

    type: Literal["snoozed"]
    agent: ShownAgent
    until: datetime | None


class EmailLeft(Head):
    """The customer left an address to which answers go while they are away."""

    type: Literal["email_left"]
    address: str


class CallBackWanted(Head):
    """The customer is called at a time; until then the case rests."""

    type: Literal["call_back_wanted"]
    call_at: datetime
    phone: str


class Woken(Head):
    """It is to be worked on again; only agents get it."""

    type: Literal["woken"]
    why: WakeReason


class Tagged(Head):
    """Its tags were changed; only agents get it."""

    type: Literal["tagged"]
    agent: ShownAgent
    added: tuple[str, ...]
    removed: tuple[str, ...]


class Closed(Head):
    """The conversation ended."""

    type: Literal["closed"]
    by: Literal["agent", "customer", "system"]
    reason: CloseReason
