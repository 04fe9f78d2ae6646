"""Parts of a message."""

from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from handoff.domain.attachments import AttachedFile
from handoff.domain.drafting import Maker
from handoff.domain.messages import ArticleLink, GuideCard, PayoutCard, PlatformLink


class Shown(BaseModel):
    """Exactly these fields."""

    model_config = ConfigDict(extra="forbid")


class ShownText(Shown):
    """Plain text, never markup; line breaks count."""

    kind: Literal["text"]
    text: str


class ShownChoice(Shown):
    """A button; sending its id back presses it."""

    id: str
    title: str


class ShownChoices(Shown):
    """Buttons under a text."""

    kind: Literal["choices"]
    choices: tuple[ShownChoice, ...]


class ShownPayout(Shown):
    """A payout card."""

    kind: Literal["payout"]
    payout: PayoutCard


class ShownArticle(Shown):
    """An article and its page."""

    kind: Literal["article"]
    article: ArticleLink


class ShownGuide(Shown):
    """A guide with its steps as they stood; GET /v1/guides/{guide} says how they stand now."""

    kind: Literal["guide"]
    guide: GuideCard


class ShownAttachment(Shown):
    """A file; `…/attachments/{id}` gives its bytes, `…/preview` a small picture of a picture."""

    kind: Literal["attachment"]
    attachment: AttachedFile


class ShownLinks(Shown):
    """Ways to pages of the platform, each for something the customer can do there."""

    kind: Literal["links"]
    links: tuple[PlatformLink, ...]


Part: TypeAlias = Annotated[
    ShownText
    | ShownChoices
    | ShownPayout
    | ShownArticle
    | ShownGuide
    | ShownLinks
    | ShownAttachment,
    Field(discriminator="kind"),
]


class ShownAgent(Shown):
    """Who of the team; the id is for agents only."""

    name: str
    id: UUID | None = None


class Head(Shown):
    """What every event has; `seq` has no gaps."""

    conversation: UUID
    seq: Annotated[int, Field(ge=1)]
    at: str
    origin: Literal["customer", "assistant", "agent", "system"]


class ShownDraftUse(Shown):
    """That a message began as a draft made for the agent, and whether its words were changed."""

    id: UUID
    maker: Maker
    edited: bool
    sources: tuple[str, ...]
