"""Any event at all, for Hypothesis."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from handoff.domain import (
    attachments,
    contact,
    drafting,
    events,
    messages,
    packet,
    people,
    queueing,
    tagging,
)
from handoff.domain.failure import Failure
from handoff.domain.masking import Kind
from handoff.domain.people import CustomerKind, Language

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
MAYBE = st.none() | TEXT
SEQS = st.integers(min_value=1, max_value=10**9)
INSTANTS = st.integers(0, 2**32 * 10**6).map(lambda us: EPOCH + timedelta(microseconds=us))
SURE = st.floats(min_value=0, max_value=1)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=5,
)
LANGUAGES = st.sampled_from(Language)


def some(inner: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """A few."""
    return st.lists(inner, max_size=3).map(tuple)


CHOICE = st.builds(messages.Choice, id=TEXT, title=TEXT, payload=TEXT)
STEP = st.builds(messages.PayoutCardStep, state=TEXT, at=TEXT)
CARD = st.builds(
    messages.PayoutCard,
    reference=TEXT,
    state=TEXT,
    amount=TEXT,
    since=MAYBE,
    expected_on=MAYBE,
    method=MAYBE,
    history=some(STEP),
)
LINK = st.builds(messages.ArticleLink, slug=TEXT, language=TEXT, title=TEXT, url=TEXT, passage=TEXT)
PLATFORM_LINK = st.builds(messages.PlatformLink, title=TEXT, url=TEXT)
FILE = st.builds(
    attachments.AttachedFile,
    id=st.uuids(),
    name=TEXT,
    media_type=st.sampled_from(attachments.MediaType),
    size=SEQS,
    width=st.none() | SEQS,
    height=st.none() | SEQS,
)
PART = st.one_of(
    st.builds(messages.Text, text=TEXT),
    st.builds(messages.Choices, choices=some(CHOICE)),
    st.builds(messages.Payout, payout=CARD),
    st.builds(messages.Article, article=LINK),
    st.builds(messages.PlatformLinks, links=some(PLATFORM_LINK)),
    st.builds(attachments.Attachment, attachment=FILE),
)
ENTITY = st.builds(messages.Entity, entity=TEXT, value=TEXT)
READING = st.builds(
    messages.Understanding,
    intent=MAYBE,
    confidence=SURE,
    entities=some(ENTITY),
    slots=st.dictionaries(TEXT, JSON, max_size=3),
)
TWO = st.fixed_dictionaries({"de": TEXT, "en": TEXT})
SNAPSHOT = st.builds(
    packet.PayoutSnapshot,
    reference=TEXT,
    state=TEXT,
    reason=MAYBE,
    amount=TEXT,
    currency=TEXT,
    since=INSTANTS,
    expected_on=st.none() | st.dates(),
    history=some(st.builds(packet.PayoutStep, state=TEXT, reason=MAYBE, at=INSTANTS)),
)
PACKET = st.builds(
    packet.Packet,
    reason=st.sampled_from(packet.Reason),
    rule=MAYBE,
    case_type=MAYBE,
    language=TEXT,
    urgency=st.builds(packet.Urgency, level=st.sampled_from(packet.UrgencyLevel), why=TWO),
    customer=st.builds(
        packet.PacketCustomer,
        id=st.uuids(),
        sub=MAYBE,
        kind=st.sampled_from(CustomerKind),
        name=MAYBE,
        verified=st.booleans(),
        segment=MAYBE,
        since=st.none() | st.dates(),
        time_zone=MAYBE,
    ),
    payout=st.none() | SNAPSHOT,
    identity=MAYBE,
    tax=MAYBE,
    slots=st.dictionaries(TEXT, JSON, max_size=3),
    entities=some(ENTITY),
    tried=some(
        st.builds(
            packet.Tried,
            question=TEXT,
            answer=TEXT,
            intent=MAYBE,
            confidence=st.none() | SURE,
            articles=some(TEXT),
            at=INSTANTS,
        )
    ),
    summary=TWO,
    page_url=MAYBE,
    required_skills=some(TEXT),
    priority=st.sampled_from(packet.Priority),
    explanation=TWO,
    earlier=some(
        st.builds(
            packet.Earlier,
            conversation=st.uuids(),
            case_number=TEXT,
            case_type=MAYBE,
            closed_at=st.none() | INSTANTS,
            close_reason=MAYBE,
        )
    ),
)
KINDS = some(st.sampled_from(Kind))
AGENT = st.builds(people.AgentRef, id=st.uuids(), name=TEXT)
PARTS = some(PART)
DRAFT_USE = st.builds(
    drafting.DraftUse,
    id=st.uuids(),
    maker=st.sampled_from(drafting.Maker),
    edited=st.booleans(),
    sources=some(TEXT),
)
EVENT: st.SearchStrategy[events.Event] = st.one_of(
    st.builds(queueing.Offered, agent=AGENT, until=INSTANTS, why=TWO),
    st.builds(queueing.OfferDeclined, agent=AGENT, reason=st.sampled_from(queueing.DeclineReason)),
    st.builds(queueing.Transferred, by=AGENT, to_team=MAYBE, to_agent=st.none() | AGENT),
    st.builds(queueing.TakenOver, agent=st.none() | AGENT, by=AGENT),
    st.builds(contact.EmailLeft, address=TEXT),
    st.builds(contact.CallBackWanted, call_at=INSTANTS, phone=TEXT),
    st.builds(queueing.Snoozed, agent=AGENT, until=st.none() | INSTANTS),
    st.builds(tagging.Tagged, agent=AGENT, added=some(TEXT), removed=some(TEXT)),
    st.builds(queueing.Woken, why=st.sampled_from(queueing.WakeReason)),
    *(
        st.builds(kind, agent=AGENT)
        for kind in (queueing.OfferLapsed, queueing.Followed, queueing.Unfollowed)
    ),
    st.builds(
        events.Started,
        channel=st.sampled_from(events.Channel),
        language=LANGUAGES,
        page_url=MAYBE,
        previous=st.none() | st.uuids(),
    ),
    st.builds(
        events.CustomerSaid,
        client_message_id=st.uuids(),
        parts=PARTS,
        language=LANGUAGES,
        choice=st.none() | CHOICE,
        masked=KINDS,
    ),
    st.builds(
        events.AssistantSaid, in_reply_to=SEQS, parts=PARTS, understanding=st.none() | READING
    ),
    st.builds(events.AssistantFailed, in_reply_to=SEQS, why=st.sampled_from(Failure), parts=PARTS),
    st.builds(
        events.PlaybookNoted,
        playbook=TEXT,
        move=st.sampled_from(events.PlaybookMove),
        item=MAYBE,
        agent=st.none() | AGENT,
    ),
    st.builds(events.NoticeGiven, about=SEQS, code=st.just("masked"), kinds=KINDS, parts=PARTS),
    st.builds(events.LanguageChanged, language=LANGUAGES),
    st.builds(
        events.HumanAsked,
        reason=st.sampled_from(packet.Reason),
        rule=MAYBE,
        case_number=TEXT,
        packet=PACKET,
        in_reply_to=st.none() | SEQS,
    ),
    st.builds(events.ReturnedToAssistant),
    st.builds(events.AgentAccepted, agent=AGENT),
    st.builds(
        events.AgentSaid,
        agent=AGENT,
        client_message_id=st.uuids(),
        parts=PARTS,
        masked=KINDS,
        draft=st.none() | DRAFT_USE,
    ),
    st.builds(events.NoteAdded, agent=AGENT, client_message_id=st.uuids(), text=TEXT, masked=KINDS),
    st.builds(events.HandedBack, agent=AGENT),
    st.builds(events.AgentVanished, agent=AGENT),
    st.builds(
        events.Closed,
        by=st.sampled_from(["agent", "customer", "system"]),
        reason=st.sampled_from(events.CloseReason),
    ),
)
