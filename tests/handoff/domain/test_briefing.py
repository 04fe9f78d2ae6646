"""The packet is made of the log and the facts."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from handoff.domain.briefing import Case, Logged, brief
from handoff.domain.conversation import State
from handoff.domain.events import AssistantFailed, AssistantSaid, Event
from handoff.domain.failure import Failure
from handoff.domain.ids import ConversationId
from handoff.domain.messages import Article, ArticleLink, Choices, Entity, Text, Understanding
from handoff.domain.packet import Facts, Packet, Priority, Reason, Tried
from handoff.domain.people import CustomerKind
from tests.handoff.domain.examples import (
    BUTTON,
    EARLIER,
    MONDAY,
    answered,
    conversation,
    customer,
    packet,
    payout,
    said,
)
from tests.handoff.policy import ROUTING

NOTHING_KNOWN = Facts()
ARTICLE = Article(
    article=ArticleLink(
        slug="payout-times", language="de", title="Wie lange?", url="/help/de/x", passage="Bald."
    )
)


def _log(*events: Event) -> tuple[Logged, ...]:
    return tuple(
        Logged(seq=seq, at=MONDAY + timedelta(seconds=seq), event=event)
        for seq, event in enumerate(events, 2)
    )


def _read(intent: str | None, *entities: Entity, **slots: object) -> Understanding:
    return Understanding(intent=intent, confidence=0.9, entities=entities, slots=slots)


def _case(*events: Event, facts: Facts = NOTHING_KNOWN) -> Case:
    return Case(
        conversation=conversation(),
        customer=customer(),
        log=_log(*events),
        facts=facts,
        earlier=(),
    )


def _brief(*events: Event, facts: Facts = NOTHING_KNOWN) -> Packet:
    return brief(_case(*events, facts=facts), Reason.CUSTOMER_ASKED, None, ROUTING)


def _asked(intent: str | None, to: int = 2) -> AssistantSaid:
    return answered(to=to, reading=_read(intent))


def test_the_case_is_the_last_matter_that_was_understood() -> None:
    made = _brief(said(), _asked("ask_fees", 2), said(), _asked("ask_invoice", 4))

    assert made.case_type == "ask_invoice"


def test_asking_for_a_person_does_not_hide_what_it_is_about() -> None:
    made = _brief(said(), _asked("ask_fees", 2), said(), _asked("request_human", 4))

    assert made.case_type == "ask_fees"


def test_a_complaint_is_the_case_when_nothing_else_was_said() -> None:
    made = _brief(said(), _asked("greet", 2), said(), _asked("complain", 4))

    assert made.case_type == "complain"


def test_small_talk_is_no_case() -> None:
    assert _brief(said(), _asked("greet"), said(), _asked(None, 4)).case_type is None


def test_every_question_stands_beside_the_answer_it_got() -> None:
    log = (said("Wo ist es?"), said("Hallo?"), answered("Unterwegs.", to=2))

    tried = _brief(*log).tried

    assert [(it.question, it.answer) for it in tried] == [("Wo ist es?", "Unterwegs.")]


def test_an_attempt_tells_how_it_was_understood_and_which_articles_were_shown() -> None:
    reading = _read("ask_payout_schedule")
    reply = AssistantSaid(
        in_reply_to=2, parts=(Text(text="Siehe hier:"), ARTICLE), understanding=reading
    )

    tried = _brief(said("Wann?"), reply).tried

    assert tried == (
        Tried(
            question="Wann?",
            answer="Siehe hier: Wie lange?: Bald.",
            intent="ask_payout_schedule",
            confidence=0.9,
            articles=("payout-times",),
            at=MONDAY + timedelta(seconds=3),
        ),
    )


def test_a_failed_attempt_is_an_attempt() -> None:
    failed = AssistantFailed(
        in_reply_to=2, why=Failure.TIMEOUT, parts=(Text(text="Leider."), Choices(choices=(BUTTON,)))
    )

    (tried,) = _brief(said("Wann?"), failed).tried

    assert (tried.question, tried.answer) == ("Wann?", "Leider. PO-70052")
    assert (tried.intent, tried.confidence) == (None, None)


def test_each_entity_is_listed_once_and_the_slots_are_the_latest() -> None:
    first, second = Entity(entity="x", value="1"), Entity(entity="x", value="2")
    log = (
        said(),
        answered(to=2, reading=_read("ask_fees", first, payout_reference="PO-1")),
        said(),
        answered(to=4, reading=_read("ask_fees", second, first, payout_reference="PO-2")),
    )

    made = _brief(*log)

    assert made.entities == (first, second)
    assert made.slots == {"payout_reference": "PO-2"}


def test_nothing_said_makes_an_empty_packet_and_no_error() -> None:
    made = _brief()

    assert (made.case_type, made.tried, made.entities, made.slots) == (None, (), (), {})


def test_facts_of_the_platform_are_taken_over() -> None:
    facts = Facts(
        segment="pro",
        since=date(2024, 5, 1),
        time_zone="Europe/Berlin",
        identity="verified",
        tax="missing",
        payout=payout(),
    )

    made = _brief(facts=facts)

    assert (made.payout, made.identity, made.tax) == (payout(), "verified", "missing")
    assert made.customer.segment == "pro"
    assert made.customer.since == date(2024, 5, 1)
    assert made.customer.time_zone == "Europe/Berlin"


def test_the_customer_is_described_as_far_as_the_platform_vouches() -> None:
    stranger = customer(sub=None, kind=CustomerKind.VISITOR, name=None)

    made = brief(replace(_case(), customer=stranger), Reason.CUSTOMER_ASKED, None, ROUTING)

    assert (made.customer.verified, made.customer.sub, made.customer.name) == (False, None, None)


def test_earlier_cases_come_with_their_matter_and_their_end() -> None:
    other = conversation(
        State.CLOSED,
        id=ConversationId(UUID(int=99)),
        case_number="L-1000",
        packet=packet(case_type="ask_fees"),
        closed_at=EARLIER,
    )
    case = replace(_case(), earlier=(other,))

    (found,) = brief(case, Reason.CUSTOMER_ASKED, None, ROUTING).earlier

    assert (found.conversation, found.case_number) == (other.id, "L-1000")
    assert (found.case_type, found.closed_at) == ("ask_fees", EARLIER)


def test_an_earlier_case_without_a_handoff_has_no_matter() -> None:
    other = conversation(State.CLOSED, packet=None)
    case = replace(_case(), earlier=(other,))

    (found,) = brief(case, Reason.CUSTOMER_ASKED, None, ROUTING).earlier

    assert found.case_type is None


def test_where_it_began_and_why_it_was_handed_over_are_kept() -> None:
    made = brief(_case(), Reason.RULE, "payout_overdue", ROUTING)

    assert (made.reason, made.rule) == (Reason.RULE, "payout_overdue")
    assert made.page_url == "https://app.example/payouts"
    assert made.language == "de"


def test_where_it_goes_is_written_with_it_and_decides_what_it_needs() -> None:
    made = _brief(said(), _asked("ask_milestone", 2))

    assert made.route is not None
    assert (made.route.rule, made.route.team) == ("disputes", "Disputes")
    assert made.required_skills == ("disputes",)
    assert made.priority is made.route.priority
    assert made.explanation["en"].startswith("Milestone: needs somebody for disputes")


def test_the_team_may_put_a_matter_into_another_class() -> None:
    rule = replace(ROUTING.rules[-1], priority=Priority.SECURITY)
    urgent = replace(ROUTING, rules=(rule,))

    made = brief(_case(said(), _asked("ask_fees", 2)), Reason.CUSTOMER_ASKED, None, urgent)

    assert made.priority is Priority.SECURITY
    assert "security comes first" in made.explanation["en"]
