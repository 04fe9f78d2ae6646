"""Rasa, behind our own channel: turns go out, answers and markers come in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from aiohttp import ClientConnectionError, ClientError, ClientSession, ClientTimeout
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from handoff.domain.errors import AssistantUnavailable
from handoff.domain.failure import Failure
from handoff.domain.guides import StepDone
from handoff.domain.messages import (
    Article,
    ArticleLink,
    Choice,
    Choices,
    Entity,
    GuideCard,
    Part,
    Payout,
    PayoutCard,
    PlatformLink,
    PlatformLinks,
    ShownGuide,
    Text,
    Understanding,
)
from handoff.domain.packet import Reason
from handoff.domain.people import Language
from handoff.domain.votes import ArticleVote
from handoff.ports import Answer, Turn
from payouts.pages import leads_to

NUL = rb"\u0000"
"""As JSON writes it. No text in PostgreSQL can hold it: such an answer could never be stored."""

COMMAND_START = re.compile(r"^\s*/[\s/]*")
"""Slashes and spaces in any order: what one slash hides behind may be another."""

HARMLESS_SLASH = "\N{FRACTION SLASH}"
"""Stands for them on the way: Rasa sees no command, our channel sees that one was typed."""


GuideName = Annotated[str, StringConstraints(min_length=1, max_length=40)]


class _Lenient(BaseModel):
    """Rasa may say more than we need."""

    model_config = ConfigDict(extra="ignore")


class _Button(_Lenient):
    title: str
    payload: str


class _Handoff(_Lenient):
    reason: Reason
    rule: str | None = None


class _GuideStep(_Lenient):
    guide: GuideName
    step: GuideName
    done: bool = True


class _ArticleVote(_Lenient):
    slug: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    language: Language
    helpful: bool


class _Link(_Lenient):
    title: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    url: str


class _Custom(_Lenient):
    handoff: _Handoff | None = None
    payout: PayoutCard | None = None
    article: ArticleLink | None = None
    guide: GuideCard | None = None
    links: tuple[_Link, ...] = ()
    guide_step: _GuideStep | None = None
    article_vote: _ArticleVote | None = None
    language: Language | None = None


class _Reply(_Lenient):
    text: str | None = None
    buttons: tuple[_Button, ...] = ()
    custom: _Custom | None = None


class _Understanding(_Lenient):
    intent: str | None = None
    confidence: float = 0.0
    entities: tuple[Entity, ...] = ()
    slots: dict[str, Any] = Field(default_factory=dict)


class _Response(_Lenient):
    replies: tuple[_Reply, ...]
    understanding: _Understanding | None = None


@dataclass(frozen=True, slots=True)
class RasaAssistant:
    """Asks one Rasa server; a repeat of a turn is answered from its tracker."""

    http: ClientSession
    url: str
    secret: str
    timeout_s: float
    platform: str | None = None
    """The base of the platform's pages; links lead there and nowhere else."""

    async def answer(self, turn: Turn) -> Answer:
        """AssistantUnavailable for everything that is not an answer, the empty one included."""
        try:
            async with self.http.post(
                f"{self.url}/webhooks/lotse/turn",
                json=_request(turn),
                headers={"Authorization": f"Bearer {self.secret}"},
                timeout=ClientTimeout(total=self.timeout_s),
            ) as response:
                if response.status != 200:
                    raise AssistantUnavailable(Failure.UNREACHABLE)
                body = await response.read()
        except TimeoutError as error:
            raise AssistantUnavailable(Failure.TIMEOUT) from error
        except (ClientConnectionError, ClientError) as error:
            raise AssistantUnavailable(Failure.UNREACHABLE) from error
        return _answer(body, turn.seq, self.platform)


def _request(turn: Turn) -> dict[str, Any]:
    customer = turn.customer
    choice = turn.said.choice
    said = {"payload": choice.payload} if choice else {"text": _as_text(turn)}
    return {
        "sender": str(turn.conversation.id),
        "message_id": f"{turn.conversation.id}:{turn.seq}",
        **said,
        "metadata": {
            "language": turn.said.language,
            "channel": turn.conversation.channel,
            "page_url": turn.conversation.page_url,
            "customer": {
                "sub": customer.sub,
                "kind": customer.kind,
                "verified": customer.verified,
                "name": customer.name,
            },
            "guides": _ticked(turn),
        },
    }


def _ticked(turn: Turn) -> dict[str, list[str]]:
    """The steps a customer has ticked, by guide."""
    ticked: dict[str, list[str]] = {}
    for tick in turn.ticks:
        ticked.setdefault(tick.guide, []).extend([tick.step] if tick.done else [])
    return ticked


def _as_text(turn: Turn) -> str:
    """What was typed, never as a command: Rasa reads a leading slash as one."""
    text = "\n".join(part.text for part in turn.said.parts if isinstance(part, Text)).strip()
    return COMMAND_START.sub(HARMLESS_SLASH, text)


def _answer(body: bytes, seq: int, platform: str | None) -> Answer:
    try:
        response = _Response.model_validate_json(body)
    except ValidationError as error:
        raise AssistantUnavailable(Failure.EMPTY) from error
    if NUL in body:
        raise AssistantUnavailable(Failure.EMPTY)
    parts = tuple(_parts(response.replies, seq, platform))
    customs = [reply.custom for reply in response.replies if reply.custom]
    handoff = next((custom.handoff for custom in customs if custom.handoff), None)
    steps = [custom.guide_step for custom in customs if custom.guide_step]
    vote = next((custom.article_vote for custom in customs if custom.article_vote), None)
    if not parts and handoff is None:
        # HTTP 200 without a word: that is how Rasa says that an action or its database failed.
        raise AssistantUnavailable(Failure.EMPTY)
    return Answer(
        parts=parts,
        understanding=_understood(response.understanding),
        asks_human=(handoff.reason, handoff.rule) if handoff else None,
        steps=tuple(StepDone(**it.model_dump()) for it in steps),
        vote=ArticleVote(**vote.model_dump()) if vote else None,
        language=next((custom.language for custom in customs if custom.language), None),
    )


def _parts(replies: Iterable[_Reply], seq: int, platform: str | None) -> Iterator[Part]:
    """Buttons get ids of ours; what they mean never leaves the server."""
    for place, reply in enumerate(replies):
        if reply.text:
            yield Text(text=reply.text)
        if reply.buttons:
            yield Choices(
                choices=tuple(
                    Choice(id=f"{seq}-{place}-{n}", title=button.title, payload=button.payload)
                    for n, button in enumerate(reply.buttons)
                )
            )
        if reply.custom:
            yield from _cards(reply.custom)
            yield from _links(reply.custom.links, platform)


def _cards(custom: _Custom) -> Iterator[Part]:
    if custom.payout:
        yield Payout(payout=custom.payout)
    if custom.article:
        yield Article(article=custom.article)
    if custom.guide:
        yield ShownGuide(guide=custom.guide)


def _links(links: Iterable[_Link], platform: str | None) -> Iterator[Part]:
    """Only ways to the platform's own pages; whatever leads elsewhere is dropped."""
    own = tuple(
        PlatformLink(title=link.title, url=link.url)
        for link in links
        if platform is not None and leads_to(platform, link.url)
    )
    if own:
        yield PlatformLinks(links=own)


def _understood(understanding: _Understanding | None) -> Understanding | None:
    if understanding is None:
        return None
    return Understanding(
        intent=understanding.intent,
        confidence=understanding.confidence,
        entities=understanding.entities,
        slots=understanding.slots,
    )
