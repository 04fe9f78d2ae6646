"""Values of the domain as callers get them."""

from dataclasses import asdict
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from handoff.api import answers
from handoff.domain.contact import NO_CONTACT, Contact
from handoff.domain.conversation import Conversation, State
from handoff.domain.guides import Followed, FollowedStep
from handoff.domain.packet import Packet
from handoff.domain.people import Agent, AgentRef, Customer, Language
from handoff.domain.ratings import Given
from handoff.domain.routing import Candidate
from handoff.domain.transitions import IN_LINE
from handoff.domain.views import Listed
from handoff.domain.votes import Tally
from handoff.domain.waiting import Place
from handoff.ports import FoundArticle, WholeArticle

Json: TypeAlias = dict[str, Any]

_PACKET: TypeAdapter[Packet] = TypeAdapter(Packet)


def conversation(it: Conversation, place: Place | None = None) -> answers.ConversationAnswer:
    """A conversation for its customer."""
    return answers.ConversationAnswer(**_conversation(it, place))


def earlier(it: Conversation) -> answers.EarlierAnswer:
    """A conversation beside another one."""
    return answers.EarlierAnswer(**_conversation(it, None), close_reason=it.close_reason)


def _conversation(it: Conversation, place: Place | None) -> Json:
    return {
        "id": it.id,
        "case_number": it.case_number,
        "state": _seen(it.state),
        "language": it.language,
        "channel": it.channel,
        "last_seq": it.last_seq,
        "started_at": it.started_at,
        "closed_at": it.closed_at,
        "previous": it.previous,
        "next": it.next,
        "agent": answers.NamedAgent(name=it.owner.name) if it.owner else None,
        "queue": queue(place) if place and it.state in IN_LINE else None,
        "back_by": it.snoozed_until,
        "contact": _contact(it.contact),
    }


def _contact(it: Contact) -> answers.LeftContactAnswer | None:
    if it == NO_CONTACT:
        return None
    return answers.LeftContactAnswer(email=it.email, phone=it.phone, call_back_at=it.call_back_at)


def _seen(state: State) -> State:
    """Whoever waits need not know whom we ask."""
    return State.QUEUED if state in IN_LINE else state


def queue(place: Place) -> answers.QueueAnswer:
    """What somebody waiting is told."""
    return answers.QueueAnswer(
        place=place.place,
        expected_wait_s=place.expected_wait_s,
        open=place.open,
        opens_at=place.opens_at,
        offer_email=place.offer_email,
    )


def customer(it: Customer) -> answers.CustomerAnswer:
    """A customer as they know themselves."""
    return answers.CustomerAnswer(id=it.id, kind=it.kind, name=it.name, verified=it.verified)


def agent(it: Agent) -> answers.AgentAnswer:
    """An agent as they know themselves."""
    return answers.AgentAnswer(
        id=it.id,
        name=it.name,
        email=it.email,
        role=it.role,
        languages=it.languages,
        skills=it.skills,
        teams=it.teams,
        capacity=it.capacity,
        channel_capacity=it.channel_capacity,
        levels=it.levels,
        status=it.status,
    )


def row(listed: Listed) -> answers.RowAnswer:
    """A conversation in a list."""
    it, who, packet = listed.conversation, listed.customer, listed.conversation.packet
    return answers.RowAnswer(
        id=it.id,
        case_number=it.case_number,
        state=it.state,
        epoch=it.epoch,
        customer=answers.RowCustomer(
            id=who.id, name=who.name, kind=who.kind, verified=who.verified
        ),
        language=it.language,
        channel=it.channel,
        case_type=packet.case_type if packet else None,
        reason=packet.reason if packet else None,
        rule=packet.rule if packet else None,
        priority=packet.priority if packet else None,
        urgency=packet.urgency.level if packet else None,
        required_skills=packet.required_skills if packet else (),
        preview=it.preview,
        last_seq=it.last_seq,
        started_at=it.started_at,
        waiting_since=it.waiting_since,
        updated_at=it.updated_at,
        owner=_owner(it.owner),
        offered_to=_owner(it.offer.agent) if it.offer else None,
        offer_until=it.offer.until if it.offer else None,
        last_agent=_owner(it.last_agent),
        team=it.team,
        rank=listed.rank,
        due=answers.DueAnswer(
            first_response=it.due.first_response,
            next_response=it.due.next_response,
            resolution=it.due.resolution,
        ),
        snoozed_until=it.snoozed_until,
        contact=_contact(it.contact),
        followers=tuple(sorted(it.followers)),
        close_reason=it.close_reason,
        tags=it.tags,
    )


def _owner(it: AgentRef | None) -> answers.Owner | None:
    return answers.Owner(id=it.id, name=it.name) if it else None


def colleague(it: Candidate) -> answers.ColleagueAnswer:
    """An agent as the others see them."""
    who = it.agent
    return answers.ColleagueAnswer(
        id=who.id,
        name=who.name,
        role=who.role,
        languages=who.languages,
        skills=who.skills,
        levels=who.levels,
        teams=who.teams,
        capacity=who.capacity,
        channel_capacity=who.channel_capacity,
        status=who.status,
        here=it.here,
        load=sum(it.load.values()),
    )


def packet(it: Packet | None) -> Json | None:
    """A packet for agents."""
    if it is None:
        return None
    shown: Json = _PACKET.dump_python(it, mode="json")
    return shown


def whole_article(it: WholeArticle) -> answers.WholeArticleAnswer:
    """An article to be read in the chat."""
    return answers.WholeArticleAnswer(
        **asdict(it.reference),
        language=it.language,
        short_answer=it.short_answer,
        html=it.html,
        related=tuple(answers.ReferenceAnswer(**asdict(other)) for other in it.related),
    )


def article(found: FoundArticle) -> answers.ArticleAnswer:
    """An article found."""
    link = found.link
    return answers.ArticleAnswer(
        slug=link.slug,
        language=Language(link.language),
        title=link.title,
        url=link.url,
        passage=link.passage,
        score=found.score,
    )


def rating(it: Given) -> answers.RatingAnswer:
    """How a conversation was."""
    said = it.rating
    return answers.RatingAnswer(csat=said.csat, effort=said.effort, comment=said.comment, at=it.at)


def usefulness(it: Tally) -> answers.ArticleUsefulness:
    """How an article does."""
    share = it.share
    return answers.ArticleUsefulness(
        slug=it.slug,
        language=it.language,
        shown=it.shown,
        helpful=it.helpful,
        not_helpful=it.not_helpful,
        share=share and answers.ShareAnswer(value=share.value, low=share.low, high=share.high),
    )


def guide(it: Followed) -> answers.GuideAnswer:
    """A guide with the customer's progress."""
    return answers.GuideAnswer.model_validate(
        {
            "slug": it.guide.slug,
            "language": it.guide.language,
            "title": it.guide.title,
            "lead": it.guide.lead,
            "audience": it.guide.audience,
            "minutes": it.guide.minutes,
            "steps": tuple(map(_step, it.steps)),
            "done": it.done,
            "total": len(it.steps),
            "next": it.next.id if it.next else None,
        }
    )


def _step(it: FollowedStep) -> answers.GuideStepAnswer:
    step, article = it.step, it.step.article
    return answers.GuideStepAnswer(
        id=step.id,
        title=step.title,
        why=step.why,
        how=step.how,
        article=answers.StepArticleAnswer(slug=article.slug, title=article.title, url=article.url),
        done_by=it.done_by,
        done_at=it.done_at,
    )
