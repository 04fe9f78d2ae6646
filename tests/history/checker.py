"""Decides from what was sent, acknowledged, heard and stored whether a promise was broken.

The histories are those of Jepsen's checkers (Kingsbury, 2014): each message is invoked and ends
as ok (acknowledged), fail (refused) or unknown (nobody can say).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

SPEAKS = frozenset({"assistant_said", "assistant_failed"})
ENDS = frozenset({"handed_back", "agent_vanished", "transferred", "snoozed", "closed"})


class Outcome(StrEnum):
    """How a sent message ended for its sender."""

    OK = "ok"
    FAIL = "fail"
    UNKNOWN = "unknown"


class Broken(StrEnum):
    """The promises."""

    LOST = "acknowledged, but not in the log"
    DOUBLED = "more than once in the log"
    UNREAL = "refused, but in the log"
    REORDERED = "in another order than it was said"
    GAP = "a seq is missing"
    ANSWERED_TWICE = "answered more than once"
    UNANSWERED = "never answered"
    MISHEARD = "a device heard something else than what the log says"
    TWO_OWNERS = "somebody spoke who did not own the conversation"
    BOT_OVER_PERSON = "the assistant spoke while a person owned the conversation"


@dataclass(frozen=True, slots=True)
class Sent:
    """A message as its sender knows it; `seq` is what the acknowledgement said.

    An agent's names the epoch under which it was sent.
    """

    message: str
    outcome: Outcome
    seq: int | None = None
    epoch: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """One conversation: what was sent one after another, what the log says, what was heard."""

    conversation: str
    sent: Sequence[Sent]
    log: Sequence[Json]
    heard: Sequence[Sequence[Json]] = field(default=())


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken promise, with where."""

    broken: Broken
    conversation: str
    where: object


def check(histories: Iterable[History]) -> list[Violation]:
    """Every violation in every conversation; an empty list is what we want."""
    return [
        Violation(broken, history.conversation, where)
        for history in histories
        for rule in RULES
        for broken, where in rule(history)
    ]


Found: TypeAlias = Iterator[tuple[Broken, object]]


def _said(history: History) -> dict[str, list[int]]:
    """Where each of the sender's messages stands in the log."""
    places: dict[str, list[int]] = {sent.message: [] for sent in history.sent}
    for event in history.log:
        if event["type"] == "customer_said":
            places.setdefault(event["client_message_id"], []).append(event["seq"])
    return places


def _acknowledged(history: History) -> Found:
    places = _said(history)
    for sent in history.sent:
        match sent.outcome:
            case Outcome.OK if sent.seq not in places[sent.message]:
                yield Broken.LOST, sent
            case Outcome.FAIL if places[sent.message]:
                yield Broken.UNREAL, sent
            case _:
                pass
    for message, seqs in places.items():
        if len(seqs) > 1:
            yield Broken.DOUBLED, message


def _ordered(history: History) -> Found:
    """A sender who waits for each acknowledgement finds the log in the same order."""
    places = _said(history)
    seqs = [places[sent.message][0] for sent in history.sent if places[sent.message]]
    if seqs != sorted(seqs):
        yield Broken.REORDERED, seqs


def _gapless(history: History) -> Found:
    seqs = [event["seq"] for event in history.log]
    if seqs != list(range(1, len(seqs) + 1)):
        yield Broken.GAP, seqs


def _answered(history: History) -> Found:
    """Once, if it was said to the assistant; what a person was asked to see needs no answer."""
    answers = Counter(event["in_reply_to"] for event in history.log if event["type"] in SPEAKS)
    with_assistant = True
    for event in history.log:
        asked = event["type"] == "customer_said" and with_assistant
        if asked and not answers[event["seq"]] and not _taken_over(history, event["seq"]):
            yield Broken.UNANSWERED, event["seq"]
        if event["type"] == "human_asked":
            with_assistant = False
        if event["type"] in {"handed_back", "returned_to_assistant"}:
            with_assistant = True
    for seq, times in answers.items():
        if times > 1:
            yield Broken.ANSWERED_TWICE, seq


def _taken_over(history: History, seq: int) -> bool:
    """A person was asked for, or the end came, before the assistant got to it."""
    later = (event for event in history.log if event["seq"] > seq)
    return any(event["type"] in {"human_asked", "closed"} for event in later)


def _heard(history: History) -> Found:
    """Every device ends with the log, each event once and in order."""
    for device, heard in enumerate(history.heard):
        if [event["seq"] for event in heard] != [event["seq"] for event in history.log]:
            yield Broken.MISHEARD, device


def _owned(history: History) -> Found:
    owner: object = None
    for event in history.log:
        speaker = (event.get("agent") or {}).get("name")
        match event["type"]:
            case "agent_accepted":
                if owner is not None:
                    yield Broken.TWO_OWNERS, event["seq"]
                owner = speaker
            case "taken_over":
                owner = event["by"]["name"]
            case "agent_said" if speaker != owner:
                yield Broken.TWO_OWNERS, event["seq"]
            case kind if kind in SPEAKS and owner is not None:
                yield Broken.BOT_OVER_PERSON, event["seq"]
            case kind if kind in ENDS:
                owner = None
            case _:
                pass


RULES = (_acknowledged, _ordered, _gapless, _answered, _heard, _owned)
