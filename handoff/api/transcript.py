"""Events of the log as customers and agents may see them."""

from datetime import datetime
from enum import Enum, auto
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from handoff.api import wire
from handoff.domain.briefing import Logged
from handoff.domain.contact import CallBackWanted, EmailLeft
from handoff.domain.drafting import DraftUse
from handoff.domain.events import (
    AgentAccepted,
    AgentSaid,
    AgentVanished,
    AssistantFailed,
    AssistantSaid,
    Closed,
    CloseReason,
    CustomerSaid,
    Event,
    HandedBack,
    HumanAsked,
    LanguageChanged,
    NoteAdded,
    NoticeGiven,
    PlaybookNoted,
    Started,
)
from handoff.domain.ids import ConversationId
from handoff.domain.messages import Choices, Part
from handoff.domain.packet import Reason
from handoff.domain.people import AgentRef
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

Json: TypeAlias = dict[str, Any]

FOR_AGENTS_ONLY = frozenset({CloseReason.SPAM, CloseReason.DUPLICATE})
"""What a team thinks of a case; to its customer it is simply closed."""

UNSEEN = (
    NoteAdded,
    PlaybookNoted,
    Offered,
    OfferDeclined,
    OfferLapsed,
    Woken,
    Followed,
    Unfollowed,
    Tagged,
)
"""What happens among the team only."""

_PART: TypeAdapter[Part] = TypeAdapter(Part)
_DRAFT_USE: TypeAdapter[DraftUse] = TypeAdapter(DraftUse)


class Audience(Enum):
    """For whom an event is written down."""

    CUSTOMER = auto()
    AGENTS = auto()


def event(conversation: ConversationId, logged: Logged, audience: Audience) -> Json:
    """One event; customers get a blank in place of what is for agents only.

    The blank keeps seq without gaps, which is how a client knows that it missed nothing.
    """
    it = logged.event
    head = {
        "conversation": str(conversation),
        "seq": logged.seq,
        "at": _instant(logged.at),
    }
    if audience is Audience.CUSTOMER and isinstance(it, UNSEEN):
        return {**head, "type": "internal", "origin": "system"}
    return {**head, "type": it.type, "origin": it.origin, **_body(it, audience)}


def _body(it: Event, audience: Audience) -> Json:
    match it:
        case Started(channel=channel, language=language, previous=previous):
            before = str(previous) if previous else None
            return {"channel": channel, "language": language, "previous": before}
        case CustomerSaid(client_message_id=message, parts=said, masked=kinds):
            body = {"client_message_id": str(message), "parts": parts(said)}
            return {**body, "masked": list(kinds)}
        case (
            AssistantSaid(in_reply_to=seq, parts=said)
            | AssistantFailed(in_reply_to=seq, parts=said)
        ):
            return {"in_reply_to": seq, "parts": parts(said)}
        case AgentSaid() | NoteAdded():
            return _of_agent(it, audience)
        case PlaybookNoted():
            by = _named(it.agent, audience) if it.agent else None
            return {"playbook": it.playbook, "move": it.move, "item": it.item, "agent": by}
        case _:
            return _change(it, audience)


def _change(it: Event, audience: Audience) -> Json:
    match it:
        case LanguageChanged(language=language):
            return {"language": language}
        case HumanAsked():
            return _asked(it, audience)
        case AgentAccepted(agent=agent) | HandedBack(agent=agent) | AgentVanished(agent=agent):
            return {"agent": _named(agent, audience)}
        case NoticeGiven(about=seq, code=code, kinds=kinds, parts=told):
            return {"about": seq, "code": code, "kinds": list(kinds), "parts": parts(told)}
        case Closed(by=by, reason=reason):
            hidden = audience is Audience.CUSTOMER and reason in FOR_AGENTS_ONLY
            return {"by": by, "reason": CloseReason.OTHER if hidden else reason}
        case _:
            return _passed(it, audience)


def _passed(it: Event, audience: Audience) -> Json:
    """Customers are told that somebody else comes, not who was meant to."""
    match it:
        case Transferred(by=by, to_team=team, to_agent=agent):
            told = {"by": _named(by, audience)}
            if audience is Audience.CUSTOMER:
                return told
            return {**told, "to_team": team, "to_agent": agent and _named(agent, audience)}
        case TakenOver(agent=agent, by=by):
            held = _named(agent, audience) if agent and audience is Audience.AGENTS else None
            return {"by": _named(by, audience), "agent": held}
        case Snoozed(agent=agent, until=until):
            return {"agent": _named(agent, audience), "until": _instant(until) if until else None}
        case Offered() | OfferDeclined() | OfferLapsed() | Followed() | Unfollowed() | Tagged():
            return _offered(it, audience)
        case _:
            return _reached(it)


def _reached(it: Event) -> Json:
    match it:
        case Woken(why=why):
            return {"why": why}
        case EmailLeft(address=address):
            return {"address": address}
        case CallBackWanted(call_at=at, phone=phone):
            return {"call_at": _instant(at), "phone": phone}
        case _:
            return {}


def _offered(
    it: Offered | OfferDeclined | OfferLapsed | Followed | Unfollowed | Tagged,
    audience: Audience,
) -> Json:
    told: Json = {"agent": _named(it.agent, audience)}
    match it:
        case Offered(until=until, why=why):
            return {**told, "until": _instant(until), "why": dict(why)}
        case OfferDeclined(reason=reason):
            return {**told, "reason": reason}
        case Tagged(added=added, removed=removed):
            return {**told, "added": list(added), "removed": list(removed)}
        case _:
            return told


def _instant(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")


def _of_agent(it: AgentSaid | NoteAdded, audience: Audience) -> Json:
    body = {
        "agent": _named(it.agent, audience),
        "client_message_id": str(it.client_message_id),
        "masked": list(it.masked),
    }
    if isinstance(it, NoteAdded):
        return {**body, "text": it.text}
    said = {**body, "parts": parts(it.parts)}
    if it.draft is None or audience is Audience.CUSTOMER:
        return said
    return {**said, "draft": _DRAFT_USE.dump_python(it.draft, mode="json")}


def _asked(it: HumanAsked, audience: Audience) -> Json:
    """A customer is told that a person was asked for, never what the rules think of them."""
    if audience is Audience.CUSTOMER:
        reason = Reason.RULE if it.reason is Reason.RISK else it.reason
        return {"reason": reason, "case_number": it.case_number}
    return {
        "reason": it.reason,
        "rule": it.rule,
        "case_number": it.case_number,
        "packet": wire.packet(it.packet),
    }


def _named(agent: AgentRef, audience: Audience) -> Json:
    if audience is Audience.CUSTOMER:
        return {"name": agent.name}
    return {"id": str(agent.id), "name": agent.name}


def parts(said: tuple[Part, ...]) -> list[Json]:
    """A message's parts; of a button only its id and title leave the server."""
    return [_part(part) for part in said]


def _part(part: Part) -> Json:
    if isinstance(part, Choices):
        shown = [{"id": choice.id, "title": choice.title} for choice in part.choices]
        return {"kind": "choices", "choices": shown}
    body: Json = _PART.dump_python(part, mode="json")
    return body
