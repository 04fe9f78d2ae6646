"""What agents are given to compose with."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from handoff.api.answers import Answer, BothLanguages, Owner
from handoff.domain.canned import Variable
from handoff.domain.drafting import Maker
from handoff.domain.events import CloseReason
from handoff.domain.people import Language
from handoff.domain.tone import ToneKind


class StepsAnswer(Answer):
    """What a macro does after its words."""

    tags: tuple[str, ...]
    close: CloseReason | None
    snooze_s: float | None


class CannedReplyAnswer(Answer):
    """A reply written in advance; `changeable` by whoever asks."""

    id: UUID
    shortcut: str
    title: str
    text: BothLanguages
    scope: Literal["own", "team", "everybody"]
    team: str | None
    steps: StepsAnswer
    changeable: bool
    changed_at: datetime
    changed_by: Owner


class CannedRepliesAnswer(Answer):
    """All that an agent may use, what the texts may name, and the teams there are."""

    replies: tuple[CannedReplyAnswer, ...]
    variables: tuple[Variable, ...]
    teams: tuple[str, ...]


class OneCannedReply(Answer):
    """The reply as it is now."""

    reply: CannedReplyAnswer


class SourceAnswer(Answer):
    """Where something in a draft comes from: a payout's state, or an article."""

    kind: Literal["payout", "article"]
    reference: str | None = None
    state: str | None = None
    slug: str | None = None
    title: str | None = None
    url: str | None = None
    passage: str | None = None


class ReplyDraft(Answer):
    """Words for the agent to read and change, in the customer's language; nobody has got them."""

    id: UUID
    language: Language
    text: str
    maker: Maker
    sources: tuple[SourceAnswer, ...]


class DraftAnswer(Answer):
    """A draft of a reply."""

    draft: ReplyDraft


class ToneFindingAnswer(Answer):
    """A place in the text (UTF-16 units, as browsers count), why, and what to say instead."""

    kind: ToneKind
    start: int
    end: int
    quote: str
    hint: str
    explanation: BothLanguages


class ToneAnswer(Answer):
    """What is worth a second look; none of it keeps anybody from sending."""

    findings: tuple[ToneFindingAnswer, ...]


class ValuesAnswer(Answer):
    """What the variables stand for in a conversation, in each language; null: nobody knows."""

    de: dict[Variable, str | None]
    en: dict[Variable, str | None]
