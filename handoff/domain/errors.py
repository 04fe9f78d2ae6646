"""What can be refused, each with the stable code the API shows."""

from typing import ClassVar

from handoff.domain.failure import Failure


class Refused(Exception):  # a refusal is an answer, not an error of ours
    """Something was asked for that the rules do not allow."""

    code: ClassVar[str] = "refused"


class Unknown(Refused):
    """It does not exist, or is not yours: the two look alike."""

    code = "not_found"


class NotAllowedNow(Refused):
    """The conversation's state does not allow this event."""

    code = "not_allowed_now"


class Conflict(Refused):
    """Somebody else changed the conversation first."""

    code = "conflict"


class AlreadyClaimed(Conflict):
    """Another agent owns the conversation."""

    code = "already_claimed"


class StaleEpoch(Conflict):
    """The writer's knowledge of who owns the conversation is out of date."""

    code = "stale_epoch"


class NotOwner(Conflict):
    """Only the agent who owns the conversation may do this."""

    code = "not_owner"


class AtCapacity(Conflict):
    """The agent has as many conversations as their capacity allows."""

    code = "at_capacity"


class NotThere(Conflict):
    """The agent who is to get the conversation takes no chats now."""

    code = "not_there"


class MessageIdReused(Conflict):
    """The same message id came with another body."""

    code = "message_id_reused"


class AlreadyRated(Conflict):
    """The conversation was rated, and otherwise."""

    code = "already_rated"


class UnknownChoice(Refused):
    """The button was never issued in this conversation."""

    code = "unknown_choice"


class UnknownAttachment(Refused):
    """The file was never uploaded by this sender, or was sent already: the two look alike."""

    code = "unknown_attachment"


class TooLarge(Refused):
    """A file is larger than we take."""

    code = "too_large"


class UnsupportedFile(Refused):
    """A file is of a kind that we do not take, or is not what it seems."""

    code = "unsupported_file"


class NotSignedIn(Refused):
    """No valid session or credentials."""

    code = "not_signed_in"


class InvalidIdentity(Refused):
    """The platform's token is not acceptable."""

    code = "invalid_identity"


class InvalidSignature(Refused):
    """A webhook is not signed by the platform, or was signed too long ago."""

    code = "invalid_signature"


class Invalid(Refused):
    """Input breaks a rule; `field` names where."""

    code = "invalid"

    def __init__(self, field: str, rule: str, kind: str = "invalid") -> None:
        """Keep them apart: a form shows the rule at the field, by `kind` in its own words."""
        super().__init__(f"{field}: {rule}")
        self.field, self.rule, self.kind = field, rule, kind


class Unavailable(Refused):
    """What this needs is not there now; nothing was stored, and a repeat is safe."""

    code = "unavailable"


class Forbidden(Refused):
    """Signed in, but without the role that this needs."""

    code = "forbidden"


class AssistantUnavailable(Exception):  # a state of the other side
    """The assistant has no answer; `away` when it has had none for anybody for a while."""

    def __init__(self, why: Failure, *, away: bool = False) -> None:
        """Keep what a caller decides by."""
        super().__init__(why)
        self.why, self.away = why, away


class TooMany(Refused):
    """A documented rate limit was reached."""

    code = "too_many_requests"
