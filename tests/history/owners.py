"""Decides from stored logs and acknowledged writes whether a case ever had two owners.

It replays the logs by rules of its own: it would be no judge if it asked the code it judges.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


class Fault(StrEnum):
    """The promises about ownership."""

    TWO_OWNERS = "accepted while somebody else had it"
    NOT_ASKED = "accepted while somebody else was asked"
    NOT_OWNER = "done in the name of an owner who was not"
    STALE = "written under an epoch that had ended"
    LOST = "acknowledged, but not in the log"
    DOUBLED = "written more than once"
    GAP = "a seq is missing"
    BOT_OVER_PERSON = "the assistant spoke while a person owned the conversation"


@dataclass(frozen=True, slots=True)
class Written:
    """An agent's message that was acknowledged, with the epoch it named."""

    conversation: str
    message: str
    agent: str
    epoch: int
    seq: int


@dataclass(frozen=True, slots=True)
class Wrong:
    """A broken promise, with where."""

    fault: Fault
    conversation: str
    seq: object


@dataclass(slots=True)
class _Case:
    """Who has it, who is asked, and which epoch the current owner has written under."""

    owner: str | None = None
    asked: str | None = None
    epoch: int | None = None
    last_epoch: int = -1

    def passes_to(self, owner: str | None) -> None:
        """To somebody, or to nobody."""
        self.last_epoch = max(self.last_epoch, self.epoch if self.epoch is not None else -1)
        self.owner, self.asked, self.epoch = owner, None, None

    def is_stale(self, epoch: int) -> bool:
        """Every write of one ownership names one epoch, and a later one than before it."""
        if self.epoch is None and epoch > self.last_epoch:
            self.epoch = epoch
        return self.epoch != epoch


RELEASES = {
    "transferred": "by",
    "handed_back": "agent",
    "snoozed": "agent",
    "agent_vanished": "agent",
}
"""What ends an ownership, and which field says whose."""

ENDS = frozenset(RELEASES) | {"taken_over", "closed", "returned_to_assistant"}
ASKS = frozenset({"offered", "offer_declined", "offer_lapsed"})
ASSISTANT = frozenset({"assistant_said", "assistant_failed"})

Log: TypeAlias = Sequence[Json]


def check(logs: Mapping[str, Log], written: Iterable[Written]) -> list[Wrong]:
    """Everything that is wrong; an empty list is what we want."""
    wrote = {it.message: it for it in written}
    found = [wrong for id_, log in logs.items() for wrong in _case(id_, log, wrote)]
    return found + list(_kept(logs, wrote))


def _case(id_: str, log: Log, wrote: Mapping[str, Written]) -> Iterator[Wrong]:
    if [event["seq"] for event in log] != list(range(1, len(log) + 1)):
        yield Wrong(Fault.GAP, id_, [event["seq"] for event in log])
    case = _Case()
    for event in log:
        for fault in _step(case, event, wrote):
            yield Wrong(fault, id_, event["seq"])


def _step(case: _Case, event: Json, wrote: Mapping[str, Written]) -> Iterator[Fault]:
    match event["type"]:
        case "agent_accepted":
            yield from _accepted(case, _who(event, "agent"))
        case "agent_said":
            yield from _said(case, event, wrote)
        case kind if kind in ASSISTANT and case.owner is not None:
            yield Fault.BOT_OVER_PERSON
        case kind if kind in ENDS:
            if kind in RELEASES and _who(event, RELEASES[kind]) != case.owner:
                yield Fault.NOT_OWNER
            case.passes_to(_who(event, "by") if kind == "taken_over" else None)
        case kind if kind in ASKS:
            case.asked = _who(event, "agent") if kind == "offered" else None


def _accepted(case: _Case, agent: str | None) -> Iterator[Fault]:
    if case.owner is not None:
        yield Fault.TWO_OWNERS
    if case.asked not in {None, agent}:
        yield Fault.NOT_ASKED
    case.passes_to(agent)


def _said(case: _Case, event: Json, wrote: Mapping[str, Written]) -> Iterator[Fault]:
    if _who(event, "agent") != case.owner:
        yield Fault.NOT_OWNER
    known = wrote.get(event["client_message_id"])
    if known is not None and case.is_stale(known.epoch):
        yield Fault.STALE


def _who(event: Json, field: str) -> str | None:
    named: str | None = (event.get(field) or {}).get("id")
    return named


def _kept(logs: Mapping[str, Log], wrote: Mapping[str, Written]) -> Iterator[Wrong]:
    """What was acknowledged is there, where it was said to be, and once."""
    places: dict[str, list[tuple[str, int]]] = {message: [] for message in wrote}
    for id_, log in logs.items():
        for event in log:
            if event["type"] == "agent_said" and event["client_message_id"] in places:
                places[event["client_message_id"]].append((id_, event["seq"]))
    for message, found in places.items():
        it = wrote[message]
        if (it.conversation, it.seq) not in found:
            yield Wrong(Fault.LOST, it.conversation, it.seq)
        if len(found) > 1:
            yield Wrong(Fault.DOUBLED, it.conversation, found)
