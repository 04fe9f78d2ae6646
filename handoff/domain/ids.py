"""Identifiers; a bare string never crosses a service boundary as one."""

from typing import NewType
from uuid import UUID

ConversationId = NewType("ConversationId", UUID)
CustomerId = NewType("CustomerId", UUID)
AgentId = NewType("AgentId", UUID)
MessageId = NewType("MessageId", UUID)
"""The sender's own id of a message; a repeat of it adds nothing."""
SavedViewId = NewType("SavedViewId", UUID)
AttachmentId = NewType("AttachmentId", UUID)
