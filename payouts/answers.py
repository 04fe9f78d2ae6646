"""What to answer about a payout: a pure function of what is known and the time."""

from dataclasses import dataclass
from datetime import datetime

from payouts.acts import of_payout
from payouts.calendar import Calendar, Window
from payouts.gates import GATE_VALUES, Gate, gate_answer
from payouts.localisation import Local, local
from payouts.milestones import MILESTONE_VALUES, earning_answer, milestone_answer
from payouts.reasons import article, worded
from payouts.responses import PAYOUT_VALUES, Answer
from payouts.terms import DEFAULT_TERMS, Terms
from payouts.values import Payout, Profile
from payouts.verdicts import SECOND_RETURN, Case, Verdict

VALUES: dict[str, tuple[str, ...]] = {**PAYOUT_VALUES, **GATE_VALUES, **MILESTONE_VALUES}
"""Every response of this package with the values its words may use."""

RESPONSES: tuple[str, ...] = tuple(VALUES)

__all__ = [
    "RESPONSES",
    "VALUES",
    "Answer",
    "Gate",
    "answer",
    "earning_answer",
    "gate_answer",
    "if_cancelled",
    "if_late",
    "if_put_right",
    "milestone_answer",
    "traced",
]


def answer(
    payout: Payout,
    profile: Profile | None,
    now: datetime,
    language: str,
    *,
    asks_why: bool = False,
    terms: Terms = DEFAULT_TERMS,
) -> Answer:
    """Answer where a payout is; `asks_why` when its owner reports a problem or asks for reasons."""
    case = Case(payout, now, Calendar(terms))
    return _Writer(case, profile, local(profile, now, language)).answer(
        case.verdict(asks_why=asks_why)
    )


def if_late(
    payout: Payout,
    profile: Profile | None,
    now: datetime,
    language: str,
    *,
    terms: Terms = DEFAULT_TERMS,
) -> Answer:
    """Answer "and if it isn't there by then?"."""
    case = Case(payout, now, Calendar(terms))
    return _Writer(case, profile, local(profile, now, language)).answer(case.if_late())


def traced(payout: Payout, profile: Profile | None, now: datetime, language: str) -> Answer:
    """Answer how money that was sent is looked for."""
    case = Case(payout, now, Calendar(DEFAULT_TERMS))
    return _Writer(case, profile, local(profile, now, language)).answer(case.traced())


def if_cancelled(
    payout: Payout, profile: Profile | None, now: datetime, language: str
) -> Answer | None:
    """Answer whether a payout can be taken back; None where there is nothing to take back."""
    case = Case(payout, now, Calendar(DEFAULT_TERMS))
    verdict = case.if_cancelled()
    if verdict is None:
        return None
    return _Writer(case, profile, local(profile, now, language)).answer(verdict)


def if_put_right(payout: Payout, profile: Profile | None, now: datetime, language: str) -> Answer:
    """Answer what happens once its owner has put right what stopped it."""
    case = Case(payout, now, Calendar(DEFAULT_TERMS))
    return _Writer(case, profile, local(profile, now, language)).answer(case.if_put_right())


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes a verdict for one customer."""

    case: Case
    profile: Profile | None
    write: Local

    def answer(self, verdict: Verdict) -> Answer:
        payout = self.case.payout
        found = self._values(verdict.window)
        values = {key: found[key] for key in VALUES[verdict.response]}
        preface = self.case.fallen_back()
        reason = worded(payout.state, payout.public_reason)
        if preface is not None:
            values["earlier_on"] = self.write.day_of(preface[1].at)
        return Answer(
            response=verdict.response,
            values=values,
            rule=verdict.rule,
            card=self._card(verdict.window),
            preface=preface[0] if preface else None,
            article=article(payout.state, reason),
            acts=of_payout(payout.state, reason, again=verdict.rule != SECOND_RETURN),
        )

    def _values(self, window: Window | None) -> dict[str, str]:
        payout, write, calendar = self.case.payout, self.write, self.case.calendar
        holder = self.profile.method_holder if self.profile else None
        added = self.profile.method_since if self.profile else None
        found = {
            "reference": payout.reference,
            "amount": write.money(payout.amount, payout.currency),
            "method": write.method(payout.method),
            "since": write.day_of(payout.since),
            "next_on": write.day(calendar.next_step(payout, self.case.now)),
            "holder": write.holder(payout.holder or holder),
            "name": write.verified_name(self.profile.name if self.profile else None),
            "active_on": write.day(calendar.active_on(added or payout.since)),
            "balance_by": write.day(calendar.balance_by(payout)),
            "cooling_days": str(calendar.terms.method_cooling_days),
            "identity_bd": str(calendar.terms.identity_bd),
        }
        person_from = calendar.person_from(payout)
        if person_from is not None:
            found["person_from"] = write.day(person_from)
        if window is not None:
            found["expected"] = write.window(window)
        return found

    def _card(self, window: Window | None) -> dict[str, object]:
        """The payout as the customer's chat shows it; holds nothing internal."""
        payout, write = self.case.payout, self.write
        return {
            "reference": payout.reference,
            "state": payout.state.value,
            "amount": write.money(payout.amount, payout.currency),
            "since": write.date_of(payout.since).isoformat(),
            "expected_on": window.last.isoformat() if window else None,
            "method": write.method(payout.method) if payout.method else None,
            "history": [
                {"state": step.state.value, "at": step.at.isoformat()} for step in payout.history
            ],
        }
