"""The rows, as the migrations make them."""

from handoff.storage.tables.base import Base, Instant
from handoff.storage.tables.composing import CannedReplyRow, ReplyDraftRow
from handoff.storage.tables.conversations import ConversationRow
from handoff.storage.tables.help import ArticleVoteRow, GuideProgressRow, PageVoteRow, RatingRow
from handoff.storage.tables.log import (
    PASSES_ON,
    SAID,
    SHOWS_ARTICLE,
    AttachmentRow,
    EventRow,
    ReceiptRow,
    SealedTextRow,
)
from handoff.storage.tables.mail import MailRow, ReturnLinkRow
from handoff.storage.tables.oversight import (
    AccessRow,
    ChangeRow,
    CrisisNoticeRow,
    PlaybookTimerRow,
    SurgeChangeRow,
    SurgeRow,
)
from handoff.storage.tables.people import (
    AgentRow,
    CustomerRow,
    SavedViewRow,
    SessionRow,
    SpentTokenRow,
)

__all__ = [
    "PASSES_ON",
    "SAID",
    "SHOWS_ARTICLE",
    "AccessRow",
    "AgentRow",
    "ArticleVoteRow",
    "AttachmentRow",
    "Base",
    "CannedReplyRow",
    "ChangeRow",
    "ConversationRow",
    "CrisisNoticeRow",
    "CustomerRow",
    "EventRow",
    "GuideProgressRow",
    "Instant",
    "MailRow",
    "PageVoteRow",
    "PlaybookTimerRow",
    "RatingRow",
    "ReceiptRow",
    "ReplyDraftRow",
    "ReturnLinkRow",
    "SavedViewRow",
    "SealedTextRow",
    "SessionRow",
    "SpentTokenRow",
    "SurgeChangeRow",
    "SurgeRow",
]
