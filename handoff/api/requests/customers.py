"""What customers send."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    Field,
    StringConstraints,
    model_validator,
)

from handoff.api.requests.fields import (
    ArticleSlug,
    ChoiceId,
    Comment,
    Files,
    GuideName,
    Line,
    PageUrl,
    Request,
    Said,
    no_nul,
)
from handoff.domain.events import Channel
from handoff.domain.people import Language


class OpenSession(Request):
    """Open a chat; `identity` is the platform's JWT of a signed-in customer."""

    channel: Channel
    identity: Annotated[str, StringConstraints(min_length=1, max_length=4096)] | None = None
    language: Language = Language.EN
    page_url: PageUrl | None = None


class SendMessage(Request):
    """Say something: a text, files, both; or the id of a button, or the slug of a guide."""

    client_message_id: UUID
    text: Said | None = None
    attachments: Files = ()
    choice: ChoiceId | None = None
    guide: GuideName | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        written = self.text if self.text is not None else self.attachments or None
        if [written, self.choice, self.guide].count(None) != 2:
            raise ValueError("exactly one of text, choice and guide must be given, or attachments")
        if self.attachments and (self.choice or self.guide):
            raise ValueError("attachments go with a text or alone")
        return self


class LeaveAddress(Request):
    """Where the answer is to go if the customer is away."""

    address: Line


class WantCall(Request):
    """Be called at one of the times that are free."""

    at: AwareDatetime
    phone: Annotated[str, StringConstraints(min_length=1, max_length=40), AfterValidator(no_nul)]


class ComeBack(Request):
    """What a link in a mail ends with."""

    token: Annotated[str, StringConstraints(min_length=1, max_length=128), AfterValidator(no_nul)]


class TickStep(Request):
    """Whether a step of a guide is done."""

    done: bool


class VoteOnArticle(Request):
    """Whether an article that was shown answered the question."""

    slug: ArticleSlug
    helpful: bool


class RateConversation(Request):
    """How it was: satisfaction 1 to 5, effort 1 (hard) to 7 (easy), and why."""

    csat: Annotated[int, Field(ge=1, le=5, strict=True)]
    effort: Annotated[int, Field(ge=1, le=7, strict=True)] | None = None
    comment: Comment | None = None
