"""Lets customers in: visitors, and customers the platform vouches for."""

from dataclasses import dataclass

from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import NotSignedIn, Unknown
from handoff.domain.events import Channel, Closed, CloseReason, Started
from handoff.domain.ids import ConversationId
from handoff.domain.masking import mask
from handoff.domain.people import Customer, Identity, Language
from handoff.ports import Identities, OpenWork, Tokens, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Somebody opens a chat. `visitor_token` is their session from before they signed in."""

    channel: Channel
    language: Language
    page_url: str | None
    identity_token: str | None
    visitor_token: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A session with the customer it speaks for and the conversation it goes on with."""

    token: str
    customer: Customer
    conversation: Conversation
    changed: tuple[ConversationId, ...] = ()
    """Others whose devices should look: they ended, go on here, or are somebody else's now."""


@dataclass(frozen=True, slots=True)
class Reception:
    """Exchanges tokens for sessions that can be revoked."""

    open_work: OpenWork
    identities: Identities
    tokens: Tokens
    session_ttl_s: float

    async def admit(self, arrival: Arrival) -> Visit:
        """A new session; a signed-in customer finds their open conversation."""
        identity = self.identities.check(arrival.identity_token) if arrival.identity_token else None
        token = self.tokens()
        async with self.open_work() as work:
            customer = await _customer(work, identity, arrival.language)
            merged: tuple[ConversationId, ...] = ()
            if identity is not None and arrival.visitor_token is not None:
                merged = await _merge(work, arrival.visitor_token, customer)
            conversation = await _conversation(work, customer, arrival)
            await work.sessions.open(token, customer.id, self.session_ttl_s)
        continued = (conversation.previous,) if conversation.previous else ()
        changed = tuple(dict.fromkeys((*merged, *continued)))
        return Visit(token=token, customer=customer, conversation=conversation, changed=changed)

    async def come_back(self, link: str) -> Visit:
        """A visitor returns by a link that was mailed to them; it works once."""
        token = self.tokens()
        async with self.open_work() as work:
            named = await work.return_links.spend(link)
            if named is None:
                raise Unknown("token: was used, is too old or never was")
            conversation = await work.reads.conversation(named)
            customer = await work.customers.customer(conversation.customer)
            if customer.verified:  # they signed in since: from then on only their sign-in counts
                raise Unknown("token: was used, is too old or never was")
            everything = await work.reads.of_customer(customer.id)
            await work.sessions.open(token, customer.id, self.session_ttl_s)
        return Visit(token=token, customer=customer, conversation=everything[0])

    async def resume(self, token: str) -> Visit:
        """The session as it stands; NotSignedIn when it ended."""
        async with self.open_work() as work:
            customer = await work.customers.of_session(token)
            if customer is None:
                raise NotSignedIn("the session has ended or never was")
            everything = await work.reads.of_customer(customer.id)
        return Visit(token=token, customer=customer, conversation=everything[0])

    async def leave(self, token: str) -> None:
        """End the session; its sockets close."""
        async with self.open_work() as work:
            await work.sessions.end(token)


async def _customer(work: Work, identity: Identity | None, language: Language) -> Customer:
    if identity is None:
        return await work.customers.visitor(language)
    await work.customers.spend(identity)
    return await work.customers.known(identity, identity.language or language)


async def _conversation(work: Work, customer: Customer, arrival: Arrival) -> Conversation:
    current = await work.conversations.open_of(customer.id)
    if current is not None:
        return current
    before = await work.reads.of_customer(customer.id)
    started = Started(
        channel=arrival.channel,
        language=customer.language if customer.verified else arrival.language,
        page_url=mask(arrival.page_url).text if arrival.page_url else None,
        previous=before[0].id if before else None,
    )
    return await work.conversations.start(customer.id, started)


async def _merge(work: Work, visitor_token: str, customer: Customer) -> tuple[ConversationId, ...]:
    """What the visitor said becomes the customer's; a customer has one open conversation.

    Names those that ended or changed hands.
    """
    visitor = await work.customers.of_session(visitor_token)
    if visitor is None or visitor.verified:
        return ()
    await work.sessions.end(visitor_token)
    mine = await work.conversations.open_of(customer.id)
    moved = await work.reads.of_customer(visitor.id)
    for theirs in moved:
        if mine is not None and theirs.state is not State.CLOSED:
            await _elsewhere(work, theirs if _stays(mine, theirs) else mine)
        await work.conversations.move(theirs.id, customer.id)
    await work.guides.move(visitor.id, customer.id)
    await work.votes.move(visitor.id, customer.id)
    await work.attachments.move(visitor.id, customer.id)
    return (*((mine.id,) if mine else ()), *(theirs.id for theirs in moved))


def _stays(mine: Conversation, theirs: Conversation) -> bool:
    """Whoever waits keeps their place, and what was said goes before what is still empty."""
    if mine.state is not State.BOT or theirs.state is not State.BOT:
        return mine.state is not State.BOT
    return mine.said_seq > 0 or theirs.said_seq == 0


async def _elsewhere(work: Work, loser: Conversation) -> None:
    locked = await work.conversations.locked(loser.id)
    end = Closed(by="system", reason=CloseReason.SIGNED_IN_ELSEWHERE)
    await work.conversations.append(locked, end)
